/* What the form widget asks of a record: texts out and in, advice. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

/* The day whose names count: the end of the year looked at. */
const char *
record_form_day(const struct record_form *form, char day[11])
{
	date_from_ymd(day, form->session->year * 10000 + 1231);
	return day;
}

/* ---- period in two halves ---- */

static void
get_half(const struct record_form *form, const struct record *record, const struct slot *slot, struct str *out)
{
	period p = record_integer(record, slot->field, 0);

	if (!p) {
		if (slot->kind == SLOT_PART && form->part[0] && period_read(&p, 2000, form->part, &(struct err){ 0 }))
			period_show_part(p, out);
	} else if (slot->kind == SLOT_PART) {
		period_show_part(p, out);
	} else {
		str_add_integer(out, period_first_year(p));
	}
}

static bool
set_year(struct record_form *form, struct record *record, int field, const char *text, struct err *err)
{
	period p = record_integer(record, field, 0), typed;

	if (!*text) {
		record_set_none(record, field);
		return true;
	}
	if (!period_read_typed(&typed, text, form->session->year, err))
		return false;
	if (period_is_whole_year(typed) && p)
		typed = period_same_part(p, period_first_year(typed));
	else if (period_is_whole_year(typed) && form->part[0] &&
		!period_read(&typed, period_first_year(typed), form->part, err))
		return false;
	record_set_integer(record, field, typed);
	return true;
}

static bool
set_part(struct record_form *form, struct record *record, int field, const char *text, struct err *err)
{
	period p = record_integer(record, field, 0), typed = 0;
	struct str part = { 0 };

	if (*text && !period_read_typed(&typed, text, p ? period_first_year(p) : form->session->year, err))
		return false;
	if (*text)
		period_part(typed, &part);
	else
		str_add_text(&part, "Y");
	str_cut(&part, part.length < sizeof form->part ? part.length : sizeof form->part - 1);
	memcpy(form->part, str_text(&part), part.length + 1);
	str_release(&part);
	if (p && !period_read(&p, period_first_year(p), form->part, err))
		return false;
	if (p)
		record_set_integer(record, field, p);
	return true;
}

/* ---- the chair ---- */

#define CHAIR_BIT (INT64_C(1) << PARTICIPANT_CAPACITY_CHAIR)
#define ATTENDING_BIT (INT64_C(1) << PARTICIPANT_CAPACITY_ATTENDING)

static bool
is_chair(const struct record *participant)
{
	return (record_integer(participant, PARTICIPANT_CAPACITY, 0) & CHAIR_BIT) != 0;
}

static void
get_chair(const struct record_form *form, struct str *out)
{
	const struct part_list *list = &form->sheaves[0].lists[0];
	bool first = true;

	for (size_t i = 0; i < list->count; i++) {
		if (!is_chair(&list->records[i]))
			continue;
		if (!first)
			str_add_text(out, ", ");
		if (record_has(&list->records[i], PARTICIPANT_PERSON))
			value_show(out, form->session->store, &list->records[i], PARTICIPANT_PERSON);
		else
			parts_show_titles(out, form->session->store, &list->records[i]);
		first = false;
	}
}

static void
clear_chair(struct part_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		int64_t bits = record_integer(&list->records[i], PARTICIPANT_CAPACITY, 0) & ~CHAIR_BIT;
		if (is_chair(&list->records[i]))
			record_set_integer(&list->records[i], PARTICIPANT_CAPACITY, bits ? bits : ATTENDING_BIT);
	}
}

/* The person chairs: as somebody who takes part already, else as a new first row. */
static bool
set_chair_person(struct record_form *form, int64_t person, struct err *err)
{
	struct part_list *list = &form->sheaves[0].lists[0];
	struct record *row = NULL;
	char day[11];

	clear_chair(list);
	for (size_t i = 0; i < list->count && !row; i++)
		if (record_integer(&list->records[i], PARTICIPANT_PERSON, 0) == person)
			row = &list->records[i];
	if (!row) {
		row = part_list_insert(list, 0);
		record_set_integer(row, PARTICIPANT_PERSON, person);
		if (!parts_know_person(row, form->session->store, record_form_day(form, day), err))
			return false;
	}
	record_set_integer(
		row, PARTICIPANT_CAPACITY, (record_integer(row, PARTICIPANT_CAPACITY, 0) & ~ATTENDING_BIT) | CHAIR_BIT);
	return true;
}

static bool
set_chair(struct record_form *form, const char *text, struct err *err)
{
	struct record probe = record_new(ENTITY_PARTICIPANT);
	bool good = true;

	if (!*text) {
		clear_chair(&form->sheaves[0].lists[0]);
	} else {
		good = value_take(&probe, PARTICIPANT_PERSON, text, form->session->store, form->session->year, err) &&
			set_chair_person(form, record_integer(&probe, PARTICIPANT_PERSON, 0), err);
	}
	record_release(&probe);
	return good;
}

/* ---- one place ---- */

static void
get_source(const struct record_form *form, struct str *out)
{
	struct err err = { 0 };

	if (form->source)
		label_add(out, form->session->store, ENTITY_DOCUMENT, form->source, LABEL_SHORT, NULL, &err);
	err_release(&err);
}

static struct words
naming_words(enum naming naming)
{
	return naming == NAMING_FROM_DAY ? SAY("đổi từ ngày", "changed from") : SAY("sửa cho đúng", "corrected");
}

void
record_form_read_text(const struct record_form *form, struct form_at at, struct str *out)
{
	const struct slot *slot = record_form_slot(form, at.field);
	const struct record *record = record_form_record(form, at);

	if (!slot)
		return;
	switch (slot->kind) {
	case SLOT_SOURCE:
		get_source(form, out);
		return;
	case SLOT_CHAIR:
		get_chair(form, out);
		return;
	case SLOT_NAMING:
		str_add_text(out, say(naming_words(form->naming)));
		return;
	case SLOT_NAMING_DAY:
		date_show(out, str_text(&form->naming_day));
		return;
	case SLOT_YEAR:
	case SLOT_PART:
		get_half(form, record, slot, out);
		return;
	default:
		break;
	}
	int field = record_form_field(form, at);
	if (!record || field < 0)
		return;
	if (slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES)
		parts_show_titles(out, form->session->store, record);
	else
		value_show(out, form->session->store, record, field);
}

static void
record_form_get(const void *of, struct form_at at, struct str *out)
{
	if (!record_form_kept(of, at, out))
		record_form_read_text(of, at, out);
}

/* A year that is not known has no basis, and one that is has. */
static void
keep_basis(struct record *term)
{
	bool known = record_has(term, TERM_WORK_YEAR);
	bool unknown = record_integer(term, TERM_YEAR_BASIS, -1) == TERM_YEAR_BASIS_UNKNOWN;

	if (known && unknown)
		record_set_integer(term, TERM_YEAR_BASIS, TERM_YEAR_BASIS_STATED);
	else if (!known)
		record_set_integer(term, TERM_YEAR_BASIS, TERM_YEAR_BASIS_UNKNOWN);
}

static bool
set_source(struct record_form *form, const char *text, struct err *err)
{
	enum entity_id entity;

	form->source = 0;
	if (!*text)
		return true;
	if (find_one(&entity, &form->source, form->session->store, ENTITY_DOCUMENT, false, text, NULL, err))
		return true;
	return err->kind != ERR_NOT_FOUND
		? false
		: err_set(err, ERR_NOT_FOUND,
			  SAY("Sổ văn bản chưa có “{1}”; F4 để chọn, F7 trong bảng chọn để thêm.",
				  "The register has no document “{1}”; F4 to choose, F7 in the list to add."),
			  text, NULL);
}

static bool
set_naming_day(struct record_form *form, const char *text, struct err *err)
{
	struct str stored = { 0 };

	if (!date_read(&stored, text, form->session->year, err))
		return false;
	if (stored.length && !date_is_full(str_text(&stored))) {
		str_release(&stored);
		return err_set(err, ERR_INVALID,
			SAY("Đổi tên từ ngày nào: cần đủ ngày, tháng, năm.",
				"The day of the change is needed in full."),
			NULL);
	}
	str_release(&form->naming_day);
	form->naming_day = stored;
	return true;
}

static bool
set_naming(struct record_form *form, const char *text)
{
	form->naming =
		text_starts(say(naming_words(NAMING_FROM_DAY)), text) && *text ? NAMING_FROM_DAY : NAMING_CORRECT;
	return true;
}

/* A new meeting on a day to come is planned, one on a day that is over was held, until the person says otherwise. */
static void
keep_state(const struct record_form *form, struct record *meeting)
{
	const struct host *host = store_host(form->session->store);
	int64_t state = record_integer(meeting, MEETING_STATE, MEETING_STATE_HELD);
	const char *date = record_text(meeting, MEETING_DATE);
	char first[11], last[11], today[11];

	if (!form->fresh || (state != MEETING_STATE_HELD && state != MEETING_STATE_PLANNED) || !date || !*date)
		return;
	date_bounds(date, first, last);
	date_today(today, host);
	record_set_integer(
		meeting, MEETING_STATE, strcmp(first, today) > 0 ? MEETING_STATE_PLANNED : MEETING_STATE_HELD);
}

/* What follows from a field that was taken. */
static bool
follow(struct record_form *form, struct form_at at, struct record *record, int field, struct err *err)
{
	char day[11];

	if (record->entity->id == ENTITY_TERM && field == TERM_WORK_YEAR)
		keep_basis(record);
	if (record->entity->id == ENTITY_MEETING && field == MEETING_DATE)
		keep_state(form, record);
	if (record->entity->id == ENTITY_PARTICIPANT && field == PARTICIPANT_PERSON)
		return parts_know_person(record, form->session->store, record_form_day(form, day), err);
	(void)at;
	return true;
}

static bool
set_field(struct record_form *form, struct form_at at, const char *text, struct err *err)
{
	struct record *record = record_form_record(form, at);
	const struct slot *slot = &form->slots[at.field];
	int field = record_form_field(form, at);

	if (!record && slot->kind == SLOT_TABLE && *text)
		record = part_list_insert(&form->sheaves[slot->sheaf].lists[slot->list], at.row);
	if (!record || field < 0)
		return true;
	if (slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES)
		return parts_take_titles(record, text, form->session->store, err);
	return value_take(record, field, text, form->session->store, form->session->year, err) &&
		follow(form, at, record, field, err);
}

static bool
record_form_set(void *of, struct form_at at, const char *text, struct err *err)
{
	struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return true;
	struct record *record = record_form_record(form, at);
	switch (slot->kind) {
	case SLOT_SOURCE:
		return set_source(form, text, err);
	case SLOT_CHAIR:
		return set_chair(form, text, err);
	case SLOT_NAMING:
		return set_naming(form, text);
	case SLOT_NAMING_DAY:
		return set_naming_day(form, text, err);
	case SLOT_YEAR:
		return set_year(form, record, slot->field, text, err);
	case SLOT_PART:
		return set_part(form, record, slot->field, text, err);
	case SLOT_HEADING:
		return true;
	default:
		return set_field(form, at, text, err);
	}
}

/* A known thing was chosen: its id goes into the place. */
bool
record_form_refer(struct record_form *form, struct form_at at, int64_t id, struct err *err)
{
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return true;
	if (slot->kind == SLOT_SOURCE) {
		form->source = id;
		return true;
	}
	if (slot->kind == SLOT_CHAIR)
		return set_chair_person(form, id, err);
	struct record *record = record_form_record(form, at);
	if (!record && slot->kind == SLOT_TABLE)
		record = part_list_insert(&form->sheaves[slot->sheaf].lists[slot->list], at.row);
	int field = record_form_field(form, at);
	if (!record || field < 0)
		return true;
	if (slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES)
		field = PARTICIPANT_UNIT;
	record_set_integer(record, field, id);
	return follow(form, at, record, field, err);
}

/* ---- advice ---- */

static void
record_form_advise(void *of, struct form_at at, struct str *out)
{
	const struct record_form *form = of;
	const struct record *record = record_form_record(form, at);
	struct notices notices = { 0 };
	struct err err = { 0 };

	if (record && !record->entity->owner && edit_advise(form->session->store, record, &notices, &err))
		for (size_t i = 0; i < notices.count; i++) {
			if (i)
				str_add_byte(out, ' ');
			str_add_text(out, notices.sentences[i]);
		}
	notices_release(&notices);
	err_release(&err);
}

static bool
record_form_shown(const void *of, int field)
{
	const struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, field);

	if (slot && slot->rare && !form->rare_shown)
		return false;
	return !slot || slot->kind != SLOT_NAMING_DAY || form->naming == NAMING_FROM_DAY;
}

const struct form_ops record_form_form_ops = {
	.get = record_form_get,
	.set = record_form_set,
	.advise = record_form_advise,
	.choices = record_form_choices,
	.several = record_form_several,
	.add_label = record_form_add_label,
	.choices_title = record_form_choices_title,
	.choice_note = record_form_choice_note,
	.choose = record_form_choose,
	.add_new = record_form_add_new,
	.repeat = record_form_repeat,
	.open = record_form_open,
	.rows = record_form_rows,
	.insert = record_form_insert,
	.remove = record_form_remove,
	.copy = record_form_copy,
	.swap = record_form_swap,
	.release_copy = record_form_release_copy,
	.save = record_form_save,
	.shown = record_form_shown,
};
