/* Every entity, every field and every choice keeps the promises of model/field.h. */
#include "../check.h"
#include "lines.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include <stdlib.h>

static const struct entity *
entity_at(int id)
{
	const struct entity *entity = entity_of((enum entity_id)id);

	if (!entity)
		fail_msg("no entity %d", id);
	return entity;
}

static void
every_number_has_its_entity(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++)
		check_int(entity_at(id)->id, id);
	check(!entity_of(ENTITY_NONE));
	check(!entity_of(ENTITY_END));
}

static void
tables_and_codes_are_unique(void **state)
{
	(void)state;
	for (int a = 1; a < ENTITY_END; a++) {
		for (int b = 1; b < a; b++)
			check(strcmp(entity_at(a)->table, entity_at(b)->table) != 0);
		const struct entity *entity = entity_at(a);
		for (int i = 0; i < entity->field_count; i++)
			if (entity_field(entity, entity->fields[i].code) != i)
				fail_msg("%s.%s twice", entity->table, entity->fields[i].code);
	}
}

/* One kind a line: what is in books and histories is only ever added to. */
static void
no_number_table_or_code_ever_changes(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/fields.tsv");
	int fields = 0;

	for (int id = 1; id < ENTITY_END; id++)
		fields += entity_at(id)->field_count;
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		const struct entity *entity = entity_at(atoi(cells[0]));
		if (strcmp(entity->table, cells[1]) != 0 || entity_field(entity, cells[2]) < 0)
			fail_msg("line %d: %s %s.%s is gone", lines.items[i].number, cells[0], cells[1], cells[2]);
	}
	check_int(lines.count, fields); /* a new field gets its line */
	lines_release(&lines);
}

static void
check_both(const struct words *words, const char *table, const char *what)
{
	if (!words->vi || !*words->vi || !words->en || !*words->en)
		fail_msg("%s.%s lacks a language", table, what);
}

static void
labels_speak_both_languages(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_at(id);
		check_both(&entity->one, entity->table, "one");
		check_both(&entity->many, entity->table, "many");
		for (int i = 0; i < entity->field_count; i++) {
			const struct field *field = &entity->fields[i];
			check_both(&field->label, entity->table, field->code);
			if (*field->help.vi || *field->help.en)
				check_both(&field->help, entity->table, field->code);
		}
	}
}

static void
targets_and_sources_of_fields_exist(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_at(id);
		for (int i = 0; i < entity->field_count; i++) {
			const struct field *field = &entity->fields[i];
			if (field->type == FIELD_REFERENCE ? !entity_of(field->target) : field->target != ENTITY_NONE)
				fail_msg("%s.%s: target", entity->table, field->code);
			if ((field->type == FIELD_CHOICE || field->type == FIELD_SET) != (field->choices.count > 0))
				fail_msg("%s.%s: choices", entity->table, field->code);
			if (FIELD_IS_DERIVED(field) &&
				(field->from < 0 || field->from >= i || FIELD_IS_DERIVED(&entity->fields[field->from])))
				fail_msg("%s.%s: derived from nothing", entity->table, field->code);
			if (field->type == FIELD_ANY && (i == 0 || entity->fields[i - 1].type != FIELD_ENTITY))
				fail_msg("%s.%s: any of what", entity->table, field->code);
		}
	}
}

static void
derived_fields_have_a_source_of_their_type(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_at(id);
		for (int i = 0; i < entity->field_count; i++) {
			const struct field *field = &entity->fields[i];
			if (!FIELD_IS_DERIVED(field))
				continue;
			bool day = field->type == FIELD_FIRST_DAY || field->type == FIELD_LAST_DAY;
			check_int(entity->fields[field->from].type, day ? FIELD_DATE : FIELD_TEXT);
			check_int(field->flags, 0);
		}
	}
}

static void
a_part_refers_to_its_owner(void **state)
{
	(void)state;
	int parts = 0;

	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_at(id);
		if (entity->owner == ENTITY_NONE) {
			check_int(entity->owner_field, -1);
			check_int(entity->position_field, -1);
			continue;
		}
		parts++;
		const struct field *owner = &entity->fields[entity->owner_field];
		check(owner->flags & FIELD_REQUIRED);
		if (id == ENTITY_PHASE) {
			check_int(owner->type, FIELD_SUBJECT);
			continue;
		}
		check_int(owner->type, FIELD_REFERENCE);
		check_int(owner->target, entity->owner);
		if (entity->position_field >= 0)
			check_text(entity->fields[entity->position_field].code, "position");
	}
	check_int(parts, 10);
}

static void
named_indexes_are_fields(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_at(id);
		check_int(entity->uid_field, entity_field(entity, "uid"));
		check(entity->name_field >= -1 && entity->name_field < entity->field_count);
		if (entity->name_field >= 0)
			check_int(entity->fields[entity->name_field].type, FIELD_TEXT);
		int end = 0;
		while (end < ENTITY_KEY_FIELDS && entity->key[end] >= 0)
			check(entity->key[end++] < entity->field_count);
		check(end < ENTITY_KEY_FIELDS);
		check_int(entity->key[end], -1);
		check_int(entity->subject, id == ENTITY_UNIT || id == ENTITY_CLUSTER);
		check_int(entity_field(entity, "note") >= 0, 1);
	}
}

static const struct {
	const char *set;
	struct choices choices;
} choice_sets[] = {
#define C(set_, name, number_, word_, vi, en) { .number = number_, .word = word_, .label = WORDS(vi, en) },
#define S(set_) \
	{ #set_, \
		{ (const struct choice[]){ set_##_CHOICES(C) }, \
			sizeof(const struct choice[]){ set_##_CHOICES(C) } / sizeof(struct choice) } },
	CHOICE_SETS(S)
#undef S
#undef C
};

static void
choices_are_told_apart_by_number_and_by_every_word(void **state)
{
	(void)state;
	for (size_t s = 0; s < sizeof choice_sets / sizeof *choice_sets; s++) {
		struct choices choices = choice_sets[s].choices;
		for (size_t i = 0; i < choices.count; i++) {
			const struct choice *choice = &choices.items[i];
			check_both(&choice->label, choice_sets[s].set, choice->word);
			check(*choice->word);
			check(choice->number >= 0 && choice->number < 63);
			check(choice_numbered(choices, choice->number) == choice);
			const char *words[] = { choice->word, choice->label.vi, choice->label.en };
			for (size_t w = 0; w < 3; w++)
				if (choice_worded(choices, words[w]) != choice)
					fail_msg("%s: %s is not itself", choice_sets[s].set, words[w]);
			check(!strchr(choice->word, ';')); /* a set is written with it */
		}
	}
	check(!choice_numbered(choice_sets[0].choices, 99));
}

static void
choices_are_found_without_marks_and_case(void **state)
{
	(void)state;
	struct choices kinds = entity_of(ENTITY_FIGURE)->fields[FIGURE_KIND].choices;
	struct choices qualifiers = entity_of(ENTITY_FIGURE)->fields[FIGURE_QUALIFIER].choices;

	check_int(choice_worded(kinds, "KE HOACH GIAO")->number, FIGURE_KIND_ASSIGNED);
	check_int(choice_worded(kinds, "registered  plan")->number, FIGURE_KIND_REGISTERED);
	check_int(choice_worded(qualifiers, "tren")->number, QUALIFIER_MORE_THAN);
	check_int(choice_worded(qualifiers, "~")->number, QUALIFIER_ABOUT);
	check(!choice_worded(qualifiers, "!"));
	check(!choice_worded(qualifiers, ""));
	check(!choice_worded(kinds, "kế hoạch"));
}

static void
an_entity_is_named_by_its_table_or_its_plural(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		int id;
	} names[] = { { "figure", ENTITY_FIGURE }, { "figures", ENTITY_FIGURE }, { "memberships", ENTITY_MEMBERSHIP },
		{ "clusters", ENTITY_CLUSTER }, { "units", ENTITY_UNIT }, { "people", ENTITY_PERSON },
		{ "class_sets", ENTITY_CLASS_SET }, { "class-sets", ENTITY_CLASS_SET }, { "classes", ENTITY_CLASS },
		{ "covenant_items", ENTITY_COVENANT_ITEM }, { "covenant-item", ENTITY_COVENANT_ITEM },
		{ "Covenant Parties", ENTITY_COVENANT_PARTY }, { "breaks", ENTITY_BREAK }, { "aliases", ENTITY_ALIAS },
		{ "cluster_years", ENTITY_CLUSTER_YEAR }, { "FIGURES", ENTITY_FIGURE } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct entity *entity = entity_named(names[i].name);
		if (!entity || (int)entity->id != names[i].id)
			fail_msg("%s", names[i].name);
	}
	for (int id = 1; id < ENTITY_END; id++)
		check(entity_named(entity_at(id)->table) == entity_at(id));
	check(!entity_named("nothing"));
	check(!entity_named(""));
}

static void
a_field_is_found_by_its_code_alone(void **state)
{
	(void)state;
	const struct entity *figure = entity_of(ENTITY_FIGURE);

	check_int(entity_field(figure, "subject"), FIGURE_SUBJECT);
	check_int(entity_field(figure, "note"), FIGURE_NOTE);
	check_int(entity_field(figure, "Subject"), -1);
	check_int(entity_field(figure, ""), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_number_has_its_entity),
		cmocka_unit_test(tables_and_codes_are_unique),
		cmocka_unit_test(no_number_table_or_code_ever_changes),
		cmocka_unit_test(labels_speak_both_languages),
		cmocka_unit_test(targets_and_sources_of_fields_exist),
		cmocka_unit_test(derived_fields_have_a_source_of_their_type),
		cmocka_unit_test(a_part_refers_to_its_owner),
		cmocka_unit_test(named_indexes_are_fields),
		cmocka_unit_test(choices_are_told_apart_by_number_and_by_every_word),
		cmocka_unit_test(choices_are_found_without_marks_and_case),
		cmocka_unit_test(an_entity_is_named_by_its_table_or_its_plural),
		cmocka_unit_test(a_field_is_found_by_its_code_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
