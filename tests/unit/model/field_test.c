/* The file form of values, there and back, and what is refused. */
#include "../check.h"
#include "lines.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include <stdlib.h>

static const struct field *
field_of(const char *table, const char *code)
{
	const struct entity *entity = entity_named(table);
	int index = entity ? entity_field(entity, code) : -1;

	if (index < 0)
		fail_msg("no field %s.%s", table, code);
	return &entity->fields[index];
}

/* kind, field, decimals, what is read, what is written; "!" where it is refused */
static void
texts_are_read_and_written_as_the_table_says(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/values.tsv");

	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		const struct field *field = field_of(cells[0], cells[1]);
		int decimals = atoi(cells[2]);
		struct value value = { 0 };
		struct err err = { 0 };
		struct str out = { 0 };
		bool good = field_read(field, cells[3], decimals, &value, &err);
		field_write(field, &value, decimals, &out);
		if (strcmp(cells[4], "!") == 0) {
			if (good || err.kind != ERR_INVALID || !err.text || value.type != VALUE_NONE)
				fail_msg("line %d: «%s» is taken as «%s»", lines.items[i].number, cells[3],
					str_text(&out));
		} else if (!good || strcmp(str_text(&out), cells[4]) != 0) {
			fail_msg("line %d: «%s», expected «%s» %s", lines.items[i].number, str_text(&out), cells[4],
				err.text ? err.text : "");
		}
		str_release(&out);
		value_release(&value);
		err_release(&err);
	}
	lines_release(&lines);
}

/* A value that the type can have. */
static struct value
sample(const struct field *field)
{
	switch (field->type) {
	case FIELD_DATE:
		return value_text("<2024-12?");
	case FIELD_UID:
	case FIELD_TEXT:
	case FIELD_CODE:
		return value_text("Đợt 1; «thử»");
	case FIELD_LINES:
		return value_text("dòng một\ndòng hai");
	case FIELD_INTEGER:
		return value_integer(field->max ? field->max : 74516);
	case FIELD_BOOL:
		return value_integer(1);
	case FIELD_YEAR:
		return value_integer(2024);
	case FIELD_PERIOD:
		return value_integer(202404006);
	case FIELD_CHOICE:
		return value_integer(field->choices.items[field->choices.count - 1].number);
	case FIELD_SET:
		return value_integer((INT64_C(1) << field->choices.items[0].number) |
			(INT64_C(1) << field->choices.items[field->choices.count - 1].number));
	case FIELD_ENTITY:
		return value_integer(ENTITY_COVENANT_PARTY);
	default:
		return value_integer(1234567);
	}
}

static void
every_field_reads_back_what_it_wrote(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		for (int i = 0; i < entity->field_count; i++) {
			const struct field *field = &entity->fields[i];
			if (FIELD_IS_DERIVED(field))
				continue;
			struct value value = sample(field), back = { 0 };
			struct str text = { 0 };
			struct err err = { 0 };
			field_write(field, &value, 2, &text);
			if (!field_read(field, str_text(&text), 2, &back, &err) || !value_equal(&value, &back))
				fail_msg("%s.%s: «%s» %s", entity->table, field->code, str_text(&text),
					err.text ? err.text : "");
			value_release(&value);
			value_release(&back);
			str_release(&text);
			err_release(&err);
		}
	}
}

static void
every_preset_is_a_value_of_its_field(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		struct record record = record_new((enum entity_id)id);
		for (int i = 0; i < record.entity->field_count; i++) {
			struct value back = { 0 };
			struct str text = { 0 };
			struct err err = { 0 };
			field_write(&record.entity->fields[i], &record.values[i], 0, &text);
			if (!field_read(&record.entity->fields[i], str_text(&text), 0, &back, &err) ||
				!value_equal(&record.values[i], &back))
				fail_msg("%s.%s: %s", record.entity->table, record.entity->fields[i].code,
					err.text ? err.text : "");
			value_release(&back);
			str_release(&text);
		}
		record_release(&record);
	}
}

static void
nothing_is_the_unknown_value_of_every_field(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		for (int i = 0; i < entity->field_count; i++) {
			struct value value = value_integer(5), none = value_none();
			struct str text = { 0 };
			struct err err = { 0 };
			check(field_read(&entity->fields[i], "", 0, &value, &err));
			check(value_equal(&value, &none));
			field_write(&entity->fields[i], &none, 0, &text);
			check_text(str_text(&text), "");
			str_release(&text);
		}
	}
}

static void
every_choice_is_read_by_each_of_its_words(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		for (int i = 0; i < entity->field_count; i++) {
			const struct field *field = &entity->fields[i];
			for (size_t c = 0; field->type == FIELD_CHOICE && c < field->choices.count; c++) {
				const struct choice *choice = &field->choices.items[c];
				const char *words[] = { choice->word, choice->label.vi, choice->label.en };
				for (size_t w = 0; w < 3; w++) {
					struct value value = { 0 };
					struct err err = { 0 };
					check(field_read(field, words[w], 0, &value, &err));
					check_int(value.integer, choice->number);
				}
			}
		}
	}
}

static void
a_choice_that_this_program_does_not_know_is_written_as_its_number(void **state)
{
	(void)state;
	struct value value = value_integer(40);
	struct str text = { 0 };

	field_write(field_of("figure", "kind"), &value, 0, &text);
	check_text(str_text(&text), "40");
	str_clear(&text);
	field_write(field_of("alias", "entity"), &value, 0, &text);
	check_text(str_text(&text), "40");
	str_release(&text);
}

static void
keys_are_bytes_and_have_no_file_form(void **state)
{
	(void)state;
	struct value value = value_text("\x40\x80"), read = { 0 };
	struct str text = { 0 };
	struct err err = { 0 };

	field_write(field_of("person", "name_key"), &value, 0, &text);
	check_text(str_text(&text), "");
	check(!field_read(field_of("person", "name_bare"), "an", 0, &read, &err));
	check_int(err.kind, ERR_INVALID);
	str_release(&text);
	value_release(&value);
	err_release(&err);
}

static void
a_refused_word_is_told_what_is_expected(void **state)
{
	(void)state;
	struct value value = { 0 };
	struct err err = { 0 };

	check(!field_read(field_of("figure", "kind"), "mong muốn", 0, &value, &err));
	check_text(err.text,
		"“Loại” không nhận “mong muốn”; hãy viết một trong các từ: thực hiện, kế hoạch giao, "
		"kế hoạch đăng ký.");
	check(!field_read(
		field_of("phase", "short"), "Công đoàn các khu công nghiệp và chế xuất thành phố", 0, &value, &err));
	check_text(err.text, "“Tên gọn” dài 51 cột; chỉ được dài đến 48 cột, hãy viết gọn lại.");
	err_release(&err);
}

static void
a_refusal_keeps_the_place_in_the_file(void **state)
{
	(void)state;
	struct value value = { 0 };
	struct err err = { .line = 7, .column = 3 };

	check(!field_read(field_of("unit", "identified"), "có lẽ", 0, &value, &err));
	check_int(err.line, 7);
	check_int(err.column, 3);
	err_release(&err);
}

static void
a_set_reads_as_one_phrase(void **state)
{
	struct str text = { 0 };
	struct choices kinds = entity_of(ENTITY_MEETING)->fields[MEETING_KINDS].choices;
	(void)state;
	set_show(&text, kinds, INT64_C(1) << MEETING_KINDS_CLOSING | INT64_C(1) << MEETING_KINDS_SIGNING);
	check_text(str_text(&text), "Tổng kết, ký giao ước");
	str_clear(&text);
	set_show(&text, kinds, 0);
	check_text(str_text(&text), "");
	str_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_read_and_written_as_the_table_says),
		cmocka_unit_test(every_field_reads_back_what_it_wrote),
		cmocka_unit_test(every_preset_is_a_value_of_its_field),
		cmocka_unit_test(nothing_is_the_unknown_value_of_every_field),
		cmocka_unit_test(every_choice_is_read_by_each_of_its_words),
		cmocka_unit_test(a_choice_that_this_program_does_not_know_is_written_as_its_number),
		cmocka_unit_test(keys_are_bytes_and_have_no_file_form),
		cmocka_unit_test(a_refused_word_is_told_what_is_expected),
		cmocka_unit_test(a_set_reads_as_one_phrase),
		cmocka_unit_test(a_refusal_keeps_the_place_in_the_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
