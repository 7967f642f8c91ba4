#include "word.h"
#include "letter.h"
#include "utf8.h"
#include <string.h>

static void
add_letter(struct word *word, char base, uint8_t quality, size_t end)
{
	if (word->count == WORD_LETTERS) {
		word->longer = true;
		return;
	}
	word->base[word->count] = base;
	word->quality[word->count] = quality;
	word->end[word->count++] = end;
}

/* Skips to the next word; false at the end of the text. */
static bool
find_word(struct words_of *words, struct letter *first)
{
	size_t length;
	for (;;) {
		*first = letter_of(utf8_decode(words->text + words->at, &length));
		if (!length)
			return false;
		if (first->kind == LETTER_LATIN || first->kind == LETTER_DIGIT)
			return true;
		words->at += length;
	}
}

static bool
take_roman(struct words_of *words, struct word *word)
{
	int value;
	size_t length = letter_roman(words->text + words->at, &value);
	if (!length)
		return false;
	words->at += length;
	if (value >= 10)
		add_letter(word, (char)('0' + value / 10), QUALITY_NONE, words->at);
	add_letter(word, (char)('0' + value % 10), QUALITY_NONE, words->at);
	words->before = 0;
	return true;
}

static void
skip_zeros(struct words_of *words)
{
	const char *at = words->text + words->at;
	while (at[0] == '0' && at[1] >= '0' && at[1] <= '9')
		at++;
	words->at = (size_t)(at - words->text);
}

bool
next_word(struct words_of *words, struct word *word)
{
	struct letter letter;
	if (!find_word(words, &letter))
		return false;
	word->start = words->at;
	word->count = 0;
	word->tone = TONE_NGANG;
	word->longer = false;
	if (words->roman && letter.upper && letter_counts(words->before) && take_roman(words, word))
		return true;
	skip_zeros(words);
	words->before = 0;
	for (;;) {
		size_t length;
		uint32_t code = utf8_decode(words->text + words->at, &length);
		letter = letter_of(code);
		if (!length || letter.kind == LETTER_BREAK || letter.kind == LETTER_OTHER)
			return true;
		words->at += length;
		if (letter.kind == LETTER_SKIP)
			continue;
		add_letter(word, letter.base, letter.quality, words->at);
		words->before = words->before << 8 | (unsigned char)letter.base;
		if (!word->tone)
			word->tone = letter.tone;
		char second = letter.quality == QUALITY_FOREIGN ? letter_second(code) : 0;
		if (second)
			add_letter(word, second, QUALITY_NONE, words->at);
	}
}

size_t
word_covers(const struct query_word *query, const struct spelling *word)
{
	const struct word *asked = &query->word;
	size_t digits = strlen(query->number);
	if (digits && word->count >= digits && memcmp(word->base, query->number, digits) == 0)
		return digits;
	if (word->count < asked->count || (asked->tone && asked->tone != word->tone))
		return 0;
	if (memcmp(word->base, asked->base, asked->count) != 0) {
		bool twin = query->twin[0] && word->count == asked->count && !word->longer &&
			memcmp(word->base, query->twin, asked->count) == 0;
		if (!twin)
			return 0;
	}
	for (size_t n = 0; n < asked->count; n++)
		if (asked->quality[n] && asked->quality[n] != word->quality[n])
			return 0;
	return asked->count;
}

bool
word_is_exactly(const struct query_word *query, const struct spelling *word)
{
	const struct word *asked = &query->word;
	size_t digits = strlen(query->number);
	if (digits && word->count == digits && memcmp(word->base, query->number, digits) == 0)
		return true;
	return asked->count == word->count && !asked->longer && !word->longer && asked->tone == word->tone &&
		memcmp(asked->base, word->base, asked->count) == 0 &&
		memcmp(asked->quality, word->quality, asked->count) == 0;
}
