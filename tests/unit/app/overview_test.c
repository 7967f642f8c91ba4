/* A cluster at a glance and its papers, on the example book. */
#include "app/cluster_papers.h"
#include "app/lacking.h"
#include "app/member_heads.h"
#include "app/overview.h"
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
cluster(struct store *store, const char *uid)
{
	int64_t id;
	struct err err = { 0 };
	works(record_find_uid(&id, store, ENTITY_CLUSTER, uid, &err), &err);
	check(id);
	return id;
}

static void
the_overview_names_roles_reports_last_meeting_and_next_covenant(void **state)
{
	struct store *store = example(state);
	struct overview overview;
	struct err err = { 0 };
	works(overview_read(&overview, store, cluster(store, "cum-3-dbsh"), 2024, &err), &err);
	check_int(overview.roles.term_count, 4);
	check_text(overview.roles.terms[0].person, "Trịnh Thị Thoa");
	check_text(overview.roles.terms[3].unit_name, "LĐLĐ tỉnh Thái Bình");
	check_text(overview.reports.text, "chưa mở đợt nào cho năm 2024 · có số liệu của 0/5 đơn vị");
	check(text_starts(overview.meeting.text, "Tổng kết 2024 · 07/12/2024 · TP Phủ Lý, tỉnh Hà Nam · "));
	check_text(overview.covenant.text, "đã ký 07/12/2024 · 5/5 đơn vị · chủ đề: …");
	check_int(overview.covenant_year, 2025);
	check_int(overview.metrics.row_count, 5);
	overview_release(&overview);
	store_close(store);
}

static void
a_year_without_anything_says_what_the_book_does_not_know(void **state)
{
	struct store *store = example(state);
	struct overview overview;
	struct err err = { 0 };
	works(overview_read(&overview, store, cluster(store, "cum-3-dbsh"), 2019, &err), &err);
	check_int(overview.roles.term_count, 0);
	check_text(overview.meeting.text, "… · sổ chưa ghi hội nghị nào");
	check_text(overview.covenant.text, "… · sổ chưa ghi giao ước");
	check_int(overview.covenant.record, 0);
	overview_release(&overview);
	refused(overview_read(&overview, store, 4711, 2024, &err), &err, ERR_NOT_FOUND, "cụm");
	store_close(store);
}

static void
results_of_a_member_count_as_reported_unless_they_say_not_yet(void **state)
{
	struct store *store = example(state);
	int64_t id = cluster(store, "cum-3-dbsh"), unit, metric;
	struct err err = { 0 };
	works(record_find_uid(&unit, store, ENTITY_UNIT, "ldld-ha-nam-cu", &err), &err);
	if (!unit) {
		struct members members;
		works(members_read(&members, store, id, 2024, &err), &err);
		unit = members.rows[0].unit;
		members_release(&members);
	}
	works(record_find_uid(&metric, store, ENTITY_METRIC, "dv-moi", &err), &err);
	struct record none = new_figure(unit, metric, period_year(2024), 0);
	record_set_integer(&none, FIGURE_STATUS, FIGURE_STATUS_NOT_YET);
	record_set_none(&none, FIGURE_VALUE);
	record_set_none(&none, FIGURE_QUALIFIER);
	int64_t figure = add(store, none);
	struct overview overview;
	works(overview_read(&overview, store, id, 2024, &err), &err);
	check_text(overview.reports.text, "chưa mở đợt nào cho năm 2024 · có số liệu của 0/5 đơn vị");
	overview_release(&overview);
	works(remove_record(store, ENTITY_FIGURE, figure, &err), &err);
	struct record plan = new_figure(unit, metric, period_year(2024), 9);
	record_set_integer(&plan, FIGURE_KIND, FIGURE_KIND_ASSIGNED);
	add(store, plan);
	works(overview_read(&overview, store, id, 2024, &err), &err);
	check_text(overview.reports.text, "chưa mở đợt nào cho năm 2024 · có số liệu của 0/5 đơn vị");
	overview_release(&overview);
	add(store, new_figure(unit, metric, period_year(2024), 7));
	works(overview_read(&overview, store, id, 2024, &err), &err);
	check_text(overview.reports.text, "chưa mở đợt nào cho năm 2024 · có số liệu của 1/5 đơn vị");
	overview_release(&overview);
	store_close(store);
}

static void
papers_stand_the_latest_first_with_what_is_known(void **state)
{
	struct store *store = example(state);
	int64_t id = cluster(store, "cum-3-dbsh");
	struct papers papers;
	struct err err = { 0 };
	works(papers_read(&papers, store, ENTITY_MEETING, id, 2024, &err), &err);
	check_int(papers.count, 1);
	check_text(papers.rows[0].cells[0], "07/12/2024");
	check_text(papers.rows[0].cells[2], "2024");
	check_text(papers.rows[0].cells[3], "TP Phủ Lý, tỉnh Hà Nam");
	check_int(papers.rows[0].year, 2024);
	papers_release(&papers);
	works(papers_read(&papers, store, ENTITY_COVENANT, id, 2024, &err), &err);
	check_int(papers.count, 1);
	check_text(papers.rows[0].cells[0], "Cả năm 2025");
	check_text(papers.rows[0].cells[1], "đã ký 07/12/2024");
	check_text(papers.rows[0].cells[2], "5");
	check_text(papers.rows[0].cells[4], "…");
	papers_release(&papers);
	works(papers_read(&papers, store, ENTITY_NOMINATION, id, 2024, &err), &err);
	check_int(papers.count, 0);
	papers_release(&papers);
	store_close(store);
}

static void
a_nomination_names_who_is_meant_or_how_many(void **state)
{
	struct store *store = example(state);
	int64_t id = cluster(store, "cum-3-dbsh");
	struct err err = { 0 };
	struct record nomination = record_new(ENTITY_NOMINATION);
	record_set_integer(&nomination, NOMINATION_CLUSTER, id);
	record_set_integer(&nomination, NOMINATION_WORK_YEAR, 2024);
	record_set_integer(&nomination, NOMINATION_COUNT, 12);
	add(store, nomination);
	struct papers papers;
	works(papers_read(&papers, store, ENTITY_NOMINATION, id, 2024, &err), &err);
	check_int(papers.count, 1);
	check_text(papers.rows[0].cells[0], "2024");
	check_text(papers.rows[0].cells[1], "12 tập thể, cá nhân không nêu tên");
	check_text(papers.rows[0].cells[2], "…");
	check_text(papers.rows[0].cells[3], "suy tôn");
	papers_release(&papers);
	store_close(store);
}

static void
what_lacks_is_named_by_metric_and_unit(void **state)
{
	struct store *store = example(state);
	int64_t id = cluster(store, "cum-3-dbsh"), unit, metric;
	struct err err = { 0 };
	struct lacking lacking;
	works(record_find_uid(&unit, store, ENTITY_UNIT, "ldld-ha-nam", &err), &err);
	works(record_find_uid(&metric, store, ENTITY_METRIC, "cdcs-moi", &err), &err);
	add(store, new_figure(unit, metric, period_year(2024), 7));
	works(lacking_read(&lacking, store, id, period_year(2024), &err), &err);
	check_int(lacking.count, 10);
	check_text(lacking.rows[0].name, "CĐCS mới");
	check_int(lacking.rows[0].count, 4);
	check_int(lacking.rows[0].asked, 5);
	check_text(lacking.rows[0].units, "Nam Định, Ninh Bình, Thái Bình, Vĩnh Phúc");
	check_int(lacking.rows[1].count, 5);
	lacking_release(&lacking);
	refused(lacking_read(&lacking, store, 4711, period_year(2024), &err), &err, ERR_NOT_FOUND, "cụm");
	store_close(store);
}

static void
members_have_level_and_head_where_the_book_knows_them(void **state)
{
	struct store *store = example(state);
	struct members members;
	struct member_head *heads;
	struct err err = { 0 };
	works(members_read(&members, store, cluster(store, "cum-3-dbsh"), 2024, &err), &err);
	works(member_heads_read(&heads, &members, store, 2024, &err), &err);
	check_text(heads[0].level, "Tỉnh");
	check_text(heads[0].chair, "Nguyễn Hải Long");
	check_text(heads[1].chair, "");
	member_heads_release(heads, members.count);
	members_release(&members);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_overview_names_roles_reports_last_meeting_and_next_covenant, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_year_without_anything_says_what_the_book_does_not_know, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			results_of_a_member_count_as_reported_unless_they_say_not_yet, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			papers_stand_the_latest_first_with_what_is_known, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_nomination_names_who_is_meant_or_how_many, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(what_lacks_is_named_by_metric_and_unit, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			members_have_level_and_head_where_the_book_knows_them, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
