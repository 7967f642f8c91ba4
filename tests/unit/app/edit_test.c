/* What the door does with every record: cleans it, holds it to itself and its key, refuses, deletes. */
#include "base/mem.h"
#include "office.h"
#include <stdlib.h>

static void
two_phases_are_never_of_one_day(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	struct record phase = new_phase(o.owner, "Tên mới", "2020", NULL, 0);

	refused(put(o.store, &phase, NULL, &err), &err, ERR_INVALID, "Tổng LĐLĐ");
	record_release(&phase);
	store_close(o.store);
}

static void
a_boundary_between_phases_moves_in_one_sheaf(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	struct sheaf base = { 0 }, sheaf = { 0 };
	struct change *change;

	works(sheaf_read(&sheaf, o.store, ENTITY_UNIT, o.b, &err), &err);
	struct part_list *phases = &sheaf.lists[0];
	record_set_text(&phases->records[0], PHASE_TO, "2010-12-31");
	phases->records = mem_resize(phases->records, 2, sizeof *phases->records);
	phases->records[1] = new_phase(0, "LĐLĐ tỉnh Nam Định mới", "2011", NULL, o.owner);
	phases->count = phases->capacity = 2;
	works(change_begin(&change, o.store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, &sheaf, NULL, NULL, &err), &err);
	works(change_commit(change, &err), &err);
	sheaf_release(&sheaf);

	works(sheaf_read(&base, o.store, ENTITY_UNIT, o.b, &err), &err);
	works(sheaf_read(&sheaf, o.store, ENTITY_UNIT, o.b, &err), &err);
	check_int(sheaf.lists[0].count, 2);
	record_set_text(&sheaf.lists[0].records[0], PHASE_TO, "2014-12-31");
	record_set_text(&sheaf.lists[0].records[1], PHASE_FROM, "2015");
	works(change_begin(&change, o.store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, &sheaf, &base, NULL, &err), &err);
	record_set_text(&sheaf.lists[0].records[0], PHASE_TO, "2016-12-31");
	refused(edit_put_sheaf(change, &sheaf, &base, NULL, &err), &err, ERR_INVALID, "Nam Định");
	works(change_commit(change, &err), &err);
	char *to = text_of(o.store, ENTITY_PHASE, sheaf.lists[0].records[0].id, PHASE_TO);
	check_text(to, "2014-12-31");
	free(to);
	sheaf_release(&sheaf);
	sheaf_release(&base);
	store_close(o.store);
}

static void
codes_and_uids_never_change(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t metric = add(o.store, new_metric("luong", "Lương", 0));

	refused(change_text(o.store, ENTITY_METRIC, metric, METRIC_CODE, "luong-2", &err), &err, ERR_INVALID,
		"“luong”");
	refused(change_text(o.store, ENTITY_METRIC, metric, METRIC_UID, "luong-2", &err), &err, ERR_INVALID,
		"không đổi được");
	refused(change_text(o.store, ENTITY_ROLE, o.leader, ROLE_CODE, "x", &err), &err, ERR_INVALID, "“truong”");
	store_close(o.store);
}

static void
references_point_to_what_is_there(void **state)
{
	struct office o = open_office(state);
	int64_t metric = add(o.store, new_metric("dv", "Đoàn viên", 0));
	struct record alias = record_new(ENTITY_ALIAS), citation = record_new(ENTITY_CITATION);

	refuse_put(&o, new_figure(9999, metric, period_year(2024), 1), ERR_INVALID, FIGURE_SUBJECT,
		"không có bản ghi này");
	refuse_put(&o, new_figure(o.a, 9999, period_year(2024), 1), ERR_INVALID, FIGURE_METRIC, "không có bản ghi này");
	refuse_put(&o, new_figure(o.a, metric, INT64_C(202499001), 1), ERR_INVALID, FIGURE_PERIOD, "kỳ theo ngày");
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, o.cluster);
	record_set_text(&alias, ALIAS_TEXT, "Hà Nam cũ");
	refuse_put(&o, alias, ERR_INVALID, ALIAS_RECORD, "không có bản ghi này");
	record_set_integer(&citation, CITATION_DOCUMENT, add_document(o.store, "Báo cáo"));
	record_set_integer(&citation, CITATION_ENTITY, ENTITY_FIGURE);
	record_set_integer(&citation, CITATION_RECORD, 77);
	refuse_put(&o, citation, ERR_INVALID, CITATION_RECORD, "không có bản ghi này");
	store_close(o.store);
}

static void
a_key_is_there_once(void **state)
{
	struct office o = open_office(state);
	int64_t metric = add(o.store, new_metric("dv", "Đoàn viên", 0));

	add(o.store, new_figure(o.a, metric, period_year(2024), 1));
	refuse_put(
		&o, new_figure(o.a, metric, period_year(2024), 2), ERR_NOT_ALLOWED, FIGURE_SUBJECT, "Sổ đã có số liệu");
	struct record plan = new_figure(o.a, metric, period_year(2024), 2);
	record_set_integer(&plan, FIGURE_KIND, FIGURE_KIND_ASSIGNED);
	add(o.store, plan);
	store_close(o.store);
}

static void
hostile_text_is_refused_with_its_field_and_place(void **state)
{
	static const char *const texts[] = { "abc\x1b[31m", "abc\xe2\x80\xae", "abc\xff", "abc\xf3\xa0\x81\x81" };
	struct office o = open_office(state);

	for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
		struct record person = record_new(ENTITY_PERSON);
		record_set_text(&person, PERSON_NAME, texts[i]);
		refuse_put(&o, person, ERR_INVALID, PERSON_NAME, "“Họ tên”, chữ thứ 4");
	}
	struct record person = record_new(ENTITY_PERSON);
	record_set_text(&person, PERSON_NAME, "  Nguye\xcc\x82\xcc\x83n\xc2\xa0Lan ");
	record_set_text(&person, PERSON_NOTE, "một\r\nhai");
	int64_t id = add(o.store, person);
	char *name = text_of(o.store, ENTITY_PERSON, id, PERSON_NAME),
	     *note = text_of(o.store, ENTITY_PERSON, id, PERSON_NOTE);
	check_text(name, "Nguyễn Lan");
	check_text(note, "một\nhai");
	free(name);
	free(note);
	store_close(o.store);
}

static void
what_others_refer_to_is_not_deleted(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };

	refused(remove_record(o.store, ENTITY_UNIT, o.a, &err), &err, ERR_NOT_ALLOWED, "gộp bản ghi");
	refused(remove_record(o.store, ENTITY_UNIT, o.owner, &err), &err, ERR_NOT_ALLOWED, "“Cụm thi đua số 3”");
	refused(remove_record(o.store, ENTITY_BOOK, 1, &err), &err, ERR_NOT_ALLOWED, "nhật ký");
	check(is_there(o.store, ENTITY_UNIT, o.a));
	store_close(o.store);
}

static void
parts_citations_and_aliases_go_with_a_record(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t alone = add_unit(o.store, NULL, "Sở Nội vụ", NULL, NULL);
	struct record alias = record_new(ENTITY_ALIAS), citation = record_new(ENTITY_CITATION);

	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, alone);
	record_set_text(&alias, ALIAS_TEXT, "SNV");
	add(o.store, alias);
	int64_t document = add_document(o.store, "Báo cáo");
	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, ENTITY_UNIT);
	record_set_integer(&citation, CITATION_RECORD, alone);
	add(o.store, citation);
	refused(remove_record(o.store, ENTITY_DOCUMENT, document, &err), &err, ERR_NOT_ALLOWED, "Báo cáo");
	size_t phases = count_of(o.store, ENTITY_PHASE);
	works(remove_record(o.store, ENTITY_UNIT, alone, &err), &err);
	check_int(count_of(o.store, ENTITY_PHASE), phases - 1);
	check_int(count_of(o.store, ENTITY_ALIAS), 0);
	check_int(count_of(o.store, ENTITY_CITATION), 0);
	store_close(o.store);
}

static void
the_only_name_of_a_unit_stays(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t *ids;
	size_t count;

	works(record_parts(&ids, &count, o.store, ENTITY_PHASE, o.a, &err), &err);
	refused(remove_record(o.store, ENTITY_PHASE, ids[0], &err), &err, ERR_NOT_ALLOWED, "tên duy nhất");
	free(ids);
	store_close(o.store);
}

static void
a_record_that_moved_on_is_a_conflict(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t id = add_person(o.store, "Trần Thị Lan"), gone = add_person(o.store, "Trần Thị Mai");
	struct record mine = stored(o.store, ENTITY_PERSON, id), lost = stored(o.store, ENTITY_PERSON, gone);

	works(change_text(o.store, ENTITY_PERSON, id, PERSON_PHONE, "0912", &err), &err);
	works(remove_record(o.store, ENTITY_PERSON, gone, &err), &err);
	record_set_text(&mine, PERSON_NAME, "");
	refused(put(o.store, &mine, NULL, &err), &err, ERR_CONFLICT, "vừa sửa");
	refused(put(o.store, &lost, NULL, &err), &err, ERR_CONFLICT, "đã xóa");
	record_release(&mine);
	record_release(&lost);
	store_close(o.store);
}

static void
a_part_that_others_changed_stays_when_it_was_left_alone(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	struct sheaf base = { 0 }, mine = { 0 };
	struct change *change;

	works(sheaf_read(&base, o.store, ENTITY_UNIT, o.a, &err), &err);
	works(sheaf_read(&mine, o.store, ENTITY_UNIT, o.a, &err), &err);
	int64_t phase = mine.lists[0].records[0].id;
	works(change_text(o.store, ENTITY_PHASE, phase, PHASE_NOTE, "của người khác", &err), &err);
	record_set_text(&mine.record, UNIT_PHONE, "0226");
	works(change_begin(&change, o.store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, &mine, &base, NULL, &err), &err);
	works(change_commit(change, &err), &err);
	char *note = text_of(o.store, ENTITY_PHASE, phase, PHASE_NOTE);
	char *phone = text_of(o.store, ENTITY_UNIT, o.a, UNIT_PHONE);
	check_text(note, "của người khác");
	check_text(phone, "0226");
	free(note);
	free(phone);
	sheaf_release(&base);
	sheaf_release(&mine);
	store_close(o.store);
}

static void
advice_is_given_without_writing(void **state)
{
	struct office o = open_office(state);
	struct notices notices = { 0 };
	struct err err = { 0 };
	struct record term = new_term(o.cluster, 2019, o.leader, o.b);

	works(edit_advise(o.store, &term, &notices, &err), &err);
	check_int(notices.count, 1);
	check(strstr(notices.sentences[0], "thành viên") != NULL);
	check_int(count_of(o.store, ENTITY_TERM), 0);
	notices_release(&notices);
	record_release(&term);
	store_close(o.store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(two_phases_are_never_of_one_day),
		T(a_boundary_between_phases_moves_in_one_sheaf),
		T(codes_and_uids_never_change),
		T(references_point_to_what_is_there),
		T(a_key_is_there_once),
		T(hostile_text_is_refused_with_its_field_and_place),
		T(what_others_refer_to_is_not_deleted),
		T(parts_citations_and_aliases_go_with_a_record),
		T(the_only_name_of_a_unit_stays),
		T(a_record_that_moved_on_is_a_conflict),
		T(a_part_that_others_changed_stays_when_it_was_left_alone),
		T(advice_is_given_without_writing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
