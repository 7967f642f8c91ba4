/* The cursor of a grid: moving, the box for editing, blocks. */
#include "ui/grid.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/widget/grid_private.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
grid_release(struct grid *grid)
{
	free(grid->widths);
	free(grid->tall);
	line_release(&grid->line);
	str_release(&grid->refused);
	*grid = (struct grid){ 0 };
}

enum grid_row
grid_kind(const struct grid *grid, int row)
{
	return grid->ops->kind ? grid->ops->kind(grid->of, row) : GRID_FIGURES;
}

/* ---- size ---- */

/* A figure is never cut: its column is widened. */
static int
widest(const struct grid *grid, int column)
{
	int width = grid->ops->width ? grid->ops->width(grid->of, column) : GRID_CELL_WIDTH;
	struct str text = { 0 };
	for (int row = 0; row < grid->rows; row++) {
		if (grid_kind(grid, row) == GRID_RULE)
			continue;
		str_clear(&text);
		grid->ops->cell(grid->of, row, column, &text);
		int needed = text_width(str_text(&text)) + 2;
		width = needed > width ? needed : width;
	}
	str_release(&text);
	return width;
}

static bool
can_stand(const struct grid *grid, int row)
{
	return row >= 0 && row < grid->rows && grid_kind(grid, row) != GRID_RULE;
}

void
grid_focus(struct grid *grid, int row, int column)
{
	grid->row = row < 0 ? 0 : row >= grid->rows ? grid->rows - 1 : row;
	grid->column = column < 0 ? 0 : column >= grid->columns ? grid->columns - 1 : column;
	if (grid->row < 0)
		grid->row = 0;
	if (grid->column < 0)
		grid->column = 0;
	while (grid->row > 0 && !can_stand(grid, grid->row))
		grid->row--;
}

/* Which rows have a second line. */
static void
measure_rows(struct grid *grid)
{
	struct str name = { 0 };
	grid->tall = mem_resize(grid->tall, (size_t)(grid->rows > 0 ? grid->rows : 1), sizeof *grid->tall);
	for (int row = 0; row < grid->rows; row++) {
		str_clear(&name);
		grid->tall[row] = grid->two_lines && grid_kind(grid, row) == GRID_FIGURES;
		if (grid->tall[row] && grid->ops->second_name) {
			grid->ops->second_name(grid->of, row, &name);
			grid->tall[row] = name.length > 0;
		}
	}
	str_release(&name);
}

void
grid_set_size(struct grid *grid, int rows, int columns)
{
	if (!grid->rows && !grid->columns)
		grid->run_column = -1;
	grid->rows = rows;
	grid->columns = columns;
	grid->widths = mem_resize(grid->widths, (size_t)(columns > 0 ? columns : 1), sizeof *grid->widths);
	for (int column = 0; column < columns; column++)
		grid->widths[column] = widest(grid, column);
	if (grid->in_block && (grid->block_row >= rows || grid->block_column >= columns))
		grid->in_block = false;
	measure_rows(grid);
	grid_focus(grid, grid->row, grid->column);
	grid_scroll(grid);
}

void
grid_place(struct grid *grid, struct area area, bool two_lines)
{
	grid->area = area;
	grid->two_lines = two_lines && grid->ops->second;
	measure_rows(grid);
	grid_scroll(grid);
}

/* ---- moving ---- */

/* Hands that type on without looking stay among rows of one kind: only arrows cross the sums, so that the figure after the last
 * member never lands on the cluster's own total. */
static bool
move_row(struct grid *grid, int by, bool typing_on)
{
	for (int row = grid->row + by; row >= 0 && row < grid->rows; row += by) {
		if (typing_on && grid_kind(grid, row) != GRID_FIGURES)
			return false;
		if (!can_stand(grid, row))
			continue;
		grid->row = row;
		grid_scroll(grid);
		return true;
	}
	return false;
}

static bool
move_column(struct grid *grid, int by)
{
	int column = grid->column + by;
	if (column < 0 || column >= grid->columns)
		return false;
	grid->column = column;
	grid_scroll(grid);
	return true;
}

/* Enter: down, as in Excel; after a run of Tabs to where the run began. */
static void
go_down(struct grid *grid)
{
	grid->ended = !move_row(grid, 1, true);
	if (!grid->ended && grid->run_column >= 0)
		grid->column = grid->run_column;
	grid->run_column = -1;
	grid_scroll(grid);
}

static int
next_column(const struct grid *grid, int column, int by)
{
	if (grid->ops->next)
		return grid->ops->next(grid->of, column, by);
	column += by;
	return column >= 0 && column < grid->columns ? column : -1;
}

/* The last column that Tab reaches in a row that begins at column. */
static int
last_column(const struct grid *grid, int column)
{
	for (int next = column; next >= 0; next = next_column(grid, column, 1))
		column = next;
	return column;
}

static void
go_right(struct grid *grid)
{
	int next = next_column(grid, grid->column, 1);
	if (grid->run_column < 0)
		grid->run_column = grid->column;
	if (next < 0) {
		grid->ended = !move_row(grid, 1, true);
		next = grid->ended ? grid->column : 0;
	}
	grid->column = next;
	grid_scroll(grid);
}

static void
go_left(struct grid *grid)
{
	int next = next_column(grid, grid->column, -1);
	if (next < 0)
		next = move_row(grid, -1, true) ? last_column(grid, 0) : grid->column;
	grid->column = next;
	grid_scroll(grid);
}

static void
go_page(struct grid *grid, int by)
{
	int page = grid->area.rows > 4 ? grid->area.rows - 3 : 1;
	for (int n = 0; n < page; n++)
		move_row(grid, by, false);
}

/* ---- blocks ---- */

struct grid_block
grid_block(const struct grid *grid)
{
	struct grid_block block = { grid->row, grid->column, 1, 1 };
	if (!grid->in_block)
		return block;
	block.row = grid->row < grid->block_row ? grid->row : grid->block_row;
	block.column = grid->column < grid->block_column ? grid->column : grid->block_column;
	block.rows = abs(grid->row - grid->block_row) + 1;
	block.columns = abs(grid->column - grid->block_column) + 1;
	return block;
}

static void
begin_block(struct grid *grid)
{
	if (grid->in_block)
		return;
	grid->in_block = true;
	grid->block_row = grid->row;
	grid->block_column = grid->column;
}

static enum outcome
select_to(struct grid *grid, int rows, int columns)
{
	begin_block(grid);
	if (rows)
		move_row(grid, rows, false);
	else
		move_column(grid, columns);
	return VIEW_DONE;
}

/* ---- the box ---- */

static bool
begin_edit(struct grid *grid, bool present, struct err *err)
{
	struct str text = { 0 };
	if (!grid->rows || !grid->columns || !grid->ops->editable(grid->of, grid->row, grid->column, err))
		return false;
	if (present && grid->ops->edited)
		grid->ops->edited(grid->of, grid->row, grid->column, &text);
	line_set(&grid->line, str_text(&text));
	str_release(&text);
	str_clear(&grid->refused);
	grid->in_block = false;
	grid->editing = true;
	return true;
}

static void
end_edit(struct grid *grid)
{
	line_set(&grid->line, "");
	str_clear(&grid->refused);
	grid->editing = false;
}

static bool
store(struct grid *grid, const char *text, struct err *err)
{
	struct grid_block cell = { grid->row, grid->column, 1, 1 };
	if (text_equal(text, "-") && grid->ops->remove)
		return grid->ops->remove(grid->of, cell, err);
	bool again = grid->refused.length && text_equal(text, str_text(&grid->refused));
	return grid->ops->commit(grid->of, grid->row, grid->column, text, again, err);
}

/* Stores what is typed and closes the box.  False: it stays, with what was typed. */
static bool
commit(struct grid *grid, struct err *err)
{
	struct str text = { 0 };
	bool done = !grid->line.touched;
	if (!done && line_clean(&grid->line, &text, err)) {
		done = !text.length || store(grid, str_text(&text), err);
		str_clear(&grid->refused);
		if (!done)
			str_add_text(&grid->refused, str_text(&text));
	}
	str_release(&text);
	if (done)
		end_edit(grid);
	return done;
}

bool
grid_unsaved(const struct grid *grid)
{
	return grid->editing && grid->line.touched && !line_is_empty(&grid->line);
}

static enum outcome
act_in_box(struct grid *grid, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_ENTER:
		if (commit(grid, err))
			go_down(grid);
		return VIEW_DONE;
	case ACTION_DOWN:
	case ACTION_UP:
		if (commit(grid, err))
			move_row(grid, action == ACTION_UP ? -1 : 1, false);
		return VIEW_DONE;
	case ACTION_NEXT_STOP:
		if (commit(grid, err))
			go_right(grid);
		return VIEW_DONE;
	case ACTION_PREVIOUS_STOP:
		if (commit(grid, err))
			go_left(grid);
		return VIEW_DONE;
	case ACTION_SAVE:
		commit(grid, err);
		return VIEW_DONE;
	case ACTION_BACK:
		end_edit(grid);
		return VIEW_DONE;
	case ACTION_UNDO:
	case ACTION_REDO:
		line_act(&grid->line, action);
		return VIEW_DONE;
	default:
		return line_act(&grid->line, action) ? VIEW_DONE : VIEW_PASS;
	}
}

/* ---- select ---- */

static enum outcome
change(struct grid *grid, enum action_id action, struct err *err)
{
	bool (*deed)(void *, struct grid_block, struct err *) =
		action == ACTION_REMOVE ? grid->ops->remove : grid->ops->copy;
	if (!deed || !grid->rows || !grid->columns)
		return VIEW_PASS;
	if (deed(grid->of, grid_block(grid), err))
		grid->in_block = false;
	return VIEW_DONE;
}

static enum outcome
turn(struct grid *grid, struct err *err)
{
	if (!grid->ops->turn)
		return VIEW_PASS;
	int row = grid->row, column = grid->column;
	if (grid->ops->turn(grid->of, err)) {
		grid->row = column;
		grid->column = row;
		grid->in_block = false;
		grid->run_column = -1;
		grid->top = grid->left = 0;
	}
	return VIEW_DONE;
}

static enum outcome
act_on_cells(struct grid *grid, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_EDIT:
		begin_edit(grid, true, err);
		return VIEW_DONE;
	case ACTION_REMOVE:
	case ACTION_COPY:
		return change(grid, action, err);
	case ACTION_TURN:
		return turn(grid, err);
	case ACTION_MARK:
		if (grid->in_block)
			grid->in_block = false;
		else
			begin_block(grid);
		return VIEW_DONE;
	case ACTION_BACK:
		if (!grid->in_block)
			return VIEW_PASS;
		grid->in_block = false;
		return VIEW_DONE;
	case ACTION_SELECT_UP:
		return select_to(grid, -1, 0);
	case ACTION_SELECT_DOWN:
		return select_to(grid, 1, 0);
	case ACTION_SELECT_LEFT:
		return select_to(grid, 0, -1);
	case ACTION_SELECT_RIGHT:
		return select_to(grid, 0, 1);
	default:
		return VIEW_PASS;
	}
}

static enum outcome
move(struct grid *grid, enum action_id action)
{
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
		move_row(grid, action == ACTION_UP ? -1 : 1, false);
		break;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		move_column(grid, action == ACTION_LEFT ? -1 : 1);
		break;
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		go_page(grid, action == ACTION_PAGE_BACK ? -1 : 1);
		break;
	case ACTION_FIRST:
	case ACTION_LAST:
		grid->column = action == ACTION_FIRST || !grid->columns ? 0 : grid->columns - 1;
		break;
	case ACTION_ENTER:
		go_down(grid);
		return VIEW_DONE;
	case ACTION_NEXT_STOP:
		go_right(grid);
		return VIEW_DONE;
	case ACTION_PREVIOUS_STOP:
		go_left(grid);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
	grid->run_column = -1;
	grid_scroll(grid);
	return VIEW_DONE;
}

enum outcome
grid_act(struct grid *grid, enum action_id action, struct err *err)
{
	grid->ended = false;
	if (grid->editing)
		return act_in_box(grid, action, err);
	enum outcome outcome = act_on_cells(grid, action, err);
	return outcome == VIEW_PASS ? move(grid, action) : outcome;
}

enum outcome
grid_text(struct grid *grid, const char *utf8, size_t length, bool pasted, struct err *err)
{
	bool table = pasted && (memchr(utf8, '\t', length) || memchr(utf8, '\n', length));
	if (pasted && grid->ops->paste && (!grid->editing || table)) {
		if (!grid->editing || commit(grid, err))
			grid->ops->paste(grid->of, grid->row, grid->column, utf8, length, err);
		return VIEW_DONE;
	}
	if (grid->ended) {
		err_set(err, ERR_NOT_ALLOWED,
			SAY("Hết hàng để nhập, ô này vừa qua rồi: mũi tên để sang ô khác, F2 để sửa ô này.",
				"No further row to enter; this cell is done: arrows go on, F2 edits it."),
			NULL);
		return VIEW_DONE;
	}
	if (!grid->editing && !begin_edit(grid, false, err))
		return VIEW_DONE;
	if (pasted)
		line_paste(&grid->line, utf8, length, err);
	else
		line_type(&grid->line, utf8, length);
	return VIEW_DONE;
}

/* ---- what works, what is said ---- */

enum context
grid_context(const struct grid *grid)
{
	return grid->editing ? IN_CELL : IN_GRID;
}

bool
grid_allows(const struct grid *grid, enum action_id action)
{
	bool some = grid->rows > 0 && grid->columns > 0;
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_ENTER:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_TYPE:
		return some;
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
	case ACTION_FIRST:
	case ACTION_LAST:
	case ACTION_EDIT:
	case ACTION_MARK:
		return some && !grid->editing;
	case ACTION_REMOVE:
		return some && !grid->editing && grid->ops->remove;
	case ACTION_COPY:
		return some && !grid->editing && grid->ops->copy;
	case ACTION_TURN:
		return some && grid->ops->turn;
	case ACTION_SAVE:
	case ACTION_UNDO:
	case ACTION_REDO:
		return grid->editing;
	default:
		return some && actions[action].group == GROUP_TEXT;
	}
}

void
grid_range(const struct grid *grid, struct str *out)
{
	int last = grid->left + grid->shown_columns, columns = grid_foot_column(grid);
	if (grid->shown_columns >= columns || grid->shown_columns < 1)
		return;
	if (grid->left > 0)
		str_add_text(out, "◄ ");
	char numbers[3][16];
	int values[3] = { grid->left + 1, last, columns };
	for (int n = 0; n < 3; n++)
		snprintf(numbers[n], sizeof numbers[n], "%d", values[n]);
	char *range = say_format(
		SAY("cột {1}–{2} trong {3}", "columns {1}–{2} of {3}"), numbers[0], numbers[1], numbers[2], NULL);
	str_add_text(out, range);
	free(range);
	if (last < columns)
		str_add_text(out, " ►");
}

void
grid_detail(const struct grid *grid, struct str *out)
{
	if (grid->editing)
		str_add_text(out, say(SAY("SỬA  ", "EDIT  ")));
}

void
grid_note(const struct grid *grid, struct str *out)
{
	struct str text = { 0 };
	if (!grid->editing || !grid->ops->echo)
		return;
	text_nfc(&text, line_text(&grid->line), grid->line.text.length);
	grid->ops->echo(grid->of, grid->row, grid->column, str_text(&text), out);
	str_release(&text);
}
