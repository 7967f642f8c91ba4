/* What stands under each tab of a unit. */
#include "app/compare.h"
#include "app/label.h"
#include "app/members.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/record_form.h"
#include "ui/view/unit.h"
#include "ui/view/view_report.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

void
unit_clear(struct unit_view *view)
{
	for (size_t i = 0; i < view->count; i++) {
		free(view->lines[i].label);
		free(view->lines[i].left);
		free(view->lines[i].right);
	}
	view->count = 0;
	unit_page_release(&view->page);
	sheet_release(&view->sheet);
	view->sheet = (struct sheet){ 0 };
	free(view->namesake_name);
	view->namesake_name = NULL;
	view->namesake = 0;
}

bool
unit_line_stops(const struct unit_text *line)
{
	return line->kind == UNIT_FIGURE || line->entity != ENTITY_NONE;
}

static struct unit_text *
add(struct unit_view *view, const char *label, const char *left, const char *right, enum unit_right right_kind)
{
	ARRAY_RESERVE(view->lines, view->count, view->capacity);
	struct unit_text *line = &view->lines[view->count++];
	*line = (struct unit_text){ .label = mem_copy_text(label),
		.left = mem_copy_text(left),
		.right = mem_copy_text(right),
		.right_kind = right_kind };
	return line;
}

static void
add_gap(struct unit_view *view)
{
	add(view, "", "", "", UNIT_LIFE);
}

static void
add_place(struct unit_view *view, const char *label, const char *left, const char *right, enum unit_right right_kind,
	const struct unit_line *to)
{
	struct unit_text *line = add(view, label, left, right, right_kind);

	line->entity = to->entity;
	line->record = to->record;
}

static void
add_head(struct unit_view *view, const char *label)
{
	add(view, label, "", "", UNIT_LIFE)->kind = UNIT_HEAD;
}

/* ---- names, succession, clusters, roles ---- */

static void
add_stored_date(struct str *out, const char *stored)
{
	if (stored && *stored)
		date_show(out, stored);
	else
		str_add_text(out, "…");
}

static void
add_names(struct unit_view *view)
{
	const struct unit_page *page = &view->page;
	struct str from = { 0 }, to = { 0 };

	add_stored_date(&from, page->from);
	add_stored_date(&to, page->to);
	char *life = say_format(SAY("từ {1}  đến {2}", "from {1}  to {2}"), str_text(&from), str_text(&to), NULL);
	char *level = say_format(SAY("Cấp: {1}", "Level: {1}"), page->level ? page->level : "…", NULL);
	add(view, say(SAY("Tên", "Name")), page->name, life, UNIT_LIFE);
	add(view, say(SAY("Cấp trên", "Parent")), page->parent ? page->parent : "…", level, UNIT_LIFE);
	free(life);
	free(level);
	str_release(&from);
	str_release(&to);
}

/* ┬ the first, ├ those between, └ the last. */
static void
add_family(struct unit_view *view, const char *label, const struct unit_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str text = { 0 };
		str_add_text(&text, count == 1 ? "─ " : i == 0 ? "┬ " : i + 1 == count ? "└ " : "│ ");
		str_add_text(&text, lines[i].left);
		add_place(view, i ? "" : label, str_text(&text), lines[i].right, UNIT_LIFE, &lines[i]);
		str_release(&text);
	}
}

static void
add_succession(struct unit_view *view)
{
	const struct unit_page *page = &view->page;
	const char *label = say(SAY("Kế thừa", "Succession"));

	add_family(view, label, page->predecessors, page->predecessor_count);
	if (page->successor_count)
		add_family(view, say(SAY("Nay là", "Became")), page->successors, page->successor_count);
	bool alone = !page->predecessor_count && !page->successor_count;
	if (page->succession && *page->succession)
		add(view, alone ? label : "", page->succession, "", UNIT_LIFE);
	if (alone && page->succession)
		add(view, "", say(SAY("không có đơn vị kế thừa", "nobody comes after")), "", UNIT_LIFE);
}

static void
add_lines(struct unit_view *view, const char *label, const struct unit_line *lines, size_t count, size_t most,
	enum unit_right right_kind)
{
	if (!count)
		add(view, label, "…", "", right_kind);
	for (size_t i = 0; i < count && i < most; i++)
		add_place(view, i ? "" : label, lines[i].left, lines[i].right, right_kind, &lines[i]);
}

static void
add_roles(struct unit_view *view, size_t most, bool clusters)
{
	const struct unit_page *page = &view->page;
	const char *label = say(SAY("Vai trò", "Roles"));

	if (!page->role_count)
		add(view, label, "…", "", UNIT_CLUSTER);
	for (size_t i = 0; i < page->role_count && i < most; i++)
		add_place(view, i ? "" : label, page->roles[i].left, clusters ? page->roles[i].right : "", UNIT_CLUSTER,
			&page->roles[i]);
}

/* ---- figures ---- */

/* A predecessor that bore the same name: before the change its figures are what people look for under that name. */
static bool
find_namesake(struct unit_view *view, struct store *store, struct err *err)
{
	struct record own = { 0 };

	if (!record_read(&own, store, ENTITY_UNIT, view->unit, err))
		return false;
	int year = date_year(record_text(&own, UNIT_FROM));
	record_release(&own);
	for (size_t i = 0; year && i < view->page.predecessor_count && !view->namesake; i++) {
		const struct unit_line *line = &view->page.predecessors[i];
		if (strncmp(line->left, view->page.name, strlen(view->page.name)) != 0)
			continue;
		view->namesake = line->record;
		view->namesake_name = mem_copy_text(line->left);
		view->namesake_until = year - 1;
	}
	return true;
}

/* Cells of the years before the change come from the namesake. */
static bool
take_namesake(struct unit_view *view, struct store *store, const struct compare_wish *wish, struct err *err)
{
	struct compare_wish old_wish = *wish;
	struct sheet old;

	old_wish.subject = view->namesake;
	if (!compare_read(&old, store, &old_wish, err))
		return false;
	for (size_t r = 0; r < view->sheet.row_count && r < old.row_count; r++)
		for (int y = 0; y < view->year_count; y++) {
			struct cell *to = sheet_cell(&view->sheet, r, (size_t)y),
				    *from = sheet_cell(&old, r, (size_t)y);
			struct cell kept = *to;
			if (view->first_year + y > view->namesake_until ||
				view->sheet.rows[r].record != old.rows[r].record)
				continue;
			*to = *from;
			*from = kept;
		}
	sheet_release(&old);
	return true;
}

int
unit_years(const struct unit_view *view, const struct layout *layout)
{
	bool wide = layout->columns >= 120, wider = layout->columns >= 100;
	switch (view->tab) {
	case UNIT_COMPARE:
		return wide ? 5 : wider ? 4 : 3;
	case UNIT_FIGURES:
		return wide ? UNIT_YEARS_MOST : wider ? 7 : 5;
	default:
		return 5;
	}
}

static bool
read_sheet(struct unit_view *view, bool main_only, struct err *err)
{
	struct session *session = session_of(&view->view);
	struct compare_wish wish = { .subject = view->unit,
		.metrics = main_only || !view->page.metric_count ? view->page.metrics : NULL,
		.metric_count = main_only ? view->page.metric_count : 0,
		.part = session->part,
		.boundary_now = view->boundary_now };

	struct layout layout = ui_layout(view->view.ui);
	view->year_count = unit_years(view, &layout);
	view->first_year = session->year - view->year_count + 1;
	wish.first_year = view->first_year;
	wish.last_year = session->year;
	if (main_only && !view->page.metric_count)
		return true;
	if (!compare_read(&view->sheet, session->store, &wish, err))
		return false;
	return !view->namesake || view->boundary_now || take_namesake(view, session->store, &wish, err);
}

static void
add_figures(struct unit_view *view)
{
	char *head = say_format(SAY("Số liệu ({1})", "Figures ({1})"),
		view->boundary_now ? say(SAY("ranh giới hôm nay", "today's boundaries"))
				   : say(SAY("ranh giới lúc đó", "boundaries of then")),
		NULL);

	add_head(view, head);
	free(head);
	for (size_t r = 0; r < view->sheet.row_count; r++) {
		struct unit_text *line = add(view, view->sheet.rows[r].text, "", "", UNIT_LIFE);
		line->kind = UNIT_FIGURE;
		line->row = r;
	}
	if (!view->sheet.row_count)
		add(view, say(SAY("sổ chưa có số liệu nào của đơn vị này", "the book has no figure of this unit")), "",
			"", UNIT_LIFE);
}

/* ---- tabs ---- */

static bool
read_general(struct unit_view *view, struct err *err)
{
	const struct unit_page *page = &view->page;

	if (!read_sheet(view, true, err))
		return false;
	add_names(view);
	add_gap(view);
	if (page->succession) {
		add_succession(view);
		add_gap(view);
	}
	add_lines(view, say(SAY("Cụm", "Cluster")), page->clusters, page->cluster_count, 4, UNIT_SPAN);
	add_roles(view, 4, false);
	add_gap(view);
	add_figures(view);
	return true;
}

static bool
read_roles(struct unit_view *view)
{
	add_roles(view, SIZE_MAX, true);
	add_gap(view);
	add_lines(view, say(SAY("Cụm", "Cluster")), view->page.clusters, view->page.cluster_count, SIZE_MAX, UNIT_SPAN);
	return true;
}

static bool
read_family(struct unit_view *view)
{
	const struct unit_page *page = &view->page;

	add_lines(view, say(SAY("Các tên", "Names")), page->names, page->name_count, SIZE_MAX, UNIT_SPAN);
	add_gap(view);
	if (page->succession)
		add_succession(view);
	else
		add(view, say(SAY("Kế thừa", "Succession")),
			say(SAY("không có đơn vị trước, đơn vị sau", "neither predecessors nor successors")), "",
			UNIT_LIFE);
	return true;
}

#define REFERENCES_MOST 600
static bool
read_awards(struct unit_view *view, struct err *err)
{
	struct store *store = session_of(&view->view)->store;
	struct reference *references = mem_new(REFERENCES_MOST, sizeof *references);
	size_t count, shown = 0;
	bool good = record_references(references, REFERENCES_MOST, &count, store, ENTITY_UNIT, view->unit, err);

	for (size_t i = 0; good && i < count; i++) {
		bool nominated = references[i].entity == ENTITY_NOMINATION && references[i].field == NOMINATION_UNIT;
		struct record record = { 0 };
		struct str name = { 0 }, state = { 0 };
		struct unit_line to = { .entity = references[i].entity, .record = references[i].id };
		if (!nominated && references[i].entity != ENTITY_APPRAISAL)
			continue;
		good = record_read(&record, store, references[i].entity, references[i].id, err);
		if (good) {
			view_label(&name, store, references[i].entity, references[i].id);
			value_show(&state, store, &record, nominated ? (int)NOMINATION_STATE : (int)APPRAISAL_CLASS);
			add_place(view, say(entity_of(references[i].entity)->one), str_text(&name), str_text(&state),
				UNIT_STATE, &to);
			free(view->lines[view->count - 1].label);
			view->lines[view->count - 1].label = mem_copy_text(
				nominated ? say(SAY("Đề nghị", "Nominated")) : say(SAY("Bình xét", "Appraised")));
			shown++;
		}
		record_release(&record);
		str_release(&name);
		str_release(&state);
	}
	if (good && !shown)
		add(view, say(SAY("Khen", "Awards")), say(SAY("sổ chưa ghi gì", "nothing in the book")), "", UNIT_LIFE);
	free(references);
	return good;
}

bool
unit_read_lines(struct unit_view *view, struct err *err)
{
	struct session *session = session_of(&view->view);

	unit_clear(view);
	if (!unit_page_read(&view->page, session->store, view->unit, session->year, err) ||
		!find_namesake(view, session->store, err))
		return false;
	switch (view->tab) {
	case UNIT_FIGURES:
	case UNIT_COMPARE:
		if (!read_sheet(view, false, err))
			return false;
		add_figures(view);
		return true;
	case UNIT_ROLES:
		return read_roles(view);
	case UNIT_SUCCESSION:
		return read_family(view);
	case UNIT_AWARDS:
		return read_awards(view, err);
	default:
		return read_general(view, err);
	}
}

/* Not the blank lines between. */
static bool
is_told(const struct unit_text *line)
{
	return line->kind == UNIT_TEXT && line->left && *line->left;
}

static void
put_line(struct sheet *sheet, size_t row, const struct unit_text *line, const char *label)
{
	const char *const texts[] = { label, line->left, line->right };

	for (size_t i = 0; i < ARRAY_COUNT(texts); i++)
		if (texts[i])
			cell_take_shown(sheet_cell(sheet, row, i), texts[i], false);
}

bool
unit_report_lines(const struct unit_view *view, struct report *out, struct err *err)
{
	static const struct words heads[] = { WORDS("Mục", "What"), WORDS("Tên", "Name"), WORDS("Chi tiết", "Detail") };
	const char *label = "";
	size_t rows = 0, at = 0;

	if (!view_begin_report(&view->view, out, view->page.full_name, true, err))
		return false;
	for (size_t i = 0; i < view->count; i++)
		rows += is_told(&view->lines[i]);
	out->sheet = sheet_new(rows, ARRAY_COUNT(heads));
	for (size_t i = 0; i < ARRAY_COUNT(heads); i++)
		out->sheet.columns[i].text = mem_copy_text(say(heads[i]));
	/* A label stands for the lines below it too. */
	for (size_t i = 0; i < view->count; i++) {
		const struct unit_text *line = &view->lines[i];
		label = line->label && *line->label ? line->label : label;
		if (is_told(line))
			put_line(&out->sheet, at++, line, label);
	}
	return true;
}
