/* Which members have not reported which metric of their cluster. */
#ifndef APP_LACKING_H
#define APP_LACKING_H
#include "model/period.h"
#include "store/store.h"

struct lacking_row {
	int64_t metric;
	char *name;   /* of the metric, short */
	char *units;  /* "Hà Nam, Nam Định": those without a figure, or with chưa có */
	size_t count; /* how many of them */
	size_t asked; /* of how many members: those that it is not asked of do not count */
};
struct lacking {
	struct lacking_row *rows;
	size_t count;
};
/* The metrics that the cluster collects, in its order, of which some member has no result in the period. */
bool lacking_read(struct lacking *out, struct store *store, int64_t cluster, period when, struct err *err);
void lacking_release(struct lacking *lacking);
#endif
