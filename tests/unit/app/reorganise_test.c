/* Units that merge, join another or divide: one change, one undo, nothing half done. */
#include "app/reorganise.h"
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

#define DAY "2025-07-01"

static void
a_merger_ends_those_before_and_begins_the_one_after(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL),
		add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", NULL, NULL),
		add_unit(store, NULL, "LĐLĐ tỉnh Ninh Bình", NULL, NULL) };
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình" };
	int64_t document = add_document(store, "Quyết định 202"), first;
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = 3,
		.after = &after,
		.after_count = 1,
		.day = DAY,
		.document = document };
	char *book = exported_all(store);

	works(reorganise(&first, store, &plan, &err), &err);
	for (size_t i = 0; i < 3; i++) {
		char *end = text_of(store, ENTITY_UNIT, before[i], UNIT_TO);
		check_text(end, "2025-06-30");
		free(end);
	}
	char *from = text_of(store, ENTITY_UNIT, first, UNIT_FROM);
	check_text(from, DAY);
	free(from);
	check_int((int64_t)count_of(store, ENTITY_SUCCESSION), 3);
	int64_t *phases;
	size_t count;
	works(record_parts(&phases, &count, store, ENTITY_PHASE, first, &err), &err);
	check_int((int64_t)count, 1);
	char *name = text_of(store, ENTITY_PHASE, phases[0], PHASE_SHORT);
	check_text(name, "LĐLĐ tỉnh Ninh Bình");
	free(name);
	free(phases);
	works(undo_last(store, &err), &err);
	char *again = exported_all(store);
	check_text(again, book);
	free(book);
	free(again);
	store_close(store);
}

static void
a_unit_can_end_with_nobody_after_it(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t before[] = { add_unit(store, NULL, "CĐCS Nhà máy giấy", NULL, NULL) }, first;
	struct reorganisation plan = {
		.kind = SUCCESSION_KIND_END, .before = before, .before_count = 1, .day = "2025-04-01"
	};
	struct str told = { 0 };
	works(reorganise_preview(&told, store, &plan, &err), &err);
	check_text(str_text(&told), "Kết thúc 31/3/2025: CĐCS Nhà máy giấy.\nKhông có đơn vị kế thừa.");
	str_release(&told);
	works(reorganise(&first, store, &plan, &err), &err);
	check_int(first, before[0]);
	char *end = text_of(store, ENTITY_UNIT, before[0], UNIT_TO);
	check_text(end, "2025-03-31");
	free(end);
	check_int((int64_t)count_of(store, ENTITY_SUCCESSION), 1);
	struct record succession = stored(store, ENTITY_SUCCESSION, 1);
	check(!record_has(&succession, SUCCESSION_SUCCESSOR));
	check_int(record_integer(&succession, SUCCESSION_KIND, 0), SUCCESSION_KIND_END);
	record_release(&succession);
	plan.before_count = 0;
	refused(reorganise(&first, store, &plan, &err), &err, ERR_INVALID, "kết thúc");
	store_close(store);
}

static void
a_unit_that_has_ended_is_not_ended_again(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, "2025-06-30"),
		add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", NULL, NULL) };
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Thử", "LĐLĐ tỉnh Thử" };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = 2,
		.after = &after,
		.after_count = 1,
		.day = "2027-01-01" };
	int64_t first;
	char *book = exported_all(store);

	refused(reorganise(&first, store, &plan, &err), &err, ERR_NOT_ALLOWED, "đã kết thúc 30/6/2025");
	char *again = exported_all(store);
	check_text(again, book);
	free(book);
	free(again);
	store_close(store);
}

static void
a_unit_that_is_joined_stays_as_it_is(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t joins = add_unit(store, NULL, "CĐ ngành Y tế", NULL, NULL),
		stays = add_unit(store, NULL, "LĐLĐ tỉnh", NULL, NULL), first;
	struct reorganised after = { .unit = stays };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_ABSORPTION,
		.before = &joins,
		.before_count = 1,
		.after = &after,
		.after_count = 1,
		.day = DAY };

	works(reorganise(&first, store, &plan, &err), &err);
	check_int(first, stays);
	struct record unit = stored(store, ENTITY_UNIT, stays);
	check(!record_has(&unit, UNIT_FROM) && !record_has(&unit, UNIT_TO));
	record_release(&unit);
	char *end = text_of(store, ENTITY_UNIT, joins, UNIT_TO);
	check_text(end, "2025-06-30");
	free(end);
	store_close(store);
}

static void
what_is_split_off_from_goes_on(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t whole = add_unit(store, NULL, "CĐ huyện", NULL, NULL), first;
	struct reorganised after = { 0, "CĐ thị xã", "CĐ thị xã" };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_SPLIT_OFF,
		.before = &whole,
		.before_count = 1,
		.after = &after,
		.after_count = 1,
		.day = DAY };
	struct str text = { 0 };

	works(reorganise_preview(&text, store, &plan, &err), &err);
	check_text(str_text(&text), "Vẫn còn: CĐ huyện.\nBắt đầu 01/7/2025: CĐ thị xã.");
	str_release(&text);
	works(reorganise(&first, store, &plan, &err), &err);
	struct record unit = stored(store, ENTITY_UNIT, whole);
	check(!record_has(&unit, UNIT_TO));
	record_release(&unit);
	store_close(store);
}

static void
a_plan_that_lacks_something_says_what_and_where(void **state)
{
	(void)state;
	struct err err = { 0 };
	int64_t before[] = { 1, 2 };
	struct reorganised after = { 0, "", NULL }, itself = { .unit = 1 };
	struct reorganisation plan = {
		.kind = SUCCESSION_KIND_MERGER, .before = before, .before_count = 1, .after = &after, .after_count = 1
	};

	check(!reorganise_check(&plan, &err));
	check_int(err.field, REORGANISE_BEFORE);
	refused(false, &err, ERR_INVALID, "ít nhất hai đơn vị trước");
	plan.before_count = 2;
	check(!reorganise_check(&plan, &err));
	check_int(err.field, REORGANISE_AFTER);
	refused(false, &err, ERR_INVALID, "chưa có tên");
	after.name = "LĐLĐ tỉnh";
	check(!reorganise_check(&plan, &err));
	check_int(err.field, REORGANISE_DAY);
	refused(false, &err, ERR_INVALID, "đủ ngày, tháng, năm");
	plan.day = "2025-07";
	check(!reorganise_check(&plan, &err));
	err_release(&err);
	plan.day = DAY;
	check(reorganise_check(&plan, &err));
	plan.kind = SUCCESSION_KIND_DIVISION;
	check(!reorganise_check(&plan, &err));
	err_release(&err);
	plan.kind = SUCCESSION_KIND_ABSORPTION;
	plan.after = &itself;
	check(!reorganise_check(&plan, &err));
	refused(false, &err, ERR_INVALID, "chính nó");
	plan.kind = SUCCESSION_KIND_PART_TRANSFER;
	check(!reorganise_check(&plan, &err));
	refused(false, &err, ERR_INVALID, "phiếu kế thừa");
}

/* LĐLĐ tỉnh Hà Nam has merged already: nothing of the second plan is written. */
static void
a_refused_plan_leaves_the_book_as_it_was(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t before[] = { add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", "2000-01-01", NULL),
		add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", "2025-12-31", NULL) },
		first;
	struct reorganised after = { 0, "LĐLĐ tỉnh Ninh Bình", NULL };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = 2,
		.after = &after,
		.after_count = 1,
		.day = DAY };
	char *book = exported_all(store);

	check(!reorganise(&first, store, &plan, &err));
	err_release(&err);
	char *again = exported_all(store);
	check_text(again, book);
	free(book);
	free(again);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_merger_ends_those_before_and_begins_the_one_after, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_unit_can_end_with_nobody_after_it, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_unit_that_has_ended_is_not_ended_again, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_unit_that_is_joined_stays_as_it_is, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(what_is_split_off_from_goes_on, make_folder, remove_folder),
		cmocka_unit_test(a_plan_that_lacks_something_says_what_and_where),
		cmocka_unit_test_setup_teardown(a_refused_plan_leaves_the_book_as_it_was, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
