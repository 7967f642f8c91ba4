/* Cụm › Chung: the cluster at a glance.  Every line is a place to go: roles, metrics, reports, meeting, covenant. */
#include "app/lacking.h"
#include "app/overview.h"
#include "base/mem.h"
#include "cluster.h"
#include "text/case.h"
#include "view_sheet.h"
#include <stdlib.h>

enum part { PART_ROLES, PART_METRICS, PART_REPORTS, PART_MEETING, PART_COVENANT, PART_LACKING };
/* A place with the focus or a line between: the order on the screen. */
struct overview_row {
	enum { ROW_TERM, ROW_SUGGESTION, ROW_NO_ROLE, ROW_METRIC, ROW_LINE, ROW_LACKING, ROW_HEAD, ROW_GAP } kind;
	enum part part;
	size_t index; /* of the term, suggestion, metric */
	int year;     /* of a role: shown when it is the first of the year; else 0 */
};
struct overview_page {
	struct page page;
	struct overview overview;
	struct lacking lacking; /* of large screens */
	bool large;
	struct overview_row *rows;
	size_t row_count, row_capacity;
	size_t focus, top;
	struct area area;
	bool placed;
};

#define LABEL 1
#define FIRST 16 /* what is said of the label */
/* Right edges of the four columns of numbers, counted from the right edge of the screen. */
static const int number_edges[] = { 31, 20, 9, 2 };
#define NUMBERS 4

/* Where the unit and what is said of it begin: English names of roles are longer. */
static int
second_column(void)
{
	return say_language() == LANGUAGE_VI ? 28 : 31;
}

static int
third_column(void)
{
	return second_column() + 22;
}

static struct overview_page *
overview_of(const struct page *page)
{
	return (struct overview_page *)page;
}

/* ---- rows ---- */

static void
add_row(struct overview_page *page, struct overview_row row)
{
	ARRAY_RESERVE(page->rows, page->row_count, page->row_capacity);
	page->rows[page->row_count++] = row;
}

/* Terms of the year, for the next one also what is suggested; else that nothing is known. */
static void
add_roles(struct overview_page *page, int year, bool suggests)
{
	const struct role_matrix *roles = &page->overview.roles;
	size_t before = page->row_count;
	for (size_t i = 0; i < roles->term_count; i++)
		if (roles->terms[i].year == year && (roles->terms[i].leads || roles->terms[i].deputises))
			add_row(page,
				(struct overview_row){ ROW_TERM, PART_ROLES, i, page->row_count == before ? year : 0 });
	for (size_t i = 0; suggests && i < roles->suggestion_count; i++)
		add_row(page,
			(struct overview_row){ ROW_SUGGESTION, PART_ROLES, i, page->row_count == before ? year : 0 });
	if (page->row_count == before)
		add_row(page, (struct overview_row){ ROW_NO_ROLE, PART_ROLES, 0, year });
}

static void
lay_out_rows(struct overview_page *page, int year)
{
	page->row_count = 0;
	add_roles(page, year, false);
	add_roles(page, year + 1, true);
	add_row(page, (struct overview_row){ .kind = ROW_GAP });
	add_row(page, (struct overview_row){ .kind = ROW_HEAD });
	for (size_t i = 0; i < page->overview.metrics.row_count; i++)
		add_row(page, (struct overview_row){ ROW_METRIC, PART_METRICS, i, 0 });
	add_row(page, (struct overview_row){ .kind = ROW_GAP });
	add_row(page, (struct overview_row){ ROW_LINE, PART_REPORTS, 0, 0 });
	add_row(page, (struct overview_row){ ROW_LINE, PART_MEETING, 0, 0 });
	add_row(page, (struct overview_row){ ROW_LINE, PART_COVENANT, 0, 0 });
	if (page->lacking.count)
		add_row(page, (struct overview_row){ .kind = ROW_GAP });
	for (size_t i = 0; i < page->lacking.count; i++)
		add_row(page, (struct overview_row){ ROW_LACKING, PART_LACKING, i, 0 });
}

static bool
is_place(const struct overview_row *row)
{
	return row && row->kind != ROW_GAP && row->kind != ROW_HEAD;
}

static const struct overview_row *
row_here(const struct overview_page *page)
{
	return page->focus < page->row_count ? &page->rows[page->focus] : NULL;
}

static void
focus_part(struct overview_page *page, enum part part)
{
	for (size_t i = 0; i < page->row_count; i++) {
		if (is_place(&page->rows[i]) && page->rows[i].part == part) {
			page->focus = i;
			return;
		}
	}
}

static bool
load(struct page *page, struct err *err)
{
	struct overview_page *overview = overview_of(page);
	struct overview fresh;
	int year = page_session(page)->year;
	if (!overview_read(&fresh, page_store(page), page_cluster(page), year, err))
		return false;
	overview_release(&overview->overview);
	overview->overview = fresh;
	lacking_release(&overview->lacking);
	overview->large = ui_layout(page_ui(page)).large;
	lay_out_rows(overview, year);
	if (overview->large &&
		!lacking_read(&overview->lacking, page_store(page), page_cluster(page),
			session_period(page_session(page)), err))
		return false;
	lay_out_rows(overview, year);
	if (!overview->placed)
		focus_part(overview, fresh.metrics.row_count ? PART_METRICS : PART_ROLES);
	overview->placed = true;
	if (overview->focus >= overview->row_count || !is_place(&overview->rows[overview->focus]))
		focus_part(overview, PART_ROLES);
	return true;
}

static void
close(struct page *page)
{
	overview_release(&overview_of(page)->overview);
	lacking_release(&overview_of(page)->lacking);
	free(overview_of(page)->rows);
}

static void
arrange(struct page *page, const struct layout *layout)
{
	struct overview_page *overview = overview_of(page);
	size_t rows = (size_t)layout->body.rows;
	if (overview->large != layout->large)
		page->of->view.stale = true;
	overview->area = layout->body;
	if (overview->focus < overview->top)
		overview->top = overview->focus;
	if (overview->focus >= overview->top + rows)
		overview->top = overview->focus + 1 - rows;
	if (overview->top + rows > overview->row_count)
		overview->top = overview->row_count > rows ? overview->row_count - rows : 0;
}

static enum context
context(const struct page *page)
{
	(void)page;
	return IN_LIST;
}

/* ---- drawing ---- */

static void
draw_label(struct draw *draw, int at, struct words words, int year)
{
	struct str text = { 0 };
	str_add_integer(&text, year);
	char *label = say_format(words, str_text(&text), NULL);
	draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, label);
	free(label);
	str_release(&text);
}

static void
draw_role(struct draw *draw, int at, enum role role, const char *label, const char *unit, const char *rest)
{
	struct str shown = { 0 };
	text_first_upper(&shown, label);
	draw_text(draw, at, FIRST, second_column() - FIRST - 1, role, str_text(&shown));
	draw_text(draw, at, second_column(), 21, role, unit);
	draw_text(draw, at, third_column(), draw->columns - third_column() - 1, role, rest);
	str_release(&shown);
}

/* Of this year who acts, of the next how it was given. */
static void
draw_term(const struct overview_page *page, struct draw *draw, int at, enum role role, const struct overview_row *row)
{
	const struct matrix_term *term = &page->overview.roles.terms[row->index];
	bool now = term->year == page_session(&page->page)->year;
	const char *first = now ? term->person : term->how, *second = now ? term->how : term->person;
	draw_role(draw, at, role, term->role, *term->unit_name ? term->unit_name : "…", *first ? first : second);
}

static void
draw_suggestion(
	const struct overview_page *page, struct draw *draw, int at, enum role role, const struct overview_row *row)
{
	const struct matrix_suggestion *suggestion = &page->overview.roles.suggestions[row->index];
	struct str unit = { 0 }, reason = { 0 };
	str_add_format(&unit, "(%s)", suggestion->unit_name);
	str_add_text(&reason, say(SAY("gợi ý, ", "suggested, ")));
	str_add_text(&reason, suggestion->reason);
	draw_role(draw, at, role, suggestion->label, str_text(&unit), str_text(&reason));
	str_release(&unit);
	str_release(&reason);
}

static void
draw_number_heads(const struct overview_page *page, struct draw *draw, int at)
{
	const struct sheet *metrics = &page->overview.metrics;
	draw_blank(draw, at, 1, draw->columns - 2, ROLE_HEAD);
	draw_text(draw, at, LABEL, draw->columns - number_edges[0] - 8, ROLE_HEAD,
		say(SAY("Chỉ tiêu chính (toàn cụm báo cáo)", "Main metrics (the cluster's own report)")));
	for (size_t i = 0; i < NUMBERS && i < metrics->column_count; i++)
		draw_right(draw, at, draw->columns - number_edges[i] - 10, 10, ROLE_HEAD,
			i == 2 ? say(SAY("Thay đổi", "Change")) : metrics->columns[i].text);
}

static enum role
role_of_change(const char *shown, enum role otherwise)
{
	return text_starts(shown, "▲") ? ROLE_UP : text_starts(shown, "▼") ? ROLE_DOWN : otherwise;
}

static void
draw_metric(const struct overview_page *page, struct draw *draw, int at, enum role role, size_t row)
{
	const struct sheet *metrics = &page->overview.metrics;
	const struct head *head = &metrics->rows[row];
	int leftmost = draw->columns;
	for (size_t i = 0; i < NUMBERS && i < metrics->column_count; i++) {
		struct str text = { 0 };
		cell_show(sheet_cell(metrics, row, i), &text);
		int edge = draw->columns - number_edges[i], width = draw_width(draw, str_text(&text));
		draw_text(draw, at, edge - width, width, i == 2 ? role_of_change(str_text(&text), role) : role,
			str_text(&text));
		leftmost = edge - width < leftmost ? edge - width : leftmost;
		str_release(&text);
	}
	view_row_name(draw, at, LABEL, leftmost - LABEL - 2, role, head);
}

static const struct overview_line *
line_of(const struct overview_page *page, enum part part)
{
	return part == PART_REPORTS    ? &page->overview.reports
		: part == PART_MEETING ? &page->overview.meeting
				       : &page->overview.covenant;
}

static void
draw_line(const struct overview_page *page, struct draw *draw, int at, enum role role, enum part part)
{
	static const struct words labels[] = {
		[PART_REPORTS] = WORDS("Báo cáo", "Reports"), [PART_MEETING] = WORDS("Hội nghị cuối", "Last meeting")
	};
	if (part == PART_COVENANT)
		draw_label(draw, at, SAY("Giao ước {1}", "Covenant {1}"), page->overview.covenant_year);
	else
		draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, say(labels[part]));
	draw_text(draw, at, FIRST, draw->columns - FIRST, role, line_of(page, part)->text);
}

/* The metric, how many members lack it, and who. */
static void
draw_lacking(const struct overview_page *page, struct draw *draw, int at, enum role role, size_t index)
{
	const struct lacking_row *row = &page->lacking.rows[index];
	struct str count = { 0 };
	if (index == 0)
		draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, say(SAY("Còn thiếu", "Lacking")));
	str_add_format(&count, "%zu/%zu", row->count, row->asked);
	draw_text(draw, at, FIRST, 25, role, row->name);
	draw_right(draw, at, FIRST + 25, 6, role, str_text(&count));
	draw_text(draw, at, FIRST + 33, draw->columns - FIRST - 34, role, row->units);
	str_release(&count);
}

static void
draw_row(const struct overview_page *page, struct draw *draw, int at, size_t index)
{
	const struct overview_row *row = &page->rows[index];
	bool focus = index == page->focus;
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	if (focus) {
		int from = row->kind == ROW_METRIC ? LABEL : FIRST;
		draw_blank(draw, at, from, draw->columns - from - 1, ROLE_FOCUS);
		draw_text(draw, at, 0, 1, ROLE_TEXT, "►");
	}
	if (row->part == PART_ROLES && row->year)
		draw_label(draw, at, SAY("Vai trò {1}", "Roles {1}"), row->year);
	switch (row->kind) {
	case ROW_TERM:
		draw_term(page, draw, at, role, row);
		break;
	case ROW_SUGGESTION:
		draw_suggestion(page, draw, at, role, row);
		break;
	case ROW_NO_ROLE:
		draw_role(draw, at, role, say(SAY("Cụm trưởng", "Leader")), "…",
			say(SAY("sổ chưa ghi", "not in the book")));
		break;
	case ROW_METRIC:
		draw_metric(page, draw, at, role, row->index);
		break;
	case ROW_LINE:
		draw_line(page, draw, at, role, row->part);
		break;
	case ROW_LACKING:
		draw_lacking(page, draw, at, role, row->index);
		break;
	case ROW_HEAD:
		draw_number_heads(page, draw, at);
		break;
	case ROW_GAP:
		break;
	}
	if (focus)
		draw_cursor(draw, at, LABEL);
}

static void
draw(const struct page *page, struct draw *draw)
{
	const struct overview_page *overview = overview_of(page);
	for (int i = 0; i < overview->area.rows && overview->top + (size_t)i < overview->row_count; i++)
		draw_row(overview, draw, overview->area.row + i, overview->top + (size_t)i);
}

static const struct hint *
hints(const struct page *page, size_t *count)
{
	static const struct hint hints[] = {
		HINT("Enter", ENTER, "Mở", "Open"),
		HINT("F6", TABS, "Ngăn", "Tabs"),
		HINT("F3", PERIOD, "Kỳ", "Period"),
		HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
		HINT("F2", EDIT, "Sửa", "Edit"),
		HINT("F5", DETAIL, "Nguồn", "Source"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	(void)page;
	*count = ARRAY_COUNT(hints);
	return hints;
}

/* ---- deeds ---- */

/* The record behind the row; ENTITY_NONE: none. */
static enum entity_id
record_here(const struct overview_page *page, int64_t *record)
{
	const struct overview_row *row = row_here(page);
	*record = 0;
	if (!row)
		return ENTITY_NONE;
	if (row->kind == ROW_TERM) {
		*record = page->overview.roles.terms[row->index].term;
		return ENTITY_TERM;
	}
	if (row->kind == ROW_METRIC) {
		*record = sheet_cell(&page->overview.metrics, row->index, 1)->record;
		return *record ? ENTITY_FIGURE : ENTITY_NONE;
	}
	if (row->kind != ROW_LINE)
		return ENTITY_NONE;
	*record = line_of(page, row->part)->record;
	if (!*record)
		return ENTITY_NONE;
	return row->part == PART_REPORTS ? ENTITY_ROUND : row->part == PART_MEETING ? ENTITY_MEETING : ENTITY_COVENANT;
}

static bool
allows(const struct page *page, enum action_id action)
{
	const struct overview_page *overview = overview_of(page);
	int64_t record;
	switch (action) {
	case ACTION_ENTER:
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_FIRST:
	case ACTION_LAST:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		return overview->row_count > 0;
	case ACTION_EDIT:
		return session_writable(page_session(page));
	case ACTION_DETAIL:
		return record_here(overview, &record) != ENTITY_NONE;
	default:
		return false;
	}
}

static void
step(struct overview_page *page, int by)
{
	size_t at = page->focus;
	while (by < 0 ? at > 0 : at + 1 < page->row_count) {
		at = by < 0 ? at - 1 : at + 1;
		if (is_place(&page->rows[at])) {
			page->focus = at;
			return;
		}
	}
	if (by < 0)
		page->top = 0;
}

static void
step_part(struct overview_page *page, int by)
{
	const struct overview_row *here = row_here(page);
	int part = here ? (int)here->part : 0;
	for (int tries = 0; tries <= PART_LACKING; tries++) {
		part = (part + by + PART_LACKING + 1) % (PART_LACKING + 1);
		size_t before = page->focus;
		focus_part(page, (enum part)part);
		if (page->focus != before)
			return;
	}
}

static void
open_row(struct overview_page *page, struct err *err)
{
	const struct overview_row *row = row_here(page);
	struct ui *ui = page_ui(&page->page);
	int64_t record;
	enum entity_id entity = record_here(page, &record);
	struct page *other;
	if (!row)
		return;
	switch (row->kind) {
	case ROW_SUGGESTION:
		form_open_suggestion(ui, page_cluster(&page->page), page_session(&page->page)->year, err);
		return;
	case ROW_METRIC:
		other = page_go(&page->page, CLUSTER_COMPARE, err);
		if (other)
			compare_show_chart(other, page->overview.metrics.rows[row->index].record);
		return;
	case ROW_NO_ROLE:
		page_go(&page->page, CLUSTER_ROLES, err);
		return;
	default:
		break;
	}
	if (entity)
		form_open_record(ui, entity, record, NULL, err);
	else
		page_go(&page->page,
			row->part == PART_REPORTS           ? CLUSTER_FIGURES
				: row->part == PART_MEETING ? CLUSTER_MEETINGS
							    : CLUSTER_COVENANTS,
			err);
}

/* F2: the record behind the row; figures are edited in their grid; else the cluster itself. */
static void
edit(struct overview_page *page, struct err *err)
{
	int64_t record;
	enum entity_id entity = record_here(page, &record);
	const struct overview_row *here = row_here(page);
	if (here && here->kind == ROW_METRIC)
		page_go(&page->page, CLUSTER_FIGURES, err);
	else if (entity)
		form_open_record(page_ui(&page->page), entity, record, NULL, err);
	else
		form_open_record(page_ui(&page->page), ENTITY_CLUSTER, page_cluster(&page->page), NULL, err);
}

static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	struct overview_page *overview = overview_of(page);
	int64_t record;
	enum entity_id entity;
	if (!allows(page, action))
		return VIEW_PASS;
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
		step(overview, action == ACTION_UP ? -1 : 1);
		return VIEW_DONE;
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
		step_part(overview, action == ACTION_NEXT_STOP ? 1 : -1);
		return VIEW_DONE;
	case ACTION_FIRST:
	case ACTION_PAGE_BACK:
		focus_part(overview, PART_ROLES);
		return VIEW_DONE;
	case ACTION_LAST:
	case ACTION_PAGE_ON:
		focus_part(overview, PART_COVENANT);
		return VIEW_DONE;
	case ACTION_ENTER:
		open_row(overview, err);
		return VIEW_DONE;
	case ACTION_EDIT:
		edit(overview, err);
		return VIEW_DONE;
	case ACTION_DETAIL:
		entity = record_here(overview, &record);
		detail_open(page_ui(page), entity, record, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct overview_page *overview = overview_of(page);
	const struct overview_row *row = row_here(overview);
	if (!row || row->kind != ROW_METRIC)
		return;
	const struct cell *now = sheet_cell(&overview->overview.metrics, row->index, 1);
	if (now->marks & MARK_COVERAGE)
		str_add_text(&frame->note,
			say(SAY("†: số gộp thêm hoặc chỉ là một phần của chỉ tiêu; F5 cho biết.",
				"†: covers more or less than the metric; F5 tells.")));
}

const struct page_ops overview_page_ops = {
	.size = sizeof(struct overview_page),
	.context = context,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.allows = allows,
	.hints = hints,
	.close = close,
};
