#include "../check.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/merge.h"

/* The figure of the conflict that screens.md draws: base has nothing, theirs 74.516, mine >74.500 and a note. */
struct three {
	struct record base, mine, theirs;
};

static struct three
three_figures(void)
{
	struct three three = { record_new(ENTITY_FIGURE), record_new(ENTITY_FIGURE), record_new(ENTITY_FIGURE) };
	three.base.id = three.mine.id = three.theirs.id = 5;
	three.base.rev = three.mine.rev = 10;
	three.theirs.rev = 12;
	return three;
}

static void
release(struct three *three)
{
	record_release(&three->base);
	record_release(&three->mine);
	record_release(&three->theirs);
}

static void
what_only_one_side_changed_is_taken_and_kept(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	struct str names = { 0 };
	record_set_integer(&three.theirs, FIGURE_VALUE, 74516);
	record_set_text(&three.mine, FIGURE_NOTE, "theo bài viết");
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.asked, 0);
	check_int(merge.mine, 1);
	check_int(merge.theirs, 1);
	struct record result = merge_result(&merge, &three.mine, &three.theirs);
	check_int(result.id, 5);
	check_int(result.rev, 12);
	check_int(record_integer(&result, FIGURE_VALUE, 0), 74516);
	check_text(record_text(&result, FIGURE_NOTE), "theo bài viết");
	merge_name_fields(&names, &merge, result.entity, MERGE_THEIRS);
	check_text(str_text(&names), "Số");
	str_clear(&names);
	merge_name_fields(&names, &merge, result.entity, MERGE_MINE);
	check_text(str_text(&names), "Ghi chú");
	str_release(&names);
	record_release(&result);
	merge_release(&merge);
	release(&three);
}

static void
what_both_changed_differently_is_asked_about_and_theirs_is_preset(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	record_set_integer(&three.theirs, FIGURE_VALUE, 74516);
	record_set_integer(&three.mine, FIGURE_VALUE, 74500);
	record_set_integer(&three.mine, FIGURE_QUALIFIER, QUALIFIER_MORE_THAN);
	record_set_text(&three.mine, FIGURE_AS_OF, "2024-12-07");
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.asked, 1);
	check_int(merge.mine, 1);
	check_int(merge.sides[FIGURE_VALUE], MERGE_ASK);
	check_int(merge.sides[FIGURE_AS_OF], MERGE_MINE);
	struct record result = merge_result(&merge, &three.mine, &three.theirs);
	check_int(record_integer(&result, FIGURE_VALUE, 0), 74516);
	check(!record_has(&result, FIGURE_QUALIFIER));
	record_release(&result);
	merge_choose(&merge, three.mine.entity, FIGURE_WORDS, MERGE_MINE);
	check_int(merge.asked, 0);
	check_int(merge.mine, 2);
	result = merge_result(&merge, &three.mine, &three.theirs);
	check_int(record_integer(&result, FIGURE_VALUE, 0), 74500);
	check_int(record_integer(&result, FIGURE_QUALIFIER, 0), QUALIFIER_MORE_THAN);
	check_text(record_text(&result, FIGURE_AS_OF), "2024-12-07");
	record_release(&result);
	merge_release(&merge);
	release(&three);
}

static void
status_value_qualifier_and_words_are_one_field(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	record_set_integer(&three.theirs, FIGURE_QUALIFIER, QUALIFIER_ABOUT);
	record_set_text(&three.mine, FIGURE_WORDS, "hơn 74.000");
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.asked, 1);
	check_int(merge.sides[FIGURE_STATUS], MERGE_ASK);
	check_int(merge.sides[FIGURE_WORDS], MERGE_ASK);
	check_int(merge.sides[FIGURE_STAGE], MERGE_SAME);
	merge_release(&merge);
	release(&three);
}

static void
the_same_change_on_both_sides_is_no_question(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	record_set_integer(&three.theirs, FIGURE_VALUE, 5);
	record_set_integer(&three.mine, FIGURE_VALUE, 5);
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.asked + merge.mine + merge.theirs, 0);
	merge_release(&merge);
	release(&three);
}

static void
taking_a_value_away_is_a_change_too(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	record_set_text(&three.base, FIGURE_NOTE, "cũ");
	record_set_text(&three.theirs, FIGURE_NOTE, "cũ");
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.sides[FIGURE_NOTE], MERGE_MINE);
	struct record result = merge_result(&merge, &three.mine, &three.theirs);
	check(!record_has(&result, FIGURE_NOTE));
	record_release(&result);
	merge_release(&merge);
	release(&three);
}

static void
two_new_records_of_one_key_are_asked_field_by_field(void **state)
{
	(void)state;
	struct three three = three_figures();
	struct merge merge;
	record_set_text(&three.mine, FIGURE_NOTE, "tôi");
	record_set_text(&three.theirs, FIGURE_AS_OF, "2024");
	merge_records(&merge, NULL, &three.mine, &three.theirs);
	check_int(merge.asked, 2);
	merge_release(&merge);
	release(&three);
}

static void
derived_fields_follow_what_was_chosen(void **state)
{
	(void)state;
	struct three three = { record_new(ENTITY_MEMBERSHIP), record_new(ENTITY_MEMBERSHIP),
		record_new(ENTITY_MEMBERSHIP) };
	struct merge merge;
	record_set_text(&three.mine, MEMBERSHIP_FROM, "2024-03");
	record_derive(&three.mine);
	record_derive(&three.base);
	record_derive(&three.theirs);
	merge_records(&merge, &three.base, &three.mine, &three.theirs);
	check_int(merge.mine, 1);
	check_int(merge.sides[MEMBERSHIP_FIRST_DAY], MERGE_SAME);
	struct record result = merge_result(&merge, &three.mine, &three.theirs);
	check_text(record_text(&result, MEMBERSHIP_FIRST_DAY), "2024-03-01");
	record_release(&result);
	merge_release(&merge);
	release(&three);
}

static void
every_group_is_led_by_one_of_its_fields(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		for (int field = 0; field < entity->field_count; field++) {
			int group = merge_group(entity, field);
			check(group >= 0 && group < entity->field_count);
			check_int(merge_group(entity, group), group);
		}
	}
	check_int(merge_group(entity_of(ENTITY_CITATION), CITATION_RECORD), CITATION_ENTITY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_only_one_side_changed_is_taken_and_kept),
		cmocka_unit_test(what_both_changed_differently_is_asked_about_and_theirs_is_preset),
		cmocka_unit_test(status_value_qualifier_and_words_are_one_field),
		cmocka_unit_test(the_same_change_on_both_sides_is_no_question),
		cmocka_unit_test(taking_a_value_away_is_a_change_too),
		cmocka_unit_test(two_new_records_of_one_key_are_asked_field_by_field),
		cmocka_unit_test(derived_fields_follow_what_was_chosen),
		cmocka_unit_test(every_group_is_led_by_one_of_its_fields),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
