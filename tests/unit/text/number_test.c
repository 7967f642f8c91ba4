#include "cases.h"
#include "text/number.h"

/* What was understood, in one line. */
static void
describe(struct str *out, const struct number *number)
{
	str_add_byte(out, number->qualifier);
	number_plain(out, number->digits, number->decimals);
	if (number->has_whole) {
		str_add_text(out, " /");
		number_plain(out, number->whole, number->whole_decimals);
	}
	str_add_text(out, number->percent ? " %" : "");
	str_add_text(out, number->scaled ? " s" : "");
	str_add_text(out, number->none_said ? " n" : "");
	str_add_text(out, number->no_number ? " w" : "");
	if (number->ambiguous) {
		str_add_text(out, " ?");
		number_plain(out, number->other, number->other_decimals);
	}
	if (number->unit[0])
		str_add_format(out, " [%s]", number->unit);
}

static bool
a_row_of_numbers(const struct row *row)
{
	struct number number;
	struct err err = { 0 };
	struct str seen = { 0 };
	bool read = number_read(&number, row->cells[0], row->cells[1][0] == '1', &err);
	if (read)
		describe(&seen, &number);
	else
		str_add_text(&seen, "!");
	bool good = same_text(row->cells[0], str_text(&seen), row->cells[2]) && same_int("sentence", !err.text, read) &&
		(read || same_int("kind", err.kind, ERR_INVALID));
	str_release(&seen);
	err_release(&err);
	return good;
}

static void
numbers_are_read_as_the_papers_write_them(void **state)
{
	(void)state;
	check_rows("number.tsv", a_row_of_numbers);
}

static void
a_refusal_quotes_what_was_typed(void **state)
{
	(void)state;
	struct number number;
	struct err err = { 0 };
	check(!number_read(&number, " hơn  abc ", false, &err));
	check_text(err.text, "Không hiểu “hơn  abc”; hãy gõ một số, thí dụ 74.516, 2,1 tỷ hoặc trên 6.500.");
	check(!number_read(&number, "10-15", false, &err));
	check_text(err.text, "“10-15” có hơn một số; hãy gõ một số thôi.");
	check(!number_read(&number, "1.23.456", false, &err));
	check(strstr(err.text, "“1.23.456”") != NULL);
	check(!number_read(&number, "99999999999999999999", false, &err));
	check(strstr(err.text, "lớn quá") != NULL);
	err_release(&err);
}

static void
a_long_unit_is_cut_at_a_letter(void **state)
{
	(void)state;
	struct number number;
	struct err err = { 0 };
	check(number_read(&number, "5 ậậậậậậậậậậậậậậậậậậậậậậậậậậậ", false, &err));
	check_text(number.unit, "ậậậậậậậậậậậậậậậậậậậậậ");
}

static void
check_shown(int64_t amount, int decimals, char qualifier, const char *shown, const char *plain)
{
	struct str out = { 0 };
	number_show(&out, amount, decimals, qualifier);
	check_text(str_text(&out), shown);
	str_clear(&out);
	number_plain(&out, amount, decimals);
	check_text(str_text(&out), plain);
	str_release(&out);
}

static void
numbers_are_shown_in_vietnamese_and_written_plainly(void **state)
{
	(void)state;
	check_shown(6500, 0, '>', ">6.500", "6500");
	check_shown(74516, 0, '=', "74.516", "74516");
	check_shown(21, 1, 0, "2,1", "2.1");
	check_shown(-12, 0, '=', "−12", "-12");
	check_shown(-12, 0, '<', "<−12", "-12");
	check_shown(9850, 2, '=', "98,5", "98.5");
	check_shown(9800, 2, '=', "98", "98");
	check_shown(0, 4, '=', "0", "0");
	check_shown(5, 4, '=', "0,0005", "0.0005");
	check_shown(-5, 1, '~', "~−0,5", "-0.5");
	check_shown(344000000000, 0, '>', ">344.000.000.000", "344000000000");
	check_shown(1234567, 2, '=', "12.345,67", "12345.67");
	check_shown(999, 0, '=', "999", "999");
	check_shown(1000, 0, '=', "1.000", "1000");
	check_shown(INT64_MIN, 0, '=', "−9.223.372.036.854.775.808", "-9223372036854775808");
	check_shown(INT64_MAX, 9, '=', "9.223.372.036,854775807", "9223372036.854775807");
}

static void
check_plain(const char *text, int decimals, int64_t amount)
{
	struct err err = { 0 };
	int64_t read = 0;
	if (!number_parse_plain(&read, text, decimals, &err))
		fail_msg("«%s»: %s", text, err.text);
	check_int(read, amount);
}

static void
check_not_plain(const char *text, int decimals)
{
	struct err err = { 0 };
	int64_t read = 77;
	if (number_parse_plain(&read, text, decimals, &err))
		fail_msg("«%s» was taken", text);
	check_int(read, 77);
	check_int(err.kind, ERR_INVALID);
	err_release(&err);
}

static void
plain_numbers_are_read_back(void **state)
{
	(void)state;
	check_plain("98.5", 2, 9850);
	check_plain("98.50", 1, 985);
	check_plain("-12", 0, -12);
	check_plain("0", 4, 0);
	check_plain("-0.0005", 4, -5);
	check_plain("344000000000", 0, 344000000000);
	check_plain("1000000000000000", 0, NUMBER_LIMIT);
	check_plain("100000000000", 4, NUMBER_LIMIT);
	check_not_plain("98.55", 1);
	check_not_plain("1000000000000001", 0);
	check_not_plain("100000000000.1", 4);
	check_not_plain("99999999999999999999999999", 0);
	check_not_plain("", 0);
	check_not_plain("-", 0);
	check_not_plain("1,5", 2);
	check_not_plain("1.", 2);
	check_not_plain(".5", 2);
	check_not_plain("1.5.5", 2);
	check_not_plain("+5", 0);
	check_not_plain(" 5", 0);
	check_not_plain("1e3", 0);
	check_not_plain("--5", 0);
}

static void
a_point_before_three_digits_is_not_taken_for_decimals(void **state)
{
	(void)state;
	check_not_plain("2.000", 0);
	check_not_plain("-12.000", 0);
	check_not_plain("1.234.567", 0);
	check_not_plain("98.500", 2);
	check_plain("0.000", 0, 0);
	check_plain("0.500", 2, 50);
	check_plain("1234.000", 0, 1234);
	check_plain("2.000", 3, 2000);
	check_plain("1.234", 4, 12340);
}

static void
every_amount_survives_plain_text(void **state)
{
	(void)state;
	uint64_t seed = 15;
	struct str out = { 0 };
	struct err err = { 0 };
	for (int n = 0; n < 20000; n++) {
		int decimals = (int)chance(&seed, 5);
		int64_t amount =
				(int64_t)chance(&seed, 1000000) * chance(&seed, 1000000) / (1 + chance(&seed, 1000000)),
			back;
		amount = chance(&seed, 2) ? -amount : amount;
		str_clear(&out);
		number_plain(&out, amount, decimals);
		check(number_parse_plain(&back, str_text(&out), decimals, &err));
		check_int(back, amount);
		struct number number;
		str_clear(&out);
		number_show(&out, amount, decimals, '=');
		check(number_read(&number, str_text(&out), false, &err));
		check(number_rescale(&back, number.digits, number.decimals, decimals));
		check_int(back, amount);
	}
	str_release(&out);
}

static void
rescaling_never_loses_or_overflows(void **state)
{
	(void)state;
	int64_t out = 1;
	check(number_rescale(&out, 21, 1, 3));
	check_int(out, 2100);
	check(number_rescale(&out, 2100, 3, 1));
	check_int(out, 21);
	check(!number_rescale(&out, 21, 1, 0));
	check(!number_rescale(&out, NUMBER_LIMIT, 0, 1));
	check(number_rescale(&out, -NUMBER_LIMIT / 10, 0, 1));
	check_int(out, -NUMBER_LIMIT);
}

static void
random_text_never_becomes_a_number_out_of_bounds(void **state)
{
	(void)state;
	static const char *const pieces[] = { "1", "23", "456", "0", ".", ",", " ", "/", "-", "%", "tỷ", "triệu",
		"trên", "gần", "không có", "hàng", "chục", "rưỡi", "đ", "999999999", "x", "?", "trở lên", "<", "~" };
	uint64_t seed = 8;
	struct str typed = { 0 };
	int read = 0;
	for (int n = 0; n < 50000; n++) {
		str_clear(&typed);
		for (uint32_t count = 1 + chance(&seed, 7); count; count--) {
			str_add_text(&typed, pieces[chance(&seed, ARRAY_COUNT(pieces))]);
			str_add_text(&typed, chance(&seed, 2) ? " " : "");
		}
		struct number number;
		struct err err = { 0 };
		if (number_read(&number, str_text(&typed), n & 1, &err)) {
			read++;
			check(number.digits <= NUMBER_LIMIT && number.digits >= -NUMBER_LIMIT);
			check(number.decimals >= 0 && number.decimals <= NUMBER_DECIMALS);
			check(number.other <= NUMBER_LIMIT && number.other >= -NUMBER_LIMIT);
			check(strchr("=<>~", number.qualifier) && number.qualifier);
		} else {
			check(err.text != NULL);
		}
		err_release(&err);
	}
	check(read > 1000);
	str_release(&typed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read_as_the_papers_write_them),
		cmocka_unit_test(a_refusal_quotes_what_was_typed),
		cmocka_unit_test(a_long_unit_is_cut_at_a_letter),
		cmocka_unit_test(numbers_are_shown_in_vietnamese_and_written_plainly),
		cmocka_unit_test(plain_numbers_are_read_back),
		cmocka_unit_test(a_point_before_three_digits_is_not_taken_for_decimals),
		cmocka_unit_test(every_amount_survives_plain_text),
		cmocka_unit_test(rescaling_never_loses_or_overflows),
		cmocka_unit_test(random_text_never_becomes_a_number_out_of_bounds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
