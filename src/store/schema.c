#include "store/schema.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "store/sql.h"

bool
schema_apply(struct store *store, struct err *err)
{
	const struct embedded *file = embedded_find("sql/schema.sql");
	if (!file)
		die("schema_apply: the program carries no schema");
	struct str sql = { 0 };
	str_add_text(&sql, "BEGIN IMMEDIATE;\n");
	str_add(&sql, (const char *)file->bytes, file->length);
	str_add_byte(&sql, '\n');
	guards_of_history(&sql);
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++)
		guards_of_entity(&sql, entity_of((enum entity_id)id));
	str_add_text(&sql, "COMMIT");
	bool done = sql_run(store, str_text(&sql), err);
	str_release(&sql);
	return done;
}

static const char list_sql[] =
	"SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name, type";

static int
step_pair(sqlite3_stmt *stmt, struct store *store, bool *failed, struct err *err)
{
	int code = sqlite3_step(stmt);
	if (code != SQLITE_ROW && code != SQLITE_DONE) {
		*failed = true;
		sql_fail(store, err);
	}
	return code;
}

/* Two sorted lists side by side. */
static bool
compare_lists(struct store *store, sqlite3_stmt *have, struct store *shipped, sqlite3_stmt *want,
	void (*differ)(void *to, const char *name), void *to, struct err *err)
{
	bool failed = false;
	int left = step_pair(have, store, &failed, err), right = step_pair(want, shipped, &failed, err);
	while (!failed && (left == SQLITE_ROW || right == SQLITE_ROW)) {
		int order = left != SQLITE_ROW ? 1
			: right != SQLITE_ROW  ? -1
					       : sqlite3_stricmp(sql_text(have, 1), sql_text(want, 1));
		if (order != 0 || !text_equal(sql_text(have, 2), sql_text(want, 2)))
			differ(to, sql_text(order > 0 ? want : have, 1));
		if (order <= 0)
			left = step_pair(have, store, &failed, err);
		if (order >= 0)
			right = step_pair(want, shipped, &failed, err);
	}
	return !failed;
}

bool
schema_compare(struct store *store, void (*differ)(void *to, const char *name), void *to, struct err *err)
{
	struct store *shipped = store_new(&store->host, store->login);
	shipped->alone = true;
	shipped->path = mem_copy_text(":memory:");
	sqlite3_stmt *have = NULL, *want = NULL;
	bool done = store_connect(shipped, ":memory:", SQLITE_OPEN_READWRITE, err) && schema_apply(shipped, err) &&
		(have = sql_prepare(store, list_sql, err)) && (want = sql_prepare(shipped, list_sql, err)) &&
		compare_lists(store, have, shipped, want, differ, to, err);
	sqlite3_finalize(have);
	sqlite3_finalize(want);
	store_free(shipped);
	return done;
}
