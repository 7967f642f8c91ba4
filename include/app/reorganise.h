/* Units that merge, join another, divide or are replaced on one day: all that ends and begins, in one change. */
#ifndef APP_REORGANISE_H
#define APP_REORGANISE_H
#include "app/edit.h"
#include "model/choices.h"

/* One that comes after: a unit of the book (nhập vào), or a new one with its names. */
struct reorganised {
	int64_t unit;
	const char *name, *short_name;
};
struct reorganisation {
	enum choice_number kind; /* SUCCESSION_KIND_MERGER, ABSORPTION, DIVISION, SPLIT_OFF, REPLACEMENT, END */
	const int64_t *before;
	size_t before_count;
	const struct reorganised *after;
	size_t after_count; /* 0 for END */
	const char *day;    /* YYYY-MM-DD: the first day of what comes after, or without those before */
	int64_t document;   /* the decision; 0: none */
	const int64_t *clusters;
	size_t cluster_count; /* of which each new unit is a member from the first day on */
};
/* Which of its parts the plan does not fit: err->field. */
enum reorganise_part { REORGANISE_KIND = 1, REORGANISE_BEFORE, REORGANISE_AFTER, REORGANISE_DAY };
/* Whether the plan has what its kind needs.  false: err says what is missing. */
bool reorganise_check(const struct reorganisation *plan, struct err *err);
/* Appends what would end and begin, a sentence a line: units, their memberships, roles and posts, the clusters of those after. */
bool reorganise_preview(struct str *out, struct store *store, const struct reorganisation *plan, struct err *err);
/* Does it through the rules: new units with the family, parent and level of the first before, ends the day before, names that
 * end with their unit, a succession of each before with each after (of END: with nobody).  What is open of those that end —
 * memberships, roles of that year, posts — ends with them; a role of a later year stays for somebody to give again.  *first is
 * the id of the first that comes after, of END of the first that ends. */
bool reorganise(int64_t *first, struct store *store, const struct reorganisation *plan, struct err *err);

/* A cluster of those before. */
struct reorganised_cluster {
	int64_t cluster;
	size_t members; /* how many of those before; where it is all of them, what comes after is likely one too */
};
/* The clusters that those before are members of the day before `day`; the caller's. */
bool reorganised_clusters(struct reorganised_cluster **out, size_t *count, struct store *store, const int64_t *before,
	size_t before_count, const char *day, struct err *err);
/* What a new full name is in short, by the example of an old one: of «Liên đoàn Lao động tỉnh Cao Bằng» and «LĐLĐ tỉnh Cao
 * Bằng» «Liên đoàn Lao động tỉnh Cao Lạng» becomes «LĐLĐ tỉnh Cao Lạng».  The caller's; NULL: the example does not fit. */
char *reorganised_short_name(const char *name, const char *full, const char *short_name);
#endif
