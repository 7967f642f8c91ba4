/* What a frame puts on each row of the screen, beside what the frame before it put there: curses is told of a row only when the
 * two differ.  Of a screen of 36 rows a step of the cursor changes two or three, and handing text to curses, which looks at
 * each letter again, is the dearest part of a frame. */
#ifndef SRC_UI_TERM_ROWS_H
#define SRC_UI_TERM_ROWS_H
#include "base/str.h"
#include "ui/draw.h"

struct screen_rows {
	struct screen_row {
		struct str drawn; /* of this frame: column, role and text, one put behind the other */
		struct str shown; /* of the one before */
		bool known;       /* the screen has what shown says */
	} * rows;
	int count;
};
struct screen_row_ops {
	void (*clear)(void *to, int row);
	void (*put)(void *to, int row, int column, enum role role, const char *utf8);
};

/* A new frame of so many rows; other than before: what the screen has is not known any more. */
void screen_rows_begin(struct screen_rows *rows, int count);
void screen_rows_put(struct screen_rows *rows, int row, int column, enum role role, const char *utf8);
/* Clears and puts again each row that is not as it was. */
void screen_rows_show(struct screen_rows *rows, const struct screen_row_ops *ops, void *to);
void screen_rows_release(struct screen_rows *rows);
#endif
