#include "app/year.h"
#include "base/str.h"
#include "text/date.h"
#include <stdio.h>

struct year_bounds
year_bounds(int year)
{
	struct year_bounds bounds = { .least = (int64_t)year * 100000, .greatest = (int64_t)year * 100000 + 99999 };
	unsigned shown = (unsigned)year % 10000;
	snprintf(bounds.first_day, sizeof bounds.first_day, "%04u-01-01", shown);
	snprintf(bounds.last_day, sizeof bounds.last_day, "%04u-12-31", shown);
	return bounds;
}

char *
life_shown(const char *from, const char *to)
{
	struct str text = { 0 };
	if (from && *from)
		date_show(&text, from);
	else
		str_add_text(&text, "…");
	str_add_text(&text, " – ");
	if (to && *to)
		date_show(&text, to);
	else
		str_add_text(&text, "…");
	return str_take(&text);
}
