/* What a record is called, and who is meant by what somebody typed. */
#ifndef APP_LABEL_H
#define APP_LABEL_H
#include "base/str.h"
#include "store/store.h"

enum label_form {
	LABEL_SHORT, /* in lists and grids: "LĐLĐ tỉnh Hà Nam" */
	LABEL_FULL,  /* "Liên đoàn Lao động tỉnh Hà Nam" */
	LABEL_UID    /* its uid; kinds without one: the key, parts separated by "/" */
};
/* Appends the name of a record under the names valid on day ("YYYY-MM-DD"; NULL: today of the store's host; after its end the
 * last name, before its beginning the first).  Composed kinds get a composed name ("cụm trưởng 2024 · LĐLĐ tỉnh Vĩnh Phúc").
 * A missing record appends "…".  "(cũ)" and "(mới)" are added only where two organisations share the name. */
bool label_add(struct str *out, struct store *store, enum entity_id entity, int64_t id, enum label_form form,
	const char *day, struct err *err);
/* The same for a record in memory: one not saved yet, or one that is no longer there. */
bool label_add_record(struct str *out, struct store *store, const struct record *record, enum label_form form,
	const char *day, struct err *err);
/* Which kind a subject id is: ENTITY_UNIT, ENTITY_CLUSTER, ENTITY_NONE when there is none. */
bool subject_kind(enum entity_id *out, struct store *store, int64_t id, struct err *err);

/* Appends what tells a record from others of its name: parent and life of a unit, posts of a person, owner of a cluster … */
bool label_detail(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err);

struct candidate {
	enum entity_id entity;
	int64_t id;
	char *label;  /* short */
	char *detail; /* what tells it from others of the name: owner, dates, titles */
	bool exact;   /* every mark and word equal: ranks first */
	bool valid;   /* exists on the day */
};
void candidates_release(struct candidate *candidates, size_t count);
/* Records of the kind (ENTITY_NONE with subjects = true: units and clusters) whose names, former names, short names, aliases
 * or codes match what is typed (folded; typed marks narrow), best first: exact, valid on day, Vietnamese order.  "" lists the
 * first ones.  *total is the number of matches, at most capacity come out. */
bool find_candidates(struct candidate *out, size_t capacity, size_t *count, size_t *total, struct store *store,
	enum entity_id entity, bool subjects, const char *typed, const char *day, struct err *err);
/* Reads names ahead of the first search, where one is likely soon: a piece of at most 30 ms, *more: there is more to read.  Without
 * it the first search reads them all, some 80 ms for 100,000 units. */
bool find_prepare(bool *more, struct store *store, struct err *err);
/* Exactly one record by its uid, code or by text; ERR_NOT_FOUND, or ERR_AMBIGUOUS with the candidates in the sentence (one a
 * line with uid, name, detail). */
bool find_one(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, struct err *err);
#endif
