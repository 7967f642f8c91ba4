/* A change is a write transaction with a name: it takes the gate, BEGIN IMMEDIATE, and each record written in it gets its
 * history row in the same transaction.  Only app/edit writes records; everybody else goes through it. */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H
#include "store/store.h"

struct change;
/* action: the stable name of the deed ("save", "undo", "import", "merge" …); about: what its sentence speaks of, a flat JSON
 * object without language, e.g. {"entity":"term","name":"…"}, or NULL.  A change begun inside another joins it. */
bool change_begin(struct change **change, struct store *store, const char *action, const char *about, struct err *err);
/* Writes a new record (id 0: gets its id and uid) or a changed one (rev must be the stored one, else ERR_CONFLICT).  Derived
 * fields are recomputed; record->id and ->rev are updated.  A record equal to the stored one writes nothing. */
bool change_write(struct change *change, struct record *record, struct err *err);
/* Brings a deleted record back under its own id. */
bool change_restore(struct change *change, struct record *record, struct err *err);
/* Deletes; fails with ERR_CONFLICT when it moved on, ERR_NOT_ALLOWED when something still refers to it. */
bool change_delete(struct change *change, const struct record *record, struct err *err);
/* This change takes back (or brings again) the change `undone`. */
void change_undoes(struct change *change, int64_t undone);
/* Replaces the about text given at the beginning. */
void change_about(struct change *change, const char *about);
int64_t change_id(const struct change *change);
struct store *change_store(const struct change *change);
size_t change_count(const struct change *change);       /* records written so far */
/* Saves.  A change that wrote nothing leaves no trace.  On false nothing was saved.  Frees the change either way. */
bool change_commit(struct change *change, struct err *err);
/* Takes everything back and frees the change; NULL is fine. */
void change_abandon(struct change *change);
#endif
