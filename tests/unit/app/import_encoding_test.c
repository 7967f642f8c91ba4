/* Files that are not in UTF-8. */
#include "book.h"
#include <stdlib.h>

#define TCVN3_FILE \
	"uid,name,has_marks\np1,Nguy\xD4n V\xA8n \xA7\xF8" \
	"c,c\xE3\n"
#define VNI_FILE \
	"uid,name,has_marks\np1,Nguye\xE3n Va\xEAn \xD1\xF6\xF9" \
	"c,co\xF9\n"

static bool
take(struct store *store, const char *bytes, size_t length, const enum charset *encoding, struct import_result *result,
	struct err *err)
{
	struct import_wish wish = { .encoding = encoding };
	return import_kind(result, store, ENTITY_PERSON, "p.csv", bytes, length, &wish, NULL, NULL, NULL, err);
}

static void
an_old_encoding_is_recognised_and_told(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct import_result result;
	works(take(store, VNI_FILE, strlen(VNI_FILE), NULL, &result, &err), &err);
	check_int(result.encoding, CHARSET_VNI);
	check_int(result.added, 1);
	char *file = exported(store, ENTITY_PERSON);
	check(strstr(file, "p1,Nguyễn Văn Đức,có"));
	free(file);
	store_close(store);
}

static void
utf8_is_told_as_utf8(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct import_result result;
	const char *file = "\xEF\xBB\xBFuid,name,has_marks\np1,Nguyễn Văn Đức,có\n";
	works(take(store, file, strlen(file), NULL, &result, &err), &err);
	check_int(result.encoding, CHARSET_UTF8);
	check_int(result.added, 1);
	store_close(store);
}

static void
a_named_encoding_overrides_the_guess(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct import_result result;
	enum charset named = CHARSET_TCVN3;
	works(take(store, TCVN3_FILE, strlen(TCVN3_FILE), &named, &result, &err), &err);
	check_int(result.encoding, CHARSET_TCVN3);
	named = CHARSET_UTF8;
	refused(take(store, TCVN3_FILE, strlen(TCVN3_FILE), &named, &result, &err), &err, ERR_INVALID,
		"p.csv, dòng 2: Dòng 2, chữ thứ 8: không phải UTF-8");
	check_int(result.encoding, CHARSET_UTF8);
	store_close(store);
}

static void
a_byte_that_the_named_encoding_lacks_has_its_place(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct import_result result;
	enum charset named = CHARSET_VNI;
	const char *file = "uid,name\np1,An \xFF\n";
	bool done = take(store, file, strlen(file), &named, &result, &err);
	check_int(err.line, 2);
	check_int(err.column, 7);
	refused(done, &err, ERR_INVALID,
		"p.csv, dòng 2: Dòng 2, chữ thứ 7: byte FF không có trong bảng mã VNI-Windows");
	check_int(count_of(store, ENTITY_PERSON), 0);
	store_close(store);
}

static void
utf16_of_a_spreadsheet_is_read(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	struct import_result result;
	/* Ends with the NUL that C puts there. */
	static const char file[] = "\xFF\xFEu\0i\0d\0\t\0n\0a\0m\0e\0\r\0\n\0p\0001\0\t\0\x10\x01\xE9\x1E"
				   "c\0\r\0\n";
	works(take(store, file, sizeof file, NULL, &result, &err), &err);
	check_int(result.encoding, CHARSET_UTF16LE);
	check_int(count_of(store, ENTITY_PERSON), 1);
	store_close(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_old_encoding_is_recognised_and_told),
		TEST(utf8_is_told_as_utf8),
		TEST(a_named_encoding_overrides_the_guess),
		TEST(a_byte_that_the_named_encoding_lacks_has_its_place),
		TEST(utf16_of_a_spreadsheet_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
