#include "base/ids.h"
#include "unit/check.h"

static void
an_id_is_kept_once_in_the_order_added(void **state)
{
	(void)state;
	struct ids ids = { 0 };
	for (int64_t id = 20; id > 0; id--)
		ids_add(&ids, id);
	ids_add(&ids, 7);
	check_int(ids.count, 20);
	check_int(ids.items[0], 20);
	check_int(ids.items[19], 1);
	ids_release(&ids);
	check_int(ids.count, 0);
	check(ids.items == NULL);
}

static void
an_empty_set_has_nothing(void **state)
{
	(void)state;
	struct ids ids = { 0 };
	check(!ids_have(ids.items, ids.count, 0));
	ids_add(&ids, 3);
	check(ids_have(ids.items, ids.count, 3));
	check(!ids_have(ids.items, ids.count, 0));
	ids_release(&ids);
}

static void
an_id_taken_out_leaves_the_others_in_their_order(void **state)
{
	(void)state;
	struct ids ids = { 0 };
	for (int64_t id = 1; id <= 4; id++)
		ids_add(&ids, id);
	ids_remove(&ids, 2);
	ids_remove(&ids, 9);
	check_int(ids.count, 3);
	check_int(ids.items[0], 1);
	check_int(ids.items[1], 3);
	check_int(ids.items[2], 4);
	ids_release(&ids);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_is_kept_once_in_the_order_added),
		cmocka_unit_test(an_id_taken_out_leaves_the_others_in_their_order),
		cmocka_unit_test(an_empty_set_has_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
