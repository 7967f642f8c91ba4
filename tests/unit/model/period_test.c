#include "../check.h"
#include "lines.h"
#include "model/interval.h"
#include <stdlib.h>

/* "2024 H1" */
static period
period_written(const char *text)
{
	period p = 0;
	struct err err = { 0 };
	if (!period_read(&p, atoi(text), text + 5, &err))
		fail_msg("%s: %s", text, err.text);
	return p;
}

static void
check_shown(void (*show)(period, struct str *), period p, const char *expected)
{
	struct str shown = { 0 };
	show(p, &shown);
	check_text(str_text(&shown), expected);
	str_release(&shown);
}

static void
every_code_has_one_integer_one_code_and_one_name(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/period_codes.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		period p = 0;
		struct err err = { 0 };
		bool read = period_read(&p, atoi(cells[0]), cells[1], &err);
		if (read != (strcmp(cells[2], "refused") != 0))
			fail_msg("line %d: «%s» read %d", lines.items[i].number, cells[1], read);
		check_int(read, !err.text);
		if (read) {
			check_int(p, strtoll(cells[2], NULL, 10));
			check(period_is_valid(p));
			check_shown(period_part, p, cells[3]);
			check_shown(period_show, p, cells[4]);
			check_shown(period_show_part, p, cells[5]);
		}
		err_release(&err);
	}
	lines_release(&lines);
}

static void
every_valid_period_comes_back_from_its_code(void **state)
{
	(void)state;
	size_t valid = 0;
	for (period p = 202400000; p < 202500000; p++) {
		if (!period_is_valid(p))
			continue;
		struct str code = { 0 };
		struct err err = { 0 };
		period back = 0;
		period_part(p, &code);
		check(period_read(&back, 2024, str_text(&code), &err));
		check_int(back, p);
		str_release(&code);
		if (!period_is_span_row(p))
			valid++;
	}
	/* 12 from January, 11 single months, 3 quarters, one half, and 2024–2025 … 2024–2106 */
	check_int(valid, 12 + 11 + 3 + 1 + 82);
}

static void
what_people_type_is_understood_or_refused_with_a_sentence(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/period_typed.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		period p = 0;
		struct err err = { 0 };
		bool read = period_read_typed(&p, cells[0], atoi(cells[1]), &err);
		if (read != (strcmp(cells[2], "refused") != 0))
			fail_msg("line %d: «%s» read %d as %" PRId64, lines.items[i].number, cells[0], read, p);
		check_int(read, !err.text);
		if (read && p != strtoll(cells[2], NULL, 10))
			fail_msg("line %d: «%s» is %" PRId64, lines.items[i].number, cells[0], p);
		err_release(&err);
	}
	lines_release(&lines);
}

static void
what_is_shown_is_understood_when_typed(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/period_codes.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		period p = 0;
		struct err err = { 0 };
		if (strcmp(cells[2], "refused") == 0 || cells[3][0] == '#')
			continue;
		if (!period_read_typed(&p, cells[4], 0, &err))
			fail_msg("line %d: %s", lines.items[i].number, err.text);
		check_int(p, strtoll(cells[2], NULL, 10));
	}
	lines_release(&lines);
}

static void
five_months_are_in_six_and_six_in_the_year(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/period_contains.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		period outer = period_written(cells[0]), inner = period_written(cells[1]);
		bool contains = strcmp(cells[2], "yes") == 0, overlaps = strcmp(cells[3], "yes") == 0;
		if (period_contains(outer, inner) != contains || period_overlaps(outer, inner) != overlaps ||
			period_overlaps(inner, outer) != overlaps)
			fail_msg("line %d: %s, %s", lines.items[i].number, cells[0], cells[1]);
	}
	lines_release(&lines);
}

static void
parts_from_january_are_cumulative_and_the_others_stand_alone(void **state)
{
	(void)state;
	const char *const cumulative[] = { "M01", "C02", "Q1", "C04", "C05", "H1", "C07", "C08", "C09", "C10", "C11",
		"Y" };
	const char *const alone[] = { "M02", "M12", "Q2", "Q3", "Q4", "H2", "MY2025", "#3" };
	for (size_t i = 0; i < sizeof cumulative / sizeof *cumulative; i++) {
		char text[16];
		snprintf(text, sizeof text, "2024 %s", cumulative[i]);
		check(period_is_cumulative(period_written(text)));
	}
	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
		char text[16];
		snprintf(text, sizeof text, "2024 %s", alone[i]);
		check(!period_is_cumulative(period_written(text)));
	}
}

static void
periods_begin_and_end_on_days(void **state)
{
	(void)state;
	static const struct {
		const char *period, *first, *last;
	} cases[] = {
		{ "2024 Y", "2024-01-01", "2024-12-31" },
		{ "2024 M02", "2024-02-01", "2024-02-29" },
		{ "2023 C02", "2023-01-01", "2023-02-28" },
		{ "2024 Q2", "2024-04-01", "2024-06-30" },
		{ "2021 MY2025", "2021-01-01", "2025-12-31" },
		{ "2024 #7", "2024-01-01", "2024-12-31" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct days days = days_of_period(period_written(cases[i].period));
		check_text(days.first, cases[i].first);
		check_text(days.last, cases[i].last);
	}
}

static void
the_same_part_of_another_year_keeps_the_part(void **state)
{
	(void)state;
	check_int(period_same_part(period_written("2024 H1"), 2023), 202301006);
	check_int(period_same_part(period_written("2021 MY2025"), 2016), 201601060);
	check_int(period_last_year(period_written("2021 MY2025")), 2025);
	check(period_is_whole_year(period_written("2024 Y")));
	check(!period_is_whole_year(period_written("2021 MY2025")));
}

static void
the_name_follows_the_language(void **state)
{
	(void)state;
	say_choose(LANGUAGE_EN);
	check_shown(period_show, 202401006, "First 6 months of 2024");
	check_shown(period_show, 202404006, "Quarter II/2024");
	say_choose(LANGUAGE_VI);
	check_shown(period_show, 202401006, "6 tháng đầu năm 2024");
}

static void
an_open_beginning_or_end_holds_every_day(void **state)
{
	(void)state;
	struct days days = days_of("", "2025-06-30");
	check_text(days.first, DAY_FIRST);
	check_text(days.last, "2025-06-30");
	check(days_contain_day(&days, "2025-06-30"));
	check(!days_contain_day(&days, "2025-07-01"));
	days = days_of("2025-07", NULL);
	check_text(days.first, "2025-07-01");
	check_text(days.last, DAY_LAST);
	days = days_of("<2024", ">2024-05");
	check_text(days.first, DAY_FIRST);
	check_text(days.last, DAY_LAST);
}

static void
days_meet_only_in_common_days(void **state)
{
	(void)state;
	struct days a = days_of("2024-01-01", "2024-06-30"), b = days_of("2024-06-30", ""), c = days_of("2024-07", "");
	check(days_overlap(&a, &b));
	check(!days_overlap(&a, &c));
	struct days common = days_common(&a, &b);
	check_text(common.first, "2024-06-30");
	check_text(common.last, "2024-06-30");
	common = days_common(&a, &c);
	check(!days_any(&common));
	struct days year = days_of_year(2024), all = days_all();
	check(days_contain(&year, &a));
	check(!days_contain(&a, &year));
	check(days_contain(&all, &b));
	check(days_equal(&all, &all));
	check(!days_equal(&all, &year));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_one_integer_one_code_and_one_name),
		cmocka_unit_test(every_valid_period_comes_back_from_its_code),
		cmocka_unit_test(what_people_type_is_understood_or_refused_with_a_sentence),
		cmocka_unit_test(what_is_shown_is_understood_when_typed),
		cmocka_unit_test(five_months_are_in_six_and_six_in_the_year),
		cmocka_unit_test(parts_from_january_are_cumulative_and_the_others_stand_alone),
		cmocka_unit_test(periods_begin_and_end_on_days),
		cmocka_unit_test(the_same_part_of_another_year_keeps_the_part),
		cmocka_unit_test(the_name_follows_the_language),
		cmocka_unit_test(an_open_beginning_or_end_holds_every_day),
		cmocka_unit_test(days_meet_only_in_common_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
