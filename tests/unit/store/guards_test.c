/* Guards: what bypasses a change is refused, whichever program writes; the tables are those of the fields. */
#include "book.h"
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "base/mem.h"
#include "store/handle.h"
#include <stdlib.h>

static void
refused(const struct place_of_test *place, const char *sql, const char *words)
{
	char *message = raw(place->path, sql);
	if (!message || !strstr(message, words))
		fail_msg("%s: «%s», expected «%s»", sql, message ? message : "(done)", words);
	free(message);
}

static void
raw_writes_are_refused(void **state)
{
	static const struct {
		const char *sql, *words;
	} attempts[] = {
		{ "UPDATE person SET name = 'x'", "a write without a change" },
		{ "UPDATE person SET name = 'x', rev = rev + 1", "a write without a change" },
		{ "UPDATE person SET name = 'x', rev = (SELECT max(id) FROM change)", "a write without a change" },
		{ "UPDATE person SET id = 9", "a write without a change" },
		{ "UPDATE OR REPLACE person SET name = 'x' WHERE id = 1", "a write without a change" },
		{ "DELETE FROM person", "a delete without a change" },
		{ "INSERT OR REPLACE INTO person SELECT * FROM person", "a new row without a change" },
		{ "REPLACE INTO person SELECT id, uid, 'x', 1, NULL, NULL, NULL, x'01', 'x', (SELECT max(id) FROM change) FROM person",
			"a new row without a change" },
		{ "INSERT INTO person(uid, name, has_marks, name_key, rev) VALUES ('u', 'x', 1, x'01', (SELECT max(id) FROM change))",
			"a new row without a change" },
		{ "INSERT INTO subject(kind) VALUES (1)", "a new row without a change" },
		{ "DELETE FROM subject", "a delete without a change" },
		{ "UPDATE subject SET kind = 2", "a write without a change" },
		{ "DELETE FROM unit", "a delete without a change" },
		{ "UPDATE account SET login = 'root'", "a write without a change" },
		{ "UPDATE book SET title = 'x'", "a write without a change" },
		{ "DELETE FROM change", "history is append-only" },
		{ "UPDATE change SET action = 'x'", "history is append-only" },
		{ "UPDATE change SET reason = 'x' WHERE id = (SELECT max(id) FROM change)", "history is append-only" },
		{ "INSERT OR REPLACE INTO change SELECT * FROM change", "history is append-only" },
		{ "DELETE FROM change_record", "history is append-only" },
		{ "UPDATE change_record SET fields = '{}'", "history is append-only" },
		{ "INSERT OR REPLACE INTO change_record SELECT * FROM change_record", "history is append-only" },
		{ "INSERT INTO change_record SELECT entity, 77, change, 9, op, fields FROM change_record WHERE change = 1",
			"history is append-only" },
	};
	struct store *store = new_book(*state, "lan");
	save_unit(store, "một");
	save_person(store, "Lan");
	store_close(store);
	for (size_t i = 0; i < ARRAY_COUNT(attempts); i++)
		refused(*state, attempts[i].sql, attempts[i].words);
	store = open_book(*state, "lan");
	check_int(findings(store), 0);
	check_int(ask_integer(store, "SELECT count(*) FROM change"), 4);
	store_close(store);
}

static void
every_kind_has_its_guards(void **state)
{
	struct store *store = new_book(*state, "lan");
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		const char *table = entity_of((enum entity_id)id)->table;
		struct str sql = { 0 };
		str_add_format(&sql,
			"SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%s'"
			" AND name IN ('%s_inserted', '%s_written', '%s_deleted')",
			table, table, table, table);
		check_int(ask_integer(store, str_text(&sql)), 3);
		str_release(&sql);
	}
	store_close(store);
}

static const char *
type_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_KEY:
	case FIELD_PERSON_KEY:
		return "BLOB";
	case FIELD_UID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
	case FIELD_DATE:
	case FIELD_BARE:
	case FIELD_FIRST_DAY:
	case FIELD_LAST_DAY:
		return "TEXT";
	default:
		return "INTEGER";
	}
}

static void
each_table_has_the_columns_of_its_fields(void **state)
{
	struct store *store = new_book(*state, "lan");
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		struct str sql = { 0 };
		str_add_format(&sql, "SELECT name, type, \"notnull\", pk FROM pragma_table_info('%s')", entity->table);
		struct rows *rows;
		struct err err = { 0 };
		no_error(rows_open(&rows, store, question_of(str_text(&sql)), NULL, 0, &err), &err);
		int seen = 0, others = 0;
		while (rows_next(rows, &err)) {
			int field = entity_field(entity, rows_text(rows, 0));
			if (field < 0) {
				others++;
				check(strcmp(rows_text(rows, 0), "id") == 0 || strcmp(rows_text(rows, 0), "rev") == 0 ||
					(entity->subject && strcmp(rows_text(rows, 0), "subject_kind") == 0));
				continue;
			}
			seen++;
			check_text(rows_text(rows, 1), type_of(&entity->fields[field]));
			if (entity->fields[field].flags & FIELD_REQUIRED)
				check_int(rows_integer(rows, 2), 1);
		}
		check_int(err.kind, ERR_NONE);
		check_int(seen, entity->field_count);
		check_int(others, entity->subject ? 3 : 2);
		rows_close(rows);
		str_release(&sql);
	}
	store_close(store);
}

static void
the_connection_is_set_as_it_should_be(void **state)
{
	struct store *store = new_book(*state, "lan");
	check_int(ask_integer(store, "SELECT foreign_keys FROM pragma_foreign_keys"), 1);
	check_int(ask_integer(store, "SELECT synchronous FROM pragma_synchronous"), 2);
	check_int(ask_integer(store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	check_int(ask_integer(store, "SELECT trusted_schema FROM pragma_trusted_schema"), 0);
	check_int(ask_integer(store, "SELECT recursive_triggers FROM pragma_recursive_triggers"), 1);
	check_int(ask_integer(store, "SELECT cell_size_check FROM pragma_cell_size_check"), 1);
	check_int(ask_integer(store, "SELECT page_size FROM pragma_page_size"), 4096);
	check_int(ask_integer(store, "SELECT auto_vacuum FROM pragma_auto_vacuum"), 0);
	check_int(ask_integer(store, "SELECT encoding = 'UTF-8' FROM pragma_encoding"), 1);
	check_int(ask_integer(store, "SELECT application_id = 0x74686475 FROM pragma_application_id"), 1);
	check_int(ask_integer(store, "SELECT user_version FROM pragma_user_version"), STORE_SCHEMA);
	int on = 0;
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	check_int(on, 1);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1, &on);
	check_int(on, 1);
	store_close(store);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(raw_writes_are_refused),
		TEST(every_kind_has_its_guards),
		TEST(each_table_has_the_columns_of_its_fields),
		TEST(the_connection_is_set_as_it_should_be),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
