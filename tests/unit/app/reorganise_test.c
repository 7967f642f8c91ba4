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
	check_text(str_text(&text), "Vẫn còn: CĐ huyện.\nBắt đầu 01/7/2025: CĐ thị xã.\nĐơn vị mới chưa vào cụm nào.");
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

/* Two units of one cluster; the first leads it and has a chair. */
struct office {
	struct store *store;
	int64_t before[2], owner, cluster, membership, role;
};

static struct office
two_in_a_cluster(void *const *state)
{
	struct office office = { .store = make_book(*state, "so.db", "hoa") };
	struct store *store = office.store;

	office.before[0] = add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	office.before[1] = add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", NULL, NULL);
	office.owner = add_unit(store, NULL, "Tổng LĐLĐ", NULL, NULL);
	office.cluster = add_cluster(store, NULL, "Cụm số 3", office.owner);
	office.role = add_role(store, "truong-thu", "Cụm trưởng", true, true);
	office.membership = add_member(store, office.cluster, office.before[0], NULL, NULL);
	add_member(store, office.cluster, office.before[1], NULL, NULL);
	return office;
}

static struct reorganisation
merger_of(const struct office *office, const struct reorganised *after)
{
	return (struct reorganisation){ .kind = SUCCESSION_KIND_MERGER,
		.before = office->before,
		.before_count = 2,
		.after = after,
		.after_count = 1,
		.day = DAY,
		.clusters = &office->cluster,
		.cluster_count = 1 };
}

static void
check_to(struct store *store, enum entity_id entity, int64_t id, int field, const char *expected)
{
	char *to = text_of(store, entity, id, field);

	check_text(to, expected);
	free(to);
}

static void
what_is_open_of_those_before_ends_with_them_and_is_named(void **state)
{
	struct office office = two_in_a_cluster(state);
	struct store *store = office.store;
	struct err err = { 0 };
	int64_t term = add(store, new_term(office.cluster, 2025, office.role, office.before[0])),
		old = add(store, new_term(office.cluster, 2023, office.role, office.before[1])), first;
	struct record post = record_new(ENTITY_POST);
	record_set_integer(&post, POST_PERSON, add_person(store, "Nguyễn Hải Long"));
	record_set_integer(&post, POST_UNIT, office.before[0]);
	record_set_text(&post, POST_TITLE, "Chủ tịch");
	int64_t chair = add(store, post);
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình" };
	struct reorganisation plan = merger_of(&office, &after);
	struct str told = { 0 };
	char *book = exported_all(store);

	works(reorganise_preview(&told, store, &plan, &err), &err);
	check_text(str_text(&told),
		"Kết thúc 30/6/2025: LĐLĐ tỉnh Hà Nam; LĐLĐ tỉnh Nam Định.\n"
		"Bắt đầu 01/7/2025: Liên đoàn Lao động tỉnh Ninh Bình.\n"
		"Vào cụm từ 01/7/2025: Cụm số 3.\n"
		"Thôi là thành viên của Cụm số 3: LĐLĐ tỉnh Hà Nam; LĐLĐ tỉnh Nam Định.\n"
		"Thôi vai trò ở Cụm số 3: cụm trưởng 2025 · LĐLĐ tỉnh Hà Nam.\n"
		"Thôi chức vụ: Nguyễn Hải Long, Chủ tịch · LĐLĐ tỉnh Hà Nam.");
	works(reorganise(&first, store, &plan, &err), &err);
	check_to(store, ENTITY_MEMBERSHIP, office.membership, MEMBERSHIP_TO, "2025-06-30");
	check_to(store, ENTITY_TERM, term, TERM_TO, "2025-06-30");
	check_to(store, ENTITY_TERM, old, TERM_TO, "");
	check_to(store, ENTITY_POST, chair, POST_TO, "2025-06-30");
	check_int((int64_t)count_of(store, ENTITY_MEMBERSHIP), 3);
	check_to(store, ENTITY_MEMBERSHIP, office.membership + 2, MEMBERSHIP_FROM, DAY);
	check_int(integer_of(store, ENTITY_MEMBERSHIP, office.membership + 2, MEMBERSHIP_UNIT), first);
	works(undo_last(store, &err), &err);
	char *again = exported_all(store);
	check_text(again, book);
	free(book);
	free(again);
	str_release(&told);
	store_close(store);
}

/* Elected for 2026 before the merger of 2025: nobody else is, so it is only told. */
static void
a_role_of_a_later_year_stays_and_is_told(void **state)
{
	struct office office = two_in_a_cluster(state);
	struct store *store = office.store;
	struct err err = { 0 };
	int64_t term = add(store, new_term(office.cluster, 2026, office.role, office.before[0])), first;
	struct reorganised after = { 0, "LĐLĐ tỉnh Ninh Bình", NULL };
	struct reorganisation plan = merger_of(&office, &after);
	struct str told = { 0 };

	works(reorganise_preview(&told, store, &plan, &err), &err);
	check_text(str_text(&told),
		"Kết thúc 30/6/2025: LĐLĐ tỉnh Hà Nam; LĐLĐ tỉnh Nam Định.\n"
		"Bắt đầu 01/7/2025: LĐLĐ tỉnh Ninh Bình.\n"
		"Vào cụm từ 01/7/2025: Cụm số 3.\n"
		"Thôi là thành viên của Cụm số 3: LĐLĐ tỉnh Nam Định.\n"
		"Vẫn còn ở Cụm số 3, cần giao lại: cụm trưởng 2026 · LĐLĐ tỉnh Hà Nam.");
	works(reorganise(&first, store, &plan, &err), &err);
	check_to(store, ENTITY_TERM, term, TERM_TO, "");
	check_to(store, ENTITY_MEMBERSHIP, office.membership, MEMBERSHIP_TO, "");
	str_release(&told);
	store_close(store);
}

static void
a_role_of_a_year_that_was_held_to_its_end_needs_no_days(void **state)
{
	struct office office = two_in_a_cluster(state);
	struct store *store = office.store;
	struct err err = { 0 };
	int64_t term = add(store, new_term(office.cluster, 2025, office.role, office.before[0])), first;
	struct reorganised after = { 0, "LĐLĐ tỉnh Ninh Bình", NULL };
	struct reorganisation plan = merger_of(&office, &after);

	plan.day = "2026-01-01";
	works(reorganise(&first, store, &plan, &err), &err);
	check_to(store, ENTITY_TERM, term, TERM_TO, "");
	check_to(store, ENTITY_MEMBERSHIP, office.membership, MEMBERSHIP_TO, "2025-12-31");
	store_close(store);
}

static void
what_has_an_end_of_its_own_keeps_it(void **state)
{
	struct office office = two_in_a_cluster(state);
	struct store *store = office.store;
	struct err err = { 0 };
	struct reorganised after = { 0, "LĐLĐ tỉnh Ninh Bình", NULL };
	struct reorganisation plan = merger_of(&office, &after);
	int64_t first;

	works(change_text(store, ENTITY_MEMBERSHIP, office.membership, MEMBERSHIP_TO, "2024-12-31", &err), &err);
	works(reorganise(&first, store, &plan, &err), &err);
	check_to(store, ENTITY_MEMBERSHIP, office.membership, MEMBERSHIP_TO, "2024-12-31");
	store_close(store);
}

static void
clusters_of_those_before_are_counted(void **state)
{
	struct office office = two_in_a_cluster(state);
	struct store *store = office.store;
	struct err err = { 0 };
	int64_t other = add_cluster(store, NULL, "Khối tỉnh", office.before[0]);
	struct reorganised_cluster *clusters;
	size_t count;

	add_member(store, other, office.before[0], NULL, NULL);
	add_member(store, add_cluster(store, NULL, "Cụm cũ", office.owner), office.before[1], NULL, "2020");
	works(reorganised_clusters(&clusters, &count, store, office.before, 2, DAY, &err), &err);
	check_int((int64_t)count, 2);
	size_t three = clusters[0].cluster == office.cluster ? 0 : 1;
	check_int(clusters[three].cluster, office.cluster);
	check_int((int64_t)clusters[three].members, 2);
	check_int(clusters[1 - three].cluster, other);
	check_int((int64_t)clusters[1 - three].members, 1);
	free(clusters);
	store_close(store);
}

static void
check_short(const char *name, const char *full, const char *brief, const char *expected)
{
	char *found = reorganised_short_name(name, full, brief);

	check_text(found, expected);
	free(found);
}

static void
a_short_name_follows_the_example_of_an_old_one(void **state)
{
	(void)state;
	const char *full = "Liên đoàn Lao động tỉnh Cao Bằng", *brief = "LĐLĐ tỉnh Cao Bằng";

	check_short("Liên đoàn Lao động tỉnh Cao Lạng", full, brief, "LĐLĐ tỉnh Cao Lạng");
	check_short("Liên đoàn Lao động thành phố Huế", full, brief, "LĐLĐ thành phố Huế");
	check_short("LĐLĐ tỉnh Cao Lạng", full, brief, NULL);
	check_short("Liên đoàn Lao độngX", full, brief, NULL);
	check_short("Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ");
	check_short("Công đoàn huyện", "Công đoàn xã", "CĐCS", NULL);
	check_short("", full, brief, NULL);
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
		cmocka_unit_test_setup_teardown(
			what_is_open_of_those_before_ends_with_them_and_is_named, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_role_of_a_later_year_stays_and_is_told, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_role_of_a_year_that_was_held_to_its_end_needs_no_days, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(what_has_an_end_of_its_own_keeps_it, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(clusters_of_those_before_are_counted, make_folder, remove_folder),
		cmocka_unit_test(a_short_name_follows_the_example_of_an_old_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
