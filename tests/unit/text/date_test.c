#include "cases.h"
#include "text/date.h"

static bool
a_row_of_dates(const struct row *row)
{
	struct str stored = { 0 }, out = { 0 };
	struct err err = { 0 };
	bool read = date_read(&stored, row->cells[0], atoi(row->cells[1]), &err);
	bool good = same_text(row->cells[0], read ? str_text(&stored) : "!", row->cells[2]) &&
		same_int("sentence", !err.text, read) && (read || same_int("kind", err.kind, ERR_INVALID));
	if (good && read) {
		date_show(&out, str_text(&stored));
		good = same_text("shown", str_text(&out), row->cells[3]);
		str_clear(&out);
		date_show_long(&out, str_text(&stored));
		good = same_text("long", str_text(&out), row->cells[4]) && good;
		good = same_int("valid", date_valid(str_text(&stored)), true) && good;
	}
	str_release(&stored);
	str_release(&out);
	err_release(&err);
	return good;
}

static void
dates_are_read_and_shown_as_the_papers_write_them(void **state)
{
	(void)state;
	check_rows("date.tsv", a_row_of_dates);
}

static void
check_refused(const char *typed, const char *sentence)
{
	struct str stored = { 0 };
	struct err err = { 0 };
	check(!date_read(&stored, typed, 0, &err));
	check_text(err.text, sentence);
	check_int(stored.length, 0);
	err_release(&err);
}

static void
a_refusal_says_what_is_missing_or_wrong(void **state)
{
	(void)state;
	check_refused("15.4", "“15.4” thiếu năm; hãy gõ cả năm, thí dụ 15/4/2024.");
	check_refused("tháng 5", "“tháng 5” thiếu năm; hãy gõ cả năm, thí dụ 5/2024.");
	check_refused("31/4/2024", "“31/4/2024”: tháng 4 năm 2024 không có ngày đó; hãy xem lại.");
	check_refused("1/13/2024", "“1/13/2024”: không có tháng 13; hãy xem lại.");
	check_refused("7/12/24", "“7/12/24”: hãy gõ năm đủ bốn chữ số, thí dụ 7/12/2024.");
	check_refused("hôm qua", "Không hiểu ngày “hôm qua”; hãy gõ như 7/12/2024, 12/2024, 2024 hoặc trước 2024.");
}

static void
the_english_screen_has_english_words(void **state)
{
	(void)state;
	struct str out = { 0 };
	say_choose(LANGUAGE_EN);
	date_show(&out, "<2024");
	str_add_byte(&out, '|');
	date_show(&out, "~2021-01-12?");
	str_add_byte(&out, '|');
	date_show_long(&out, "2024-12-07");
	str_add_byte(&out, '|');
	date_show_long(&out, ">2024-12");
	say_choose(LANGUAGE_VI);
	check_text(str_text(&out), "before 2024|about 12/01/2021 (inferred)|7 December 2024|after December 2024");
	str_release(&out);
}

/* Whatever is shown is read back, in both languages. */
static void
what_is_shown_can_be_typed(void **state)
{
	(void)state;
	static const char *const dates[] = { "", "2024", "2024-12", "2024-12-07", "<2024", ">2024-01", "~2024-02-29",
		"2021-01-12?", "<2024?", "~0001", "9999-12-31" };
	for (size_t n = 0; n < ARRAY_COUNT(dates); n++)
		for (int english = 0; english < 2; english++) {
			struct str shown = { 0 }, stored = { 0 };
			struct err err = { 0 };
			say_choose(english ? LANGUAGE_EN : LANGUAGE_VI);
			date_show(&shown, dates[n]);
			say_choose(LANGUAGE_VI);
			check(date_read(&stored, str_text(&shown), 0, &err));
			check_text(str_text(&stored), dates[n]);
			str_release(&shown);
			str_release(&stored);
		}
}

static void
only_the_stored_form_is_valid(void **state)
{
	(void)state;
	static const char *const bad[] = { "24", "2024-1", "2024-13", "2024-00", "2024-02-30", "2023-02-29",
		"2024-12-7", "0000", "2024-12-07 ", "?2024", "2024??", "<>2024", "2024-", "2024-12-", "7/12/2024", "<",
		"?" };
	for (size_t n = 0; n < ARRAY_COUNT(bad); n++)
		if (date_valid(bad[n]))
			fail_msg("«%s» is taken for valid", bad[n]);
	check(date_valid(""));
	check(date_valid("<2024-12-07?"));
	check(date_valid("2000-02-29"));
}

static void
check_bounds(const char *stored, const char *expected_first, const char *expected_last)
{
	char first[11], last[11];
	date_bounds(stored, first, last);
	check_text(first, expected_first);
	check_text(last, expected_last);
}

static void
bounds_are_the_first_and_last_possible_day(void **state)
{
	(void)state;
	check_bounds("", "0001-01-01", "9999-12-31");
	check_bounds("2024", "2024-01-01", "2024-12-31");
	check_bounds("2024-02", "2024-02-01", "2024-02-29");
	check_bounds("2023-02?", "2023-02-01", "2023-02-28");
	check_bounds("2024-12-07", "2024-12-07", "2024-12-07");
	check_bounds("<2024", "0001-01-01", "2024-12-31");
	check_bounds("<2024-12-07", "0001-01-01", "2024-12-07");
	check_bounds(">2024", "2024-01-01", "9999-12-31");
	check_bounds(">2024-04", "2024-04-01", "9999-12-31");
	check_bounds("~2024-04", "2024-04-01", "2024-04-30");
	check_bounds("nonsense", "0001-01-01", "9999-12-31");
}

static void
days_follow_each_other(void **state)
{
	(void)state;
	char day[11];
	date_from_ymd(day, 20241207);
	check_text(day, "2024-12-07");
	date_day_before("2024-03-01", day);
	check_text(day, "2024-02-29");
	date_day_before("2025-01-01", day);
	check_text(day, "2024-12-31");
	date_day_before("0001-01-01", day);
	check_text(day, "0001-01-01");
	date_day_after("2024-02-29", day);
	check_text(day, "2024-03-01");
	date_day_after("2024-12-31", day);
	check_text(day, "2025-01-01");
	date_day_after("9999-12-31", day);
	check_text(day, "9999-12-31");
	date_day_after(day, day);
	check_text(day, "9999-12-31");
	char there[11] = "1890-12-30", back[11];
	for (int n = 0; n < 80000; n++) {
		date_day_after(there, day);
		check(strcmp(there, day) < 0);
		date_day_before(day, back);
		check_text(back, there);
		memcpy(there, day, sizeof there);
	}
	check_text(there, "2110-01-11");
}

static void
parts_of_a_date_are_asked_for(void **state)
{
	(void)state;
	check_int(date_year("<2024-12?"), 2024);
	check_int(date_year(""), 0);
	check(date_is_full("~2024-12-07"));
	check(!date_is_full("2024-12"));
	check(!date_is_full(""));
	check_int(days_in_month(1900, 2), 28);
	check_int(days_in_month(2000, 2), 29);
	check_int(days_in_month(2024, 13), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_and_shown_as_the_papers_write_them),
		cmocka_unit_test(a_refusal_says_what_is_missing_or_wrong),
		cmocka_unit_test(the_english_screen_has_english_words),
		cmocka_unit_test(what_is_shown_can_be_typed),
		cmocka_unit_test(only_the_stored_form_is_valid),
		cmocka_unit_test(bounds_are_the_first_and_last_possible_day),
		cmocka_unit_test(days_follow_each_other),
		cmocka_unit_test(parts_of_a_date_are_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
