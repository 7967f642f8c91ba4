/* Files that are refused, each with its place; files as clerks make them. */
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

struct desk {
	struct store *store;
	int64_t a, b, money, members;
};

static struct desk
open_desk(void **state)
{
	struct desk d = { .store = make_book(*state, "so.db", "hoa") };
	struct record money = new_metric("qua-tet", "Tiền quà Tết", 0);

	record_set_text(&money, METRIC_MEASURE, "đồng");
	d.a = add_unit(d.store, "ninh-binh", "Liên đoàn Lao động tỉnh Ninh Bình", NULL, "2025-06-30");
	d.b = add_unit(d.store, "ninh-binh-2025", "Liên đoàn Lao động tỉnh Ninh Bình", "2025-07-01", NULL);
	d.money = add(d.store, money);
	d.members = add(d.store, new_metric("dv-moi", "Đoàn viên mới", 0));
	return d;
}

struct told {
	size_t count;
	char *first;
	long line, column;
};

static void
take_fault(void *to, const struct err *fault)
{
	struct told *told = to;

	if (told->count++ == 0) {
		told->first = mem_copy_text(fault->text);
		told->line = fault->line;
		told->column = fault->column;
	}
}

/* Refused with exactly this sentence, line and column of its first fault, and nothing stored. */
static void
refuse(struct desk *d, enum entity_id entity, const char *file, long line, long column, const char *sentence)
{
	struct told told = { 0 };
	struct err err = { 0 };
	struct import_result result;
	struct str name = { 0 };
	char *before = exported(d->store, entity);

	str_add_format(&name, "%s.csv", entity_of(entity)->table);
	bool done = import_kind(
		&result, d->store, entity, str_text(&name), file, strlen(file), NULL, take_fault, NULL, &told, &err);
	if (done)
		fail_msg("not refused: %s", file);
	check_text(err.text, sentence);
	check_int(err.line, line);
	check_int(err.column, column);
	if (told.count > 0)
		check_text(told.first, sentence);
	char *after = exported(d->store, entity);
	check_text(after, before);
	free(told.first);
	free(before);
	free(after);
	err_release(&err);
	str_release(&name);
}

#define HEAD "subject_uid,metric_uid,year,part,value\n"

static void
files_are_refused_at_their_place(void **state)
{
	struct desk d = open_desk(state);

	refuse(&d, ENTITY_PERSON, "", 0, 0, "person.csv là tệp trống: thiếu dòng tên cột.");
	refuse(&d, ENTITY_PERSON, "uid,tên\n", 1, 0,
		"person.csv: không có cột nào tên “tên” cho người. Các cột được nhận: uid, name, has_marks, phone, email, note.");
	refuse(&d, ENTITY_PERSON, "uid,uid\n", 1, 0, "person.csv: cột “uid” có hai lần.");
	refuse(&d, ENTITY_PERSON, "uid,name\na,Lan,x\n", 2, 0,
		"person.csv, dòng 2: dòng này có 3 ô, dòng tên cột có 2.");
	refuse(&d, ENTITY_PERSON, "uid,name\na,\n", 2, 3,
		"person.csv, dòng 2, cột 2 (name): Mục “Họ tên” còn trống; hãy điền mục này.");
	refuse(&d, ENTITY_FIGURE, HEAD "ninh-binh,dv-moi,2024,Y,1 2 3 x\n", 2, 25,
		"figure.csv, dòng 2, cột 5 (value “1 2 3 x”): “1 2 3 x” có hơn một số; hãy gõ một số thôi.");
	refuse(&d, ENTITY_FIGURE, HEAD "ninh-binh,dv-moi,24,Y,1\n", 2, 18,
		"figure.csv, dòng 2, cột 3 (year “24”): năm phải là bốn chữ số, ví dụ 2024.");
	refuse(&d, ENTITY_FIGURE, HEAD "ninh-binh,dv-moi,2024,,1\n", 2, 23,
		"figure.csv, dòng 2, cột 4 (part): chưa rõ phần nào của năm; hãy viết Y cho cả năm, H1 cho 6 tháng đầu năm.");
	refuse(&d, ENTITY_FIGURE, HEAD "ninh-bin,dv-moi,2024,Y,1\n", 2, 1,
		"figure.csv, dòng 2, cột 1 (subject_uid “ninh-bin”): sổ không có bản ghi nào mang mã “ninh-bin”; hãy sửa mã, hoặc xóa "
		"ô này và để sổ tìm theo tên.");
	refuse(&d, ENTITY_FIGURE, HEAD "ninh-binh,dv-moi,2024,Y,1\nninh-binh,dv-moi,2024,Y,2\n", 3, 0,
		"figure.csv, dòng 3: dòng này và dòng 2 là cùng một bản ghi; hãy giữ một dòng.");
	store_close(d.store);
}

/* The first sentence of a refusal holds the words. */
static void
refuse_with(struct desk *d, enum entity_id entity, const char *file, long line, const char *words)
{
	struct err err = { 0 };
	bool done = imported(d->store, entity, "tep.csv", file, NULL, &err);

	check_int(err.line, line);
	refused(done, &err, err.kind, words);
}

static void
bad_words_dates_and_characters_are_refused(void **state)
{
	struct desk d = open_desk(state);

	refuse_with(&d, ENTITY_PERSON, "uid,name,has_marks\na,Lan,có lẽ\n", 2, "“có lẽ”");
	refuse_with(&d, ENTITY_UNIT, "uid,family\nx,phường hội\n", 2, "“phường hội”");
	refuse_with(&d, ENTITY_UNIT, "uid,family,from\nx,công đoàn,31/2/2024\n", 2, "from “31/2/2024”");
	refuse_with(&d, ENTITY_PERSON, "uid,name\na,La\x1bn\n", 2, "tep.csv, dòng 2, cột 2 (name)");
	refuse_with(&d, ENTITY_PERSON, "uid,name\na,Lan\xe2\x80\xae\n", 2, "tep.csv, dòng 2, cột 2 (name)");
	refuse_with(&d, ENTITY_PERSON, "uid,name\na,\"Lan\n", 2, "tep.csv, dòng 2");
	refuse_with(&d, ENTITY_PERSON, "uid,name\na,L\xff\n", 2, "tep.csv, dòng 2");
	refuse_with(&d, ENTITY_UNIT, "uid,family\nninh-binh,công đoàn\nninh-binh,đảng\n", 3, "cùng một bản ghi");
	check_int(count_of(d.store, ENTITY_PERSON), 0);
	store_close(d.store);
}

static void
several_faults_are_told_at_once(void **state)
{
	struct desk d = open_desk(state);
	struct told told = { 0 };
	struct err err = { 0 };
	struct import_result result;
	struct str file = { 0 };

	str_add_text(&file, HEAD);
	for (int i = 0; i < 40; i++)
		str_add_text(&file, "ninh-binh,dv-moi,2024,Q9,1\n");
	check(!import_kind(&result, d.store, ENTITY_FIGURE, "f.csv", str_text(&file), file.length, NULL, take_fault,
		NULL, &told, &err));
	check_int(told.count, 20);
	check_int(told.line, 2);
	check_int(err.line, 2);
	err_release(&err);
	free(told.first);
	str_release(&file);
	store_close(d.store);
}

static void
check_figure(struct desk *d, int64_t subject, int64_t metric, int64_t value, int qualifier, const char *words)
{
	struct err err = { 0 };
	struct record figure = new_figure(subject, metric, period_year(2024), 0);
	int64_t id;

	works(record_find_key(&id, d->store, &figure, &err), &err);
	record_release(&figure);
	check(id != 0);
	figure = stored(d->store, ENTITY_FIGURE, id);
	check_int(record_integer(&figure, FIGURE_VALUE, -1), value);
	check_int(record_integer(&figure, FIGURE_QUALIFIER, -1), qualifier);
	check_text(record_text(&figure, FIGURE_WORDS), words);
	record_release(&figure);
}

static void
a_file_made_by_hand_is_understood(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	struct import_result result;

	works(imported(d.store, ENTITY_FIGURE, "tay.csv",
		      "\xef\xbb\xbfsubject;metric;year;part;value\r\n"
		      "Liên đoàn Lao động tỉnh Ninh Bình;Tiền quà Tết;2024;Y;trên 344 tỷ đồng\r\n"
		      "ninh binh;doan vien moi;2024;cả năm;74.516\r\n",
		      &result, &err),
		&err);
	check_int(result.added, 2);
	check_figure(&d, d.a, d.money, INT64_C(344000000000), QUALIFIER_MORE_THAN, "trên 344 tỷ đồng");
	check_figure(&d, d.a, d.members, 74516, QUALIFIER_EXACTLY, "");
	works(imported(d.store, ENTITY_FIGURE, "tay.csv",
		      "subject,metric,year,part,qualifier,value\n"
		      "Ninh Bình,Đoàn viên mới,2024,Y,~,100\n",
		      &result, &err),
		&err);
	check_int(result.changed, 1);
	check_figure(&d, d.a, d.members, 100, QUALIFIER_ABOUT, "");
	store_close(d.store);
}

static void
names_are_those_of_the_day_of_the_period(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	int64_t id;

	works(imported(d.store, ENTITY_FIGURE, "f.csv",
		      "subject,metric,year,part,value\n"
		      "Liên đoàn Lao động tỉnh Ninh Bình,Đoàn viên mới,2026,H1,5\n",
		      NULL, &err),
		&err);
	struct record figure = new_figure(d.b, d.members, period_months(2026, 1, 6), 0);
	works(record_find_key(&id, d.store, &figure, &err), &err);
	check(id != 0);
	record_release(&figure);
	store_close(d.store);
}

static void
a_name_of_several_is_refused_with_the_candidates(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };

	add_unit(d.store, "nb-2", "Liên đoàn Lao động tỉnh Ninh Bình", NULL, "2025-06-30");
	refused(imported(d.store, ENTITY_FIGURE, "f.csv",
			"subject,metric,year,part,value\n"
			"Liên đoàn Lao động tỉnh Ninh Bình,Đoàn viên mới,2024,Y,5\n",
			NULL, &err),
		&err, ERR_AMBIGUOUS, "\n  nb-2  Liên đoàn Lao động tỉnh Ninh Bình");
	refused(imported(d.store, ENTITY_FIGURE, "f.csv",
			"subject,metric,year,part,value\n"
			"LĐLĐ Hà Giang,Đoàn viên mới,2024,Y,5\n",
			NULL, &err),
		&err, ERR_NOT_FOUND, "“LĐLĐ Hà Giang”");
	store_close(d.store);
}

static void
another_unit_of_measure_is_refused(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };

	refused(imported(d.store, ENTITY_FIGURE, "f.csv",
			"subject,metric,unit_of_measure,year,part,value\n"
			"Ninh Bình (cũ),Tiền quà Tết,triệu đồng,2024,Y,5\n",
			NULL, &err),
		&err, ERR_INVALID, "“đồng”, không phải “triệu đồng”");
	works(imported(d.store, ENTITY_FIGURE, "f.csv",
		      "subject,metric,unit_of_measure,year,part,value,cluster\n"
		      "Ninh Bình (cũ),Tiền quà Tết,đồng,2024,Y,5,Cụm nào đó\n",
		      NULL, &err),
		&err);
	store_close(d.store);
}

static void
a_source_is_cited_and_an_unknown_one_refused(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };

	add_document(d.store, "Báo cáo năm 2024; phần một");
	refused(imported(d.store, ENTITY_FIGURE, "f.csv",
			"subject,metric,year,part,value,source\n"
			"Ninh Bình,Đoàn viên mới,2024,Y,5,Báo cáo năm 1999\n",
			NULL, &err),
		&err, ERR_NOT_FOUND, "“Báo cáo năm 1999”");
	works(imported(d.store, ENTITY_FIGURE, "f.csv",
		      "subject,metric,year,part,value,source\n"
		      "Ninh Bình,Đoàn viên mới,2024,Y,5,Báo cáo năm 2024; phần một\n",
		      NULL, &err),
		&err);
	check_int(count_of(d.store, ENTITY_CITATION), 1);
	char *file = exported(d.store, ENTITY_FIGURE);
	check(strstr(file, "Báo cáo năm 2024; phần một") != NULL);
	free(file);
	store_close(d.store);
}

static void
cells_that_look_like_formulas_come_back_as_they_were(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	struct record person = record_new(ENTITY_PERSON);

	record_set_text(&person, PERSON_NAME, "=HYPERLINK(\"x\")");
	record_set_text(&person, PERSON_NOTE, "'-1\nhai");
	int64_t id = add(d.store, person);
	char *file = exported(d.store, ENTITY_PERSON);
	check(strstr(file, "\"'=HYPERLINK(\"\"x\"\")\"") != NULL);
	works(imported(d.store, ENTITY_PERSON, "person.csv", file, NULL, &err), &err);
	char *name = text_of(d.store, ENTITY_PERSON, id, PERSON_NAME),
	     *note = text_of(d.store, ENTITY_PERSON, id, PERSON_NOTE);
	check_text(name, "=HYPERLINK(\"x\")");
	check_text(note, "'-1\nhai");
	free(file);
	free(name);
	free(note);
	store_close(d.store);
}

static void
rows_may_refer_to_later_rows_of_their_file(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	struct import_result result;

	works(imported(d.store, ENTITY_ROLE, "role.csv",
		      "uid,code,label,label_block,single,members_only,counts,succeeds_to_uid\n"
		      "pho,pho,cụm phó,khối phó,không,có,có,truong\n"
		      "truong,truong,cụm trưởng,khối trưởng,có,có,có,\n",
		      &result, &err),
		&err);
	check_int(result.added, 2);
	refused(imported(d.store, ENTITY_ROLE, "role.csv",
			"uid,code,label,label_block,single,members_only,counts,succeeds_to_uid\n"
			"truong,truong,cụm trưởng,khối trưởng,có,có,có,pho\n",
			NULL, &err),
		&err, ERR_INVALID, "vòng tròn");
	store_close(d.store);
}

static void
rules_that_look_at_others_hold_for_files(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	int64_t cluster = add_cluster(d.store, "cum", "Cụm", d.b);

	add_role(d.store, "truong", "cụm trưởng", true, true);
	add_member(d.store, cluster, d.a, NULL, NULL);
	refused(imported(d.store, ENTITY_TERM, "term.csv",
			"cluster_uid,work_year,year_basis,role_uid,unit_uid\n"
			"cum,2024,nêu rõ,truong,ninh-binh\ncum,2024,nêu rõ,truong,ninh-binh-2025\n",
			NULL, &err),
		&err, ERR_NOT_ALLOWED, "term.csv, dòng 2, cột 5 (unit_uid “ninh-binh”)");
	check_int(count_of(d.store, ENTITY_TERM), 0);
	store_close(d.store);
}

static void
missing_columns_leave_what_is_there(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	struct import_result result;

	works(change_text(d.store, ENTITY_UNIT, d.a, UNIT_PHONE, "0226", &err), &err);
	works(imported(d.store, ENTITY_UNIT, "unit.csv", "uid,address\nninh-binh,Hoa Lư\nninh-binh-2025,\n", &result,
		      &err),
		&err);
	check_int(result.read, 2);
	check_int(result.changed, 1);
	check_int(result.same, 1);
	char *phone = text_of(d.store, ENTITY_UNIT, d.a, UNIT_PHONE), *to = text_of(d.store, ENTITY_UNIT, d.a, UNIT_TO);
	check_text(phone, "0226");
	check_text(to, "2025-06-30");
	free(phone);
	free(to);
	store_close(d.store);
}

static bool
stop(void *to, size_t done, size_t all)
{
	(void)to;
	return done < all / 2;
}

static void
an_import_can_be_stopped(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };
	struct import_result result;
	struct str file = { 0 };

	str_add_text(&file, "uid,name\n");
	for (int i = 0; i < 1000; i++)
		str_add_format(&file, "p%d,Người thứ %d\n", i, i);
	bool done = import_kind(
		&result, d.store, ENTITY_PERSON, "p.csv", str_text(&file), file.length, NULL, NULL, stop, NULL, &err);
	refused(done, &err, ERR_CANCELLED, "chưa lưu gì");
	check_int(count_of(d.store, ENTITY_PERSON), 0);
	str_release(&file);
	store_close(d.store);
}

static void
spans_keep_their_period(void **state)
{
	struct desk d = open_desk(state);
	struct err err = { 0 };

	works(imported(d.store, ENTITY_SPAN, "span.csv",
		      "year,part,kind,first_day,last_day\n"
		      "2024,#7,từ ngày đến ngày,2024-03-01,2024-04-15\n",
		      NULL, &err),
		&err);
	works(imported(d.store, ENTITY_FIGURE, "figure.csv", HEAD "ninh-binh,dv-moi,2024,#7,5\n", NULL, &err), &err);
	char *file = exported(d.store, ENTITY_FIGURE);
	check(strstr(file, ",2024,#7,") != NULL);
	free(file);
	refused(remove_record(d.store, ENTITY_SPAN, INT64_C(202499007), &err), &err, ERR_NOT_ALLOWED, "Đoàn viên mới");
	store_close(d.store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(files_are_refused_at_their_place),
		T(bad_words_dates_and_characters_are_refused),
		T(several_faults_are_told_at_once),
		T(a_file_made_by_hand_is_understood),
		T(names_are_those_of_the_day_of_the_period),
		T(a_name_of_several_is_refused_with_the_candidates),
		T(another_unit_of_measure_is_refused),
		T(a_source_is_cited_and_an_unknown_one_refused),
		T(cells_that_look_like_formulas_come_back_as_they_were),
		T(rows_may_refer_to_later_rows_of_their_file),
		T(rules_that_look_at_others_hold_for_files),
		T(missing_columns_leave_what_is_there),
		T(an_import_can_be_stopped),
		T(spans_keep_their_period),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
