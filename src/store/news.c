#include "store/sql.h"

/* The id of the newest change.  One that is still open does not count: if it is abandoned the next one gets its id. */
static bool
newest_change(int64_t *newest, struct store *store, struct err *err)
{
	int64_t version;
	*newest = store->before_change;
	if (store->change)
		return true;
	/* moves when another connection writes, not when this one does: change_commit notes that itself */
	if (!sql_integer(&version, 0, store, err, "PRAGMA data_version", ""))
		return false;
	if (store->newest < 0 || version != store->data_version) {
		if (!sql_integer(newest, 0, store, err, "SELECT max(id) FROM change", ""))
			return false;
		store->newest = *newest;
		store->data_version = version;
	}
	*newest = store->newest;
	return true;
}

bool
store_news(struct store *store, int64_t since, int64_t *last,
	void (*touched)(void *to, int64_t change, enum entity_id entity, int64_t record), void *to, struct err *err)
{
	int64_t newest;
	*last = since;
	if (!newest_change(&newest, store, err) || newest <= since)
		return false;
	sqlite3_stmt *stmt = touched
		? sql_ask(store, err,
			  "SELECT change, entity, record FROM change_record WHERE change > ?1 ORDER BY change, ordinal",
			  "i", since)
		: NULL;
	if (touched && !stmt)
		return false;
	struct err step = { 0 };
	while (stmt && sql_next(store, stmt, &step))
		touched(to, sqlite3_column_int64(stmt, 0), (enum entity_id)sqlite3_column_int(stmt, 1),
			sqlite3_column_int64(stmt, 2));
	if (stmt)
		sql_done(stmt);
	if (step.kind != ERR_NONE) {
		err_release(err);
		*err = step;
		return false;
	}
	*last = newest;
	return true;
}
