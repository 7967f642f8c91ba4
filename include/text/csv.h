/* Tables in text files: RFC 4180, and what spreadsheets make of it. */
#ifndef TEXT_CSV_H
#define TEXT_CSV_H
#include "base/err.h"
#include "base/str.h"

/* A reader over a whole file in memory. */
struct csv;
struct csv_row {
	char **cells;  /* quotes undone, not cleaned: each still goes through text_clean */
	size_t count;  /* ≥ 1; an empty line is one empty cell */
	long line;     /* where the row begins, from 1 */
	long *columns; /* in letters, from 1: where each cell begins in its line */
};
/* Reads bytes (copied): UTF-8 with or without BOM, rows ended by LF, CR LF or CR. separator 0: found among ; , TAB
 * | by equal counts per line outside quotes; a first line `sep=;` is honoured and not a row. Refuses malformed
 * UTF-8 and NUL (line and column in err). On failure *csv is NULL. */
bool csv_open(struct csv **csv, const char *bytes, size_t length, char separator, struct err *err);
char csv_separator(const struct csv *csv);
/* The file itself named it, in a line sep=. */
bool csv_separator_is_named(const struct csv *csv);
/* The next row, borrowed until the next call; *got false after the last. Refuses an open quote and text after a
 * closing one, with line and column. */
bool csv_next(struct csv *csv, struct csv_row *row, bool *got, struct err *err);
void csv_close(struct csv *csv); /* NULL allowed */

struct csv_style {
	char separator; /* , ; TAB | */
	bool crlf;      /* rows end with CR LF, otherwise LF */
	bool bom;       /* for csv_begin: EF BB BF first, without which Excel shows mojibake */
	bool defuse;    /* a text cell that a spreadsheet would take for a formula gets a leading ' */
};
/* What stands before the first row: the BOM, if the style has one. */
void csv_begin(struct str *out, struct csv_style style);
/* Appends a cell, with a separator before it unless it is the first of its row; quoted where needed. With defuse,
 * text that begins with = + - @ TAB CR, or with ' before such a one (or before more of '), gets one more ' in
 * front. */
void csv_put_cell(struct str *out, struct csv_style style, const char *text, bool first);
/* A cell that really is a number: never defused. */
void csv_put_number(struct str *out, struct csv_style style, const char *number, bool first);
void csv_end_row(struct str *out, struct csv_style style);
/* The cell without the ' that defuse put there: exactly what csv_put_cell was given.  Borrowed, inside cell. */
const char *csv_undefuse(const char *cell);
#endif
