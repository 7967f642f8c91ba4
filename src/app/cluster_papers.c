#include "app/cluster_papers.h"
#include "app/members.h"
#include "app/paper_words.h"
#include "app/questions_cluster.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/period.h"
#include "text/case.h"
#include "text/date.h"
#include <stdlib.h>

void
papers_release(struct papers *papers)
{
	for (size_t i = 0; i < papers->count; i++) {
		for (int cell = 0; cell < PAPER_CELLS; cell++)
			free(papers->rows[i].cells[cell]);
		free(papers->rows[i].full);
	}
	free(papers->rows);
	*papers = (struct papers){ 0 };
}

static char *
known_text(const struct rows *rows, int column)
{
	return mem_copy_text(rows_known(rows, column) ? rows_text(rows, column) : "…");
}

static char *
known_count(const struct rows *rows, int column)
{
	struct str text = { 0 };
	if (rows_integer(rows, column))
		str_add_integer(&text, rows_integer(rows, column));
	else
		str_add_text(&text, "…");
	return str_take(&text);
}

static char *
known_date(const struct rows *rows, int column)
{
	struct str text = { 0 };
	if (rows_known(rows, column))
		date_show(&text, rows_text(rows, column));
	else
		str_add_text(&text, "…");
	return str_take(&text);
}

static void
take_covenant(struct paper_row *row, const struct rows *rows)
{
	struct str period_words = { 0 }, state = { 0 };
	period_show(rows_integer(rows, 1), &period_words);
	str_add_text(&state, covenant_state_words(rows_integer(rows, 4)));
	if (rows_known(rows, 3)) {
		str_add_byte(&state, ' ');
		date_show(&state, rows_text(rows, 3));
	}
	row->year = period_first_year(rows_integer(rows, 1));
	row->cells[0] = str_take(&period_words);
	row->cells[1] = str_take(&state);
	row->cells[2] = known_count(rows, 5);
	row->cells[3] = known_count(rows, 6);
	row->cells[4] = known_text(rows, 2);
}

static void
take_nomination(struct paper_row *row, const struct rows *rows)
{
	struct str who = { 0 };
	if (rows_known(rows, 3))
		str_add_text(&who, rows_text(rows, 3));
	if (rows_known(rows, 2)) {
		str_add_text(&who, who.length ? ", " : "");
		str_add_text(&who, who.length ? brief_name(rows_text(rows, 2)) : rows_text(rows, 2));
	}
	if (!who.length && rows_known(rows, 4)) {
		struct str count = { 0 };
		str_add_integer(&count, rows_integer(rows, 4));
		say_add(&who, SAY("{1} tập thể, cá nhân không nêu tên", "{1} not named"), str_text(&count), NULL);
		str_release(&count);
	}
	str_add_text(&who, who.length ? "" : "…");
	row->year = (int)rows_integer(rows, 1);
	row->cells[0] = known_count(rows, 1);
	row->cells[1] = str_take(&who);
	row->cells[2] = known_text(rows, 5);
	row->cells[3] = mem_copy_text(nomination_state_words(rows_integer(rows, 6)));
	row->cells[4] = known_text(rows, 7);
}

/* Reports, discussions and opinions are written down with the conclusions, but are none. */
static void
add_items(struct str *full, int64_t conclusions, int64_t items)
{
	struct str all = { 0 }, concluded = { 0 };

	str_add_integer(&all, items);
	str_add_integer(&concluded, conclusions);
	char *told = say_format(SAY(" · {1} kết luận trong {2} nội dung", " · {1} conclusions among {2} items"),
		str_text(&concluded), str_text(&all), NULL);
	str_add_text(full, items != conclusions ? told : "");
	free(told);
	str_release(&all);
	str_release(&concluded);
}

static void
take_meeting(struct paper_row *row, const struct rows *rows)
{
	struct str kinds = { 0 }, closes = { 0 }, place = { 0 }, full = { 0 };
	meeting_kinds_show(&kinds, rows_integer(rows, 2));
	if (rows_known(rows, 3))
		meeting_closes_show(&closes, rows_integer(rows, 3));
	else
		str_add_text(&closes, "…");
	if (rows_known(rows, 4))
		place_show(&place, rows_text(rows, 4));
	else
		str_add_text(&place, "…");
	row->year = rows_known(rows, 3) ? period_last_year(rows_integer(rows, 3)) : date_year(rows_text(rows, 1));
	row->cells[0] = known_date(rows, 1);
	row->cells[1] = str_take(&kinds);
	row->cells[2] = str_take(&closes);
	row->cells[3] = str_take(&place);
	row->cells[4] = known_count(rows, 7);
	text_first_upper(&full, rows_known(rows, 6) ? rows_text(rows, 6) : row->cells[1]);
	str_add_text(&full, " · ");
	str_add_text(&full, meeting_state_words(rows_integer(rows, 5)));
	if (rows_integer(rows, 8)) {
		str_add_text(&full, " · ");
		str_add_integer(&full, rows_integer(rows, 8));
		str_add_text(&full, say(SAY(" người dự có tên", " people named")));
	}
	add_items(&full, rows_integer(rows, 7), rows_integer(rows, 9));
	row->full = str_take(&full);
}

bool
papers_read(struct papers *out, struct store *store, enum entity_id entity, int64_t cluster, int year, struct err *err)
{
	*out = (struct papers){ 0 };
	struct year_bounds bounds = year_bounds(year);
	enum cluster_question question = entity == ENTITY_COVENANT ? CLUSTER_COVENANTS
		: entity == ENTITY_NOMINATION                      ? CLUSTER_NOMINATIONS
								   : CLUSTER_MEETINGS;
	struct rows *rows;
	if (!rows_open(&rows, store, &cluster_questions[question],
		    (struct value[]){ ARG_INTEGER(cluster), ARG_TEXT(bounds.last_day) },
		    entity == ENTITY_NOMINATION ? 2 : 1, err))
		return false;
	size_t capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(out->rows, out->count, capacity);
		struct paper_row *row = &out->rows[out->count++];
		*row = (struct paper_row){ .record = rows_integer(rows, 0) };
		if (entity == ENTITY_COVENANT)
			take_covenant(row, rows);
		else if (entity == ENTITY_NOMINATION)
			take_nomination(row, rows);
		else
			take_meeting(row, rows);
		if (!row->full)
			row->full = mem_copy_text("");
	}
	rows_close(rows);
	if (err->kind == ERR_NONE)
		return true;
	papers_release(out);
	return false;
}
