#include "text/letter.h"
#include "text/utf8.h"
#include "unit/check.h"
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* The base and marks of code by its canonical decomposition. */
static struct letter
by_decomposition(uint32_t code)
{
	struct letter letter = { .kind = LETTER_LATIN };
	char bytes[4];
	uint8_t parts[32];
	size_t length = sizeof parts, step, count = utf8_encode(code, bytes);
	uint8_t *nfd = u8_normalize(UNINORM_NFD, (const uint8_t *)bytes, count, parts, &length);
	check(nfd == parts && length < sizeof parts);
	parts[length] = '\0';
	letter.base = (char)uc_tolower(parts[0]);
	letter.upper = uc_is_upper(code);
	for (size_t at = 1; at < length; at += step) {
		static const uint32_t tones[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };
		uint32_t mark = utf8_decode((const char *)parts + at, &step);
		uint8_t tone = 0;
		for (uint8_t n = 1; n < 6; n++)
			tone = tones[n] == mark ? n : tone;
		bool vowel = strchr("aeiouy", letter.base) != NULL;
		if (tone && vowel && !letter.tone)
			letter.tone = tone;
		else if (mark == 0x302 && strchr("aeo", letter.base) && !letter.quality)
			letter.quality = QUALITY_CIRCUMFLEX;
		else if (mark == 0x306 && letter.base == 'a' && !letter.quality)
			letter.quality = QUALITY_BREVE;
		else if (mark == 0x31B && strchr("ou", letter.base) && !letter.quality)
			letter.quality = QUALITY_HORN;
		else
			letter.quality = QUALITY_FOREIGN;
	}
	if (letter.quality == QUALITY_FOREIGN)
		letter.tone = TONE_NGANG;
	return letter;
}

static void
the_tables_agree_with_the_decompositions(void **state)
{
	(void)state;
	int compared = 0;
	for (uint32_t code = 'A'; code < 0x1F00; code = code == LETTERS_LOW_END - 1 ? 0x1E00 : code + 1) {
		ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
		bool plain = code < 0x80 && uc_is_alpha(code);
		if (!plain && uc_canonical_decomposition(code, parts) != 2)
			continue;
		struct letter expected = by_decomposition(code), actual = letter_of(code);
		bool foreign_base = actual.base != expected.base && actual.quality == QUALITY_FOREIGN;
		if (foreign_base)
			continue;
		compared++;
		if (memcmp(&actual, &expected, sizeof actual) != 0)
			fail_msg("U+%04X: %c %d %d %d", (unsigned)code, actual.base, actual.quality, actual.tone,
				actual.upper);
	}
	check(compared > 500);
}

static void
letters_without_decomposition_go_by_their_look(void **state)
{
	(void)state;
	check_int(letter_of(0x111).base, 'd');
	check_int(letter_of(0x111).quality, QUALITY_STROKE);
	check(letter_of(0x110).upper);
	check_int(letter_of(0xD8).base, 'o');
	check_int(letter_of(0x142).base, 'l');
	check_int(letter_second(0xE6), 'e');
	check_int(letter_of(0x416).kind, LETTER_OTHER);
	check_int(letter_of(0x2019).kind, LETTER_SKIP);
	check_int(letter_of('\'').kind, LETTER_SKIP);
	check_int(letter_of(0x301).kind, LETTER_SKIP);
	check_int(letter_of(0x2013).kind, LETTER_BREAK);
	check_int(letter_of(0x665).base, '5');
}

static void
roman_numerals_go_to_39(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int value;
	} cases[] = { { "I", 1 }, { "II", 2 }, { "III", 3 }, { "IV", 4 }, { "V", 5 }, { "VI", 6 }, { "VIII", 8 },
		{ "IX", 9 }, { "X", 10 }, { "XIV", 14 }, { "XXXIX", 39 }, { "IIII", 0 }, { "VV", 0 }, { "XXXX", 0 },
		{ "IXI", 0 }, { "i", 0 }, { "Va", 0 }, { "V1", 0 }, { "", 0 } };
	for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
		int value = 0;
		size_t length = letter_roman(cases[n].text, &value);
		check_int(length, cases[n].value ? strlen(cases[n].text) : 0);
		if (length)
			check_int(value, cases[n].value);
	}
}

static void
malformed_utf8_is_stepped_over_byte_by_byte(void **state)
{
	(void)state;
	static const char *const broken[] = { "\x80", "\xC3", "\xC0\x80", "\xE1\xBA", "\xED\xA0\x80",
		"\xF4\x90\x80\x80", "\xFF", "\xE0\x80\x80" };
	for (size_t n = 0; n < sizeof broken / sizeof *broken; n++) {
		size_t length;
		check_int(utf8_decode(broken[n], &length), UTF8_BAD);
		check_int(length, 1);
	}
	size_t length;
	check_int(utf8_decode("", &length), 0);
	check_int(length, 0);
	check_int(utf8_decode("😀", &length), 0x1F600);
	check_int(utf8_back("aậ", 4), 1);
	check_int(utf8_back("a\x80", 2), 1);
	check_int(utf8_back("a", 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_agree_with_the_decompositions),
		cmocka_unit_test(letters_without_decomposition_go_by_their_look),
		cmocka_unit_test(roman_numerals_go_to_39),
		cmocka_unit_test(malformed_utf8_is_stepped_over_byte_by_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
