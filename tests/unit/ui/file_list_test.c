/* The folders and tables that a list offers, and paths as people type them. */
#include "base/mem.h"
#include "check.h"
#include "ui/view/file_list.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

static char folder[64];

static int
make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/thidua-files-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	(void)state;
	struct str command = { 0 };
	str_add_format(&command, "rm -r %s", folder);
	int status = system(str_text(&command));
	str_release(&command);
	return status;
}

static void
put_file(const char *name, time_t changed, bool is_folder)
{
	struct str path = { 0 };
	str_add_format(&path, "%s/%s", folder, name);
	if (is_folder) {
		check_int(mkdir(str_text(&path), 0700), 0);
	} else {
		FILE *file = fopen(str_text(&path), "w");
		check(file && fputs("name\n", file) >= 0 && fclose(file) == 0);
	}
	check_int(utime(str_text(&path), &(struct utimbuf){ .actime = changed, .modtime = changed }), 0);
	str_release(&path);
}

static void
check_resolved(const char *from, const char *typed, const char *expected)
{
	struct str path = { 0 };
	path_resolve(&path, from, typed);
	check_text(str_text(&path), expected);
	str_release(&path);
}

static void
a_path_begins_in_the_folder_the_home_or_the_root(void **state)
{
	(void)state;
	setenv("HOME", "/home/hoa", 1);
	check_resolved("/data", "a.csv", "/data/a.csv");
	check_resolved("/data", "./x/../a.csv", "/data/a.csv");
	check_resolved("/data/x", "../a.csv", "/data/a.csv");
	check_resolved("/data", "../../../a.csv", "/a.csv");
	check_resolved("/data", "~", "/home/hoa");
	check_resolved("/data", "~/Tải về/a.csv", "/home/hoa/Tải về/a.csv");
	check_resolved("/data", "~lan/a.csv", "/data/~lan/a.csv");
	check_resolved("/data", "/etc//a.csv/", "/etc/a.csv");
	check_resolved("/", "", "/");
	check_resolved("/data", "", "/data");
	/* Standard input has no name here. */
	check_resolved("/data", "-", "/data/-");
}

static void
tables_come_before_folders_each_newest_first(void **state)
{
	(void)state;
	struct file_list list = { 0 };
	struct err err = { 0 };
	struct str names = { 0 };
	put_file("old.csv", 1000, false);
	put_file("new.TXT", 3000, false);
	put_file("b.tsv", 2000, false);
	put_file("a.tsv", 2000, false);
	put_file("letter.doc", 4000, false);
	put_file(".hidden.csv", 4000, false);
	put_file("csv", 4000, false);
	put_file("past", 100, true);
	put_file("now.csv", 200, true);
	check(file_list_read(&list, folder, &err));
	for (size_t n = 0; n < list.count; n++)
		str_add_format(&names, "%s%s ", list.entries[n].name, list.entries[n].folder ? "/" : "");
	check_text(str_text(&names), "new.TXT a.tsv b.tsv old.csv now.csv/ past/ ");
	check_int((long)list.entries[0].size, 5);
	str_release(&names);

	/* What cannot be read leaves the list as it was. */
	check(!file_list_read(&list, "/tmp/thidua-there-is-none", &err));
	check_text(err.text, "Không mở được thư mục /tmp/thidua-there-is-none: không có tệp hay thư mục ấy.");
	check_int((long)list.count, 6);
	check_text(list.folder, folder);
	err_release(&err);
	file_list_release(&list);
}

static void
an_entry_tells_its_day_and_size(void **state)
{
	(void)state;
	static const struct {
		int64_t size;
		bool folder;
		const char *about;
	} entries[] = {
		{ 0, false, "19/12/2024 16:05 · 0 B" },
		{ 10239, false, "19/12/2024 16:05 · 10239 B" },
		{ 10241, false, "19/12/2024 16:05 · 11 KB" },
		{ INT64_C(20) << 20, false, "19/12/2024 16:05 · 20 MB" },
		{ 4096, true, "19/12/2024 16:05" },
	};
	setenv("TZ", "ICT-7", 1);
	for (size_t n = 0; n < ARRAY_COUNT(entries); n++) {
		struct str about = { 0 };
		struct file_entry entry = {
			.folder = entries[n].folder, .size = entries[n].size, .changed = 1734599100
		};
		file_entry_about(&about, &entry);
		check_text(str_text(&about), entries[n].about);
		str_release(&about);
	}
}

static void
a_decomposed_name_is_found_by_its_letters(void **state)
{
	(void)state;
	struct str path = { 0 }, there = { 0 };
	put_file("Ta\xCC\x89i v\xC3\xAA\xCC\x80", 1000, true);
	put_file("Ta\xCC\x89i v\xC3\xAA\xCC\x80/x.csv", 1000, false);
	str_add_format(&path, "%s/Tải về/x.csv", folder);
	str_add_format(&there, "%s/Ta\xCC\x89i v\xC3\xAA\xCC\x80/x.csv", folder);
	path_find(&path);
	check_text(str_text(&path), str_text(&there));
	/* One that is there, and one that is not, stay. */
	path_find(&path);
	check_text(str_text(&path), str_text(&there));
	str_clear(&path);
	str_add_format(&path, "%s/Tải về/y.csv", folder);
	char *kept = mem_copy_text(str_text(&path));
	path_find(&path);
	check_text(str_text(&path), kept);
	free(kept);
	str_release(&path);
	str_release(&there);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_begins_in_the_folder_the_home_or_the_root),
		cmocka_unit_test_setup_teardown(
			tables_come_before_folders_each_newest_first, make_folder, remove_folder),
		cmocka_unit_test(an_entry_tells_its_day_and_size),
		cmocka_unit_test_setup_teardown(a_decomposed_name_is_found_by_its_letters, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
