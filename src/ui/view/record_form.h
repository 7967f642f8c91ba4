/* The form of a record and its parts, between its files: generic over the field tables. */
#ifndef UI_VIEW_RECORD_FORM_H
#define UI_VIEW_RECORD_FORM_H
#include "app/edit.h"
#include "model/merge.h"
#include "ui/form.h"
#include "ui/view/views.h"

/* What stands in one place of the form. */
enum slot_kind {
	SLOT_FIELD, /* a field of a record */
	SLOT_YEAR,
	SLOT_PART,       /* the two halves of a period */
	SLOT_CHAIR,      /* the participant with the capacity chủ trì, by name */
	SLOT_TABLE,      /* the parts of one kind */
	SLOT_NAMING,     /* how a changed name is meant: sửa cho đúng, đổi từ ngày */
	SLOT_NAMING_DAY, /* the day from which the new name is used */
	SLOT_SOURCE,     /* the document cited for the record on saving */
	SLOT_HEADING     /* shown only: the role of a pair of terms */
};
struct slot {
	enum slot_kind kind;
	int sheaf; /* 0; 1: the second record of a pair */
	int list;  /* -1: the record itself; else a part in sheaf.lists[list] … */
	int row;   /* … in that row, when the slot is one field of one part */
	int field; /* of the entity; -1: none */
	bool rare; /* stands below the usual ones */
};
#define PARTS_COLUMNS 6
/* A column of a table of parts. */
enum part_kind { PART_FIELD, PART_WHO, PART_TITLES };
struct part_column {
	enum part_kind kind;
	int field;
};
struct part_table {
	struct form_column columns[PARTS_COLUMNS];
	struct part_column of[PARTS_COLUMNS];
	int count;
};
enum naming { NAMING_CORRECT, NAMING_FROM_DAY };
#define SHEAVES 2
#define TABLES 2
struct record_form {
	struct view view;
	struct session *session;
	enum entity_id entity;
	struct sheaf sheaves[SHEAVES], bases[SHEAVES]; /* base: as the book had it; empty for a new record */
	int sheaf_count;
	bool fresh;      /* a new record */
	bool rare_shown; /* PgDn: the fields below the usual ones are there too */
	bool pair;       /* leader and deputy of one year: the second follows the first in what they share */
	char part[16];   /* part of the year while no year is typed */
	enum naming naming;
	struct str naming_day; /* stored */
	int current_phase;     /* row of the name that the form shows */
	int64_t source;
	int64_t cited;    /* the source that the book had when the form was opened; 0: none */
	bool add_member;  /* the person said: add the membership and save */
	int conflicting;  /* the sheaf that the question is about */
	size_t part_list; /* and the row of it, when it is about one: its list and id */
	int64_t part_id;
	int64_t saved;         /* id of the record, once saved */
	struct record last;    /* the last saved record of the kind; entity NULL: not read; id 0: none */
	struct form_at adding; /* the place that waits for a record that is being made */
	struct kept_texts {    /* what drawing shows, so that it never asks the book */
		bool good;
		char **texts;
		size_t count, capacity;
		size_t *starts; /* of each slot */
		char *title;    /* of the cluster, or of the record itself: own_title */
		bool own_title;
	} kept;
	struct form form;
	struct form_field *fields;
	struct slot *slots;
	int slot_count, slot_capacity;
	struct part_table tables[TABLES];
};
/* What the form opens over itself. */
enum { RECORD_TAG_NEW = 41, RECORD_TAG_MEMBER, RECORD_TAG_CONFLICT, RECORD_TAG_PART, RECORD_TAG_OPENED };

extern const struct view_ops record_form_ops;
/* How a form is opened: record_form_ops' place. */
struct record_form_place {
	enum entity_id entity;
	int64_t id;
	const struct preset *presets; /* NULL: none */
	const char *typed;            /* the name of a new record; NULL: none */
	int64_t cluster;
	int year;                  /* of a pair of terms; cluster 0: one record */
	const struct draft *draft; /* goes on with it; NULL: none */
};
/* The id of the record that a closed form has saved; 0: left without saving. */
int64_t record_form_saved(const struct view *closed);
bool record_form_is(const struct view *closed);

/* record_form_layout.c: which fields there are, in which order */
void record_form_lay_out(struct record_form *form);
/* Years, dates, numbers: never cut; the first character typed replaces them. */
bool field_is_figure(const struct field *field);
struct slot *record_form_slot(const struct record_form *form, int field);
/* The record that the slot speaks of, in a table its row; NULL beyond the last row. */
struct record *record_form_record(const struct record_form *form, struct form_at at);
/* The field of that record; -1: none of its own. */
int record_form_field(const struct record_form *form, struct form_at at);
/* The place of a field of the record itself, for a fault; -1: not shown. */
int record_form_place_of(const struct record_form *form, int sheaf, int list, int field);

/* record_form_values.c: a field as text, and back */
void value_show(struct str *out, struct store *store, const struct record *record, int field);
bool value_take(struct record *record, int field, const char *typed, struct store *store, int year, struct err *err);
/* Decimals of the metric that the record speaks of. */
int value_decimals(struct store *store, const struct record *record);
/* The metric that an amount of this record is in; 0: none. */
int64_t value_metric(const struct record *record);
/* The entity that the field refers to; ENTITY_NONE with *subjects = true: a unit or a cluster. */
enum entity_id value_target(const struct record *record, int field, bool *subjects);

/* record_form_ops.c: what the widget asks */
extern const struct form_ops record_form_form_ops;
const char *record_form_day(const struct record_form *form, char day[11]);

/* The text of a place, read from the records. */
void record_form_read_text(const struct record_form *form, struct form_at at, struct str *out);

/* record_form_kept.c */
/* Something changed: texts are read anew from here on. */
void record_form_forget(struct record_form *form);
/* Reads the texts of all places, when some may have changed; before drawing. */
void record_form_keep(struct record_form *form);
bool record_form_kept(const struct record_form *form, struct form_at at, struct str *out);
void record_form_release_kept(struct record_form *form);

/* record_form_choices.c */
bool record_form_choices(
	void *of, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err);
/* The values offered there are records. */
bool record_form_refers(const struct record_form *form, struct form_at at);
bool record_form_several(const void *of, struct form_at at);
const char *record_form_add_label(const void *of, struct form_at at);
const char *record_form_choices_title(const void *of, struct form_at at);
void record_form_choice_note(const void *of, struct form_at at, const struct choice_item *item, struct str *out);
bool record_form_choose(void *of, struct form_at at, const struct choice_item *item, struct err *err);
/* Puts the id of a record into the place: a known person fills the row. */
bool record_form_refer(struct record_form *form, struct form_at at, int64_t id, struct err *err);

/* record_form_add.c: F7 in a list */
bool record_form_add_new(void *of, struct form_at at, const char *typed, struct err *err);
bool record_form_open(void *of, struct form_at at, struct err *err);

/* record_form_parts.c: tables */
size_t record_form_rows(const void *of, int field);
bool record_form_insert(void *of, int field, size_t row, struct err *err);
bool record_form_remove(void *of, int field, size_t row, struct err *err);
struct record *part_list_insert(struct part_list *list, size_t row);
struct record part_list_take(struct part_list *list, size_t row);
/* Parts without anything typed go before saving. */
void record_form_drop_empty(struct record_form *form);
void parts_show_titles(struct str *out, struct store *store, const struct record *participant);
bool parts_take_titles(struct record *participant, const char *typed, struct store *store, struct err *err);
/* What the book knows of a person comes with the name: unit, title. */
bool parts_know_person(struct record *part, struct store *store, const char *day, struct err *err);
void part_table_of(struct part_table *table, enum entity_id part);

/* record_form_source.c: the document cited for a record as a whole; 0: none */
bool cited_document(int64_t *document, struct store *store, enum entity_id entity, int64_t id, struct err *err);
bool record_form_read_source(struct record_form *form, struct err *err);
/* Cites the document of the form for the record: beside those that have words of their own, else in place of the one cited when
 * the form was opened; none takes that one out. */
bool record_form_cite(
	const struct record_form *form, struct change *change, const struct record *record, struct err *err);

/* record_form_past.c: as struct form_ops says */
void *record_form_copy(const void *of);
void record_form_swap(void *of, void *copy);
void record_form_release_copy(void *copy);

/* record_form_repeat.c: Ctrl+D */
bool record_form_repeat(void *of, struct form_at at, struct err *err);

/* record_form_fault.c: where the cursor goes when something is refused; err->field becomes 1 + the place in the form */
/* Each row by itself, before anything is written. */
bool record_form_check_parts(struct record_form *form, const struct sheaf *work, struct err *err);
/* A refusal of the book: of the record, or of the row whose rule said it. */
void record_form_locate_fault(struct record_form *form, int sheaf, struct err *err);

/* record_form_save.c */
bool record_form_save(void *of, struct err *err);
/* The answer to a conflict or to the offer of a membership; true: saved, the form can close. */
bool record_form_answer(struct record_form *form, const struct view *closed, bool *saved, struct err *err);
/* record_form_merge.c: takes what only the other changed, and says so.  *asked: both changed a field, the question is
 * open; chosen: its answer, NULL before. */
bool record_form_merge(struct record_form *form, int sheaf, const struct merge *chosen, struct str *said, bool *asked,
	struct err *err);
/* The answer to the question about one row (form->part_id). */
bool record_form_settle_part(struct record_form *form, int sheaf, const struct merge *chosen, struct err *err);

/* record_form_draft.c: what is typed and not saved */
bool record_form_draft(const struct view *view, struct draft *out);
/* Takes the records before the form is laid out; then what was being typed. */
void record_form_begin_draft(struct record_form *form, const struct draft *draft);
void record_form_show_draft(struct record_form *form, const struct draft *draft);

/* suggestion_form.c: fills a pair of terms */
bool suggestion_fill(struct record_form *form, int64_t cluster, int year, struct err *err);
#endif
