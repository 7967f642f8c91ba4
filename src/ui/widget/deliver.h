/* Between the stack and the dialogs. */
#ifndef UI_WIDGET_DELIVER_H
#define UI_WIDGET_DELIVER_H
#include "ui/view.h"

/* A dialog with an answer function of its own gets told here; false: the view below is to be told. */
bool dialog_deliver(const struct view *closed, struct err *err);
#endif
