/* A list of values over a field or a view, with a filter of its own: F4 in a field, F4 in a view (its switches), the
 * palette. Opens below the row it belongs to, or above when there is no room. */
#ifndef UI_CHOICES_H
#define UI_CHOICES_H
#include "ui/view.h"

struct choice_item {
	int64_t id;
	int kind;     /* the owner's: what sort of thing (unit, screen, command …) */
	char *text;   /* owned by the list */
	char *detail; /* second column; NULL: none */
	char *label;  /* column before the text («Đơn vị»), palette only; NULL: none */
	bool marked;  /* already taken, where several may be */
};
struct choice_items {
	struct choice_item *items;
	size_t count, capacity;
};
void choice_items_release(struct choice_items *items);
/* What is typed in full comes first («dự» before «ủy quyền dự»), marks or not; the others keep their order. */
void choice_items_rank(struct choice_items *items, const char *query);
/* Copies the texts. */
struct choice_item *choice_items_add(struct choice_items *items, int64_t id, const char *text, const char *detail);

struct choices_setup {
	const char *title; /* «Chọn người»; the frame adds « · 3/12 » */
	int row, column;   /* of the field on the screen: the frame opens under it, its left edge at column; row -1: in
	                                 * the middle */
	int width;         /* of the frame; 0: 50 */
	const char *query; /* what the filter begins with; NULL: empty */
	bool several;      /* Ctrl+T marks */
	bool runs;         /* switches of a view: no filter, digits 1 … 9 take at once */
	bool keeps;        /* a field below keeps what is typed when nothing is taken */
	bool palette;      /* IN_PALETTE; labels are shown */
	const char *
		add; /* «Thêm người mới tên»: the last row, or F7, makes a new one from what is typed; NULL: not offered */
	/* Fills the values for what is typed ("" at first): called on open and after each change, never from draw.
	 * *all: how many there are without the filter.  Use text_match on the names, or a question to the book. */
	bool (*fill)(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err);
	/* optional: a piece of work between two keys before what is typed is looked for, true while there is more (ui/view.h) */
	bool (*work)(void *of, struct err *err);
	/* optional: row 23 for the item under the cursor («… đã có trong thành phần.»); item NULL: nothing is shown */
	void (*note)(const void *of, const struct choice_item *item, struct str *out);
	void *of;
	const struct hint *hints; /* NULL: those of the context */
	size_t hint_count;
};
enum choices_end {
	CHOICES_CLOSED, /* Esc: nothing taken, what was typed stays (choices_query) */
	CHOICES_TAKEN,  /* choices_taken, or the marked ones where several may be */
	CHOICES_KEPT,   /* Enter with no item for what is typed: choices_query is meant (where setup.keeps) */
	CHOICES_ADD     /* a new one from choices_query */
};
bool choices_open(struct ui *ui, const struct choices_setup *setup, int tag, struct err *err);
bool choices_is(const struct view *closed);
enum choices_end choices_end(const struct view *closed);
/* It ended with Tab: the person goes on to the next place. */
bool choices_goes_on(const struct view *closed);
/* The item taken; NULL when closed otherwise; borrowed. */
const struct choice_item *choices_taken(const struct view *closed);
/* All items marked, where several may be taken; borrowed, NULL after the last. */
const struct choice_item *choices_marked(const struct view *closed, size_t n);
/* The same and those that were marked at first or for a while (->marked says whether they are now). */
const struct choice_item *choices_touched(const struct view *closed, size_t n);
/* What stands in the filter, cleaned; borrowed. */
const char *choices_query(const struct view *closed);
extern const struct view_ops choices_ops;
#endif
