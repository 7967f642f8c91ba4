/* One metric of one subject over time: which of its figures stand for a wanted period. */
#ifndef MODEL_SERIES_H
#define MODEL_SERIES_H
#include "base/err.h"
#include "model/entry.h"
#include "model/interval.h"

struct reading {
	period period;
	struct days span; /* only of a row of span: its days */
	int64_t record;   /* id of the figure */
	struct figure_facts figure;
};
struct standing {
	bool known;                /* has a number */
	enum choice_number status; /* not known: what the row of the wanted period says, 0 when there is no row */
	struct quantity quantity;
	struct days covers;    /* when known */
	bool exact;            /* covers the wanted period: otherwise never compared with a whole one */
	bool partial_coverage; /* some figure used covers more or less than the metric */
	int64_t *records;      /* the figures behind it, in order of time; owned */
	size_t record_count;
};
/* flow: the figure of the period itself; else figures that follow one another without gap or overlap from its first day
 * as far as they go, exactly to its last day if possible, the fewest of them (5 tháng + tháng 6 = 6 tháng, Q1 + Q2 =
 * H1).
 * state: the figure of the period; else one that ends on the same day; else the last inside it (not exact); never a sum.
 * ratio, mean: the figure of the period only.
 * A row of the period that has no number stands for itself. */
bool series_at(struct standing *out, const struct metric_facts *metric, period wanted, const struct reading *readings,
	size_t count, struct err *err);
void standing_release(struct standing *standing);
/* What was covered, when not exact: «5 tháng đầu năm 2024», «đến 15/11/2024». */
void standing_show_covered(struct str *out, const struct standing *standing);
#endif
