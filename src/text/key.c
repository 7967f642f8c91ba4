#include "text/key.h"
#include "key_part.h"
#include "letter.h"
#include "utf8.h"
#include <string.h>

/* Bytes of a key, in order: they never meet where their ranges overlap. */
enum {
	KEY_END = 0x01,      /* of all words: case bits follow */
	KEY_WORD_END = 0x02, /* then the word's tone */
	KEY_TONE = 0x03,     /* + tone */
	KEY_FOREIGN = 0x0B,  /* in the place of the tone */
	KEY_NUMBER = 0x10,   /* + digits of the number, at most 0x2F */
	KEY_DIGIT = 0x20,    /* + digit, after KEY_NUMBER */
	KEY_LETTER = 0x40,   /* + 3 · rank 1 … 33 */
	KEY_SCRIPT = 0xF0    /* then UTF-8 of a letter of another script */
};
#define CASE_BYTES 128

struct key {
	struct str *out;
	size_t used;
	unsigned char bytes[240];
	uint64_t word, before; /* base letters of this word, of the one before */
	bool inside;
	unsigned char tone;
	size_t units;                    /* words and numbers put so far */
	size_t letters;                  /* that have a case */
	unsigned char cases[CASE_BYTES]; /* 7 letters a byte; past 896 letters case is not told apart */
	size_t cases_used;               /* bytes up to the last capital */
};

static void
flush(struct key *key)
{
	str_add(key->out, (const char *)key->bytes, key->used);
	key->used = 0;
}

static void
put(struct key *key, unsigned byte)
{
	if (key->used == sizeof key->bytes)
		flush(key);
	key->bytes[key->used++] = (unsigned char)byte;
}

/* a ă â b c d đ e ê … o ô ơ … u ư … z, from 1. */
static unsigned
letter_rank(struct letter letter)
{
	static const unsigned char plain[26] = { 1, 4, 5, 6, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 22, 23, 24, 25,
		26, 27, 29, 30, 31, 32, 33 };
	/* By quality; the rows are the letters with one kind of mark, a, and o. */
	static const unsigned char higher[3][8] = { { 0, 1, 1, 1, 1 }, { 0, 1, 2 }, { 0, 0, 1, 2 } };
	int row = letter.base == 'a' ? 1 : letter.base == 'o' ? 2 : 0;
	return (unsigned)plain[letter.base - 'a'] + higher[row][letter.quality];
}

static void
note_case(struct key *key, bool upper)
{
	size_t byte = key->letters++ / 7;
	if (!upper || byte >= CASE_BYTES)
		return;
	while (key->cases_used <= byte)
		key->cases[key->cases_used++] = 0x80;
	key->cases[byte] |= (unsigned char)(0x40 >> (key->letters - 1) % 7);
}

static void
end_word(struct key *key)
{
	if (!key->inside)
		return;
	put(key, KEY_WORD_END);
	put(key, key->tone);
	key->units++;
	key->inside = false;
	key->before = key->word;
	key->word = 0;
}

static void
add_latin(struct key *key, uint32_t code, struct letter letter)
{
	if (!key->inside) {
		key->inside = true;
		key->tone = KEY_TONE;
	}
	put(key, KEY_LETTER + 3 * letter_rank(letter));
	key->word = key->word << 8 | (unsigned char)letter.base;
	if (letter.quality == QUALITY_FOREIGN) {
		key->tone = KEY_FOREIGN;
		char second = letter_second(code);
		if (second)
			put(key, KEY_LETTER + 3 * letter_rank((struct letter){ .base = second }));
	} else if (letter.tone && key->tone == KEY_TONE) {
		key->tone = (unsigned char)(KEY_TONE + letter.tone);
	}
	note_case(key, letter.upper);
}

static void
add_script(struct key *key, const char *text, size_t length)
{
	if (!key->inside) {
		key->inside = true;
		key->tone = KEY_TONE;
	}
	put(key, KEY_SCRIPT);
	for (size_t n = 0; n < length; n++)
		put(key, (unsigned char)text[n]);
	key->word = key->word << 8;
}

/* A number by its value; returns its bytes in the text. */
static size_t
add_number(struct key *key, const char *text, const char *end)
{
	char digits[0x2F];
	size_t count = 0, length;
	const char *at = text;
	while (at < end) {
		struct letter letter = letter_of(utf8_decode(at, &length));
		if (letter.kind != LETTER_DIGIT && letter.kind != LETTER_SKIP)
			break;
		at += length;
		if (letter.kind == LETTER_SKIP)
			continue;
		if (count == 1 && digits[0] == '0')
			count = 0;
		if (count < sizeof digits)
			digits[count++] = letter.base;
	}
	end_word(key);
	key->units++;
	put(key, KEY_NUMBER + (unsigned)count);
	for (size_t n = 0; n < count; n++)
		put(key, KEY_DIGIT + (unsigned)(digits[n] - '0'));
	key->before = 0;
	return (size_t)(at - text);
}

static size_t
add_roman(struct key *key, const char *text)
{
	int value;
	size_t length = letter_roman(text, &value);
	if (!length)
		return 0;
	key->units++;
	put(key, KEY_NUMBER + (value >= 10 ? 2u : 1u));
	if (value >= 10)
		put(key, KEY_DIGIT + (unsigned)value / 10);
	put(key, KEY_DIGIT + (unsigned)value % 10);
	key->before = 0;
	return length;
}

static void
add_words(struct key *key, const char *text, const char *end)
{
	while (text < end) {
		size_t length;
		uint32_t code = utf8_decode(text, &length);
		struct letter letter = letter_of(code);
		switch (letter.kind) {
		case LETTER_LATIN:
			if (letter.upper && !key->inside && letter_counts(key->before)) {
				size_t roman = add_roman(key, text);
				if (roman) {
					length = roman;
					break;
				}
			}
			add_latin(key, code, letter);
			break;
		case LETTER_DIGIT:
			length = add_number(key, text, end);
			break;
		case LETTER_OTHER:
			add_script(key, text, length);
			break;
		case LETTER_BREAK:
			end_word(key);
			break;
		default:
			break;
		}
		text += length;
	}
	end_word(key);
}

static void
add_cases(struct key *key)
{
	put(key, KEY_END);
	for (size_t n = 0; n < key->cases_used; n++)
		put(key, key->cases[n]);
}

/* Where the last word between blanks begins. */
static const char *
last_word(const char *text, const char *end)
{
	while (end > text && end[-1] == ' ')
		end--;
	while (end > text && end[-1] != ' ')
		end--;
	return end;
}

static void
key_words(struct key *key, const char *text)
{
	add_words(key, text, text + strlen(text));
	add_cases(key);
}

static void
key_person(struct key *key, const char *text)
{
	const char *end = text + strlen(text), *given = last_word(text, end);
	add_words(key, given, end);
	put(key, KEY_END);
	key->before = 0;
	add_words(key, text, given);
	add_cases(key);
}

/* The order of CLDR's root below the digits. */
static const char cldr_signs[] = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
enum { CLDR_SIGN = 0x05, CLDR_DIGIT = 0x36, CLDR_COMMON = 0x03, CLDR_TONE = 0x04 };

static void
cldr_primary(struct key *key, const char *text)
{
	size_t length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		struct letter letter = letter_of(code);
		const char *sign = code < 0x80 ? strchr(cldr_signs, (int)code) : NULL;
		if (letter.kind == LETTER_LATIN)
			put(key, KEY_LETTER + 3 * letter_rank(letter));
		else if (letter.kind == LETTER_DIGIT)
			put(key, CLDR_DIGIT + (unsigned)(letter.base - '0'));
		else if (sign)
			put(key, CLDR_SIGN + (unsigned)(sign - cldr_signs));
		else if (letter.kind == LETTER_OTHER)
			add_script(key, text, length);
		text += length;
	}
}

static void
cldr_marks(struct key *key, const char *text)
{
	size_t length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		struct letter letter = letter_of(code);
		put(key, CLDR_COMMON);
		if (letter.quality == QUALITY_FOREIGN)
			put(key, KEY_FOREIGN);
		else if (letter.tone)
			put(key, CLDR_TONE + letter.tone - 1u);
		note_case(key, letter.upper);
		text += length;
	}
}

static void
key_cldr(struct key *key, const char *text)
{
	cldr_primary(key, text);
	put(key, KEY_END);
	cldr_marks(key, text);
	add_cases(key);
}

/* The arrays are not cleared: a third of the time of a short key. */
static void
begin(struct key *key, struct str *out)
{
	key->out = out;
	key->used = key->units = key->letters = key->cases_used = 0;
	key->word = key->before = 0;
	key->inside = false;
	key->tone = KEY_TONE;
}

size_t
text_key_part(struct str *out, const char *text, const char *end, uint64_t *before)
{
	struct key key;
	begin(&key, out);
	key.before = *before;
	add_words(&key, text, end);
	*before = key.before;
	flush(&key);
	return key.units;
}

void
text_key(struct str *out, const char *text, enum key_mode mode)
{
	struct key key;
	begin(&key, out);
	switch (mode) {
	case KEY_WORDS:
		key_words(&key, text);
		break;
	case KEY_PERSON:
		key_person(&key, text);
		break;
	case KEY_CLDR:
		key_cldr(&key, text);
		break;
	}
	flush(&key);
}

int
text_compare(const char *a, const char *b)
{
	struct str key_a = { 0 }, key_b = { 0 };
	text_key(&key_a, a, KEY_WORDS);
	text_key(&key_b, b, KEY_WORDS);
	size_t shorter = key_a.length < key_b.length ? key_a.length : key_b.length;
	int order = shorter ? memcmp(key_a.bytes, key_b.bytes, shorter) : 0;
	if (!order)
		order = (key_a.length > key_b.length) - (key_a.length < key_b.length);
	str_release(&key_a);
	str_release(&key_b);
	return order;
}
