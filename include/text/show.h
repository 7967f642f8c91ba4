/* The second filter, for anything that leaves the program for a terminal: books may come from elsewhere. */
#ifndef TEXT_SHOW_H
#define TEXT_SHOW_H
#include "base/str.h"

/* Appends text with everything that could steer a terminal or hide (control, direction, invisible and unassigned
 * characters, malformed bytes, line breaks) as U+FFFD, and in NFC. */
void text_show(struct str *out, const char *text);
/* Appends text for a terminal without UTF-8, in ASCII: marks off, case kept, đ→d, signs by the table of screens.md
 * section 4, anything else `?` for each of its columns. As wide as the original but for ← → (2 columns). */
void text_plain(struct str *out, const char *text);
#endif
