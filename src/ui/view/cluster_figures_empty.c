/* F5 on a cell without a record. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "model/fields.h"
#include "ui/dialog.h"
#include <stdlib.h>

enum answer { CLOSE, SHOW_HISTORY };

/* "Hà Nam · Cả năm 2024" */
static void
add_whose(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	struct str when = { 0 };
	period_show(figures_key(page, spot).when, &when);
	figures_line_name(page, spot, out);
	str_add_format(out, " · %s", str_text(&when));
	str_release(&when);
}

static bool
add_definition(const struct figures_page *page, int64_t metric, struct str *out, struct err *err)
{
	struct record record = { 0 };
	if (!record_read(&record, page_store(&page->page), ENTITY_METRIC, metric, err))
		return false;
	if (record_has(&record, METRIC_DEFINITION))
		say_add(out, SAY("\nCách tính: {1}", "\nHow it is counted: {1}"),
			record_text(&record, METRIC_DEFINITION), NULL);
	record_release(&record);
	return true;
}

bool
figures_open_empty(struct figures_page *page, struct figure_spot spot, struct err *err)
{
	const struct figure_column *column = &page->figures.columns[spot.column];
	struct str whose = { 0 }, text = { 0 };
	add_whose(page, spot, &whose);
	say_add(&text,
		session_writable(page_session(&page->page))
			? SAY("{1} · {2}\nSổ chưa ghi số liệu này; gõ số vào ô để ghi.",
				  "{1} · {2}\nThe book has no such figure; type one into the cell.")
			: SAY("{1} · {2}\nSổ chưa ghi số liệu này.", "{1} · {2}\nThe book has no such figure."),
		column->name, str_text(&whose), NULL);
	bool done = add_definition(page, column->metric, &text, err);
	if (done) {
		struct dialog_setup setup = { .title = say(SAY("Ô chưa có số liệu", "An empty cell")),
			.text = str_text(&text),
			.answers = { say(SAY("Đóng", "Close")),
				say(SAY("Nhật ký số liệu: ai ghi, ai xóa",
					"History of figures: who wrote, who deleted")) },
			.safe = CLOSE,
			.preset = CLOSE };
		done = dialog_open(page_ui(&page->page), &setup, TAG_EMPTY, err);
	}
	str_release(&whose);
	str_release(&text);
	return done;
}

bool
figures_empty_answered(struct figures_page *page, const struct view *closed, struct err *err)
{
	struct history_place figures = { ENTITY_FIGURE, 0 };
	if (!dialog_is(closed) || closed->tag != TAG_EMPTY)
		return false;
	if (dialog_answer(closed) == SHOW_HISTORY)
		ui_open(page_ui(&page->page), &history_ops, &figures, err);
	return true;
}
