/* Lists of values over the fields of a form, and what becomes of the value taken. */
#include "base/mem.h"
#include "ui/widget/form_private.h"
#include <stdlib.h>

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct form *form = of;
	/* The field shows what is typed into the list. */
	if (*query)
		line_set(&form->line, query);
	else
		form_refresh(form);
	bool filled = form->ops->choices(form->of, form->at, query, out, all, err);
	choice_items_rank(out, query);
	return filled;
}

static void
note(const void *of, const struct choice_item *item, struct str *out)
{
	const struct form *form = of;
	if (form->ops->choice_note)
		form->ops->choice_note(form->of, form->at, item, out);
}

static void
add_title(const struct form *form, struct str *out)
{
	const struct form_field *field = form_field_here(form);
	struct words head = form_in_table(form) ? field->columns[form->at.column].head : field->label;
	const char *title = form->ops->choices_title ? form->ops->choices_title(form->of, form->at) : NULL;
	if (!title) {
		str_add_text(out, say(SAY("Chọn: ", "Choose: ")));
		title = say(head.vi && *head.vi ? head : field->label);
	}
	str_add_text(out, title);
}

/* False without a sentence: nothing to choose from here. */
bool
form_open_choices(struct form *form, const char *query, struct err *err)
{
	struct choice_items probe = { 0 };
	size_t all = 0;
	if (!form->ops->choices || form_on_button(form) || form_kind_at(form) == FORM_AREA)
		return false;
	form->asked = !query || !*query;
	bool some = form->ops->choices(form->of, form->at, "", &probe, &all, err);
	choice_items_release(&probe);
	if (!some)
		return false;
	struct form_spot spot = form_spot(form, form->at.field);
	struct str title = { 0 };
	char *typed = mem_copy_text(query); /* it may be the field's own line, which is set anew */
	add_title(form, &title);
	struct choices_setup setup = {
		.title = str_text(&title),
		.row = form->area.row + form_cursor_row(form) - form->scroll,
		.column = spot.box,
		.query = typed,
		.keeps = true,
		.several = form->ops->several && form->ops->several(form->of, form->at),
		.add = form->ops->add_label ? form->ops->add_label(form->of, form->at) : NULL,
		.fill = fill,
		.note = note,
		.of = form,
	};
	bool opened = choices_open(form->ui, &setup, FORM_TAG_CHOICES, err);
	str_release(&title);
	free(typed);
	return opened;
}

/* A new row is there before something is chosen into it. */
static bool
make_row(struct form *form, struct err *err)
{
	return !form_on_new_row(form) || form->ops->insert(form->of, form->at.field, form->at.row, err);
}

static bool
take(struct form *form, const struct view *closed, struct err *err)
{
	const struct choice_item *item;
	if (!make_row(form, err))
		return false;
	if (!form->ops->several || !form->ops->several(form->of, form->at))
		return form->ops->choose(form->of, form->at, choices_taken(closed), err);
	for (size_t n = 0; (item = choices_touched(closed, n)); n++)
		if (!form->ops->choose(form->of, form->at, item, err))
			return false;
	return form->ops->choose(form->of, form->at, NULL, err);
}

static size_t
rows_here(const struct form *form)
{
	return form_in_table(form) ? form->ops->rows(form->of, form->at.field) : 0;
}

/* The row is done: the next one; behind the last when the value brought several rows with it. */
static void
step_row(struct form *form, size_t rows_before)
{
	size_t rows = rows_here(form), next = rows > rows_before + 1 ? rows : form->at.row + 1;
	form_focus(form, (struct form_at){ .field = form->at.field, .row = next });
}

void
form_choices_closed(struct form *form, const struct view *closed, struct err *err)
{
	enum choices_end end = choices_end(closed);
	const char *query = choices_query(closed);
	size_t rows = rows_here(form);
	if (end == CHOICES_CLOSED && *query) {
		line_set(&form->line, query);
		form->line.touched = true;
		return;
	}
	if (end == CHOICES_CLOSED) {
		form_refresh(form);
		return;
	}
	if (end == CHOICES_KEPT) {
		line_set(&form->line, query);
		form->line.touched = true;
		form_go_on(form, choices_goes_on(closed), err);
		return;
	}
	form_keep(form);
	if (end == CHOICES_ADD ? !(form->ops->add_new && make_row(form, err) &&
					 form->ops->add_new(form->of, form->at, query, err))
			       : !take(form, closed, err)) {
		form_forget_kept(form);
		form_set_fault(form, form->at.field);
		return;
	}
	form->changed = true;
	form->fault = 0;
	form_refresh(form);
	if (!form_in_table(form))
		form_step_field(form, 1);
	else if (end == CHOICES_TAKEN && form->fields[form->at.field].column_count == 1)
		step_row(form, rows);
	else if (choices_goes_on(closed) || end == CHOICES_ADD)
		form_go_on(form, true, err);
}
