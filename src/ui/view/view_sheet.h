/* How several views draw a row of a sheet beside its figures. */
#ifndef UI_VIEW_VIEW_SHEET_H
#define UI_VIEW_VIEW_SHEET_H
#include "report/sheet.h"
#include "ui/draw.h"

/* The name of a row in `width` columns: in full, else the short one; where that is cut too, the scale of its money at the
 * end ("(triệu đ)") stays whole, for without it the figures beside say nothing. */
void view_row_name(struct draw *draw, int row, int column, int width, enum role role, const struct head *head);
/* A bar for the last of the years, the greatest of them being `cells` long. */
void view_bar(
	struct draw *draw, int row, int column, int cells, const struct sheet *sheet, size_t sheet_row, int years);
#endif
