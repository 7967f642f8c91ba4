#include "shown.h"
#include "app/label.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/date.h"
#include <stdlib.h>

/* Appends the name of what a reference points to. */
static bool
add_target(struct str *out, struct deed *deed, enum entity_id entity, int64_t id, struct err *err)
{
	return label_add(out, deed->store, entity, id, LABEL_SHORT, NULL, err);
}

static bool
add_subject(struct str *out, struct deed *deed, int64_t id, struct err *err)
{
	enum entity_id kind;
	if (!subject_kind(&kind, deed->store, id, err))
		return false;
	if (kind != ENTITY_NONE)
		return add_target(out, deed, kind, id, err);
	str_add_text(out, "…");
	return true;
}

/* The decimals of the metric that the record names. */
static bool
decimals_of(int *out, struct deed *deed, const struct record *record, struct err *err)
{
	int field = entity_field(record->entity, "metric");
	struct record metric = { 0 };
	*out = 0;
	if (field < 0 || !record_has(record, field))
		return true;
	bool done = record_read(&metric, deed->store, ENTITY_METRIC, record_integer(record, field, 0), err);
	if (done)
		*out = (int)record_integer(&metric, METRIC_DECIMALS, 0);
	record_release(&metric);
	return done;
}

bool
value_shown(struct str *out, struct deed *deed, const struct record *record, int index, struct err *err)
{
	const struct field *field = &record->entity->fields[index];
	int64_t integer = record_integer(record, index, 0);
	int decimals = 0;
	switch (field->type) {
	case FIELD_REFERENCE:
		return add_target(out, deed, field->target, integer, err);
	case FIELD_SUBJECT:
		return add_subject(out, deed, integer, err);
	case FIELD_ANY:
		return add_target(out, deed, (enum entity_id)record_integer(record, index - 1, 0), integer, err);
	case FIELD_AMOUNT:
		if (!decimals_of(&decimals, deed, record, err))
			return false;
		break;
	default:
		break;
	}
	field_write(field, &record->values[index], decimals, out);
	return true;
}

bool
history_shown(struct str *out, struct deed *deed, const struct field *field, const char *stored,
	enum entity_id entity_before, struct err *err)
{
	int64_t id = stored ? strtoll(stored, NULL, 10) : 0;
	if (field->type == FIELD_REFERENCE && id)
		return add_target(out, deed, field->target, id, err);
	if (field->type == FIELD_SUBJECT && id)
		return add_subject(out, deed, id, err);
	if (field->type == FIELD_ANY && id && entity_before != ENTITY_NONE)
		return add_target(out, deed, entity_before, id, err);
	str_add_text(out, stored ? stored : "");
	return true;
}
