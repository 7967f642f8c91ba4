/* Cụm › Chung: the cluster at a glance.  Every line is a place to go: roles, metrics, reports, meeting, covenant. */
#include "cluster_overview.h"
#include "app/reports.h"
#include "base/mem.h"
#include <stdlib.h>

struct overview_page *
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
add_gap(struct overview_page *page)
{
	if (!page->low)
		add_row(page, (struct overview_row){ .kind = ROW_GAP });
}

static void
lay_out_rows(struct overview_page *page, int year)
{
	page->row_count = 0;
	add_roles(page, year, false);
	add_roles(page, year + 1, true);
	add_gap(page);
	add_row(page, (struct overview_row){ .kind = ROW_HEAD });
	for (size_t i = 0; i < page->overview.metrics.row_count; i++)
		add_row(page, (struct overview_row){ ROW_METRIC, PART_METRICS, i, 0 });
	add_gap(page);
	add_row(page, (struct overview_row){ ROW_LINE, PART_REPORTS, 0, 0 });
	add_row(page, (struct overview_row){ ROW_LINE, PART_MEETING, 0, 0 });
	add_row(page, (struct overview_row){ ROW_LINE, PART_COVENANT, 0, 0 });
	if (page->lacking.count)
		add_gap(page);
	for (size_t i = 0; i < page->lacking.count; i++)
		add_row(page, (struct overview_row){ ROW_LACKING, PART_LACKING, i, 0 });
}

bool
overview_is_place(const struct overview_row *row)
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
		if (overview_is_place(&page->rows[i]) && page->rows[i].part == part) {
			page->focus = i;
			return;
		}
	}
}

static bool
is_low(const struct ui *ui)
{
	return ui_layout(ui).rows < 24;
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
	overview->low = is_low(page_ui(page));
	if (overview->large &&
		!lacking_read(&overview->lacking, page_store(page), page_cluster(page),
			session_period(page_session(page)), err))
		return false;
	lay_out_rows(overview, year);
	if (!overview->placed)
		focus_part(overview, fresh.metrics.row_count ? PART_METRICS : PART_ROLES);
	overview->placed = true;
	if (overview->focus >= overview->row_count || !overview_is_place(&overview->rows[overview->focus]))
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
	if (overview->large != layout->large || overview->low != is_low(page_ui(page)))
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

const struct overview_line *
overview_line_of(const struct overview_page *page, enum part part)
{
	return part == PART_REPORTS    ? &page->overview.reports
		: part == PART_MEETING ? &page->overview.meeting
				       : &page->overview.covenant;
}

/* ---- around it ---- */

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
	*record = overview_line_of(page, row->part)->record;
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
		if (overview_is_place(&page->rows[at])) {
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
	int year = page_session(&page->page)->year;
	if (!row)
		return;
	switch (row->kind) {
	case ROW_SUGGESTION:
		form_open_suggestion(ui, page_cluster(&page->page), year, err);
		return;
	case ROW_METRIC:
		other = page_go(&page->page, CLUSTER_COMPARE, year, err);
		if (other)
			compare_show_chart(other, page->overview.metrics.rows[row->index].record);
		return;
	case ROW_NO_ROLE:
		page_go(&page->page, CLUSTER_ROLES, year, err);
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
			year, err);
}

static void
edit_figure(struct overview_page *page, int64_t metric, struct err *err)
{
	struct page *figures = page_go(&page->page, CLUSTER_FIGURES, page_session(&page->page)->year, err);
	if (figures)
		figures_show(figures, page_cluster(&page->page), metric, err);
}

/* F2: the record behind the row; figures are edited in their grid; else the cluster itself. */
static void
edit(struct overview_page *page, struct err *err)
{
	int64_t record;
	enum entity_id entity = record_here(page, &record);
	const struct overview_row *here = row_here(page);
	if (here && here->kind == ROW_METRIC)
		edit_figure(page, page->overview.metrics.rows[here->index].record, err);
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

/* «▲ dòng 3–12 trong 13 ▼» where not all is seen. */
static void
add_range(const struct overview_page *page, struct str *out)
{
	size_t last = page->top + (size_t)page->area.rows;
	size_t values[3] = { page->top + 1, last < page->row_count ? last : page->row_count, page->row_count };
	struct str numbers[3] = { { 0 }, { 0 }, { 0 } };
	if (!page->top && last >= page->row_count)
		return;
	for (int i = 0; i < 3; i++)
		str_add_integer(&numbers[i], (int64_t)values[i]);
	str_add_text(out, page->top ? "▲ " : "");
	say_add(out, SAY("dòng {1}–{2} trong {3}", "rows {1}–{2} of {3}"), str_text(&numbers[0]), str_text(&numbers[1]),
		str_text(&numbers[2]), NULL);
	str_add_text(out, last < page->row_count ? " ▼" : "");
	for (int i = 0; i < 3; i++)
		str_release(&numbers[i]);
}

/* What a new cluster lacks before figures can be written. */
static void
add_next_step(const struct overview_page *page, struct str *out)
{
	if (!session_writable(page_session(&page->page)))
		return;
	if (!page->overview.roles.row_count)
		str_add_text(out,
			say(SAY("Sổ chưa ghi thành viên của cụm: F6 2 rồi F7 để thêm.",
				"The book has no members of the cluster: F6 2, then F7 adds one.")));
	else if (!page->overview.metrics.row_count)
		str_add_text(out,
			say(SAY("Cụm chưa có chỉ tiêu chính: F6 4 rồi F7 để thêm.",
				"The cluster has no main metrics: F6 4, then F7 adds one.")));
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct overview_page *overview = overview_of(page);
	const struct overview_row *row = row_here(overview);
	add_range(overview, &frame->state_right);
	if (!row || row->kind != ROW_METRIC) {
		add_next_step(overview, &frame->note);
		return;
	}
	const struct cell *now = sheet_cell(&overview->overview.metrics, row->index, 1);
	if (now->marks & MARK_COVERAGE)
		str_add_text(&frame->note,
			say(SAY("†: số gộp thêm hoặc chỉ là một phần của chỉ tiêu; F5 cho biết.",
				"†: covers more or less than the metric; F5 tells.")));
}

/* Who leads, the main metrics of both years, what was reported, met and agreed. */
static bool
report(struct page *page, struct report *out, struct err *err)
{
	const struct overview_page *overview = overview_of(page);
	return report_overview(
		out, page_store(page), page_cluster(page), page_session(page)->year, &overview->overview, err);
}

const struct page_ops overview_page_ops = {
	.size = sizeof(struct overview_page),
	.context = context,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = overview_draw,
	.act = act,
	.allows = allows,
	.hints = hints,
	.report = report,
	.close = close,
};
