/* A text box: every line that is typed anywhere is one of these (screens.md 3.3).
 *
 * It holds code points exactly as they were received, because input methods on the person's own machine correct words with
 * Backspace and count what they sent; it is drawn in NFC, and cleaned (text_clean) when it is left.  What is loaded or pasted is
 * cleaned on entry.  Bursts need no care: the loop takes in everything before it draws. */
#ifndef UI_LINE_H
#define UI_LINE_H
#include "base/err.h"
#include "base/str.h"
#include "text/clean.h"
#include "ui/action.h"
#include "ui/draw.h"

/* The built-in input method for one character typed: `before` are the letters of the word before the cursor (length bytes), typed
 * the character; typed is "" after Backspace has erased a letter there.  True: the last `removed` bytes before the cursor become
 * `put`.  False: the character is typed as it is. */
struct composer {
	bool (*compose)(
		void *self, const char *before, size_t length, const char *typed, size_t *removed, struct str *put);
	void *self;
};

struct line_state {
	char *text;
	size_t cursor;
};
struct line {
	struct str text; /* as received */
	size_t cursor;   /* byte offset, at the begin of a letter or the end */
	size_t anchor;   /* the other end of the selection, where selecting */
	bool selecting;
	enum text_shape shape;    /* TEXT_LINES: a text area, which keeps newlines */
	int limit;                /* most columns of width; 0: none */
	struct composer composer; /* .compose NULL: no built-in input method here */
	struct line_state *past;  /* undo: past[0 … past_at-1]; redo: past[past_at …] */
	size_t past_count, past_at, past_capacity;
	bool joins;   /* the next character typed belongs to the same undo step */
	bool touched; /* something was typed since line_set */
};
void line_release(struct line *line);
/* Replaces the text by a loaded value and puts the cursor at its end; forgets undo. */
void line_set(struct line *line, const char *text);
/* The text as received; borrowed. */
const char *line_text(const struct line *line);
bool line_is_empty(const struct line *line);
/* Types one code point (or several); replaces the selection.  False: over the limit, nothing is typed. */
bool line_type(struct line *line, const char *utf8, size_t length);
/* Pastes raw bytes: cleaned first; newline and Tab become a blank, a text area keeps newlines.  False: err says why. */
bool line_paste(struct line *line, const char *bytes, size_t length, struct err *err);
/* Moves, erases, selects, undoes.  False: the action is none of a text box, or does nothing here (↑ in the first line). */
bool line_act(struct line *line, enum action_id action);
/* Ends the word being composed and appends the cleaned text, as it is to be kept.  False: err says what is wrong with it, the cursor goes there. */
bool line_clean(struct line *line, struct str *out, struct err *err);
/* Draws width columns at row, column, scrolled sideways so that the cursor is seen, and sets the hardware cursor when focused. */
void line_draw(
	const struct line *line, struct draw *draw, int row, int column, int width, enum role role, bool focused);
/* A text area: wrapped lines in an area, scrolled so that the cursor is seen. */
void line_draw_area(const struct line *line, struct draw *draw, struct area area, enum role role, bool focused);
/* Lines that the text fills when wrapped into columns, and the line the cursor is in, from 0. */
int line_rows(const struct line *line, int columns, int *cursor_row);
/* ↑ ↓ inside a text area of that width; false at the first or last line: leave. */
bool line_move_row(struct line *line, int columns, int by);
#endif
