/* Which encoding a file is in, and what speaks for it. */
#include "charset_read.h"
#include "letter.h"
#include "text/compose.h"
#include "utf8.h"
#include <string.h>
#include <unistr.h>

#define SAMPLE ((size_t)64 * 1024) /* bytes that a guess looks at */
#define LEAST_LETTERS 3            /* in Vietnamese syllables, below which nothing is guessed */
/* How Vietnamese a reading must be, measured on 1,000 samples of each encoding. */
#define MOJIBAKE_FIT 0.5
#define OLD_FIT 0.35
/* A reading this much worse than the best is out of the question: of those samples the best is 0.4 ahead, but for some lines
 * of seven words. */
#define DOUBT 0.35

/* ---- how Vietnamese a text is ---- */

struct score {
	size_t words, syllables, strange, letters;
};

/* A word with letters beyond ASCII. */
static void
count_word(struct score *score, const char *text, size_t length, const bool *upper, size_t letters, bool any_case)
{
	bool rising = false, falling = false;
	for (size_t n = 1; n < letters; n++) {
		rising = rising || (upper[n] && !upper[n - 1]);
		falling = falling || (!upper[n] && upper[n - 1] && n > 1);
	}
	score->words++;
	if ((any_case || (!rising && !falling)) && text_is_syllable(text, length)) {
		score->syllables++;
		score->letters += letters;
	}
}

static struct score
score_of(const char *text, bool any_case)
{
	enum { LONGEST = 16 };
	struct score score = { 0 };
	bool upper[LONGEST], marked = false;
	size_t begin = 0, letters = 0;
	for (size_t at = 0, bytes;; at += bytes) {
		uint32_t code = utf8_decode(text + at, &bytes);
		struct letter letter = letter_of(code);
		if (letter.kind == LETTER_LATIN) {
			if (!letters)
				begin = at;
			if (letters < LONGEST)
				upper[letters] = letter.upper;
			letters++;
			marked = marked || code >= 0x80;
			continue;
		}
		if (marked && letters <= LONGEST)
			count_word(&score, text + begin, at - begin, upper, letters, any_case);
		else if (marked)
			score.words++;
		letters = 0;
		marked = false;
		bool plain = code < 0x80 || (code >= 0x2010 && code <= 0x2026) || code == 0xA0 || code == 0x20AB;
		score.strange += !plain;
		if (!bytes)
			return score;
	}
}

/* ---- one reading ---- */

static size_t
sample_of(const char *bytes, size_t length)
{
	size_t size = length;
	if (size > SAMPLE)
		for (size = SAMPLE; size > SAMPLE / 2 && bytes[size - 1] != '\n'; size--)
			;
	return size;
}

struct reading {
	size_t words, syllables;
	bool sensible;  /* all bytes are letters of the encoding, and some words are Vietnamese */
	double fitness; /* from 1, all syllables, down below 0 */
};

static struct reading
read_as(const char *bytes, size_t length, enum charset charset)
{
	struct str text = { 0 };
	struct reading reading = { .fitness = -1 };
	size_t bad;
	charset_read(&text, charset, bytes, length, &bad);
	/* A sample may be cut within a letter. */
	bool whole = bad + 16 >= length;
	if (whole || charset != CHARSET_MOJIBAKE) {
		struct score score = score_of(str_text(&text), charset == CHARSET_TCVN3);
		bool enough = score.words && score.letters >= LEAST_LETTERS;
		reading.words = score.words;
		reading.syllables = score.syllables;
		reading.sensible = whole && enough;
		if (enough)
			reading.fitness = ((double)score.syllables - 2.0 * (double)score.strange) / (double)score.words;
	}
	str_release(&text);
	return reading;
}

bool
charset_count(size_t *words, size_t *syllables, enum charset charset, const char *bytes, size_t length)
{
	struct reading reading = read_as(bytes, sample_of(bytes, length), charset);
	*words = reading.words;
	*syllables = reading.syllables;
	return reading.sensible;
}

/* ---- recognising ---- */

static void
found(struct charset_finding *out, enum charset charset, enum charset_sign sign, const char *bytes, size_t length)
{
	struct reading reading = read_as(bytes, length, charset);
	out->charset = charset;
	out->sign = sign;
	out->words = reading.words;
	out->syllables = reading.syllables;
}

/* Another reading that gives the same text is no doubt. */
static void
doubt(struct charset_finding *out, enum charset charset, const char *bytes, size_t length)
{
	struct str text = { 0 }, other = { 0 };
	size_t bad;
	charset_read(&text, out->charset, bytes, length, &bad);
	charset_read(&other, charset, bytes, length, &bad);
	if (strcmp(str_text(&text), str_text(&other)) != 0)
		out->others[out->other_count++] = charset;
	str_release(&text);
	str_release(&other);
}

/* UTF-16 without a mark: its ASCII has a NUL in every second byte. */
static bool
find_utf16(struct charset_finding *out, const char *bytes, size_t length)
{
	size_t nul[2] = { 0, 0 };
	bool little = length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0;
	if (little || (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)) {
		found(out, little ? CHARSET_UTF16LE : CHARSET_UTF16BE, CHARSET_BY_MARK, bytes, length);
		return true;
	}
	for (size_t n = 0; n < length; n++)
		nul[n % 2] += !bytes[n];
	bool apart = nul[0] * 8 < nul[1] || nul[1] * 8 < nul[0];
	if (length % 2 || (nul[0] + nul[1]) * 5 < length || !apart)
		return false;
	found(out, nul[1] > nul[0] ? CHARSET_UTF16LE : CHARSET_UTF16BE, CHARSET_BY_ZEROS, bytes, length);
	return true;
}

static bool
is_ascii(const char *bytes, size_t length)
{
	for (size_t n = 0; n < length; n++)
		if ((unsigned char)bytes[n] >= 0x80)
			return false;
	return true;
}

/* UTF-8 with some broken letters is still no old encoding. */
static bool
is_mostly_utf8(const char *bytes, size_t length)
{
	struct str text = { 0 };
	size_t good = 0, broken = 0;
	str_add(&text, bytes, length);
	for (size_t at = 0, step; at < length; at += step ? step : 1) {
		utf8_decode(str_text(&text) + at, &step);
		good += step > 1;
		broken += step == 1 && (unsigned char)text.bytes[at] >= 0x80;
	}
	str_release(&text);
	return good > broken;
}

/* Well-formed UTF-8; it may have been misread once before. */
static void
find_utf8(struct charset_finding *out, enum charset_sign sign, const char *bytes, size_t length)
{
	size_t mark = sign == CHARSET_BY_MARK ? 3 : 0;
	struct reading misread = read_as(bytes + mark, length - mark, CHARSET_MOJIBAKE);
	if (misread.fitness > MOJIBAKE_FIT) {
		found(out, CHARSET_MOJIBAKE, CHARSET_BY_SYLLABLES, bytes + mark, length - mark);
		if (misread.fitness < 1 - DOUBT)
			doubt(out, CHARSET_UTF8, bytes, length);
		return;
	}
	found(out, CHARSET_UTF8, sign, bytes, length);
	if (misread.sensible && misread.fitness > 0)
		doubt(out, CHARSET_MOJIBAKE, bytes, length);
}

static const enum charset old[] = { CHARSET_TCVN3, CHARSET_VNI, CHARSET_CP1258, CHARSET_VISCII, CHARSET_VPS };
#define OLD_COUNT (sizeof old / sizeof *old)

/* Of the readings that are left, the one that fits best; OLD_COUNT: none fits more than least. */
static size_t
best_of(const struct reading readings[OLD_COUNT], double least)
{
	size_t best = OLD_COUNT;
	for (size_t n = 0; n < OLD_COUNT; n++)
		if (readings[n].fitness > (best < OLD_COUNT ? readings[best].fitness : least))
			best = n;
	return best;
}

/* Beside the best those that come near it; when nothing is good enough, those that make some sense. */
static void
find_old(struct charset_finding *out, const char *bytes, size_t length)
{
	struct reading readings[OLD_COUNT];
	for (size_t n = 0; n < OLD_COUNT; n++)
		readings[n] = read_as(bytes, length, old[n]);
	size_t best = best_of(readings, OLD_FIT);
	bool known = best < OLD_COUNT;
	double least = 0;
	if (known) {
		found(out, old[best], CHARSET_BY_SYLLABLES, bytes, length);
		least = readings[best].fitness - DOUBT > OLD_FIT ? readings[best].fitness - DOUBT : OLD_FIT;
		readings[best].fitness = -1;
	}
	for (size_t n; (n = best_of(readings, least)) < OLD_COUNT;) {
		if (readings[n].sensible)
			doubt(out, old[n], bytes, length);
		readings[n].fitness = -1;
	}
}

void
charset_find(struct charset_finding *out, const char *bytes, size_t length)
{
	size_t sample = sample_of(bytes, length);
	bool well_formed = !length || !u8_check((const uint8_t *)bytes, length);
	*out = (struct charset_finding){ .charset = CHARSET_UTF8 };
	if (is_ascii(bytes, length) && (!length || !memchr(bytes, 0, length)))
		out->sign = CHARSET_BY_ASCII;
	else if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 && well_formed)
		find_utf8(out, CHARSET_BY_MARK, bytes, sample);
	else if (find_utf16(out, bytes, sample - (length > SAMPLE && sample % 2)))
		return;
	else if (well_formed)
		find_utf8(out, CHARSET_BY_FORM, bytes, sample);
	else if (is_mostly_utf8(bytes, sample))
		found(out, CHARSET_UTF8, CHARSET_UNSURE, bytes, sample);
	else
		find_old(out, bytes, sample);
}

bool
charset_guess(enum charset *out, const char *bytes, size_t length)
{
	struct charset_finding finding;
	charset_find(&finding, bytes, length);
	*out = finding.charset;
	return finding.sign != CHARSET_UNSURE;
}
