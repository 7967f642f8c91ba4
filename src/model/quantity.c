#include "model/quantity.h"
#include "wide.h"
#include <stddef.h>

wide
wide_power_of_ten(int exponent)
{
	wide power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

bool
wide_divide(int64_t *out, wide a, wide b, int64_t limit)
{
	if (b == 0)
		return false;
	bool negative = (a < 0) != (b < 0);
	wide dividend = a < 0 ? -a : a, divisor = b < 0 ? -b : b;
	wide quotient = dividend / divisor;
	wide rest = dividend % divisor;
	if (rest >= divisor - rest)
		quotient++;
	if (quotient > limit)
		return false;
	*out = (int64_t)(negative ? -quotient : quotient);
	return true;
}

static bool
too_large(struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("Kết quả quá lớn: sổ chỉ giữ số đến 1.000.000.000.000.000.",
			"The result is too large: the book keeps numbers up to 1.000.000.000.000.000."),
		NULL);
}

enum choice_number
qualifier_of_sum(enum choice_number a, enum choice_number b)
{
	if (a == QUALIFIER_EXACTLY)
		return b;
	if (b == QUALIFIER_EXACTLY || a == b)
		return a;
	return QUALIFIER_ABOUT;
}

enum choice_number
qualifier_turned(enum choice_number qualifier)
{
	switch (qualifier) {
	case QUALIFIER_MORE_THAN:
		return QUALIFIER_LESS_THAN;
	case QUALIFIER_LESS_THAN:
		return QUALIFIER_MORE_THAN;
	default:
		return qualifier;
	}
}

char
qualifier_sign(enum choice_number qualifier)
{
	switch (qualifier) {
	case QUALIFIER_MORE_THAN:
		return '>';
	case QUALIFIER_LESS_THAN:
		return '<';
	case QUALIFIER_ABOUT:
		return '~';
	default:
		return '=';
	}
}

bool
quantity_add(struct quantity *sum, struct quantity a, struct quantity b, struct err *err)
{
	wide amount = (wide)a.amount + b.amount;
	if (amount > QUANTITY_LIMIT || amount < -QUANTITY_LIMIT)
		return too_large(err);
	sum->amount = (int64_t)amount;
	sum->qualifier = qualifier_of_sum(a.qualifier, b.qualifier);
	return true;
}

bool
quantity_subtract(struct quantity *difference, struct quantity a, struct quantity b, struct err *err)
{
	if (b.amount < -QUANTITY_LIMIT)
		return too_large(err);
	struct quantity taken = { .amount = -b.amount, .qualifier = qualifier_turned(b.qualifier) };
	return quantity_add(difference, a, taken, err);
}

/* What a qualifier of a and of b leaves open about a / b.  A negative divisor turns a's sign; a larger divisor makes a
 * positive quotient smaller and a negative one larger. */
static enum choice_number
qualifier_of_quotient(struct quantity a, struct quantity b)
{
	enum choice_number above = b.amount < 0 ? qualifier_turned(a.qualifier) : a.qualifier;
	enum choice_number below = a.amount < 0 ? b.qualifier : qualifier_turned(b.qualifier);
	return qualifier_of_sum(above, below);
}

bool
quantity_divide(struct quantity *quotient, struct quantity a, int decimals_a, struct quantity b, int decimals_b,
	int decimals, struct err *err)
{
	if (b.amount == 0)
		return err_set(err, ERR_INVALID, SAY("Không chia được cho 0.", "Cannot divide by 0."), NULL);
	int shift = decimals + decimals_b - decimals_a;
	wide above = a.amount, below = b.amount;
	if (shift > 0)
		above *= wide_power_of_ten(shift);
	else
		below *= wide_power_of_ten(-shift);
	int64_t amount;
	if (!wide_divide(&amount, above, below, QUANTITY_LIMIT))
		return too_large(err);
	enum choice_number qualifier = qualifier_of_quotient(a, b);
	quotient->amount = amount;
	quotient->qualifier = qualifier;
	return true;
}

bool
quantity_change_percent(
	struct quantity *percent, bool *known, struct quantity new_, struct quantity old, int decimals, struct err *err)
{
	*known = false;
	if (old.amount == 0)
		return true;
	wide change = ((wide)new_.amount - old.amount) * 100 * wide_power_of_ten(decimals);
	int64_t amount;
	if (!wide_divide(&amount, change, old.amount, QUANTITY_LIMIT))
		return too_large(err);
	percent->amount = amount;
	percent->qualifier = qualifier_of_quotient(new_, old);
	*known = true;
	return true;
}

bool
quantity_rescale(int64_t *out, int64_t amount, int from_decimals, int to_decimals, struct err *err)
{
	wide scaled = amount;
	if (to_decimals >= from_decimals) {
		scaled *= wide_power_of_ten(to_decimals - from_decimals);
	} else {
		wide divisor = wide_power_of_ten(from_decimals - to_decimals);
		if (scaled % divisor != 0)
			return err_set(err, ERR_INVALID,
				SAY("Bớt số lẻ thì mất chữ số của số đã ghi.",
					"Fewer decimals would lose a digit that is recorded."),
				NULL);
		scaled /= divisor;
	}
	if (scaled > QUANTITY_LIMIT || scaled < -QUANTITY_LIMIT)
		return too_large(err);
	*out = (int64_t)scaled;
	return true;
}
