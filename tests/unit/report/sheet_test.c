#include "../check.h"
#include "base/mem.h"
#include "report/sheet.h"
#include <stdlib.h>

static struct cell
money(int64_t amount, enum choice_number qualifier, int scale)
{
	return (struct cell){ .kind = CELL_QUANTITY, .quantity = { amount, qualifier }, .scale = scale };
}

static struct sheet
two_by_two(void)
{
	struct sheet sheet = sheet_new(2, 2);
	sheet.row_head = mem_copy_text("Chỉ tiêu");
	sheet.row_code = mem_copy_text("metric");
	sheet.rows[0].text = mem_copy_text("Đoàn viên mới");
	sheet.rows[1].text = mem_copy_text("Quà Tết");
	sheet.columns[0] =
		(struct head){ .text = mem_copy_text("2023"), .code = mem_copy_text("2023"), .number = true };
	sheet.columns[1] =
		(struct head){ .text = mem_copy_text("2024"), .code = mem_copy_text("2024"), .number = true };
	sheet_cell(&sheet, 0, 0)->kind = CELL_UNKNOWN;
	*sheet_cell(&sheet, 0, 1) = money(74516, QUALIFIER_EXACTLY, 0);
	sheet_cell(&sheet, 0, 1)->counted = 4;
	sheet_cell(&sheet, 0, 1)->asked = 5;
	sheet_cell(&sheet, 1, 0)->kind = CELL_NOT_YET;
	*sheet_cell(&sheet, 1, 1) = money(344000000000, QUALIFIER_MORE_THAN, 6);
	return sheet;
}

static void
check_cell(struct cell cell, const char *expected)
{
	struct str text = { 0 };
	cell_show(&cell, &text);
	check_text(str_text(&text), expected);
	str_release(&text);
}

static void
each_state_of_a_cell_has_its_own_shape(void **state)
{
	(void)state;
	check_cell((struct cell){ .kind = CELL_UNKNOWN }, "…");
	check_cell((struct cell){ .kind = CELL_NOT_YET }, "chưa");
	check_cell((struct cell){ .kind = CELL_NOT_ASKED }, "k.giao");
	check_cell((struct cell){ .kind = CELL_SAID }, "lời");
	check_cell(money(0, QUALIFIER_EXACTLY, 0), "0");
	check_cell(money(344000000000, QUALIFIER_MORE_THAN, 6), ">344.000");
	check_cell(money(2150000, QUALIFIER_EXACTLY, 6), "2,15");
	check_cell((struct cell){ .kind = CELL_PERCENT, .quantity = { 10000, QUALIFIER_EXACTLY }, .decimals = 2 },
		"100 %");
	struct cell covered = money(6500, QUALIFIER_MORE_THAN, 0);
	covered.marks = MARK_COVERAGE | MARK_SOME;
	check_cell(covered, "†>6.500*");
	struct cell broken = money(7, QUALIFIER_EXACTLY, 0);
	broken.marks = MARK_BREAK;
	check_cell(broken, "¦ 7");
}

static void
a_table_is_aligned_by_display_width(void **state)
{
	(void)state;
	struct sheet sheet = two_by_two();
	struct str out = { 0 };
	sheet_write_table(&sheet, &out);
	check_text(str_text(&out),
		"Chỉ tiêu       2023      2024\n"
		"Đoàn viên mới     …    74.516\n"
		"Quà Tết        chưa  >344.000\n");
	str_release(&out);
	sheet_release(&sheet);
}

static void
csv_keeps_numbers_plain_and_qualifiers_apart(void **state)
{
	(void)state;
	struct sheet sheet = two_by_two();
	struct str out = { 0 };
	sheet_write_csv(&sheet, (struct csv_style){ .separator = ',', .defuse = true }, &out);
	check_text(str_text(&out),
		"metric,2023,2024,2024_qualifier,2024_units\n"
		"Đoàn viên mới,,74516,=,4/5\n"
		"Quà Tết,chưa có,344000000000,>,\n");
	str_release(&out);
	sheet_release(&sheet);
}

static void
json_says_value_qualifier_and_units(void **state)
{
	(void)state;
	struct sheet sheet = two_by_two();
	struct str out = { 0 };
	sheet_write_json(&sheet, &out);
	check_text(str_text(&out),
		"[{\"metric\":\"Đoàn viên mới\",\"2023\":null,"
		"\"2024\":{\"value\":74516,\"qualifier\":\"=\",\"units\":4,\"asked\":5}},"
		"{\"metric\":\"Quà Tết\",\"2023\":\"chưa có\","
		"\"2024\":{\"value\":344000000000,\"qualifier\":\">\"}}]\n");
	str_release(&out);
	sheet_release(&sheet);
}

static void
a_note_is_said_once(void **state)
{
	(void)state;
	struct sheet sheet = sheet_new(0, 0);
	sheet_note(&sheet, mem_copy_text("một"));
	sheet_note(&sheet, mem_copy_text("một"));
	check_int(sheet.note_count, 1);
	sheet_release(&sheet);
}

static void
check_taken(const char *shown, bool figures, enum cell_kind kind)
{
	struct cell cell = { 0 };
	struct str again = { 0 };
	cell_take_shown(&cell, shown, figures);
	if (cell.kind != kind)
		fail_msg("«%s» is of kind %d, expected %d", shown, (int)cell.kind, (int)kind);
	cell_show(&cell, &again);
	check_text(str_text(&again), shown);
	str_release(&again);
	free(cell.text);
}

static void
what_a_list_shows_is_a_number_or_a_day_only_where_it_shows_the_same(void **state)
{
	(void)state;
	check_taken("", true, CELL_EMPTY);
	check_taken("…", true, CELL_UNKNOWN);
	check_taken("07/12/2024", false, CELL_DATE);
	check_taken("12/2024", false, CELL_TEXT);
	check_taken("2024", false, CELL_INTEGER);
	check_taken("38", true, CELL_INTEGER);
	check_taken("38", false, CELL_TEXT);
	check_taken(">6.500", true, CELL_QUANTITY);
	check_taken("~7,25", true, CELL_QUANTITY);
	check_taken("98,5 %", true, CELL_PERCENT);
	check_taken("4/5", true, CELL_TEXT);
	check_taken("12 CĐCS", true, CELL_TEXT);
	check_taken("0912345678", true, CELL_TEXT);
	check_taken("=1+1", true, CELL_TEXT);
}

static void
columns_that_no_row_fills_can_be_left_out(void **state)
{
	(void)state;
	struct sheet sheet = two_by_two();
	struct str out = { 0 };
	sheet_cell(&sheet, 0, 0)->kind = CELL_EMPTY;
	sheet_cell(&sheet, 1, 0)->kind = CELL_EMPTY;
	sheet_drop_empty(&sheet);
	sheet_write_table(&sheet, &out);
	check_text(str_text(&out),
		"Chỉ tiêu           2024\n"
		"Đoàn viên mới    74.516\n"
		"Quà Tết        >344.000\n");
	str_release(&out);
	sheet_release(&sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_state_of_a_cell_has_its_own_shape),
		cmocka_unit_test(a_table_is_aligned_by_display_width),
		cmocka_unit_test(csv_keeps_numbers_plain_and_qualifiers_apart),
		cmocka_unit_test(json_says_value_qualifier_and_units),
		cmocka_unit_test(a_note_is_said_once),
		cmocka_unit_test(what_a_list_shows_is_a_number_or_a_day_only_where_it_shows_the_same),
		cmocka_unit_test(columns_that_no_row_fills_can_be_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
