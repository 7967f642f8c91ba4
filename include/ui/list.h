/* Rows to choose from: columns, focus ►, scrolling, group heads, marks, and the filter in row 3.  A widget inside a
 * view: the view owns the rows and answers for them. */
#ifndef UI_LIST_H
#define UI_LIST_H
#include "report/sheet.h"
#include "text/match.h"
#include "ui/line.h"
#include "ui/view.h"

#define LIST_COLUMNS_MOST 24
struct list_column {
	struct words head;
	int width;  /* columns where there is room for all; the one with 0 takes what is left.  A column that cuts its
	             * texts gets of the room that nobody needs; on a narrow screen none keeps more than its texts need */
	bool right; /* figures: at the right edge, never cut */
	bool whole; /* dates, periods: never cut either */
	int leaves; /* when the screen is narrow: the highest goes first; 0: stays */
};
enum list_row {
	LIST_ROW,
	LIST_HEAD, /* a group: drawn over all columns from column 1, never has the focus; its text is column 0 */
	LIST_GAP   /* an empty line */
};
/* How a list asks its owner about row (from 0) of all rows, filtered or not.  Optional ones may be NULL. */
struct list_ops {
	void (*cell)(const void *of, size_t row, int column, struct str *out);
	/* optional: what the row stands for, so that it keeps the focus when the rows are read again; 0: nothing */
	int64_t (*id)(const void *of, size_t row);
	enum list_row (*kind)(const void *of, size_t row); /* optional: all are LIST_ROW */
	int (*indent)(const void *of, size_t row);         /* optional: columns before the first cell */
	/* optional: '!' fault, 'v' marked √, 'o' changed by another •, 'x' undone ×; 0 none.  ► wins over all. */
	char (*sign)(const void *of, size_t row);
	/* optional: everything the filter looks at (short, full, former names, one per line); NULL op: the cells. */
	void (*searched)(const void *of, size_t row, struct str *out);
	enum role (*role)(const void *of, size_t row, int column); /* optional */
};
struct list {
	const struct list_ops *ops;
	const void *of;
	const struct list_column *columns;
	int column_count;
	struct words counted; /* what the filter counts: «cụm»; "1/4 cụm" */
	bool no_heads;        /* no head row: the body begins with the rows */
	bool no_marks;        /* Space and Ctrl+T do nothing */
	bool dear_rows;       /* asking for the texts of a row reads the book */
	/* the widget's own */
	size_t count; /* rows in all */
	size_t total; /* set by the owner who holds only some of its rows: what the filter counts of; 0: count */
	size_t found; /* and who holds only the first of those that the filter lets through: how many; 0: shown_count */
	size_t *shown; /* those that the filter lets through, heads of groups with them */
	size_t shown_count, shown_capacity;
	size_t focus, top; /* in shown */
	int sideways;      /* columns scrolled to the right */
	bool *marked;      /* of each of count */
	size_t marked_capacity;
	bool filtering, in_filter; /* row 3 is the filter; and has the cursor */
	size_t before_filter;      /* row with focus when the filter was opened */
	struct line filter;
	struct matcher matcher;
	struct area area;
	int state_row;                 /* where the filter is drawn */
	int wanted[LIST_COLUMNS_MOST]; /* columns of the widest text of the rows measured so far, heads too; of: */
	const struct list_column *measured;
};
void list_release(struct list *list);
/* After load: there are count rows now.  Keeps the filter; keep_row (or SIZE_MAX: the same place) becomes the focus. */
void list_set_count(struct list *list, size_t count, size_t keep_row);
/* Before the rows are read again: the id of the row with focus; 0: none.  After: there are count rows now, and the one with
 * that id keeps the focus, else the same place does. */
int64_t list_id(const struct list *list);
void list_set_rows(struct list *list, size_t count, int64_t id);
/* From the view's arrange: where heads and rows go, and row 3 for the filter; scrolls so that the focus is seen. */
void list_place(struct list *list, struct area area, int state_row);
/* The row with focus, of all rows; SIZE_MAX when nothing is shown. */
size_t list_row(const struct list *list);
void list_focus(struct list *list, size_t row);
bool list_is_marked(const struct list *list, size_t row);
size_t list_marked(const struct list *list); /* how many */
/* IN_LIST or IN_FILTER (or own, for trees and matrices, when the filter has no cursor). */
enum context list_context(const struct list *list, enum context own);
/* Arrows, pages, first, last, sideways, marks, filter: VIEW_PASS for everything else (Enter, Esc without filter …). */
enum outcome list_act(struct list *list, enum action_id action, struct err *err);
/* A character opens the filter or goes on in it; a pasted line too, several lines are refused. */
enum outcome list_text(struct list *list, const char *utf8, size_t length, bool pasted, struct err *err);
/* Which of the widget's own actions do something now; false for those that are not its own. */
bool list_allows(const struct list *list, enum action_id action);
/* Heads, rows, focus, and the filter in its row.  focused: this list has the keys (a view may hold several). */
void list_draw(const struct list *list, struct draw *draw, bool focused);
/* Only the filter in its row, for views that draw the rows themselves (the matrix, the comparison). */
void list_draw_filter(const struct list *list, struct draw *draw, bool focused);
/* The sheet of a report: the rows that the filter lets through, and all columns; groups are heads over rows. */
void list_report(const struct list *list, struct sheet *out);
/* "khớp: …" for row 22 where what matched is not seen; appends nothing without a filter. */
void list_matched(const struct list *list, struct str *out);
#endif
