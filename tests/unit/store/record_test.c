/* Records by key, owner and number; text as bytes; accounts and settings. */
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
a_record_is_found_by_its_key(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t unit = save_unit(store, NULL), id;
	struct record person = new_person("Lan"), post = record_new(ENTITY_POST), probe = record_new(ENTITY_POST);
	save(store, &person);
	record_set_integer(&post, POST_PERSON, person.id);
	record_set_integer(&post, POST_UNIT, unit);
	record_set_text(&post, POST_TITLE, "Chủ tịch");
	save(store, &post);
	struct err err = { 0 };
	no_error(record_find_key(&id, store, &probe, &err), &err);
	check_int(id, 0);
	record_set_integer(&probe, POST_PERSON, person.id);
	record_set_integer(&probe, POST_UNIT, unit);
	no_error(record_find_key(&id, store, &probe, &err), &err);
	check_int(id, 0);
	record_set_text(&probe, POST_TITLE, "Chủ tịch");
	no_error(record_find_key(&id, store, &probe, &err), &err);
	check_int(id, post.id);
	record_set_text(&probe, POST_FROM, "2024");
	no_error(record_find_key(&id, store, &probe, &err), &err);
	check_int(id, 0);
	record_set_text(&post, POST_FROM, "2024-01-01");
	save(store, &post);
	no_error(record_find_key(&id, store, &probe, &err), &err);
	check_int(id, post.id);
	no_error(record_find_key(&id, store, &person, &err), &err);
	check_int(id, 0);
	record_release(&person);
	record_release(&post);
	record_release(&probe);
	store_close(store);
}

static void
parts_come_by_position_then_id(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record meeting = record_new(ENTITY_MEETING);
	record_set_integer(&meeting, MEETING_KINDS, 1);
	record_set_integer(&meeting, MEETING_ORGANISER, save_unit(store, NULL));
	save(store, &meeting);
	static const int positions[] = { 3, 1, 2, 1 };
	for (int i = 0; i < 4; i++) {
		struct record item = record_new(ENTITY_MEETING_ITEM);
		record_set_integer(&item, MEETING_ITEM_MEETING, meeting.id);
		record_set_integer(&item, MEETING_ITEM_POSITION, positions[i]);
		record_set_integer(&item, MEETING_ITEM_KIND, MEETING_ITEM_KIND_REPORT);
		record_set_text(&item, MEETING_ITEM_TEXT, "Nội dung");
		save(store, &item);
		record_release(&item);
	}
	int64_t *ids, page[3];
	size_t count;
	struct err err = { 0 };
	no_error(record_parts(&ids, &count, store, ENTITY_MEETING_ITEM, meeting.id, &err), &err);
	static const int64_t order[] = { 2, 4, 3, 1 };
	check_int(count, 4);
	for (int i = 0; i < 4; i++)
		check_int(ids[i], order[i]);
	free(ids);
	no_error(record_page(page, 3, &count, store, ENTITY_MEETING_ITEM, 0, &err), &err);
	check_int(count, 3);
	check_int(page[2], 3);
	no_error(record_page(page, 3, &count, store, ENTITY_MEETING_ITEM, page[2], &err), &err);
	check_int(count, 1);
	no_error(record_parts(&ids, &count, store, ENTITY_MEETING_ITEM, 99, &err), &err);
	check_int(count, 0);
	free(ids);
	struct reference found[4];
	no_error(record_references(found, 4, &count, store, ENTITY_MEETING, meeting.id, &err), &err);
	check_int(count, 0);
	record_release(&meeting);
	store_close(store);
}

static void
a_span_gets_a_number_never_used_before(void **state)
{
	struct store *store = new_book(*state, "lan");
	int64_t ids[3];
	for (int i = 0; i < 3; i++) {
		struct record span = record_new(ENTITY_SPAN);
		record_set_integer(&span, SPAN_KIND, SPAN_KIND_TO_DATE);
		record_set_text(&span, SPAN_LAST_DAY, i < 2 ? "2025-08-15" : "2025-09-02");
		save(store, &span);
		ids[i] = span.id;
		record_release(&span);
		if (i == 1)
			delete_record(store, ENTITY_SPAN, ids[1]);
	}
	check_int(ids[0], 202599001);
	check_int(ids[1], 202599002);
	check_int(ids[2], 202599003);
	/* a figure refers to it by its period */
	struct record metric = new_metric("a", 0);
	save(store, &metric);
	struct record figure = new_figure(save_unit(store, NULL), metric.id, 1),
		      span = read_record(store, ENTITY_SPAN, ids[0]);
	record_set_integer(&figure, FIGURE_PERIOD, ids[0]);
	save(store, &figure);
	struct err err = { 0 };
	struct change *change = begin(store, "delete");
	check(!change_delete(change, &span, &err));
	expect_error(&err, ERR_NOT_ALLOWED, "nhắc tới");
	change_abandon(change);
	record_release(&span);
	record_release(&figure);
	record_release(&metric);
	store_close(store);
}

static void
hostile_text_stays_the_bytes_that_it_was(void **state)
{
	static const char *const texts[] = { "'); DROP TABLE person; --", "\"\"''``[];", "{\"name\":[null,\"x\"]}",
		"\\u0000 \\\\ \\", "%s%n?1 :a @b $c", "a\tb\nc\rd\x1b[31m\x7f\x01",
		"\xe2\x80\xae\xf0\x9f\x87\xbb\xf0\x9f\x87\xb3 ẫ̃̃", "NULL", "0x00", "12", "1e400", "  lề  " };
	struct store *store = new_book(*state, "lan");
	int64_t ids[ARRAY_COUNT(texts)];
	for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
		struct record person = new_person("Lan");
		record_set_text(&person, PERSON_NOTE, texts[i]);
		record_set_text(&person, PERSON_PHONE, texts[i]);
		record_set_text(&person, PERSON_NAME, texts[i]);
		save(store, &person);
		ids[i] = person.id;
		record_release(&person);
	}
	struct str longest = { 0 };
	for (int i = 0; i < 100000; i++)
		str_add_text(&longest, "ấ\"\\\n");
	struct record big = new_person("Dài");
	record_set_text(&big, PERSON_NOTE, str_text(&longest));
	save(store, &big);
	store_close(store);

	store = open_book(*state, "'; DROP TABLE account; --");
	for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
		struct record person = read_record(store, ENTITY_PERSON, ids[i]);
		check_text(record_text(&person, PERSON_NOTE), texts[i]);
		check_text(record_text(&person, PERSON_PHONE), texts[i]);
		check_text(record_text(&person, PERSON_NAME), texts[i]);
		struct record_change *changes;
		size_t count;
		struct err err = { 0 };
		no_error(history_of_record(&changes, &count, store, ENTITY_PERSON, ids[i], &err), &err);
		check_int(count, 1);
		check_text(changes[0].fields[1].new_, texts[i]);
		record_changes_release(changes, count);
		record_release(&person);
	}
	check_stored(store, ENTITY_PERSON, big.id, PERSON_NOTE, str_text(&longest));
	save_person(store, "Mai");
	check_stored(store, ENTITY_ACCOUNT, 2, ACCOUNT_LOGIN, "'; DROP TABLE account; --");
	check_int(findings(store), 0);
	str_release(&longest);
	record_release(&big);
	store_close(store);
}

static void
an_unknown_login_gets_its_account_with_its_first_change(void **state)
{
	struct store *store = new_book(*state, "lan");
	store_close(store);
	store = open_book(*state, "mai");
	check_int(store_account(store), 0);
	struct change *change = begin(store, "save");
	check_int(store_account(store), 2);
	change_abandon(change);
	check_int(store_account(store), 0);
	check_int(ask_integer(store, "SELECT count(*) FROM account"), 1);
	save_person(store, "Người");
	check_int(store_account(store), 2);
	check_told(store, newest(store) - 1, "insert account 2 login:∅→mai name:∅→mai active:∅→có");
	struct change_head head;
	struct err err = { 0 };
	no_error(history_head(&head, store, newest(store), &err), &err);
	check_text(head.login, "mai");
	check_text(head.action, "save");
	change_head_release(&head);
	check_int(findings(store), 0);
	store_close(store);
}

static void
settings_are_each_account_s_own_and_in_no_history(void **state)
{
	struct store *store = new_book(*state, "lan"), *other = open_book(*state, "mai");
	struct err err = { 0 };
	char *value;
	no_error(setting_read(&value, store, "màu", &err), &err);
	check(!value);
	no_error(setting_write(store, "màu", "đỏ", &err), &err);
	no_error(setting_write(store, "màu", "xanh", &err), &err);
	int64_t last = newest(store);
	no_error(setting_read(&value, store, "màu", &err), &err);
	check_text(value, "xanh");
	free(value);
	check_int(newest(store), last);
	no_error(setting_read(&value, other, "màu", &err), &err);
	check(!value);
	no_error(setting_write(other, "màu", NULL, &err), &err);
	check_int(store_account(other), 0);
	no_error(setting_write(other, "màu", "tím", &err), &err);
	check_int(store_account(other), 2);
	no_error(setting_read(&value, other, "màu", &err), &err);
	check_text(value, "tím");
	free(value);
	struct change *change = begin(store, "save");
	no_error(setting_write(store, "màu", NULL, &err), &err);
	change_abandon(change);
	no_error(setting_read(&value, store, "màu", &err), &err);
	check_text(value, "xanh");
	free(value);
	no_error(setting_write(store, "màu", NULL, &err), &err);
	no_error(setting_read(&value, store, "màu", &err), &err);
	check(!value);
	check_int(findings(store), 0);
	store_close(other);
	store_close(store);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(a_record_is_found_by_its_key),
		TEST(parts_come_by_position_then_id),
		TEST(a_span_gets_a_number_never_used_before),
		TEST(hostile_text_stays_the_bytes_that_it_was),
		TEST(an_unknown_login_gets_its_account_with_its_first_change),
		TEST(settings_are_each_account_s_own_and_in_no_history),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
