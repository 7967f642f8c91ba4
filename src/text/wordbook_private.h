/* Between the two halves of a wordbook: wordbook.c keeps pieces, wordbook_ask.c compares them with a query. */
#ifndef TEXT_WORDBOOK_PRIVATE_H
#define TEXT_WORDBOOK_PRIVATE_H
#include "text/wordbook.h"
#include "word.h"

#define CODE_LONG 0xFFFF /* then the upper and the lower half of the number */

/* How a piece was read: Roman numerals depend on what stands around them («Cụm số VI», «SỐ VI PHẠM»). */
enum { READ_COUNTED = 1, READ_COUNTED_KEY = 2, READ_BEFORE_CAPITAL = 4 };
/* What the piece leaves for the next one to be read by. */
enum after { AFTER_AS_BEFORE, AFTER_PLAIN, AFTER_COUNTED };

/* What stands between two blanks. */
struct piece {
	uint32_t text, length; /* in bytes */
	uint32_t key, key_length;
	uint32_t word, word_count; /* those that are searched */
	uint64_t letters;          /* its bytes; of a longer piece all of them folded into eight */
	uint32_t initials;         /* of its words */
	uint8_t reading, after, after_key;
	bool plain; /* its key is empty or that of one word or number */
};
/* A word that is searched: count base letters, then as many quality marks. */
struct kept_word {
	uint32_t at;
	uint8_t count, tone;
	bool longer;
};

struct wordbook {
	struct piece *pieces;
	size_t piece_count, piece_capacity;
	uint32_t *slots; /* number of a piece + 1 by its hash; slot_count is a power of two */
	size_t slot_count;
	struct kept_word *words;
	size_t word_count, word_capacity;
	struct str bytes; /* texts, keys, letters */
	uint32_t *orders; /* of each of the first ordered pieces: its place by its key, see wordbook_order */
	size_t ordered;
};
/* Puts the pieces into order: 0 for one without a key, the same for equal keys, ORDER_UNKNOWN for keys of several words, of which
 * only the whole text tells where they belong. */
void wordbook_order(struct wordbook *book);
#define ORDER_UNKNOWN UINT32_MAX

static inline struct spelling
wordbook_spelling(const struct wordbook *book, const struct kept_word *word)
{
	const char *base = book->bytes.bytes + word->at;
	return (struct spelling){ base, (const uint8_t *)base + word->count, word->count, word->tone, word->longer };
}

/* The number at *at, which moves on. */
static inline size_t
next_code(const uint16_t **at)
{
	size_t code = *(*at)++;
	if (code == CODE_LONG) {
		code = (size_t)(*at)[0] << 16 | (*at)[1];
		*at += 2;
	}
	return code;
}
#endif
