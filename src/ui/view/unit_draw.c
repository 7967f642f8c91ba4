/* The page of a unit on the screen: labels, places to go to, figures under their years. */
#include "text/width.h"
#include "ui/click.h"
#include "ui/view/unit.h"
#include "ui/view/view_sheet.h"

#define LABEL_AT 1
#define LEFT_AT 13
#define LEFT_LEAST 16
#define CLUSTER_LEAST 12
#define YEAR_WIDTH 10
#define TIGHT_WIDTH 6
#define NAME_USUAL 27 /* the head "Số liệu (ranh giới lúc đó)" */
#define NAME_LEAST 20

size_t
unit_columns(const struct unit_view *unit)
{
	size_t years = (size_t)unit->year_count;

	return unit->tab == UNIT_COMPARE && unit->sheet.column_count >= years + 2 ? years + 2 : years;
}

/* ---- which columns of figures find room ---- */

static int
widest(const struct unit_view *unit, size_t column)
{
	int width = text_width(unit->sheet.columns[column].text);

	for (size_t row = 0; row < unit->sheet.row_count; row++) {
		struct str text = { 0 };
		cell_show(sheet_cell(&unit->sheet, row, column), &text);
		int own = text_width(str_text(&text));
		width = own > width ? own : width;
		str_release(&text);
	}
	return width;
}

static int
room_of(const struct unit_shown *shown, size_t first, size_t end)
{
	int room = 0;

	for (size_t n = first; n < end; n++)
		room += shown->widths[n];
	return room;
}

/* Each column `least` wide, or as wide as its figures need; the edge of the window stands in for one blank of the last. */
static void
measure(const struct unit_view *unit, struct unit_shown *shown, int least)
{
	size_t all = unit_columns(unit);

	for (size_t n = 0; n < all && n < UNIT_COLUMNS_MOST; n++) {
		int own = widest(unit, n) + (least > TIGHT_WIDTH ? 1 : 2), wanted = n + 1 < all ? least : least - 1;
		shown->widths[n] = own > wanted ? own : wanted;
	}
}

/* From the first column that should not leave on: the years that are compared, the ten years of a wide window. */
static size_t
first_wanted(const struct unit_view *unit, int columns)
{
	size_t years = (size_t)unit->year_count;

	if (unit->tab == UNIT_COMPARE && years > 1)
		return years - 2;
	return columns >= 100 || !years ? 0 : years - 1;
}

/* Columns leave from the left, then those of difference and percent; the one with the focus is seen. */
void
unit_place_columns(struct unit_view *unit, int columns)
{
	struct unit_shown *shown = &unit->shown;
	static const int leasts[] = { YEAR_WIDTH, YEAR_WIDTH - 1, TIGHT_WIDTH };
	size_t all = unit->sheet.column_count < unit_columns(unit) ? unit->sheet.column_count : unit_columns(unit);
	int room = columns - LABEL_AT - NAME_LEAST - (unit->bar ? unit->bar + 2 : 0);
	int usual = room - (NAME_USUAL - NAME_LEAST);

	*shown = (struct unit_shown){ .first = first_wanted(unit, columns), .end = all };
	for (size_t i = 0; all && i < sizeof leasts / sizeof *leasts; i++) {
		measure(unit, shown, leasts[i]);
		if (room_of(shown, shown->first, all) <= usual)
			break;
	}
	while (shown->end > shown->first + 1 && room_of(shown, shown->first, shown->end) > room)
		shown->end--;
	while (shown->first > 0 && room_of(shown, shown->first - 1, shown->end) <= usual)
		shown->first--;
	if (unit->tab == UNIT_GENERAL || unit->year >= all)
		return;
	if (unit->year < shown->first)
		shown->first = unit->year;
	if (unit->year >= shown->end)
		shown->end = unit->year + 1;
	while (shown->end > unit->year + 1 && room_of(shown, shown->first, shown->end) > room)
		shown->end--;
	while (shown->first < unit->year && room_of(shown, shown->first, shown->end) > room)
		shown->first++;
}

/* The last column of the figures of column n. */
static int
edge_of(const struct unit_view *unit, size_t n, int columns)
{
	return columns - 2 - (unit->bar ? unit->bar + 2 : 0) - room_of(&unit->shown, n + 1, unit->shown.end);
}

static void
draw_head(const struct unit_view *unit, struct draw *draw, int row, const struct unit_text *line)
{
	int left = draw->columns;

	draw_blank(draw, row, LABEL_AT, draw->columns - 2, ROLE_HEAD);
	for (size_t n = unit->shown.first; n < unit->shown.end; n++) {
		const char *head = unit->sheet.columns[n].text;
		int width = text_width(head), begin = edge_of(unit, n, draw->columns) - width + 1;
		draw_text(draw, row, begin, width, ROLE_HEAD, head);
		left = begin < left ? begin : left;
	}
	draw_text(draw, row, LABEL_AT, left - LABEL_AT - 1, ROLE_HEAD, line->label);
}

static void
draw_figures(const struct unit_view *unit, struct draw *draw, int row, const struct unit_text *line, bool focus)
{
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	int left = draw->columns;

	for (size_t n = unit->shown.first; n < unit->shown.end; n++) {
		struct str value = { 0 };
		int edge = edge_of(unit, n, draw->columns);
		cell_show(sheet_cell(&unit->sheet, line->row, n), &value);
		int width = text_width(str_text(&value)), begin = edge - width + 1;
		draw_text(draw, row, begin, width, role, str_text(&value));
		if (focus && unit->tab != UNIT_GENERAL && n == unit->year) {
			draw_text(draw, row, begin - 1, 1, role, "[");
			draw_text(draw, row, edge + 1, 1, role, "]");
			draw_cursor(draw, row, begin);
		}
		left = begin < left ? begin : left;
		str_release(&value);
	}
	view_row_name(draw, row, LABEL_AT, left - LABEL_AT - 2, role, &unit->sheet.rows[line->row]);
	if (unit->bar)
		view_bar(
			draw, row, draw->columns - unit->bar - 1, unit->bar, &unit->sheet, line->row, unit->year_count);
}

/* ---- lines of text ---- */

/* Where what stands at the right begins.  It moves to the right where texts beside it would be cut, and to the left where
 * it would be: dates are whole. */
static int
right_column(const struct unit_view *unit, int columns, enum unit_right kind)
{
	static const int usual[] = { [UNIT_LIFE] = 48, [UNIT_SPAN] = 53, [UNIT_CLUSTER] = 53, [UNIT_STATE] = 60 };
	int left = 0, right = 0;

	for (size_t i = 0; i < unit->count; i++) {
		const struct unit_text *line = &unit->lines[i];
		if (line->kind != UNIT_TEXT || line->right_kind != kind || !*line->right)
			continue;
		int own_left = text_width(line->left), own_right = text_width(line->right);
		left = own_left > left ? own_left : left;
		right = own_right > right ? own_right : right;
	}
	int at = LEFT_AT + left + 2, last = columns - 1 - right;
	at = at > usual[kind] ? at : usual[kind];
	at = at > last ? last : at;
	int least = kind != UNIT_CLUSTER                           ? LEFT_AT + LEFT_LEAST
		: LEFT_AT + left + 2 < columns - CLUSTER_LEAST - 1 ? LEFT_AT + left + 2
								   : columns - CLUSTER_LEAST - 1;
	return at > least ? at : least;
}

static void
draw_text_line(const struct unit_view *unit, struct draw *draw, int row, const struct unit_text *line, enum role role)
{
	int columns = draw->columns, right = right_column(unit, columns, line->right_kind);
	bool wide = !*line->left && !*line->right;

	draw_text(draw, row, LABEL_AT, wide ? columns - 2 : LEFT_AT - LABEL_AT - 1, role, line->label);
	draw_text(draw, row, LEFT_AT, (*line->right ? right : columns - 1) - LEFT_AT - 1, role, line->left);
	draw_text(draw, row, right, columns - 1 - right, role, line->right);
}

static bool
stops(const void *of, size_t line)
{
	return unit_line_stops(&((const struct unit_view *)of)->lines[line]);
}

static void
draw_line(const struct unit_view *unit, struct draw *draw, int row, size_t n)
{
	const struct unit_text *line = &unit->lines[n];
	bool focus = n == unit->focus && unit_line_stops(line);
	if (unit_line_stops(line))
		draw_click(draw, row, 0, draw->columns,
			click_move(click_rows(unit->focus, n, stops, unit), 0, ACTION_ENTER));

	if (focus) {
		draw_text(draw, row, 0, 1, ROLE_TEXT, "►");
		draw_blank(draw, row, LABEL_AT, draw->columns - 2, ROLE_FOCUS);
		draw_cursor(draw, row, LABEL_AT);
	}
	if (line->kind == UNIT_HEAD)
		draw_head(unit, draw, row, line);
	else if (line->kind == UNIT_FIGURE)
		draw_figures(unit, draw, row, line, focus);
	else
		draw_text_line(unit, draw, row, line, focus ? ROLE_FOCUS : ROLE_TEXT);
}

void
unit_draw(const struct view *view, struct draw *draw)
{
	const struct unit_view *unit = (const struct unit_view *)view;

	for (int i = 0; i < unit->area.rows && unit->top + (size_t)i < unit->count; i++)
		draw_line(unit, draw, unit->area.row + i, unit->top + (size_t)i);
}
