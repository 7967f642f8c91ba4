/* Between the question about a conflict and its drawing. */
#ifndef UI_VIEW_CONFLICT_PRIVATE_H
#define UI_VIEW_CONFLICT_PRIVATE_H
#include "ui/view/conflict.h"

#define CONFLICT_ANSWERS 4
#define FIELD_SOURCE (-1)
struct conflict_row {
	int field; /* that stands for its group; or FIELD_SOURCE */
	char *theirs, *mine, *base;
};
struct conflict {
	struct view view;
	char *title, *subject, *their_name, *my_name;
	struct merge merge;
	const struct entity *entity;
	struct conflict_row *rows;
	int count, focus, top;
	bool my_source; /* is cited */
	bool in_answers;
	int chosen; /* the answer with the focus */
	enum conflict_answer answer;
	struct area area;
	int seen;     /* rows that are seen */
	bool tight;   /* a small window: no blank rows, no advice */
	bool stacked; /* the answers stand two and two */
};

void conflict_arrange(struct view *view, const struct layout *layout);
void conflict_draw(const struct view *view, struct draw *draw);
#endif
