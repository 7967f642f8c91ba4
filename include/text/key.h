/* Collation keys: bytes that memcmp (and ORDER BY on a BLOB) puts into Vietnamese order.  Stored beside names; see
 * TEXT_KEY_VERSION.  Equal keys do not mean equal text (hòa, hoà): order by key, then id. */
#ifndef TEXT_KEY_H
#define TEXT_KEY_H
#include "base/str.h"

/* Raised whenever text_key gives another result for any text: books then rebuild their key columns. */
#define TEXT_KEY_VERSION 1

enum key_mode {
	KEY_WORDS,      /* names of things: syllable by syllable, numbers by value (dictionary rule, Vietnam Lexicography Centre) */
	KEY_PERSON,     /* names of people: the given name (last word) first, then the rest */
	KEY_CLDR        /* Unicode CLDR «vi»: all letters, then all tones, then case; for checks against other programs */
};
/* Appends the key of text; it may hold any byte, so its length matters. */
void text_key(struct str *out, const char *text, enum key_mode mode);
/* <0, 0, >0: the order of two texts under KEY_WORDS, for the few that have no stored key. */
int text_compare(const char *a, const char *b);
#endif
