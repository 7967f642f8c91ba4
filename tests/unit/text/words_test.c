#include "cases.h"
#include "text/words.h"
#include <inttypes.h>

/* tỉ and tỷ are two spellings of one word. */
static void
replace_all(struct str *text, const char *from, const char *to)
{
	size_t length = strlen(from);
	for (const char *found; (found = strstr(str_text(text), from)) != NULL;)
		str_splice(text, (size_t)(found - str_text(text)), length, to, strlen(to));
}

static bool
a_row_of_numbers(const struct row *row)
{
	int64_t number = strtoll(row->cells[0], NULL, 10);
	struct str south = { 0 }, north = { 0 }, expected = { 0 };
	words_number(&south, number, WORDS_LE);
	words_number(&north, number, 0);
	str_add_text(&expected, row->cells[1]);
	replace_all(&expected, "tỉ", "tỷ");
	bool good = same_text(row->cells[0], str_text(&south), str_text(&expected));
	replace_all(&expected, "lẻ", "linh");
	good = same_text(row->cells[0], str_text(&north), str_text(&expected)) && good;
	str_release(&south);
	str_release(&north);
	str_release(&expected);
	return good;
}

static void
three_thousand_numbers_are_said_as_another_program_says_them(void **state)
{
	(void)state;
	check_rows("words.tsv", a_row_of_numbers);
}

static void
the_rules_hold_at_their_edges(void **state)
{
	(void)state;
	static const struct {
		int64_t number;
		const char *words;
	} cases[] = {
		{ 0, "không" },
		{ 10, "mười" },
		{ 11, "mười một" },
		{ 14, "mười bốn" },
		{ 15, "mười lăm" },
		{ 20, "hai mươi" },
		{ 21, "hai mươi mốt" },
		{ 24, "hai mươi tư" },
		{ 25, "hai mươi lăm" },
		{ 100, "một trăm" },
		{ 101, "một trăm linh một" },
		{ 104, "một trăm linh bốn" },
		{ 105, "một trăm linh năm" },
		{ 115, "một trăm mười lăm" },
		{ 1000, "một nghìn" },
		{ 1001, "một nghìn không trăm linh một" },
		{ 1010, "một nghìn không trăm mười" },
		{ 1000001, "một triệu không trăm linh một" },
		{ 1000500, "một triệu năm trăm" },
		{ 1001000, "một triệu không trăm linh một nghìn" },
		{ 344000000000, "ba trăm bốn mươi tư tỷ" },
		{ 999000000000, "chín trăm chín mươi chín tỷ" },
		{ 1000000000000, "một nghìn tỷ" },
		{ 1000000000001, "một nghìn tỷ không trăm linh một" },
		{ 2005000000000, "hai nghìn không trăm linh năm tỷ" },
		{ 1000000000000000, "một triệu tỷ" },
		{ 1000001000000000, "một triệu không trăm linh một tỷ" },
		{ -21, "âm hai mươi mốt" },
		{ INT64_MAX,
			"chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy" },
		{ INT64_MIN,
			"âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám" },
	};
	struct str out = { 0 };
	for (size_t n = 0; n < ARRAY_COUNT(cases); n++) {
		str_clear(&out);
		words_number(&out, cases[n].number, 0);
		check_text(str_text(&out), cases[n].words);
	}
	str_release(&out);
}

static void
check_money(int64_t dong, unsigned style, const char *expected)
{
	struct str out = { 0 };
	str_add_text(&out, "Bằng chữ: ");
	words_money(&out, dong, style);
	replace_all(&out, "Bằng chữ: ", "");
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
an_amount_begins_with_a_capital_and_ends_with_dong(void **state)
{
	(void)state;
	check_money(105000, 0, "Một trăm linh năm nghìn đồng");
	check_money(105000, WORDS_LE | WORDS_CHAN, "Một trăm lẻ năm nghìn đồng chẵn");
	check_money(0, 0, "Không đồng");
	check_money(-1500000, WORDS_CHAN, "Âm một triệu năm trăm nghìn đồng chẵn");
}

/* ---- read back ---- */

static int
digit_of(const char *word)
{
	static const char *const words[][2] = { { "không", "" }, { "một", "mốt" }, { "hai", "" }, { "ba", "" },
		{ "bốn", "tư" }, { "năm", "lăm" }, { "sáu", "" }, { "bảy", "" }, { "tám", "" }, { "chín", "" } };
	for (int n = 0; n < 10; n++)
		if (text_equal(word, words[n][0]) || text_equal(word, words[n][1]))
			return n;
	return -1;
}

/* What the words mean, by a grammar of its own; all of it below 10^18. */
static uint64_t
meaning(char *words)
{
	uint64_t milliards = 0, sum = 0, group = 0, digit = 0;
	for (char *word = words, *end; word; word = end) {
		end = strchr(word, ' ');
		if (end)
			*end++ = '\0';
		if (digit_of(word) >= 0) {
			group += digit;
			digit = (uint64_t)digit_of(word);
		} else if (text_equal(word, "trăm") || text_equal(word, "mươi")) {
			group += digit * (text_equal(word, "trăm") ? 100u : 10u);
			digit = 0;
		} else if (text_equal(word, "mười")) {
			group += 10;
		} else if (text_equal(word, "nghìn") || text_equal(word, "triệu")) {
			sum += (group + digit) * (text_equal(word, "nghìn") ? 1000u : 1000000u);
			group = digit = 0;
		} else if (text_equal(word, "tỷ")) {
			milliards = sum + group + digit;
			sum = group = digit = 0;
		} else {
			check_text(word, "linh");
		}
	}
	return milliards * 1000000000 + sum + group + digit;
}

static void
what_is_said_means_the_number(void **state)
{
	(void)state;
	uint64_t seed = 1922;
	struct str out = { 0 };
	for (int n = 0; n < 20000; n++) {
		uint64_t number = ((uint64_t)chance(&seed, UINT32_MAX) << 32 | chance(&seed, UINT32_MAX)) >>
			(5 + chance(&seed, 58));
		if (chance(&seed, 3) == 0)
			number -= number % 1000000;
		if (number >= 1000000000000000000)
			continue;
		str_clear(&out);
		words_number(&out, (int64_t)number, 0);
		char *words = mem_copy_text(str_text(&out));
		uint64_t meant = meaning(words);
		if (meant != number)
			fail_msg("%" PRIu64 ": %s", number, str_text(&out));
		free(words);
	}
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_thousand_numbers_are_said_as_another_program_says_them),
		cmocka_unit_test(the_rules_hold_at_their_edges),
		cmocka_unit_test(an_amount_begins_with_a_capital_and_ends_with_dong),
		cmocka_unit_test(what_is_said_means_the_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
