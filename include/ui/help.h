/* Help (F1): the keys that work in the view below, made from the key table, with a filter; Enter runs the command, F4
 * shows the 134 Vietnamese letters, so that a person sees whether the font has them. */
#ifndef UI_HELP_H
#define UI_HELP_H
#include "ui/view.h"

bool help_open(struct ui *ui, struct err *err);
extern const struct view_ops help_ops;
/* Rows that follow the keys in the help of a context («Gõ số thế nào»): left, right column; both "" ends the list; a
 * row without right column is a head. */
struct help_topic {
	enum context context;
	struct words left, right;
};
extern const struct help_topic help_topics[];
#endif
