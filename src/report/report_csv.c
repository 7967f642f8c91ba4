/* A report for Excel with Vietnamese settings. */
#include "base/mem.h"
#include "columns.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

static const struct csv_style excel = { .separator = ';', .crlf = true, .bom = true, .defuse = true };

static void
put_line(struct str *out, const char *text)
{
	csv_put_cell(out, excel, text, true);
	csv_end_row(out, excel);
}

/* Signs that do not fit a number stand in a column of their own. */
static bool
has_signs(const struct report *report, const struct report_column *column)
{
	bool any = false;
	for (size_t row = 0; !any && row < report->sheet.row_count; row++) {
		const struct cell *cell = report_cell_at(report, column, row);
		struct str signs = { 0 };
		if (cell && cell_is_number(cell))
			cell_signs(&signs, cell);
		any = signs.length > 0 || (cell && cell->marks & MARK_SOME);
		str_release(&signs);
	}
	return any;
}

static void
put_head(struct str *out, const struct report_column *column, bool first)
{
	struct str head = { 0 };
	if (column->group)
		str_add_format(&head, "%s – ", column->group);
	report_head(&head, column, ' ');
	csv_put_cell(out, excel, str_text(&head), first);
	str_release(&head);
}

/* 98,5: no grouping, decimal comma.  A percent is not scaled. */
static void
put_number(struct str *out, const struct cell *cell, bool first)
{
	struct str number = { 0 };
	bool percent = cell_is_percent(cell);
	number_plain(&number, cell->quantity.amount, cell->decimals + (percent ? 0 : cell->scale));
	char *point = strchr(number.bytes, '.');
	if (point)
		*point = ',';
	str_add_text(&number, percent ? "%" : "");
	csv_put_number(out, excel, str_text(&number), first);
	str_release(&number);
}

static void
put_cell(struct str *out, const struct report *report, const struct report_column *column, size_t row, size_t number,
	bool first)
{
	const struct cell *cell = report_cell_at(report, column, row);
	struct str text = { 0 };
	if (cell && cell_is_number(cell)) {
		put_number(out, cell, first);
		return;
	}
	if (cell)
		cell_say(&text, cell);
	else
		report_cell(&text, report, column, row, number);
	csv_put_cell(out, excel, str_text(&text), first);
	str_release(&text);
}

static void
put_signs(struct str *out, const struct cell *cell)
{
	struct str signs = { 0 };
	if (cell && cell_is_number(cell)) {
		cell_signs(&signs, cell);
		str_add_text(&signs, cell->marks & MARK_SOME ? "*" : "");
	}
	csv_put_cell(out, excel, str_text(&signs), false);
	str_release(&signs);
}

static void
put_table(struct str *out, const struct report *report)
{
	size_t count, number = 0;
	struct report_column *columns = report_columns(&count, report);
	bool *signed_ = mem_new(count, sizeof *signed_);
	for (size_t i = 0; i < count; i++) {
		signed_[i] = has_signs(report, &columns[i]);
		put_head(out, &columns[i], i == 0);
		if (signed_[i])
			csv_put_cell(out, excel, say(SAY("mức", "sign")), false);
	}
	csv_end_row(out, excel);
	for (size_t row = 0; row < report->sheet.row_count; row++) {
		number += report->sheet.rows[row].rank == RANK_RECORD;
		for (size_t i = 0; i < count; i++) {
			put_cell(out, report, &columns[i], row, number, i == 0);
			if (signed_[i])
				put_signs(out, report_cell_at(report, &columns[i], row));
		}
		csv_end_row(out, excel);
	}
	free(signed_);
	free(columns);
}

void
report_write_csv(const struct report *report, struct str *out)
{
	struct report_lines notes;
	csv_begin(out, excel);
	if (report->organisation)
		put_line(out, report->organisation);
	put_line(out, report->heading);
	for (size_t i = 0; i < report->about_count; i++)
		put_line(out, report->about[i]);
	csv_end_row(out, excel);
	put_table(out, report);
	csv_end_row(out, excel);
	report_notes(&notes, report, true);
	for (size_t i = 0; i < notes.count; i++)
		put_line(out, notes.items[i]);
	report_lines_release(&notes);
}
