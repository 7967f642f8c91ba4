#include "base/mem.h"
#include "store/account.h"
#include "store/sql.h"

bool
setting_read(char **value, struct store *store, const char *name, struct err *err)
{
	*value = NULL;
	if (!store->account)
		return true;
	sqlite3_stmt *stmt = sql_ask(
		store, err, "SELECT value FROM setting WHERE account = ?1 AND name = ?2", "it", store->account, name);
	if (!stmt)
		return false;
	int code = sqlite3_step(stmt);
	if (code == SQLITE_ROW)
		*value = mem_copy_text((const char *)sqlite3_column_text(stmt, 0));
	bool done = code == SQLITE_ROW || code == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

static bool
write_setting(struct store *store, const char *name, const char *value, struct err *err)
{
	if (!value)
		return sql_do(
			store, err, "DELETE FROM setting WHERE account = ?1 AND name = ?2", "it", store->account, name);
	return sql_do(store, err,
		"INSERT INTO setting(account, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (account, name) DO UPDATE SET value = ?3",
		"itt", store->account, name, value);
}

bool
setting_write(struct store *store, const char *name, const char *value, struct err *err)
{
	if (store->change)
		return write_setting(store, name, value, err);
	if (!store->account && !value)
		return true;
	if (!store->account && !account_make(store, err))
		return false;
	if (!store_take_gate(store, err))
		return false;
	bool done = write_setting(store, name, value, err);
	store_leave_gate(store);
	return done;
}
