#include "store/rows.h"
#include "base/mem.h"
#include "store/sql.h"
#include <stdlib.h>

struct rows {
	struct store *store;
	sqlite3_stmt *stmt;
	bool own; /* the kept one was in use: this one is finalised */
};

static sqlite3_stmt *
statement_of(bool *own, struct store *store, const struct question *question, struct err *err)
{
	sqlite3_stmt *stmt = sql_kept(store, question, question->sql, err);
	*own = stmt && sqlite3_stmt_busy(stmt);
	if (*own)
		stmt = sql_prepare(store, question->sql, err);
	if (stmt && !sqlite3_stmt_readonly(stmt))
		die("rows_open: a question that writes");
	return stmt;
}

static int
bind_args(sqlite3_stmt *stmt, const struct value *args, size_t count)
{
	int code = SQLITE_OK;
	for (int i = 0; i < (int)count && code == SQLITE_OK; i++) {
		if (args[i].type == VALUE_INTEGER)
			code = sqlite3_bind_int64(stmt, i + 1, args[i].integer);
		else if (args[i].type == VALUE_TEXT)
			code = sqlite3_bind_text(stmt, i + 1, args[i].text, -1, SQLITE_TRANSIENT);
		else
			code = sqlite3_bind_null(stmt, i + 1);
	}
	return code;
}

bool
rows_open(struct rows **out, struct store *store, const struct question *question, const struct value *args,
	size_t count, struct err *err)
{
	struct rows *rows = mem_new(1, sizeof *rows);
	rows->store = store;
	rows->stmt = statement_of(&rows->own, store, question, err);
	bool done = rows->stmt != NULL;
	if (done && (int)count > sqlite3_bind_parameter_count(rows->stmt))
		die("rows_open: more arguments than the question has");
	if (done && bind_args(rows->stmt, args, count) != SQLITE_OK)
		done = sql_fail(store, err);
	if (!done) {
		rows_close(rows);
		rows = NULL;
	}
	*out = rows;
	return done;
}

bool
rows_next(struct rows *rows, struct err *err)
{
	return sql_next(rows->store, rows->stmt, err);
}

bool
rows_known(const struct rows *rows, int column)
{
	return sqlite3_column_type(rows->stmt, column) != SQLITE_NULL;
}

int64_t
rows_integer(const struct rows *rows, int column)
{
	return sqlite3_column_int64(rows->stmt, column);
}

const char *
rows_text(const struct rows *rows, int column)
{
	return sql_text(rows->stmt, column);
}

const char *
rows_bytes(const struct rows *rows, int column, size_t *length)
{
	const char *bytes = sqlite3_column_blob(rows->stmt, column);
	*length = bytes ? (size_t)sqlite3_column_bytes(rows->stmt, column) : 0;
	return bytes ? bytes : "";
}

struct value
rows_value(const struct rows *rows, int column)
{
	switch (sqlite3_column_type(rows->stmt, column)) {
	case SQLITE_NULL:
		return value_none();
	case SQLITE_INTEGER:
		return value_integer(rows_integer(rows, column));
	default:
		return value_text(rows_text(rows, column));
	}
}

void
rows_close(struct rows *rows)
{
	if (!rows)
		return;
	if (rows->own)
		sqlite3_finalize(rows->stmt);
	else if (rows->stmt)
		sql_done(rows->stmt);
	free(rows);
}

bool
rows_one_integer(int64_t *out, int64_t otherwise, struct store *store, const struct question *question,
	const struct value *args, size_t count, struct err *err)
{
	struct rows *rows;
	struct err step = { 0 };
	*out = otherwise;
	if (!rows_open(&rows, store, question, args, count, err))
		return false;
	if (rows_next(rows, &step) && rows_known(rows, 0))
		*out = rows_integer(rows, 0);
	rows_close(rows);
	if (step.kind == ERR_NONE)
		return true;
	err_release(err);
	*err = step;
	return false;
}

bool
rows_all_integers(int64_t **out, size_t *count, struct store *store, const struct question *question,
	const struct value *args, size_t arg_count, struct err *err)
{
	struct rows *rows;
	size_t capacity = 0;

	*out = NULL;
	*count = 0;
	if (!rows_open(&rows, store, question, args, arg_count, err))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(*out, *count, capacity);
		(*out)[(*count)++] = rows_integer(rows, 0);
	}
	rows_close(rows);
	if (err->kind == ERR_NONE)
		return true;
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}

bool
question_plan(struct str *out, struct store *store, const struct question *question, struct err *err)
{
	struct str sql = { 0 };
	str_add_text(&sql, "EXPLAIN QUERY PLAN ");
	str_add_text(&sql, question->sql);
	sqlite3_stmt *stmt = sql_prepare(store, str_text(&sql), err);
	str_release(&sql);
	if (!stmt)
		return false;
	int code;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
		str_add_text(out, (const char *)sqlite3_column_text(stmt, 3));
		str_add_byte(out, '\n');
	}
	bool done = code == SQLITE_DONE || sql_fail(store, err);
	sqlite3_finalize(stmt);
	return done;
}
