/* The names of all units and clusters in memory: past and present ones, short ones, aliases.  A typed text finds the best of them
 * in the time between two keys: a hundred thousand in a few milliseconds. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H
#include "base/err.h"
#include "model/field.h"
#include "text/wordbook.h"

struct names;
struct names *names_new(void);
void names_free(struct names *names); /* NULL is fine */

/* The record that gives a name: a phase or an alias. */
struct name_source {
	enum entity_id entity;
	int64_t id;
};
/* What the source calls its subject, a unit or a cluster; brief may be "".  Names without a letter or digit are left out.  Of two
 * names of a subject that fit equally well the
 * one counts that comes first by source: phases before aliases, then by id. */
void names_add(struct names *names, enum entity_id kind, int64_t subject, struct name_source source, const char *name,
	const char *brief);
/* Takes out what the source gave, if it did. */
void names_drop(struct names *names, struct name_source source);
size_t names_count(const struct names *names); /* sources in it */
/* Whether more is kept for names taken out than for those in it: time to begin anew. */
bool names_are_wasteful(const struct names *names);
/* The days on which a subject is there are read when they are first wanted, and kept until one of its names comes or goes; this
 * forgets them. */
void names_forget_life(struct names *names, enum entity_id kind, int64_t subject);

struct found_name {
	enum entity_id kind;
	int64_t subject;
	enum rank rank;
	bool valid; /* there on the day */
};
struct names_wish {
	const char *typed; /* not "" */
	bool units, clusters;
	const char *day; /* YYYY-MM-DD */
	size_t wanted;   /* the best ones that come out; SIZE_MAX: all */
	/* First and last day of a subject, YYYY-MM-DD. */
	bool (*life)(void *to, int64_t subject, char first[11], char last[11], struct err *err);
	void *to;
};
/* The best first: how well it fits, there on the day, order of the name that fits, id.  Each subject comes once.  *found is the
 * caller's; *total is the number of all that fit. */
bool names_find(struct found_name **found, size_t *count, size_t *total, struct names *names,
	const struct names_wish *wish, struct err *err);
#endif
