/* Every kind of save that screen and command line can ask for, as deeds on one small book. */
#ifndef TESTS_TORTURE_DEEDS_H
#define TESTS_TORTURE_DEEDS_H
#include "unit/app/book.h"

struct deed {
	const char *name;
	enum entity_id entity; /* of what the deed is about; NONE: of everything */
	/* false: err says why and nothing was stored. */
	bool (*act)(struct store *store, const struct deed *deed, struct err *err);
	const char *login; /* who does it; NULL: hoa, whom the book knows */
	/* What is done before it; NULL: nothing. */
	void (*prepare)(struct store *store, const struct deed *deed);
};

/* A book FOLDER/so.db that has a record of every kind. */
void make_full_book(const struct folder *folder);
/* Notes what the deeds will be about: before anything may fail. */
void deeds_look(struct store *store);
/* The deeds; a new record for each kind that has a form of its own is among them. */
const struct deed *deeds(size_t *count);
#endif
