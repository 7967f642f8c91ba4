#include "utf8.h"

static size_t
expected_length(unsigned char lead)
{
	if (lead >= 0xF0 && lead <= 0xF4)
		return 4;
	if (lead >= 0xE0)
		return lead < 0xF0 ? 3 : 0;
	return lead >= 0xC2 ? 2 : 0;
}

uint32_t
utf8_decode_rare(const unsigned char *at, size_t *length)
{
	static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t expected = expected_length(at[0]);
	*length = 1;
	if (!expected)
		return UTF8_BAD;
	uint32_t code = at[0] & (0x7Fu >> expected);
	for (size_t n = 1; n < expected; n++) {
		if ((at[n] & 0xC0) != 0x80)
			return UTF8_BAD;
		code = code << 6 | (at[n] & 0x3Fu);
	}
	if (code < least[expected] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return UTF8_BAD;
	*length = expected;
	return code;
}

size_t
utf8_encode(uint32_t code, char out[4])
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	for (size_t n = length; n-- > 1; code >>= 6)
		out[n] = (char)(0x80 | (code & 0x3F));
	static const unsigned char lead[5] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	out[0] = (char)(lead[length] | code);
	return length;
}

size_t
utf8_back(const char *text, size_t at)
{
	for (size_t back = at < 4 ? at : 4; back > 1; back--) {
		size_t length;
		utf8_decode(text + at - back, &length);
		if (length == back)
			return at - back;
	}
	return at ? at - 1 : 0;
}
