/* Sums over units (product.md, section 2: the table of metric kinds, "Sums of qualified values"). */
#ifndef MODEL_TOTAL_H
#define MODEL_TOTAL_H
#include "base/err.h"
#include "base/str.h"
#include "model/entry.h"

/* The figure of one unit in a sum. */
struct part {
	int64_t subject;
	bool known;                /* there is a row */
	enum choice_number status; /* FIGURE_STATUS_… */
	struct quantity quantity;
	enum choice_number coverage; /* FIGURE_COVERAGE_… */
	const char *as_of;           /* stored date, NULL or "" = not said; borrowed */
	/* ratio and mean only: the same unit's figures of the metrics they are made from, in those metrics' amounts */
	bool has_numerator, has_denominator, has_weight;
	struct quantity numerator, denominator, weight;
};
struct part part_of_figure(int64_t subject, const struct figure_facts *figure);

struct total {
	bool known; /* adding kinds: at least one part; ratio and mean: all that were asked */
	struct quantity quantity;
	size_t counted, asked; /* "4/5": with a number, of those asked; không giao is not asked */
	bool mixed_as_of;      /* a state taken on different days */
	bool mixed_coverage;   /* some part covers more or less than the metric */
};
/* flow, stock, class: added.  ratio: Σ numerator / Σ denominator (·100 in percent).  mean: the same, or Σ value·weight
 * / Σ weight when the metric has a weight.  false with a sentence when the sum leaves the limit. */
bool total_of(
	struct total *out, const struct metric_facts *metric, const struct part *parts, size_t count, struct err *err);
/* Appends "4/5". */
void total_show_count(struct str *out, const struct total *total);

/* A cluster's own reported total beside the sum of its members: two figures. */
struct discrepancy {
	bool known; /* difference = reported − sum; only when both are known and nobody is missing */
	struct quantity difference;
	size_t missing; /* asked and without a number; the difference then reads `thiếu n` */
};
bool discrepancy_of(struct discrepancy *out, const struct part *reported, const struct total *total, struct err *err);
/* Appends `thiếu 5`, `…`, or the signed difference: `+12`, `<−300`, `0`. */
void discrepancy_show(struct str *out, const struct discrepancy *discrepancy, const struct metric_facts *metric);
/* Appends a difference with its sign: +1.084, −12, >+5, 0. */
void quantity_show_signed(struct str *out, struct quantity quantity, const struct metric_facts *metric);
#endif
