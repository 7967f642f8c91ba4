/* The text of a draft file: one JSON object. */
#ifndef APP_DRAFT_TEXT_H
#define APP_DRAFT_TEXT_H
#include "app/draft.h"

/* Whose draft it is: all three are in the file. */
struct draft_owner {
	const char *book; /* uid of the book */
	const char *path; /* of the book */
	const char *login;
};
/* Appends what changes only with what is typed … */
void draft_write_body(struct str *out, const struct draft_set *set);
/* … and the file with it. */
void draft_write(struct str *out, const struct draft_owner *owner, const char *at, const char *body);

enum draft_reading {
	DRAFT_READ,
	DRAFT_FOREIGN, /* of another book or login; no sentence */
	DRAFT_DAMAGED  /* err says what is wrong */
};
/* strict_path: a book that only has the same uid but lies elsewhere is another one. */
enum draft_reading draft_read(struct draft_set *out, const struct draft_owner *owner, bool strict_path,
	const char *bytes, size_t length, struct err *err);
#endif
