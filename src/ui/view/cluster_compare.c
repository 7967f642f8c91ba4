/* Cụm › So sánh: metrics × years, like with like. */
#include "cluster_compare.h"
#include "app/reports.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/width.h"
#include "ui/click.h"
#include "view_sheet.h"
#include <stdlib.h>

#define YEAR_WIDTH 9
#define PERCENT_WIDTH 8
#define NAME_LEAST 20
#define BAR_CELLS 20

struct compare_page *
compare_of(const struct page *page)
{
	return (struct compare_page *)page;
}

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	(void)column;
	str_add_text(out, ((const struct compare_page *)of)->sheet.rows[row].text);
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct head *head = &((const struct compare_page *)of)->sheet.rows[row];
	str_add_text(out, head->text);
	str_add_byte(out, '\n');
	str_add_text(out, head->brief ? head->brief : "");
}

static int64_t
id_of(const void *of, size_t row)
{
	return ((const struct compare_page *)of)->sheet.rows[row].record;
}

static const struct list_ops list_ops = { .cell = cell, .id = id_of, .searched = searched };
static const struct list_column columns[] = { { .head = WORDS("Chỉ tiêu", "Metric") } };

static size_t
row_here(const struct compare_page *page)
{
	size_t row = list_row(&page->list);
	return row < page->sheet.row_count ? row : SIZE_MAX;
}

/* The cell with the focus; on the name that of the work year. */
static const struct cell *
cell_here(const struct compare_page *page, int *year)
{
	size_t row = row_here(page);
	int column = page->column ? page->column - 1 : page->years - 1;
	if (row == SIZE_MAX || column < 0 || column >= (int)page->sheet.column_count)
		return NULL;
	*year = page_session(&page->page)->year - (page->years - 1) + column;
	return sheet_cell(&page->sheet, row, (size_t)column);
}

/* ---- reading ---- */

struct compare_wish
compare_wish_of(const struct compare_page *page)
{
	const struct session *session = page_session(&page->page);
	return (struct compare_wish){
		.subject = page->subject == COMPARE_UNIT ? page->unit : page_cluster(&page->page),
		.members_sum = page->subject == COMPARE_SUM,
		.part = session->part,
		.boundary_now = page->boundary_now,
		.same_units = page->same_units && page->subject == COMPARE_SUM,
	};
}

static int
years_of(const struct layout *layout)
{
	return layout->columns >= 120 ? 5 : layout->columns >= 100 ? 4 : layout->columns >= 80 ? 3 : 2;
}

static bool
load(struct page *page, struct err *err)
{
	struct compare_page *compare = compare_of(page);
	struct layout layout = ui_layout(page_ui(page));
	int64_t keep = list_id(&compare->list);
	struct compare_wish wish = compare_wish_of(compare);
	compare->years = years_of(&layout);
	wish.last_year = page_session(page)->year;
	wish.first_year = wish.last_year - compare->years + 1;
	struct sheet fresh;
	if (!compare_read(&fresh, page_store(page), &wish, err))
		return false;
	sheet_release(&compare->sheet);
	compare->sheet = fresh;
	list_set_rows(&compare->list, fresh.row_count, keep);
	if (compare->column > (int)fresh.column_count)
		compare->column = 0;
	if (compare->charting && !chart_load(compare, err))
		return false;
	compare_tell(compare);
	return true;
}

static void
open(struct page *page)
{
	struct compare_page *compare = compare_of(page);
	compare->list = (struct list){ .ops = &list_ops,
		.of = compare,
		.columns = columns,
		.column_count = (int)ARRAY_COUNT(columns),
		.counted = SAY("chỉ tiêu", "metrics"),
		.no_marks = true };
	compare->list.filter.composer = ui_composer(page_ui(page));
}

static void
close(struct page *page)
{
	struct compare_page *compare = compare_of(page);
	sheet_release(&compare->sheet);
	list_release(&compare->list);
	str_release(&compare->unit_name);
	str_release(&compare->detail);
	chart_release(compare);
}

void
compare_show_chart(struct page *page, int64_t metric)
{
	struct compare_page *compare = compare_of(page);
	struct err err = { 0 };
	compare->metric = metric;
	compare->charting = true;
	compare->year = -1;
	if (!chart_load(compare, &err)) {
		compare->charting = false;
		ui_fault(page_ui(page), &err);
	}
	compare_tell(compare);
}

void
compare_chart_here(struct compare_page *page, struct err *err)
{
	size_t row = row_here(page);
	if (row == SIZE_MAX)
		err_set(err, ERR_NOT_FOUND,
			SAY("Chưa có chỉ tiêu nào để vẽ biểu đồ; thêm ở ngăn 4.",
				"No metric to chart; add them on tab 4."),
			NULL);
	else
		compare_show_chart(&page->page, page->sheet.rows[row].record);
}

/* ---- what is said ---- */

void
compare_subject_name(const struct compare_page *page, struct str *out)
{
	if (page->subject == COMPARE_UNIT)
		str_add_text(out, str_text(&page->unit_name));
	else
		str_add_text(out,
			page->subject == COMPARE_SUM ? say(SAY("cộng các đơn vị", "sum of the members"))
						     : say(SAY("toàn cụm báo cáo", "the cluster's own report")));
}

void
compare_tell(struct compare_page *page)
{
	int year;
	const struct cell *here = page->charting ? NULL : cell_here(page, &year);
	struct err err = { 0 };
	str_clear(&page->detail);
	if (page->charting && page->year >= 0 && page->chart.row_count)
		here = sheet_cell(&page->chart, 0, (size_t)page->year);
	if (!here)
		return;
	str_add_text(&page->detail, page->charting ? page->of_chart.name : page->sheet.rows[row_here(page)].text);
	str_add_text(&page->detail, " · ");
	if (here->entity == ENTITY_FIGURE && here->record) {
		if (!figure_told(&page->detail, page_store(&page->page), here->record, &err))
			ui_fault(page_ui(&page->page), &err);
	} else if (here->asked) {
		cell_show(here, &page->detail);
		str_add_format(&page->detail, " · %d/%d ", here->counted, here->asked);
		str_add_text(&page->detail, say(SAY("đơn vị có số", "units have a figure")));
	} else {
		cell_show(here, &page->detail);
	}
}

static void
add_switch(struct str *out, const char *words, bool chosen)
{
	str_add_format(out, chosen ? "[%s]" : " %s ", words);
}

static void
add_state(const struct compare_page *page, struct str *out)
{
	if (ui_layout(page_ui(&page->page)).columns < 80) {
		add_switch(out, say(SAY("mọi đơn vị", "all units")), !page->same_units);
		add_switch(out, say(SAY("cùng tập", "the same")), page->same_units);
		str_add_text(out, " · ");
	} else {
		str_add_text(out, say(SAY("Đơn vị: ", "Units: ")));
		add_switch(out, say(SAY("mọi đơn vị mỗi năm", "all of each year")), !page->same_units);
		add_switch(out, say(SAY("cùng tập đơn vị", "the same units")), page->same_units);
		str_add_text(out, say(SAY("  Ranh giới: ", "  Boundaries: ")));
	}
	add_switch(out, say(SAY("lúc đó", "of then")), !page->boundary_now);
	add_switch(out, say(SAY("hôm nay", "of today")), page->boundary_now);
}

/* Why there is no figure or no change, else what to beware of. */
static void
add_note(const struct compare_page *page, struct str *out)
{
	size_t row = row_here(page);
	int year, last = page_session(&page->page)->year;
	const struct cell *here = cell_here(page, &year);
	if (row == SIZE_MAX || !here)
		return;
	if (here->kind == CELL_REFUSED) {
		str_add_text(out, here->text);
		return;
	}
	if (page->sheet.note_count && (page->boundary_now || page->same_units)) {
		str_add_text(out, page->sheet.notes[0]);
		return;
	}
	for (int back = 0; page->years > 1 && back < 2; back++) {
		const struct cell *side = sheet_cell(&page->sheet, row, (size_t)(page->years - 1 - back));
		if (side->kind != CELL_UNKNOWN)
			continue;
		str_add_integer(out, last - back);
		str_add_text(out,
			say(SAY(": sổ chưa ghi, không tính được thay đổi.",
				": not in the book, no change can be computed.")));
		return;
	}
	if (page->sheet.note_count)
		str_add_text(out, page->sheet.notes[0]);
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct compare_page *compare = compare_of(page);
	if (compare->charting) {
		chart_frame(compare, frame);
		return;
	}
	add_state(compare, &frame->state);
	str_add_text(&frame->detail, str_text(&compare->detail));
	if (!compare->sheet.row_count)
		str_add_text(&frame->note,
			say(SAY("Chưa có chỉ tiêu nào để so sánh: F6 4 rồi F7 để thêm.",
				"No metric to compare: F6 4, then F7 adds one.")));
	else
		add_note(compare, &frame->note);
}

/* ---- drawing ---- */

/* Room of each column from its left neighbour's edge; figures are never cut. */
static int
width_of(const struct compare_page *page, size_t column)
{
	bool percent = column + 1 == page->sheet.column_count && page->years > 1;
	int widest = text_width(page->sheet.columns[column].text);
	for (size_t row = 0; row < page->sheet.row_count; row++) {
		struct str text = { 0 };
		const struct cell *of = sheet_cell(&page->sheet, row, column);
		if (of->kind != CELL_REFUSED)
			cell_show(of, &text);
		int own = text_width(str_text(&text));
		widest = own > widest ? own : widest;
		str_release(&text);
	}
	int least = percent ? PERCENT_WIDTH : YEAR_WIDTH;
	return widest + 3 > least ? widest + 3 : least;
}

/* Right edges (exclusive) of the columns that fit beside the names; those that do not are 0: the earliest years go first. */
static void
place_columns(const struct compare_page *page, int screen, int *edges)
{
	int edge = screen - (page->bar ? page->bar + 2 : 0);
	for (size_t column = page->sheet.column_count; column-- > 0;) {
		int width = width_of(page, column);
		edges[column] = edge - width >= NAME_LEAST ? edge : 0;
		edge = edges[column] ? edge - width : 0;
	}
}

static void
show_cell(const struct cell *of, struct str *out)
{
	if (of->kind == CELL_REFUSED)
		str_add_text(out, "×");
	else
		cell_show(of, out);
}

static enum role
role_of(const char *shown)
{
	return text_starts(shown, "▲") ? ROLE_UP : text_starts(shown, "▼") ? ROLE_DOWN : ROLE_TEXT;
}

static void
draw_row(const struct compare_page *page, struct draw *draw, int at, size_t row, int down, const int *edges)
{
	bool focus = !down;
	const struct head *head = &page->sheet.rows[row];
	int left = draw->columns;
	for (size_t column = 0; column < page->sheet.column_count; column++) {
		struct str text = { 0 };
		if (!edges[column])
			continue;
		show_cell(sheet_cell(&page->sheet, row, column), &text);
		int width = draw_width(draw, str_text(&text)), begin = edges[column] - width;
		bool here = focus && page->column == (int)column + 1;
		draw_click(draw, at, edges[column] - width_of(page, column) + 1, width_of(page, column),
			click_move(down, (int)column + 1 - page->column, ACTION_ENTER));
		draw_text(draw, at, begin, width, here ? ROLE_FOCUS : role_of(str_text(&text)), str_text(&text));
		if (here) {
			draw_text(draw, at, begin - 1, 1, ROLE_FOCUS, "[");
			draw_text(draw, at, edges[column], 1, ROLE_FOCUS, "]");
			draw_cursor(draw, at, edges[column] - 1);
		}
		left = begin < left ? begin : left;
		str_release(&text);
	}
	int room = left - 3;
	draw_click(draw, at, 0, room + 1, click_move(down, -page->column, ACTION_ENTER));
	view_row_name(draw, at, 1, room, focus && !page->column ? ROLE_FOCUS : ROLE_TEXT, head);
	if (focus)
		draw_text(draw, at, 0, 1, ROLE_TEXT, "►");
	if (focus && !page->column)
		draw_cursor(draw, at, 1);
	if (page->bar)
		view_bar(draw, at, draw->columns - page->bar - 1, page->bar, &page->sheet, row, page->years);
}

static void
draw_heads(const struct compare_page *page, struct draw *draw, int at, const int *edges)
{
	struct str name = { 0 }, head = { 0 }, part = { 0 }, lower = { 0 };
	compare_subject_name(page, &name);
	text_first_upper(&head, str_text(&name));
	period_show_part(session_period(page_session(&page->page)), &part);
	text_lower(&lower, str_text(&part));
	str_add_text(&head, ", ");
	str_add_text(&head, str_text(&lower));
	int left = draw->columns;
	draw_blank(draw, at, 1, draw->columns - 1, ROLE_HEAD);
	for (size_t column = 0; column < page->sheet.column_count; column++) {
		if (!edges[column])
			continue;
		int width = draw_width(draw, page->sheet.columns[column].text);
		draw_text(draw, at, edges[column] - width, width, ROLE_HEAD, page->sheet.columns[column].text);
		left = edges[column] - width < left ? edges[column] - width : left;
	}
	draw_text(draw, at, 1, left - 2, ROLE_HEAD, str_text(&head));
	str_release(&name);
	str_release(&head);
	str_release(&part);
	str_release(&lower);
}

static void
draw_table(const struct compare_page *page, struct draw *draw)
{
	const struct list *list = &page->list;
	int *edges = mem_new(page->sheet.column_count, sizeof *edges);
	int at = list->area.row;
	place_columns(page, draw->columns, edges);
	draw_heads(page, draw, at++, edges);
	for (size_t n = list->top; n < list->shown_count && at < list->area.row + list->area.rows; n++)
		draw_row(page, draw, at++, list->shown[n], (int)n - (int)list->focus, edges);
	free(edges);
	list_draw_filter(list, draw, true);
}

static void
draw(const struct page *page, struct draw *draw)
{
	const struct compare_page *compare = compare_of(page);
	if (compare->charting)
		chart_draw(compare, draw);
	else if (compare->sheet.row_count)
		draw_table(compare, draw);
}

static enum context
context(const struct page *page)
{
	const struct compare_page *compare = compare_of(page);
	return compare->charting ? IN_CHART : list_context(&compare->list, IN_COMPARISON);
}

static void
arrange(struct page *page, const struct layout *layout)
{
	struct compare_page *compare = compare_of(page);
	compare->bar = layout->large ? BAR_CELLS : 0;
	if (compare->years != years_of(layout) || (compare->charting && compare->chart_years != chart_years_of(layout)))
		page->of->view.stale = true;
	list_place(&compare->list, layout->body, layout->state);
}

/* ---- deeds ---- */

static bool
allows(const struct page *page, enum action_id action)
{
	const struct compare_page *compare = compare_of(page);
	int year;
	if (compare->charting)
		return chart_allows(compare, action);
	switch (action) {
	case ACTION_ENTER:
		return row_here(compare) != SIZE_MAX;
	case ACTION_DETAIL: {
		const struct cell *here = cell_here(compare, &year);
		return here && here->entity == ENTITY_FIGURE && here->record;
	}
	case ACTION_CHOOSE:
		return true;
	case ACTION_LEFT:
		return compare->list.in_filter || compare->column > 0;
	case ACTION_RIGHT:
		return compare->list.in_filter || compare->column < (int)compare->sheet.column_count;
	default:
		return list_allows(&compare->list, action);
	}
}

void
compare_open_cell(struct compare_page *page, const struct cell *of, int64_t metric, int year, struct err *err)
{
	if (of->entity == ENTITY_FIGURE && of->record) {
		detail_open(page_ui(&page->page), ENTITY_FIGURE, of->record, err);
		return;
	}
	int64_t subject = page->subject == COMPARE_UNIT ? page->unit
		: page->subject == COMPARE_OWN          ? page_cluster(&page->page)
							: 0;
	struct page *figures = page_go(&page->page, CLUSTER_FIGURES, year, err);
	if (figures)
		figures_show(figures, subject, metric, err);
}

/* On a name and on the changes beside the years. */
static bool
enters_chart(const struct compare_page *page)
{
	return !page->column || page->column > page->years;
}

static void
enter(struct compare_page *page, struct err *err)
{
	int year = 0;
	const struct cell *here = cell_here(page, &year);
	if (enters_chart(page))
		compare_chart_here(page, err);
	else if (here)
		compare_open_cell(page, here, page->sheet.rows[row_here(page)].record, year, err);
}

static enum outcome
act_in_table(struct compare_page *page, enum action_id action, struct err *err)
{
	int year;
	const struct cell *here;
	if ((action == ACTION_LEFT || action == ACTION_RIGHT) && !page->list.in_filter) {
		if (allows(&page->page, action))
			page->column += action == ACTION_RIGHT ? 1 : -1;
		return VIEW_DONE;
	}
	enum outcome outcome = list_act(&page->list, action, err);
	if (outcome != VIEW_PASS || !allows(&page->page, action))
		return outcome;
	switch (action) {
	case ACTION_ENTER:
		enter(page, err);
		return VIEW_DONE;
	case ACTION_DETAIL:
		here = cell_here(page, &year);
		if (here)
			detail_open(page_ui(&page->page), ENTITY_FIGURE, here->record, err);
		return VIEW_DONE;
	case ACTION_CHOOSE:
		compare_open_switches(page, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	struct compare_page *compare = compare_of(page);
	enum outcome outcome = compare->charting ? chart_act(compare, action, err) : act_in_table(compare, action, err);
	compare_tell(compare);
	return outcome;
}

static enum outcome
text(struct page *page, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct compare_page *compare = compare_of(page);
	if (compare->charting)
		return VIEW_PASS;
	enum outcome outcome = list_text(&compare->list, utf8, length, pasted, err);
	compare_tell(compare);
	return outcome;
}

static void
answer(struct page *page, const struct view *closed)
{
	struct compare_page *compare = compare_of(page);
	struct err err = { 0 };
	compare_chosen(compare, closed, &err);
	ui_fault(page_ui(page), &err);
}

static struct words
label(const struct page *page, enum action_id action)
{
	if (action != ACTION_CHOOSE)
		return SAY(NULL, NULL);
	return compare_of(page)->charting ? SAY("Chỉ tiêu, đơn vị", "Metric, unit") : SAY("Cách so", "How to compare");
}

static const struct hint *
hints(const struct page *page, size_t *count)
{
	static const struct hint on_name[] = {
		HINT("Enter", ENTER, "Biểu đồ", "Chart"),
		HINT("F4", CHOOSE, "Cách so", "How"),
		HINT("F3", PERIOD, "Năm", "Year"),
		HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
		HINT("a–z", TYPE, "Lọc", "Filter"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	const struct compare_page *compare = compare_of(page);
	if (compare->charting || compare->list.in_filter || !enters_chart(compare))
		return NULL;
	*count = ARRAY_COUNT(on_name);
	return on_name;
}

static bool
is_empty(const struct page *page)
{
	return !compare_of(page)->charting && !compare_of(page)->sheet.row_count;
}

/* Of the chart, the figures behind it. */
static bool
report(struct page *page, struct report *out, struct err *err)
{
	struct compare_page *compare = compare_of(page);
	struct compare_wish wish = compare_wish_of(compare);
	wish.last_year = page_session(page)->year;
	wish.first_year = wish.last_year - (compare->charting ? compare->chart_years : compare->years) + 1;
	wish.metrics = &compare->metric;
	wish.metric_count = compare->charting ? 1 : 0;
	return report_comparison(out, page_store(page), &wish, err);
}

const struct page_ops compare_page_ops = {
	.size = sizeof(struct compare_page),
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
	.is_empty = is_empty,
	.answer = answer,
	.report = report,
	.close = close,
};
