/* Values to choose from, for every type of field. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/case.h"
#include "text/match.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

#define CANDIDATES 60

static void
add_match(struct choice_items *out, size_t *all, const char *query, int64_t id, const char *text, bool marked)
{
	(*all)++;
	if (text_match(query, text, NULL, 0, NULL) != MATCH_NONE)
		choice_items_add(out, id, text, NULL)->marked = marked;
}

/* The records of a kind (or units and clusters) whose names match. */
static bool
fill_candidates(struct record_form *form, enum entity_id entity, bool subjects, const char *query,
	struct choice_items *out, size_t *all, struct err *err)
{
	struct candidate *found = mem_new(CANDIDATES, sizeof *found);
	size_t count = 0, total = 0;
	char day[11];
	const char *on = record_form_day(form, day);
	struct store *store = form->session->store;
	bool good = find_candidates(found, CANDIDATES, &count, &total, store, entity, subjects, query, on, err);

	for (size_t i = 0; good && i < count; i++)
		choice_items_add(out, found[i].id, found[i].label, found[i].detail)->kind = (int)found[i].entity;
	candidates_release(found, good ? count : 0);
	free(found);
	*all = total;
	if (!good || !*query)
		return good;
	found = mem_new(1, sizeof *found);
	good = find_candidates(found, 1, &count, all, store, entity, subjects, "", on, err);
	candidates_release(found, good ? count : 0);
	free(found);
	return good;
}

static void
fill_choices(const struct record *record, int field, const char *query, struct choice_items *out, size_t *all)
{
	const struct field *f = &record->entity->fields[field];
	int64_t bits = f->type == FIELD_SET ? record_integer(record, field, 0) : 0;

	for (size_t i = 0; i < f->choices.count; i++) {
		const struct choice *choice = &f->choices.items[i];
		add_match(out, all, query, choice->number, say(choice->label),
			f->type == FIELD_SET && (bits & (INT64_C(1) << choice->number)));
	}
}

static void
fill_kinds(const char *query, struct choice_items *out, size_t *all)
{
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		struct str kind = { 0 };
		text_first_upper(&kind, say(entity_of((enum entity_id)id)->one));
		if (id != ENTITY_CITATION && id != ENTITY_BOOK && id != ENTITY_SPAN)
			add_match(out, all, query, id, str_text(&kind), false);
		str_release(&kind);
	}
}

static const char *const part_codes[] = { "Y", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "C09", "M01", "M02", "M03", "M04",
	"M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "C02", "C04", "C05", "C07", "C08", "C10", "C11" };

/* Parts of a year; in full («6 tháng đầu năm 2024») for the years around the one looked at. */
static bool
fill_periods(int year, bool whole, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct str text = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < ARRAY_COUNT(part_codes); i++) {
		period p;
		good = period_read(&p, year, part_codes[i], err);
		str_clear(&text);
		if (whole)
			period_show(p, &text);
		else
			period_show_part(p, &text);
		if (good)
			add_match(out, all, query, p, str_text(&text), false);
	}
	str_release(&text);
	return good;
}

static void
fill_naming(const char *query, struct choice_items *out, size_t *all)
{
	add_match(out, all, query, NAMING_CORRECT, say(SAY("sửa cho đúng", "corrected")), false);
	add_match(out, all, query, NAMING_FROM_DAY, say(SAY("đổi từ ngày", "changed from")), false);
}

static bool
fill_field(struct record_form *form, const struct record *record, int field, const char *query,
	struct choice_items *out, size_t *all, struct err *err)
{
	const struct field *f = &record->entity->fields[field];
	bool subjects;
	enum entity_id target;

	switch (f->type) {
	case FIELD_CHOICE:
	case FIELD_SET:
		fill_choices(record, field, query, out, all);
		return true;
	case FIELD_BOOL:
		add_match(out, all, query, 1, say(SAY("có", "yes")), false);
		add_match(out, all, query, 0, say(SAY("không", "no")), false);
		return true;
	case FIELD_ENTITY:
		fill_kinds(query, out, all);
		return true;
	case FIELD_PERIOD:
		return fill_periods(form->session->year, true, query, out, all, err) &&
			fill_periods(form->session->year - 1, true, query, out, all, err) &&
			fill_periods(form->session->year + 1, true, query, out, all, err);
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		target = value_target(record, field, &subjects);
		return target == ENTITY_NONE && !subjects
			? false
			: fill_candidates(form, target, subjects, query, out, all, err);
	default:
		return false;
	}
}

bool
record_form_choices(
	void *of, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);

	*all = 0;
	if (!slot)
		return false;
	switch (slot->kind) {
	case SLOT_SOURCE:
		return fill_candidates(form, ENTITY_DOCUMENT, false, query, out, all, err);
	case SLOT_CHAIR:
		return fill_candidates(form, ENTITY_PERSON, false, query, out, all, err);
	case SLOT_PART:
		return fill_periods(form->session->year, false, query, out, all, err);
	case SLOT_NAMING:
		fill_naming(query, out, all);
		return true;
	default:
		break;
	}
	int field = record_form_field(form, at);
	const struct record *record = record_form_record(form, at);
	struct record probe = { 0 };
	if (field < 0)
		return false;
	if (!record) {
		probe = record_new(form->sheaves[slot->sheaf].lists[slot->list].entity);
		record = &probe;
	}
	bool titles = slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES;
	bool good = fill_field(form, record, titles ? PARTICIPANT_UNIT : field, query, out, all, err);
	record_release(&probe);
	return good;
}

/* The field that a place stands for, its record's kind in *entity. */
static const struct field *
field_at(const struct record_form *form, struct form_at at)
{
	const struct slot *slot = record_form_slot(form, at.field);
	int field = record_form_field(form, at);

	if (!slot || field < 0)
		return NULL;
	const struct sheaf *sheaf = &form->sheaves[slot->sheaf];
	const struct entity *entity =
		slot->list < 0 ? sheaf->record.entity : entity_of(sheaf->lists[slot->list].entity);
	if (slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES)
		field = PARTICIPANT_UNIT;
	return &entity->fields[field];
}

bool
record_form_several(const void *of, struct form_at at)
{
	const struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);
	const struct field *field =
		slot && (slot->kind == SLOT_FIELD || slot->kind == SLOT_TABLE) ? field_at(form, at) : NULL;

	return field && field->type == FIELD_SET;
}

/* The kind of record that the place takes; ENTITY_NONE: no reference. */
static enum entity_id
target_kind(const struct record_form *form, struct form_at at)
{
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return ENTITY_NONE;
	if (slot->kind == SLOT_SOURCE)
		return ENTITY_DOCUMENT;
	if (slot->kind == SLOT_CHAIR)
		return ENTITY_PERSON;
	const struct field *field = field_at(form, at);
	if (field && field->type == FIELD_REFERENCE)
		return field->target;
	return field && field->type == FIELD_SUBJECT ? ENTITY_UNIT : ENTITY_NONE;
}

bool
record_form_refers(const struct record_form *form, struct form_at at)
{
	return target_kind(form, at) != ENTITY_NONE;
}

const char *
record_form_choices_title(const void *of, struct form_at at)
{
	switch (target_kind(of, at)) {
	case ENTITY_PERSON:
		return say(SAY("Chọn người", "Choose a person"));
	case ENTITY_UNIT:
		return say(SAY("Chọn đơn vị", "Choose a unit"));
	case ENTITY_DOCUMENT:
		return say(SAY("Chọn văn bản", "Choose a document"));
	case ENTITY_METRIC:
		return say(SAY("Chọn chỉ tiêu", "Choose a metric"));
	case ENTITY_MEETING:
		return say(SAY("Chọn hội nghị", "Choose a meeting"));
	case ENTITY_CLUSTER:
		return say(SAY("Chọn cụm", "Choose a cluster"));
	default:
		return NULL;
	}
}

/* Whoever is in the table already is named. */
void
record_form_choice_note(const void *of, struct form_at at, const struct choice_item *item, struct str *out)
{
	const struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);
	int field = record_form_field(form, at);

	if (!item || !slot || slot->kind != SLOT_TABLE || field < 0 || target_kind(form, at) == ENTITY_NONE)
		return;
	const struct part_list *list = &form->sheaves[slot->sheaf].lists[slot->list];
	for (size_t i = 0; i < list->count; i++) {
		if (i == at.row || record_integer(&list->records[i], field, 0) != item->id)
			continue;
		const char *where = list->entity == ENTITY_PARTICIPANT ? say(SAY("thành phần", "the list"))
								       : say(SAY("danh sách", "the list"));
		char *text = say_format(SAY("{1} đã có trong {2}.", "{1} is in {2} already."), item->text, where, NULL);
		str_add_text(out, text);
		free(text);
		return;
	}
}

const char *
record_form_add_label(const void *of, struct form_at at)
{
	switch (target_kind(of, at)) {
	case ENTITY_PERSON:
		return say(SAY("Thêm người mới tên", "Add a new person named"));
	case ENTITY_UNIT:
		return say(SAY("Thêm đơn vị mới tên", "Add a new unit named"));
	case ENTITY_DOCUMENT:
		return say(SAY("Thêm văn bản mới tên", "Add a new document titled"));
	case ENTITY_METRIC:
		return say(SAY("Thêm chỉ tiêu mới tên", "Add a new metric named"));
	case ENTITY_AWARD:
		return say(SAY("Thêm hình thức khen mới tên", "Add a new award named"));
	case ENTITY_CLUSTER:
		return say(SAY("Thêm cụm mới tên", "Add a new cluster named"));
	case ENTITY_MEETING:
		return say(SAY("Thêm hội nghị mới tên", "Add a new meeting named"));
	case ENTITY_ROLE:
		return say(SAY("Thêm vai trò mới tên", "Add a new role named"));
	default:
		return NULL;
	}
}

/* ---- taking ---- */

/* Several: the bits are gathered item by item; the call without item ends it. */
static bool
take_bit(struct record *record, int field, const struct choice_item *item)
{
	int64_t bits = record_integer(record, field, 0);

	if (!item)
		return true;
	bits = item->marked ? bits | (INT64_C(1) << item->id) : bits & ~(INT64_C(1) << item->id);
	if (bits)
		record_set_integer(record, field, bits);
	else
		record_set_none(record, field);
	return true;
}

static bool
take_part(struct record_form *form, struct record *record, int field, int64_t chosen, struct err *err)
{
	struct str part = { 0 };
	period p = record_integer(record, field, 0);

	period_part(chosen, &part);
	str_cut(&part, part.length < sizeof form->part ? part.length : sizeof form->part - 1);
	memcpy(form->part, str_text(&part), part.length + 1);
	str_release(&part);
	if (!p)
		return true;
	if (!period_read(&p, period_first_year(p), form->part, err))
		return false;
	record_set_integer(record, field, p);
	return true;
}

bool
record_form_choose(void *of, struct form_at at, const struct choice_item *item, struct err *err)
{
	struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return true;
	if (slot->kind == SLOT_NAMING) {
		if (item)
			form->naming = (enum naming)item->id;
		return true;
	}
	if (slot->kind == SLOT_PART)
		return !item || take_part(form, record_form_record(form, at), slot->field, item->id, err);
	if (record_form_several(form, at)) {
		struct record *record = record_form_record(form, at);
		if (!record && slot->kind == SLOT_TABLE)
			record = part_list_insert(&form->sheaves[slot->sheaf].lists[slot->list], at.row);
		return !record || take_bit(record, record_form_field(form, at), item);
	}
	return !item || record_form_refer(form, at, item->id, err);
}
