/* Hand-written questions.  Every statement stands in one list of the folder that asks (an array of struct question that a test
 * walks); it is prepared once a store and reset after each use, so that nothing stays open between two screens. */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H
#include "store/store.h"

struct question {
	const char *name;
	const char *sql; /* one SELECT with parameters ?1 … ?9 */
	bool scans;      /* allowed to walk a whole table that grows (with a reason beside it) */
};
struct rows;
/* Starts asking; args are bound in order by their type (unknown → NULL).  false: err. */
bool rows_open(struct rows **rows, struct store *store, const struct question *question, const struct value *args,
	size_t count, struct err *err);
/* true: a row is there.  false: the end, or an error (err->kind is set then). */
bool rows_next(struct rows *rows, struct err *err);
bool rows_known(const struct rows *rows, int column);       /* not NULL */
int64_t rows_integer(const struct rows *rows, int column);  /* 0 for NULL */
const char *rows_text(const struct rows *rows, int column); /* "" for NULL; borrowed until rows_next or rows_close */
const char *rows_bytes(const struct rows *rows, int column, size_t *length);
struct value rows_value(const struct rows *rows, int column); /* a copy */
void rows_close(struct rows *rows);                           /* NULL is fine */

/* The first column of the first row as an integer; otherwise when there is none. */
bool rows_one_integer(int64_t *out, int64_t otherwise, struct store *store, const struct question *question,
	const struct value *args, size_t count, struct err *err);

/* The first column of every row; *out is the caller's, NULL when there is no row or an error. */
bool rows_all_integers(int64_t **out, size_t *count, struct store *store, const struct question *question,
	const struct value *args, size_t arg_count, struct err *err);

/* For tests: the plan of a statement, one line a step. */
bool question_plan(struct str *out, struct store *store, const struct question *question, struct err *err);
#define ARG_INTEGER(number) ((struct value){ .type = VALUE_INTEGER, .integer = (number) })
/* Borrows text (not freed by rows_open). */
#define ARG_TEXT(string) ((struct value){ .type = VALUE_TEXT, .text = (char *)(string) })
#define ARG_NONE ((struct value){ .type = VALUE_NONE })
#endif
