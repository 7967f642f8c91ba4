#include "report/sheet.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/number.h"
#include <stdlib.h>

struct sheet
sheet_new(size_t rows, size_t columns)
{
	return (struct sheet){
		.columns = mem_new(columns, sizeof(struct head)),
		.column_count = columns,
		.rows = mem_new(rows, sizeof(struct head)),
		.row_count = rows,
		.cells = mem_new(rows * columns, sizeof(struct cell)),
	};
}

static void
heads_free(struct head *heads, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(heads[i].text);
		free(heads[i].brief);
		free(heads[i].full);
		free(heads[i].group);
		free(heads[i].measure);
		free(heads[i].code);
	}
	free(heads);
}

void
sheet_release(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->row_count * sheet->column_count; i++)
		free(sheet->cells[i].text);
	free(sheet->cells);
	heads_free(sheet->columns, sheet->column_count);
	heads_free(sheet->rows, sheet->row_count);
	for (size_t i = 0; i < sheet->note_count; i++)
		free(sheet->notes[i]);
	free(sheet->notes);
	free(sheet->title);
	free(sheet->row_head);
	free(sheet->row_code);
	*sheet = (struct sheet){ 0 };
}

struct cell *
sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
	return &sheet->cells[row * sheet->column_count + column];
}

void
sheet_note(struct sheet *sheet, char *sentence)
{
	for (size_t i = 0; i < sheet->note_count; i++) {
		if (text_equal(sheet->notes[i], sentence)) {
			free(sentence);
			return;
		}
	}
	sheet->notes = mem_resize(sheet->notes, sheet->note_count + 1, sizeof *sheet->notes);
	sheet->notes[sheet->note_count++] = sentence;
}

static void
cell_show_quantity(const struct cell *cell, struct str *out)
{
	/* An amount of đồng shown in triệu is the same digits with six more decimals. */
	number_show(out, cell->quantity.amount, cell->decimals + cell->scale, qualifier_sign(cell->quantity.qualifier));
	if (cell->kind == CELL_PERCENT)
		str_add_text(out, " %");
}

void
cell_show(const struct cell *cell, struct str *out)
{
	if (cell->marks & MARK_BREAK)
		str_add_text(out, "¦ ");
	if (cell->marks & MARK_DIFFERS)
		str_add_text(out, "≠");
	if (cell->marks & MARK_COVERAGE)
		str_add_text(out, "†");
	switch (cell->kind) {
	case CELL_EMPTY:
		break;
	case CELL_UNKNOWN:
		str_add_text(out, "…");
		break;
	case CELL_TEXT:
	case CELL_CHANGE:
		str_add_text(out, cell->text ? cell->text : "");
		break;
	case CELL_INTEGER:
		str_add_integer(out, cell->quantity.amount);
		break;
	case CELL_QUANTITY:
	case CELL_PERCENT:
		cell_show_quantity(cell, out);
		break;
	case CELL_NOT_YET:
		str_add_text(out, say(SAY("chưa", "not yet")));
		break;
	case CELL_NOT_ASKED:
		str_add_text(out, say(SAY("k.giao", "n/a")));
		break;
	case CELL_SAID:
		str_add_text(out, say(SAY("lời", "words")));
		break;
	case CELL_REFUSED:
		str_add_text(out, "!");
		break;
	case CELL_DATE:
		date_show(out, cell->text ? cell->text : "");
		break;
	}
	if (cell->marks & MARK_SOME)
		str_add_byte(out, '*');
}
