/* What a person may type as a figure: understood or refused with a sentence, never more than the limit. */
#include "text/number.h"
#include "model/quantity.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *typed = malloc(size + 1);
	if (!typed)
		return 0;
	memcpy(typed, data, size);
	typed[size] = '\0';
	struct err err = { 0 };
	struct number number;
	if (number_read(&number, typed, size % 2, &err)) {
		if (llabs(number.digits) > QUANTITY_LIMIT)
			abort();
	} else if (!err.text) {
		abort();
	}
	err_release(&err);
	free(typed);
	return 0;
}
