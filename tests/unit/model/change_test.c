#include "../check.h"
#include "facts.h"
#include "lines.h"
#include "model/change.h"
#include <stdlib.h>

static struct point
point(int year, const char *quantity)
{
	return (struct point){
		.period = period_year(year), .known = true, .quantity = quantity_of(quantity), .exact = true
	};
}

static struct year_change
change_of(const char *metric, struct point old, struct point new_, bool broken)
{
	struct metric_facts facts = metric_of(metric);
	struct year_change change;
	struct err err = { 0 };
	if (!year_change_of(&change, &facts, &old, &new_, broken, &err))
		fail_msg("%s", err.text);
	return change;
}

static void
a_change_is_drawn_with_direction_sign_and_percent(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/changes.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		struct metric_facts facts = metric_of(cells[0]);
		struct year_change change = change_of(cells[0], point(2023, cells[1]), point(2024, cells[2]), false);
		struct str difference = { 0 }, percent = { 0 };
		year_change_show(&difference, &change, &facts);
		year_change_show_percent(&percent, &change);
		if (strcmp(str_text(&difference), cells[3]) != 0 || strcmp(str_text(&percent), cells[4]) != 0 ||
			change.good != atoi(cells[5]))
			fail_msg("line %d: «%s» «%s» %d", lines.items[i].number, str_text(&difference),
				str_text(&percent), change.good);
		str_release(&difference);
		str_release(&percent);
	}
	lines_release(&lines);
}

static void
check_explained(struct year_change change, struct point old, struct point new_, const char *expected)
{
	struct metric_facts members = metric_of("members");
	struct str said = { 0 }, shown = { 0 };
	year_change_explain(&said, &change, &old, &new_);
	check_text(str_text(&said), expected);
	year_change_show(&shown, &change, &members);
	if (change.state != CHANGE_KNOWN)
		check_text(str_text(&shown), "…");
	str_release(&said);
	str_release(&shown);
}

static void
an_unknown_year_makes_no_change_and_says_so(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	old.known = false;
	struct year_change change = change_of("members", old, new_, false);
	check_int(change.state, CHANGE_NO_OLD);
	check_explained(change, old, new_, "2023: sổ chưa ghi, không tính được thay đổi.");
	new_.known = false;
	change = change_of("members", old, new_, false);
	check_int(change.state, CHANGE_NO_NEW);
	check_explained(change, old, new_, "2024: sổ chưa ghi, không tính được thay đổi.");
}

static void
five_months_are_never_compared_with_six(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	old.period = period_months(2023, 1, 6);
	new_.period = period_months(2024, 1, 5);
	struct year_change change = change_of("members", old, new_, false);
	check_int(change.state, CHANGE_OTHER_PART);
	check_explained(change, old, new_,
		"6 tháng đầu năm 2023 và 5 tháng đầu năm 2024 không cùng một phần của năm, không so sánh được.");
	new_.period = period_months(2024, 1, 6);
	check_int(change_of("members", old, new_, false).state, CHANGE_KNOWN);
}

static void
a_year_only_partly_covered_is_not_compared(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	new_.exact = false;
	struct year_change change = change_of("members", old, new_, false);
	check_int(change.state, CHANGE_OTHER_PART);
	check_explained(change, old, new_, "2024: số liệu chưa đủ kỳ, không so sánh được.");
}

static void
days_to_the_same_day_of_the_year_are_alike(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	old.period = 202399001;
	old.span = days_of("2023-01-01", "2023-11-15");
	new_.period = 202499004;
	new_.span = days_of("2024-01-01", "2024-11-15");
	check_int(change_of("members", old, new_, false).state, CHANGE_KNOWN);
	new_.span = days_of("2024-01-01", "2024-11-16");
	check_int(change_of("members", old, new_, false).state, CHANGE_OTHER_PART);
	new_ = point(2024, "6");
	check_int(change_of("members", old, new_, false).state, CHANGE_OTHER_PART);
}

static void
a_break_is_marked_and_not_computed_away(void **state)
{
	(void)state;
	struct point old = point(2024, "5"), new_ = point(2025, "6");
	struct year_change change = change_of("stock", old, new_, true);
	check_int(change.state, CHANGE_BROKEN);
	check_explained(change, old, new_, "Giữa 2024 và 2025 có mốc đứt chuỗi: không so sánh được.");
}

static void
figures_that_cover_more_or_less_are_compared_with_a_warning(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	new_.partial_coverage = true;
	struct year_change change = change_of("members", old, new_, false);
	check_int(change.state, CHANGE_KNOWN);
	check(change.warn_coverage);
	check_explained(
		change, old, new_, "Số có dấu † gộp thêm hoặc chỉ là một phần của chỉ tiêu: thay đổi có thể lệch.");
}

static void
sums_of_other_numbers_of_units_are_compared_with_a_warning(void **state)
{
	(void)state;
	struct point old = point(2023, "5"), new_ = point(2024, "6");
	old.counted = old.asked = new_.asked = 5;
	new_.counted = 4;
	struct year_change change = change_of("members", old, new_, false);
	check(change.warn_members);
	check_explained(
		change, old, new_, "2023 và 2024 cộng số đơn vị khác nhau hoặc còn thiếu: thay đổi có thể lệch.");
	new_.counted = 5;
	change = change_of("members", old, new_, false);
	check(!change.warn_members);
	check_explained(change, old, new_, "");
}

static void
nothing_has_no_percentage(void **state)
{
	(void)state;
	struct point old = point(2023, "0"), new_ = point(2024, "6");
	struct year_change change = change_of("members", old, new_, false);
	check(!change.has_percent);
	check_explained(change, old, new_, "2023 là 0: không tính được phần trăm.");
}

static void
a_break_concerns_its_subject_its_metrics_and_what_is_below(void **state)
{
	(void)state;
	struct metric_facts stock = metric_of("stock"), members = metric_of("members"),
			    grades = metric_of("class stock");
	const int64_t listed[] = { 1 }, above[] = { 20, 30 };
	struct break_facts all = { .all_stock = true, .date = "2025-06-30" };
	check(break_concerns(&all, &stock, 5, NULL, 0));
	check(break_concerns(&all, &grades, 5, NULL, 0));
	check(!break_concerns(&all, &members, 5, NULL, 0));
	all.metrics = listed;
	all.metric_count = 1;
	check(break_concerns(&all, &members, 5, NULL, 0));
	all.subject = 30;
	check(!break_concerns(&all, &stock, 5, above, 2));
	check(break_concerns(&all, &stock, 30, NULL, 0));
	all.with_children = true;
	check(break_concerns(&all, &stock, 5, above, 2));
	check(!break_concerns(&all, &stock, 5, above, 1));
}

static void
a_break_lies_between_the_years_around_its_day(void **state)
{
	(void)state;
	struct metric_facts stock = metric_of("stock"), members = metric_of("members");
	struct break_facts break_ = { .date = "2025-07-01" };
	check(!break_between(&break_, &stock, period_year(2023), period_year(2024)));
	check(break_between(&break_, &stock, period_year(2024), period_year(2025)));
	check(!break_between(&break_, &stock, period_year(2025), period_year(2026)));
	/* what happened over 2025 lies on both sides */
	check(break_between(&break_, &members, period_year(2025), period_year(2026)));
	check(!break_between(&break_, &stock, period_months(2024, 1, 6), period_months(2025, 1, 6)));
	break_.date = "2025";
	check(break_between(&break_, &stock, period_year(2024), period_year(2025)));
	check(!break_between(&break_, &stock, period_year(2025), period_year(2026)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_is_drawn_with_direction_sign_and_percent),
		cmocka_unit_test(an_unknown_year_makes_no_change_and_says_so),
		cmocka_unit_test(five_months_are_never_compared_with_six),
		cmocka_unit_test(a_year_only_partly_covered_is_not_compared),
		cmocka_unit_test(days_to_the_same_day_of_the_year_are_alike),
		cmocka_unit_test(a_break_is_marked_and_not_computed_away),
		cmocka_unit_test(figures_that_cover_more_or_less_are_compared_with_a_warning),
		cmocka_unit_test(sums_of_other_numbers_of_units_are_compared_with_a_warning),
		cmocka_unit_test(nothing_has_no_percentage),
		cmocka_unit_test(a_break_concerns_its_subject_its_metrics_and_what_is_below),
		cmocka_unit_test(a_break_lies_between_the_years_around_its_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
