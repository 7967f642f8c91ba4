/* Every rule of records.md that looks at other records. */
#include "base/mem.h"
#include "office.h"
#include <stdlib.h>

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
		char code[16];
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
a_membership_that_a_term_rests_on_stays(void **state)
{
	struct office o = open_office(state);
	struct err err = { 0 };
	int64_t member = add_member(o.store, add_cluster(o.store, "khoi", "Khối thi đua", o.owner), o.b, "2020", NULL);
	int64_t cluster = integer_of(o.store, ENTITY_MEMBERSHIP, member, MEMBERSHIP_CLUSTER);

	int64_t term = add(o.store, new_term(cluster, 2024, o.leader, o.b));
	refused(remove_record(o.store, ENTITY_MEMBERSHIP, member, &err), &err, ERR_NOT_ALLOWED, "cụm trưởng 2024");
	refused(change_text(o.store, ENTITY_MEMBERSHIP, member, MEMBERSHIP_TO, "2022", &err), &err, ERR_NOT_ALLOWED,
		"cụm trưởng 2024");
	works(change_text(o.store, ENTITY_MEMBERSHIP, member, MEMBERSHIP_TO, "2025", &err), &err);
	works(remove_record(o.store, ENTITY_TERM, term, &err), &err);
	works(remove_record(o.store, ENTITY_MEMBERSHIP, member, &err), &err);
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
		T(parents_never_form_a_circle),
		T(successions_have_an_order_in_time_and_no_circle),
		T(a_cluster_has_five_main_metrics_a_year),
		T(a_metric_is_never_part_of_its_own_part),
		T(a_part_above_its_whole_is_noticed_and_stored),
		T(decimals_rise_with_every_figure_and_never_fall),
		T(figures_terms_and_memberships_outside_a_life_are_noticed),
		T(clusters_that_look_alike_are_noticed),
		T(twins_among_documents_and_meetings_are_noticed),
		T(a_party_that_is_no_member_is_noticed),
		T(the_state_of_a_nomination_is_that_of_its_last_step),
		T(a_round_asks_every_member_and_those_who_join_later),
		T(a_membership_that_a_term_rests_on_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
