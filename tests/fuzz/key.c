/* Whatever a terminal sends, whole or in pieces, ends in events; text events are valid UTF-8 without control characters. */
#include "ui/key.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	int64_t now = 1000;
	for (size_t at = 0; at < size;) {
		size_t part = 1 + data[at] % 7;
		part = part < size - at ? part : size - at;
		key_feed(&decoder, (const char *)data + at, part, now);
		at += part;
		for (size_t events = 0; key_next(&decoder, now, part % 2, &event); events++)
			if (events > 4 * size + 16)
				abort();
		now += part * 40;
	}
	key_decoder_release(&decoder);
	return 0;
}
