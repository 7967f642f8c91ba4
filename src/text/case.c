#include "text/case.h"
#include "letter.h"
#include "spoken.h"
#include "utf8.h"
#include <string.h>
#include <unicase.h>

/* The partner of a letter of the other case: in Latin-1 32 apart, otherwise the next, even capitals but for ư. */
static uint32_t
partner(uint32_t code, bool to_upper)
{
	if (code < 0x100)
		return to_upper ? code - 0x20 : code + 0x20;
	bool after = (code == 0x1AF || code == 0x1B0) ? code == 0x1AF : !(code & 1);
	return after ? code + 1 : code - 1;
}

static uint32_t
turn(uint32_t code, bool to_upper)
{
	struct letter letter = letter_of(code);
	if (letter.kind == LETTER_LATIN && letter.quality != QUALITY_FOREIGN)
		return letter.upper == to_upper ? code : partner(code, to_upper);
	return code < 0x80 ? code : to_upper ? uc_toupper(code) : uc_tolower(code);
}

uint32_t
code_lower(uint32_t code)
{
	return turn(code, false);
}

/* Turns `letters` code points of text, the rest stays. */
static void
add_turned(struct str *out, const char *text, bool to_upper, size_t letters)
{
	char buffer[256];
	size_t used = 0, length;
	uint32_t code;
	while (letters && (code = utf8_decode(text, &length), length)) {
		if (used + 4 > sizeof buffer) {
			str_add(out, buffer, used);
			used = 0;
		}
		if (code == UTF8_BAD) {
			memcpy(buffer + used, text, length);
			used += length;
		} else {
			used += utf8_encode(turn(code, to_upper), buffer + used);
		}
		text += length;
		letters--;
	}
	str_add(out, buffer, used);
	str_add_text(out, text);
}

void
text_upper(struct str *out, const char *text)
{
	add_turned(out, text, true, SIZE_MAX);
}

void
text_lower(struct str *out, const char *text)
{
	add_turned(out, text, false, SIZE_MAX);
}

void
text_first_upper(struct str *out, const char *text)
{
	add_turned(out, text, true, 1);
}

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x2BC;
}

/* M'Drắk keeps its D, M'DRẮK does not: there it is one capital among others. */
static bool
stays_upper(const char *after)
{
	size_t length;
	struct letter next = letter_of(utf8_decode(after, &length));
	return length && next.kind == LETTER_LATIN && !next.upper;
}

void
text_title(struct str *out, const char *text)
{
	bool begins = true;
	uint32_t code, before = ' ';
	for (size_t length; code = utf8_decode(text, &length), length; text += length) {
		char buffer[4];
		struct letter letter = letter_of(code);
		if (code == UTF8_BAD) {
			str_add(out, text, length);
			continue;
		}
		bool keeps = is_apostrophe(before) && stays_upper(text + length);
		str_add(out, buffer, utf8_encode(keeps ? code : turn(code, begins), buffer));
		if (code == ' ' || code == '\t' || code == '\n' || code == '-')
			begins = true;
		else if (letter.kind != LETTER_BREAK)
			begins = false;
		before = code;
	}
}
