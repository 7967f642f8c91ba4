/* Any bytes in any encoding: UTF-8 comes out, or a sentence; what is guessed has a name. */
#include "text/charset.h"
#include <stdlib.h>
#include <unistr.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum charset guessed;
	const char *bytes = (const char *)data;
	charset_guess(&guessed, bytes, size);
	if (!charset_word(guessed) || !say(charset_name(guessed)))
		abort();
	for (int n = 0; n < CHARSET_COUNT; n++) {
		struct str text = { 0 };
		struct err err = { 0 };
		bool read = charset_decode(&text, (enum charset)n, bytes, size, &err);
		if (read && text.length && u8_check((const uint8_t *)text.bytes, text.length))
			abort();
		if (!read && (!err.text || err.line < 1 || err.column < 1 || text.length))
			abort();
		str_release(&text);
		err_release(&err);
	}
	return 0;
}
