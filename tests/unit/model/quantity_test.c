#include "../check.h"
#include "lines.h"
#include "model/quantity.h"
#include <stdlib.h>

static const char signs[] = {
	[QUALIFIER_EXACTLY] = '=', [QUALIFIER_MORE_THAN] = '>', [QUALIFIER_LESS_THAN] = '<', [QUALIFIER_ABOUT] = '~'
};

static struct quantity
quantity(const char *text)
{
	struct quantity quantity = { .qualifier = QUALIFIER_EXACTLY };
	for (int sign = QUALIFIER_MORE_THAN; sign <= QUALIFIER_ABOUT; sign++)
		if (*text == signs[sign]) {
			quantity.qualifier = (enum choice_number)sign;
			text++;
			break;
		}
	quantity.amount = strtoll(text, NULL, 10);
	return quantity;
}

static void
write_quantity(char *out, size_t size, struct quantity quantity)
{
	const char sign[2] = { quantity.qualifier == QUALIFIER_EXACTLY ? '\0' : signs[quantity.qualifier], '\0' };
	snprintf(out, size, "%s%" PRId64, sign, quantity.amount);
}

static bool
compute(const char *operation, struct quantity a, struct quantity b, struct quantity *result, bool *known,
	struct err *err)
{
	*known = true;
	if (strcmp(operation, "sum") == 0)
		return quantity_add(result, a, b, err);
	if (strcmp(operation, "difference") == 0)
		return quantity_subtract(result, a, b, err);
	if (strcmp(operation, "quotient") == 0)
		return quantity_divide(result, a, 0, b, 0, 2, err);
	return quantity_change_percent(result, known, a, b, 1, err);
}

static void
every_pair_of_qualifiers_gives_what_may_be_said(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/quantities.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells, seen[40];
		struct quantity result = { 0 };
		struct err err = { 0 };
		bool known;
		if (!compute(cells[0], quantity(cells[1]), quantity(cells[2]), &result, &known, &err))
			snprintf(seen, sizeof seen, "refused");
		else if (!known)
			snprintf(seen, sizeof seen, "none");
		else
			write_quantity(seen, sizeof seen, result);
		if (strcmp(seen, cells[3]) != 0)
			fail_msg("line %d: %s of %s and %s is %s, expected %s", lines.items[i].number, cells[0],
				cells[1], cells[2], seen, cells[3]);
		check_int(err.text != NULL, strcmp(seen, "refused") == 0);
		err_release(&err);
	}
	lines_release(&lines);
}

static void
sums_commute_and_associate(void **state)
{
	(void)state;
	for (int a = 0; a < 4; a++)
		for (int b = 0; b < 4; b++)
			for (int c = 0; c < 4; c++) {
				enum choice_number x = (enum choice_number)a, y = (enum choice_number)b,
						   z = (enum choice_number)c;
				check_int(qualifier_of_sum(x, y), qualifier_of_sum(y, x));
				check_int(qualifier_of_sum(qualifier_of_sum(x, y), z),
					qualifier_of_sum(x, qualifier_of_sum(y, z)));
			}
}

static void
exactly_changes_no_sum(void **state)
{
	(void)state;
	for (int a = 0; a < 4; a++)
		check_int(qualifier_of_sum((enum choice_number)a, QUALIFIER_EXACTLY), a);
}

static void
turning_a_qualifier_twice_changes_nothing(void **state)
{
	(void)state;
	for (int a = 0; a < 4; a++)
		check_int(qualifier_turned(qualifier_turned((enum choice_number)a)), a);
}

static void
decimals_of_both_sides_of_a_quotient_are_heeded(void **state)
{
	(void)state;
	struct quantity quotient;
	struct err err = { 0 };
	struct quantity twenty_five = { 250, QUALIFIER_EXACTLY }, half = { 50, QUALIFIER_EXACTLY };
	check(quantity_divide(&quotient, twenty_five, 1, half, 2, 0, &err));
	check_int(quotient.amount, 50);
	check(quantity_divide(&quotient, half, 2, twenty_five, 1, 4, &err));
	check_int(quotient.amount, 200);
	err_release(&err);
}

static void
raising_decimals_keeps_the_value_and_lowering_them_loses_no_digit(void **state)
{
	(void)state;
	struct err err = { 0 };
	int64_t amount = 7;
	check(quantity_rescale(&amount, 21, 1, 3, &err));
	check_int(amount, 2100);
	check(quantity_rescale(&amount, 2100, 3, 1, &err));
	check_int(amount, 21);
	check(!err.text);
	check(!quantity_rescale(&amount, 2101, 3, 1, &err));
	check(err.text != NULL);
	check_int(amount, 21);
	err_release(&err);
}

static void
raising_decimals_beyond_the_limit_is_refused_with_a_sentence(void **state)
{
	(void)state;
	struct err err = { 0 };
	int64_t amount = 0;
	check(quantity_rescale(&amount, INT64_C(100000000000000), 0, 1, &err));
	check_int(amount, QUANTITY_LIMIT);
	check(!quantity_rescale(&amount, INT64_C(100000000000001), 0, 1, &err));
	check(!quantity_rescale(&amount, -INT64_C(100000000000001), 0, 4, &err));
	check_int(err.kind, ERR_INVALID);
	check(strstr(err.text, "1.000.000.000.000.000") != NULL);
	err_release(&err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pair_of_qualifiers_gives_what_may_be_said),
		cmocka_unit_test(sums_commute_and_associate),
		cmocka_unit_test(exactly_changes_no_sum),
		cmocka_unit_test(turning_a_qualifier_twice_changes_nothing),
		cmocka_unit_test(decimals_of_both_sides_of_a_quotient_are_heeded),
		cmocka_unit_test(raising_decimals_keeps_the_value_and_lowering_them_loses_no_digit),
		cmocka_unit_test(raising_decimals_beyond_the_limit_is_refused_with_a_sentence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
