#include "model/period.h"
#include "base/mem.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2999, SPAN_MONTH = 99, YEARS_MOST = 83 };

period
period_year(int year)
{
	return period_months(year, 1, 12);
}

period
period_months(int year, int first, int last)
{
	return (period)year * 100000 + first * 1000 + last;
}

int
period_first_year(period p)
{
	return (int)(p / 100000);
}

int
period_last_year(period p)
{
	if (period_is_span_row(p))
		return period_first_year(p);
	return period_first_year(p) + (period_last_month(p) - 1) / 12;
}

int
period_first_month(period p)
{
	return (int)(p / 1000 % 100);
}

int
period_last_month(period p)
{
	return (int)(p % 1000);
}

bool
period_is_span_row(period p)
{
	return period_first_month(p) == SPAN_MONTH;
}

/* The parts of one year that have a written code. */
static bool
part_is_known(int first, int last)
{
	if (first < 1 || first > 12 || last < first || last > 12)
		return false;
	return first == 1 || first == last || (first == 7 && last == 12) || (first % 3 == 1 && last == first + 2);
}

bool
period_is_valid(period p)
{
	int year = period_first_year(p);
	if (p <= 0 || year < YEAR_FIRST || year > YEAR_LAST)
		return false;
	if (period_is_span_row(p))
		return true;
	int first = period_first_month(p), last = period_last_month(p);
	if (last > 12)
		return first == 1 && last % 12 == 0 && period_last_year(p) <= YEAR_LAST;
	return part_is_known(first, last);
}

bool
period_is_cumulative(period p)
{
	return period_first_month(p) == 1 && period_last_month(p) <= 12;
}

bool
period_is_whole_year(period p)
{
	return period_first_month(p) == 1 && period_last_month(p) == 12;
}

static int
month_index(int year, int month)
{
	return year * 12 + month - 1;
}

static int
first_index(period p)
{
	return month_index(period_first_year(p), period_first_month(p));
}

static int
last_index(period p)
{
	return month_index(period_first_year(p), period_last_month(p));
}

bool
period_contains(period outer, period inner)
{
	if (period_is_span_row(outer) || period_is_span_row(inner))
		return outer == inner;
	return first_index(outer) <= first_index(inner) && last_index(inner) <= last_index(outer);
}

bool
period_overlaps(period a, period b)
{
	if (period_is_span_row(a) || period_is_span_row(b))
		return a == b;
	return first_index(a) <= last_index(b) && first_index(b) <= last_index(a);
}

period
period_same_part(period p, int year)
{
	return p % 100000 + (period)year * 100000;
}

static void
day_text(char day[11], int year, int month, int of_month)
{
	date_from_ymd(day, year * 10000 + month * 100 + of_month);
}

void
period_first_day(period p, char day[11])
{
	day_text(day, period_first_year(p), period_is_span_row(p) ? 1 : period_first_month(p), 1);
}

void
period_last_day(period p, char day[11])
{
	int year = period_last_year(p);
	int month = period_is_span_row(p) ? 12 : (period_last_month(p) - 1) % 12 + 1;
	day_text(day, year, month, days_in_month(year, month));
}

void
period_part(period p, struct str *out)
{
	int first = period_first_month(p), last = period_last_month(p);
	if (period_is_span_row(p))
		str_add_format(out, "#%d", last);
	else if (last > 12)
		str_add_format(out, "MY%d", period_last_year(p));
	else if (first == 1 && last == 12)
		str_add_text(out, "Y");
	else if (first == 7 && last == 12)
		str_add_text(out, "H2");
	else if (first == 1 && last == 6)
		str_add_text(out, "H1");
	else if (first == last)
		str_add_format(out, "M%02d", first);
	else if (first % 3 == 1 && last == first + 2)
		str_add_format(out, "Q%d", first / 3 + 1);
	else
		str_add_format(out, "C%02d", last);
}

/* Capitals of the ASCII letters and digits of text, without blanks; false when something else is there or it is too
 * long. */
static bool
compact(const char *text, char *out, size_t size)
{
	size_t length = 0;
	for (; *text; text++) {
		char c = *text;
		if (c == ' ' || c == '\t')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#') || length + 1 >= size)
			return false;
		out[length++] = c;
	}
	out[length] = '\0';
	return length > 0;
}

static bool
digits(const char *text, int *number)
{
	size_t length = strspn(text, "0123456789");
	if (length == 0 || length > 4 || text[length])
		return false;
	*number = atoi(text);
	return true;
}

static period
years_through(int year, int last_year)
{
	if (last_year <= year || last_year - year >= YEARS_MOST)
		return 0;
	return period_months(year, 1, (last_year - year + 1) * 12);
}

/* The period of a code, or 0. */
static period
period_of_code(int year, const char *code)
{
	int n = 0;
	if (strcmp(code, "Y") == 0)
		return period_year(year);
	if (strncmp(code, "MY", 2) == 0)
		return digits(code + 2, &n) ? years_through(year, n) : 0;
	if (!digits(code + 1, &n))
		return 0;
	switch (code[0]) {
	case 'H':
		return n == 1 ? period_months(year, 1, 6) : n == 2 ? period_months(year, 7, 12) : 0;
	case 'Q':
		return n >= 1 && n <= 4 ? period_months(year, n * 3 - 2, n * 3) : 0;
	case 'M':
		return n >= 1 && n <= 12 ? period_months(year, n, n) : 0;
	case 'C':
		return n >= 1 && n <= 12 ? period_months(year, 1, n) : 0;
	case '#':
		return (period)year * 100000 + SPAN_MONTH * 1000 + n % 1000;
	default:
		return 0;
	}
}

bool
period_read(period *out, int year, const char *part, struct err *err)
{
	char code[16];
	period p = 0;
	if (compact(part, code, sizeof code))
		p = period_of_code(year, code);
	if (!period_is_valid(p))
		return err_set(err, ERR_INVALID,
			SAY("Không hiểu phần năm “{1}”; hãy viết Y, H1, H2, Q1–Q4, M01–M12, C02–C11 hoặc MY2025.",
				"“{1}” is no part of a year; please write Y, H1, H2, Q1–Q4, M01–M12, C02–C11 or MY2025."),
			part, NULL);
	*out = p;
	return true;
}

static const char *const roman[] = { "I", "II", "III", "IV" };

static void
show_filled(struct str *out, struct words words, const char *part, int year)
{
	struct str number = { 0 };
	str_add_integer(&number, year);
	say_add(out, words, part, str_text(&number), NULL);
	str_release(&number);
}

void
period_show(period p, struct str *out)
{
	int year = period_first_year(p), first = period_first_month(p), last = period_last_month(p);
	struct str part = { 0 };
	if (period_is_span_row(p)) {
		show_filled(out, SAY("Kỳ theo ngày, năm {2}", "Days of {2}"), "", year);
	} else if (last > 12) {
		str_add_format(out, "%d–%d", year, period_last_year(p));
	} else if (first == 1 && last == 12) {
		show_filled(out, SAY("Cả năm {2}", "Year {2}"), "", year);
	} else if (first == 7 && last == 12) {
		show_filled(out, SAY("6 tháng cuối năm {2}", "Second half of {2}"), "", year);
	} else if (first == last) {
		str_add_integer(&part, first);
		show_filled(out, SAY("Tháng {1}/{2}", "Month {1}/{2}"), str_text(&part), year);
	} else if (first % 3 == 1 && last == first + 2) {
		show_filled(out, SAY("Quý {1}/{2}", "Quarter {1}/{2}"), roman[first / 3], year);
	} else {
		str_add_integer(&part, last);
		show_filled(out, SAY("{1} tháng đầu năm {2}", "First {1} months of {2}"), str_text(&part), year);
	}
	str_release(&part);
}

void
period_show_part(period p, struct str *out)
{
	int first = period_first_month(p), last = period_last_month(p);
	struct str part = { 0 };
	struct words words;
	if (period_is_span_row(p)) {
		words = SAY("Kỳ theo ngày", "From day to day");
	} else if (last > 12) {
		str_add_integer(&part, last / 12);
		words = SAY("{1} năm", "{1} years");
	} else if (first == 1 && last == 12) {
		words = SAY("Cả năm", "Whole year");
	} else if (first == 7 && last == 12) {
		words = SAY("6 tháng cuối năm", "Second half");
	} else if (first == last) {
		str_add_integer(&part, first);
		words = SAY("Tháng {1}", "Month {1}");
	} else if (first % 3 == 1 && last == first + 2) {
		str_add_text(&part, roman[first / 3]);
		words = SAY("Quý {1}", "Quarter {1}");
	} else {
		str_add_integer(&part, last);
		words = SAY("{1} tháng đầu năm", "First {1} months");
	}
	say_add(out, words, str_text(&part), NULL);
	str_release(&part);
}
