#include "base/mem.h"
#include "spoken.h"
#include "text/json.h"
#include "utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* What may come next. */
enum expect {
	EXPECT_START, /* nothing was looked at */
	EXPECT_VALUE,
	EXPECT_VALUE_OR_END, /* after [ */
	EXPECT_NAME_OR_END,  /* after { */
	EXPECT_COMMA_OR_END,
	EXPECT_NOTHING
};

void
json_reader_init(struct json_reader *reader, const char *bytes, size_t length)
{
	*reader = (struct json_reader){ .bytes = bytes, .length = length, .expect = EXPECT_START };
}

void
json_reader_release(struct json_reader *reader)
{
	str_release(&reader->text);
	*reader = (struct json_reader){ 0 };
}

static bool
refuse(const struct json_reader *reader, struct err *err)
{
	char place[24];
	snprintf(place, sizeof place, "%zu", reader->at + 1);
	err_set(err, ERR_INVALID, SAY("Dữ liệu JSON sai ở byte thứ {1}.", "The JSON data is wrong at byte {1}."), place,
		NULL);
	err->column = (long)reader->at + 1;
	return false;
}

/* The byte at the reader's place, 0 at the end. */
static char
peek(const struct json_reader *reader)
{
	return reader->at < reader->length ? reader->bytes[reader->at] : '\0';
}

static void
skip_space(struct json_reader *reader)
{
	while (reader->at < reader->length && strchr(" \t\n\r", reader->bytes[reader->at]) && reader->bytes[reader->at])
		reader->at++;
}

static int
hex_digit(char byte)
{
	if (is_digit(byte))
		return byte - '0';
	char small = (char)(byte | 0x20);
	return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* Four hexadecimal digits. */
static bool
read_hex(struct json_reader *reader, uint32_t *code)
{
	*code = 0;
	for (int n = 0; n < 4; n++) {
		int digit = hex_digit(peek(reader));
		if (digit < 0)
			return false;
		*code = *code << 4 | (uint32_t)digit;
		reader->at++;
	}
	return true;
}

/* After \u.  Lone surrogates and NUL are no text. */
static bool
read_code(struct json_reader *reader)
{
	uint32_t code, low;
	if (!read_hex(reader, &code))
		return false;
	if (code >= 0xD800 && code < 0xDC00) {
		if (peek(reader) != '\\' || (reader->at++, peek(reader) != 'u'))
			return false;
		reader->at++;
		if (!read_hex(reader, &low) || low < 0xDC00 || low > 0xDFFF)
			return false;
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	if (!code || (code >= 0xD800 && code < 0xE000))
		return false;
	char bytes[4];
	str_add(&reader->text, bytes, utf8_encode(code, bytes));
	return true;
}

static bool
read_escape(struct json_reader *reader)
{
	static const char letters[] = "\"\\/bfnrt", plain[] = "\"\\/\b\f\n\r\t";
	char letter = peek(reader);
	const char *at = letter ? strchr(letters, letter) : NULL;
	reader->at += letter != '\0';
	if (letter == 'u')
		return read_code(reader);
	if (at)
		str_add_byte(&reader->text, plain[at - letters]);
	return at != NULL;
}

/* A string whose quote is next, into reader->text. */
static bool
read_string(struct json_reader *reader, struct err *err)
{
	str_clear(&reader->text);
	reader->at++;
	for (;;) {
		size_t plain = reader->at;
		while (plain < reader->length && (unsigned char)reader->bytes[plain] >= 0x20 &&
			reader->bytes[plain] != '"' && reader->bytes[plain] != '\\')
			plain++;
		str_add(&reader->text, reader->bytes + reader->at, plain - reader->at);
		reader->at = plain;
		char byte = peek(reader);
		if (byte != '"' && byte != '\\')
			return refuse(reader, err);
		reader->at++;
		if (byte == '"')
			return true;
		if (!read_escape(reader))
			return refuse(reader, err);
	}
}

static size_t
take_digits(struct json_reader *reader)
{
	size_t begin = reader->at;
	while (is_digit(peek(reader)))
		reader->at++;
	return reader->at - begin;
}

static bool
read_number(struct json_reader *reader, struct err *err)
{
	size_t begin = reader->at;
	reader->at += peek(reader) == '-';
	bool zero = peek(reader) == '0';
	size_t whole = take_digits(reader);
	bool good = whole && !(zero && whole > 1);
	if (good && peek(reader) == '.') {
		reader->at++;
		good = take_digits(reader) > 0;
	}
	if (good && (peek(reader) | 0x20) == 'e') {
		reader->at++;
		reader->at += peek(reader) == '+' || peek(reader) == '-';
		good = take_digits(reader) > 0;
	}
	if (!good)
		return refuse(reader, err);
	str_clear(&reader->text);
	str_add(&reader->text, reader->bytes + begin, reader->at - begin);
	return true;
}

static bool
read_word(struct json_reader *reader, const char *word, struct err *err)
{
	size_t length = strlen(word);
	if (reader->length - reader->at < length || memcmp(reader->bytes + reader->at, word, length) != 0)
		return refuse(reader, err);
	reader->at += length;
	return true;
}

static bool
open_bracket(struct json_reader *reader, char bracket, struct err *err)
{
	if (reader->depth == JSON_DEPTH)
		return refuse(reader, err);
	reader->open[reader->depth++] = bracket;
	reader->at++;
	reader->expect = bracket == '{' ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
	return true;
}

static bool
close_bracket(struct json_reader *reader, enum json_token *token)
{
	*token = reader->open[--reader->depth] == '{' ? JSON_OBJECT_END : JSON_ARRAY_END;
	reader->at++;
	reader->expect = reader->depth ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
	return true;
}

static bool
read_value(struct json_reader *reader, enum json_token *token, struct err *err)
{
	char byte = peek(reader);
	if (byte == '{' || byte == '[') {
		*token = byte == '{' ? JSON_OBJECT : JSON_ARRAY;
		return open_bracket(reader, byte, err);
	}
	reader->expect = reader->depth ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
	switch (byte) {
	case '"':
		*token = JSON_STRING;
		return read_string(reader, err);
	case 't':
		*token = JSON_TRUE;
		return read_word(reader, "true", err);
	case 'f':
		*token = JSON_FALSE;
		return read_word(reader, "false", err);
	case 'n':
		*token = JSON_NULL;
		return read_word(reader, "null", err);
	default:
		*token = JSON_NUMBER;
		return read_number(reader, err);
	}
}

static bool
read_name(struct json_reader *reader, enum json_token *token, struct err *err)
{
	*token = JSON_NAME;
	if (peek(reader) != '"')
		return refuse(reader, err);
	if (!read_string(reader, err))
		return false;
	skip_space(reader);
	if (peek(reader) != ':')
		return refuse(reader, err);
	reader->at++;
	reader->expect = EXPECT_VALUE;
	return true;
}

static bool
start(struct json_reader *reader, struct err *err)
{
	reader->expect = EXPECT_VALUE;
	const uint8_t *bytes = (const uint8_t *)reader->bytes;
	const uint8_t *bad = reader->length ? u8_check(bytes, reader->length) : NULL;
	if (!bad)
		return true;
	reader->at = (size_t)(bad - bytes);
	return refuse(reader, err);
}

bool
json_next(struct json_reader *reader, enum json_token *token, struct err *err)
{
	*token = JSON_END;
	if (reader->expect == EXPECT_START && !start(reader, err))
		return false;
	skip_space(reader);
	char byte = peek(reader), closing = 0;
	if (reader->depth)
		closing = reader->open[reader->depth - 1] == '{' ? '}' : ']';
	switch (reader->expect) {
	case EXPECT_NOTHING:
		return reader->at == reader->length || refuse(reader, err);
	case EXPECT_COMMA_OR_END:
		if (byte == closing)
			return close_bracket(reader, token);
		if (byte != ',')
			return refuse(reader, err);
		reader->at++;
		skip_space(reader);
		return closing == '}' ? read_name(reader, token, err) : read_value(reader, token, err);
	case EXPECT_NAME_OR_END:
		return byte == '}' ? close_bracket(reader, token) : read_name(reader, token, err);
	case EXPECT_VALUE_OR_END:
		if (byte == ']')
			return close_bracket(reader, token);
		break;
	default:
		break;
	}
	return read_value(reader, token, err);
}

/* A string or null into *text, which the caller frees. */
static bool
take_text(struct json_reader *reader, char **text, struct err *err)
{
	enum json_token token;
	if (!json_next(reader, &token, err))
		return false;
	if (token == JSON_STRING)
		*text = str_take(&reader->text);
	return token == JSON_STRING || token == JSON_NULL || refuse(reader, err);
}

static bool
take(struct json_reader *reader, enum json_token wanted, struct err *err)
{
	enum json_token token;
	return json_next(reader, &token, err) && (token == wanted || refuse(reader, err));
}

struct names {
	char **names;
	size_t count, capacity;
};

/* Keeps name; refuses one that was there. */
static bool
note_name(struct names *names, const struct json_reader *reader, struct err *err)
{
	for (size_t n = 0; n < names->count; n++)
		if (strcmp(names->names[n], str_text(&reader->text)) == 0)
			return refuse(reader, err);
	ARRAY_RESERVE(names->names, names->count, names->capacity);
	names->names[names->count++] = mem_copy_text(str_text(&reader->text));
	return true;
}

static bool
read_pair(struct json_reader *reader, char **before, char **after, struct err *err)
{
	return take(reader, JSON_ARRAY, err) && take_text(reader, before, err) && take_text(reader, after, err) &&
		take(reader, JSON_ARRAY_END, err);
}

bool
json_read_changes(const char *bytes, size_t length,
	bool (*pair)(void *to, const char *code, const char *before, const char *after, struct err *err), void *to,
	struct err *err)
{
	struct json_reader reader;
	struct names names = { 0 };
	json_reader_init(&reader, bytes, length);
	bool good = take(&reader, JSON_OBJECT, err);
	while (good) {
		enum json_token token;
		good = json_next(&reader, &token, err);
		if (!good || token == JSON_OBJECT_END)
			break;
		char *before = NULL, *after = NULL;
		good = note_name(&names, &reader, err) && read_pair(&reader, &before, &after, err) &&
			pair(to, names.names[names.count - 1], before, after, err);
		free(before);
		free(after);
	}
	good = good && take(&reader, JSON_END, err);
	for (size_t n = 0; n < names.count; n++)
		free(names.names[n]);
	free(names.names);
	json_reader_release(&reader);
	return good;
}
