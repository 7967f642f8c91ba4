#include "stream.h"
#include "base/mem.h"
#include "text/letter.h"
#include "text/syllable.h"
#include "text/utf8.h"
#include <stdlib.h>
#include <string.h>

void
stream_release(struct stream *stream)
{
	str_release(&stream->bytes);
	free(stream->ends);
	*stream = (struct stream){ 0 };
}

void
stream_clear(struct stream *stream)
{
	str_clear(&stream->bytes);
	stream->count = 0;
}

void
stream_end_burst(struct stream *stream)
{
	size_t last = stream->count ? stream->ends[stream->count - 1] : 0;
	if (stream->bytes.length == last)
		return;
	ARRAY_RESERVE(stream->ends, stream->count, stream->capacity);
	stream->ends[stream->count++] = stream->bytes.length;
}

/* One letter in the code that is sent; how many code points it is. */
static int
add_letter(struct str *out, uint32_t code, bool combining)
{
	static const uint32_t marks[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };
	char buffer[4];
	struct letter letter = letter_of(code);
	bool splits = combining && letter.kind == LETTER_LATIN && letter.tone;
	if (splits) {
		struct cell cell = { .base = letter.base, .quality = letter.quality, .upper = letter.upper };
		code = syllable_letter(&cell, TONE_NGANG);
	}
	str_add(out, buffer, utf8_encode(code, buffer));
	if (splits)
		str_add(out, buffer, utf8_encode(marks[letter.tone], buffer));
	return splits ? 2 : 1;
}

/* The burst that makes the word `before` into `after`. */
static void
correct(struct stream *stream, const struct manner *manner, const char *before, const char *after)
{
	size_t same = 0, length;
	while (before[same] && before[same] == after[same])
		same++;
	while (same && ((unsigned char)before[same] & 0xC0) == 0x80)
		same--;
	while (same && ((unsigned char)after[same] & 0xC0) == 0x80)
		same--;
	struct str ignored = { 0 };
	int erased = 0;
	for (const char *at = before + same; *at; at += length)
		erased += add_letter(&ignored, utf8_decode(at, &length), manner->combining);
	str_release(&ignored);
	if (erased && manner->sender == SENDER_OPENKEY) {
		str_add_text(&stream->bytes, "\xE2\x80\xAF");
		erased++;
	}
	for (; erased; erased--)
		str_add_byte(&stream->bytes, manner->erase);
	for (const char *at = after + same; *at; at += length)
		add_letter(&stream->bytes, utf8_decode(at, &length), manner->combining);
	stream_end_burst(stream);
}

/* What an input method shows after each key, one burst for each. */
static void
send_corrections(struct stream *stream, const struct manner *manner, const char *word, const char *keys)
{
	struct str before = { 0 }, after = { 0 };
	for (size_t count = 1; count <= strlen(keys); count++) {
		str_clear(&after);
		text_compose(keys, count, manner->method, COMPOSE_LOOSE, &after, NULL);
		correct(stream, manner, str_text(&before), str_text(&after));
		str_clear(&before);
		str_add_text(&before, str_text(&after));
	}
	/* What the keys leave out, if anything. */
	correct(stream, manner, str_text(&before), word);
	str_release(&before);
	str_release(&after);
}

static void
send_paste(struct stream *stream, const struct manner *manner, const char *word)
{
	str_add_text(&stream->bytes, "\033[200~");
	correct(stream, manner, "", word);
	str_add_text(&stream->bytes, "\033[201~");
	stream_end_burst(stream);
}

/* A letter that ends no syllable, and its correction by the person. */
static void
send_slip(struct stream *stream, const struct manner *manner)
{
	str_add_byte(&stream->bytes, 'b');
	stream_end_burst(stream);
	str_add_byte(&stream->bytes, manner->erase);
	stream_end_burst(stream);
}

static void
send_keys(struct stream *stream, const char *keys)
{
	for (; *keys; keys++) {
		str_add_byte(&stream->bytes, *keys);
		stream_end_burst(stream);
	}
}

void
stream_type(struct stream *stream, const struct manner *manner, const char *word, const char *keys, bool slips)
{
	if (manner->sender == SENDER_PASTE)
		send_paste(stream, manner, word);
	else if (manner->sender == SENDER_KEYS)
		send_keys(stream, keys);
	else
		send_corrections(stream, manner, word, keys);
	if (slips)
		send_slip(stream, manner);
}
