/* What the grid of figures stores: single cells, blocks as one change, conflicts, sources, the sets of metrics. */
#include "app/figures.h"
#include "office.h"
#include <stdlib.h>

struct desk {
	struct office office;
	int64_t metric, money;
	period year;
};

static struct desk
open_desk(void **state)
{
	struct desk desk = { .office = open_office(state), .year = period_year(2024) };
	struct record metric = new_metric("dv-moi", "Đoàn viên phát triển mới", 0);
	desk.metric = add(desk.office.store, metric);
	struct record money = new_metric("mai-am-tien", "Kinh phí mái ấm", 0);
	record_set_text(&money, METRIC_MEASURE, "đồng");
	desk.money = add(desk.office.store, money);
	return desk;
}

static struct figure_key
key_of(const struct desk *desk, int64_t subject, int64_t metric)
{
	return (struct figure_key){ subject, metric, desk->year, FIGURE_KIND_RESULT };
}

static struct entry
entry_of(struct desk *desk, int64_t metric, const char *typed)
{
	struct figure_column column = { 0 };
	struct entry entry;
	struct err err = { 0 };
	works(figure_column_read(&column, desk->office.store, metric, &err), &err);
	works(entry_read(&entry, typed, &column.facts, &err), &err);
	figure_column_release(&column);
	return entry;
}

static bool
put_typed(struct desk *desk, int64_t subject, int64_t metric, const char *typed, int64_t source, int64_t rev,
	struct err *err)
{
	struct entry entry = entry_of(desk, metric, typed);
	bool done = figure_put(desk->office.store, key_of(desk, subject, metric), &entry, source, rev, NULL, err);
	entry_release(&entry);
	return done;
}

static int64_t
figure_of(struct desk *desk, int64_t subject, int64_t metric)
{
	int64_t id;
	struct err err = { 0 };
	works(figure_find(&id, desk->office.store, key_of(desk, subject, metric), &err), &err);
	return id;
}

static int64_t
rev_of(struct desk *desk, int64_t figure)
{
	struct record record = stored(desk->office.store, ENTITY_FIGURE, figure);
	int64_t rev = record.rev;
	record_release(&record);
	return rev;
}

static void
a_typed_figure_is_stored_with_its_qualifier_words_and_origin(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	works(put_typed(&desk, desk.office.a, desk.metric, "hơn 6.500", 0, 0, &err), &err);
	int64_t figure = figure_of(&desk, desk.office.a, desk.metric);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_VALUE), 6500);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_QUALIFIER), QUALIFIER_MORE_THAN);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_ORIGIN), FIGURE_ORIGIN_UNIT);
	char *words = text_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_WORDS);
	check_text(words, "hơn 6.500");
	free(words);
	works(put_typed(&desk, desk.office.cluster, desk.metric, "202", 0, 0, &err), &err);
	figure = figure_of(&desk, desk.office.cluster, desk.metric);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_ORIGIN), FIGURE_ORIGIN_CLUSTER);
	store_close(desk.office.store);
}

static void
the_chosen_source_is_cited_once_with_what_was_typed(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	int64_t source = add_document(desk.office.store, "Báo cáo năm 2024");
	works(put_typed(&desk, desk.office.a, desk.metric, "12", source, 0, &err), &err);
	int64_t figure = figure_of(&desk, desk.office.a, desk.metric);
	check_int(count_of(desk.office.store, ENTITY_CITATION), 1);
	works(put_typed(&desk, desk.office.a, desk.metric, "13", source, rev_of(&desk, figure), &err), &err);
	check_int(count_of(desk.office.store, ENTITY_CITATION), 1);
	struct str told = { 0 };
	works(figure_told(&told, desk.office.store, figure, &err), &err);
	check_text(str_text(&told), "13 người · nguồn: Báo cáo năm 2024");
	str_release(&told);
	store_close(desk.office.store);
}

static void
a_source_that_says_otherwise_than_the_settled_figure_is_cited_as_differing(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	int64_t old_paper = add_document(desk.office.store, "Báo cáo quý"),
		paper = add_document(desk.office.store, "Bài báo");
	works(put_typed(&desk, desk.office.a, desk.metric, "12", old_paper, 0, &err), &err);
	struct record figure = stored(desk.office.store, ENTITY_FIGURE, figure_of(&desk, desk.office.a, desk.metric));
	struct record said = record_copy(&figure);
	record_set_integer(&said, FIGURE_VALUE, 15);
	record_set_text(&said, FIGURE_WORDS, "hơn 15");
	works(figure_record_put(desk.office.store, &figure, paper, &said, NULL, &err), &err);
	struct record citation = stored(desk.office.store, ENTITY_CITATION, 2);
	check_int(record_integer(&citation, CITATION_DOCUMENT, 0), paper);
	check_int(record_integer(&citation, CITATION_AGREES, 0), CITATION_AGREES_DIFFERS);
	check_text(record_text(&citation, CITATION_QUOTE), "hơn 15");
	record_release(&citation);
	citation = stored(desk.office.store, ENTITY_CITATION, 1);
	check_int(record_integer(&citation, CITATION_AGREES, 0), CITATION_AGREES_AGREES);
	record_release(&citation);
	/* Settled the other way, the paper vouches for the figure and the older one no longer does. */
	works(figure_record_put(desk.office.store, &said, paper, &said, NULL, &err), &err);
	check_int(integer_of(desk.office.store, ENTITY_CITATION, 2, CITATION_AGREES), CITATION_AGREES_AGREES);
	check_int(integer_of(desk.office.store, ENTITY_CITATION, 1, CITATION_AGREES), CITATION_AGREES_DIFFERS);
	record_release(&figure);
	record_release(&said);
	store_close(desk.office.store);
}

static void
a_figure_that_moved_on_is_a_conflict_and_stays(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	works(put_typed(&desk, desk.office.a, desk.metric, "12", 0, 0, &err), &err);
	refused(put_typed(&desk, desk.office.a, desk.metric, "13", 0, 0, &err), &err, ERR_CONFLICT, "Người khác");
	int64_t figure = figure_of(&desk, desk.office.a, desk.metric);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, figure, FIGURE_VALUE), 12);
	store_close(desk.office.store);
}

static void
a_dash_takes_the_figure_out_and_undo_brings_it_back(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	works(put_typed(&desk, desk.office.a, desk.metric, "12", 0, 0, &err), &err);
	int64_t figure = figure_of(&desk, desk.office.a, desk.metric);
	works(put_typed(&desk, desk.office.a, desk.metric, "-", 0, rev_of(&desk, figure), &err), &err);
	check_int(figure_of(&desk, desk.office.a, desk.metric), 0);
	works(undo_last(desk.office.store, &err), &err);
	check_int(figure_of(&desk, desk.office.a, desk.metric), figure);
	store_close(desk.office.store);
}

static void
a_block_is_one_change_with_one_undo(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	struct figure_wish wishes[] = {
		{ key_of(&desk, desk.office.a, desk.metric), entry_of(&desk, desk.metric, "1"), 0 },
		{ key_of(&desk, desk.office.b, desk.metric), entry_of(&desk, desk.metric, "2"), 0 },
		{ key_of(&desk, desk.office.a, desk.money), entry_of(&desk, desk.money, "3 tỷ"), 0 },
	};
	works(figures_put(desk.office.store, "paste", wishes, 3, 0, NULL, NULL, &err), &err);
	check_int(count_of(desk.office.store, ENTITY_FIGURE), 3);
	works(undo_last(desk.office.store, &err), &err);
	check_int(count_of(desk.office.store, ENTITY_FIGURE), 0);
	for (size_t i = 0; i < 3; i++)
		entry_release(&wishes[i].entry);
	store_close(desk.office.store);
}

static void
a_block_with_one_conflict_stores_nothing_and_names_the_cell(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	works(put_typed(&desk, desk.office.b, desk.metric, "9", 0, 0, &err), &err);
	struct figure_wish wishes[] = {
		{ key_of(&desk, desk.office.a, desk.metric), entry_of(&desk, desk.metric, "1"), 0 },
		{ key_of(&desk, desk.office.b, desk.metric), entry_of(&desk, desk.metric, "2"), 0 },
	};
	size_t which = 99;
	refused(figures_put(desk.office.store, "paste", wishes, 2, 0, &which, NULL, &err), &err, ERR_CONFLICT,
		"Người khác");
	check_int(which, 1);
	check_int(count_of(desk.office.store, ENTITY_FIGURE), 1);
	store_close(desk.office.store);
}

static void
a_block_over_several_years_and_kinds_is_one_change(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	struct figure_key last_year = { desk.office.a, desk.metric, period_year(2023), FIGURE_KIND_RESULT };
	struct figure_key plan = { desk.office.a, desk.metric, desk.year, FIGURE_KIND_ASSIGNED };
	struct figure_wish wishes[] = {
		{ last_year, entry_of(&desk, desk.metric, "7"), 0 },
		{ plan, entry_of(&desk, desk.metric, "8"), 0 },
	};
	works(figures_put(desk.office.store, "paste", wishes, 2, 0, NULL, NULL, &err), &err);
	int64_t id;
	works(figure_find(&id, desk.office.store, last_year, &err), &err);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, id, FIGURE_VALUE), 7);
	works(figure_find(&id, desk.office.store, plan, &err), &err);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, id, FIGURE_VALUE), 8);
	works(undo_last(desk.office.store, &err), &err);
	check_int(count_of(desk.office.store, ENTITY_FIGURE), 0);
	for (size_t i = 0; i < 2; i++)
		entry_release(&wishes[i].entry);
	store_close(desk.office.store);
}

static void
the_line_of_one_subject_is_read_for_any_period_and_kind(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	struct figure_key key = { desk.office.a, desk.metric, period_year(2023), FIGURE_KIND_ASSIGNED };
	struct entry entry = entry_of(&desk, desk.metric, "hơn 40");
	works(figure_put(desk.office.store, key, &entry, 0, 0, NULL, &err), &err);
	entry_release(&entry);
	struct figure_column columns[2] = { { 0 }, { 0 } };
	works(figure_column_read(&columns[0], desk.office.store, desk.money, &err), &err);
	works(figure_column_read(&columns[1], desk.office.store, desk.metric, &err), &err);
	struct figure_cell cells[2] = { { 0 }, { 0 } };
	works(figure_line_read(cells, desk.office.store, desk.office.a, columns, 2, key.when, key.kind, &err), &err);
	check_int(cells[0].figure, 0);
	check_int(cells[0].cell.kind, CELL_UNKNOWN);
	check_int(cells[1].cell.quantity.amount, 40);
	check_int(cells[1].cell.quantity.qualifier, QUALIFIER_MORE_THAN);
	figure_cells_release(cells, 2);
	works(figure_line_read(cells, desk.office.store, desk.office.a, columns, 2, desk.year, key.kind, &err), &err);
	check_int(cells[1].figure, 0);
	figure_cells_release(cells, 2);
	figure_column_release(&columns[0]);
	figure_column_release(&columns[1]);
	store_close(desk.office.store);
}

static void
x_of_y_of_a_plan_writes_the_plan_too(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	works(metric_slash_put(desk.office.store, desk.metric, METRIC_SLASH_PLAN, &err), &err);
	works(put_typed(&desk, desk.office.a, desk.metric, "12/15", 0, 0, &err), &err);
	int64_t plan;
	works(figure_find(&plan, desk.office.store,
		      (struct figure_key){ desk.office.a, desk.metric, desk.year, FIGURE_KIND_ASSIGNED }, &err),
		&err);
	check_int(integer_of(desk.office.store, ENTITY_FIGURE, plan, FIGURE_VALUE), 15);
	store_close(desk.office.store);
}

static void
a_figure_reads_back_as_the_entry_that_would_write_it_again(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	struct entry entry;
	works(put_typed(&desk, desk.office.a, desk.money, "khoảng 2,1 tỷ", 0, 0, &err), &err);
	works(figure_as_entry(&entry, desk.office.store, figure_of(&desk, desk.office.a, desk.money), &err), &err);
	check_int(entry.quantity.amount, 2100000000);
	check_int(entry.quantity.qualifier, QUALIFIER_ABOUT);
	check_text(entry.words, "khoảng 2,1 tỷ");
	entry_release(&entry);
	refused(figure_as_entry(&entry, desk.office.store, 4711, &err), &err, ERR_NOT_FOUND, "");
	store_close(desk.office.store);
}

static void
the_first_chosen_metric_keeps_those_shown_before(void **state)
{
	struct desk desk = open_desk(state);
	struct err err = { 0 };
	int64_t metrics[] = { desk.metric, desk.money };
	works(cluster_metrics_put(desk.office.store, desk.office.cluster, metrics, 2, 2024, &err), &err);
	check_int(count_of(desk.office.store, ENTITY_CLUSTER_METRIC), 2);
	works(cluster_metrics_put(desk.office.store, desk.office.cluster, metrics, 2, 2025, &err), &err);
	check_int(count_of(desk.office.store, ENTITY_CLUSTER_METRIC), 2);
	struct figure_grid grid;
	works(figure_grid_read(&grid, desk.office.store, desk.office.cluster, desk.year, FIGURE_KIND_RESULT, &err),
		&err);
	check_int(grid.column_count, 2);
	figure_grid_release(&grid);
	store_close(desk.office.store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_typed_figure_is_stored_with_its_qualifier_words_and_origin, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			the_chosen_source_is_cited_once_with_what_was_typed, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_source_that_says_otherwise_than_the_settled_figure_is_cited_as_differing, make_folder,
			remove_folder),
		cmocka_unit_test_setup_teardown(
			a_figure_that_moved_on_is_a_conflict_and_stays, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_dash_takes_the_figure_out_and_undo_brings_it_back, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_block_is_one_change_with_one_undo, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_block_with_one_conflict_stores_nothing_and_names_the_cell, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_block_over_several_years_and_kinds_is_one_change, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			the_line_of_one_subject_is_read_for_any_period_and_kind, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(x_of_y_of_a_plan_writes_the_plan_too, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_figure_reads_back_as_the_entry_that_would_write_it_again, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			the_first_chosen_metric_keeps_those_shown_before, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
