/* What the screens read, on the example book: its four clusters as home, members, roles, figures and comparisons show them. */
#include "app/board.h"
#include "app/compare.h"
#include "app/figures.h"
#include "app/members.h"
#include "app/role_matrix.h"
#include "app/unit.h"
#include "book.h"
#include <stdlib.h>

static struct store *
example(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	works(load_catalogue(store, &err), &err);
	works(load_folder(store, "share/example", &err), &err);
	return store;
}

static int64_t
uid(struct store *store, enum entity_id entity, const char *text)
{
	int64_t id;
	struct err err = { 0 };
	works(record_find_uid(&id, store, entity, text, &err), &err);
	check(id);
	return id;
}

static void
check_cell(const struct cell *cell, const char *expected)
{
	struct str text = { 0 };
	cell_show(cell, &text);
	check_text(str_text(&text), expected);
	str_release(&text);
}

/* ---- home ---- */

static void
home_shows_each_cluster_with_owner_members_leader_and_deputy(void **state)
{
	struct store *store = example(state);
	struct board board;
	struct err err = { 0 };
	works(board_read(&board, store, 2024, &err), &err);
	static const struct {
		const char *owner, *name;
		int members;
		const char *leader, *deputy, *after;
	} expected[] = {
		{ "Tổng LĐLĐ Việt Nam", "Cụm 10 tỉnh Nam Trung Bộ, Tây Nguyên", 10, NULL, NULL, NULL },
		{ "Tổng LĐLĐ Việt Nam", "Cụm số 3 – LĐLĐ các tỉnh ĐBSH", 5, "Vĩnh Phúc", "Hà Nam", "Hà Nam" },
		{ "LĐLĐ tỉnh …", "Cụm số 3 – Công đoàn ngành", 4, NULL, NULL, NULL },
		{ "LĐLĐ tỉnh Bắc Ninh", "Cụm LĐLĐ huyện, thị xã, thành phố", -1, "Thuận Thành", NULL, NULL },
	};
	check_int(board.count, 4);
	for (size_t i = 0; i < board.count; i++) {
		check_text(board.rows[i].owner_name, expected[i].owner);
		check_text(board.rows[i].name, expected[i].name);
		check_int(board.rows[i].members, expected[i].members);
		check_text(board.rows[i].leader, expected[i].leader);
		check_text(board.rows[i].deputy, expected[i].deputy);
		check_text(board.rows[i].leader_after, expected[i].after);
		check_int(board.rows[i].asked, 0);
	}
	board_release(&board);
	store_close(store);
}

/* ---- members ---- */

static void
members_stand_under_the_names_of_their_year_with_their_successors(void **state)
{
	struct store *store = example(state);
	struct members members;
	struct err err = { 0 };
	works(members_read(&members, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), 2024, &err), &err);
	static const char *const names[] = { "Hà Nam", "Nam Định", "Ninh Bình", "Thái Bình", "Vĩnh Phúc" };
	static const char *const heirs[] = { "Ninh Bình (mới)", "Ninh Bình (mới)", "Ninh Bình (mới)", "Hưng Yên (mới)",
		"Phú Thọ (mới)" };
	check_int(members.count, 5);
	check_int(members.published, 5);
	for (size_t i = 0; i < 5; i++) {
		check_text(members.rows[i].brief, names[i]);
		check_text(members.rows[i].successor_name, heirs[i]);
		check_text(members.rows[i].succession_date, "2025-07-01");
		check_text(members.rows[i].to, "2025-06-30");
		check(members.rows[i].certain);
	}
	check_text(members.rows[0].roles, "cụm phó 2024, cụm trưởng 2025");
	members_release(&members);
	store_close(store);
}

static void
a_member_without_a_known_beginning_is_uncertain_in_a_year_no_source_attests(void **state)
{
	struct store *store = example(state);
	struct members members;
	struct err err = { 0 };
	works(members_read(&members, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), 2019, &err), &err);
	check_int(members.count, 5);
	for (size_t i = 0; i < members.count; i++)
		check(!members.rows[i].certain);
	members_release(&members);
	store_close(store);
}

static void
units_that_ended_are_no_members_of_a_later_year(void **state)
{
	struct store *store = example(state);
	struct members members;
	struct err err = { 0 };
	works(members_read(&members, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), 2026, &err), &err);
	check_int(members.count, 0);
	members_release(&members);
	store_close(store);
}

/* ---- roles ---- */

static void
the_matrix_says_leader_deputy_member_and_unknown(void **state)
{
	struct store *store = example(state);
	struct role_matrix matrix;
	struct err err = { 0 };
	works(role_matrix_read(&matrix, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), 2023, 2024, &err), &err);
	check_int(matrix.year_count, 3);
	check_int(matrix.row_count, 5);
	static const enum matrix_mark expected[5][3] = {
		{ MATRIX_NOT_KNOWN, MATRIX_DEPUTY, MATRIX_LEADER },
		{ MATRIX_NOT_KNOWN, MATRIX_MEMBER, MATRIX_MEMBER },
		{ MATRIX_NOT_KNOWN, MATRIX_MEMBER, MATRIX_MEMBER },
		{ MATRIX_NOT_KNOWN, MATRIX_MEMBER, MATRIX_DEPUTY },
		{ MATRIX_NOT_KNOWN, MATRIX_LEADER, MATRIX_MEMBER },
	};
	for (size_t i = 0; i < 5; i++)
		for (size_t y = 0; y < 3; y++)
			check_int(matrix.rows[i].marks[y], expected[i][y]);
	check(matrix.decided);
	check_int(matrix.term_count, 4);
	check_text(matrix.terms[0].unit_name, "LĐLĐ tỉnh Vĩnh Phúc");
	check_text(matrix.terms[0].person, "Trịnh Thị Thoa");
	check_text(matrix.terms[2].unit_name, "LĐLĐ tỉnh Hà Nam");
	check_text(matrix.terms[2].how, "suy tôn, hội nghị 07/12/2024");
	role_matrix_release(&matrix);
	store_close(store);
}

static void
before_the_meeting_the_deputy_is_suggested_as_leader_with_the_reason(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	works(remove_record(store, ENTITY_TERM, uid(store, ENTITY_TERM, "nk-cum-3-dbsh-2025-truong"), &err), &err);
	works(remove_record(store, ENTITY_TERM, uid(store, ENTITY_TERM, "nk-cum-3-dbsh-2025-pho"), &err), &err);
	struct role_matrix matrix;
	works(role_matrix_read(&matrix, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), 2021, 2024, &err), &err);
	check(!matrix.decided);
	check_int(matrix.suggestion_count, 2);
	check_text(matrix.suggestions[0].unit_name, "LĐLĐ tỉnh Hà Nam");
	check_text(matrix.suggestions[0].reason, "vì là cụm phó năm 2024");
	check_text(matrix.suggestions[1].unit_name, "LĐLĐ tỉnh Nam Định");
	check_text(matrix.suggestions[1].reason,
		"vì chưa lần nào giữ vai trò; ngang hàng: Ninh Bình, Thái Bình; xếp theo vần");
	check_text(matrix.remark, "Sổ chỉ biết từ năm 2024: ghi thêm năm cũ thì gợi ý đổi theo.");
	check_int(matrix.rows[0].marks[4], MATRIX_LEADER_SUGGESTED);
	check_int(matrix.rows[1].marks[4], MATRIX_DEPUTY_SUGGESTED);
	role_matrix_release(&matrix);
	store_close(store);
}

static void
where_the_owner_appoints_nothing_is_suggested(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh");
	works(remove_record(store, ENTITY_TERM, uid(store, ENTITY_TERM, "nk-cum-3-dbsh-2025-truong"), &err), &err);
	works(change_integer(store, ENTITY_CLUSTER, cluster, CLUSTER_ROTATION, CLUSTER_ROTATION_APPOINTMENT, &err),
		&err);
	struct role_matrix matrix;
	works(role_matrix_read(&matrix, store, cluster, 2023, 2024, &err), &err);
	check_int(matrix.suggestion_count, 0);
	check(strlen(matrix.remark) > 0);
	role_matrix_release(&matrix);
	store_close(store);
}

/* ---- figures ---- */

static void
type(struct store *store, int64_t subject, int64_t metric, period when, enum choice_number kind, const char *typed)
{
	struct figure_column column = { 0 };
	struct entry entry;
	struct err err = { 0 };
	int64_t id;
	works(figure_column_read(&column, store, metric, &err), &err);
	works(entry_read(&entry, typed, &column.facts, &err), &err);
	works(figure_find(&id, store, (struct figure_key){ subject, metric, when, kind }, &err), &err);
	struct record figure = { 0 };
	if (id)
		works(record_read(&figure, store, ENTITY_FIGURE, id, &err), &err);
	works(figure_put(store, (struct figure_key){ subject, metric, when, kind }, &entry, 0, figure.rev, NULL, &err),
		&err);
	if (id)
		record_release(&figure);
	entry_release(&entry);
	figure_column_release(&column);
}

static size_t
column_of(const struct figure_grid *grid, int64_t metric)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (grid->columns[i].metric == metric)
			return i;
	fail_msg("%s", "no such column");
	return 0;
}

static void
read_grid(struct figure_grid *grid, struct store *store, int year)
{
	struct err err = { 0 };
	works(figure_grid_read(grid, store, uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), period_year(year),
		      FIGURE_KIND_RESULT, &err),
		&err);
}

static void
the_grid_shows_the_reported_totals_with_qualifier_coverage_and_scale(void **state)
{
	struct store *store = example(state);
	struct figure_grid grid;
	read_grid(&grid, store, 2024);
	static const char *const codes[] = { "cdcs-moi", "dv-moi", "ket-nap-dang", "mai-am-nha", "mai-am-tien",
		"qua-tet-tien", "bua-com-tl", "kiem-tra", "giam-sat", "don-thu" };
	static const char *const reported[] = { "202", "74.516", "†>6.500", "64", ">2.100", ">344.000", "100 %",
		"4.836", "487", "114" };
	check_int(grid.column_count, 10);
	for (size_t i = 0; i < 10; i++) {
		check_int(grid.columns[i].metric, uid(store, ENTITY_METRIC, codes[i]));
		check_cell(&grid.reported[i].cell, reported[i]);
		check_cell(&grid.coverage[i], "0/5");
		check_cell(&grid.sums[i], "…");
		check_cell(&grid.differences[i], "thiếu 5");
	}
	figure_grid_release(&grid);
	store_close(store);
}

static void
sums_say_of_how_many_and_differ_only_when_nobody_is_missing(void **state)
{
	struct store *store = example(state);
	int64_t metric = uid(store, ENTITY_METRIC, "dv-moi");
	static const char *const units[] = { "ldld-ha-nam", "ldld-nam-dinh", "ldld-ninh-binh", "ldld-thai-binh",
		"ldld-vinh-phuc" };
	static const char *const typed[] = { "14.000", "trên 15.000", "15.516", "10000", "20.000" };
	for (size_t i = 0; i < 4; i++)
		type(store, uid(store, ENTITY_UNIT, units[i]), metric, period_year(2024), FIGURE_KIND_RESULT, typed[i]);
	struct figure_grid grid;
	read_grid(&grid, store, 2024);
	size_t column = column_of(&grid, metric);
	check_cell(&grid.coverage[column], "4/5");
	check_cell(&grid.sums[column], ">54.516");
	check_cell(&grid.differences[column], "thiếu 1");
	figure_grid_release(&grid);
	type(store, uid(store, ENTITY_UNIT, units[4]), metric, period_year(2024), FIGURE_KIND_RESULT, typed[4]);
	read_grid(&grid, store, 2024);
	check_cell(&grid.coverage[column], "5/5");
	check_cell(&grid.sums[column], ">74.516");
	check_cell(&grid.differences[column], "<0");
	figure_grid_release(&grid);
	store_close(store);
}

static void
a_unit_that_was_not_asked_leaves_the_denominator(void **state)
{
	struct store *store = example(state);
	int64_t metric = uid(store, ENTITY_METRIC, "dv-moi");
	type(store, uid(store, ENTITY_UNIT, "ldld-ha-nam"), metric, period_year(2024), FIGURE_KIND_RESULT,
		"không giao");
	type(store, uid(store, ENTITY_UNIT, "ldld-nam-dinh"), metric, period_year(2024), FIGURE_KIND_RESULT, "0");
	struct figure_grid grid;
	read_grid(&grid, store, 2024);
	size_t column = column_of(&grid, metric);
	check_cell(&grid.cells[column].cell, "k.giao");
	check_cell(&grid.cells[grid.column_count + column].cell, "0");
	check_cell(&grid.coverage[column], "1/4");
	check_cell(&grid.differences[column], "thiếu 3");
	figure_grid_release(&grid);
	store_close(store);
}

static void
a_figure_taken_out_is_gone_and_comes_back_by_undo(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "giam-sat"), id;
	type(store, cluster, metric, period_year(2024), FIGURE_KIND_RESULT, "-");
	works(figure_find(
		      &id, store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &err),
		&err);
	check_int(id, 0);
	struct undo_plan plan;
	works(undo_plan(&plan, store, false, 0, &err), &err);
	works(edit_undo(store, plan.change, false, &err), &err);
	undo_plan_release(&plan);
	works(figure_find(
		      &id, store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &err),
		&err);
	check(id);
	check_int(integer_of(store, ENTITY_FIGURE, id, FIGURE_VALUE), 487);
	store_close(store);
}

static void
a_figure_that_moved_on_is_not_overwritten(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "giam-sat"), id;
	struct entry entry = { .status = FIGURE_STATUS_NUMBER, .quantity = { 500, QUALIFIER_EXACTLY } };
	refused(figure_put(store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &entry,
			0, 0, NULL, &err),
		&err, ERR_CONFLICT, "Người khác");
	works(figure_find(
		      &id, store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &err),
		&err);
	check_int(integer_of(store, ENTITY_FIGURE, id, FIGURE_VALUE), 487);
	store_close(store);
}

static void
x_of_a_plan_y_stores_result_and_plan(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t unit = uid(store, ENTITY_UNIT, "ldld-ha-nam"), metric = uid(store, ENTITY_METRIC, "cdcs-moi"), id;
	works(metric_slash_put(store, metric, METRIC_SLASH_PLAN, &err), &err);
	type(store, unit, metric, period_year(2024), FIGURE_KIND_RESULT, "12/15");
	works(figure_find(&id, store, (struct figure_key){ unit, metric, period_year(2024), FIGURE_KIND_RESULT }, &err),
		&err);
	check_int(integer_of(store, ENTITY_FIGURE, id, FIGURE_VALUE), 12);
	works(figure_find(
		      &id, store, (struct figure_key){ unit, metric, period_year(2024), FIGURE_KIND_ASSIGNED }, &err),
		&err);
	check_int(integer_of(store, ENTITY_FIGURE, id, FIGURE_VALUE), 15);
	store_close(store);
}

static bool
cell_differs(struct store *store, int64_t metric)
{
	struct figure_grid grid;
	read_grid(&grid, store, 2024);
	bool differs = grid.reported[column_of(&grid, metric)].differs;
	figure_grid_release(&grid);
	return differs;
}

static void
a_paper_that_said_otherwise_is_marked_and_the_chosen_source_agrees(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "giam-sat"), id;
	int64_t page = uid(store, ENTITY_DOCUMENT, "bai-cum-3-2024");
	check(!cell_differs(store, metric));
	type(store, cluster, metric, period_year(2024), FIGURE_KIND_RESULT, "490");
	check(cell_differs(store, metric));
	works(figure_find(
		      &id, store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &err),
		&err);
	struct record figure = stored(store, ENTITY_FIGURE, id);
	struct entry entry = { .status = FIGURE_STATUS_NUMBER, .quantity = { 487, QUALIFIER_EXACTLY } };
	works(figure_put(store, (struct figure_key){ cluster, metric, period_year(2024), FIGURE_KIND_RESULT }, &entry,
		      page, figure.rev, NULL, &err),
		&err);
	record_release(&figure);
	check(!cell_differs(store, metric));
	store_close(store);
}

/* ---- comparison ---- */

static struct sheet
compared(struct store *store, int64_t subject, const char *metric, int first, int last, struct compare_wish wish)
{
	struct sheet sheet;
	struct err err = { 0 };
	int64_t id = uid(store, ENTITY_METRIC, metric);
	wish.subject = subject;
	wish.metrics = &id;
	wish.metric_count = 1;
	wish.first_year = first;
	wish.last_year = last;
	wish.part = wish.part ? wish.part : "Y";
	works(compare_read(&sheet, store, &wish, &err), &err);
	return sheet;
}

static void
check_row(const struct sheet *sheet, const char *const *expected)
{
	for (size_t i = 0; i < sheet->column_count; i++)
		check_cell(sheet_cell(sheet, 0, i), expected[i]);
}

static void
years_are_compared_with_difference_and_percent(void **state)
{
	struct store *store = example(state);
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "dv-moi");
	type(store, cluster, metric, period_year(2023), FIGURE_KIND_RESULT, "73.432");
	struct sheet sheet = compared(store, cluster, "dv-moi", 2022, 2024, (struct compare_wish){ 0 });
	check_row(&sheet, (const char *const[]){ "…", "73.432", "74.516", "▲ +1.084", "+1,5" });
	sheet_release(&sheet);
	store_close(store);
}

static void
a_part_of_the_year_is_never_compared_with_a_whole_one(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "dv-moi");
	period half;
	works(period_read(&half, 2023, "H1", &err), &err);
	type(store, cluster, metric, half, FIGURE_KIND_RESULT, "40.000");
	struct sheet sheet = compared(store, cluster, "dv-moi", 2023, 2024, (struct compare_wish){ 0 });
	check_cell(sheet_cell(&sheet, 0, 2), "…");
	check_cell(sheet_cell(&sheet, 0, 3), "…");
	sheet_release(&sheet);
	store_close(store);
}

static void
the_sum_of_members_and_the_same_units_are_two_comparisons(void **state)
{
	struct store *store = example(state);
	struct err err = { 0 };
	int64_t cluster = uid(store, ENTITY_CLUSTER, "cum-3-dbsh"), metric = uid(store, ENTITY_METRIC, "dv-moi");
	int64_t ha_nam = uid(store, ENTITY_UNIT, "ldld-ha-nam"), nam_dinh = uid(store, ENTITY_UNIT, "ldld-nam-dinh");
	int64_t member = uid(store, ENTITY_MEMBERSHIP, "tv-cum-3-dbsh-ldld-nam-dinh");
	works(change_text(store, ENTITY_MEMBERSHIP, member, MEMBERSHIP_FROM, "2024-01-01", &err), &err);
	type(store, ha_nam, metric, period_year(2023), FIGURE_KIND_RESULT, "100");
	type(store, nam_dinh, metric, period_year(2023), FIGURE_KIND_RESULT, "1000");
	type(store, ha_nam, metric, period_year(2024), FIGURE_KIND_RESULT, "110");
	type(store, nam_dinh, metric, period_year(2024), FIGURE_KIND_RESULT, "1100");
	struct sheet sheet =
		compared(store, cluster, "dv-moi", 2023, 2024, (struct compare_wish){ .members_sum = true });
	check_cell(sheet_cell(&sheet, 0, 0), "100*");
	check_cell(sheet_cell(&sheet, 0, 1), "1.210*");
	check_int(sheet_cell(&sheet, 0, 0)->asked, 4);
	check_int(sheet_cell(&sheet, 0, 1)->counted, 2);
	check_int(sheet_cell(&sheet, 0, 1)->asked, 5);
	sheet_release(&sheet);
	sheet = compared(
		store, cluster, "dv-moi", 2023, 2024, (struct compare_wish){ .members_sum = true, .same_units = true });
	check_cell(sheet_cell(&sheet, 0, 0), "100*");
	check_cell(sheet_cell(&sheet, 0, 1), "110*");
	sheet_release(&sheet);
	store_close(store);
}

static void
under_todays_boundaries_the_predecessors_are_added(void **state)
{
	struct store *store = example(state);
	int64_t metric = uid(store, ENTITY_METRIC, "dv-moi"), new_one = uid(store, ENTITY_UNIT, "ldld-hung-yen-2025");
	type(store, uid(store, ENTITY_UNIT, "ldld-thai-binh"), metric, period_year(2023), FIGURE_KIND_RESULT,
		"trên 10.000");
	struct sheet sheet =
		compared(store, new_one, "dv-moi", 2022, 2023, (struct compare_wish){ .boundary_now = true });
	check_cell(sheet_cell(&sheet, 0, 1), ">37.152");
	sheet_release(&sheet);
	sheet = compared(store, new_one, "dv-moi", 2022, 2023, (struct compare_wish){ 0 });
	check_cell(sheet_cell(&sheet, 0, 1), "27.152");
	sheet_release(&sheet);
	store_close(store);
}

static void
nobody_knows_whether_the_successor_includes_its_predecessors_so_the_total_is_refused(void **state)
{
	struct store *store = example(state);
	int64_t metric = uid(store, ENTITY_METRIC, "dv-moi"), new_one = uid(store, ENTITY_UNIT, "ldld-hung-yen-2025");
	type(store, new_one, metric, period_year(2025), FIGURE_KIND_RESULT, "30.000");
	type(store, uid(store, ENTITY_UNIT, "ldld-thai-binh"), metric, period_year(2025), FIGURE_KIND_RESULT, "5.000");
	struct sheet sheet =
		compared(store, new_one, "dv-moi", 2024, 2025, (struct compare_wish){ .boundary_now = true });
	check_int(sheet_cell(&sheet, 0, 1)->kind, CELL_REFUSED);
	check_int(sheet.note_count, 1);
	check(strstr(sheet.notes[0], "Hưng Yên"));
	sheet_release(&sheet);
	struct err err = { 0 };
	int64_t id;
	works(figure_find(
		      &id, store, (struct figure_key){ new_one, metric, period_year(2025), FIGURE_KIND_RESULT }, &err),
		&err);
	works(change_integer(store, ENTITY_FIGURE, id, FIGURE_WITH_PREDECESSORS, FIGURE_WITH_PREDECESSORS_YES, &err),
		&err);
	sheet = compared(store, new_one, "dv-moi", 2024, 2025, (struct compare_wish){ .boundary_now = true });
	check_cell(sheet_cell(&sheet, 0, 1), "30.000");
	sheet_release(&sheet);
	works(change_integer(store, ENTITY_FIGURE, id, FIGURE_WITH_PREDECESSORS, FIGURE_WITH_PREDECESSORS_NO, &err),
		&err);
	sheet = compared(store, new_one, "dv-moi", 2024, 2025, (struct compare_wish){ .boundary_now = true });
	check_cell(sheet_cell(&sheet, 0, 1), "35.000*");
	sheet_release(&sheet);
	store_close(store);
}

static void
a_break_marks_the_series_and_refuses_the_change(void **state)
{
	struct store *store = example(state);
	int64_t metric = uid(store, ENTITY_METRIC, "tong-dv"), unit = uid(store, ENTITY_UNIT, "ldld-cao-bang");
	type(store, unit, metric, period_year(2024), FIGURE_KIND_RESULT, "40.000");
	type(store, unit, metric, period_year(2025), FIGURE_KIND_RESULT, "20.000");
	struct sheet sheet = compared(store, unit, "tong-dv", 2024, 2025, (struct compare_wish){ 0 });
	check_cell(sheet_cell(&sheet, 0, 1), "¦ 20.000");
	check_cell(sheet_cell(&sheet, 0, 2), "…");
	check_int(sheet.note_count, 1);
	sheet_release(&sheet);
	store_close(store);
}

/* ---- units ---- */

static void
the_page_of_a_merged_unit_tells_whom_it_carries_on(void **state)
{
	struct store *store = example(state);
	struct unit_page page;
	struct err err = { 0 };
	works(unit_page_read(&page, store, uid(store, ENTITY_UNIT, "ldld-hung-yen-2025"), 2025, &err), &err);
	check_text(page.name, "LĐLĐ tỉnh Hưng Yên");
	check_text(page.parent, "Tổng LĐLĐ Việt Nam");
	check_int(page.predecessor_count, 2);
	check_text(page.predecessors[0].left, "LĐLĐ tỉnh Hưng Yên (cũ)");
	check_text(page.predecessors[0].right, "… – 30/6/2025");
	check_text(page.predecessors[1].left, "LĐLĐ tỉnh Thái Bình");
	check_int(page.cluster_count, 1);
	check_text(page.clusters[0].left, "(Thái Bình) Cụm số 3 – LĐLĐ các tỉnh ĐBSH");
	check_text(page.roles[0].left, "(Thái Bình) cụm phó 2025, suy tôn");
	unit_page_release(&page);
	store_close(store);
}

static void
a_unit_is_found_by_any_spelling_of_its_name(void **state)
{
	struct store *store = example(state);
	static const char *const spellings[] = { "dak lak", "Đăk Lăk", "Đắc Lắc", "ĐẮK LẮK", "ldld tinh dak lak" };
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		struct unit_row *rows;
		size_t count, total;
		struct err err = { 0 };
		works(units_read(&rows, &count, &total, store, spellings[i], 2024, 10, &err), &err);
		check_int(count, 2);
		check_text(rows[0].full_name, "Liên đoàn Lao động tỉnh Đắk Lắk");
		unit_rows_release(rows, count);
	}
	store_close(store);
}

static void
units_of_one_name_are_told_apart_in_the_list(void **state)
{
	struct store *store = example(state);
	struct unit_row *rows;
	size_t count, total, marked = 0;
	struct err err = { 0 };
	works(units_read(&rows, &count, &total, store, "", 2024, 1000, &err), &err);
	for (size_t i = 0; i < count; i++) {
		check(i == 0 || strcmp(rows[i].name, rows[i - 1].name) != 0);
		marked += strstr(rows[i].name, "(cũ)") != NULL;
	}
	check_int((int64_t)marked, 23);
	unit_rows_release(rows, count);
	store_close(store);
}

#define READER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		READER(home_shows_each_cluster_with_owner_members_leader_and_deputy),
		READER(members_stand_under_the_names_of_their_year_with_their_successors),
		READER(a_member_without_a_known_beginning_is_uncertain_in_a_year_no_source_attests),
		READER(units_that_ended_are_no_members_of_a_later_year),
		READER(the_matrix_says_leader_deputy_member_and_unknown),
		READER(before_the_meeting_the_deputy_is_suggested_as_leader_with_the_reason),
		READER(where_the_owner_appoints_nothing_is_suggested),
		READER(the_grid_shows_the_reported_totals_with_qualifier_coverage_and_scale),
		READER(sums_say_of_how_many_and_differ_only_when_nobody_is_missing),
		READER(a_unit_that_was_not_asked_leaves_the_denominator),
		READER(a_figure_taken_out_is_gone_and_comes_back_by_undo),
		READER(a_figure_that_moved_on_is_not_overwritten),
		READER(x_of_a_plan_y_stores_result_and_plan),
		READER(a_paper_that_said_otherwise_is_marked_and_the_chosen_source_agrees),
		READER(years_are_compared_with_difference_and_percent),
		READER(a_part_of_the_year_is_never_compared_with_a_whole_one),
		READER(the_sum_of_members_and_the_same_units_are_two_comparisons),
		READER(under_todays_boundaries_the_predecessors_are_added),
		READER(nobody_knows_whether_the_successor_includes_its_predecessors_so_the_total_is_refused),
		READER(a_break_marks_the_series_and_refuses_the_change),
		READER(the_page_of_a_merged_unit_tells_whom_it_carries_on),
		READER(a_unit_is_found_by_any_spelling_of_its_name),
		READER(units_of_one_name_are_told_apart_in_the_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
