/* A small set of record ids, in the order in which they were added: the units of a cluster, the predecessors of a unit.  Every
 * question walks the list.  A zeroed one is empty. */
#ifndef BASE_IDS_H
#define BASE_IDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ids {
	int64_t *items;
	size_t count, capacity;
};

void ids_add(struct ids *ids, int64_t id); /* once only */
/* The others keep their order; nothing happens when it is not there. */
void ids_remove(struct ids *ids, int64_t id);
bool ids_have(const int64_t *items, size_t count, int64_t id);
void ids_release(struct ids *ids);
#endif
