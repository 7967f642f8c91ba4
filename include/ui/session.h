/* The person's session on the screen: the open book, the year and part of the year looked at, and what every view may ask of the
 * program.  ui_self() of any view is its struct session. */
#ifndef UI_SESSION_H
#define UI_SESSION_H
#include "model/period.h"
#include "store/store.h"
#include "ui/ui.h"

struct session {
	struct store *store;
	struct ui *ui;
	int year;               /* work year looked at */
	char part[16];          /* part of the year: "Y", "H1" … */
	int64_t source;         /* document cited for all that is typed next; 0: none */
	int64_t seen;           /* id of the newest change that the views show */
	int64_t started;        /* when the session began, ms: undo of what is older asks first */
};

/* How main starts the screen. */
struct session_setup {
	struct store *store;
	enum utf8_mode utf8;
	bool colour;
};
/* Takes the terminal, opens home (or the welcome page of an empty book) and runs until the person quits.  The store stays the
 * caller's.  False: err says why the screen could not be shown. */
bool session_run(const struct session_setup *setup, struct err *err);

struct session *session_of(const struct view *view);
bool session_writable(const struct session *session);
period session_period(const struct session *session);
/* After a change of our own: remembers its id, every view reads again, and row 23 says what was saved. */
__attribute__((sentinel)) void session_saved(struct session *session, struct words words, ...);
#endif
