/* The syllable: which letters can make one, and where its tone is written. */
#ifndef TEXT_SYLLABLE_H
#define TEXT_SYLLABLE_H
#include "letter.h"

/* A letter of a word, its tone apart. */
struct cell {
	char base;       /* a–z, or any other byte as it was typed */
	uint8_t quality; /* enum letter_quality */
	bool upper;
	char alone; /* the one key that made a letter with its mark (w for ư), 0 otherwise */
};
enum syllable_state {
	SYLLABLE_NONE,  /* no letters that follow make it one */
	SYLLABLE_BEGUN, /* may become one: ng, tie, êc */
	SYLLABLE_COMPLETE
};
struct syllable {
	enum syllable_state state;
	size_t onset, vowels, coda; /* letters of each; the u of qu and the i of gia belong to the onset */
	bool stopped;               /* ends in c ch k p t: only sắc and nặng go with it */
};
/* loose: also the onsets and the k of names from the Central Highlands (Krông, Blao, Đrắk). */
struct syllable syllable_parse(const struct cell *cells, size_t count, bool loose);
/* Index of the letter that carries the tone of a syllable with a vowel: old style hòa, thủy; new style hoà, thuỷ. */
size_t syllable_tone_at(const struct cell *cells, const struct syllable *syllable, bool new_style);
/* The code point of a cell; tone counts for vowels only. */
uint32_t syllable_letter(const struct cell *cell, enum letter_tone tone);
bool cell_is_vowel(const struct cell *cell);
#endif
