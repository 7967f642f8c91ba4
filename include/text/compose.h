/* Vietnamese typed with plain keys: Telex and VNI, for terminals without an input method of their own.
 *
 * A word is nothing but its keys: it is composed anew from them at each key, and undone with fewer.  Marks may be typed
 * anywhere in the syllable (tiengse, tieengs); a mark key typed again takes the mark off and becomes a letter (aaa → aa);
 * after letters that make no syllable every key is a plain letter.  Rules: the Vietnamese engines in common use, as far as
 * they agree (tests/data/text/telex.tsv, vni.tsv, typing.tsv). */
#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H
#include "base/str.h"

enum compose_method {
	COMPOSE_TELEX,      /* s f r x j z tones; aa ee oo dd; w for ă ơ ư, and ư where no vowel takes it */
	COMPOSE_TELEX_FULL, /* also [ ] { } for ơ ư Ơ Ư */
	COMPOSE_VNI         /* 1 … 5, 0 tones; 6 ^, 7 horn, 8 breve, 9 đ */
};
enum compose_flags {
	COMPOSE_NEW_STYLE = 1, /* hoà, thuý; otherwise hòa, thúy */
	COMPOSE_LOOSE = 2      /* also syllables of the Central Highlands: Krông, Blao, Đrắk */
};
#define COMPOSE_KEYS_MOST 48 /* a longer word is shown as typed */

/* Appends what count keys (ASCII, no breaks) of one word show.  *valid (may be NULL): it is a whole Vietnamese syllable.
 * Returns whether any key became a mark. */
bool text_compose(
	const char *keys, size_t count, enum compose_method method, unsigned flags, struct str *out, bool *valid);
/* The same at the end of the word: one with marks that is no syllable (ẽpect) becomes its keys again (expect), but words
 * that begin with đ and abbreviations (HĐND) stay. */
bool text_compose_end(const char *keys, size_t count, enum compose_method method, unsigned flags, struct str *out);
/* Appends keys that compose to this word (NFC, length bytes) but for where its tone stands.  false, and nothing appended: no
 * keys do; it is then to be left alone.  word is NUL-terminated, somewhere after its length. */
bool text_compose_keys(struct str *keys, const char *word, size_t length, enum compose_method method, unsigned flags);
/* Whether a typed byte ends the word. */
bool text_compose_breaks(char key, enum compose_method method);
/* Where the word begins that ends at length bytes of NUL-terminated text; length, when none ends there. */
size_t text_compose_word(const char *text, size_t length, enum compose_method method);
/* Whether the first length bytes of NUL-terminated text (NFC) are one whole Vietnamese syllable, in any case and either
 * tone style. */
bool text_is_syllable(const char *text, size_t length);
#endif
