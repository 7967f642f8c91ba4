#include "spoken.h"
#include "letter.h"
#include "text/clean.h"
#include "utf8.h"
#include <string.h>

/* Bytes of text that words covers, 0: does not begin with it. */
static size_t
covered(const char *text, const char *words, const char *words_end)
{
	const char *at = text;
	while (words < words_end) {
		size_t length, words_length;
		if (*words == ' ') {
			if (*at != ' ')
				return 0;
			skip_blanks(&at);
			words++;
			continue;
		}
		uint32_t code = utf8_decode(at, &length);
		if (!length || code_lower(code) != utf8_decode(words, &words_length))
			return 0;
		at += length;
		words += words_length;
	}
	return (size_t)(at - text);
}

bool
spoken(const char **at, const char *alternatives)
{
	for (;;) {
		const char *end = strchr(alternatives, '|');
		size_t length = covered(*at, alternatives, end ? end : alternatives + strlen(alternatives)), bytes;
		struct letter after = letter_of(utf8_decode(*at + length, &bytes));
		if (length && after.kind != LETTER_LATIN) {
			*at += length;
			return true;
		}
		if (!end)
			return false;
		alternatives = end + 1;
	}
}

void
skip_blanks(const char **at)
{
	while (**at == ' ')
		++*at;
}

bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool
spoken_clean(struct str *out, const char *typed, struct err *err)
{
	return text_clean(out, typed, strlen(typed), TEXT_PARAGRAPH, NULL, err);
}
