/* Files from elsewhere: which encoding their bytes are in, and their text as UTF-8.
 *
 * Guessing needs no list of words: bytes are read in each of the old encodings, and the reading that gives the most
 * Vietnamese syllables (text_is_syllable) wins.  Never sure for a few words: show what was guessed, and let it be
 * overridden. */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H
#include "base/err.h"
#include "base/str.h"

enum charset {
	CHARSET_UTF8, /* with or without byte order mark */
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_TCVN3,  /* ABC, the fonts .VnTime: capitals with a tone read as small letters */
	CHARSET_VNI,    /* VNI-Windows: a letter, then its mark */
	CHARSET_CP1258, /* Windows: a letter, then its tone */
	CHARSET_VISCII,
	CHARSET_VPS,
	CHARSET_MOJIBAKE, /* UTF-8 that was read as CP1252 and saved so: «Nghá»‡ An» */
	CHARSET_COUNT
};
/* What speaks for an encoding. */
enum charset_sign {
	CHARSET_UNSURE,      /* nothing: no reading makes sense, or UTF-8 with broken letters */
	CHARSET_BY_ASCII,    /* there is nothing beyond ASCII, which is the same in all of them */
	CHARSET_BY_MARK,     /* a byte order mark */
	CHARSET_BY_ZEROS,    /* every second byte is 0 */
	CHARSET_BY_FORM,     /* all of it is well-formed UTF-8 */
	CHARSET_BY_SYLLABLES /* read so, words are Vietnamese syllables */
};
/* What was recognised in the first 64 KB. */
struct charset_finding {
	enum charset charset; /* CHARSET_UNSURE: CHARSET_UTF8 */
	enum charset_sign sign;
	size_t words, syllables; /* read so: those with letters beyond ASCII, and the Vietnamese ones of them */
	enum charset others[CHARSET_COUNT]; /* also possible, the likelier first: the person should look */
	size_t other_count;
};
void charset_find(struct charset_finding *out, const char *bytes, size_t length);
/* Only which.  false: no reading makes sense; *out is then CHARSET_UTF8. */
bool charset_guess(enum charset *out, const char *bytes, size_t length);
/* How Vietnamese the first 64 KB read in an encoding: words with letters beyond ASCII, and those of them that are syllables.
 * false: some bytes are not of that encoding, or nothing in it is Vietnamese. */
bool charset_count(size_t *words, size_t *syllables, enum charset charset, const char *bytes, size_t length);
/* Appends the text as UTF-8, without byte order mark; composed (NFC) where the encoding writes marks apart.  Refused with
 * ERR_INVALID, line and column (in letters) in err: bytes that the encoding does not have. */
bool charset_decode(struct str *out, enum charset charset, const char *bytes, size_t length, struct err *err);
/* As people call it: TCVN3 (ABC). */
struct words charset_name(enum charset charset);
/* As an option has it: tcvn3. */
const char *charset_word(enum charset charset);
/* By that word, or another common one (abc, windows-1258 …), in any case; false: none is called so. */
bool charset_named(enum charset *out, const char *word);
#endif
