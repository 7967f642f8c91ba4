/* Columns on the screen and letters as a person sees them (grapheme clusters). Text is valid UTF-8 everywhere here;
 * malformed bytes count as one letter of one column each and never lead out of the string. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H
#include "base/str.h"

/* Columns that text fills on the screen; control characters count 0. */
int text_width(const char *text);
/* Bytes of the longest prefix of whole letters that fits into columns; used (may be NULL) gets its width. */
size_t text_fit(const char *text, int columns, int *used);
/* Where a text that is cut at `end` ends instead, so that a number is there whole or not at all: before one that ends there. */
size_t text_before_number(const char *text, size_t end);
/* Appends text, cut at a letter and ended with … when it is wider than columns; a number is there whole or not at all. */
void text_cut(struct str *out, const char *text, int columns);
/* Appends a name: one too wide for columns that ends in a mark which tells it from a namesake, "LĐLĐ tỉnh Bà Rịa… (cũ)", is cut
 * before the mark, which is what must be read; any other stays whole. */
void text_cut_before_mark(struct str *out, const char *name, int columns);
/* Appends text cut or filled with blanks to exactly columns: on the right, or (left) before it. */
void text_pad(struct str *out, const char *text, int columns);
void text_pad_left(struct str *out, const char *text, int columns);

/* Byte offsets for a cursor.  At the ends they return where they stand. */
size_t text_next(const char *text, size_t at);                /* after the letter that begins at `at` */
size_t text_previous(const char *text, size_t at);            /* begin of the letter before */
size_t text_previous_code_point(const char *text, size_t at); /* what Backspace takes: one code point as received */
size_t text_word_left(const char *text, size_t at);           /* begin of this word, or of the one before */
size_t text_word_right(const char *text, size_t at);          /* begin of the next word, or the end */

/* Calls line for each line of text wrapped at blanks into columns (≥ 2; a longer word is split at a letter); LF
 * ends a line, the blanks at which a line was broken are in none. Empty text is one empty line. */
void text_wrap(const char *text, int columns, void (*line)(void *to, const char *bytes, size_t length), void *to);
/* How many lines that makes. */
int text_wrap_lines(const char *text, int columns);
#endif
