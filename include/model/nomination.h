/* Awards: what was asked, how far it went, and what was granted. */
#ifndef MODEL_NOMINATION_H
#define MODEL_NOMINATION_H
#include "base/err.h"
#include "base/str.h"
#include "model/choices.h"
#include <stddef.h>

struct nomination_step_facts {
	int position;
	enum choice_number state; /* NOMINATION_STATE_… */
	const char *date;         /* stored */
};
/* The state of the last step (by position), or `otherwise` when there is none. */
enum choice_number nomination_state_of(
	const struct nomination_step_facts *steps, size_t count, enum choice_number otherwise);
/* suy tôn → đề nghị → trình → công nhận → được tặng, không được; rút from anywhere.  Steps may be left out, never go
 * back, nothing follows an end, known days do not go back. */
bool nomination_steps_check(const struct nomination_step_facts *steps, size_t count, struct err *err);
bool nomination_is_granted(enum choice_number state);
/* The award to name beside the state: what was granted when it was granted (what was asked, when the book does not say
 * that it differs), else what was asked. */
int64_t nomination_award(enum choice_number state, int64_t asked, int64_t granted);
/* Appends the state's words: «Đề nghị», never «Được tặng» before it was. */
void nomination_show_state(struct str *out, enum choice_number state);

/* A published count and the named rows that are part of it: one (cluster, year, award, authority). */
struct nomination_count {
	bool published;
	int64_t count;
	size_t named;
};
/* How many recipients it stands for: the count, or the named when none is published. */
int64_t nomination_count_total(const struct nomination_count *count);
/* More named than published. */
bool nomination_count_breaks(const struct nomination_count *count);
/* Appends «8 (nêu tên 3/8)», «3». */
void nomination_count_show(struct str *out, const struct nomination_count *count);
#endif
