#include "app/member_heads.h"
#include "app/questions_cluster.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include <stdlib.h>

void
member_heads_release(struct member_head *heads, size_t count)
{
	for (size_t i = 0; heads && i < count; i++) {
		free(heads[i].level);
		free(heads[i].chair);
	}
	free(heads);
}

static bool
read_one(struct member_head *head, struct store *store, int64_t unit, const struct year_bounds *bounds, struct err *err)
{
	struct rows *rows;
	if (!ASK_CLUSTER(&rows, store, HEAD_OF_UNIT, err, ARG_TEXT(bounds->first_day), ARG_TEXT(bounds->last_day),
		    ARG_INTEGER(unit)))
		return false;
	const struct choice *level = NULL;
	bool there = rows_next(rows, err);
	if (there && rows_known(rows, 0))
		level = choice_numbered(entity_of(ENTITY_PHASE)->fields[PHASE_LEVEL].choices, rows_integer(rows, 0));
	head->level = mem_copy_text(level ? say(level->label) : "");
	head->chair = mem_copy_text(there ? rows_text(rows, 1) : "");
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
member_heads_read(
	struct member_head **out, const struct members *members, struct store *store, int year, struct err *err)
{
	struct year_bounds bounds = year_bounds(year);
	*out = mem_new(members->count, sizeof **out);
	bool done = store_read_begin(store, err);
	if (!done)
		goto fail;
	for (size_t i = 0; done && i < members->count; i++)
		done = read_one(&(*out)[i], store, members->rows[i].unit, &bounds, err);
	store_read_end(store);
	if (done)
		return true;
fail:
	member_heads_release(*out, members->count);
	*out = NULL;
	return false;
}
