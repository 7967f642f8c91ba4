#include "text/match.h"
#include "base/mem.h"
#include "letter.h"
#include "word.h"
#include <stdlib.h>
#include <string.h>

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

static bool
find_words(const struct matcher *matcher, const char *text, bool exactly, struct match_span *spans, size_t capacity)
{
	struct words_of words = { .text = text, .roman = true };
	struct word word;
	size_t found = 0;
	while (found < matcher->count && next_word(&words, &word)) {
		const struct query_word *query = &matcher->words[found];
		struct spelling spelling = spelling_of(&word);
		size_t covered = word_covers(query, &spelling);
		if (!covered || (exactly && !word_is_exactly(query, &spelling)))
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
