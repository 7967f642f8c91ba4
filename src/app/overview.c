#include "app/overview.h"
#include "app/compare.h"
#include "app/metric_read.h"
#include "app/paper_words.h"
#include "app/questions_cluster.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/period.h"
#include "text/date.h"
#include <stdlib.h>

#define MAIN_SHOWN 5

void
overview_release(struct overview *overview)
{
	role_matrix_release(&overview->roles);
	sheet_release(&overview->metrics);
	free(overview->reports.text);
	free(overview->reports.brief);
	free(overview->meeting.text);
	free(overview->covenant.text);
	*overview = (struct overview){ 0 };
}

static bool
read_metrics(struct overview *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	int64_t *metrics;
	size_t count;
	bool done = main_metrics(&metrics, &count, store, cluster, year, err);
	if (done && !count) {
		free(metrics);
		done = collected_metrics(&metrics, &count, store, cluster, year, err);
	}
	struct compare_wish wish = { .subject = cluster,
		.metrics = metrics,
		.metric_count = count < MAIN_SHOWN ? count : MAIN_SHOWN,
		.first_year = year - 1,
		.last_year = year };
	if (done && count)
		done = compare_read(&out->metrics, store, &wish, err);
	free(metrics);
	return done;
}

static void
add_number(struct str *out, struct words words, int64_t number, int64_t of)
{
	struct str first = { 0 }, second = { 0 };
	str_add_integer(&first, number);
	str_add_integer(&second, of);
	say_add(out, words, str_text(&first), str_text(&second), NULL);
	str_release(&first);
	str_release(&second);
}

static bool
count_with_figures(int64_t *with, size_t *members, struct store *store, int64_t cluster, int year,
	const struct year_bounds *bounds, struct err *err)
{
	struct members list;
	*with = 0;
	if (!members_read(&list, store, cluster, year, err))
		return false;
	bool done = true;
	for (size_t i = 0; done && i < list.count; i++) {
		int64_t has;
		done = rows_one_integer(&has, 0, store, &cluster_questions[CLUSTER_HAS_FIGURES],
			(struct value[]){ ARG_INTEGER(list.rows[i].unit), ARG_INTEGER(bounds->least),
				ARG_INTEGER(bounds->greatest), ARG_INTEGER(FIGURE_KIND_RESULT) },
			4, err);
		*with += has;
	}
	*members = list.count;
	members_release(&list);
	return done;
}

static bool
read_reports(struct overview *out, struct store *store, int64_t cluster, int year, const struct year_bounds *bounds,
	struct err *err)
{
	struct rows *rows;
	struct str text = { 0 }, brief = { 0 };
	if (!ASK(&rows, store, ROUND_STATE, err, ARG_INTEGER(cluster), ARG_INTEGER(bounds->least),
		    ARG_INTEGER(bounds->greatest)))
		return false;
	if (rows_next(rows, err)) {
		out->reports.record = rows_integer(rows, 0);
		if (rows_known(rows, 3))
			str_add_text(&text, rows_text(rows, 3));
		else
			period_show(rows_integer(rows, 5), &text);
		str_add_text(&text, " · ");
		add_number(&brief, SAY("đã nộp {1}/{2}", "{1}/{2} handed in"), rows_integer(rows, 1),
			rows_integer(rows, 2));
		str_add_text(&brief, say(SAY(" · hạn ", " · due ")));
		date_show(&brief, rows_text(rows, 4));
		str_add_text(&text, str_text(&brief));
	} else {
		add_number(&text, SAY("chưa mở đợt nào cho năm {1}", "no round for {1} yet"), year, 0);
		str_add_text(&brief, say(SAY("chưa mở đợt nào", "no round yet")));
	}
	rows_close(rows);
	int64_t with;
	size_t members;
	bool done = err->kind == ERR_NONE && count_with_figures(&with, &members, store, cluster, year, bounds, err);
	if (done) {
		add_number(&text, SAY(" · có số liệu của {1}/{2} đơn vị", " · figures of {1}/{2} units"), with,
			(int64_t)members);
		add_number(
			&brief, SAY(" · số liệu {1}/{2} đơn vị", " · figures {1}/{2} units"), with, (int64_t)members);
	}
	out->reports.text = str_take(&text);
	out->reports.brief = str_take(&brief);
	return done;
}

/* What a meeting that closes a period is named after; of others everything that it was. */
static int64_t
closing_kinds(int64_t kinds)
{
	int64_t closing = kinds & (INT64_C(1) << MEETING_KINDS_CLOSING | INT64_C(1) << MEETING_KINDS_HALF_YEAR);
	return closing ? closing : kinds;
}

static bool
read_meeting(struct overview *out, struct store *store, int64_t cluster, int year, const struct year_bounds *bounds,
	struct err *err)
{
	struct rows *rows;
	struct year_bounds after = year_bounds(year + 1);
	struct str text = { 0 };
	if (!ASK_CLUSTER(&rows, store, LAST_MEETING, err, ARG_INTEGER(cluster), ARG_INTEGER(bounds->least),
		    ARG_INTEGER(bounds->greatest), ARG_TEXT(after.first_day)))
		return false;
	if (rows_next(rows, err)) {
		out->meeting.record = rows_integer(rows, 0);
		meeting_kinds_show(&text, closing_kinds(rows_integer(rows, 1)));
		if (rows_known(rows, 4)) {
			str_add_byte(&text, ' ');
			meeting_closes_show(&text, rows_integer(rows, 4));
		}
		str_add_text(&text, " · ");
		date_show(&text, rows_text(rows, 2));
		if (rows_known(rows, 3)) {
			str_add_text(&text, " · ");
			place_show(&text, rows_text(rows, 3));
		}
		if (rows_integer(rows, 5))
			add_number(&text, SAY(" · {1} kết luận", " · {1} conclusions"), rows_integer(rows, 5), 0);
	} else {
		str_add_text(&text, say(SAY("… · sổ chưa ghi hội nghị nào", "… · no meeting in the book")));
	}
	rows_close(rows);
	out->meeting.text = str_take(&text);
	return err->kind == ERR_NONE;
}

/* The covenant of the next year once it is there, else that of the year. */
static bool
read_covenant(struct overview *out, struct store *store, int64_t cluster, int year, size_t members, struct err *err)
{
	struct rows *rows;
	struct str text = { 0 };
	struct year_bounds bounds = year_bounds(year);
	free(out->covenant.text);
	out->covenant = (struct overview_line){ 0 };
	out->covenant_year = year;
	if (!ASK_CLUSTER(&rows, store, COVENANT_OF_YEAR, err, ARG_INTEGER(cluster), ARG_INTEGER(bounds.least),
		    ARG_INTEGER(bounds.greatest)))
		return false;
	if (rows_next(rows, err)) {
		out->covenant.record = rows_integer(rows, 0);
		str_add_text(&text, covenant_state_words(rows_integer(rows, 1)));
		if (rows_known(rows, 2)) {
			str_add_byte(&text, ' ');
			date_show(&text, rows_text(rows, 2));
		}
		if (rows_integer(rows, 4))
			add_number(&text, SAY(" · {1}/{2} đơn vị", " · {1}/{2} units"), rows_integer(rows, 4),
				(int64_t)members);
		str_add_text(&text, say(SAY(" · chủ đề: ", " · theme: ")));
		str_add_text(&text, rows_known(rows, 3) ? rows_text(rows, 3) : "…");
	} else {
		str_add_text(&text, say(SAY("… · sổ chưa ghi giao ước", "… · no covenant in the book")));
	}
	rows_close(rows);
	out->covenant.text = str_take(&text);
	return err->kind == ERR_NONE;
}

static bool
read_covenants(struct overview *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	for (int of_year = year + 1; of_year >= year; of_year--) {
		struct members members;
		if (!members_read(&members, store, cluster, of_year, err))
			return false;
		size_t count = members.count;
		members_release(&members);
		if (!read_covenant(out, store, cluster, of_year, count, err))
			return false;
		if (out->covenant.record)
			return true;
	}
	return true;
}

bool
overview_read(struct overview *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	*out = (struct overview){ 0 };
	struct year_bounds bounds = year_bounds(year);
	if (!store_read_begin(store, err))
		return false;
	bool done = role_matrix_read(&out->roles, store, cluster, year, year, err) &&
		read_metrics(out, store, cluster, year, err) && read_reports(out, store, cluster, year, &bounds, err) &&
		read_meeting(out, store, cluster, year, &bounds, err) && read_covenants(out, store, cluster, year, err);
	store_read_end(store);
	if (!done)
		overview_release(out);
	return done;
}
