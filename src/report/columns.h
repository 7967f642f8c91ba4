/* The columns of a report as all writers show them: running number, names of rows, measures, cells. */
#ifndef SRC_REPORT_COLUMNS_H
#define SRC_REPORT_COLUMNS_H
#include "report/report.h"

enum report_column_kind { COLUMN_NUMBER, COLUMN_NAME, COLUMN_MEASURE, COLUMN_CELLS };
struct report_column {
	enum report_column_kind kind;
	size_t column;      /* of the sheet: COLUMN_CELLS */
	bool right;         /* figures */
	const char *head;   /* borrowed */
	const char *brief;  /* where head finds no room; NULL: none */
	const char *group;  /* NULL: none */
	const char *beside; /* what the figures are counted in, under the head; NULL: not said */
};
/* At most sheet.column_count + 3; the caller's. */
struct report_column *report_columns(size_t *count, const struct report *report);
/* Whether the column stays at the left when others go to another page. */
bool report_column_leads(const struct report *report, const struct report_column *column, size_t place);
/* The head and, after `between`, what it is counted in: "Quà Tết (triệu đồng)"; appends. */
void report_head(struct str *out, const struct report_column *column, char between);
/* Appends what stands in a row of the column; number: the running number of the row. */
void report_cell(
	struct str *out, const struct report *report, const struct report_column *column, size_t row, size_t number);
/* The cell behind it; NULL for names and numbers, and in a row that is a head over others. */
const struct cell *report_cell_at(const struct report *report, const struct report_column *column, size_t row);
/* Appends what a cell without a number says where there is room for it: «chưa có», the words of the figure. */
void cell_say(struct str *out, const struct cell *cell);
bool cell_is_number(const struct cell *cell);
bool cell_is_percent(const struct cell *cell); /* of those that are */
/* Decimals that are shown: those of the cell and its scale, without zeros at the end. */
int cell_decimals_shown(const struct cell *cell);
/* Columns of the widest part of a text between the separators: of its lines ("\n"), of its words (" \n"). */
int report_widest(const char *text, const char *separators);
/* Appends the signs of a figure but for its star: "≠†>". */
void cell_signs(struct str *out, const struct cell *cell);
/* "………, ngày 07 tháng 12 năm 2024": the place is left to the hand that signs, the book does not know it.  Appends. */
void report_place_and_day(struct str *out, const struct report *report);
#endif
