/* What a person presses, as the bytes that their terminal sends. */
#ifndef E2E_KEYS_H
#define E2E_KEYS_H
#include "base/str.h"

/* Bytes sent in one write. */
struct stroke {
	struct str bytes;
	bool lone_escape; /* Esc as a key: what follows must come later, else it would be another key */
};
struct strokes {
	struct stroke *items;
	size_t count, capacity;
	int pressed; /* keys and single characters, without the texts in quotes: what is data and what is not */
};
/* Translates `<F6>4 <Down> "text" <C-s>` for the terminal TERM names: a name in <> is a key, a text in quotes is typed
 * as it stands (with \" \\ \n \r \t \e \xNN), other characters are typed too, blanks between them are not.  On failure
 * fault gets a sentence. */
bool keys_parse(struct strokes *out, const char *text, const char *term, struct str *fault);
/* Only quoted texts: bytes as they are, one stroke. */
bool bytes_parse(struct str *out, const char *text, struct str *fault);
void strokes_release(struct strokes *strokes);
#endif
