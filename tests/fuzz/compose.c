/* Keys of any kind: no letter is lost, and keys found for what is shown show it again. */
#include "text/compose.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	enum compose_method method = (enum compose_method)(data[0] % 3);
	unsigned flags = data[0] / 3 % 4;
	const char *keys = (const char *)data + 1;
	size_t count = size - 1;
	struct str shown = { 0 }, again = { 0 }, found = { 0 };
	text_compose(keys, count, method, flags, &shown, NULL);
	if (count && !shown.length)
		abort();
	if (text_compose_keys(&found, str_text(&shown), shown.length, method, flags)) {
		text_compose(str_text(&found), found.length, method, flags, &again, NULL);
		str_clear(&found);
		if (!text_compose_keys(&found, str_text(&again), again.length, method, flags))
			abort();
	}
	str_clear(&again);
	str_add(&again, keys, count);
	text_is_syllable(str_text(&again), count);
	str_clear(&shown);
	text_compose_end(keys, count, method, flags, &shown);
	if (count && !shown.length)
		abort();
	str_release(&shown);
	str_release(&again);
	str_release(&found);
	return 0;
}
