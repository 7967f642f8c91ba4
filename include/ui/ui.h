/* The program on a terminal: the stack of views and the one loop that feeds it.
 *
 * Loop: block in poll on terminal and signals; take in everything that has come; act; load what is stale; draw once,
 * in one write.  Nothing wakes it while nobody types, but for the tick, once a second, when there is one. */
#ifndef UI_UI_H
#define UI_UI_H
#include "base/host.h"
#include "ui/line.h"
#include "ui/view.h"

enum input_method { METHOD_OFF, METHOD_TELEX, METHOD_VNI };
enum utf8_mode { UTF8_AUTO, UTF8_ON, UTF8_OFF };

/* What the program does that no single view does; all may be NULL, self is handed to each. */
struct ui_hooks {
	void *self;
	/* An action that the top view passed: find, year ±, undo, redo, history, export … */
	enum outcome (*act)(void *self, struct ui *ui, enum action_id action, struct err *err);
	bool (*allows)(void *self, const struct ui *ui, enum action_id action);
	void (*tick)(void *self, struct ui *ui);   /* once a second: news from others, drafts */
	void (*hangup)(void *self, struct ui *ui); /* SIGHUP, SIGTERM: keep drafts; the terminal may be gone */
	/* The built-in input method, as struct composer in line.h says; method is never METHOD_OFF. */
	bool (*compose)(void *self, enum input_method method, const char *before, size_t length, const char *typed,
		size_t *removed, struct str *put);
};
struct ui_setup {
	struct host host;
	struct ui_hooks hooks;
	const char *account; /* right end of the title; copied */
	enum utf8_mode utf8; /* --utf8 */
	enum input_method method;
	bool mouse;  /* the terminal reports the mouse (ui/click.h); it keeps its own selecting of text otherwise */
	bool colour; /* false: NO_COLOR or the person's wish */
};

struct ui;
/* Takes the terminal: locale, probe, curses, modes.  Refused with a sentence when standard input or output is no
 * terminal or the terminal cannot place its cursor.  On failure *ui is NULL and the terminal is as it was. */
bool ui_start(struct ui **ui, const struct ui_setup *setup, struct err *err);
/* Runs until the person quits or the line is cut; at least one view must be open.  True: quit by the person. */
bool ui_run(struct ui *ui);
/* Closes all views (no answer is asked), so that others can be opened and ui_run be called again: another book. */
void ui_begin_again(struct ui *ui);
/* Closes all views (no answer is asked) and gives the terminal back as it was; NULL allowed. */
void ui_stop(struct ui *ui);

/* ---- the stack ---- */
/* Opens a view on top: allocates ops->size, calls open and load.  False: not opened, err says why. */
bool ui_open(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err);
/* The same with a tag to know it by when it has closed. */
bool ui_open_tagged(struct ui *ui, const struct view_ops *ops, const void *place, int tag, struct err *err);
/* Closes the view (and all on top of it, without answers) once the present call is over. */
void ui_close(struct view *view);
/* Closes everything above the lowest view, then opens there: jumps of the palette. */
bool ui_go(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err);
/* Opens a view in the place of the top one: another look at the same thing.  False: the top one stays. */
bool ui_replace(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err);
struct view *ui_top(const struct ui *ui);
/* The topmost view that is no box: whose title and tabs are shown. */
struct view *ui_screen(const struct ui *ui);
/* Every view reads again before the next draw: after a save, on news. */
void ui_reload(struct ui *ui);
/* Runs an action on the top view once the present call is over, as if its key had been pressed: menu, help, palette. */
void ui_post(struct ui *ui, enum action_id action);
/* The action would do something now: bound or in the menu, and allowed by the top view or the program. */
bool ui_allows(const struct ui *ui, enum action_id action);
/* The same for a view, whether it is on top or not: what menu and help list of the view below them. */
bool ui_view_allows(const struct ui *ui, const struct view *view, enum action_id action);
struct words ui_label(const struct ui *ui, const struct view *view, enum action_id action);
/* The short name of what is shown, for «Menu · …»; appends. */
void ui_place(const struct view *view, struct str *out);

/* ---- what the person is told ---- */
/* Row 23 until the next key.  Arguments as in say_format, ended by NULL. */
__attribute__((sentinel)) void ui_say(struct ui *ui, struct words words, ...);
/* Adds a sentence to what is said: what follows from it. */
__attribute__((sentinel)) void ui_say_also(struct ui *ui, struct words words, ...);
/* A fault: «!» and the sentence in row 23, until the next key; releases err.  Nothing happens for an err without
 * text. */
void ui_fault(struct ui *ui, struct err *err);
/* Stays in row 23, where nothing else is said, until it is said again; NULL: nothing. */
void ui_standing(struct ui *ui, const char *sentence);
/* From the midst of work that cannot be cut into pieces: row 23 says how far it is, now and then, and the keyboard is looked at.
 * False: the person wants it to end.  STOP_ON_ESCAPE: Esc was pressed, and is taken; STOP_ON_KEY: anything was, and is acted on
 * afterwards; both: the line was cut; STOP_NEVER only says.  Arguments as in say_format, ended by NULL. */
enum ui_stop { STOP_ON_ESCAPE, STOP_ON_KEY, STOP_NEVER };
__attribute__((sentinel)) bool ui_go_on(struct ui *ui, enum ui_stop stop, struct words words, ...);
/* Ends ui_run; asks first when a view has something unsaved and ask is true. */
void ui_quit(struct ui *ui, bool ask);

/* ---- what views may know ---- */
void *ui_self(const struct ui *ui); /* hooks.self: the views' owner */
const struct host *ui_host(const struct ui *ui);
enum input_method ui_method(const struct ui *ui);
/* Takes another and says so. */
void ui_choose_method(struct ui *ui, enum input_method method);
bool ui_mouse(const struct ui *ui);
void ui_set_mouse(struct ui *ui, bool on);
/* For lines of free text (names, addresses, notes, filters): composes while the person has an input method on. */
struct composer ui_composer(struct ui *ui);
bool ui_plain(const struct ui *ui); /* the terminal has no UTF-8 */
/* What the program found out about the terminal in front; zeroed where there is none (tests). */
enum terminal_answer { TERMINAL_SILENT, TERMINAL_UTF8, TERMINAL_EIGHT_BIT };
struct terminal_facts {
	const char *name;            /* TERM; borrowed */
	enum terminal_answer answer; /* to the start probe; SILENT: not asked, or no answer: the locale decided */
	bool wide_signs;             /* ► fills two columns */
	bool colour;
	int colours; /* that the machine knows of; 0: none */
	int rows, columns;
	unsigned char backspace; /* byte that the Backspace key sent last: 0x7F, 0x08; 0: not pressed yet */
};
struct terminal_facts ui_terminal(const struct ui *ui);
/* Of the screen that is shown: what a pane over it leaves. */
struct layout ui_layout(const struct ui *ui);
/* Appends the topmost screen that is no box as text, with all of its rows, however many find room in the window. */
void ui_print(struct ui *ui, struct str *out);
void ui_set_account(struct ui *ui, const char *account);
/* Forgets what was typed ahead: before a question that destroys. */
void ui_discard_typeahead(struct ui *ui);
#endif
