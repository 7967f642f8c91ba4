#include "text/fold.h"
#include "letter.h"
#include "utf8.h"
#include <stdio.h>

/* Bytes on their way into out, in chunks: no call per letter. */
struct bare {
	struct str *out;
	size_t used;
	char bytes[240];
	bool any;              /* a word was begun */
	uint64_t word, before; /* base letters of this word, of the one before */
};

static void
put(struct bare *bare, char byte)
{
	if (bare->used == sizeof bare->bytes) {
		str_add(bare->out, bare->bytes, bare->used);
		bare->used = 0;
	}
	bare->bytes[bare->used++] = byte;
}

static void
begin_word(struct bare *bare)
{
	if (bare->any)
		put(bare, ' ');
	bare->any = true;
	bare->word = 0;
}

/* The begin of a word at text: puts a Roman numeral whole, or takes zeros off; returns the bytes consumed. */
static size_t
word_head(struct bare *bare, const char *text, struct letter first)
{
	int value;
	size_t roman = first.upper && letter_counts(bare->before) ? letter_roman(text, &value) : 0;
	begin_word(bare);
	if (roman) {
		if (value >= 10)
			put(bare, (char)('0' + value / 10));
		put(bare, (char)('0' + value % 10));
		return roman;
	}
	size_t zeros = 0;
	while (text[zeros] == '0' && text[zeros + 1] >= '0' && text[zeros + 1] <= '9')
		zeros++;
	return zeros;
}

void
text_bare(struct str *out, const char *text)
{
	struct bare bare;
	bare.out = out;
	bare.used = 0;
	bare.any = false;
	bare.word = bare.before = 0;
	bool inside = false;
	size_t length;
	for (uint32_t code = utf8_decode(text, &length); length; code = utf8_decode(text, &length)) {
		struct letter letter = letter_of(code);
		bool counts = letter.kind == LETTER_LATIN || letter.kind == LETTER_DIGIT;
		if (counts && !inside) {
			inside = true;
			size_t head = word_head(&bare, text, letter);
			text += head;
			if (head)
				continue;
		}
		if (counts) {
			put(&bare, letter.base);
			bare.word = bare.word << 8 | (unsigned char)letter.base;
			char second = letter.quality == QUALITY_FOREIGN ? letter_second(code) : 0;
			if (second)
				put(&bare, second);
		} else if (letter.kind != LETTER_SKIP && inside) {
			inside = false;
			bare.before = bare.word;
		}
		text += length;
	}
	str_add(out, bare.bytes, bare.used);
}
