/* A word while its keys are taken in, one by one. */
#ifndef TEXT_COMPOSE_WORD_H
#define TEXT_COMPOSE_WORD_H
#include "syllable.h"
#include "text/compose.h"

struct compose_word {
	enum compose_method method;
	unsigned flags;
	struct cell cells[COMPOSE_KEYS_MOST];
	size_t count;
	enum letter_tone tone;
	struct syllable syllable; /* of the cells, as long as the word is not dead */
	bool dead;                /* no syllable any more: all further keys are letters */
	size_t tone_at;           /* where the tone stands in a dead word */
};
/* Takes in one key; at most COMPOSE_KEYS_MOST in all. */
void compose_word_key(struct compose_word *word, char key);
/* Appends the word as it is shown. */
void compose_word_show(const struct compose_word *word, struct str *out);
bool compose_word_has_marks(const struct compose_word *word);
/* The key that puts a quality or a tone, 0: none is needed. */
char compose_quality_key(enum compose_method method, const struct cell *cell);
char compose_tone_key(enum compose_method method, enum letter_tone tone);
#endif
