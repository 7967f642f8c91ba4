/* F3: year and part of the year.  A view without a look of its own under a list of values, whose answer it takes. */
#include "base/mem.h"
#include "text/match.h"
#include "ui/choices.h"
#include "ui/view/views.h"
#include <stdlib.h>
#include <string.h>

struct period_box {
	struct view view;
};
#define YEARS_BACK 6
#define YEARS_ON 2

static bool
is_one_year(period when)
{
	return !period_is_span_row(when) && period_first_year(when) == period_last_year(when);
}

/* Once, and only when the query matches; *all counts what there is without the query. */
static void
offer(struct choice_items *out, size_t *all, const char *query, period when)
{
	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].id == when)
			return;
	struct str text = { 0 };
	period_show(when, &text);
	++*all;
	if (!*query || text_match(query, str_text(&text), NULL, 0, NULL) != MATCH_NONE)
		choice_items_add(out, when, str_text(&text), NULL);
	str_release(&text);
}

static void
offer_typed(struct choice_items *out, size_t *all, const char *query, int year)
{
	struct err ignored = { 0 };
	period when;
	if (*query && period_read_typed(&when, query, year, &ignored) && is_one_year(when))
		offer(out, all, "", when);
	err_release(&ignored);
}

static void
offer_parts(struct choice_items *out, size_t *all, const char *query, int year)
{
	static const char *const parts[] = { "Y", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "C05", "C09", "C10", "C11", "M01",
		"M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12" };
	for (size_t i = 0; i < ARRAY_COUNT(parts); i++) {
		struct err ignored = { 0 };
		period when;
		if (period_read(&when, year, parts[i], &ignored))
			offer(out, all, query, when);
		err_release(&ignored);
	}
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct session *session = of;
	period now = session_period(session);
	(void)err;
	*all = 0;
	offer_typed(out, all, query, session->year);
	offer(out, all, query, now);
	for (int year = session->year + YEARS_ON; year >= session->year - YEARS_BACK; year--)
		offer(out, all, query, period_same_part(now, year));
	offer_parts(out, all, query, session->year);
	return true;
}

static void
note(const void *of, const struct choice_item *item, struct str *out)
{
	(void)of;
	(void)item;
	str_add_text(out,
		say(SAY("Gõ năm, hoặc gõ: quý 2/2024, 6 tháng 2022, tháng 5, 9 tháng 2024.",
			"Type a year, or: Q2 2024, H1 2022, M05.")));
}

static void
answer(struct view *view, const struct view *closed)
{
	struct session *session = session_of(view);
	const struct choice_item *taken = choices_is(closed) ? choices_taken(closed) : NULL;
	ui_close(view);
	if (!taken)
		return;
	struct str part = { 0 };
	struct err err = { 0 };
	period_part(taken->id, &part);
	if (!session_go(session, period_first_year(taken->id), str_text(&part), &err))
		ui_fault(view->ui, &err);
	str_release(&part);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static const struct view_ops period_ops = {
	.name = "period",
	.size = sizeof(struct period_box),
	.box = true,
	.context = context,
	.answer = answer,
};

bool
period_open(struct ui *ui, struct err *err)
{
	static const struct hint hints[] = {
		HINT("Enter", ENTER, "Lấy", "Take"),
		HINT("↓↑", DOWN, "Chọn", "Choose"),
		HINT("a–z", TYPE, "Gõ năm hoặc phần năm", "Type a year or a part"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	struct choices_setup setup = { .title = say(SAY("Kỳ: năm, phần năm", "Period: year, part")),
		.row = -1,
		.width = 48,
		.fill = fill,
		.note = note,
		.of = ui_self(ui),
		.hints = hints,
		.hint_count = ARRAY_COUNT(hints) };
	if (!ui_open(ui, &period_ops, NULL, err))
		return false;
	if (choices_open(ui, &setup, 0, err))
		return true;
	ui_close(ui_top(ui));
	return false;
}
