/* History read from a damaged book: an object of changes, or a sentence. */
#include "text/json.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
take(void *to, const char *code, const char *before, const char *after, struct err *err)
{
	size_t *pairs = to;
	(void)code, (void)before, (void)after, (void)err;
	(*pairs)++;
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err err = { 0 };
	size_t pairs = 0;
	if (!json_read_changes((const char *)data, size, take, &pairs, &err) && !err.text)
		abort();
	err_release(&err);
	return 0;
}
