/* What a typed figure means, and how a figure is drawn in a cell (screens.md, sections 4 and 5). */
#ifndef MODEL_ENTRY_H
#define MODEL_ENTRY_H
#include "base/err.h"
#include "base/str.h"
#include "model/metric.h"
#include "model/quantity.h"

struct entry {
	enum choice_number status; /* FIGURE_STATUS_… */
	struct quantity quantity;  /* status NUMBER: in the metric's amounts */
	char *words;    /* as typed, when it says more than the number (trên 344 tỷ đồng); else NULL; owned */
	bool remove;    /* "-": no figure; nothing else is set */
	bool has_whole; /* "12/15" */
	struct quantity whole;    /* 15, in the metric's amounts, with the qualifier EXACTLY */
	enum choice_number slash; /* what the whole is; METRIC_SLASH_ASK: the person must say, once for the metric */
	bool ask_decimal;         /* "2.1": ask which; quantity.amount is alternatives[0] until then */
	int64_t alternatives[2];  /* 2,1 and 21 in the metric's amounts */
	bool unread;              /* of a refused entry: it begins with a word and no number could be read */
	int decimals_needed; /* of a refused entry: raising the metric to this many decimals would take it; else 0 */
};
/* Understands: numbers as text/number.h does; a bare number in a money column is in the head's scale, a written scale
 * or unit wins; 100%; "không có" (0, words kept); words without number (status WORDS); "chưa", "chưa có"; "k.giao",
 * "không giao"; x/y; "-" (and − –) alone.  Refused with a sentence that quotes what was typed: another unit than the
 * metric's, more decimals than it has, % where it is not in percent, too large.  *out is zeroed first and can always
 * be released. */
bool entry_read(struct entry *out, const char *typed, const struct metric_facts *metric, struct err *err);
void entry_release(struct entry *entry);
/* Appends «Hiểu là: trên 6.500 đoàn viên (mức >)»; money as the full sum in đồng. */
void entry_echo(const struct entry *entry, const struct metric_facts *metric, struct str *out);
/* Appends «Ý là 2,1 hay 21?» for ask_decimal. */
void entry_question(const struct entry *entry, const struct metric_facts *metric, struct str *out);
/* More than 100 times the largest |amount| known of the metric; never when nothing is known (0). */
bool entry_is_huge(const struct entry *entry, int64_t largest_known);
/* A number below 0, which only differences have. */
bool entry_is_below_zero(const struct entry *entry);
/* Writes status, value, qualifier, words (and out_of when the whole is the total) into a record of ENTITY_FIGURE. */
void entry_apply(const struct entry *entry, const struct metric_facts *metric, struct record *figure);

/* What the rules need to know of one figure. */
struct figure_facts {
	bool known; /* there is a row; false is `…` whatever else is set */
	enum choice_number status;
	struct quantity quantity;             /* status NUMBER */
	enum choice_number coverage;          /* FIGURE_COVERAGE_… */
	enum choice_number with_predecessors; /* FIGURE_WITH_PREDECESSORS_…; UNKNOWN when not answered */
	const char *as_of;                    /* stored date or NULL; borrowed */
	const char *words;                    /* borrowed, may be NULL */
	bool broken;                          /* a break lies before it: ¦ */
};
/* From a record of ENTITY_FIGURE; NULL gives an unknown figure. */
struct figure_facts figure_facts_of(const struct record *figure);
bool figure_has_number(const struct figure_facts *figure);
/* Appends `…` `chưa` `k.giao` `lời` `0` `>6.500` `†>6.500` `¦ 1.200` `100 %`; money in the metric's money_scale, with
 * as many decimals as it needs to stay exact. */
void figure_show(struct str *out, const struct figure_facts *figure, const struct metric_facts *metric);
/* Appends a quantity that is known, alike. */
void quantity_show(struct str *out, struct quantity quantity, const struct metric_facts *metric);
/* Appends it in full for row 22 and for sentences: "trên 344.000.000.000 đồng". */
void quantity_show_long(struct str *out, struct quantity quantity, const struct metric_facts *metric);
#endif
