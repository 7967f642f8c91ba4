/* Units under their parents. */
#include "app/unit.h"
#include "app/unit_tree.h"
#include "base/mem.h"
#include "book.h"
#include "model/fields.h"
#include <stdlib.h>
#include <string.h>

static void
set_parent(struct store *store, int64_t unit, int64_t parent)
{
	int64_t *phases;
	size_t count;
	struct err err = { 0 };
	works(record_parts(&phases, &count, store, ENTITY_PHASE, unit, &err), &err);
	works(change_integer(store, ENTITY_PHASE, phases[0], PHASE_PARENT, parent, &err), &err);
	free(phases);
}

static char *
path_of(struct store *store, int64_t unit)
{
	struct str path = { 0 };
	struct err err = { 0 };
	works(unit_path_add(&path, store, unit, 2024, &err), &err);
	return str_take(&path);
}

static void
children_stand_in_order_below_their_parent(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t top = add_unit(store, NULL, "LĐLĐ tỉnh An Giang", NULL, NULL);
	int64_t second = add_unit(store, NULL, "Công đoàn Y tế", NULL, NULL);
	int64_t first = add_unit(store, NULL, "Công đoàn Giáo dục", NULL, "2023-05-01");
	int64_t deep = add_unit(store, NULL, "CĐCS Bệnh viện", NULL, NULL);
	set_parent(store, second, top);
	set_parent(store, first, top);
	set_parent(store, deep, second);
	struct tree_unit *units;
	size_t count;
	works(unit_children_read(&units, &count, store, top, 2024, 10, &err), &err);
	check_int((int64_t)count, 2);
	check_int(units[0].unit, first);
	check_text(units[0].life, "… – 01/5/2023");
	check(!units[0].branches);
	check_text(units[1].name, "Công đoàn Y tế");
	check(units[1].branches);
	tree_units_release(units, count);
	works(unit_children_read(&units, &count, store, 0, 2024, 1, &err), &err);
	check_int((int64_t)count, 1);
	check_int(units[0].unit, top);
	check(units[0].branches);
	tree_units_release(units, count);
	char *path = path_of(store, deep);
	check_text(path, "LĐLĐ tỉnh An Giang › Công đoàn Y tế");
	free(path);
	path = path_of(store, top);
	check_text(path, "");
	free(path);
	store_close(store);
}

static void
a_parent_counts_from_the_day_it_is_one(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t old_parent = add_unit(store, NULL, "LĐLĐ huyện", NULL, NULL);
	int64_t new_parent = add_unit(store, NULL, "LĐLĐ tỉnh", NULL, NULL);
	int64_t unit = add_unit(store, NULL, "CĐCS Phường", NULL, NULL);
	set_parent(store, unit, old_parent);
	struct record phase = record_new(ENTITY_PHASE);
	int64_t *phases;
	size_t count;
	works(record_parts(&phases, &count, store, ENTITY_PHASE, unit, &err), &err);
	works(change_text(store, ENTITY_PHASE, phases[0], PHASE_TO, "2024-12-31", &err), &err);
	free(phases);
	record_set_integer(&phase, PHASE_SUBJECT, unit);
	record_set_text(&phase, PHASE_FROM, "2025-01-01");
	record_set_text(&phase, PHASE_NAME, "CĐCS Phường");
	record_set_text(&phase, PHASE_SHORT, "CĐCS Phường");
	record_set_integer(&phase, PHASE_PARENT, new_parent);
	add(store, phase);
	struct tree_unit *units;
	works(unit_children_read(&units, &count, store, old_parent, 2024, 10, &err), &err);
	check_int((int64_t)count, 1);
	tree_units_release(units, count);
	works(unit_children_read(&units, &count, store, old_parent, 2025, 10, &err), &err);
	check_int((int64_t)count, 0);
	tree_units_release(units, count);
	works(unit_children_read(&units, &count, store, new_parent, 2025, 10, &err), &err);
	check_int((int64_t)count, 1);
	tree_units_release(units, count);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(children_stand_in_order_below_their_parent, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_parent_counts_from_the_day_it_is_one, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
