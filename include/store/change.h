/* A change is a write transaction with a name: it takes the gate, BEGIN IMMEDIATE, and each record written in it gets one row
 * of history in the same transaction, from its first old value to its last new one.  Only app/edit writes records; everybody
 * else goes through it.
 *
 * Two names of actions are the store's own: "create" made the book, "account" the account of a login, in the transaction of
 * that login's first change.  Both are never undone.
 *
 * When a function here fails the change is still open and holds what was written before: commit or abandon it.  A full disk
 * may have taken everything back already; then whatever follows fails too. */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H
#include "store/store.h"

struct change;
/* action: the stable name of the deed ("save", "undo", "import", "merge" …); about: what its sentence speaks of, a flat JSON
 * object without language, e.g. {"entity":"term","name":"…"}, or NULL.  A change begun inside another joins it. */
bool change_begin(struct change **change, struct store *store, const char *action, const char *about, struct err *err);
/* Writes a new record (id 0: gets its id, and a uid when it has none) or a changed one (rev must be the stored one, else
 * ERR_CONFLICT).  Derived fields are recomputed; record->id and ->rev are updated.  A record equal to the stored one writes
 * nothing.  ERR_NOT_ALLOWED: the same key is in the book already, or a reference leads nowhere. */
bool change_write(struct change *change, struct record *record, struct err *err);
/* Brings a deleted record back under its own id.  From here to the end of the change references may lead to records that come
 * back later; change_commit looks at them (ERR_NOT_ALLOWED).  ERR_CONFLICT: it is there. */
bool change_restore(struct change *change, struct record *record, struct err *err);
/* Deletes; fails with ERR_CONFLICT when it moved on, ERR_NOT_ALLOWED when something still refers to it (record_references
 * lists what; in a change that restores or undoes, change_commit looks). */
bool change_delete(struct change *change, const struct record *record, struct err *err);
/* This change takes back (or brings again) the change `undone`, the tip of its chain.  Records may come and go in any order. */
void change_undoes(struct change *change, int64_t undone);
int64_t change_id(const struct change *change);
struct store *change_store(const struct change *change);
/* Whether the store has an open change that wrote records of the kind, or did and took it back. */
bool change_touches(const struct store *store, enum entity_id entity);
size_t change_count(const struct change *change); /* records written so far, nested changes included */
/* Saves.  A change that wrote nothing, or nothing that differs in the end, leaves no trace.  On false nothing was saved.  Frees
 * the change either way. */
bool change_commit(struct change *change, struct err *err);
/* Takes everything back and frees the change; NULL is fine. */
void change_abandon(struct change *change);
#endif
