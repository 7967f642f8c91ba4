/* A small set of record ids, in the order they were added. */
#ifndef MODEL_IDS_H
#define MODEL_IDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ids {
	int64_t *items;
	size_t count, capacity;
};

void ids_add(struct ids *ids, int64_t id); /* once only */
bool ids_have(const int64_t *items, size_t count, int64_t id);
void ids_release(struct ids *ids);
#endif
