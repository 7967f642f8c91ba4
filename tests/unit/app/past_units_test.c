/* What the history calls mergers, divisions and new names of units, before and after they are undone. */
#include "app/reorganise.h"
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

#define DAY "2025-07-01"

static void
a_merger_is_called_by_those_before_and_after(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL),
		add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", NULL, NULL) };
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình" };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = 2,
		.after = &after,
		.after_count = 1,
		.day = DAY };
	int64_t first;

	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Hợp nhất Hà Nam, Nam Định thành LĐLĐ tỉnh Ninh Bình");
	works(undo_last(store, &err), &err);
	check_latest(store, "Hoàn tác: Hợp nhất Hà Nam, Nam Định thành LĐLĐ tỉnh Ninh Bình");
	works(redo_next(store, &err), &err);
	check_latest(store, "Làm lại: Hợp nhất Hà Nam, Nam Định thành LĐLĐ tỉnh Ninh Bình");
	store_close(store);
}

static void
each_kind_of_reorganisation_has_its_own_words(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t whole = add_unit(store, NULL, "CĐ huyện", NULL, NULL),
		joins = add_unit(store, NULL, "CĐ ngành Y tế", NULL, NULL), first;
	struct reorganised two[] = { { 0, "CĐ Đông", NULL }, { 0, "CĐ Tây", NULL } }, into = { .unit = whole };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_ABSORPTION,
		.before = &joins,
		.before_count = 1,
		.after = &into,
		.after_count = 1,
		.day = DAY };

	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Nhập CĐ ngành Y tế vào CĐ huyện");
	plan.before = &whole;
	plan.kind = SUCCESSION_KIND_SPLIT_OFF;
	plan.after = &two[0];
	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Tách CĐ Đông từ CĐ huyện");
	works(undo_last(store, &err), &err);
	plan.kind = SUCCESSION_KIND_DIVISION;
	plan.after = two;
	plan.after_count = 2;
	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Chia CĐ huyện thành CĐ Đông, CĐ Tây");
	works(undo_last(store, &err), &err);
	plan.kind = SUCCESSION_KIND_REPLACEMENT;
	plan.after_count = 1;
	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Đổi tổ chức CĐ huyện thành CĐ Đông");
	works(undo_last(store, &err), &err);
	plan.kind = SUCCESSION_KIND_END;
	plan.after_count = 0;
	works(reorganise(&first, store, &plan, &err), &err);
	check_latest(store, "Kết thúc CĐ huyện");
	store_close(store);
}

static void
a_succession_written_down_alone_is_no_merger(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	int64_t before = add_unit(store, NULL, "CĐ Đông", NULL, "2025-06-30"),
		after = add_unit(store, NULL, "CĐ huyện", DAY, NULL);
	struct record succession = record_new(ENTITY_SUCCESSION);

	record_set_integer(&succession, SUCCESSION_PREDECESSOR, before);
	record_set_integer(&succession, SUCCESSION_SUCCESSOR, after);
	record_set_integer(&succession, SUCCESSION_KIND, SUCCESSION_KIND_MERGER);
	record_set_text(&succession, SUCCESSION_DATE, DAY);
	add(store, succession);
	check_latest(store, "Thêm kế thừa CĐ Đông → CĐ huyện, 01/7/2025");
	store_close(store);
}

/* As the form of a unit does it: the old name ends, the new one begins. */
static void
another_name_from_a_day_on_is_a_renaming(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "CĐ thị trấn", NULL, NULL);
	struct sheaf sheaf, base;
	struct change *change;

	works(sheaf_read(&sheaf, store, ENTITY_UNIT, unit, &err), &err);
	works(sheaf_read(&base, store, ENTITY_UNIT, unit, &err), &err);
	struct part_list *names = &sheaf.lists[0];
	ARRAY_RESERVE(names->records, names->count, names->capacity);
	names->records[names->count++] = record_new(ENTITY_PHASE);
	record_set_text(&names->records[0], PHASE_TO, "2025-06-30");
	record_set_text(&names->records[1], PHASE_FROM, DAY);
	record_set_text(&names->records[1], PHASE_NAME, "Công đoàn phường");
	record_set_text(&names->records[1], PHASE_SHORT, "CĐ phường");
	works(change_begin(&change, store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, &sheaf, &base, NULL, &err), &err);
	works(change_commit(change, &err), &err);
	check_latest(store, "Đổi tên CĐ thị trấn thành CĐ phường");
	works(undo_last(store, &err), &err);
	check_latest(store, "Hoàn tác: Đổi tên CĐ thị trấn thành CĐ phường");
	sheaf_release(&sheaf);
	sheaf_release(&base);
	store_close(store);
}

static void
a_corrected_name_is_a_change_of_the_unit(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "CĐ thị trấn", NULL, NULL), *phases;
	size_t count;

	works(record_parts(&phases, &count, store, ENTITY_PHASE, unit, &err), &err);
	works(change_text(store, ENTITY_PHASE, phases[0], PHASE_SHORT, "CĐ phường", &err), &err);
	check_latest(store, "Sửa đơn vị CĐ phường");
	free(phases);
	store_close(store);
}

static void
a_figure_of_the_whole_cluster_says_so(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	int64_t owner = add_unit(store, NULL, "Tổng LĐLĐ", NULL, NULL),
		cluster = add_cluster(store, NULL, "Cụm số 3", owner),
		metric = add(store, new_metric("dv-moi", "Đoàn viên mới", 0));

	add(store, new_figure(cluster, metric, period_year(2024), 74516));
	check_latest(store, "Đoàn viên mới 2024 của Cụm số 3 (toàn cụm)");
	add(store, new_figure(owner, metric, period_year(2024), 7));
	check_latest(store, "Đoàn viên mới 2024 của Tổng LĐLĐ");
	store_close(store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(a_merger_is_called_by_those_before_and_after),
		T(each_kind_of_reorganisation_has_its_own_words),
		T(a_succession_written_down_alone_is_no_merger),
		T(another_name_from_a_day_on_is_a_renaming),
		T(a_corrected_name_is_a_change_of_the_unit),
		T(a_figure_of_the_whole_cluster_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
