/* Between the values of a list of choices and their drawing. */
#ifndef UI_WIDGET_CHOICES_PRIVATE_H
#define UI_WIDGET_CHOICES_PRIVATE_H
#include "ui/choices.h"
#include "ui/line.h"

struct choices {
	struct view view;
	struct choices_setup setup;
	char *title, *add;
	struct choice_items items;  /* what the filter shows */
	struct choice_items marked; /* where several may be taken */
	bool marks_touched;
	size_t all, most; /* without the filter: now, and when it was opened */
	struct line filter;
	struct str query;             /* the filter, cleaned */
	bool behind;                  /* the filter is another by now */
	int text_width, detail_width; /* of the widest items seen since it was opened: the frame never shrinks */
	size_t focus, top;            /* focus = items.count: the row that adds */
	bool goes_on;                 /* Tab ended it */
	int rows;                     /* of items on the screen */
	struct area area;
	enum choices_end end;
};
/* The row that adds has the focus. */
bool choices_on_add(const struct choices *choices);
bool choices_has_marked(const struct choices *choices, const struct choice_item *item);
void choices_arrange(struct view *view, const struct layout *layout);
void choices_draw(const struct view *view, struct draw *draw);
#endif
