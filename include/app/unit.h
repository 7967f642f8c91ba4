/* One unit: names over time, parent, clusters, roles, succession. */
#ifndef APP_UNIT_H
#define APP_UNIT_H
#include "store/store.h"

struct unit_line {
	char *left, *right;
	enum entity_id entity;
	int64_t record;
};
struct unit_page {
	char *name, *full_name, *from, *to; /* the names valid at the end of the year; stored dates */
	char *title;                        /* the name; "(cũ)" behind it where a later organisation has it too */
	char *parent, *level;
	int64_t phase;
	struct unit_line *predecessors;
	size_t predecessor_count; /* name · life */
	struct unit_line *successors;
	size_t successor_count;
	char *succession; /* "hợp nhất 01/7/2025 · Nghị quyết 202/2025/QH15"; NULL none */
	struct unit_line *clusters;
	size_t cluster_count; /* of it and of its predecessors, with the years */
	struct unit_line *roles;
	size_t role_count;
	struct unit_line *names;
	size_t name_count; /* every phase */
	int64_t *metrics;
	size_t metric_count; /* up to five main ones that have figures */
};
bool unit_page_read(struct unit_page *out, struct store *store, int64_t unit, int year, struct err *err);
void unit_page_release(struct unit_page *page);

struct unit_row {
	int64_t unit;
	char *name, *full_name, *parent, *life;
	int depth;
};
/* Units whose names match typed text (folded), Vietnamese order, at most capacity; *total is the number of matches. */
bool units_read(struct unit_row **rows, size_t *count, size_t *total, struct store *store, const char *typed, int year,
	size_t capacity, struct err *err);
void unit_rows_release(struct unit_row *rows, size_t count);
#endif
