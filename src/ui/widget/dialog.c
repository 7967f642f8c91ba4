#include "ui/dialog.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/ui.h"
#include "ui/widget/deliver.h"
#include <stdlib.h>

#define DIALOG_WIDTH 72
#define DIALOG_WIDE 96 /* where the window has room and the question is long */
#define LINES_LONG 4

struct dialog {
	struct view view;
	char *title, *text, *answers[DIALOG_ANSWERS];
	int count, safe, focus, answer;
	void (*done)(void *to, int answer, struct err *err);
	void *to;
	struct area area;
	int lines;    /* of the question, wrapped */
	int room;     /* lines of it that are seen; a long one scrolls, the answers stay */
	int top;      /* the first of them */
	bool stacked; /* the answers find no room beside each other */
};

bool
dialog_open(struct ui *ui, const struct dialog_setup *setup, int tag, struct err *err)
{
	if (setup->destroys)
		ui_discard_typeahead(ui);
	return ui_open_tagged(ui, &dialog_ops, setup, tag, err);
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct dialog *dialog = (struct dialog *)view;
	const struct dialog_setup *setup = place;
	(void)err;
	dialog->title = mem_copy_text(setup->title);
	dialog->text = mem_copy_text(setup->text ? setup->text : "");
	while (dialog->count < DIALOG_ANSWERS && setup->answers[dialog->count]) {
		dialog->answers[dialog->count] = mem_copy_text(setup->answers[dialog->count]);
		dialog->count++;
	}
	dialog->safe = dialog->answer = setup->safe;
	dialog->focus = setup->preset;
	dialog->done = setup->done;
	dialog->to = setup->to;
	return true;
}

static void
close_dialog(struct view *view)
{
	struct dialog *dialog = (struct dialog *)view;
	free(dialog->title);
	free(dialog->text);
	for (int n = 0; n < dialog->count; n++)
		free(dialog->answers[n]);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

/* Columns of the answers beside each other: three blanks between two, the one with focus in [ ]. */
static int
answers_width(const struct dialog *dialog)
{
	int width = 2;
	for (int n = 0; n < dialog->count; n++)
		width += 2 + text_width(dialog->answers[n]) + (n ? 3 : 0);
	return width;
}

static int
lines_at(const struct dialog *dialog, int width)
{
	return *dialog->text ? text_wrap_lines(dialog->text, width - 4) : 0;
}

static int
box_width(const struct dialog *dialog, int most)
{
	int width = DIALOG_WIDTH < most ? DIALOG_WIDTH : most;
	if (most >= DIALOG_WIDE && lines_at(dialog, width) > LINES_LONG)
		width = DIALOG_WIDE;
	return width;
}

static void
scroll_to(struct dialog *dialog, int top)
{
	int last = dialog->lines - dialog->room;
	dialog->top = top > last ? last : top;
	if (dialog->top < 0)
		dialog->top = 0;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct dialog *dialog = (struct dialog *)view;
	int width = box_width(dialog, layout->columns - 4), first = layout->title + 1;
	dialog->stacked = answers_width(dialog) > width - 5;
	dialog->lines = lines_at(dialog, width);
	int answers = dialog->stacked ? dialog->count : 1, most = layout->end - first;
	int height = 2 + dialog->lines + (dialog->lines ? 1 : 0) + answers;
	if (height > most)
		height = most;
	dialog->room = dialog->lines < height - 2 - answers ? dialog->lines : height - 2 - answers;
	scroll_to(dialog, dialog->top);
	int row = (layout->rows - height) / 2;
	if (row + height > layout->end)
		row = layout->end - height;
	dialog->area = (struct area){ .row = row > first ? row : first,
		.column = (layout->columns - width) / 2,
		.rows = height,
		.columns = width };
}

struct text_rows {
	struct draw *draw;
	struct area area; /* of the lines */
	int row;          /* of the next line, above the area while it is scrolled away */
};

static void
draw_line(void *to, const char *bytes, size_t length)
{
	struct text_rows *rows = to;
	int row = rows->row++;
	if (row < rows->area.row || row >= rows->area.row + rows->area.rows)
		return;
	char *line = mem_copy_bytes(bytes, length);
	draw_text(rows->draw, row, rows->area.column, rows->area.columns, ROLE_TEXT, line);
	free(line);
}

static void
draw_question(const struct dialog *dialog, struct draw *draw)
{
	struct area lines = { dialog->area.row + 1, dialog->area.column + 2, dialog->room, dialog->area.columns - 4 };
	struct text_rows rows = { .draw = draw, .area = lines, .row = lines.row - dialog->top };
	int edge = dialog->area.column + dialog->area.columns - 1;
	text_wrap(dialog->text, lines.columns, draw_line, &rows);
	if (dialog->top > 0)
		draw_text(draw, lines.row, edge, 1, ROLE_TEXT, "▲");
	if (dialog->top + dialog->room < dialog->lines)
		draw_text(draw, lines.row + lines.rows - 1, edge, 1, ROLE_TEXT, "▼");
}

static int
draw_answer(const struct dialog *dialog, struct draw *draw, int n, int row, int column)
{
	struct str text = { 0 };
	bool focus = n == dialog->focus;
	str_add_format(&text, focus ? "[%d %s]" : "%d %s", n + 1, dialog->answers[n]);
	int width = draw_width(draw, str_text(&text));
	draw_text(draw, row, column, width, focus ? ROLE_CHOSEN : ROLE_TEXT, str_text(&text));
	draw_click(draw, row, column, width, (struct click){ .typed = (char)('1' + n) });
	if (focus)
		draw_cursor(draw, row, column + 1);
	str_release(&text);
	return width;
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct dialog *dialog = (const struct dialog *)view;
	int row = dialog->area.row + dialog->area.rows - 1 - (dialog->stacked ? dialog->count : 1);
	draw_box(draw, dialog->area, dialog->title);
	if (dialog->lines)
		draw_question(dialog, draw);
	int column = dialog->area.column + 3;
	for (int n = 0; n < dialog->count; n++) {
		int shift = dialog->stacked && n != dialog->focus ? 1 : 0;
		int width = draw_answer(dialog, draw, n, row, column + shift);
		if (dialog->stacked)
			row++;
		else
			column += width + 3;
	}
}

static enum outcome
answer(struct dialog *dialog, int n)
{
	dialog->answer = n;
	return VIEW_CLOSE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct dialog *dialog = (struct dialog *)view;
	(void)err;
	switch (action) {
	case ACTION_LEFT:
	case ACTION_UP:
	case ACTION_PREVIOUS_STOP:
		dialog->focus = (dialog->focus + dialog->count - 1) % dialog->count;
		return VIEW_DONE;
	case ACTION_RIGHT:
	case ACTION_DOWN:
	case ACTION_NEXT_STOP:
		dialog->focus = (dialog->focus + 1) % dialog->count;
		return VIEW_DONE;
	case ACTION_FIRST:
		dialog->focus = 0;
		return VIEW_DONE;
	case ACTION_LAST:
		dialog->focus = dialog->count - 1;
		return VIEW_DONE;
	case ACTION_PAGE_BACK:
		scroll_to(dialog, dialog->top - dialog->room);
		return VIEW_DONE;
	case ACTION_PAGE_ON:
		scroll_to(dialog, dialog->top + dialog->room);
		return VIEW_DONE;
	case ACTION_ENTER:
		return answer(dialog, dialog->focus);
	case ACTION_BACK:
		return answer(dialog, dialog->safe);
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct dialog *dialog = (struct dialog *)view;
	int n = *utf8 - '1';
	(void)err;
	if (!pasted && length == 1 && n >= 0 && n < dialog->count)
		return answer(dialog, n);
	char last[2] = { (char)('0' + dialog->count), 0 };
	ui_say(view->ui,
		SAY("Trả lời bằng số 1–{1}, mũi tên và Enter, hoặc Esc.",
			"Answer with 1–{1}, arrows and Enter, or Esc."),
		last, NULL);
	return VIEW_DONE;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct dialog *dialog = (const struct dialog *)view;
	if (action == ACTION_PAGE_ON || action == ACTION_PAGE_BACK)
		return dialog->room < dialog->lines;
	return action == ACTION_LEFT || action == ACTION_RIGHT || action == ACTION_UP || action == ACTION_DOWN ||
		action == ACTION_ENTER || action == ACTION_NEXT_STOP || action == ACTION_PREVIOUS_STOP ||
		action == ACTION_FIRST || action == ACTION_LAST;
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
#define DIALOG_HINTS(digits) \
	{ \
		HINT(digits, TYPE, "Trả lời", "Answer"), HINT("PgDn", PAGE_ON, "Đọc tiếp", "Read on"), \
			HINT("←→", RIGHT, "Chọn", "Choose"), HINT("Enter", ENTER, "Trả lời", "Answer"), \
			HINT("Esc", BACK, "Thôi", "Leave") \
	}
	static const struct hint sets[DIALOG_ANSWERS][5] = { DIALOG_HINTS("1"), DIALOG_HINTS("1 2"),
		DIALOG_HINTS("1 2 3"), DIALOG_HINTS("1–4") };
	int answers = ((const struct dialog *)view)->count;
	*count = 5;
	return answers > 0 ? sets[answers - 1] : NULL;
}

const struct view_ops dialog_ops = {
	.name = "dialog",
	.size = sizeof(struct dialog),
	.box = true,
	.context = context,
	.open = open,
	.arrange = arrange,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.close = close_dialog,
};

bool
dialog_is(const struct view *closed)
{
	return closed->ops == &dialog_ops;
}

int
dialog_answer(const struct view *closed)
{
	return ((const struct dialog *)closed)->answer;
}

bool
dialog_deliver(const struct view *closed, struct err *err)
{
	const struct dialog *dialog = (const struct dialog *)closed;
	if (!dialog_is(closed) || !dialog->done)
		return false;
	dialog->done(dialog->to, dialog->answer, err);
	return true;
}
