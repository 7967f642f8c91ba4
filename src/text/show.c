#include "text/show.h"
#include "letter.h"
#include "quick.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>
#include <uniwidth.h>

static void
add_code(struct str *out, uint32_t code)
{
	char bytes[4];
	str_add(out, bytes, utf8_encode(code, bytes));
}

/* A blank of another kind may be shown; everything else that a record may not hold may not. */
static bool
may_show(uint32_t code)
{
	enum text_fate fate = text_fate(code);
	bool line_end = code < 0x20 || code == 0x2028 || code == 0x2029;
	return fate == FATE_KEEP || fate == FATE_D || (fate == FATE_BLANK && !line_end);
}

static void
show_all(struct str *out, const char *text)
{
	int marks = 0;
	size_t length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		text += length;
		marks = text_is_mark(code) ? marks + 1 : 0;
		if (marks > MARKS_ON_A_LETTER)
			continue;
		add_code(out, may_show(code) ? code : UTF8_BAD);
	}
}

void
text_show(struct str *out, const char *text)
{
	size_t length = strlen(text);
	if (quick_prefix(text, length) == length) {
		str_add(out, text, length);
		return;
	}
	struct str shown = { 0 };
	show_all(&shown, text);
	size_t composed_length;
	char *composed = nfc_new(str_text(&shown), shown.length, &composed_length);
	str_add(out, composed, composed_length);
	free(composed);
	str_release(&shown);
}

/* screens.md section 4, "Without UTF-8", and the usual marks of punctuation. */
static const struct {
	uint32_t code;
	char sign[3];
} signs[] = {
	{ 0xA0, " " },
	{ 0xA6, "|" },
	{ 0xAB, "\"" },
	{ 0xB1, "+-" },
	{ 0xB7, "-" },
	{ 0xBB, "\"" },
	{ 0xD7, "x" },
	{ 0x2010, "-" },
	{ 0x2011, "-" },
	{ 0x2012, "-" },
	{ 0x2013, "-" },
	{ 0x2014, "-" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
	{ 0x201C, "\"" },
	{ 0x201D, "\"" },
	{ 0x201E, "\"" },
	{ 0x2020, "&" },
	{ 0x2022, "o" },
	{ 0x202F, " " },
	{ 0x2039, "<" },
	{ 0x203A, ">" },
	{ 0x20AB, "d" },
	{ 0x2190, "<-" },
	{ 0x2191, "^" },
	{ 0x2192, "->" },
	{ 0x2193, "v" },
	{ 0x2212, "-" },
	{ 0x221A, "+" },
	{ 0x2248, "~" },
	{ 0x2260, "/" },
	{ 0x2264, "<" },
	{ 0x2265, ">" },
	{ 0x2500, "-" },
	{ 0x2502, "|" },
	{ 0x250C, "+" },
	{ 0x2510, "+" },
	{ 0x2514, "+" },
	{ 0x2518, "+" },
	{ 0x251C, "+" },
	{ 0x2524, "+" },
	{ 0x252C, "+" },
	{ 0x2534, "+" },
	{ 0x253C, "+" },
	{ 0x2588, "#" },
	{ 0x2592, ":" },
	{ 0x25B2, "^" },
	{ 0x25BA, ">" },
	{ 0x25BC, "v" },
	{ 0x25C4, "<" },
};

static const char *
sign_of(uint32_t code)
{
	for (size_t n = 0; n < sizeof signs / sizeof *signs; n++)
		if (signs[n].code == code)
			return signs[n].sign;
	return NULL;
}

/* … alone is "nothing known"; after a letter it says that the text is cut: ".." in the columns of both. */
static void
plain_ellipsis(struct str *out, size_t begin)
{
	char *last = out->length > begin ? &out->bytes[out->length - 1] : NULL;
	bool letter = last && ((*last >= '0' && *last <= '9') || ((*last | 0x20) >= 'a' && (*last | 0x20) <= 'z'));
	if (letter)
		*last = '.';
	str_add_byte(out, letter ? '.' : '_');
}

static void
plain_code(struct str *out, uint32_t code)
{
	struct letter letter = letter_of(code);
	const char *sign = sign_of(code);
	if (sign) {
		str_add_text(out, sign);
		return;
	}
	if (letter.base && (letter.kind == LETTER_LATIN || letter.kind == LETTER_DIGIT)) {
		bool upper = letter.kind == LETTER_LATIN && letter.upper;
		str_add_byte(out, (char)(upper ? letter.base - 0x20 : letter.base));
		return;
	}
	int width = code < 0x20 || code == 0x7F ? 1 : uc_width(code, "UTF-8");
	while (width-- > 0)
		str_add_byte(out, '?');
}

void
text_plain(struct str *out, const char *text)
{
	size_t begin = out->length, length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		text += length;
		if (code == 0x2026)
			plain_ellipsis(out, begin);
		else if ((code >= 0x20 && code < 0x7F) || code == '\n')
			str_add_byte(out, (char)code);
		else
			plain_code(out, code);
	}
}
