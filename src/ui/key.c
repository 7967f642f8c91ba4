#include "ui/key.h"
#include "base/mem.h"
#include "ui/key_table.h"
#include <stdlib.h>
#include <string.h>

/* ---- bytes waiting ---- */

void
key_decoder_release(struct key_decoder *decoder)
{
	free(decoder->bytes);
	str_release(&decoder->text);
	*decoder = (struct key_decoder){ 0 };
}

void
key_feed(struct key_decoder *decoder, const char *bytes, size_t length, int64_t now)
{
	if (decoder->first && decoder->first == decoder->count)
		decoder->first = decoder->count = 0;
	for (size_t n = 0; n < length; n++) {
		ARRAY_RESERVE(decoder->bytes, decoder->count, decoder->capacity);
		decoder->bytes[decoder->count++] = (struct key_byte){ .when = now, .byte = (unsigned char)bytes[n] };
	}
}

void
key_discard(struct key_decoder *decoder)
{
	decoder->first = decoder->count = 0;
	decoder->after_escape = decoder->pasting = false;
}

static size_t
waiting(const struct key_decoder *decoder)
{
	return decoder->count - decoder->first;
}

static unsigned char
byte_at(const struct key_decoder *decoder, size_t n)
{
	return decoder->bytes[decoder->first + n].byte;
}

static int64_t
when_at(const struct key_decoder *decoder, size_t n)
{
	return decoder->bytes[decoder->first + n].when;
}

/* ---- events ---- */

enum found { FOUND_NOTHING, FOUND_EVENT, FOUND_SKIPPED };

static enum found
give_key(struct key_decoder *decoder, size_t taken, int key, struct key_event *event)
{
	decoder->first += taken;
	decoder->after_escape = false;
	*event = (struct key_event){ .kind = KEY_PRESSED, .key = key, .text = "" };
	return FOUND_EVENT;
}

static enum found
give_escape(struct key_decoder *decoder, struct key_event *event)
{
	decoder->escape_when = when_at(decoder, 0);
	give_key(decoder, 1, K_ESCAPE, event);
	decoder->after_escape = true;
	return FOUND_EVENT;
}

static enum found
give_bytes(struct key_decoder *decoder, size_t taken, enum key_event_kind kind, struct key_event *event)
{
	str_clear(&decoder->text);
	for (size_t n = 0; n < taken; n++)
		str_add_byte(&decoder->text, (char)byte_at(decoder, n));
	decoder->first += taken;
	decoder->after_escape = false;
	*event = (struct key_event){ .kind = kind, .text = str_text(&decoder->text), .length = decoder->text.length };
	return FOUND_EVENT;
}

static enum found
give_character(struct key_decoder *decoder, size_t taken, char character, struct key_event *event)
{
	decoder->first += taken;
	decoder->after_escape = false;
	str_clear(&decoder->text);
	str_add_byte(&decoder->text, character);
	*event = (struct key_event){ .kind = KEY_TEXT, .text = str_text(&decoder->text), .length = 1 };
	return FOUND_EVENT;
}

/* Names a sequence for the message line: ESC [ 9 9 ~; torn: its ESC went before. */
static enum found
give_unknown(struct key_decoder *decoder, size_t taken, bool torn, struct key_event *event)
{
	str_clear(&decoder->text);
	if (torn)
		str_add_text(&decoder->text, "ESC");
	for (size_t n = 0; n < taken && n < 24; n++) {
		unsigned char byte = byte_at(decoder, n);
		if (decoder->text.length)
			str_add_byte(&decoder->text, ' ');
		if (byte == 0x1B)
			str_add_text(&decoder->text, "ESC");
		else if (byte > ' ' && byte < 0x7F)
			str_add_byte(&decoder->text, (char)byte);
		else
			str_add_format(&decoder->text, "%02X", byte);
	}
	decoder->first += taken;
	decoder->after_escape = false;
	*event = (struct key_event){
		.kind = KEY_UNKNOWN, .text = str_text(&decoder->text), .length = decoder->text.length
	};
	return FOUND_EVENT;
}

/* ---- sequences ---- */

/* Bytes n … of a CSI sequence up to and with its final byte; 0: its end has not come.  n stands after the [. */
static size_t
csi_end(const struct key_decoder *decoder, size_t n)
{
	if (n < waiting(decoder) && byte_at(decoder, n) == '[')
		return n + 1 < waiting(decoder) ? n + 2 : 0; /* the Linux console: ESC [ [ A */
	for (; n < waiting(decoder); n++) {
		unsigned char byte = byte_at(decoder, n);
		if (byte >= 0x40 && byte <= 0x7E)
			return n + 1;
		if (byte < 0x20 || byte > 0x7E)
			return n; /* broken off: what follows is something else */
	}
	return 0;
}

/* The same for ESC O, which may hold digits for modifiers. */
static size_t
ss3_end(const struct key_decoder *decoder, size_t n)
{
	for (; n < waiting(decoder); n++) {
		unsigned char byte = byte_at(decoder, n);
		if (byte >= '0' && byte <= '9')
			continue;
		return byte < 0x20 || byte > 0x7E ? n : n + 1;
	}
	return 0;
}

struct sequence {
	int numbers[3], count;
	char final;
	bool private;
};

/* What stands between from and end (after it). */
static struct sequence
read_sequence(const struct key_decoder *decoder, size_t from, size_t end)
{
	struct sequence sequence = { .final = (char)byte_at(decoder, end - 1) };
	for (size_t n = from; n + 1 < end; n++) {
		unsigned char byte = byte_at(decoder, n);
		if (byte >= '0' && byte <= '9') {
			if (!sequence.count)
				sequence.count = 1;
			int *number = &sequence.numbers[sequence.count - 1];
			if (*number < 10000)
				*number = *number * 10 + (byte - '0');
		} else if (byte == ';' && sequence.count < 3) {
			sequence.count += sequence.count ? 1 : 2;
		} else {
			sequence.private = true;
		}
	}
	return sequence;
}

static int
csi_key(const struct sequence *sequence)
{
	int modifier = sequence->count > 1 ? sequence->numbers[1] : 0;
	if (sequence->private || sequence->count > 2)
		return K_NONE;
	if (sequence->final == 'Z')
		return K_SHIFT_TAB;
	if (sequence->final != '~')
		return key_modified(key_of_letter(sequence->final), modifier);
	return key_modified(key_of_number(sequence->numbers[0]), modifier);
}

/* ---- the mouse ---- */

/* button as xterm codes it: 0 left, 64 and 65 the wheel; 4, 8, 16 more for Shift, Alt, Ctrl, 32 while it moves. */
static enum found
give_mouse(struct key_decoder *decoder, size_t taken, int button, int row, int column, struct key_event *event)
{
	enum { LEFT = 0, WHEEL_UP = 64, WHEEL_DOWN = 65 };
	decoder->first += taken;
	decoder->after_escape = false;
	*event = (struct key_event){ .kind = button == LEFT ? KEY_CLICKED : KEY_WHEELED,
		.text = "",
		.row = row - 1,
		.column = column - 1,
		.up = button == WHEEL_UP };
	bool told = button == LEFT || button == WHEEL_UP || button == WHEEL_DOWN;
	return told && row > 0 && column > 0 ? FOUND_EVENT : FOUND_SKIPPED;
}

/* The three bytes behind ESC [ M, each 32 more than it says. */
static enum found
take_old_mouse(struct key_decoder *decoder, size_t end, int64_t now, struct key_event *event)
{
	enum { BYTES = 3, MORE = 32 };
	if (waiting(decoder) < end + BYTES)
		return now - when_at(decoder, waiting(decoder) - 1) < KEY_TAIL_DELAY
			? FOUND_NOTHING
			: give_unknown(decoder, waiting(decoder), false, event);
	return give_mouse(decoder, end + BYTES, byte_at(decoder, end) - MORE, byte_at(decoder, end + 2) - MORE,
		byte_at(decoder, end + 1) - MORE, event);
}

static bool
is_sgr_mouse(const struct key_decoder *decoder, const struct sequence *sequence)
{
	return byte_at(decoder, 2) == '<' && sequence->count == 3 && (sequence->final == 'M' || sequence->final == 'm');
}

/* A button that is let go says nothing. */
static enum found
take_sgr_mouse(struct key_decoder *decoder, size_t end, const struct sequence *sequence, struct key_event *event)
{
	return give_mouse(decoder, end, sequence->final == 'M' ? sequence->numbers[0] : -1, sequence->numbers[2],
		sequence->numbers[1], event);
}

static enum found
take_csi(struct key_decoder *decoder, size_t end, int64_t now, struct key_event *event)
{
	if (byte_at(decoder, 2) == '[') {
		char letter = (char)byte_at(decoder, 3);
		if (letter >= 'A' && letter <= 'E')
			return give_key(decoder, end, K_F1 + (letter - 'A'), event);
		return give_unknown(decoder, end, false, event);
	}
	struct sequence sequence = read_sequence(decoder, 2, end);
	if (sequence.final == '~' && sequence.numbers[0] == 200) {
		decoder->pasting = true;
		decoder->paste_when = when_at(decoder, end - 1);
		decoder->first += end;
		str_clear(&decoder->text);
		return FOUND_SKIPPED;
	}
	/* A late answer of the start probe, or the end of a paste that was given up. */
	if ((sequence.final == 'R' && sequence.count == 2 && sequence.numbers[0] != 1) ||
		(sequence.final == '~' && sequence.numbers[0] == 201)) {
		decoder->first += end;
		return FOUND_SKIPPED;
	}
	if (sequence.final == 'M' && end == 3)
		return take_old_mouse(decoder, end, now, event);
	if (is_sgr_mouse(decoder, &sequence))
		return take_sgr_mouse(decoder, end, &sequence, event);
	int key = csi_key(&sequence);
	return key ? give_key(decoder, end, key, event) : give_unknown(decoder, end, false, event);
}

static enum found
take_ss3(struct key_decoder *decoder, size_t end, struct key_event *event)
{
	struct sequence sequence = read_sequence(decoder, 2, end);
	char character = sequence.count ? 0 : key_of_keypad(sequence.final);
	if (character)
		return give_character(decoder, end, character, event);
	if (sequence.final == 'M' && !sequence.count)
		return give_key(decoder, end, K_ENTER, event);
	int key = key_modified(key_of_letter(sequence.final), sequence.numbers[0]);
	return key ? give_key(decoder, end, key, event) : give_unknown(decoder, end, false, event);
}

/* ESC is the first byte waiting. */
static enum found
take_escape(struct key_decoder *decoder, int64_t now, bool typing, struct key_event *event)
{
	int64_t begun = when_at(decoder, 0);
	if (waiting(decoder) == 1)
		return now - begun >= KEY_ESCAPE_DELAY ? give_escape(decoder, event) : FOUND_NOTHING;
	unsigned char second = byte_at(decoder, 1);
	if (when_at(decoder, 1) - begun >= KEY_ESCAPE_DELAY)
		return give_escape(decoder, event);
	if (second == '[' || second == 'O') {
		size_t end = second == '[' ? csi_end(decoder, 2) : ss3_end(decoder, 2);
		if (!end)
			return now - when_at(decoder, waiting(decoder) - 1) >= KEY_TAIL_DELAY
				? give_unknown(decoder, waiting(decoder), false, event)
				: FOUND_NOTHING;
		unsigned char final = byte_at(decoder, end - 1);
		if (end == 2 || final < 0x40 || final > 0x7E)
			return give_unknown(decoder, end, false, event);
		return second == '[' ? take_csi(decoder, end, now, event) : take_ss3(decoder, end, event);
	}
	if (second >= '0' && second <= '9' && !typing)
		return give_key(decoder, 2, second == '0' ? K_F10 : K_F1 + (second - '1'), event);
	return give_escape(decoder, event);
}

/* The rest of a sequence whose ESC was taken alone, because the line was slow: never typed. */
static enum found
take_tail(struct key_decoder *decoder, int64_t now, struct key_event *event)
{
	unsigned char first = byte_at(decoder, 0);
	if (!decoder->after_escape || (first != '[' && first != 'O') ||
		when_at(decoder, 0) - decoder->escape_when > KEY_TAIL_DELAY) {
		decoder->after_escape = false;
		return FOUND_SKIPPED;
	}
	size_t end = first == '[' ? csi_end(decoder, 1) : ss3_end(decoder, 1);
	/* O is also a letter that people type: a sequence only when what follows comes at once and ends one. */
	int64_t patience =
		first == '[' ? decoder->escape_when + KEY_TAIL_DELAY : when_at(decoder, 0) + KEY_ESCAPE_DELAY;
	if (!end && now < patience)
		return FOUND_NOTHING;
	char final = end > 1 ? (char)byte_at(decoder, end - 1) : 0;
	bool torn = end > 1 && when_at(decoder, 1) <= patience &&
		(first == '[' || key_of_letter(final) || key_of_keypad(final) || final == 'M');
	decoder->after_escape = false;
	return torn ? give_unknown(decoder, end, true, event) : FOUND_SKIPPED;
}

static enum found
take_paste(struct key_decoder *decoder, int64_t now, struct key_event *event)
{
	static const char end[] = "\033[201~";
	size_t end_length = sizeof end - 1;
	bool ended = false;
	while (waiting(decoder) && !ended) {
		decoder->paste_when = when_at(decoder, 0);
		str_add_byte(&decoder->text, (char)byte_at(decoder, 0));
		decoder->first++;
		size_t length = decoder->text.length;
		ended = length >= end_length && memcmp(decoder->text.bytes + length - end_length, end, end_length) == 0;
	}
	if (ended)
		str_cut(&decoder->text, decoder->text.length - end_length);
	else if (now - decoder->paste_when < KEY_TAIL_DELAY * 4)
		return FOUND_NOTHING;
	decoder->pasting = false;
	*event = (struct key_event){
		.kind = KEY_PASTED, .text = str_text(&decoder->text), .length = decoder->text.length
	};
	return FOUND_EVENT;
}

/* ---- characters ---- */

/* Bytes of the code point that begins with lead; 0: none begins so. */
static size_t
utf8_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* No overlong forms, no surrogates, nothing beyond U+10FFFF, no C1 controls. */
static bool
second_fits(unsigned char lead, unsigned char second)
{
	switch (lead) {
	case 0xC2:
		return second >= 0xA0;
	case 0xE0:
		return second >= 0xA0;
	case 0xED:
		return second < 0xA0;
	case 0xF0:
		return second >= 0x90;
	case 0xF4:
		return second < 0x90;
	default:
		return true;
	}
}

static enum found
take_letter(struct key_decoder *decoder, int64_t now, struct key_event *event)
{
	unsigned char lead = byte_at(decoder, 0);
	size_t length = utf8_length(lead);
	if ((decoder->eight_bit && lead >= 0x80) || !length)
		return give_bytes(decoder, 1, KEY_REFUSED, event);
	for (size_t n = 1; n < length; n++) {
		if (n == waiting(decoder))
			return now - when_at(decoder, n - 1) < KEY_TAIL_DELAY
				? FOUND_NOTHING
				: give_bytes(decoder, n, KEY_REFUSED, event);
		unsigned char byte = byte_at(decoder, n);
		if ((byte & 0xC0) != 0x80 || (n == 1 && !second_fits(lead, byte)))
			return give_bytes(decoder, n, KEY_REFUSED, event);
	}
	return give_bytes(decoder, length, KEY_TEXT, event);
}

static enum found
take_control(struct key_decoder *decoder, struct key_event *event)
{
	unsigned char byte = byte_at(decoder, 0);
	switch (byte) {
	case 0x0D:
	case 0x0A:
		return give_key(decoder, 1, K_ENTER, event);
	case 0x09:
		return give_key(decoder, 1, K_TAB, event);
	case 0x08:
	case 0x7F:
		decoder->backspace = byte;
		return give_key(decoder, 1, K_BACKSPACE, event);
	case 0:
		return give_unknown(decoder, 1, false, event);
	default:
		return give_key(decoder, 1, byte, event);
	}
}

bool
key_next(struct key_decoder *decoder, int64_t now, bool typing, struct key_event *event)
{
	for (;;) {
		enum found found = FOUND_SKIPPED;
		if (decoder->pasting)
			return take_paste(decoder, now, event) == FOUND_EVENT;
		if (!waiting(decoder))
			return false;
		if (decoder->after_escape)
			found = take_tail(decoder, now, event);
		if (found == FOUND_SKIPPED) {
			unsigned char first = byte_at(decoder, 0);
			if (first == 0x1B)
				found = take_escape(decoder, now, typing, event);
			else if (first < ' ' || first == 0x7F)
				found = take_control(decoder, event);
			else
				found = take_letter(decoder, now, event);
		}
		if (found != FOUND_SKIPPED)
			return found == FOUND_EVENT;
	}
}

int
key_wait(const struct key_decoder *decoder, int64_t now)
{
	int64_t until;
	if (decoder->pasting)
		until = decoder->paste_when + KEY_TAIL_DELAY * 4;
	else if (!waiting(decoder))
		return -1;
	else if (byte_at(decoder, 0) == 0x1B && waiting(decoder) == 1)
		until = when_at(decoder, 0) + KEY_ESCAPE_DELAY;
	else if (decoder->after_escape && byte_at(decoder, 0) == 'O')
		until = when_at(decoder, 0) + KEY_ESCAPE_DELAY;
	else if (decoder->after_escape && byte_at(decoder, 0) == '[')
		until = decoder->escape_when + KEY_TAIL_DELAY;
	else
		until = when_at(decoder, waiting(decoder) - 1) + KEY_TAIL_DELAY;
	return until > now ? (int)(until - now) : 0;
}
