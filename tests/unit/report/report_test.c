/* Reports on paper and in spreadsheets, compared with the files of tests/data/report as a person would read them. */
#include "../check.h"
#include "base/file.h"
#include "base/mem.h"
#include "report/report.h"
#include <stdlib.h>
#include <unistd.h>

#define FILE_MOST ((size_t)1 << 22)

/* ---- reports to be written ---------------------------------------------------------------------------------------- */

static struct cell
number(int64_t amount, enum choice_number qualifier)
{
	return (struct cell){ .kind = CELL_QUANTITY, .quantity = { amount, qualifier } };
}

static struct cell
money(int64_t amount, enum choice_number qualifier)
{
	return (struct cell){ .kind = CELL_QUANTITY, .quantity = { amount, qualifier }, .scale = 6, .money = true };
}

static struct cell
text(const char *words)
{
	return (struct cell){ .kind = CELL_TEXT, .text = mem_copy_text(words) };
}

static struct report
new_report(size_t rows, size_t columns)
{
	struct report report = { .heading = mem_copy_text("Số liệu thi đua"),
		.tab = mem_copy_text("Số liệu 2024"),
		.organisation = mem_copy_text("Liên đoàn Lao động tỉnh Hà Nam"),
		.sheet = sheet_new(rows, columns),
		.numbered = true,
		.day = "2024-12-07" };
	report_about(&report, mem_copy_text("Cụm thi đua số 3 – LĐLĐ các tỉnh Đồng bằng sông Hồng"));
	report_about(&report, mem_copy_text("Cả năm 2024 · thực hiện"));
	report.sheet.row_head = mem_copy_text("Đơn vị");
	return report;
}

static void
name_column(struct report *report, size_t column, const char *name, const char *measure)
{
	report->sheet.columns[column] =
		(struct head){ .text = mem_copy_text(name), .measure = mem_copy_text(measure), .number = true };
}

/* Two members, the sum, each state that a figure can have, an amount of money. */
static struct report
small_report(void)
{
	struct report report = new_report(4, 3);
	struct sheet *sheet = &report.sheet;
	static const char *const rows[] = { "Hà Nam", "Nam Định", "Ninh Bình", "Cộng đơn vị" };
	name_column(&report, 0, "Đoàn viên phát triển mới", "đoàn viên");
	name_column(&report, 1, "Quà Tết", "triệu đồng");
	name_column(&report, 2, "Bữa cơm ca bảo đảm", "%");
	for (size_t i = 0; i < 4; i++)
		sheet->rows[i] =
			(struct head){ .text = mem_copy_text(rows[i]), .rank = i == 3 ? RANK_SUM : RANK_RECORD };
	*sheet_cell(sheet, 0, 0) = number(6500, QUALIFIER_MORE_THAN);
	sheet_cell(sheet, 0, 0)->marks = MARK_COVERAGE;
	*sheet_cell(sheet, 0, 1) = money(344000000000, QUALIFIER_MORE_THAN);
	*sheet_cell(sheet, 0, 2) =
		(struct cell){ .kind = CELL_PERCENT, .quantity = { 985, QUALIFIER_EXACTLY }, .decimals = 1 };
	*sheet_cell(sheet, 1, 0) = (struct cell){ .kind = CELL_NOT_YET };
	*sheet_cell(sheet, 1, 1) = money(7250000, QUALIFIER_ABOUT);
	*sheet_cell(sheet, 1, 2) = (struct cell){ .kind = CELL_NOT_ASKED };
	*sheet_cell(sheet, 2, 0) = number(-12, QUALIFIER_LESS_THAN);
	*sheet_cell(sheet, 2, 1) = (struct cell){ .kind = CELL_SAID, .text = mem_copy_text("hàng chục tỷ") };
	*sheet_cell(sheet, 2, 2) = (struct cell){ .kind = CELL_UNKNOWN };
	*sheet_cell(sheet, 3, 0) = number(6488, QUALIFIER_MORE_THAN);
	sheet_cell(sheet, 3, 0)->marks = MARK_SOME;
	*sheet_cell(sheet, 3, 1) = money(344007250000, QUALIFIER_MORE_THAN);
	sheet_cell(sheet, 3, 1)->counted = 2;
	sheet_cell(sheet, 3, 1)->asked = 3;
	*sheet_cell(sheet, 3, 2) = text("2/2");
	sheet_note(sheet, mem_copy_text("Nguồn: Báo cáo tổng kết năm 2024."));
	return report;
}

/* Ten metrics: more than a page is wide. */
static struct report
wide_report(void)
{
	struct report report = new_report(5, 10);
	static const char *const units[] = { "Hà Nam", "Nam Định", "Ninh Bình", "Thái Bình", "Vĩnh Phúc" };
	for (size_t column = 0; column < 10; column++) {
		struct str name = { 0 };
		str_add_format(&name, "Chỉ tiêu thứ %zu", column + 1);
		name_column(&report, column, str_text(&name), column % 2 ? "triệu đồng" : "đoàn viên");
		str_release(&name);
		for (size_t row = 0; row < 5; row++)
			*sheet_cell(&report.sheet, row, column) =
				number((int64_t)(row + 1) * 100000000000 + (int64_t)column, QUALIFIER_MORE_THAN);
	}
	for (size_t row = 0; row < 5; row++)
		report.sheet.rows[row].text = mem_copy_text(units[row]);
	return report;
}

/* A list of records under heads, longer than a page, with dates and texts that want several lines. */
static struct report
long_report(void)
{
	struct report report = new_report(70, 3);
	struct sheet *sheet = &report.sheet;
	free(sheet->row_head);
	sheet->row_head = NULL;
	static const char *const heads[] = { "Ngày", "Hội nghị", "Kết luận" };
	for (size_t column = 0; column < 3; column++)
		sheet->columns[column].text = mem_copy_text(heads[column]);
	for (size_t row = 0; row < 70; row++) {
		if (row % 35 == 0) {
			sheet->rows[row] = (struct head){ .text = mem_copy_text(row ? "Cụm số 4" : "Cụm số 3"),
				.rank = RANK_GROUP };
			continue;
		}
		*sheet_cell(sheet, row, 0) =
			(struct cell){ .kind = CELL_DATE, .text = mem_copy_text(row % 7 ? "2024-12-07" : "2021-01") };
		*sheet_cell(sheet, row, 1) = text(row % 9 ? "Hội nghị tổng kết" : "=HYPERLINK(\"http://a\")");
		*sheet_cell(sheet, row, 2) = text(row % 5
				? "Thống nhất ban hành quy chế"
				: "Thống nhất việc ban hành quy chế, bầu cụm trưởng, cụm phó và ký giao ước thi đua của năm sau");
	}
	return report;
}

/* Plan, result and percent of each metric beside each other. */
static struct report
grouped_report(void)
{
	struct report report = new_report(2, 6);
	static const char *const bands[] = { "KH", "TH", "%" };
	for (size_t column = 0; column < 6; column++) {
		name_column(&report, column, bands[column % 3], NULL);
		report.sheet.columns[column].group =
			mem_copy_text(column < 3 ? "Đoàn viên phát triển mới (đoàn viên)" : "Mái ấm Công đoàn (nhà)");
		for (size_t row = 0; row < 2; row++)
			*sheet_cell(&report.sheet, row, column) =
				number((int64_t)(row * 10 + column), QUALIFIER_EXACTLY);
	}
	report.sheet.rows[0].text = mem_copy_text("Hà Nam");
	report.sheet.rows[1].text = mem_copy_text("Nam Định");
	return report;
}

/* ---- on paper ------------------------------------------------------------------------------------------------------- */

/* The first line that is another one; UPDATE=1 in the environment writes the file instead. */
static void
check_file(const struct str *written, const char *name)
{
	struct str path = { 0 }, expected = { 0 };
	struct err err = { 0 };
	str_add_format(&path, "tests/data/report/%s", name);
	if (getenv("UPDATE") && !file_replace(str_text(&path), written->bytes, written->length, &err))
		fail_msg("%s", err.text);
	if (!file_read(&expected, str_text(&path), FILE_MOST, &err))
		fail_msg("%s", err.text);
	const char *is = str_text(written), *should = str_text(&expected);
	for (int line = 1; strcmp(is, should) != 0; line++) {
		int own = (int)strcspn(is, "\n"), other = (int)strcspn(should, "\n");
		if (own != other || strncmp(is, should, (size_t)own) != 0)
			fail_msg("%s:%d: «%.*s», expected «%.*s»", name, line, own, is, other, should);
		is += own + (is[own] ? 1 : 0);
		should += other + (should[other] ? 1 : 0);
	}
	str_release(&path);
	str_release(&expected);
}

static void
check_page(struct report report, const char *name)
{
	struct str out = { 0 };
	report_write_text(&report, &out);
	check_file(&out, name);
	str_release(&out);
	report_release(&report);
}

static void
a_table_stands_upright_with_its_signs_explained_and_its_money_in_words(void **state)
{
	(void)state;
	check_page(small_report(), "small.txt");
}

static void
a_table_too_wide_for_a_page_is_parted_and_no_figure_is_cut(void **state)
{
	(void)state;
	check_page(wide_report(), "wide.txt");
}

static void
a_long_list_goes_over_pages_with_its_heads_on_each(void **state)
{
	(void)state;
	check_page(long_report(), "long.txt");
}

static void
columns_of_a_group_stand_under_one_head(void **state)
{
	(void)state;
	check_page(grouped_report(), "grouped.txt");
}

static void
no_line_is_wider_and_no_page_longer_than_the_paper(void **state)
{
	(void)state;
	struct report report = long_report();
	struct str out = { 0 };
	int lines = 0;
	report_write_text(&report, &out);
	for (const char *at = str_text(&out); *at; at++) {
		lines = *at == '\f' ? 0 : lines + (*at == '\n');
		check(lines <= 60);
	}
	str_release(&out);
	report_release(&report);
}

/* ---- in a spreadsheet --------------------------------------------------------------------------------------------------- */

static void
excel_gets_numbers_with_a_decimal_comma_and_their_signs_beside(void **state)
{
	(void)state;
	struct report report = small_report();
	struct str out = { 0 };
	report_write_csv(&report, &out);
	check_file(&out, "small.csv");
	str_release(&out);
	report_release(&report);
}

static void
no_cell_of_a_csv_runs_as_a_formula(void **state)
{
	(void)state;
	struct report report = long_report();
	struct str out = { 0 };
	report_write_csv(&report, &out);
	check(strstr(str_text(&out), ";\"'=HYPERLINK(\"\"http://a\"\")\";"));
	check(!strstr(str_text(&out), ";=") && !strstr(str_text(&out), ";\"="));
	str_release(&out);
	report_release(&report);
}

/* A part of the workbook as unzip takes it out. */
static void
unzip_part(struct str *out, const struct str *book, const char *part)
{
	char path[] = "/tmp/thidua-report-XXXXXX";
	struct str command = { 0 };
	struct err err = { 0 };
	int descriptor = mkstemp(path);
	check(descriptor >= 0);
	check(file_write_all(descriptor, book->bytes, book->length, &err));
	close(descriptor);
	str_add_format(&command, "unzip -p %s %s", path, part);
	FILE *pipe = popen(str_text(&command), "r");
	check(pipe != NULL);
	for (int byte; (byte = getc(pipe)) != EOF;)
		str_add_byte(out, (char)byte);
	check_int(pclose(pipe), 0);
	unlink(path);
	str_release(&command);
}

static void
write_book(struct str *out, struct report report)
{
	struct err err = { 0 };
	if (!report_write_xlsx(&report, out, &err))
		fail_msg("%s", err.text);
	report_release(&report);
}

static void
check_has(const struct str *xml, const char *piece)
{
	if (!strstr(str_text(xml), piece))
		fail_msg("no «%s» in «%s»", piece, str_text(xml));
}

static void
figures_of_a_workbook_are_numbers_that_show_their_signs(void **state)
{
	(void)state;
	struct str book = { 0 }, sheet = { 0 }, styles = { 0 };
	write_book(&book, small_report());
	unzip_part(&sheet, &book, "xl/worksheets/sheet1.xml");
	unzip_part(&styles, &book, "xl/styles.xml");
	check_has(&sheet, "<v>6500</v>");
	check_has(&sheet, "<v>344000</v>");
	check_has(&sheet, "<v>7.25</v>");
	check_has(&sheet, "<v>0.985</v>");
	check_has(&sheet, "<v>-12</v>");
	check_has(&styles, "formatCode=\"&quot;†&gt;&quot;#,##0;");
	check_has(&styles, "formatCode=\"&quot;~&quot;#,##0.00;");
	check_has(&styles, "formatCode=\"#,##0.0%;");
	check_has(&styles, "formatCode=\"&quot;&gt;&quot;#,##0&quot;*&quot;;");
	str_release(&book);
	str_release(&sheet);
	str_release(&styles);
}

static void
what_is_no_number_is_text_of_a_workbook_and_never_a_formula(void **state)
{
	(void)state;
	struct str book = { 0 }, sheet = { 0 }, strings = { 0 };
	write_book(&book, small_report());
	unzip_part(&strings, &book, "xl/sharedStrings.xml");
	check_has(&strings, "<t>chưa có</t>");
	check_has(&strings, "<t>không giao</t>");
	check_has(&strings, "<t>hàng chục tỷ</t>");
	check_has(&strings, "<t>SỐ LIỆU THI ĐUA</t>");
	check_has(&strings, "<t>………………, ngày 07 tháng 12 năm 2024</t>");
	str_clear(&book);
	str_clear(&strings);
	write_book(&book, long_report());
	unzip_part(&sheet, &book, "xl/worksheets/sheet1.xml");
	unzip_part(&strings, &book, "xl/sharedStrings.xml");
	check_has(&strings, "<t>=HYPERLINK(\"http://a\")</t>");
	check(!strstr(str_text(&sheet), "<f>"));
	/* 07/12/2024 is day 45633; a month alone is text. */
	check_has(&sheet, "<v>45633</v>");
	check_has(&strings, "<t>01/2021</t>");
	str_release(&book);
	str_release(&sheet);
	str_release(&strings);
}

static void
a_workbook_prints_on_a4_with_its_heads_on_each_page(void **state)
{
	(void)state;
	struct str book = { 0 }, sheet = { 0 }, workbook = { 0 };
	write_book(&book, wide_report());
	unzip_part(&sheet, &book, "xl/worksheets/sheet1.xml");
	unzip_part(&workbook, &book, "xl/workbook.xml");
	check_has(&sheet, "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>");
	check_has(&sheet, "Trang &amp;P/&amp;N</oddFooter>");
	check_has(&sheet, "state=\"frozen\"");
	check_has(&workbook, "<sheet name=\"Số liệu 2024\"");
	check_has(&workbook, "_xlnm.Print_Titles");
	check_has(&sheet, "<autoFilter ");
	str_release(&book);
	str_release(&sheet);
	str_release(&workbook);
}

static void
a_workbook_is_the_same_whenever_it_is_written(void **state)
{
	(void)state;
	struct str first = { 0 }, second = { 0 };
	write_book(&first, small_report());
	write_book(&second, small_report());
	check_int(first.length, second.length);
	check(memcmp(first.bytes, second.bytes, first.length) == 0);
	str_release(&first);
	str_release(&second);
}

static void
a_text_longer_than_a_cell_of_excel_is_cut_with_a_sign(void **state)
{
	(void)state;
	struct str book = { 0 }, strings = { 0 }, words = { 0 };
	struct report report = small_report();
	for (int i = 0; i < 10000; i++)
		str_add_text(&words, "đơn vị ");
	free(report.sheet.rows[0].text);
	report.sheet.rows[0].text = str_take(&words);
	write_book(&book, report);
	unzip_part(&strings, &book, "xl/sharedStrings.xml");
	check_has(&strings, "đơn vị…</t>");
	str_release(&book);
	str_release(&strings);
}

static void
a_table_longer_than_a_sheet_of_excel_is_refused(void **state)
{
	(void)state;
	struct report report = { .heading = mem_copy_text("Dài"), .sheet = sheet_new(1048577, 1) };
	struct str out = { 0 };
	struct err err = { 0 };
	check(!report_write_xlsx(&report, &out, &err));
	check_text(err.text, "Bảng này dài hơn một trang tính Excel (1.048.576 dòng); hãy xuất CSV.");
	check_int(out.length, 0);
	err_release(&err);
	report_release(&report);
}

static void
the_name_of_a_sheet_keeps_to_the_rules_of_excel(void **state)
{
	(void)state;
	struct str book = { 0 }, workbook = { 0 };
	struct report report = small_report();
	free(report.tab);
	report.tab = mem_copy_text("'Số [liệu]: a/b\\c*? của Cụm thi đua số 3 – LĐLĐ các tỉnh'");
	write_book(&book, report);
	unzip_part(&workbook, &book, "xl/workbook.xml");
	check_has(&workbook, "<sheet name=\"-Số -liệu-- a-b-c-- của Cụm th…\"");
	str_release(&book);
	str_release(&workbook);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_stands_upright_with_its_signs_explained_and_its_money_in_words),
		cmocka_unit_test(a_table_too_wide_for_a_page_is_parted_and_no_figure_is_cut),
		cmocka_unit_test(a_long_list_goes_over_pages_with_its_heads_on_each),
		cmocka_unit_test(columns_of_a_group_stand_under_one_head),
		cmocka_unit_test(no_line_is_wider_and_no_page_longer_than_the_paper),
		cmocka_unit_test(excel_gets_numbers_with_a_decimal_comma_and_their_signs_beside),
		cmocka_unit_test(no_cell_of_a_csv_runs_as_a_formula),
		cmocka_unit_test(figures_of_a_workbook_are_numbers_that_show_their_signs),
		cmocka_unit_test(what_is_no_number_is_text_of_a_workbook_and_never_a_formula),
		cmocka_unit_test(a_workbook_prints_on_a4_with_its_heads_on_each_page),
		cmocka_unit_test(a_workbook_is_the_same_whenever_it_is_written),
		cmocka_unit_test(a_text_longer_than_a_cell_of_excel_is_cut_with_a_sign),
		cmocka_unit_test(a_table_longer_than_a_sheet_of_excel_is_refused),
		cmocka_unit_test(the_name_of_a_sheet_keeps_to_the_rules_of_excel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
