#include "store/sql.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

static struct words
constraint_words(int code)
{
	switch (code) {
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return SAY("Bản ghi này nhắc tới một bản ghi không có trong sổ, hoặc còn bản ghi khác nhắc tới nó.",
			"This record refers to one that is not in the book, or another record still refers to it.");
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return SAY("Sổ đã có bản ghi như vậy; hãy sửa bản ghi đó.",
			"The book has such a record already; change that one instead.");
	default:
		return SAY("Bản ghi còn thiếu hoặc có giá trị mà sổ không nhận ({2}).",
			"The record lacks something or has a value that the book does not take ({2}).");
	}
}

static enum err_kind
constraint_kind(int code)
{
	return code == SQLITE_CONSTRAINT_CHECK || code == SQLITE_CONSTRAINT_NOTNULL ||
			code == SQLITE_CONSTRAINT_DATATYPE
		? ERR_INVALID
		: ERR_NOT_ALLOWED;
}

static struct words
storage_words(int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
		return SAY("Chưa lưu được vào sổ {1}: đĩa đầy. Hãy giải phóng chỗ trên đĩa rồi lưu lại.",
			"Not saved to the book {1}: the disk is full. Free some space and save again.");
	case SQLITE_CORRUPT:
		return SAY("Sổ {1} bị hỏng. Hãy dùng bản sao lưu gần nhất và giữ lại tệp hỏng này.",
			"The book {1} is damaged. Use the latest backup and keep this file.");
	case SQLITE_NOTADB:
		return SAY("Tệp {1} không phải là sổ thi đua.", "The file {1} is not a thidua book.");
	case SQLITE_CANTOPEN:
		return SAY("Không mở được sổ {1}: {3}.", "Cannot open the book {1}: {3}.");
	case SQLITE_IOERR:
		return SAY("Không đọc ghi được sổ {1}: {3}. Chưa lưu gì.",
			"Cannot read or write the book {1}: {3}. Nothing was saved.");
	default:
		return SAY("Sổ {1} báo lỗi: {2}.", "The book {1} reports an error: {2}.");
	}
}

bool
sql_fail_code(const char *path, int code, int system_error, const char *message, struct err *err)
{
	const char *reason = system_error ? err_system(system_error) : message;
	switch (code & 0xff) {
	case SQLITE_NOMEM:
		die("thidua: hết bộ nhớ / out of memory");
	case SQLITE_CONSTRAINT:
		return err_set(err, constraint_kind(code), constraint_words(code), path, message, NULL);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY,
			SAY("Sổ {1} đang bận; hãy thử lại sau giây lát.",
				"The book {1} is busy; try again in a moment."),
			path, NULL);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ {1} chỉ cho xem: không ghi được vào tệp hoặc thư mục của nó.",
				"The book {1} can only be looked at: its file or folder cannot be written."),
			path, NULL);
	default:
		return err_set(err, ERR_STORAGE, storage_words(code), path, message, reason, NULL);
	}
}

bool
sql_fail(struct store *store, struct err *err)
{
	int code = sqlite3_extended_errcode(store->db), primary = code & 0xff;
	int reason = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN ? sqlite3_system_errno(store->db) : 0;
	return sql_fail_code(store->path, code, reason, sqlite3_errmsg(store->db), err);
}

bool
sql_run(struct store *store, const char *sql, struct err *err)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || sql_fail(store, err);
}

sqlite3_stmt *
sql_prepare(struct store *store, const char *sql, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
		sql_fail(store, err);
	return stmt;
}

sqlite3_stmt *
sql_kept(struct store *store, const void *key, const char *sql, struct err *err)
{
	for (size_t i = 0; i < store->statement_count; i++) {
		if (store->statements[i].key != key)
			continue;
		sqlite3_stmt *stmt = store->statements[i].stmt;
		if (i) { /* what was asked last stands near the front */
			struct statement moved = store->statements[i];
			store->statements[i] = store->statements[i / 2];
			store->statements[i / 2] = moved;
		}
		return stmt;
	}
	sqlite3_stmt *stmt = sql_prepare(store, sql, err);
	if (!stmt)
		return NULL;
	ARRAY_RESERVE(store->statements, store->statement_count, store->statement_capacity);
	store->statements[store->statement_count++] = (struct statement){ key, stmt };
	return stmt;
}

static sqlite3_stmt *
ask_list(struct store *store, struct err *err, const char *sql, const char *types, va_list list)
{
	sqlite3_stmt *stmt = sql_kept(store, sql, sql, err);
	if (!stmt)
		return NULL;
	int code = SQLITE_OK;
	for (int i = 0; types[i] && code == SQLITE_OK; i++) {
		if (types[i] == 'i')
			code = sqlite3_bind_int64(stmt, i + 1, va_arg(list, int64_t));
		else
			code = sqlite3_bind_text(stmt, i + 1, va_arg(list, const char *), -1, SQLITE_TRANSIENT);
	}
	if (code == SQLITE_OK)
		return stmt;
	sql_fail(store, err);
	sql_done(stmt);
	return NULL;
}

sqlite3_stmt *
sql_ask(struct store *store, struct err *err, const char *sql, const char *types, ...)
{
	va_list list;
	va_start(list, types);
	sqlite3_stmt *stmt = ask_list(store, err, sql, types, list);
	va_end(list);
	return stmt;
}

bool
sql_next(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	int code = sqlite3_step(stmt);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		sql_fail(store, err);
	return false;
}

void
sql_done(sqlite3_stmt *stmt)
{
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
}

static bool
finish(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	int code = sqlite3_step(stmt);
	bool done = code == SQLITE_DONE || code == SQLITE_ROW || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

bool
sql_do(struct store *store, struct err *err, const char *sql, const char *types, ...)
{
	va_list list;
	va_start(list, types);
	sqlite3_stmt *stmt = ask_list(store, err, sql, types, list);
	va_end(list);
	return stmt && finish(store, stmt, err);
}

bool
sql_integer(
	int64_t *out, int64_t otherwise, struct store *store, struct err *err, const char *sql, const char *types, ...)
{
	va_list list;
	va_start(list, types);
	sqlite3_stmt *stmt = ask_list(store, err, sql, types, list);
	va_end(list);
	*out = otherwise;
	if (!stmt)
		return false;
	int code = sqlite3_step(stmt);
	if (code == SQLITE_ROW && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		*out = sqlite3_column_int64(stmt, 0);
	bool done = code == SQLITE_DONE || code == SQLITE_ROW || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

const char *
sql_text(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	return text ? text : "";
}

void
sql_name(struct str *out, const char *name)
{
	str_add_byte(out, '"');
	str_add_text(out, name);
	str_add_byte(out, '"');
}
