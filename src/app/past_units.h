/* What a change did with whole units: «Hợp nhất Hà Nam, Nam Định thành LĐLĐ tỉnh Ninh Bình», «Đổi tên A thành B». */
#ifndef SRC_APP_PAST_UNITS_H
#define SRC_APP_PAST_UNITS_H
#include "store/history.h"

/* The sentence, the caller's; NULL without err: the change did something else. */
char *units_sentence(struct store *store, const struct record_change *changes, size_t count, struct err *err);
/* Appends what a record of the change is called: as now, or as it was when it is no longer there (past_sentence.c). */
bool changed_name(struct str *out, struct store *store, const struct record_change *change,
	const struct record_change *changes, size_t count, struct err *err);
#endif
