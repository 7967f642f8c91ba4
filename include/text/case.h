/* Capitals and small letters, exact for the 134 Vietnamese letters, by Unicode for the others; no locale. */
#ifndef TEXT_CASE_H
#define TEXT_CASE_H
#include "base/str.h"

void text_upper(struct str *out, const char *text);
void text_lower(struct str *out, const char *text);
/* The first letter as a capital, the rest as it is: for the beginning of a sentence. */
void text_first_upper(struct str *out, const char *text);
#endif
