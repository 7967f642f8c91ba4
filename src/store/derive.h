/* The versions of derived columns: what an older program made is made anew. */
#ifndef STORE_DERIVE_H
#define STORE_DERIVE_H
#include "store/handle.h"

/* Refuses a book whose derived columns are of a newer program. */
bool derive_check(struct store *store, struct err *err);
/* When meta's versions are older: recomputes every derived column under the gate, in one transaction, and notes the versions. */
bool derive_rebuild(struct store *store, struct err *err);
/* Notes this program's versions in a new book. */
bool derive_note(struct store *store, struct err *err);
/* Calls found for each record whose derived columns are not what they should be. */
bool derive_verify(
	struct store *store, void (*found)(void *to, enum entity_id entity, int64_t id), void *to, struct err *err);
#endif
