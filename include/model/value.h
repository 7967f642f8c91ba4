/* One typed value: each field of a record, each cell and each side of a history entry is one of these. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H
#include <stdbool.h>
#include <stdint.h>

enum value_type { VALUE_NONE, VALUE_INTEGER, VALUE_TEXT }; /* NONE = not known: never 0, never "" */
struct value {
	enum value_type type;
	int64_t integer; /* choices, sets, booleans, references, periods, amounts and years too */
	char *text;      /* VALUE_TEXT: clean NFC, not empty; owned */
};

struct value value_none(void);
struct value value_integer(int64_t integer);
/* A copy of text; NULL and "" give VALUE_NONE. */
struct value value_text(const char *text);
struct value value_copy(const struct value *value);
bool value_equal(const struct value *a, const struct value *b);
void value_release(struct value *value);
#endif
