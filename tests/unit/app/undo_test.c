/* Undo and redo across records, people and restarts. */
#include "app/past.h"
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

static char *
next_name(struct store *store, bool redo)
{
	struct undo_plan plan = { 0 };
	struct err err = { 0 };

	works(undo_plan(&plan, store, redo, 0, &err), &err);
	char *name = mem_copy_text(plan.name);
	undo_plan_release(&plan);
	return name;
}

static void
check_next(struct store *store, bool redo, const char *expected)
{
	char *name = next_name(store, redo);

	check_text(name, expected);
	free(name);
}

static void
every_change_is_undone_and_brought_again_by_name(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, "ha-nam", "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	int64_t metric = add(store, new_metric("dv-moi", "Đoàn viên mới", 0));
	char *before = exported_all(store);
	int64_t figure = add(store, new_figure(unit, metric, period_year(2024), 12));

	check_next(store, false, "Đoàn viên mới 2024 của LĐLĐ tỉnh Hà Nam");
	works(change_integer(store, ENTITY_FIGURE, figure, FIGURE_VALUE, 15, &err), &err);
	works(undo_last(store, &err), &err);
	check_latest(store, "Hoàn tác: Đoàn viên mới 2024 của LĐLĐ tỉnh Hà Nam");
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 12);
	works(undo_last(store, &err), &err);
	check(!is_there(store, ENTITY_FIGURE, figure));
	char *after = exported_all(store);
	check_text(after, before);
	check_next(store, true, "Đoàn viên mới 2024 của LĐLĐ tỉnh Hà Nam");
	works(redo_next(store, &err), &err);
	check_latest(store, "Làm lại: Đoàn viên mới 2024 của LĐLĐ tỉnh Hà Nam");
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 12);
	works(redo_next(store, &err), &err);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 15);
	check_next(store, true, NULL);
	free(before);
	free(after);
	store_close(store);
}

static void
undo_survives_a_restart_and_tells_an_older_session(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t person = add_person(store, "Nguyễn Thị Hoa");

	store_close(store);
	store = reopen_book(*state, "so.db", "hoa");
	struct undo_plan plan = { 0 };
	works(undo_plan(&plan, store, false, INT64_C(4102444800000), &err), &err);
	check_text(plan.name, "Thêm người Nguyễn Thị Hoa");
	check(plan.older_session);
	check(!plan.blocked);
	works(edit_undo(store, plan.change, false, &err), &err);
	check(!is_there(store, ENTITY_PERSON, person));
	undo_plan_release(&plan);
	works(undo_plan(&plan, store, true, 0, &err), &err);
	check_text(plan.name, "Thêm người Nguyễn Thị Hoa");
	check(!plan.older_session);
	undo_plan_release(&plan);
	store_close(store);
}

static void
a_deleted_unit_comes_back_with_its_names_and_id(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, "so-nv", "Sở Nội vụ", "2000", NULL);
	struct record alias = record_new(ENTITY_ALIAS);

	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, unit);
	record_set_text(&alias, ALIAS_TEXT, "SNV");
	add(store, alias);
	char *before = exported_all(store);
	works(remove_record(store, ENTITY_UNIT, unit, &err), &err);
	check_latest(store, "Xóa đơn vị Sở Nội vụ");
	works(undo_last(store, &err), &err);
	check_latest(store, "Hoàn tác: Xóa đơn vị Sở Nội vụ");
	char *after = exported_all(store);
	check_text(after, before);
	check(is_there(store, ENTITY_UNIT, unit));
	works(redo_next(store, &err), &err);
	check(!is_there(store, ENTITY_UNIT, unit));
	free(before);
	free(after);
	store_close(store);
}

static void
nothing_is_undone_when_others_built_on_it(void **state)
{
	struct store *hoa = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t person = add_person(hoa, "Nguyễn Thị Hoa");

	works(change_text(hoa, ENTITY_PERSON, person, PERSON_PHONE, "0912", &err), &err);
	struct record both = stored(hoa, ENTITY_PERSON, person);
	record_set_text(&both, PERSON_PHONE, "0913");
	record_set_text(&both, PERSON_EMAIL, "hoa@x.vn");
	works(put(hoa, &both, NULL, &err), &err);
	record_release(&both);
	struct store *lan = reopen_book(*state, "so.db", "lan");
	works(change_text(lan, ENTITY_PERSON, person, PERSON_PHONE, "0999", &err), &err);

	struct undo_plan plan = { 0 };
	works(undo_plan(&plan, hoa, false, 0, &err), &err);
	check(plan.blocked);
	check_int(plan.others.count, 1);
	check(strstr(plan.others.sentences[0], "lan (") != NULL);
	check(strstr(plan.others.sentences[0], "“Điện thoại” của Nguyễn Thị Hoa") != NULL);
	refused(edit_undo(hoa, plan.change, false, &err), &err, ERR_CONFLICT, "Không hoàn tác được: lan");
	char *mail = text_of(hoa, ENTITY_PERSON, person, PERSON_EMAIL);
	check_text(mail, "hoa@x.vn");
	free(mail);
	works(edit_undo(hoa, plan.change, true, &err), &err);
	mail = text_of(hoa, ENTITY_PERSON, person, PERSON_EMAIL);
	char *phone = text_of(hoa, ENTITY_PERSON, person, PERSON_PHONE);
	check_text(mail, "");
	check_text(phone, "0999");
	free(mail);
	free(phone);
	undo_plan_release(&plan);
	store_close(lan);
	store_close(hoa);
}

static void
an_insert_that_others_refer_to_stays(void **state)
{
	struct store *hoa = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(hoa, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	struct store *lan = reopen_book(*state, "so.db", "lan");
	int64_t metric = add(lan, new_metric("dv", "Đoàn viên", 0));

	add(lan, new_figure(unit, metric, period_year(2024), 3));
	struct undo_plan plan = { 0 };
	works(undo_plan(&plan, hoa, false, 0, &err), &err);
	check_text(plan.name, "Thêm đơn vị LĐLĐ tỉnh Hà Nam");
	check(plan.blocked);
	refused(edit_undo(hoa, plan.change, false, &err), &err, ERR_CONFLICT, "Đoàn viên 2024");
	check(is_there(hoa, ENTITY_UNIT, unit));
	undo_plan_release(&plan);
	store_close(lan);
	store_close(hoa);
}

static void
raising_decimals_is_undone_with_every_figure(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	int64_t metric = add(store, new_metric("luong", "Lương", 1));
	int64_t figure = add(store, new_figure(unit, metric, period_year(2024), 985));

	works(change_integer(store, ENTITY_METRIC, metric, METRIC_DECIMALS, 3, &err), &err);
	works(undo_last(store, &err), &err);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 985);
	check_int(integer_of(store, ENTITY_METRIC, metric, METRIC_DECIMALS), 1);
	works(redo_next(store, &err), &err);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 98500);
	works(change_integer(store, ENTITY_FIGURE, figure, FIGURE_VALUE, 98765, &err), &err);
	works(undo_last(store, &err), &err);
	check_int(integer_of(store, ENTITY_FIGURE, figure, FIGURE_VALUE), 98500);
	store_close(store);
}

static void
the_rules_hold_for_undo_too(void **state)
{
	struct store *hoa = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t owner = add_unit(hoa, NULL, "Tổng LĐLĐ", NULL, NULL), a = add_unit(hoa, NULL, "Đơn vị A", NULL, NULL);
	int64_t b = add_unit(hoa, NULL, "Đơn vị B", NULL, NULL), cluster = add_cluster(hoa, NULL, "Cụm 1", owner);
	int64_t leader = add_role(hoa, "truong", "cụm trưởng", true, true);

	add_member(hoa, cluster, a, NULL, NULL);
	add_member(hoa, cluster, b, NULL, NULL);
	int64_t term = add(hoa, new_term(cluster, 2024, leader, a));
	works(remove_record(hoa, ENTITY_TERM, term, &err), &err);
	struct store *lan = reopen_book(*state, "so.db", "lan");
	add(lan, new_term(cluster, 2024, leader, b));
	refused(undo_last(hoa, &err), &err, ERR_NOT_ALLOWED, "Đơn vị B");
	check(!is_there(hoa, ENTITY_TERM, term));
	store_close(lan);
	store_close(hoa);
}

static void
details_show_old_and_new_in_words(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	int64_t metric = add(store, new_metric("luong", "Lương bình quân", 1));
	int64_t figure = add(store, new_figure(unit, metric, period_year(2024), 74516));
	struct record record = stored(store, ENTITY_FIGURE, figure);
	struct change_head head = { 0 };
	struct past past = { 0 };
	size_t count;

	record_set_integer(&record, FIGURE_VALUE, 74520);
	record_set_integer(&record, FIGURE_QUALIFIER, QUALIFIER_MORE_THAN);
	record_set_integer(&record, FIGURE_PERIOD, period_months(2024, 1, 6));
	record_set_integer(&record, FIGURE_SET_BY, 0);
	record_set_none(&record, FIGURE_SET_BY);
	record_set_text(&record, FIGURE_AS_OF, "2024-06-30");
	works(put(store, &record, NULL, &err), &err);
	record_release(&record);
	works(history_page(&head, 1, &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	works(change_details(&past, store, head.id, 0, &err), &err);
	check_int(past.count, 1);
	struct str all = { 0 };
	for (size_t i = 0; i < past.records[0].field_count; i++) {
		struct past_field *f = &past.records[0].fields[i];
		str_add_format(&all, "%s: %s → %s\n", say(f->field->label), f->before ? f->before : "",
			f->after ? f->after : "");
	}
	check_text(str_text(&all),
		"Kỳ: Cả năm 2024 → 6 tháng đầu năm 2024\nSố: 7.451,6 → 7.452\nMức: đúng → trên\n"
		"Số liệu đến ngày:  → 30/6/2024\n");
	check_text(past.records[0].name, "Lương bình quân 6 tháng đầu năm 2024 của LĐLĐ tỉnh Hà Nam");
	str_release(&all);
	past_release(&past);
	change_head_release(&head);
	store_close(store);
}

static void
undoing_an_undo_brings_the_change_again(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t person = add_person(store, "Nguyễn Thị Hoa");
	struct change_head head = { 0 };
	size_t count;

	works(undo_last(store, &err), &err);
	works(history_page(&head, 1, &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	works(edit_undo(store, head.id, false, &err), &err);
	change_head_release(&head);
	check(is_there(store, ENTITY_PERSON, person));
	check_latest(store, "Làm lại: Thêm người Nguyễn Thị Hoa");
	check_next(store, false, "Thêm người Nguyễn Thị Hoa");
	store_close(store);
}

static void
an_import_is_one_change_and_one_undo(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };

	char *before = exported_all(store);
	works(imported(store, ENTITY_PERSON, "person.csv", "uid,name\na,Nguyễn Văn A\nb,Trần Thị B\n", NULL, &err),
		&err);
	check_latest(store, "Nhập 2 người từ person.csv");
	works(undo_last(store, &err), &err);
	char *after = exported_all(store);
	check_text(after, before);
	free(before);
	free(after);
	store_close(store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(every_change_is_undone_and_brought_again_by_name),
		T(undo_survives_a_restart_and_tells_an_older_session),
		T(a_deleted_unit_comes_back_with_its_names_and_id),
		T(nothing_is_undone_when_others_built_on_it),
		T(an_insert_that_others_refer_to_stays),
		T(raising_decimals_is_undone_with_every_figure),
		T(the_rules_hold_for_undo_too),
		T(details_show_old_and_new_in_words),
		T(undoing_an_undo_brings_the_change_again),
		T(an_import_is_one_change_and_one_undo),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
