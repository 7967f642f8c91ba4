/* A cluster at a glance: who leads it, its main figures, who has reported, the last meeting, the covenant. */
#ifndef APP_OVERVIEW_H
#define APP_OVERVIEW_H
#include "app/role_matrix.h"
#include "report/sheet.h"

/* A line to be read, and the record behind it; record 0: none. */
struct overview_line {
	char *text;
	char *brief; /* the same in fewer words; NULL: none */
	int64_t record;
};
struct overview {
	struct role_matrix roles; /* of the year and the next one: terms, suggestions */
	struct sheet metrics;     /* main metrics of the cluster's own report: year before, year, difference, percent */
	struct overview_line reports, meeting, covenant;
	int covenant_year;
};
bool overview_read(struct overview *out, struct store *store, int64_t cluster, int year, struct err *err);
void overview_release(struct overview *overview);
#endif
