/* Where the columns of a report stand on A4: upright or across, in one part or several. */
#ifndef SRC_REPORT_LAYOUT_H
#define SRC_REPORT_LAYOUT_H
#include "columns.h"

#define UPRIGHT_COLUMNS 80
#define UPRIGHT_LINES 60
#define ACROSS_COLUMNS 120
#define ACROSS_LINES 40
#define COLUMN_GAP 2

struct set_column {
	struct report_column of;
	int width;   /* as set */
	int natural; /* of its widest text in one line */
	int least;   /* of its longest word; of figures: the widest */
	int usual;   /* what it has while there is room */
	bool leads;  /* stands in every part */
};
/* A part holds some columns of the table, those that lead among them. */
struct report_part {
	struct set_column *columns;
	size_t count;
	int width;
};
struct report_layout {
	int columns, lines; /* of the page */
	struct report_part *parts;
	size_t part_count;
	bool brief; /* short heads stand in the place of full ones: a note tells them */
};
struct report_layout report_layout_of(const struct report *report);
void report_layout_release(struct report_layout *layout);
#endif
