/* The columns of a kind's file, made from the table of its fields. */
#ifndef SRC_APP_COLUMNS_H
#define SRC_APP_COLUMNS_H
#include "base/str.h"
#include "model/field.h"

enum column_kind {
	COLUMN_VALUE, /* the field itself */
	COLUMN_UID,   /* x_uid: the uid or key of what a reference points to */
	COLUMN_NAME,  /* x: its name */
	COLUMN_KIND,  /* x_kind: unit or cluster */
	COLUMN_YEAR,
	COLUMN_PART, /* of a period */
	COLUMN_CLUSTER,
	COLUMN_MEASURE,
	COLUMN_SOURCE, /* of figures: told, not stored in them */
	COLUMN_OWN_YEAR,
	COLUMN_OWN_PART, /* of a span: its own id */
	COLUMN_PHASE     /* of a unit or cluster: a field of its first phase */
};
/* The field of such a column: none of the kind itself. */
#define COLUMN_PHASE_FIELD(field_of_phase) (-2 - (field_of_phase))
struct column {
	char *head;
	enum column_kind kind;
	int field;          /* -1: none */
	struct words label; /* what forms call it; both halves NULL: nothing of its own */
	bool title;         /* of a file being read: its cells get the capitals of names */
};
struct columns {
	struct column *items;
	size_t count, capacity;
};

/* All columns of a kind, in the order of its file. */
void columns_of(struct columns *out, const struct entity *entity);
/* Those, and the ones that only a file to be read in has. */
void columns_accepted(struct columns *out, const struct entity *entity);
void columns_release(struct columns *columns);
/* The column of that head; NULL when there is none. */
const struct column *columns_find(const struct columns *columns, const char *head);
/* The column that a person means by that head: its own name, or the label of exactly one («Họ tên» for name), marks and capitals
 * left out or not.  NULL: none, or several. */
const struct column *columns_meant(const struct columns *columns, const char *head);
/* Appends all heads with commas, for a sentence. */
void columns_list(struct str *out, const struct columns *columns);
#endif
