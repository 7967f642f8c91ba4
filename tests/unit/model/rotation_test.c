#include "../check.h"
#include "model/rotation.h"

enum { LEADER = 1, DEPUTY, STANDING };
enum { HA_NAM = 1, NAM_DINH, NINH_BINH, THAI_BINH, VINH_PHUC, NEW_UNIT };

static const struct role_facts roles[] = {
	{ .id = LEADER,
		.label = "Cụm trưởng",
		.label_block = "Khối trưởng",
		.label_en = "Leader",
		.single = true,
		.members_only = true,
		.counts = true },
	{ .id = DEPUTY,
		.label = "Cụm phó",
		.label_block = "Khối phó",
		.label_en = "Deputy",
		.members_only = true,
		.counts = true,
		.succeeds_to = LEADER },
	{ .id = STANDING, .label = "Thường trực", .label_block = "Thường trực", .members_only = true },
};

#define MEMBER(id, name_) \
	{ \
		.unit = id, .name = name_, .key = name_, .key_length = sizeof name_ - 1, .since = "" \
	}
/* The five of the drawing, in the order of their keys. */
static const struct rotation_member five[] = { MEMBER(HA_NAM, "Hà Nam"), MEMBER(NAM_DINH, "Nam Định"),
	MEMBER(NINH_BINH, "Ninh Bình"), MEMBER(THAI_BINH, "Thái Bình"), MEMBER(VINH_PHUC, "Vĩnh Phúc") };

static struct term_facts
term(int year, int64_t role, int64_t unit)
{
	static int64_t id;
	return (struct term_facts){
		.id = ++id, .cluster = 1, .role = role, .unit = unit, .year = year, .days = days_all()
	};
}

static struct rotation_facts
facts_of(const struct term_facts *terms, size_t count)
{
	return (struct rotation_facts){ .year = 2025,
		.rotation = CLUSTER_ROTATION_ACCLAMATION,
		.deputy_succeeds = true,
		.founded = "",
		.deputy_count = -1,
		.members = five,
		.member_count = 5,
		.roles = roles,
		.role_count = 3,
		.terms = terms,
		.term_count = count };
}

static void
check_reason(const struct suggestion *suggestion, const struct rotation_facts *facts, int64_t unit, const char *reason)
{
	struct str said = { 0 };
	rotation_say_reason(&said, suggestion, facts);
	check_int(suggestion->unit, unit);
	check_text(str_text(&said), reason);
	str_release(&said);
}

static void
check_note(const struct rotation *rotation, const struct rotation_facts *facts, const char *expected)
{
	struct str said = { 0 };
	rotation_say_note(&said, rotation, facts);
	check_text(str_text(&said), expected);
	str_release(&said);
}

static void
the_suggestion_is_the_one_drawn(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, VINH_PHUC), term(2024, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 2);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.none, ROTATION_SUGGESTED);
	check_int(rotation.count, 2);
	check_int(rotation.items[0].role, LEADER);
	check_reason(&rotation.items[0], &facts, HA_NAM, "vì là cụm phó năm 2024");
	check_int(rotation.items[1].role, DEPUTY);
	check_reason(&rotation.items[1], &facts, NAM_DINH,
		"vì chưa lần nào giữ vai trò; ngang hàng: Ninh Bình, Thái Bình; xếp theo vần");
	check_note(&rotation, &facts, "Sổ chỉ biết từ năm 2024: ghi thêm năm cũ thì gợi ý đổi theo.");
	rotation_release(&rotation);
}

static void
a_block_has_the_words_of_a_block(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 1);
	facts.block = true;
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_reason(&rotation.items[0], &facts, HA_NAM, "vì là khối phó năm 2024");
	say_choose(LANGUAGE_EN);
	check_reason(&rotation.items[0], &facts, HA_NAM, "as it is deputy in 2024");
	say_choose(LANGUAGE_VI);
	rotation_release(&rotation);
}

static void
without_that_habit_the_leader_too_is_who_waited_longest(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, VINH_PHUC), term(2024, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 2);
	facts.deputy_succeeds = false;
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.items[0].unit, NAM_DINH);
	check_int(rotation.items[0].reason, ROTATION_NEVER_SERVED);
	check_int(rotation.items[1].unit, NINH_BINH);
	rotation_release(&rotation);
}

static void
never_served_comes_first_then_longest_ago(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2019, LEADER, THAI_BINH), term(2020, DEPUTY, NAM_DINH),
		term(2021, LEADER, NAM_DINH), term(2022, LEADER, NINH_BINH), term(2023, LEADER, HA_NAM),
		term(2024, LEADER, VINH_PHUC) };
	struct rotation_facts facts = facts_of(terms, 6);
	facts.deputy_count = 4;
	facts.founded = "2019-01-01";
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.count, 5);
	check_reason(&rotation.items[0], &facts, THAI_BINH, "vì đã lâu nhất không giữ vai trò, lần gần nhất năm 2019");
	check_reason(&rotation.items[1], &facts, NAM_DINH, "vì đã lâu nhất không giữ vai trò, lần gần nhất năm 2021");
	check_int(rotation.items[2].unit, NINH_BINH);
	check_int(rotation.items[3].unit, HA_NAM);
	check_int(rotation.items[4].unit, VINH_PHUC);
	check_note(&rotation, &facts, "");
	rotation_release(&rotation);
}

static void
among_equals_the_longest_member_comes_first_when_all_beginnings_are_known(void **state)
{
	(void)state;
	struct rotation_member members[3] = { five[0], five[1], five[2] };
	members[0].since = "2020";
	members[1].since = "2018-05";
	members[2].since = "2018-04-30";
	struct rotation_facts facts = facts_of(NULL, 0);
	facts.members = members;
	facts.member_count = 3;
	facts.deputy_count = 0;
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.count, 1);
	check_reason(&rotation.items[0], &facts, NINH_BINH,
		"vì chưa lần nào giữ vai trò; ngang hàng: Nam Định, Hà Nam; vào cụm sớm hơn");
	rotation_release(&rotation);
	members[0].since = "<2020";
	rotation_suggest(&rotation, &facts);
	check_reason(&rotation.items[0], &facts, HA_NAM,
		"vì chưa lần nào giữ vai trò; ngang hàng: Nam Định, Ninh Bình; xếp theo vần");
	rotation_release(&rotation);
}

static void
members_of_one_day_are_told_apart_by_vietnamese_order(void **state)
{
	(void)state;
	struct rotation_member members[3] = { five[2], five[1], five[0] };
	members[0].since = members[1].since = "2018";
	members[2].since = "2020";
	struct rotation_facts facts = facts_of(NULL, 0);
	facts.members = members;
	facts.member_count = 3;
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_reason(&rotation.items[0], &facts, NAM_DINH,
		"vì chưa lần nào giữ vai trò; ngang hàng: Ninh Bình; xếp theo vần");
	rotation_release(&rotation);
}

static void
when_the_owner_appoints_nothing_is_suggested(void **state)
{
	(void)state;
	struct rotation_facts facts = facts_of(NULL, 0);
	facts.rotation = CLUSTER_ROTATION_APPOINTMENT;
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.none, ROTATION_APPOINTED);
	check_int(rotation.count, 0);
	check_note(&rotation, &facts, "Cấp tổ chức phân công vai trò của cụm này: sổ không gợi ý.");
	rotation_release(&rotation);
}

static void
a_deputy_that_has_left_does_not_succeed(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, VINH_PHUC), term(2024, DEPUTY, NEW_UNIT) };
	struct rotation_facts facts = facts_of(terms, 2);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.items[0].unit, HA_NAM);
	check_int(rotation.items[0].reason, ROTATION_NEVER_SERVED);
	rotation_release(&rotation);
}

static void
the_first_of_several_deputies_succeeds_and_as_many_are_suggested(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, VINH_PHUC), term(2024, DEPUTY, THAI_BINH),
		term(2024, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 3);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.count, 3);
	check_int(rotation.items[0].unit, THAI_BINH);
	check_int(rotation.items[1].unit, NAM_DINH);
	check_int(rotation.items[2].unit, NINH_BINH);
	rotation_release(&rotation);
	facts.deputy_count = 0;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.count, 1);
	rotation_release(&rotation);
}

static void
only_empty_posts_are_filled_and_nobody_holds_two(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, VINH_PHUC), term(2024, DEPUTY, HA_NAM),
		term(2025, LEADER, NAM_DINH) };
	struct rotation_facts facts = facts_of(terms, 3);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.count, 1);
	check_int(rotation.items[0].role, DEPUTY);
	check_int(rotation.items[0].unit, NINH_BINH);
	rotation_release(&rotation);
	struct term_facts full[] = { terms[2], term(2025, DEPUTY, THAI_BINH) };
	facts = facts_of(full, 2);
	rotation_suggest(&rotation, &facts);
	check_int(rotation.none, ROTATION_ALL_FILLED);
	check_note(&rotation, &facts, "Năm 2025 đã đủ vai trò.");
	rotation_release(&rotation);
}

static void
a_successor_inherits_its_predecessors_service_and_succession(void **state)
{
	(void)state;
	const struct succession_edge edges[] = {
		{ 1, HA_NAM, NEW_UNIT, "Hà Nam", "Ninh Bình (mới)", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
		{ 2, NAM_DINH, NEW_UNIT, "Nam Định", "Ninh Bình (mới)", SUCCESSION_KIND_MERGER, "2025-07-01", NULL, 0 },
	};
	const struct rotation_member members[] = { MEMBER(NEW_UNIT, "Ninh Bình (mới)"),
		MEMBER(VINH_PHUC, "Vĩnh Phúc") };
	struct term_facts terms[] = { term(2023, LEADER, NAM_DINH), term(2025, LEADER, VINH_PHUC),
		term(2025, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 3);
	facts.year = 2026;
	facts.members = members;
	facts.member_count = 2;
	facts.edges = edges;
	facts.edge_count = 2;
	struct service service[2];
	rotation_service(service, &facts);
	check_int(service[0].as_leader, 1);
	check_int(service[0].as_deputy, 1);
	check_int(service[0].last, 2025);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.items[0].served_by, HA_NAM);
	check_reason(&rotation.items[0], &facts, NEW_UNIT, "vì là cụm phó năm 2025 (kế thừa Hà Nam)");
	rotation_release(&rotation);
}

static void
a_change_of_person_within_a_year_counts_once(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, LEADER, HA_NAM), term(2024, LEADER, HA_NAM),
		term(2024, DEPUTY, HA_NAM) };
	terms[0].person = 1;
	terms[1].person = 2;
	struct rotation_facts facts = facts_of(terms, 3);
	struct service service[5];
	rotation_service(service, &facts);
	check_int(service[0].unit, HA_NAM);
	check_int(service[0].as_leader, 1);
	check_int(service[0].as_deputy, 1);
	check_int(service[0].last, 2024);
	check_int(service[1].as_leader + service[1].as_deputy, 0);
	check_int(service[1].last, 0);
}

static void
a_unit_and_its_successor_leading_in_one_year_count_once(void **state)
{
	(void)state;
	const struct succession_edge edges[] = {
		{ 1, HA_NAM, NEW_UNIT, "Hà Nam", "Ninh Bình (mới)", SUCCESSION_KIND_REPLACEMENT, "2024-07-01", NULL,
			0 },
	};
	const struct rotation_member members[] = { MEMBER(NEW_UNIT, "Ninh Bình (mới)") };
	struct term_facts terms[] = { term(2024, LEADER, HA_NAM), term(2024, LEADER, NEW_UNIT) };
	struct rotation_facts facts = facts_of(terms, 2);
	facts.members = members;
	facts.member_count = 1;
	facts.edges = edges;
	facts.edge_count = 1;
	struct service service[1];
	rotation_service(service, &facts);
	check_int(service[0].as_leader, 1);
	check_int(service[0].last, 2024);
}

static void
terms_of_unknown_year_count_in_times_and_not_in_last_and_are_named(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(0, LEADER, NAM_DINH), term(2024, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 2);
	struct service service[5];
	rotation_service(service, &facts);
	check_int(service[1].as_leader, 1);
	check_int(service[1].year_unknown, 1);
	check_int(service[1].last, 0);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_reason(&rotation.items[1], &facts, NAM_DINH,
		"vì không rõ đã giữ vai trò năm nào; ngang hàng: Ninh Bình, Thái Bình, Vĩnh Phúc; "
		"xếp theo vần; có nhiệm kỳ chưa rõ năm: Nam Định");
	rotation_release(&rotation);
}

static void
the_standing_office_is_no_deputy_and_does_not_rotate(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2024, STANDING, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 1);
	struct service service[5];
	rotation_service(service, &facts);
	check_int(service[0].as_deputy, 0);
	check_int(service[0].last, 0);
	struct rotation rotation;
	rotation_suggest(&rotation, &facts);
	check_int(rotation.items[0].unit, HA_NAM);
	check_int(rotation.items[0].reason, ROTATION_NEVER_SERVED);
	for (size_t i = 0; i < rotation.count; i++)
		check(rotation.items[i].role != STANDING);
	rotation_release(&rotation);
}

static void
a_term_of_the_year_to_fill_is_no_service_before_it(void **state)
{
	(void)state;
	struct term_facts terms[] = { term(2025, LEADER, HA_NAM), term(2026, DEPUTY, HA_NAM) };
	struct rotation_facts facts = facts_of(terms, 2);
	struct service service[5];
	rotation_service(service, &facts);
	check_int(service[0].as_leader + service[0].as_deputy, 0);
}

static void
an_empty_book_says_why_it_cannot_suggest(void **state)
{
	(void)state;
	struct rotation_facts facts = facts_of(NULL, 0);
	struct rotation rotation;
	facts.member_count = 0;
	rotation_suggest(&rotation, &facts);
	check_note(&rotation, &facts, "Sổ chưa ghi thành viên nào của năm 2025: chưa gợi ý được.");
	rotation_release(&rotation);
	facts = facts_of(NULL, 0);
	facts.role_count = 0;
	rotation_suggest(&rotation, &facts);
	check_note(&rotation, &facts, "Sổ chưa có vai trò nào tính luân phiên: chưa gợi ý được.");
	rotation_release(&rotation);
	facts = facts_of(NULL, 0);
	rotation_suggest(&rotation, &facts);
	check_note(&rotation, &facts, "Sổ chưa ghi nhiệm kỳ nào: ghi thêm năm cũ thì gợi ý đổi theo.");
	rotation_release(&rotation);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_suggestion_is_the_one_drawn),
		cmocka_unit_test(a_block_has_the_words_of_a_block),
		cmocka_unit_test(without_that_habit_the_leader_too_is_who_waited_longest),
		cmocka_unit_test(never_served_comes_first_then_longest_ago),
		cmocka_unit_test(among_equals_the_longest_member_comes_first_when_all_beginnings_are_known),
		cmocka_unit_test(members_of_one_day_are_told_apart_by_vietnamese_order),
		cmocka_unit_test(when_the_owner_appoints_nothing_is_suggested),
		cmocka_unit_test(a_deputy_that_has_left_does_not_succeed),
		cmocka_unit_test(the_first_of_several_deputies_succeeds_and_as_many_are_suggested),
		cmocka_unit_test(only_empty_posts_are_filled_and_nobody_holds_two),
		cmocka_unit_test(a_successor_inherits_its_predecessors_service_and_succession),
		cmocka_unit_test(a_change_of_person_within_a_year_counts_once),
		cmocka_unit_test(a_unit_and_its_successor_leading_in_one_year_count_once),
		cmocka_unit_test(terms_of_unknown_year_count_in_times_and_not_in_last_and_are_named),
		cmocka_unit_test(the_standing_office_is_no_deputy_and_does_not_rotate),
		cmocka_unit_test(a_term_of_the_year_to_fill_is_no_service_before_it),
		cmocka_unit_test(an_empty_book_says_why_it_cannot_suggest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
