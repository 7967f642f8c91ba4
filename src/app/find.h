/* Between the two halves of finding: find.c ranks and answers, find_names.c looks into the tables. */
#ifndef SRC_APP_FIND_H
#define SRC_APP_FIND_H
#include "base/str.h"
#include "model/names.h"
#include "store/store.h"
#include "text/match.h"

enum age { AGE_ANY, AGE_OLD, AGE_NEW };
struct hit {
	enum entity_id entity;
	int64_t id;
	enum rank rank;
	bool valid;
	struct str key; /* collation key of the name that matched; empty where the names in memory did the ordering */
	size_t place;   /* in the order of finding; once all are in order: in that order */
};
struct hits {
	struct hit *items;
	size_t count, capacity;
	size_t more; /* all that match, when only the best ones are here */
};
void hits_release(struct hits *hits);

struct search {
	struct store *store;
	enum entity_id entity;
	bool subjects;
	bool whole;    /* one is wanted: when a name is found to the letter, no others are looked for */
	size_t wanted; /* the best ones that will be looked at; SIZE_MAX: all */
	enum age age;
	bool ordered; /* the hits came from the names in memory: each record once, best first, only those wanted */
	const char *typed, *day;
	struct str bare;
	struct matcher matcher;
	struct hits *out;
};
/* All records of the kind with a name that matches; units and clusters all count as valid yet, unless they are ordered. */
bool search_names(struct search *search, struct err *err);
/* Keeps the hits whose label says that they are the old, the new of two namesakes. */
bool search_age(struct search *search, struct err *err);
/* Appends what tells a record from others of its name. */
bool search_detail(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err);
/* The record with exactly that code (or login); 0 when there is none. */
bool search_code(int64_t *id, struct store *store, enum entity_id entity, const char *code, struct err *err);
/* find_one for a file, where nobody sees what was found: a part of a name will do only when it is made of whole words, and a
 * document needs its whole title or number. */
bool find_in_file(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, struct err *err);
/* The best matches of what is typed, best first, each record once: those that are wanted and perhaps more. */
bool find_best(struct hits *out, struct store *store, enum entity_id entity, bool subjects, bool whole, size_t wanted,
	const char *typed, const char *day, struct err *err);
/* Every match of what is typed, best first, each record once. */
bool find_hits(struct hits *out, struct store *store, enum entity_id entity, bool subjects, bool whole,
	const char *typed, const char *day, struct err *err);
#endif
