#include "cases.h"
#include "text/csv.h"

/* All rows as «line:column=cell|column=cell» lines, or the refusal as «line,column!». */
static void
describe(struct str *out, const char *bytes, size_t length, char separator)
{
	struct csv *csv = NULL;
	struct csv_row row;
	struct err err = { 0 };
	bool got = true;
	bool good = csv_open(&csv, bytes, length, separator, &err);
	while (good && (good = csv_next(csv, &row, &got, &err)) && got) {
		str_add_format(out, "%ld:", row.line);
		for (size_t n = 0; n < row.count; n++)
			str_add_format(out, "%s%ld=%s", n ? "|" : "", row.columns[n], row.cells[n]);
		str_add_byte(out, '\n');
	}
	if (!good) {
		str_add_format(out, "%ld,%ld!", err.line, err.column);
		check(err.text != NULL);
		check_int(err.kind, ERR_INVALID);
	}
	csv_close(csv);
	err_release(&err);
}

static void
check_rows_of(const char *bytes, char separator, const char *expected)
{
	struct str out = { 0 };
	describe(&out, bytes, strlen(bytes), separator);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
rows_end_with_lf_crlf_cr_or_the_file(void **state)
{
	(void)state;
	check_rows_of("a,b\nc,d\n", ',', "1:1=a|3=b\n2:1=c|3=d\n");
	check_rows_of("a,b\r\nc,d", ',', "1:1=a|3=b\n2:1=c|3=d\n");
	check_rows_of("a\rb\r", ',', "1:1=a\n2:1=b\n");
	check_rows_of("a\n\nb\n", ',', "1:1=a\n2:1=\n3:1=b\n");
	check_rows_of("", ',', "");
	check_rows_of("\n", ',', "1:1=\n");
	check_rows_of(",", ',', "1:1=|2=\n");
	check_rows_of("a,", ',', "1:1=a|3=\n");
	check_rows_of("\xEF\xBB\xBF"
		      "a,b",
		',', "1:1=a|3=b\n");
	check_rows_of("\xEF\xBB\xBF", ',', "");
}

static bool
names_separator(const char *bytes, char separator)
{
	struct csv *csv;
	struct err err = { 0 };
	check(csv_open(&csv, bytes, strlen(bytes), separator, &err));
	bool named = csv_separator_is_named(csv);
	csv_close(csv);
	return named;
}

static void
a_separator_is_named_by_the_file_unless_another_is_wished(void **state)
{
	(void)state;
	check(names_separator("sep=;\na;b\n", 0));
	check(names_separator("sep=;\na;b\n", ';'));
	check(!names_separator("sep=;\na;b\n", ','));
	check(!names_separator("a;b\n", 0));
	check(!names_separator("sep=;x\n", 0));
}

static void
quoted_cells_hold_anything(void **state)
{
	(void)state;
	check_rows_of("\"a,b\",\"c\"\"d\"\n", ',', "1:1=a,b|7=c\"d\n");
	check_rows_of("\"\",\"\"\"\"\n", ',', "1:1=|4=\"\n");
	check_rows_of("\"một\nhai\",ba\nbốn", ',', "1:1=một\nhai|6=ba\n3:1=bốn\n");
	check_rows_of("\"một\r\nhai\",ba\r\nbốn", ',', "1:1=một\r\nhai|6=ba\n3:1=bốn\n");
	check_rows_of("ống 5\" dài,b\n", ',', "1:1=ống 5\" dài|12=b\n");
	check_rows_of("Đắk,Lắk,ba\n", ',', "1:1=Đắk|5=Lắk|9=ba\n");
	check_rows_of("a\xCC\x82\xCC\x81,b\n", ',', "1:1=a\xCC\x82\xCC\x81|3=b\n");
}

static void
broken_quotes_are_refused_with_their_place(void **state)
{
	(void)state;
	check_rows_of("a,b\nĐắk,\"x\n\n", ',', "1:1=a|3=b\n2,5!");
	check_rows_of("a,\"b\"c\n", ',', "1,6!");
	check_rows_of("\"a\nb\" ,c", ',', "2,3!");
	check_rows_of("\"", ',', "1,1!");
	check_rows_of("\"\"\"", ',', "1,1!");
}

static void
what_is_no_utf8_text_is_refused_with_its_place(void **state)
{
	(void)state;
	check_rows_of("a,b\nĐắk,\xC3(\n", ',', "2,5!");
	struct str out = { 0 };
	describe(&out, "a\r\nb\0c", 6, ',');
	check_text(str_text(&out), "2,2!");
	str_release(&out);
}

static void
check_separator(const char *bytes, char expected)
{
	struct csv *csv;
	struct err err = { 0 };
	check(csv_open(&csv, bytes, strlen(bytes), 0, &err));
	check_int(csv_separator(csv), expected);
	csv_close(csv);
}

static void
the_separator_is_found(void **state)
{
	(void)state;
	check_separator("a;b;c\n1,5;2,5;3,5\n", ';');
	check_separator("a\tb\n1\t2\n", '\t');
	check_separator("a|b|c\n1|2|3\n", '|');
	check_separator("tên,số\n\"x;y;z\",5\n", ',');
	check_separator("tên;ghi chú\nA;một, hai\nB;ba\n", ';');
	check_separator("một cột\nhai\n", ',');
	check_separator("", ',');
	check_separator("a;b\n\"x\n,,,\";c\n", ';');
	check_separator("a;b\n\n1;2\n", ';');
	check_separator("sep=|\na;b\n", '|');
	check_rows_of("sep=;\r\na;b,c\n", 0, "2:1=a|3=b,c\n");
	check_rows_of("sep=;", 0, "");
	check_rows_of("sep=;x\n", ',', "1:1=sep=;x\n");
}

static void
check_cell(struct csv_style style, const char *text, const char *expected)
{
	struct str out = { 0 };
	csv_put_cell(&out, style, text, true);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
cells_are_quoted_only_where_needed(void **state)
{
	(void)state;
	struct csv_style style = { .separator = ',' };
	check_cell(style, "Đắk Lắk", "Đắk Lắk");
	check_cell(style, "", "");
	check_cell(style, "a,b", "\"a,b\"");
	check_cell(style, "a;b", "a;b");
	check_cell(style, "a\"b", "\"a\"\"b\"");
	check_cell(style, "a\nb", "\"a\nb\"");
	check_cell(style, " a", "\" a\"");
	check_cell(style, "=1+1", "=1+1");
	check_cell(style, "sep=;", "\"sep=;\"");
}

static void
formulas_are_defused_and_numbers_are_not(void **state)
{
	(void)state;
	struct csv_style style = { .separator = ';', .defuse = true, .crlf = true, .bom = true };
	check_cell(style, "=1+1", "'=1+1");
	check_cell(style, "@x", "'@x");
	check_cell(style, "'=x", "''=x");
	check_cell(style, "'abc", "'abc");
	check_cell(style, "-12", "'-12");
	check_cell(style, "=a;b", "\"'=a;b\"");
	struct str out = { 0 };
	csv_begin(&out, style);
	csv_put_cell(&out, style, "tên", true);
	csv_put_number(&out, style, "-12", false);
	csv_end_row(&out, style);
	check_text(str_text(&out),
		"\xEF\xBB\xBF"
		"tên;-12\r\n");
	str_release(&out);
	check_text(csv_undefuse("'=x"), "=x");
	check_text(csv_undefuse("''=x"), "'=x");
	check_text(csv_undefuse("'abc"), "'abc");
	check_text(csv_undefuse("-12"), "-12");
	check_text(csv_undefuse("'"), "'");
}

static void
random_cell(uint64_t *seed, struct str *cell)
{
	static const char *const pieces[] = { "a", "ậ", ",", ";", "\"", "\n", "\r", "'", "=", "-", "@", " ", "\t", "|",
		"sep=" };
	str_clear(cell);
	for (uint32_t count = chance(seed, 6); count; count--)
		str_add_text(cell, pieces[chance(seed, ARRAY_COUNT(pieces))]);
}

static void
everything_written_is_read_back(void **state)
{
	(void)state;
	uint64_t seed = 4180;
	for (int n = 0; n < 3000; n++) {
		struct csv_style style = { ",;\t|"[n % 4], n & 4, n & 8, n & 16 };
		struct str file = { 0 }, cells[12] = { { 0 } };
		csv_begin(&file, style);
		for (size_t cell = 0; cell < 12; cell++) {
			random_cell(&seed, &cells[cell]);
			csv_put_cell(&file, style, str_text(&cells[cell]), cell % 3 == 0);
			if (cell % 3 == 2)
				csv_end_row(&file, style);
		}
		struct csv *csv;
		struct csv_row row;
		struct err err = { 0 };
		bool got;
		check(csv_open(&csv, str_text(&file), file.length, style.separator, &err));
		for (size_t cell = 0; cell < 12; cell++) {
			if (cell % 3 == 0)
				check(csv_next(csv, &row, &got, &err) && got && row.count == 3);
			const char *read = row.cells[cell % 3];
			check_text(style.defuse ? csv_undefuse(read) : read, str_text(&cells[cell]));
		}
		check(csv_next(csv, &row, &got, &err) && !got);
		csv_close(csv);
		str_release(&file);
		for (size_t cell = 0; cell < 12; cell++)
			str_release(&cells[cell]);
	}
}

static void
random_files_are_read_or_refused(void **state)
{
	(void)state;
	uint64_t seed = 7;
	struct str file = { 0 }, cell = { 0 }, out = { 0 };
	for (int n = 0; n < 20000; n++) {
		str_clear(&file);
		str_clear(&out);
		for (uint32_t count = chance(&seed, 6); count; count--) {
			random_cell(&seed, &cell);
			str_add(&file, str_text(&cell), cell.length);
			if (chance(&seed, 40) == 0)
				str_add_byte(&file, (char)chance(&seed, 256));
		}
		describe(&out, str_text(&file), file.length, n & 1 ? ',' : 0);
	}
	str_release(&file);
	str_release(&cell);
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_end_with_lf_crlf_cr_or_the_file),
		cmocka_unit_test(a_separator_is_named_by_the_file_unless_another_is_wished),
		cmocka_unit_test(quoted_cells_hold_anything),
		cmocka_unit_test(broken_quotes_are_refused_with_their_place),
		cmocka_unit_test(what_is_no_utf8_text_is_refused_with_its_place),
		cmocka_unit_test(the_separator_is_found),
		cmocka_unit_test(cells_are_quoted_only_where_needed),
		cmocka_unit_test(formulas_are_defused_and_numbers_are_not),
		cmocka_unit_test(everything_written_is_read_back),
		cmocka_unit_test(random_files_are_read_or_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
