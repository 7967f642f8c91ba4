/* Records: presets, copies, derived fields, and every rule that one record can tell about itself. */
#include "../check.h"
#include "base/mem.h"
#include "lines.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/fold.h"
#include "text/key.h"
#include <stdlib.h>

static void
a_new_record_has_its_presets_and_nothing_else(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		struct record record = record_new((enum entity_id)id);
		check(record.entity == entity_of((enum entity_id)id));
		check_int(record.id, 0);
		check_int(record.rev, 0);
		for (int i = 0; i < record.entity->field_count; i++)
			check_int(record_has(&record, i), (record.entity->fields[i].flags & FIELD_PRESET) != 0);
		record_release(&record);
	}
	struct record figure = record_new(ENTITY_FIGURE), document = record_new(ENTITY_DOCUMENT);
	check_int(record_integer(&figure, FIGURE_STATUS, -1), FIGURE_STATUS_NUMBER);
	check_int(record_integer(&figure, FIGURE_STAGE, -1), FIGURE_STAGE_FINAL);
	check_text(record_text(&document, DOCUMENT_LANGUAGE), "vi");
	record_release(&figure);
	record_release(&document);
}

static void
a_value_is_got_back_as_it_was_set(void **state)
{
	(void)state;
	struct record unit = record_new(ENTITY_UNIT);

	check_text(record_text(&unit, UNIT_ADDRESS), "");
	check_int(record_integer(&unit, UNIT_SECTOR, -7), -7);
	record_set_text(&unit, UNIT_ADDRESS, "12 Lê Lợi");
	check_text(record_text(&unit, UNIT_ADDRESS), "12 Lê Lợi");
	record_set_text(&unit, UNIT_ADDRESS, record_text(&unit, UNIT_ADDRESS) + 3);
	check_text(record_text(&unit, UNIT_ADDRESS), "Lê Lợi");
	record_set_integer(&unit, UNIT_SECTOR, UNIT_SECTOR_HEALTH);
	check_int(record_integer(&unit, UNIT_SECTOR, -7), UNIT_SECTOR_HEALTH);
	check_text(record_text(&unit, UNIT_SECTOR), "");
	record_set_none(&unit, UNIT_SECTOR);
	check(!record_has(&unit, UNIT_SECTOR));
	record_set_text(&unit, UNIT_ADDRESS, "");
	check(!record_has(&unit, UNIT_ADDRESS));
	record_release(&unit);
}

static void
a_copy_lives_on_its_own(void **state)
{
	(void)state;
	struct record person = record_new(ENTITY_PERSON), empty = { 0 };

	person.id = 3;
	person.rev = 8;
	record_set_text(&person, PERSON_NAME, "Nguyễn Văn An");
	struct record copy = record_copy(&person);
	record_set_text(&person, PERSON_NAME, "Lê Thị Bình");
	check_text(record_text(&copy, PERSON_NAME), "Nguyễn Văn An");
	check_int(copy.id, 3);
	check_int(copy.rev, 8);
	record_release(&person);
	record_release(&copy);
	check(!copy.values);
	copy = record_copy(&empty);
	record_release(&copy);
}

static void
values_are_equal_by_type_and_content(void **state)
{
	(void)state;
	struct value none = value_none(), zero = value_integer(0), one = value_integer(1);
	struct value a = value_text("a"), b = value_text("b"), copy = value_copy(&a);

	check(value_equal(&none, &none));
	check(!value_equal(&none, &zero));
	check(!value_equal(&zero, &one));
	check(value_equal(&a, &copy));
	check(!value_equal(&a, &b));
	check(!value_equal(&a, &one));
	check_int(value_text("").type, VALUE_NONE);
	check_int(value_text(NULL).type, VALUE_NONE);
	value_release(&a);
	value_release(&b);
	value_release(&copy);
}

static void
days_are_derived_as_far_as_they_are_possible(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to, *first, *last;
	} cases[] = { { "", "", "0001-01-01", "9999-12-31" }, { "2024", "2024", "2024-01-01", "2024-12-31" },
		{ "2024-02", "2024-02", "2024-02-01", "2024-02-29" },
		{ "2023-06-15", "2024-11-20", "2023-06-15", "2024-11-20" },
		{ "<2024", ">2024", "0001-01-01", "9999-12-31" }, { ">2024", "<2025", "2024-01-01", "2025-12-31" },
		{ "~2020", "2021?", "2020-01-01", "2021-12-31" } };

	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct record membership = record_new(ENTITY_MEMBERSHIP);
		record_set_text(&membership, MEMBERSHIP_FROM, cases[i].from);
		record_set_text(&membership, MEMBERSHIP_TO, cases[i].to);
		record_derive(&membership);
		check_text(record_text(&membership, MEMBERSHIP_FIRST_DAY), cases[i].first);
		check_text(record_text(&membership, MEMBERSHIP_LAST_DAY), cases[i].last);
		record_release(&membership);
	}
}

/* The text layer's own result, which the column must hold byte for byte. */
static void
check_key(const char *stored, const char *name, enum key_mode mode)
{
	struct str key = { 0 };

	text_key(&key, name, mode);
	check_text(stored, str_text(&key));
	check_int(strlen(str_text(&key)), key.length);
	str_release(&key);
}

static void
names_are_derived_into_keys_and_folded_text(void **state)
{
	(void)state;
	struct record person = record_new(ENTITY_PERSON), phase = record_new(ENTITY_PHASE);

	record_set_text(&person, PERSON_NAME, "Đặng Thị Ngọc Ánh");
	record_derive(&person);
	check_text(record_text(&person, PERSON_NAME_BARE), "dang thi ngoc anh");
	check_key(record_text(&person, PERSON_NAME_KEY), "Đặng Thị Ngọc Ánh", KEY_PERSON);
	record_set_text(&phase, PHASE_NAME, "Công đoàn Khu kinh tế số 03 (Ea H'leo) — Поле");
	record_set_text(&phase, PHASE_SHORT, "CĐ KKT");
	record_derive(&phase);
	check_key(record_text(&phase, PHASE_NAME_KEY), "Công đoàn Khu kinh tế số 03 (Ea H'leo) — Поле", KEY_WORDS);
	check_key(record_text(&phase, PHASE_SHORT_KEY), "CĐ KKT", KEY_WORDS);
	check_text(record_text(&phase, PHASE_SHORT_BARE), "cd kkt");
	record_release(&person);
	record_release(&phase);
}

static void
a_derived_field_follows_its_source(void **state)
{
	(void)state;
	struct record phase = record_new(ENTITY_PHASE);

	record_set_text(&phase, PHASE_SHORT, "Cụm số III");
	record_derive(&phase);
	check_text(record_text(&phase, PHASE_SHORT_BARE), "cum so 3");
	record_set_none(&phase, PHASE_SHORT);
	record_derive(&phase);
	check(!record_has(&phase, PHASE_SHORT_BARE));
	check(!record_has(&phase, PHASE_SHORT_KEY));
	record_set_text(&phase, PHASE_SHORT, "—");
	record_derive(&phase);
	check(!record_has(&phase, PHASE_SHORT_BARE));
	check(record_has(&phase, PHASE_SHORT_KEY));
	record_release(&phase);
}

/* Sets "code=value" pairs between " | "; "id" is the id of the record itself. */
static void
fill(struct record *record, char *pairs, int line)
{
	for (char *pair = pairs, *next; pair && *pair; pair = next) {
		next = strstr(pair, " | ");
		if (next) {
			*next = '\0';
			next += 3;
		}
		char *value = strchr(pair, '=');
		if (!value)
			fail_msg("line %d: %s", line, pair);
		*value++ = '\0';
		int field = entity_field(record->entity, pair);
		struct err err = { 0 };
		if (strcmp(pair, "id") == 0) {
			record->id = atol(value);
		} else if (field < 0) {
			fail_msg("line %d: no field %s", line, pair);
		} else {
			value_release(&record->values[field]);
			if (!field_read(&record->entity->fields[field], value, 0, &record->values[field], &err))
				fail_msg("line %d: %s", line, err.text);
		}
	}
}

/* tests/data/model/rules.tsv: "@kind, values" is the good record of the kind; the lines after it change it. */
static void
one_record_tells_what_is_wrong_with_it(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/rules.tsv");
	struct record good = { 0 };
	bool checked[ENTITY_END] = { false };

	for (size_t i = 0; i < lines.count; i++) {
		int line = lines.items[i].number;
		char **cells = lines.items[i].cells;
		if (cells[0][0] == '@') {
			const struct entity *entity = entity_named(cells[0] + 1);
			if (!entity)
				fail_msg("line %d: %s", line, cells[0]);
			record_release(&good);
			good = record_new(entity->id);
			fill(&good, cells[1], line);
			struct err err = { 0 };
			if (!record_check(&good, &err))
				fail_msg("line %d: %s", line, err.text);
			checked[entity->id] = true;
			continue;
		}
		struct record record = record_copy(&good);
		struct err err = { 0 };
		fill(&record, cells[0], line);
		bool passes = record_check(&record, &err);
		const char *refused = passes ? ""
			: err.field > 0      ? record.entity->fields[err.field - 1].code
					     : "record";
		if (strcmp(refused, cells[1]) != 0)
			fail_msg("line %d: refused «%s», expected «%s»: %s", line, refused, cells[1],
				err.text ? err.text : "");
		if (!passes && (err.kind != ERR_INVALID || !err.text || !*err.text))
			fail_msg("line %d: no sentence", line);
		err_release(&err);
		record_release(&record);
	}
	for (int id = 1; id < ENTITY_END; id++)
		check(checked[id]);
	record_release(&good);
	lines_release(&lines);
}

static void
every_required_field_is_asked_for(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/rules.tsv");

	for (size_t i = 0; i < lines.count; i++) {
		if (lines.items[i].cells[0][0] != '@')
			continue;
		struct record record = record_new(entity_named(lines.items[i].cells[0] + 1)->id);
		fill(&record, lines.items[i].cells[1], lines.items[i].number);
		for (int f = 0; f < record.entity->field_count; f++) {
			if (!(record.entity->fields[f].flags & FIELD_REQUIRED))
				continue;
			struct record lacking = record_copy(&record);
			struct err err = { 0 };
			record_set_none(&lacking, f);
			check(!record_check(&lacking, &err));
			check_int(err.field, f + 1);
			err_release(&err);
			record_release(&lacking);
		}
		record_release(&record);
	}
	lines_release(&lines);
}

static void
a_wrong_value_is_refused_at_its_field(void **state)
{
	(void)state;
	static const struct {
		enum entity_id entity;
		int field;
		int64_t integer;
		const char *text;
	} cases[] = { { ENTITY_UNIT, UNIT_FAMILY, 8, NULL }, { ENTITY_UNIT, UNIT_FAMILY, 0, "công đoàn" },
		{ ENTITY_UNIT, UNIT_IDENTIFIED, 2, NULL }, { ENTITY_UNIT, UNIT_FROM, 2024, NULL },
		{ ENTITY_UNIT, UNIT_FROM, 0, "2024-02-30" }, { ENTITY_UNIT, UNIT_ADDRESS, 12, NULL } };

	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct record record = record_new(cases[i].entity);
		struct err err = { 0 };
		if (cases[i].text)
			record_set_text(&record, cases[i].field, cases[i].text);
		else
			record_set_integer(&record, cases[i].field, cases[i].integer);
		check(!record_check(&record, &err));
		check_int(err.field, cases[i].field + 1);
		check_int(err.kind, ERR_INVALID);
		err_release(&err);
		record_release(&record);
	}
}

static void
an_amount_beyond_the_limit_is_refused(void **state)
{
	(void)state;
	static const struct {
		int64_t amount;
		bool good;
	} cases[] = { { INT64_C(1000000000000000), true }, { INT64_C(-1000000000000000), true },
		{ INT64_C(1000000000000001), false }, { INT64_C(-1000000000000001), false }, { INT64_MIN, false } };

	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct record figure = record_new(ENTITY_FIGURE);
		struct err err = { 0 };
		record_set_integer(&figure, FIGURE_SUBJECT, 1);
		record_set_integer(&figure, FIGURE_METRIC, 1);
		record_set_integer(&figure, FIGURE_PERIOD, 202401012);
		record_set_integer(&figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY);
		record_set_integer(&figure, FIGURE_VALUE, cases[i].amount);
		check_int(record_check(&figure, &err), cases[i].good);
		check_int(err.field, cases[i].good ? 0 : FIGURE_VALUE + 1);
		err_release(&err);
		record_release(&figure);
	}
}

static void
a_period_that_is_none_is_refused(void **state)
{
	(void)state;
	struct record round = record_new(ENTITY_ROUND);
	struct err err = { 0 };

	record_set_integer(&round, ROUND_CLUSTER, 1);
	record_set_text(&round, ROUND_DUE, "2024-06-15");
	record_set_integer(&round, ROUND_PERIOD, 202413013);
	check(!record_check(&round, &err));
	check_int(err.field, ROUND_PERIOD + 1);
	record_release(&round);
	err_release(&err);
}

static void
a_sentence_names_the_field_in_the_language_of_the_person(void **state)
{
	(void)state;
	struct record unit = record_new(ENTITY_UNIT);
	struct err err = { 0 };

	record_set_text(&unit, UNIT_FROM, "2025-07-01");
	record_set_text(&unit, UNIT_TO, "2024");
	check(!record_check(&unit, &err));
	check_text(err.text, "“Kết thúc” (2024) phải sau “Thành lập” (01/7/2025); hãy sửa một trong hai ngày.");
	say_choose(LANGUAGE_EN);
	check(!record_check(&unit, &err));
	say_choose(LANGUAGE_VI);
	check_text(err.text, "“Ended” (2024) must come after “Founded” (01/7/2025); please correct one of the two.");
	record_release(&unit);
	err_release(&err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_record_has_its_presets_and_nothing_else),
		cmocka_unit_test(a_value_is_got_back_as_it_was_set),
		cmocka_unit_test(a_copy_lives_on_its_own),
		cmocka_unit_test(values_are_equal_by_type_and_content),
		cmocka_unit_test(days_are_derived_as_far_as_they_are_possible),
		cmocka_unit_test(names_are_derived_into_keys_and_folded_text),
		cmocka_unit_test(a_derived_field_follows_its_source),
		cmocka_unit_test(one_record_tells_what_is_wrong_with_it),
		cmocka_unit_test(every_required_field_is_asked_for),
		cmocka_unit_test(a_wrong_value_is_refused_at_its_field),
		cmocka_unit_test(an_amount_beyond_the_limit_is_refused),
		cmocka_unit_test(a_period_that_is_none_is_refused),
		cmocka_unit_test(a_sentence_names_the_field_in_the_language_of_the_person),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
