/* Merging, joining, dividing and replacing units: one form, one preview, one change. */
#ifndef UI_VIEW_REORGANISE_H
#define UI_VIEW_REORGANISE_H
#include "ui/view/views.h"

/* unit: the first that comes before; 0: none yet. */
bool reorganise_open(struct ui *ui, int64_t unit, struct err *err);
#endif
