#include "app/past.h"
#include "app/label.h"
#include "app/metric_read.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/date.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

/* ---- values as the screen shows them ------------------------------------------------------------------------------------- */

static bool
show_amount(struct str *out, struct store *store, const struct record *record, int field, struct err *err)
{
	int decimals;

	if (!amount_decimals(&decimals, store, record, err))
		return false;
	number_show(out, record_integer(record, field, 0), decimals, 0);
	return true;
}

static bool
show_reference(struct str *out, struct store *store, const struct record *record, int field, struct err *err)
{
	struct naming how = { .store = store, .form = LABEL_SHORT };
	return name_reference(out, &how, record, field, err);
}

bool
field_show(struct str *out, struct store *store, const struct record *record, int field, struct err *err)
{
	const struct field *f = &record->entity->fields[field];
	int64_t integer = record_integer(record, field, 0);
	const struct choice *choice;

	if (!record_has(record, field))
		return true;
	switch (f->type) {
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		return show_reference(out, store, record, field, err);
	case FIELD_AMOUNT:
		return show_amount(out, store, record, field, err);
	case FIELD_HUNDREDTHS:
		number_show(out, integer, 2, 0);
		return true;
	case FIELD_DATE:
		date_show(out, record_text(record, field));
		return true;
	case FIELD_PERIOD:
		period_show(integer, out);
		return true;
	case FIELD_BOOL:
		str_add_text(out, integer ? say(SAY("có", "yes")) : say(SAY("không", "no")));
		return true;
	case FIELD_CHOICE:
		choice = choice_numbered(f->choices, integer);
		str_add_text(out, choice ? say(choice->label) : "");
		return true;
	case FIELD_SET:
		set_show(out, f->choices, integer);
		return true;
	case FIELD_ENTITY:
		str_add_text(
			out, entity_of((enum entity_id)integer) ? say(entity_of((enum entity_id)integer)->one) : "");
		return true;
	case FIELD_INTEGER:
		number_show(out, integer, 0, 0);
		return true;
	case FIELD_YEAR:
		str_add_integer(out, integer);
		return true;
	default:
		str_add_text(out, record_text(record, field));
		return true;
	}
}

/* ---- records out of history ------------------------------------------------------------------------------------------------- */

/* The decimals of an amount written in a text: history keeps amounts as plain decimals, whatever the metric's scale is now. */
static int
decimals_now(struct store *store, const struct record *record)
{
	struct err ignored = { 0 };
	int decimals = 0;

	amount_decimals(&decimals, store, record, &ignored);
	err_release(&ignored);
	return decimals;
}

static void
set_from_text(struct record *record, int field, const char *text, int decimals)
{
	struct value value = value_none();
	struct err ignored = { 0 };

	if (text && *text)
		field_read(&record->entity->fields[field], text, decimals, &value, &ignored);
	err_release(&ignored);
	value_release(&record->values[field]);
	record->values[field] = value;
}

static void
overlay(struct record *record, struct store *store, const struct record_change *change, bool after)
{
	for (int amounts = 0; amounts < 2; amounts++) {
		int decimals = amounts ? decimals_now(store, record) : 0;
		for (size_t i = 0; i < change->field_count; i++) {
			const struct field_change *field = &change->fields[i];
			if ((record->entity->fields[field->field].type == FIELD_AMOUNT) == (amounts == 1))
				set_from_text(record, field->field, after ? field->new_ : field->old, decimals);
		}
	}
}

/* What a record was when it was deleted. */
static void
overlay_last(struct record *record, struct store *store, enum entity_id entity, int64_t id)
{
	struct record_change *changes;
	struct err ignored = { 0 };
	size_t count;

	if (history_of_record(&changes, &count, store, entity, id, &ignored)) {
		for (size_t i = 0; i < count; i++)
			if (changes[i].op == HISTORY_DELETE) {
				overlay(record, store, &changes[i], false);
				break;
			}
		record_changes_release(changes, count);
	}
	err_release(&ignored);
}

struct record
past_record_of(struct store *store, const struct record_change *change, bool after)
{
	struct record record = { 0 };
	struct err ignored = { 0 };

	if (change->op != HISTORY_UPDATE || !record_read(&record, store, change->entity, change->record, &ignored)) {
		record_release(&record);
		record = record_new(change->entity);
		for (int i = 0; i < record.entity->field_count; i++)
			record_set_none(&record, i);
		if (change->op == HISTORY_UPDATE)
			overlay_last(&record, store, change->entity, change->record);
	}
	err_release(&ignored);
	overlay(&record, store, change, after);
	record.id = change->record;
	return record;
}

/* ---- details of a change ------------------------------------------------------------------------------------------------------ */

void
past_release(struct past *past)
{
	for (size_t r = 0; r < past->count; r++) {
		for (size_t i = 0; i < past->records[r].field_count; i++) {
			free(past->records[r].fields[i].before);
			free(past->records[r].fields[i].after);
		}
		free(past->records[r].fields);
		free(past->records[r].name);
	}
	free(past->records);
	free(past->sentence);
	change_head_release(&past->head);
	*past = (struct past){ 0 };
}

static bool
show_side(char **out, struct store *store, const struct record *record, int field, struct err *err)
{
	struct str text = { 0 };

	*out = NULL;
	if (!record_has(record, field))
		return true;
	bool good = field_show(&text, store, record, field, err);
	*out = str_take(&text);
	return good;
}

/* Amounts of a history entry may have other decimals than the metric now: they are shown from their text. */
static char *
show_amount_text(const char *text)
{
	struct str out = { 0 };
	struct err ignored = { 0 };
	int64_t amount;

	if (!text)
		return NULL;
	if (number_parse_plain(&amount, text, 4, &ignored))
		number_show(&out, amount, 4, 0);
	else
		str_add_text(&out, text);
	err_release(&ignored);
	return str_take(&out);
}

static bool
fill_field(struct past_field *out, struct store *store, const struct field_change *change, const struct record *before,
	const struct record *after, struct err *err)
{
	out->field = &before->entity->fields[change->field];
	if (out->field->type == FIELD_AMOUNT) {
		out->before = show_amount_text(change->old);
		out->after = show_amount_text(change->new_);
		return true;
	}
	return show_side(&out->before, store, before, change->field, err) &&
		show_side(&out->after, store, after, change->field, err);
}

static bool
name_past(char **out, struct store *store, const struct record_change *change, const struct record *record,
	struct err *err)
{
	struct str name = { 0 };
	int64_t there = 0;
	bool good = rows_one_integer(&there, 0, store, &exists_questions[change->entity], &ARG_INTEGER(change->record),
			    1, err) &&
		(there ? label_add(&name, store, change->entity, change->record, LABEL_SHORT, NULL, err)
		       : label_add_record(&name, store, record, LABEL_SHORT, NULL, err));

	*out = str_take(&name);
	return good;
}

static bool
fill_record(struct past_record *out, struct store *store, const struct record_change *change, struct err *err)
{
	struct record before = past_record_of(store, change, false), after = past_record_of(store, change, true);
	bool good = name_past(&out->name, store, change, change->op == HISTORY_DELETE ? &before : &after, err);

	out->entity = change->entity;
	out->record = change->record;
	out->op = change->op;
	out->fields = mem_new(change->field_count + 1, sizeof *out->fields);
	for (size_t i = 0; good && i < change->field_count; i++) {
		if (before.entity->fields[change->fields[i].field].type == FIELD_UID)
			continue;
		good = fill_field(&out->fields[out->field_count++], store, &change->fields[i], &before, &after, err);
	}
	record_release(&before);
	record_release(&after);
	return good;
}

bool
change_details(struct past *out, struct store *store, int64_t change, size_t most, struct err *err)
{
	struct record_change *changes = NULL;
	size_t count = 0;

	*out = (struct past){ 0 };
	bool good = history_head(&out->head, store, change, err) &&
		(out->sentence = change_sentence(store, change, err)) &&
		history_of_change(&changes, &count, store, change, err);
	if (!most || most > count)
		most = count;
	out->records = mem_new(most + 1, sizeof *out->records);
	for (size_t i = 0; good && i < most; i++)
		good = fill_record(&out->records[out->count++], store, &changes[i], err);
	record_changes_release(changes, count);
	if (!good)
		past_release(out);
	return good;
}
