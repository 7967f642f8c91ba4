/* Ctrl+D: the value that the last saved record of the kind has, for hands that enter many alike. */
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "store/history.h"
#include "ui/view/record_form.h"
#include <stdlib.h>

/* The cluster that a record of the kind belongs to: index of its field; -1: to none. */
static int
cluster_field(const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++)
		if (entity->fields[i].type == FIELD_REFERENCE && entity->fields[i].target == ENTITY_CLUSTER)
			return i;
	return -1;
}

/* What is repeated comes from the same cluster: its last meeting, not that of another. */
static bool
is_of_cluster(bool *is, struct record_form *form, int64_t id, int64_t cluster, struct err *err)
{
	struct record record = { 0 };

	*is = !cluster;
	if (!cluster)
		return true;
	if (!record_read(&record, form->session->store, form->entity, id, err)) {
		bool gone = err->kind == ERR_NOT_FOUND;
		if (gone)
			err_release(err);
		return gone;
	}
	*is = record_integer(&record, cluster_field(record.entity), 0) == cluster;
	record_release(&record);
	return true;
}

#define READS_MOST 60
/* The record of the kind that the change wrote last, of the cluster (0: of any). */
static bool
written_by(int64_t *id, struct record_form *form, int64_t change, int64_t cluster, struct err *err)
{
	struct record_change *changes;
	size_t count, reads = 0;
	bool good = true, fits;

	if (!history_of_change(&changes, &count, form->session->store, change, err))
		return false;
	for (size_t i = count; good && i-- > 0 && !*id && reads < READS_MOST;) {
		if (changes[i].entity != form->entity || changes[i].op == HISTORY_DELETE ||
			changes[i].record == form->sheaves[0].record.id)
			continue;
		good = is_of_cluster(&fits, form, changes[i].record, cluster, err);
		*id = good && fits ? changes[i].record : 0;
		reads++;
	}
	record_changes_release(changes, count);
	return good;
}

#define CHANGES_BACK 16
/* The last record of the kind that the person (0: anybody) saved. */
static bool
find_last(int64_t *id, struct record_form *form, int64_t account, int64_t cluster, struct err *err)
{
	struct change_head heads[CHANGES_BACK] = { 0 };
	size_t count = 0;
	bool good = history_page(heads, CHANGES_BACK, &count, form->session->store, 0, account, form->entity, 0, err);

	*id = 0;
	for (size_t i = 0; good && i < count && !*id; i++)
		good = !heads[i].stands || heads[i].undoes || written_by(id, form, heads[i].id, cluster, err);
	for (size_t i = 0; i < count; i++)
		change_head_release(&heads[i]);
	return good;
}

/* One's own of the same cluster, anybody's of it, one's own of any, anybody's. */
static bool
find_any_last(int64_t *id, struct record_form *form, struct err *err)
{
	const struct record *record = &form->sheaves[0].record;
	int field = cluster_field(record->entity);
	int64_t cluster = field >= 0 ? record_integer(record, field, 0) : 0,
		account = store_account(form->session->store);

	*id = 0;
	for (int pass = cluster ? 0 : 2; pass < 4 && !*id; pass++) {
		if (pass % 2 == 0 && !account)
			continue;
		if (!find_last(id, form, pass % 2 ? 0 : account, pass < 2 ? cluster : 0, err))
			return false;
	}
	return true;
}

static bool
read_last(struct record_form *form, struct err *err)
{
	int64_t id = 0;

	if (form->last.entity)
		return true;
	if (!find_any_last(&id, form, err))
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
