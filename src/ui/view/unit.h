/* The page of a unit, between its files: lines to read, some of them places to go to, under six tabs. */
#ifndef UI_VIEW_UNIT_H
#define UI_VIEW_UNIT_H
#include "app/unit.h"
#include "report/sheet.h"
#include "ui/view/views.h"

enum unit_tab { UNIT_GENERAL, UNIT_FIGURES, UNIT_COMPARE, UNIT_ROLES, UNIT_SUCCESSION, UNIT_AWARDS, UNIT_TABS };
enum unit_line_kind { UNIT_TEXT, UNIT_HEAD, UNIT_FIGURE };
/* What stands at the right of a line; those of one kind begin in one column. */
enum unit_right { UNIT_LIFE, UNIT_SPAN, UNIT_CLUSTER, UNIT_STATE };
/* label at column 1, left at 13; a figure is a row of the sheet. */
struct unit_text {
	enum unit_line_kind kind;
	char *label, *left, *right;
	enum unit_right right_kind;
	size_t row;            /* of the sheet */
	enum entity_id entity; /* where Enter goes; ENTITY_NONE: nowhere */
	int64_t record;
};
#define UNIT_YEARS_MOST 10
#define UNIT_COLUMNS_MOST (UNIT_YEARS_MOST + 2)
/* The columns of the sheet that find room. */
struct unit_shown {
	size_t first, end;
	int widths[UNIT_COLUMNS_MOST]; /* of all of them, with the blanks before */
};
struct unit_view {
	struct view view;
	int64_t unit;
	int tab;
	bool boundary_now;
	struct unit_page page;
	struct sheet sheet; /* metrics × years; the last two columns are difference and percent */
	int first_year, year_count;
	int64_t namesake; /* predecessor whose figures stand before its end; 0: none */
	char *namesake_name;
	int namesake_until; /* last year of its figures */
	struct unit_text *lines;
	size_t count, capacity, focus, top;
	size_t year; /* the column with the focus, from 0 */
	struct area area;
	struct unit_shown shown;
	int bar; /* cells of the bar at the right of a large comparison; 0: none */
};
/* unit_lines.c */
/* How many years the present tab shows in a window of that size. */
int unit_years(const struct unit_view *view, const struct layout *layout);
bool unit_read_lines(struct unit_view *view, struct err *err);
void unit_clear(struct unit_view *view);
bool unit_line_stops(const struct unit_text *line);
/* The lines of the present tab as a report: what, name, when. */
bool unit_report_lines(const struct unit_view *view, struct report *out, struct err *err);
/* unit_draw.c */
/* Columns of figures under the present tab: the years, in the comparison with difference and percent. */
size_t unit_columns(const struct unit_view *unit);
/* Before drawing: chooses those that find room in so many columns of the window. */
void unit_place_columns(struct unit_view *unit, int columns);
void unit_draw(const struct view *view, struct draw *draw);
#endif
