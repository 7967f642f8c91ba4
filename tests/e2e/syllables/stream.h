/* What input methods send while a person types words: UniKey, EVKey and OpenKey on the person's machine correct what they have
 * sent with Backspaces and new letters in one burst; the built-in one gets plain keys. */
#ifndef E2E_SYLLABLES_STREAM_H
#define E2E_SYLLABLES_STREAM_H
#include "base/str.h"
#include "text/compose.h"

enum sender {
	SENDER_UNIKEY,  /* Backspaces, then letters */
	SENDER_OPENKEY, /* before the Backspaces U+202F, and one Backspace more */
	SENDER_PASTE,   /* no input method: bracketed paste */
	SENDER_KEYS     /* plain keys for the built-in input method */
};
struct manner {
	enum sender sender;
	enum compose_method method; /* by which the person types */
	char erase;                 /* 0x7f or 0x08 */
	bool combining; /* «Unicode tổ hợp»: the tone is a code point of its own, with its own Backspace */
};
/* Bytes, and where each burst ends in them. */
struct stream {
	struct str bytes;
	size_t *ends;
	size_t count, capacity;
};
void stream_release(struct stream *stream);
void stream_clear(struct stream *stream);
/* Ends a burst; nothing when nothing has come since the last. */
void stream_end_burst(struct stream *stream);
/* Appends what comes while a person types the word (NFC, NUL-terminated) with these keys and, corrected at once, a letter too
 * many. */
void stream_type(struct stream *stream, const struct manner *manner, const char *word, const char *keys, bool slips);
#endif
