/* F4: the source for what follows, results or plans, the status of the cell.  F7: another metric. */
#include "app/label.h"
#include "base/mem.h"
#include "cluster_figures.h"
#include "model/fields.h"
#include "ui/choices.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

#define METRICS_MOST 1000 /* more than any book has */

enum switch_id {
	SWITCH_SOURCE = 1,
	SWITCH_RESULT,
	SWITCH_ASSIGNED,
	SWITCH_REGISTERED,
	SWITCH_PERCENT,
	SWITCH_BESIDE,
	SWITCH_OVER_TIME,
	SWITCH_NOT_YET,
	SWITCH_NOT_ASKED
};

static bool
can_write(const struct figures_page *page)
{
	struct err ignored = { 0 };
	bool can = page->figures.column_count && figures_editable(page, page->grid.row, page->grid.column, &ignored);
	err_release(&ignored);
	return can;
}

/* Whose figures over the years: of the line with the focus. */
static int64_t
subject_here(const struct figures_page *page)
{
	struct figure_spot spot = figures_here(page);
	return page->figures.column_count && figures_cell(page, spot) ? figures_key(page, spot).subject : 0;
}

static void
add_arrangements(const struct figures_page *page, struct choice_items *out)
{
	bool narrow = ui_layout(page_ui(&page->page)).columns < FIGURES_BESIDE_COLUMNS;
	choice_items_add(out, SWITCH_RESULT, say(SAY("TH: thực hiện", "Results")), NULL);
	choice_items_add(out, SWITCH_ASSIGNED, say(SAY("KH: kế hoạch giao", "Assigned plan")), NULL);
	choice_items_add(out, SWITCH_REGISTERED, say(SAY("KH: kế hoạch đăng ký", "Registered plan")), NULL);
	choice_items_add(out, SWITCH_PERCENT, say(SAY("%: thực hiện trên kế hoạch", "% of the assigned plan")), NULL);
	choice_items_add(out, SWITCH_BESIDE, say(SAY("TH · KH · % cạnh nhau", "Results · plans · % side by side")),
		narrow ? say(SAY("cửa sổ từ 120 cột", "from 120 columns")) : NULL);
	if (page->arranged == FIGURES_OVER_TIME)
		choice_items_add(out, SWITCH_OVER_TIME, say(SAY("Mọi đơn vị, một kỳ", "All units, one period")), NULL);
	else if (subject_here(page))
		choice_items_add(
			out, SWITCH_OVER_TIME, say(SAY("Đơn vị này qua các năm", "This unit over the years")), NULL);
}

static int64_t
switch_now(const struct figures_page *page)
{
	return page->arranged == FIGURES_BESIDE ? SWITCH_BESIDE : (int64_t)page->shown + SWITCH_RESULT;
}

static bool
fill_switches(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct figures_page *page = of;
	bool editing = page->grid.editing;
	(void)query;
	(void)err;
	if (session_writable(page_session(&page->page)) && !editing)
		choice_items_add(out, SWITCH_SOURCE, say(SAY("Nguồn ghi kèm", "Source to go with it")),
			page->source.length ? str_text(&page->source) : say(SAY("chưa chọn", "none chosen")));
	if (!editing)
		add_arrangements(page, out);
	if (can_write(page)) {
		choice_items_add(out, SWITCH_NOT_YET, say(SAY("Ghi ô này: chưa có số", "This cell: not yet")), NULL);
		choice_items_add(
			out, SWITCH_NOT_ASKED, say(SAY("Ghi ô này: không giao", "This cell: not asked")), NULL);
	}
	for (size_t i = 0; i < out->count; i++)
		out->items[i].marked = !editing && out->items[i].id == switch_now(page);
	*all = out->count;
	return true;
}

bool
figures_open_switches(struct figures_page *page, struct err *err)
{
	struct choices_setup setup = { .title = say(page->grid.editing
						       ? SAY("Trạng thái của ô", "Status of the cell")
						       : SAY("Nguồn, cột, trạng thái", "Source, columns, status")),
		.row = -1,
		.width = 60,
		.runs = true,
		.fill = fill_switches,
		.of = page };
	return choices_open(page_ui(&page->page), &setup, page->grid.editing ? TAG_STATUS : TAG_SWITCHES, err);
}

bool
figures_fill_found(struct figures_page *page, enum entity_id entity, size_t most, const char *query,
	struct choice_items *out, size_t *all, struct err *err)
{
	struct candidate *found = mem_new(most, sizeof *found);
	size_t count = 0;
	bool done = find_candidates(found, most, &count, all, page_store(&page->page), entity, false, query, NULL, err);
	for (size_t i = 0; done && i < count; i++)
		choice_items_add(out, found[i].id, found[i].label, found[i].detail);
	candidates_release(found, count);
	free(found);
	return done;
}

static bool
fill_metrics(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct figures_page *page = of;
	struct choice_items found = { 0 };
	if (!figures_fill_found(page, ENTITY_METRIC, METRICS_MOST, query, &found, all, err))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		bool shown = false;
		for (size_t column = 0; column < page->figures.column_count; column++)
			shown = shown || page->figures.columns[column].metric == found.items[i].id;
		if (shown)
			--*all;
		else
			choice_items_add(out, found.items[i].id, found.items[i].text, found.items[i].detail);
	}
	choice_items_release(&found);
	return true;
}

bool
figures_open_metrics(struct figures_page *page, struct err *err)
{
	struct choices_setup setup = { .title = say(SAY("Thêm chỉ tiêu cho cụm", "A metric for the cluster")),
		.row = -1,
		.width = 70,
		.several = true,
		.add = say(SAY("Thêm chỉ tiêu mới tên", "Add a new metric named")),
		.fill = fill_metrics,
		.of = page };
	return choices_open(page_ui(&page->page), &setup, TAG_METRIC, err);
}

static bool
put_status(struct figures_page *page, enum choice_number status, struct err *err)
{
	struct entry entry = { .status = status };
	grid_act(&page->grid, ACTION_BACK, err);
	return figures_put_entry(page, figures_here(page), &entry, err);
}

static void
show_kind(struct figures_page *page, enum figures_shown shown)
{
	page->shown = shown;
	if (page->wanted == FIGURES_BESIDE)
		page->wanted = FIGURES_PLAIN;
	page->page.of->view.stale = true;
}

static bool
show_beside(struct figures_page *page, struct err *err)
{
	if (ui_layout(page_ui(&page->page)).columns < FIGURES_BESIDE_COLUMNS)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("TH, KH và % đứng cạnh nhau khi cửa sổ rộng từ 120 cột; hẹp hơn thì F4 đổi từng bảng.",
				"Results, plans and % stand side by side from 120 columns on; F4 shows each alone."),
			NULL);
	page->shown = FIGURES_RESULT;
	page->wanted = FIGURES_BESIDE;
	page->page.of->view.stale = true;
	return true;
}

/* There and back with the same metric; the line comes back to the unit. */
static bool
show_over_time(struct figures_page *page, struct err *err)
{
	bool back = page->arranged == FIGURES_OVER_TIME;
	int64_t subject = subject_here(page);
	struct figure_spot spot = { .line = LINE_MEMBER, .column = figures_here(page).column };
	figures_arrange_over(page, back ? 0 : subject);
	if (page->turned == back)
		grid_act(&page->grid, ACTION_TURN, err);
	if (!page->page.ops->load(&page->page, err))
		return false;
	if (subject == page_cluster(&page->page))
		spot.line = LINE_REPORTED;
	for (size_t i = 0; back && i < page->figures.members.count; i++)
		if (page->figures.members.rows[i].unit == subject)
			spot.member = i;
	spot.band = back ? 0 : page->over.count - 1;
	figures_focus(page, spot);
	figures_tell(page);
	return true;
}

static void
switch_to(struct figures_page *page, enum switch_id id, struct err *err)
{
	switch (id) {
	case SWITCH_SOURCE:
		figures_open_sources(page, err);
		break;
	case SWITCH_NOT_YET:
		put_status(page, FIGURE_STATUS_NOT_YET, err);
		break;
	case SWITCH_NOT_ASKED:
		put_status(page, FIGURE_STATUS_NOT_ASKED, err);
		break;
	case SWITCH_BESIDE:
		show_beside(page, err);
		break;
	case SWITCH_OVER_TIME:
		show_over_time(page, err);
		break;
	default:
		show_kind(page, (enum figures_shown)(id - SWITCH_RESULT));
	}
}

/* In the line with the focus; in a grid that was empty in the first. */
static bool
focus_first_of(struct figures_page *page, const int64_t *metrics, size_t count)
{
	struct figure_spot spot = figures_here(page);
	for (spot.column = 0; spot.column < page->figures.column_count; spot.column++)
		for (size_t i = 0; i < count; i++)
			if (page->figures.columns[spot.column].metric == metrics[i]) {
				figures_focus(page, spot);
				figures_tell(page);
				return true;
			}
	return true;
}

/* Collects the metrics, and with them those shown so far, when the year has no set of its own yet; the cursor goes to the first
 * of the new ones, which stand in the order of the catalogue. */
static bool
add_metrics(struct figures_page *page, const int64_t *added, size_t count, struct err *err)
{
	struct session *session = page_session(&page->page);
	size_t shown = page->figures.column_count;
	int64_t *metrics = mem_new(shown + count, sizeof *metrics);
	for (size_t i = 0; i < shown; i++)
		metrics[i] = page->figures.columns[i].metric;
	memcpy(metrics + shown, added, count * sizeof *added);
	bool done = cluster_metrics_put(
		session->store, page_cluster(&page->page), metrics, shown + count, session->year, err);
	free(metrics);
	if (!done)
		return false;
	struct str number = { 0 };
	str_add_integer(&number, (int64_t)count);
	session_saved(session,
		count == 1 ? SAY("Đã thêm chỉ tiêu cho cụm.", "The cluster collects this metric now.")
			   : SAY("Đã thêm {1} chỉ tiêu cho cụm.", "The cluster collects {1} more metrics now."),
		str_text(&number), NULL);
	str_release(&number);
	return page->page.ops->load(&page->page, err) && focus_first_of(page, added, count);
}

static bool
add_marked(struct figures_page *page, const struct view *closed, struct err *err)
{
	int64_t *metrics = NULL;
	size_t count = 0, capacity = 0;
	const struct choice_item *item;
	while ((item = choices_marked(closed, count))) {
		ARRAY_RESERVE(metrics, count, capacity);
		metrics[count++] = item->id;
	}
	bool done = !count || add_metrics(page, metrics, count, err);
	free(metrics);
	return done;
}

/* What was typed begins the form of the new metric. */
static bool
add_new_metric(struct figures_page *page, const char *typed, struct err *err)
{
	struct preset presets[] = { { METRIC_POSITION, 0 }, { -1, 0 } };
	struct record_form_place place = { .entity = ENTITY_METRIC, .typed = typed, .presets = presets };
	if (!metric_next_position(&presets[0].integer, page_store(&page->page), err))
		return false;
	return ui_open_tagged(page_ui(&page->page), &record_form_ops, &place, TAG_NEW_METRIC, err);
}

bool
figures_chosen(struct figures_page *page, const struct view *closed, struct err *err)
{
	const struct choice_item *taken = choices_is(closed) ? choices_taken(closed) : NULL;
	if (closed->tag == TAG_NEW_METRIC && record_form_is(closed)) {
		int64_t saved = record_form_saved(closed);
		return !saved || add_metrics(page, &saved, 1, err);
	}
	if (closed->tag == TAG_METRIC && choices_is(closed))
		return choices_end(closed) == CHOICES_ADD ? add_new_metric(page, choices_query(closed), err)
							  : add_marked(page, closed, err);
	if (!taken || (closed->tag != TAG_SWITCHES && closed->tag != TAG_STATUS))
		return false;
	switch_to(page, (enum switch_id)taken->id, err);
	return true;
}
