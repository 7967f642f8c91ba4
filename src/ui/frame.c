/* Everything around the body: title, tabs, state, detail, message, hints (screens.md section 4). */
#include "text/width.h"
#include "ui/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct layout
layout_of(int rows, int columns)
{
	bool detail = rows >= 24;
	struct layout layout = { .rows = rows,
		.columns = columns,
		.title = 0,
		.tabs = 1,
		.state = 2,
		.message = rows - 2,
		.end = rows - 2,
		.hints = rows - 1,
		.detail = detail ? rows - 3 : -1 };
	layout.body = (struct area){ .row = 3, .column = 0, .rows = rows - (detail ? 6 : 5), .columns = columns };
	layout.tabs_short = columns < 80;
	layout.two_columns = columns >= 100;
	layout.large = columns >= 120 && rows >= 36;
	return layout;
}

bool
ui_too_small(const struct ui *ui)
{
	return ui->layout.columns < LAYOUT_MIN_COLUMNS || ui->layout.rows < LAYOUT_MIN_ROWS;
}

void
frame_clear(struct frame *frame)
{
	struct str *const texts[] = { &frame->title, &frame->period, &frame->place, &frame->state, &frame->state_right,
		&frame->detail, &frame->note };
	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++)
		str_clear(texts[n]);
	frame->tabs = NULL;
	frame->tab_count = frame->tab = 0;
}

void
frame_release(struct frame *frame)
{
	struct str *const texts[] = { &frame->title, &frame->period, &frame->place, &frame->state, &frame->state_right,
		&frame->detail, &frame->note };
	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++)
		str_release(texts[n]);
}

const struct frame *
ui_ask_frame(struct ui *ui, const struct view *view)
{
	frame_clear(&ui->frame);
	if (view && view->ops->frame)
		view->ops->frame(view, &ui->frame);
	return &ui->frame;
}

void
ui_place(const struct view *view, struct str *out)
{
	struct frame frame = { 0 };
	while (view && view->ops->box && view->below)
		view = view->below;
	if (view && view->ops->frame)
		view->ops->frame(view, &frame);
	if (frame.place.length)
		str_add_text(out, str_text(&frame.place));
	else if (frame.tabs && frame.tab < frame.tab_count)
		str_add_text(out, say(frame.tabs[frame.tab].label));
	else
		str_add_text(out, str_text(&frame.title));
	frame_release(&frame);
}

/* ---- rows 1 to 3 ---- */

static void
add_part(struct str *out, const char *part)
{
	if (!part || !*part)
		return;
	if (out->length)
		str_add_text(out, " · ");
	str_add_text(out, part);
}

/* The last step of a way, «› Sửa», is never cut while something before it can be. */
static void
draw_place(const struct ui *ui, struct draw *draw, int width)
{
	const char *title = str_text(&ui->frame.title), *last = NULL;
	for (const char *at = strstr(title, " › "); at; at = strstr(at + 1, " › "))
		last = at;
	int tail = last ? draw_width(draw, last) : 0, head = draw_width(draw, title) - tail;
	if (!last || head + tail <= width || tail > width / 2) {
		draw_text(draw, ui->layout.title, 1, width, ROLE_TITLE, title);
		return;
	}
	struct str before = { 0 };
	str_add(&before, title, (size_t)(last - title));
	draw_text(draw, ui->layout.title, 1, width - tail, ROLE_TITLE, str_text(&before));
	draw_text(draw, ui->layout.title, 1 + width - tail, tail, ROLE_TITLE, last);
	str_release(&before);
}

static void
draw_title(const struct ui *ui, struct draw *draw)
{
	struct str right = { 0 };
	if (draw->plain)
		add_part(&right, say(SAY("KHÔNG DẤU", "NO MARKS")));
	add_part(&right, str_text(&ui->frame.period));
	add_part(&right, ui->account);
	if (ui->method != METHOD_OFF)
		add_part(&right, ui->method == METHOD_TELEX ? "Telex" : "VNI");
	int width = draw_width(draw, str_text(&right)), columns = draw->columns;
	draw_blank(draw, ui->layout.title, 0, columns, ROLE_TITLE);
	draw_place(ui, draw, columns - width - 4);
	draw_text(draw, ui->layout.title, columns - 1 - width, width, ROLE_TITLE, str_text(&right));
	str_release(&right);
}

enum tab_style { TABS_FULL, TABS_USUAL, TABS_SHORT };

static void
add_tab(struct str *out, const struct frame *frame, int n, enum tab_style style, bool chosen)
{
	const struct tab *tab = &frame->tabs[n];
	bool full = style == TABS_FULL && tab->full.vi;
	str_add_format(out, "%d", n + 1);
	if (style != TABS_SHORT || chosen) {
		str_add_byte(out, ' ');
		str_add_text(out, say(full ? tab->full : tab->label));
	}
}

static int
tab_width(const struct frame *frame, int n, enum tab_style style, bool chosen)
{
	struct str text = { 0 };
	add_tab(&text, frame, n, style, chosen);
	int width = text_width(str_text(&text));
	str_release(&text);
	return width + (style == TABS_SHORT && !chosen ? 1 : style == TABS_SHORT ? 3 : 2);
}

static int
tabs_width(const struct frame *frame, enum tab_style style, int chosen)
{
	int width = 0;
	for (int n = 0; n < frame->tab_count; n++)
		width += tab_width(frame, n, style, n == chosen);
	return width;
}

static void
draw_tabs(const struct ui *ui, struct draw *draw)
{
	const struct frame *frame = &ui->frame;
	int chosen = ui->in_tabs ? ui->tab : frame->tab, column = 0;
	enum tab_style style = ui->layout.two_columns ? TABS_FULL : ui->layout.tabs_short ? TABS_SHORT : TABS_USUAL;
	while (style < TABS_SHORT && tabs_width(frame, style, chosen) > draw->columns)
		style++;
	for (int n = 0; n < frame->tab_count; n++) {
		struct str text = { 0 };
		bool here = n == chosen;
		if (style != TABS_SHORT || here)
			str_add_text(&text, style == TABS_SHORT ? " [" : here ? "[" : " ");
		else
			str_add_byte(&text, ' ');
		add_tab(&text, frame, n, style, here);
		if (here)
			str_add_byte(&text, ']');
		enum role role = here ? (ui->in_tabs ? ROLE_FOCUS : ROLE_CHOSEN) : ROLE_TEXT;
		draw_text(draw, ui->layout.tabs, column, draw->columns - column, role, str_text(&text));
		if (here && ui->in_tabs)
			draw_cursor(draw, ui->layout.tabs, column + (style == TABS_SHORT ? 2 : 1));
		if (ui->top == ui_screen(ui))
			draw_click(draw, ui->layout.tabs, column, tab_width(frame, n, style, here),
				(struct click){ .tab = n + 1 });
		column += tab_width(frame, n, style, here);
		str_release(&text);
	}
}

static void
draw_state(const struct ui *ui, struct draw *draw)
{
	const char *right = str_text(&ui->frame.state_right);
	int width = draw_width(draw, right), columns = draw->columns;
	draw_text(draw, ui->layout.state, 1, columns - 2 - (width ? width + 2 : 0), ROLE_TEXT,
		str_text(&ui->frame.state));
	draw_text(draw, ui->layout.state, columns - 1 - width, width, ROLE_TEXT, right);
}

/* ---- the last three rows ---- */

struct wrapped {
	struct draw *draw;
	int row, last;
	enum role role;
};

static void
draw_wrapped(void *to, const char *bytes, size_t length)
{
	struct wrapped *wrapped = to;
	struct str line = { 0 };
	str_add(&line, bytes, length);
	if (wrapped->row <= wrapped->last)
		draw_text(wrapped->draw, wrapped->row, 1, wrapped->draw->columns - 2, wrapped->role, str_text(&line));
	wrapped->row++;
	str_release(&line);
}

bool
ui_says_more(struct ui *ui)
{
	const char *note = str_text(&ui_ask_frame(ui, ui->top)->note);
	const char *text = ui->message.length ? str_text(&ui->message) : note;
	if (ui->message.length && ui->layout.detail >= 0)
		return false;
	return !ui_too_small(ui) && text_wrap_lines(text, ui->layout.columns - 2) > 1;
}

/* A long message takes row 22 too, or a row of the body. */
static void
draw_message(const struct ui *ui, struct draw *draw, const char *note, bool *takes_detail)
{
	const char *text = ui->message.length ? str_text(&ui->message) : *note ? note : str_text(&ui->standing);
	bool fault = ui->message.length && ui->fault;
	int width = draw->columns - 2, lines = text_wrap_lines(text, width);
	if (!*text)
		return;
	*takes_detail = lines > 1 && ui->message.length && ui->layout.detail >= 0;
	bool two = *takes_detail || (lines > 1 && ui->layout.long_message);
	int row = ui->layout.message - (two ? 1 : 0);
	enum role role = fault ? ROLE_FAULT : ROLE_TEXT;
	if (fault)
		draw_text(draw, row, 0, 1, role, "!");
	if (two && lines == 2) {
		struct wrapped wrapped = { draw, row, ui->layout.message, role };
		text_wrap(text, width, draw_wrapped, &wrapped);
	} else if (two) {
		/* The first line, and as much of the rest as one line holds. */
		size_t first = text_fit(text, width, NULL);
		while (first && text[first - 1] != ' ' && text[first] != ' ')
			first--;
		struct str line = { 0 };
		str_add(&line, text, first);
		draw_text(draw, row, 1, width, role, str_text(&line));
		draw_text(draw, row + 1, 1, width, role, text + first + strspn(text + first, " "));
		str_release(&line);
	} else {
		draw_text(draw, row, 1, width, role, text);
	}
}

static const struct hint *
hints_of(const struct ui *ui, size_t *count)
{
	const struct view *view = ui->top;
	const struct hint *hints = NULL;
	if (view && !ui->in_tabs && view->ops->hints)
		hints = view->ops->hints(view, count);
	return hints ? hints : context_hints(ui_context(ui), count);
}

/* «a–z Lọc», of a list or a page of rows. */
static bool
is_filter_hint(const struct ui *ui, const struct hint *hint)
{
	enum context context = ui_context(ui);
	return (context == IN_LIST || context == IN_TREE || context == IN_COMPARISON) && text_equal(hint->keys, "a–z");
}

static bool
hint_works(const struct ui *ui, const struct hint *hint)
{
	if (hint->action == ACTION_TYPE && is_filter_hint(ui, hint))
		return ui_allows(ui, ACTION_FILTER);
	if (hint->action == ACTION_TYPE)
		return ui->in_tabs || (ui->top && ui->top->ops->text);
	return ui_allows(ui, hint->action);
}

static int
hint_width(const struct draw *draw, const struct hint *hint)
{
	return draw_width(draw, hint_keys(hint)) + 1 + draw_width(draw, say(hint->label));
}

/* What stays longest: the way to all that works here (the menu, else the help), then saving. */
static int
hint_rank(const struct hint *hint, bool has_menu)
{
	switch (hint->action) {
	case ACTION_MENU:
		return 2;
	case ACTION_HELP:
		return has_menu ? 0 : 2;
	case ACTION_SAVE:
		return 1;
	default:
		return 0;
	}
}

/* The one that leaves next: the last of the lowest rank; the first hint stays. */
static size_t
hint_leaving(const struct hint *const chosen[], size_t kept)
{
	bool has_menu = false;
	for (size_t n = 0; n < kept; n++)
		has_menu = has_menu || chosen[n]->action == ACTION_MENU;
	size_t out = kept - 1;
	for (size_t n = kept - 1; n > 0; n--)
		if (hint_rank(chosen[n], has_menu) < hint_rank(chosen[out], has_menu))
			out = n;
	return out;
}

/* The hints that work, without those that find no room. */
static size_t
choose_hints(const struct ui *ui, const struct draw *draw, const struct hint *chosen[HINT_LIMIT])
{
	size_t count, kept = 0;
	const struct hint *hints = hints_of(ui, &count);
	int width = 1;
	for (size_t n = 0; n < count && kept < HINT_LIMIT; n++) {
		if (!hint_works(ui, &hints[n]))
			continue;
		chosen[kept++] = &hints[n];
		width += hint_width(draw, &hints[n]) + (kept > 1 ? 2 : 0);
	}
	while (kept > 1 && width > draw->columns) {
		size_t out = hint_leaving(chosen, kept);
		width -= hint_width(draw, chosen[out]) + 2;
		memmove(&chosen[out], &chosen[out + 1], (kept - out - 1) * sizeof *chosen);
		kept--;
	}
	return kept;
}

static void
draw_hints(const struct ui *ui, struct draw *draw)
{
	const struct hint *chosen[HINT_LIMIT];
	size_t count = choose_hints(ui, draw, chosen);
	int column = 1, row = ui->layout.hints;
	for (size_t n = 0; n < count; n++) {
		int keys = draw_width(draw, hint_keys(chosen[n]));
		if (chosen[n]->action != ACTION_TYPE)
			draw_click(draw, row, column, hint_width(draw, chosen[n]),
				(struct click){ .then = chosen[n]->action });
		draw_text(draw, row, column, keys, ROLE_KEY, hint_keys(chosen[n]));
		column += keys + 1;
		const char *label = say(chosen[n]->label);
		draw_text(draw, row, column, draw->columns - column, ROLE_TEXT, label);
		column += draw_width(draw, label) + 2;
	}
}

/* ---- all of it ---- */

static void
place_small(void *to, const char *bytes, size_t length)
{
	struct wrapped *wrapped = to;
	struct str line = { 0 };
	str_add(&line, bytes, length);
	draw_text(wrapped->draw, wrapped->row, 0, wrapped->draw->columns, ROLE_TEXT, str_text(&line));
	draw_cursor(wrapped->draw, wrapped->row, draw_width(wrapped->draw, str_text(&line)));
	wrapped->row++;
	str_release(&line);
}

static void
draw_small(const struct ui *ui, struct draw *draw)
{
	char size[32], least[32];
	snprintf(size, sizeof size, "%d×%d", ui->layout.columns, ui->layout.rows);
	snprintf(least, sizeof least, "%d×%d", LAYOUT_MIN_COLUMNS, LAYOUT_MIN_ROWS);
	char *sentence = say_format(
		SAY("Cửa sổ {1} nhỏ quá: cần {2}.\nPhóng to ra là dùng tiếp; chữ đang gõ vẫn còn. Ctrl+Q để thoát.",
			"The window of {1} is too small: {2} is needed.\n"
			"Make it larger to go on; what is typed stays. Ctrl+Q quits."),
		size, least, NULL);
	struct wrapped wrapped = { .draw = draw };
	text_wrap(sentence, draw->columns < 2 ? 2 : draw->columns, place_small, &wrapped);
	free(sentence);
}

static void
draw_views(const struct ui *ui, struct draw *draw, const struct view *view)
{
	if (view != ui_screen(ui))
		draw_views(ui, draw, view->below);
	if (!view->ops->draw)
		return;
	int columns = draw->columns;
	struct clicks *clicks = draw->clicks;
	draw->clicks = view == ui->top ? clicks : NULL;
	draw->columns = ui_layout_under(ui, view).columns;
	struct area old = draw_clip(draw, (struct area){ 0, 0, draw->rows, draw->columns });
	view->ops->draw(view, draw);
	draw->clip = old;
	draw->columns = columns;
	draw->clicks = clicks;
}

/* Where there is nothing to stand on the cursor waits at the begin of the body: a braille line and an input method follow it. */
static void
draw_nowhere(const struct ui *ui, struct draw *draw)
{
	const struct area *body = &ui->layout.body;
	if (draw->cursor_row >= 0 || ui->top->ops->box)
		return;
	draw_text(draw, body->row, body->column, 1, ROLE_TEXT, "►");
	draw_cursor(draw, body->row, body->column);
}

void
ui_draw(struct ui *ui, struct draw *draw)
{
	clicks_clear(&ui->clicks);
	draw->clicks = ui->mouse ? &ui->clicks : NULL;
	if (ui_too_small(ui)) {
		draw_small(ui, draw);
		return;
	}
	if (!ui->top)
		return;
	ui_ask_frame(ui, ui_screen(ui));
	draw_title(ui, draw);
	if (ui->frame.tabs && !ui->in_tabs)
		draw_tabs(ui, draw);
	draw_state(ui, draw);
	if (ui->top != ui_screen(ui))
		ui_ask_frame(ui, ui->top);
	bool takes_detail = false;
	draw_message(ui, draw, str_text(&ui->frame.note), &takes_detail);
	if (ui->layout.detail >= 0 && !takes_detail)
		draw_text(draw, ui->layout.detail, 1, draw->columns - 2, ROLE_TEXT, str_text(&ui->frame.detail));
	draw_hints(ui, draw);
	draw_views(ui, draw, ui->top);
	if (ui->in_tabs) { /* last: the cursor is here */
		ui_ask_frame(ui, ui_screen(ui));
		draw_tabs(ui, draw);
	}
	draw_nowhere(ui, draw);
}
