/* History: who changed what; rows are only ever added.  Undo and redo are read from it alone. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H
#include "store/store.h"

struct change_head {
	int64_t id;
	char *at; /* 2026-11-21T20:11:35.123Z */
	int64_t account;
	char *login;
	char *action, *about, *reason;
	int64_t undoes; /* 0: none */
	bool stands;    /* its effect is in the book: not undone, or undone and brought again */
};
void change_head_release(struct change_head *head);
bool history_head(struct change_head *out, struct store *store, int64_t change, struct err *err);
/* Newest first, from before (0: the newest) back, at most capacity; account 0: everybody's; entity 0: everything, else only
 * changes that touched that record (record 0: any of the kind).  Heads are released by the caller. */
bool history_page(struct change_head *out, size_t capacity, size_t *count, struct store *store, int64_t before,
	int64_t account, enum entity_id entity, int64_t record, struct err *err);

enum history_op { HISTORY_INSERT = 1, HISTORY_UPDATE = 2, HISTORY_DELETE = 3 };
struct field_change {
	int field;        /* index in the entity */
	char *old, *new_; /* file form (field_write); NULL = unknown before, after */
};
struct record_change {
	int64_t change;
	enum entity_id entity;
	int64_t record;
	enum history_op op;
	struct field_change *fields;
	size_t field_count;
};
void record_changes_release(struct record_change *changes, size_t count);
/* What one change did, in the order in which it was written. */
bool history_of_change(struct record_change **out, size_t *count, struct store *store, int64_t change, struct err *err);
/* What happened to one record, newest first. */
bool history_of_record(struct record_change **out, size_t *count, struct store *store, enum entity_id entity,
	int64_t record, struct err *err);
/* What happened to the parts of one kind that an owner has or had, newest first: those taken out too. */
bool history_of_parts(struct record_change **out, size_t *count, struct store *store, enum entity_id part,
	int64_t owner, struct err *err);
/* The account's latest own change that stands, and its next one to bring again; 0 when there is none.  A new own change made
 * after an undo ends the redo.  Walks back from the newest: the cost does not grow with the book. */
bool history_next_undo(int64_t *change, struct store *store, struct err *err);
bool history_next_redo(int64_t *change, struct store *store, struct err *err);
/* The tip of the chain of undos of a change: what a further undo or redo must name. */
bool history_tip(int64_t *tip, struct store *store, int64_t change, struct err *err);
#endif
