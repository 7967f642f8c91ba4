/* A form that is not saved: written down, and opened again as it was. */
#include "base/mem.h"
#include "ui/view/drafts.h"
#include "ui/view/record_form.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- places by a name that outlives the layout ---- */

static char *
name_of_place(const struct record_form *form, int field)
{
	const struct slot *slot = record_form_slot(form, field);
	struct str name = { 0 };

	if (!slot)
		return NULL;
	const struct sheaf *sheaf = &form->sheaves[slot->sheaf];
	const struct entity *entity =
		slot->list < 0 ? sheaf->record.entity : entity_of(sheaf->lists[slot->list].entity);
	str_add_format(&name, "%d %d %s.%s", (int)slot->kind, slot->sheaf, entity->table,
		slot->field < 0 ? "" : entity->fields[slot->field].code);
	return str_take(&name);
}

static bool
find_place(const struct record_form *form, const char *name, int64_t row, int64_t column, struct form_at *at)
{
	for (int field = 0; name && field < form->slot_count; field++) {
		const struct slot *slot = &form->slots[field];
		char *own = name_of_place(form, field);
		bool same = text_equal(own, name);
		free(own);
		if (!same)
			continue;
		*at = (struct form_at){ .field = field };
		if (slot->kind == SLOT_TABLE) {
			size_t rows = record_form_rows(form, field);
			at->row = (size_t)row < rows ? (size_t)row : rows;
			at->column = column < form->tables[slot->list].count ? (int)column : 0;
		}
		return true;
	}
	return false;
}

/* ---- writing down ---- */

static void
draft_records(const struct record_form *form, struct draft_form *out)
{
	out->entity = form->entity;
	out->pair = form->pair;
	out->rare_shown = form->rare_shown;
	out->renames = form->naming == NAMING_FROM_DAY;
	out->naming_day = mem_copy_text(str_text(&form->naming_day));
	snprintf(out->part, sizeof out->part, "%s", form->part);
	out->phase = form->current_phase;
	out->source = form->source;
	for (int n = 0; n < form->sheaf_count; n++)
		draft_add_sheaf(out, &form->sheaves[n], form->bases[n].record.entity ? &form->bases[n] : NULL);
}

bool
record_form_draft(const struct view *view, struct draft *out)
{
	const struct record_form *form = (const struct record_form *)view;
	char *typed = form_half_typed(&form->form);

	if (!typed && !form_unsaved(&form->form))
		return false;
	out->kind = DRAFT_FORM;
	out->typed = typed;
	out->for_below = view->tag == RECORD_TAG_NEW;
	out->cursor = name_of_place(form, form->form.at.field);
	out->row = (int64_t)form->form.at.row;
	out->column = form->form.at.column;
	out->adding = name_of_place(form, form->adding.field);
	out->adding_row = (int64_t)form->adding.row;
	out->adding_column = form->adding.column;
	draft_records(form, &out->form);
	return true;
}

/* ---- opening again ---- */

void
record_form_begin_draft(struct record_form *form, const struct draft *draft)
{
	struct draft_form copy = { 0 };
	const struct draft_form *from = &draft->form;

	for (int n = 0; n < from->sheaf_count; n++) {
		draft_add_sheaf(&copy, &from->mine[n], from->bases[n].record.entity ? &from->bases[n] : NULL);
		form->sheaves[n] = copy.mine[n];
		form->bases[n] = copy.bases[n];
	}
	form->sheaf_count = from->sheaf_count;
	form->pair = from->pair;
	form->rare_shown = from->rare_shown;
	form->naming = from->renames ? NAMING_FROM_DAY : NAMING_CORRECT;
	str_add_text(&form->naming_day, from->naming_day ? from->naming_day : "");
	snprintf(form->part, sizeof form->part, "%s", from->part);
	form->current_phase = from->phase;
	form->source = from->source;
}

void
record_form_show_draft(struct record_form *form, const struct draft *draft)
{
	struct form_at at;

	form->form.changed = true;
	if (find_place(form, draft->adding, draft->adding_row, draft->adding_column, &at))
		form->adding = at;
	if (find_place(form, draft->cursor, draft->row, draft->column, &at)) {
		form_focus(&form->form, at);
		if (draft->typed)
			form_type_again(&form->form, draft->typed);
	} else if (draft->typed) {
		ui_say(form->view.ui,
			SAY("Phiếu không còn mục đang gõ dở; chữ đã gõ: {1}",
				"The field being typed is no longer in the form; its text: {1}"),
			draft->typed, NULL);
	}
}

bool
record_form_reopen(struct ui *ui, const struct draft *draft, bool for_below, struct err *err)
{
	struct record_form_place place = {
		.entity = draft->form.entity, .id = draft->form.mine[0].record.id, .draft = draft
	};

	return ui_open_tagged(ui, &record_form_ops, &place, for_below ? RECORD_TAG_NEW : 0, err);
}
