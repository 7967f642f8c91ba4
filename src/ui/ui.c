/* Start, loop, stop. */
#include "ui/ui.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/state.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TICK 1000             /* ms */
#define INPUT_LIMIT (1 << 20) /* bytes taken in before the next frame */

/* For delays between keys only; never stored, never shown. */
static int64_t
clock_of_keys(void)
{
	struct timespec now = { 0 };
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool
ui_start(struct ui **out, const struct ui_setup *setup, struct err *err)
{
	struct ui *ui = mem_new(1, sizeof *ui);
	struct screen_setup screen = { .utf8 = setup->utf8, .colour = setup->colour };
	struct str typed_ahead = { 0 };
	*out = NULL;
	if (!screen_start(&ui->screen, &screen, &typed_ahead, err)) {
		str_release(&typed_ahead);
		free(ui);
		return false;
	}
	ui->hooks = setup->hooks;
	ui->host = setup->host;
	ui->method = setup->method;
	ui_set_mouse(ui, setup->mouse);
	ui->account = mem_copy_text(setup->account ? setup->account : "");
	ui->keys.eight_bit = screen_plain(ui->screen);
	key_feed(&ui->keys, str_text(&typed_ahead), typed_ahead.length, clock_of_keys());
	str_release(&typed_ahead);
	struct draw *draw = screen_begin(ui->screen);
	ui->layout = layout_of(draw->rows, draw->columns);
	if (draw->plain)
		ui_standing(ui,
			say(SAY("Đầu cuối không hiện UTF-8 (F1: cách sửa). Dữ liệu trong sổ vẫn đủ dấu.",
				"This terminal shows no UTF-8 (F1: what to do). The book keeps all marks.")));
	*out = ui;
	return true;
}

void
ui_begin_again(struct ui *ui)
{
	ui_close_all(ui);
	str_clear(&ui->message);
	ui->posted_count = 0;
	ui->in_tabs = ui->ended = false;
}

void
ui_stop(struct ui *ui)
{
	if (!ui)
		return;
	ui_close_all(ui);
	screen_stop(ui->screen);
	key_decoder_release(&ui->keys);
	str_release(&ui->message);
	str_release(&ui->standing);
	frame_release(&ui->frame);
	clicks_release(&ui->clicks);
	free(ui->account);
	free(ui);
}

/* ---- one turn of the loop ---- */

static void
show(struct ui *ui)
{
	struct draw *draw = screen_begin(ui->screen);
	ui_draw(ui, draw);
	screen_show(ui->screen);
	ui->shown_at = clock_of_keys();
}

/* True while the top view has more to do. */
static bool
work(struct ui *ui)
{
	struct view *view = ui->top;
	if (!view || !view->ops->work)
		return false;
	struct err err = { 0 };
	bool more = view->ops->work(view, &err);
	ui_fault(ui, &err);
	return more;
}

static void
hang_up(struct ui *ui)
{
	if (!ui->hung_up && ui->hooks.hangup)
		ui->hooks.hangup(ui->hooks.self, ui);
	ui->hung_up = ui->ended = true;
}

static void
take_signals(struct ui *ui)
{
	for (enum screen_signal signal; (signal = screen_next_signal(ui->screen)) != SIGNAL_NONE;) {
		if (signal == SIGNAL_HANGUP)
			hang_up(ui);
		else if (signal == SIGNAL_RESIZED)
			screen_resize(ui->screen);
		else
			screen_redraw(ui->screen);
	}
	struct draw *draw = screen_begin(ui->screen);
	ui->layout = layout_of(draw->rows, draw->columns);
}

/* Where a digit is text, Esc and a digit are two keys: in the grid too, where it begins a figure. */
static bool
takes_digits(enum context context)
{
	return context == IN_GRID || context_is_typing(context);
}

/* Everything that has come, so that a burst is drawn once. */
static void
take_bytes(struct ui *ui)
{
	char bytes[4096];
	for (size_t taken = 0; taken < INPUT_LIMIT;) {
		struct pollfd more = { .fd = screen_keyboard(ui->screen), .events = POLLIN };
		if (poll(&more, 1, 0) <= 0)
			return;
		ssize_t got = read(more.fd, bytes, sizeof bytes);
		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0) { /* the line is cut */
			hang_up(ui);
			return;
		}
		key_feed(&ui->keys, bytes, (size_t)got, clock_of_keys());
		taken += (size_t)got;
	}
}

/* True while the top view has more to do. */
static bool
work_and_show(struct ui *ui)
{
	bool busy = work(ui);
	if (ui->ended)
		return false;
	ui_settle(ui);
	show(ui);
	return busy;
}

static void
take_events(struct ui *ui)
{
	struct key_event event;
	bool shown = true;
	while (!ui->ended && key_next(&ui->keys, clock_of_keys(), takes_digits(ui_context(ui)), &event)) {
		if (event.kind == KEY_CLICKED && ui->mouse && !shown)
			work_and_show(ui); /* it is meant for what the keys before it have brought */
		if (ui->ended)
			break;
		ui_event(ui, &event);
		ui_settle(ui);
		shown = false;
	}
}

static void
tick(struct ui *ui)
{
	int64_t now = clock_of_keys();
	if (!ui->hooks.tick || now - ui->ticked < TICK)
		return;
	ui->ticked = now;
	ui->hooks.tick(ui->hooks.self, ui);
}

static int
patience(const struct ui *ui, bool busy)
{
	int64_t now = clock_of_keys();
	int wait = busy ? 0 : key_wait(&ui->keys, now);
	if (ui->hooks.tick && wait) {
		int64_t left = ui->ticked + TICK - now;
		if (wait < 0 || left < wait)
			wait = left > 0 ? (int)left : 0;
	}
	return wait;
}

static void
wait_for_input(struct ui *ui, bool busy)
{
	struct pollfd waits[2] = { { .fd = screen_keyboard(ui->screen), .events = POLLIN },
		{ .fd = screen_signals(ui->screen), .events = POLLIN } };
	if (poll(waits, 2, patience(ui, busy)) < 0)
		return; /* a signal: its byte is in the pipe */
	if (waits[1].revents)
		take_signals(ui);
	if (waits[0].revents && !ui->ended)
		take_bytes(ui);
}

/* ---- long work ---- */

#define SHOWN_EVERY 200 /* ms between two sentences about how far it is */

static bool
asked_to_stop(struct ui *ui, enum ui_stop stop)
{
	struct pollfd waits[2] = { { .fd = screen_keyboard(ui->screen), .events = POLLIN },
		{ .fd = screen_signals(ui->screen), .events = POLLIN } };
	bool came = stop != STOP_NEVER && poll(waits, 2, 0) > 0;
	if (stop == STOP_NEVER)
		return false;
	if (stop == STOP_ON_KEY)
		return came || key_is_waiting(&ui->keys);
	if (came && waits[1].revents)
		take_signals(ui);
	if (came && waits[0].revents && !ui->ended)
		take_bytes(ui);
	return ui->ended || key_take_escape(&ui->keys, clock_of_keys());
}

bool
ui_go_on(struct ui *ui, enum ui_stop stop, struct words words, ...)
{
	if (!ui->screen)
		return true;
	if (asked_to_stop(ui, stop))
		return false;
	if (clock_of_keys() - ui->shown_at < SHOWN_EVERY)
		return true;
	struct str said = ui->message;
	va_list args;
	va_start(args, words);
	char *text = say_format_list(words, args);
	va_end(args);
	ui->message = (struct str){ 0 };
	str_add_text(&ui->message, text);
	show(ui);
	str_release(&ui->message);
	ui->message = said;
	free(text);
	return true;
}

bool
ui_run(struct ui *ui)
{
	ui->ticked = clock_of_keys();
	ui_settle(ui);
	take_events(ui); /* typed ahead while the terminal was asked what it can do */
	while (!ui->ended) {
		ui_settle(ui);
		bool busy = work_and_show(ui);
		if (ui->ended)
			break;
		wait_for_input(ui, busy);
		if (!ui->ended)
			take_events(ui);
		if (!ui->ended)
			tick(ui);
	}
	return !ui->hung_up;
}

/* ---- leaving ---- */

enum { STAY, LEAVE };

static void
leave_answered(void *to, int answer, struct err *err)
{
	struct ui *ui = to;
	(void)err;
	if (answer == LEAVE)
		ui->ended = true;
}

static bool
something_unsaved(const struct ui *ui)
{
	for (const struct view *view = ui->top; view; view = view->below)
		if (view->ops->unsaved && view->ops->unsaved(view))
			return true;
	return false;
}

void
ui_quit(struct ui *ui, bool ask)
{
	if (!ask || !something_unsaved(ui)) {
		ui->ended = true;
		return;
	}
	struct err err = { 0 };
	struct dialog_setup setup = {
		.title = say(SAY("Thoát", "Quit")),
		.text = say(SAY("Còn chữ đã gõ mà chưa lưu vào sổ.", "Something typed is not saved in the book yet.")),
		.answers = { say(SAY("Ở lại", "Stay")), say(SAY("Bỏ chữ ấy và thoát", "Drop it and quit")) },
		.safe = STAY,
		.preset = STAY,
		.destroys = true,
		.done = leave_answered,
		.to = ui,
	};
	if (!dialog_open(ui, &setup, 0, &err))
		ui_fault(ui, &err);
}

/* ---- what is told ---- */

void
ui_say(struct ui *ui, struct words words, ...)
{
	va_list args;
	va_start(args, words);
	char *text = say_format_list(words, args);
	va_end(args);
	str_clear(&ui->message);
	str_add_text(&ui->message, text);
	ui->fault = false;
	free(text);
}

void
ui_say_also(struct ui *ui, struct words words, ...)
{
	va_list args;
	va_start(args, words);
	char *text = say_format_list(words, args);
	va_end(args);
	if (ui->message.length)
		str_add_byte(&ui->message, ' ');
	str_add_text(&ui->message, text);
	free(text);
}

/* Sentences that list something a line each are made for the command line: here the first follows the colon, the others a
 * semicolon. */
static void
add_as_one_line(struct str *out, const char *sentence)
{
	bool first = true;
	for (const char *at = sentence; *at; at++) {
		if (*at != '\n') {
			str_add_byte(out, *at);
			continue;
		}
		at += strspn(at, "\n ") - 1;
		str_add_text(out, first ? " " : "; ");
		first = false;
	}
}

void
ui_fault(struct ui *ui, struct err *err)
{
	if (err->text) {
		str_clear(&ui->message);
		add_as_one_line(&ui->message, err->text);
		ui->fault = true;
	}
	err_release(err);
}

void
ui_standing(struct ui *ui, const char *sentence)
{
	str_clear(&ui->standing);
	if (sentence)
		str_add_text(&ui->standing, sentence);
}

/* ---- what views may know ---- */

void *
ui_self(const struct ui *ui)
{
	return ui->hooks.self;
}

const struct host *
ui_host(const struct ui *ui)
{
	return &ui->host;
}

enum input_method
ui_method(const struct ui *ui)
{
	return ui->method;
}

bool
ui_mouse(const struct ui *ui)
{
	return ui->mouse;
}

void
ui_set_mouse(struct ui *ui, bool on)
{
	ui->mouse = on;
	clicks_clear(&ui->clicks);
	if (ui->screen)
		screen_set_mouse(ui->screen, on);
}

bool
ui_plain(const struct ui *ui)
{
	return ui->screen && screen_plain(ui->screen);
}

struct terminal_facts
ui_terminal(const struct ui *ui)
{
	struct terminal_facts facts = ui->screen ? screen_facts(ui->screen) : (struct terminal_facts){ .name = "" };
	facts.backspace = ui->keys.backspace;
	return facts;
}

void
ui_set_account(struct ui *ui, const char *account)
{
	free(ui->account);
	ui->account = mem_copy_text(account ? account : "");
}

void
ui_discard_typeahead(struct ui *ui)
{
	key_discard(&ui->keys);
}

static bool
compose(void *self, const char *before, size_t length, const char *typed, size_t *removed, struct str *put)
{
	struct ui *ui = self;
	return ui->method != METHOD_OFF && ui->hooks.compose &&
		ui->hooks.compose(ui->hooks.self, ui->method, before, length, typed, removed, put);
}

struct composer
ui_composer(struct ui *ui)
{
	return (struct composer){ .compose = compose, .self = ui };
}
