/* Which columns the list of all records of a kind has, and in which order its rows stand. */
#ifndef UI_VIEW_REGISTER_H
#define UI_VIEW_REGISTER_H
#include "model/field.h"
#include "store/store.h"
#include "ui/list.h"

#define REGISTER_COLUMNS_MOST 7
/* Columns that are no field of the kind. */
enum {
	REGISTER_NAME = -1,  /* the name that label.h composes */
	REGISTER_TOLD = -2,  /* what tells it from others of its name: the posts of a person */
	REGISTER_VALUE = -3, /* a figure as it is shown: >6.500, with its unit of measure */
};
struct register_columns {
	enum entity_id entity;
	int fields[REGISTER_COLUMNS_MOST];
	struct list_column columns[REGISTER_COLUMNS_MOST];
	int count;
};
void register_columns_of(struct register_columns *out, enum entity_id entity);
/* Appends the n-th cell of a record under the names of the day. */
bool register_cell(struct str *out, const struct register_columns *of, int n, struct store *store,
	const struct record *record, const char *day, struct err *err);
/* Appends the collation key by which the rows stand: what has a day, period or year the newest first, metrics in their own
 * order, everything else by its first cell. */
void register_key(struct str *out, const struct record *record, const char *first_cell);
#endif
