/* The records that an open change has written: what they were before it, so that several writes of one record become one row
 * of history, from the first old value to the last new one. */
#ifndef STORE_TOUCHED_H
#define STORE_TOUCHED_H
#include "store/handle.h"

struct touched {
	enum entity_id entity;
	int64_t id;
	int64_t ordinal;      /* order of writing; of a deletion the order of the deletion */
	struct record before; /* entity NULL: it was not there */
};
struct touched_list {
	struct touched *items;
	size_t count, capacity;
	size_t *slots; /* hash of (entity, id) → 1 + index; slot_count is a power of two */
	size_t slot_count;
	int64_t ordinals;
	uint64_t kinds; /* bits of those ever written */
};
/* NULL when the change has not written that record. */
struct touched *touched_find(const struct touched_list *list, enum entity_id entity, int64_t id);
/* Remembers a first write; before is taken over (emptied), NULL: a new record. */
struct touched *touched_add(struct touched_list *list, enum entity_id entity, int64_t id, struct record *before);
/* Forgets all but the first count. */
void touched_cut(struct touched_list *list, size_t count);
void touched_release(struct touched_list *list);
/* Writes the rows of history of the change, in order.  *written: how many; 0 when everything came back to what it was. */
bool touched_write(size_t *written, struct store *store, struct touched_list *list, int64_t change, struct err *err);
/* Whether touched_write would write anything. */
bool touched_any(bool *any, struct store *store, const struct touched_list *list, struct err *err);
#endif
