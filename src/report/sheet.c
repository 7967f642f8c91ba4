#include "report/sheet.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

const char *
head_full(const struct head *head)
{
	return head->full ? head->full : head->text ? head->text : "";
}

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
head_release(struct head *head)
{
	free(head->text);
	free(head->brief);
	free(head->full);
	free(head->group);
	free(head->measure);
	free(head->code);
	*head = (struct head){ 0 };
}

static void
heads_free(struct head *heads, size_t count)
{
	for (size_t i = 0; i < count; i++)
		head_release(&heads[i]);
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
sheet_drop_empty(struct sheet *sheet)
{
	size_t kept = 0, count = sheet->column_count;
	for (size_t c = 0; c < count; c++) {
		bool any = false;
		for (size_t r = 0; r < sheet->row_count; r++)
			any |= sheet_cell(sheet, r, c)->kind != CELL_EMPTY;
		if (!any) {
			head_release(&sheet->columns[c]);
			for (size_t r = 0; r < sheet->row_count; r++)
				free(sheet_cell(sheet, r, c)->text);
			continue;
		}
		if (kept != c) {
			sheet->columns[kept] = sheet->columns[c];
			sheet->columns[c] = (struct head){ 0 };
		}
		for (size_t r = 0; r < sheet->row_count; r++)
			sheet->cells[r * count + kept] = *sheet_cell(sheet, r, c);
		kept++;
	}
	for (size_t r = 0; r < sheet->row_count; r++)
		memmove(&sheet->cells[r * kept], &sheet->cells[r * count], kept * sizeof *sheet->cells);
	sheet->column_count = kept;
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

static bool
shows_as(const struct cell *cell, const char *shown)
{
	struct str text = { 0 };
	cell_show(cell, &text);
	bool same = text_equal(str_text(&text), shown);
	str_release(&text);
	return same;
}

static bool
take_date(struct cell *cell, const char *shown)
{
	struct str stored = { 0 }, again = { 0 };
	struct err ignored = { 0 };
	bool day = date_read(&stored, shown, 0, &ignored) && date_is_full(str_text(&stored));
	err_release(&ignored);
	date_show(&again, str_text(&stored));
	day = day && text_equal(str_text(&again), shown);
	if (day)
		*cell = (struct cell){ .kind = CELL_DATE, .text = mem_copy_text(str_text(&stored)) };
	str_release(&stored);
	str_release(&again);
	return day;
}

static enum choice_number
qualifier_of(char sign)
{
	return sign == '>'    ? QUALIFIER_MORE_THAN
		: sign == '<' ? QUALIFIER_LESS_THAN
		: sign == '~' ? QUALIFIER_ABOUT
			      : QUALIFIER_EXACTLY;
}

static bool
take_number(struct cell *cell, const char *shown)
{
	struct number number;
	struct err ignored = { 0 };
	bool read = number_read(&number, shown, false, &ignored) && !number.no_number && !number.has_whole;
	err_release(&ignored);
	if (!read)
		return false;
	enum cell_kind kinds[] = { CELL_INTEGER, CELL_QUANTITY, CELL_PERCENT };
	for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
		*cell = (struct cell){ .kind = kinds[i],
			.quantity = { number.digits, qualifier_of(number.qualifier) },
			.decimals = number.decimals };
		if (shows_as(cell, shown))
			return true;
	}
	*cell = (struct cell){ 0 };
	return false;
}

static bool
take_year(struct cell *cell, const char *shown)
{
	if (strlen(shown) != 4 || strspn(shown, "0123456789") != 4 || (shown[0] != '1' && shown[0] != '2'))
		return false;
	*cell = (struct cell){ .kind = CELL_INTEGER, .quantity.amount = atoi(shown) };
	return true;
}

void
cell_take_shown(struct cell *cell, const char *shown, bool figures)
{
	if (!*shown)
		return;
	if (text_equal(shown, "…"))
		cell->kind = CELL_UNKNOWN;
	else if (!take_date(cell, shown) && !take_year(cell, shown) && !(figures && take_number(cell, shown)))
		*cell = (struct cell){ .kind = CELL_TEXT, .text = mem_copy_text(shown) };
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
