#include "model/interval.h"
#include "text/date.h"
#include <string.h>

static void
set_day(char day[11], const char *text)
{
	memcpy(day, text, 10);
	day[10] = '\0';
}

struct days
days_all(void)
{
	struct days days;
	set_day(days.first, DAY_FIRST);
	set_day(days.last, DAY_LAST);
	return days;
}

struct days
days_of(const char *from, const char *to)
{
	struct days days = days_all();
	char unused[11];
	if (from && *from)
		date_bounds(from, days.first, unused);
	if (to && *to)
		date_bounds(to, unused, days.last);
	return days;
}

struct days
days_of_date(const char *stored)
{
	struct days days;
	date_bounds(stored ? stored : "", days.first, days.last);
	return days;
}

struct days
days_of_year(int year)
{
	return days_of_period(period_year(year));
}

struct days
days_of_period(period p)
{
	struct days days;
	period_first_day(p, days.first);
	period_last_day(p, days.last);
	return days;
}

struct days
days_about(period p)
{
	return period_is_span_row(p) ? days_of_year(period_first_year(p)) : days_of_period(p);
}

int
day_compare(const char *a, const char *b)
{
	return strcmp(a, b);
}

bool
days_any(const struct days *days)
{
	return day_compare(days->first, days->last) <= 0;
}

bool
days_overlap(const struct days *a, const struct days *b)
{
	struct days common = days_common(a, b);
	return days_any(&common);
}

bool
days_contain(const struct days *outer, const struct days *inner)
{
	return day_compare(outer->first, inner->first) <= 0 && day_compare(inner->last, outer->last) <= 0;
}

bool
days_contain_day(const struct days *days, const char *day)
{
	return day_compare(days->first, day) <= 0 && day_compare(day, days->last) <= 0;
}

bool
days_equal(const struct days *a, const struct days *b)
{
	return day_compare(a->first, b->first) == 0 && day_compare(a->last, b->last) == 0;
}

struct days
days_common(const struct days *a, const struct days *b)
{
	struct days common;
	set_day(common.first, day_compare(a->first, b->first) > 0 ? a->first : b->first);
	set_day(common.last, day_compare(a->last, b->last) < 0 ? a->last : b->last);
	return common;
}
