/* The machine of this test has no libxlsxwriter: its dlopen stands before the C library's. */
#include "report/xlsx_library.h"
#include "unit/check.h"
#include <dlfcn.h>

void *
dlopen(const char *file, int mode)
{
	(void)file;
	(void)mode;
	return NULL;
}

static void
without_the_library_the_sentence_names_its_package_and_another_way(void **state)
{
	(void)state;
	struct err err = { 0 };
	check(!xlsx_library(&err));
	check_int(err.kind, ERR_STORAGE);
	check_text(err.text,
		"Không lập được tệp Excel: máy này không có libxlsxwriter.so." LXW_SOVERSION
		". Cài gói libxlsxwriter" LXW_SOVERSION ", hoặc xuất CSV.");
	err_release(&err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_the_library_the_sentence_names_its_package_and_another_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
