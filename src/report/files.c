/* A sheet for programs: CSV and JSON.  Numbers are plain there; the qualifier stands in a column or member of its own. */
#include "report/sheet.h"
#include "text/json.h"
#include "text/number.h"

static bool
is_number(const struct cell *cell)
{
	return cell->kind == CELL_QUANTITY || cell->kind == CELL_PERCENT || cell->kind == CELL_INTEGER ||
		cell->kind == CELL_CHANGE;
}

/* A column whose cells carry qualifiers gets a second column for them. */
static bool
column_qualified(const struct sheet *sheet, size_t column)
{
	for (size_t row = 0; row < sheet->row_count; row++) {
		enum cell_kind kind = sheet_cell(sheet, row, column)->kind;
		if (kind == CELL_QUANTITY || kind == CELL_PERCENT || kind == CELL_CHANGE)
			return true;
	}
	return false;
}

static const char *
status_word(const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NOT_YET:
		return "chưa có";
	case CELL_NOT_ASKED:
		return "không giao";
	case CELL_SAID:
		return cell->text ? cell->text : "có lời";
	case CELL_TEXT:
	case CELL_REFUSED:
	case CELL_DATE:
		return cell->text ? cell->text : "";
	default:
		return "";
	}
}

static const char *
column_name(const struct head *head)
{
	return head->code ? head->code : head->text ? head->text : "";
}

static void
put_value(const struct cell *cell, struct csv_style style, bool first, struct str *out)
{
	if (!is_number(cell)) {
		csv_put_cell(out, style, status_word(cell), first);
		return;
	}
	struct str number = { 0 };
	number_plain(&number, cell->quantity.amount, cell->decimals);
	csv_put_number(out, style, str_text(&number), first);
	str_release(&number);
}

static void
put_qualifier(const struct cell *cell, struct csv_style style, struct str *out)
{
	char sign[2] = { is_number(cell) ? qualifier_sign(cell->quantity.qualifier) : '\0', '\0' };
	csv_put_number(out, style, sign, false);
}

static void
put_coverage(const struct cell *cell, struct csv_style style, struct str *out)
{
	struct str text = { 0 };
	if (cell->asked)
		str_add_format(&text, "%d/%d", cell->counted, cell->asked);
	csv_put_cell(out, style, str_text(&text), false);
	str_release(&text);
}

static bool
column_covered(const struct sheet *sheet, size_t column)
{
	for (size_t row = 0; row < sheet->row_count; row++)
		if (sheet_cell(sheet, row, column)->asked)
			return true;
	return false;
}

static void
put_suffixed(const struct head *head, const char *suffix, struct csv_style style, struct str *out)
{
	struct str name = { 0 };
	str_add_format(&name, "%s_%s", column_name(head), suffix);
	csv_put_cell(out, style, str_text(&name), false);
	str_release(&name);
}

static void
put_heads(const struct sheet *sheet, struct csv_style style, struct str *out)
{
	bool first = true;
	if (sheet->row_head) {
		csv_put_cell(out, style, sheet->row_code ? sheet->row_code : sheet->row_head, first);
		first = false;
	}
	for (size_t column = 0; column < sheet->column_count; column++, first = false) {
		const struct head *head = &sheet->columns[column];
		csv_put_cell(out, style, column_name(head), first);
		if (column_qualified(sheet, column))
			put_suffixed(head, "qualifier", style, out);
		if (column_covered(sheet, column))
			put_suffixed(head, "units", style, out);
	}
	csv_end_row(out, style);
}

void
sheet_write_csv(const struct sheet *sheet, struct csv_style style, struct str *out)
{
	csv_begin(out, style);
	put_heads(sheet, style, out);
	for (size_t row = 0; row < sheet->row_count; row++) {
		bool first = true;
		if (sheet->row_head) {
			csv_put_cell(out, style, sheet->rows[row].text ? sheet->rows[row].text : "", first);
			first = false;
		}
		for (size_t column = 0; column < sheet->column_count; column++, first = false) {
			const struct cell *cell = sheet_cell(sheet, row, column);
			put_value(cell, style, first, out);
			if (column_qualified(sheet, column))
				put_qualifier(cell, style, out);
			if (column_covered(sheet, column))
				put_coverage(cell, style, out);
		}
		csv_end_row(out, style);
	}
}

static void
json_cell(const struct cell *cell, struct str *out)
{
	if (!is_number(cell)) {
		const char *word = status_word(cell);
		json_string(out, *word ? word : NULL);
		return;
	}
	struct str number = { 0 };
	number_plain(&number, cell->quantity.amount, cell->decimals);
	if (cell->kind == CELL_INTEGER) {
		json_number(out, str_text(&number));
	} else {
		char sign[2] = { qualifier_sign(cell->quantity.qualifier), '\0' };
		json_open(out, '{');
		json_name(out, "value");
		json_number(out, str_text(&number));
		json_name(out, "qualifier");
		json_string(out, sign);
		if (cell->asked) {
			json_name(out, "units");
			json_integer(out, cell->counted);
			json_name(out, "asked");
			json_integer(out, cell->asked);
		}
		json_close(out, '}');
	}
	str_release(&number);
}

void
sheet_write_json(const struct sheet *sheet, struct str *out)
{
	json_open(out, '[');
	for (size_t row = 0; row < sheet->row_count; row++) {
		json_open(out, '{');
		if (sheet->row_head) {
			json_name(out, sheet->row_code ? sheet->row_code : sheet->row_head);
			json_string(out, sheet->rows[row].text ? sheet->rows[row].text : "");
		}
		for (size_t column = 0; column < sheet->column_count; column++) {
			json_name(out, column_name(&sheet->columns[column]));
			json_cell(sheet_cell(sheet, row, column), out);
		}
		json_close(out, '}');
	}
	json_close(out, ']');
	str_add_byte(out, '\n');
}
