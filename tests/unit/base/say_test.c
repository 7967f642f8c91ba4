#include "base/say.h"
#include "base/str.h"
#include "unit/check.h"
#include <stdlib.h>

static void
a_sentence_is_in_the_language_of_the_person(void **state)
{
	(void)state;
	check_text(say(SAY("có", "yes")), "có");
	say_choose(LANGUAGE_EN);
	check_text(say(SAY("có", "yes")), "yes");
	say_choose(LANGUAGE_VI);
}

static void
places_are_filled_in_any_order_and_more_than_once(void **state)
{
	(void)state;
	char *text = say_format(SAY("{2} trước {1}, {2}", "{1} after {2}"), "một", "hai", NULL);
	check_text(text, "hai trước một, hai");
	free(text);
}

static void
a_place_without_an_argument_stays_empty(void **state)
{
	(void)state;
	char *text = say_format(SAY("từ {1} đến {2}", "from {1} to {2}"), "5", NULL);
	check_text(text, "từ 5 đến ");
	free(text);
}

static void
braces_that_are_no_place_are_text(void **state)
{
	(void)state;
	char *text = say_format(SAY("{0} {a} {1", "x"), "5", NULL);
	check_text(text, "{0} {a} {1");
	free(text);
}

static void
a_sentence_is_added_behind_what_is_there(void **state)
{
	(void)state;
	struct str out = { 0 };
	str_add_text(&out, "Hà Nam: ");
	say_add(&out, SAY("thiếu {1}", "{1} missing"), "2", NULL);
	check_text(str_text(&out), "Hà Nam: thiếu 2");
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_is_in_the_language_of_the_person),
		cmocka_unit_test(places_are_filled_in_any_order_and_more_than_once),
		cmocka_unit_test(a_place_without_an_argument_stays_empty),
		cmocka_unit_test(braces_that_are_no_place_are_text),
		cmocka_unit_test(a_sentence_is_added_behind_what_is_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
