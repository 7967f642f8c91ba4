/* JSON (RFC 8259): a writer that sets the commas itself, and a strict pull reader. */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H
#include "base/err.h"
#include "base/str.h"
#include <stdint.h>

/* Writer: appends one value; commas between values are added by what out ends with. Text is valid UTF-8; control
 * characters are escaped. */
void json_open(struct str *out, char bracket);       /* '{' or '[' */
void json_close(struct str *out, char bracket);      /* '}' or ']' */
void json_name(struct str *out, const char *name);   /* of a member; its value follows */
void json_string(struct str *out, const char *text); /* NULL: null */
void json_integer(struct str *out, int64_t integer);
void json_bool(struct str *out, bool value);
void json_number(struct str *out, const char *plain); /* as number_plain writes it: 98.5 */

/* Reader. */
enum json_token {
	JSON_END, /* of the text, after one value */
	JSON_OBJECT,
	JSON_OBJECT_END,
	JSON_ARRAY,
	JSON_ARRAY_END,
	JSON_NAME, /* of a member: reader->text */
	JSON_STRING,
	JSON_NUMBER, /* reader->text; a number as written */
	JSON_TRUE,
	JSON_FALSE,
	JSON_NULL
};
#define JSON_DEPTH 32
struct json_reader {
	const char *bytes;
	size_t length, at;
	int depth;
	char open[JSON_DEPTH]; /* brackets not closed yet */
	int expect;            /* the reader's own */
	struct str text;       /* of the last name, string or number */
};
void json_reader_init(struct json_reader *reader, const char *bytes, size_t length); /* bytes are borrowed */
/* The next token. Refuses (ERR_INVALID, err->column in bytes from 1) whatever RFC 8259 does not allow, malformed
 * UTF-8, a NUL in a string, lone surrogates and nesting deeper than JSON_DEPTH. */
bool json_next(struct json_reader *reader, enum json_token *token, struct err *err);
void json_reader_release(struct json_reader *reader);

/* Reads {"code":["old","new"], …}, the form of a history entry, and calls pair for each member; NULL is JSON's
 * null. Refuses anything else and two members of one name. Stops when pair returns false. */
bool json_read_changes(const char *bytes, size_t length,
	bool (*pair)(void *to, const char *code, const char *before, const char *after, struct err *err), void *to,
	struct err *err);
#endif
