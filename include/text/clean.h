/* The one door for text: whatever a person, a paste, a file or an argument brings passes text_clean() once. Inside,
 * equal text is equal bytes: UTF-8 in Unicode's form NFC, no control or invisible characters.
 *
 * Every function of text/ that fills a `struct str *out` appends to it; one that fails leaves it as it was. */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H
#include "base/err.h"
#include "base/str.h"

enum text_shape {
	TEXT_PARAGRAPH, /* a field: TAB, CR, LF and every other kind of blank become one kind of blank */
	TEXT_LINES      /* a note: LF stays, CR LF and CR become LF */
};
struct clean_report {
	size_t removed;  /* invisible characters taken out: soft hyphens, zero-width blanks, byte order marks */
	size_t repaired; /* put right: Ð for Đ, odd blanks, marks not composed or out of order */
};
/* Appends the cleaned text, without blanks at its ends; blanks inside are kept as many as they are.
 *
 * Refused with ERR_INVALID and err->column, counted in letters from 1 (in TEXT_LINES also err->line, the column then
 * counts in that line): malformed UTF-8, control and direction characters, tag characters, private use, non-characters,
 * unassigned code points, more than 4 marks on a letter.  report (may be NULL) is set, not added to. */
bool text_clean(struct str *out, const char *bytes, size_t length, enum text_shape shape, struct clean_report *report,
	struct err *err);
/* Appends NFC for drawing an edit buffer, whose own bytes stay as typed. Never fails: each malformed byte becomes
 * U+FFFD. */
void text_nfc(struct str *out, const char *bytes, size_t length);
#endif
