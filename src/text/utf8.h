/* Stepping through UTF-8 that may be malformed. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD 0xFFFDu

/* The code point at `at` of NUL-terminated text and its length in bytes; a malformed byte is U+FFFD of length 1, the
 * terminating NUL 0 of length 0. */
uint32_t utf8_decode_rare(const unsigned char *at, size_t *length);

static inline uint32_t
utf8_decode(const char *text, size_t *length)
{
	const unsigned char *at = (const unsigned char *)text;
	if (at[0] < 0x80) {
		*length = at[0] != 0;
		return at[0];
	}
	if (at[0] >= 0xC2 && at[0] < 0xE0 && (at[1] & 0xC0) == 0x80) {
		*length = 2;
		return (uint32_t)(at[0] & 0x1F) << 6 | (at[1] & 0x3F);
	}
	if (at[0] == 0xE1 && (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80) {
		*length = 3;
		return 0x1000 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
	}
	return utf8_decode_rare(at, length);
}

/* Writes code as UTF-8 and returns its 1 … 4 bytes. */
size_t utf8_encode(uint32_t code, char out[4]);
/* The begin of the code point that ends before `at`. */
size_t utf8_back(const char *text, size_t at);
#endif
