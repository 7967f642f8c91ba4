/* Changes: records, revisions, nesting, coalescing. */
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

static void
check_told(struct store *store, int64_t change, const char *expected)
{
	char *text = told(store, change);
	check_text(text, expected);
	free(text);
}

static void
check_stored(struct store *store, enum entity_id entity, int64_t id, int field, const char *expected)
{
	char *text = stored_text(store, entity, id, field);
	check_text(text, expected);
	free(text);
}

static int64_t
newest(struct store *store)
{
	return ask_integer(store, "SELECT max(id) FROM change");
}

static void
a_new_book_has_its_account_and_itself(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record book = read_record(store, ENTITY_BOOK, 1);
	check_int(store_mode(store), STORE_READ_WRITE);
	check_int(store_account(store), 1);
	check_text(store_login(store), "lan");
	check_text(record_text(&book, BOOK_TITLE), "Sổ thử");
	check_int(record_integer(&book, BOOK_CURRENT_YEAR, 0), 2026);
	record_release(&book);
	check_stored(store, ENTITY_ACCOUNT, 1, ACCOUNT_LOGIN, "lan");
	check_told(store, 1, "insert account 1 login:∅→lan name:∅→lan active:∅→có");
	check_told(store, 2, "insert book 1 title:∅→Sổ thử current_year:∅→2026");
	check_int(findings(store), 0);
	store_close(store);
}

static void
a_record_is_read_as_it_was_written(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record person = new_person("Nguyễn Thị Hoà"), missing;
	record_set_text(&person, PERSON_PHONE, "0912 345 678");
	save(store, &person);
	check(person.id > 0 && person.rev > 0);
	struct err err = { 0 };
	struct record read = read_record(store, ENTITY_PERSON, person.id);
	check_int(read.rev, person.rev);
	for (int i = 0; i < PERSON_FIELD_COUNT; i++)
		check(value_equal(&read.values[i], &person.values[i]));
	check_text(record_text(&read, PERSON_NAME_BARE), "nguyen thi hoa");
	check_int((int64_t)strlen(record_text(&read, PERSON_UID)), 26);
	int64_t id;
	no_error(record_find_uid(&id, store, ENTITY_PERSON, record_text(&read, PERSON_UID), &err), &err);
	check_int(id, person.id);
	no_error(record_find_uid(&id, store, ENTITY_PERSON, "nobody", &err), &err);
	check_int(id, 0);
	check(!record_read(&missing, store, ENTITY_PERSON, 999, &err));
	expect_error(&err, ERR_NOT_FOUND, "không còn");
	record_release(&read);
	record_release(&person);
	store_close(store);
}

static void
a_uid_that_was_brought_is_kept(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record person = new_person("Lan");
	record_set_text(&person, PERSON_UID, "p-1");
	save(store, &person);
	check_stored(store, ENTITY_PERSON, person.id, PERSON_UID, "p-1");
	struct record again = new_person("Lan hai");
	record_set_text(&again, PERSON_UID, "p-1");
	struct change *change = begin(store, "save");
	struct err err = { 0 };
	check(!change_write(change, &again, &err));
	expect_error(&err, ERR_NOT_ALLOWED, "đã có");
	check_int(again.id, 0);
	check_int(again.rev, 0);
	change_abandon(change);
	record_release(&again);
	record_release(&person);
	store_close(store);
}

static void
a_stale_revision_is_a_conflict(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t id = save_person(store, "Lan");
	struct record mine = read_record(store, ENTITY_PERSON, id), theirs = record_copy(&mine);
	record_set_text(&theirs, PERSON_NAME, "Lan Anh");
	save(store, &theirs);
	record_set_text(&mine, PERSON_NAME, "Lan Em");
	struct err err = { 0 };
	struct change *change = begin(store, "save");
	check(!change_write(change, &mine, &err));
	expect_error(&err, ERR_CONFLICT, "vừa sửa");
	check(!change_delete(change, &mine, &err));
	expect_error(&err, ERR_CONFLICT, "vừa sửa");
	no_error(change_commit(change, &err), &err);
	check_stored(store, ENTITY_PERSON, id, PERSON_NAME, "Lan Anh");
	delete_record(store, ENTITY_PERSON, id);
	change = begin(store, "save");
	check(!change_write(change, &theirs, &err));
	expect_error(&err, ERR_CONFLICT, "vừa xóa");
	change_abandon(change);
	record_release(&mine);
	record_release(&theirs);
	store_close(store);
}

static void
what_changes_nothing_leaves_no_trace(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t id = save_person(store, "Lan"), last = newest(store);
	struct record person = read_record(store, ENTITY_PERSON, id);
	save(store, &person);
	check_int(newest(store), last);
	check_int(person.rev, last);
	/* there and back again */
	struct change *change = begin(store, "save");
	record_set_text(&person, PERSON_NAME, "Mai");
	write_record(change, &person);
	record_set_text(&person, PERSON_NAME, "Lan");
	write_record(change, &person);
	commit(change);
	check_int(newest(store), last);
	/* an insert that is taken back */
	change = begin(store, "save");
	struct record unit = new_unit("tạm");
	write_record(change, &unit);
	struct err err = { 0 };
	no_error(change_delete(change, &unit, &err), &err);
	commit(change);
	check_int(newest(store), last);
	check_int(ask_integer(store, "SELECT count(*) FROM subject"), 0);
	check_int(findings(store), 0);
	record_release(&unit);
	record_release(&person);
	store_close(store);
}

static void
writes_of_one_record_become_one_row_of_history(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t id = save_person(store, "Lan");
	struct record person = read_record(store, ENTITY_PERSON, id);
	struct change *change = begin(store, "save");
	record_set_text(&person, PERSON_NAME, "Mai");
	write_record(change, &person);
	int64_t unit_id = 0;
	struct record unit = new_unit(NULL);
	write_record(change, &unit);
	unit_id = unit.id;
	record_set_text(&unit, UNIT_NOTE, "mới");
	write_record(change, &unit);
	record_set_text(&person, PERSON_NAME, "Cúc");
	record_set_text(&person, PERSON_PHONE, "1");
	write_record(change, &person);
	check_int(change_count(change), 2);
	check_int(person.rev, change_id(change));
	int64_t change_number = change_id(change);
	commit(change);
	check_told(store, change_number,
		"update person 1 name:Lan→Cúc phone:∅→1; insert unit 1 family:∅→công đoàn identified:∅→có note:∅→mới");
	check_int(unit_id, 1);
	check_int(findings(store), 0);
	record_release(&unit);
	record_release(&person);
	store_close(store);
}

static void
a_record_that_comes_back_to_what_it_was_keeps_a_row_beside_others(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t id = save_person(store, "Lan");
	struct record person = read_record(store, ENTITY_PERSON, id), other = new_person("Mai");
	struct change *change = begin(store, "save");
	record_set_text(&person, PERSON_NAME, "X");
	write_record(change, &person);
	record_set_text(&person, PERSON_NAME, "Lan");
	write_record(change, &person);
	write_record(change, &other);
	int64_t number = change_id(change);
	commit(change);
	check_told(store, number, "update person 1; insert person 2 name:∅→Mai has_marks:∅→có");
	check_int(findings(store), 0);
	record_release(&other);
	record_release(&person);
	store_close(store);
}

static void
a_nested_change_joins_its_outer_one(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record a = new_person("A"), b = new_person("B"), c = new_person("C");
	struct change *outer = begin(store, "import");
	write_record(outer, &a);
	struct change *inner = begin(store, "save");
	check_int(change_id(inner), change_id(outer));
	write_record(inner, &b);
	commit(inner);
	inner = begin(store, "save");
	write_record(inner, &c);
	record_set_text(&a, PERSON_NAME, "A2");
	write_record(inner, &a);
	check_int(change_count(inner), 3);
	change_abandon(inner);
	check_int(change_count(outer), 2);
	int64_t number = change_id(outer);
	commit(outer);
	check_told(store, number, "insert person 1 name:∅→A has_marks:∅→có; insert person 2 name:∅→B has_marks:∅→có");
	check_int(ask_integer(store, "SELECT count(*) FROM person"), 2);
	check_stored(store, ENTITY_PERSON, 1, PERSON_NAME, "A");
	struct err err = { 0 };
	struct change_head head;
	no_error(history_head(&head, store, number, &err), &err);
	check_text(head.action, "import");
	check_text(head.about, "{}");
	check_text(head.login, "lan");
	check(head.stands);
	change_head_release(&head);
	check_int(findings(store), 0);
	record_release(&a);
	record_release(&b);
	record_release(&c);
	store_close(store);
}

static void
an_abandoned_change_leaves_nothing(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t last = newest(store);
	struct change *change = begin(store, "save");
	struct record unit = new_unit("x"), person = new_person("Y");
	write_record(change, &unit);
	write_record(change, &person);
	struct change *inner = begin(store, "save");
	change_abandon(inner);
	change_abandon(change);
	change_abandon(NULL);
	check_int(newest(store), last);
	check_int(ask_integer(store, "SELECT (SELECT count(*) FROM unit) + (SELECT count(*) FROM person)"), 0);
	record_release(&unit);
	record_release(&person);
	store_close(store);
}

static void
a_failed_write_spares_the_rest_of_its_change(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record good = new_person("Tốt"), bad = new_person("Xấu"), unit = new_unit(NULL);
	record_set_none(&unit, UNIT_FAMILY);
	record_set_integer(&bad, PERSON_HAS_MARKS, 7);
	struct err err = { 0 };
	struct change *change = begin(store, "import");
	write_record(change, &good);
	check(!change_write(change, &bad, &err));
	expect_error(&err, ERR_INVALID, "không nhận");
	check(!change_write(change, &unit, &err));
	expect_error(&err, ERR_INVALID, "thiếu");
	int64_t number = change_id(change);
	commit(change);
	check_told(store, number, "insert person 1 name:∅→Tốt has_marks:∅→có");
	check_int(ask_integer(store, "SELECT count(*) FROM subject"), 0);
	check_int(unit.id, 0);
	record_release(&good);
	record_release(&bad);
	record_release(&unit);
	store_close(store);
}

static void
units_and_clusters_share_their_ids(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t unit = save_unit(store, "một");
	struct record cluster = record_new(ENTITY_CLUSTER);
	record_set_integer(&cluster, CLUSTER_OWNER, unit);
	save(store, &cluster);
	check_int(unit, 1);
	check_int(cluster.id, 2);
	check_int(save_unit(store, "hai"), 3);
	delete_record(store, ENTITY_UNIT, 3);
	check_int(save_unit(store, "ba"), 4);
	record_release(&cluster);
	store_close(store);
}

static void
what_is_referred_to_is_not_deleted(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t unit = save_unit(store, "một"), free_unit = save_unit(store, "hai");
	struct record metric = new_metric("a", 0), alias = record_new(ENTITY_ALIAS);
	save(store, &metric);
	struct record figure = new_figure(unit, metric.id, 5);
	save(store, &figure);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, free_unit);
	record_set_text(&alias, ALIAS_TEXT, "Tên khác");
	save(store, &alias);
	int64_t last = newest(store);
	struct err err = { 0 };
	int64_t ids[] = { unit, free_unit };
	for (int i = 0; i < 2; i++) {
		struct record record = read_record(store, ENTITY_UNIT, ids[i]);
		struct change *change = begin(store, "delete");
		check(!change_delete(change, &record, &err));
		expect_error(&err, ERR_NOT_ALLOWED, "nhắc tới");
		no_error(change_commit(change, &err), &err);
		record_release(&record);
	}
	check_int(newest(store), last);
	struct reference found[8];
	size_t count;
	no_error(record_references(found, 8, &count, store, ENTITY_UNIT, unit, &err), &err);
	check_int(count, 1);
	check_int(found[0].entity, ENTITY_FIGURE);
	check_int(found[0].id, figure.id);
	check_int(found[0].field, FIGURE_SUBJECT);
	no_error(record_references(found, 8, &count, store, ENTITY_UNIT, free_unit, &err), &err);
	check_int(count, 1);
	check_int(found[0].entity, ENTITY_ALIAS);
	no_error(record_references(found, 8, &count, store, ENTITY_METRIC, metric.id, &err), &err);
	check_int(count, 1);
	no_error(record_references(found, 0, &count, store, ENTITY_METRIC, metric.id, &err), &err);
	check_int(count, 0);
	check_int(findings(store), 0);
	record_release(&figure);
	record_release(&alias);
	record_release(&metric);
	store_close(store);
}

static void
a_reference_that_leads_nowhere_is_refused(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record figure = new_figure(77, 88, 5);
	struct err err = { 0 };
	struct change *change = begin(store, "save");
	check(!change_write(change, &figure, &err));
	expect_error(&err, ERR_NOT_ALLOWED, "không có trong sổ");
	change_abandon(change);
	record_release(&figure);
	store_close(store);
}

static void
deleted_records_come_back_in_any_order(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t unit_id = save_unit(store, "một");
	struct record metric = new_metric("a", 2);
	save(store, &metric);
	struct record figure = new_figure(unit_id, metric.id, 5);
	save(store, &figure);
	struct record unit = read_record(store, ENTITY_UNIT, unit_id);
	struct err err = { 0 };
	struct change *change = begin(store, "delete");
	no_error(change_delete(change, &figure, &err), &err);
	no_error(change_delete(change, &unit, &err), &err);
	int64_t deleted = change_id(change);
	commit(change);
	check(!is_there(store, ENTITY_UNIT, unit_id));

	change = begin(store, "undo");
	change_undoes(change, deleted);
	no_error(change_restore(change, &figure, &err), &err);
	no_error(change_restore(change, &unit, &err), &err);
	check(!change_restore(change, &unit, &err));
	expect_error(&err, ERR_CONFLICT, "đã có lại");
	commit(change);
	check(is_there(store, ENTITY_UNIT, unit_id));
	check(is_there(store, ENTITY_FIGURE, figure.id));
	check_int(findings(store), 0);

	change = begin(store, "delete");
	no_error(change_delete(change, &figure, &err), &err);
	no_error(change_delete(change, &unit, &err), &err);
	commit(change);
	change = begin(store, "undo");
	no_error(change_restore(change, &figure, &err), &err);
	check(!change_commit(change, &err));
	expect_error(&err, ERR_NOT_ALLOWED, "không có trong sổ");
	check(!is_there(store, ENTITY_FIGURE, figure.id));
	record_release(&figure);
	record_release(&metric);
	record_release(&unit);
	store_close(store);
}

static void
a_late_deletion_still_sees_aliases(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record person = new_person("Lan"), alias = record_new(ENTITY_ALIAS);
	save(store, &person);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_PERSON);
	record_set_integer(&alias, ALIAS_RECORD, person.id);
	record_set_text(&alias, ALIAS_TEXT, "Chị Lan");
	save(store, &alias);
	struct err err = { 0 };
	struct change *change = begin(store, "undo");
	change_undoes(change, person.rev);
	no_error(change_delete(change, &person, &err), &err);
	check(!change_commit(change, &err));
	expect_error(&err, ERR_NOT_ALLOWED, "nhắc tới");
	change = begin(store, "undo");
	change_undoes(change, person.rev);
	no_error(change_delete(change, &person, &err), &err);
	no_error(change_delete(change, &alias, &err), &err);
	commit(change);
	check(!is_there(store, ENTITY_PERSON, person.id));
	record_release(&person);
	record_release(&alias);
	store_close(store);
}

static void
deleted_and_brought_back_in_one_change_is_an_update(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t id = save_person(store, "Lan");
	struct record person = read_record(store, ENTITY_PERSON, id);
	struct err err = { 0 };
	struct change *change = begin(store, "save");
	no_error(change_delete(change, &person, &err), &err);
	record_set_text(&person, PERSON_NAME, "Mai");
	no_error(change_restore(change, &person, &err), &err);
	int64_t number = change_id(change);
	commit(change);
	check_told(store, number, "update person 1 name:Lan→Mai");
	check_int(findings(store), 0);
	record_release(&person);
	store_close(store);
}

static void
amounts_in_history_follow_the_decimals_of_their_metric(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t unit = save_unit(store, NULL);
	struct record metric = new_metric("a", 1), figure;
	save(store, &metric);
	figure = new_figure(unit, metric.id, 985);
	save(store, &figure);
	char *text = told(store, figure.rev);
	check(strstr(text, "value:∅→98.5 ") != NULL);
	free(text);
	/* the metric gets a decimal more and its figures with it, in one change */
	struct change *change = begin(store, "decimals");
	record_set_integer(&metric, METRIC_DECIMALS, 2);
	write_record(change, &metric);
	record_set_integer(&figure, FIGURE_VALUE, 9851);
	write_record(change, &figure);
	int64_t number = change_id(change);
	commit(change);
	check_told(store, number, "update metric 1 decimals:1→2; update figure 1 value:98.5→98.51");
	delete_record(store, ENTITY_FIGURE, figure.id);
	text = told(store, newest(store));
	check(strstr(text, "value:98.51→∅") != NULL);
	free(text);
	record_release(&figure);
	record_release(&metric);
	store_close(store);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(a_new_book_has_its_account_and_itself),
		TEST(a_record_is_read_as_it_was_written),
		TEST(a_uid_that_was_brought_is_kept),
		TEST(a_stale_revision_is_a_conflict),
		TEST(what_changes_nothing_leaves_no_trace),
		TEST(writes_of_one_record_become_one_row_of_history),
		TEST(a_record_that_comes_back_to_what_it_was_keeps_a_row_beside_others),
		TEST(a_nested_change_joins_its_outer_one),
		TEST(an_abandoned_change_leaves_nothing),
		TEST(a_failed_write_spares_the_rest_of_its_change),
		TEST(units_and_clusters_share_their_ids),
		TEST(what_is_referred_to_is_not_deleted),
		TEST(a_reference_that_leads_nowhere_is_refused),
		TEST(deleted_records_come_back_in_any_order),
		TEST(a_late_deletion_still_sees_aliases),
		TEST(deleted_and_brought_back_in_one_change_is_an_update),
		TEST(amounts_in_history_follow_the_decimals_of_their_metric),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
