/* Changes: records, revisions, nesting, coalescing. */
#include "book.h"
#include <stdlib.h>

static void
a_new_book_has_its_account_and_itself(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct err err = { 0 };
	struct record book;
	check_int(store_mode(store), STORE_READ_WRITE);
	check_int(store_account(store), 1);
	check_text(store_login(store), "lan");
	no_error(record_read(&book, store, ENTITY_BOOK, 1, &err), &err);
	check_text(record_text(&book, BOOK_TITLE), "Sổ thử");
	check_int(record_integer(&book, BOOK_CURRENT_YEAR, 0), 2026);
	record_release(&book);
	char *login = stored_text(store, ENTITY_ACCOUNT, 1, ACCOUNT_LOGIN);
	check_text(login, "lan");
	free(login);
	store_close(store);
}

static void
a_record_is_read_as_it_was_written(void **state)
{
	struct store *store = new_book(*state, "lan");
	struct record person = new_person("Nguyễn Thị Hoà");
	record_set_text(&person, PERSON_PHONE, "0912 345 678");
	save(store, &person);
	check(person.id > 0 && person.rev > 0);
	struct record read;
	struct err err = { 0 };
	no_error(record_read(&read, store, ENTITY_PERSON, person.id, &err), &err);
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
	struct record missing;
	check(!record_read(&missing, store, ENTITY_PERSON, 999, &err));
	expect_error(&err, ERR_NOT_FOUND, "không còn");
	record_release(&read);
	record_release(&person);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_book_has_its_account_and_itself, make_place, remove_place),
		cmocka_unit_test_setup_teardown(a_record_is_read_as_it_was_written, make_place, remove_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
