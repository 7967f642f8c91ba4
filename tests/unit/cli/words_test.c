#include "base/mem.h"
#include "check.h"
#include "cli/arguments.h"
#include <stdlib.h>

/* The words of a line, each in [ ]; the refusal's sentence when there is one. */
static char *
split(const char *line)
{
	char **words;
	size_t count;
	struct err err = { 0 };
	struct str out = { 0 };
	if (words_split(&words, &count, line, &err)) {
		for (size_t i = 0; i < count; i++)
			str_add_format(&out, "[%s]", words[i]);
		words_free(words, count);
	} else {
		str_add_text(&out, err.text);
	}
	err_release(&err);
	return str_take(&out);
}

static void
check_split(const char *line, const char *expected)
{
	char *actual = split(line);
	check_text(actual, expected);
	free(actual);
}

static void
a_line_is_split_at_blanks(void **state)
{
	(void)state;
	check_split("export figures", "[export][figures]");
	check_split("  a\t b\nc  ", "[a][b][c]");
	check_split("", "");
	check_split("   ", "");
}

static void
quotes_keep_words_together(void **state)
{
	(void)state;
	check_split("--cluster 'cụm số 3' x", "[--cluster][cụm số 3][x]");
	check_split("\"a \\\"b\\\" c\"", "[a \"b\" c]");
	check_split("'a\\b' a\\ b", "[a\\b][a b]");
	check_split("--title='Sổ mới' ''", "[--title=Sổ mới][]");
}

static void
nothing_else_has_a_meaning(void **state)
{
	(void)state;
	check_split("export $(id) `id` ; rm * > x | y & z", "[export][$(id)][`id`][;][rm][*][>][x][|][y][&][z]");
}

static void
an_open_quote_is_refused(void **state)
{
	(void)state;
	check_split("show 'unit", "Lệnh thiếu dấu đóng ngoặc kép: show 'unit");
	check_split("show \"unit", "Lệnh thiếu dấu đóng ngoặc kép: show \"unit");
	check_split("show unit\\", "Lệnh thiếu dấu đóng ngoặc kép: show unit\\");
}

static const char *
name_at(size_t index)
{
	static const char *const names[] = { "import", "export", "history", "check", "rotation", "redo" };
	return index < ARRAY_COUNT(names) ? names[index] : NULL;
}

static void
check_near(const char *typed, const char *expected)
{
	struct str out = { 0 };
	nearest_add(&out, typed, "", name_at);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
names_near_to_what_was_typed_are_offered(void **state)
{
	(void)state;
	check_near("exprt", "export");
	check_near("xeport", "export");
	check_near("chekc", "check");
	check_near("impotr", "import");
	check_near("re", "redo");
	check_near("hist", "history");
	check_near("somethingelse", "");
	check_near("", "");
	check_near("a-name-that-is-longer-than-any-command-there-could-ever-be", "");
}

/* What arguments_peek finds of --lang. */
static const char *
language_of(char *const *words, size_t count)
{
	const char *value = arguments_peek(OPTION_LANG, count, words);
	return value ? value : "(none)";
}

static void
the_language_is_found_before_anything_is_understood(void **state)
{
	(void)state;
	char *const apart[] = { "chekc", "--lang", "en" };
	char *const together[] = { "--nonsense", "--la=en" };
	char *const value_of_another[] = { "--book", "--lang", "en" };
	char *const after_the_end[] = { "--", "--lang", "en" };
	char *const without_value[] = { "--lang" };
	check_text(language_of(apart, 3), "en");
	check_text(language_of(together, 2), "en");
	check_text(language_of(value_of_another, 3), "(none)");
	check_text(language_of(after_the_end, 3), "(none)");
	check_text(language_of(without_value, 1), "(none)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_split_at_blanks),
		cmocka_unit_test(quotes_keep_words_together),
		cmocka_unit_test(nothing_else_has_a_meaning),
		cmocka_unit_test(an_open_quote_is_refused),
		cmocka_unit_test(names_near_to_what_was_typed_are_offered),
		cmocka_unit_test(the_language_is_found_before_anything_is_understood),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
