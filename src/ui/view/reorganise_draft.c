/* Units that merge or divide, not saved yet: written down, and opened again as they were. */
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/drafts.h"
#include "ui/view/reorganise.h"
#include "ui/view/reorganise_form.h"
#include <stdlib.h>
#include <string.h>

static const char *const names[PLACE_COUNT] = { [PLACE_KIND] = "kind",
	[PLACE_BEFORE] = "before",
	[PLACE_NAME] = "name",
	[PLACE_INTO] = "into",
	[PLACE_AFTER] = "after",
	[PLACE_DAY] = "day",
	[PLACE_DOCUMENT] = "document",
	[PLACE_SHORT] = "short",
	[PLACE_CLUSTERS] = "cluster" };

/* ---- writing down ---- */

static void
add_id(struct draft_values *values, enum place place, int64_t id)
{
	struct str text = { 0 };

	str_add_integer(&text, id);
	draft_add_value(values, names[place], str_text(&text));
	str_release(&text);
}

static void
add_text(struct draft_values *values, enum place place, const char *text)
{
	if (text && *text)
		draft_add_value(values, names[place], text);
}

bool
reorganise_draft(const struct view *view, struct draft *out)
{
	const struct reorganise *of = (const struct reorganise *)view;
	char *typed = form_half_typed(&of->form);
	struct draft_values *values = &out->values;

	if (!typed && !form_unsaved(&of->form))
		return false;
	out->kind = DRAFT_VALUES;
	out->typed = typed;
	out->cursor = mem_copy_text(of->form.at.field < PLACE_COUNT ? names[of->form.at.field] : NULL);
	out->row = (int64_t)of->form.at.row;
	values->view = mem_copy_text(view->ops->name);
	add_id(values, PLACE_KIND, of->kind);
	for (size_t i = 0; i < of->before_count; i++)
		add_id(values, PLACE_BEFORE, of->before[i]);
	for (size_t i = 0; i < of->after_count; i++)
		draft_add_value(values, names[PLACE_AFTER], of->after[i].name ? of->after[i].name : "");
	add_text(values, PLACE_NAME, of->name);
	if (of->own_short)
		add_text(values, PLACE_SHORT, of->short_name);
	if (of->own_clusters && !of->clusters.count)
		add_id(values, PLACE_CLUSTERS, 0);
	for (size_t i = 0; of->own_clusters && i < of->clusters.count; i++)
		add_id(values, PLACE_CLUSTERS, of->clusters.items[i]);
	add_text(values, PLACE_DAY, str_text(&of->day));
	add_id(values, PLACE_INTO, of->into);
	add_id(values, PLACE_DOCUMENT, of->document);
	return true;
}

/* ---- opening again ---- */

static int
place_named(const char *name)
{
	for (int place = 0; name && place < PLACE_COUNT; place++)
		if (strcmp(names[place], name) == 0)
			return place;
	return -1;
}

static void
set_text(char **to, const char *text)
{
	free(*to);
	*to = mem_copy_text(text);
}

static bool
is_kind(int64_t kind)
{
	return choice_numbered(entity_of(ENTITY_SUCCESSION)->fields[SUCCESSION_KIND].choices, kind) != NULL;
}

/* The id in text; 0 for what is none. */
static int64_t
id_in(const char *text)
{
	return strlen(text) <= 18 && strspn(text, "0123456789") == strlen(text) ? strtoll(text, NULL, 10) : 0;
}

static bool
take(struct reorganise *of, int place, const char *text, struct err *err)
{
	switch (place) {
	case PLACE_KIND:
		if (is_kind(id_in(text)))
			of->kind = (enum choice_number)id_in(text);
		return true;
	case PLACE_BEFORE:
		if (!reorganise_insert(of, PLACE_BEFORE, of->before_count, err))
			return false;
		of->before[of->before_count - 1] = id_in(text);
		return true;
	case PLACE_AFTER:
		if (!reorganise_insert(of, PLACE_AFTER, of->after_count, err))
			return false;
		set_text(&of->after[of->after_count - 1].name, text);
		return true;
	case PLACE_NAME:
		set_text(&of->name, text);
		return true;
	case PLACE_SHORT:
		set_text(&of->short_name, text);
		of->own_short = true;
		return true;
	case PLACE_CLUSTERS:
		of->own_clusters = true;
		if (id_in(text))
			ids_add(&of->clusters, id_in(text));
		return true;
	case PLACE_INTO:
		of->into = id_in(text);
		return true;
	case PLACE_DAY:
		str_clear(&of->day);
		str_add_text(&of->day, date_valid(text) ? text : "");
		return true;
	case PLACE_DOCUMENT:
		of->document = id_in(text);
		return true;
	default:
		return true;
	}
}

/* The row where the cursor was, if it is still there. */
static void
go_back(struct reorganise *of, const struct draft *draft)
{
	int place = place_named(draft->cursor);
	size_t rows = place == PLACE_BEFORE ? of->before_count : place == PLACE_AFTER ? of->after_count : 0;

	if (place < 0 || !reorganise_shown(of, place))
		return;
	form_focus(&of->form,
		(struct form_at){ .field = place, .row = (size_t)draft->row < rows ? (size_t)draft->row : rows });
	if (draft->typed)
		form_type_again(&of->form, draft->typed);
}

bool
reorganise_reopen(struct ui *ui, const struct draft *draft, struct err *err)
{
	if (!reorganise_open(ui, 0, err))
		return false;
	struct reorganise *of = (struct reorganise *)ui_top(ui);
	bool good = true;

	for (size_t i = 0; good && i < draft->values.count; i++)
		good = take(of, place_named(draft->values.items[i].name), draft->values.items[i].text, err);
	reorganise_follow_name(of);
	reorganise_keep(of);
	of->form.changed = true;
	go_back(of, draft);
	return good;
}
