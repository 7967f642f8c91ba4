/* Metrics that are part of another, and the set of metrics of a cluster. */
#ifndef MODEL_PARTS_H
#define MODEL_PARTS_H
#include "base/err.h"
#include "base/str.h"
#include "model/entry.h"

/* A metric's part_of against all metrics: both fields or none, no cycle, same kind and measure (and decimals may
 * differ). */
bool part_check(const struct metric_facts *metric, const struct metric_facts *all, size_t count, struct err *err);

/* One figure of a whole and those of its parts, of the same subject, period and kind. */
struct part_figure {
	const struct metric_facts *metric;
	struct figure_facts figure;
};
enum breach_kind { BREACH_NONE, BREACH_MORE_THAN_WHOLE, BREACH_DOES_NOT_ADD_UP };
struct breach {
	enum breach_kind kind;
	int64_t part;                 /* MORE_THAN_WHOLE: the metric; DOES_NOT_ADD_UP: 0 */
	struct quantity whole, parts; /* in the whole's amounts; parts: of the part, or the sum of the siblings */
};
/* The first breach that is certain whatever the qualifiers leave open.  A breach is shown, never repaired.  Siblings
 * are added only when all are known; until then they may only not exceed the whole.  false: a sum leaves the limit. */
bool breach_of(struct breach *out, const struct part_figure *whole, const struct part_figure *parts, size_t count,
	struct err *err);
/* Appends «“Trong đó nữ” (120) nhiều hơn “Đoàn viên mới” (100).» */
void breach_say(struct str *out, const struct breach *breach, const struct part_figure *whole,
	const struct part_figure *parts, size_t count);

/* A row of ENTITY_CLUSTER_METRIC of one cluster. */
struct asked_metric {
	int64_t id;
	int64_t metric;
	int from_year, to_year; /* to_year 0 = still asked */
	int position;           /* 0 = none */
	bool main;
};
#define MAIN_METRICS_MOST 5
bool asked_in_year(const struct asked_metric *asked, int year);
/* At most five main metrics in any year. */
bool main_check(const struct asked_metric *all, size_t count, struct err *err);
#endif
