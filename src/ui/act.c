/* From a key to a deed: what the key means here, who does it, and what is said when nobody does. */
#include "base/mem.h"
#include "text/clean.h"
#include "ui/dialog.h"
#include "ui/help.h"
#include "ui/menu.h"
#include "ui/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what works ---- */

static bool
is_form(enum context context)
{
	return context == IN_FIELD || context == IN_CHOICE_FIELD || context == IN_FORM_ROWS ||
		context == IN_TEXT_AREA || context == IN_BUTTONS;
}

/* Small boxes answer one question: no menu, no jumps from inside them. */
static bool
is_question(enum context context)
{
	return context == IN_DIALOG || context == IN_MENU || context == IN_CHOICES || context == IN_PALETTE;
}

static enum context
context_of(const struct view *view)
{
	return view->ops->context ? view->ops->context(view) : IN_LIST;
}

static bool
own_allows(const struct view *view, enum action_id action, bool *own)
{
	enum context context = context_of(view);
	*own = true;
	switch (action) {
	case ACTION_QUIT:
	case ACTION_REDRAW:
	case ACTION_BACK:
		return true;
	case ACTION_HELP:
		return context != IN_HELP;
	case ACTION_MENU:
		return !is_question(context);
	case ACTION_METHOD:
		return view->ui->hooks.compose != NULL;
	case ACTION_TABS:
		return view->ops->tab && !view->ops->box;
	default:
		*own = false;
		return false;
	}
}

bool
ui_view_allows(const struct ui *ui, const struct view *view, enum action_id action)
{
	bool own;
	if (!view || action == ACTION_NONE)
		return false;
	if (own_allows(view, action, &own) || own)
		return own && own_allows(view, action, &own);
	if (!actions[action].menu && !action_key(context_of(view), action))
		return false;
	if (!view->ops->allows || view->ops->allows(view, action))
		return true;
	return !is_question(context_of(view)) && ui->hooks.allows && ui->hooks.allows(ui->hooks.self, ui, action);
}

bool
ui_allows(const struct ui *ui, enum action_id action)
{
	if (ui->in_tabs)
		return action == ACTION_LEFT || action == ACTION_RIGHT || action == ACTION_ENTER ||
			action == ACTION_BACK || action == ACTION_TABS || action == ACTION_MENU ||
			action == ACTION_HELP || action == ACTION_QUIT;
	return ui_view_allows(ui, ui->top, action);
}

struct words
ui_label(const struct ui *ui, const struct view *view, enum action_id action)
{
	struct words words = { NULL, NULL };
	if (action == ACTION_METHOD) {
		static const struct words methods[] = { WORDS("Kiểu gõ: tắt", "Input: off"),
			WORDS("Kiểu gõ: Telex", "Input: Telex"), WORDS("Kiểu gõ: VNI", "Input: VNI") };
		return methods[ui->method];
	}
	if (view && view->ops->label)
		words = view->ops->label(view, action);
	if (words.vi)
		return words;
	if (action == ACTION_TABS && view && view->ops->tab)
		return SAY("Ngăn (số trên hàng ngăn)", "Tabs (their digits)");
	return action_label(view ? context_of(view) : IN_ANY, action);
}

/* ---- what is said ---- */

static void
say_no_use(struct ui *ui, const char *what)
{
	ui_say(ui, SAY("{1} không dùng ở đây.", "{1} has no use here."), what, NULL);
}

static void
show_fault(struct ui *ui, struct err *err)
{
	if (err->kind != ERR_NONE)
		ui_fault(ui, err);
	else
		err_release(err);
}

/* ---- the program's own deeds ---- */

void
ui_choose_method(struct ui *ui, enum input_method method)
{
	ui->method = method;
	static const struct words said[] = { WORDS("Bộ gõ có sẵn đã tắt.", "The built-in input method is off."),
		WORDS("Bộ gõ có sẵn: Telex. Nhớ tắt UniKey trên máy mình.",
			"Built-in input method: Telex. Switch off that of your own machine."),
		WORDS("Bộ gõ có sẵn: VNI. Nhớ tắt UniKey trên máy mình.",
			"Built-in input method: VNI. Switch off that of your own machine.") };
	ui_say(ui, said[method], NULL);
}

static void
go_back(struct ui *ui)
{
	if (ui->top->below && !ui->top->ops->home)
		ui_close(ui->top);
	else
		ui_say(ui,
			SAY("Esc không thoát chương trình. F10 hoặc Ctrl+Q để thoát.",
				"Esc does not quit. F10 or Ctrl+Q quits."),
			NULL);
}

static bool
run_own(struct ui *ui, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_HELP:
		help_open(ui, err);
		return true;
	case ACTION_MENU:
		menu_open(ui, err);
		return true;
	case ACTION_QUIT:
		ui_quit(ui, true);
		return true;
	case ACTION_REDRAW:
		if (ui->screen)
			screen_redraw(ui->screen);
		ui_reload(ui);
		return true;
	case ACTION_METHOD:
		ui_choose_method(ui, ui->method == METHOD_VNI ? METHOD_OFF : (enum input_method)(ui->method + 1));
		return true;
	case ACTION_TABS:
		ui->in_tabs = true;
		ui->tab = ui_ask_frame(ui, ui->top)->tab;
		return true;
	case ACTION_BACK:
		go_back(ui);
		return true;
	default:
		return false;
	}
}

/* ---- the tab bar ---- */

void
ui_go_tab(struct ui *ui, int tab)
{
	struct err err = { 0 };
	ui->in_tabs = false;
	if (ui->top->ops->tab && !ui->top->ops->tab(ui->top, tab, &err))
		show_fault(ui, &err);
}

/* True when the tab bar has dealt with it. */
static bool
act_in_tabs(struct ui *ui, enum action_id action)
{
	int count = ui_ask_frame(ui, ui->top)->tab_count;
	switch (action) {
	case ACTION_TABS:
	case ACTION_RIGHT:
	case ACTION_NEXT_STOP:
		ui->tab = count ? (ui->tab + 1) % count : 0;
		return true;
	case ACTION_LEFT:
	case ACTION_PREVIOUS_STOP:
		ui->tab = count ? (ui->tab + count - 1) % count : 0;
		return true;
	case ACTION_FIRST:
		ui->tab = 0;
		return true;
	case ACTION_LAST:
		ui->tab = count ? count - 1 : 0;
		return true;
	case ACTION_ENTER:
		ui_go_tab(ui, ui->tab);
		return true;
	case ACTION_BACK:
	case ACTION_UP:
	case ACTION_DOWN:
		ui->in_tabs = false;
		return true;
	default:
		ui->in_tabs = false;
		return false;
	}
}

static void
text_in_tabs(struct ui *ui, const char *utf8)
{
	int count = ui_ask_frame(ui, ui->top)->tab_count, digit = *utf8 - '0';
	if (digit >= 1 && digit <= 9 && digit <= count && !utf8[1]) {
		ui_go_tab(ui, digit - 1);
		return;
	}
	char last[16];
	snprintf(last, sizeof last, "%d", count);
	ui_say(ui,
		SAY("Gõ số của ngăn, từ 1 đến {1}, hoặc Esc để về.",
			"Type the digit of a tab, 1 to {1}, or Esc to go back."),
		last, NULL);
}

/* ---- actions ---- */

/* Rule 9 of screens.md: true when the action may run now. */
static bool
commit_first(struct ui *ui, enum action_id action)
{
	enum context context = ui_context(ui);
	if (actions[action].typing)
		return true;
	if (context == IN_CELL) {
		struct err err = { 0 };
		ui->top->ops->act(ui->top, ACTION_SAVE, &err);
		show_fault(ui, &err);
		return ui_context(ui) != IN_CELL;
	}
	if (is_form(context) && ui->top->ops->unsaved && ui->top->ops->unsaved(ui->top)) {
		ui_say(ui, SAY("Lưu hoặc bỏ phiếu trước.", "Save or drop the form first."), NULL);
		return false;
	}
	return true;
}

/* False: nobody has a use for it. */
static bool
hand_over(struct ui *ui, enum action_id action)
{
	struct err err = { 0 };
	struct view *view = ui->top;
	enum outcome outcome = VIEW_PASS;
	bool own, allowed = own_allows(view, action, &own) || (!own && ui_view_allows(ui, view, action));
	bool mine = own || !view->ops->allows || view->ops->allows(view, action) ||
		actions[action].group == GROUP_MOVE || actions[action].group == GROUP_TEXT;
	if (mine && view->ops->act)
		outcome = view->ops->act(view, action, &err);
	if (outcome == VIEW_CLOSE)
		ui_close(view);
	if (outcome == VIEW_PASS && allowed && run_own(ui, action, &err))
		outcome = VIEW_DONE;
	if (outcome == VIEW_PASS && ui->hooks.act && !is_question(ui_context(ui)))
		outcome = ui->hooks.act(ui->hooks.self, ui, action, &err);
	bool done = outcome != VIEW_PASS || err.text;
	show_fault(ui, &err);
	return done;
}

/* name: of the key, or the label of a menu row. */
static void
run(struct ui *ui, enum action_id action, const char *name)
{
	if (!ui->top || (ui->in_tabs && act_in_tabs(ui, action)) || !commit_first(ui, action))
		return;
	bool moves = actions[action].group == GROUP_MOVE || actions[action].group == GROUP_TEXT;
	if (!hand_over(ui, action) && !moves)
		say_no_use(ui, name);
}

void
ui_run_action(struct ui *ui, enum action_id action)
{
	if (ui->top)
		run(ui, action, say(ui_label(ui, ui->top, action)));
}

/* ---- events ---- */

static void
press(struct ui *ui, int key)
{
	struct words explanation = key_explanation(key);
	enum action_id action = action_of(ui_context(ui), key);
	char name[32];
	snprintf(name, sizeof name, "%s", key_shown(key));
	if (explanation.vi)
		ui_say(ui, explanation, NULL);
	else if (action)
		run(ui, action, name);
	else
		say_no_use(ui, name);
}

static void
type(struct ui *ui, const char *utf8, size_t length, bool pasted)
{
	struct view *view = ui->top;
	struct err err = { 0 };
	if (!pasted && ui->method != METHOD_OFF && (unsigned char)*utf8 >= 0x80) {
		ui->method = METHOD_OFF;
		ui_say(ui,
			SAY("Máy của bạn đã gõ chữ có dấu, nên bộ gõ có sẵn được tắt.",
				"Your machine types marked letters itself, so the built-in input method is off now."),
			NULL);
	}
	enum outcome outcome = view->ops->text ? view->ops->text(view, utf8, length, pasted, &err) : VIEW_PASS;
	if (outcome == VIEW_CLOSE)
		ui_close(view);
	if (outcome == VIEW_PASS && !err.text)
		ui_say(ui, SAY("Ở đây không gõ chữ được; F9 mở menu.", "Nothing can be typed here; F9 opens the menu."),
			NULL);
	show_fault(ui, &err);
}

static void
text(struct ui *ui, const struct key_event *event)
{
	bool pasted = event->kind == KEY_PASTED;
	enum action_id action =
		event->length == 1 && !pasted ? action_of(ui_context(ui), (unsigned char)*event->text) : ACTION_NONE;
	if (action)
		run(ui, action, key_shown((unsigned char)*event->text));
	else if (ui->in_tabs)
		text_in_tabs(ui, pasted ? "" : event->text);
	else if (ui->top)
		type(ui, event->text, event->length, pasted);
}

static void
refuse(struct ui *ui)
{
	if (ui->screen)
		screen_beep(ui->screen);
	if (ui_plain(ui))
		ui_say(ui,
			SAY("Đầu cuối này không có UTF-8 nên chữ có dấu từ máy bạn không nhận được. "
			    "Ctrl+\\ bật bộ gõ có sẵn.",
				"This terminal has no UTF-8, so marked letters of your machine cannot be taken. "
				"Ctrl+\\ turns on the built-in input "
				"method."),
			NULL);
	else
		ui_say(ui,
			SAY("Chữ vừa nhận không phải UTF-8 nên không ghi.",
				"What arrived is no UTF-8 and was not taken."),
			NULL);
}

void
ui_event(struct ui *ui, const struct key_event *event)
{
	str_clear(&ui->message);
	ui->layout = layout_of(ui->layout.rows, ui->layout.columns); /* without room for what was said */
	ui->fault = false;
	if (ui_too_small(ui)) {
		if (event->kind == KEY_PRESSED && action_of(IN_ANY, event->key) == ACTION_QUIT)
			ui_quit(ui, true);
		return;
	}
	switch (event->kind) {
	case KEY_PRESSED:
		press(ui, event->key);
		break;
	case KEY_TEXT:
	case KEY_PASTED:
		text(ui, event);
		break;
	case KEY_CLICKED:
		ui_click(ui, event->row, event->column);
		break;
	case KEY_WHEELED:
		ui_wheel(ui, event->up);
		break;
	case KEY_UNKNOWN:
		ui_say(ui,
			SAY("Không biết phím này ({1}); không làm gì.",
				"This key is not known ({1}); nothing was done."),
			event->text, NULL);
		break;
	case KEY_REFUSED:
		refuse(ui);
		break;
	}
}
