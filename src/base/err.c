#include "base/err.h"
#include <stdlib.h>

static void
err_store(struct err *err, enum err_kind kind, char *sentence)
{
	free(err->text);
	err->kind = kind;
	err->text = sentence;
}

bool
err_set(struct err *err, enum err_kind kind, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	err_store(err, kind, say_format_list(words, list));
	va_end(list);
	return false;
}

bool
err_set_field(struct err *err, int field, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	err_store(err, ERR_INVALID, say_format_list(words, list));
	va_end(list);
	err->field = field + 1;
	return false;
}

void
err_release(struct err *err)
{
	free(err->text);
	*err = (struct err){ 0 };
}
