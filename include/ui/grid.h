/* Figures: rows × columns of cells with heads, a fixed column of row names, a box for editing, blocks.  A widget
 * inside a view: the view owns the figures and answers for them (screens.md, "Figures, select" and "Figures, edit").
 *
 * Columns that do not fit leave the screen whole, figures are never cut. */
#ifndef UI_GRID_H
#define UI_GRID_H
#include "ui/line.h"
#include "ui/view.h"

enum grid_row {
	GRID_FIGURES, /* takes typing */
	GRID_SUM,     /* sums and differences: the cursor may stand there, typing is refused with a sentence */
	GRID_RULE     /* a line of ─; the cursor passes it */
};
struct grid_block {
	int row, column, rows, columns;
};
/* Rows and columns from 0 as the view numbers them.  Optional ones may be NULL. */
struct grid_ops {
	void (*cell)(const void *of, int row, int column, struct str *out); /* as shown: …, †>6.500 */
	void (*row_name)(const void *of, int row, struct str *out);
	void (*head)(const void *of, int column, int line, struct str *out); /* line 0, 1 of the head */
	/* optional: columns that line 0 of this one's head is laid over; 0: that of a column before it is.  All 1. */
	int (*span)(const void *of, int column);
	/* optional: where Tab goes from a column (by 1, -1) in the same row; -1: nowhere.  All columns in turn. */
	int (*next)(const void *of, int column, int by);
	void (*corner)(const void *of, int line, struct str *out); /* optional: over the row names */
	enum grid_row (*kind)(const void *of, int row);            /* optional: all GRID_FIGURES */
	int (*width)(
		const void *of, int column); /* optional: columns of the cell with the blank before it; 10 at first; a
	                                                 * figure that does not fit with 2 blanks widens it */
	enum role (*role)(const void *of, int row, int column); /* optional */
	char (*sign)(const void *of, int row); /* optional: '!' 'v' 'o' in column 1, as in list.h; 0 none */
	void (*second)(
		const void *of, int row, int column, struct str *out); /* optional, large screens: a line under each */
	/* optional: the head of that line («2023»); nothing: the row has none.  All rows of figures have one. */
	void (*second_name)(const void *of, int row, struct str *out);
	/* Whether the cell takes typing; false: err says why. */
	bool (*editable)(const void *of, int row, int column, struct err *err);
	void (*edited)(const void *of, int row, int column, struct str *out);                  /* what F2 begins with */
	void (*echo)(const void *of, int row, int column, const char *typed, struct str *out); /* row 23 at each key */
	/* Stores the cleaned text.  again: Enter once more on the same text that was refused (a value over 100 times
	 * the largest known). False: the box stays, err says why. */
	bool (*commit)(void *of, int row, int column, const char *text, bool again, struct err *err);
	bool (*remove)(void *of, struct grid_block block, struct err *err); /* Delete, or - Enter */
	/* Ctrl+D: one cell gets that above it, a block's first row is copied down. */
	bool (*copy)(void *of, struct grid_block block, struct err *err);
	bool (*paste)(void *of, int row, int column, const char *bytes, size_t length,
		struct err *err);                /* opens the preview */
	bool (*turn)(void *of, struct err *err); /* optional: Ctrl+R; the grid then swaps its row and column of focus */
};
struct grid {
	const struct grid_ops *ops;
	void *of;
	int rows, columns; /* set by grid_set_size */
	int name_width;    /* columns of the row names, with column 1 for signs; 0: 18 */
	int foot_columns;  /* the last so many stay at the right when the others scroll, where there is room */
	/* the widget's own */
	int row, column;   /* focus */
	int top, left;     /* first row and column shown */
	int shown_columns; /* that fit now, from left on */
	int *widths;       /* of all columns, widened */
	bool editing;
	struct line line;
	struct str refused; /* the text that commit refused last */
	bool in_block;
	int block_row, block_column; /* where the block began */
	int run_column;              /* where a run of Tabs began; -1: none */
	bool ended;                  /* Enter or Tab found no further cell: typing waits until the cursor was moved */
	bool two_lines;              /* second lines are shown */
	bool *tall;                  /* of each row: it has one */
	struct area area;
};
void grid_release(struct grid *grid);
/* After load: keeps the focus where it can. */
void grid_set_size(struct grid *grid, int rows, int columns);
void grid_focus(struct grid *grid, int row, int column);
/* From arrange: two rows of heads, then the rows; two_lines on large screens. */
void grid_place(struct grid *grid, struct area area, bool two_lines);
enum context grid_context(const struct grid *grid); /* IN_GRID or IN_CELL */
/* VIEW_PASS for what is not its own: Esc without anything to undo, F keys but F2, … */
enum outcome grid_act(struct grid *grid, enum action_id action, struct err *err);
enum outcome grid_text(struct grid *grid, const char *utf8, size_t length, bool pasted, struct err *err);
bool grid_allows(const struct grid *grid, enum action_id action);
/* Something is in the box that is not stored. */
bool grid_unsaved(const struct grid *grid);
/* The cell with focus, or the block. */
struct grid_block grid_block(const struct grid *grid);
/* «cột 1–6 trong 10 ►» for row 3; appends nothing when all columns are shown. */
void grid_range(const struct grid *grid, struct str *out);
/* Row 22: «SỬA  » before the view's own detail while editing; row 23: the echo.  Both append. */
void grid_detail(const struct grid *grid, struct str *out);
void grid_note(const struct grid *grid, struct str *out);
void grid_draw(const struct grid *grid, struct draw *draw);
#endif
