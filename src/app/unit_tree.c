#include "app/unit_tree.h"
#include "app/label.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include <stdlib.h>

/* A book in which units are each other's parents in a ring is a fault for check to tell, none to hang in. */
#define DEEPEST 12

void
tree_units_release(struct tree_unit *units, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(units[i].name);
		free(units[i].full_name);
		free(units[i].life);
	}
	free(units);
}

static char *
label_of(struct store *store, int64_t unit, const char *day, struct err *err)
{
	struct str label = { 0 };

	label_add(&label, store, ENTITY_UNIT, unit, LABEL_SHORT, day, err);
	return str_take(&label);
}

bool
unit_children_read(struct tree_unit **out, size_t *count, struct store *store, int64_t parent, int year,
	size_t capacity, struct err *err)
{
	struct year_bounds bounds = year_bounds(year);
	struct rows *rows;
	size_t room = 0;

	*out = NULL;
	*count = 0;
	if (!ASK(&rows, store, UNIT_CHILDREN, err, ARG_TEXT(bounds.last_day),
		    parent ? ARG_INTEGER(parent) : (struct value){ .type = VALUE_NONE },
		    ARG_INTEGER((int64_t)capacity)))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(*out, *count, room);
		(*out)[(*count)++] = (struct tree_unit){
			.unit = rows_integer(rows, 0),
			.full_name = mem_copy_text(rows_text(rows, 1)),
			.life = life_shown(rows_text(rows, 2), rows_text(rows, 3)),
			.branches = rows_integer(rows, 4) != 0,
		};
	}
	rows_close(rows);
	for (size_t i = 0; !err->kind && i < *count; i++)
		(*out)[i].name = label_of(store, (*out)[i].unit, bounds.last_day, err);
	if (!err->kind)
		return true;
	tree_units_release(*out, *count);
	*out = NULL;
	*count = 0;
	return false;
}

static bool
read_parent(int64_t *parent, struct store *store, int64_t unit, const char *day, struct err *err)
{
	return rows_one_integer(parent, 0, store, &read_questions[READ_UNIT_PARENT],
		(struct value[]){ ARG_INTEGER(unit), ARG_TEXT(day) }, 2, err);
}

bool
unit_parent_read(int64_t *parent, struct store *store, int64_t unit, int year, struct err *err)
{
	return read_parent(parent, store, unit, year_bounds(year).last_day, err);
}

static bool
add_parents(struct str *out, struct store *store, int64_t unit, const char *day, int depth, struct err *err)
{
	int64_t parent;

	if (!read_parent(&parent, store, unit, day, err))
		return false;
	if (!parent || depth == DEEPEST)
		return true;
	if (!add_parents(out, store, parent, day, depth + 1, err))
		return false;
	if (out->length)
		str_add_text(out, " › ");
	return label_add(out, store, ENTITY_UNIT, parent, LABEL_SHORT, day, err);
}

bool
unit_path_add(struct str *out, struct store *store, int64_t unit, int year, struct err *err)
{
	struct str path = { 0 };
	bool good = add_parents(&path, store, unit, year_bounds(year).last_day, 0, err);

	str_add_text(out, str_text(&path));
	str_release(&path);
	return good;
}
