/* Merging and dividing units, between the fields of the form and the view around it. */
#ifndef UI_VIEW_REORGANISE_FORM_H
#define UI_VIEW_REORGANISE_FORM_H
#include "base/ids.h"
#include "model/choices.h"
#include "ui/form.h"
#include "ui/view/views.h"

enum place {
	PLACE_KIND,
	PLACE_BEFORE,
	PLACE_NAME,
	PLACE_INTO,
	PLACE_AFTER,
	PLACE_DAY,
	PLACE_DOCUMENT,
	PLACE_SHORT,
	PLACE_CLUSTERS,
	PLACE_COUNT
};
enum { TAG_PREVIEW = 81 };

struct name_row {
	char *name;
};
struct reorganise {
	struct view view;
	struct session *session;
	enum choice_number kind;
	int64_t *before;
	size_t before_count, before_capacity;
	char *name, *short_name; /* of the one new unit */
	bool own_short;          /* the person gave the short name; else it follows the full one */
	int64_t into;            /* the unit that is joined */
	struct name_row *after;  /* several new units */
	size_t after_count, after_capacity;
	struct str day;
	int64_t document;
	struct ids clusters; /* that the new units come into */
	bool own_clusters;   /* the person chose them; else they follow those before */
	struct form form;
	struct texts {
		char *before, *into, *document, *clusters;
	} shown; /* kept for drawing: names, one a line */
	int64_t first;
};
extern const struct form_field reorganise_fields[PLACE_COUNT];
extern const struct form_ops reorganise_form_ops;
/* Names are read once after each deed, so that drawing never asks the book. */
void reorganise_keep(struct reorganise *of);
/* One new unit comes after, with a name of its own. */
bool reorganise_one_new(const struct reorganise *of);
bool reorganise_shown(const void *self, int field);
bool reorganise_insert(void *self, int field, size_t row, struct err *err);
bool reorganise_take_out(void *self, int field, size_t row, struct err *err);
/* New units begin, which may come into clusters. */
bool reorganise_founds(const struct reorganise *of);
/* How many units before are named: rows may be empty yet. */
size_t reorganise_named(const struct reorganise *of);
/* The day on which those before are looked at: the one typed, else the end of the year looked at. */
const char *reorganise_day(const struct reorganise *of, char day[11]);
/* The short name follows the full one, by the example of those before, unless the person gave it. */
void reorganise_follow_name(struct reorganise *of);
/* The full and short name of a unit before becomes the new one. */
void reorganise_take_name(struct reorganise *of, int64_t unit, struct err *err);

/* reorganise_offer.c: the lists of values, and what is taken from them */
bool reorganise_choices(
	void *self, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err);
const char *reorganise_choices_title(const void *self, struct form_at at);
bool reorganise_several(const void *self, struct form_at at);
const char *reorganise_add_label(const void *self, struct form_at at);
bool reorganise_add_new(void *self, struct form_at at, const char *typed, struct err *err);
bool reorganise_choose(void *self, struct form_at at, const struct choice_item *item, struct err *err);
struct words reorganise_kind_words(enum choice_number kind);
extern const enum choice_number reorganise_kinds[];
extern const size_t reorganise_kind_count;

/* reorganise_draft.c: what is typed and not saved */
bool reorganise_draft(const struct view *view, struct draft *out);
/* [ Lưu ]: shows what would end and begin; the answer of the question writes it (reorganise_write). */
bool reorganise_save(void *self, struct err *err);
#endif
