/* Every rule of records.md that looks at other records. */
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

/* A cluster with two members, a single role and one that several may hold. */
struct office {
	struct store *store;
	int64_t owner, a, b, cluster, leader, deputy;
};

static struct office
open_office(void **state)
{
	struct office o = { .store = make_book(*state, "so.db", "hoa") };

	o.owner = add_unit(o.store, "tld", "Tổng LĐLĐ", NULL, NULL);
	o.a = add_unit(o.store, "ha-nam", "LĐLĐ tỉnh Hà Nam", NULL, "2025-06-30");
	o.b = add_unit(o.store, "nam-dinh", "LĐLĐ tỉnh Nam Định", "1997", NULL);
	o.cluster = add_cluster(o.store, "cum-3", "Cụm thi đua số 3", o.owner);
	add_member(o.store, o.cluster, o.a, NULL, NULL);
	add_member(o.store, o.cluster, o.b, "2020", NULL);
	o.leader = add_role(o.store, "truong", "cụm trưởng", true, true);
	o.deputy = add_role(o.store, "pho", "cụm phó", false, true);
	return o;
}

static void
refuse_put(struct office *o, struct record record, enum err_kind kind, int field, const char *words)
{
	struct err err = { 0 };
	bool done = put(o->store, &record, NULL, &err);

	check_int(err.field, field < 0 ? 0 : field + 1);
	refused(done, &err, kind, words);
	record_release(&record);
}

static char *
notices_of(struct office *o, struct record record)
{
	struct notices notices = { 0 };
	struct err err = { 0 };
	struct str all = { 0 };

	works(put(o->store, &record, &notices, &err), &err);
	for (size_t i = 0; i < notices.count; i++) {
		str_add_text(&all, i ? "|" : "");
		str_add_text(&all, notices.sentences[i]);
	}
	notices_release(&notices);
	record_release(&record);
	return str_take(&all);
}

static void
check_notice(struct office *o, struct record record, const char *words)
{
	char *all = notices_of(o, record);

	if (!strstr(all, words))
		fail_msg("«%s», expected «%s»", all, words);
	free(all);
}

static void
check_no_notice(struct office *o, struct record record)
{
	char *all = notices_of(o, record);

	check_text(all, "");
	free(all);
}

static void
a_single_role_is_held_by_one_unit_on_a_day(void **state)
{
	struct office o = open_office(state);

	add(o.store, new_term(o.cluster, 2024, o.leader, o.a));
	refuse_put(&o, new_term(o.cluster, 2024, o.leader, o.b), ERR_NOT_ALLOWED, TERM_UNIT, "Hà Nam");
	add(o.store, new_term(o.cluster, 2025, o.leader, o.b));
	add(o.store, new_term(o.cluster, 2024, o.deputy, o.a));
	add(o.store, new_term(o.cluster, 2024, o.deputy, o.b));
	add(o.store, new_term(o.cluster, 0, o.leader, o.b));
	store_close(o.store);
}

static void
a_leader_must_be_a_member_that_year(void **state)
{
	struct office o = open_office(state);

	refuse_put(
		&o, new_term(o.cluster, 2019, o.leader, o.b), ERR_NOT_ALLOWED, TERM_UNIT, "Hãy thêm thành viên trước");
	refuse_put(&o, new_term(o.cluster, 2024, o.leader, o.owner), ERR_NOT_ALLOWED, TERM_UNIT,
		"chưa được ghi là thành viên");
	int64_t guide = add_role(o.store, "chi-dao", "phụ trách cụm", false, false);
	add(o.store, new_term(o.cluster, 2024, guide, o.owner));
	store_close(o.store);
}

static void
memberships_of_a_unit_in_a_cluster_never_overlap(void **state)
{
	struct office o = open_office(state);
	struct record again = record_new(ENTITY_MEMBERSHIP);

	record_set_integer(&again, MEMBERSHIP_CLUSTER, o.cluster);
	record_set_integer(&again, MEMBERSHIP_UNIT, o.b);
	record_set_text(&again, MEMBERSHIP_FROM, "2022");
	struct record before = record_copy(&again);
	record_set_text(&before, MEMBERSHIP_FROM, "2010");
	record_set_text(&before, MEMBERSHIP_TO, "2015");
	struct err err = { 0 };
	refused(put(o.store, &again, NULL, &err), &err, ERR_NOT_ALLOWED, "Nam Định");
	record_release(&again);
	add(o.store, before);
	store_close(o.store);
}

static struct record
new_phase(int64_t subject, const char *name, const char *from, const char *to, int64_t parent)
{
	struct record phase = record_new(ENTITY_PHASE);

	record_set_integer(&phase, PHASE_SUBJECT, subject);
	record_set_text(&phase, PHASE_NAME, name);
	record_set_text(&phase, PHASE_SHORT, name);
	record_set_text(&phase, PHASE_FROM, from);
	record_set_text(&phase, PHASE_TO, to);
	if (parent)
		record_set_integer(&phase, PHASE_PARENT, parent);
	return phase;
}

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
parents_never_form_a_circle(void **state)
{
	struct office o = open_office(state);
	int64_t child = add_unit(o.store, "con", "CĐCS Con", "2000", NULL);
	int64_t *ids;
	size_t count;
	struct err err = { 0 };

	works(record_parts(&ids, &count, o.store, ENTITY_PHASE, child, &err), &err);
	works(change_integer(o.store, ENTITY_PHASE, ids[0], PHASE_PARENT, o.owner, &err), &err);
	free(ids);
	works(record_parts(&ids, &count, o.store, ENTITY_PHASE, o.owner, &err), &err);
	refused(change_integer(o.store, ENTITY_PHASE, ids[0], PHASE_PARENT, child, &err), &err, ERR_INVALID, "");
	free(ids);
	store_close(o.store);
}

static struct record
new_succession(int64_t before, int64_t after, enum choice_number kind, const char *date)
{
	struct record succession = record_new(ENTITY_SUCCESSION);

	record_set_integer(&succession, SUCCESSION_PREDECESSOR, before);
	if (after)
		record_set_integer(&succession, SUCCESSION_SUCCESSOR, after);
	record_set_integer(&succession, SUCCESSION_KIND, kind);
	record_set_text(&succession, SUCCESSION_DATE, date);
	return succession;
}

static void
successions_have_an_order_in_time_and_no_circle(void **state)
{
	struct office o = open_office(state);
	int64_t new = add_unit(o.store, "ninh-binh-moi", "LĐLĐ tỉnh Ninh Bình", "2025-07-01", NULL);

	add(o.store, new_succession(o.a, new, SUCCESSION_KIND_MERGER, "2025-07-01"));
	refuse_put(&o, new_succession(o.a, new, SUCCESSION_KIND_MERGER, "2025-07-01"), ERR_NOT_ALLOWED,
		SUCCESSION_PREDECESSOR, "Sổ đã có");
	struct err err = { 0 };
	struct record back = new_succession(new, o.a, SUCCESSION_KIND_ABSORPTION, "2026");
	check(!put(o.store, &back, NULL, &err));
	err_release(&err);
	record_release(&back);
	struct record early = new_succession(o.b, new, SUCCESSION_KIND_MERGER, "2024-01-01");
	check(!put(o.store, &early, NULL, &err));
	err_release(&err);
	record_release(&early);
	struct record mixed = new_succession(o.cluster, new, SUCCESSION_KIND_MERGER, "2025-07-01");
	refuse_put(&o, mixed, ERR_INVALID, SUCCESSION_SUCCESSOR, "cụm kế thừa cụm");
	store_close(o.store);
}

static void
a_cluster_has_five_main_metrics_a_year(void **state)
{
	struct office o = open_office(state);

	for (int i = 0; i < 6; i++) {
		char code[8];
		snprintf(code, sizeof code, "m%d", i);
		struct record asked = record_new(ENTITY_CLUSTER_METRIC);
		record_set_integer(&asked, CLUSTER_METRIC_CLUSTER, o.cluster);
		record_set_integer(&asked, CLUSTER_METRIC_METRIC, add(o.store, new_metric(code, code, 0)));
		record_set_integer(&asked, CLUSTER_METRIC_FROM_YEAR, 2024);
		record_set_integer(&asked, CLUSTER_METRIC_MAIN, 1);
		struct err err = { 0 };
		bool done = put(o.store, &asked, NULL, &err);
		if (i < 5)
			works(done, &err);
		else
			refused(done, &err, ERR_NOT_ALLOWED, "năm chỉ tiêu chính");
		record_release(&asked);
	}
	store_close(o.store);
}

static void
a_metric_is_never_part_of_its_own_part(void **state)
{
	struct office o = open_office(state);
	int64_t whole = add(o.store, new_metric("tong", "Đoàn viên mới", 0));
	struct record part = new_metric("nu", "Trong đó nữ", 0);

	record_set_integer(&part, METRIC_PART_OF, whole);
	record_set_integer(&part, METRIC_PART_RULE, METRIC_PART_RULE_AMONG);
	int64_t id = add(o.store, part);
	struct record circle = stored(o.store, ENTITY_METRIC, whole);
	record_set_integer(&circle, METRIC_PART_OF, id);
	record_set_integer(&circle, METRIC_PART_RULE, METRIC_PART_RULE_AMONG);
	struct err err = { 0 };
	check(!put(o.store, &circle, NULL, &err));
	check_int(err.kind, ERR_INVALID);
	err_release(&err);
	record_release(&circle);
	store_close(o.store);
}

static void
a_part_above_its_whole_is_noticed_and_stored(void **state)
{
	struct office o = open_office(state);
	int64_t whole = add(o.store, new_metric("tong", "Đoàn viên mới", 0));
	struct record part = new_metric("nu", "Trong đó nữ", 0);

	record_set_integer(&part, METRIC_PART_OF, whole);
	record_set_integer(&part, METRIC_PART_RULE, METRIC_PART_RULE_AMONG);
	int64_t women = add(o.store, part);
	add(o.store, new_figure(o.b, whole, period_year(2024), 100));
	check_notice(&o, new_figure(o.b, women, period_year(2024), 120), "nhiều hơn");
	check_no_notice(&o, new_figure(o.b, women, period_year(2023), 120));
	check_int(count_of(o.store, ENTITY_FIGURE), 3);
	store_close(o.store);
}

static void
decimals_rise_with_every_figure_and_never_fall(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t metric = add(o.store, new_metric("luong", "Lương bình quân", 1));
	int64_t figure = add(o.store, new_figure(o.b, metric, period_year(2024), 985));

	works(change_integer(o.store, ENTITY_METRIC, metric, METRIC_DECIMALS, 3, &err), &err);
	check_int(integer_of(o.store, ENTITY_FIGURE, figure, FIGURE_VALUE), 98500);
	refused(change_integer(o.store, ENTITY_METRIC, metric, METRIC_DECIMALS, 2, &err), &err, ERR_INVALID,
		"không giảm");
	works(change_integer(o.store, ENTITY_FIGURE, figure, FIGURE_VALUE, INT64_C(999999999999999), &err), &err);
	refused(change_integer(o.store, ENTITY_METRIC, metric, METRIC_DECIMALS, 4, &err), &err, ERR_INVALID, "");
	check_int(integer_of(o.store, ENTITY_METRIC, metric, METRIC_DECIMALS), 3);
	check_int(integer_of(o.store, ENTITY_FIGURE, figure, FIGURE_VALUE), INT64_C(999999999999999));
	works(remove_record(o.store, ENTITY_FIGURE, figure, &err), &err);
	works(change_integer(o.store, ENTITY_METRIC, metric, METRIC_DECIMALS, 0, &err), &err);
	store_close(o.store);
}

static void
codes_and_uids_never_change(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t metric = add(o.store, new_metric("luong", "Lương", 0));

	refused(change_text(o.store, ENTITY_METRIC, metric, METRIC_CODE, "luong-2", &err), &err, ERR_INVALID,
		"«luong»");
	refused(change_text(o.store, ENTITY_METRIC, metric, METRIC_UID, "luong-2", &err), &err, ERR_INVALID,
		"không đổi được");
	refused(change_text(o.store, ENTITY_ROLE, o.leader, ROLE_CODE, "x", &err), &err, ERR_INVALID, "«truong»");
	store_close(o.store);
}

static void
figures_terms_and_memberships_outside_a_life_are_noticed(void **state)
{
	struct office o = open_office(state);
	int64_t metric = add(o.store, new_metric("dv", "Đoàn viên", 0));

	check_notice(&o, new_figure(o.a, metric, period_year(2026), 5), "Hà Nam");
	check_no_notice(&o, new_figure(o.a, metric, period_year(2024), 5));
	check_notice(&o, new_term(o.cluster, 2026, o.leader, o.a), "Hà Nam");
	struct record member = record_new(ENTITY_MEMBERSHIP);
	int64_t other = add_cluster(o.store, NULL, "Khối thi đua", o.owner);
	record_set_integer(&member, MEMBERSHIP_CLUSTER, other);
	record_set_integer(&member, MEMBERSHIP_UNIT, o.a);
	record_set_text(&member, MEMBERSHIP_FROM, "2026");
	check_notice(&o, member, "Hà Nam");
	store_close(o.store);
}

static void
clusters_that_look_alike_are_noticed(void **state)
{
	struct office o = open_office(state);
	struct notices notices = { 0 };
	struct err err = { 0 };
	struct change *change;
	struct sheaf sheaf = sheaf_new(ENTITY_CLUSTER);

	record_set_integer(&sheaf.record, CLUSTER_OWNER, o.owner);
	sheaf.lists[0].records = mem_new(1, sizeof(struct record));
	sheaf.lists[0].records[0] = new_phase(0, "Cụm thi đua số III", NULL, NULL, 0);
	sheaf.lists[0].count = sheaf.lists[0].capacity = 1;
	works(change_begin(&change, o.store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, &sheaf, NULL, &notices, &err), &err);
	works(change_commit(change, &err), &err);
	check_int(notices.count, 1);
	check(strstr(notices.sentences[0], "Cụm thi đua số 3") != NULL);
	notices_release(&notices);
	sheaf_release(&sheaf);
	store_close(o.store);
}

static void
twins_among_documents_and_meetings_are_noticed(void **state)
{
	struct office o = open_office(state);
	struct record document = record_new(ENTITY_DOCUMENT);

	record_set_integer(&document, DOCUMENT_KIND, DOCUMENT_KIND_DECISION);
	record_set_text(&document, DOCUMENT_TITLE, "Quyết định khen thưởng");
	record_set_text(&document, DOCUMENT_NUMBER, "12/QĐ-TLĐ");
	record_set_text(&document, DOCUMENT_DATE, "2024-01-05");
	struct record twin = record_copy(&document), other = record_copy(&document);
	record_set_text(&other, DOCUMENT_NUMBER, "13/QĐ-TLĐ");
	check_no_notice(&o, document);
	check_notice(&o, twin, "Quyết định khen thưởng");
	check_no_notice(&o, other);

	struct record meeting = record_new(ENTITY_MEETING);
	record_set_integer(&meeting, MEETING_KINDS, 1 << MEETING_KINDS_CLOSING);
	record_set_integer(&meeting, MEETING_ORGANISER, o.owner);
	record_set_text(&meeting, MEETING_DATE, "2024-12-07");
	struct record second = record_copy(&meeting);
	check_no_notice(&o, meeting);
	check_notice(&o, second, "đã có hội nghị");
	store_close(o.store);
}

static void
a_party_that_is_no_member_is_noticed(void **state)
{
	struct office o = open_office(state);
	struct record covenant = record_new(ENTITY_COVENANT);

	record_set_integer(&covenant, COVENANT_CLUSTER, o.cluster);
	record_set_integer(&covenant, COVENANT_PERIOD, period_year(2024));
	int64_t id = add(o.store, covenant);
	for (int i = 0; i < 2; i++) {
		struct record party = record_new(ENTITY_COVENANT_PARTY);
		record_set_integer(&party, COVENANT_PARTY_COVENANT, id);
		record_set_integer(&party, COVENANT_PARTY_POSITION, i + 1);
		record_set_integer(&party, COVENANT_PARTY_UNIT, i ? o.owner : o.b);
		if (i)
			check_notice(&o, party, "không được ghi là thành viên");
		else
			check_no_notice(&o, party);
	}
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
the_state_of_a_nomination_is_that_of_its_last_step(void **state)
{
	struct office o = open_office(state);
	struct record nomination = record_new(ENTITY_NOMINATION);
	int64_t steps[2];
	struct err err = { 0 };

	record_set_integer(&nomination, NOMINATION_CLUSTER, o.cluster);
	record_set_integer(&nomination, NOMINATION_WORK_YEAR, 2024);
	record_set_integer(&nomination, NOMINATION_UNIT, o.a);
	int64_t id = add(o.store, nomination);
	static const int states[] = { NOMINATION_STATE_PROPOSED, NOMINATION_STATE_GRANTED };
	for (int i = 0; i < 2; i++) {
		struct record step = record_new(ENTITY_NOMINATION_STEP);
		record_set_integer(&step, NOMINATION_STEP_NOMINATION, id);
		record_set_integer(&step, NOMINATION_STEP_POSITION, i + 1);
		record_set_integer(&step, NOMINATION_STEP_STATE, states[i]);
		steps[i] = add(o.store, step);
		check_int(integer_of(o.store, ENTITY_NOMINATION, id, NOMINATION_STATE), states[i]);
	}
	works(change_integer(o.store, ENTITY_NOMINATION, id, NOMINATION_STATE, NOMINATION_STATE_REFUSED, &err), &err);
	check_int(integer_of(o.store, ENTITY_NOMINATION, id, NOMINATION_STATE), NOMINATION_STATE_GRANTED);
	struct record after = record_new(ENTITY_NOMINATION_STEP);
	record_set_integer(&after, NOMINATION_STEP_NOMINATION, id);
	record_set_integer(&after, NOMINATION_STEP_POSITION, 3);
	record_set_integer(&after, NOMINATION_STEP_STATE, NOMINATION_STATE_SUBMITTED);
	refused(put(o.store, &after, NULL, &err), &err, ERR_INVALID, "");
	record_release(&after);
	works(remove_record(o.store, ENTITY_NOMINATION_STEP, steps[1], &err), &err);
	check_int(integer_of(o.store, ENTITY_NOMINATION, id, NOMINATION_STATE), NOMINATION_STATE_PROPOSED);
	store_close(o.store);
}

static void
a_round_asks_every_member_and_those_who_join_later(void **state)
{
	struct office o = open_office(state);
	struct record round = record_new(ENTITY_ROUND);

	record_set_integer(&round, ROUND_CLUSTER, o.cluster);
	record_set_integer(&round, ROUND_PERIOD, period_months(2026, 1, 6));
	record_set_text(&round, ROUND_DUE, "2026-06-20");
	int64_t id = add(o.store, round);
	check_int(count_of(o.store, ENTITY_SUBMISSION), 2);
	int64_t third = add_unit(o.store, NULL, "LĐLĐ tỉnh Thái Bình", NULL, NULL);
	add_member(o.store, o.cluster, third, "2026", NULL);
	check_int(count_of(o.store, ENTITY_SUBMISSION), 3);
	int64_t late = add_unit(o.store, NULL, "LĐLĐ tỉnh Bắc Ninh", NULL, NULL);
	add_member(o.store, o.cluster, late, "2026-09", NULL);
	check_int(count_of(o.store, ENTITY_SUBMISSION), 3);
	struct err err = { 0 };
	works(remove_record(o.store, ENTITY_ROUND, id, &err), &err);
	check_int(count_of(o.store, ENTITY_SUBMISSION), 0);
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
		refuse_put(&o, person, ERR_INVALID, PERSON_NAME, "«Họ tên», chữ thứ 4");
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
	refused(remove_record(o.store, ENTITY_UNIT, o.owner, &err), &err, ERR_NOT_ALLOWED, "«Cụm thi đua số 3»");
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
		T(a_single_role_is_held_by_one_unit_on_a_day),
		T(a_leader_must_be_a_member_that_year),
		T(memberships_of_a_unit_in_a_cluster_never_overlap),
		T(two_phases_are_never_of_one_day),
		T(a_boundary_between_phases_moves_in_one_sheaf),
		T(parents_never_form_a_circle),
		T(successions_have_an_order_in_time_and_no_circle),
		T(a_cluster_has_five_main_metrics_a_year),
		T(a_metric_is_never_part_of_its_own_part),
		T(a_part_above_its_whole_is_noticed_and_stored),
		T(decimals_rise_with_every_figure_and_never_fall),
		T(codes_and_uids_never_change),
		T(figures_terms_and_memberships_outside_a_life_are_noticed),
		T(clusters_that_look_alike_are_noticed),
		T(twins_among_documents_and_meetings_are_noticed),
		T(a_party_that_is_no_member_is_noticed),
		T(references_point_to_what_is_there),
		T(a_key_is_there_once),
		T(the_state_of_a_nomination_is_that_of_its_last_step),
		T(a_round_asks_every_member_and_those_who_join_later),
		T(hostile_text_is_refused_with_its_field_and_place),
		T(what_others_refer_to_is_not_deleted),
		T(parts_citations_and_aliases_go_with_a_record),
		T(the_only_name_of_a_unit_stays),
		T(advice_is_given_without_writing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
