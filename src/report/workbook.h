/* What is written into the one sheet of a workbook: report_xlsx.c lays it out, report_xlsx_cells.c writes its cells. */
#ifndef SRC_REPORT_WORKBOOK_H
#define SRC_REPORT_WORKBOOK_H
#include "columns.h"
#include "xlsx_library.h"

/* How a cell looks; equal looks share a format of the workbook. */
struct look {
	const char *number; /* number format; NULL: general */
	bool bold, italic, bordered, wraps, filled;
	int size; /* points */
	enum lxw_format_alignments across, upright;
};
struct known_look {
	char *key;
	lxw_format *format;
};
struct workbook {
	const struct xlsx_library *xlsx;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	struct known_look *looks;
	size_t look_count, look_capacity;
	lxw_error failed; /* the first one */
};
lxw_format *workbook_look(struct workbook *book, struct look look);
/* A text is never a formula; one longer than a cell may hold is cut with …. */
void workbook_text(struct workbook *book, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format);
/* A text over several columns. */
void workbook_merged(struct workbook *book, lxw_row_t row, lxw_col_t last, const char *text, lxw_format *format);
/* One cell of the report's table: numbers as numbers, dates as dates. */
void workbook_cell(struct workbook *book, lxw_row_t at, lxw_col_t across, const struct report *report,
	const struct report_column *column, size_t row, size_t number);
/* Keeps the first error. */
void workbook_check(struct workbook *book, lxw_error error);
#endif
