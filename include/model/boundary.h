/* Boundaries of units in time: whose figures make the figure of a unit under the boundaries of then or of today, and
 * what may be added up in a year of a succession. */
#ifndef MODEL_BOUNDARY_H
#define MODEL_BOUNDARY_H
#include "base/err.h"
#include "model/choices.h"
#include "model/interval.h"
#include "model/quantity.h"

/* What of one metric went over at a succession: an amount, or so many of a thousand. */
struct succession_part {
	int64_t metric;
	bool has_value;
	int64_t value; /* in the metric's amounts */
	int permille;  /* when not has_value */
};
struct succession_edge {
	int64_t id;
	int64_t predecessor, successor;                /* successor 0: ended without one */
	const char *predecessor_name, *successor_name; /* for sentences, and "the same name" below; borrowed */
	enum choice_number kind;                       /* SUCCESSION_KIND_… */
	const char *date;                              /* stored */
	const struct succession_part *parts;
	size_t part_count;
};
/* Whether the predecessor as a whole goes over (hợp nhất, nhập vào, đổi tổ chức, tái lập). */
bool succession_is_whole(enum choice_number kind);
/* Whether the successor begins with it (all but nhập vào, chuyển một phần, kết thúc). */
bool succession_begins(enum choice_number kind);
/* Whether the successor inherits service in a cluster (all but chuyển một phần, kết thúc). */
bool succession_inherits(enum choice_number kind);

/* One figure to be summed: numerator/denominator of it, plus a fixed amount (value shares). */
struct boundary_part {
	int64_t subject;
	int64_t numerator, denominator; /* 1/1 = the whole figure; 0/1 = only `amount` */
	int64_t amount;                 /* added to it; in the metric's amounts */
};
struct boundary {
	struct boundary_part *parts;
	size_t count, capacity;
};
void boundary_release(struct boundary *boundary);
/* The figure of a part: scaled (rounded half away from zero, then ~) and with its amount added. */
bool boundary_quantity(struct quantity *out, const struct boundary_part *part, struct quantity figure, struct err *err);

/* What a figure of the successor says in a period in which a succession falls. */
struct predecessors_said {
	int64_t subject;
	bool known;                           /* the subject has a figure of the period */
	enum choice_number with_predecessors; /* FIGURE_WITH_PREDECESSORS_…; UNKNOWN when not answered */
};
/* Boundaries of then: the unit itself, or, before it began, the predecessor of the same name, or the only
 * one that it replaced; no part when there is none. */
void boundary_then(
	struct boundary *out, int64_t subject, period p, const struct succession_edge *edges, size_t edge_count);
/* Boundaries of today: the unit and, where it did not exist yet or was smaller, its predecessors along the edges.  In
 * the year of a succession `said` decides: có → theirs are left out, không → added, không rõ → false with a sentence.
 * false with a sentence too where a division, split or part transfer has no share of this metric. */
bool boundary_now(struct boundary *out, int64_t subject, period p, int64_t metric, const struct succession_edge *edges,
	size_t edge_count, const struct predecessors_said *said, size_t said_count, struct err *err);
/* For a sum over members of the time: sets keep[i] = false for subjects whose figures are inside that of a successor
 * in the same list; false with a sentence where a successor does not say. */
bool boundary_settle(bool *keep, const int64_t *subjects, size_t count, period p, const struct succession_edge *edges,
	size_t edge_count, const struct predecessors_said *said, size_t said_count, struct err *err);
#endif
