#include "text/match.h"
#include "base/mem.h"
#include "letter.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

#define WORD_LETTERS 48 /* of a longer word only these are looked at, and it is never complete */

/* A word of a text or a query, its letters taken apart. */
struct word {
	char base[WORD_LETTERS];
	uint8_t quality[WORD_LETTERS];
	size_t end[WORD_LETTERS]; /* bytes of the text up to after each letter */
	size_t start, count;
	uint8_t tone;
	bool longer; /* than WORD_LETTERS */
};
struct query_word {
	struct word word;
	char twin[WORD_LETTERS]; /* my for mi, for whole words only; "" if none */
	char number[3];          /* what it is as a Roman numeral, "" if none */
};

struct words_of {
	const char *text;
	size_t at;
	uint64_t before; /* base letters of the last word */
	bool roman;      /* read Roman numerals as numbers: in texts; a query keeps both readings */
};

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

static bool
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

/* Whole words of the kind mi, my, quynh have a twin with the other of i and y. */
static void
set_twin(struct query_word *query)
{
	const struct word *word = &query->word;
	bool short_word = word->count == 2 && strchr("hklmstv", word->base[0]);
	bool qu_word = word->count > 2 && word->base[0] == 'q' && word->base[1] == 'u';
	size_t place = short_word ? 1 : 2;
	if ((!short_word && !qu_word) || word->longer || (word->base[place] != 'i' && word->base[place] != 'y') ||
		word->count == WORD_LETTERS)
		return;
	memcpy(query->twin, word->base, word->count);
	query->twin[place] = word->base[place] == 'i' ? 'y' : 'i';
}

/* Roman numerals in a query are taken in small letters too. */
static void
set_number(struct query_word *query)
{
	char capitals[8] = { 0 };
	if (query->word.count >= sizeof capitals)
		return;
	for (size_t n = 0; n < query->word.count; n++) {
		if (query->word.base[n] < 'a' || query->word.quality[n] || query->word.tone)
			return;
		capitals[n] = (char)(query->word.base[n] - 'a' + 'A');
	}
	int value;
	if (letter_roman(capitals, &value) != query->word.count)
		return;
	size_t length = 0;
	if (value >= 10)
		query->number[length++] = (char)('0' + value / 10);
	query->number[length] = (char)('0' + value % 10);
}

void
matcher_release(struct matcher *matcher)
{
	free(matcher->words);
	*matcher = (struct matcher){ 0 };
}

void
matcher_set(struct matcher *matcher, const char *query)
{
	matcher_release(matcher);
	struct words_of words = { .text = query };
	struct query_word next = { 0 };
	size_t capacity = 0;
	uint64_t before = 0;
	while (next_word(&words, &next.word)) {
		memset(next.twin, 0, sizeof next.twin);
		memset(next.number, 0, sizeof next.number);
		set_twin(&next);
		if (letter_counts(before))
			set_number(&next);
		before = words.before;
		ARRAY_RESERVE(matcher->words, matcher->count, capacity);
		matcher->words[matcher->count++] = next;
	}
}

/* Whether bare, at the begin of a word, is one that query may stand for. */
static bool
bare_word_may(const struct query_word *query, const char *bare)
{
	if (strncmp(bare, query->word.base, query->word.count) == 0)
		return true;
	if (query->number[0] && strncmp(bare, query->number, strlen(query->number)) == 0)
		return true;
	size_t count = query->word.count;
	return query->twin[0] && strncmp(bare, query->twin, count) == 0 && (!bare[count] || bare[count] == ' ');
}

bool
matcher_may(const struct matcher *matcher, const char *bare)
{
	size_t found = 0;
	while (found < matcher->count) {
		if (bare_word_may(&matcher->words[found], bare))
			found++;
		bare = strchr(bare, ' ');
		if (!bare)
			break;
		bare++;
	}
	return found == matcher->count;
}

/* Letters of text's word that query covers, 0: no match. */
static size_t
covers(const struct query_word *query, const struct word *word)
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

static bool
is_exactly(const struct query_word *query, const struct word *word)
{
	const struct word *asked = &query->word;
	size_t digits = strlen(query->number);
	if (digits && word->count == digits && memcmp(word->base, query->number, digits) == 0)
		return true;
	return asked->count == word->count && !asked->longer && !word->longer && asked->tone == word->tone &&
		memcmp(asked->base, word->base, asked->count) == 0 &&
		memcmp(asked->quality, word->quality, asked->count) == 0;
}

static bool
find_words(const struct matcher *matcher, const char *text, bool exactly, struct match_span *spans, size_t capacity)
{
	struct words_of words = { .text = text, .roman = true };
	struct word word;
	size_t found = 0;
	while (found < matcher->count && next_word(&words, &word)) {
		const struct query_word *query = &matcher->words[found];
		size_t covered = covers(query, &word);
		if (!covered || (exactly && !is_exactly(query, &word)))
			continue;
		if (spans && found < capacity)
			spans[found] = (struct match_span){ word.start, word.end[covered - 1] - word.start };
		found++;
	}
	return found == matcher->count;
}

enum match
matcher_match(const struct matcher *matcher, const char *text, struct match_span *spans, size_t capacity, size_t *count)
{
	if (count)
		*count = 0;
	if (!find_words(matcher, text, false, spans, capacity))
		return MATCH_NONE;
	if (count)
		*count = spans && matcher->count > capacity ? capacity : matcher->count;
	if (!matcher->count || !find_words(matcher, text, true, NULL, 0))
		return MATCH_LOOSE;
	find_words(matcher, text, true, spans, capacity);
	return MATCH_EXACT;
}

enum match
text_match(const char *query, const char *text, struct match_span *spans, size_t capacity, size_t *count)
{
	struct matcher matcher = { 0 };
	matcher_set(&matcher, query);
	enum match match = matcher_match(&matcher, text, spans, capacity, count);
	matcher_release(&matcher);
	return match;
}
