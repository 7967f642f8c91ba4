#include "base/mem.h"
#include "store/place.h"
#include "store/sql.h"
#include <stdlib.h>

/* VACUUM cannot run inside a transaction. */
static bool
copy_into(struct store *store, const char *made, struct err *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, "VACUUM INTO ?1", err);
	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, made, -1, SQLITE_STATIC);
	bool done = sqlite3_step(stmt) == SQLITE_DONE || sql_fail(store, err);
	sqlite3_finalize(stmt);
	return done;
}

static bool
is_sound(struct store *copy, struct err *err)
{
	sqlite3_stmt *stmt = sql_ask(copy, err, "PRAGMA quick_check(1)", "");
	if (!stmt)
		return false;
	bool row = sql_next(copy, stmt, err);
	bool sound = row && text_equal((const char *)sqlite3_column_text(stmt, 0), "ok");
	sql_done(stmt);
	return sound ||
		(row &&
			err_set(err, ERR_STORAGE,
				SAY("Bản sao vừa tạo bị lỗi nên đã bỏ; hãy thử lại ở ổ đĩa khác.",
					"The copy just made is damaged and was dropped; try again on another disk."),
				NULL));
}

/* Opens the copy, looks for damage, compares it with the book.  The copy gets the journal of a book again, which VACUUM INTO
 * does not carry over. */
static bool
verify(struct store *store, const char *made, struct err *err)
{
	struct store *copy = store_new(&store->host, store->login);
	copy->alone = true;
	copy->path = mem_copy_text(made);
	int64_t here, there = -1;
	bool done = store_connect(copy, made, SQLITE_OPEN_READWRITE, err) && store_identify(copy, err) &&
		is_sound(copy, err) && sql_integer(&there, -1, copy, err, "SELECT max(id) FROM change", "") &&
		sql_integer(&here, 0, store, err, "SELECT max(id) FROM change", "");
	if (done && there > here)
		done = err_set(err, ERR_STORAGE,
			SAY("Bản sao vừa tạo bị lỗi nên đã bỏ; hãy thử lại ở ổ đĩa khác.",
				"The copy just made is damaged and was dropped; try again on another disk."),
			NULL);
	done = done && sql_run(copy, "PRAGMA journal_mode = WAL", err);
	store_free(copy);
	return done;
}

bool
store_backup(struct store *store, const char *path, struct err *err)
{
	char *made = NULL;
	if (store->change || store->reading)
		die("store_backup inside a transaction");
	if (!place_is_free(path, err) || !place_make(&made, path, &store->host, err))
		return false;
	bool done = copy_into(store, made, err) && verify(store, made, err) && place_settle(made, path, err);
	if (!done)
		place_remove(made);
	free(made);
	return done;
}
