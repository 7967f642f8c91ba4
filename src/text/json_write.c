#include "text/json.h"
#include <string.h>

/* A comma, unless out ends with an opening bracket, a colon or a line. */
static void
begin_value(struct str *out)
{
	if (out->length && !strchr("{[:\n", out->bytes[out->length - 1]))
		str_add_byte(out, ',');
}

void
json_open(struct str *out, char bracket)
{
	begin_value(out);
	str_add_byte(out, bracket);
}

void
json_close(struct str *out, char bracket)
{
	str_add_byte(out, bracket);
}

static void
add_escape(struct str *out, char byte)
{
	static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = strchr(plain, byte);
	if (at) {
		str_add_byte(out, '\\');
		str_add_byte(out, letters[at - plain]);
	} else {
		str_add_format(out, "\\u%04x", (unsigned)(unsigned char)byte);
	}
}

static void
add_quoted(struct str *out, const char *text)
{
	str_add_byte(out, '"');
	while (*text) {
		size_t plain = 0;
		while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\' &&
			text[plain] != 0x7F)
			plain++;
		str_add(out, text, plain);
		text += plain;
		if (*text)
			add_escape(out, *text++);
	}
	str_add_byte(out, '"');
}

void
json_name(struct str *out, const char *name)
{
	begin_value(out);
	add_quoted(out, name);
	str_add_byte(out, ':');
}

void
json_string(struct str *out, const char *text)
{
	begin_value(out);
	if (text)
		add_quoted(out, text);
	else
		str_add_text(out, "null");
}

void
json_integer(struct str *out, int64_t integer)
{
	begin_value(out);
	str_add_integer(out, integer);
}

void
json_bool(struct str *out, bool value)
{
	begin_value(out);
	str_add_text(out, value ? "true" : "false");
}

void
json_number(struct str *out, const char *plain)
{
	begin_value(out);
	str_add_text(out, plain);
}
