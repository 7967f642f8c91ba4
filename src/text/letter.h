/* Letters taken apart: base, quality mark, tone, case.  The ground under folding, keys and matching. */
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum letter_kind {
	LETTER_BREAK, /* ends a word */
	LETTER_LATIN,
	LETTER_DIGIT,
	LETTER_SKIP, /* apostrophes and loose marks: as if they were not there */
	LETTER_OTHER /* a letter of another script */
};
enum letter_quality { QUALITY_NONE, QUALITY_BREVE, QUALITY_CIRCUMFLEX, QUALITY_HORN, QUALITY_STROKE, QUALITY_FOREIGN };
enum letter_tone { TONE_NGANG, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_SAC, TONE_NANG };

struct letter {
	uint8_t kind;
	char base; /* a–z, 0–9, or 0 */
	uint8_t quality, tone;
	bool upper;
};

/* Packed: base (7 bits), quality (3), tone (3), upper (1), kind (2). */
#define LETTERS_LOW_END 0x250
extern const uint16_t letters_low[LETTERS_LOW_END];
extern const uint16_t letters_high[0x100]; /* from U+1E00 */

/* For what the tables do not hold. */
struct letter letter_rare(uint32_t code);
/* The second base letter of æ œ ß þ ĳ ǆ …, 0 for other letters. */
char letter_second(uint32_t code);

static inline struct letter
letter_unpack(uint16_t packed)
{
	return (struct letter){ .kind = (uint8_t)(packed >> 14),
		.base = (char)(packed & 0x7F),
		.quality = (uint8_t)(packed >> 7 & 7),
		.tone = (uint8_t)(packed >> 10 & 7),
		.upper = packed >> 13 & 1 };
}

static inline struct letter
letter_of(uint32_t code)
{
	if (code < LETTERS_LOW_END)
		return letter_unpack(letters_low[code]);
	if (code - 0x1E00 < 0x100)
		return letter_unpack(letters_high[code - 0x1E00]);
	return letter_rare(code);
}

/* Roman numeral I … XXXIX in capitals at the begin of text, ending at a break: its bytes, and its value.  0: none. */
size_t letter_roman(const char *text, int *value);
/* Whether a word, packed as its base letters eight bits each, is one after which Roman numerals are numbers. */
bool letter_counts(uint64_t word);
#endif
