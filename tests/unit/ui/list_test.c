#include "canvas.h"
#include "check.h"
#include "ui/list.h"

static const char *const names[][3] = {
	{ "Tổng LĐLĐ Việt Nam", NULL, NULL },
	{ "Cụm 10 tỉnh Nam Trung Bộ, Tây Nguyên", "10", "…" },
	{ "Cụm số 3 – LĐLĐ các tỉnh ĐBSH", "5", "Vĩnh Phúc" },
	{ "LĐLĐ tỉnh …", NULL, NULL },
	{ "Cụm số 3 – Công đoàn ngành", "4", "…" },
	{ "LĐLĐ tỉnh Bắc Ninh", NULL, NULL },
	{ "Cụm LĐLĐ huyện, thị xã, thành phố", "…", "Thuận Thành" },
};

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	(void)of;
	if (names[row][column])
		str_add_text(out, names[row][column]);
}

static enum list_row
kind(const void *of, size_t row)
{
	(void)of;
	return names[row][1] ? LIST_ROW : LIST_HEAD;
}

static int
indent(const void *of, size_t row)
{
	(void)of;
	(void)row;
	return 2;
}

static void
searched(const void *of, size_t row, struct str *out)
{
	cell(of, row, 0, out);
	if (row == 2)
		str_add_text(out, "\nCụm thi đua các tỉnh khu vực Đồng bằng sông Hồng");
}

static const struct list_ops ops = { .cell = cell, .kind = kind, .indent = indent, .searched = searched };
static const struct list_column columns[] = {
	{ WORDS("Cụm, khối thi đua", "Clusters"), 0, false, false, 0 },
	{ WORDS("ĐV", "U"), 2, true, false, 0 },
	{ WORDS("Cụm trưởng", "Leader"), 12, false, false, 1 },
};
static struct list list;
static struct canvas canvas;
static struct err err;

static int
setup(void **state)
{
	(void)state;
	canvas_init(&canvas, 24, 80);
	list = (struct list){ .ops = &ops, .columns = columns, .column_count = 3, .counted = WORDS("cụm", "clusters") };
	list_place(&list, (struct area){ 3, 0, 18, 80 }, 2);
	list_set_count(&list, 7, SIZE_MAX);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	list_release(&list);
	return 0;
}

static void
type(const char *text)
{
	for (; *text; text++)
		check_int(list_text(&list, text, 1, false, &err), VIEW_DONE);
}

static void
the_focus_passes_the_heads_of_groups(void **state)
{
	(void)state;
	check_int(list_row(&list), 1);
	list_act(&list, ACTION_DOWN, &err);
	check_int(list_row(&list), 2);
	list_act(&list, ACTION_DOWN, &err);
	check_int(list_row(&list), 4);
	list_act(&list, ACTION_UP, &err);
	check_int(list_row(&list), 2);
	list_act(&list, ACTION_FIRST, &err);
	check_int(list_row(&list), 1);
	list_act(&list, ACTION_LAST, &err);
	check_int(list_row(&list), 6);
	list_act(&list, ACTION_DOWN, &err);
	check_int(list_row(&list), 6);
}

static void
a_list_is_drawn_as_on_the_home_screen(void **state)
{
	(void)state;
	list_act(&list, ACTION_DOWN, &err);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 3),
		" Cụm, khối thi đua                                             ĐV  Cụm trưởng");
	check_text(canvas_row(&canvas, 4), " Tổng LĐLĐ Việt Nam");
	check_text(
		canvas_row(&canvas, 6), "►  Cụm số 3 – LĐLĐ các tỉnh ĐBSH                                5  Vĩnh Phúc");
	check_int(canvas.roles[3][1], ROLE_HEAD);
	check_int(canvas.roles[6][5], ROLE_FOCUS);
	check_int(canvas.draw.cursor_row, 6);
	check_int(canvas.draw.cursor_column, 3);
}

static void
a_character_opens_the_filter_and_marks_may_be_left_out(void **state)
{
	(void)state;
	type("tay n");
	check_int(list_context(&list, IN_LIST), IN_FILTER);
	check_int(list_row(&list), 1);
	check_int(list.shown_count, 2);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 2),
		" Lọc: tay n                                                              1/4 cụm");
	check_int(canvas.draw.cursor_row, 2);
	check_int(canvas.draw.cursor_column, 11);
	check_text(canvas_row(&canvas, 4), " Tổng LĐLĐ Việt Nam");
	check_int(canvas.roles[5][29], ROLE_FOCUS_MATCH);
}

static void
the_filter_also_finds_by_names_that_are_not_shown(void **state)
{
	struct str text = { 0 };
	(void)state;
	type("song hong");
	check_int(list_row(&list), 2);
	list_matched(&list, &text);
	check_text(str_text(&text), "khớp: sông Hồng");
	str_release(&text);
}

static void
digits_filter_too(void **state)
{
	(void)state;
	type("10");
	check_int(list_row(&list), 1);
	check_int(list.shown_count, 2);
}

static void
escape_clears_the_filter_then_leaves_it_then_the_list(void **state)
{
	(void)state;
	type("nganh");
	check_int(list_act(&list, ACTION_BACK, &err), VIEW_DONE);
	check(line_is_empty(&list.filter));
	check_int(list_context(&list, IN_LIST), IN_FILTER);
	check_int(list_act(&list, ACTION_BACK, &err), VIEW_DONE);
	check_int(list_context(&list, IN_LIST), IN_LIST);
	check_int(list_act(&list, ACTION_BACK, &err), VIEW_PASS);
	check_int(list_row(&list), 4);
}

static void
a_filter_that_found_nothing_leads_back_to_the_row_where_it_began(void **state)
{
	(void)state;
	list_focus(&list, 4);
	type("zzz");
	check(list_row(&list) == SIZE_MAX);
	list_act(&list, ACTION_BACK, &err);
	list_act(&list, ACTION_BACK, &err);
	check_int(list_row(&list), 4);
}

static void
tab_goes_into_the_list_and_a_character_or_backspace_returns(void **state)
{
	(void)state;
	type("cum so");
	list_act(&list, ACTION_NEXT_STOP, &err);
	check_int(list_context(&list, IN_LIST), IN_LIST);
	check(list.filtering);
	check_int(list_act(&list, ACTION_MARK, &err), VIEW_DONE);
	check(list_is_marked(&list, 2));
	check_int(list_act(&list, ACTION_ERASE, &err), VIEW_DONE);
	check_int(list_context(&list, IN_LIST), IN_FILTER);
	check_text(line_text(&list.filter), "cum s");
	list_act(&list, ACTION_NEXT_STOP, &err);
	type("o");
	check_text(line_text(&list.filter), "cum so");
}

static void
arrows_move_in_the_list_while_the_cursor_is_in_the_filter(void **state)
{
	(void)state;
	type("cum so");
	list_act(&list, ACTION_DOWN, &err);
	check_int(list_row(&list), 4);
	check_int(list_context(&list, IN_LIST), IN_FILTER);
}

static void
marks_are_cleared_before_the_filter(void **state)
{
	(void)state;
	type("cum so");
	list_act(&list, ACTION_NEXT_STOP, &err);
	list_act(&list, ACTION_MARK, &err);
	check_int(list_marked(&list), 1);
	list_act(&list, ACTION_BACK, &err);
	check_int(list_marked(&list), 0);
	check(list.filtering);
}

static void
several_pasted_lines_are_refused_and_one_filters(void **state)
{
	(void)state;
	check_int(list_text(&list, "a\nb", 3, true, &err), VIEW_DONE);
	check_int(err.kind, ERR_INVALID);
	err_release(&err);
	check(!list.filtering);
	check_int(list_text(&list, "ngành\n", 7, true, &err), VIEW_DONE);
	check_int(list_row(&list), 4);
}

static void
nothing_matched_says_so(void **state)
{
	(void)state;
	type("zzz");
	check_int(list_row(&list), SIZE_MAX);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 4), " Không có dòng nào khớp; Esc xóa lọc.");
	check_int(list_act(&list, ACTION_DOWN, &err), VIEW_DONE);
}

static void
the_row_with_focus_stays_it_when_the_list_is_read_again(void **state)
{
	(void)state;
	list_act(&list, ACTION_LAST, &err);
	list_set_count(&list, 7, SIZE_MAX);
	check_int(list_row(&list), 6);
	list_set_count(&list, 5, SIZE_MAX);
	check_int(list_row(&list), 4);
	list_set_count(&list, 0, SIZE_MAX);
	check_int(list_row(&list), SIZE_MAX);
	list_set_count(&list, 7, 2);
	check_int(list_row(&list), 2);
}

static void
a_list_scrolls_with_its_focus(void **state)
{
	(void)state;
	list_place(&list, (struct area){ 3, 0, 4, 80 }, 2);
	list_act(&list, ACTION_LAST, &err);
	list_draw(&list, &canvas.draw, true);
	check_int(canvas.draw.cursor_row, 6);
	check_text(canvas_row(&canvas, 7), "");
	list_act(&list, ACTION_FIRST, &err);
	canvas_init(&canvas, 24, 80);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 4), " Tổng LĐLĐ Việt Nam");
	check_int(canvas.draw.cursor_row, 5);
}

static void
columns_leave_a_narrow_screen_and_figures_are_not_cut(void **state)
{
	(void)state;
	list_place(&list, (struct area){ 3, 0, 18, 40 }, 2);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 3), " Cụm, khối thi đua                   ĐV");
	check_text(canvas_row(&canvas, 5), "►  Cụm 10 tỉnh Nam Trung Bộ, Tây N…  10");
	check(list_allows(&list, ACTION_RIGHT));
	check_int(list_act(&list, ACTION_RIGHT, &err), VIEW_DONE);
	canvas_init(&canvas, 24, 80);
	list_draw(&list, &canvas.draw, true);
	check_text(canvas_row(&canvas, 3), " Cụm, khối thi đua         Cụm trưởng");
	check_int(list_act(&list, ACTION_LEFT, &err), VIEW_DONE);
	check_int(list_act(&list, ACTION_LEFT, &err), VIEW_PASS);
}

/* A list of so many rows that asking for all their texts would be felt. */
static struct {
	size_t highest; /* of the rows asked for in the last drawing */
	size_t asked;
} asked_for;

static void
number_cell(const void *of, size_t row, int column, struct str *out)
{
	(void)of;
	asked_for.asked++;
	asked_for.highest = row > asked_for.highest ? row : asked_for.highest;
	str_add_format(out, "%s%zu", column == 1 && row > 50000 ? "123.456." : "", row);
}

static void
show(struct list *of)
{
	asked_for.highest = asked_for.asked = 0;
	canvas_init(&canvas, 24, 80);
	list_place(of, (struct area){ 3, 0, 18, 40 }, 2);
	list_draw(of, &canvas.draw, true);
}

static void
rows_are_asked_for_when_they_are_shown_and_widen_their_column_then(void **state)
{
	(void)state;
	static const struct list_ops number_ops = { .cell = number_cell };
	struct list numbers = { .ops = &number_ops, .columns = columns, .column_count = 2, .dear_rows = true };
	list_place(&numbers, (struct area){ 3, 0, 18, 40 }, 2);
	list_set_count(&numbers, 120000, SIZE_MAX);
	show(&numbers);
	check_text(canvas_row(&canvas, 5), " 1                                    1");
	check(asked_for.highest < 100);
	list_focus(&numbers, 99990);
	show(&numbers);
	check_text(canvas_row(&canvas, 20), "►99990                    123.456.99990▼");
	check(asked_for.asked < 150);
	list_act(&numbers, ACTION_FIRST, &err);
	show(&numbers);
	check_text(canvas_row(&canvas, 5), " 1                                    1");
	check(asked_for.highest < 100);
	list_release(&numbers);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_focus_passes_the_heads_of_groups),
		TEST(a_list_is_drawn_as_on_the_home_screen),
		TEST(a_character_opens_the_filter_and_marks_may_be_left_out),
		TEST(the_filter_also_finds_by_names_that_are_not_shown),
		TEST(digits_filter_too),
		TEST(escape_clears_the_filter_then_leaves_it_then_the_list),
		TEST(a_filter_that_found_nothing_leads_back_to_the_row_where_it_began),
		TEST(tab_goes_into_the_list_and_a_character_or_backspace_returns),
		TEST(arrows_move_in_the_list_while_the_cursor_is_in_the_filter),
		TEST(marks_are_cleared_before_the_filter),
		TEST(several_pasted_lines_are_refused_and_one_filters),
		TEST(nothing_matched_says_so),
		TEST(the_row_with_focus_stays_it_when_the_list_is_read_again),
		TEST(a_list_scrolls_with_its_focus),
		TEST(columns_leave_a_narrow_screen_and_figures_are_not_cut),
		TEST(rows_are_asked_for_when_they_are_shown_and_widen_their_column_then),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
