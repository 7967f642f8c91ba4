#include "base/mem.h"
#include "store/derive.h"
#include "store/place.h"
#include "store/sql.h"
#include <stdlib.h>
#include <string.h>

struct store *
store_new(const struct host *host, const char *login)
{
	struct store *store = mem_new(1, sizeof *store);
	store->host = *host;
	store->login = mem_copy_text(login);
	store->newest = -1;
	return store;
}

void
store_free(struct store *store)
{
	for (size_t i = 0; i < store->statement_count; i++)
		sqlite3_finalize(store->statements[i].stmt);
	for (int entity = 0; entity < ENTITY_END; entity++)
		for (int verb = 0; verb < VERB_COUNT; verb++)
			sqlite3_finalize(store->verbs[entity][verb]);
	store_keep(store, NULL, NULL);
	free(store->statements);
	sqlite3_close_v2(store->db);
	gate_close(&store->gate);
	free(store->path);
	free(store->login);
	free(store);
}

void
store_keep(struct store *store, void *kept, void (*release)(void *kept))
{
	if (store->release_kept)
		store->release_kept(store->kept);
	store->kept = kept;
	store->release_kept = release;
}

void *
store_kept(const struct store *store)
{
	return store->kept;
}

/* What every connection is set to; see sqlite.org/pragma.html and c3ref/c_dbconfig_defensive.html. */
static bool
configure(struct store *store, struct err *err)
{
	static const struct {
		int option, value;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_busy_timeout(store->db, 10000);
	for (size_t i = 0; i < ARRAY_COUNT(options); i++) {
		int value =
			options[i].option == SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE && store->alone ? 0 : options[i].value;
		if (sqlite3_db_config(store->db, options[i].option, value, NULL) != SQLITE_OK)
			return sql_fail(store, err);
	}
	return sql_run(store,
		"PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON;"
		"PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL",
		err);
}

/* The program has one thread and nobody asks what SQLite's memory comes to: it need not lock and count at each allocation, a
 * fourteenth of the instructions to the first screen.  Has an effect before the first book is opened, none later. */
static void
set_up_sqlite(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool
store_connect(struct store *store, const char *name, int flags, struct err *err)
{
	set_up_sqlite();
	int code = sqlite3_open_v2(
		name, &store->db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (!store->db)
		die("thidua: hết bộ nhớ / out of memory");
	return code == SQLITE_OK ? configure(store, err) : sql_fail(store, err);
}

bool
store_identify(struct store *store, struct err *err)
{
	int64_t application, version;
	if (!sql_integer(&application, 0, store, err, "PRAGMA application_id", "") ||
		!sql_integer(&version, 0, store, err, "PRAGMA user_version", ""))
		return false;
	if (application != STORE_APPLICATION)
		return err_set(err, ERR_INVALID,
			SAY("Tệp {1} không phải là sổ thi đua.", "The file {1} is not a thidua book."), store->path,
			NULL);
	if (version > STORE_SCHEMA)
		return err_set(err, ERR_INVALID,
			SAY("Sổ {1} do bản thidua mới hơn tạo ra; hãy cập nhật chương trình rồi mở lại.",
				"The book {1} was made by a newer thidua; update the program and open it again."),
			store->path, NULL);
	if (version < STORE_SCHEMA)
		return err_set(err, ERR_INVALID,
			SAY("Sổ {1} có dạng cũ mà bản thidua này không còn đọc được.",
				"The book {1} has an old form that this thidua no longer reads."),
			store->path, NULL);
	return sql_integer(
		&store->account, 0, store, err, "SELECT id FROM account WHERE login = ?1", "t", store->login);
}

/* A path as the file part of a URI: what has a meaning there is escaped. */
static char *
uri_of(const char *path, const char *parameters)
{
	struct str uri = { 0 };
	str_add_text(&uri, "file:");
	for (const char *at = path; *at; at++) {
		if (strchr("%?#", *at))
			str_add_format(&uri, "%%%02X", (unsigned)(unsigned char)*at);
		else
			str_add_byte(&uri, *at);
	}
	str_add_text(&uri, parameters);
	return str_take(&uri);
}

static bool
connect_in_mode(struct store *store, struct err *err)
{
	if (store->mode == STORE_READ_WRITE)
		return gate_open(&store->gate, store->path, err) &&
			store_connect(store, store->path, SQLITE_OPEN_READWRITE, err);
	char *uri = uri_of(store->path, store->mode == STORE_SNAPSHOT ? "?immutable=1" : "?readonly_shm=1");
	bool done = store_connect(store, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	free(uri);
	return done;
}

/* A copy made by another program may have lost the journal mode; setting it writes, so it is done under the gate. */
static bool
ensure_log(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = sql_ask(store, err, "PRAGMA journal_mode", "");
	if (!stmt)
		return false;
	bool row = sql_next(store, stmt, err),
	     log = row && sqlite3_stricmp((const char *)sqlite3_column_text(stmt, 0), "wal") == 0;
	sql_done(stmt);
	if (!row || log)
		return row;
	if (!store_take_gate(store, err))
		return false;
	bool done = sql_run(store, "PRAGMA journal_mode = WAL", err);
	store_leave_gate(store);
	return done;
}

static bool
open_as_found(struct store **out, const char *path, const struct host *host, const char *login, struct err *err)
{
	struct store *store = store_new(host, login);
	*out = store;
	if (!place_find(&store->path, &store->mode, path, err))
		return false;
	store->book = place_look(store->path, "");
	store->log = place_look(store->path, "-wal");
	if (!connect_in_mode(store, err) || !store_identify(store, err) || !derive_check(store, err))
		return false;
	return store->mode != STORE_READ_WRITE || (ensure_log(store, err) && derive_rebuild(store, err));
}

bool
store_open(struct store **out, const char *path, const struct host *host, const char *login, struct err *err)
{
	for (int attempt = 0;; attempt++) {
		bool done = open_as_found(out, path, host, login, err);
		/* somebody began to write between our look and our opening: look again */
		if (done && (*out)->mode == STORE_SNAPSHOT && store_is_stale(*out)) {
			done = err_set(err, ERR_BUSY,
				SAY("Sổ {1} đang bận; hãy thử lại sau giây lát.",
					"The book {1} is busy; try again in a moment."),
				path, NULL);
			if (attempt < 3) {
				store_free(*out);
				err_release(err);
				continue;
			}
		}
		if (!done) {
			store_free(*out);
			*out = NULL;
		}
		return done;
	}
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	if (store->change)
		die("store_close: a change is open");
	if (store->mode == STORE_READ_WRITE && !store->alone && gate_try(&store->gate, store->login)) {
		/* nobody waits: empty the log; when readers are still there it stays */
		sqlite3_busy_timeout(store->db, 0);
		sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
		gate_leave(&store->gate);
	}
	store_free(store);
}

enum store_mode
store_mode(const struct store *store)
{
	return store->mode;
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

const struct host *
store_host(const struct store *store)
{
	return &store->host;
}

const char *
store_login(const struct store *store)
{
	return store->login;
}

int64_t
store_account(const struct store *store)
{
	return store->account;
}

void
store_on_wait(struct store *store, bool (*waiting)(void *to, const char *login), void *to)
{
	store->waiting = waiting;
	store->waiting_to = to;
}

bool
store_take_gate(struct store *store, struct err *err)
{
	if (store->mode != STORE_READ_WRITE)
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ {1} đang mở chỉ để xem, không ghi được; hãy xin quyền ghi vào tệp và thư mục của nó.",
				"The book {1} is open for looking only; ask for leave to write to its file and folder."),
			store->path, NULL);
	return store->alone || gate_take(&store->gate, store->login, store->waiting, store->waiting_to, err);
}

void
store_leave_gate(struct store *store)
{
	if (!store->alone)
		gate_leave(&store->gate);
}

bool
store_read_begin(struct store *store, struct err *err)
{
	if (store->reading == 0 && !store->change && !sql_run(store, "BEGIN DEFERRED", err))
		return false;
	store->reading++;
	return true;
}

void
store_read_end(struct store *store)
{
	if (store->reading == 0)
		die("store_read_end without its beginning");
	store->reading--;
	struct err ignored = { 0 };
	if (store->reading == 0 && !store->change && !sqlite3_get_autocommit(store->db))
		sql_run(store, "COMMIT", &ignored);
	err_release(&ignored);
}

bool
store_is_stale(struct store *store)
{
	struct look book = place_look(store->path, "");
	if (store->mode != STORE_SNAPSHOT)
		return !book.there || book.device != store->book.device || book.inode != store->book.inode;
	struct look log = place_look(store->path, "-wal");
	return !look_equal(&book, &store->book) || log.there != store->log.there || log.size != store->log.size;
}
