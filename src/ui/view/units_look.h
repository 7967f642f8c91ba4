/* The list of units and their tree: F4 goes from one to the other, and the person finds again what was chosen. */
#ifndef UI_VIEW_UNITS_LOOK_H
#define UI_VIEW_UNITS_LOOK_H
#include "ui/view/views.h"

#define UNITS_HELD_MOST 2000 /* rows that a view holds; the filter asks the whole book */
/* The title line: «Đơn vị», «Năm 2024»; row 3: «Xem: [danh sách] cây» and how many units the book has. */
void units_look_frame(const struct view *view, size_t total, struct frame *frame);
bool units_look_choose(struct view *view, struct err *err);
/* Of both views, as in view_ops: after the box of units_look_choose the other one may be open. */
void units_look_answer(struct view *view, const struct view *closed);
struct words units_look_label(const struct view *view, enum action_id action);
#endif
