/* History read back: pages, undo and redo, news. */
#include "book.h"
#include <stdlib.h>

/* Does nothing to records but a note, so that chains can be told from history alone. */
static int64_t
act(struct store *store, const char *action, int64_t undoes)
{
	struct record person = read_record(store, ENTITY_PERSON, 1);
	struct str note = { 0 };
	struct change *change = begin(store, action);
	if (undoes)
		change_undoes(change, undoes);
	str_add_format(&note, "%lld", (long long)change_id(change));
	record_set_text(&person, PERSON_NOTE, str_text(&note));
	write_record(change, &person);
	int64_t id = change_id(change);
	commit(change);
	record_release(&person);
	str_release(&note);
	return id;
}

static int64_t
next_undo(struct store *store)
{
	int64_t change;
	struct err err = { 0 };
	no_error(history_next_undo(&change, store, &err), &err);
	return change;
}

static int64_t
next_redo(struct store *store)
{
	int64_t change;
	struct err err = { 0 };
	no_error(history_next_redo(&change, store, &err), &err);
	return change;
}

static int64_t
tip(struct store *store, int64_t change)
{
	int64_t end;
	struct err err = { 0 };
	no_error(history_tip(&end, store, change, &err), &err);
	return end;
}

static int64_t
undo(struct store *store)
{
	return act(store, "undo", tip(store, next_undo(store)));
}

static int64_t
redo(struct store *store)
{
	return act(store, "redo", tip(store, next_redo(store)));
}

static void
undo_and_redo_are_read_from_history(void **state)
{
	struct store *store = new_book(*state, "lan");
	check_int(next_undo(store), 0);
	check_int(next_redo(store), 0);
	save_person(store, "Lan");
	int64_t a = act(store, "save", 0), b = act(store, "save", 0);
	check_int(next_undo(store), b);
	check_int(next_redo(store), 0);
	undo(store);
	check_int(next_undo(store), a);
	check_int(next_redo(store), b);
	int64_t undone = undo(store);
	check_int(tip(store, a), undone);
	check_int(next_redo(store), a);
	redo(store);
	check_int(next_undo(store), a);
	check_int(next_redo(store), b);
	redo(store);
	check_int(next_undo(store), b);
	check_int(next_redo(store), 0);
	undo(store);
	undo(store);
	check_int(next_redo(store), a);
	store_close(store);
}

static void
a_new_change_ends_the_redo(void **state)
{
	struct store *store = new_book(*state, "lan");
	save_person(store, "Lan");
	int64_t a = act(store, "save", 0), b = act(store, "save", 0);
	(void)b;
	undo(store);
	int64_t c = act(store, "save", 0);
	check_int(next_redo(store), 0);
	check_int(next_undo(store), c);
	undo(store);
	check_int(next_redo(store), c);
	check_int(next_undo(store), a);
	store_close(store);
}

static void
undo_sees_only_one_s_own_changes(void **state)
{
	struct store *lan = new_book(*state, "lan");
	save_person(lan, "Lan");
	int64_t a = act(lan, "save", 0);
	struct store *mai = open_book(*state, "mai");
	check_int(next_undo(mai), 0);
	int64_t b = act(mai, "save", 0);
	check_int(next_undo(mai), b);
	check_int(next_undo(lan), a);
	undo(mai);
	check_int(next_undo(mai), 0);
	check_int(next_redo(mai), b);
	check_int(next_redo(lan), 0);
	store_close(mai);
	store_close(lan);
}

static void
the_making_of_a_book_is_never_undone(void **state)
{
	struct store *store = new_book(*state, "lan");
	save_person(store, "Lan");
	undo(store);
	check_int(next_undo(store), 0);
	store_close(store);
}

static void
a_head_tells_whether_its_change_stands(void **state)
{
	struct store *store = new_book(*state, "lan");
	save_person(store, "Lan");
	int64_t a = act(store, "save", 0), u = undo(store), r = redo(store);
	struct change_head heads[8];
	size_t count;
	struct err err = { 0 };
	no_error(history_page(heads, 8, &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	check_int(count, 6);
	check_int(heads[0].id, r);
	check_int(heads[0].undoes, u);
	check(heads[0].stands);
	check_int(heads[1].id, u);
	check(!heads[1].stands);
	check_int(heads[2].id, a);
	check(heads[2].stands);
	check_text(heads[5].action, "account");
	check_text(heads[4].action, "create");
	check_text(heads[4].about, "{\"title\":\"Sổ thử\"}");
	check_text(heads[3].at, "2026-11-21T20:11:40.123Z");
	for (size_t i = 0; i < count; i++)
		change_head_release(&heads[i]);
	check(!history_head(&heads[0], store, 999, &err));
	expect_error(&err, ERR_NOT_FOUND, "không có");
	store_close(store);
}

static void
check_page(struct store *store, int64_t before, int64_t account, enum entity_id entity, int64_t record, size_t capacity,
	const char *expected)
{
	struct change_head heads[8];
	size_t count;
	struct err err = { 0 };
	struct str ids = { 0 };
	no_error(history_page(heads, capacity, &count, store, before, account, entity, record, &err), &err);
	for (size_t i = 0; i < count; i++) {
		str_add_format(&ids, "%s%lld", i ? " " : "", (long long)heads[i].id);
		change_head_release(&heads[i]);
	}
	check_text(str_text(&ids), expected);
	str_release(&ids);
}

static void
pages_of_history_are_newest_first(void **state)
{
	struct store *lan = new_book(*state, "lan");
	save_person(lan, "Lan"); /* 3 */
	save_unit(lan, NULL);    /* 4 */
	act(lan, "save", 0);     /* 5 */
	struct store *mai = open_book(*state, "mai");
	act(mai, "save", 0);  /* 6 is the account, 7 */
	save_unit(mai, NULL); /* 8 */
	check_page(lan, 0, 0, ENTITY_NONE, 0, 3, "8 7 6");
	check_page(lan, 6, 0, ENTITY_NONE, 0, 8, "5 4 3 2 1");
	check_page(lan, 0, 1, ENTITY_NONE, 0, 8, "5 4 3 2 1");
	check_page(lan, 4, 1, ENTITY_NONE, 0, 1, "3");
	check_page(lan, 0, 0, ENTITY_UNIT, 0, 8, "8 4");
	check_page(lan, 8, 0, ENTITY_UNIT, 0, 8, "4");
	check_page(lan, 0, 2, ENTITY_UNIT, 0, 8, "8");
	check_page(lan, 0, 0, ENTITY_PERSON, 1, 8, "7 5 3");
	check_page(lan, 7, 1, ENTITY_PERSON, 1, 8, "5 3");
	check_page(lan, 0, 2, ENTITY_PERSON, 1, 8, "7");
	check_page(lan, 0, 3, ENTITY_PERSON, 9, 8, "");
	struct record_change *changes;
	size_t count;
	struct err err = { 0 };
	no_error(history_of_record(&changes, &count, lan, ENTITY_PERSON, 1, &err), &err);
	check_int(count, 3);
	check_int(changes[0].change, 7);
	check_int(changes[2].op, HISTORY_INSERT);
	check_int(changes[1].field_count, 1);
	check_int(changes[1].fields[0].field, PERSON_NOTE);
	check(!changes[1].fields[0].old);
	check_text(changes[1].fields[0].new_, "5");
	record_changes_release(changes, count);
	store_close(mai);
	store_close(lan);
}

static void
count_touched(void *to, int64_t change, enum entity_id entity, int64_t record)
{
	str_add_format(to, "%lld:%d:%lld ", (long long)change, (int)entity, (long long)record);
}

static void
news_tell_what_anybody_wrote(void **state)
{
	struct store *lan = new_book(*state, "lan"), *mai = open_book(*state, "mai");
	int64_t last;
	struct err err = { 0 };
	struct str seen = { 0 };
	check(store_news(lan, 0, &last, count_touched, &seen, &err));
	check_int(last, 2);
	check_text(str_text(&seen), "1:35:1 2:36:1 ");
	check(!store_news(lan, last, &last, count_touched, &seen, &err));
	check_int(last, 2);
	check_int(err.kind, ERR_NONE);
	save_person(mai, "A");
	str_clear(&seen);
	check(store_news(lan, 2, &last, count_touched, &seen, &err));
	check_int(last, 4);
	check_text(str_text(&seen), "3:35:2 4:21:1 ");
	save_person(lan, "B");
	check(store_news(lan, 4, &last, NULL, NULL, &err));
	check_int(last, 5);
	check(!store_news(lan, 5, &last, NULL, NULL, &err));
	check(store_news(mai, 4, &last, NULL, NULL, &err));
	check_int(last, 5);
	/* an abandoned change is no news */
	struct change *change = begin(mai, "save");
	struct record person = new_person("C");
	write_record(change, &person);
	change_abandon(change);
	check(!store_news(lan, 5, &last, NULL, NULL, &err));
	check(!store_news(mai, 5, &last, NULL, NULL, &err));
	record_release(&person);
	str_release(&seen);
	store_close(mai);
	store_close(lan);
}

/* An abandoned change gives its id back: whoever took it for news would miss the change that gets it next. */
static void
a_change_that_is_open_is_no_news_yet(void **state)
{
	struct store *lan = new_book(*state, "lan"), *mai = open_book(*state, "mai");
	int64_t last;
	struct err err = { 0 };
	save_person(mai, "A");
	check(!change_touches(lan, ENTITY_PERSON));
	struct change *change = begin(lan, "save");
	check(!change_touches(lan, ENTITY_PERSON));
	struct record person = new_person("B");
	write_record(change, &person);
	check(change_touches(lan, ENTITY_PERSON));
	check(!change_touches(lan, ENTITY_UNIT));
	check(store_news(lan, 0, &last, NULL, NULL, &err));
	check(last < change_id(change));
	int64_t abandoned = change_id(change);
	change_abandon(change);
	check(!change_touches(lan, ENTITY_PERSON));
	check(!store_news(lan, last, &last, NULL, NULL, &err));
	save_person(mai, "C");
	check(store_news(lan, last, &last, NULL, NULL, &err));
	check_int(last, abandoned);
	check_int(err.kind, ERR_NONE);
	record_release(&person);
	store_close(mai);
	store_close(lan);
}

static void
a_read_is_of_one_moment(void **state)
{
	struct store *lan = new_book(*state, "lan"), *mai = open_book(*state, "mai");
	struct err err = { 0 };
	no_error(store_read_begin(lan, &err), &err);
	check_int(ask_integer(lan, "SELECT count(*) FROM person"), 0);
	save_person(mai, "A");
	no_error(store_read_begin(lan, &err), &err);
	check_int(ask_integer(lan, "SELECT count(*) FROM person"), 0);
	store_read_end(lan);
	check_int(ask_integer(lan, "SELECT count(*) FROM person"), 0);
	store_read_end(lan);
	check_int(ask_integer(lan, "SELECT count(*) FROM person"), 1);
	store_close(mai);
	store_close(lan);
}

static void
questions_give_rows_of_every_type(void **state)
{
	static const struct question question = { .name = "types",
		.sql = "SELECT 7, 'bảy', NULL, x'000102', ?1, ?2, ?3 UNION ALL SELECT 8, '', 1, x'', 4, 5, 6" };
	static const struct question wrong = { .name = "wrong", .sql = "SELECT x FROM nowhere" };
	static const struct question none = { .name = "none", .sql = "SELECT id FROM person WHERE id = ?1" };
	struct store *store = new_book(*state, "lan");
	struct err err = { 0 };
	struct rows *rows, *again;
	size_t length;
	no_error(rows_open(&rows, store, &question, (struct value[]){ ARG_INTEGER(-1), ARG_TEXT("hai"), ARG_NONE }, 3,
			 &err),
		&err);
	check(rows_next(rows, &err));
	check_int(rows_integer(rows, 0), 7);
	check_text(rows_text(rows, 1), "bảy");
	check(!rows_known(rows, 2));
	check_text(rows_text(rows, 2), "");
	check_int(rows_integer(rows, 2), 0);
	check(memcmp(rows_bytes(rows, 3, &length), "\0\1\2", 3) == 0);
	check_int(length, 3);
	check_int(rows_integer(rows, 4), -1);
	check_text(rows_text(rows, 5), "hai");
	check(!rows_known(rows, 6));
	/* the same question while it is being answered */
	no_error(rows_open(&again, store, &question, NULL, 0, &err), &err);
	check(rows_next(again, &err));
	check(!rows_known(again, 4));
	rows_close(again);
	struct value value = rows_value(rows, 1);
	check_int(value.type, VALUE_TEXT);
	value_release(&value);
	check(rows_next(rows, &err));
	check_int(rows_value(rows, 0).integer, 8);
	check_int(rows_value(rows, 1).type, VALUE_NONE);
	check(!rows_next(rows, &err));
	check_int(err.kind, ERR_NONE);
	rows_close(rows);
	rows_close(NULL);
	check(!rows_open(&rows, store, &wrong, NULL, 0, &err));
	expect_error(&err, ERR_STORAGE, "no such table");
	int64_t number;
	no_error(rows_one_integer(&number, -5, store, &none, (struct value[]){ ARG_INTEGER(1) }, 1, &err), &err);
	check_int(number, -5);
	struct str plan = { 0 };
	no_error(question_plan(&plan, store, &none, &err), &err);
	check(strstr(str_text(&plan), "SEARCH person USING INTEGER PRIMARY KEY") != NULL);
	str_release(&plan);
	store_close(store);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(undo_and_redo_are_read_from_history),
		TEST(a_new_change_ends_the_redo),
		TEST(undo_sees_only_one_s_own_changes),
		TEST(the_making_of_a_book_is_never_undone),
		TEST(a_head_tells_whether_its_change_stands),
		TEST(pages_of_history_are_newest_first),
		TEST(news_tell_what_anybody_wrote),
		TEST(a_change_that_is_open_is_no_news_yet),
		TEST(a_read_is_of_one_moment),
		TEST(questions_give_rows_of_every_type),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
