#include "app/unit.h"
#include "app/find.h"
#include "app/label.h"
#include "app/members.h"
#include "app/metric_read.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/roles.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

static void
lines_free(struct unit_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(lines[i].left);
		free(lines[i].right);
	}
	free(lines);
}

void
unit_page_release(struct unit_page *page)
{
	free(page->name);
	free(page->title);
	free(page->full_name);
	free(page->from);
	free(page->to);
	free(page->parent);
	free(page->level);
	free(page->succession);
	lines_free(page->predecessors, page->predecessor_count);
	lines_free(page->successors, page->successor_count);
	lines_free(page->clusters, page->cluster_count);
	lines_free(page->roles, page->role_count);
	lines_free(page->names, page->name_count);
	free(page->metrics);
	*page = (struct unit_page){ 0 };
}

static void
add_line(struct unit_line **lines, size_t *count, struct unit_line line)
{
	*lines = mem_resize(*lines, *count + 1, sizeof **lines);
	(*lines)[(*count)++] = line;
}

/* "… – 30/6/2025": stored dates as a span of life; an empty end is open. */
/* The dates of the name that is shown, where it has its own; else those of the unit. */
static bool
read_name_dates(struct unit_page *page, struct store *store, struct err *err)
{
	struct record phase = { 0 };
	if (!record_read(&phase, store, ENTITY_PHASE, page->phase, err))
		return false;
	struct {
		char **date;
		int field;
	} dates[] = { { &page->from, PHASE_FROM }, { &page->to, PHASE_TO } };
	for (size_t i = 0; i < ARRAY_COUNT(dates); i++) {
		if (!record_has(&phase, dates[i].field))
			continue;
		free(*dates[i].date);
		*dates[i].date = mem_copy_text(record_text(&phase, dates[i].field));
	}
	record_release(&phase);
	return true;
}

static bool
read_head(struct unit_page *page, struct store *store, int64_t unit, const struct year_bounds *bounds, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, UNIT, err, ARG_INTEGER(unit), ARG_TEXT(bounds->last_day)))
		return false;
	if (rows_next(rows, err)) {
		page->name = mem_copy_text(rows_text(rows, 0));
		page->full_name = mem_copy_text(rows_text(rows, 1));
		page->from = mem_copy_text(rows_text(rows, 2));
		page->to = mem_copy_text(rows_text(rows, 3));
		page->phase = rows_integer(rows, 4);
	} else if (err->kind == ERR_NONE) {
		err_set(err, ERR_NOT_FOUND, SAY("Sổ không còn đơn vị này.", "The book has no such unit any more."),
			NULL);
	}
	rows_close(rows);
	if (err->kind || !ASK(&rows, store, PHASE_PARENT, err, ARG_INTEGER(page->phase), ARG_TEXT(bounds->last_day)))
		return false;
	if (rows_next(rows, err)) {
		page->parent = rows_known(rows, 0) ? mem_copy_text(rows_text(rows, 1)) : NULL;
		page->level = rows_known(rows, 2)
			? mem_copy_text(choice_word(ENTITY_PHASE, PHASE_LEVEL, rows_integer(rows, 2)))
			: NULL;
	}
	rows_close(rows);
	return err->kind == ERR_NONE && (!page->phase || read_name_dates(page, store, err));
}

/* The present bearer of a name is called by it alone. */
static bool
read_title(struct unit_page *page, struct store *store, int64_t unit, const char *day, struct err *err)
{
	struct str label = { 0 };
	if (!label_add(&label, store, ENTITY_UNIT, unit, LABEL_SHORT, day, err)) {
		str_release(&label);
		return false;
	}
	bool former = strstr(str_text(&label), say(SAY(" (cũ)", " (former)"))) != NULL;
	page->title = former ? str_take(&label) : mem_copy_text(page->name);
	str_release(&label);
	return true;
}

static bool
read_names(struct unit_page *page, struct store *store, int64_t unit, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, PHASES, err, ARG_INTEGER(unit)))
		return false;
	while (rows_next(rows, err))
		add_line(&page->names, &page->name_count,
			(struct unit_line){ mem_copy_text(rows_text(rows, 1)),
				life_shown(rows_text(rows, 3), rows_text(rows, 4)), ENTITY_PHASE,
				rows_integer(rows, 0) });
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* Two organisations that share a name are told apart. */
static char *
name_beside(const char *name, const char *own, bool before)
{
	struct str text = { 0 };
	str_add_text(&text, name);
	if (strcmp(name, own) == 0)
		str_add_text(&text, before ? say(SAY(" (cũ)", " (former)")) : say(SAY(" (mới)", " (new)")));
	return str_take(&text);
}

static bool
read_successions(struct unit_page *page, struct store *store, int64_t unit, bool before, struct err *err)
{
	struct rows *rows;
	enum read_question question = before ? READ_PREDECESSORS : READ_SUCCESSORS;
	if (!rows_open(&rows, store, &read_questions[question], (struct value[]){ ARG_INTEGER(unit) }, 1, err))
		return false;
	while (rows_next(rows, err)) {
		if (rows_known(rows, 0)) {
			struct unit_line line = { name_beside(rows_text(rows, 1), page->name, before),
				life_shown(rows_text(rows, 2), rows_text(rows, 3)), ENTITY_UNIT,
				rows_integer(rows, 0) };
			if (before)
				add_line(&page->predecessors, &page->predecessor_count, line);
			else
				add_line(&page->successors, &page->successor_count, line);
		}
		struct str text = { 0 };
		str_add_text(&text, choice_word(ENTITY_SUCCESSION, SUCCESSION_KIND, rows_integer(rows, 4)));
		str_add_byte(&text, ' ');
		date_show(&text, rows_text(rows, 5));
		if (rows_known(rows, 7)) {
			str_add_text(&text, " · ");
			str_add_text(&text, rows_text(rows, 7));
		}
		free(page->succession);
		page->succession = str_take(&text);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* "(Thái Bình) " before what a predecessor did. */
static void
add_whose(struct str *text, const char *whose)
{
	if (!whose)
		return;
	str_add_byte(text, '(');
	str_add_text(text, brief_name(whose));
	str_add_text(text, ") ");
}

static bool
read_clusters(
	struct unit_page *page, struct store *store, int64_t unit, const char *whose, const char *day, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, CLUSTERS_OF_UNIT, err, ARG_INTEGER(unit), ARG_TEXT(day)))
		return false;
	while (rows_next(rows, err)) {
		struct str text = { 0 };
		add_whose(&text, whose);
		str_add_text(&text, rows_text(rows, 1));
		add_line(&page->clusters, &page->cluster_count,
			(struct unit_line){ str_take(&text), life_shown(rows_text(rows, 2), rows_text(rows, 3)),
				ENTITY_CLUSTER, rows_integer(rows, 0) });
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_roles(
	struct unit_page *page, struct store *store, int64_t unit, const char *whose, const char *day, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, TERMS_OF_UNIT, err, ARG_INTEGER(unit), ARG_TEXT(day)))
		return false;
	while (rows_next(rows, err)) {
		struct str text = { 0 };
		add_whose(&text, whose);
		struct role_facts role = {
			.label = rows_text(rows, 1), .label_block = rows_text(rows, 2), .label_en = rows_text(rows, 7)
		};
		str_add_text(&text, role_label(&role, rows_integer(rows, 3) == CLUSTER_KIND_BLOCK));
		if (rows_known(rows, 4))
			str_add_format(&text, " %d", (int)rows_integer(rows, 4));
		if (rows_known(rows, 6)) {
			str_add_text(&text, ", ");
			str_add_text(&text, choice_word(ENTITY_TERM, TERM_HOW, rows_integer(rows, 6)));
		}
		add_line(&page->roles, &page->role_count,
			(struct unit_line){ str_take(&text), mem_copy_text(rows_text(rows, 5)), ENTITY_TERM,
				rows_integer(rows, 0) });
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* What it did itself, then what its predecessors did. */
static bool
read_life(struct unit_page *page, struct store *store, int64_t unit, const char *day, struct err *err)
{
	if (!read_clusters(page, store, unit, NULL, day, err) || !read_roles(page, store, unit, NULL, day, err))
		return false;
	for (size_t i = 0; i < page->predecessor_count; i++) {
		const struct unit_line *line = &page->predecessors[i];
		char *whose = mem_copy_text(line->left);
		bool done = read_clusters(page, store, line->record, whose, day, err) &&
			read_roles(page, store, line->record, whose, day, err);
		free(whose);
		if (!done)
			return false;
	}
	return true;
}

#define MAIN_SHOWN 5
/* The main metrics of its first cluster that it has figures of, else the first ones that it has figures of. */
static bool
read_metrics(struct unit_page *page, struct store *store, int64_t unit, struct err *err)
{
	int64_t *own;
	size_t count;
	if (!metrics_of_subject(&own, &count, store, unit, err)) {
		free(own);
		return false;
	}
	for (size_t i = 0; !count && i < page->predecessor_count; i++) {
		free(own);
		if (!metrics_of_subject(&own, &count, store, page->predecessors[i].record, err)) {
			free(own);
			return false;
		}
	}
	page->metrics = own;
	page->metric_count = count < MAIN_SHOWN ? count : MAIN_SHOWN;
	return true;
}

bool
unit_page_read(struct unit_page *out, struct store *store, int64_t unit, int year, struct err *err)
{
	*out = (struct unit_page){ 0 };
	struct year_bounds bounds = year_bounds(year);
	if (!store_read_begin(store, err))
		return false;
	bool done = read_head(out, store, unit, &bounds, err) && read_title(out, store, unit, bounds.last_day, err) &&
		read_names(out, store, unit, err) && read_successions(out, store, unit, false, err) &&
		read_successions(out, store, unit, true, err) && read_life(out, store, unit, bounds.last_day, err) &&
		read_metrics(out, store, unit, err);
	store_read_end(store);
	if (!done)
		unit_page_release(out);
	return done;
}

void
unit_rows_release(struct unit_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(rows[i].name);
		free(rows[i].full_name);
		free(rows[i].parent);
		free(rows[i].life);
	}
	free(rows);
}

static bool
units_in_order(struct unit_row **out, size_t *count, size_t *total, struct store *store, const char *day,
	size_t capacity, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, UNITS_IN_ORDER, err, ARG_TEXT(day), ARG_INTEGER((int64_t)capacity)))
		return false;
	size_t room = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(*out, *count, room);
		(*out)[(*count)++] = (struct unit_row){
			.unit = rows_integer(rows, 0),
			.name = mem_copy_text(rows_text(rows, 1)),
			.full_name = mem_copy_text(rows_text(rows, 2)),
			.parent = mem_copy_text(rows_text(rows, 3)),
			.life = life_shown(rows_text(rows, 4), rows_text(rows, 5)),
		};
	}
	rows_close(rows);
	int64_t all;
	if (err->kind || !rows_one_integer(&all, 0, store, &read_questions[READ_UNIT_COUNT], NULL, 0, err))
		return false;
	*total = (size_t)all;
	return true;
}

static bool
fill_row(struct unit_row *row, struct store *store, int64_t unit, const char *day, struct err *err)
{
	struct unit_page page = { 0 };
	struct year_bounds bounds = { 0 };
	struct str name = { 0 };

	memcpy(bounds.last_day, day, sizeof bounds.last_day);
	bool done = label_add(&name, store, ENTITY_UNIT, unit, LABEL_SHORT, day, err) &&
		read_head(&page, store, unit, &bounds, err);
	if (done)
		*row = (struct unit_row){
			.unit = unit,
			.name = str_take(&name),
			.full_name = mem_copy_text(page.full_name),
			.parent = mem_copy_text(page.parent ? page.parent : ""),
			.life = life_shown(page.from, page.to),
		};
	unit_page_release(&page);
	str_release(&name);
	return done;
}

static bool
units_found(struct unit_row **out, size_t *count, size_t *total, struct store *store, const char *typed,
	const char *day, size_t capacity, struct err *err)
{
	struct hits hits = { 0 };
	bool done = find_best(&hits, store, ENTITY_UNIT, false, false, capacity, typed, day, err);

	*total = hits.more;
	*out = mem_new(hits.count, sizeof **out);
	for (size_t i = 0; done && i < hits.count && i < capacity; i++) {
		done = fill_row(&(*out)[i], store, hits.items[i].id, day, err);
		*count += done;
	}
	hits_release(&hits);
	return done;
}

/* Names stand in order: two organisations of one name are neighbours, and get what tells them apart. */
static bool
mark_namesakes(struct unit_row *rows, size_t count, struct store *store, const char *day, struct err *err)
{
	for (size_t first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count && strcmp(rows[end].name, rows[first].name) == 0;)
			end++;
		for (size_t i = first; end - first > 1 && i < end; i++) {
			struct str label = { 0 };
			if (!label_add(&label, store, ENTITY_UNIT, rows[i].unit, LABEL_SHORT, day, err)) {
				str_release(&label);
				return false;
			}
			free(rows[i].name);
			rows[i].name = str_take(&label);
		}
	}
	return true;
}

bool
units_read(struct unit_row **rows, size_t *count, size_t *total, struct store *store, const char *typed, int year,
	size_t capacity, struct err *err)
{
	*rows = NULL;
	*count = *total = 0;
	struct year_bounds bounds = year_bounds(year);
	if (!store_read_begin(store, err))
		return false;
	bool done = *typed ? units_found(rows, count, total, store, typed, bounds.last_day, capacity, err)
			   : units_in_order(rows, count, total, store, bounds.last_day, capacity, err) &&
			mark_namesakes(*rows, *count, store, bounds.last_day, err);
	store_read_end(store);
	if (!done) {
		unit_rows_release(*rows, *count);
		*rows = NULL;
		*count = 0;
	}
	return done;
}
