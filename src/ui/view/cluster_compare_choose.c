/* F4 on the comparison: how it is made, and of whom; on the chart: another metric. */
#include "app/members.h"
#include "base/mem.h"
#include "cluster_compare.h"
#include "text/match.h"
#include "ui/choices.h"

enum switch_id {
	SWITCH_ALL_UNITS = 1,
	SWITCH_SAME_UNITS,
	SWITCH_THEN,
	SWITCH_TODAY,
	SWITCH_OWN,
	SWITCH_SUM,
	SWITCH_UNIT,
	SWITCH_CHART,
	SWITCH_METRIC
};
enum tag { TAG_SWITCHES = 71, TAG_UNIT, TAG_METRIC };

static bool
fill_switches(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct compare_page *page = of;
	(void)query;
	(void)err;
	const struct {
		enum switch_id id;
		struct words words;
		bool chosen;
	} switches[] = {
		{ SWITCH_ALL_UNITS, WORDS("Đơn vị: mọi đơn vị mỗi năm", "Units: all of each year"), !page->same_units },
		{ SWITCH_SAME_UNITS, WORDS("Đơn vị: cùng tập đơn vị ở cả hai năm", "Units: the same in both years"),
			page->same_units },
		{ SWITCH_THEN, WORDS("Ranh giới: lúc đó", "Boundaries: of then"), !page->boundary_now },
		{ SWITCH_TODAY, WORDS("Ranh giới: hôm nay", "Boundaries: of today"), page->boundary_now },
		{ SWITCH_OWN, WORDS("Toàn cụm báo cáo", "The cluster's own report"), page->subject == COMPARE_OWN },
		{ SWITCH_SUM, WORDS("Cộng các đơn vị", "The sum of the members"), page->subject == COMPARE_SUM },
		{ SWITCH_UNIT, WORDS("Chọn một đơn vị", "Choose one unit"), page->subject == COMPARE_UNIT },
		{ SWITCH_CHART, WORDS("Biểu đồ của chỉ tiêu này", "The chart of this metric"), false },
		{ SWITCH_METRIC, WORDS("Chọn chỉ tiêu khác", "Choose another metric"), false },
	};
	for (size_t i = 0; i < ARRAY_COUNT(switches); i++)
		if (switches[i].id != (page->charting ? SWITCH_CHART : SWITCH_METRIC))
			choice_items_add(out, switches[i].id, say(switches[i].words), NULL)->marked =
				switches[i].chosen;
	*all = out->count;
	return true;
}

bool
compare_open_switches(struct compare_page *page, struct err *err)
{
	struct choices_setup setup = { .title = say(page->charting ? SAY("Chỉ tiêu, đơn vị", "Metric, unit")
								   : SAY("Cách so", "How to compare")),
		.row = -1,
		.width = 56,
		.runs = true,
		.fill = fill_switches,
		.of = page };
	return choices_open(page_ui(&page->page), &setup, TAG_SWITCHES, err);
}

static bool
fill_units(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct compare_page *page = of;
	struct members members;
	if (!members_read(
		    &members, page_store(&page->page), page_cluster(&page->page), page_session(&page->page)->year, err))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (text_match(query, members.rows[i].name, NULL, 0, NULL) != MATCH_NONE ||
			text_match(query, members.rows[i].full_name, NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, members.rows[i].unit, members.rows[i].name, members.rows[i].roles);
	*all = members.count;
	members_release(&members);
	return true;
}

static bool
fill_metrics(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct compare_page *page = of;
	(void)err;
	for (size_t i = 0; i < page->sheet.row_count; i++)
		if (text_match(query, page->sheet.rows[i].text, NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, page->sheet.rows[i].record, page->sheet.rows[i].text, NULL);
	*all = page->sheet.row_count;
	return true;
}

/* Units and boundaries only mean something where members are added up. */
static void
add_up(struct compare_page *page, bool chosen)
{
	if (!chosen || page->subject != COMPARE_OWN)
		return;
	page->subject = COMPARE_SUM;
	ui_say(page_ui(&page->page),
		SAY("Cách so này dùng khi cộng các đơn vị, nên đã chuyển sang cộng các đơn vị.",
			"This matters where members are added up, so the sum of the members is shown now."),
		NULL);
}

static void
switch_to(struct compare_page *page, enum switch_id id, struct err *err)
{
	struct choices_setup units = { .title = say(SAY("So sánh một đơn vị của cụm", "Compare one member")),
		.row = -1,
		.width = 60,
		.fill = fill_units,
		.of = page };
	struct choices_setup metrics = { .title = say(SAY("Biểu đồ của chỉ tiêu", "The chart of a metric")),
		.row = -1,
		.width = 60,
		.fill = fill_metrics,
		.of = page };
	switch (id) {
	case SWITCH_ALL_UNITS:
	case SWITCH_SAME_UNITS:
		page->same_units = id == SWITCH_SAME_UNITS;
		add_up(page, page->same_units);
		break;
	case SWITCH_THEN:
	case SWITCH_TODAY:
		page->boundary_now = id == SWITCH_TODAY;
		add_up(page, page->boundary_now);
		break;
	case SWITCH_OWN:
		page->subject = COMPARE_OWN;
		page->same_units = page->boundary_now = false;
		break;
	case SWITCH_SUM:
		page->subject = COMPARE_SUM;
		break;
	case SWITCH_UNIT:
		choices_open(page_ui(&page->page), &units, TAG_UNIT, err);
		break;
	case SWITCH_CHART:
		compare_chart_here(page, err);
		break;
	case SWITCH_METRIC:
		choices_open(page_ui(&page->page), &metrics, TAG_METRIC, err);
		break;
	}
	page->page.of->view.stale = true;
}

bool
compare_chosen(struct compare_page *page, const struct view *closed, struct err *err)
{
	const struct choice_item *taken = choices_is(closed) ? choices_taken(closed) : NULL;
	if (!taken)
		return false;
	switch (closed->tag) {
	case TAG_SWITCHES:
		switch_to(page, (enum switch_id)taken->id, err);
		return true;
	case TAG_UNIT:
		page->subject = COMPARE_UNIT;
		page->unit = taken->id;
		str_clear(&page->unit_name);
		str_add_text(&page->unit_name, taken->text);
		page->page.of->view.stale = true;
		return true;
	case TAG_METRIC:
		compare_show_chart(&page->page, taken->id);
		return true;
	default:
		return false;
	}
}
