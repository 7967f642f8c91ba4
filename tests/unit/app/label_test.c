/* Names of records, and who is meant by what somebody typed. */
#include "base/mem.h"
#include "base/say.h"
#include "book.h"
#include <stdlib.h>

static void
check_label(struct store *store, enum entity_id entity, int64_t id, enum label_form form, const char *day,
	const char *expected)
{
	struct str out = { 0 };
	struct err err = { 0 };

	works(label_add(&out, store, entity, id, form, day, &err), &err);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static int64_t
add_named(struct store *store, const char *name, const char *shorter, const char *from, const char *to)
{
	struct err err = { 0 };
	int64_t id = add_unit(store, NULL, name, from, to), *ids;
	size_t count;

	works(record_parts(&ids, &count, store, ENTITY_PHASE, id, &err), &err);
	works(change_text(store, ENTITY_PHASE, ids[0], PHASE_SHORT, shorter, &err), &err);
	free(ids);
	return id;
}

static void
a_unit_is_called_as_it_was_on_that_day(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_named(store, "Liên đoàn Lao động tỉnh Hà Tây", "LĐLĐ tỉnh Hà Tây", "1991", "2008-07-31"),
		*ids;
	struct record phase = record_new(ENTITY_PHASE);
	size_t count;

	works(record_parts(&ids, &count, store, ENTITY_PHASE, unit, &err), &err);
	free(ids);
	works(change_text(store, ENTITY_UNIT, unit, UNIT_TO, NULL, &err), &err);
	record_set_integer(&phase, PHASE_SUBJECT, unit);
	record_set_text(&phase, PHASE_FROM, "2008-08-01");
	record_set_text(&phase, PHASE_NAME, "Liên đoàn Lao động Hà Nội 2");
	record_set_text(&phase, PHASE_SHORT, "LĐLĐ Hà Nội 2");
	add(store, phase);
	check_label(store, ENTITY_UNIT, unit, LABEL_SHORT, "2000-01-01", "LĐLĐ tỉnh Hà Tây");
	check_label(store, ENTITY_UNIT, unit, LABEL_FULL, "2008-08-01", "Liên đoàn Lao động Hà Nội 2");
	check_label(store, ENTITY_UNIT, unit, LABEL_SHORT, NULL, "LĐLĐ Hà Nội 2");
	check_label(store, ENTITY_UNIT, unit, LABEL_SHORT, "1900-01-01", "LĐLĐ tỉnh Hà Tây");
	check_label(store, ENTITY_UNIT, 999, LABEL_SHORT, NULL, "…");
	check_label(store, ENTITY_PERSON, 999, LABEL_SHORT, NULL, "…");
	store_close(store);
}

static void
namesakes_of_two_times_are_old_and_new(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t old = add_named(store, "LĐLĐ tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình", NULL, "2025-06-30");
	int64_t new = add_named(store, "LĐLĐ tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình", "2025-07-01", NULL);
	int64_t other = add_named(store, "LĐLĐ tỉnh Hà Nam", "LĐLĐ tỉnh Hà Nam", NULL, "2025-06-30"), id;
	enum entity_id kind;

	check_label(store, ENTITY_UNIT, old, LABEL_SHORT, NULL, "LĐLĐ tỉnh Ninh Bình (cũ)");
	check_label(store, ENTITY_UNIT, new, LABEL_SHORT, NULL, "LĐLĐ tỉnh Ninh Bình (mới)");
	check_label(store, ENTITY_UNIT, other, LABEL_SHORT, NULL, "LĐLĐ tỉnh Hà Nam");
	works(find_one(&kind, &id, store, ENTITY_NONE, true, "LĐLĐ tỉnh Ninh Bình (cũ)", NULL, &err), &err);
	check_int(id, old);
	works(find_one(&kind, &id, store, ENTITY_NONE, true, "LĐLĐ tỉnh Ninh Bình", NULL, &err), &err);
	check_int(id, new);
	works(find_one(&kind, &id, store, ENTITY_NONE, true, "LĐLĐ tỉnh Ninh Bình", "2024-12-31", &err), &err);
	check_int(id, old);
	store_close(store);
}

static void
composed_records_get_composed_names(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	int64_t owner = add_unit(store, "tld", "Tổng LĐLĐ", NULL, NULL),
		unit = add_unit(store, "vp", "LĐLĐ tỉnh Vĩnh Phúc", NULL, NULL);
	int64_t cluster = add_cluster(store, "cum-3", "Cụm 3", owner),
		leader = add_role(store, "truong", "Cụm trưởng", true, true);
	int64_t member = add_member(store, cluster, unit, NULL, NULL);
	int64_t term = add(store, new_term(cluster, 2024, leader, unit)),
		lost = add(store, new_term(cluster, 0, leader, unit));
	struct record metric = new_metric("dv-moi", "Đoàn viên mới", 0);

	record_set_text(&metric, METRIC_NAME_EN, "New members");
	int64_t new_members = add(store, metric);
	int64_t figure = add(store, new_figure(unit, new_members, period_months(2024, 1, 6), 5));
	check_label(store, ENTITY_TERM, term, LABEL_SHORT, NULL, "cụm trưởng 2024 · LĐLĐ tỉnh Vĩnh Phúc");
	check_label(store, ENTITY_TERM, lost, LABEL_SHORT, NULL, "cụm trưởng (chưa rõ năm) · LĐLĐ tỉnh Vĩnh Phúc");
	check_label(store, ENTITY_MEMBERSHIP, member, LABEL_SHORT, NULL, "LĐLĐ tỉnh Vĩnh Phúc · Cụm 3");
	check_label(store, ENTITY_FIGURE, figure, LABEL_SHORT, NULL,
		"Đoàn viên mới 6 tháng đầu năm 2024 của LĐLĐ tỉnh Vĩnh Phúc");
	check_label(store, ENTITY_FIGURE, figure, LABEL_UID, NULL, "vp/dv-moi/2024 H1/thực hiện");
	check_label(store, ENTITY_METRIC, new_members, LABEL_UID, NULL, "dv-moi");
	say_choose(LANGUAGE_EN);
	check_label(store, ENTITY_METRIC, new_members, LABEL_SHORT, NULL, "New members");
	say_choose(LANGUAGE_VI);
	store_close(store);
}

static void
check_found(struct store *store, enum entity_id entity, bool subjects, const char *typed, const char *expected)
{
	struct candidate found[8];
	struct err err = { 0 };
	struct str list = { 0 };
	size_t count, total;

	works(find_candidates(found, ARRAY_COUNT(found), &count, &total, store, entity, subjects, typed, NULL, &err),
		&err);
	for (size_t i = 0; i < count; i++)
		str_add_format(&list, "%s%s%s%s%s", i ? " | " : "", found[i].label, found[i].exact ? "!" : "",
			*found[i].detail ? " / " : "", found[i].detail);
	check_text(str_text(&list), expected);
	candidates_release(found, count);
	str_release(&list);
}

static void
candidates_come_best_first(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	int64_t owner = add_unit(store, "tld", "Tổng LĐLĐ", NULL, NULL);

	add_unit(store, NULL, "LĐLĐ tỉnh Hưng Yên", NULL, NULL);
	add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	add_unit(store, NULL, "LĐLĐ tỉnh Hà Giang", NULL, "2025-06-30");
	int64_t nd = add_unit(store, NULL, "LĐLĐ tỉnh Nam Định", NULL, NULL);
	add_cluster(store, NULL, "Cụm thi đua số 3", owner);
	struct record alias = record_new(ENTITY_ALIAS);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, nd);
	record_set_text(&alias, ALIAS_TEXT, "Thành Nam");
	add(store, alias);
	check_found(store, ENTITY_UNIT, false, "ha", "LĐLĐ tỉnh Hà Nam | LĐLĐ tỉnh Hà Giang / … – 30/6/2025");
	check_found(store, ENTITY_UNIT, false, "nam", "LĐLĐ tỉnh Hà Nam! | LĐLĐ tỉnh Nam Định!");
	check_found(store, ENTITY_UNIT, false, "Hà Nam", "LĐLĐ tỉnh Hà Nam!");
	check_found(store, ENTITY_UNIT, false, "hưng", "LĐLĐ tỉnh Hưng Yên!");
	check_found(store, ENTITY_UNIT, false, "húng", "");
	check_found(store, ENTITY_UNIT, false, "thanh na", "LĐLĐ tỉnh Nam Định");
	check_found(store, ENTITY_NONE, true, "cum so III", "Cụm thi đua số 3 / Tổng LĐLĐ");
	check_found(store, ENTITY_CLUSTER, false, "", "Cụm thi đua số 3 / Tổng LĐLĐ");
	store_close(store);
}

static void
one_is_found_by_uid_code_or_text(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	enum entity_id kind;
	int64_t id, metric = add(store, new_metric("dv-moi", "Đoàn viên phát triển mới", 0)),
		    lan = add_person(store, "Trần Thị Lan");

	add_person(store, "Nguyễn Thị Lan");
	works(find_one(&kind, &id, store, ENTITY_METRIC, false, "dv-moi", NULL, &err), &err);
	check_int(id, metric);
	works(find_one(&kind, &id, store, ENTITY_METRIC, false, "đoàn viên phát triển mới", NULL, &err), &err);
	check_int(id, metric);
	works(find_one(&kind, &id, store, ENTITY_PERSON, false, "tran thi lan", NULL, &err), &err);
	check_int(id, lan);
	refused(find_one(&kind, &id, store, ENTITY_PERSON, false, "Lan", NULL, &err), &err, ERR_AMBIGUOUS,
		"Nguyễn Thị Lan");
	refused(find_one(&kind, &id, store, ENTITY_PERSON, false, "Mai", NULL, &err), &err, ERR_NOT_FOUND, "“Mai”");
	refused(find_one(&kind, &id, store, ENTITY_PERSON, false, "", NULL, &err), &err, ERR_NOT_FOUND, "");
	store_close(store);
}

static void
roman_numerals_in_small_letters_are_found_in_the_tables_too(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	enum entity_id kind;
	int64_t unit = add_unit(store, NULL, "Khối thi đua số 8", NULL, NULL), id;
	works(find_one(&kind, &id, store, ENTITY_UNIT, false, "so viii", NULL, &err), &err);
	check_int(id, unit);
	store_close(store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(a_unit_is_called_as_it_was_on_that_day),
		T(namesakes_of_two_times_are_old_and_new),
		T(composed_records_get_composed_names),
		T(candidates_come_best_first),
		T(one_is_found_by_uid_code_or_text),
		T(roman_numerals_in_small_letters_are_found_in_the_tables_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
