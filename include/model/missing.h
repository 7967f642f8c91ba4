/* Who has reported: what the cluster's set of metrics asks of its members that year and what the book has. */
#ifndef MODEL_MISSING_H
#define MODEL_MISSING_H
#include "base/str.h"
#include "model/parts.h"

struct reported {
	int64_t unit, metric;
	enum choice_number status;
}; /* a figure of kind thực hiện of the period */
struct missing_item {
	int64_t unit, metric;
	bool not_yet; /* the row says chưa có: an answer without a figure */
};
struct missing {
	struct missing_item *items; /* by unit, then metric, in the order given; owned */
	size_t count, capacity;
	size_t asked;                 /* unit × metric, without không giao */
	size_t without;               /* of them: no row at all */
	size_t units, units_with_any; /* «có số liệu của 0/5 đơn vị» */
};
void missing_of(struct missing *out, int year, const int64_t *members, size_t member_count,
	const struct asked_metric *asked, size_t asked_count, const struct reported *reported, size_t reported_count);
void missing_release(struct missing *missing);
/* How many of the items are of the unit, of the metric (0 = any). */
size_t missing_count(const struct missing *missing, int64_t unit, int64_t metric);
/* Submissions that count as reported: đã nộp and đã nhận. */
size_t submissions_in(const enum choice_number *states, size_t count);
#endif
