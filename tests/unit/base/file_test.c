#include "base/file.h"
#include "unit/check.h"

static void
the_name_of_a_file_stands_behind_the_last_slash(void **state)
{
	(void)state;
	check_text(file_base_name("/home/lan/Số liệu/unit.csv"), "unit.csv");
	check_text(file_base_name("unit.csv"), "unit.csv");
	check_text(file_base_name("../Số liệu/"), "");
	check_text(file_base_name(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_name_of_a_file_stands_behind_the_last_slash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
