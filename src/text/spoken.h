/* Reading typed words without regard to case and to the number of blanks: for numbers and dates. */
#ifndef TEXT_SPOKEN_H
#define TEXT_SPOKEN_H
#include "base/err.h"
#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

uint32_t code_lower(uint32_t code);
/* When *at begins with one of the alternatives (small letters, single blanks; parted by |) and no letter follows,
 * moves *at behind it. */
bool spoken(const char **at, const char *alternatives);
void skip_blanks(const char **at);
bool is_digit(char byte);
/* text_clean of what was typed, for one field. */
bool spoken_clean(struct str *out, const char *typed, struct err *err);
#endif
