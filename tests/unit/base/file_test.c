#include "base/file.h"
#include "unit/check.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
the_name_of_a_file_stands_behind_the_last_slash(void **state)
{
	(void)state;
	check_text(file_base_name("/home/lan/Số liệu/unit.csv"), "unit.csv");
	check_text(file_base_name("unit.csv"), "unit.csv");
	check_text(file_base_name("../Số liệu/"), "");
	check_text(file_base_name(""), "");
}

static unsigned
mode_of(const char *path)
{
	struct stat found;
	check_int(stat(path, &found), 0);
	return found.st_mode & 07777;
}

static void
a_file_for_people_has_the_mode_of_their_umask_or_of_the_one_it_replaces(void **state)
{
	(void)state;
	char folder[] = "/tmp/thidua-XXXXXX";
	struct str path = { 0 }, bytes = { 0 };
	struct err err = { 0 };
	check(mkdtemp(folder) != NULL);
	str_add_format(&path, "%s/so-lieu.csv", folder);
	mode_t before = umask(022);
	file_keep_private();
	check(file_replace(str_text(&path), "a", 1, &err));
	check_int(mode_of(str_text(&path)), 0644);
	check_int(chmod(str_text(&path), 0640), 0);
	check(file_replace(str_text(&path), "bc", 2, &err));
	check_int(mode_of(str_text(&path)), 0640);
	check(file_read(&bytes, str_text(&path), 10, &err));
	check_text(str_text(&bytes), "bc");
	check_int(umask(before), 077);
	check_int(unlink(str_text(&path)), 0);
	check_int(rmdir(folder), 0);
	str_release(&path);
	str_release(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_name_of_a_file_stands_behind_the_last_slash),
		cmocka_unit_test(a_file_for_people_has_the_mode_of_their_umask_or_of_the_one_it_replaces),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
