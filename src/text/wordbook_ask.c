/* A query against the words of a wordbook. */
#include "base/mem.h"
#include "text/case.h"
#include "text/fold.h"
#include "wordbook_private.h"
#include <stdlib.h>
#include <string.h>

/* Which words of the query fit, one bit each.  The highest bit says that the piece has several words, whose own fits stand
 * apart. */
struct word_fit {
	uint32_t loose, exact;
};
#define FIT_SEVERAL (UINT32_C(1) << 31)
#define QUERY_WORDS_MOST 30

void
wordbook_query_release(struct wordbook_query *query)
{
	matcher_release(&query->matcher);
	str_release(&query->typed);
	str_release(&query->bare);
	free(query->hints);
	free(query->fits);
	free(query->inside);
	*query = (struct wordbook_query){ 0 };
}

static struct word_fit
fit_of(const struct matcher *matcher, const struct spelling *word)
{
	struct word_fit fit = { 0 };
	for (size_t n = 0; n < matcher->count; n++) {
		if (!word_covers(&matcher->words[n], word))
			continue;
		fit.loose |= UINT32_C(1) << n;
		if (word_is_exactly(&matcher->words[n], word))
			fit.exact |= UINT32_C(1) << n;
	}
	return fit;
}

/* Whether the n-th word of the book is the one that the query's bare text begins with, ends with. */
static bool
is_at_begin(const struct wordbook_query *query, size_t n)
{
	const struct kept_word *word = &query->book->words[n];
	return word->longer || strncmp(str_text(&query->bare), query->book->bytes.bytes + word->at, word->count) == 0;
}

static bool
is_at_end(const struct wordbook_query *query, size_t n)
{
	const struct kept_word *word = &query->book->words[n];
	return word->longer ||
		(word->count <= query->bare.length &&
			memcmp(query->bare.bytes + query->bare.length - word->count,
				query->book->bytes.bytes + word->at, word->count) == 0);
}

static unsigned
place_hints(const struct wordbook_query *query, const struct piece *piece)
{
	bool opens = !piece->word_count || is_at_begin(query, piece->word);
	bool closes = !piece->word_count || is_at_end(query, piece->word + piece->word_count - 1);
	return (opens ? WORDBOOK_OPENS : 0) | (closes ? WORDBOOK_CLOSES : 0);
}

static void
fit_piece(struct wordbook_query *query, size_t number)
{
	const struct wordbook *book = query->book;
	const struct piece *piece = &book->pieces[number];
	struct word_fit any = { 0 };
	for (size_t n = piece->word; n < piece->word + piece->word_count; n++) {
		struct spelling word = wordbook_spelling(book, &book->words[n]);
		query->inside[n] = fit_of(&query->matcher, &word);
		any.loose |= query->inside[n].loose;
		any.exact |= query->inside[n].exact;
	}
	unsigned hints = place_hints(query, piece) | (any.loose & ((1u << WORDBOOK_HINTED) - 1));
	if (query->matcher.count == 1 && any.exact) {
		hints |= WORDBOOK_EXACT;
		query->by_first = false;
	}
	if (piece->word_count > 1)
		any.loose |= FIT_SEVERAL;
	query->fits[number] = any;
	if (number < CODE_LONG)
		query->hints[number] = (uint8_t)hints;
}

static bool
has_longer(const struct matcher *matcher)
{
	for (size_t n = 0; n < matcher->count; n++)
		if (matcher->words[n].word.longer)
			return true;
	return false;
}

/* A word that may stand for a number begins with either. */
static uint32_t
initials_of(const struct matcher *matcher)
{
	uint32_t initials = 0;
	for (size_t n = 0; n < matcher->count; n++)
		initials |= matcher->words[n].number[0] ? 0 : initial_of(matcher->words[n].word.base[0]);
	return initials;
}

static size_t
count_pieces(const char *text)
{
	size_t count = *text != '\0';
	for (; *text; text++)
		count += *text == ' ';
	return count;
}

static void
reserve_fits(struct word_fit **fits, size_t *capacity, size_t count)
{
	if (count <= *capacity)
		return;
	*capacity = count + count / 4;
	*fits = mem_resize(*fits, *capacity, sizeof **fits);
}

/* The code before a long number hints at everything. */
static void
reserve(struct wordbook_query *query)
{
	if (!query->hints)
		query->hints = mem_new(CODE_LONG + 1, sizeof *query->hints);
	query->hints[CODE_LONG] = UINT8_MAX;
	reserve_fits(&query->fits, &query->fit_capacity, query->book->piece_count);
	reserve_fits(&query->inside, &query->inside_capacity, query->book->word_count);
}

void
wordbook_ask(struct wordbook_query *query, struct wordbook *book, const char *typed)
{
	wordbook_order(book);
	query->book = book;
	matcher_set(&query->matcher, typed);
	str_clear(&query->typed);
	str_add_text(&query->typed, typed);
	str_clear(&query->bare);
	text_bare(&query->bare, typed);
	size_t words = query->matcher.count;
	query->pieces = count_pieces(typed);
	query->by_letter = words > QUERY_WORDS_MOST || has_longer(&query->matcher);
	query->by_hints = words == 1 && !query->by_letter && book->piece_count < CODE_LONG;
	query->needed =
		query->by_letter ? 0 : (uint8_t)((1u << (words < WORDBOOK_HINTED ? words : WORDBOOK_HINTED)) - 1);
	query->by_first = query->by_hints;
	query->initials = query->by_letter ? 0 : initials_of(&query->matcher);
	reserve(query);
	for (size_t n = 0; n < book->piece_count && query->needed; n++)
		fit_piece(query, n);
}

static enum match
match_text(const struct wordbook_query *query, struct phrase phrase)
{
	struct str text = { 0 };
	wordbook_text(query->book, &text, phrase);
	enum match match = matcher_match(&query->matcher, str_text(&text), NULL, 0, NULL);
	str_release(&text);
	return match;
}

/* A query's words are found in order, each in the first word that fits; those of the exact reading apart. */
struct progress {
	uint32_t loose, exact;
};

static inline void
go_on(struct progress *progress, const struct word_fit *fit)
{
	progress->loose += fit->loose >> progress->loose & 1;
	progress->exact += fit->exact >> progress->exact & 1;
}

static enum match
match_in_order(const struct wordbook_query *query, struct phrase phrase)
{
	const uint16_t *at = phrase.codes, *end = at + phrase.length;
	struct progress progress = { 0 };
	while (at < end) {
		size_t number = next_code(&at);
		const struct word_fit *fit = &query->fits[number];
		if (fit->loose & FIT_SEVERAL) {
			const struct piece *piece = &query->book->pieces[number];
			for (size_t n = piece->word; n < piece->word + piece->word_count; n++)
				go_on(&progress, &query->inside[n]);
		} else {
			go_on(&progress, fit);
		}
	}
	return progress.loose < query->matcher.count    ? MATCH_NONE
		: progress.exact < query->matcher.count ? MATCH_LOOSE
							: MATCH_EXACT;
}

static bool
bare_is_text(const struct wordbook_query *query, struct phrase phrase)
{
	struct str text = { 0 }, bare = { 0 };
	wordbook_text(query->book, &text, phrase);
	text_bare(&bare, str_text(&text));
	bool same = bare.length && text_equal(str_text(&bare), str_text(&query->bare));
	str_release(&text);
	str_release(&bare);
	return same;
}

/* Long numbers have no hints of their own. */
static bool
may_be_whole(const struct wordbook_query *query, struct phrase phrase)
{
	return !query->needed || query->book->piece_count >= CODE_LONG || wordbook_may_be_whole(query, phrase);
}

static bool
is_whole(const struct wordbook_query *query, struct phrase phrase)
{
	const struct wordbook *book = query->book;
	const uint16_t *code = phrase.codes, *end = code + phrase.length;
	const char *at = str_text(&query->bare);
	bool first = true;
	if (!*at || !may_be_whole(query, phrase))
		return false;
	while (code < end) {
		const struct piece *piece = &book->pieces[next_code(&code)];
		for (size_t n = piece->word; n < piece->word + piece->word_count; n++) {
			const struct kept_word *word = &book->words[n];
			if (word->longer)
				return bare_is_text(query, phrase);
			if (!first && *at++ != ' ')
				return false;
			if (strncmp(at, book->bytes.bytes + word->at, word->count) != 0)
				return false;
			at += word->count;
			first = false;
		}
	}
	return !*at;
}

/* Texts that differ only in capitals match exactly, word by word, if they have any. */
static bool
is_same(const struct wordbook_query *query, struct phrase phrase, enum match match)
{
	struct str text = { 0 }, lower = { 0 }, typed = { 0 };
	if ((match != MATCH_EXACT && query->needed) || phrase.length < query->pieces ||
		phrase.length > 3 * query->pieces)
		return false;
	wordbook_text(query->book, &text, phrase);
	text_lower(&lower, str_text(&text));
	text_lower(&typed, str_text(&query->typed));
	bool same = text_equal(str_text(&lower), str_text(&typed));
	str_release(&text);
	str_release(&lower);
	str_release(&typed);
	return same;
}

enum rank
wordbook_rank_fully(const struct wordbook_query *query, struct phrase phrase)
{
	enum match match = !phrase.length ? MATCH_NONE
		: query->by_letter        ? match_text(query, phrase)
		: !query->matcher.count   ? MATCH_LOOSE
					  : match_in_order(query, phrase);
	if (match == MATCH_NONE)
		return RANK_NONE;
	if (is_same(query, phrase, match))
		return RANK_SAME;
	if (is_whole(query, phrase))
		return RANK_WHOLE;
	return match == MATCH_EXACT ? RANK_EXACT : RANK_LOOSE;
}
