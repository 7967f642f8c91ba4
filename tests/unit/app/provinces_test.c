/* The mergers of provinces in 2025, and which units of a book they are about. */
#include "app/provinces.h"
#include "app/reorganise.h"
#include "book.h"
#include "model/choices.h"
#include <string.h>

static const struct province_merger *
merger_of(const struct province_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].name, name) == 0)
			return &list->items[i];
	fail_msg("%s is not in the list", name);
	return NULL;
}

static void
twenty_three_new_provinces_took_fifty_two_old_ones(void **state)
{
	(void)state;
	struct province_list list;
	struct err err = { 0 };
	size_t before = 0;
	works(province_list_read(&list, &err), &err);
	check_int((int64_t)list.count, 23);
	for (size_t i = 0; i < list.count; i++) {
		bool named = false;
		before += list.items[i].before_count;
		for (size_t n = 0; n < list.items[i].before_count; n++)
			named = named || strcmp(list.items[i].before[n], list.items[i].name) == 0;
		check(named);
		check_text(list.items[i].day, "2025-07-01");
	}
	check_int((int64_t)before, 52);
	const struct province_merger *merger = merger_of(&list, "Ninh Bình");
	check_int((int64_t)merger->before_count, 3);
	check_text(merger->before[0], "Hà Nam");
	check_text(merger->before[2], "Ninh Bình");
	province_list_release(&list);
}

static void
the_units_are_of_one_kind_and_the_name_that_goes_on_is_known(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct province_list list;
	struct province_units units;
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Hải Dương", NULL, NULL),
		add_unit(store, NULL, "LĐLĐ TP Hải Phòng", NULL, NULL) };
	add_unit(store, NULL, "Sở Nội vụ tỉnh Hải Dương", NULL, NULL);
	add_unit(store, NULL, "CĐCS Cảng Hải Phòng", NULL, NULL);
	works(province_list_read(&list, &err), &err);
	works(province_units_find(&units, store, merger_of(&list, "Hải Phòng"), 0, &err), &err);
	check_int((int64_t)units.before_count, 2);
	check_int(units.before[0], before[0]);
	check_int(units.before[1], before[1]);
	check_int(units.named, before[1]);
	check_int(units.successor, 0);
	check_int(units.document, 0);
	refused(province_units_find(&units, store, merger_of(&list, "Ninh Bình"), 0, &err), &err, ERR_NOT_FOUND,
		"Ninh Bình");
	province_list_release(&list);
	store_close(store);
}

static void
a_merger_that_the_book_has_is_named_and_another_kind_comes_first(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct province_list list;
	struct province_units units;
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Thái Bình", NULL, NULL),
		add_unit(store, NULL, "LĐLĐ tỉnh Hưng Yên", NULL, NULL) };
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Hưng Yên", "LĐLĐ tỉnh Hưng Yên" };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = 2,
		.after = &after,
		.after_count = 1,
		.day = "2025-07-01" };
	int64_t first;
	works(reorganise(&first, store, &plan, &err), &err);
	works(province_list_read(&list, &err), &err);
	const struct province_merger *merger = merger_of(&list, "Hưng Yên");
	works(province_units_find(&units, store, merger, 0, &err), &err);
	check_int(units.before[1], before[1]);
	check_int(units.successor, first);
	int64_t offices[] = { add_unit(store, NULL, "Sở Nội vụ tỉnh Thái Bình", NULL, NULL),
		add_unit(store, NULL, "Sở Nội vụ tỉnh Hưng Yên", NULL, NULL) };
	works(province_units_find(&units, store, merger, 0, &err), &err);
	check_int(units.before[0], offices[0]);
	check_int(units.named, offices[1]);
	check_int(units.successor, 0);
	works(province_units_find(&units, store, merger, before[0], &err), &err);
	check_int(units.successor, first);
	province_list_release(&list);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twenty_three_new_provinces_took_fifty_two_old_ones),
		cmocka_unit_test_setup_teardown(
			the_units_are_of_one_kind_and_the_name_that_goes_on_is_known, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_merger_that_the_book_has_is_named_and_another_kind_comes_first, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
