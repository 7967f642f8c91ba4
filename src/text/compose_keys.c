/* From letters back to keys, so that a word can be continued that was not typed key by key. */
#include "compose_word.h"
#include "utf8.h"

size_t
text_compose_word(const char *text, size_t length, enum compose_method method)
{
	size_t begin = 0;
	for (size_t at = 0, bytes; at < length; at += bytes ? bytes : 1) {
		uint32_t code = utf8_decode(text + at, &bytes);
		/* A mark on its own belongs to its letter: such a word is then left alone. */
		bool mark = code >= 0x300 && code < 0x370;
		bool breaks = code < 0x80 ? text_compose_breaks((char)code, method)
					  : !mark && letter_of(code).kind != LETTER_LATIN;
		if (breaks)
			begin = at + (bytes ? bytes : 1);
	}
	return begin < length ? begin : length;
}

struct spelling {
	struct cell cells[COMPOSE_KEYS_MOST];
	size_t count, tone_at;
	enum letter_tone tone;
};

/* False: not a word of plain and Vietnamese letters and digits with one tone at most. */
static bool
spell(struct spelling *spelling, const char *word, size_t length)
{
	for (size_t at = 0, bytes; at < length; at += bytes) {
		uint32_t code = utf8_decode(word + at, &bytes);
		struct letter letter = letter_of(code);
		bool known = (letter.kind == LETTER_LATIN && letter.quality != QUALITY_FOREIGN) ||
			(letter.kind == LETTER_DIGIT && code < 0x80);
		if (!known || !bytes || spelling->count == COMPOSE_KEYS_MOST || (letter.tone && spelling->tone))
			return false;
		if (letter.tone) {
			spelling->tone = letter.tone;
			spelling->tone_at = spelling->count;
		}
		spelling->cells[spelling->count++] =
			(struct cell){ .base = letter.base, .quality = letter.quality, .upper = letter.upper };
	}
	return true;
}

static bool
same_letters(const struct compose_word *word, const struct spelling *spelling, size_t count, enum letter_tone tone)
{
	if (word->count != count || word->tone != tone)
		return false;
	for (size_t n = 0; n < count; n++) {
		const struct cell *a = &word->cells[n], *b = &spelling->cells[n];
		if (a->base != b->base || a->quality != b->quality || a->upper != b->upper)
			return false;
	}
	return !(word->dead && tone) || word->tone_at == spelling->tone_at;
}

struct attempt {
	struct compose_word word;
	char keys[COMPOSE_KEYS_MOST];
	size_t count;
};

static void
press(struct attempt *attempt, char key)
{
	if (!key || attempt->count == COMPOSE_KEYS_MOST)
		return;
	attempt->keys[attempt->count++] = key;
	compose_word_key(&attempt->word, key);
}

/* One letter by its key, its mark and (at its own letter) the tone; a letter that is a mark key is typed twice. */
static bool
press_letter(struct attempt *attempt, const struct spelling *spelling, size_t n, bool early)
{
	const struct cell *cell = &spelling->cells[n];
	struct attempt before = *attempt;
	char key = cell->upper ? (char)(cell->base - 'a' + 'A') : cell->base;
	enum letter_tone tone = early && n >= spelling->tone_at ? spelling->tone : TONE_NGANG;
	for (int times = 1; times <= 2; times++) {
		*attempt = before;
		for (int time = 0; time < times; time++)
			press(attempt, key);
		press(attempt, compose_quality_key(attempt->word.method, cell));
		if (early && n == spelling->tone_at)
			press(attempt, compose_tone_key(attempt->word.method, spelling->tone));
		if (same_letters(&attempt->word, spelling, n + 1, tone))
			return true;
	}
	return false;
}

static bool
press_all(struct attempt *attempt, const struct spelling *spelling, bool early, enum compose_method method,
	unsigned flags)
{
	*attempt = (struct attempt){ .word = { .method = method, .flags = flags } };
	for (size_t n = 0; n < spelling->count; n++)
		if (!press_letter(attempt, spelling, n, early))
			return false;
	if (!early)
		press(attempt, compose_tone_key(method, spelling->tone));
	return same_letters(&attempt->word, spelling, spelling->count, spelling->tone);
}

bool
text_compose_keys(struct str *keys, const char *word, size_t length, enum compose_method method, unsigned flags)
{
	struct spelling spelling = { .count = 0 };
	struct attempt attempt;
	if (!spell(&spelling, word, length))
		return false;
	if (!press_all(&attempt, &spelling, false, method, flags) &&
		!press_all(&attempt, &spelling, true, method, flags))
		return false;
	str_add(keys, attempt.keys, attempt.count);
	return true;
}
