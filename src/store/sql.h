/* Statements of the store itself: prepared once, run, their errors made into sentences. */
#ifndef STORE_SQL_H
#define STORE_SQL_H
#include "store/handle.h"

/* Makes a sentence from the connection's last error.  Always false. */
bool sql_fail(struct store *store, struct err *err);
/* The same for a result code of a connection that is not this store's; path names the file. */
bool sql_fail_code(const char *path, int code, int system_error, const char *message, struct err *err);
/* One or several statements without arguments. */
bool sql_run(struct store *store, const char *sql, struct err *err);
/* The statement kept for key, prepared from sql when it is new; reset and without arguments.  NULL: err. */
sqlite3_stmt *sql_kept(struct store *store, const void *key, const char *sql, struct err *err);
/* Prepares without keeping. */
sqlite3_stmt *sql_prepare(struct store *store, const char *sql, struct err *err);
/* A string constant with its arguments, one letter each in types: i an int64_t, t a const char * (NULL allowed), ready to be
 * stepped; sql_done afterwards.  NULL: err. */
sqlite3_stmt *sql_ask(struct store *store, struct err *err, const char *sql, const char *types, ...);
/* true: a row.  false: the end, or an error (err->kind). */
bool sql_next(struct store *store, sqlite3_stmt *stmt, struct err *err);
/* Resets, so that nothing stays open. */
void sql_done(sqlite3_stmt *stmt);
/* The same as sql_ask for a statement that gives no rows. */
bool sql_do(struct store *store, struct err *err, const char *sql, const char *types, ...);
/* The first column of the first row, or otherwise. */
bool sql_integer(
	int64_t *out, int64_t otherwise, struct store *store, struct err *err, const char *sql, const char *types, ...);
/* A column as text, "" for NULL; borrowed until the statement moves on. */
const char *sql_text(sqlite3_stmt *stmt, int column);
/* "name" with quotes. */
void sql_name(struct str *out, const char *name);
#endif
