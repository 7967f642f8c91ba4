#include "app/label.h"
#include "app/find.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "model/fields.h"
#include "model/interval.h"
#include "text/date.h"
#include <string.h>

const char *
naming_say(const struct naming *how, struct words words)
{
	return how->files ? words.vi : say(words);
}

bool
subject_kind(enum entity_id *out, struct store *store, int64_t id, struct err *err)
{
	int64_t kind;

	if (!rows_one_integer(&kind, 0, store, EDIT_ASK(SUBJECT_KIND), &ARG_INTEGER(id), 1, err))
		return false;
	*out = kind == 1 ? ENTITY_UNIT : kind == 2 ? ENTITY_CLUSTER : ENTITY_NONE;
	return true;
}

bool
reference_target(enum entity_id *entity, int64_t *id, struct store *store, const struct record *record, int field,
	struct err *err)
{
	const struct field *f = &record->entity->fields[field];

	*entity = ENTITY_NONE;
	*id = record_integer(record, field, 0);
	if (!*id)
		return true;
	switch (f->type) {
	case FIELD_REFERENCE:
		*entity = f->target;
		return true;
	case FIELD_SUBJECT:
		return subject_kind(entity, store, *id, err);
	case FIELD_ANY:
		*entity = (enum entity_id)record_integer(record, field - 1, ENTITY_NONE);
		return true;
	default:
		return true;
	}
}

/* Narrows [first, last] by the dates as written that the question returns. */
static bool
narrow_life(struct store *store, const struct question *question, int64_t subject, char first[11], char last[11],
	struct err *err)
{
	struct rows *rows;
	char a[11], b[11];

	if (!rows_open(&rows, store, question, &ARG_INTEGER(subject), 1, err))
		return false;
	if (rows_next(rows, err)) {
		date_bounds(rows_text(rows, 0), a, b);
		if (strcmp(a, first) > 0)
			memcpy(first, a, 11);
		date_bounds(rows_text(rows, 1), a, b);
		if (strcmp(b, last) < 0)
			memcpy(last, b, 11);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
subject_life(struct store *store, int64_t subject, char first[11], char last[11], struct err *err)
{
	struct rows *rows;

	memcpy(first, DAY_FIRST, 11);
	memcpy(last, DAY_LAST, 11);
	if (!rows_open(&rows, store, EDIT_ASK(PHASE_LIFE), &ARG_INTEGER(subject), 1, err))
		return false;
	if (rows_next(rows, err) && rows_known(rows, 0)) {
		memcpy(first, rows_text(rows, 0), 10);
		memcpy(last, rows_text(rows, 1), 10);
	}
	rows_close(rows);
	return err->kind == ERR_NONE && narrow_life(store, EDIT_ASK(UNIT_LIFE), subject, first, last, err) &&
		narrow_life(store, EDIT_ASK(CLUSTER_LIFE), subject, first, last, err);
}

/* Appends "(cũ)" or "(mới)" when another organisation had the name of the phase before or after this one. */
static bool
add_age(struct str *out, const struct naming *how, int64_t subject, int64_t phase, struct err *err)
{
	struct rows *rows;
	char first[11], last[11], other_first[11], other_last[11];
	bool old = false, new = false, any = false;

	if (!rows_open(&rows, how->store, EDIT_ASK(NAMESAKES), &ARG_INTEGER(phase), 1, err))
		return false;
	while (rows_next(rows, err)) {
		if (!any && !subject_life(how->store, subject, first, last, err))
			break;
		any = true;
		if (!subject_life(how->store, rows_integer(rows, 0), other_first, other_last, err))
			break;
		old |= strcmp(last, other_first) < 0;
		new |= strcmp(other_last, first) < 0;
	}
	rows_close(rows);
	if (err->kind != ERR_NONE)
		return false;
	if (old)
		str_add_text(out, naming_say(how, SAY(" (cũ)", " (former)")));
	else if (new)
		str_add_text(out, naming_say(how, SAY(" (mới)", " (new)")));
	return true;
}

/* Reads the one row (id, name, short) of a question about phases. */
static bool
add_phase_name(struct str *out, const struct naming *how, const struct question *question, const struct value *args,
	size_t count, int64_t *phase, struct err *err)
{
	struct rows *rows;

	*phase = 0;
	if (!rows_open(&rows, how->store, question, args, count, err))
		return false;
	if (rows_next(rows, err)) {
		*phase = rows_integer(rows, 0);
		str_add_text(out, rows_text(rows, how->form == LABEL_FULL ? 1 : 2));
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
name_subject(struct str *out, const struct naming *how, int64_t subject, struct err *err)
{
	char today[11];
	int64_t phase;

	if (!how->day)
		date_today(today, store_host(how->store));
	struct value args[] = { ARG_INTEGER(subject), ARG_TEXT(how->day ? how->day : today) };
	if (!add_phase_name(out, how, EDIT_ASK(PHASE_SINCE), args, 2, &phase, err))
		return false;
	if (!phase && !add_phase_name(out, how, EDIT_ASK(PHASE_FIRST), args, 1, &phase, err))
		return false;
	if (!phase) {
		str_add_text(out, "…");
		return true;
	}
	return how->files || add_age(out, how, subject, phase, err);
}

/* The English name of what the program ships, when the person reads English and there is one. */
static const char *
shipped_name(const struct naming *how, const struct record *record, int field, int english)
{
	if (!how->files && say_language() == LANGUAGE_EN && record_has(record, english))
		return record_text(record, english);
	return record_text(record, field);
}

bool
name_record(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	bool full = how->form == LABEL_FULL;

	if (how->form == LABEL_UID)
		return name_key(out, how->store, record, err);
	switch (record->entity->id) {
	case ENTITY_UNIT:
	case ENTITY_CLUSTER:
		return name_subject(out, how, record->id, err);
	case ENTITY_PHASE:
		str_add_text(out, record_text(record, full ? PHASE_NAME : PHASE_SHORT));
		return true;
	case ENTITY_ROLE:
		str_add_text(out, shipped_name(how, record, ROLE_LABEL, ROLE_LABEL_EN));
		return true;
	case ENTITY_METRIC:
		str_add_text(out, shipped_name(how, record, full ? METRIC_NAME : METRIC_SHORT, METRIC_NAME_EN));
		return true;
	case ENTITY_CLASS:
		str_add_text(out, shipped_name(how, record, full ? CLASS_NAME : CLASS_SHORT, CLASS_NAME_EN));
		return true;
	case ENTITY_CLASS_SET:
		str_add_text(out, shipped_name(how, record, CLASS_SET_NAME, CLASS_SET_NAME_EN));
		return true;
	case ENTITY_AWARD:
		str_add_text(out, shipped_name(how, record, AWARD_NAME, AWARD_NAME_EN));
		return true;
	default:
		return name_composed(out, how, record, err);
	}
}

bool
name_id(struct str *out, const struct naming *how, enum entity_id entity, int64_t id, struct err *err)
{
	if (how->form != LABEL_UID && (entity == ENTITY_UNIT || entity == ENTITY_CLUSTER))
		return name_subject(out, how, id, err);
	struct record record = { 0 };
	struct err missing = { 0 };
	if (!id || !entity_of(entity)) {
		str_add_text(out, "…");
		return true;
	}
	if (!record_read(&record, how->store, entity, id, &missing)) {
		bool absent = missing.kind == ERR_NOT_FOUND;
		if (absent) {
			str_add_text(out, "…");
			err_release(&missing);
		} else {
			err_release(err);
			*err = missing;
		}
		return absent;
	}
	bool named = name_record(out, how, &record, err);
	record_release(&record);
	return named;
}

bool
name_reference(struct str *out, const struct naming *how, const struct record *record, int field, struct err *err)
{
	enum entity_id entity;
	int64_t id;

	if (!reference_target(&entity, &id, how->store, record, field, err))
		return false;
	return !id || name_id(out, how, entity, id, err);
}

bool
label_add(struct str *out, struct store *store, enum entity_id entity, int64_t id, enum label_form form,
	const char *day, struct err *err)
{
	struct naming how = { .store = store, .form = form, .day = day };
	return name_id(out, &how, entity, id, err);
}

bool
label_add_record(struct str *out, struct store *store, const struct record *record, enum label_form form,
	const char *day, struct err *err)
{
	struct naming how = { .store = store, .form = form, .day = day };
	return name_record(out, &how, record, err);
}

bool
label_detail(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	return search_detail(out, store, entity, id, err);
}
