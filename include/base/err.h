/* What went wrong: for the caller to act on and the person to read.
 *
 * struct err is the last parameter of whatever can fail; results are bool; `return err_set(…)` returns false.  A zeroed
 * struct err is ready for use and can always be released. */
#ifndef BASE_ERR_H
#define BASE_ERR_H
#include "base/say.h"
#include <stdbool.h>

/* Kinds by what the caller does. */
enum err_kind {
	ERR_NONE,
	ERR_INVALID,     /* show at the field or at the place in the file */
	ERR_CONFLICT,    /* the record moved on: offer both */
	ERR_NOT_ALLOWED, /* a rule of the records forbids it: say which */
	ERR_NOT_FOUND,
	ERR_AMBIGUOUS, /* several match: the text lists the candidates */
	ERR_READ_ONLY,
	ERR_BUSY,
	ERR_STORAGE, /* show, keep what is being edited */
	ERR_CANCELLED
};
struct err {
	enum err_kind kind;
	int field;         /* 1 + index of the field in its entity where the cursor goes; 0: no field */
	long line, column; /* in an imported file, from 1; 0 otherwise */
	char *text;        /* a whole sentence in the person's language */
};
/* Stores kind and sentence (see say_format for the arguments, ended by NULL), replacing what was there but keeping field,
 * line and column.  Always returns false. */
__attribute__((sentinel)) bool err_set(struct err *err, enum err_kind kind, struct words words, ...);
/* err_set and the field (its index in the entity). */
__attribute__((sentinel)) bool err_set_field(struct err *err, int field, struct words words, ...);
/* Whether what was typed or read is at fault, which a person mends there; else the machine, the book or another's work is. */
bool err_is_of_input(enum err_kind kind);
/* What the system says of an errno, in the person's language and without a full stop, for the end of a sentence; borrowed. */
const char *err_system(int number);
/* Frees the sentence and zeroes err. */
void err_release(struct err *err);
#endif
