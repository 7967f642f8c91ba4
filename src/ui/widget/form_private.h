/* Between the cursor of a form and its drawing. */
#ifndef UI_WIDGET_FORM_PRIVATE_H
#define UI_WIDGET_FORM_PRIVATE_H
#include "ui/form.h"

/* Where a field stands, from the left top of the form; box: column of its [ or of the left edge of its frame. */
struct form_spot {
	int row, label, box, width, rows;
	bool whole; /* the label in full */
};
struct form_spot form_spot(const struct form *form, int field);
/* Row of the form (not of the screen) in which the cursor is. */
int form_cursor_row(const struct form *form);
/* The words in the language of the screen; "" where there are none. */
const char *form_words(struct words words);
/* A click on that place of the screen brings the cursor there; on a choice once more opens its values. */
void form_draw_click(const struct form *form, struct draw *draw, struct form_at at, int row, int column, int columns);
void form_draw_value(const struct form *form, struct draw *draw, struct form_at at, int row, int column, int width);

bool form_is_shown(const struct form *form, int field);
/* The cursor may stand there. */
bool form_is_stop(const struct form *form, int field);
bool form_in_table(const struct form *form);
size_t form_row_count(const struct form *form, int field);
/* Rows of a table that are seen, and the first of them. */
int form_rows_seen(const struct form *form, int field, size_t *first);
void form_draw_table(const struct form *form, struct draw *draw, int field, const struct form_spot *spot, int row);
/* Kind of the place with the cursor: of the column in a table. */
enum form_kind form_kind_at(const struct form *form);
/* The cursor is on [ Lưu ] or [ Bỏ ]. */
bool form_on_button(const struct form *form);
/* The field with the cursor; NULL on a button. */
const struct form_field *form_field_here(const struct form *form);
/* The cursor is on the empty row under the last one. */
bool form_on_new_row(const struct form *form);
void form_set_fault(struct form *form, int field);
/* Times that Tab goes from the first stop of the form to this one: Tab stops at each column of a table, and once behind
 * its last row. */
int form_stops_before(const struct form *form, struct form_at at);
/* To the next stop, or the one before; false when there is none. */
bool form_step_field(struct form *form, int by);

/* What was typed into a list of values is meant: it is taken, and in a table only Tab goes to the next column. */
void form_go_on(struct form *form, bool tab, struct err *err);

/* form_past.c.  A change is about to be made; it was refused; saved: nothing is taken back behind it. */
void form_keep(struct form *form);
void form_forget_kept(struct form *form);
void form_forget_past(struct form *form);
void form_release_past(struct form *form);
/* The last change is undone, or done again; false: there is none. */
bool form_turn_back(struct form *form, bool again);

/* form_choose.c.  False without a sentence: nothing to choose from here. */
bool form_open_choices(struct form *form, const char *query, struct err *err);
void form_choices_closed(struct form *form, const struct view *closed, struct err *err);
#endif
