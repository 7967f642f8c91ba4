/* What happened, in words: sentences and details of changes for the history, for undo and for questions about conflicts. */
#ifndef APP_PAST_H
#define APP_PAST_H
#include "store/history.h"

/* Appends the value of a field as the screen shows it: names of references, words of choices, dates and periods written out;
 * nothing when it is unknown. */
bool field_show(struct str *out, struct store *store, const struct record *record, int field, struct err *err);

struct past_field {
	const struct field *field;
	char *before, *after; /* as the screen shows them; NULL = unknown */
};
struct past_record {
	enum entity_id entity;
	int64_t record;
	enum history_op op;
	char *name; /* as now, or as it was when it is no longer there */
	struct past_field *fields;
	size_t field_count;
};
struct past {
	struct change_head head;
	char *sentence;              /* change_sentence */
	struct past_record *records; /* in the order written */
	size_t count;
};
/* One change in all its details, at most `most` records of it (0: all); head and sentence are of the whole. */
bool change_details(struct past *out, struct store *store, int64_t change, size_t most, struct err *err);
void past_release(struct past *past);

/* What a change is called: "Thêm nhiệm kỳ vai trò cụm trưởng 2024 · LĐLĐ tỉnh Hà Nam", "Nhập 40 số liệu từ figure.csv",
 * "Hoàn tác: …"; the caller's.  NULL: err. */
char *change_sentence(struct store *store, int64_t change, struct err *err);
/* A record made from what history says of it: after the change, or before it; fields that it did not touch are those of the
 * stored record, if there still is one. */
struct record past_record_of(struct store *store, const struct record_change *change, bool after);
#endif
