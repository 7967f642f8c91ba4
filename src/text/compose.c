#include "compose_word.h"
#include "utf8.h"
#include <string.h>

static bool
is_upper(char key)
{
	return key >= 'A' && key <= 'Z';
}

static char
lower(char key)
{
	return is_upper(key) ? (char)(key - 'A' + 'a') : key;
}

/* ---- keys ---- */

static const char telex_tones[] = "zfrxsj", vni_tones[] = "023415"; /* by enum letter_tone */

static int
tone_of(enum compose_method method, char key)
{
	const char *tones = method == COMPOSE_VNI ? vni_tones : telex_tones;
	const char *found = key ? strchr(tones, key) : NULL;
	return found ? (int)(found - tones) : -1;
}

char
compose_tone_key(enum compose_method method, enum letter_tone tone)
{
	return tone ? (method == COMPOSE_VNI ? vni_tones : telex_tones)[tone] : 0;
}

char
compose_quality_key(enum compose_method method, const struct cell *cell)
{
	bool vni = method == COMPOSE_VNI;
	switch (cell->quality) {
	case QUALITY_BREVE:
		return vni ? '8' : 'w';
	case QUALITY_HORN:
		return vni ? '7' : 'w';
	case QUALITY_CIRCUMFLEX:
		return vni ? '6' : cell->base;
	case QUALITY_STROKE:
		return vni ? '9' : 'd';
	default:
		return 0;
	}
}

bool
text_compose_breaks(char key, enum compose_method method)
{
	if (method == COMPOSE_TELEX_FULL && key && strchr("[]{}", key))
		return false;
	return (unsigned char)key <= ' ' || key == 0x7F || strchr(",;:.\"'!?<>=+-*/\\_@#$%&(){}[]|~`^", key);
}

/* ---- the word ---- */

/* Only sắc and nặng go with c ch k p t. */
static bool
tone_goes(const struct compose_word *word, enum letter_tone tone)
{
	return !word->syllable.stopped || !tone || tone >= TONE_SAC;
}

/* Whether the cells may still become a syllable; then they are parsed.  A tone that a final does not go with (mõt) may still be
 * replaced by another. */
static bool
fits(struct compose_word *word)
{
	struct syllable syllable = syllable_parse(word->cells, word->count, word->flags & COMPOSE_LOOSE);
	if (syllable.state == SYLLABLE_NONE || (word->tone && !syllable.vowels))
		return false;
	word->syllable = syllable;
	return true;
}

static struct cell *
vowel(struct compose_word *word, size_t n)
{
	return &word->cells[word->syllable.onset + n];
}

static bool
try_quality(struct compose_word *word, struct cell *cell, enum letter_quality quality)
{
	uint8_t old = cell->quality;
	cell->quality = (uint8_t)quality;
	if (fits(word))
		return true;
	cell->quality = old;
	return false;
}

static bool
try_two(struct compose_word *word, struct cell *pair, enum letter_quality first, enum letter_quality second)
{
	uint8_t old = pair->quality;
	pair->quality = (uint8_t)first;
	if (try_quality(word, pair + 1, second))
		return true;
	pair->quality = old;
	return false;
}

static void
die_with(struct compose_word *word)
{
	word->dead = true;
	if (word->tone)
		word->tone_at = syllable_tone_at(word->cells, &word->syllable, word->flags & COMPOSE_NEW_STYLE);
}

/* uơ and ưo before anything are on the way to ươ. */
static void
join_uo(struct compose_word *word, char key)
{
	struct cell *pair = vowel(word, 0);
	bool consonant = !strchr("aeoy", key);
	if (word->syllable.vowels == 2 && !word->syllable.coda && consonant && pair[0].base == 'u' &&
		pair[1].base == 'o' && (pair[0].quality == QUALITY_HORN) != (pair[1].quality == QUALITY_HORN) &&
		pair[1].quality != QUALITY_CIRCUMFLEX)
		try_two(word, pair, QUALITY_HORN, QUALITY_HORN);
}

static void
append(struct compose_word *word, struct cell cell)
{
	struct compose_word before;
	bool alive = !word->dead;
	if (alive) {
		before = *word;
		join_uo(word, cell.base);
	}
	word->cells[word->count++] = cell;
	if (!alive || fits(word))
		return;
	*word = before;
	die_with(word);
	word->cells[word->count++] = cell;
}

static void
append_key(struct compose_word *word, char key)
{
	append(word, (struct cell){ .base = lower(key), .upper = is_upper(key) });
}

/* ---- marks: each returns whether the key was one ---- */

/* oo makes syllables with a final only (boong, xoóc); without one it is a doubled letter of another language (toor, coordinate),
 * in Telex, where it takes three keys. */
static bool
is_open_oo(struct compose_word *word)
{
	const struct cell *pair = vowel(word, 0);
	return word->method != COMPOSE_VNI && word->syllable.vowels == 2 && !word->syllable.coda &&
		pair[0].base == 'o' && pair[1].base == 'o' && !pair[0].quality && !pair[1].quality;
}

static bool
take_tone(struct compose_word *word, enum letter_tone tone, char key)
{
	if (!word->syllable.vowels || !tone_goes(word, tone) || is_open_oo(word))
		return false;
	enum letter_tone old = word->tone;
	if (!tone && !old)
		return false;
	if (tone == old) {
		word->tone = TONE_NGANG;
		append_key(word, key);
		return true;
	}
	word->tone = tone;
	return true;
}

/* Takes a kind of mark off all vowels; the key becomes a letter. */
static void
undo(struct compose_word *word, bool (*is)(enum letter_quality quality), char key)
{
	for (size_t n = 0; n < word->syllable.vowels; n++)
		if (is(vowel(word, n)->quality))
			vowel(word, n)->quality = QUALITY_NONE;
	if (!fits(word))
		die_with(word);
	append_key(word, key);
	if (!word->dead && word->tone && is_open_oo(word))
		die_with(word);
}

static bool
is_circumflex(enum letter_quality quality)
{
	return quality == QUALITY_CIRCUMFLEX;
}

static bool
is_hook(enum letter_quality quality)
{
	return quality == QUALITY_HORN || quality == QUALITY_BREVE;
}

/* base 0: any vowel that takes it. */
static bool
take_circumflex(struct compose_word *word, char base, char key)
{
	for (size_t n = word->syllable.vowels; n-- > 0;) {
		struct cell *cell = vowel(word, n);
		if (base ? cell->base != base : !strchr("aeo", cell->base))
			continue;
		if (cell->quality == QUALITY_CIRCUMFLEX) {
			undo(word, is_circumflex, key);
			return true;
		}
		if (n && cell->base == 'o' && cell[-1].quality == QUALITY_HORN &&
			try_two(word, cell - 1, QUALITY_NONE, QUALITY_CIRCUMFLEX))
			return true;
		if (try_quality(word, cell, QUALITY_CIRCUMFLEX))
			return true;
	}
	return false;
}

/* huơ, khuơ, thuở, uơ: only these have the horn on the second letter. */
static bool
is_huo(const struct compose_word *word)
{
	const struct cell *cells = word->cells;
	size_t onset = word->syllable.onset;
	if (word->syllable.vowels != 2 || word->syllable.coda || cells[onset].quality ||
		cells[onset + 1].quality == QUALITY_HORN)
		return false;
	return !onset || (onset == 1 && cells[0].base == 'h') ||
		(onset == 2 && cells[1].base == 'h' && (cells[0].base == 'k' || cells[0].base == 't'));
}

static bool
horn_uo(struct compose_word *word)
{
	struct cell *pair = vowel(word, 0);
	if (word->syllable.vowels < 2 || pair[0].base != 'u' || pair[1].base != 'o')
		return false;
	if (is_huo(word))
		return try_quality(word, &pair[1], QUALITY_HORN);
	if (pair[0].quality == QUALITY_HORN && pair[1].quality == QUALITY_HORN)
		return false;
	return try_two(word, pair, QUALITY_HORN, QUALITY_HORN);
}

static bool
hook_one(struct compose_word *word, bool horn, bool breve)
{
	for (size_t n = word->syllable.vowels; n-- > 0;) {
		struct cell *cell = vowel(word, n);
		bool takes_breve = breve && cell->base == 'a' && cell->quality != QUALITY_BREVE;
		bool takes_horn = horn && (cell->base == 'o' || cell->base == 'u') && cell->quality != QUALITY_HORN;
		bool after_u = n && cell->base == 'o' && cell[-1].base == 'u';
		if (takes_breve && try_quality(word, cell, QUALITY_BREVE))
			return true;
		if (takes_horn && !after_u &&
			!(cell->base == 'u' && n + 1 < word->syllable.vowels && cell[1].base == 'o') &&
			try_quality(word, cell, QUALITY_HORN))
			return true;
	}
	return false;
}

static bool
has_hook(struct compose_word *word, bool horn, bool breve)
{
	for (size_t n = 0; n < word->syllable.vowels; n++) {
		uint8_t quality = vowel(word, n)->quality;
		if ((horn && quality == QUALITY_HORN) || (breve && quality == QUALITY_BREVE))
			return true;
	}
	return false;
}

static bool
take_hook(struct compose_word *word, bool horn, bool breve, char key)
{
	if (!word->syllable.vowels)
		return false;
	if ((horn && horn_uo(word)) || hook_one(word, horn, breve))
		return true;
	if (!has_hook(word, horn, breve))
		return false;
	undo(word, is_hook, key);
	return true;
}

/* Undoes a letter that one key made, and its tone with it: ww → w, wsw → w.  What follows is no Vietnamese. */
static bool
take_alone_again(struct compose_word *word, char key)
{
	struct cell *last = word->count ? &word->cells[word->count - 1] : NULL;
	if (!last || !last->alone || last->alone != key || word->syllable.vowels != 1)
		return false;
	bool upper = last->upper;
	word->tone = TONE_NGANG;
	word->count--;
	fits(word);
	append(word, (struct cell){ .base = key, .upper = upper && key == 'w' });
	if (!word->dead)
		die_with(word);
	return true;
}

/* gi, whose i belongs to the onset when a vowel follows: giw → giư. */
static bool
is_gi(const struct compose_word *word)
{
	return word->count == 2 && word->cells[0].base == 'g' && word->cells[1].base == 'i';
}

/* A letter with its mark from one key: w, or a bracket of full Telex. */
static bool
take_alone(struct compose_word *word, char key)
{
	static const char made[] = "wu[o{o]u}u";
	const char *found = strchr(made, lower(key));
	bool bracket = word->method == COMPOSE_TELEX_FULL && strchr("[]{}", key);
	if (!found || (lower(key) != 'w' && !bracket) || word->syllable.coda)
		return false;
	if (take_alone_again(word, lower(key)))
		return true;
	if (lower(key) == 'w' && word->syllable.vowels && !is_gi(word))
		return false;
	struct compose_word before = *word;
	bool upper = key == 'W' || key == '{' || key == '}';
	append(word, (struct cell){ .base = found[1], .quality = QUALITY_HORN, .upper = upper, .alone = lower(key) });
	if (!word->dead)
		return true;
	*word = before;
	return false;
}

static bool
take_stroke(struct compose_word *word, char key)
{
	struct cell *cell = word->cells;
	if (!word->count || cell->base != 'd')
		return false;
	if (cell->quality != QUALITY_STROKE)
		return try_quality(word, cell, QUALITY_STROKE);
	cell->quality = QUALITY_NONE;
	append_key(word, key);
	return true;
}

/* In what is no syllable đ is still made of a d that no vowel stands before: HĐND, 500đ. */
static bool
take_stroke_dead(struct compose_word *word, char key)
{
	struct cell *last = &word->cells[word->count - 1];
	char before = word->count > 1 ? last[-1].base : 0;
	if (last->base != 'd' || !before || cell_is_vowel(last - 1))
		return false;
	if (last->quality == QUALITY_STROKE) {
		last->quality = QUALITY_NONE;
		append_key(word, key);
		return true;
	}
	last->quality = QUALITY_STROKE;
	return true;
}

static bool
take_mark(struct compose_word *word, char key)
{
	bool vni = word->method == COMPOSE_VNI;
	char small = lower(key);
	int tone = tone_of(word->method, small);
	if (small == (vni ? '9' : 'd'))
		return word->dead ? take_stroke_dead(word, key) : take_stroke(word, key);
	if (word->dead)
		return false;
	if (tone >= 0)
		return take_tone(word, (enum letter_tone)tone, key);
	if (vni) {
		if (small == '6')
			return take_circumflex(word, 0, key);
		return (small == '7' || small == '8') && take_hook(word, small == '7', small == '8', key);
	}
	if (small == 'a' || small == 'e' || small == 'o')
		return take_circumflex(word, small, key);
	if (small == 'w' && take_alone_again(word, 'w'))
		return true;
	return (small == 'w' && take_hook(word, true, true, key)) || take_alone(word, key);
}

void
compose_word_key(struct compose_word *word, char key)
{
	if (!word->count && !word->dead)
		fits(word);
	if (!key || !take_mark(word, key))
		append_key(word, key);
}

/* ---- what is shown ---- */

void
compose_word_show(const struct compose_word *word, struct str *out)
{
	size_t tone_at = word->tone_at;
	char bytes[COMPOSE_KEYS_MOST * 4];
	size_t length = 0;
	if (!word->dead && word->tone)
		tone_at = syllable_tone_at(word->cells, &word->syllable, word->flags & COMPOSE_NEW_STYLE);
	for (size_t n = 0; n < word->count; n++) {
		enum letter_tone tone = word->tone && n == tone_at ? word->tone : TONE_NGANG;
		if ((unsigned char)word->cells[n].base >= 0x80)
			bytes[length++] = word->cells[n].base;
		else
			length += utf8_encode(syllable_letter(&word->cells[n], tone), bytes + length);
	}
	str_add(out, bytes, length);
}

bool
compose_word_has_marks(const struct compose_word *word)
{
	bool has = word->tone;
	for (size_t n = 0; n < word->count; n++)
		has = has || word->cells[n].quality;
	return has;
}

/* False: too long to be a word. */
static bool
take_keys(struct compose_word *word, const char *keys, size_t count, enum compose_method method, unsigned flags)
{
	word->method = method;
	word->flags = flags;
	word->count = 0;
	word->tone = TONE_NGANG;
	word->dead = false;
	word->tone_at = 0;
	if (count > COMPOSE_KEYS_MOST)
		return false;
	for (size_t n = 0; n < count; n++)
		compose_word_key(word, keys[n]);
	return true;
}

static bool
is_whole(const struct compose_word *word)
{
	return word->count && !word->dead && word->syllable.state == SYLLABLE_COMPLETE && tone_goes(word, word->tone);
}

bool
text_compose(const char *keys, size_t count, enum compose_method method, unsigned flags, struct str *out, bool *valid)
{
	struct compose_word word = { .count = 0 };
	bool taken = take_keys(&word, keys, count, method, flags);
	if (taken)
		compose_word_show(&word, out);
	else
		str_add(out, keys, count);
	if (valid)
		*valid = taken && is_whole(&word);
	return taken && compose_word_has_marks(&word);
}

/* Marks that only a syllable has: on vowels. */
static bool
has_vowel_marks(const struct compose_word *word)
{
	bool has = word->tone;
	for (size_t n = 0; n < word->count; n++)
		has = has || (word->cells[n].quality && word->cells[n].quality != QUALITY_STROKE);
	return has;
}

bool
text_compose_end(const char *keys, size_t count, enum compose_method method, unsigned flags, struct str *out)
{
	struct compose_word word = { .count = 0 };
	bool taken = take_keys(&word, keys, count, method, flags);
	bool stays = taken && (is_whole(&word) || !has_vowel_marks(&word) || word.cells[0].quality == QUALITY_STROKE);
	if (stays)
		compose_word_show(&word, out);
	else
		str_add(out, keys, count);
	return stays && compose_word_has_marks(&word);
}
