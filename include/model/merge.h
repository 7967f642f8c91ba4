/* When a record moved on under someone's hands: mine, theirs and base, field by field (product.md, section 2, last
 * rule). */
#ifndef MODEL_MERGE_H
#define MODEL_MERGE_H
#include "base/str.h"
#include "model/field.h"

enum merge_side {
	MERGE_SAME,   /* nobody changed it, or both to the same */
	MERGE_MINE,   /* only mine changed: kept */
	MERGE_THEIRS, /* only theirs changed: taken */
	MERGE_ASK     /* both, differently: the question */
};
struct merge {
	enum merge_side *sides; /* one a field of the entity; derived fields are SAME; owned */
	int field_count;
	size_t asked, mine, theirs; /* groups of each kind */
};
/* Fields that are one thing: status, value, qualifier and words of a figure; a percentage and what it is of; coverage
 * and its note; the kind of record and the record; a year and its basis.  The index of the field that stands for the
 * group. */
int merge_group(const struct entity *entity, int field);
/* base NULL: the record was new on both sides (the same key): every field that differs is asked about. */
void merge_records(
	struct merge *out, const struct record *base, const struct record *mine, const struct record *theirs);
void merge_release(struct merge *merge);
/* Answers the question for the group of a field. */
void merge_choose(struct merge *merge, const struct entity *entity, int field, enum merge_side side);
/* Theirs with the fields of mine that the sides say (MERGE_ASK counts as theirs), id and revision of theirs, derived
 * fields made again; owned.  The rules must run on it before it is saved. */
struct record merge_result(const struct merge *merge, const struct record *mine, const struct record *theirs);
/* Appends the labels of the groups with this side: «Giá trị, Nguồn». */
void merge_name_fields(struct str *out, const struct merge *merge, const struct entity *entity, enum merge_side side);
#endif
