/* Bare text: what is searched before marks are looked at.  Stored beside names; see TEXT_FOLD_VERSION. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H
#include "base/str.h"

/* Raised whenever text_bare gives another result for any text: books then rebuild their bare columns. */
#define TEXT_FOLD_VERSION 1

/* Appends text as words of a–z and 0–9 with single blanks between: đ→d, ơ→o, tones off, foreign letters by their base,
 * apostrophes vanish (H'leo→hleo), everything else separates words.  Leading zeros of a number are cut; a Roman numeral
 * (I–XXXIX, in capitals) after cụm, khối, số, quận is its number: «Cụm số 03» and «Cụm số III» are both `cum so 3`. */
void text_bare(struct str *out, const char *text);
#endif
