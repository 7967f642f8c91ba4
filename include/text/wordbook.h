/* Many names in little memory, to be searched at once.
 *
 * Names of one book are made of few different words.  A wordbook keeps each piece between two blanks once and gives it a number;
 * a name is then the row of its numbers.  A query is compared with each word once, with all names only by their numbers, and two
 * names are put into order without their sort keys being kept: 120,000 units take 8 MB in place of 35.  Each answer is the one
 * that text/match.h, text/fold.h and text/key.h give for the texts themselves. */
#ifndef TEXT_WORDBOOK_H
#define TEXT_WORDBOOK_H
#include "text/match.h"
#include <stdint.h>

enum rank {
	RANK_NONE,
	RANK_LOOSE, /* as enum match */
	RANK_EXACT,
	RANK_WHOLE, /* it matches, and the bare texts are one, and not empty */
	RANK_SAME   /* it matches, and the texts are one but for capitals */
};

struct wordbook;
struct wordbook *wordbook_new(void);
void wordbook_free(struct wordbook *book); /* NULL is fine */

/* Numbers of the pieces of a text, borrowed from a struct codes.  Numbers from 65,535 on take three places. */
struct phrase {
	const uint16_t *codes;
	size_t length;
};
/* Where phrases are put one after the other.  A zeroed one is empty. */
struct codes {
	uint16_t *items;
	size_t count, capacity;
};
void codes_release(struct codes *codes);
/* Appends the phrase of text; its length is what codes->count grew by, 0 for the empty text. */
void wordbook_add(struct wordbook *book, struct codes *codes, const char *text);
/* With what its words begin that can be searched, a bit for each letter; 0: there are none.  A text that lacks one of the
 * query's initials does not fit, which is told without a look at its words. */
uint32_t wordbook_initials(const struct wordbook *book, struct phrase phrase);
/* Appends the text again, byte for byte. */
void wordbook_text(const struct wordbook *book, struct str *out, struct phrase phrase);
/* <0, 0, >0: the order of the two texts' keys (KEY_WORDS); 0 when they are equal.  Quick once wordbook_ask has seen all words. */
int wordbook_compare(const struct wordbook *book, struct phrase a, struct phrase b);

/* A typed text, compared with every word of the book; to be asked anew when words were added.  A zeroed one can be released. */
struct wordbook_query {
	const struct wordbook *book;
	struct matcher matcher;
	struct str typed, bare;
	uint8_t *hints;                 /* by code: what it may help to find */
	uint8_t needed;                 /* hints without which nothing fits */
	uint32_t initials;              /* without which nothing fits either */
	bool by_hints;                  /* a query of one word; hints tell its rank but for WHOLE and SAME */
	bool by_first;                  /* and no word fits it exactly: the first that fits tells it */
	struct word_fit *fits, *inside; /* of each piece, of each word: which words of the query it fits */
	size_t fit_capacity, inside_capacity;
	size_t pieces;  /* between the blanks of typed */
	bool by_letter; /* too many or too long words: phrases are compared as texts */
};
void wordbook_ask(struct wordbook_query *query, struct wordbook *book, const char *typed);
void wordbook_query_release(struct wordbook_query *query);
/* Bits of the hints: of the first words of the query, from the lowest bit on, those that the piece fits; and these. */
#define WORDBOOK_HINTED 5         /* words that have a bit */
#define WORDBOOK_EXACT (1u << 5)  /* the query has one word, and it fits exactly */
#define WORDBOOK_OPENS (1u << 6)  /* a whole name may begin with the piece */
#define WORDBOOK_CLOSES (1u << 7) /* a whole name may end with it */

/* Most of the time of a search goes here: four codes a turn. */
static inline unsigned
wordbook_hints(const struct wordbook_query *query, struct phrase phrase)
{
	const uint8_t *of = query->hints;
	const uint16_t *code = phrase.codes, *end = code + phrase.length;
	unsigned hints = 0;
	for (; end - code >= 4; code += 4)
		hints |= of[code[0]] | of[code[1]] | of[code[2]] | of[code[3]];
	for (; code < end; code++)
		hints |= of[*code];
	return hints;
}
/* How many codes of the phrase come before the first that hints at the one word of the query; its length: none does. */
static inline size_t
wordbook_first(const struct wordbook_query *query, struct phrase phrase)
{
	const uint8_t *of = query->hints;
	const uint16_t *code = phrase.codes, *end = code + phrase.length;
	while (end - code >= 4 && !((of[code[0]] | of[code[1]] | of[code[2]] | of[code[3]]) & 1))
		code += 4;
	while (code < end && !(of[*code] & 1))
		code++;
	return (size_t)(code - phrase.codes);
}
/* A look at the first and the last piece. */
static inline bool
wordbook_may_be_whole(const struct wordbook_query *query, struct phrase phrase)
{
	return phrase.length && query->hints[phrase.codes[0]] & WORDBOOK_OPENS &&
		query->hints[phrase.codes[phrase.length - 1]] & WORDBOOK_CLOSES;
}
/* How well the text of the phrase fits. */
enum rank wordbook_rank_fully(const struct wordbook_query *query, struct phrase phrase);
/* The same, in a few nanoseconds for most phrases: they do not fit, or the query is a part of a word. */
static inline enum rank
wordbook_rank(const struct wordbook_query *query, struct phrase phrase)
{
	unsigned hints = wordbook_hints(query, phrase);
	if ((hints & query->needed) != query->needed)
		return RANK_NONE;
	if (!query->by_hints || wordbook_may_be_whole(query, phrase))
		return wordbook_rank_fully(query, phrase);
	return hints & WORDBOOK_EXACT ? RANK_EXACT : RANK_LOOSE;
}
#endif
