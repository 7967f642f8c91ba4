/* gộp bản ghi: everything moves, one change, one undo. */
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

static void
a_unit_merges_with_all_that_spoke_of_it(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t owner = add_unit(store, NULL, "Tổng LĐLĐ", NULL, NULL),
		cluster = add_cluster(store, NULL, "Cụm 3", owner);
	int64_t unknown = add_unit(store, NULL, "LĐLĐ tỉnh (chưa rõ tỉnh)", NULL, NULL);
	int64_t known = add_unit(store, NULL, "LĐLĐ tỉnh Bắc Ninh", NULL, NULL);
	int64_t metric = add(store, new_metric("dv", "Đoàn viên", 0)), document = add_document(store, "Bài báo");
	int64_t member = add_member(store, cluster, unknown, NULL, NULL);
	int64_t figure = add(store, new_figure(unknown, metric, period_year(2024), 7));
	struct record citation = record_new(ENTITY_CITATION), alias = record_new(ENTITY_ALIAS);

	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, ENTITY_UNIT);
	record_set_integer(&citation, CITATION_RECORD, unknown);
	int64_t cited = add(store, citation);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, unknown);
	record_set_text(&alias, ALIAS_TEXT, "CĐ tỉnh");
	add(store, alias);
	char *before = exported_all(store);

	works(edit_merge(store, ENTITY_UNIT, unknown, known, NULL, NULL, &err), &err);
	check(!is_there(store, ENTITY_UNIT, unknown));
	check_int(integer_of(store, ENTITY_MEMBERSHIP, member, MEMBERSHIP_UNIT), known);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_SUBJECT), known);
	check_int(integer_of(store, ENTITY_CITATION, cited, CITATION_RECORD), known);
	enum entity_id kind;
	int64_t id;
	works(find_one(&kind, &id, store, ENTITY_UNIT, false, "LĐLĐ tỉnh (chưa rõ tỉnh)", NULL, &err), &err);
	check_int(id, known);
	works(find_one(&kind, &id, store, ENTITY_UNIT, false, "CĐ tỉnh", NULL, &err), &err);
	check_int(id, known);
	works(undo_last(store, &err), &err);
	char *after = exported_all(store);
	check_text(after, before);
	check(is_there(store, ENTITY_UNIT, unknown));
	free(before);
	free(after);
	store_close(store);
}

static bool
answer(void *to, const struct record *of_into, const struct record *of_from)
{
	(void)of_into;
	(void)of_from;
	return *(bool *)to;
}

static void
of_two_figures_with_one_key_the_answer_decides(void **state)
{
	for (int keep = 0; keep < 2; keep++) {
		struct store *store = make_book(*state, keep ? "a.db" : "b.db", "hoa");
		struct err err = { 0 };
		int64_t from = add_unit(store, NULL, "Một", NULL, NULL),
			into = add_unit(store, NULL, "Hai", NULL, NULL);
		int64_t metric = add(store, new_metric("dv", "Đoàn viên", 0));
		int64_t gone = add(store, new_figure(from, metric, period_year(2024), 7));
		int64_t stays = add(store, new_figure(into, metric, period_year(2024), 8));
		int64_t moved = add(store, new_figure(from, metric, period_year(2023), 5));
		struct record citation = record_new(ENTITY_CITATION);
		record_set_integer(&citation, CITATION_DOCUMENT, add_document(store, "Báo cáo"));
		record_set_integer(&citation, CITATION_ENTITY, ENTITY_FIGURE);
		record_set_integer(&citation, CITATION_RECORD, gone);
		int64_t cited = add(store, citation);
		char *before = exported_all(store);
		bool yes = keep != 0;

		refused(edit_merge(store, ENTITY_UNIT, from, into, NULL, NULL, &err), &err, ERR_NOT_ALLOWED,
			"Đoàn viên 2024 của Hai");
		works(edit_merge(store, ENTITY_UNIT, from, into, answer, &yes, &err), &err);
		check(!is_there(store, ENTITY_FIGURE, gone));
		check_int(integer_of(store, ENTITY_FIGURE, stays, FIGURE_VALUE), keep ? 8 : 7);
		check_int(integer_of(store, ENTITY_FIGURE, moved, FIGURE_SUBJECT), into);
		check_int(integer_of(store, ENTITY_CITATION, cited, CITATION_RECORD), stays);
		works(undo_last(store, &err), &err);
		char *after = exported_all(store);
		check_text(after, before);
		free(before);
		free(after);
		store_close(store);
	}
}

static void
predecessor_and_successor_are_not_one(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t old = add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, "2025-06-30");
	int64_t new = add_unit(store, NULL, "LĐLĐ tỉnh Ninh Bình", "2025-07-01", NULL);
	struct record succession = record_new(ENTITY_SUCCESSION);

	record_set_integer(&succession, SUCCESSION_PREDECESSOR, old);
	record_set_integer(&succession, SUCCESSION_SUCCESSOR, new);
	record_set_integer(&succession, SUCCESSION_KIND, SUCCESSION_KIND_MERGER);
	record_set_text(&succession, SUCCESSION_DATE, "2025-07-01");
	add(store, succession);
	refused(edit_merge(store, ENTITY_UNIT, old, new, NULL, NULL, &err), &err, ERR_NOT_ALLOWED, "kế thừa");
	refused(edit_merge(store, ENTITY_UNIT, old, old, NULL, NULL, &err), &err, ERR_INVALID, "chính nó");
	check(is_there(store, ENTITY_UNIT, old));
	store_close(store);
}

static void
metrics_merge_in_one_scale(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "Một", NULL, NULL);
	int64_t from = add(store, new_metric("luong-1", "Lương", 0)),
		into = add(store, new_metric("luong-2", "Lương tháng", 2));
	int64_t figure = add(store, new_figure(unit, from, period_year(2024), 7));
	char *before = exported_all(store);

	works(edit_merge(store, ENTITY_METRIC, from, into, NULL, NULL, &err), &err);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 700);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_METRIC), into);
	works(undo_last(store, &err), &err);
	char *after = exported_all(store);
	check_text(after, before);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 7);
	free(before);
	free(after);
	store_close(store);
}

static void
people_merge_with_posts_and_terms(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t from = add_person(store, "Nguyen Thi Lan"), into = add_person(store, "Nguyễn Thị Lan");
	struct record post = record_new(ENTITY_POST);

	record_set_integer(&post, POST_PERSON, from);
	record_set_integer(&post, POST_UNIT, add_unit(store, NULL, "Một", NULL, NULL));
	record_set_text(&post, POST_TITLE, "Chủ tịch");
	int64_t id = add(store, post);
	works(edit_merge(store, ENTITY_PERSON, from, into, NULL, NULL, &err), &err);
	check_int(integer_of(store, ENTITY_POST, id, POST_PERSON), into);
	check_int(count_of(store, ENTITY_ALIAS), 0);
	store_close(store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(a_unit_merges_with_all_that_spoke_of_it),
		T(of_two_figures_with_one_key_the_answer_decides),
		T(predecessor_and_successor_are_not_one),
		T(metrics_merge_in_one_scale),
		T(people_merge_with_posts_and_terms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
