/* What a person may type as a day, a period: understood or refused with a sentence; what is stored reads back as itself, is
 * shown, and has bounds in the right order. */
#include "text/date.h"
#include "model/period.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_date(const char *typed, int year)
{
	struct str stored = { 0 }, again = { 0 }, shown = { 0 };
	struct err err = { 0 };
	if (date_read(&stored, typed, year, &err)) {
		char first[11], last[11], day[11];
		const char *date = str_text(&stored);
		if (!date_valid(date) || !date_read(&again, date, 0, &err) || strcmp(str_text(&again), date))
			abort();
		date_bounds(date, first, last);
		if (strcmp(first, last) > 0 || !date_valid(first) || !date_valid(last))
			abort();
		date_day_after(first, day);
		date_day_before(last, day);
		date_show(&shown, date);
		date_show_long(&shown, date);
		if (*date && !shown.length)
			abort();
	} else if (!err.text) {
		abort();
	}
	err_release(&err);
	str_release(&stored);
	str_release(&again);
	str_release(&shown);
}

/* As typed, and as year and part of a file. */
static void
check_period(const char *typed, int year)
{
	struct err err = { 0 };
	struct str part = { 0 };
	period p, again;
	bool read[] = { period_read_typed(&p, typed, year, &err), false };
	if (!read[0] && !err.text)
		abort();
	err_release(&err);
	if (read[0] || (read[1] = period_read(&p, year, typed, &err))) {
		char first[11], last[11];
		if (!period_is_valid(p))
			abort();
		period_part(p, &part);
		if (!period_read(&again, period_first_year(p), str_text(&part), &err) || again != p)
			abort();
		period_first_day(p, first);
		period_last_day(p, last);
		if (strcmp(first, last) > 0)
			abort();
		str_clear(&part);
		period_show(p, &part);
	} else if (!err.text) {
		abort();
	}
	err_release(&err);
	str_release(&part);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *typed = malloc(size + 1);
	if (!typed)
		return 0;
	if (size)
		memcpy(typed, data, size);
	typed[size] = '\0';
	check_date(typed, size % 2 ? 2024 : 0);
	check_period(typed, 2024);
	free(typed);
	return 0;
}
