#include "text/date.h"
#include "date_parts.h"
#include "spoken.h"
#include <string.h>

int
days_in_month(int year, int month)
{
	static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : month >= 1 && month <= 12 ? days[month - 1] : 0;
}

/* `count` digits at *at as a number; 0 when they are not all there. */
static int
digits(const char **at, int count)
{
	int value = 0;
	for (int n = 0; n < count; n++) {
		if (!is_digit((*at)[n]))
			return 0;
		value = value * 10 + ((*at)[n] - '0');
	}
	*at += count;
	return value;
}

bool
date_parse(struct date_parts *parts, const char *stored)
{
	*parts = (struct date_parts){ 0 };
	if (*stored == '<' || *stored == '>' || *stored == '~')
		parts->mark = *stored++;
	if (!(parts->year = digits(&stored, 4)))
		return false;
	if (*stored == '-') {
		stored++;
		parts->month = digits(&stored, 2);
		if (parts->month < 1 || parts->month > 12)
			return false;
	}
	if (parts->month && *stored == '-') {
		stored++;
		parts->day = digits(&stored, 2);
		if (parts->day < 1 || parts->day > days_in_month(parts->year, parts->month))
			return false;
	}
	parts->inferred = *stored == '?';
	stored += parts->inferred;
	return !*stored;
}

bool
date_valid(const char *stored)
{
	struct date_parts parts;
	return !*stored || date_parse(&parts, stored);
}

static void
add_mark(struct str *out, char mark)
{
	if (mark == '<')
		str_add_text(out, say(SAY("trước ", "before ")));
	if (mark == '>')
		str_add_text(out, say(SAY("sau ", "after ")));
	if (mark == '~')
		str_add_text(out, say(SAY("khoảng ", "about ")));
}

void
date_show(struct str *out, const char *stored)
{
	struct date_parts parts;
	if (!date_parse(&parts, stored)) {
		str_add_text(out, stored);
		return;
	}
	add_mark(out, parts.mark);
	if (parts.day)
		str_add_format(out, "%02d/", parts.day);
	if (parts.month)
		str_add_format(out, parts.month < 3 ? "%02d/" : "%d/", parts.month);
	str_add_format(out, "%04d", parts.year);
	if (parts.inferred)
		str_add_text(out, say(SAY(" (suy ra)", " (inferred)")));
}

static void
add_long_vi(struct str *out, const struct date_parts *parts)
{
	if (parts->day)
		str_add_format(out, "ngày %02d ", parts->day);
	if (parts->month)
		str_add_format(out, parts->month < 3 ? "tháng %02d " : "tháng %d ", parts->month);
	str_add_format(out, "năm %d", parts->year);
}

static void
add_long_en(struct str *out, const struct date_parts *parts)
{
	static const char *const months[12] = { "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December" };
	if (parts->day)
		str_add_format(out, "%d ", parts->day);
	if (parts->month)
		str_add_format(out, "%s ", months[parts->month - 1]);
	str_add_format(out, "%d", parts->year);
}

void
date_show_long(struct str *out, const char *stored)
{
	struct date_parts parts;
	if (!date_parse(&parts, stored)) {
		str_add_text(out, stored);
		return;
	}
	add_mark(out, parts.mark);
	if (say_language() == LANGUAGE_EN)
		add_long_en(out, &parts);
	else
		add_long_vi(out, &parts);
	if (parts.inferred)
		str_add_text(out, say(SAY(" (suy ra)", " (inferred)")));
}

static void
write_day(char out[11], int year, int month, int day)
{
	int parts[] = { year % 10000, month % 100, day % 100 };
	for (int n = 0; n < 3; n++) {
		char digits[DIGITS_MOST + 1];
		int count = digits_write(digits, parts[n] < 0 ? 0 : (uint64_t)parts[n], n ? 2 : 4);
		memcpy(out, digits, (size_t)count);
		out += count;
		*out++ = n < 2 ? '-' : '\0';
	}
}

void
date_bounds(const char *stored, char first[11], char last[11])
{
	struct date_parts parts;
	bool known = date_parse(&parts, stored);
	write_day(first, 1, 1, 1);
	write_day(last, 9999, 12, 31);
	if (!known)
		return;
	int last_month = parts.month ? parts.month : 12;
	if (parts.mark != '<')
		write_day(first, parts.year, parts.month ? parts.month : 1, parts.day ? parts.day : 1);
	if (parts.mark != '>')
		write_day(last, parts.year, last_month, parts.day ? parts.day : days_in_month(parts.year, last_month));
}

int
date_year(const char *stored)
{
	struct date_parts parts;
	return date_parse(&parts, stored) ? parts.year : 0;
}

bool
date_is_full(const char *stored)
{
	struct date_parts parts;
	return date_parse(&parts, stored) && parts.day;
}

void
date_from_ymd(char out[11], int yyyymmdd)
{
	write_day(out, yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100);
}

void
date_today(char out[11], const struct host *host)
{
	date_from_ymd(out, host->today(host->self));
}

void
date_day_before(const char day[11], char out[11])
{
	struct date_parts parts;
	bool first = !date_parse(&parts, day) || (parts.year == 1 && parts.month == 1 && parts.day == 1);
	if (first) {
		memmove(out, day, 11);
		return;
	}
	if (--parts.day == 0) {
		if (--parts.month == 0) {
			parts.month = 12;
			parts.year--;
		}
		parts.day = days_in_month(parts.year, parts.month);
	}
	write_day(out, parts.year, parts.month, parts.day);
}

void
date_day_after(const char day[11], char out[11])
{
	struct date_parts parts;
	bool last = !date_parse(&parts, day) || (parts.year == 9999 && parts.month == 12 && parts.day == 31);
	if (last) {
		memmove(out, day, 11);
		return;
	}
	if (++parts.day > days_in_month(parts.year, parts.month)) {
		parts.day = 1;
		if (++parts.month == 13) {
			parts.month = 1;
			parts.year++;
		}
	}
	write_day(out, parts.year, parts.month, parts.day);
}
