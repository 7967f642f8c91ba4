#include "base/err.h"
#include "unit/check.h"
#include <errno.h>

static void
a_refusal_is_false_and_says_its_sentence(void **state)
{
	(void)state;
	struct err err = { 0 };
	check(!err_set(&err, ERR_BUSY, SAY("{1} đang ghi.", "{1} is writing."), "Lan", NULL));
	check_int(err.kind, ERR_BUSY);
	check_text(err.text, "Lan đang ghi.");
	err_release(&err);
	check_int(err.kind, ERR_NONE);
	check(err.text == NULL);
}

static void
a_second_sentence_replaces_the_first_and_keeps_the_place(void **state)
{
	(void)state;
	struct err err = { .line = 12, .column = 3 };
	check(!err_set_field(&err, 4, SAY("Thiếu tên.", "No name."), NULL));
	check(!err_set(&err, ERR_NOT_ALLOWED, SAY("Không được.", "Not allowed."), NULL));
	check_int(err.kind, ERR_NOT_ALLOWED);
	check_text(err.text, "Không được.");
	check_int(err.field, 5);
	check_int(err.line, 12);
	check_int(err.column, 3);
	err_release(&err);
}

static void
what_the_system_refuses_is_said_in_the_language_of_the_person(void **state)
{
	(void)state;
	check_text(err_system(ENOSPC), "đĩa đã đầy");
	say_choose(LANGUAGE_EN);
	check_text(err_system(ENOSPC), "the disk is full");
	say_choose(LANGUAGE_VI);
}

static void
what_a_person_can_mend_in_the_input_is_told_from_the_rest(void **state)
{
	(void)state;
	static const enum err_kind of_input[] = { ERR_INVALID, ERR_NOT_ALLOWED, ERR_NOT_FOUND, ERR_AMBIGUOUS,
		ERR_CONFLICT };
	static const enum err_kind others[] = { ERR_NONE, ERR_READ_ONLY, ERR_BUSY, ERR_STORAGE, ERR_CANCELLED };
	for (size_t n = 0; n < sizeof of_input / sizeof *of_input; n++)
		check(err_is_of_input(of_input[n]));
	for (size_t n = 0; n < sizeof others / sizeof *others; n++)
		check(!err_is_of_input(others[n]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refusal_is_false_and_says_its_sentence),
		cmocka_unit_test(a_second_sentence_replaces_the_first_and_keeps_the_place),
		cmocka_unit_test(what_the_system_refuses_is_said_in_the_language_of_the_person),
		cmocka_unit_test(what_a_person_can_mend_in_the_input_is_told_from_the_rest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
