/* One declaration a field, one table an entity: form, list and grid columns, CSV, drafts, history, undo and the merging of
 * mine, theirs and base are one code for all kinds of record. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H
#include "base/err.h"
#include "base/str.h"
#include "model/value.h"
#include <stddef.h>

enum field_type {
	FIELD_UID,     /* text: the same in every book; given by the store when empty */
	FIELD_TEXT,    /* one paragraph */
	FIELD_LINES,   /* several lines: the note */
	FIELD_CODE,    /* text that is no language: codes, numbers of papers, phones, paths; no input method */
	FIELD_INTEGER, /* min … max */
	FIELD_BOOL,
	FIELD_YEAR,       /* 1900 … 2999 */
	FIELD_DATE,       /* text/date.h's stored form: partial and marked */
	FIELD_PERIOD,     /* model/period.h's integer */
	FIELD_CHOICE,     /* a number of choices */
	FIELD_SET,        /* bits 1 << number of choices */
	FIELD_REFERENCE,  /* id of a record of target */
	FIELD_SUBJECT,    /* id of a unit or a cluster: they share one id space */
	FIELD_ENTITY,     /* an entity id, together with the FIELD_ANY that follows it */
	FIELD_ANY,        /* id of a record of the entity in the field before */
	FIELD_AMOUNT,     /* integer in 10^-decimals of the metric in the same record */
	FIELD_HUNDREDTHS, /* integer, two decimals */
	FIELD_KEY,        /* derived: collation key (text bytes, a BLOB in the book) of field `from` */
	FIELD_PERSON_KEY, /* derived: the same by given name */
	FIELD_BARE,       /* derived: folded text of field `from` */
	FIELD_FIRST_DAY,  /* derived: first day of the interval that begins with field `from`: YYYY-MM-DD */
	FIELD_LAST_DAY    /* derived: last day of the interval that ends with field `from` */
};
#define FIELD_IS_DERIVED(field) ((field)->type >= FIELD_KEY)

enum field_flag {
	FIELD_REQUIRED = 1,
	FIELD_READ_ONLY = 2, /* shown, never typed */
	FIELD_IN_LIST = 4,   /* a column of the kind's list */
	FIELD_SEARCHED = 8,  /* filter and find look here */
	FIELD_COMPOSES = 16, /* free Vietnamese text: the built-in input method may work */
	FIELD_PRESET = 32    /* a new record starts with `preset`, a text with `preset_text` */
};

struct choice {
	int number;         /* what is stored */
	const char *word;   /* in files: records.md's word, in no other language */
	struct words label; /* on the screen */
};
struct choices {
	const struct choice *items;
	size_t count;
};

enum entity_id { /* stored in history: never renumbered, never reused */
	ENTITY_NONE = 0,
	ENTITY_UNIT = 1,
	ENTITY_PHASE = 2,
	ENTITY_CLUSTER = 3,
	ENTITY_CLUSTER_YEAR = 4,
	ENTITY_SUCCESSION = 5,
	ENTITY_MEMBERSHIP = 6,
	ENTITY_ROLE = 7,
	ENTITY_TERM = 8,
	ENTITY_METRIC = 9,
	ENTITY_CLUSTER_METRIC = 10,
	ENTITY_FIGURE = 11,
	ENTITY_SUCCESSION_SHARE = 12,
	ENTITY_ALIAS = 13,
	ENTITY_CLASS_SET = 14,
	ENTITY_CLASS = 15,
	ENTITY_SPAN = 16,
	ENTITY_BREAK = 17,
	ENTITY_BREAK_METRIC = 18,
	ENTITY_ROUND = 19,
	ENTITY_SUBMISSION = 20,
	ENTITY_PERSON = 21,
	ENTITY_POST = 22,
	ENTITY_DOCUMENT = 23,
	ENTITY_CITATION = 24,
	ENTITY_COVENANT = 25,
	ENTITY_COVENANT_ITEM = 26,
	ENTITY_COVENANT_PARTY = 27,
	ENTITY_MEETING = 28,
	ENTITY_PARTICIPANT = 29,
	ENTITY_MEETING_ITEM = 30,
	ENTITY_AWARD = 31,
	ENTITY_NOMINATION = 32,
	ENTITY_NOMINATION_STEP = 33,
	ENTITY_APPRAISAL = 34,
	ENTITY_ACCOUNT = 35,
	ENTITY_BOOK = 36,
	ENTITY_END = 37
};

struct field {
	const char *code; /* stable: column of the table, head in files, key in history */
	struct words label;
	struct words help; /* one sentence; both "" where the label says it all */
	enum field_type type;
	unsigned flags;
	int64_t min, max; /* of an integer; 0, 0 = no limits.  Of a text: max columns of width, 0 = none */
	int64_t preset;
	const char *preset_text; /* of a text with FIELD_PRESET */
	struct choices choices;  /* FIELD_CHOICE, FIELD_SET */
	enum entity_id target;   /* FIELD_REFERENCE */
	int from;                /* derived: index of the field it is made from; 0 otherwise */
};

struct record;
#define ENTITY_KEY_FIELDS 8
struct entity {
	enum entity_id id;
	const char *table;      /* name of the table and of the kind on the command line */
	struct words one, many; /* "nhiệm kỳ vai trò" */
	const struct field *fields;
	int field_count;
	enum entity_id
		owner; /* a part: edited on the form of its owner, deleted with it; fields[owner_field] refers to it.  A phase
	                         * says ENTITY_UNIT; its owner is a subject, a unit or a cluster (fields[owner_field] is a FIELD_SUBJECT) */
	int owner_field;            /* -1: no part */
	int position_field;         /* order among the parts of an owner; -1: none */
	int uid_field;              /* -1: known by its key */
	int name_field;             /* what names the record among its kind; -1: app/label.h makes a name */
	int key[ENTITY_KEY_FIELDS]; /* indexes of the fields that identify it, ended by -1; key[0] = -1: none */
	bool subject;               /* units and clusters: id from table subject */
	/* What one record can tell about itself (value against qualifier, from after to …); field and sentence in err. */
	bool (*check)(const struct record *record, struct err *err);
};

/* NULL for a number that is no entity. */
const struct entity *entity_of(enum entity_id id);
/* By table name, "figure" or its plural "figures"; NULL when unknown. */
const struct entity *entity_named(const char *name);
/* Index of the field with that code, or -1. */
int entity_field(const struct entity *entity, const char *code);

/* A record is its values in the order of its entity's fields. */
struct record {
	const struct entity *entity;
	int64_t id;  /* 0 = new */
	int64_t rev; /* id of the change that last wrote it: the revision to save against; 0 = new */
	struct value *values;
};
/* A record of the kind with all values unknown but the presets. */
struct record record_new(enum entity_id entity);
struct record record_copy(const struct record *record);
void record_release(struct record *record);
bool record_has(const struct record *record, int field);
/* The integer of a field, or otherwise when it is not known. */
int64_t record_integer(const struct record *record, int field, int64_t otherwise);
/* The text of a field; "" when it is not known; borrowed. */
const char *record_text(const struct record *record, int field);
void record_set_integer(struct record *record, int field, int64_t integer);
/* NULL and "" make it unknown. */
void record_set_text(struct record *record, int field, const char *text);
void record_set_none(struct record *record, int field);
/* Recomputes every derived field from the fields it is made of. */
void record_derive(struct record *record);
/* Required fields, limits, choices, dates, periods, then the entity's own check.  false: err names the first fault. */
bool record_check(const struct record *record, struct err *err);

/* What a set of bits says, as one phrase: «Tổng kết, ký giao ước». */
void set_show(struct str *out, struct choices choices, int64_t set);
const struct choice *choice_numbered(struct choices choices, int64_t number);
/* By the word in files or by a label in either language, folded; NULL when none. */
/* The word of a field's choice inside a sentence, in the person's language: small letters; "" when there is no such choice. */
const char *choice_word(enum entity_id entity, int field, int64_t number);
const struct choice *choice_worded(struct choices choices, const char *word);

/* The file form of one value: what history stores and CSV shows.  References are decimal ids here (the file layer in app/
 * names them); decimals is that of the metric for a FIELD_AMOUNT.  Appends nothing for an unknown value. */
void field_write(const struct field *field, const struct value *value, int decimals, struct str *out);
/* The other way; "" is the unknown value.  A refused text keeps its place and says what is expected. */
bool field_read(const struct field *field, const char *text, int decimals, struct value *out, struct err *err);
#endif
