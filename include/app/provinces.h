/* The provinces that became others on 1 July 2025 (Nghị quyết 202/2025/QH15, share/provinces/2025.csv), and what a merger of
 * one organisation in each of them takes from that list. */
#ifndef APP_PROVINCES_H
#define APP_PROVINCES_H
#include "store/store.h"

#define PROVINCES_BEFORE_MOST 4
struct province_merger {
	char *name;                          /* "Ninh Bình": always that of one of those before */
	char *before[PROVINCES_BEFORE_MOST]; /* "Hà Nam", "Nam Định", "Ninh Bình" */
	size_t before_count;
	char *decision; /* "Nghị quyết 202/2025/QH15" */
	char *day;      /* YYYY-MM-DD: the first day of the new one */
};
struct province_list {
	struct province_merger *items;
	size_t count, capacity;
};
bool province_list_read(struct province_list *out, struct err *err);
void province_list_release(struct province_list *list);

/* The units of the book that such a merger is about. */
struct province_units {
	int64_t before[PROVINCES_BEFORE_MOST];
	size_t before_count;
	int64_t named;     /* the one before whose name goes on */
	int64_t document;  /* the decision in the book; 0: not there */
	int64_t successor; /* the book has the merger already: its unit; else 0 */
};
/* The organisations of one kind ("LĐLĐ tỉnh Hà Nam", "LĐLĐ tỉnh Nam Định" …) that all provinces before have.  Of several kinds
 * the one that `like` (a unit; 0: none) is of, then one that the book has not merged yet, then the trade union.
 * ERR_NOT_FOUND when no kind is there for each province. */
bool province_units_find(struct province_units *out, struct store *store, const struct province_merger *merger,
	int64_t like, struct err *err);
#endif
