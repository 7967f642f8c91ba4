#include "base/ids.h"
#include "base/mem.h"
#include <stdlib.h>

bool
ids_have(const int64_t *items, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (items[i] == id)
			return true;
	return false;
}

void
ids_add(struct ids *ids, int64_t id)
{
	if (ids_have(ids->items, ids->count, id))
		return;
	ARRAY_RESERVE(ids->items, ids->count, ids->capacity);
	ids->items[ids->count++] = id;
}

void
ids_remove(struct ids *ids, int64_t id)
{
	size_t kept = 0;
	for (size_t i = 0; i < ids->count; i++)
		if (ids->items[i] != id)
			ids->items[kept++] = ids->items[i];
	ids->count = kept;
}

void
ids_release(struct ids *ids)
{
	free(ids->items);
	*ids = (struct ids){ .items = NULL };
}
