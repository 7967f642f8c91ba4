/* Who changed what of a record and of its parts: a row a change, the newest first. */
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "ui/view/detail.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

/* "Số: … → 74.516; Mức: … → đúng"; without the place in a list, which moves with the others. */
static bool
add_fields(struct str *text, struct store *store, const struct record_change *change, struct err *err)
{
	struct record before = past_record_of(store, change, false), after = past_record_of(store, change, true);
	const struct entity *entity = entity_of(change->entity);
	bool good = true, first = true;

	for (size_t i = 0; good && i < change->field_count; i++) {
		int field = change->fields[i].field;
		size_t begin = text->length;
		if (FIELD_IS_DERIVED(&entity->fields[field]) || entity->fields[field].type == FIELD_UID ||
			(entity->owner && field == entity->position_field))
			continue;
		str_add_text(text, first ? "" : "; ");
		str_add_text(text, say(entity->fields[field].label));
		str_add_text(text, ": ");
		if (!change->fields[i].old)
			str_add_text(text, "…");
		else
			good = field_show(text, store, &before, field, err);
		str_add_text(text, " → ");
		if (good && !change->fields[i].new_)
			str_add_text(text, "…");
		else if (good)
			good = field_show(text, store, &after, field, err);
		first = false;
		if (!good)
			str_cut(text, begin);
	}
	record_release(&before);
	record_release(&after);
	return good;
}

static const struct words ops[] = { [HISTORY_INSERT] = WORDS("thêm", "added"),
	[HISTORY_UPDATE] = WORDS("sửa", "changed"),
	[HISTORY_DELETE] = WORDS("xóa", "deleted") };

/* ---- the record's own and those of its parts ---- */

/* Arrays of history_of_record and history_of_parts, and all that is in them by change. */
struct past_changes {
	struct {
		struct record_change *items;
		size_t count;
	} * sets;
	size_t set_count;
	const struct record_change **all;
	size_t count;
};

static void
release_changes(struct past_changes *past)
{
	for (size_t i = 0; i < past->set_count; i++)
		record_changes_release(past->sets[i].items, past->sets[i].count);
	free(past->sets);
	free(past->all);
}

static bool
is_part(const struct record_change *change)
{
	return entity_of(change->entity)->owner != ENTITY_NONE;
}

/* A part that only moved up or down because another came or went. */
static bool
only_moved(const struct record_change *change)
{
	int position = entity_of(change->entity)->position_field;

	for (size_t i = 0; i < change->field_count; i++)
		if (position < 0 || change->fields[i].field != position)
			return false;
	return change->op == HISTORY_UPDATE;
}

/* Newest first; of one change the record itself before its parts. */
static int
by_change(const void *a, const void *b)
{
	const struct record_change *first = *(const struct record_change *const *)a,
				   *second = *(const struct record_change *const *)b;

	if (first->change != second->change)
		return first->change < second->change ? 1 : -1;
	if (first->entity != second->entity)
		return is_part(first) != is_part(second) ? (is_part(first) ? 1 : -1)
							 : (int)first->entity - (int)second->entity;
	if (first->op != second->op)
		return (int)first->op - (int)second->op;
	return (first->record > second->record) - (first->record < second->record);
}

static bool
read_past(struct past_changes *past, const struct detail *detail, struct store *store, struct err *err)
{
	size_t kind_count, total = 0;
	const enum entity_id *kinds = part_kinds(detail->entity, &kind_count);
	bool good;

	past->sets = mem_new(kind_count + 1, sizeof *past->sets);
	past->set_count = kind_count + 1;
	good = history_of_record(
		&past->sets[0].items, &past->sets[0].count, store, detail->entity, detail->record, err);
	for (size_t i = 0; good && i < kind_count; i++)
		good = history_of_parts(
			&past->sets[i + 1].items, &past->sets[i + 1].count, store, kinds[i], detail->record, err);
	for (size_t i = 0; i < past->set_count; i++)
		total += past->sets[i].count;
	past->all = mem_new(total + 1, sizeof *past->all);
	for (size_t i = 0; good && i < past->set_count; i++)
		for (size_t k = 0; k < past->sets[i].count; k++)
			if (i == 0 || !only_moved(&past->sets[i].items[k]))
				past->all[past->count++] = &past->sets[i].items[k];
	qsort(past->all, past->count, sizeof *past->all, by_change);
	return good;
}

/* ---- telling ---- */

/* "sửa người dự Trịnh Thị Thoa: Tư cách: dự → báo cáo" */
static bool
add_part(struct str *text, struct store *store, const struct record_change *change, struct err *err)
{
	struct record part = past_record_of(store, change, change->op != HISTORY_DELETE);

	str_add_text(text, say(ops[change->op]));
	str_add_byte(text, ' ');
	str_add_text(text, say(entity_of(change->entity)->one));
	str_add_byte(text, ' ');
	bool good = label_add_record(text, store, &part, LABEL_SHORT, NULL, err);
	record_release(&part);
	if (good && change->op == HISTORY_UPDATE) {
		str_add_text(text, ": ");
		good = add_fields(text, store, change, err);
	}
	return good;
}

/* Parts of one kind with which the same was done: one by its name, several by their number. */
static bool
add_parts(struct str *text, struct store *store, const struct record_change *const *changes, size_t count,
	struct err *err)
{
	if (count == 1)
		return add_part(text, store, changes[0], err);
	str_add_text(text, say(ops[changes[0]->op]));
	str_add_format(text, " %zu ", count);
	str_add_text(text, say(entity_of(changes[0]->entity)->many));
	return true;
}

static size_t
alike(const struct record_change *const *changes, size_t count)
{
	size_t n = 1;

	while (n < count && changes[n]->entity == changes[0]->entity && changes[n]->op == changes[0]->op)
		n++;
	return n;
}

/* All that one change did; a new record came with its parts. */
static bool
add_deeds(struct str *text, struct store *store, const struct record_change *const *changes, size_t count,
	struct err *err)
{
	bool good = true, own = !is_part(changes[0]);
	size_t at = own ? 1 : 0;

	if (own) {
		str_add_text(text, say(ops[changes[0]->op]));
		if (changes[0]->op == HISTORY_INSERT)
			return true;
	}
	if (own && changes[0]->op == HISTORY_UPDATE) {
		str_add_text(text, "  ");
		good = add_fields(text, store, changes[0], err);
	}
	while (good && at < count) {
		size_t n = alike(changes + at, count - at);
		str_add_text(text, at ? "; " : "");
		good = add_parts(text, store, changes + at, n, err);
		at += n;
	}
	return good;
}

static bool
add_change(struct detail *detail, struct store *store, const struct record_change *const *changes, size_t count,
	struct err *err)
{
	struct change_head head = { 0 };
	struct str text = { 0 };

	if (!history_head(&head, store, changes[0]->change, err))
		return false;
	view_time(&text, head.at, VIEW_DAY_CLOCK);
	str_add_format(&text, " %s  ", head.login ? head.login : "");
	bool good = add_deeds(&text, store, changes, count, err);
	size_t from = detail->count;
	detail_add_long(detail,
		(struct detail_row){ .kind = DETAIL_CHANGE, .text = str_take(&text), .id = changes[0]->change });
	detail->rows[from].undone = !head.stands;
	change_head_release(&head);
	return good;
}

#define CHANGES_MOST 40
bool
detail_read_changes(struct detail *detail, struct store *store, struct err *err)
{
	struct past_changes past = { 0 };
	bool good = read_past(&past, detail, store, err);
	size_t shown = 0;

	detail_add_head(detail, SAY("Ai sửa gì, mới nhất trước", "Who changed what, newest first"));
	for (size_t i = 0; good && i < past.count && shown < CHANGES_MOST; shown++) {
		size_t n = 1;
		while (i + n < past.count && past.all[i + n]->change == past.all[i]->change)
			n++;
		good = add_change(detail, store, past.all + i, n, err);
		i += n;
	}
	release_changes(&past);
	return good;
}
