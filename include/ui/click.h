/* The mouse, for those who turn it on: a click is nothing but keys.
 *
 * While a view draws itself, it says of each place what the keyboard would do to get there: so many steps down, so many
 * to the right, then perhaps Enter, or a character.  So a click can do nothing that keys cannot, and what keys do on the
 * way (store a cell, check a field) happens after a click too.  Positions are those of the frame that is shown. */
#ifndef UI_CLICK_H
#define UI_CLICK_H
#include "ui/action.h"

struct draw;
struct click {
	struct click_steps {
		enum action_id on, back; /* what goes one step, and one step the other way */
		int steps;               /* below 0: the other way */
	} go[2];
	enum action_id then;  /* runs at the end of the way; ACTION_NONE: nothing */
	enum action_id again; /* runs where there was no way to go: a second click opens */
	char typed;           /* is typed: answers of dialogs, rows of menus; 0: nothing */
	int tab;              /* that tab, from 1; 0: none */
};
/* So many rows down and columns to the right. */
struct click click_move(int down, int right, enum action_id again);

/* Rows from one to another as ↓ goes: those at which it stops; below 0: as ↑ goes. */
int click_rows(size_t from, size_t to, bool (*stops)(const void *of, size_t row), const void *of);

struct click_place {
	int row, column, columns;
	struct click click;
};
/* Those of one frame; a zeroed one is ready for use. */
struct clicks {
	struct click_place *places;
	size_t count, capacity;
};
void clicks_clear(struct clicks *clicks);
void clicks_release(struct clicks *clicks);
/* What a click there does: the place that was named last; NULL: nothing. */
const struct click *clicks_at(const struct clicks *clicks, int row, int column);
/* Names a place of one row; nothing happens while the mouse is off, and for what lies under a box. */
void draw_click(struct draw *draw, int row, int column, int columns, struct click click);
#endif
