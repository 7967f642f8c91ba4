/* The person's session on the screen: the open book, the year and part of the year looked at, and what every view may ask of the
 * program.  ui_self() of any view is its struct session. */
#ifndef UI_SESSION_H
#define UI_SESSION_H
#include "model/period.h"
#include "store/store.h"
#include "ui/ui.h"

/* A change that the person is being asked about before it is taken back or brought again. */
struct undo_question {
	int64_t change;
	char *name;
	bool redo, fitting_only;
};

/* The example book, made where and how the screen need not know. */
struct session_example {
	void *self;
	/* The store stays the maker's.  false: err says why there is none. */
	bool (*open)(void *self, struct store **out, struct err *err);
	void (*close)(void *self);
};

struct typing;
struct session_drafts;
struct session {
	struct store *store;
	struct ui *ui;
	int year;        /* work year looked at */
	char part[16];   /* part of the year: "Y", "H1" … */
	int64_t source;  /* document cited for all that is typed next; 0: none */
	int64_t seen;    /* id of the newest change that the views show */
	int64_t started; /* when the session began, ms: undo of what is older asks first */
	bool served;     /* somebody who sees no files of this machine: over SSH with a forced command */
	int64_t cluster; /* opened last: home begins on it; 0: none */
	unsigned news;   /* counts what others wrote: a view that reads again marks what is different */
	struct undo_question undo;
	struct made {
		enum entity_id entity;
		int64_t record;
	} made; /* by the form saved last, when its record was new: the list that shows it goes to it; record 0: none */
	struct store *reopened;           /* the book read anew after its file changed; the session's to close */
	int64_t waiting_since, waited_at; /* for another writer, ms */
	struct typing *typing;            /* the built-in input method (src/ui/typing.h) */
	struct session_drafts *drafts;    /* src/ui/session_drafts.h; NULL: none are kept */
	const struct session_example *example;
	struct store *guest; /* the example, once it is asked for and until the person comes back from it */
};

/* How main starts the screen. */
struct session_setup {
	struct store *store;
	enum utf8_mode utf8;
	bool colour;
	bool served; /* as in struct session */
	const char
		*state; /* folder of the person's state: for drafts when none can be kept beside the book; NULL: none */
	struct session_example example;
};
/* Takes the terminal, opens home (or the welcome page of an empty book) and runs until the person quits; who quits the example
 * is back in the book.  The store stays the caller's.  False: err says why the screen could not be shown. */
bool session_run(const struct session_setup *setup, struct err *err);

struct session *session_of(const struct view *view);
bool session_writable(const struct session *session);
period session_period(const struct session *session);
/* Another year or part: every view reads again.  Years outside 1900 … 2999 are refused with a sentence. */
bool session_go(struct session *session, int year, const char *part, struct err *err);
/* After a change of our own: remembers its id, every view reads again, and row 23 says what was saved. */
__attribute__((sentinel)) void session_saved(struct session *session, struct words words, ...);
/* Leaves the book for the example, in which the person is alone and nothing stays. */
bool session_see_example(struct session *session, struct err *err);
/* Writes what is typed and not saved into the draft of this session, or takes the draft away when nothing is: once a second,
 * on leaving a field, on a hang-up, after a save. */
void session_keep_drafts(struct session *session);
/* Whether a change waits while another person writes, for some seconds (as it does at first), or gives up at once. */
void session_wait(struct session *session, bool patient);
/* Looks for what others wrote: every view reads again, and row 23 says who did what. */
void session_look_for_news(struct session *session);
#endif
