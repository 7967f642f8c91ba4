#include "base/mem.h"
#include "text/date.h"
#include "text/width.h"
#include "workbook.h"
#include <stdlib.h>
#include <string.h>

#define TEXT_MOST 32767 /* letters of a cell, Excel's limit */

void
workbook_check(struct workbook *book, lxw_error error)
{
	if (!book->failed)
		book->failed = error;
}

/* ---- formats -------------------------------------------------------------------------------------------------------- */

static lxw_format *
new_format(struct workbook *book, struct look look)
{
	const struct xlsx_library *xlsx = book->xlsx;
	lxw_format *format = xlsx->workbook_add_format(book->book);
	if (!format)
		return NULL;
	xlsx->format_set_font_name(format, "Times New Roman");
	xlsx->format_set_font_size(format, look.size);
	xlsx->format_set_align(format, (uint8_t)look.across);
	xlsx->format_set_align(format, (uint8_t)look.upright);
	if (look.number)
		xlsx->format_set_num_format(format, look.number);
	if (look.bold)
		xlsx->format_set_bold(format);
	if (look.italic)
		xlsx->format_set_italic(format);
	if (look.wraps)
		xlsx->format_set_text_wrap(format);
	if (look.bordered)
		xlsx->format_set_border(format, LXW_BORDER_THIN);
	/* Not at the right: LibreOffice 7.4 forgets that of some numbers, which then stand beside the others. */
	if (look.bordered && look.across == LXW_ALIGN_LEFT)
		xlsx->format_set_indent(format, 1);
	if (look.filled)
		xlsx->format_set_bg_color(format, 0xEDEDED);
	return format;
}

lxw_format *
workbook_look(struct workbook *book, struct look look)
{
	struct str key = { 0 };
	str_add_format(&key, "%d%d%d%d%d %d %d %d %s", look.bold, look.italic, look.bordered, look.wraps, look.filled,
		look.size, (int)look.across, (int)look.upright, look.number ? look.number : "");
	for (size_t i = 0; i < book->look_count; i++) {
		if (!text_equal(book->looks[i].key, str_text(&key)))
			continue;
		str_release(&key);
		return book->looks[i].format;
	}
	ARRAY_RESERVE(book->looks, book->look_count, book->look_capacity);
	struct known_look *known = &book->looks[book->look_count++];
	*known = (struct known_look){ .key = str_take(&key), .format = new_format(book, look) };
	if (!known->format)
		workbook_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
	return known->format;
}

/* ---- texts ------------------------------------------------------------------------------------------------------------ */

/* Excel counts UTF-16 units: a letter outside the first plane is two. */
static size_t
text_that_fits(const char *text)
{
	int units = 0;
	size_t at = 0;
	while (text[at]) {
		unsigned char byte = (unsigned char)text[at];
		size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
		units += length == 4 ? 2 : 1;
		if (units > TEXT_MOST - 1)
			return at;
		for (size_t i = 0; i < length && text[at]; i++)
			at++;
	}
	return at;
}

void
workbook_text(struct workbook *book, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
	size_t fits = text_that_fits(text);
	struct str cut = { 0 };
	str_add(&cut, text, fits);
	if (text[fits])
		str_add_text(&cut, "…");
	if (cut.length)
		workbook_check(
			book, book->xlsx->worksheet_write_string(book->sheet, row, column, str_text(&cut), format));
	else
		workbook_check(book, book->xlsx->worksheet_write_blank(book->sheet, row, column, format));
	str_release(&cut);
}

void
workbook_merged(struct workbook *book, lxw_row_t row, lxw_col_t last, const char *text, lxw_format *format)
{
	if (last > 0)
		workbook_check(book, book->xlsx->worksheet_merge_range(book->sheet, row, 0, row, last, "", format));
	workbook_text(book, row, 0, text, format);
}

/* ---- figures ------------------------------------------------------------------------------------------------------------ */

static void
add_quoted(struct str *out, const char *text)
{
	if (*text)
		str_add_format(out, "\"%s\"", text);
}

/* «"†>"#,##0.0"*"»: the sign is seen, the value is the bare number. */
static void
add_section(struct str *out, const struct cell *cell, const char *sign, bool percent)
{
	struct str signs = { 0 };
	cell_signs(&signs, cell);
	add_quoted(out, str_text(&signs));
	str_add_text(out, sign);
	str_add_text(out, cell->kind == CELL_INTEGER ? "0" : "#,##0");
	int decimals = cell_decimals_shown(cell);
	for (int i = 0; i < decimals; i++)
		str_add_text(out, i ? "0" : ".0");
	str_add_text(out, percent ? "%" : "");
	if (cell->marks & MARK_SOME)
		add_quoted(out, "*");
	str_release(&signs);
}

static void
number_format(struct str *out, const struct cell *cell)
{
	bool percent = cell_is_percent(cell);
	add_section(out, cell, cell->kind == CELL_CHANGE ? "+" : "", percent);
	str_add_byte(out, ';');
	add_section(out, cell, "\"−\"", percent);
	str_add_byte(out, ';');
	add_section(out, cell, "", percent);
}

static double
value_of(const struct cell *cell)
{
	int power = cell->kind == CELL_INTEGER ? 0 : cell->decimals + cell->scale;
	if (cell_is_percent(cell))
		power += 2;
	double divisor = 1;
	for (; power > 0; power--)
		divisor *= 10;
	return (double)cell->quantity.amount / divisor;
}

static void
write_number(struct workbook *book, lxw_row_t at, lxw_col_t across, const struct cell *cell, struct look look)
{
	struct str format = { 0 };
	number_format(&format, cell);
	look.number = str_text(&format);
	look.across = LXW_ALIGN_RIGHT;
	look.wraps = false;
	workbook_check(book,
		book->xlsx->worksheet_write_number(book->sheet, at, across, value_of(cell), workbook_look(book, look)));
	str_release(&format);
}

/* A whole day is a date; a year, a month, an inferred day are text. */
static bool
write_date(struct workbook *book, lxw_row_t at, lxw_col_t across, const struct cell *cell, struct look look)
{
	const char *day = cell->text;
	if (!day || strlen(day) != 10 || !date_is_full(day) || strcmp(day, "1900-03-01") < 0)
		return false;
	lxw_datetime when = { .year = atoi(day), .month = atoi(day + 5), .day = atoi(day + 8) };
	look.number = "dd/mm/yyyy";
	look.across = LXW_ALIGN_CENTER;
	workbook_check(
		book, book->xlsx->worksheet_write_datetime(book->sheet, at, across, &when, workbook_look(book, look)));
	return true;
}

void
workbook_cell(struct workbook *book, lxw_row_t at, lxw_col_t across, const struct report *report,
	const struct report_column *column, size_t row, size_t number)
{
	const struct cell *cell = report_cell_at(report, column, row);
	const struct head *head = &report->sheet.rows[row];
	struct look look = { .bold = head->rank != RANK_RECORD,
		.bordered = true,
		.wraps = true,
		.size = 12,
		.across = column->right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT,
		.upright = LXW_ALIGN_VERTICAL_CENTER };
	struct str text = { 0 };
	if (cell && cell_is_number(cell)) {
		write_number(book, at, across, cell, look);
		return;
	}
	if (cell && cell->kind == CELL_DATE && write_date(book, at, across, cell, look))
		return;
	if (column->kind == COLUMN_NUMBER) {
		look.across = LXW_ALIGN_CENTER;
		look.number = "0";
		if (head->rank == RANK_RECORD)
			workbook_check(book,
				book->xlsx->worksheet_write_number(
					book->sheet, at, across, (double)number, workbook_look(book, look)));
		else
			workbook_text(book, at, across, "", workbook_look(book, look));
		return;
	}
	if (cell)
		cell_say(&text, cell);
	else
		report_cell(&text, report, column, row, number);
	workbook_text(book, at, across, str_text(&text), workbook_look(book, look));
	str_release(&text);
}
