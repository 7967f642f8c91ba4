/* The screen as text, as long as what it shows: for a file, for paper. */
#include "base/mem.h"
#include "text/width.h"
#include "ui/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_MOST 300 /* a screen is never larger (screens.md) */
#define LETTER 32     /* bytes of one letter with its marks */

struct paper {
	int rows, columns;
	char (*letters)[LETTER]; /* "": nothing there; the second column of a wide letter too */
};

static void
put(void *to, int row, int column, enum role role, const char *utf8)
{
	struct paper *paper = to;
	(void)role;
	while (*utf8 && column < paper->columns) {
		size_t length = text_next(utf8, 0);
		char *letter = mem_copy_bytes(utf8, length);
		int width = text_width(letter);
		snprintf(paper->letters[row * paper->columns + column], LETTER, "%s", letter);
		column += width > 0 ? width : 1;
		utf8 += length;
		free(letter);
	}
}

/* A row without the blanks at its end. */
static void
add_row(const struct paper *paper, int row, struct str *out)
{
	size_t end = out->length;
	for (int column = 0; column < paper->columns;) {
		const char *letter = paper->letters[row * paper->columns + column];
		str_add_text(out, *letter ? letter : " ");
		if (*letter && strcmp(letter, " ") != 0)
			end = out->length;
		int width = text_width(letter);
		column += width > 1 ? width : 1;
	}
	str_cut(out, end);
	str_add_byte(out, '\n');
}

void
ui_print(struct ui *ui, struct str *out)
{
	struct layout layout = ui->layout;
	struct view *top = ui->top;
	struct paper paper = { .rows = ROWS_MOST, .columns = layout.columns };
	struct draw draw = { .rows = paper.rows,
		.columns = paper.columns,
		.clip = { .rows = paper.rows, .columns = paper.columns },
		.cursor_row = -1,
		.put = put,
		.to = &paper };
	paper.letters = mem_new((size_t)paper.rows * (size_t)paper.columns, sizeof *paper.letters);
	ui->layout = layout_of(paper.rows, paper.columns);
	ui->layout.large = layout.large;
	ui->top = ui_screen(ui);
	if (ui->top->ops->arrange)
		ui->top->ops->arrange(ui->top, &ui->layout);
	ui_draw(ui, &draw);
	size_t end = out->length;
	for (int row = 0; row < ui->layout.detail; row++) {
		size_t begin = out->length;
		add_row(&paper, row, out);
		if (out->length > begin + 1)
			end = out->length;
	}
	str_cut(out, end);
	ui->top = top;
	ui->layout = layout;
	free(paper.letters);
}
