/* Cụm › Số liệu: members × metrics of one period. */
#include "cluster_figures.h"
#include "app/label.h"
#include "app/reports.h"
#include "base/mem.h"
#include <stdlib.h>

struct figures_page *
figures_of(const struct page *page)
{
	return (struct figures_page *)page;
}

/* ---- reading ---- */

static bool
load(struct page *page, struct err *err)
{
	struct figures_page *figures = figures_of(page);
	size_t band = figures_here(figures).band;
	figures_place_keep(figures);
	if (!figures_read(figures, err))
		return false;
	figures_count_heads(figures);
	figures_resize(figures);
	figures_place_back(figures, band);
	figures_tell(figures);
	return true;
}

bool
figures_show(struct page *page, int64_t subject, int64_t metric, struct err *err)
{
	struct figures_page *figures = figures_of(page);
	while (figures->list.filtering)
		list_act(&figures->list, ACTION_BACK, err);
	figures->shown = FIGURES_RESULT;
	if (figures->wanted == FIGURES_OVER_TIME)
		figures_arrange_over(figures, 0);
	figures_place_wish(figures, subject, metric);
	return load(page, err);
}

static void
open(struct page *page)
{
	struct figures_page *figures = figures_of(page);
	figures->grid = (struct grid){ .ops = &figures_grid_ops, .of = figures, .name_width = FIGURES_NAME_WIDTH };
	figures->list = (struct list){
		.ops = &figures_list_ops, .of = figures, .counted = SAY("dòng", "rows"), .no_marks = true
	};
	figures->list.filter.composer = ui_composer(page_ui(page));
	figures->news = page_session(page)->news;
}

static void
close(struct page *page)
{
	struct figures_page *figures = figures_of(page);
	figures_read_release(figures);
	grid_release(&figures->grid);
	list_release(&figures->list);
	str_release(&figures->detail);
	free(figures->question.text);
	record_release(&figures->base);
}

/* ---- what is said of the cell ---- */

static void
tell_computed(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_column *column = &page->figures.columns[spot.column];
	const struct cell *sum = &figures_summed(page, spot)->sums[spot.column];
	struct str name = { 0 }, units = { 0 };
	figures_line_name(page, spot, &name);
	str_add_format(&units, "%d/%d", sum->counted, sum->asked);
	char *told = say_format(spot.line == LINE_DIFFERENCE
			? SAY("{1} · {2}: toàn cụm báo cáo trừ cộng đơn vị, khi mọi đơn vị đã có số (nay {3})",
				  "{1} · {2}: the cluster's own report less the sum, once all units have a figure (now {3})")
			: SAY("{1} · {2} · {3} đơn vị có số", "{1} · {2} · {3} units have a figure"),
		column->name, str_text(&name), str_text(&units), NULL);
	str_add_text(out, told);
	free(told);
	str_release(&name);
	str_release(&units);
}

void
figures_tell(struct figures_page *page)
{
	struct figure_spot spot = figures_here(page);
	struct err err = { 0 };
	str_clear(&page->detail);
	if (spot.column >= page->figures.column_count || spot.line == LINE_RULE)
		return;
	if (!figures_cell(page, spot)) {
		tell_computed(page, spot, &page->detail);
		return;
	}
	bool done = (page->grid.editing ? figure_detail_brief : figure_detail)(&page->detail, page_store(&page->page),
		figures_key(page, spot), &page->figures.columns[spot.column], &err);
	if (!done)
		ui_fault(page_ui(&page->page), &err);
}

/* ---- around the grid ---- */

static enum context
context(const struct page *page)
{
	return list_context(&figures_of(page)->list, grid_context(&figures_of(page)->grid));
}

static void
arrange(struct page *page, const struct layout *layout)
{
	struct figures_page *figures = figures_of(page);
	bool fits = figures->arranged == figures_arranged_in(figures, layout->columns);
	if (!fits ||
		(figures->arranged == FIGURES_OVER_TIME &&
			figures->over.count != figures_years(figures, layout->columns)) ||
		(figures->arranged == FIGURES_PLAIN && layout->large != figures->has_before &&
			figures->shown != FIGURES_PERCENT))
		page->of->view.stale = true;
	grid_place(&figures->grid, layout->body, figures->has_before);
	list_place(&figures->list, layout->body, layout->state);
}

/* What the cell with the focus shows is a figure, of a unit or of the cluster's own report: not one that the book computes. */
static bool
takes_figures(const struct figures_page *page)
{
	return page->figures.column_count && figures_cell(page, figures_here(page)) &&
		figures_shown_at(page, figures_here(page)) != FIGURES_PERCENT;
}

/* 0: none, or a percentage. */
static int64_t
figure_here(const struct figures_page *page)
{
	return takes_figures(page) ? figures_cell(page, figures_here(page))->figure : 0;
}

/* What the cell with the focus shows is typed, not computed from others. */
static bool
is_typed(const struct figures_page *page)
{
	return session_writable(page_session(&page->page)) &&
		figures_shown_at(page, figures_here(page)) != FIGURES_PERCENT;
}

/* Which figures these are comes before the source, whose name may be cut.  Percentages are not typed, so they have none. */
static void
add_state(const struct figures_page *page, struct str *out)
{
	static const struct words kinds[FIGURES_SHOWN] = { [FIGURES_ASSIGNED] =
								   WORDS("KH: kế hoạch giao", "Plan assigned"),
		[FIGURES_REGISTERED] = WORDS("KH: kế hoạch đăng ký", "Plan registered"),
		[FIGURES_PERCENT] = WORDS("%: thực hiện so với kế hoạch giao", "% of the plan assigned") };
	static const struct words brief[FIGURES_SHOWN] = { [FIGURES_ASSIGNED] = WORDS("KH giao", "Assigned"),
		[FIGURES_REGISTERED] = WORDS("KH đ.ký", "Registered"),
		[FIGURES_PERCENT] = WORDS("% KH giao", "% of plan") };
	bool narrow = ui_layout(page_ui(&page->page)).columns < 80;
	enum figures_shown shown = page->arranged == FIGURES_BESIDE ? FIGURES_ASSIGNED : page->shown;
	if (page->arranged == FIGURES_OVER_TIME)
		str_add_format(out, "%s%s · ", page->over.name, say(SAY(" qua các năm", " over the years")));
	if (shown != FIGURES_RESULT)
		str_add_text(out, say(narrow ? brief[shown] : kinds[shown]));
	if (shown == FIGURES_PERCENT)
		return;
	str_add_text(out, shown == FIGURES_RESULT ? "" : " · ");
	str_add_text(out, say(SAY("Nguồn ghi kèm: ", "Source to go with it: ")));
	str_add_text(out, page->source.length ? str_text(&page->source) : say(SAY("(chưa chọn)", "(none chosen)")));
}

static void
add_no_members(const struct figures_page *page, struct str *out)
{
	str_add_text(out,
		say(session_writable(page_session(&page->page))
				? SAY("Sổ chưa ghi thành viên nào của năm này: F6 2 sang ngăn Đơn vị, F7 thêm đơn vị.",
					  "The book has no member in this year: F6 2 goes to the members, F7 adds one.")
				: SAY("Sổ chưa ghi thành viên nào của năm này.",
					  "The book has no member in this year.")));
}

static void
add_note(const struct figures_page *page, struct str *out)
{
	if (page->grid.editing)
		grid_note(&page->grid, out);
	else if (!page->figures.column_count)
		str_add_text(out,
			say(SAY("Cụm chưa có chỉ tiêu nào. F7 thêm chỉ tiêu.",
				"The cluster collects no metric yet. F7 adds one.")));
	else if (!page->figures.members.count && page->arranged != FIGURES_OVER_TIME)
		add_no_members(page, out);
	else if (figures_place_waits(page))
		str_add_text(out,
			say(SAY("Đơn vị hoặc chỉ tiêu vừa xem không có ở kỳ này; về kỳ cũ là con trỏ về chỗ cũ.",
				"The unit or metric is not there in this period; the cursor comes back with it.")));
	else if (!session_writable(page_session(&page->page)))
		str_add_text(out,
			say(SAY("Sổ này chỉ xem được. … là sổ chưa ghi, khác với 0.",
				"This book can only be read. … is not 0.")));
	else if (!is_typed(page))
		str_add_text(out,
			say(SAY("Phần trăm do sổ tính từ TH và KH giao; nhập ở ô TH hoặc KH.",
				"The book computes percentages from results and assigned plans.")));
	else if (page->list.in_filter)
		str_add_text(out,
			say(SAY("Gõ là lọc tên hàng; Enter vào lưới, rồi mới gõ số.",
				"What is typed filters the rows; Enter goes into the grid, for numbers.")));
	else if (page->grid.in_block)
		str_add_text(out,
			say(SAY("Khối: Ctrl+D chép dòng đầu xuống, Delete gỡ, Esc thôi.",
				"A block: Ctrl+D copies its first row down, Delete takes out, Esc ends it.")));
	else if (ui_layout(page_ui(&page->page)).columns < 80)
		str_add_text(out,
			say(SAY("Gõ số, hoặc: trên, gần, khoảng. … là chưa ghi, khác với 0.",
				"Type a number, or: trên, gần, khoảng. … is unknown, not 0.")));
	else
		str_add_text(out,
			say(SAY("Gõ số, hoặc chữ: trên, hơn, gần, khoảng. … là sổ chưa ghi, khác với 0.",
				"Type a number, or words: trên, hơn, gần, khoảng. … is unknown, not 0.")));
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct figures_page *figures = figures_of(page);
	add_state(figures, &frame->state);
	grid_range(&figures->grid, &frame->state_right);
	grid_detail(&figures->grid, &frame->detail);
	str_add_text(&frame->detail, str_text(&figures->detail));
	add_note(figures, &frame->note);
}

static void
draw(const struct page *page, struct draw *draw)
{
	const struct figures_page *figures = figures_of(page);
	if (figures->figures.column_count)
		grid_draw(&figures->grid, draw);
	list_draw_filter(&figures->list, draw, true);
}

/* ---- deeds ---- */

static bool
allows(const struct page *page, enum action_id action)
{
	const struct figures_page *figures = figures_of(page);
	bool writable = is_typed(figures);
	switch (action) {
	case ACTION_EDIT:
	case ACTION_REMOVE:
	case ACTION_COPY:
		return writable && grid_allows(&figures->grid, action);
	case ACTION_ADD:
		return session_writable(page_session(page)) && !figures->grid.editing;
	case ACTION_DELETE:
		return writable && figure_here(figures) != 0 && !figures->grid.editing;
	case ACTION_DETAIL:
		return !figures->grid.editing && takes_figures(figures);
	case ACTION_CHOOSE:
		return true;
	case ACTION_FILTER:
		return figures->figures.column_count && !figures->grid.editing;
	case ACTION_ENTER:
		return grid_allows(&figures->grid, action);
	default:
		return figures->list.in_filter ? list_allows(&figures->list, action)
					       : grid_allows(&figures->grid, action);
	}
}

static bool
run(struct figures_page *page, enum action_id action, struct err *err)
{
	int64_t figure = figure_here(page);
	switch (action) {
	case ACTION_CHOOSE:
		return figures_open_switches(page, err);
	case ACTION_ADD:
		return figures_open_metrics(page, err);
	case ACTION_DETAIL:
		return figure ? detail_open(page_ui(&page->page), ENTITY_FIGURE, figure, err)
			      : figures_open_empty(page, figures_here(page), err);
	case ACTION_DELETE:
		return figure && remove_open(page_ui(&page->page), ENTITY_FIGURE, figure, err);
	default:
		return false;
	}
}

/* The cell with the focus keeps it where it is still shown. */
static void
filter_changed(struct figures_page *page)
{
	struct figure_spot spot = page->filtered_at;
	figures_resize(page);
	figures_focus(page, spot);
}

/* In the filter arrows move in the grid; Enter and Tab go into it, the filter stays. */
static enum outcome
act_in_filter(struct figures_page *page, enum action_id action, struct err *err)
{
	enum outcome outcome;
	page->filtered_at = figures_here(page);
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		outcome = grid_act(&page->grid, action, err);
		break;
	case ACTION_ENTER:
		outcome = list_act(&page->list, ACTION_NEXT_STOP, err);
		break;
	default:
		outcome = list_act(&page->list, action, err);
		filter_changed(page);
	}
	figures_tell(page);
	return outcome;
}

static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	struct figures_page *figures = figures_of(page);
	bool was_editing = figures->grid.editing;
	struct figure_spot spot = figures_here(figures);
	if (action == ACTION_CHOOSE || action == ACTION_ADD || action == ACTION_DETAIL || action == ACTION_DELETE) {
		if (!allows(page, action))
			return VIEW_PASS;
		run(figures, action, err);
		return VIEW_DONE;
	}
	if (figures->list.in_filter || (action == ACTION_FILTER && !was_editing))
		return act_in_filter(figures, action, err);
	figures->action = action;
	enum outcome outcome = grid_act(&figures->grid, action, err);
	if (outcome == VIEW_PASS && action == ACTION_BACK && figures->list.filtering)
		return act_in_filter(figures, action, err);
	if (action == ACTION_TURN && !figures->grid.editing)
		figures_focus(figures, spot);
	if (figures->grid.editing && !was_editing)
		figures_begin_edit(figures);
	if (was_editing)
		session_keep_drafts(page_session(page));
	figures_tell(figures);
	return outcome;
}

static enum outcome
text(struct page *page, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct figures_page *figures = figures_of(page);
	struct figure_spot spot = figures_here(figures);
	bool was_editing = figures->grid.editing;
	if (!figures->figures.column_count)
		return VIEW_PASS;
	if (figures->list.in_filter) {
		figures->filtered_at = spot;
		enum outcome typed = list_text(&figures->list, utf8, length, pasted, err);
		filter_changed(figures);
		figures_tell(figures);
		return typed;
	}
	figures->action = ACTION_SAVE;
	enum outcome outcome = grid_text(&figures->grid, utf8, length, pasted, err);
	if (figures->grid.editing && !was_editing)
		figures_begin_edit(figures);
	figures_tell(figures);
	return outcome;
}

static void
answer(struct page *page, const struct view *closed)
{
	struct figures_page *figures = figures_of(page);
	struct err err = { 0 };
	if (!figures_answered(figures, closed, &err) && !figures_empty_answered(figures, closed, &err) &&
		!figures_source_answered(figures, closed, &err))
		figures_chosen(figures, closed, &err);
	ui_fault(page_ui(page), &err);
	session_keep_drafts(page_session(page));
	figures_tell(figures);
}

static bool
unsaved(const struct page *page)
{
	return grid_unsaved(&figures_of(page)->grid);
}

static const struct hint *
hints(const struct page *page, size_t *count)
{
	static const struct hint hints[] = {
		HINT("F4", CHOOSE, "TH, KH, %", "Results, plans, %"),
		HINT("F3", PERIOD, "Kỳ", "Period"),
		HINT("F5", DETAIL, "Nguồn", "Source"),
		HINT("Ctrl+R", TURN, "Xoay", "Turn"),
		HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	static const struct hint in_filter[] = {
		HINT("Enter", ENTER, "Vào lưới, giữ lọc", "Into the grid, keep it"),
		HINT("↓↑", DOWN, "Chọn dòng", "Row"),
		HINT("Esc", BACK, "Bỏ lọc", "Clear"),
		HINT("Ctrl+U", ERASE_ALL, "Gõ lại", "Retype"),
		HINT("F1", HELP, "Giúp", "Help"),
	};
	const struct figures_page *figures = figures_of(page);
	*count = figures->list.in_filter ? ARRAY_COUNT(in_filter) : ARRAY_COUNT(hints);
	if (figures->list.in_filter)
		return in_filter;
	return is_typed(figures) ? NULL : hints;
}

static struct words
label(const struct page *page, enum action_id action)
{
	switch (action) {
	case ACTION_EDIT:
		return SAY("Sửa trong ô", "Edit in the cell");
	case ACTION_CHOOSE:
		return figures_of(page)->grid.editing ? SAY("Trạng thái", "Status")
						      : SAY("Nguồn, cột, trạng thái", "Source, columns, status");
	case ACTION_ADD:
		return SAY("Thêm chỉ tiêu", "Add a metric");
	case ACTION_MARK:
		return SAY("Chọn khối", "Select a block");
	default:
		return SAY(NULL, NULL);
	}
}

static bool
is_empty(const struct page *page)
{
	return !figures_of(page)->figures.column_count;
}

/* One subject over time: the same as a comparison of all that stands across. */
static bool
report_over(const struct figures_page *page, struct report *out, struct err *err)
{
	struct str part = { 0 };
	const struct figures_over *over = &page->over;
	struct compare_wish wish = { .subject = over->subject,
		.metric_count = page->figures.column_count,
		.first_year = period_first_year(over->periods[0]),
		.last_year = period_first_year(over->periods[over->count - 1]) };
	int64_t *metrics = mem_new(page->figures.column_count, sizeof *metrics);
	for (size_t i = 0; i < page->figures.column_count; i++)
		metrics[i] = page->figures.columns[i].metric;
	period_part(page->figures.period, &part);
	wish.metrics = metrics;
	wish.part = str_text(&part);
	bool done = report_comparison(out, page_store(&page->page), &wish, err);
	free(metrics);
	str_release(&part);
	return done;
}

static bool
report(struct page *page, struct report *out, struct err *err)
{
	static const enum choice_number kinds[FIGURES_SHOWN] = { [FIGURES_RESULT] = FIGURE_KIND_RESULT,
		[FIGURES_ASSIGNED] = FIGURE_KIND_ASSIGNED,
		[FIGURES_REGISTERED] = FIGURE_KIND_REGISTERED,
		[FIGURES_PERCENT] = FIGURE_KIND_RESULT };
	const struct figures_page *figures = figures_of(page);
	if (figures->arranged == FIGURES_OVER_TIME)
		return report_over(figures, out, err);
	bool plans = figures->arranged == FIGURES_BESIDE || figures->shown == FIGURES_PERCENT;
	struct figures_wish wish = { .cluster = page_cluster(page),
		.when = figures->figures.period,
		.kinds = plans ? FIGURES_WITH_PLANS : FIGURES_OF_ONE_KIND,
		.kind = kinds[figures->shown],
		.turned = figures->turned };
	return report_figures(out, page_store(page), &wish, err);
}

const struct page_ops figures_page_ops = {
	.size = sizeof(struct figures_page),
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
	.unsaved = unsaved,
	.draft = figures_draft,
	.report = report,
	.close = close,
};
