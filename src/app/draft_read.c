/* A draft file read back.  Nothing in it is believed: each value passes the rules of its field. */
#include "base/mem.h"
#include "draft_text.h"
#include "draft_tree.h"
#include "model/fields.h"
#include "text/clean.h"
#include "text/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
damaged(struct err *err, const char *where)
{
	return err_set(
		err, ERR_INVALID, SAY("phần “{1}” không đúng", "its part “{1}” is not as it should be"), where, NULL);
}

/* ---- records ---- */

static void
clear_values(struct record *record)
{
	for (int i = 0; i < record->entity->field_count; i++)
		record_set_none(record, i);
}

static bool
read_values(struct record *record, const struct node *fields, struct err *err)
{
	if (!fields || fields->kind != JSON_OBJECT)
		return damaged(err, "fields");
	for (size_t i = 0; i < fields->count; i++) {
		const struct node *member = &fields->children[i];
		int field = entity_field(record->entity, member->name);
		if (field < 0 || FIELD_IS_DERIVED(&record->entity->fields[field]) || member->kind != JSON_STRING)
			return damaged(err, member->name);
		value_release(&record->values[field]);
		record->values[field] = value_none();
		if (!field_read(&record->entity->fields[field], member->text, 0, &record->values[field], err))
			return damaged(err, member->name);
	}
	return true;
}

static bool
read_record(struct record *out, enum entity_id entity, const struct node *node, struct err *err)
{
	*out = record_new(entity);
	clear_values(out);
	if (!node_integer(node_member(node, "id"), &out->id) || out->id < 0)
		return damaged(err, "id");
	if (!node_integer(node_member(node, "rev"), &out->rev) || out->rev < 0)
		return damaged(err, "rev");
	if (!read_values(out, node_member(node, "fields"), err))
		return false;
	record_derive(out);
	return true;
}

static bool
read_parts(struct part_list *list, const struct node *node, struct err *err)
{
	if (!node || node->kind != JSON_ARRAY)
		return damaged(err, "parts");
	for (size_t i = 0; i < node->count; i++) {
		ARRAY_RESERVE(list->records, list->count, list->capacity);
		if (!read_record(&list->records[list->count++], list->entity, &node->children[i], err))
			return false;
	}
	return true;
}

static bool
read_sheaf(struct sheaf *out, enum entity_id entity, const struct node *node, struct err *err)
{
	const struct node *parts = node_member(node, "parts");

	*out = sheaf_new(entity);
	record_release(&out->record);
	if (!read_record(&out->record, entity, node, err))
		return false;
	for (size_t l = 0; l < out->list_count; l++)
		if (!read_parts(&out->lists[l], node_member(parts, entity_of(out->lists[l].entity)->table), err))
			return false;
	return !parts || parts->count == out->list_count || damaged(err, "parts");
}

/* ---- views ---- */

static bool
flag(const struct node *node, const char *name)
{
	const struct node *member = node_member(node, name);
	return member && member->kind == JSON_TRUE;
}

static void
read_short(char out[16], const struct node *node)
{
	snprintf(out, 16, "%s", node_text(node));
}

static bool
read_records(struct draft_form *form, const struct node *records, struct err *err)
{
	if (!records || records->kind != JSON_ARRAY || !records->count || records->count > DRAFT_SHEAVES)
		return damaged(err, "records");
	for (size_t n = 0; n < records->count; n++) {
		const struct node *base = node_member(&records->children[n], "base");
		form->sheaf_count++;
		if (!read_sheaf(&form->mine[n], form->entity, node_member(&records->children[n], "mine"), err))
			return false;
		if (base && base->kind != JSON_NULL && !read_sheaf(&form->bases[n], form->entity, base, err))
			return false;
		if (form->mine[n].record.id &&
			(!form->bases[n].record.entity || form->bases[n].record.id != form->mine[n].record.id))
			return damaged(err, "base");
	}
	return true;
}

static bool
read_form(struct draft_form *form, const struct node *node, struct err *err)
{
	const struct entity *entity = entity_named(node_text(node_member(node, "entity")));
	int64_t phase;

	if (!entity || (entity->owner && !entity->subject && entity->id == ENTITY_PHASE))
		return damaged(err, "entity");
	form->entity = entity->id;
	form->pair = flag(node, "pair");
	form->rare_shown = flag(node, "rare_shown");
	form->renames = flag(node, "renames");
	form->naming_day = mem_copy_text(node_text(node_member(node, "naming_day")));
	if (*form->naming_day && !date_valid(form->naming_day))
		return damaged(err, "naming_day");
	read_short(form->part, node_member(node, "part"));
	node_integer(node_member(node, "source"), &form->source);
	if (!read_records(form, node_member(node, "records"), err))
		return false;
	if (!node_integer(node_member(node, "phase"), &phase) || phase < 0)
		return damaged(err, "phase");
	if (entity->subject && (size_t)phase >= form->mine[0].lists[0].count)
		return damaged(err, "phase");
	form->phase = (int)(entity->subject ? phase : 0);
	if (form->pair && (form->entity != ENTITY_TERM || form->sheaf_count != 2))
		return damaged(err, "pair");
	return true;
}

static bool
read_cell(struct draft_cell *cell, const struct node *node, struct err *err)
{
	const struct node *base = node_member(node, "base");
	int64_t kind;

	if (!node_integer(node_member(node, "cluster"), &cell->cluster) || cell->cluster <= 0 ||
		!node_integer(node_member(node, "subject"), &cell->subject) || cell->subject <= 0 ||
		!node_integer(node_member(node, "metric"), &cell->metric) || cell->metric <= 0)
		return damaged(err, "cell");
	if (!node_integer(node_member(node, "period"), &cell->period) || !period_is_valid(cell->period))
		return damaged(err, "period");
	if (!node_integer(node_member(node, "figure_kind"), &kind) ||
		!choice_numbered(entity_of(ENTITY_FIGURE)->fields[FIGURE_KIND].choices, kind))
		return damaged(err, "figure_kind");
	cell->kind = (enum choice_number)kind;
	return !base || base->kind == JSON_NULL || read_record(&cell->base, ENTITY_FIGURE, base, err);
}

static bool
read_texts(struct draft_values *values, const struct node *node, struct err *err)
{
	const struct node *list = node_member(node, "values");

	values->view = mem_copy_text(node_text(node_member(node, "view")));
	if (!list || list->kind != JSON_ARRAY)
		return damaged(err, "values");
	for (size_t i = 0; i < list->count; i++) {
		const struct node *name = node_member(&list->children[i], "name");
		const char *text = node_text(node_member(&list->children[i], "text"));
		struct str clean = { 0 };
		bool good = name && text_clean(&clean, text, strlen(text), TEXT_LINES, NULL, err);
		if (good)
			draft_add_value(values, node_text(name), str_text(&clean));
		str_release(&clean);
		if (!good)
			return damaged(err, "values");
	}
	return true;
}

static char *
read_place(const struct node *node, int64_t *row, int64_t *column)
{
	if (!node || !node_integer(node_member(node, "row"), row) || *row < 0 ||
		!node_integer(node_member(node, "column"), column) || *column < 0)
		return NULL;
	return mem_copy_text(node_text(node_member(node, "field")));
}

static bool
read_one(struct draft *draft, const struct node *node, struct err *err)
{
	const char *kind = node_text(node_member(node, "kind"));
	const struct node *typed = node_member(node, "typed");

	draft->for_below = flag(node, "for_below");
	draft->cursor = read_place(node_member(node, "cursor"), &draft->row, &draft->column);
	draft->adding = read_place(node_member(node, "adding"), &draft->adding_row, &draft->adding_column);
	if (typed && typed->kind == JSON_STRING)
		draft->typed = mem_copy_text(typed->text);
	if (strcmp(kind, "form") == 0) {
		draft->kind = DRAFT_FORM;
		return read_form(&draft->form, node, err);
	}
	if (strcmp(kind, "values") == 0) {
		draft->kind = DRAFT_VALUES;
		return read_texts(&draft->values, node, err);
	}
	draft->kind = DRAFT_CELL;
	if (strcmp(kind, "cell") != 0)
		return damaged(err, "kind");
	return read_cell(&draft->cell, node, err);
}

static bool
read_all(struct draft_set *out, const struct node *file, struct err *err)
{
	const struct node *views = node_member(file, "views");
	int64_t year;

	read_short(out->part, node_member(file, "part"));
	if (!node_integer(node_member(file, "year"), &year) || year < 1900 || year > 2999)
		return damaged(err, "year");
	out->year = (int)year;
	snprintf(out->at, sizeof out->at, "%s", node_text(node_member(file, "at")));
	if (!views || views->kind != JSON_ARRAY || !views->count)
		return damaged(err, "views");
	for (size_t i = 0; i < views->count; i++)
		if (!read_one(draft_set_add(out), &views->children[i], err))
			return false;
	return true;
}

enum draft_reading
draft_read(struct draft_set *out, const struct draft_owner *owner, bool strict_path, const char *bytes, size_t length,
	struct err *err)
{
	enum draft_reading reading = DRAFT_DAMAGED;
	struct node file = { 0 };
	int64_t version;

	*out = (struct draft_set){ 0 };
	if (!node_read(&file, bytes, length, err))
		goto done;
	if (!node_integer(node_member(&file, "thidua_draft"), &version) || version != 1) {
		err_set(err, ERR_INVALID,
			SAY("không phải phiếu nháp mà bản này đọc được", "it is no draft that this version reads"),
			NULL);
		goto done;
	}
	if (!text_equal(node_text(node_member(&file, "book")), owner->book) ||
		!text_equal(node_text(node_member(&file, "login")), owner->login) ||
		(strict_path && !text_equal(node_text(node_member(&file, "path")), owner->path))) {
		reading = DRAFT_FOREIGN;
		goto done;
	}
	if (read_all(out, &file, err))
		reading = DRAFT_READ;
done:
	if (reading != DRAFT_READ)
		draft_set_release(out);
	node_release(&file);
	return reading;
}
