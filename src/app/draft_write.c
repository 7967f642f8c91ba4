/* A draft as JSON that a person can read: values in the form that files have, by the codes of their fields. */
#include "draft_text.h"
#include "text/clean.h"
#include "text/json.h"
#include <string.h>

static void
member_text(struct str *out, const char *name, const char *text)
{
	json_name(out, name);
	json_string(out, text);
}

static void
member_integer(struct str *out, const char *name, int64_t integer)
{
	json_name(out, name);
	json_integer(out, integer);
}

static void
member_bool(struct str *out, const char *name, bool value)
{
	json_name(out, name);
	json_bool(out, value);
}

static void
write_values(struct str *out, const struct record *record)
{
	for (int i = 0; i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		struct str text = { 0 };
		if (FIELD_IS_DERIVED(field) || !record_has(record, i))
			continue;
		field_write(field, &record->values[i], 0, &text);
		member_text(out, field->code, str_text(&text));
		str_release(&text);
	}
}

/* The members of a record; its object stays open. */
static void
begin_record(struct str *out, const struct record *record)
{
	json_open(out, '{');
	member_integer(out, "id", record->id);
	member_integer(out, "rev", record->rev);
	json_name(out, "fields");
	json_open(out, '{');
	write_values(out, record);
	json_close(out, '}');
}

static void
write_sheaf(struct str *out, const struct sheaf *sheaf)
{
	begin_record(out, &sheaf->record);
	json_name(out, "parts");
	json_open(out, '{');
	for (size_t l = 0; l < sheaf->list_count; l++) {
		json_name(out, entity_of(sheaf->lists[l].entity)->table);
		json_open(out, '[');
		for (size_t i = 0; i < sheaf->lists[l].count; i++) {
			begin_record(out, &sheaf->lists[l].records[i]);
			json_close(out, '}');
		}
		json_close(out, ']');
	}
	json_close(out, '}');
	json_close(out, '}');
}

static void
write_form(struct str *out, const struct draft_form *form)
{
	member_text(out, "entity", entity_of(form->entity)->table);
	member_bool(out, "pair", form->pair);
	member_bool(out, "rare_shown", form->rare_shown);
	member_bool(out, "renames", form->renames);
	member_text(out, "naming_day", form->naming_day ? form->naming_day : "");
	member_text(out, "part", form->part);
	member_integer(out, "phase", form->phase);
	member_integer(out, "source", form->source);
	json_name(out, "records");
	json_open(out, '[');
	for (int n = 0; n < form->sheaf_count; n++) {
		json_open(out, '{');
		json_name(out, "mine");
		write_sheaf(out, &form->mine[n]);
		json_name(out, "base");
		if (form->bases[n].record.entity)
			write_sheaf(out, &form->bases[n]);
		else
			json_string(out, NULL);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void
write_cell(struct str *out, const struct draft_cell *cell)
{
	member_integer(out, "cluster", cell->cluster);
	member_integer(out, "subject", cell->subject);
	member_integer(out, "metric", cell->metric);
	member_integer(out, "period", cell->period);
	member_integer(out, "figure_kind", cell->kind);
	json_name(out, "base");
	if (cell->base.entity) {
		begin_record(out, &cell->base);
		json_close(out, '}');
	} else {
		json_string(out, NULL);
	}
}

static void
write_texts(struct str *out, const struct draft_values *values)
{
	member_text(out, "view", values->view);
	json_name(out, "values");
	json_open(out, '[');
	for (size_t i = 0; i < values->count; i++) {
		json_open(out, '{');
		member_text(out, "name", values->items[i].name);
		member_text(out, "text", values->items[i].text);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void
write_place(struct str *out, const char *name, const char *field, int64_t row, int64_t column)
{
	if (!field)
		return;
	json_name(out, name);
	json_open(out, '{');
	member_text(out, "field", field);
	member_integer(out, "row", row);
	member_integer(out, "column", column);
	json_close(out, '}');
}

/* As received from the keys: what is no UTF-8 must not make the file unreadable. */
static void
write_typed(struct str *out, const char *typed)
{
	struct str text = { 0 };

	if (typed)
		text_nfc(&text, typed, strlen(typed));
	member_text(out, "typed", typed ? str_text(&text) : NULL);
	str_release(&text);
}

static void
write_one(struct str *out, const struct draft *draft)
{
	static const char *const kinds[] = { [DRAFT_FORM] = "form", [DRAFT_CELL] = "cell", [DRAFT_VALUES] = "values" };

	json_open(out, '{');
	member_text(out, "kind", kinds[draft->kind]);
	write_typed(out, draft->typed);
	write_place(out, "cursor", draft->cursor, draft->row, draft->column);
	write_place(out, "adding", draft->adding, draft->adding_row, draft->adding_column);
	member_bool(out, "for_below", draft->for_below);
	if (draft->kind == DRAFT_FORM)
		write_form(out, &draft->form);
	else if (draft->kind == DRAFT_VALUES)
		write_texts(out, &draft->values);
	else
		write_cell(out, &draft->cell);
	json_close(out, '}');
}

void
draft_write_body(struct str *out, const struct draft_set *set)
{
	member_integer(out, "year", set->year);
	member_text(out, "part", set->part);
	json_name(out, "views");
	json_open(out, '[');
	for (size_t i = 0; i < set->count; i++) {
		str_add_byte(out, '\n');
		if (i)
			str_add_text(out, " ,\n");
		write_one(out, &set->items[i]);
	}
	json_close(out, ']');
}

void
draft_write(struct str *out, const struct draft_owner *owner, const char *at, const char *body)
{
	json_open(out, '{');
	member_integer(out, "thidua_draft", 1);
	member_text(out, "book", owner->book);
	member_text(out, "path", owner->path);
	member_text(out, "login", owner->login);
	member_text(out, "at", at);
	str_add_text(out, ",\n");
	str_add_text(out, body);
	json_close(out, '}');
	str_add_byte(out, '\n');
}
