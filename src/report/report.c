#include "report/report.h"
#include "base/mem.h"
#include "columns.h"
#include "text/words.h"
#include <stdlib.h>

void
report_release(struct report *report)
{
	free(report->organisation);
	free(report->heading);
	for (size_t i = 0; i < report->about_count; i++)
		free(report->about[i]);
	free(report->about);
	free(report->tab);
	sheet_release(&report->sheet);
	*report = (struct report){ 0 };
}

void
report_about(struct report *report, char *line)
{
	report->about = mem_resize(report->about, report->about_count + 1, sizeof *report->about);
	report->about[report->about_count++] = line;
}

void
report_lines_release(struct report_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i]);
	free(lines->items);
	*lines = (struct report_lines){ 0 };
}

void
report_lines_add(struct report_lines *lines, char *line)
{
	lines->items = mem_resize(lines->items, lines->count + 1, sizeof *lines->items);
	lines->items[lines->count++] = line;
}

/* ---- money in words ------------------------------------------------------------------------------------------------- */

static void
add_column_name(struct str *out, const struct head *column)
{
	if (column->group)
		str_add_format(out, "%s, ", column->group);
	str_add_text(out, head_full(column));
}

static const char *
qualifier_words(enum choice_number qualifier)
{
	switch ((int)qualifier) {
	case QUALIFIER_MORE_THAN:
		return "Trên ";
	case QUALIFIER_LESS_THAN:
		return "Gần, dưới ";
	case QUALIFIER_ABOUT:
		return "Khoảng ";
	default:
		return "";
	}
}

/* A sum of whole đồng; of a report across, the metric is the row and the sum the column. */
static bool
is_sum_of_money(const struct sheet *sheet, size_t row, size_t column)
{
	const struct cell *cell = sheet_cell(sheet, row, column);
	return cell->kind == CELL_QUANTITY && cell->money && cell->decimals == 0 &&
		(sheet->rows[row].rank == RANK_SUM || sheet->columns[column].rank == RANK_SUM);
}

static void
add_money_words(struct report_lines *out, const struct sheet *sheet, size_t row, size_t column)
{
	const struct cell *cell = sheet_cell(sheet, row, column);
	struct str name = { 0 }, sum = { 0 };
	add_column_name(&name, &sheet->columns[column]);
	const char *before = qualifier_words(cell->quantity.qualifier);
	str_add_text(&sum, before);
	/* «Trên ba trăm…»: the sentence begins with the word before. */
	if (*before) {
		struct str small = { 0 };
		words_number(&small, cell->quantity.amount, 0);
		str_add_format(&sum, "%s đồng", str_text(&small));
		str_release(&small);
	} else {
		words_money(&sum, cell->quantity.amount, 0);
	}
	/* A sum of only some units is not to be taken for the whole. */
	if (cell->counted < cell->asked)
		str_add_format(&sum, " (%d/%d %s)", cell->counted, cell->asked,
			say(SAY("đơn vị có số liệu", "units have a figure")));
	report_lines_add(out,
		say_format(SAY("Bằng chữ – {1}, {2}: {3}.", "In words – {1}, {2}: {3}."), head_full(&sheet->rows[row]),
			str_text(&name), str_text(&sum), NULL));
	str_release(&name);
	str_release(&sum);
}

/* ---- what the signs mean ---------------------------------------------------------------------------------------------- */

struct seen {
	unsigned marks;
	bool kinds[CELL_DATE + 1], qualifiers[QUALIFIER_ABOUT + 1];
};

static void
look_at(struct seen *seen, const struct cell *cell)
{
	seen->kinds[cell->kind] = true;
	if (cell->kind == CELL_EMPTY || (cell->kind == CELL_TEXT && !cell->marks))
		return;
	seen->marks |= cell->marks;
	if (cell_is_number(cell) && cell->kind != CELL_INTEGER)
		seen->qualifiers[cell->quantity.qualifier] = true;
}

static void
add_meaning(struct str *out, const char *sign, struct words words)
{
	str_add_text(out, out->length ? "; " : "");
	str_add_format(out, "%s: %s", sign, say(words));
}

static void
add_legend(struct report_lines *out, const struct seen *seen, bool in_full)
{
	struct str text = { 0 };
	if (seen->kinds[CELL_UNKNOWN])
		add_meaning(&text, "…", SAY("sổ chưa có", "not in the book"));
	if (!in_full && seen->kinds[CELL_NOT_YET])
		add_meaning(&text, say(SAY("chưa", "not yet")), SAY("đơn vị chưa có số", "the unit has no figure yet"));
	if (!in_full && seen->kinds[CELL_NOT_ASKED])
		add_meaning(&text, say(SAY("k.giao", "n/a")), SAY("không giao chỉ tiêu", "not asked of the unit"));
	if (!in_full && seen->kinds[CELL_SAID])
		add_meaning(&text, say(SAY("lời", "words")), SAY("chỉ có lời, không có số", "words without a number"));
	if (seen->qualifiers[QUALIFIER_MORE_THAN])
		add_meaning(&text, ">", SAY("trên, hơn", "more than"));
	if (seen->qualifiers[QUALIFIER_LESS_THAN])
		add_meaning(&text, "<", SAY("gần, dưới", "less than"));
	if (seen->qualifiers[QUALIFIER_ABOUT])
		add_meaning(&text, "~", SAY("khoảng, ước", "about"));
	if (seen->marks & MARK_COVERAGE)
		add_meaning(&text, "†", SAY("số gộp hoặc số một phần", "covers more or less than its name says"));
	if (seen->marks & MARK_DIFFERS)
		add_meaning(&text, "≠", SAY("các nguồn nói khác nhau", "sources differ"));
	if (seen->marks & MARK_BREAK)
		add_meaning(&text, "¦", SAY("không so sánh được với số trước", "not comparable with the one before"));
	if (seen->marks & MARK_SOME)
		add_meaning(&text, "*", SAY("thiếu số của một số đơn vị", "some units have no figure"));
	if (seen->kinds[CELL_REFUSED])
		add_meaning(&text, "!", SAY("không tính được, lý do ở trên", "refused for the reason above"));
	if (text.length)
		report_lines_add(out, say_format(SAY("Ký hiệu: {1}.", "Signs: {1}."), str_text(&text), NULL));
	str_release(&text);
}

static void
add_words_said(struct report_lines *out, const struct sheet *sheet, size_t row, size_t column)
{
	const struct cell *cell = sheet_cell(sheet, row, column);
	struct str name = { 0 };
	add_column_name(&name, &sheet->columns[column]);
	if (cell->text && *cell->text)
		report_lines_add(out,
			say_format(SAY("{1}, {2}: “{3}”.", "{1}, {2}: “{3}”."), head_full(&sheet->rows[row]),
				str_text(&name), cell->text, NULL));
	str_release(&name);
}

void
report_notes(struct report_lines *out, const struct report *report, bool in_full)
{
	const struct sheet *sheet = &report->sheet;
	struct seen seen = { 0 };
	*out = (struct report_lines){ 0 };
	/* Amounts in words are read in Vietnamese only. */
	for (size_t row = 0; say_language() == LANGUAGE_VI && row < sheet->row_count; row++)
		for (size_t column = 0; column < sheet->column_count; column++)
			if (is_sum_of_money(sheet, row, column))
				add_money_words(out, sheet, row, column);
	if (!sheet->row_count)
		report_lines_add(
			out, mem_copy_text(say(SAY("Sổ chưa ghi gì ở đây.", "Nothing here in the book yet."))));
	for (size_t i = 0; i < sheet->note_count; i++)
		report_lines_add(out, mem_copy_text(sheet->notes[i]));
	for (size_t row = 0; row < sheet->row_count; row++)
		for (size_t column = 0; sheet->rows[row].rank != RANK_GROUP && column < sheet->column_count; column++) {
			const struct cell *cell = sheet_cell(sheet, row, column);
			look_at(&seen, cell);
			if (!in_full && cell->kind == CELL_SAID)
				add_words_said(out, sheet, row, column);
		}
	add_legend(out, &seen, in_full);
}

/* ---- files -------------------------------------------------------------------------------------------------------------- */

bool
report_write(const struct report *report, enum report_format format, struct str *out, struct err *err)
{
	switch (format) {
	case REPORT_CSV:
		report_write_csv(report, out);
		return true;
	case REPORT_TEXT:
		report_write_text(report, out);
		return true;
	default:
		return report_write_xlsx(report, out, err);
	}
}
