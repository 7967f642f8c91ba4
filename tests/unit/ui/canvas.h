/* A screen in memory, for what widgets draw. */
#ifndef TESTS_UI_CANVAS_H
#define TESTS_UI_CANVAS_H
#include "ui/draw.h"

#define CANVAS_ROWS 40
#define CANVAS_COLUMNS 130
struct canvas {
	struct draw draw;
	char cells[CANVAS_ROWS][CANVAS_COLUMNS][16]; /* a letter each; "" right of a wide one */
	enum role roles[CANVAS_ROWS][CANVAS_COLUMNS];
};
/* An empty screen of that size. */
void canvas_init(struct canvas *canvas, int rows, int columns);
/* The row without trailing blanks; borrowed until the next call. */
const char *canvas_row(const struct canvas *canvas, int row);
#endif
