/* Between the cursor of a grid and its drawing. */
#ifndef UI_WIDGET_GRID_PRIVATE_H
#define UI_WIDGET_GRID_PRIVATE_H
#include "ui/grid.h"

#define GRID_NAME_WIDTH 18
#define GRID_CELL_WIDTH 10
#define GRID_BOX_WIDTH 24 /* least room for text while editing */

enum grid_row grid_kind(const struct grid *grid, int row);
int grid_name_width(const struct grid *grid);
/* Rows of the screen that row fills: 2 with second lines. */
int grid_row_height(const struct grid *grid, int row);
/* The first of the last rows that stay when the others scroll: the rule and the sums; grid->rows: there are none. */
int grid_foot(const struct grid *grid);
/* The first of the last columns that stay when the others scroll; grid->columns: there are none. */
int grid_foot_column(const struct grid *grid);
/* Column of the screen where the cell of column begins; it ends before that of the next. */
int grid_cell_begin(const struct grid *grid, int column);
/* Scrolls so that the focus is seen. */
void grid_scroll(struct grid *grid);
#endif
