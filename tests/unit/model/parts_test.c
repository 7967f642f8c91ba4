#include "../check.h"
#include "facts.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/missing.h"

static const struct metric_facts whole = { .id = 1, .name = "CĐCS", .measure = "CĐCS", .kind = METRIC_KIND_STOCK };

static struct metric_facts
part_metric(int64_t id, enum choice_number rule)
{
	return (struct metric_facts){ .id = id,
		.name = "Trong đó nữ",
		.measure = "CĐCS",
		.kind = METRIC_KIND_STOCK,
		.part_of = 1,
		.part_rule = rule };
}

static bool
part_fits(struct metric_facts metric, const struct metric_facts *all, size_t count)
{
	struct err err = { 0 };
	bool fits = part_check(&metric, all, count, &err);
	check_int(fits, !err.text);
	check_int(err.field, fits ? 0 : 1 + METRIC_PART_OF);
	err_release(&err);
	return fits;
}

static void
a_part_has_the_kind_and_measure_of_its_whole(void **state)
{
	(void)state;
	struct metric_facts part = part_metric(2, METRIC_PART_RULE_AMONG);
	check(part_fits(part, &whole, 1));
	part.kind = METRIC_KIND_FLOW;
	check(!part_fits(part, &whole, 1));
	part = part_metric(2, METRIC_PART_RULE_AMONG);
	part.measure = "đoàn viên";
	check(!part_fits(part, &whole, 1));
	part.part_of = 0;
	check(part_fits(part, &whole, 1));
}

static void
no_metric_is_a_part_of_itself(void **state)
{
	(void)state;
	struct metric_facts all[] = { whole, part_metric(2, METRIC_PART_RULE_AMONG),
		part_metric(3, METRIC_PART_RULE_AMONG) };
	all[2].part_of = 2;
	struct metric_facts turned = whole;
	turned.part_of = 3;
	check(!part_fits(turned, all, 3));
	turned.part_of = 1;
	check(!part_fits(turned, all, 3));
	struct metric_facts unsaved = part_metric(9, METRIC_PART_RULE_AMONG);
	unsaved.part_of = 9;
	check(!part_fits(unsaved, all, 3));
	/* a circle among others does not hang the check */
	all[0].part_of = 2;
	all[1].part_of = 1;
	check(part_fits(part_metric(8, METRIC_PART_RULE_AMONG), all, 3));
}

static struct figure_facts
figure(const char *quantity)
{
	if (!quantity)
		return (struct figure_facts){ .known = false };
	return (struct figure_facts){
		.known = true, .status = FIGURE_STATUS_NUMBER, .quantity = quantity_of(quantity)
	};
}

static struct breach
breach(const char *all, enum choice_number rule, const char *first, const char *second, struct str *said)
{
	struct metric_facts one = part_metric(2, rule), two = part_metric(3, rule);
	struct part_figure of = { &whole, figure(all) },
			   parts[] = { { &one, figure(first) }, { &two, figure(second) } };
	struct breach found;
	struct err err = { 0 };
	check(breach_of(&found, &of, parts, 2, &err));
	if (said)
		breach_say(said, &found, &of, parts, 2);
	return found;
}

static void
a_part_is_never_more_than_the_whole(void **state)
{
	(void)state;
	const enum choice_number rule = METRIC_PART_RULE_AMONG;
	struct str said = { 0 };
	struct breach found = breach("100", rule, "60", "120", &said);
	check_int(found.kind, BREACH_MORE_THAN_WHOLE);
	check_int(found.part, 3);
	check_text(str_text(&said), "“Trong đó nữ” (120) nhiều hơn “CĐCS” (100).");
	str_release(&said);
	/* parts "among which" need not add up */
	check_int(breach("100", rule, "60", "70", NULL).kind, BREACH_NONE);
	check_int(breach("100", rule, "100", NULL, NULL).kind, BREACH_NONE);
	check_int(breach(NULL, rule, "100", NULL, NULL).kind, BREACH_NONE);
}

static void
only_a_certain_breach_is_shown(void **state)
{
	(void)state;
	const enum choice_number rule = METRIC_PART_RULE_AMONG;
	check_int(breach(">100", rule, "120", NULL, NULL).kind, BREACH_NONE);
	check_int(breach("~100", rule, "120", NULL, NULL).kind, BREACH_NONE);
	check_int(breach("<100", rule, "120", NULL, NULL).kind, BREACH_MORE_THAN_WHOLE);
	check_int(breach("100", rule, ">120", NULL, NULL).kind, BREACH_MORE_THAN_WHOLE);
	check_int(breach("100", rule, "<120", NULL, NULL).kind, BREACH_NONE);
	check_int(breach("100", rule, "~120", NULL, NULL).kind, BREACH_NONE);
}

static void
siblings_sum_to_the_whole(void **state)
{
	(void)state;
	const enum choice_number rule = METRIC_PART_RULE_ADDS_UP;
	struct str said = { 0 };
	check_int(breach("100", rule, "60", "40", NULL).kind, BREACH_NONE);
	struct breach found = breach("100", rule, "60", "39", &said);
	check_int(found.kind, BREACH_DOES_NOT_ADD_UP);
	check_int(found.parts.amount, 99);
	check_text(str_text(&said), "Các phần của “CĐCS” cộng lại là 99, khác với 100.");
	str_release(&said);
	check_int(breach("100", rule, "60", "41", NULL).kind, BREACH_DOES_NOT_ADD_UP);
	check_int(breach(">90", rule, "60", "40", NULL).kind, BREACH_NONE);
	check_int(breach(">110", rule, "60", "40", NULL).kind, BREACH_DOES_NOT_ADD_UP);
	check_int(breach("100", rule, ">60", "39", NULL).kind, BREACH_NONE);
}

static void
siblings_of_which_some_are_unknown_may_only_not_exceed_the_whole(void **state)
{
	(void)state;
	const enum choice_number rule = METRIC_PART_RULE_ADDS_UP;
	check_int(breach("100", rule, "60", NULL, NULL).kind, BREACH_NONE);
	check_int(breach("100", rule, NULL, NULL, NULL).kind, BREACH_NONE);
	check_int(breach("100", rule, "160", NULL, NULL).kind, BREACH_MORE_THAN_WHOLE);
}

static void
decimals_of_part_and_whole_may_differ(void **state)
{
	(void)state;
	struct metric_facts part = part_metric(2, METRIC_PART_RULE_AMONG);
	part.decimals = 2;
	struct part_figure of = { &whole, figure("100") }, parts[] = { { &part, figure("10000") } };
	struct breach found;
	struct err err = { 0 };
	check(breach_of(&found, &of, parts, 1, &err));
	check_int(found.kind, BREACH_NONE);
	parts[0].figure = figure("10100");
	check(breach_of(&found, &of, parts, 1, &err));
	check_int(found.kind, BREACH_MORE_THAN_WHOLE);
}

static void
at_most_five_metrics_of_a_cluster_are_main_in_a_year(void **state)
{
	(void)state;
	struct asked_metric asked[6] = { 0 };
	struct err err = { 0 };
	for (int i = 0; i < 6; i++)
		asked[i] = (struct asked_metric){ .metric = i + 1, .from_year = 2020 + i, .main = true };
	check(main_check(asked, 5, &err));
	check(!main_check(asked, 6, &err));
	check_text(err.text, "Năm 2025 đã có năm chỉ tiêu chính, nhiều nhất là năm: bỏ một chỉ tiêu chính trước.");
	err_release(&err);
	asked[0].to_year = 2024;
	check(main_check(asked, 6, &err));
	asked[0].to_year = 2025;
	check(!main_check(asked, 6, &err));
	err_release(&err);
	asked[3].main = false;
	check(main_check(asked, 6, &err));
}

static void
missing_is_what_the_clusters_set_of_that_year_asks_and_the_book_has_not(void **state)
{
	(void)state;
	const int64_t members[] = { 10, 20 };
	const struct asked_metric asked[] = { { .metric = 1, .from_year = 2020 },
		{ .metric = 2, .from_year = 2020, .to_year = 2023 }, { .metric = 3, .from_year = 2024 },
		{ .metric = 4, .from_year = 2025 } };
	const struct reported reported[] = { { 10, 1, FIGURE_STATUS_NUMBER }, { 10, 2, FIGURE_STATUS_NUMBER },
		{ 20, 1, FIGURE_STATUS_NOT_YET } };
	struct missing missing;
	missing_of(&missing, 2024, members, 2, asked, 4, reported, 3);
	check_int(missing.asked, 4);
	check_int(missing.without, 2);
	check_int(missing.count, 3);
	check_int(missing.items[0].unit, 10);
	check_int(missing.items[0].metric, 3);
	check(!missing.items[0].not_yet);
	check_int(missing.items[1].unit, 20);
	check_int(missing.items[1].metric, 1);
	check(missing.items[1].not_yet);
	check_int(missing.units, 2);
	check_int(missing.units_with_any, 1);
	check_int(missing_count(&missing, 20, 0), 2);
	check_int(missing_count(&missing, 0, 3), 2);
	check_int(missing_count(&missing, 10, 1), 0);
	missing_release(&missing);
}

static void
what_was_not_asked_of_a_unit_is_not_missing_and_words_are_an_answer(void **state)
{
	(void)state;
	const int64_t members[] = { 10, 20 };
	const struct asked_metric asked[] = { { .metric = 1, .from_year = 2020 } };
	const struct reported reported[] = { { 10, 1, FIGURE_STATUS_NOT_ASKED }, { 20, 1, FIGURE_STATUS_WORDS } };
	struct missing missing;
	missing_of(&missing, 2024, members, 2, asked, 1, reported, 2);
	check_int(missing.asked, 1);
	check_int(missing.count, 0);
	check_int(missing.units_with_any, 1);
	missing_release(&missing);
}

static void
handed_in_and_accepted_count_as_reported(void **state)
{
	(void)state;
	const enum choice_number states[] = { SUBMISSION_STATE_MISSING, SUBMISSION_STATE_HANDED_IN,
		SUBMISSION_STATE_RETURNED, SUBMISSION_STATE_ACCEPTED };
	check_int(submissions_in(states, 4), 2);
	check_int(submissions_in(NULL, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_has_the_kind_and_measure_of_its_whole),
		cmocka_unit_test(no_metric_is_a_part_of_itself),
		cmocka_unit_test(a_part_is_never_more_than_the_whole),
		cmocka_unit_test(only_a_certain_breach_is_shown),
		cmocka_unit_test(siblings_sum_to_the_whole),
		cmocka_unit_test(siblings_of_which_some_are_unknown_may_only_not_exceed_the_whole),
		cmocka_unit_test(decimals_of_part_and_whole_may_differ),
		cmocka_unit_test(at_most_five_metrics_of_a_cluster_are_main_in_a_year),
		cmocka_unit_test(missing_is_what_the_clusters_set_of_that_year_asks_and_the_book_has_not),
		cmocka_unit_test(what_was_not_asked_of_a_unit_is_not_missing_and_words_are_an_answer),
		cmocka_unit_test(handed_in_and_accepted_count_as_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
