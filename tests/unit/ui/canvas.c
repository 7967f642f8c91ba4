#include "canvas.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

static void
put(void *to, int row, int column, enum role role, const char *utf8)
{
	struct canvas *canvas = to;
	while (*utf8 && row >= 0 && row < CANVAS_ROWS && column >= 0 && column < CANVAS_COLUMNS) {
		size_t length = text_next(utf8, 0);
		char *cell = canvas->cells[row][column];
		memcpy(cell, utf8, length < 15 ? length : 15);
		cell[length < 15 ? length : 15] = 0;
		canvas->roles[row][column] = role;
		if (text_width(cell) > 1 && column + 1 < CANVAS_COLUMNS)
			canvas->cells[row][column + 1][0] = 0;
		column += text_width(cell) > 0 ? text_width(cell) : 1;
		utf8 += length;
	}
}

void
canvas_init(struct canvas *canvas, int rows, int columns)
{
	memset(canvas, 0, sizeof *canvas);
	for (int row = 0; row < CANVAS_ROWS; row++)
		for (int column = 0; column < CANVAS_COLUMNS; column++)
			canvas->cells[row][column][0] = ' ';
	canvas->draw = (struct draw){ .rows = rows,
		.columns = columns,
		.clip = { 0, 0, rows, columns },
		.cursor_row = -1,
		.put = put,
		.to = canvas };
}

const char *
canvas_row(const struct canvas *canvas, int row)
{
	static struct str line;
	str_clear(&line);
	for (int column = 0; column < canvas->draw.columns; column++)
		str_add_text(&line, canvas->cells[row][column]);
	while (line.length && line.bytes[line.length - 1] == ' ')
		str_cut(&line, line.length - 1);
	return str_text(&line);
}
