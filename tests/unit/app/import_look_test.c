/* What is seen of a file before it is read in, and what an import would do. */
#include "app/import_look.h"
#include "book.h"
#include <stdlib.h>

#define TCVN3_FILE \
	"uid;name;has_marks\n" \
	"p1;Nguy\xD4n V\xA8n \xA7\xF8" \
	"c;c\xE3\n" \
	"p2;Tr\xC7n Th\xDE H\xAD\xEAng;c\xE3\n"

static struct import_look
look_at(const char *file, struct import_wish wish)
{
	struct import_look look;
	struct err err = { 0 };
	works(import_look(&look, file, strlen(file), &wish, NULL, NULL, &err), &err);
	return look;
}

static void
check_said(void (*say_it)(struct str *, const struct import_look *), const struct import_look *look, const char *said)
{
	struct str text = { 0 };
	say_it(&text, look);
	check_text(str_text(&text), said);
	str_release(&text);
}

static const char *
cell(const struct import_look *look, size_t row, size_t column)
{
	return sheet_cell(&look->sheet, row, column)->text;
}

static void
a_look_shows_what_was_recognised_and_the_first_rows(void **state)
{
	(void)state;
	struct import_look look = look_at(TCVN3_FILE, (struct import_wish){ 0 });
	check_said(import_say_encoding, &look, "TCVN3 (ABC): 8/8 từ có dấu đọc ra là tiếng Việt");
	check_said(import_say_separator, &look, "dấu ngăn chấm phẩy “;”, 3 cột");
	check_said(import_say_doubt, &look, "");
	check_int((long)look.records, 2);
	check_int((long)look.sheet.row_count, 2);
	check_text(look.sheet.columns[1].text, "name");
	check_text(look.sheet.rows[1].text, "3");
	check_text(cell(&look, 0, 1), "Nguyễn Văn Đức");
	check_text(cell(&look, 1, 1), "Trần Thị Hường");
	import_look_release(&look);
}

static void
another_encoding_and_separator_are_obeyed(void **state)
{
	(void)state;
	enum charset other = CHARSET_VISCII;
	struct import_look look = look_at(TCVN3_FILE, (struct import_wish){ .encoding = &other, .separator = ',' });
	check_said(import_say_encoding, &look, "VISCII, do bạn chọn; tự nhận thì là TCVN3 (ABC)");
	check_said(import_say_separator, &look, "dấu ngăn phẩy “,”, 1 cột");
	check_said(import_say_doubt, &look, "");
	check(strcmp(cell(&look, 0, 0), "p1;Nguyễn Văn Đức;có") != 0);
	import_look_release(&look);
}

static void
five_rows_are_kept_and_all_are_counted(void **state)
{
	(void)state;
	struct import_look look = look_at("sep=|\nname\n1\n\n2\n \n3\n4\n5\n6\n7\n", (struct import_wish){ 0 });
	check_int((long)look.records, 7);
	check_int((long)look.sheet.row_count, IMPORT_LOOK_ROWS);
	check_text(look.sheet.rows[1].text, "5");
	check_text(cell(&look, 4, 0), "5");
	check_said(import_say_separator, &look, "dấu ngăn gạch đứng “|” (dòng sep= của tệp), 1 cột");
	check_said(import_say_encoding, &look, "UTF-8: cả tệp không có chữ nào có dấu");
	import_look_release(&look);
}

static void
cells_are_shown_clean_and_with_the_capitals_asked_for(void **state)
{
	(void)state;
	struct import_look look = look_at(" Name ,note\nNGUYE\xCC\x82\xCC\x83N  VĂN,TỔ \"MỘT\nlệch\n",
		(struct import_wish){ .title_case = "x,name" });
	check_text(look.sheet.columns[0].text, "name");
	check_text(cell(&look, 0, 0), "Nguyễn  Văn");
	check_text(cell(&look, 0, 1), "TỔ \"MỘT");
	check_text(cell(&look, 1, 0), "Lệch");
	check(!cell(&look, 1, 1));
	import_look_release(&look);
}

static void
a_doubt_names_the_others_and_what_would_change(void **state)
{
	(void)state;
	struct import_look look = look_at("name\nAn\nV\xF5 v\xF2\n", (struct import_wish){ 0 });
	struct str said = { 0 };
	import_say_doubt(&said, &look);
	check(text_starts(str_text(&said), "Cũng có thể là "));
	check_int(look.other_line, 3);
	check(look.other_row && strcmp(look.other_row, cell(&look, 1, 0)) != 0);
	check(strstr(str_text(&said), look.other_row));
	str_release(&said);
	import_look_release(&look);
}

static void
what_is_no_table_is_told_with_what_was_read_until_then(void **state)
{
	(void)state;
	static const char file[] = "name\nAn\n\"open\n";
	struct import_look look;
	struct err err = { 0 };
	refused(import_look(&look, file, strlen(file), NULL, NULL, NULL, &err), &err, ERR_INVALID,
		"Dòng 3, chữ thứ 1: dấu nháy kép mở ra mà không đóng lại.");
	check_int((long)look.records, 1);
	check_text(cell(&look, 0, 0), "An");
	import_look_release(&look);
	refused(import_look(&look, "", 0, NULL, NULL, NULL, &err), &err, ERR_INVALID, "Tệp trống");
	import_look_release(&look);
	refused(import_look(&look, "\xFF\0\x01\xFE\x80", 5, NULL, NULL, NULL, &err), &err, ERR_INVALID, "Dòng 1");
	check_said(import_say_encoding, &look, "chưa nhận ra: không bảng mã nào đọc ra tiếng Việt");
	import_look_release(&look);
}

static void
the_kind_is_known_by_heads_that_one_kind_has(void **state)
{
	(void)state;
	struct import_look look = look_at("unit,person,is_contact\n", (struct import_wish){ 0 });
	check_int(import_kind_of(&look, "x.csv"), ENTITY_POST);
	check_int((long)import_columns_known(&look, ENTITY_POST), 3);
	check_int((long)import_columns_known(&look, ENTITY_PERSON), 0);
	import_look_release(&look);
	look = look_at("unit,person,tittle\n", (struct import_wish){ 0 });
	check_int(import_kind_of(&look, "post.csv"), ENTITY_NONE);
	import_look_release(&look);
	/* Those who sign a covenant have these too, but not without their covenant. */
	look = look_at("unit,person,title\n", (struct import_wish){ 0 });
	check_int((long)import_columns_known(&look, ENTITY_COVENANT_PARTY), 3);
	check_int(import_kind_of(&look, "x.csv"), ENTITY_POST);
	import_look_release(&look);
	/* Several kinds have these: the name of the file tells. */
	look = look_at("uid,note\n", (struct import_wish){ 0 });
	check_int(import_kind_of(&look, "x.csv"), ENTITY_NONE);
	check_int(import_kind_of(&look, "/a/Person.CSV"), ENTITY_PERSON);
	check_int(import_kind_of(&look, "persons.csv"), ENTITY_NONE);
	import_look_release(&look);
	check(import_column_is_text(ENTITY_PERSON, "name"));
	check(import_column_is_text(ENTITY_UNIT, "short"));
	check(!import_column_is_text(ENTITY_PERSON, "has_marks"));
	check(!import_column_is_text(ENTITY_PERSON, "x"));
}

/* ---- what an import would do ---- */

struct told {
	size_t count;
};

static void
count_fault(void *to, const struct err *fault)
{
	(void)fault;
	((struct told *)to)->count++;
}

static bool
try_people(struct import_result *result, struct store *store, const char *file, struct told *told, struct err *err)
{
	struct import_wish wish = { .trial = true };
	return import_kind(
		result, store, ENTITY_PERSON, "p.csv", file, strlen(file), &wish, count_fault, NULL, told, err);
}

static void
a_trial_counts_and_stores_nothing(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct import_result result;
	struct told told = { 0 };
	struct err err = { 0 };
	const char *kept = "uid,name,has_marks\np1,An,có\np2,Bình,có\n";
	works(import_kind(&result, store, ENTITY_PERSON, "p.csv", kept, strlen(kept), NULL, NULL, NULL, NULL, &err),
		&err);
	char *before = exported_all(store);
	works(try_people(&result, store, "uid,name,has_marks\np1,An,có\np2,Bính,có\np3,Chi,có\n", &told, &err), &err);
	check_int((long)result.read, 3);
	check_int((long)result.added, 1);
	check_int((long)result.changed, 1);
	check_int((long)result.same, 1);
	check_int((long)result.faulty, 0);
	char *after = exported_all(store);
	check_text(after, before);
	free(before);
	free(after);
	store_close(store);
}

static void
a_trial_counts_all_faulty_rows_and_tells_the_first(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct import_result result;
	struct told told = { 0 };
	struct err err = { 0 };
	struct str file = { 0 };
	str_add_text(&file, "name,has_marks\nAn,có\n");
	for (int n = 0; n < 30; n++)
		str_add_format(&file, "Bình,có lẽ\n");
	str_add_text(&file, "x\n\x01,\x01\n");
	check(!try_people(&result, store, str_text(&file), &told, &err));
	check_int((long)result.read, 33);
	check_int((long)result.added, 1);
	check_int((long)result.faulty, 32);
	check_int((long)told.count, 20);
	check_int(err.line, 33);
	check_int((long)count_of(store, ENTITY_PERSON), 0);
	err_release(&err);
	str_release(&file);
	store_close(store);
}

static void
a_file_of_more_than_the_most_is_refused_before_anything_is_written(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct import_result result;
	struct err err = { 0 };
	const char *file = "name,has_marks\nAn,có\n\nBình,có\nChi,có\n";
	struct import_wish wish = { .most = 2 };
	refused(import_kind(&result, store, ENTITY_PERSON, "p.csv", file, strlen(file), &wish, NULL, NULL, NULL, &err),
		&err, ERR_NOT_ALLOWED, "hơn 2 bản ghi");
	check_int((long)count_of(store, ENTITY_PERSON), 0);
	wish.most = 3;
	works(import_kind(&result, store, ENTITY_PERSON, "p.csv", file, strlen(file), &wish, NULL, NULL, NULL, &err),
		&err);
	check_int((long)count_of(store, ENTITY_PERSON), 3);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_shows_what_was_recognised_and_the_first_rows),
		cmocka_unit_test(another_encoding_and_separator_are_obeyed),
		cmocka_unit_test(five_rows_are_kept_and_all_are_counted),
		cmocka_unit_test(cells_are_shown_clean_and_with_the_capitals_asked_for),
		cmocka_unit_test(a_doubt_names_the_others_and_what_would_change),
		cmocka_unit_test(what_is_no_table_is_told_with_what_was_read_until_then),
		cmocka_unit_test(the_kind_is_known_by_heads_that_one_kind_has),
		cmocka_unit_test_setup_teardown(a_trial_counts_and_stores_nothing, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_trial_counts_all_faulty_rows_and_tells_the_first, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
			a_file_of_more_than_the_most_is_refused_before_anything_is_written, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
