#include "model/value.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

struct value
value_none(void)
{
	return (struct value){ .type = VALUE_NONE };
}

struct value
value_integer(int64_t integer)
{
	return (struct value){ .type = VALUE_INTEGER, .integer = integer };
}

struct value
value_text(const char *text)
{
	if (!text || !*text)
		return value_none();
	return (struct value){ .type = VALUE_TEXT, .text = mem_copy_text(text) };
}

struct value
value_copy(const struct value *value)
{
	struct value copy = *value;
	copy.text = mem_copy_text(value->text);
	return copy;
}

bool
value_equal(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case VALUE_NONE:
		return true;
	case VALUE_INTEGER:
		return a->integer == b->integer;
	case VALUE_TEXT:
		return strcmp(a->text, b->text) == 0;
	}
	return false;
}

void
value_release(struct value *value)
{
	free(value->text);
	*value = value_none();
}
