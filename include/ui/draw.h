/* A thin layer in front of the screen: text with a role, by display width, inside one clip rectangle.  Rows and
 * columns count from 0 at the left top.  Nothing here knows curses; src/ui/term/screen.c puts what is drawn onto
 * curses' own screen, a test puts it into an array.
 *
 * Every text passes text_show(), so nothing that a book holds can steer the terminal; where the terminal has no UTF-8
 * it also passes text_plain().  Text without a place of its own is cut with … at a letter; figures are never given
 * less room than they need. */
#ifndef UI_DRAW_H
#define UI_DRAW_H
#include "base/str.h"

/* What text means; how it looks is decided in one place.  A role never carries a meaning alone, it goes with a shape of
 * screens.md section 4. */
enum role {
	ROLE_TEXT,
	ROLE_TITLE,       /* row 1: reverse */
	ROLE_HEAD,        /* heads of columns: underlined */
	ROLE_FOCUS,       /* row or cell with focus, beside ► or [ ]: reverse */
	ROLE_CHOSEN,      /* current tab, chosen switch, preset answer, beside [ ]: bold */
	ROLE_EDIT,        /* what is being typed: underlined */
	ROLE_BLOCK,       /* marked row or block, beside √ or [ ]: reverse */
	ROLE_FAULT,       /* beside !: bold, red */
	ROLE_NEWS,        /* changed by another person, beside •: bold */
	ROLE_MATCH,       /* letters matched by a filter: underlined */
	ROLE_FOCUS_MATCH, /* the same in the row with focus */
	ROLE_UNDONE,      /* beside ×: dim */
	ROLE_GROUP,       /* a head row inside a list: bold */
	ROLE_KEY,         /* the key in the hint line, the character in the menu: bold */
	ROLE_UP,
	ROLE_DOWN,  /* change, beside ▲ ▼: green, red */
	ROLE_QUIET, /* lines, counts, notes: as text */
	ROLE_COUNT
};

struct clicks;
struct area {
	int row, column, rows, columns;
};
struct draw {
	int rows, columns; /* of the whole screen */
	bool plain;        /* no UTF-8 (or ► two columns wide and signs_plain): text_plain before it is shown */
	bool signs_plain;  /* full diacritics, but the signs of the no-UTF-8 mode */
	struct area clip;  /* nothing is drawn outside */
	int cursor_row, cursor_column; /* of the hardware cursor; row -1: hidden */
	struct clicks *clicks;         /* where draw_click() notes places (ui/click.h); NULL: nowhere */
	void (*put)(void *to, int row, int column, enum role role, const char *utf8); /* inside the screen, filtered */
	void *to;
};

/* Draws text from column on, cut to width columns; nothing for width ≤ 0. */
void draw_text(struct draw *draw, int row, int column, int width, enum role role, const char *text);
/* The same, filled with blanks to exactly width, so the role covers all of it. */
void draw_padded(struct draw *draw, int row, int column, int width, enum role role, const char *text);
/* Ends at column + width - 1. */
void draw_right(struct draw *draw, int row, int column, int width, enum role role, const char *text);
/* Blanks (the role covers them). */
void draw_blank(struct draw *draw, int row, int column, int width, enum role role);
/* Text of which the bytes spans[i] get role `matched`; see text/match.h. */
struct match_span;
void draw_matched(struct draw *draw, int row, int column, int width, enum role role, enum role matched,
	const char *text, const struct match_span *spans, size_t count);
/* A horizontal line of ─. */
void draw_rule(struct draw *draw, int row, int column, int width);
/* A frame of ┌─┐│└┘ around a cleared inside: ┌─ title ───┐; title NULL or "": none. */
void draw_box(struct draw *draw, struct area area, const char *title);
/* Where the hardware cursor stands at the end of the frame. */
void draw_cursor(struct draw *draw, int row, int column);
/* Narrows the clip to what lies in both; returns the old one, to be put back into draw->clip. */
struct area draw_clip(struct draw *draw, struct area area);
/* How many columns draw_text fills for text on this screen (← is two columns without UTF-8). */
int draw_width(const struct draw *draw, const char *text);
#endif
