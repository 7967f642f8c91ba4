/* How records are named: label.h for everybody, and the names in files, which do not follow the language of the person. */
#ifndef SRC_APP_NAMING_H
#define SRC_APP_NAMING_H
#include "app/label.h"

struct naming {
	struct store *store;
	enum label_form form;
	const char *day; /* YYYY-MM-DD; NULL: today */
	bool files;      /* Vietnamese whatever the language, without "(cũ)" and "(mới)" */
};
/* The half of words that the naming wants. */
const char *naming_say(const struct naming *how, struct words words);
/* Appends the name of a stored record; "…" when there is none. */
bool name_id(struct str *out, const struct naming *how, enum entity_id entity, int64_t id, struct err *err);
/* Appends the name of a record in memory, new or no longer stored. */
bool name_record(struct str *out, const struct naming *how, const struct record *record, struct err *err);
/* Appends the name of what a reference, subject or any-reference field points to; nothing when it is unknown. */
bool name_reference(struct str *out, const struct naming *how, const struct record *record, int field, struct err *err);
/* The kinds without a name field of their own (label_composed.c). */
bool name_composed(struct str *out, const struct naming *how, const struct record *record, struct err *err);
/* The uid of a record, or its key: parts separated by "/" (label_key.c). */
bool name_key(struct str *out, struct store *store, const struct record *record, struct err *err);
/* The record with such a key text; 0 when there is none. */
bool find_key_text(int64_t *id, struct store *store, enum entity_id entity, const char *text, struct err *err);

/* First and last day on which a unit or cluster certainly may be: its own dates within those of its names. */
bool subject_life(struct store *store, int64_t subject, char first[11], char last[11], struct err *err);
/* The entity and id that a reference field of a record points to; ENTITY_NONE when it is unknown. */
bool reference_target(enum entity_id *entity, int64_t *id, struct store *store, const struct record *record, int field,
	struct err *err);
#endif
