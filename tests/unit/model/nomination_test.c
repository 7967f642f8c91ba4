#include "../check.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/nomination.h"

static struct nomination_step_facts
step(int position, enum choice_number state, const char *date)
{
	return (struct nomination_step_facts){ .position = position, .state = state, .date = date };
}

static bool
steps_fit(const struct nomination_step_facts *steps, size_t count)
{
	struct err err = { 0 };
	bool fit = nomination_steps_check(steps, count, &err);
	check_int(fit, !err.text);
	err_release(&err);
	return fit;
}

static void
the_state_is_that_of_the_last_step(void **state)
{
	(void)state;
	const struct nomination_step_facts steps[] = { step(2, NOMINATION_STATE_PROPOSED, ""),
		step(1, NOMINATION_STATE_ACCLAIMED, "") };
	check_int(nomination_state_of(steps, 2, NOMINATION_STATE_GRANTED), NOMINATION_STATE_PROPOSED);
	check_int(nomination_state_of(NULL, 0, NOMINATION_STATE_PROPOSED), NOMINATION_STATE_PROPOSED);
	const struct nomination_step_facts equal[] = { step(1, NOMINATION_STATE_ACCLAIMED, ""),
		step(1, NOMINATION_STATE_SUBMITTED, "") };
	check_int(nomination_state_of(equal, 2, NOMINATION_STATE_GRANTED), NOMINATION_STATE_SUBMITTED);
}

static void
steps_go_from_acclaimed_to_granted_and_may_be_left_out(void **state)
{
	(void)state;
	const struct nomination_step_facts all[] = { step(1, NOMINATION_STATE_ACCLAIMED, "2024-12-07"),
		step(2, NOMINATION_STATE_PROPOSED, "2024-12"), step(3, NOMINATION_STATE_SUBMITTED, ""),
		step(4, NOMINATION_STATE_RECOGNISED, "2025-01-10"), step(5, NOMINATION_STATE_GRANTED, "2025") };
	check(steps_fit(all, 5));
	const struct nomination_step_facts some[] = { step(1, NOMINATION_STATE_PROPOSED, ""),
		step(2, NOMINATION_STATE_REFUSED, "") };
	check(steps_fit(some, 2));
	const struct nomination_step_facts withdrawn[] = { step(1, NOMINATION_STATE_ACCLAIMED, ""),
		step(2, NOMINATION_STATE_WITHDRAWN, "") };
	check(steps_fit(withdrawn, 2));
	const struct nomination_step_facts twice[] = { step(1, NOMINATION_STATE_PROPOSED, ""),
		step(2, NOMINATION_STATE_PROPOSED, "") };
	check(steps_fit(twice, 2));
	check(steps_fit(NULL, 0));
}

static void
steps_do_not_go_back_and_nothing_follows_an_end(void **state)
{
	(void)state;
	const struct nomination_step_facts back[] = { step(1, NOMINATION_STATE_PROPOSED, ""),
		step(2, NOMINATION_STATE_ACCLAIMED, "") };
	struct err err = { 0 };
	check(!nomination_steps_check(back, 2, &err));
	check_text(err.text,
		"“Suy tôn” không đứng sau “Đề nghị”: các bước đi từ suy tôn, đề nghị, trình, công nhận đến được tặng "
		"hoặc "
		"không được.");
	err_release(&err);
	const struct nomination_step_facts after[] = { step(1, NOMINATION_STATE_REFUSED, ""),
		step(2, NOMINATION_STATE_GRANTED, "") };
	check(!steps_fit(after, 2));
	const struct nomination_step_facts days[] = { step(1, NOMINATION_STATE_PROPOSED, "2025-01-10"),
		step(2, NOMINATION_STATE_SUBMITTED, ""), step(3, NOMINATION_STATE_GRANTED, "2024-12") };
	check(!steps_fit(days, 3));
}

static void
check_state(enum choice_number number, const char *expected)
{
	struct str shown = { 0 };
	nomination_show_state(&shown, number);
	check_text(str_text(&shown), expected);
	str_release(&shown);
}

static void
proposed_is_never_shown_as_granted(void **state)
{
	(void)state;
	check_state(NOMINATION_STATE_PROPOSED, "Đề nghị");
	check_state(NOMINATION_STATE_GRANTED, "Được tặng");
	for (int number = NOMINATION_STATE_ACCLAIMED; number <= NOMINATION_STATE_WITHDRAWN; number++)
		check_int(nomination_is_granted((enum choice_number)number), number == NOMINATION_STATE_GRANTED);
}

static void
what_was_granted_may_differ_from_what_was_asked(void **state)
{
	(void)state;
	check_int(nomination_award(NOMINATION_STATE_GRANTED, 1, 2), 2);
	check_int(nomination_award(NOMINATION_STATE_GRANTED, 1, 0), 1);
	check_int(nomination_award(NOMINATION_STATE_PROPOSED, 1, 2), 1);
}

static void
check_count(struct nomination_count count, int64_t total, bool breaks, const char *expected)
{
	struct str shown = { 0 };
	nomination_count_show(&shown, &count);
	check_text(str_text(&shown), expected);
	check_int(nomination_count_total(&count), total);
	check_int(nomination_count_breaks(&count), breaks);
	str_release(&shown);
}

static void
named_recipients_are_part_of_a_published_count(void **state)
{
	(void)state;
	check_count(
		(struct nomination_count){ .published = true, .count = 8, .named = 3 }, 8, false, "8 (nêu tên 3/8)");
	check_count((struct nomination_count){ .named = 3 }, 3, false, "3");
	check_count((struct nomination_count){ .published = true, .count = 2, .named = 3 }, 2, true, "2 (nêu tên 3/2)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_state_is_that_of_the_last_step),
		cmocka_unit_test(steps_go_from_acclaimed_to_granted_and_may_be_left_out),
		cmocka_unit_test(steps_do_not_go_back_and_nothing_follows_an_end),
		cmocka_unit_test(proposed_is_never_shown_as_granted),
		cmocka_unit_test(what_was_granted_may_differ_from_what_was_asked),
		cmocka_unit_test(named_recipients_are_part_of_a_published_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
