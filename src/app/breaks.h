/* The breaks of series that may concern a subject. */
#ifndef APP_BREAKS_H
#define APP_BREAKS_H
#include "model/change.h"
#include "store/store.h"

struct breaks {
	struct break_facts *items;
	size_t count, capacity; /* texts and metrics are owned here */
	int64_t *above;
	size_t above_count, above_capacity; /* parents and clusters of the subject */
};
bool breaks_read(struct breaks *out, struct store *store, int64_t subject, struct err *err);
void breaks_release(struct breaks *breaks);
/* Some break makes the two periods incomparable for the metric of the subject. */
bool breaks_between(
	const struct breaks *breaks, const struct metric_facts *metric, int64_t subject, period old, period new_);
#endif
