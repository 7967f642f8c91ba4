/* Merging and dividing units, between the fields of the form and the view around it. */
#ifndef UI_VIEW_REORGANISE_FORM_H
#define UI_VIEW_REORGANISE_FORM_H
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
	int64_t into;            /* the unit that is joined */
	struct name_row *after;  /* several new units */
	size_t after_count, after_capacity;
	struct str day;
	int64_t document;
	struct form form;
	struct texts {
		char *before, *into, *document;
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
/* reorganise_draft.c: what is typed and not saved */
bool reorganise_draft(const struct view *view, struct draft *out);
/* [ Lưu ]: shows what would end and begin; the answer of the question writes it (reorganise_write). */
bool reorganise_save(void *self, struct err *err);
#endif
