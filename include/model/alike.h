/* Like for like: the units that are in a cluster in both years (cùng tập đơn vị). */
#ifndef MODEL_ALIKE_H
#define MODEL_ALIKE_H
#include "model/boundary.h"

struct alike {
	int64_t *old_units, *new_units; /* whose figures are summed in the earlier and in the later year; owned */
	size_t old_count, new_count;
	int64_t *left_out; /* members of one of the years that are not compared; owned */
	size_t left_out_count;
};
void alike_release(struct alike *alike);
/* By identity: the units that are members in both years, in the order of the later one. */
void alike_same(
	struct alike *out, const int64_t *old_members, size_t old_count, const int64_t *new_members, size_t new_count);
/* Under today's boundaries: a unit of today is compared when all that it was made of in each of the two years were
 * members in that year.  new_units are then units of today, old_units what they were made of in the earlier year; both
 * sums are made with boundary_now of each unit of new_units.  false with a sentence as boundary_now. */
bool alike_today(struct alike *out, const int64_t *old_members, size_t old_count, const int64_t *new_members,
	size_t new_count, period old, period new_, int64_t metric, const struct succession_edge *edges,
	size_t edge_count, struct err *err);
#endif
