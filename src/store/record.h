/* One record and its row: SQL made from the table of its fields. */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H
#include "store/handle.h"

/* Reads into *out; *found tells whether it is there.  false: err. */
bool row_read(struct record *out, bool *found, struct store *store, enum entity_id entity, int64_t id, struct err *err);
/* record->id 0: the next one is given (the period's for a span, 1 for the book).  record->rev is written as it stands. */
bool row_insert(struct store *store, struct record *record, struct err *err);
bool row_update(struct store *store, const struct record *record, struct err *err);
/* Only the revision. */
bool row_stamp(struct store *store, const struct record *record, int64_t rev, struct err *err);
bool row_delete(struct store *store, const struct record *record, struct err *err);
/* The same values in all fields that are not derived. */
bool row_equal(const struct record *a, const struct record *b);
/* The same derived values. */
bool row_derived_equal(const struct record *a, const struct record *b);
bool entity_has_derived(const struct entity *entity);
#endif
