#include "base/str.h"
#include "unit/check.h"
#include <stdlib.h>

static void
a_zeroed_string_is_the_empty_text(void **state)
{
	(void)state;
	struct str str = { 0 };
	check_text(str_text(&str), "");
	char *taken = str_take(&str);
	check_text(taken, "");
	free(taken);
	str_release(&str);
}

static void
it_grows_by_bytes_texts_and_numbers(void **state)
{
	(void)state;
	struct str str = { 0 };
	str_add(&str, "Cụm xx", strlen("Cụ"));
	str_add_byte(&str, ' ');
	str_add_integer(&str, INT64_MIN);
	str_add_format(&str, "|%03d|", 5);
	str_add_text(&str, "");
	check_text(str_text(&str), "Cụ -9223372036854775808|005|");
	check_int(str.length, strlen("Cụ -9223372036854775808|005|"));
	for (int i = 0; i < 1000; i++)
		str_add_text(&str, "ẵ");
	check_int(str.length, strlen("Cụ -9223372036854775808|005|") + 3000);
	str_clear(&str);
	check_text(str_text(&str), "");
	str_release(&str);
}

static void
a_splice_replaces_the_bytes_at_its_place(void **state)
{
	static const struct {
		size_t offset, removed;
		const char *put, *expected;
	} cases[] = { { 0, 0, "ab", "abHà Nam" }, { 0, 4, "Việt ", "Việt Nam" }, { 7, 0, "!", "Hà Nam!" },
		{ 4, 3, "", "Hà " }, { 0, 7, "", "" } };
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str str = { 0 };
		str_add_text(&str, "Hà Nam");
		str_splice(&str, cases[i].offset, cases[i].removed, cases[i].put, strlen(cases[i].put));
		check_text(str_text(&str), cases[i].expected);
		check_int(str.length, strlen(cases[i].expected));
		str_release(&str);
	}
}

static void
a_cut_never_lengthens(void **state)
{
	(void)state;
	struct str str = { 0 };
	str_add_text(&str, "abc");
	str_cut(&str, 9);
	check_text(str_text(&str), "abc");
	str_cut(&str, 1);
	check_text(str_text(&str), "a");
	str_release(&str);
}

static void
taking_leaves_it_empty(void **state)
{
	(void)state;
	struct str str = { 0 };
	str_add_text(&str, "abc");
	char *taken = str_take(&str);
	check_text(taken, "abc");
	check_int(str.length, 0);
	check_text(str_text(&str), "");
	free(taken);
}

static void
no_text_equals_only_no_text(void **state)
{
	(void)state;
	check(text_equal(NULL, NULL));
	check(!text_equal(NULL, ""));
	check(!text_equal("", NULL));
	check(text_equal("đ", "đ"));
	check(text_starts("LĐLĐ tỉnh", "LĐLĐ"));
	check(text_starts("a", ""));
	check(!text_starts("LĐ", "LĐLĐ"));
}

static void
a_text_is_added_as_often_as_asked(void **state)
{
	(void)state;
	struct str str = { 0 };
	str_add_repeated(&str, "─", 3);
	str_add_repeated(&str, "x", 0);
	str_add_repeated(&str, "y", -2);
	check_text(str_text(&str), "───");
	str_release(&str);
}

static void
digits_are_filled_with_zeros_in_front(void **state)
{
	(void)state;
	char digits[DIGITS_MOST + 1];
	struct str str = { 0 };
	check_int(digits_write(digits, 7, 2), 2);
	check_text(digits, "07");
	check_int(digits_write(digits, 0, 1), 1);
	check_text(digits, "0");
	check_int(digits_write(digits, 0, 0), 0);
	check_text(digits, "");
	check_int(digits_write(digits, UINT64_MAX, 1), 20);
	check_text(digits, "18446744073709551615");
	check_int(digits_write(digits, 1, 99), DIGITS_MOST);
	check_text(digits, "0000000000000000000000000000000000000001");
	str_add_integer(&str, INT64_MIN);
	str_add_integer(&str, 0);
	str_add_integer(&str, -1);
	check_text(str_text(&str), "-92233720368547758080-1");
	str_release(&str);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_zeroed_string_is_the_empty_text),
		cmocka_unit_test(it_grows_by_bytes_texts_and_numbers),
		cmocka_unit_test(a_splice_replaces_the_bytes_at_its_place),
		cmocka_unit_test(a_cut_never_lengthens),
		cmocka_unit_test(taking_leaves_it_empty),
		cmocka_unit_test(no_text_equals_only_no_text),
		cmocka_unit_test(a_text_is_added_as_often_as_asked),
		cmocka_unit_test(digits_are_filled_with_zeros_in_front),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
