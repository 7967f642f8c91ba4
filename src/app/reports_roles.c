/* Who led a cluster, who leads it and who is next, as a report. */
#include "app/role_matrix.h"
#include "base/mem.h"
#include "report_parts.h"
#include <stdlib.h>

enum { TIMES_LEADER, TIMES_DEPUTY, LAST_YEAR, COLUMNS_BESIDE };

static const char *
mark_letter(enum matrix_mark mark)
{
	static const char *const letters[] = { [MATRIX_OUTSIDE] = "",
		[MATRIX_MEMBER] = "·",
		[MATRIX_NOT_KNOWN] = "?",
		[MATRIX_LEADER] = "T",
		[MATRIX_DEPUTY] = "P",
		[MATRIX_LEADER_SUGGESTED] = "(T)",
		[MATRIX_DEPUTY_SUGGESTED] = "(P)" };
	return letters[mark];
}

static void
name_columns(struct sheet *sheet, const struct role_matrix *matrix)
{
	static const struct words beside[COLUMNS_BESIDE] = { [TIMES_LEADER] = WORDS("Số lần trưởng", "Times leader"),
		[TIMES_DEPUTY] = WORDS("Số lần phó", "Times deputy"),
		[LAST_YEAR] = WORDS("Năm gần nhất", "Last year") };
	sheet->row_head = mem_copy_text(say(SAY("Đơn vị", "Unit")));
	for (size_t i = 0; i < matrix->year_count; i++) {
		struct str year = { 0 };
		str_add_integer(&year, matrix->years[i]);
		sheet->columns[i].text = str_take(&year);
	}
	for (size_t i = 0; i < COLUMNS_BESIDE; i++)
		sheet->columns[matrix->year_count + i] =
			(struct head){ .text = mem_copy_text(say(beside[i])), .number = true };
}

static void
fill_row(const struct sheet *sheet, size_t row, const struct role_matrix *matrix)
{
	const struct matrix_row *unit = &matrix->rows[row];
	struct cell *cells = sheet_cell(sheet, row, 0), *beside = cells + matrix->year_count;
	sheet->rows[row].text = mem_copy_text(unit->name);
	for (size_t i = 0; i < matrix->year_count; i++)
		cell_text(&cells[i], mark_letter(unit->marks[i]));
	cell_integer(&beside[TIMES_LEADER], unit->led);
	cell_integer(&beside[TIMES_DEPUTY], unit->deputised);
	if (unit->last)
		cell_integer(&beside[LAST_YEAR], unit->last);
}

void
report_note_term(struct sheet *sheet, const struct matrix_term *term)
{
	struct str text = { 0 };
	str_add_format(&text, "%d: %s: %s", term->year, term->role, term->unit_name);
	if (*term->person)
		str_add_format(&text, ", %s", term->person);
	if (*term->how)
		str_add_format(&text, " (%s)", term->how);
	str_add_byte(&text, '.');
	sheet_note(sheet, str_take(&text));
}

void
role_matrix_note_suggestions(struct sheet *sheet, const struct role_matrix *matrix)
{
	struct str year = { 0 };
	str_add_integer(&year, matrix->year_count ? matrix->years[matrix->year_count - 1] : 0);
	for (size_t i = 0; i < matrix->suggestion_count; i++) {
		const struct matrix_suggestion *item = &matrix->suggestions[i];
		sheet_note(sheet,
			say_format(SAY("Gợi ý năm {1}: {2}: {3}, {4}.", "Suggested for {1}: {2}: {3}, {4}."),
				str_text(&year), item->label, item->unit_name, item->reason, NULL));
	}
	if (matrix->remark && *matrix->remark)
		sheet_note(sheet, mem_copy_text(matrix->remark));
	str_release(&year);
}

static void
name_years(struct report *out, const struct role_matrix *matrix)
{
	struct str first = { 0 }, last = { 0 }, tab = { 0 };
	str_add_integer(&first, matrix->year_count ? matrix->years[0] : 0);
	str_add_integer(&last, matrix->year_count ? matrix->years[matrix->year_count - 1] : 0);
	say_add(&tab, SAY("Vai trò {1}–{2}", "Roles {1}–{2}"), str_text(&first), str_text(&last), NULL);
	out->tab = str_take(&tab);
	report_about(out,
		say_format(SAY("Từ năm {1} đến năm {2}", "From {1} to {2}"), str_text(&first), str_text(&last), NULL));
	str_release(&first);
	str_release(&last);
}

bool
report_roles(struct report *out, struct store *store, int64_t cluster, int first, int year, struct err *err)
{
	struct role_matrix matrix = { 0 };
	bool done = report_begin(out, store,
			    say(SAY("Cụm trưởng, cụm phó qua các năm", "Leaders and deputies over the years")), err) &&
		role_matrix_read(&matrix, store, cluster, first, year, err);
	if (done && matrix.cluster.block) {
		free(out->heading);
		out->heading = mem_copy_text(
			say(SAY("Khối trưởng, khối phó qua các năm", "Leaders and deputies over the years")));
	}
	if (done) {
		report_about_cluster(out, &matrix.cluster);
		name_years(out, &matrix);
		out->sheet = sheet_new(matrix.row_count, matrix.year_count + COLUMNS_BESIDE);
		name_columns(&out->sheet, &matrix);
		for (size_t row = 0; row < matrix.row_count; row++)
			fill_row(&out->sheet, row, &matrix);
		for (size_t i = 0; i < matrix.term_count; i++)
			report_note_term(&out->sheet, &matrix.terms[i]);
		role_matrix_note_suggestions(&out->sheet, &matrix);
		sheet_note(&out->sheet,
			mem_copy_text(say(SAY("T: trưởng; P: phó; ·: thành viên; ?: sổ chưa biết; (T), (P): gợi ý.",
				"T: leader; P: deputy; ·: member; ?: not known; (T), (P): suggested."))));
	}
	role_matrix_release(&matrix);
	return report_end(out, done);
}
