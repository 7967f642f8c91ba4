/* From texts to numbers, for files of a hundred thousand rows: what uid is which record, which rows were met already. */
#ifndef SRC_APP_TEXTMAP_H
#define SRC_APP_TEXTMAP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct textmap_slot {
	char *text;
	int64_t number;
};
struct textmap {
	struct textmap_slot *slots;
	size_t count, capacity;
};
/* Sets the number of a text; false when the text has one already, which then stays. */
bool textmap_put(struct textmap *map, const char *text, int64_t number);
/* The number, or otherwise. */
int64_t textmap_get(const struct textmap *map, const char *text, int64_t otherwise);
void textmap_release(struct textmap *map);
#endif
