/* Collation keys: bytes that memcmp (and ORDER BY on a BLOB) puts into Vietnamese order.  Stored beside names; see
 * TEXT_KEY_VERSION.  Equal keys do not mean equal text (hòa, hoà): order by key, then id. */
#ifndef TEXT_KEY_H
#define TEXT_KEY_H
#include "base/str.h"

/* Raised whenever text_key gives another result for any text: books then rebuild their key columns. */
#define TEXT_KEY_VERSION 1

enum key_mode {
	/* Names of things: syllable by syllable, numbers by value; the dictionary rule of the Vietnam Lexicography
	 * Centre. */
	KEY_WORDS,
	/* Names of people: the given name (last word) first, then the rest. */
	KEY_PERSON,
	/* Unicode CLDR «vi»: all letters, then all tones, then case; to be compared with other programs. */
	KEY_CLDR
};
/* Appends the key of text; it may hold any byte, so its length matters. */
void text_key(struct str *out, const char *text, enum key_mode mode);
/* <0, 0, >0: the order of two texts under KEY_WORDS, for the few that have no stored key. */
int text_compare(const char *a, const char *b);
#endif
