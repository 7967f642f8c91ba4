#include "store/derive.h"
#include "base/mem.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/sql.h"
#include "text/fold.h"
#include "text/key.h"

/* Raised when model/ derives another value without a new version of text/. */
#define DERIVE_VERSION 1
#define PAGE 256

static const struct version {
	const char *name;
	int64_t number;
} versions[] = {
	{ "key_version", TEXT_KEY_VERSION },
	{ "fold_version", TEXT_FOLD_VERSION },
	{ "derive_version", DERIVE_VERSION },
};

static void (*on_rebuild)(void *to, int64_t done, int64_t total);
static void *on_rebuild_to;

void
store_on_rebuild(void (*progress)(void *to, int64_t done, int64_t total), void *to)
{
	on_rebuild = progress;
	on_rebuild_to = to;
}

static bool
stored_version(int64_t *number, struct store *store, const char *name, struct err *err)
{
	return sql_integer(number, 0, store, err, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1", "t", name);
}

bool
derive_check(struct store *store, struct err *err)
{
	for (size_t i = 0; i < ARRAY_COUNT(versions); i++) {
		int64_t number;
		if (!stored_version(&number, store, versions[i].name, err))
			return false;
		if (number > versions[i].number)
			return err_set(err, ERR_INVALID,
				SAY("Sổ {1} do bản thidua mới hơn ghi; hãy cập nhật chương trình rồi mở lại.",
					"The book {1} was written by a newer thidua; update the program and open it again."),
				store->path, NULL);
	}
	return true;
}

static bool
is_current(bool *current, struct store *store, struct err *err)
{
	*current = true;
	for (size_t i = 0; i < ARRAY_COUNT(versions); i++) {
		int64_t number;
		if (!stored_version(&number, store, versions[i].name, err))
			return false;
		*current = *current && number == versions[i].number;
	}
	return true;
}

bool
derive_note(struct store *store, struct err *err)
{
	for (size_t i = 0; i < ARRAY_COUNT(versions); i++)
		if (!sql_do(store, err,
			    "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
			    "ti", versions[i].name, versions[i].number))
			return false;
	return true;
}

/* One record: *differs tells whether its derived values are not what they should be; they are put right when fix. */
static bool
look_at(bool *differs, struct store *store, enum entity_id entity, int64_t id, bool fix, struct err *err)
{
	struct record stored;
	bool found, done = row_read(&stored, &found, store, entity, id, err);
	*differs = false;
	if (!done || !found)
		return done;
	struct record fresh = record_copy(&stored);
	record_derive(&fresh);
	*differs = !row_derived_equal(&stored, &fresh);
	if (*differs && fix)
		done = row_update(store, &fresh, err);
	record_release(&stored);
	record_release(&fresh);
	return done;
}

struct walk {
	struct store *store;
	bool fix;
	int64_t done, total;
	void (*found)(void *to, enum entity_id entity, int64_t id);
	void *to;
};

static bool
walk_kind(struct walk *walk, enum entity_id entity, struct err *err)
{
	int64_t ids[PAGE], after = INT64_MIN;
	size_t count;
	do {
		if (!record_page(ids, PAGE, &count, walk->store, entity, after, err))
			return false;
		for (size_t i = 0; i < count; i++) {
			bool differs;
			if (!look_at(&differs, walk->store, entity, ids[i], walk->fix, err))
				return false;
			if (differs && walk->found)
				walk->found(walk->to, entity, ids[i]);
			after = ids[i];
		}
		walk->done += (int64_t)count;
		if (walk->fix && on_rebuild)
			on_rebuild(on_rebuild_to, walk->done, walk->total);
	} while (count == PAGE);
	return true;
}

static bool
count_kind(int64_t *total, struct store *store, const struct entity *entity, struct err *err)
{
	struct str sql = { 0 };
	str_add_text(&sql, "SELECT count(*) FROM ");
	sql_name(&sql, entity->table);
	sqlite3_stmt *stmt = sql_prepare(store, str_text(&sql), err);
	bool done = stmt && sql_next(store, stmt, err);
	if (done)
		*total += sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	str_release(&sql);
	return done;
}

/* The guards know only changes; what is derived is none, so they are lifted for its kind, inside the transaction. */
static bool
rebuild_all(struct store *store, struct err *err)
{
	struct walk walk = { .store = store, .fix = true };
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++)
		if (entity_has_derived(entity_of((enum entity_id)id)) &&
			!count_kind(&walk.total, store, entity_of((enum entity_id)id), err))
			return false;
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		if (entity_has_derived(entity) &&
			(!guards_lift(store, entity, err) || !walk_kind(&walk, entity->id, err) ||
				!guards_restore(store, entity, err)))
			return false;
	}
	return derive_note(store, err);
}

bool
derive_rebuild(struct store *store, struct err *err)
{
	bool current;
	if (!is_current(&current, store, err))
		return false;
	if (current)
		return true;
	if (!store_take_gate(store, err))
		return false;
	/* another process may have done it while we waited */
	bool done = sql_run(store, "BEGIN IMMEDIATE", err) && is_current(&current, store, err) &&
		(current || rebuild_all(store, err)) && sql_run(store, "COMMIT", err);
	struct err ignored = { 0 };
	if (!done && !sqlite3_get_autocommit(store->db))
		sql_run(store, "ROLLBACK", &ignored);
	err_release(&ignored);
	store_leave_gate(store);
	return done;
}

bool
derive_verify(
	struct store *store, void (*found)(void *to, enum entity_id entity, int64_t id), void *to, struct err *err)
{
	struct walk walk = { .store = store, .found = found, .to = to };
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++)
		if (entity_has_derived(entity_of((enum entity_id)id)) && !walk_kind(&walk, (enum entity_id)id, err))
			return false;
	return true;
}
