/* A screen, a box over one, a dialog: views form a stack, the top one has the keys.  A dialog or a list of values
 * hands its answer to the view below; there are no nested loops, so a hang-up, a resize and news work inside it too. */
#ifndef UI_VIEW_H
#define UI_VIEW_H
#include "base/err.h"
#include "ui/action.h"
#include "ui/draw.h"

struct ui;
struct view;
struct report;
struct draft; /* app's: what is kept of half-typed text */

/* What became of an action or a text.  In every case a sentence in err is shown as a fault. */
enum outcome {
	VIEW_PASS, /* not mine: the program's own handling comes next, then "has no use here" */
	VIEW_DONE,
	VIEW_CLOSE /* done, and close me: the view below gets answer() */
};

/* A tab of row 2; its digit is its place (1 … 9).  full: where there is room, from 100 columns («Khen thưởng»); both
 * halves NULL: the same. */
struct tab {
	struct words label, full;
};

/* What stands around the body.  Strings are emptied before frame() is called; what stays empty is not drawn. */
struct frame {
	struct str title;  /* row 1, left: "Cụm số 3 – LĐLĐ các tỉnh ĐBSH" */
	struct str period; /* row 1, right, before "· account": "Cả năm 2024" */
	struct str place; /* short name for «Menu · …» and «Trợ giúp › …»; empty: the current tab, else the title */
	const struct tab *tabs;        /* row 2; NULL: none */
	int tab_count, tab;            /* tab: the current one, from 0 */
	struct str state, state_right; /* row 3: switches, source; "cột 1–6 trong 10 ►" */
	struct str detail;             /* row 22: the thing under the cursor in full */
	struct str note;               /* row 23, while there is no message */
};

/* Where things go on a screen of this size (rows and columns from 0); sizes of screens.md section 4. */
struct layout {
	int rows, columns;
	int title, tabs, state; /* 0, 1, 2 */
	int detail;             /* -1: no room (below 24 rows) */
	int message, hints;     /* the last two rows */
	bool long_message;      /* what row 23 says takes the row above too, and the body has one row less */
	int end;                /* the row before which boxes and forms end: of the message, all of it */
	struct area body;       /* rows 4 … 21 of 24: heads and body */
	bool tabs_short;        /* 60–79 columns: 1 2 3 [4 Số liệu] 5 6 7 8 */
	bool two_columns;       /* from 100 columns: forms in two columns */
	bool large;             /* from 120×36: more columns, last year's figures, a pane of 40 at the right */
};
/* A window of that size can show the program at all. */
#define LAYOUT_MIN_COLUMNS 60
#define LAYOUT_MIN_ROWS 15
struct layout layout_of(int rows, int columns);

struct view_ops {
	const char *name; /* "home": for tests and drafts */
	size_t size;      /* of the struct that begins with struct view; zeroed before open */
	bool box;         /* drawn over the view below, whose title, tabs and state stay */
	bool home;        /* Esc here says how to quit */
	enum context (*context)(const struct view *); /* which keys work now */
	/* place: whatever the kind of view needs to know; borrowed during the call.  NULL op: nothing to do. */
	bool (*open)(struct view *, const void *place, struct err *);
	/* One short read transaction: on open, after ui_reload(), on news; never from draw.  Keeps place, selection
	 * and typed text. */
	bool (*load)(struct view *, struct err *);
	/* Columns at the right of this screen that a box takes for itself: the views under it make room.  NULL op: none,
	 * it lies over them. */
	int (*beside)(const struct view *, const struct layout *);
	/* Before every draw, with the size of now: sets areas, scrolls so that the focus is seen.  NULL op: nothing
	 * to do. */
	void (*arrange)(struct view *, const struct layout *);
	/* Title, tabs, state (of the top view that is no box), detail and note (of the top view). */
	void (*frame)(const struct view *, struct frame *);
	/* From what load left; cannot fail, cannot query.  A view that is no box finds the screen empty but for its
	 * frame. */
	void (*draw)(const struct view *, struct draw *);
	enum outcome (*act)(struct view *, enum action_id, struct err *);
	/* Typed (one code point) or pasted (raw bytes, to be cleaned).  NULL op: no text here. */
	enum outcome (*text)(struct view *, const char *utf8, size_t length, bool pasted, struct err *);
	/* Whether the action does something now: hint line, menu, help and palette ask; act is not tried.  NULL op:
	 * all that context binds. */
	bool (*allows)(const struct view *, enum action_id);
	/* The label of an action in the menu where it is not the common one («Thêm chỉ tiêu»); { NULL, NULL }: the
	 * common one.  NULL op: always the common one. */
	struct words (*label)(const struct view *, enum action_id);
	/* What help says of an action where it is not what the context says; { NULL, NULL } or NULL op: that. */
	struct words (*help)(const struct view *, enum action_id);
	/* Row 24 where it is not that of the context; NULL op or NULL: that of the context. */
	const struct hint *(*hints)(const struct view *, size_t *count);
	/* Hands over what the screen shows as a table with all of its rows, columns and names in full, for paper and
	 * spreadsheets (menu i): begins *out; false: err says why.  NULL op: the screen is no table. */
	bool (*report)(struct view *, struct report *out, struct err *);
	/* Whether it is one now.  NULL op: always, when there is report(). */
	bool (*has_report)(const struct view *);
	/* Goes to the tab (from 0) of frame.tabs.  NULL op: the view has no tabs. */
	bool (*tab)(struct view *, int tab, struct err *);
	/* A view on top has closed: its answer is read with its own functions (dialog_answer, choices_answer …);
	 * `closed` is freed afterwards. */
	void (*answer)(struct view *, const struct view *closed);
	/* Something typed is not saved: quitting asks, and keys without ✎ are refused in a form.  NULL op: never. */
	bool (*unsaved)(const struct view *);
	/* What to keep at a hang-up; false: nothing half typed. */
	bool (*draft)(const struct view *, struct draft *);
	/* A piece of long work of at most 30 ms between two looks at the keyboard; true while there is more.  Esc
	 * then gives ACTION_BACK as always.  NULL op: none. */
	bool (*work)(struct view *, struct err *);
	void (*close)(struct view *); /* frees what the view owns, not the view */
};
struct view {
	const struct view_ops *ops;
	struct ui *ui;
	struct view *below;
	bool stale;   /* load before the next draw */
	bool closing; /* leaves the stack after the present call: ui_close() */
	int tag;      /* its opener's: tells one closed dialog from another */
};
#endif
