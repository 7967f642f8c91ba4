/* A sheet for people: aligned by display width, numbers to the right. */
#include "base/mem.h"
#include "report/sheet.h"
#include "text/width.h"
#include <stdlib.h>

struct layout {
	int row_head;
	int *columns;
};

static int
widest(int width, const char *text)
{
	int own = text ? text_width(text) : 0;
	return own > width ? own : width;
}

static int
cell_width(int width, const struct cell *cell)
{
	struct str text = { 0 };
	cell_show(cell, &text);
	width = widest(width, str_text(&text));
	str_release(&text);
	return width;
}

static struct layout
layout_of(const struct sheet *sheet)
{
	struct layout layout = { .columns = mem_new(sheet->column_count, sizeof(int)) };
	layout.row_head = widest(0, sheet->row_head);
	for (size_t row = 0; sheet->row_head && row < sheet->row_count; row++)
		layout.row_head = widest(layout.row_head, sheet->rows[row].text);
	for (size_t column = 0; column < sheet->column_count; column++) {
		int width = widest(1, sheet->columns[column].text);
		for (size_t row = 0; row < sheet->row_count; row++)
			width = cell_width(width, sheet_cell(sheet, row, column));
		layout.columns[column] = width;
	}
	return layout;
}

static void
write_padded(struct str *out, const char *text, int width, bool right, bool last)
{
	if (right)
		text_pad_left(out, text, width);
	else if (last)
		str_add_text(out, text);
	else
		text_pad(out, text, width);
}

/* Ends the line that began at start, without the blanks that empty columns left. */
static void
end_line(struct str *out, size_t start)
{
	while (out->length > start && out->bytes[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
	str_add_byte(out, '\n');
}

static void
write_row(const struct sheet *sheet, const struct layout *layout, size_t row, struct str *out)
{
	struct str text = { 0 };
	size_t start = out->length;
	if (sheet->row_head)
		write_padded(out, sheet->rows[row].text ? sheet->rows[row].text : "", layout->row_head, false, false);
	for (size_t column = 0; column < sheet->column_count; column++) {
		if (column || sheet->row_head)
			str_add_text(out, "  ");
		str_clear(&text);
		cell_show(sheet_cell(sheet, row, column), &text);
		write_padded(out, str_text(&text), layout->columns[column], sheet->columns[column].number,
			column + 1 == sheet->column_count);
	}
	end_line(out, start);
	str_release(&text);
}

static void
write_heads(const struct sheet *sheet, const struct layout *layout, struct str *out)
{
	size_t start = out->length;
	if (sheet->row_head)
		write_padded(out, sheet->row_head, layout->row_head, false, false);
	for (size_t column = 0; column < sheet->column_count; column++) {
		if (column || sheet->row_head)
			str_add_text(out, "  ");
		const struct head *head = &sheet->columns[column];
		write_padded(out, head->text ? head->text : "", layout->columns[column], head->number,
			column + 1 == sheet->column_count);
	}
	end_line(out, start);
}

void
sheet_write_table(const struct sheet *sheet, struct str *out)
{
	struct str raw = { 0 };
	struct layout layout = layout_of(sheet);
	if (sheet->title) {
		str_add_text(&raw, sheet->title);
		str_add_byte(&raw, '\n');
	}
	write_heads(sheet, &layout, &raw);
	for (size_t row = 0; row < sheet->row_count; row++)
		write_row(sheet, &layout, row, &raw);
	for (size_t i = 0; i < sheet->note_count; i++) {
		str_add_text(&raw, sheet->notes[i]);
		str_add_byte(&raw, '\n');
	}
	free(layout.columns);
	str_add(out, str_text(&raw), raw.length);
	str_release(&raw);
}
