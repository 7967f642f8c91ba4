#include "date_parts.h"
#include "spoken.h"
#include "text/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A number of a date, and the word before it: d(ay), m(onth), y(ear), 0: none. */
struct token {
	int value, digits;
	char tag;
};

static bool
misread(const char *typed, struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("Không hiểu ngày “{1}”; hãy gõ như 7/12/2024, 12/2024, 2024 hoặc trước 2024.",
			"The date “{1}” is not understood; "
			"type it like 7/12/2024, 12/2024, 2024 or trước 2024."),
		typed, NULL);
}

/* "(suy ra)" or ? at the end is taken off. */
static bool
take_inferred(char *text)
{
	static const char *const tails[] = { "?", "(suy ra)", "(inferred)", "suy ra" };
	size_t length = strlen(text);
	for (size_t n = 0; n < sizeof tails / sizeof *tails; n++) {
		size_t tail = strlen(tails[n]);
		const char *at = text + (length > tail ? length - tail : 0);
		bool there = length > tail && (tails[n][0] == '?' ? *at == '?' : spoken(&at, tails[n]) && !*at);
		if (!there)
			continue;
		length -= tail;
		while (length && text[length - 1] == ' ')
			length--;
		text[length] = '\0';
		return true;
	}
	return false;
}

static char
take_mark(const char **at)
{
	char mark = **at;
	if (mark == '<' || mark == '>' || mark == '~')
		++*at;
	else if (spoken(at, "trước|từ trước|truoc|before"))
		mark = '<';
	else if (spoken(at, "sau|after"))
		mark = '>';
	else if (spoken(at, "khoảng|khoang|about"))
		mark = '~';
	else
		mark = 0;
	skip_blanks(at);
	return mark;
}

static char
take_tag(const char **at)
{
	char tag = 0;
	if (spoken(at, "ngày|ngay|mùng|mồng"))
		tag = 'd';
	else if (spoken(at, "tháng|thang"))
		tag = 'm';
	else if (spoken(at, "năm|nam"))
		tag = 'y';
	skip_blanks(at);
	return tag;
}

static bool
take_token(const char **at, struct token *token, bool first)
{
	skip_blanks(at);
	bool separated = !first && **at && strchr("/-.", **at);
	if (separated)
		++*at;
	skip_blanks(at);
	*token = (struct token){ .tag = take_tag(at) };
	if (token->tag == 'd')
		token->tag = take_tag(at) ? 'm' : 'd';
	if (!first && !separated && !token->tag)
		return false;
	while (is_digit(**at) && token->digits < 5) {
		token->value = token->value * 10 + (*(*at)++ - '0');
		token->digits++;
	}
	return token->digits >= 1 && token->digits <= 4;
}

/* "3 tháng 5 năm 2020": what stands before the month is the day, after it the year. */
static bool
assign_spoken(struct date_parts *parts, const struct token *tokens, size_t count)
{
	bool month_seen = false;
	for (size_t n = 0; n < count; n++) {
		bool is_month = tokens[n].tag == 'm';
		bool is_year = tokens[n].tag == 'y' || (month_seen && !tokens[n].tag);
		if (is_year && tokens[n].digits != 4)
			return false;
		int *part = is_month ? &parts->month : is_year ? &parts->year : &parts->day;
		if (*part || (is_month && month_seen) || (!is_month && !is_year && month_seen))
			return false;
		*part = tokens[n].value;
		month_seen |= is_month;
	}
	return true;
}

static bool
assign_figures(struct date_parts *parts, const struct token *tokens, size_t count)
{
	bool year_first = tokens[0].digits == 4, year_last = tokens[count - 1].digits == 4;
	if (count == 1) {
		parts->year = tokens[0].value;
		return year_first && tokens[0].tag != 'd';
	}
	if (count == 2 && !year_first && !year_last) {
		parts->day = tokens[0].value;
		parts->month = tokens[1].value;
		return tokens[0].digits <= 2 && tokens[1].digits <= 2;
	}
	if (year_first == year_last)
		return false;
	const struct token *year = year_first ? &tokens[0] : &tokens[count - 1];
	const struct token *month = count == 3 ? &tokens[1] : year_first ? &tokens[1] : &tokens[0];
	parts->year = year->value;
	parts->month = month->value;
	if (count == 3)
		parts->day = tokens[year_first ? 2 : 0].value;
	return month->digits <= 2 && (count == 2 || tokens[year_first ? 2 : 0].digits <= 2);
}

/* A part that was written as 0 must not look as if it were not there. */
static bool
has_zero(const struct token *tokens, size_t count)
{
	for (size_t n = 0; n < count; n++)
		if (!tokens[n].value)
			return true;
	return false;
}

static bool
check_day(const struct date_parts *parts, const char *typed, struct err *err)
{
	char month[12], year[12];
	snprintf(month, sizeof month, "%d", parts->month);
	snprintf(year, sizeof year, "%d", parts->year);
	if (parts->month > 12)
		return err_set(err, ERR_INVALID,
			SAY("“{1}”: không có tháng {2}; hãy xem lại.", "“{1}”: there is no month {2}; check it."),
			typed, month, NULL);
	if (parts->day > (parts->month ? days_in_month(parts->year, parts->month) : 0))
		return err_set(err, ERR_INVALID,
			SAY("“{1}”: tháng {2} năm {3} không có ngày đó; hãy xem lại.",
				"“{1}”: month {2} of {3} has no such day; check it."),
			typed, month, year, NULL);
	return true;
}

static bool
short_year(const char *typed, struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("“{1}”: hãy gõ năm đủ bốn chữ số, thí dụ 7/12/2024.",
			"“{1}”: type the year with four digits, for example 7/12/2024."),
		typed, NULL);
}

static bool
no_year(const struct date_parts *parts, const char *typed, struct err *err)
{
	char example[32];
	if (parts->day)
		snprintf(example, sizeof example, "%d/%d/2024", parts->day, parts->month);
	else
		snprintf(example, sizeof example, "%d/2024", parts->month);
	return err_set(err, ERR_INVALID,
		SAY("“{1}” thiếu năm; hãy gõ cả năm, thí dụ {2}.",
			"“{1}” lacks the year; type it too, for example {2}."),
		typed, example, NULL);
}

static bool
read_parts(struct date_parts *parts, const char *at, const char *typed, int year_if_missing, struct err *err)
{
	struct token tokens[3];
	size_t count = 0;
	bool spoken_month = false;
	while (count < 3 && *at) {
		if (!take_token(&at, &tokens[count], count == 0))
			return misread(typed, err);
		spoken_month |= tokens[count++].tag == 'm';
	}
	if (!count || *at || has_zero(tokens, count))
		return misread(typed, err);
	if (count == 3 && tokens[0].digits <= 2 && tokens[2].digits == 2)
		return short_year(typed, err);
	if (!(spoken_month ? assign_spoken(parts, tokens, count) : assign_figures(parts, tokens, count)))
		return misread(typed, err);
	if (!parts->year)
		parts->year = year_if_missing;
	if (!parts->year)
		return no_year(parts, typed, err);
	return check_day(parts, typed, err);
}

static void
store(struct str *stored, const struct date_parts *parts)
{
	if (parts->mark)
		str_add_byte(stored, parts->mark);
	str_add_format(stored, "%04d", parts->year);
	if (parts->month)
		str_add_format(stored, "-%02d", parts->month);
	if (parts->day)
		str_add_format(stored, "-%02d", parts->day);
	if (parts->inferred)
		str_add_byte(stored, '?');
}

bool
date_read(struct str *stored, const char *typed, int year_if_missing, struct err *err)
{
	struct str clean = { 0 }, body = { 0 };
	bool read = spoken_clean(&clean, typed, err);
	if (read && clean.length) {
		str_add(&body, clean.bytes, clean.length);
		struct date_parts parts = { .inferred = take_inferred(body.bytes) };
		const char *at = body.bytes;
		parts.mark = take_mark(&at);
		read = read_parts(&parts, at, clean.bytes, year_if_missing, err);
		if (read)
			store(stored, &parts);
	}
	str_release(&body);
	str_release(&clean);
	return read;
}
