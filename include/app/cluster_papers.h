/* The covenants, nominations and meetings of a cluster as lists, the latest first. */
#ifndef APP_CLUSTER_PAPERS_H
#define APP_CLUSTER_PAPERS_H
#include "store/store.h"

#define PAPER_CELLS 5
/* Cells of a covenant: period, state with day, units, contents, theme.  Of a nomination: year, who, award, result, authority.  Of a
 * meeting: day, kinds, what it closes, place, conclusions.  "…" is what the book does not know. */
struct paper_row {
	int64_t record;
	int year; /* that it is about; 0: not known */
	char *cells[PAPER_CELLS];
	char *full; /* what is not in the cells: title, state, how many people; "" none */
};
struct papers {
	struct paper_row *rows;
	size_t count;
};
/* entity: COVENANT, NOMINATION or MEETING. */
bool papers_read(
	struct papers *out, struct store *store, enum entity_id entity, int64_t cluster, int year, struct err *err);
void papers_release(struct papers *papers);
#endif
