/* A typed table with heads: what a comparison or a list is before it is drawn or written.  Every renderer (terminal table,
 * CSV, JSON, the grid on the screen) shows the same sheet. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H
#include "base/str.h"
#include "model/field.h"
#include "model/quantity.h"
#include "text/csv.h"

enum cell_kind {
	CELL_EMPTY,   /* nothing to say here */
	CELL_UNKNOWN, /* the book does not know: … */
	CELL_TEXT,
	CELL_INTEGER, /* a plain count or year: no grouping */
	CELL_QUANTITY,
	CELL_PERCENT, /* quantity with its decimals, shown with % */
	CELL_NOT_YET,
	CELL_NOT_ASKED,
	CELL_SAID,    /* chưa · k.giao · lời */
	CELL_CHANGE,  /* a difference or a percent of change: quantity for files, text ("▲ +1.084") for people */
	CELL_REFUSED, /* a rule forbids the figure: text is the sentence */
	CELL_DATE     /* text is the stored date, shown as people write it */
};
enum cell_mark {           /* bits; shapes are those of screens.md */
	MARK_BREAK = 1,    /* ¦ not comparable with what stands before it */
	MARK_DIFFERS = 2,  /* ≠ a citation differs */
	MARK_COVERAGE = 4, /* † covers more or less than its metric */
	MARK_SOME = 8      /* * sum of only some members: counted of asked */
};
struct cell {
	enum cell_kind kind;
	struct quantity quantity;
	int decimals; /* of quantity */
	int scale;    /* shown in 10^scale (6: triệu); 0 plain */
	char *text;   /* CELL_TEXT, CELL_REFUSED, CELL_DATE; words of a figure otherwise, or NULL; owned */
	bool money;   /* CELL_QUANTITY: đồng */
	bool percent; /* CELL_CHANGE: in percent */
	unsigned marks;
	int counted, asked;    /* MARK_SOME and totals: n of m; 0, 0 none */
	enum entity_id entity; /* the record behind it; 0: computed */
	int64_t record;
};
enum head_rank {
	RANK_RECORD,
	RANK_GROUP, /* a head over the rows below it: has no cells */
	RANK_SUM    /* a sum, or what is told beside it: a rule parts it from the records before it */
};
struct head {
	char *text;    /* shown; owned */
	char *brief;   /* shown where text finds no room; NULL: none; owned */
	char *full;    /* written on paper, without what measure says; NULL: text; owned */
	char *group;   /* of a column: head laid over it and its neighbours of the same group; NULL: none; owned */
	char *measure; /* what its figures are counted in: "đoàn viên", "triệu đồng"; NULL: not said; owned */
	char *code;    /* stable column name in CSV and JSON; NULL for rows */
	enum head_rank rank;
	enum entity_id entity;
	int64_t record;
	bool number; /* a column of numbers: right-aligned */
};
struct sheet {
	char *title;
	struct head *columns;
	size_t column_count;
	struct head *rows;
	size_t row_count; /* rows[i].text is the first column when row_head is not NULL */
	char *row_head;   /* head of the column of row names; NULL: rows have no names */
	char *row_code;
	struct cell *cells; /* row_count × column_count */
	char **notes;
	size_t note_count; /* sentences below: coverage, refusals, breaks */
};
/* The full name that is written on paper: full, else text; never NULL. */
const char *head_full(const struct head *head);
struct sheet sheet_new(size_t rows, size_t columns);
void sheet_release(struct sheet *sheet);
struct cell *sheet_cell(const struct sheet *sheet, size_t row, size_t column);
/* Leaves out the columns that no row fills. */
void sheet_drop_empty(struct sheet *sheet);
void sheet_note(struct sheet *sheet, char *sentence); /* takes the sentence; says nothing twice */
/* Fills an empty cell with what a list shows there: "…" is not known, a whole day is a date, a year an integer; where figures
 * stand, a number one too.  Only what would be shown the same is taken for more than text. */
void cell_take_shown(struct cell *cell, const char *shown, bool figures);
/* A cell as text with its marks: "†>6.500", "…", "100 %". */
void cell_show(const struct cell *cell, struct str *out);

/* A table for people, columns aligned by display width; width 0: as wide as needed. */
void sheet_write_table(const struct sheet *sheet, struct str *out);
/* RFC 4180: a quantity column NAME is written as NAME (plain number) and, when any is qualified, NAME_qualifier. */
void sheet_write_csv(const struct sheet *sheet, struct csv_style style, struct str *out);
void sheet_write_json(const struct sheet *sheet, struct str *out);
#endif
