/* The look of a grid, column for column as "Figures, select" and "Figures, edit" of screens.md. */
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/widget/grid_private.h"

int
grid_name_width(const struct grid *grid)
{
	return grid->name_width > 0 ? grid->name_width : GRID_NAME_WIDTH;
}

int
grid_row_height(const struct grid *grid, int row)
{
	return grid->tall && grid->tall[row] ? 2 : 1;
}

/* ---- the columns on the screen ---- */

#define BESIDE_FOOT 4 /* columns that must find room beside those that stay */

static int
width_of(const struct grid *grid, int from, int to)
{
	int width = 0;
	for (int n = from; n < to; n++)
		width += grid->widths[n];
	return width;
}

int
grid_foot_column(const struct grid *grid)
{
	int foot = grid->columns - grid->foot_columns, room = grid->area.columns - 1 - grid_name_width(grid);
	int needed = width_of(grid, foot < 0 ? 0 : foot, grid->columns), widest = 0;
	if (!grid->foot_columns || foot < BESIDE_FOOT)
		return grid->columns;
	for (int n = 0; n < foot; n++)
		widest = grid->widths[n] > widest ? grid->widths[n] : widest;
	return needed + BESIDE_FOOT * widest > room ? grid->columns : foot;
}

/* The columns on the screen, from the left: their number, and which is the nth. */
static int
shown_count(const struct grid *grid)
{
	return grid->shown_columns + grid->columns - grid_foot_column(grid);
}

static int
shown_column(const struct grid *grid, int n)
{
	return n < grid->shown_columns ? grid->left + n : grid_foot_column(grid) + n - grid->shown_columns;
}

int
grid_cell_begin(const struct grid *grid, int column)
{
	int at = grid->area.column + grid_name_width(grid), foot = grid_foot_column(grid);
	if (column < foot)
		return at + width_of(grid, grid->left, column);
	return at + width_of(grid, grid->left, grid->left + grid->shown_columns) + width_of(grid, foot, column);
}

/* ---- scrolling ---- */

static int
height_of(const struct grid *grid, int from, int to)
{
	int height = 0;
	for (int row = from; row < to; row++)
		height += grid_row_height(grid, row);
	return height;
}

int
grid_foot(const struct grid *grid)
{
	int room = grid->area.rows - 2, foot = 0;
	while (foot < grid->rows && grid_kind(grid, foot) != GRID_RULE)
		foot++;
	if (height_of(grid, 0, grid->rows) <= room || height_of(grid, foot, grid->rows) > room - 2)
		return grid->rows;
	return foot;
}

/* Columns from left on that fit whole, with the ] of the last. */
static int
count_columns(const struct grid *grid, int left)
{
	int foot = grid_foot_column(grid), count = 0;
	int at = grid_name_width(grid) + width_of(grid, foot, grid->columns);
	for (int n = left; n < foot; n++) {
		at += grid->widths[n];
		if (at > grid->area.columns - 1)
			break;
		count++;
	}
	return count > 0 ? count : foot > left;
}

void
grid_scroll(struct grid *grid)
{
	if (!grid->widths || grid->area.rows < 3)
		return;
	int columns = grid_foot_column(grid);
	if (grid->left >= columns)
		grid->left = 0;
	if (grid->column < grid->left)
		grid->left = grid->column;
	while (grid->column < columns && grid->column >= grid->left + count_columns(grid, grid->left) &&
		grid->left < grid->column)
		grid->left++;
	grid->shown_columns = count_columns(grid, grid->left);
	int foot = grid_foot(grid), room = grid->area.rows - 2 - height_of(grid, foot, grid->rows);
	if (height_of(grid, 0, foot) <= room) {
		grid->top = 0;
		return;
	}
	int row = grid->row < foot ? grid->row : foot - 1;
	if (grid->row < foot && row < grid->top)
		grid->top = row;
	while (grid->row < foot && height_of(grid, grid->top, row + 1) > room)
		grid->top++;
	while (grid->top > 0 && height_of(grid, grid->top - 1, foot) <= room)
		grid->top--;
}

/* ---- heads ---- */

/* The column whose head lies over this one in line 0. */
static int
head_begin(const struct grid *grid, int column)
{
	while (column > 0 && grid->ops->span && !grid->ops->span(grid->of, column))
		column--;
	return column;
}

/* Over what is shown of its columns. */
static void
draw_head(const struct grid *grid, struct draw *draw, int column, int line)
{
	int first = line || !grid->ops->span ? column : head_begin(grid, column), end = column + 1;
	int last = column < grid_foot_column(grid) ? grid->left + grid->shown_columns : grid->columns;
	struct str text = { 0 };
	if (first != column && column != grid->left)
		return;
	while (!line && end < last && head_begin(grid, end) == first)
		end++;
	int at = grid_cell_begin(grid, column) + 1, width = -1;
	for (int n = column; n < end; n++)
		width += grid->widths[n];
	grid->ops->head(grid->of, first, line, &text);
	draw_right(draw, grid->area.row + line, at, width, line ? ROLE_HEAD : ROLE_TEXT, str_text(&text));
	str_release(&text);
}

static void
draw_heads(const struct grid *grid, struct draw *draw)
{
	struct str text = { 0 };
	for (int line = 0; line < 2; line++) {
		int row = grid->area.row + line;
		enum role role = line ? ROLE_HEAD : ROLE_TEXT;
		if (line)
			draw_blank(draw, row, grid->area.column + 1, grid->area.columns - 2, role);
		str_clear(&text);
		if (grid->ops->corner)
			grid->ops->corner(grid->of, line, &text);
		draw_text(draw, row, grid->area.column + 1, grid_name_width(grid) - 2, role, str_text(&text));
		for (int n = 0; n < shown_count(grid); n++)
			draw_head(grid, draw, shown_column(grid, n), line);
	}
	str_release(&text);
}

/* ---- cells ---- */

static bool
in_block(const struct grid *grid, int row, int column)
{
	struct grid_block block = grid_block(grid);
	return grid->in_block && row >= block.row && row < block.row + block.rows && column >= block.column &&
		column < block.column + block.columns;
}

static bool
stops(const void *of, size_t row)
{
	return grid_kind(of, (int)row) != GRID_RULE;
}

static int
rows_to(const struct grid *grid, int row)
{
	return click_rows((size_t)grid->row, (size_t)row, stops, grid);
}

static void
draw_cell(const struct grid *grid, struct draw *draw, int at, int row, int column)
{
	bool focus = row == grid->row && column == grid->column, block = in_block(grid, row, column);
	struct str text = { 0 };
	enum role role = grid->ops->role ? grid->ops->role(grid->of, row, column) : ROLE_TEXT;
	int begin = grid_cell_begin(grid, column), end = begin + grid->widths[column];
	grid->ops->cell(grid->of, row, column, &text);
	int width = draw_width(draw, str_text(&text));
	draw_click(draw, at, begin + 1, grid->widths[column],
		click_move(rows_to(grid, row), column - grid->column, ACTION_EDIT));
	if (focus || block) {
		role = focus ? ROLE_FOCUS : ROLE_BLOCK;
		draw_text(draw, at, end - width - 1, 1, role, "[");
		draw_text(draw, at, end, 1, role, "]");
	}
	draw_text(draw, at, end - width, width, role, str_text(&text));
	if (focus)
		draw_cursor(draw, at, end - 1);
	str_release(&text);
}

static void
draw_second(const struct grid *grid, struct draw *draw, int at, int row)
{
	struct str text = { 0 };
	if (grid->ops->second_name) {
		grid->ops->second_name(grid->of, row, &text);
		draw_right(draw, at, grid->area.column + 1, grid_name_width(grid) - 2, ROLE_QUIET, str_text(&text));
	}
	for (int n = 0; n < shown_count(grid); n++) {
		int column = shown_column(grid, n);
		str_clear(&text);
		grid->ops->second(grid->of, row, column, &text);
		draw_right(draw, at, grid_cell_begin(grid, column), grid->widths[column], ROLE_QUIET, str_text(&text));
	}
	str_release(&text);
}

/* The box covers the next cells whole until it has room; at the right end of the screen it begins further left. */
static void
place_box(const struct grid *grid, int *left, int *right)
{
	int n = 0, last = shown_count(grid) - 1;
	while (n < last && shown_column(grid, n) != grid->column)
		n++;
	*left = grid_cell_begin(grid, grid->column) + 1;
	*right = grid_cell_begin(grid, grid->column) + grid->widths[grid->column];
	while (*right - *left - 1 < GRID_BOX_WIDTH && n < last) {
		int column = shown_column(grid, ++n);
		*right = grid_cell_begin(grid, column) + grid->widths[column];
	}
	if (*right - *left - 1 < GRID_BOX_WIDTH)
		*left = *right - 1 - GRID_BOX_WIDTH;
	if (*left < grid->area.column + 1)
		*left = grid->area.column + 1;
}

static void
draw_box_for_editing(const struct grid *grid, struct draw *draw, int at)
{
	int left, right;
	place_box(grid, &left, &right);
	draw_text(draw, at, left, 1, ROLE_TEXT, "[");
	draw_text(draw, at, right, 1, ROLE_TEXT, "]");
	line_draw(&grid->line, draw, at, left + 1, right - left - 1, ROLE_EDIT, true);
}

static void
draw_sign(const struct grid *grid, struct draw *draw, int at, int row)
{
	char sign = grid->ops->sign ? grid->ops->sign(grid->of, row) : 0;
	int column = grid->area.column;
	if (row == grid->row)
		draw_text(draw, at, column, 1, ROLE_TEXT, "►");
	else if (sign == 'v')
		draw_text(draw, at, column, 1, ROLE_BLOCK, "√");
	else if (sign == '!')
		draw_text(draw, at, column, 1, ROLE_FAULT, "!");
	else if (sign == 'o')
		draw_text(draw, at, column, 1, ROLE_NEWS, "•");
}

static void
draw_row(const struct grid *grid, struct draw *draw, int at, int row)
{
	struct str name = { 0 }, shown = { 0 };
	if (grid_kind(grid, row) == GRID_RULE) {
		draw_rule(draw, at, grid->area.column + 1, grid->area.columns - 2);
		return;
	}
	draw_sign(grid, draw, at, row);
	draw_click(draw, at, grid->area.column, grid_name_width(grid), click_move(rows_to(grid, row), 0, ACTION_NONE));
	grid->ops->row_name(grid->of, row, &name);
	text_cut_before_mark(&shown, str_text(&name), grid_name_width(grid) - 1);
	draw_text(draw, at, grid->area.column + 1, grid_name_width(grid) - 1, ROLE_TEXT, str_text(&shown));
	str_release(&name);
	str_release(&shown);
	bool editing = grid->editing && row == grid->row;
	int left = 0, right = 0;
	if (editing)
		place_box(grid, &left, &right);
	for (int n = 0; n < shown_count(grid); n++) {
		int column = shown_column(grid, n), begin = grid_cell_begin(grid, column);
		int end = begin + grid->widths[column];
		if (!editing || end <= left || begin > right - 1)
			draw_cell(grid, draw, at, row, column);
	}
	if (editing)
		draw_box_for_editing(grid, draw, at);
	if (grid_row_height(grid, row) > 1)
		draw_second(grid, draw, at + 1, row);
}

void
grid_draw(const struct grid *grid, struct draw *draw)
{
	if (!grid->widths)
		return;
	struct area old = draw_clip(draw, grid->area);
	int at = grid->area.row + 2, foot = grid_foot(grid), end = grid->area.row + grid->area.rows;
	int foot_at = end - height_of(grid, foot, grid->rows);
	draw_heads(grid, draw);
	for (int row = grid->top; row < foot && at + grid_row_height(grid, row) <= foot_at; row++) {
		draw_row(grid, draw, at, row);
		at += grid_row_height(grid, row);
	}
	for (int row = foot; row < grid->rows; row++) {
		draw_row(grid, draw, at, row);
		at += grid_row_height(grid, row);
	}
	draw->clip = old;
}
