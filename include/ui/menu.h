/* The menu of a screen (F9, Ctrl+G): every action that does something in the view below, each with its character,
 * which runs it at once; the same place on every screen, so Ctrl+G c is typed blind. */
#ifndef UI_MENU_H
#define UI_MENU_H
#include "ui/view.h"

bool menu_open(struct ui *ui, struct err *err);
extern const struct view_ops menu_ops;
#endif
