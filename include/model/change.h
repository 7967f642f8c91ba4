/* Year over year: like with like, or a reason why not. */
#ifndef MODEL_CHANGE_H
#define MODEL_CHANGE_H
#include "base/err.h"
#include "base/str.h"
#include "model/entry.h"
#include "model/interval.h"

/* One side of a comparison: a figure, a standing or a total. */
struct point {
	period period;
	struct days span; /* only of a row of span: its days */
	bool known;
	struct quantity quantity;
	bool exact;            /* it covers its whole period */
	bool partial_coverage; /* gộp or một phần somewhere in it */
	size_t counted, asked; /* of a sum over members; 0, 0 = no sum */
};
enum change_state {
	CHANGE_KNOWN,
	CHANGE_NO_OLD, /* the earlier year is not known */
	CHANGE_NO_NEW,
	CHANGE_OTHER_PART, /* not the same part of the year, or one covers less than its period */
	CHANGE_BROKEN      /* a break lies between them: không so sánh được */
};
enum trend { TREND_UNCERTAIN, TREND_UP, TREND_DOWN, TREND_SAME };
struct year_change {
	enum change_state state;
	struct quantity difference; /* state KNOWN: new − old */
	bool has_percent;           /* old is not 0 */
	struct quantity percent;    /* new/old − 1 in CHANGE_DECIMALS decimals */
	enum trend trend;           /* UNCERTAIN where the qualifier leaves both directions open (>−5) */
	int good;                   /* +1 better, −1 worse, 0 neither or uncertain, by metric.better */
	bool warn_coverage;         /* a side covers more or less than the metric */
	bool warn_members;          /* a side is the sum of only some members, or of another number of them */
};
#define CHANGE_DECIMALS 1
/* broken: a break lies between (break_between). */
bool year_change_of(struct year_change *out, const struct metric_facts *metric, const struct point *old,
	const struct point *new_, bool broken, struct err *err);
/* Appends `▲ +1.084`, `▼ −12`, `= 0`, `<−300`, `…`. */
void year_change_show(struct str *out, const struct year_change *change, const struct metric_facts *metric);
/* Appends `+1,5`, `<−3,2`, `…`. */
void year_change_show_percent(struct str *out, const struct year_change *change);
/* Appends the sentence for the message line that says why there is no change, or what to beware of; nothing when all
 * is well: «2023: sổ chưa ghi, không tính được thay đổi.» */
void year_change_explain(
	struct str *out, const struct year_change *change, const struct point *old, const struct point *new_);

/* A record of ENTITY_BREAK. */
struct break_facts {
	int64_t subject; /* 0 = the whole book */
	bool with_children;
	bool all_stock;
	const char *date; /* stored */
	const char *reason;
	const int64_t *metrics; /* of its break_metric rows */
	size_t metric_count;
};
/* Whether it concerns this metric of this subject; above: the subject's parents (and clusters), nearest first. */
bool break_concerns(const struct break_facts *break_, const struct metric_facts *metric, int64_t subject,
	const int64_t *above, size_t above_count);
/* Whether it makes the two periods incomparable: a state when it falls after the end of the earlier and not after the
 * end of the later; what happens over time already when it falls inside the earlier. */
bool break_between(const struct break_facts *break_, const struct metric_facts *metric, period old, period new_);
#endif
