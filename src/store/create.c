#include "base/mem.h"
#include "model/fields.h"
#include "store/change.h"
#include "store/derive.h"
#include "store/place.h"
#include "store/schema.h"
#include "store/sql.h"
#include "text/json.h"
#include <stdlib.h>

static bool
note_meta(struct store *store, struct err *err)
{
	char uid[ULID_SIZE];
	host_ulid(&store->host, uid);
	return sql_do(store, err, "INSERT INTO meta(name, value) VALUES ('uid', ?1)", "t", uid) &&
		derive_note(store, err);
}

static bool
write_book(struct store *store, const char *title, int current_year, struct err *err)
{
	struct str about = { 0 };
	json_open(&about, '{');
	json_name(&about, "title");
	json_string(&about, title);
	json_close(&about, '}');
	struct change *change;
	bool done = change_begin(&change, store, "create", str_text(&about), err);
	str_release(&about);
	if (!done)
		return false;
	struct record book = record_new(ENTITY_BOOK);
	record_set_text(&book, BOOK_TITLE, title);
	record_set_integer(&book, BOOK_CURRENT_YEAR, current_year);
	done = change_write(change, &book, err);
	record_release(&book);
	if (done)
		return change_commit(change, err);
	change_abandon(change);
	return false;
}

/* Nobody knows the file yet, so it is written without a gate.  Its log goes into it here: a close would say nothing of a disk
 * that takes no more, and the file that gets the name would be empty. */
static bool
build(const char *made, const struct host *host, const char *login, const char *title, int current_year,
	struct err *err)
{
	struct store *store = store_new(host, login);
	store->alone = true;
	store->mode = STORE_READ_WRITE;
	store->path = mem_copy_text(made);
	bool done = store_connect(store, made, SQLITE_OPEN_READWRITE, err) &&
		sql_run(store,
			"PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL",
			err) &&
		schema_apply(store, err) && note_meta(store, err) && write_book(store, title, current_year, err) &&
		sql_run(store, "PRAGMA wal_checkpoint(TRUNCATE)", err);
	store_free(store);
	return done;
}

bool
store_create(struct store **out, const char *path, const struct host *host, const char *login, const char *title,
	int current_year, struct err *err)
{
	char *made = NULL;
	*out = NULL;
	if (!place_is_free(path, err) || !place_make(&made, path, host, err))
		return false;
	bool done = build(made, host, login, title, current_year, err) && place_settle(made, path, err);
	if (!done)
		place_remove(made);
	free(made);
	return done && store_open(out, path, host, login, err);
}
