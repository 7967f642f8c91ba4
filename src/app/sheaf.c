/* A record with its parts, as a form edits them. */
#include "app/edit.h"
#include "app/edit_rules.h"
#include "app/edit_steps.h"
#include "base/mem.h"
#include <stdlib.h>

static void
make_lists(struct sheaf *sheaf)
{
	size_t count;
	const enum entity_id *kinds = part_kinds(sheaf->record.entity->id, &count);

	sheaf->lists = mem_new(count ? count : 1, sizeof *sheaf->lists);
	sheaf->list_count = count;
	for (size_t i = 0; i < count; i++)
		sheaf->lists[i].entity = kinds[i];
}

struct sheaf
sheaf_new(enum entity_id entity)
{
	struct sheaf sheaf = { .record = record_new(entity) };
	make_lists(&sheaf);
	return sheaf;
}

struct sheaf
sheaf_copy(const struct sheaf *sheaf)
{
	struct sheaf copy = { .record = record_copy(&sheaf->record) };
	make_lists(&copy);
	for (size_t l = 0; l < sheaf->list_count; l++)
		for (size_t i = 0; i < sheaf->lists[l].count; i++) {
			struct part_list *list = &copy.lists[l];
			ARRAY_RESERVE(list->records, list->count, list->capacity);
			list->records[list->count++] = record_copy(&sheaf->lists[l].records[i]);
		}
	return copy;
}

void
sheaf_release(struct sheaf *sheaf)
{
	for (size_t l = 0; l < sheaf->list_count; l++) {
		struct part_list *list = &sheaf->lists[l];
		for (size_t i = 0; i < list->count; i++)
			record_release(&list->records[i]);
		free(list->records);
	}
	free(sheaf->lists);
	record_release(&sheaf->record);
	*sheaf = (struct sheaf){ 0 };
}

static bool
read_list(struct part_list *list, struct store *store, int64_t owner, struct err *err)
{
	int64_t *ids;
	size_t count;
	bool good = true;

	if (!record_parts(&ids, &count, store, list->entity, owner, err))
		return false;
	for (size_t i = 0; good && i < count; i++) {
		ARRAY_RESERVE(list->records, list->count, list->capacity);
		list->records[list->count] = (struct record){ 0 };
		good = record_read(&list->records[list->count], store, list->entity, ids[i], err);
		list->count += good;
	}
	free(ids);
	return good;
}

bool
sheaf_read(struct sheaf *out, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	*out = (struct sheaf){ 0 };
	if (!store_read_begin(store, err))
		return false;
	bool good = record_read(&out->record, store, entity, id, err);
	if (good)
		make_lists(out);
	for (size_t l = 0; good && l < out->list_count; l++)
		good = read_list(&out->lists[l], store, id, err);
	store_read_end(store);
	if (!good)
		sheaf_release(out);
	return good;
}

/* ---- writing ------------------------------------------------------------------------------------------------------ */

static bool
list_has(const struct part_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->records[i].id == id)
			return true;
	return false;
}

/* Parts of base that are no longer in the sheaf go first: their keys become free. */
static bool
remove_gone(struct change *change, const struct sheaf *sheaf, const struct sheaf *base, struct err *err)
{
	for (size_t l = 0; base && l < base->list_count; l++)
		for (size_t i = 0; i < base->lists[l].count; i++) {
			const struct record *part = &base->lists[l].records[i];
			if (!list_has(&sheaf->lists[l], part->id) && !edit_remove_as(change, part, EDIT_UNDO, err))
				return false;
		}
	return true;
}

static void
place_part(struct record *part, int64_t owner, size_t place)
{
	const struct entity *entity = part->entity;

	record_set_integer(part, entity->owner_field, owner);
	if (entity->position_field >= 0)
		record_set_integer(part, entity->position_field, (int64_t)place + 1);
}

/* Whether the person left a record as base has it: then it is not written, and what others made of it stays. */
static bool
is_untouched(const struct record *record, const struct record *base)
{
	if (!base || !record->id || record->id != base->id)
		return false;
	for (int i = 0; i < record->entity->field_count; i++)
		if (!FIELD_IS_DERIVED(&record->entity->fields[i]) && !value_equal(&record->values[i], &base->values[i]))
			return false;
	return true;
}

static const struct record *
base_of(const struct record *part, const struct part_list *base)
{
	for (size_t i = 0; base && part->id && i < base->count; i++)
		if (base->records[i].id == part->id)
			return &base->records[i];
	return NULL;
}

/* Every part is prepared and written, then the rules are asked of all: a boundary may move from one phase to the next. */
static bool
write_parts(struct change *change, struct part_list *list, const struct part_list *base, int64_t owner,
	struct notices *notices, struct err *err)
{
	struct edit *edits = mem_new(list->count ? list->count : 1, sizeof *edits);
	size_t count = 0;
	bool good = true;

	for (size_t i = 0; good && i < list->count; i++) {
		place_part(&list->records[i], owner, i);
		if (is_untouched(&list->records[i], base_of(&list->records[i], base)))
			continue;
		edits[count] = (struct edit){
			.change = change, .store = change_store(change), .record = &list->records[i], .notices = notices
		};
		good = edit_prepare(&edits[count], err) && edit_write(&edits[count], err);
		count++;
	}
	for (size_t i = 0; good && i < count; i++)
		good = edit_rules(&edits[i], err);
	for (size_t i = 0; good && i < count; i++)
		good = edit_follow(&edits[i], err);
	for (size_t i = 0; i < count; i++)
		edit_release(&edits[i]);
	free(edits);
	return good;
}

static bool
check_named(const struct sheaf *sheaf, struct err *err)
{
	if (!sheaf->record.entity->subject || sheaf->lists[0].count > 0)
		return true;
	return err_set(err, ERR_INVALID,
		SAY("Chưa có tên; hãy thêm ít nhất một giai đoạn tên.",
			"There is no name yet; please add at least one phase."),
		NULL);
}

static bool
write_sheaf(
	struct change *change, struct sheaf *sheaf, const struct sheaf *base, struct notices *notices, struct err *err)
{
	struct edit edit = {
		.change = change, .store = change_store(change), .record = &sheaf->record, .notices = notices
	};
	bool untouched = base && is_untouched(&sheaf->record, &base->record);
	bool good = check_named(sheaf, err) &&
		(untouched || (edit_prepare(&edit, err) && edit_rules(&edit, err) && edit_write(&edit, err))) &&
		remove_gone(change, sheaf, base, err);

	for (size_t l = 0; good && l < sheaf->list_count; l++)
		good = write_parts(
			change, &sheaf->lists[l], base ? &base->lists[l] : NULL, sheaf->record.id, notices, err);
	good = good && (untouched || edit_follow(&edit, err));
	if (good && sheaf->record.entity->id == ENTITY_NOMINATION)
		good = settle_nomination(change, sheaf->record.id, err);
	edit_release(&edit);
	return good;
}

bool
edit_put_sheaf(
	struct change *change, struct sheaf *sheaf, const struct sheaf *base, struct notices *notices, struct err *err)
{
	struct change *inner;

	if (!change_begin(&inner, change_store(change), "save", NULL, err))
		return false;
	if (!write_sheaf(inner, sheaf, base, notices, err)) {
		change_abandon(inner);
		return false;
	}
	return change_commit(inner, err);
}
