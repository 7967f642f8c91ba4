#include "text/width.h"
#include "base/mem.h"
#include "letter.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>
#include <uniwidth.h>

#define MARK_MOST 8 /* columns of the longest mark, "(mới)", "(former)" */

/* Letters and lines of boxes that stand alone in one column: no mark, no joining. */
static bool
is_simple(uint32_t code)
{
	return (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0x300 && code != 0xAD) ||
		code - 0x1E00 < 0x100 || code - 0x2500 < 0xA0;
}

static int
code_width(uint32_t code)
{
	if (is_simple(code))
		return 1;
	int width = uc_width(code, "UTF-8");
	return width < 0 ? 0 : width;
}

size_t
text_next(const char *text, size_t at)
{
	size_t length;
	uint32_t code = utf8_decode(text + at, &length);
	while (length) {
		at += length;
		uint32_t next = utf8_decode(text + at, &length);
		if (!length || (is_simple(code) && is_simple(next)) || uc_is_grapheme_break(code, next))
			break;
		code = next;
	}
	return at;
}

size_t
text_previous_code_point(const char *text, size_t at)
{
	return utf8_back(text, at);
}

size_t
text_previous(const char *text, size_t at)
{
	size_t length;
	while (at) {
		size_t next_at = utf8_back(text, at);
		uint32_t next = utf8_decode(text + next_at, &length);
		at = next_at;
		if (!at)
			break;
		uint32_t code = utf8_decode(text + utf8_back(text, at), &length);
		if (uc_is_grapheme_break(code, next))
			break;
	}
	return at;
}

static bool
breaks_word(const char *text, size_t at)
{
	size_t length;
	return letter_of(utf8_decode(text + at, &length)).kind == LETTER_BREAK;
}

size_t
text_word_left(const char *text, size_t at)
{
	while (at && breaks_word(text, utf8_back(text, at)))
		at = utf8_back(text, at);
	while (at && !breaks_word(text, utf8_back(text, at)))
		at = utf8_back(text, at);
	return at;
}

size_t
text_word_right(const char *text, size_t at)
{
	while (text[at] && !breaks_word(text, at))
		at = text_next(text, at);
	while (text[at] && breaks_word(text, at))
		at = text_next(text, at);
	return at;
}

int
text_width(const char *text)
{
	int width = 0;
	size_t length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		width += code_width(code);
		text += length;
	}
	return width;
}

/* Of the letter from..to. */
static int
letter_width(const char *text, size_t from, size_t to)
{
	int width = 0;
	while (from < to) {
		size_t length;
		width += code_width(utf8_decode(text + from, &length));
		from += length;
	}
	return width;
}

/* Steps over simple letters as long as no mark may follow: over nearly all there is. */
static size_t
fit_simple(const char *text, int columns, int *width)
{
	size_t at = 0, length, next_length;
	uint32_t code = utf8_decode(text, &length);
	while (length && *width < columns && is_simple(code)) {
		uint32_t next = utf8_decode(text + at + length, &next_length);
		if (next_length && !is_simple(next))
			break;
		at += length;
		++*width;
		code = next;
		length = next_length;
	}
	return at;
}

size_t
text_fit(const char *text, int columns, int *used)
{
	int width = 0;
	size_t at = fit_simple(text, columns, &width);
	while (text[at]) {
		size_t next = text_next(text, at);
		int wider = width + letter_width(text, at, next);
		if (wider > columns)
			break;
		width = wider;
		at = next;
	}
	if (used)
		*used = width;
	return at;
}

size_t
text_before_number(const char *text, size_t end)
{
	size_t begin = end;
	bool digits = false;
	for (; begin && strchr("0123456789.,/:-", text[begin - 1]); begin--)
		digits = digits || (text[begin - 1] >= '0' && text[begin - 1] <= '9');
	return digits ? begin : end;
}

/* As text_cut; returns the columns filled. */
static int
cut(struct str *out, const char *text, int columns)
{
	int used;
	size_t whole = text_fit(text, columns, &used);
	if (!text[whole]) {
		str_add(out, text, whole);
		return used;
	}
	if (columns <= 0)
		return 0;
	size_t fits = text_before_number(text, text_fit(text, columns - 1, NULL));
	size_t begin = out->length;
	str_add(out, text, fits);
	str_add_text(out, "…");
	return text_width(str_text(out) + begin);
}

void
text_cut(struct str *out, const char *text, int columns)
{
	cut(out, text, columns);
}

void
text_cut_before_mark(struct str *out, const char *name, int columns)
{
	const char *mark = strrchr(name, '(');
	int marked = mark ? text_width(mark) : 0, room = columns - marked - 1;
	if (!mark || mark == name || mark[-1] != ' ' || marked > MARK_MOST || room < MARK_MOST ||
		text_width(name) <= columns) {
		str_add_text(out, name);
		return;
	}
	char *before = mem_copy_bytes(name, (size_t)(mark - 1 - name));
	text_cut(out, before, room);
	str_add_byte(out, ' ');
	str_add_text(out, mark);
	free(before);
}

void
text_pad(struct str *out, const char *text, int columns)
{
	str_add_repeated(out, " ", columns - cut(out, text, columns));
}

void
text_pad_left(struct str *out, const char *text, int columns)
{
	int width = text_width(text);
	if (width <= columns) {
		str_add_repeated(out, " ", columns - width);
		str_add_text(out, text);
		return;
	}
	struct str end = { 0 };
	int used = cut(&end, text, columns);
	str_add_repeated(out, " ", columns - used);
	str_add(out, str_text(&end), end.length);
	str_release(&end);
}

/* Bytes of the first line of text (length bytes, no LF inside) in columns; *skip gets the blanks to drop after it. */
static size_t
line_length(const char *text, size_t length, int columns, size_t *skip)
{
	size_t at = 0, blank = 0;
	int width = 0;
	*skip = 0;
	while (at < length) {
		size_t next = text_next(text, at);
		width += letter_width(text, at, next);
		if (text[at] == ' ' && at && text[at - 1] != ' ')
			blank = at;
		if (width > columns && text[at] != ' ')
			break;
		at = next;
	}
	if (at >= length)
		blank = width > columns ? blank : length;
	if (!blank)
		blank = at ? at : text_next(text, 0);
	while (blank + *skip < length && text[blank + *skip] == ' ')
		++*skip;
	return blank;
}

static void
wrap_paragraph(const char *text, size_t length, int columns, void (*line)(void *to, const char *bytes, size_t length),
	void *to)
{
	if (!length)
		line(to, text, 0);
	while (length) {
		size_t skip, taken = line_length(text, length, columns, &skip);
		line(to, text, taken);
		text += taken + skip;
		length -= taken + skip;
	}
}

void
text_wrap(const char *text, int columns, void (*line)(void *to, const char *bytes, size_t length), void *to)
{
	for (;;) {
		const char *feed = strchr(text, '\n');
		wrap_paragraph(text, feed ? (size_t)(feed - text) : strlen(text), columns < 1 ? 1 : columns, line, to);
		if (!feed)
			return;
		text = feed + 1;
	}
}

static void
count_line(void *to, const char *bytes, size_t length)
{
	(void)bytes;
	(void)length;
	++*(int *)to;
}

int
text_wrap_lines(const char *text, int columns)
{
	int lines = 0;
	text_wrap(text, columns, count_line, &lines);
	return lines;
}
