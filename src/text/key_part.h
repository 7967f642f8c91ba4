/* Sort keys of pieces of texts: a text cut at its blanks has the keys of its pieces one after the other, but for the case at the
 * end. */
#ifndef TEXT_KEY_PART_H
#define TEXT_KEY_PART_H
#include "base/str.h"

/* Appends what text_key in mode KEY_WORDS has of the piece from text to end, which is a part of a longer text and lies between
 * blanks; returns its words and numbers.  *before: base letters of the word that went before, carried from piece to piece, first
 * 0.  Neither of two different words or numbers begins with the other, so keys of pieces that have one each differ as the keys of
 * the texts do. */
size_t text_key_part(struct str *out, const char *text, const char *end, uint64_t *before);
#endif
