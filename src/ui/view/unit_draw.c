/* The page of a unit on the screen: labels, places to go to, figures under their years. */
#include "text/width.h"
#include "ui/view/unit.h"

#define LABEL_AT 1
#define LEFT_AT 13
#define YEAR_WIDTH 10
#define NAME_LEAST 20

size_t
unit_columns(const struct unit_view *unit)
{
	size_t years = (size_t)unit->year_count;

	return unit->tab == UNIT_COMPARE && unit->sheet.column_count >= years + 2 ? years + 2 : years;
}

/* How many year columns fit beside the names, and the first of them: the last years stay, the one with the focus is
 * seen. */
static size_t
shown_columns(const struct unit_view *unit, int columns, size_t *first)
{
	size_t all = unit_columns(unit),
	       fit = columns > LABEL_AT + NAME_LEAST + YEAR_WIDTH
		? (size_t)((columns - LABEL_AT - NAME_LEAST) / YEAR_WIDTH)
		: 1;

	fit = fit < all ? fit : all;
	*first = all - fit;
	if (unit->tab != UNIT_GENERAL && unit->year < *first)
		*first = unit->year;
	return fit;
}

/* The right edge of a year's column: the last ends one column before the edge, the others ten columns apart. */
static int
edge_of(size_t shown, size_t n, int columns)
{
	int from_right = (int)(shown - 1 - n);

	return from_right ? columns - 1 - from_right * YEAR_WIDTH : columns - 2;
}

static int
name_width(const struct unit_view *unit, int columns)
{
	size_t first, shown = shown_columns(unit, columns, &first);
	int width = shown ? edge_of(shown, 0, columns) - YEAR_WIDTH + 2 - LABEL_AT : columns - 2;

	return width > NAME_LEAST ? width : NAME_LEAST;
}

static void
draw_years(const struct unit_view *unit, struct draw *draw, int row)
{
	size_t first, shown = shown_columns(unit, draw->columns, &first);

	for (size_t n = 0; n < shown && first + n < unit->sheet.column_count; n++) {
		const char *head = unit->sheet.columns[first + n].text;
		draw_right(draw, row, edge_of(shown, n, draw->columns) - YEAR_WIDTH + 2, YEAR_WIDTH - 1, ROLE_HEAD,
			head ? head : "");
	}
}

static void
draw_figures(const struct unit_view *unit, struct draw *draw, int row, const struct unit_text *line, bool focus)
{
	size_t first, shown = shown_columns(unit, draw->columns, &first);

	for (size_t n = 0; n < shown; n++) {
		struct str value = { 0 };
		int edge = edge_of(shown, n, draw->columns);
		bool here = focus && unit->tab != UNIT_GENERAL && first + n == unit->year;
		cell_show(sheet_cell(&unit->sheet, line->row, first + n), &value);
		if (here) {
			str_splice(&value, 0, 0, "[", 1);
			str_add_text(&value, "]");
		}
		int width =
			text_width(str_text(&value)) > YEAR_WIDTH - 1 ? text_width(str_text(&value)) : YEAR_WIDTH - 1;
		draw_right(draw, row, edge - width + 1 + (here ? 1 : 0), width, focus ? ROLE_FOCUS : ROLE_TEXT,
			str_text(&value));
		if (here)
			draw_cursor(draw, row, edge - text_width(str_text(&value)) + 3);
		str_release(&value);
	}
}

static void
draw_line(const struct unit_view *unit, struct draw *draw, int row, size_t n)
{
	const struct unit_text *line = &unit->lines[n];
	bool focus = n == unit->focus && unit_line_stops(line);
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	int columns = draw->columns;

	if (line->kind == UNIT_HEAD)
		draw_blank(draw, row, LABEL_AT, columns - 2, ROLE_HEAD);
	if (focus) {
		draw_text(draw, row, 0, 1, ROLE_TEXT, "►");
		draw_blank(draw, row, LABEL_AT, columns - 2, ROLE_FOCUS);
		draw_cursor(draw, row, LABEL_AT);
	}
	if (line->kind == UNIT_TEXT) {
		bool wide = !*line->left && !*line->right;
		draw_text(draw, row, LABEL_AT, wide ? columns - 2 : LEFT_AT - LABEL_AT - 1, role, line->label);
		draw_text(draw, row, LEFT_AT, (*line->right ? line->right_at : columns - 1) - LEFT_AT - 1, role,
			line->left);
		draw_text(draw, row, line->right_at, columns - 1 - line->right_at, role, line->right);
		return;
	}
	draw_text(draw, row, LABEL_AT, name_width(unit, columns), line->kind == UNIT_HEAD ? ROLE_HEAD : role,
		line->label);
	if (line->kind == UNIT_HEAD)
		draw_years(unit, draw, row);
	else
		draw_figures(unit, draw, row, line, focus);
}

void
unit_draw(const struct view *view, struct draw *draw)
{
	const struct unit_view *unit = (const struct unit_view *)view;

	for (int i = 0; i < unit->area.rows && unit->top + (size_t)i < unit->count; i++)
		draw_line(unit, draw, unit->area.row + i, unit->top + (size_t)i);
}
