/* Ctrl+D: the value that the last saved record of the kind has, for hands that enter many alike. */
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "store/history.h"
#include "ui/view/record_form.h"
#include <stdlib.h>

/* The record of the kind that the change wrote last. */
static bool
written_by(int64_t *id, struct record_form *form, int64_t change, struct err *err)
{
	struct record_change *changes;
	size_t count;

	if (!history_of_change(&changes, &count, form->session->store, change, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (changes[i].entity == form->entity && changes[i].op != HISTORY_DELETE &&
			changes[i].record != form->sheaves[0].record.id)
			*id = changes[i].record;
	record_changes_release(changes, count);
	return true;
}

#define CHANGES_BACK 16
/* The last record of the kind that this person saved, else that anybody did. */
static bool
find_last(int64_t *id, struct record_form *form, int64_t account, struct err *err)
{
	struct change_head heads[CHANGES_BACK] = { 0 };
	size_t count = 0;
	bool good = history_page(heads, CHANGES_BACK, &count, form->session->store, 0, account, form->entity, 0, err);

	*id = 0;
	for (size_t i = 0; good && i < count && !*id; i++)
		good = !heads[i].stands || heads[i].undoes || written_by(id, form, heads[i].id, err);
	for (size_t i = 0; i < count; i++)
		change_head_release(&heads[i]);
	return good;
}

static bool
read_last(struct record_form *form, struct err *err)
{
	int64_t id = 0;
	int64_t account = store_account(form->session->store);

	if (form->last.entity)
		return true;
	if (account && !find_last(&id, form, account, err))
		return false;
	if (!id && !find_last(&id, form, 0, err))
		return false;
	if (id && !record_read(&form->last, form->session->store, form->entity, id, err)) {
		if (err->kind != ERR_NOT_FOUND)
			return false;
		err_release(err);
		id = 0;
	}
	if (!id)
		form->last = record_new(form->entity);
	return true;
}

static bool
nothing_to_repeat(struct err *err)
{
	return err_set(err, ERR_NOT_FOUND,
		SAY("Chưa có bản ghi trước nào cùng loại để lặp lại.",
			"There is no earlier record of the kind to repeat."),
		NULL);
}

/* The rows of the last record come as new ones. */
static bool
repeat_rows(struct record_form *form, const struct slot *slot, struct err *err)
{
	struct sheaf last;
	struct part_list *into = &form->sheaves[slot->sheaf].lists[slot->list];

	if (!sheaf_read(&last, form->session->store, form->entity, form->last.id, err))
		return false;
	const struct part_list *from = &last.lists[slot->list];
	for (size_t i = 0; i < from->count; i++) {
		struct record *row = part_list_insert(into, into->count);
		record_release(row);
		*row = record_copy(&from->records[i]);
		row->id = row->rev = 0;
		if (row->entity->uid_field >= 0)
			record_set_none(row, row->entity->uid_field);
	}
	sheaf_release(&last);
	return true;
}

/* The document that the last record cites, else the one of the session. */
static bool
repeat_source(struct record_form *form, struct err *err)
{
	int64_t document = 0;

	if (form->last.id && !cited_document(&document, form->session->store, form->entity, form->last.id, err))
		return false;
	if (!document)
		document = form->session->source;
	if (!document)
		return err_set(err, ERR_NOT_FOUND,
			SAY("Bản ghi trước không ghi nguồn.", "The last record cites no source."), NULL);
	form->source = document;
	return true;
}

static bool
repeat_field(struct record_form *form, const struct slot *slot, struct err *err)
{
	struct record *record = &form->sheaves[slot->sheaf].record;

	if (slot->field < 0 || !record_has(&form->last, slot->field))
		return err_set(err, ERR_NOT_FOUND,
			SAY("Bản ghi trước để trống mục này.", "The last record has nothing in this field."), NULL);
	value_release(&record->values[slot->field]);
	record->values[slot->field] = value_copy(&form->last.values[slot->field]);
	if (record->entity->id == ENTITY_TERM && slot->field == TERM_WORK_YEAR &&
		record_integer(record, TERM_YEAR_BASIS, 0) == TERM_YEAR_BASIS_UNKNOWN)
		record_set_integer(record, TERM_YEAR_BASIS, TERM_YEAR_BASIS_STATED);
	return true;
}

/* In a row: the cell above. */
static bool
repeat_cell(struct record_form *form, struct form_at at, const struct slot *slot, struct err *err)
{
	struct part_list *list = &form->sheaves[slot->sheaf].lists[slot->list];
	int field = record_form_field(form, at);

	if (at.row == 0 || at.row > list->count || field < 0)
		return err_set(
			err, ERR_NOT_FOUND, SAY("Không có dòng trên để chép.", "There is no row above to copy."), NULL);
	struct record *row = at.row < list->count ? &list->records[at.row] : part_list_insert(list, at.row);
	value_release(&row->values[field]);
	row->values[field] = value_copy(&list->records[at.row - 1].values[field]);
	return true;
}

bool
record_form_repeat(void *of, struct form_at at, struct err *err)
{
	struct record_form *form = of;
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return nothing_to_repeat(err);
	if (slot->kind == SLOT_TABLE && form->sheaves[slot->sheaf].lists[slot->list].count > 0)
		return repeat_cell(form, at, slot, err);
	if (!read_last(form, err))
		return false;
	if (!form->last.id)
		return nothing_to_repeat(err);
	switch (slot->kind) {
	case SLOT_TABLE:
		return repeat_rows(form, slot, err);
	case SLOT_SOURCE:
		return repeat_source(form, err);
	case SLOT_FIELD:
		if (slot->list >= 0)
			return nothing_to_repeat(err);
		return repeat_field(form, slot, err);
	case SLOT_YEAR:
	case SLOT_PART:
		return repeat_field(form, slot, err);
	default:
		return nothing_to_repeat(err);
	}
}
