#include "app/textmap.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t
hash_of(const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return hash;
}

static struct textmap_slot *
slot_of(const struct textmap *map, const char *text)
{
	size_t at = (size_t)hash_of(text) & (map->capacity - 1);

	while (map->slots[at].text && strcmp(map->slots[at].text, text) != 0)
		at = (at + 1) & (map->capacity - 1);
	return &map->slots[at];
}

static void
grow(struct textmap *map)
{
	struct textmap larger = { .capacity = map->capacity ? map->capacity * 2 : 64, .count = map->count };

	larger.slots = mem_new(larger.capacity, sizeof *larger.slots);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->slots[i].text)
			*slot_of(&larger, map->slots[i].text) = map->slots[i];
	free(map->slots);
	*map = larger;
}

bool
textmap_put(struct textmap *map, const char *text, int64_t number)
{
	if (map->count * 2 >= map->capacity)
		grow(map);
	struct textmap_slot *slot = slot_of(map, text);
	if (slot->text)
		return false;
	*slot = (struct textmap_slot){ .text = mem_copy_text(text), .number = number };
	map->count++;
	return true;
}

int64_t
textmap_get(const struct textmap *map, const char *text, int64_t otherwise)
{
	if (map->count == 0)
		return otherwise;
	const struct textmap_slot *slot = slot_of(map, text);
	return slot->text ? slot->number : otherwise;
}

void
textmap_release(struct textmap *map)
{
	for (size_t i = 0; i < map->capacity; i++)
		free(map->slots[i].text);
	free(map->slots);
	*map = (struct textmap){ 0 };
}
