/* Between the cursor of a form and its drawing. */
#ifndef UI_WIDGET_FORM_PRIVATE_H
#define UI_WIDGET_FORM_PRIVATE_H
#include "ui/form.h"

/* Where a field stands, from the left top of the form; box: column of its [ or of the left edge of its frame. */
struct form_spot { int row, label, box, width, rows; };
struct form_spot form_spot(const struct form *form, int field);
/* Row of the form (not of the screen) in which the cursor is. */
int form_cursor_row(const struct form *form);
/* Rows of the whole form with its buttons. */
int form_height(const struct form *form);

bool form_is_shown(const struct form *form, int field);
/* The cursor may stand there. */
bool form_is_stop(const struct form *form, int field);
bool form_in_table(const struct form *form);
size_t form_row_count(const struct form *form, int field);
/* Rows of a table that are seen, and the first of them. */
int form_rows_seen(const struct form *form, int field, size_t *first);
/* Kind of the place with the cursor: of the column in a table. */
enum form_kind form_kind_at(const struct form *form);
#endif
