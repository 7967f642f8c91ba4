/* Where in the form a refusal belongs. */
#include "ui/view/record_form.h"
#include <string.h>

/* Where the row's field stands: by itself, as the name in force does, else in the table. */
static int
place_in_list(const struct record_form *form, int list, size_t row, int field)
{
	int table = -1;

	for (int i = 0; i < form->slot_count; i++) {
		const struct slot *slot = &form->slots[i];
		if (slot->list != list)
			continue;
		if (slot->kind == SLOT_FIELD && slot->field == field && (size_t)slot->row == row)
			return i;
		table = slot->kind == SLOT_TABLE ? i : table;
	}
	return table;
}

/* The place of a field of the record (list -1) or of a row of a table. */
static void
place_fault(struct record_form *form, int sheaf, int list, size_t row, struct err *err)
{
	int field = err->field - 1;
	int place = !err->field ? -1
		: list >= 0     ? place_in_list(form, list, row, field)
				: record_form_place_of(form, sheaf, list, field);

	err->field = place + 1;
	if (place < 0)
		return;
	if (form->slots[place].rare)
		form->rare_shown = true;
	if (form->slots[place].kind != SLOT_TABLE)
		return;
	struct form_at at = { .field = place, .row = row };
	for (int c = 0; c < form->tables[list].count; c++)
		if (form->tables[list].of[c].field == field)
			at.column = c;
	form_focus(&form->form, at);
}

/* The row as it would be stored. */
static struct record
stored_part(const struct sheaf *sheaf, size_t list, size_t row)
{
	struct record part = record_copy(&sheaf->lists[list].records[row]);
	const struct entity *entity = part.entity;

	record_set_integer(&part, entity->owner_field, sheaf->record.id ? sheaf->record.id : 1);
	if (entity->position_field >= 0)
		record_set_integer(&part, entity->position_field, (int64_t)row + 1);
	return part;
}

bool
record_form_check_parts(struct record_form *form, const struct sheaf *work, struct err *err)
{
	for (size_t l = 0; l < work->list_count; l++)
		for (size_t i = 0; i < work->lists[l].count; i++) {
			struct record part = stored_part(work, l, i);
			bool good = record_check(&part, err);
			record_release(&part);
			if (!good) {
				place_fault(form, 0, (int)l, i, err);
				return false;
			}
		}
	return true;
}

/* Whether the rules say the same sentence of this record alone. */
static bool
says(struct store *store, const struct record *record, const char *sentence)
{
	struct notices notices = { 0 };
	struct err err = { 0 };
	bool said = false;

	if (edit_advise(store, record, &notices, &err))
		for (size_t i = 0; i < notices.count; i++)
			said = said || strcmp(notices.sentences[i], sentence) == 0;
	notices_release(&notices);
	err_release(&err);
	return said;
}

void
record_form_locate_fault(struct record_form *form, int sheaf, struct err *err)
{
	const struct sheaf *of = &form->sheaves[sheaf];
	struct store *store = form->session->store;

	if (!err->field || !err->text || !of->list_count || says(store, &of->record, err->text)) {
		place_fault(form, sheaf, -1, 0, err);
		return;
	}
	for (size_t l = 0; of->record.id && l < of->list_count; l++)
		for (size_t i = 0; i < of->lists[l].count; i++) {
			struct record part = stored_part(of, l, i);
			bool said = says(store, &part, err->text);
			record_release(&part);
			if (said) {
				place_fault(form, sheaf, (int)l, i, err);
				return;
			}
		}
	struct err own = { 0 };
	bool whole = record_check(&of->record, &own);
	err_release(&own);
	if (whole && of->record.id)
		err->field = 0; /* of a row, nobody knows which */
	else
		place_fault(form, sheaf, -1, 0, err);
}
