/* Between the entity tables and their users inside model/: how a table is made from fields.h, and the checks they share. */
#ifndef SRC_MODEL_ENTITIES_H
#define SRC_MODEL_ENTITIES_H
#include "base/mem.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"

/* The arrays of choice.c: UNIT_FAMILY_choices … */
#define C(...) +1
#define S(set) extern const struct choice set##_choices[0 set##_CHOICES(C)];
CHOICE_SETS(S)
#undef S
#undef C

/* UNIT_entity … */
#define E(kind) extern const struct entity kind##_entity;
ENTITIES(E)
#undef E

#define FIELD_ROW(kind, name, code_, type_, flags_, limits, vi, en, ...) \
	[kind##_##name] = { .code = code_, \
		.label = WORDS(vi, en), \
		.help = WORDS(__VA_ARGS__), \
		.type = FIELD_##type_, \
		.flags = (flags_), \
		limits },
/* UNIT_fields … */
#define FIELD_TABLE(kind) static const struct field kind##_fields[] = { kind##_FIELDS(FIELD_ROW) };
/* The first members of an entity, all alike. */
#define ENTITY_HEAD(kind, table_) \
	.id = ENTITY_##kind, .table = table_, .fields = kind##_fields, .field_count = kind##_FIELD_COUNT
/* A part of another kind; NO_OWNER for the others. */
#define PART_OF(owner_, owner_field_, position) \
	.owner = ENTITY_##owner_, .owner_field = (owner_field_), .position_field = (position)
#define NO_OWNER .owner = ENTITY_NONE, .owner_field = -1, .position_field = -1
#define KEY(...) .key = { __VA_ARGS__, -1 }
#define NO_KEY .key = { -1 }

/* Type and limits of one known value: what one field can tell about itself.  err->field stays as it was. */
bool field_check(const struct field *field, const struct value *value, struct err *err);

/* false with a sentence at `to` when the interval certainly begins after its end; what is only possible passes. */
bool check_interval(const struct record *record, int from, int to, struct err *err);
/* false with a sentence at `to` when both years are known and in the wrong order. */
bool check_years(const struct record *record, int from, int to, struct err *err);
/* false with a sentence at field when it refers to the record itself. */
bool check_not_itself(const struct record *record, int field, struct err *err);
/* false with a sentence at field when its date is no exact day: a month, a year, or marked. */
bool check_exact_day(const struct record *record, int field, struct err *err);
/* false with a sentence at the one that is missing when only one of two fields is known. */
bool check_pair(const struct record *record, int a, int b, struct err *err);
#endif
