/* Quantities with a qualifier: exact integers and what may be said of their sums, differences and quotients.
 * The rules are those of product.md, section 2, "Sums of qualified values". */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H
#include "base/err.h"
#include "model/choices.h"
#include <stdint.h>

/* |amount| ≤ 10^15 in 10^-decimals of the metric: đồng, người, or a decimal scaled by the metric's decimals. */
#define QUANTITY_LIMIT INT64_C(1000000000000000)
struct quantity {
	int64_t amount;
	enum choice_number qualifier; /* QUALIFIER_EXACTLY … */
};

/* All exact → exact; with > → >; with < → <; > with <, or any ~ → ~. */
enum choice_number qualifier_of_sum(enum choice_number a, enum choice_number b);
/* What is taken away or divided by turns its sign: > ↔ <. */
enum choice_number qualifier_turned(enum choice_number qualifier);
/* '=', '>', '<' or '~', as cells and files show it. */
char qualifier_sign(enum choice_number qualifier);
/* false with a sentence when a result leaves the limit: never a wrap. */
bool quantity_add(struct quantity *sum, struct quantity a, struct quantity b, struct err *err);
bool quantity_subtract(struct quantity *difference, struct quantity a, struct quantity b, struct err *err);
/* a / b · 10^decimals rounded half away from zero; decimals_a and decimals_b are those of a and b.  false when b is 0. */
bool quantity_divide(struct quantity *quotient, struct quantity a, int decimals_a, struct quantity b, int decimals_b,
	int decimals, struct err *err);
/* new / old − 1 in percent with `decimals` decimals; *known = false when old is 0 (no change in percent then). */
bool quantity_change_percent(struct quantity *percent, bool *known, struct quantity new_, struct quantity old,
	int decimals, struct err *err);
/* The amount at other decimals; false when it would leave the limit or lose a digit. */
bool quantity_rescale(int64_t *out, int64_t amount, int from_decimals, int to_decimals, struct err *err);
#endif
