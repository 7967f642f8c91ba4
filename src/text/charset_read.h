/* Bytes of an old encoding into UTF-8, taken as they come. */
#ifndef TEXT_CHARSET_READ_H
#define TEXT_CHARSET_READ_H
#include "text/charset.h"

/* Appends; what the encoding does not have becomes U+FFFD, and *bad the offset of the first such byte (length: none). */
void charset_read(struct str *out, enum charset charset, const char *bytes, size_t length, size_t *bad);
#endif
