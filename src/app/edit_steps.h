/* The steps of a write: edit.c for one record, sheaf.c and import.c for many that belong together, undo.c.
 *
 * Records of a sheaf or a file may break a rule until the last of them is written; they are prepared and written first and the
 * rules asked afterwards, inside the same transaction. */
#ifndef SRC_APP_EDIT_STEPS_H
#define SRC_APP_EDIT_STEPS_H
#include "app/edit.h"

enum edit_way {
	EDIT_DEED,   /* a person's: what follows from it is written too */
	EDIT_IMPORT, /* a file's: it says everything itself */
	EDIT_UNDO    /* what followed is in the history already */
};
struct edit {
	struct change *change; /* NULL: advice only */
	struct store *store;
	struct record *record;
	struct record old;       /* as stored; entity NULL when new */
	struct notices *notices; /* NULL: nobody listens, warnings are not worked out */
	enum edit_way way;
	bool looked_up; /* an import found no record of its key and knows that all it refers to is there */
	bool again;     /* the record is not stored but had its id before: a deleted one comes back */
};
/* Reads what is stored, cleans every text, asks the record itself, its references and its key. */
bool edit_prepare(struct edit *edit, struct err *err);
/* The two halves of it: what the record can tell by itself; its references and its key among the others. */
bool edit_prepare_alone(struct edit *edit, struct err *err);
bool edit_prepare_among(struct edit *edit, struct err *err);
/* Asks the rules that look at other records. */
bool edit_rules(struct edit *edit, struct err *err);
/* Writes; figures and shares follow a metric's decimals. */
bool edit_write(struct edit *edit, struct err *err);
/* What a deed entails: the state of a nomination, submissions of a round. */
bool edit_follow(struct edit *edit, struct err *err);
void edit_release(struct edit *edit);

/* All four for one record. */
bool edit_put_as(
	struct change *change, struct record *record, enum edit_way way, struct notices *notices, struct err *err);
bool edit_remove_as(struct change *change, const struct record *record, enum edit_way way, struct err *err);
/* Every citation and alias of a record goes. */
bool edit_remove_said(struct change *change, enum entity_id entity, int64_t id, struct err *err);
/* Cleans one value of a field in place; false: err->field and the position. */
bool edit_clean_text(struct record *record, int field, struct err *err);
/* Appends the name of a record in quotes, for sentences. */
bool edit_quote(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err);
/* A refusal's or a notice's sentence with the names of up to five records: "A, B và 3 nữa". */
bool edit_list_references(
	struct str *out, struct store *store, const struct reference *references, size_t count, struct err *err);
#endif
