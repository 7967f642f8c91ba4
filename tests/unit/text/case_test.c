#include "cases.h"
#include "text/case.h"

static bool
turns(void (*turn)(struct str *out, const char *text), const char *text, const char *expected)
{
	struct str out = { 0 };
	turn(&out, text);
	bool good = same_text(text, str_text(&out), expected);
	str_release(&out);
	return good;
}

static bool
a_row_of_names(const struct row *row)
{
	bool good = turns(text_title, row->cells[0], row->cells[1]);
	return turns(text_title, row->cells[1], row->cells[1]) && good;
}

static void
names_are_written_with_capitals(void **state)
{
	(void)state;
	check_rows("title.tsv", a_row_of_names);
}

static void
broken_bytes_pass_unchanged(void **state)
{
	(void)state;
	check(turns(text_title,
		"an\xE1 \xFF"
		"binh",
		"An\xE1 \xFF"
		"Binh"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_written_with_capitals),
		cmocka_unit_test(broken_bytes_pass_unchanged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
