/* A sheet as it is handed to people: under the name of the office, with a heading, what it is about, notes that explain its
 * signs, amounts of money in words, place and date.  Three writers make files of it; they show the same table.
 *
 * It is laid out as a working table of an office: no Quốc hiệu, which Decree 30/2020/NĐ-CP keeps for administrative papers. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H
#include "base/err.h"
#include "report/sheet.h"

struct report {
	char *organisation; /* who keeps the book, at the top left in capitals; NULL: not known */
	char *heading;      /* written in capitals */
	char **about;       /* the lines under it: cluster, period, boundary, source; owned */
	size_t about_count;
	char *tab;          /* short name of the table, of the sheet in a workbook: "Số liệu 2024" */
	struct sheet sheet; /* its title is not shown: heading and about say it */
	bool numbered;      /* records bear a running number (STT) */
	char day[11];       /* of the foot; "" none */
};
void report_release(struct report *report);
/* Adds a line under the heading; takes it. */
void report_about(struct report *report, char *line);

/* What stands under the table: the sheet's own notes, sums of money in words, figures that are words, what each sign means that
 * is used in it.  in_full: cells say «chưa có» and the words of a figure themselves (cell_say), which then need no note.  The lines
 * are the caller's, report_lines_release. */
struct report_lines {
	char **items;
	size_t count;
};
void report_notes(struct report_lines *out, const struct report *report, bool in_full);
void report_lines_add(struct report_lines *lines, char *line); /* takes the line */
void report_lines_release(struct report_lines *lines);

enum report_format { REPORT_XLSX, REPORT_CSV, REPORT_TEXT, REPORT_FORMATS };
bool report_write(const struct report *report, enum report_format format, struct str *out, struct err *err);

/* Pages of A4: upright 80 × 60 letters, across 120 × 40, as 10 points give them beside margins of 2–3 cm.  Whichever holds the
 * table; a wider one is parted over pages, the names of its rows on each.  Heads stand on each page; a figure is never cut.
 * Pages are parted by a form feed and numbered when there are several. */
void report_write_text(const struct report *report, struct str *out);
/* For Excel with Vietnamese settings: BOM, «;», CR LF, decimal comma without grouping; the signs of a column of figures stand in
 * a column behind it; no cell runs as a formula. */
void report_write_csv(const struct report *report, struct str *out);
/* A workbook of one sheet: numbers are numbers, their signs shown by the number format; heads stay in sight, and on each page. */
bool report_write_xlsx(const struct report *report, struct str *out, struct err *err);
#endif
