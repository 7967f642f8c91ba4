#include "../check.h"
#include "facts.h"
#include "model/total.h"

static struct part
number(const char *quantity)
{
	return (struct part){ .known = true, .status = FIGURE_STATUS_NUMBER, .quantity = quantity_of(quantity) };
}

static struct part
state_of(enum choice_number status)
{
	return (struct part){ .known = true, .status = status };
}

static const struct part nothing = { .known = false };

static struct total
total(const char *metric, const struct part *parts, size_t count)
{
	struct metric_facts facts = metric_of(metric);
	struct total sum;
	struct err err = { 0 };
	if (!total_of(&sum, &facts, parts, count, &err))
		fail_msg("%s", err.text);
	return sum;
}

static void
check_total(struct total sum, const char *quantity, size_t counted, size_t asked)
{
	struct quantity expected = quantity_of(quantity);
	check(sum.known);
	check_int(sum.quantity.amount, expected.amount);
	check_int(sum.quantity.qualifier, expected.qualifier);
	check_int(sum.counted, counted);
	check_int(sum.asked, asked);
}

static void
flow_stock_and_class_counts_add_over_units(void **state)
{
	(void)state;
	const char *const metrics[] = { "members", "money", "stock", "class", "class stock" };
	struct part parts[] = { number("202"), number(">6500"), number("0") };
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++)
		check_total(total(metrics[i], parts, 3), ">6702", 3, 3);
}

static void
a_total_says_of_how_many_units_it_is(void **state)
{
	(void)state;
	struct part parts[] = { number("5"), nothing, number("7"), nothing, number("1") };
	struct total sum = total("members", parts, 5);
	check_total(sum, "13", 3, 5);
	struct str shown = { 0 };
	total_show_count(&shown, &sum);
	check_text(str_text(&shown), "3/5");
	str_release(&shown);
}

static void
a_unit_that_was_not_asked_leaves_the_count(void **state)
{
	(void)state;
	struct part parts[] = { number("5"), state_of(FIGURE_STATUS_NOT_ASKED), number("7") };
	check_total(total("members", parts, 3), "12", 2, 2);
}

static void
not_yet_and_words_are_asked_but_not_counted(void **state)
{
	(void)state;
	struct part parts[] = { number("5"), state_of(FIGURE_STATUS_NOT_YET), state_of(FIGURE_STATUS_WORDS) };
	check_total(total("members", parts, 3), "5", 1, 3);
}

static void
no_figure_at_all_makes_no_total(void **state)
{
	(void)state;
	struct part parts[] = { nothing, nothing };
	struct total sum = total("members", parts, 2);
	check(!sum.known);
	check_int(sum.counted, 0);
	check_int(sum.asked, 2);
	sum = total("members", parts, 0);
	check(!sum.known);
}

static void
more_than_with_less_than_and_any_about_is_about(void **state)
{
	(void)state;
	struct part apart[] = { number(">5"), number("<7") }, about[] = { number("5"), number("~7") };
	check_total(total("members", apart, 2), "~12", 2, 2);
	check_total(total("members", about, 2), "~12", 2, 2);
}

static void
a_sum_beyond_the_limit_is_a_sentence_and_no_wrap(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct part parts[] = { number("1000000000000000"), number("1000000000000000"), number("-1000000000000000") };
	struct total sum;
	struct err err = { 0 };
	check(!total_of(&sum, &members, parts, 2, &err));
	check_text(err.text, "Tổng quá lớn: sổ chỉ giữ số đến 1.000.000.000.000.000.");
	err_release(&err);
	/* whatever the order */
	check(total_of(&sum, &members, parts, 3, &err));
	check_int(sum.quantity.amount, 1000000000000000);
}

static void
different_days_of_a_state_are_marked(void **state)
{
	(void)state;
	struct part parts[] = { number("5"), number("7"), number("1") };
	parts[0].as_of = "2024-11-30";
	parts[1].as_of = "";
	parts[2].as_of = "2024-11-30";
	check(!total("stock", parts, 3).mixed_as_of);
	parts[1].as_of = "2024-12-31";
	check(total("stock", parts, 3).mixed_as_of);
	check(total("class stock", parts, 3).mixed_as_of);
	check(!total("members", parts, 3).mixed_as_of);
}

static void
a_part_that_covers_more_or_less_marks_the_total(void **state)
{
	(void)state;
	struct part parts[] = { number("5"), number("7"), nothing };
	parts[2].coverage = FIGURE_COVERAGE_PART;
	check(!total("members", parts, 3).mixed_coverage);
	parts[1].coverage = FIGURE_COVERAGE_MORE;
	check(total("members", parts, 3).mixed_coverage);
}

static struct part
made_of(const char *numerator, const char *denominator)
{
	return (struct part){ .has_numerator = true,
		.has_denominator = true,
		.numerator = quantity_of(numerator),
		.denominator = quantity_of(denominator) };
}

static void
a_ratio_is_never_added_but_made_again_from_numerator_and_denominator(void **state)
{
	(void)state;
	/* 90 of 100 and 10 of 400: 20 %, not 46,25 */
	struct part parts[] = { made_of("90", "100"), made_of("10", "400") };
	parts[0].known = parts[1].known = true;
	parts[0].quantity.amount = 900;
	parts[1].quantity.amount = 25;
	check_total(total("share", parts, 2), "200", 2, 2);
}

static void
a_ratio_with_one_side_missing_is_not_known(void **state)
{
	(void)state;
	struct part parts[] = { made_of("90", "100"), number("25") };
	struct total sum = total("share", parts, 2);
	check(!sum.known);
	check_int(sum.counted, 1);
	check_int(sum.asked, 2);
	parts[1] = made_of("1", "0");
	parts[0] = made_of("1", "0");
	check(!total("share", parts, 2).known);
}

static void
a_ratio_turns_the_sign_of_its_denominator(void **state)
{
	(void)state;
	struct part parts[] = { made_of("10", "<40"), made_of("10", "60") };
	check_total(total("share", parts, 2), ">200", 2, 2);
}

static void
a_mean_is_made_again_with_its_weights(void **state)
{
	(void)state;
	/* 7.000.000 of 100 people, 8.000.000 of 300: 7.750.000 */
	struct part parts[] = { number("7000000"), number("8000000") };
	check(!total("wage", parts, 2).known);
	parts[0].has_weight = parts[1].has_weight = true;
	parts[0].weight = quantity_of("100");
	parts[1].weight = quantity_of("300");
	check_total(total("wage", parts, 2), "7750000", 2, 2);
	parts[1].weight = quantity_of(">300");
	check_total(total("wage", parts, 2), "~7750000", 2, 2);
}

static void
a_mean_without_weights_is_made_from_its_sums(void **state)
{
	(void)state;
	struct part parts[] = { made_of("10", "4"), made_of("1", "8") };
	check_total(total("average", parts, 2), "92", 2, 2);
}

static struct discrepancy
discrepancy(struct part reported, const struct part *parts, size_t count)
{
	struct total sum = total("members", parts, count);
	struct discrepancy found;
	struct err err = { 0 };
	check(discrepancy_of(&found, &reported, &sum, &err));
	return found;
}

static void
check_shown(struct discrepancy found, const char *expected)
{
	struct metric_facts members = metric_of("members");
	struct str shown = { 0 };
	discrepancy_show(&shown, &found, &members);
	check_text(str_text(&shown), expected);
	str_release(&shown);
}

static void
a_reported_total_differs_from_the_sum_only_when_no_member_is_missing(void **state)
{
	(void)state;
	struct part all[] = { number("40000"), number("34000"), number("500") };
	struct discrepancy found = discrepancy(number("74516"), all, 3);
	check(found.known);
	check_int(found.missing, 0);
	check_shown(found, "+16");
	struct part some[] = { number("40000"), nothing, nothing };
	found = discrepancy(number("74516"), some, 3);
	check(!found.known);
	check_shown(found, "thiếu 2");
}

static void
the_difference_of_qualified_totals_keeps_what_may_be_said(void **state)
{
	(void)state;
	struct part parts[] = { number(">6800") };
	check_shown(discrepancy(number("6500"), parts, 1), "<−300");
	check_shown(discrepancy(number(">6500"), parts, 1), "~−300");
	struct part plain[] = { number("6500") };
	check_shown(discrepancy(number(">6500"), plain, 1), ">0");
	check_shown(discrepancy(number("6500"), plain, 1), "0");
}

static void
without_a_reported_total_there_is_no_difference(void **state)
{
	(void)state;
	struct part parts[] = { number("5") };
	check_shown(discrepancy(nothing, parts, 1), "…");
	check_shown(discrepancy(state_of(FIGURE_STATUS_WORDS), parts, 1), "…");
	check_shown(discrepancy(number("5"), parts, 0), "…");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flow_stock_and_class_counts_add_over_units),
		cmocka_unit_test(a_total_says_of_how_many_units_it_is),
		cmocka_unit_test(a_unit_that_was_not_asked_leaves_the_count),
		cmocka_unit_test(not_yet_and_words_are_asked_but_not_counted),
		cmocka_unit_test(no_figure_at_all_makes_no_total),
		cmocka_unit_test(more_than_with_less_than_and_any_about_is_about),
		cmocka_unit_test(a_sum_beyond_the_limit_is_a_sentence_and_no_wrap),
		cmocka_unit_test(different_days_of_a_state_are_marked),
		cmocka_unit_test(a_part_that_covers_more_or_less_marks_the_total),
		cmocka_unit_test(a_ratio_is_never_added_but_made_again_from_numerator_and_denominator),
		cmocka_unit_test(a_ratio_with_one_side_missing_is_not_known),
		cmocka_unit_test(a_ratio_turns_the_sign_of_its_denominator),
		cmocka_unit_test(a_mean_is_made_again_with_its_weights),
		cmocka_unit_test(a_mean_without_weights_is_made_from_its_sums),
		cmocka_unit_test(a_reported_total_differs_from_the_sum_only_when_no_member_is_missing),
		cmocka_unit_test(the_difference_of_qualified_totals_keeps_what_may_be_said),
		cmocka_unit_test(without_a_reported_total_there_is_no_difference),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
