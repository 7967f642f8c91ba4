/* Words of names as they are searched: letters taken apart, a query's words compared with a text's.  Under match.c, where a text
 * is read anew for each query, and wordbook.c, which keeps the words of many. */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORD_LETTERS 48 /* of a longer word only these are looked at, and it is never complete */

/* The letters of a word. */
struct spelling {
	const char *base;
	const uint8_t *quality;
	size_t count;
	uint8_t tone;
	bool longer; /* than WORD_LETTERS */
};
/* A word of a text or a query with its letters and where they stand. */
struct word {
	char base[WORD_LETTERS];
	uint8_t quality[WORD_LETTERS];
	size_t end[WORD_LETTERS]; /* bytes of the text up to after each letter */
	size_t start, count;
	uint8_t tone;
	bool longer;
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
/* The next word of the text; false at its end. */
bool next_word(struct words_of *words, struct word *word);

/* A bit for the letter that a word begins with; one for all digits, one for all else. */
static inline uint32_t
initial_of(char base)
{
	return UINT32_C(1) << (base >= 'a' && base <= 'z' ? base - 'a' : base >= '0' && base <= '9' ? 26 : 27);
}
static inline struct spelling
spelling_of(const struct word *word)
{
	return (struct spelling){ word->base, word->quality, word->count, word->tone, word->longer };
}
/* Letters of a text's word that the query's covers, 0: no match. */
size_t word_covers(const struct query_word *query, const struct spelling *word);
/* Every mark equal and the word complete. */
bool word_is_exactly(const struct query_word *query, const struct spelling *word);
#endif
