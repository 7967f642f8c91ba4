/* Periods as people type them: words and numbers in any usual order. */
#include "base/mem.h"
#include "model/period.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

/* The bare text cut into words, letters and digits apart: "6t đầu năm 2022" → words "n thang dau nam", numbers 6,
 * years 2022. */
struct typed {
	char pattern[96]; /* words with single blanks; a small number is "n" */
	int numbers[2];
	size_t number_count;
	int years[2];
	size_t year_count;
	bool broken; /* something that no period has */
};

static void
add_word(struct typed *typed, const char *word)
{
	size_t length = strlen(typed->pattern), more = strlen(word);
	if (length + more + 2 > sizeof typed->pattern) {
		typed->broken = true;
		return;
	}
	if (length)
		typed->pattern[length++] = ' ';
	memcpy(typed->pattern + length, word, more + 1);
}

static void
add_number(struct typed *typed, int number, size_t length)
{
	if (length == 4) {
		if (typed->year_count < ARRAY_COUNT(typed->years))
			typed->years[typed->year_count++] = number;
		else
			typed->broken = true;
		return;
	}
	if (length > 2 || typed->number_count == ARRAY_COUNT(typed->numbers)) {
		typed->broken = true;
		return;
	}
	typed->numbers[typed->number_count++] = number;
	add_word(typed, "n");
}

static int
roman_number(const char *word)
{
	static const char *const numerals[] = { "i", "ii", "iii", "iv" };
	for (int n = 0; n < 4; n++)
		if (strcmp(word, numerals[n]) == 0)
			return n + 1;
	return 0;
}

static void
add_piece(struct typed *typed, const char *start, size_t length)
{
	char piece[16];
	if (length >= sizeof piece) {
		typed->broken = true;
		return;
	}
	memcpy(piece, start, length);
	piece[length] = '\0';
	if (piece[0] >= '0' && piece[0] <= '9')
		add_number(typed, atoi(piece), length);
	else if (roman_number(piece))
		add_number(typed, roman_number(piece), 1);
	else
		add_word(typed, piece);
}

static void
cut_into_pieces(struct typed *typed, const char *bare)
{
	static const char digits[] = "0123456789";
	for (const char *at = bare; *at;) {
		size_t length = strspn(at, digits);
		if (length == 0)
			length = strcspn(at, "0123456789 ");
		if (length)
			add_piece(typed, at, length);
		at += length;
		at += strspn(at, " ");
	}
}

/* What a pattern of words means: C the first n months, E the last six, F the first, S several
 * years; n stands for the number. */
static const struct {
	const char *pattern;
	char meaning;
} patterns[] = {
	{ "", 'Y' },
	{ "y", 'Y' },
	{ "nam", 'Y' },
	{ "ca nam", 'Y' },
	{ "year", 'Y' },
	{ "whole year", 'Y' },
	{ "n thang", 'C' },
	{ "n t", 'C' },
	{ "n thang dau", 'C' },
	{ "n thang dau nam", 'C' },
	{ "n t dau nam", 'C' },
	{ "n thang nam", 'C' },
	{ "n t dau", 'C' },
	{ "c n", 'C' },
	{ "first n months", 'C' },
	{ "first n months of", 'C' },
	{ "n months", 'C' },
	{ "n thang cuoi nam", 'E' },
	{ "n t cuoi nam", 'E' },
	{ "n thang cuoi", 'E' },
	{ "n t cuoi", 'E' },
	{ "second half", 'E' },
	{ "second half of", 'E' },
	{ "nua cuoi nam", 'E' },
	{ "first half", 'F' },
	{ "first half of", 'F' },
	{ "nua dau nam", 'F' },
	{ "h n", 'H' },
	{ "q n", 'Q' },
	{ "quy n", 'Q' },
	{ "quy n nam", 'Q' },
	{ "quarter n", 'Q' },
	{ "thang n", 'M' },
	{ "thang n nam", 'M' },
	{ "t n", 'M' },
	{ "m n", 'M' },
	{ "month n", 'M' },
	{ "n", 'M' },
	{ "my", 'S' },
	{ "giai doan", 'S' },
	{ "nhiem ky", 'S' },
	{ "y my", 'S' },
};

static char
meaning_of(const char *pattern)
{
	for (size_t i = 0; i < ARRAY_COUNT(patterns); i++)
		if (strcmp(patterns[i].pattern, pattern) == 0)
			return patterns[i].meaning;
	return 0;
}

static period
several_years(const struct typed *typed)
{
	int first = typed->years[0], last = typed->years[1];
	if (last <= first || last - first >= 83)
		return 0;
	return period_months(first, 1, (last - first + 1) * 12);
}

static period
period_meant(const struct typed *typed, int year_if_missing)
{
	char meaning = meaning_of(typed->pattern);
	if (typed->broken || !meaning || typed->number_count > 1)
		return 0;
	if (typed->year_count == 2)
		return meaning == 'S' || typed->pattern[0] == '\0' ? several_years(typed) : 0;
	int year = typed->year_count ? typed->years[0] : year_if_missing;
	int n = typed->number_count ? typed->numbers[0] : 0;
	switch (meaning) {
	case 'Y':
		return period_year(year);
	case 'C':
		return n >= 1 && n <= 12 ? period_months(year, 1, n) : 0;
	case 'E':
		return n == 0 || n == 6 ? period_months(year, 7, 12) : 0;
	case 'F':
		return period_months(year, 1, 6);
	case 'H':
		return n == 1 ? period_months(year, 1, 6) : n == 2 ? period_months(year, 7, 12) : 0;
	case 'Q':
		return n >= 1 && n <= 4 ? period_months(year, n * 3 - 2, n * 3) : 0;
	case 'M':
		return n >= 1 && n <= 12 ? period_months(year, n, n) : 0;
	default:
		return 0;
	}
}

bool
period_read_typed(period *out, const char *typed, int year_if_missing, struct err *err)
{
	struct str bare = { 0 };
	struct typed words = { .broken = false };
	text_bare(&bare, typed);
	cut_into_pieces(&words, str_text(&bare));
	bool blank = bare.length == 0;
	str_release(&bare);
	period p = blank ? 0 : period_meant(&words, year_if_missing);
	if (!period_is_valid(p))
		return err_set(err, ERR_INVALID,
			SAY("Không hiểu kỳ “{1}”: gõ như 2024, 6 tháng 2024, quý 2/2024, tháng 5/2024, 2021-2025.",
				"“{1}” is no period: type 2024, 6 tháng 2024, Q2 2024, M05 2024 or 2021-2025."),
			typed, NULL);
	*out = p;
	return true;
}
