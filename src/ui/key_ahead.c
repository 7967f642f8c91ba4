/* What was typed while the program was busy, looked at before it is acted on. */
#include "ui/key.h"
#include <string.h>

bool
key_is_waiting(const struct key_decoder *decoder)
{
	return decoder->count > decoder->first;
}

bool
key_take_escape(struct key_decoder *decoder, int64_t now)
{
	struct key_decoder ahead = { .eight_bit = decoder->eight_bit };
	struct key_event event;
	bool found = false;
	if (!key_is_waiting(decoder))
		return false;
	for (size_t n = decoder->first; n < decoder->count; n++) {
		char byte = (char)decoder->bytes[n].byte;
		key_feed(&ahead, &byte, 1, decoder->bytes[n].when);
	}
	ahead.after_escape = decoder->after_escape;
	ahead.escape_when = decoder->escape_when;
	ahead.pasting = decoder->pasting;
	ahead.paste_when = decoder->paste_when;
	while (!found && key_next(&ahead, now, true, &event))
		found = event.kind == KEY_PRESSED && event.key == K_ESCAPE;
	if (found) {
		size_t at = decoder->first + ahead.first - 1;
		memmove(decoder->bytes + at, decoder->bytes + at + 1,
			(decoder->count - at - 1) * sizeof *decoder->bytes);
		decoder->count--;
	}
	key_decoder_release(&ahead);
	return found;
}
