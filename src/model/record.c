#include "base/mem.h"
#include "model/entities.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/key.h"
#include <stdlib.h>

struct record
record_new(enum entity_id id)
{
	const struct entity *entity = entity_of(id);

	if (!entity)
		die("record_new: no such entity");
	struct record record = { .entity = entity,
		.values = mem_new((size_t)entity->field_count, sizeof(struct value)) };
	for (int i = 0; i < entity->field_count; i++) {
		const struct field *field = &entity->fields[i];
		if (field->flags & FIELD_PRESET)
			record.values[i] =
				field->preset_text ? value_text(field->preset_text) : value_integer(field->preset);
	}
	return record;
}

struct record
record_copy(const struct record *record)
{
	struct record copy = *record;

	if (!record->entity)
		return copy;
	copy.values = mem_new((size_t)record->entity->field_count, sizeof(struct value));
	for (int i = 0; i < record->entity->field_count; i++)
		copy.values[i] = value_copy(&record->values[i]);
	return copy;
}

void
record_release(struct record *record)
{
	for (int i = 0; record->values && i < record->entity->field_count; i++)
		value_release(&record->values[i]);
	free(record->values);
	*record = (struct record){ 0 };
}

bool
record_has(const struct record *record, int field)
{
	return record->values[field].type != VALUE_NONE;
}

int64_t
record_integer(const struct record *record, int field, int64_t otherwise)
{
	const struct value *value = &record->values[field];
	return value->type == VALUE_INTEGER ? value->integer : otherwise;
}

const char *
record_text(const struct record *record, int field)
{
	const struct value *value = &record->values[field];
	return value->type == VALUE_TEXT ? value->text : "";
}

void
record_set_integer(struct record *record, int field, int64_t integer)
{
	value_release(&record->values[field]);
	record->values[field] = value_integer(integer);
}

void
record_set_text(struct record *record, int field, const char *text)
{
	struct value value = value_text(text); /* before the release: text may be the field's own */
	value_release(&record->values[field]);
	record->values[field] = value;
}

void
record_set_none(struct record *record, int field)
{
	value_release(&record->values[field]);
}

static void
derive(struct str *out, const struct field *field, const char *text)
{
	char first[11], last[11];

	switch (field->type) {
	case FIELD_KEY: /* keys of names hold no zero byte: they fit into a value's text */
		if (*text)
			text_key(out, text, KEY_WORDS);
		break;
	case FIELD_PERSON_KEY:
		if (*text)
			text_key(out, text, KEY_PERSON);
		break;
	case FIELD_BARE:
		text_bare(out, text);
		break;
	case FIELD_FIRST_DAY:
		date_bounds(text, first, last);
		str_add_text(out, first);
		break;
	case FIELD_LAST_DAY:
		date_bounds(text, first, last);
		str_add_text(out, last);
		break;
	default:
		die("derive: the field is not derived");
	}
}

void
record_derive(struct record *record)
{
	struct str text = { 0 };

	for (int i = 0; i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		if (!FIELD_IS_DERIVED(field))
			continue;
		str_clear(&text);
		derive(&text, field, record_text(record, field->from));
		record_set_text(record, i, str_text(&text));
	}
	str_release(&text);
}

bool
record_check(const struct record *record, struct err *err)
{
	const struct entity *entity = record->entity;

	for (int i = 0; i < entity->field_count; i++) {
		const struct field *field = &entity->fields[i];
		if (FIELD_IS_DERIVED(field))
			continue;
		if ((field->flags & FIELD_REQUIRED) && !record_has(record, i))
			return err_set_field(err, i,
				SAY("Mục “{1}” còn trống; hãy điền mục này.", "“{1}” is empty; please fill it in."),
				say(field->label), NULL);
		if (record_has(record, i) && !field_check(field, &record->values[i], err)) {
			err->field = i + 1;
			return false;
		}
	}
	return !entity->check || entity->check(record, err);
}
