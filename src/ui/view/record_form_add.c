/* F7 in a list of values: a new record from what is typed.  F5: the record that a field refers to. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

static enum entity_id
target_at(const struct record_form *form, struct form_at at, int64_t *id)
{
	const struct slot *slot = record_form_slot(form, at.field);
	const struct record *record = record_form_record(form, at);
	struct err err = { 0 };
	bool subjects = false;

	*id = 0;
	if (slot->kind == SLOT_SOURCE) {
		*id = form->source;
		return ENTITY_DOCUMENT;
	}
	if (slot->kind == SLOT_CHAIR)
		return ENTITY_PERSON;
	int field = record_form_field(form, at);
	if (field < 0)
		return ENTITY_NONE;
	const struct entity *entity = slot->list < 0 ? form->sheaves[slot->sheaf].record.entity
						     : entity_of(form->sheaves[slot->sheaf].lists[slot->list].entity);
	if (slot->kind == SLOT_TABLE && form->tables[slot->list].of[at.column].kind == PART_TITLES)
		field = PARTICIPANT_UNIT;
	enum entity_id target =
		entity->fields[field].type == FIELD_REFERENCE ? entity->fields[field].target : ENTITY_NONE;
	if (record) {
		target = value_target(record, field, &subjects);
		*id = record_integer(record, field, 0);
	} else if (entity->fields[field].type == FIELD_SUBJECT) {
		subjects = true;
	}
	if (subjects && (!*id || !subject_kind(&target, form->session->store, *id, &err)))
		target = ENTITY_UNIT;
	err_release(&err);
	return target;
}

/* ---- minimal records ---- */

/* A person is a name, a unit a name in time: enough to go on. */
static bool
save_minimal(int64_t *id, struct store *store, struct sheaf *sheaf, struct err *err)
{
	struct change *change;

	if (!change_begin(&change, store, "save", NULL, err))
		return false;
	if (!edit_put_sheaf(change, sheaf, NULL, NULL, err)) {
		change_abandon(change);
		return false;
	}
	*id = sheaf->record.id;
	return change_commit(change, err);
}

/* Two or more words all in plain letters: nearly always a name typed without marks. */
static bool
has_marks(const char *name)
{
	for (const char *at = name; *at; at++)
		if ((unsigned char)*at >= 0x80)
			return true;
	return !strchr(name, ' ');
}

static bool
add_minimal(int64_t *id, struct store *store, enum entity_id entity, const char *typed, struct err *err)
{
	struct sheaf sheaf = sheaf_new(entity);

	if (entity == ENTITY_PERSON) {
		record_set_text(&sheaf.record, PERSON_NAME, typed);
		record_set_integer(&sheaf.record, PERSON_HAS_MARKS, has_marks(typed));
	} else {
		struct record *phase = part_list_insert(&sheaf.lists[0], 0);
		record_set_text(phase, PHASE_NAME, typed);
		record_set_text(phase, PHASE_SHORT, typed);
	}
	bool good = save_minimal(id, store, &sheaf, err);
	sheaf_release(&sheaf);
	return good;
}

bool
record_form_add_new(void *of, struct form_at at, const char *typed, struct err *err)
{
	struct record_form *form = of;
	int64_t id;
	enum entity_id target = target_at(form, at, &id);

	if (target == ENTITY_NONE)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Ở mục này không thêm mới được.", "Nothing can be added here."), NULL);
	if (*typed && (target == ENTITY_PERSON || target == ENTITY_UNIT)) {
		if (!add_minimal(&id, form->session->store, target, typed, err) ||
			!record_form_refer(form, at, id, err))
			return false;
		session_saved(form->session, SAY("Đã thêm {1} “{2}” vào sổ.", "Added the {1} “{2}” to the book."),
			say(entity_of(target)->one), typed, NULL);
		return true;
	}
	form->adding = at;
	struct record_form_place place = { .entity = target, .typed = typed };
	return ui_open_tagged(form->view.ui, &record_form_ops, &place, RECORD_TAG_NEW, err);
}

/* ---- the record referred to ---- */

bool
record_form_open(void *of, struct form_at at, struct err *err)
{
	struct record_form *form = of;
	int64_t id = 0;
	enum entity_id target = record_form_slot(form, at.field) ? target_at(form, at, &id) : ENTITY_NONE;

	if (!id || target == ENTITY_NONE) {
		if (form->fresh || !form->sheaves[0].record.id)
			return err_set(err, ERR_NOT_FOUND,
				SAY("Mục này không chỉ đến bản ghi nào.", "This field refers to no record."), NULL);
		return detail_open(form->view.ui, form->entity, form->sheaves[0].record.id, err);
	}
	struct record_form_place place = { .entity = target, .id = id };
	return ui_open_tagged(form->view.ui, &record_form_ops, &place, RECORD_TAG_OPENED, err);
}
