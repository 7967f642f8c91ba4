/* One subject's figures over years: like with like. */
#ifndef APP_COMPARE_H
#define APP_COMPARE_H
#include "report/sheet.h"
#include "store/store.h"

struct compare_wish {
	int64_t subject;  /* a cluster or a unit */
	bool members_sum; /* of a cluster: the sum of its members instead of its own report */
	const int64_t *metrics;
	size_t metric_count; /* none: the metrics that the cluster collects, else those with a figure */
	int first_year, last_year;
	const char *part;  /* "Y", "H1" … : the same part of each year */
	bool boundary_now; /* today's boundaries instead of those of that time */
	bool same_units;   /* only units present in both years */
};
/* Rows are metrics, columns the years, then the difference and the percent between the last two.  Refusals of a rule are
 * CELL_REFUSED with the sentence and a note; members that are missing show as MARK_SOME with counted of asked. */
bool compare_read(struct sheet *out, struct store *store, const struct compare_wish *wish, struct err *err);
/* Appends what is compared: " · cộng các đơn vị · ranh giới hôm nay". */
void compare_how_add(struct str *out, const struct compare_wish *wish, bool cluster);
/* A star in the table says that members are missing; notes that say how many, year by year. */
void compare_note_coverage(struct sheet *sheet);
#endif
