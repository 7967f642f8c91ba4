#include "store/touched.h"
#include "base/mem.h"
#include "model/fields.h"
#include "store/history.h"
#include "store/record.h"
#include "store/sql.h"
#include "text/json.h"
#include <stdlib.h>

static size_t
slot_of(const struct touched_list *list, enum entity_id entity, int64_t id)
{
	uint64_t hash = ((uint64_t)id * 64 + (uint64_t)entity) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(hash >> 32) & (list->slot_count - 1);
}

static void
place(struct touched_list *list, size_t index)
{
	size_t slot = slot_of(list, list->items[index].entity, list->items[index].id);
	while (list->slots[slot])
		slot = (slot + 1) & (list->slot_count - 1);
	list->slots[slot] = index + 1;
}

static void
place_all(struct touched_list *list, size_t slot_count)
{
	free(list->slots);
	list->slot_count = slot_count;
	list->slots = mem_new(slot_count, sizeof *list->slots);
	for (size_t i = 0; i < list->count; i++)
		place(list, i);
}

struct touched *
touched_find(const struct touched_list *list, enum entity_id entity, int64_t id)
{
	if (!list->slot_count)
		return NULL;
	for (size_t slot = slot_of(list, entity, id); list->slots[slot]; slot = (slot + 1) & (list->slot_count - 1)) {
		struct touched *item = &list->items[list->slots[slot] - 1];
		if (item->entity == entity && item->id == id)
			return item;
	}
	return NULL;
}

struct touched *
touched_add(struct touched_list *list, enum entity_id entity, int64_t id, struct record *before)
{
	ARRAY_RESERVE(list->items, list->count, list->capacity);
	struct touched *item = &list->items[list->count++];
	*item = (struct touched){ .entity = entity, .id = id, .ordinal = ++list->ordinals };
	list->kinds |= UINT64_C(1) << entity;
	if (before) {
		item->before = *before;
		*before = (struct record){ 0 };
	}
	if (list->count * 2 > list->slot_count)
		place_all(list, list->slot_count ? list->slot_count * 2 : 16);
	else
		place(list, list->count - 1);
	return item;
}

void
touched_cut(struct touched_list *list, size_t count)
{
	if (count == list->count)
		return;
	while (list->count > count)
		record_release(&list->items[--list->count].before);
	place_all(list, list->slot_count);
}

void
touched_release(struct touched_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		record_release(&list->items[i].before);
	free(list->items);
	free(list->slots);
	*list = (struct touched_list){ 0 };
}

static bool
decimals_of(int *decimals, struct store *store, const struct touched_list *list, const struct record *record,
	bool before, struct err *err)
{
	*decimals = 0;
	int field = entity_field(record->entity, "metric");
	if (field < 0 || !record_has(record, field))
		return true;
	int64_t metric = record_integer(record, field, 0), found;
	struct touched *touched = before ? touched_find(list, ENTITY_METRIC, metric) : NULL;
	if (touched && touched->before.entity) { /* the metric's decimals may have changed in this change too */
		*decimals = (int)record_integer(&touched->before, METRIC_DECIMALS, 0);
		return true;
	}
	if (!sql_integer(&found, 0, store, err, "SELECT decimals FROM metric WHERE id = ?1", "i", metric))
		return false;
	*decimals = (int)found;
	return true;
}

static void
add_side(struct str *json, struct str *text, const struct field *field, const struct record *record, int index,
	int decimals)
{
	str_clear(text);
	if (record && record_has(record, index))
		field_write(field, &record->values[index], decimals, text);
	json_string(json, record && record_has(record, index) ? str_text(text) : NULL);
}

/* {"code":["old","new"], …} of the fields that differ. */
static void
add_fields(struct str *json, const struct entity *entity, const struct record *before, int before_decimals,
	const struct record *after, int after_decimals)
{
	struct str text = { 0 };
	json_open(json, '{');
	for (int i = 0; i < entity->field_count; i++) {
		const struct field *field = &entity->fields[i];
		static const struct value none;
		const struct value *old = before ? &before->values[i] : &none,
				   *new_ = after ? &after->values[i] : &none;
		if (FIELD_IS_DERIVED(field) || value_equal(old, new_))
			continue;
		json_name(json, field->code);
		json_open(json, '[');
		add_side(json, &text, field, before, i, before_decimals);
		add_side(json, &text, field, after, i, after_decimals);
		json_close(json, ']');
	}
	json_close(json, '}');
	str_release(&text);
}

static bool
write_one(struct store *store, const struct touched_list *list, const struct touched *item, const struct record *after,
	int64_t change, int64_t ordinal, struct err *err)
{
	int before_decimals = 0, after_decimals = 0;
	const struct record *before = item->before.entity ? &item->before : NULL;
	if ((before && !decimals_of(&before_decimals, store, list, before, true, err)) ||
		(after && !decimals_of(&after_decimals, store, list, after, false, err)))
		return false;
	struct str json = { 0 };
	add_fields(&json, entity_of(item->entity), before, before_decimals, after, after_decimals);
	enum history_op op = !before ? HISTORY_INSERT : after ? HISTORY_UPDATE : HISTORY_DELETE;
	bool done = sql_do(store, err,
		"INSERT INTO change_record(entity, record, change, ordinal, op, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
		"iiiiit", (int64_t)item->entity, item->id, change, ordinal, (int64_t)op, str_text(&json));
	str_release(&json);
	return done;
}

static int
by_ordinal(const void *a, const void *b)
{
	int64_t left = ((const struct touched *)a)->ordinal, right = ((const struct touched *)b)->ordinal;
	return left < right ? -1 : left > right;
}

/* An insert that was taken back leaves nothing.  A record that came back to what it was still bears this change as its
 * revision, so it gets a row without fields. */
bool
touched_write(size_t *written, struct store *store, struct touched_list *list, int64_t change, struct err *err)
{
	*written = 0;
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, by_ordinal);
	place_all(list, list->slot_count ? list->slot_count : 16);
	for (size_t i = 0; i < list->count; i++) {
		const struct touched *item = &list->items[i];
		struct record after;
		bool found;
		if (!row_read(&after, &found, store, item->entity, item->id, err))
			return false;
		bool done = true;
		if (found || item->before.entity) {
			*written += 1;
			done = write_one(store, list, item, found ? &after : NULL, change, (int64_t)*written, err);
		}
		record_release(&after);
		if (!done)
			return false;
	}
	return true;
}

bool
touched_any(bool *any, struct store *store, const struct touched_list *list, struct err *err)
{
	*any = false;
	for (size_t i = 0; i < list->count && !*any; i++) {
		const struct record *before = &list->items[i].before;
		struct record after;
		bool found;
		if (!row_read(&after, &found, store, list->items[i].entity, list->items[i].id, err))
			return false;
		*any = found != (before->entity != NULL) || (found && !row_equal(before, &after));
		record_release(&after);
	}
	return true;
}
