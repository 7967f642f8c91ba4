#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

static struct store *
example_book(const struct folder *folder, const char *name)
{
	struct store *store = make_book(folder, name, "hoa");
	struct err err = { 0 };

	works(load_catalogue(store, &err), &err);
	works(load_folder(store, "share/example", &err), &err);
	return store;
}

static void
the_example_loads_with_every_fact(void **state)
{
	struct store *store = example_book(*state, "a.db");

	check_int(count_of(store, ENTITY_FIGURE), 40);
	check_int(count_of(store, ENTITY_CLUSTER), 4);
	check_int(count_of(store, ENTITY_TERM), 8);
	check_int(count_of(store, ENTITY_MEMBERSHIP), 21);
	store_close(store);
}

static void
an_export_of_everything_makes_an_equal_book(void **state)
{
	struct store *a = example_book(*state, "a.db"), *b = make_book(*state, "b.db", "lan");
	struct err err = { 0 };
	size_t count;
	const enum entity_id *order = exchange_order(&count);

	works(load_catalogue(b, &err), &err);
	for (size_t i = 0; i < count; i++) {
		char *file = exported(a, order[i]);
		if (!imported(b, order[i], entity_of(order[i])->table, file, NULL, &err))
			fail_msg("%s", err.text);
		free(file);
	}
	char *one = exported_all(a), *two = exported_all(b);
	check_text(two, one);
	free(one);
	free(two);
	store_close(a);
	store_close(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_example_loads_with_every_fact, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			an_export_of_everything_makes_an_equal_book, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
