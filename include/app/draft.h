/* Drafts: what is typed and not saved yet, kept in small files beside the book, so that a cut line or a killed program
 * costs at most a second of typing.
 *
 * BOOK-drafts/LOGIN.N (folder 0700, files 0600, JSON); where that folder cannot be made, STATE/thidua/LOGIN.N.  The
 * session that writes a file holds flock() on it as long as it lives: a file that nobody holds is left from a session
 * that ended without being asked, and is offered when that login starts again.  Files of other logins are never opened. */
#ifndef APP_DRAFT_H
#define APP_DRAFT_H
#include "app/edit.h"
#include "model/choices.h"
#include "model/period.h"

enum draft_kind { DRAFT_FORM, DRAFT_CELL, DRAFT_VALUES };
#define DRAFT_SHEAVES 2

/* A form: its records as they stand there, and as the book had them when it was opened (id 0 in mine: a new record, whose
 * base says nothing). */
struct draft_form {
	enum entity_id entity;
	struct sheaf mine[DRAFT_SHEAVES], bases[DRAFT_SHEAVES];
	int sheaf_count;
	bool pair;       /* two terms of one year in one form */
	bool rare_shown; /* the rarely used fields too */
	bool renames;    /* the name is another one from naming_day on */
	char *naming_day;
	char part[16];  /* of the year, while no year is typed */
	int phase;      /* row of the name that the form shows */
	int64_t source; /* document to be cited; 0: none */
};
/* The box of one cell. */
struct draft_cell {
	int64_t cluster, subject, metric;
	period period;
	enum choice_number kind;
	struct record base; /* the figure when the box was opened; entity NULL: there was none */
};
/* A form that is no record: texts by names that the view gives them; a name may come again. */
struct draft_value {
	char *name, *text;
};
struct draft_values {
	char *view; /* its name */
	struct draft_value *items;
	size_t count, capacity;
};
/* Everything in it is the draft's own; a zeroed one can be released. */
struct draft {
	enum draft_kind kind;
	bool for_below;      /* makes a record for a place of the form below */
	char *cursor;        /* the field with the cursor, in the view's own words; NULL: none */
	int64_t row, column; /* in a table */
	char *typed;         /* what stands in that field and is not taken yet; NULL: nothing */
	char *adding;        /* the place that waits for the record of the next draft, as cursor; NULL: none */
	int64_t adding_row, adding_column;
	struct draft_form form;
	struct draft_cell cell;
	struct draft_values values;
};
void draft_release(struct draft *draft);
/* Copies one record of the form with its parts; base NULL: a new record. */
void draft_add_sheaf(struct draft_form *form, const struct sheaf *mine, const struct sheaf *base);

/* Copies both. */
void draft_add_value(struct draft_values *values, const char *name, const char *text);

/* All that one session has not saved, the lowest view first. */
struct draft_set {
	struct draft *items;
	size_t count, capacity;
	int year; /* looked at */
	char part[16];
	char at[TIMESTAMP_SIZE]; /* when it was written */
};
struct draft *draft_set_add(struct draft_set *set);
void draft_set_release(struct draft_set *set);

/* The files of one session. */
struct draft_keeper;
/* For the book and the login of the store.  state: folder of the person's state ($XDG_STATE_HOME), used when nothing can
 * be kept beside the book; NULL: none.  Touches no file yet. */
bool draft_keeper_open(struct draft_keeper **out, struct store *store, const char *state, struct err *err);
/* Writes the set into the session's own file, unless it stands there already.  false: what was kept before is still
 * there whole. */
bool draft_keep(struct draft_keeper *keeper, const struct draft_set *set, struct err *err);
/* Nothing is unsaved any more: takes the session's own file away. */
void draft_forget(struct draft_keeper *keeper);

/* The next file of this login that no session holds; it is held from here on.  *found false: there is none left.  A file
 * that is damaged, from another book or not safe to read is left as it is: false with a sentence, and the next call goes
 * on. */
bool draft_next(struct draft_keeper *keeper, struct draft_set *out, bool *found, struct err *err);
/* The next call of draft_next begins with the first file again: for those that were left. */
void draft_again(struct draft_keeper *keeper);
/* What becomes of the file found: the session's own from now on, removed, or left for the next start. */
void draft_take_found(struct draft_keeper *keeper);
void draft_drop_found(struct draft_keeper *keeper);
void draft_leave_found(struct draft_keeper *keeper);

/* Lets go of the files; keep: the session's own stays for the next start, else it is removed.  NULL is fine. */
void draft_keeper_close(struct draft_keeper *keeper, bool keep);
#endif
