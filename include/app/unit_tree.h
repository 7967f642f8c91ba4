/* Units under their parents, branch by branch: a book may hold more of them than a screen ever opens. */
#ifndef APP_UNIT_TREE_H
#define APP_UNIT_TREE_H
#include "store/store.h"

struct tree_unit {
	int64_t unit;
	char *name, *full_name, *life; /* under the names of the year's last day; "… – 30/6/2025" */
	bool branches;                 /* some unit has it as its parent */
};
/* The units right below a parent (0: those without one), in order, at most capacity; namesakes are marked. */
bool unit_children_read(struct tree_unit **out, size_t *count, struct store *store, int64_t parent, int year,
	size_t capacity, struct err *err);
void tree_units_release(struct tree_unit *units, size_t count);
/* Appends the parents of a unit, from the top: "Tổng LĐLĐ Việt Nam › LĐLĐ tỉnh Hà Nam"; nothing when it has none. */
bool unit_path_add(struct str *out, struct store *store, int64_t unit, int year, struct err *err);
/* The parent of a unit on the year's last day; 0: it has none. */
bool unit_parent_read(int64_t *parent, struct store *store, int64_t unit, int year, struct err *err);
#endif
