/* Capitals and small letters, exact for the 134 Vietnamese letters, by Unicode for the others; no locale. */
#ifndef TEXT_CASE_H
#define TEXT_CASE_H
#include "base/str.h"

void text_upper(struct str *out, const char *text);
void text_lower(struct str *out, const char *text);
/* The first letter as a capital, the rest as it is: for the beginning of a sentence. */
void text_first_upper(struct str *out, const char *text);
/* Names of people and places as they are written: the first letter of each word and the one after «-» capitals, the others
 * small: «NGUYỄN VĂN ĐỨC», «nguyễn văn đức» → «Nguyễn Văn Đức».  After an apostrophe no capital is made, and one before a small
 * letter stays: M'gar, M'Drắk.  Only where a person asks for it: it knows no names. */
void text_title(struct str *out, const char *text);
#endif
