#include "base/mem.h"
#include "key_part.h"
#include "letter.h"
#include "text/key.h"
#include "utf8.h"
#include "wordbook_private.h"
#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS 1024
/* Base letters of the word before, as struct words_of has them: one after which Roman numerals count («so»), one that is none. */
#define BEFORE_COUNTED ((uint64_t)'s' << 8 | 'o')
#define BEFORE_NOTHING 1

struct wordbook *
wordbook_new(void)
{
	struct wordbook *book = mem_new(1, sizeof *book);
	book->slot_count = FIRST_SLOTS;
	book->slots = mem_new(book->slot_count, sizeof *book->slots);
	return book;
}

void
wordbook_free(struct wordbook *book)
{
	if (!book)
		return;
	free(book->pieces);
	free(book->slots);
	free(book->words);
	free(book->orders);
	str_release(&book->bytes);
	free(book);
}

void
codes_release(struct codes *codes)
{
	free(codes->items);
	*codes = (struct codes){ 0 };
}

/* ---- a new piece ---- */

static uint32_t
keep_bytes(struct wordbook *book, const void *bytes, size_t length)
{
	size_t at = book->bytes.length;
	str_add(&book->bytes, bytes, length);
	if (book->bytes.length > UINT32_MAX)
		die("wordbook: more than 4 GB of different words");
	return (uint32_t)at;
}

static void
keep_word(struct wordbook *book, const struct word *word)
{
	ARRAY_RESERVE(book->words, book->word_count, book->word_capacity);
	book->words[book->word_count++] = (struct kept_word){ .at = keep_bytes(book, word->base, word->count),
		.count = (uint8_t)word->count,
		.tone = word->tone,
		.longer = word->longer };
	keep_bytes(book, word->quality, word->count);
}

static uint8_t
after_of(uint64_t before)
{
	return before == BEFORE_NOTHING ? AFTER_AS_BEFORE : letter_counts(before) ? AFTER_COUNTED : AFTER_PLAIN;
}

/* The words of the piece that are searched.  A word ends before a blank, so none goes over the end. */
static void
keep_words(struct wordbook *book, struct piece *piece, const char *text, const char *end)
{
	struct words_of words = {
		.text = text, .roman = true, .before = piece->reading & READ_COUNTED ? BEFORE_COUNTED : BEFORE_NOTHING
	};
	struct word word;
	piece->word = (uint32_t)book->word_count;
	uint64_t before = words.before;
	while (text + words.at < end && next_word(&words, &word) && text + word.start < end) {
		keep_word(book, &word);
		piece->initials |= initial_of(word.base[0]);
		before = words.before;
	}
	piece->word_count = (uint32_t)book->word_count - piece->word;
	piece->after = after_of(before);
}

static void
keep_key(struct wordbook *book, struct piece *piece, const char *text, const char *end)
{
	uint64_t before = piece->reading & READ_COUNTED_KEY ? BEFORE_COUNTED : BEFORE_NOTHING;
	piece->key = (uint32_t)book->bytes.length;
	piece->plain = text_key_part(&book->bytes, text, end, &before) <= 1;
	piece->key_length = (uint32_t)book->bytes.length - piece->key;
	piece->after_key = after_of(before);
}

static size_t
keep_piece(struct wordbook *book, const char *text, const char *end, uint64_t letters, uint8_t reading)
{
	struct piece piece = { .letters = letters, .reading = reading, .length = (uint32_t)(end - text) };
	piece.text = keep_bytes(book, text, piece.length);
	keep_words(book, &piece, text, end);
	keep_key(book, &piece, text, end);
	ARRAY_RESERVE(book->pieces, book->piece_count, book->piece_capacity);
	book->pieces[book->piece_count] = piece;
	return book->piece_count++;
}

/* ---- finding a piece ---- */

static size_t
first_slot(const struct wordbook *book, uint64_t letters)
{
	return (size_t)(letters * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (book->slot_count - 1);
}

static void
widen(struct wordbook *book)
{
	book->slot_count *= 2;
	free(book->slots);
	book->slots = mem_new(book->slot_count, sizeof *book->slots);
	for (size_t n = 0; n < book->piece_count; n++) {
		size_t slot = first_slot(book, book->pieces[n].letters);
		while (book->slots[slot])
			slot = (slot + 1) & (book->slot_count - 1);
		book->slots[slot] = (uint32_t)n + 1;
	}
}

static bool
is_piece(const struct wordbook *book, const struct piece *piece, const char *text, size_t length, uint64_t letters)
{
	return piece->letters == letters && piece->length == length &&
		(length <= sizeof letters || memcmp(book->bytes.bytes + piece->text, text, length) == 0);
}

static size_t
piece_number(struct wordbook *book, const char *text, const char *end, uint64_t letters, uint8_t reading)
{
	size_t slot = first_slot(book, letters), length = (size_t)(end - text);
	for (; book->slots[slot]; slot = (slot + 1) & (book->slot_count - 1)) {
		const struct piece *piece = &book->pieces[book->slots[slot] - 1];
		if (piece->reading == reading && is_piece(book, piece, text, length, letters))
			return book->slots[slot] - 1;
	}
	size_t number = keep_piece(book, text, end, letters, reading);
	book->slots[slot] = (uint32_t)number + 1;
	if (book->piece_count * 2 > book->slot_count)
		widen(book);
	return number;
}

static bool
may_be_roman(const char *text, const char *end)
{
	for (; text < end; text++)
		if (*text == 'I' || *text == 'V' || *text == 'X')
			return true;
	return false;
}

static bool
capital_follows(const char *end)
{
	size_t length;
	if (!*end)
		return false;
	struct letter next = letter_of(utf8_decode(end + 1, &length));
	return next.kind == LETTER_LATIN && next.upper;
}

/* Only a piece that may hold a Roman numeral can be read in more than one way. */
static uint8_t
reading_of(const char *text, const char *end, bool counted, bool counted_key)
{
	unsigned reading = 0;
	if ((counted || counted_key) && may_be_roman(text, end))
		reading = (counted ? READ_COUNTED : 0u) | (counted_key ? READ_COUNTED_KEY : 0u);
	if (end - text >= 2 && end[-1] == 'I' && (end[-2] == 'V' || end[-2] == 'X') && capital_follows(end))
		reading |= READ_BEFORE_CAPITAL;
	return (uint8_t)reading;
}

/* ---- phrases ---- */

static void
put_code(struct codes *codes, size_t code)
{
	if (codes->count + 3 > codes->capacity) {
		codes->capacity = codes->capacity ? codes->capacity * 2 : 64;
		codes->items = mem_resize(codes->items, codes->capacity, sizeof *codes->items);
	}
	if (code < CODE_LONG) {
		codes->items[codes->count++] = (uint16_t)code;
	} else {
		codes->items[codes->count++] = CODE_LONG;
		codes->items[codes->count++] = (uint16_t)(code >> 16);
		codes->items[codes->count++] = (uint16_t)(code & 0xFFFF);
	}
}

void
wordbook_add(struct wordbook *book, struct codes *codes, const char *text)
{
	bool counted = false, counted_key = false, more = *text != '\0';
	while (more) {
		uint64_t letters = 0;
		const char *end = text;
		for (; *end && *end != ' '; end++)
			letters = (letters << 8 | letters >> 56) ^ (unsigned char)*end;
		size_t number = piece_number(book, text, end, letters, reading_of(text, end, counted, counted_key));
		const struct piece *piece = &book->pieces[number];
		counted = piece->after == AFTER_AS_BEFORE ? counted : piece->after == AFTER_COUNTED;
		counted_key = piece->after_key == AFTER_AS_BEFORE ? counted_key : piece->after_key == AFTER_COUNTED;
		put_code(codes, number);
		more = *end != '\0'; /* after a blank at the end comes an empty piece */
		text = end + 1;
	}
}

uint32_t
wordbook_initials(const struct wordbook *book, struct phrase phrase)
{
	const uint16_t *at = phrase.codes, *end = at + phrase.length;
	uint32_t initials = 0;
	while (at < end)
		initials |= book->pieces[next_code(&at)].initials;
	return initials;
}

void
wordbook_text(const struct wordbook *book, struct str *out, struct phrase phrase)
{
	const uint16_t *at = phrase.codes, *end = at + phrase.length;
	while (at < end) {
		const struct piece *piece = &book->pieces[next_code(&at)];
		str_add(out, book->bytes.bytes + piece->text, piece->length);
		if (at < end)
			str_add_byte(out, ' ');
	}
}

/* ---- order ---- */

static int
compare_texts(const struct wordbook *book, struct phrase a, struct phrase b)
{
	struct str text_a = { 0 }, text_b = { 0 };
	wordbook_text(book, &text_a, a);
	wordbook_text(book, &text_b, b);
	int order = text_compare(str_text(&text_a), str_text(&text_b));
	str_release(&text_a);
	str_release(&text_b);
	return order;
}

static int
by_key(const void *x, const void *y, void *of)
{
	const struct wordbook *book = of;
	const struct piece *a = &book->pieces[*(const uint32_t *)x], *b = &book->pieces[*(const uint32_t *)y];
	size_t shorter = a->key_length < b->key_length ? a->key_length : b->key_length;
	int order = memcmp(book->bytes.bytes + a->key, book->bytes.bytes + b->key, shorter);
	return order ? order : (a->key_length > b->key_length) - (a->key_length < b->key_length);
}

void
wordbook_order(struct wordbook *book)
{
	size_t count = book->piece_count;
	if (book->ordered == count)
		return;
	uint32_t *sorted = mem_new(count, sizeof *sorted), order = 0;
	for (size_t n = 0; n < count; n++)
		sorted[n] = (uint32_t)n;
	qsort_r(sorted, count, sizeof *sorted, by_key, book);
	book->orders = mem_resize(book->orders, count, sizeof *book->orders);
	for (size_t n = 0; n < count; n++) {
		const struct piece *piece = &book->pieces[sorted[n]];
		if (piece->key_length && (!n || by_key(&sorted[n - 1], &sorted[n], book) != 0))
			order++;
		book->orders[sorted[n]] = piece->plain ? order : ORDER_UNKNOWN;
	}
	book->ordered = count;
	free(sorted);
}

/* The place of the next piece with a key, 0 at the end.  *differ: one without was left out on the way. */
static uint32_t
next_order(const struct wordbook *book, const uint16_t **at, const uint16_t *end, bool *differ)
{
	while (*at < end) {
		size_t number = next_code(at);
		uint32_t order = number < book->ordered ? book->orders[number] : ORDER_UNKNOWN;
		if (order)
			return order;
		*differ = true;
	}
	return 0;
}

/* Piece by piece as long as that is the order of the whole: text_key_part says when.  What differs only in capitals, which come
 * last in a key, is compared as text. */
int
wordbook_compare(const struct wordbook *book, struct phrase a, struct phrase b)
{
	const uint16_t *at_a = a.codes, *end_a = at_a + a.length, *at_b = b.codes, *end_b = at_b + b.length;
	while (at_a < end_a && at_b < end_b && *at_a == *at_b && *at_a != CODE_LONG) {
		at_a++;
		at_b++;
	}
	bool differ = at_a < end_a || at_b < end_b;
	for (;;) {
		uint32_t order_a = next_order(book, &at_a, end_a, &differ);
		uint32_t order_b = next_order(book, &at_b, end_b, &differ);
		if (order_a == ORDER_UNKNOWN || order_b == ORDER_UNKNOWN || (!order_a && !order_b))
			return differ ? compare_texts(book, a, b) : 0;
		if (order_a != order_b)
			return order_a < order_b ? -1 : 1;
	}
}
