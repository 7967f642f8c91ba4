/* Cụm › Chung, between its files: the rows with what they lead to, and how they are drawn. */
#ifndef UI_VIEW_CLUSTER_OVERVIEW_H
#define UI_VIEW_CLUSTER_OVERVIEW_H
#include "app/lacking.h"
#include "app/overview.h"
#include "cluster.h"

enum part { PART_ROLES, PART_METRICS, PART_REPORTS, PART_MEETING, PART_COVENANT, PART_LACKING };
/* A place with the focus or a line between: the order on the screen. */
struct overview_row {
	enum { ROW_TERM, ROW_SUGGESTION, ROW_NO_ROLE, ROW_METRIC, ROW_LINE, ROW_LACKING, ROW_HEAD, ROW_GAP } kind;
	enum part part;
	size_t index; /* of the term, suggestion, metric */
	int year;     /* of a role: shown when it is the first of the year; else 0 */
};
struct overview_page {
	struct page page;
	struct overview overview;
	struct lacking lacking; /* of large screens */
	bool large, low;        /* low: no blank rows between the parts */
	struct overview_row *rows;
	size_t row_count, row_capacity;
	size_t focus, top;
	struct area area;
	bool placed;
};

struct overview_page *overview_of(const struct page *page);
const struct overview_line *overview_line_of(const struct overview_page *page, enum part part);
/* The focus may stand there. */
bool overview_is_place(const struct overview_row *row);
/* cluster_overview_draw.c */
void overview_draw(const struct page *page, struct draw *draw);
#endif
