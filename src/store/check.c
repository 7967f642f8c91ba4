#include "base/mem.h"
#include "store/derive.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/sql.h"
#include <stdlib.h>
#include <string.h>

struct report {
	void (*finding)(void *to, const char *sentence);
	void *to;
};

__attribute__((sentinel)) static void
tell(struct report *report, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	char *sentence = say_format_list(words, list);
	va_end(list);
	report->finding(report->to, sentence);
	free(sentence);
}

static const char *
kind_of(const char *table)
{
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++)
		if (text_equal(entity_of((enum entity_id)id)->table, table))
			return say(entity_of((enum entity_id)id)->one);
	return table;
}

/* Runs a statement and tells about each row. */
static bool
each(struct store *store, const char *sql, void (*tell_row)(struct report *report, sqlite3_stmt *stmt),
	struct report *report, struct err *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, sql, err);
	if (!stmt)
		return false;
	int code;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
		tell_row(report, stmt);
	bool done = code == SQLITE_DONE || sql_fail(store, err);
	sqlite3_finalize(stmt);
	return done;
}

static void
tell_damage(struct report *report, sqlite3_stmt *stmt)
{
	if (strcmp(sql_text(stmt, 0), "ok") != 0)
		tell(report, SAY("Tệp sổ bị hỏng: {1}.", "The book's file is damaged: {1}."), sql_text(stmt, 0), NULL);
}

static void
tell_lost_reference(struct report *report, sqlite3_stmt *stmt)
{
	tell(report,
		SAY("Bản ghi {1} số {2} nhắc tới một bản ghi {3} không có trong sổ.",
			"Record {2} ({1}) refers to a record ({3}) that is not in the book."),
		kind_of(sql_text(stmt, 0)), sql_text(stmt, 1), kind_of(sql_text(stmt, 2)), NULL);
}

static void
tell_pointless_alias(struct report *report, sqlite3_stmt *stmt)
{
	tell(report,
		SAY("Tên khác số {1} (“{2}”) là của một bản ghi không có trong sổ.",
			"Alias {1} (“{2}”) belongs to a record that is not in the book."),
		sql_text(stmt, 0), sql_text(stmt, 1), NULL);
}

static void
tell_pointless_citation(struct report *report, sqlite3_stmt *stmt)
{
	tell(report,
		SAY("Dẫn nguồn số {1} nói về một bản ghi không có trong sổ.",
			"Citation {1} is about a record that is not in the book."),
		sql_text(stmt, 0), NULL);
}

/* SELECT … WHERE NOT (entity = 1 AND EXISTS … OR entity = 2 AND EXISTS …): the table depends on the row. */
static bool
check_pairs(struct store *store, const char *select, void (*tell_row)(struct report *report, sqlite3_stmt *stmt),
	struct report *report, struct err *err)
{
	struct str sql = { 0 };
	str_add_text(&sql, select);
	str_add_text(&sql, " WHERE NOT CASE p.entity");
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		str_add_format(&sql, " WHEN %d THEN EXISTS (SELECT 1 FROM ", id);
		sql_name(&sql, entity_of((enum entity_id)id)->table);
		str_add_text(&sql, " t WHERE t.id = p.record)");
	}
	str_add_text(&sql, " ELSE 0 END");
	bool done = each(store, str_text(&sql), tell_row, report, err);
	str_release(&sql);
	return done;
}

static void
tell_wordless(struct report *report, sqlite3_stmt *stmt)
{
	tell(report,
		SAY("Bản ghi {1} số {2} được ghi mà không có trong lịch sử.",
			"Record {2} ({1}) was written without its history."),
		kind_of(sql_text(stmt, 0)), sql_text(stmt, 1), NULL);
}

static bool
check_history(struct store *store, struct report *report, struct err *err)
{
	bool done = true;
	for (int id = ENTITY_NONE + 1; id < ENTITY_END && done; id++) {
		const char *table = entity_of((enum entity_id)id)->table;
		struct str sql = { 0 };
		str_add_format(&sql, "SELECT '%s', t.id FROM ", table);
		sql_name(&sql, table);
		str_add_format(&sql,
			" t WHERE NOT EXISTS (SELECT 1 FROM change_record c WHERE c.entity = %d AND c.record = t.id AND c.change = t.rev)",
			id);
		done = each(store, str_text(&sql), tell_wordless, report, err);
		str_release(&sql);
	}
	return done;
}

static void
tell_derived(void *to, enum entity_id entity, int64_t id)
{
	struct str number = { 0 };
	str_add_integer(&number, id);
	tell(to,
		SAY("Bản ghi {1} số {2} có cột suy ra (khóa sắp xếp, tên không dấu, ngày) không khớp.",
			"Record {2} ({1}) has derived columns (sorting key, folded name, days) that do not fit."),
		say(entity_of(entity)->one), str_text(&number), NULL);
	str_release(&number);
}

static void
tell_schema(void *to, const char *name)
{
	tell(to,
		SAY("Cấu trúc sổ khác với của chương trình ở “{1}”.",
			"The book's structure differs from the program's at “{1}”."),
		name, NULL);
}

bool
store_check(struct store *store, void (*finding)(void *to, const char *sentence), void *to, struct err *err)
{
	struct report report = { finding, to };
	bool done = store_read_begin(store, err);
	if (!done)
		return false;
	done = each(store, "PRAGMA quick_check", tell_damage, &report, err) &&
		each(store, "PRAGMA foreign_key_check", tell_lost_reference, &report, err) &&
		check_pairs(store, "SELECT p.id, p.text FROM alias p", tell_pointless_alias, &report, err) &&
		check_pairs(store, "SELECT p.id FROM citation p", tell_pointless_citation, &report, err) &&
		check_history(store, &report, err) && derive_verify(store, tell_derived, &report, err) &&
		schema_compare(store, tell_schema, &report, err);
	store_read_end(store);
	return done;
}
