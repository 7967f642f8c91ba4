#include "app/find_index.h"
#include "app/label.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "store/change.h"
#include <stdlib.h>

/* Phases read at once when they are needed; and while nothing is typed, some 2 ms of work: the next key waits for it. */
#define PIECE 20000
#define PIECE_AHEAD 4000
/* Questions about one name before all are read. */
#define DIRECT_MOST 2

struct find_index {
	struct names *names; /* NULL: to be read */
	bool complete;
	int64_t since;   /* the newest change when the reading began; since then: touched */
	int64_t read_to; /* the last phase read */
	int64_t *clusters;
	size_t cluster_count;
	int direct; /* questions answered by the tables */
};

static void
forget(struct find_index *index)
{
	names_free(index->names);
	free(index->clusters);
	*index = (struct find_index){ .direct = index->direct };
}

static void
free_index(void *kept)
{
	forget(kept);
	free(kept);
}

static struct find_index *
index_of(struct store *store)
{
	struct find_index *index = store_kept(store);
	if (index)
		return index;
	index = mem_new(1, sizeof *index);
	store_keep(store, index, free_index);
	return index;
}

/* ---- reading all ---- */

static bool
begin(struct find_index *index, struct store *store, struct err *err)
{
	index->names = names_new();
	store_news(store, -1, &index->since, NULL, NULL, err);
	return err->kind == ERR_NONE &&
		rows_all_integers(&index->clusters, &index->cluster_count, store, EDIT_ASK(CLUSTERS), NULL, 0, err);
}

static int
by_id(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

static enum entity_id
kind_of(const struct find_index *index, int64_t subject)
{
	return index->cluster_count && bsearch(&subject, index->clusters, index->cluster_count, sizeof subject, by_id)
		? ENTITY_CLUSTER
		: ENTITY_UNIT;
}

/* *count: how many were there, at most piece. */
static bool
read_phases(struct find_index *index, size_t *count, struct store *store, size_t piece, struct err *err)
{
	struct rows *rows;
	struct value args[] = { ARG_INTEGER(index->read_to), ARG_INTEGER((int64_t)piece) };
	*count = 0;
	if (!rows_open(&rows, store, EDIT_ASK(NAMES_AFTER), args, 2, err))
		return false;
	for (; rows_next(rows, err); ++*count) {
		int64_t subject = rows_integer(rows, 1);
		index->read_to = rows_integer(rows, 0);
		names_add(index->names, kind_of(index, subject), subject,
			(struct name_source){ ENTITY_PHASE, index->read_to }, rows_text(rows, 2), rows_text(rows, 3));
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_aliases(struct find_index *index, struct store *store, struct err *err)
{
	struct rows *rows;
	struct value kinds[] = { ARG_INTEGER(ENTITY_UNIT), ARG_INTEGER(ENTITY_CLUSTER) };
	if (!rows_open(&rows, store, EDIT_ASK(ALIASES_OF_KINDS), kinds, 2, err))
		return false;
	while (rows_next(rows, err))
		names_add(index->names, (enum entity_id)rows_integer(rows, 1), rows_integer(rows, 2),
			(struct name_source){ ENTITY_ALIAS, rows_integer(rows, 0) }, rows_text(rows, 3), "");
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_piece(struct find_index *index, struct store *store, size_t piece, struct err *err)
{
	size_t count;
	if (!index->names && !begin(index, store, err))
		return false;
	if (!read_phases(index, &count, store, piece, err) || (count < piece && !read_aliases(index, store, err)))
		return false;
	index->complete = count < piece;
	if (index->complete) {
		free(index->clusters);
		index->clusters = NULL;
	}
	return true;
}

/* ---- what was written since ---- */

struct touched {
	struct names *names;
	struct name_source *sources;
	size_t count, capacity;
};

static void
note_touched(void *to, int64_t change, enum entity_id entity, int64_t record)
{
	struct touched *touched = to;
	(void)change;
	if (entity == ENTITY_UNIT || entity == ENTITY_CLUSTER) {
		names_forget_life(touched->names, entity, record);
	} else if (entity == ENTITY_PHASE || entity == ENTITY_ALIAS) {
		ARRAY_RESERVE(touched->sources, touched->count, touched->capacity);
		touched->sources[touched->count++] = (struct name_source){ entity, record };
	}
}

static bool
read_source(struct names *names, struct store *store, struct name_source source, struct err *err)
{
	bool alias = source.entity == ENTITY_ALIAS;
	struct rows *rows;
	if (!rows_open(
		    &rows, store, alias ? EDIT_ASK(ALIAS_NAME) : EDIT_ASK(PHASE_NAME), &ARG_INTEGER(source.id), 1, err))
		return false;
	if (rows_next(rows, err)) {
		int64_t subject_kind = rows_integer(rows, 0);
		enum entity_id kind = alias ? (enum entity_id)subject_kind
			: subject_kind == 1 ? ENTITY_UNIT
					    : ENTITY_CLUSTER;
		if (kind == ENTITY_UNIT || kind == ENTITY_CLUSTER)
			names_add(names, kind, rows_integer(rows, 1), source, rows_text(rows, 2), rows_text(rows, 3));
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* *again: so much is different that all is to be read anew. */
static bool
catch_up(struct find_index *index, bool *again, struct store *store, struct err *err)
{
	struct touched touched = { .names = index->names };
	bool good =
		store_news(store, index->since, &index->since, note_touched, &touched, err) || err->kind == ERR_NONE;
	*again = touched.count > names_count(index->names) / 4 + 256 || names_are_wasteful(index->names);
	if (good && !*again) {
		for (size_t n = 0; good && n < touched.count; n++) {
			names_drop(index->names, touched.sources[n]);
			good = read_source(index->names, store, touched.sources[n], err);
		}
	}
	free(touched.sources);
	return good;
}

static bool
bring_up_to_date(struct find_index *index, struct store *store, struct err *err)
{
	bool again = false;
	do {
		if (again)
			forget(index);
		while (!index->complete)
			if (!read_piece(index, store, PIECE, err))
				return false;
		if (!catch_up(index, &again, store, err))
			return false;
	} while (again);
	return true;
}

static bool
writes_names(const struct store *store)
{
	return change_touches(store, ENTITY_PHASE) || change_touches(store, ENTITY_UNIT) ||
		change_touches(store, ENTITY_CLUSTER) || change_touches(store, ENTITY_ALIAS);
}

bool
find_index(struct names **names, struct store *store, bool typing, struct err *err)
{
	struct find_index *index = index_of(store);
	*names = NULL;
	if (writes_names(store) || (!typing && !index->complete && index->direct++ < DIRECT_MOST))
		return true;
	if (!bring_up_to_date(index, store, err)) {
		forget(index);
		return false;
	}
	*names = index->names;
	return true;
}

bool
find_read(bool *more, struct store *store, size_t piece, struct err *err)
{
	struct find_index *index = index_of(store);
	bool good = index->complete || writes_names(store) || read_piece(index, store, piece, err);
	if (!good)
		forget(index);
	*more = good && !index->complete && !writes_names(store);
	return good;
}

bool
find_prepare(bool *more, struct store *store, struct err *err)
{
	return find_read(more, store, PIECE_AHEAD, err);
}
