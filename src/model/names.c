#include "base/mem.h"
#include "names_private.h"
#include <stdlib.h>
#include <string.h>

struct names *
names_new(void)
{
	struct names *names = mem_new(1, sizeof *names);
	names->book = wordbook_new();
	return names;
}

void
names_free(struct names *names)
{
	if (!names)
		return;
	for (int n = 0; n < LIST_COUNT; n++) {
		free(names->lists[n].rows);
		free(names->lists[n].sources);
		free(names->lists[n].owners);
		free(names->lists[n].best);
		free(names->lists[n].slots);
	}
	wordbook_query_release(&names->query);
	codes_release(&names->codes);
	wordbook_free(names->book);
	free(names);
}

static struct name_list *
list_of(struct names *names, enum entity_id kind)
{
	return &names->lists[kind == ENTITY_CLUSTER ? LIST_CLUSTERS : LIST_UNITS];
}

/* ---- owners ---- */

/* The slot of the owner, or the free one where it belongs.  Ids are dense, so that neighbours share the processor's memory. */
static size_t
slot_of(const struct name_list *list, int64_t id)
{
	size_t slot = (size_t)id & (list->slot_count - 1);
	while (list->slots[slot] && list->owners[list->slots[slot] - 1].id != id)
		slot = (slot + 1) & (list->slot_count - 1);
	return slot;
}

static void
widen(struct name_list *list)
{
	list->slot_count = list->slot_count ? list->slot_count * 2 : 64;
	free(list->slots);
	list->slots = mem_new(list->slot_count, sizeof *list->slots);
	for (size_t n = 0; n < list->owner_count; n++)
		list->slots[slot_of(list, list->owners[n].id)] = (uint32_t)n + 1;
}

static size_t
owner_place(struct name_list *list, int64_t id)
{
	if (list->owner_count && list->owners[list->owner_count - 1].id == id) /* names of one subject come together */
		return list->owner_count - 1;
	if ((list->owner_count + 1) * 2 > list->slot_count)
		widen(list);
	size_t slot = slot_of(list, id);
	if (list->slots[slot])
		return list->slots[slot] - 1;
	ARRAY_RESERVE(list->owners, list->owner_count, list->owner_capacity);
	list->owners[list->owner_count] = (struct owner){ .id = id };
	list->slots[slot] = (uint32_t)list->owner_count + 1;
	return list->owner_count++;
}

void
names_forget_life(struct names *names, enum entity_id kind, int64_t subject)
{
	struct name_list *list = list_of(names, kind);
	size_t slot = list->slot_count ? slot_of(list, subject) : 0;
	if (list->slot_count && list->slots[slot])
		list->owners[list->slots[slot] - 1].last = 0;
}

/* ---- rows ---- */

static int64_t
source_key(struct name_source source)
{
	return source.entity == ENTITY_ALIAS ? source.id + ALIASES_FROM : source.id;
}

/* The first row whose source is not below. */
static size_t
row_from(const struct name_list *list, int64_t source)
{
	size_t low = 0, high = list->row_count;
	if (high && list->sources[high - 1] < source) /* a book is read in order */
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->sources[middle] < source)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
put_row(struct name_list *list, struct name_row row, int64_t source)
{
	size_t at = row_from(list, source), after = list->row_count - at;
	ARRAY_RESERVE(list->rows, list->row_count, list->row_capacity);
	ARRAY_RESERVE(list->sources, list->row_count, list->source_capacity);
	memmove(list->rows + at + 1, list->rows + at, after * sizeof *list->rows);
	memmove(list->sources + at + 1, list->sources + at, after * sizeof *list->sources);
	list->rows[at] = row;
	list->sources[at] = source;
	list->row_count++;
}

/* Appends the phrase; its length.  Of a name of more than 65,535 words only those are searched. */
static uint16_t
put_phrase(struct names *names, const char *text)
{
	size_t before = names->codes.count;
	wordbook_add(names->book, &names->codes, text);
	if (names->codes.count - before > UINT16_MAX)
		names->codes.count = before + UINT16_MAX;
	return (uint16_t)(names->codes.count - before);
}

void
names_add(struct names *names, enum entity_id kind, int64_t subject, struct name_source source, const char *name,
	const char *brief)
{
	struct name_list *list = list_of(names, kind);
	struct name_row row = { .at = (uint32_t)names->codes.count, .owner = (uint32_t)owner_place(list, subject) };
	row.name_length = put_phrase(names, name);
	row.brief_length = put_phrase(names, brief);
	if (names->codes.count > UINT32_MAX)
		die("names: more than 4,000 million words");
	list->owners[row.owner].last = 0;
	if (names->codes.count > row.at)
		row.initials = wordbook_initials(names->book, both_of(names, &row));
	if (!row.initials)
		names->codes.count = row.at;
	else
		put_row(list, row, source_key(source));
}

static void
drop_row(struct names *names, struct name_list *list, int64_t source)
{
	size_t at = row_from(list, source);
	if (at == list->row_count || list->sources[at] != source)
		return;
	const struct name_row *row = &list->rows[at];
	size_t after = list->row_count - at - 1;
	names->wasted += row->name_length + row->brief_length;
	list->owners[row->owner].last = 0;
	memmove(list->rows + at, list->rows + at + 1, after * sizeof *list->rows);
	memmove(list->sources + at, list->sources + at + 1, after * sizeof *list->sources);
	list->row_count--;
}

void
names_drop(struct names *names, struct name_source source)
{
	for (int n = 0; n < LIST_COUNT; n++)
		drop_row(names, &names->lists[n], source_key(source));
}

size_t
names_count(const struct names *names)
{
	return names->lists[LIST_UNITS].row_count + names->lists[LIST_CLUSTERS].row_count;
}

bool
names_are_wasteful(const struct names *names)
{
	return names->wasted > 4096 && names->wasted * 2 > names->codes.count;
}
