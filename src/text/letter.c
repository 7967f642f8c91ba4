#include "letter.h"
#include "utf8.h"
#include <unictype.h>
#include <uninorm.h>

static bool
is_apostrophe(uint32_t code)
{
	return code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0x2032 || (code >= 0x2B9 && code <= 0x2BF);
}

struct letter
letter_rare(uint32_t code)
{
	struct letter letter = { .kind = LETTER_BREAK };
	if (is_apostrophe(code) || uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M)) {
		letter.kind = LETTER_SKIP;
	} else if (uc_decimal_value(code) >= 0) {
		letter.kind = LETTER_DIGIT;
		letter.base = (char)('0' + uc_decimal_value(code));
	} else if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L)) {
		ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
		if (uc_canonical_decomposition(code, parts) > 0 && parts[0] < LETTERS_LOW_END)
			letter = letter_of(parts[0]);
		letter.quality = QUALITY_FOREIGN;
		letter.tone = TONE_NGANG;
		if (letter.kind != LETTER_LATIN)
			letter.kind = LETTER_OTHER;
	}
	return letter;
}

char
letter_second(uint32_t code)
{
	switch (code) {
	case 0xC6:
	case 0xE6:
	case 0x1FC:
	case 0x1FD:
	case 0x1E2:
	case 0x1E3:
	case 0x152:
	case 0x153:
		return 'e';
	case 0xDF:
	case 0x1E9E:
		return 's';
	case 0xDE:
	case 0xFE:
		return 'h';
	case 0x132:
	case 0x133:
	case 0x1C7:
	case 0x1C8:
	case 0x1C9:
	case 0x1CA:
	case 0x1CB:
	case 0x1CC:
		return 'j';
	case 0x1C4:
	case 0x1C5:
	case 0x1C6:
	case 0x1F1:
	case 0x1F2:
	case 0x1F3:
		return 'z';
	default:
		return 0;
	}
}

static int
roman_digit(const char **at, char one, char five, char ten)
{
	int value = 0;
	if ((*at)[0] == one && ((*at)[1] == ten || (*at)[1] == five)) {
		value = (*at)[1] == ten ? 9 : 4;
		*at += 2;
		return value;
	}
	if ((*at)[0] == five) {
		value = 5;
		++*at;
	}
	for (int times = 0; times < 3 && (*at)[0] == one; times++, ++*at)
		value++;
	return value;
}

/* In a line of capitals «SỐ VI PHẠM», «SỐ XI MĂNG» are words, not 6 and 11. */
static bool
roman_is_syllable(const char *text, size_t length)
{
	bool looks = length == 2 && text[1] == 'I' && (text[0] == 'V' || text[0] == 'X');
	if (!looks || text[2] != ' ')
		return false;
	size_t bytes;
	struct letter next = letter_of(utf8_decode(text + 3, &bytes));
	return next.kind == LETTER_LATIN && next.upper;
}

size_t
letter_roman(const char *text, int *value)
{
	if (*text != 'I' && *text != 'V' && *text != 'X')
		return 0;
	const char *at = text;
	int tens = 0;
	while (tens < 3 && at[0] == 'X') {
		tens++;
		at++;
	}
	*value = tens * 10 + roman_digit(&at, 'I', 'V', 'X');
	size_t bytes, length = (size_t)(at - text);
	struct letter after = letter_of(utf8_decode(at, &bytes));
	if (!*value || (bytes && after.kind != LETTER_BREAK) || roman_is_syllable(text, length))
		return 0;
	return length;
}

#define WORD2(a, b) ((uint64_t)(a) << 8 | (uint64_t)(b))
#define WORD3(a, b, c) (WORD2(a, b) << 8 | (uint64_t)(c))
#define WORD4(a, b, c, d) (WORD3(a, b, c) << 8 | (uint64_t)(d))

bool
letter_counts(uint64_t word)
{
	return word == WORD2('s', 'o') || word == WORD3('c', 'u', 'm') || word == WORD4('k', 'h', 'o', 'i') ||
		word == WORD4('q', 'u', 'a', 'n');
}
