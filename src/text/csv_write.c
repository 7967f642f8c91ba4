#include "text/csv.h"
#include <string.h>

/* What a spreadsheet takes for a formula (OWASP, CSV injection), apostrophes before it left out of account. */
static bool
is_armed(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r", *text);
}

static bool
needs_quotes(const char *text, char separator)
{
	size_t length = strlen(text);
	bool blank_end = length && (text[0] == ' ' || text[length - 1] == ' ');
	return blank_end || strpbrk(text, "\"\r\n") || strchr(text, separator) || text_starts(text, "sep=");
}

static void
put(struct str *out, struct csv_style style, const char *text, bool first, bool armed)
{
	if (!first)
		str_add_byte(out, style.separator);
	bool quotes = needs_quotes(text, style.separator);
	if (quotes)
		str_add_byte(out, '"');
	if (armed)
		str_add_byte(out, '\'');
	const char *quote;
	while ((quote = strchr(text, '"'))) {
		str_add(out, text, (size_t)(quote - text) + 1);
		str_add_byte(out, '"');
		text = quote + 1;
	}
	str_add_text(out, text);
	if (quotes)
		str_add_byte(out, '"');
}

void
csv_begin(struct str *out, struct csv_style style)
{
	if (style.bom)
		str_add_text(out, "\xEF\xBB\xBF");
}

void
csv_put_cell(struct str *out, struct csv_style style, const char *text, bool first)
{
	put(out, style, text, first, style.defuse && is_armed(text));
}

void
csv_put_number(struct str *out, struct csv_style style, const char *number, bool first)
{
	put(out, style, number, first, false);
}

void
csv_end_row(struct str *out, struct csv_style style)
{
	str_add_text(out, style.crlf ? "\r\n" : "\n");
}

const char *
csv_undefuse(const char *cell)
{
	return *cell == '\'' && is_armed(cell) ? cell + 1 : cell;
}
