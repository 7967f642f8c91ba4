/* The successions around some units or clusters, as the rules need them. */
#ifndef APP_EDGES_H
#define APP_EDGES_H
#include "base/ids.h"
#include "model/boundary.h"
#include "store/store.h"

struct edges {
	struct succession_edge *items; /* names, dates and parts are owned here */
	size_t count, capacity;
};
/* Every succession among the subjects, their predecessors and their successors, however far. */
bool edges_read(struct edges *out, struct store *store, const int64_t *subjects, size_t count, struct err *err);
void edges_release(struct edges *edges);
/* Adds the predecessors of subject (not itself), each once. */
void edges_predecessors(const struct edges *edges, int64_t subject, struct ids *out);
#endif
