#include "base/embedded.h"
#include "unit/check.h"

static void
every_file_is_found_by_its_name_and_ends_with_a_nul(void **state)
{
	(void)state;
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *file = embedded_find(embedded_files[i].name);
		check(file == &embedded_files[i]);
		check_int(file->bytes[file->length], 0);
	}
	check(embedded_files[embedded_count].name == NULL);
}

static void
names_are_sorted_and_different(void **state)
{
	(void)state;
	for (size_t i = 1; i < embedded_count; i++)
		check(strcmp(embedded_files[i - 1].name, embedded_files[i].name) < 0);
}

static void
an_unknown_name_finds_nothing(void **state)
{
	(void)state;
	check(embedded_find("") == NULL);
	check(embedded_find("sql/no-such-file.sql") == NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_is_found_by_its_name_and_ends_with_a_nul),
		cmocka_unit_test(names_are_sorted_and_different),
		cmocka_unit_test(an_unknown_name_finds_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
