/* What ends together with a unit: that it is a member of clusters, holds a role this year, has people in its posts. */
#ifndef SRC_APP_REORGANISE_ENDS_H
#define SRC_APP_REORGANISE_ENDS_H
#include "app/reorganise.h"

struct ending {
	enum entity_id entity; /* ENTITY_MEMBERSHIP, ENTITY_TERM, ENTITY_POST */
	int64_t record, unit;
	int64_t cluster; /* 0: of a post */
	bool stays;      /* a role of a later year, and the membership that it rests on: a person decides */
};
struct endings {
	struct ending *items;
	size_t count, capacity;
};
/* What of those before is still open on their last day, memberships first, then terms, then posts.  What has an end of its own
 * keeps it. */
bool endings_read(struct endings *out, struct store *store, const struct reorganisation *plan, struct err *err);
void endings_release(struct endings *endings);
/* Appends what ends and what stays, a sentence a line; each begins with a newline. */
bool endings_tell(struct str *out, struct store *store, const struct endings *endings, struct err *err);
/* Writes the last day into each that does not stay. */
bool endings_write(struct change *change, const struct endings *endings, const char *last_day, struct err *err);

/* reorganise_clusters.c: appends a line on the clusters of the new units; makes these their members. */
bool clusters_tell(
	struct str *out, struct store *store, const struct reorganisation *plan, const char *first, struct err *err);
/* after: ids of those that come after, in the order of the plan. */
bool clusters_join(struct change *change, const struct reorganisation *plan, const int64_t *after, struct err *err);
#endif
