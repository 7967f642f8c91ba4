/* How reports fill their sheets; shared by reports*.c. */
#ifndef SRC_APP_REPORT_PARTS_H
#define SRC_APP_REPORT_PARTS_H
#include "app/reports.h"
#include "app/role_matrix.h"

struct report_head {
	struct words text;
	bool number;
};
/* Releases a report that could not be made whole; returns done. */
bool report_end(struct report *report, bool done);
/* A sheet of so many rows with these columns, into the report. */
void report_sheet(struct report *report, size_t rows, const struct report_head *heads, size_t count);
/* "Số liệu 2024", "Số liệu 6 tháng đầu năm 2024". */
void report_name_tab(struct report *report, struct words words, period when);
/* Of an empty cell. */
void cell_text(struct cell *cell, const char *text);   /* NULL: not known; "": nothing to say */
void cell_date(struct cell *cell, const char *stored); /* NULL, "": not known */
void cell_integer(struct cell *cell, int64_t integer);
/* The line that names the cluster in full, and whose it is. */
void report_about_cluster(struct report *report, const struct cluster_head *cluster);
/* "Năm công tác 2024". */
void report_about_year(struct report *report, int year);
/* "2025: cụm trưởng: LĐLĐ tỉnh Hà Nam (suy tôn, hội nghị 07/12/2024)." */
void report_note_term(struct sheet *sheet, const struct matrix_term *term);
#endif
