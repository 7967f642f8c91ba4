/* What the rules need to know of a metric. */
#ifndef MODEL_METRIC_H
#define MODEL_METRIC_H
#include "base/say.h"
#include "model/choices.h"
#include <stdbool.h>
#include <stdint.h>

struct record;
struct metric_facts {
	int64_t id;
	const char *name;            /* for sentences; borrowed, may be NULL */
	const char *measure;         /* "đoàn viên", "đồng", "%"; borrowed, may be NULL */
	enum choice_number kind;     /* METRIC_KIND_… */
	enum choice_number class_of; /* METRIC_CLASS_OF_… of a class count */
	int decimals;                /* 0 … 4: amounts are in 10^-decimals of the measure */
	bool money;                  /* the measure is đồng, or đồng per something */
	bool percent;                /* the measure begins with % */
	int money_scale; /* power of ten that the column's head names: 6 = triệu đ, 0 = đồng; the caller's choice */
	enum choice_number slash;               /* METRIC_SLASH_…: what x/y means */
	enum choice_number better;              /* METRIC_BETTER_… */
	int64_t numerator, denominator, weight; /* ids of metrics, 0 = none */
	int numerator_decimals, denominator_decimals, weight_decimals;
	int64_t part_of;              /* id of the whole, 0 = none */
	enum choice_number part_rule; /* METRIC_PART_RULE_… */
};
/* From a record of ENTITY_METRIC, whose texts stay borrowed.  money_scale is 0 and the decimals of numerator,
 * denominator and weight are 0: the caller knows those records. */
struct metric_facts metric_facts_of(const struct record *metric);
/* Whether the metric of that code is what was gained less what was lost (share/catalogue/metric.csv): its amounts may be below
 * 0.  Metrics that a book adds are not known to be. */
bool metric_is_difference(const char *code);
/* Whether amounts of different units, or parts of a class, may be added; ratio and mean never are. */
bool metric_adds(const struct metric_facts *metric);
/* STOCK, or a class count of a stock: a state on a day, never added over time. */
bool metric_is_state(const struct metric_facts *metric);
/* The scale for the head of a money column whose largest known |amount| is given in đồng (0 = nothing known): 0 đồng,
 * 6 triệu, 9 tỷ.  Triệu unless the sums are below 100.000 đồng or above 10.000 tỷ. */
int money_scale_for(int64_t largest);
/* "triệu đ" */
struct words money_scale_words(int scale);
#endif
