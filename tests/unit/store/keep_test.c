/* Keeping a book: backup, checking, derived columns of an older program. */
#include "book.h"
#include "store/derive.h"
#include "store/handle.h"
#include "store/schema.h"
#include "store/sql.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
a_backup_is_a_whole_book(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	save_person(store, "Lan");
	save_unit(store, "một");
	struct err err = { 0 };
	struct place_of_test copy = *place;
	snprintf(copy.path, sizeof copy.path, "%s/sao.db", place->folder);
	no_error(store_backup(store, copy.path, &err), &err);
	check(!store_backup(store, copy.path, &err));
	expect_error(&err, ERR_INVALID, "Đã có tệp");
	check(!store_backup(store, place->path, &err));
	expect_error(&err, ERR_INVALID, "Đã có tệp");
	check(!store_backup(store, in_place(place, "không/sao.db"), &err));
	expect_error(&err, ERR_STORAGE, "Không tạo được");
	save_person(store, "Mai");
	struct stat file;
	check_int(stat(copy.path, &file), 0);
	check_int(file.st_mode & 0777, 0600);
	check_int(file.st_nlink, 1);
	store_close(store);
	store = open_book(&copy, "lan");
	check_int(store_mode(store), STORE_READ_WRITE);
	check_int(ask_integer(store, "SELECT count(*) FROM person"), 1);
	check_int(ask_integer(store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	check_int(findings(store), 0);
	save_person(store, "Cúc");
	check_int(findings(store), 0);
	store_close(store);
	struct str list = { 0 };
	str_add_format(&list, "test $(ls %s | grep -c new-) = 0", place->folder);
	check_int(system(str_text(&list)), 0);
	str_release(&list);
}

struct sentences {
	struct str text;
	int count;
};

static void
collect(void *to, const char *sentence)
{
	struct sentences *sentences = to;
	str_add_format(&sentences->text, "%s\n", sentence);
	sentences->count++;
}

/* Damages the book behind the guards' back, checks it, expects the sentence. */
static void
finds(const struct place_of_test *place, const char *sql, const char *words, int count)
{
	char *message = raw(place->path, sql);
	if (message)
		fail_msg("%s: %s", sql, message);
	struct store *store = open_book(place, "lan");
	struct sentences sentences = { 0 };
	struct err err = { 0 };
	no_error(store_check(store, collect, &sentences, &err), &err);
	if (!strstr(str_text(&sentences.text), words) || sentences.count != count)
		fail_msg("%s: %d findings, expected %d with «%s»:\n%s", sql, sentences.count, count, words,
			str_text(&sentences.text));
	str_release(&sentences.text);
	store_close(store);
}

static void
checking_finds_what_is_wrong(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	int64_t person = save_person(store, "Lan");
	struct record alias = record_new(ENTITY_ALIAS);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_PERSON);
	record_set_integer(&alias, ALIAS_RECORD, person);
	record_set_text(&alias, ALIAS_TEXT, "Chị Lan");
	save(store, &alias);
	record_release(&alias);
	check_int(findings(store), 0);
	store_close(store);
#define BEHIND(table, sql) "DROP TRIGGER " table "_written;" sql ";"
	finds(place, "DROP TRIGGER person_written", "khác với của chương trình ở “person_written”", 1);
	finds(place, "UPDATE person SET name_bare = 'sai'", "Bản ghi người số 1 có cột suy ra", 2);
	finds(place, "UPDATE person SET name_bare = 'lan', rev = 2",
		"Bản ghi người số 1 được ghi mà không có trong lịch sử", 2);
	finds(place, "UPDATE person SET rev = 3", "person_written", 1);
	finds(place, BEHIND("alias", "UPDATE alias SET record = 77"), "Tên khác số 1 (“Chị Lan”)", 3);
	finds(place, "UPDATE alias SET record = 1", "alias_written", 2);
	finds(place, "PRAGMA foreign_keys = OFF; DROP TRIGGER account_written; UPDATE account SET person = 9",
		"Bản ghi tài khoản số 1 nhắc tới một bản ghi người", 4);
	finds(place, "UPDATE account SET person = NULL; CREATE INDEX lạ ON person(note); DROP INDEX person_key", "“lạ”",
		5);
}

static void
note_progress(void *to, int64_t done, int64_t total)
{
	check(done <= total);
	((int64_t *)to)[0] = done;
	((int64_t *)to)[1] = total;
}

static void
an_older_program_s_derived_columns_are_made_anew(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	for (int i = 0; i < 300; i++)
		save_person(store, "Nguyễn Thị Hoà");
	int64_t last = ask_integer(store, "SELECT max(id) FROM change");
	struct err err = { 0 };
	/* what an older version might have left */
	no_error(sql_run(store, "BEGIN IMMEDIATE", &err) && guards_lift(store, entity_of(ENTITY_PERSON), &err) &&
			sql_run(store, "UPDATE person SET name_bare = 'cũ', name_key = x'05' WHERE id % 2", &err) &&
			guards_restore(store, entity_of(ENTITY_PERSON), &err) &&
			sql_run(store, "UPDATE meta SET value = '0' WHERE name = 'fold_version'; COMMIT", &err),
		&err);
	struct sentences sentences = { 0 };
	no_error(store_check(store, collect, &sentences, &err), &err);
	check_int(sentences.count, 150);
	str_release(&sentences.text);
	store_close(store);

	int64_t progress[2] = { 0 };
	store_on_rebuild(note_progress, progress);
	store = open_book(place, "lan");
	store_on_rebuild(NULL, NULL);
	check_int(progress[0], 300);
	check_int(progress[1], 300);
	check_int(findings(store), 0);
	check_int(ask_integer(store, "SELECT count(*) FROM person WHERE name_bare = 'nguyen thi hoa'"), 300);
	check_int(ask_integer(store, "SELECT max(id) FROM change"), last);
	check_int(ask_integer(store, "SELECT value FROM meta WHERE name = 'fold_version'"), 1);
	char *message = raw(place->path, "UPDATE person SET name_bare = 'x'");
	check_text(message, "a write without a change");
	free(message);
	store_close(store);
	progress[0] = 0;
	store_on_rebuild(note_progress, progress);
	store_close(open_book(place, "lan"));
	store_on_rebuild(NULL, NULL);
	check_int(progress[0], 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(a_backup_is_a_whole_book),
		TEST(checking_finds_what_is_wrong),
		TEST(an_older_program_s_derived_columns_are_made_anew),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
