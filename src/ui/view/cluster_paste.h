/* A pasted block, between what is understood of it and the box that shows it. */
#ifndef UI_VIEW_CLUSTER_PASTE_H
#define UI_VIEW_CLUSTER_PASTE_H
#include "cluster_figures.h"

#define PASTE_NAME_ROOM 26 /* a name that is wider gives way to the short one */

enum paste_state { PASTE_NEW, PASTE_CHANGED, PASTE_SAME, PASTE_FAULT, PASTE_STATES };
struct paste_cell {
	int row, column; /* of the grid */
	char *name, *typed, *meant, *in_book;
	enum paste_state state;
	char *fault; /* why it is not understood; NULL: it is */
	char *doubt; /* why it may be a slip (figure_doubt); NULL: nothing says so */
	struct entry entry;
};
struct paste {
	struct figures_page *page;      /* lives below */
	char *text;                     /* lines of cells parted by Tab */
	int row, column, rows, columns; /* where it goes, how large it is */
	struct paste_cell *cells;
	size_t count, capacity, counts[PASTE_STATES], doubts;
};
/* Takes the bytes as they were pasted, and measures them. */
void paste_take(struct paste *paste, const char *bytes, size_t length);
/* Understands each cell against the figures as they are now; where more cells than `shown` are there, faults come first, then doubts. */
void paste_understand(struct paste *paste, size_t shown);
void paste_release(struct paste *paste);
#endif
