#include "columns.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

static bool
has_measures(const struct sheet *sheet)
{
	for (size_t row = 0; row < sheet->row_count; row++)
		if (sheet->rows[row].measure)
			return true;
	return false;
}

struct report_column *
report_columns(size_t *count, const struct report *report)
{
	const struct sheet *sheet = &report->sheet;
	struct report_column *columns = mem_new(sheet->column_count + 3, sizeof *columns);
	*count = 0;
	if (report->numbered)
		columns[(*count)++] =
			(struct report_column){ .kind = COLUMN_NUMBER, .right = true, .head = say(SAY("STT", "No.")) };
	if (sheet->row_head)
		columns[(*count)++] = (struct report_column){ .kind = COLUMN_NAME, .head = sheet->row_head };
	if (has_measures(sheet))
		columns[(*count)++] =
			(struct report_column){ .kind = COLUMN_MEASURE, .head = say(SAY("Đơn vị tính", "Measure")) };
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct head *head = &sheet->columns[i];
		columns[(*count)++] = (struct report_column){ .kind = COLUMN_CELLS,
			.column = i,
			.right = head->number,
			.head = head_full(head),
			.brief = head->brief,
			.group = head->group,
			.beside = head->measure };
	}
	return columns;
}

bool
report_column_leads(const struct report *report, const struct report_column *column, size_t place)
{
	return column->kind != COLUMN_CELLS || (!report->sheet.row_head && place <= (report->numbered ? 1u : 0u));
}

void
report_head(struct str *out, const struct report_column *column, char between)
{
	struct str beside = { 0 };
	str_add_text(out, column->head);
	str_add_format(&beside, "(%s)", column->beside ? column->beside : "");
	/* «Bữa cơm (%)» says it already. */
	if (beside.length > strlen("()") && !strstr(column->head, str_text(&beside)))
		str_add_format(out, "%c%s", between, str_text(&beside));
	str_release(&beside);
}

const struct cell *
report_cell_at(const struct report *report, const struct report_column *column, size_t row)
{
	if (column->kind != COLUMN_CELLS || report->sheet.rows[row].rank == RANK_GROUP)
		return NULL;
	return sheet_cell(&report->sheet, row, column->column);
}

void
report_cell(struct str *out, const struct report *report, const struct report_column *column, size_t row, size_t number)
{
	const struct head *head = &report->sheet.rows[row];
	const struct cell *cell = report_cell_at(report, column, row);
	if (column->kind == COLUMN_NUMBER && head->rank == RANK_RECORD)
		str_add_integer(out, (int64_t)number);
	else if (column->kind == COLUMN_NAME)
		str_add_text(out, head_full(head));
	else if (column->kind == COLUMN_MEASURE)
		str_add_text(out, head->measure ? head->measure : "");
	else if (cell)
		cell_show(cell, out);
}

void
cell_say(struct str *out, const struct cell *cell)
{
	if (cell->kind == CELL_NOT_YET)
		str_add_text(out, say(SAY("chưa có", "not yet")));
	else if (cell->kind == CELL_NOT_ASKED)
		str_add_text(out, say(SAY("không giao", "not asked")));
	else if (cell->kind == CELL_SAID && cell->text && *cell->text)
		str_add_text(out, cell->text);
	else
		cell_show(cell, out);
}

bool
cell_is_number(const struct cell *cell)
{
	return cell->kind == CELL_QUANTITY || cell->kind == CELL_PERCENT || cell->kind == CELL_INTEGER ||
		cell->kind == CELL_CHANGE;
}

bool
cell_is_percent(const struct cell *cell)
{
	return cell->kind == CELL_PERCENT || cell->percent;
}

int
report_widest(const char *text, const char *separators)
{
	int widest = 0;
	while (*text) {
		size_t length = strcspn(text, separators);
		char *part = mem_copy_bytes(text, length);
		int width = text_width(part);
		widest = width > widest ? width : widest;
		free(part);
		text += length + (text[length] ? 1 : 0);
	}
	return widest;
}

int
cell_decimals_shown(const struct cell *cell)
{
	int decimals = cell->decimals + cell->scale;
	int64_t rest = cell->quantity.amount;
	for (; decimals > 0 && rest % 10 == 0; decimals--)
		rest /= 10;
	return decimals;
}

void
cell_signs(struct str *out, const struct cell *cell)
{
	str_add_text(out, cell->marks & MARK_BREAK ? "¦ " : "");
	str_add_text(out, cell->marks & MARK_DIFFERS ? "≠" : "");
	str_add_text(out, cell->marks & MARK_COVERAGE ? "†" : "");
	char sign = cell->kind == CELL_INTEGER ? '=' : qualifier_sign(cell->quantity.qualifier);
	if (sign != '=' && cell_is_number(cell))
		str_add_byte(out, sign);
}

void
report_place_and_day(struct str *out, const struct report *report)
{
	str_add_text(out, "………………, ");
	if (say_language() == LANGUAGE_VI)
		date_show_long(out, report->day);
	else
		date_show(out, report->day);
}
