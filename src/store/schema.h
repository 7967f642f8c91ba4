/* The schema that the program carries, with the guards that are made from the list of kinds. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H
#include "store/handle.h"

/* Appends the CREATE TRIGGER statements of one kind, or of the history and of subjects. */
void guards_of_entity(struct str *sql, const struct entity *entity);
void guards_of_history(struct str *sql);
/* Lifts the guards of one kind inside a transaction that puts them back before it ends: for derived columns, which are no
 * change. */
bool guards_lift(struct store *store, const struct entity *entity, struct err *err);
bool guards_restore(struct store *store, const struct entity *entity, struct err *err);
/* Makes all tables and guards in an empty database, in one transaction. */
bool schema_apply(struct store *store, struct err *err);
/* Calls differ for each table, index or trigger that this program would make otherwise; extra and missing ones too. */
bool schema_compare(struct store *store, void (*differ)(void *to, const char *name), void *to, struct err *err);
#endif
