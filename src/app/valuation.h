/* What a subject achieved in a period, under the boundaries of then or of today. */
#ifndef APP_VALUATION_H
#define APP_VALUATION_H
#include "app/edges.h"
#include "app/figures.h"
#include "model/change.h"
#include "model/total.h"

struct valuation {
	bool refused; /* a rule forbids the figure: sentence says why */
	char *sentence;
	struct point point;        /* known, quantity, exact, partial coverage; counted and asked for sums */
	enum choice_number status; /* when not known: what a row says, 0 no row */
	int64_t figure;            /* the one record behind it; 0: none or several */
};
void valuation_release(struct valuation *valuation);
/* One unit or cluster (its own report). */
bool value_of_subject(struct valuation *out, struct store *store, int64_t subject, const struct figure_column *metric,
	period when, bool boundary_today, const struct edges *edges, struct err *err);
/* The sum over units. */
bool value_of_units(struct valuation *out, struct store *store, const int64_t *units, size_t count,
	const struct figure_column *metric, period when, bool boundary_today, const struct edges *edges,
	struct err *err);
#endif
