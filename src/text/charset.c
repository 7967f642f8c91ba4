#include "text/charset.h"
#include "charset_read.h"
#include "letter.h"
#include "text/compose.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>
#include <unistr.h>

#define SAMPLE ((size_t)64 * 1024) /* bytes that a guess looks at */
#define LEAST_LETTERS 3            /* in Vietnamese syllables, below which nothing is guessed */

/* ---- names ---- */

static const struct {
	struct words name;
	const char *word, *others[3];
} names[CHARSET_COUNT] = {
	[CHARSET_UTF8] = { WORDS("UTF-8", "UTF-8"), "utf-8", { "utf8", "unicode" } },
	[CHARSET_UTF16LE] = { WORDS("UTF-16", "UTF-16"), "utf-16le", { "utf-16", "utf16", "utf16le" } },
	[CHARSET_UTF16BE] = { WORDS("UTF-16 (byte cao trước)", "UTF-16 (big endian)"), "utf-16be", { "utf16be" } },
	[CHARSET_TCVN3] = { WORDS("TCVN3 (ABC)", "TCVN3 (ABC)"), "tcvn3", { "abc", "tcvn", "tcvn5712" } },
	[CHARSET_VNI] = { WORDS("VNI-Windows", "VNI-Windows"), "vni", { "vni-windows", "vni-win" } },
	[CHARSET_CP1258] = { WORDS("Windows-1258", "Windows-1258"), "cp1258", { "windows-1258", "1258" } },
	[CHARSET_VISCII] = { WORDS("VISCII", "VISCII"), "viscii", { NULL } },
	[CHARSET_VPS] = { WORDS("VPS", "VPS"), "vps", { NULL } },
	[CHARSET_MOJIBAKE] = { WORDS("UTF-8 bị đọc nhầm là Windows-1252", "UTF-8 misread as Windows-1252"), "mojibake",
		{ "cp1252" } },
};

struct words
charset_name(enum charset charset)
{
	return names[charset].name;
}

const char *
charset_word(enum charset charset)
{
	return names[charset].word;
}

static bool
same_word(const char *a, const char *typed)
{
	for (; *a; a++, typed++)
		if (*a != (*typed >= 'A' && *typed <= 'Z' ? *typed - 'A' + 'a' : *typed))
			return false;
	return !*typed;
}

bool
charset_named(enum charset *out, const char *word)
{
	for (int n = 0; n < CHARSET_COUNT; n++) {
		bool found = same_word(names[n].word, word);
		for (size_t other = 0; other < 3 && names[n].others[other]; other++)
			found = found || same_word(names[n].others[other], word);
		if (found) {
			*out = (enum charset)n;
			return true;
		}
	}
	return false;
}

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

/* From 1, all syllables, down below 0. */
static double
fitness(const char *bytes, size_t length, enum charset charset)
{
	struct str text = { 0 };
	size_t bad;
	charset_read(&text, charset, bytes, length, &bad);
	/* A sample may be cut within a letter. */
	if (charset == CHARSET_MOJIBAKE && bad + 16 < length) {
		str_release(&text);
		return -1;
	}
	struct score score = score_of(str_text(&text), charset == CHARSET_TCVN3);
	str_release(&text);
	if (!score.words || score.letters < LEAST_LETTERS)
		return -1;
	return ((double)score.syllables - 2.0 * (double)score.strange) / (double)score.words;
}

/* ---- guessing ---- */

static size_t
sample_of(const char *bytes, size_t length)
{
	size_t size = length;
	if (size > SAMPLE)
		for (size = SAMPLE; size > SAMPLE / 2 && bytes[size - 1] != '\n'; size--)
			;
	return size;
}

/* UTF-16 without a mark: its ASCII has a NUL in every second byte. */
static bool
guess_utf16(enum charset *out, const char *bytes, size_t length)
{
	size_t nul[2] = { 0, 0 };
	if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
		*out = CHARSET_UTF16LE;
		return true;
	}
	if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
		*out = CHARSET_UTF16BE;
		return true;
	}
	for (size_t n = 0; n < length; n++)
		nul[n % 2] += !bytes[n];
	if (length % 2 || (nul[0] + nul[1]) * 5 < length)
		return false;
	*out = nul[1] > nul[0] ? CHARSET_UTF16LE : CHARSET_UTF16BE;
	return nul[0] * 8 < nul[1] || nul[1] * 8 < nul[0];
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

static bool
guess_old(enum charset *out, const char *bytes, size_t length)
{
	static const enum charset old[] = { CHARSET_TCVN3, CHARSET_VNI, CHARSET_CP1258, CHARSET_VISCII, CHARSET_VPS };
	double best = 0.35;
	bool found = false;
	for (size_t n = 0; n < sizeof old / sizeof *old; n++) {
		double fit = fitness(bytes, length, old[n]);
		if (fit > best) {
			best = fit;
			*out = old[n];
			found = true;
		}
	}
	return found;
}

bool
charset_guess(enum charset *out, const char *bytes, size_t length)
{
	size_t sample = sample_of(bytes, length);
	*out = CHARSET_UTF8;
	if (is_ascii(bytes, length) && !memchr(bytes, 0, length))
		return true;
	if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 && !u8_check((const uint8_t *)bytes, length)) {
		if (fitness(bytes + 3, sample - 3, CHARSET_MOJIBAKE) > 0.5)
			*out = CHARSET_MOJIBAKE;
		return true;
	}
	if (guess_utf16(out, bytes, sample - (length > SAMPLE && sample % 2)))
		return true;
	*out = CHARSET_UTF8;
	if (!u8_check((const uint8_t *)bytes, length)) {
		if (fitness(bytes, sample, CHARSET_MOJIBAKE) > 0.5)
			*out = CHARSET_MOJIBAKE;
		return true;
	}
	return !is_mostly_utf8(bytes, sample) && guess_old(out, bytes, sample);
}

/* ---- decoding ---- */

static bool
refuse(enum charset charset, const char *bytes, size_t bad, struct err *err)
{
	struct str before = { 0 };
	size_t ignored, line_begin = 0;
	long line = 1, column = 1;
	charset_read(&before, charset, bytes, bad, &ignored);
	const char *text = str_text(&before);
	for (size_t n = 0; n < before.length; n++)
		if (text[n] == '\n' || (text[n] == '\r' && text[n + 1] != '\n')) {
			line++;
			line_begin = n + 1;
		}
	for (size_t n = line_begin; n < before.length; n++)
		column += ((unsigned char)text[n] & 0xC0) != 0x80;
	str_release(&before);
	char at_line[24], at_column[24], byte[8];
	snprintf(at_line, sizeof at_line, "%ld", line);
	snprintf(at_column, sizeof at_column, "%ld", column);
	snprintf(byte, sizeof byte, "%02X", (unsigned)(unsigned char)bytes[bad]);
	err_set(err, ERR_INVALID,
		SAY("Dòng {1}, chữ thứ {2}: byte {3} không có trong bảng mã {4}; hãy lưu tệp theo UTF-8, hoặc nêu bảng mã khác.",
			"Line {1}, letter {2}: byte {3} is not in the encoding {4}; save the file as UTF-8, or name another encoding."),
		at_line, at_column, byte, say(charset_name(charset)), NULL);
	err->line = line;
	err->column = column;
	return false;
}

bool
charset_decode(struct str *out, enum charset charset, const char *bytes, size_t length, struct err *err)
{
	size_t had = out->length, bad;
	charset_read(out, charset, bytes, length, &bad);
	if (bad >= length)
		return true;
	if (out->length > had)
		str_cut(out, had);
	return refuse(charset, bytes, bad, err);
}
