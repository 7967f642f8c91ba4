#include "../check.h"
#include "facts.h"
#include "model/alike.h"

/* The merging of 01/7/2025: Hà Nam, Nam Định and the old Ninh Bình into the new one; Thái Bình and the old Hưng Yên
 * into the new one; and made-up divisions. */
enum {
	HA_NAM = 1,
	NAM_DINH,
	NINH_BINH_OLD,
	NINH_BINH,
	THAI_BINH,
	HUNG_YEN_OLD,
	HUNG_YEN,
	WHOLE,
	LEFT,
	RIGHT,
	HOST,
	BRANCH,
	LAND
};
enum { METRIC = 1, OTHER_METRIC };

static const struct succession_edge merging[] = {
	{ 1, HA_NAM, NINH_BINH, "Hà Nam", "Ninh Bình", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	{ 2, NAM_DINH, NINH_BINH, "Nam Định", "Ninh Bình", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	{ 3, NINH_BINH_OLD, NINH_BINH, "Ninh Bình", "Ninh Bình", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	{ 4, THAI_BINH, HUNG_YEN, "Thái Bình", "Hưng Yên", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	{ 5, HUNG_YEN_OLD, HUNG_YEN, "Hưng Yên", "Hưng Yên", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
};
#define MERGING merging, sizeof merging / sizeof *merging

static void
check_parts(const struct boundary *boundary, const int64_t *subjects, size_t count)
{
	check_int(boundary->count, count);
	for (size_t i = 0; i < count; i++) {
		check_int(boundary->parts[i].subject, subjects[i]);
		check_int(boundary->parts[i].numerator, 1);
		check_int(boundary->parts[i].denominator, 1);
		check_int(boundary->parts[i].amount, 0);
	}
}

static struct boundary
now(int64_t subject, period p, const struct succession_edge *edges, size_t count)
{
	struct boundary boundary;
	struct err err = { 0 };
	if (!boundary_now(&boundary, subject, p, METRIC, edges, count, NULL, 0, &err))
		fail_msg("%s", err.text);
	return boundary;
}

static void
under_the_boundaries_of_today_predecessors_are_summed(void **state)
{
	(void)state;
	const int64_t expected[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD };
	struct boundary boundary = now(NINH_BINH, period_year(2024), MERGING);
	check_parts(&boundary, expected, 3);
	boundary_release(&boundary);
}

static void
after_the_succession_the_successor_stands_alone(void **state)
{
	(void)state;
	const int64_t expected[] = { NINH_BINH };
	struct boundary boundary = now(NINH_BINH, period_year(2026), MERGING);
	check_parts(&boundary, expected, 1);
	boundary_release(&boundary);
	boundary = now(NINH_BINH, period_months(2025, 7, 12), MERGING);
	check_parts(&boundary, expected, 1);
	boundary_release(&boundary);
}

static void
predecessors_are_followed_through_several_successions(void **state)
{
	(void)state;
	const struct succession_edge edges[] = {
		{ 1, 1, 2, "A", "B", SUCCESSION_KIND_REPLACEMENT, "2010-01-01", NULL, 0 },
		{ 2, 2, 3, "B", "C", SUCCESSION_KIND_ABSORPTION, "2020-01-01", NULL, 0 },
	};
	const int64_t in_2005[] = { 1, 3 }, in_2015[] = { 2, 3 };
	struct boundary boundary = now(3, period_year(2005), edges, 2);
	check_parts(&boundary, in_2005, 2);
	boundary_release(&boundary);
	boundary = now(3, period_year(2015), edges, 2);
	check_parts(&boundary, in_2015, 2);
	boundary_release(&boundary);
}

static void
under_the_boundaries_of_then_a_unit_is_itself_or_its_namesake(void **state)
{
	(void)state;
	const int64_t old[] = { HUNG_YEN_OLD }, new_[] = { HUNG_YEN };
	struct boundary boundary;
	boundary_then(&boundary, HUNG_YEN, period_year(2024), MERGING);
	check_parts(&boundary, old, 1);
	boundary_release(&boundary);
	boundary_then(&boundary, HUNG_YEN, period_year(2025), MERGING);
	check_parts(&boundary, new_, 1);
	boundary_release(&boundary);
	boundary_then(&boundary, HUNG_YEN_OLD, period_year(2024), MERGING);
	check_parts(&boundary, old, 1);
	boundary_release(&boundary);
}

static void
without_a_namesake_nothing_stood_there_before(void **state)
{
	(void)state;
	const struct succession_edge edges[] = {
		{ 1, 1, 3, "A", "C", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
		{ 2, 2, 3, "B", "C", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	};
	struct boundary boundary;
	boundary_then(&boundary, 3, period_year(2024), edges, 2);
	check_int(boundary.count, 0);
	boundary_release(&boundary);
}

static struct succession_part share = { .metric = METRIC, .permille = 300 };
static const struct succession_part amount_share = { .metric = METRIC, .has_value = true, .value = 120 };
static const struct succession_edge split = { 1, HOST, BRANCH, "Mẹ", "Nhánh", SUCCESSION_KIND_SPLIT_OFF, "2024-01-01",
	NULL, 0 };

static void
a_split_without_shares_is_refused_with_a_sentence_and_never_guessed(void **state)
{
	(void)state;
	const enum choice_number kinds[] = { SUCCESSION_KIND_SPLIT_OFF, SUCCESSION_KIND_DIVISION,
		SUCCESSION_KIND_PART_TRANSFER };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct succession_edge edge = split;
		struct boundary boundary;
		struct err err = { 0 };
		edge.kind = kinds[i];
		check(!boundary_now(&boundary, BRANCH, period_year(2023), METRIC, &edge, 1, NULL, 0, &err));
		check_text(err.text,
			"Nhánh nhận một phần của Mẹ mà sổ chưa ghi phần chuyển của chỉ tiêu này: không tính được "
			"theo ranh giới "
			"hôm nay.");
		check_int(boundary.count, 0);
		edge.parts = &share;
		edge.part_count = 1;
		check(!boundary_now(&boundary, BRANCH, period_year(2023), OTHER_METRIC, &edge, 1, NULL, 0, &err));
		err_release(&err);
	}
}

static void
a_unit_that_gave_a_part_away_is_refused_too(void **state)
{
	(void)state;
	struct boundary boundary;
	struct err err = { 0 };
	check(!boundary_now(&boundary, HOST, period_year(2023), METRIC, &split, 1, NULL, 0, &err));
	check(err.text != NULL);
	err_release(&err);
	struct boundary after = now(HOST, period_year(2024), &split, 1);
	check_int(after.count, 1);
	boundary_release(&after);
}

static void
with_shares_the_share_is_used_on_both_sides(void **state)
{
	(void)state;
	struct succession_edge edge = split;
	edge.parts = &share;
	edge.part_count = 1;
	struct boundary branch = now(BRANCH, period_year(2023), &edge, 1),
			host = now(HOST, period_year(2023), &edge, 1);
	struct quantity result;
	struct err err = { 0 };
	check_int(branch.count, 1);
	check_int(branch.parts[0].subject, HOST);
	check(boundary_quantity(&result, &branch.parts[0], quantity_of("1000"), &err));
	check_int(result.amount, 300);
	check_int(result.qualifier, QUALIFIER_ABOUT);
	check_int(host.parts[0].subject, HOST);
	check(boundary_quantity(&result, &host.parts[0], quantity_of("1000"), &err));
	check_int(result.amount, 700);
	boundary_release(&branch);
	boundary_release(&host);
	edge.parts = &amount_share;
	branch = now(BRANCH, period_year(2023), &edge, 1);
	host = now(HOST, period_year(2023), &edge, 1);
	check(boundary_quantity(&result, &branch.parts[0], quantity_of(">1000"), &err));
	check_int(result.amount, 120);
	check_int(result.qualifier, QUALIFIER_EXACTLY);
	check(boundary_quantity(&result, &host.parts[0], quantity_of(">1000"), &err));
	check_int(result.amount, 880);
	check_int(result.qualifier, QUALIFIER_MORE_THAN);
	boundary_release(&branch);
	boundary_release(&host);
}

static void
halves_that_come_together_again_are_the_whole(void **state)
{
	(void)state;
	static const struct succession_part left = { .metric = METRIC, .permille = 400 },
					    right = { .metric = METRIC, .permille = 600 };
	const struct succession_edge edges[] = {
		{ 1, WHOLE, LEFT, "W", "L", SUCCESSION_KIND_DIVISION, "2020-01-01", &left, 1 },
		{ 2, WHOLE, RIGHT, "W", "R", SUCCESSION_KIND_DIVISION, "2020-01-01", &right, 1 },
		{ 3, LEFT, HOST, "L", "H", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
		{ 4, RIGHT, HOST, "R", "H", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	};
	const int64_t expected[] = { WHOLE };
	struct boundary boundary = now(HOST, period_year(2019), edges, 4);
	check_parts(&boundary, expected, 1);
	boundary_release(&boundary);
}

static bool
now_said(struct boundary *out, enum choice_number said, bool known, struct err *err)
{
	struct predecessors_said say_it = { .subject = NINH_BINH, .known = known, .with_predecessors = said };
	return boundary_now(out, NINH_BINH, period_year(2025), METRIC, MERGING, &say_it, 1, err);
}

static void
in_the_year_of_a_succession_the_successor_says_what_is_added(void **state)
{
	(void)state;
	const int64_t alone[] = { NINH_BINH }, all[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD, NINH_BINH };
	struct boundary boundary;
	struct err err = { 0 };
	check(now_said(&boundary, FIGURE_WITH_PREDECESSORS_YES, true, &err));
	check_parts(&boundary, alone, 1);
	boundary_release(&boundary);
	check(now_said(&boundary, FIGURE_WITH_PREDECESSORS_NO, true, &err));
	check_parts(&boundary, all, 4);
	boundary_release(&boundary);
	check(!now_said(&boundary, FIGURE_WITH_PREDECESSORS_UNKNOWN, true, &err));
	check_text(err.text,
		"Số liệu của Ninh Bình chưa nói có gồm Hà Nam hay không: chưa cộng được; hãy ghi rõ ở phiếu số liệu.");
	err_release(&err);
	check(now_said(&boundary, FIGURE_WITH_PREDECESSORS_UNKNOWN, false, &err));
	check_parts(&boundary, all, 4);
	boundary_release(&boundary);
}

static bool
settle(bool *keep, enum choice_number said_successor, bool predecessor_known, struct err *err)
{
	const int64_t members[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD, NINH_BINH, THAI_BINH };
	const struct predecessors_said said[] = {
		{ NINH_BINH, true, said_successor },
		{ HA_NAM, predecessor_known, FIGURE_WITH_PREDECESSORS_UNKNOWN },
	};
	return boundary_settle(keep, members, 5, period_year(2025), MERGING, said, 2, err);
}

static void
no_figure_is_added_twice_in_the_year_of_a_succession(void **state)
{
	(void)state;
	bool keep[5];
	struct err err = { 0 };
	check(settle(keep, FIGURE_WITH_PREDECESSORS_YES, true, &err));
	check(!keep[0] && !keep[1] && !keep[2] && keep[3] && keep[4]);
	check(settle(keep, FIGURE_WITH_PREDECESSORS_NO, true, &err));
	check(keep[0] && keep[1] && keep[2] && keep[3] && keep[4]);
	check(!settle(keep, FIGURE_WITH_PREDECESSORS_UNKNOWN, true, &err));
	check_int(err.kind, ERR_NOT_ALLOWED);
	err_release(&err);
	check(settle(keep, FIGURE_WITH_PREDECESSORS_UNKNOWN, false, &err));
	check(keep[0] && keep[3]);
}

static void
a_circle_of_successions_ends(void **state)
{
	(void)state;
	const struct succession_edge edges[] = {
		{ 1, 1, 2, "A", "B", SUCCESSION_KIND_ABSORPTION, "2025", NULL, 0 },
		{ 2, 2, 1, "B", "A", SUCCESSION_KIND_ABSORPTION, "2025", NULL, 0 },
	};
	struct boundary boundary = now(1, period_year(2024), edges, 2);
	check(boundary.count <= 2);
	boundary_release(&boundary);
}

static void
check_ids(const int64_t *seen, size_t seen_count, const int64_t *expected, size_t count)
{
	check_int(seen_count, count);
	for (size_t i = 0; i < count; i++)
		check_int(seen[i], expected[i]);
}

static void
like_for_like_are_the_units_of_both_years(void **state)
{
	(void)state;
	const int64_t old[] = { 1, 2, 3 }, new_[] = { 4, 3, 1 }, both[] = { 3, 1 }, left[] = { 4, 2 };
	struct alike alike;
	alike_same(&alike, old, 3, new_, 3);
	check_ids(alike.new_units, alike.new_count, both, 2);
	check_ids(alike.old_units, alike.old_count, both, 2);
	check_ids(alike.left_out, alike.left_out_count, left, 2);
	alike_release(&alike);
}

static void
under_the_boundaries_of_today_only_complete_units_are_compared(void **state)
{
	(void)state;
	/* the old Hưng Yên was in another cluster: the new one cannot be compared */
	const int64_t old[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD, THAI_BINH }, new_[] = { NINH_BINH, HUNG_YEN };
	const int64_t today[] = { NINH_BINH }, before[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD },
		      left[] = { HUNG_YEN, THAI_BINH };
	struct alike alike;
	struct err err = { 0 };
	check(alike_today(&alike, old, 4, new_, 2, period_year(2024), period_year(2026), METRIC, MERGING, &err));
	check_ids(alike.new_units, alike.new_count, today, 1);
	check_ids(alike.old_units, alike.old_count, before, 3);
	check_ids(alike.left_out, alike.left_out_count, left, 2);
	alike_release(&alike);
}

static void
two_years_before_a_merging_are_compared_under_today_too(void **state)
{
	(void)state;
	const int64_t old[] = { HA_NAM, NAM_DINH, NINH_BINH_OLD }, today[] = { NINH_BINH };
	struct alike alike;
	struct err err = { 0 };
	check(alike_today(&alike, old, 3, old, 3, period_year(2023), period_year(2024), METRIC, MERGING, &err));
	check_ids(alike.new_units, alike.new_count, today, 1);
	check_ids(alike.old_units, alike.old_count, old, 3);
	check_int(alike.left_out_count, 0);
	alike_release(&alike);
}

static void
a_comparison_across_a_split_without_shares_is_refused(void **state)
{
	(void)state;
	const int64_t old[] = { HOST }, new_[] = { HOST, BRANCH };
	struct alike alike;
	struct err err = { 0 };
	check(!alike_today(&alike, old, 1, new_, 2, period_year(2023), period_year(2024), METRIC, &split, 1, &err));
	check(err.text != NULL);
	check_int(alike.new_count, 0);
	err_release(&err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(under_the_boundaries_of_today_predecessors_are_summed),
		cmocka_unit_test(after_the_succession_the_successor_stands_alone),
		cmocka_unit_test(predecessors_are_followed_through_several_successions),
		cmocka_unit_test(under_the_boundaries_of_then_a_unit_is_itself_or_its_namesake),
		cmocka_unit_test(without_a_namesake_nothing_stood_there_before),
		cmocka_unit_test(a_split_without_shares_is_refused_with_a_sentence_and_never_guessed),
		cmocka_unit_test(a_unit_that_gave_a_part_away_is_refused_too),
		cmocka_unit_test(with_shares_the_share_is_used_on_both_sides),
		cmocka_unit_test(halves_that_come_together_again_are_the_whole),
		cmocka_unit_test(in_the_year_of_a_succession_the_successor_says_what_is_added),
		cmocka_unit_test(no_figure_is_added_twice_in_the_year_of_a_succession),
		cmocka_unit_test(a_circle_of_successions_ends),
		cmocka_unit_test(like_for_like_are_the_units_of_both_years),
		cmocka_unit_test(under_the_boundaries_of_today_only_complete_units_are_compared),
		cmocka_unit_test(two_years_before_a_merging_are_compared_under_today_too),
		cmocka_unit_test(a_comparison_across_a_split_without_shares_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
