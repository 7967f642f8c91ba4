/* Days: what "on a day" means for phases, memberships, terms, posts and periods.
 *
 * Whole days as YYYY-MM-DD, both ends included, open ends are 0001-01-01 and 9999-12-31 (records.md, "intervals");
 * text order is time order. */
#ifndef MODEL_INTERVAL_H
#define MODEL_INTERVAL_H
#include "model/period.h"
#include <stdbool.h>

#define DAY_FIRST "0001-01-01" /* open beginning */
#define DAY_LAST "9999-12-31"  /* open end */

struct days {
	char first[11], last[11];
};

/* From the first possible day of `from` to the last possible day of `to`: stored dates of text/date.h, NULL or "" =
 * open. */
struct days days_of(const char *from, const char *to);
/* The bounds of one stored date: "2025-07" gives its 31 days. */
struct days days_of_date(const char *stored);
struct days days_of_year(int year);
/* Of a period that is no row of span. */
struct days days_of_period(period p);
/* Of a period; of a row of span, whose own days only the book knows, its year. */
struct days days_about(period p);
struct days days_all(void);
/* At least one day. */
bool days_any(const struct days *days);
bool days_overlap(const struct days *a, const struct days *b);
bool days_contain(const struct days *outer, const struct days *inner);
bool days_contain_day(const struct days *days, const char *day);
bool days_equal(const struct days *a, const struct days *b);
/* What both have in common; days_any tells whether that is something. */
struct days days_common(const struct days *a, const struct days *b);
/* <0, 0, >0 */
int day_compare(const char *a, const char *b);
#endif
