/* Cụm › Vai trò: members × years with T and P, times served, and the suggestion for the next year with its reason. */
#include "app/reports.h"
#include "app/role_matrix.h"
#include "base/mem.h"
#include "cluster.h"
#include "model/fields.h"
#include "text/case.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/list.h"
#include <stdlib.h>

#define NAME_WIDTH 22 /* columns 1 … 22 */
#define YEAR_WIDTH 6
#define NEXT_WIDTH 7  /* the year after: its mark stands in the middle, with ( ) and [ ] around */
#define YEARS_USUAL 5 /* at 80 columns, with the year after */
#define COUNT_COLUMNS 3
#define REASON_LEAST 36 /* columns; a narrower reason goes on below what it is the reason of */
static const int count_widths[COUNT_COLUMNS] = { 9, 5, 11 };

struct roles_page {
	struct page page;
	struct role_matrix matrix;
	struct list list; /* rows, their filter and focus; drawn here */
	int year;         /* with the focus: index into matrix.years */
	int years;        /* how many find room */
	int counts;       /* how many of the columns behind them do */
	bool placed;      /* the focus was put onto the suggestion or this year */
};

static struct roles_page *
roles_of(const struct page *page)
{
	return (struct roles_page *)page;
}

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	(void)column;
	str_add_text(out, ((const struct roles_page *)of)->matrix.rows[row].name);
}

static int64_t
id_of(const void *of, size_t row)
{
	return ((const struct roles_page *)of)->matrix.rows[row].unit;
}

static const struct list_ops list_ops = { .cell = cell, .id = id_of };
static const struct list_column columns[] = { { .head = WORDS("Đơn vị", "Unit") } };

/* ---- what is under the cursor ---- */

static const struct matrix_row *
row_here(const struct roles_page *roles)
{
	size_t row = list_row(&roles->list);
	return row < roles->matrix.row_count ? &roles->matrix.rows[row] : NULL;
}

static bool
is_suggestion(enum matrix_mark mark)
{
	return mark == MATRIX_LEADER_SUGGESTED || mark == MATRIX_DEPUTY_SUGGESTED;
}

static enum matrix_mark
mark_here(const struct roles_page *roles)
{
	const struct matrix_row *row = row_here(roles);
	return row ? row->marks[roles->year] : MATRIX_OUTSIDE;
}

static int64_t
term_here(const struct roles_page *roles)
{
	const struct matrix_row *row = row_here(roles);
	return row ? row->terms[roles->year] : 0;
}

/* The first suggestion while next year has no leader; else this year's leader, else the first row. */
static void
place_focus(struct roles_page *roles)
{
	const struct role_matrix *matrix = &roles->matrix;
	size_t row = 0;
	if (!matrix->row_count)
		return;
	if (!matrix->decided && matrix->suggestion_count) {
		roles->year = (int)matrix->year_count - 1;
		for (size_t i = 0; i < matrix->row_count; i++)
			if (matrix->rows[i].unit == matrix->suggestions[0].unit)
				row = i;
	} else {
		roles->year = (int)matrix->year_count - 2;
		for (size_t i = matrix->row_count; i-- > 0;)
			if (matrix->rows[i].marks[roles->year] == MATRIX_LEADER)
				row = i;
	}
	list_focus(&roles->list, row);
	roles->placed = true;
}

/* ---- reading ---- */

/* How many years find room beside the names, and how many of the columns behind them. */
static void
measure(struct roles_page *roles, int columns_)
{
	int room = columns_ - 1 - (1 + NAME_WIDTH) - NEXT_WIDTH - (YEARS_USUAL - 1) * YEAR_WIDTH;
	roles->counts = 0;
	while (roles->counts < COUNT_COLUMNS && room >= count_widths[roles->counts])
		room -= count_widths[roles->counts++];
	roles->years = YEARS_USUAL + (room > 0 ? room / YEAR_WIDTH : 0);
}

static bool
load(struct page *page, struct err *err)
{
	struct roles_page *roles = roles_of(page);
	int64_t keep = list_id(&roles->list);
	int year = page_session(page)->year, keep_year = roles->placed ? roles->matrix.years[roles->year] : 0;
	bool was_decided = roles->matrix.decided;
	struct role_matrix fresh;
	measure(roles, ui_layout(page_ui(page)).columns);
	if (!role_matrix_read(&fresh, page_store(page), page_cluster(page), year + 2 - roles->years, year, err))
		return false;
	bool same_year = roles->placed && roles->matrix.years[roles->matrix.year_count - 1] == year + 1;
	role_matrix_release(&roles->matrix);
	roles->matrix = fresh;
	list_set_rows(&roles->list, fresh.row_count, keep);
	if (same_year && was_decided == fresh.decided && keep_year >= fresh.years[0])
		roles->year = keep_year - fresh.years[0];
	else
		place_focus(roles);
	return true;
}

static void
open(struct page *page)
{
	struct roles_page *roles = roles_of(page);
	roles->list = (struct list){ .ops = &list_ops,
		.of = roles,
		.columns = columns,
		.column_count = (int)ARRAY_COUNT(columns),
		.counted = SAY("đơn vị", "units"),
		.no_marks = true };
	roles->list.filter.composer = ui_composer(page_ui(page));
}

static void
close(struct page *page)
{
	role_matrix_release(&roles_of(page)->matrix);
	list_release(&roles_of(page)->list);
}

static enum context
context(const struct page *page)
{
	return list_context(&roles_of(page)->list, IN_MATRIX);
}

/* Rows come first; the legend and the suggestion have what is left. */
static void
arrange(struct page *page, const struct layout *layout)
{
	struct roles_page *roles = roles_of(page);
	struct area area = layout->body;
	int years = roles->years;
	measure(roles, layout->columns);
	if (years != roles->years)
		page->of->view.stale = true;
	if (roles->matrix.row_count && area.rows > (int)roles->matrix.row_count + 1)
		area.rows = (int)roles->matrix.row_count + 1;
	list_place(&roles->list, area, layout->state);
}

/* ---- drawing ---- */

/* The last column of the year's cell, without brackets. */
static int
mark_column(const struct roles_page *roles, int year)
{
	int last = (int)roles->matrix.year_count - 1;
	return year < last ? NAME_WIDTH + (year + 1) * YEAR_WIDTH : NAME_WIDTH + last * YEAR_WIDTH + 5;
}

static int
behind_years(const struct roles_page *roles)
{
	return NAME_WIDTH + ((int)roles->matrix.year_count - 1) * YEAR_WIDTH + NEXT_WIDTH;
}

static const char *
mark_shown(enum matrix_mark mark)
{
	switch (mark) {
	case MATRIX_MEMBER:
		return "·";
	case MATRIX_NOT_KNOWN:
		return "?";
	case MATRIX_LEADER:
		return say(SAY("T", "L"));
	case MATRIX_DEPUTY:
		return say(SAY("P", "D"));
	case MATRIX_LEADER_SUGGESTED:
		return say(SAY("(T)", "(L)"));
	case MATRIX_DEPUTY_SUGGESTED:
		return say(SAY("(P)", "(D)"));
	default:
		return " ";
	}
}

static void
draw_heads(const struct roles_page *roles, struct draw *draw, int row)
{
	static const struct words heads[COUNT_COLUMNS] = { WORDS("Trưởng", "Led"), WORDS("Phó", "Dep"),
		WORDS("Gần nhất", "Last") };
	int last = (int)roles->matrix.year_count - 1;
	draw_blank(draw, row, 1, draw->columns - 2, ROLE_HEAD);
	draw_text(draw, row, 1, NAME_WIDTH, ROLE_HEAD, say(columns[0].head));
	for (int i = 0; i <= last; i++) {
		struct str year = { 0 };
		str_add_integer(&year, roles->matrix.years[i]);
		draw_text(draw, row, mark_column(roles, i) - (i < last ? 3 : 1), 4, ROLE_HEAD, str_text(&year));
		str_release(&year);
	}
	int column = behind_years(roles);
	for (int i = 0; i < roles->counts && i < COUNT_COLUMNS; i++) {
		draw_right(draw, row, column + 1, count_widths[i], ROLE_HEAD, say(heads[i]));
		column += count_widths[i];
	}
}

static void
draw_mark(const struct roles_page *roles, struct draw *draw, int at, const struct matrix_row *row, int year, int down)
{
	bool focus = !down && year == roles->year;
	int column = mark_column(roles, year), half = is_suggestion(row->marks[year]) ? 1 : 0;
	const char *shown = mark_shown(row->marks[year]);
	draw_click(draw, at, column - 2, 5, click_move(down, year - roles->year, ACTION_ENTER));
	draw_text(draw, at, column - half, 1 + 2 * half, focus ? ROLE_FOCUS : ROLE_TEXT, shown);
	if (!focus)
		return;
	draw_text(draw, at, column - half - 1, 1, ROLE_FOCUS, "[");
	draw_text(draw, at, column + half + 1, 1, ROLE_FOCUS, "]");
	draw_cursor(draw, at, column);
}

static void
draw_row(const struct roles_page *roles, struct draw *draw, int at, size_t shown)
{
	const struct matrix_row *row = &roles->matrix.rows[roles->list.shown[shown]];
	int down = (int)shown - (int)roles->list.focus;
	struct str counts[COUNT_COLUMNS] = { { 0 } }, name = { 0 };
	draw_click(draw, at, 0, draw->columns, click_move(down, 0, ACTION_NONE));
	text_cut_before_mark(&name, row->name, NAME_WIDTH);
	draw_text(draw, at, 1, NAME_WIDTH, ROLE_TEXT, str_text(&name));
	str_release(&name);
	for (int i = 0; i < (int)roles->matrix.year_count; i++)
		draw_mark(roles, draw, at, row, i, down);
	str_add_integer(&counts[0], row->led);
	str_add_integer(&counts[1], row->deputised);
	if (row->last)
		str_add_integer(&counts[2], row->last);
	else
		str_add_text(&counts[2], say(SAY("chưa", "never")));
	int column = behind_years(roles);
	for (int i = 0; i < COUNT_COLUMNS; i++) {
		if (i < roles->counts)
			draw_right(draw, at, column + 1, count_widths[i], ROLE_TEXT, str_text(&counts[i]));
		column += count_widths[i];
		str_release(&counts[i]);
	}
}

struct paragraph {
	struct draw *draw;
	int row, last, column, next; /* next: column of the further rows */
};

static void
draw_line(void *to, const char *bytes, size_t length)
{
	struct paragraph *paragraph = to;
	char *line = mem_copy_bytes(bytes, length);
	if (paragraph->row <= paragraph->last)
		draw_text(paragraph->draw, paragraph->row, paragraph->column,
			paragraph->draw->columns - paragraph->column, ROLE_TEXT, line);
	paragraph->row++;
	paragraph->column = paragraph->next;
	free(line);
}

/* Returns the row behind it; rows after `last` are counted, not drawn. */
static int
draw_wrapped(struct draw *draw, int row, int last, int column, int next, const char *text)
{
	struct paragraph paragraph = { draw, row, last, column, next };
	text_wrap(text, draw->columns - next - 1, draw_line, &paragraph);
	if (row <= last && paragraph.row > last + 1)
		draw_text(draw, last, draw->columns - 1, 1, ROLE_TEXT, "…");
	return paragraph.row;
}

static void
widen(int *width, const struct draw *draw, const char *text)
{
	int own = draw_width(draw, text) + 2;
	*width = own > *width ? own : *width;
}

/* Post, unit and reason: the reason beside them, or, where that would be a narrow column, on in the same rows. */
static int
draw_suggestion(struct draw *draw, int row, int last, const struct matrix_suggestion *suggestion, int label, int unit)
{
	struct str shown = { 0 }, all = { 0 };
	text_first_upper(&shown, suggestion->label);
	text_pad(&all, str_text(&shown), label);
	text_pad(&all, suggestion->unit_name, unit);
	int beside = 3 + label + unit;
	bool narrow = draw->columns - beside < REASON_LEAST;
	if (narrow)
		str_add_text(&all, suggestion->reason);
	int end = draw_wrapped(draw, row, last, 3, 4, str_text(&all));
	if (!narrow)
		end = draw_wrapped(draw, row, last, beside, beside, suggestion->reason);
	str_release(&shown);
	str_release(&all);
	return end;
}

static int
draw_suggestions(const struct roles_page *roles, struct draw *draw, int row, int last)
{
	const struct role_matrix *matrix = &roles->matrix;
	int label = 0, unit = 0;
	struct str head = { 0 };
	str_add_integer(&head, matrix->years[matrix->year_count - 1]);
	char *text = say_format(
		SAY("Gợi ý năm {1} (chưa ghi vào sổ)", "Suggestion for {1} (not in the book)"), str_text(&head), NULL);
	row = draw_wrapped(draw, row, last, 1, 1, text);
	free(text);
	str_release(&head);
	for (size_t i = 0; i < matrix->suggestion_count; i++) {
		widen(&label, draw, matrix->suggestions[i].label);
		widen(&unit, draw, matrix->suggestions[i].unit_name);
	}
	for (size_t i = 0; i < matrix->suggestion_count; i++)
		row = draw_suggestion(draw, row, last, &matrix->suggestions[i], label, unit);
	return row;
}

static void
draw_legend(struct draw *draw, int row)
{
	struct words wide = SAY("T trưởng  P phó  · thành viên  ? sổ chưa ghi  ( ) gợi ý  trống: ngoài cụm",
			     "L leader  D deputy  · member  ? not known  ( ) suggested  blank: no member"),
		     narrow = SAY("T trưởng  P phó  · thành viên  ? chưa ghi  ( ) gợi ý",
			     "L leader  D deputy  · member  ? unknown  ( ) suggested");
	draw_text(draw, row, 1, draw->columns - 2, ROLE_QUIET,
		say(draw_width(draw, say(wide)) > draw->columns - 2 ? narrow : wide));
}

/* Below the rows: what the marks mean, what is suggested and why.  In a low window the legend goes first, then the blank row. */
static void
draw_below(const struct roles_page *roles, struct draw *draw, int row, int last)
{
	const struct role_matrix *matrix = &roles->matrix;
	bool remarks = *matrix->remark && (matrix->suggestion_count || !matrix->decided);
	int rows = matrix->suggestion_count ? draw_suggestions(roles, draw, 0, -1) : 0;
	bool legend = row + 1 + rows + (remarks ? 1 : 0) <= last || (!rows && !remarks);
	if (legend && row <= last)
		draw_legend(draw, row);
	if (legend)
		row += 2;
	else if (row + rows - 1 > last)
		row--;
	if (matrix->suggestion_count)
		row = draw_suggestions(roles, draw, row, last);
	if (remarks)
		draw_wrapped(draw, row, last, 3, 3, matrix->remark);
}

static void
draw(const struct page *page, struct draw *draw)
{
	const struct roles_page *roles = roles_of(page);
	const struct list *list = &roles->list;
	struct layout layout = ui_layout(page_ui(page));
	int at = list->area.row, last = layout.body.row + layout.body.rows - 1;
	if (!roles->matrix.row_count)
		return;
	draw_heads(roles, draw, at++);
	for (size_t n = list->top; n < list->shown_count && at < list->area.row + list->area.rows; n++)
		draw_row(roles, draw, at++, n);
	draw_below(roles, draw, at + 1, last);
	list_draw_filter(list, draw, true);
}

/* ---- around it ---- */

static void
add_term(const struct roles_page *roles, int64_t term, struct str *out)
{
	for (size_t i = 0; i < roles->matrix.term_count; i++) {
		const struct matrix_term *of = &roles->matrix.terms[i];
		if (of->term != term)
			continue;
		str_add_format(out, " · %s %d", of->role, of->year);
		if (*of->person)
			str_add_format(out, " · %s", of->person);
		if (*of->how)
			str_add_format(out, " · %s", of->how);
	}
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct roles_page *roles = roles_of(page);
	const struct matrix_row *row = row_here(roles);
	if (row && term_here(roles)) {
		str_add_text(&frame->detail, row->name);
		add_term(roles, term_here(roles), &frame->detail);
	}
	if (!row)
		str_add_text(&frame->note,
			say(SAY("Sổ chưa ghi thành viên của cụm: F6 2 rồi F7 để thêm.",
				"The book has no members of the cluster: F6 2, then F7 adds one.")));
	else if (is_suggestion(mark_here(roles)))
		str_add_text(&frame->note,
			say(SAY("Enter mở phiếu điền sẵn cả hai vai trò; chưa lưu gì.",
				"Enter opens a form with both roles filled in; nothing is saved yet.")));
}

static const struct hint *
hints(const struct page *page, size_t *count)
{
	static const struct hint hints[] = {
		HINT("Enter", ENTER, "Nhận gợi ý", "Take suggestion"),
		HINT("F2", EDIT, "Ghi vai trò", "Give a role"),
		HINT("F5", DETAIL, "Nguồn", "Source"),
		HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	*count = ARRAY_COUNT(hints);
	const struct roles_page *roles = roles_of(page);
	return is_suggestion(mark_here(roles)) && !roles->list.in_filter ? hints : NULL;
}

/* ---- deeds ---- */

static bool
allows(const struct page *page, enum action_id action)
{
	const struct roles_page *roles = roles_of(page);
	bool writable = session_writable(page_session(page)), here = row_here(roles) != NULL;
	switch (action) {
	case ACTION_ENTER:
		return here && (writable || term_here(roles));
	case ACTION_EDIT:
	case ACTION_ADD:
		return writable && here;
	case ACTION_DELETE:
		return writable && term_here(roles);
	case ACTION_DETAIL:
		return here;
	case ACTION_LEFT:
		return roles->list.in_filter || roles->year > 0;
	case ACTION_RIGHT:
		return roles->list.in_filter || roles->year + 1 < (int)roles->matrix.year_count;
	default:
		return list_allows(&roles->list, action);
	}
}

static bool
give_role(struct roles_page *roles, struct err *err)
{
	const struct matrix_row *row = row_here(roles);
	if (!row)
		return false;
	struct preset presets[] = { { TERM_CLUSTER, page_cluster(&roles->page) }, { TERM_UNIT, row->unit },
		{ TERM_WORK_YEAR, roles->matrix.years[roles->year] }, { -1, 0 } };
	return form_open_record(page_ui(&roles->page), ENTITY_TERM, 0, presets, err);
}

static void
enter(struct roles_page *roles, struct err *err)
{
	struct ui *ui = page_ui(&roles->page);
	int64_t term = term_here(roles);
	if (is_suggestion(mark_here(roles)))
		form_open_suggestion(ui, page_cluster(&roles->page), page_session(&roles->page)->year, err);
	else if (term)
		form_open_record(ui, ENTITY_TERM, term, NULL, err);
	else
		give_role(roles, err);
}

static void
show_detail(struct roles_page *roles, struct err *err)
{
	int64_t term = term_here(roles);
	const struct matrix_row *row = row_here(roles);
	if (term)
		detail_open(page_ui(&roles->page), ENTITY_TERM, term, err);
	else if (row)
		detail_open(page_ui(&roles->page), ENTITY_UNIT, row->unit, err);
}

static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	struct roles_page *roles = roles_of(page);
	if ((action == ACTION_LEFT || action == ACTION_RIGHT) && !roles->list.in_filter) {
		if (allows(page, action))
			roles->year += action == ACTION_RIGHT ? 1 : -1;
		return VIEW_DONE;
	}
	enum outcome outcome = list_act(&roles->list, action, err);
	if (outcome != VIEW_PASS || !allows(page, action))
		return outcome;
	switch (action) {
	case ACTION_ENTER:
		enter(roles, err);
		return VIEW_DONE;
	case ACTION_EDIT:
	case ACTION_ADD:
		give_role(roles, err);
		return VIEW_DONE;
	case ACTION_DELETE:
		remove_open(page_ui(page), ENTITY_TERM, term_here(roles), err);
		return VIEW_DONE;
	case ACTION_DETAIL:
		show_detail(roles, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct page *page, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&roles_of(page)->list, utf8, length, pasted, err);
}

static struct words
label(const struct page *page, enum action_id action)
{
	(void)page;
	switch (action) {
	case ACTION_EDIT:
	case ACTION_ADD:
		return SAY("Ghi vai trò", "Give a role");
	case ACTION_DELETE:
		return SAY("Gỡ vai trò (hỏi lại)", "Take role away (asks)");
	default:
		return SAY(NULL, NULL);
	}
}

static bool
is_empty(const struct page *page)
{
	return !row_here(roles_of(page));
}

static bool
report(struct page *page, struct report *out, struct err *err)
{
	return report_roles(out, page_store(page), page_cluster(page), roles_of(page)->matrix.years[0],
		page_session(page)->year, err);
}

const struct page_ops roles_page_ops = {
	.size = sizeof(struct roles_page),
	.open = open,
	.context = context,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = label,
	.hints = hints,
	.report = report,
	.close = close,
	.is_empty = is_empty,
};
