/* The texts of a form, read once after each deed: drawing never asks the book. */
#include "base/mem.h"
#include "ui/view/record_form.h"
#include "ui/view/view_text.h"
#include <stdlib.h>

static void
clear(struct kept_texts *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		free(kept->texts[i]);
	kept->count = 0;
	kept->good = false;
}

void
record_form_release_kept(struct record_form *form)
{
	clear(&form->kept);
	free(form->kept.texts);
	free(form->kept.starts);
	free(form->kept.title);
	form->kept = (struct kept_texts){ 0 };
}

void
record_form_forget(struct record_form *form)
{
	form->kept.good = false;
}

static void
keep_one(struct record_form *form, struct form_at at)
{
	struct kept_texts *kept = &form->kept;
	struct str text = { 0 };

	record_form_read_text(form, at, &text);
	ARRAY_RESERVE(kept->texts, kept->count, kept->capacity);
	kept->texts[kept->count++] = str_take(&text);
}

static void
keep_slot(struct record_form *form, int field)
{
	const struct slot *slot = &form->slots[field];

	form->kept.starts[field] = form->kept.count;
	if (slot->kind != SLOT_TABLE) {
		keep_one(form, (struct form_at){ .field = field });
		return;
	}
	size_t rows = record_form_rows(form, field);
	for (size_t row = 0; row < rows; row++)
		for (int column = 0; column < form->tables[slot->list].count; column++)
			keep_one(form, (struct form_at){ field, row, column });
}

/* The name of the cluster that the record belongs to; of a record without one its own. */
static void
keep_title(struct record_form *form)
{
	const struct record *record = &form->sheaves[0].record;
	struct str title = { 0 };

	for (int i = 0; i < record->entity->field_count && !title.length; i++)
		if (record->entity->fields[i].type == FIELD_REFERENCE &&
			record->entity->fields[i].target == ENTITY_CLUSTER && record_has(record, i))
			view_label(&title, form->session->store, ENTITY_CLUSTER, record_integer(record, i, 0));
	form->kept.own_title = !title.length && !form->fresh;
	if (form->kept.own_title)
		view_label(&title, form->session->store, form->entity, record->id);
	free(form->kept.title);
	form->kept.title = str_take(&title);
}

void
record_form_keep(struct record_form *form)
{
	struct err err = { 0 };

	if (form->kept.good)
		return;
	clear(&form->kept);
	form->kept.starts = mem_resize(form->kept.starts, (size_t)form->slot_count + 1, sizeof *form->kept.starts);
	bool reading = store_read_begin(form->session->store, &err);
	for (int field = 0; field < form->slot_count; field++)
		keep_slot(form, field);
	form->kept.starts[form->slot_count] = form->kept.count;
	keep_title(form);
	if (reading)
		store_read_end(form->session->store);
	err_release(&err);
	form->kept.good = true;
}

bool
record_form_kept(const struct record_form *form, struct form_at at, struct str *out)
{
	const struct kept_texts *kept = &form->kept;

	if (!kept->good || at.field < 0 || at.field >= form->slot_count)
		return false;
	size_t place = kept->starts[at.field];
	if (form->slots[at.field].kind == SLOT_TABLE)
		place += at.row * (size_t)form->tables[form->slots[at.field].list].count + (size_t)at.column;
	if (place < kept->starts[at.field + 1])
		str_add_text(out, kept->texts[place]);
	return true;
}
