#include "../check.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/roles.h"
#include <stdlib.h>

static const struct role_facts leader = { .id = 1,
	.label = "Cụm trưởng",
	.label_block = "Khối trưởng",
	.label_en = "Leader",
	.single = true,
	.members_only = true,
	.counts = true };
static const struct role_facts deputy = {
	.id = 2, .label = "Cụm phó", .members_only = true, .counts = true, .succeeds_to = 1
};
static const struct role_facts standing = { .id = 3, .label = "Thường trực", .members_only = true };
static const struct role_facts direction = { .id = 4, .label = "Phụ trách" };

static struct term_facts
term(int64_t id, int year, int64_t unit, const char *from, const char *to)
{
	return (struct term_facts){ .id = id,
		.cluster = 7,
		.role = 1,
		.unit = unit,
		.year = year,
		.unit_name = "Vĩnh Phúc",
		.days = days_of(from, to) };
}

static bool
fits(struct term_facts new_, struct term_facts other)
{
	struct err err = { 0 };
	bool fits = term_check(&new_, &leader, false, &other, 1, &err);
	check_int(fits, !err.text);
	check(fits || err.kind == ERR_NOT_ALLOWED);
	err_release(&err);
	return fits;
}

static void
a_single_role_is_held_by_one_unit_on_any_day(void **state)
{
	(void)state;
	check(!fits(term(0, 2024, 1, "", ""), term(9, 2024, 2, "", "")));
	check(fits(term(0, 2025, 1, "", ""), term(9, 2024, 2, "", "")));
	struct term_facts elsewhere = term(9, 2024, 2, "", "");
	elsewhere.cluster = 8;
	check(fits(term(0, 2024, 1, "", ""), elsewhere));
	elsewhere = term(9, 2024, 2, "", "");
	elsewhere.role = 2;
	check(fits(term(0, 2024, 1, "", ""), elsewhere));
}

static void
the_refusal_names_the_holder(void **state)
{
	(void)state;
	struct term_facts new_ = term(0, 2024, 1, "", ""), other = term(9, 2024, 2, "", "");
	struct err err = { 0 };
	check(!term_check(&new_, &leader, true, &other, 1, &err));
	check_text(err.text,
		"Khối trưởng năm 2024 đã là Vĩnh Phúc: mỗi ngày chỉ một đơn vị giữ vai trò này; ghi từ ngày, đến "
		"ngày nếu "
		"có thay giữa năm.");
	check_int(err.field, 1 + TERM_UNIT);
	err_release(&err);
}

static void
a_role_may_change_hands_within_a_year_by_days(void **state)
{
	(void)state;
	check(fits(term(0, 2024, 1, "2024-07-01", ""), term(9, 2024, 2, "", "2024-06-30")));
	check(!fits(term(0, 2024, 1, "2024-06-30", ""), term(9, 2024, 2, "", "2024-06-30")));
	check(!fits(term(0, 2024, 1, "2024-07-01", ""), term(9, 2024, 2, "", "")));
	struct term_facts acting = term(0, 2024, 1, "2024-07-01", "2024-09-30");
	acting.how = TERM_HOW_ACTING;
	check(fits(acting, term(9, 2024, 2, "2024-10-01", "")));
}

static void
another_person_of_the_same_unit_is_no_clash(void **state)
{
	(void)state;
	struct term_facts new_ = term(0, 2024, 1, "", ""), other = term(9, 2024, 1, "", "");
	new_.person = 5;
	other.person = 6;
	check(fits(new_, other));
}

static void
terms_of_unknown_year_never_clash(void **state)
{
	(void)state;
	check(fits(term(0, 0, 1, "", ""), term(9, 2024, 2, "", "")));
	check(fits(term(0, 2024, 1, "", ""), term(9, 0, 2, "", "")));
	check(fits(term(0, 0, 1, "", ""), term(9, 0, 2, "", "")));
}

static void
a_saved_term_does_not_clash_with_itself(void **state)
{
	(void)state;
	check(fits(term(9, 2024, 1, "", ""), term(9, 2024, 2, "", "")));
	check(!fits(term(8, 2024, 1, "", ""), term(9, 2024, 2, "", "")));
}

static void
several_units_may_hold_a_role_that_is_not_single(void **state)
{
	(void)state;
	struct term_facts new_ = term(0, 2024, 1, "", ""), other = term(9, 2024, 2, "", "");
	struct err err = { 0 };
	new_.role = other.role = 2;
	check(term_check(&new_, &deputy, false, &other, 1, &err));
}

static void
a_term_without_unit_needs_a_person_and_a_role_open_to_others(void **state)
{
	(void)state;
	struct term_facts new_ = term(0, 2024, 0, "", "");
	struct err err = { 0 };
	new_.person = 5;
	check(!term_check(&new_, &leader, false, NULL, 0, &err));
	check_text(err.text, "Cụm trưởng: chưa chọn đơn vị.");
	err_release(&err);
	check(term_check(&new_, &direction, false, NULL, 0, &err));
	new_.person = 0;
	check(!term_check(&new_, &direction, false, NULL, 0, &err));
	err_release(&err);
}

static void
leader_and_deputy_are_told_by_succession_and_the_standing_office_is_neither(void **state)
{
	(void)state;
	const struct role_facts roles[] = { leader, deputy, standing, direction };
	check_int(role_post_of(1, roles, 4), ROLE_LEADER);
	check_int(role_post_of(2, roles, 4), ROLE_DEPUTY);
	check_int(role_post_of(3, roles, 4), ROLE_OTHER);
	check_int(role_post_of(4, roles, 4), ROLE_OTHER);
	check_int(role_post_of(99, roles, 4), ROLE_OTHER);
	check_text(role_label(&leader, false), "Cụm trưởng");
	check_text(role_label(&leader, true), "Khối trưởng");
	say_choose(LANGUAGE_EN);
	check_text(role_label(&leader, true), "Leader");
	check_text(role_label(&deputy, false), "Cụm phó");
	say_choose(LANGUAGE_VI);
}

static struct membership_facts
membership(int64_t id, const char *from, const char *to)
{
	return (struct membership_facts){
		.id = id, .cluster = 7, .unit = 1, .unit_name = "Hà Nam", .from = from, .to = to
	};
}

static void
a_leader_must_be_a_member_that_year(void **state)
{
	(void)state;
	struct term_facts held = term(0, 2024, 1, "", "");
	struct membership_facts past = membership(1, "2020", "2023"), now = membership(2, "2024-03", ""),
				open = membership(3, "", "");
	check(term_needs_membership(&held, &leader, NULL, 0));
	check(term_needs_membership(&held, &leader, &past, 1));
	check(!term_needs_membership(&held, &leader, &now, 1));
	check(!term_needs_membership(&held, &leader, &open, 1));
	open.cluster = 8;
	check(term_needs_membership(&held, &leader, &open, 1));
	held.year = 0;
	check(!term_needs_membership(&held, &leader, &past, 1));
}

static void
direction_may_be_held_by_someone_outside_the_cluster(void **state)
{
	(void)state;
	struct term_facts held = term(0, 2024, 1, "", "");
	check(!term_needs_membership(&held, &direction, NULL, 0));
}

static void
a_unit_is_a_member_of_a_cluster_once_on_any_day(void **state)
{
	(void)state;
	struct membership_facts first = membership(1, "2020", "2022-06-30"), again = membership(0, "2022-07-01", "");
	struct err err = { 0 };
	check(membership_check(&again, &first, 1, &err));
	again.from = "2022";
	check(!membership_check(&again, &first, 1, &err));
	check_text(err.text,
		"Hà Nam đã là thành viên của cụm trong thời gian này: sửa ngày của lần trước, hoặc không ghi thêm.");
	err_release(&err);
	again.cluster = 8;
	check(membership_check(&again, &first, 1, &err));
	again = membership(1, "", "");
	check(membership_check(&again, &first, 1, &err));
}

static void
a_membership_of_unknown_beginning_is_certain_only_from_the_first_attested_year(void **state)
{
	(void)state;
	struct membership_facts open = membership(1, "", "2025-06-30"), by_2022 = membership(1, "<2022", ""),
				from_2022 = membership(1, "2022-07-01", ">2024");
	check_int(membership_in_year(&open, 2023, 0), MEMBER_UNSURE);
	check_int(membership_in_year(&open, 2023, 2024), MEMBER_UNSURE);
	check_int(membership_in_year(&open, 2024, 2024), MEMBER_SURE);
	check_int(membership_in_year(&open, 2025, 2024), MEMBER_SURE);
	check_int(membership_in_year(&open, 2026, 2024), MEMBER_NO);
	check_int(membership_in_year(&by_2022, 2021, 0), MEMBER_UNSURE);
	check_int(membership_in_year(&by_2022, 2022, 0), MEMBER_SURE);
	check_int(membership_in_year(&by_2022, 2021, 2020), MEMBER_SURE);
	check_int(membership_in_year(&from_2022, 2021, 0), MEMBER_NO);
	check_int(membership_in_year(&from_2022, 2022, 0), MEMBER_SURE);
	check_int(membership_in_year(&from_2022, 2024, 0), MEMBER_SURE);
	check_int(membership_in_year(&from_2022, 2025, 0), MEMBER_UNSURE);
}

static struct phase_facts
phase(int64_t id, int64_t subject, int64_t parent, const char *from, const char *to)
{
	return (struct phase_facts){
		.id = id, .subject = subject, .parent = parent, .name = "LĐLĐ tỉnh A", .days = days_of(from, to)
	};
}

static void
a_unit_has_one_name_on_any_day(void **state)
{
	(void)state;
	struct phase_facts old = phase(1, 1, 0, "", "2025-06-30"), new_ = phase(0, 1, 0, "2025-07-01", "");
	struct err err = { 0 };
	check(phase_check(&new_, &old, 1, &err));
	new_ = phase(0, 1, 0, "2025-06", "");
	check(!phase_check(&new_, &old, 1, &err));
	check_int(err.field, 1 + PHASE_FROM);
	err_release(&err);
	new_.subject = 2;
	check(phase_check(&new_, &old, 1, &err));
	new_ = phase(1, 1, 0, "", "");
	check(phase_check(&new_, &old, 1, &err));
}

static void
no_unit_stands_below_itself_on_any_day(void **state)
{
	(void)state;
	struct phase_facts all[] = { phase(1, 2, 3, "", ""), phase(2, 3, 1, "2020", "2022") };
	struct phase_facts new_ = phase(0, 1, 2, "2021", "");
	struct err err = { 0 };
	check(!phase_check(&new_, all, 2, &err));
	check_int(err.field, 1 + PHASE_PARENT);
	err_release(&err);
	new_ = phase(0, 1, 2, "2023", "");
	check(phase_check(&new_, all, 2, &err));
	new_ = phase(0, 1, 1, "2023", "");
	check(!phase_check(&new_, all, 2, &err));
	err_release(&err);
}

static struct succession_facts
succession(int64_t predecessor, int64_t successor, const char *date)
{
	return (struct succession_facts){
		.predecessor = predecessor, .successor = successor, .kind = SUCCESSION_KIND_MERGER, .date = date
	};
}

static void
check_succession(struct succession_facts facts, const struct succession_facts *others, size_t count, int field)
{
	struct err err = { 0 };
	bool fine = succession_check(&facts, others, count, &err);
	check_int(fine, field < 0);
	check_int(err.field, fine ? 0 : field + 1);
	check_int(err.text != NULL, !fine);
	err_release(&err);
}

static void
an_end_has_no_successor_and_every_other_succession_has_one(void **state)
{
	(void)state;
	struct succession_facts facts = succession(1, 0, "2025-07-01");
	check_succession(facts, NULL, 0, SUCCESSION_SUCCESSOR);
	facts.kind = SUCCESSION_KIND_END;
	check_succession(facts, NULL, 0, -1);
	facts.successor = 2;
	check_succession(facts, NULL, 0, SUCCESSION_SUCCESSOR);
}

static void
successions_do_not_go_in_a_circle(void **state)
{
	(void)state;
	struct succession_facts others[] = { succession(2, 3, "2020"), succession(3, 4, "2021") };
	others[0].id = 1;
	others[1].id = 2;
	check_succession(succession(4, 2, "2022"), others, 2, SUCCESSION_SUCCESSOR);
	check_succession(succession(1, 2, "2022"), others, 2, -1);
	check_succession(succession(1, 1, "2022"), NULL, 0, SUCCESSION_SUCCESSOR);
	struct succession_facts turned = succession(3, 2, "2020");
	turned.id = 1;
	check_succession(turned, others, 1, -1);
}

static void
a_succession_lies_between_the_founding_of_one_and_the_end_of_the_other(void **state)
{
	(void)state;
	struct succession_facts facts = succession(1, 2, "2025-07-01");
	facts.predecessor_to = "2025-06-30";
	facts.successor_from = "2025-07-01";
	check_succession(facts, NULL, 0, -1);
	facts.predecessor_to = "2025-06-29";
	check_succession(facts, NULL, 0, SUCCESSION_DATE);
	facts.predecessor_to = "2025";
	check_succession(facts, NULL, 0, -1);
	facts.successor_from = "2025-07-02";
	check_succession(facts, NULL, 0, SUCCESSION_DATE);
	facts.successor_from = "";
	facts.predecessor_to = NULL;
	check_succession(facts, NULL, 0, -1);
	facts.predecessor_to = "<2024";
	check_succession(facts, NULL, 0, SUCCESSION_DATE);
}

static void
check_life(const char *from, const char *to, int year, const char *expected)
{
	struct days days = days_of_year(year);
	char *warning = life_warning("Hà Nam", from, to, &days);
	check_text(warning, expected);
	free(warning);
}

static void
a_record_outside_the_life_of_a_unit_warns(void **state)
{
	(void)state;
	check_life("2020", "2025-06-30", 2025, NULL);
	check_life("2020", "2025-06-30", 2026, "Hà Nam kết thúc 30/6/2025: bản ghi này ở sau đó.");
	check_life("2020", "2025-06-30", 2019, "Hà Nam thành lập 2020: bản ghi này ở trước đó.");
	check_life("", "", 1950, NULL);
}

static struct cluster_facts
cluster(int64_t id, int64_t owner, int number, const char *bare, const char *from, const char *to)
{
	return (struct cluster_facts){ .id = id,
		.owner = owner,
		.number = number,
		.name = "Cụm thi đua số 3",
		.name_bare = bare,
		.days = days_of(from, to) };
}

static void
clusters_of_one_owner_that_look_alike_warn(void **state)
{
	(void)state;
	const struct cluster_facts three = cluster(1, 5, 3, "cum thi dua so 3", "2015", "2024");
	struct cluster_facts new_ = cluster(0, 5, 3, "cum mien trung", "2020", "");
	check(cluster_looks_like(&new_, &three, 1) == &three);
	char *warning = cluster_warning(&new_, &three, 1);
	check_text(warning,
		"Giống “Cụm thi đua số 3” của cùng cấp tổ chức trong cùng thời gian: xem có phải một cụm không.");
	free(warning);
	new_ = cluster(0, 5, 0, "cum thi dua so 3", "", "");
	check(cluster_looks_like(&new_, &three, 1) == &three);
	new_ = cluster(0, 6, 3, "cum thi dua so 3", "", "");
	check(!cluster_looks_like(&new_, &three, 1));
	new_ = cluster(0, 5, 3, "cum thi dua so 3", "2025", "");
	check(!cluster_looks_like(&new_, &three, 1));
	check(!cluster_warning(&new_, &three, 1));
	new_ = cluster(0, 5, 0, "cum mien trung", "", "");
	check(!cluster_looks_like(&new_, &three, 1));
	check(!cluster_looks_like(&three, &three, 1));
}

static void
rules_know_their_records(void **state)
{
	(void)state;
	struct record role = record_new(ENTITY_ROLE), held = record_new(ENTITY_TERM),
		      member = record_new(ENTITY_MEMBERSHIP), named = record_new(ENTITY_PHASE);
	record_set_text(&role, ROLE_LABEL, "Cụm phó");
	record_set_integer(&role, ROLE_SINGLE, 1);
	record_set_integer(&role, ROLE_SUCCEEDS_TO, 4);
	struct role_facts facts = role_facts_of(&role);
	check(facts.single && facts.members_only && facts.counts);
	check_int(facts.succeeds_to, 4);
	record_set_integer(&held, TERM_UNIT, 3);
	record_set_integer(&held, TERM_WORK_YEAR, 2024);
	record_set_text(&held, TERM_FROM, "2024-07");
	struct term_facts term_of = term_facts_of(&held);
	struct days days = term_days(&term_of);
	check_text(days.first, "2024-07-01");
	check_text(days.last, "2024-12-31");
	record_set_text(&member, MEMBERSHIP_FROM, "<2024");
	struct membership_facts membership_of = membership_facts_of(&member);
	check_text(membership_of.from, "<2024");
	record_set_integer(&named, PHASE_PARENT, 8);
	check_int(phase_facts_of(&named).parent, 8);
	record_release(&role);
	record_release(&held);
	record_release(&member);
	record_release(&named);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_single_role_is_held_by_one_unit_on_any_day),
		cmocka_unit_test(the_refusal_names_the_holder),
		cmocka_unit_test(a_role_may_change_hands_within_a_year_by_days),
		cmocka_unit_test(another_person_of_the_same_unit_is_no_clash),
		cmocka_unit_test(terms_of_unknown_year_never_clash),
		cmocka_unit_test(a_saved_term_does_not_clash_with_itself),
		cmocka_unit_test(several_units_may_hold_a_role_that_is_not_single),
		cmocka_unit_test(a_term_without_unit_needs_a_person_and_a_role_open_to_others),
		cmocka_unit_test(leader_and_deputy_are_told_by_succession_and_the_standing_office_is_neither),
		cmocka_unit_test(a_leader_must_be_a_member_that_year),
		cmocka_unit_test(direction_may_be_held_by_someone_outside_the_cluster),
		cmocka_unit_test(a_unit_is_a_member_of_a_cluster_once_on_any_day),
		cmocka_unit_test(a_membership_of_unknown_beginning_is_certain_only_from_the_first_attested_year),
		cmocka_unit_test(a_unit_has_one_name_on_any_day),
		cmocka_unit_test(no_unit_stands_below_itself_on_any_day),
		cmocka_unit_test(an_end_has_no_successor_and_every_other_succession_has_one),
		cmocka_unit_test(successions_do_not_go_in_a_circle),
		cmocka_unit_test(a_succession_lies_between_the_founding_of_one_and_the_end_of_the_other),
		cmocka_unit_test(a_record_outside_the_life_of_a_unit_warns),
		cmocka_unit_test(clusters_of_one_owner_that_look_alike_warn),
		cmocka_unit_test(rules_know_their_records),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
