#include "app/year.h"
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
