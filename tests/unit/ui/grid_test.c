/* The grid, column for column as "Figures, select" and "Figures, edit" of screens.md. */
#include "base/mem.h"
#include "canvas.h"
#include "check.h"
#include "ui/grid.h"
#include <stdlib.h>

#define ROWS 10
#define COLUMNS 10
static const char *const names[ROWS] = { "Hà Nam", "Nam Định", "Ninh Bình", "Thái Bình", "Vĩnh Phúc", "",
	"Đơn vị có số", "Cộng đơn vị", "Toàn cụm báo cáo", "Chênh lệch" };
static const char *const heads[2][COLUMNS] = {
	{ "CĐCS", "Đoàn viên", "Kết nạp", "Mái ấm", "Mái ấm", "Quà Tết", "Cuộc", "Cuộc", "Đơn", "Bữa cơm" },
	{ "mới", "mới", "Đảng", "nhà", "triệu đ", "triệu đ", "k.tra", "g.sát", "thư", "% CĐCS" },
};
static const char *const reported[COLUMNS] = { "202", "74.516", "†>6.500", "64", ">2.100", ">344.000", "4.836", "487",
	"114", "100 %" };
static char *cells[ROWS][COLUMNS];
static struct grid_block copied, removed;
static char pasted[64];
static bool was_again;

static void
cell(const void *of, int row, int column, struct str *out)
{
	(void)of;
	const char *text = row == 6 ? "0/5" : row == 8 ? reported[column] : row == 9 ? "thiếu 5" : "…";
	str_add_text(out, cells[row][column] ? cells[row][column] : text);
}

static void
row_name(const void *of, int row, struct str *out)
{
	(void)of;
	str_add_text(out, names[row]);
}

static void
head(const void *of, int column, int line, struct str *out)
{
	(void)of;
	str_add_text(out, heads[line][column]);
}

static void
corner(const void *of, int line, struct str *out)
{
	(void)of;
	str_add_text(out, line ? "Cả năm 2024" : "");
}

static enum grid_row
kind(const void *of, int row)
{
	(void)of;
	return row == 5 ? GRID_RULE : row == 6 || row == 7 || row == 9 ? GRID_SUM : GRID_FIGURES;
}

static int
width(const void *of, int column)
{
	(void)of;
	return column == 3 ? 9 : 10;
}

static bool
editable(const void *of, int row, int column, struct err *err)
{
	(void)column;
	return kind(of, row) == GRID_FIGURES ||
		err_set(err, ERR_NOT_ALLOWED, SAY("Dòng cộng tự tính.", "Computed."), NULL);
}

static void
echo(const void *of, int row, int column, const char *typed, struct str *out)
{
	(void)of;
	str_add_format(out, "%d,%d %s", row, column, typed);
}

static bool
commit(void *of, int row, int column, const char *text, bool again, struct err *err)
{
	(void)of;
	was_again = again;
	if (*text == 'x' && !again)
		return err_set(err, ERR_INVALID, SAY("Không hiểu.", "Not understood."), NULL);
	free(cells[row][column]);
	cells[row][column] = mem_copy_text(text);
	return true;
}

static bool
remove_cells(void *of, struct grid_block block, struct err *err)
{
	(void)of;
	(void)err;
	removed = block;
	return true;
}

static bool
copy(void *of, struct grid_block block, struct err *err)
{
	(void)of;
	(void)err;
	copied = block;
	return true;
}

static bool
paste(void *of, int row, int column, const char *bytes, size_t length, struct err *err)
{
	(void)of;
	(void)err;
	snprintf(pasted, sizeof pasted, "%d,%d %.*s", row, column, (int)length, bytes);
	return true;
}

static bool
turn(void *of, struct err *err)
{
	(void)of;
	(void)err;
	return true;
}

static const struct grid_ops ops = { .cell = cell,
	.row_name = row_name,
	.head = head,
	.corner = corner,
	.kind = kind,
	.width = width,
	.editable = editable,
	.edited = cell,
	.echo = echo,
	.commit = commit,
	.remove = remove_cells,
	.copy = copy,
	.paste = paste,
	.turn = turn };
static struct grid grid;
static struct canvas canvas;
static struct err err;

static int
setup(void **state)
{
	(void)state;
	canvas_init(&canvas, 24, 80);
	grid = (struct grid){ .ops = &ops };
	grid_place(&grid, (struct area){ 3, 0, 18, 80 }, false);
	grid_set_size(&grid, ROWS, COLUMNS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	grid_release(&grid);
	err_release(&err);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
			free(cells[row][column]);
			cells[row][column] = NULL;
		}
	return 0;
}

static void
act(enum action_id action)
{
	check_int(grid_act(&grid, action, &err), VIEW_DONE);
}

static void
type(const char *text)
{
	for (; *text; text++)
		check_int(grid_text(&grid, text, 1, false, &err), VIEW_DONE);
}

static void
check_at(int row, int column)
{
	check_int(grid.row, row);
	check_int(grid.column, column);
}

static void
figures_to_select_stand_as_drawn(void **state)
{
	static const char *const rows[] = {
		"                        CĐCS Đoàn viên   Kết nạp   Mái ấm    Mái ấm   Quà Tết",
		" Cả năm 2024             mới       mới      Đảng      nhà   triệu đ   triệu đ",
		"►Hà Nam                    …        […]        …        …         …         …",
		" Nam Định                  …         …         …        …         …         …",
		" Ninh Bình                 …         …         …        …         …         …",
		" Thái Bình                 …         …         …        …         …         …",
		" Vĩnh Phúc                 …         …         …        …         …         …",
		" ──────────────────────────────────────────────────────────────────────────────",
		" Đơn vị có số            0/5       0/5       0/5      0/5       0/5       0/5",
		" Cộng đơn vị               …         …         …        …         …         …",
		" Toàn cụm báo cáo        202    74.516   †>6.500       64    >2.100  >344.000",
		" Chênh lệch          thiếu 5   thiếu 5   thiếu 5  thiếu 5   thiếu 5   thiếu 5",
		"",
	};
	struct str range = { 0 };
	(void)state;
	act(ACTION_RIGHT);
	grid_draw(&grid, &canvas.draw);
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++)
		check_text(canvas_row(&canvas, 3 + (int)n), rows[n]);
	check_int(canvas.draw.cursor_row, 5);
	check_int(canvas.draw.cursor_column, 37);
	grid_range(&grid, &range);
	check_text(str_text(&range), "cột 1–6 trong 10 ►");
	str_release(&range);
}

static void
the_box_covers_the_next_cells_as_drawn(void **state)
{
	struct str note = { 0 };
	(void)state;
	grid_focus(&grid, 8, 2);
	type("hon 6.500");
	grid_draw(&grid, &canvas.draw);
	check_text(canvas_row(&canvas, 13),
		"►Toàn cụm báo cáo        202    74.516 [hon 6.500                  ] >344.000");
	check_int(canvas.draw.cursor_row, 13);
	check_int(canvas.draw.cursor_column, 49);
	check_int(grid_context(&grid), IN_CELL);
	grid_note(&grid, &note);
	check_text(str_text(&note), "8,2 hon 6.500");
	str_clear(&note);
	grid_detail(&grid, &note);
	check_text(str_text(&note), "SỬA  ");
	str_release(&note);
}

static void
the_box_of_the_last_column_begins_further_left(void **state)
{
	(void)state;
	grid_focus(&grid, 8, 5);
	type("1");
	grid_draw(&grid, &canvas.draw);
	check_text(canvas_row(&canvas, 13),
		"►Toàn cụm báo cáo        202    74.516   †>6.500    [1                       ]");
}

static void
enter_goes_down_and_does_not_open_the_cell(void **state)
{
	(void)state;
	act(ACTION_ENTER);
	check_at(1, 0);
	check(!grid.editing);
	grid_focus(&grid, 4, 0);
	act(ACTION_ENTER);
	check_at(4, 0); /* typing on never lands on the cluster's own total: only arrows cross the sums */
	check_int(grid_text(&grid, "7", 1, false, &err), VIEW_DONE);
	check(!grid.editing); /* nor on the figure just entered */
	check(err.text);
	err_release(&err);
	act(ACTION_EDIT);
	check(grid.editing);
	act(ACTION_BACK);
}

static void
enter_after_a_run_of_tabs_goes_back_to_where_it_began(void **state)
{
	(void)state;
	grid_focus(&grid, 0, 2);
	act(ACTION_NEXT_STOP);
	act(ACTION_NEXT_STOP);
	check_at(0, 4);
	act(ACTION_ENTER);
	check_at(1, 2);
	act(ACTION_NEXT_STOP);
	act(ACTION_UP);
	act(ACTION_ENTER);
	check_at(1, 3);
	grid_focus(&grid, 4, 9);
	act(ACTION_NEXT_STOP);
	check_at(4, 9);
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	check_at(8, 9);
	act(ACTION_ENTER);
	check_at(8, 9);
}

static void
a_character_starts_a_new_value_and_enter_stores_it(void **state)
{
	(void)state;
	type("74516");
	check(grid_unsaved(&grid));
	act(ACTION_ENTER);
	check_text(cells[0][0], "74516");
	check_at(1, 0);
	check(!grid_unsaved(&grid));
	type("12");
	act(ACTION_NEXT_STOP);
	check_text(cells[1][0], "12");
	check_at(1, 1);
	type("9");
	act(ACTION_SAVE);
	check_text(cells[1][1], "9");
	check_at(1, 1);
	check(!grid.editing);
}

static void
f2_edits_the_present_value_and_leaving_it_alone_stores_nothing(void **state)
{
	(void)state;
	type("74516");
	act(ACTION_SAVE);
	act(ACTION_EDIT);
	type("0");
	check_text(line_text(&grid.line), "745160");
	act(ACTION_BACK);
	check_text(cells[0][0], "74516");
	act(ACTION_EDIT);
	free(cells[0][0]);
	cells[0][0] = NULL;
	act(ACTION_ENTER);
	check(cells[0][0] == NULL);
}

static void
a_refused_value_stays_in_the_box(void **state)
{
	(void)state;
	type("xyz");
	act(ACTION_ENTER);
	check_int(err.kind, ERR_INVALID);
	check(grid.editing);
	check_at(0, 0);
	check_text(line_text(&grid.line), "xyz");
	check(!was_again);
	err_release(&err);
	act(ACTION_ENTER);
	check(was_again);
	check_text(cells[0][0], "xyz");
}

static void
sums_take_no_typing_and_say_so(void **state)
{
	(void)state;
	grid_focus(&grid, 6, 0);
	type("1");
	check_int(err.kind, ERR_NOT_ALLOWED);
	check(!grid.editing);
}

static void
a_minus_alone_removes_the_figure(void **state)
{
	(void)state;
	grid_focus(&grid, 2, 3);
	type("-");
	act(ACTION_ENTER);
	check_int(removed.row, 2);
	check_int(removed.column, 3);
	check_int(removed.rows, 1);
	check_at(3, 3);
	act(ACTION_REMOVE);
	check_int(removed.row, 3);
}

static void
space_and_arrows_make_a_block(void **state)
{
	(void)state;
	grid_focus(&grid, 1, 2);
	act(ACTION_MARK);
	act(ACTION_UP);
	act(ACTION_LEFT);
	grid_draw(&grid, &canvas.draw);
	check_text(canvas_row(&canvas, 5),
		"►Hà Nam                    …        […]       […]       …         …         …");
	check_text(canvas_row(&canvas, 6),
		" Nam Định                  …        […]       […]       …         …         …");
	act(ACTION_COPY);
	check_int(copied.row, 0);
	check_int(copied.column, 1);
	check_int(copied.rows, 2);
	check_int(copied.columns, 2);
	check(!grid.in_block);
	act(ACTION_SELECT_DOWN);
	check(grid.in_block);
	act(ACTION_BACK);
	check(!grid.in_block);
	check_int(grid_act(&grid, ACTION_BACK, &err), VIEW_PASS);
}

static void
a_paste_opens_the_preview(void **state)
{
	(void)state;
	grid_focus(&grid, 1, 2);
	check_int(grid_text(&grid, "1\t2", 3, true, &err), VIEW_DONE);
	check_text(pasted, "1,2 1\t2");
	check(!grid.editing);
	type("3");
	check_int(grid_text(&grid, "4 5", 3, true, &err), VIEW_DONE);
	check_text(line_text(&grid.line), "34 5");
}

static void
turning_stays_on_the_same_cell(void **state)
{
	(void)state;
	grid_focus(&grid, 1, 3);
	act(ACTION_TURN);
	check_at(3, 1);
}

static void
columns_leave_whole_and_come_back_with_the_focus(void **state)
{
	struct str range = { 0 };
	(void)state;
	act(ACTION_LAST);
	grid_draw(&grid, &canvas.draw);
	grid_range(&grid, &range);
	check_text(str_text(&range), "◄ cột 5–10 trong 10");
	check_text(canvas_row(&canvas, 13),
		" Toàn cụm báo cáo     >2.100  >344.000     4.836       487       114     100 %");
	str_release(&range);
	act(ACTION_FIRST);
	check_int(grid.left, 0);
}

static void
a_wide_figure_widens_its_column(void **state)
{
	(void)state;
	cells[0][0] = mem_copy_text("344.000.000.000");
	grid_set_size(&grid, ROWS, COLUMNS);
	grid_draw(&grid, &canvas.draw);
	check_text(
		canvas_row(&canvas, 5), "►Hà Nam            [344.000.000.000]        …         …        …         …");
}

static void
sums_stay_when_the_rows_scroll(void **state)
{
	(void)state;
	grid_place(&grid, (struct area){ 3, 0, 10, 80 }, false);
	grid_focus(&grid, 4, 0);
	grid_place(&grid, (struct area){ 3, 0, 10, 80 }, false);
	grid_draw(&grid, &canvas.draw);
	check(text_starts(canvas_row(&canvas, 5), " Ninh Bình"));
	check(text_starts(canvas_row(&canvas, 7), "►Vĩnh Phúc"));
	check(text_starts(canvas_row(&canvas, 8), " ───"));
	check(text_starts(canvas_row(&canvas, 12), " Chênh lệch"));
	check_text(canvas_row(&canvas, 13), "");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(figures_to_select_stand_as_drawn),
		TEST(the_box_covers_the_next_cells_as_drawn),
		TEST(the_box_of_the_last_column_begins_further_left),
		TEST(enter_goes_down_and_does_not_open_the_cell),
		TEST(enter_after_a_run_of_tabs_goes_back_to_where_it_began),
		TEST(a_character_starts_a_new_value_and_enter_stores_it),
		TEST(f2_edits_the_present_value_and_leaving_it_alone_stores_nothing),
		TEST(a_refused_value_stays_in_the_box),
		TEST(sums_take_no_typing_and_say_so),
		TEST(a_minus_alone_removes_the_figure),
		TEST(space_and_arrows_make_a_block),
		TEST(a_paste_opens_the_preview),
		TEST(turning_stays_on_the_same_cell),
		TEST(columns_leave_whole_and_come_back_with_the_focus),
		TEST(a_wide_figure_widens_its_column),
		TEST(sums_stay_when_the_rows_scroll),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
