/* A field as the person reads and types it, and back. */
#include "app/figures.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/entry.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/case.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/number.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

/* ---- what an amount is measured in ---- */

int64_t
value_metric(const struct record *record)
{
	switch (record->entity->id) {
	case ENTITY_FIGURE:
		return record_integer(record, FIGURE_METRIC, 0);
	case ENTITY_SUCCESSION_SHARE:
		return record_integer(record, SUCCESSION_SHARE_METRIC, 0);
	default:
		return 0;
	}
}

int
value_decimals(struct store *store, const struct record *record)
{
	struct err err = { 0 };
	struct record metric = { 0 };
	int decimals = 0;
	int64_t id = value_metric(record);

	if (id && record_read(&metric, store, ENTITY_METRIC, id, &err))
		decimals = (int)record_integer(&metric, METRIC_DECIMALS, 0);
	record_release(&metric);
	err_release(&err);
	return decimals;
}

enum entity_id
value_target(const struct record *record, int field, bool *subjects)
{
	const struct field *f = &record->entity->fields[field];

	*subjects = f->type == FIELD_SUBJECT;
	if (f->type == FIELD_REFERENCE)
		return f->target;
	if (f->type == FIELD_ANY)
		return (enum entity_id)record_integer(record, field - 1, ENTITY_NONE);
	return ENTITY_NONE;
}

/* ---- showing ---- */

static void
show_reference(struct str *out, struct store *store, const struct record *record, int field)
{
	struct err err = { 0 };
	bool subjects;
	enum entity_id target = value_target(record, field, &subjects);
	int64_t id = record_integer(record, field, 0);

	if (subjects && !subject_kind(&target, store, id, &err))
		target = ENTITY_NONE;
	if (target != ENTITY_NONE)
		label_add(out, store, target, id, LABEL_SHORT, NULL, &err);
	err_release(&err);
}

static void
show_integer(struct str *out, struct store *store, const struct record *record, int field)
{
	const struct field *f = &record->entity->fields[field];
	int64_t integer = record_integer(record, field, 0);
	const struct choice *choice;

	switch (f->type) {
	case FIELD_BOOL:
		str_add_text(out, say(integer ? SAY("có", "yes") : SAY("không", "no")));
		break;
	case FIELD_PERIOD:
		period_show(integer, out);
		break;
	case FIELD_CHOICE:
		choice = choice_numbered(f->choices, integer);
		str_add_text(out, choice ? say(choice->label) : "");
		break;
	case FIELD_SET:
		set_show(out, f->choices, integer);
		break;
	case FIELD_ENTITY:
		if (entity_of((enum entity_id)integer))
			text_first_upper(out, say(entity_of((enum entity_id)integer)->one));
		break;
	case FIELD_AMOUNT:
		number_show(out, integer, value_decimals(store, record), '=');
		break;
	case FIELD_HUNDREDTHS:
		number_show(out, integer, 2, '=');
		break;
	default:
		str_add_integer(out, integer);
	}
}

void
value_show(struct str *out, struct store *store, const struct record *record, int field)
{
	if (!record_has(record, field))
		return;
	switch (record->entity->fields[field].type) {
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		show_reference(out, store, record, field);
		break;
	case FIELD_DATE:
		date_show(out, record_text(record, field));
		break;
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
	case FIELD_UID:
		str_add_text(out, record_text(record, field));
		break;
	default:
		show_integer(out, store, record, field);
	}
}

/* ---- taking ---- */

static bool
take_reference(struct record *record, int field, const char *typed, struct store *store, struct err *err)
{
	bool subjects;
	enum entity_id target = value_target(record, field, &subjects), found;
	int64_t id;

	if (target == ENTITY_NONE && !subjects)
		return err_set(err, ERR_INVALID,
			SAY("Hãy chọn loại bản ghi trước.", "Please choose the kind of record first."), NULL);
	if (!find_one(&found, &id, store, target, subjects, typed, NULL, err)) {
		if (err->kind != ERR_NOT_FOUND)
			return false;
		return err_set(err, ERR_NOT_FOUND,
			SAY("Sổ chưa có “{1}”; F4 để chọn trong sổ, rồi F7 nếu cần thêm mới.",
				"The book has no “{1}”; F4 to choose from the book, then F7 to add a new one."),
			typed, NULL);
	}
	record_set_integer(record, field, id);
	return true;
}

/* The choice that the text names or begins, when only one does. */
static const struct choice *
choice_typed(struct choices choices, const char *typed)
{
	const struct choice *found = choice_worded(choices, typed);
	size_t matches = 0;

	for (size_t i = 0; !found && i < choices.count && matches < 2; i++)
		if (text_match(typed, say(choices.items[i].label), NULL, 0, NULL) != MATCH_NONE)
			matches++;
	for (size_t i = 0; !found && matches == 1 && i < choices.count; i++)
		if (text_match(typed, say(choices.items[i].label), NULL, 0, NULL) != MATCH_NONE)
			found = &choices.items[i];
	return found;
}

static bool
refuse_choice(struct err *err, const char *typed)
{
	return err_set(err, ERR_INVALID,
		SAY("Không có giá trị “{1}” ở mục này; F4 để xem các giá trị.",
			"There is no value “{1}” here; F4 shows the values."),
		typed, NULL);
}

static bool
take_choice(struct record *record, int field, const char *typed, struct err *err)
{
	const struct choice *choice = choice_typed(record->entity->fields[field].choices, typed);

	if (!choice)
		return refuse_choice(err, typed);
	record_set_integer(record, field, choice->number);
	return true;
}

static bool
take_set(struct record *record, int field, const char *typed, struct err *err)
{
	int64_t bits = 0;
	char *text = mem_copy_text(typed), *rest = text;
	bool good = true;

	while (good && rest) {
		char *end = strpbrk(rest, ",;");
		char *next = end ? end + 1 : NULL;
		if (end)
			*end = '\0';
		rest += strspn(rest, " ");
		if (*rest) {
			const struct choice *choice = choice_typed(record->entity->fields[field].choices, rest);
			good = choice || refuse_choice(err, rest);
			bits |= choice ? INT64_C(1) << choice->number : 0;
		}
		rest = next;
	}
	free(text);
	if (good && bits)
		record_set_integer(record, field, bits);
	else if (good)
		record_set_none(record, field);
	return good;
}

static bool
take_bool(struct record *record, int field, const char *typed, struct err *err)
{
	struct str bare = { 0 };
	int answer = -1;

	text_bare(&bare, typed);
	if (strcmp(str_text(&bare), "co") == 0 || strcmp(str_text(&bare), "yes") == 0 ||
		strcmp(str_text(&bare), "c") == 0 || strcmp(str_text(&bare), "1") == 0)
		answer = 1;
	else if (text_starts("khong", str_text(&bare)) || strcmp(str_text(&bare), "no") == 0 ||
		strcmp(str_text(&bare), "0") == 0)
		answer = 0;
	str_release(&bare);
	if (answer < 0)
		return err_set(err, ERR_INVALID,
			SAY("Mục này chỉ nhận “có” hoặc “không”.", "This field takes “yes” or “no” only."), NULL);
	record_set_integer(record, field, answer);
	return true;
}

/* A whole number or one with the decimals that the field keeps. */
static bool
take_number(struct record *record, int field, const char *typed, int decimals, struct err *err)
{
	struct number number;
	int64_t amount;

	if (!number_read(&number, typed, decimals > 0, err))
		return false;
	if (number.no_number || number.has_whole || !number_rescale(&amount, number.digits, number.decimals, decimals))
		return err_set(err, ERR_INVALID,
			decimals ? SAY("“{1}” không phải số hợp với mục này.", "“{1}” is no number for this field.")
				 : SAY("“{1}” không phải số nguyên; mục này chỉ nhận số nguyên.",
					   "“{1}” is no whole number; this field takes whole numbers only."),
			typed, NULL);
	record_set_integer(record, field, amount);
	return true;
}

/* "trên 344 tỷ": value, qualifier, status and words come together. */
static bool
take_figure(struct record *record, int field, const char *typed, struct store *store, struct err *err)
{
	struct figure_column column = { 0 };
	struct entry entry = { 0 };
	int64_t metric = value_metric(record);

	if (!metric)
		return err_set(err, ERR_INVALID,
			SAY("Hãy chọn chỉ tiêu trước khi ghi số.", "Please choose the metric before the number."),
			NULL);
	if (!figure_column_read(&column, store, metric, err))
		return false;
	column.facts.money_scale = 0; /* the form shows the full sum */
	bool good = entry_read(&entry, typed, &column.facts, err);
	if (good &&
		(entry.ask_decimal || entry.remove ||
			(record->entity->id != ENTITY_FIGURE && entry.status != FIGURE_STATUS_NUMBER)))
		good = err_set(err, ERR_INVALID,
			SAY("Chưa rõ số “{1}”; hãy ghi rõ hơn.",
				"The number “{1}” is not clear; please say it in full."),
			typed, NULL);
	if (good && record->entity->id == ENTITY_FIGURE)
		entry_apply(&entry, &column.facts, record);
	else if (good)
		record_set_integer(record, field, entry.quantity.amount);
	entry_release(&entry);
	figure_column_release(&column);
	return good;
}

static bool
take_date(struct record *record, int field, const char *typed, int year, struct err *err)
{
	struct str stored = { 0 };
	bool good = date_read(&stored, typed, year, err);

	if (good)
		record_set_text(record, field, str_text(&stored));
	str_release(&stored);
	return good;
}

static bool
take_period(struct record *record, int field, const char *typed, int year, struct err *err)
{
	period p;

	if (!period_read_typed(&p, typed, year, err))
		return false;
	record_set_integer(record, field, p);
	return true;
}

static bool
check_limits(const struct field *f, int64_t integer, struct err *err)
{
	int64_t least = f->type == FIELD_YEAR ? 1900 : f->min, most = f->type == FIELD_YEAR ? 2999 : f->max;
	struct str from = { 0 }, to = { 0 };
	bool good = (!least && !most) || (integer >= least && integer <= most);

	if (!good) {
		str_add_integer(&from, least);
		str_add_integer(&to, most);
		err_set(err, ERR_INVALID, SAY("“{1}” phải từ {2} đến {3}.", "“{1}” must be from {2} to {3}."),
			say(f->label), str_text(&from), str_text(&to), NULL);
	}
	str_release(&from);
	str_release(&to);
	return good;
}

/* A year is typed as four digits; «24» is not completed by the program. */
static bool
take_plain(struct record *record, int field, const char *typed, struct err *err)
{
	struct record probe = record_copy(record);
	bool good = take_number(&probe, field, typed, 0, err) &&
		check_limits(&record->entity->fields[field], record_integer(&probe, field, 0), err);

	if (good)
		record_set_integer(record, field, record_integer(&probe, field, 0));
	record_release(&probe);
	return good;
}

bool
value_take(struct record *record, int field, const char *typed, struct store *store, int year, struct err *err)
{
	const struct field *f = &record->entity->fields[field];

	if (!*typed) {
		record_set_none(record, field);
		return true;
	}
	switch (f->type) {
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		return take_reference(record, field, typed, store, err);
	case FIELD_CHOICE:
		return take_choice(record, field, typed, err);
	case FIELD_SET:
		return take_set(record, field, typed, err);
	case FIELD_BOOL:
		return take_bool(record, field, typed, err);
	case FIELD_DATE:
		return take_date(record, field, typed, year, err);
	case FIELD_PERIOD:
		return take_period(record, field, typed, year, err);
	case FIELD_AMOUNT:
		return take_figure(record, field, typed, store, err);
	case FIELD_HUNDREDTHS:
		return take_number(record, field, typed, 2, err);
	case FIELD_INTEGER:
	case FIELD_YEAR:
		return take_plain(record, field, typed, err);
	case FIELD_ENTITY: {
		const struct entity *entity = entity_named(typed);
		if (!entity)
			return refuse_choice(err, typed);
		record_set_integer(record, field, entity->id);
		return true;
	}
	default:
		record_set_text(record, field, typed);
		return true;
	}
}
