/* Two languages side by side.  Both halves are parameters of one macro: leaving one out does not preprocess.
 *
 * A sentence has places {1} … {9}, filled with strings that are already formatted, so that the order of words may differ
 * between the languages; no printf format ever lives in a table.  tests/style/words holds both halves of every pair in the
 * sources to the same places. */
#ifndef BASE_SAY_H
#define BASE_SAY_H
#include <stdarg.h>

struct str;
struct words {
	const char *vi, *en;
};
/* As an initialiser in a table. */
#define WORDS(vi_, en_) \
	{ \
		.vi = (vi_), .en = (en_) \
	}
/* As a value in an expression. */
#define SAY(vi_, en_) ((struct words){ .vi = (vi_), .en = (en_) })

enum language { LANGUAGE_VI, LANGUAGE_EN };
/* The language of the person in front; set once by main, Vietnamese before that.  The one process-wide setting. */
void say_choose(enum language language);
enum language say_language(void);
/* The half of words in the chosen language; borrowed. */
const char *say(struct words words);
/* The sentence with its places filled by the following const char * arguments, which end with NULL (a missing argument
 * leaves its place empty); owned by the caller. */
__attribute__((sentinel)) char *say_format(struct words words, ...);
char *say_format_list(struct words words, va_list args);
/* The same appended to out. */
__attribute__((sentinel)) void say_add(struct str *out, struct words words, ...);
#endif
