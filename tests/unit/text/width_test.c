#include "cases.h"
#include "text/width.h"

static void
columns_are_those_of_the_screen(void **state)
{
	(void)state;
	check_int(text_width(""), 0);
	check_int(text_width("Nguyễn"), 6);
	check_int(text_width("Nguye\xCC\x82\xCC\x83n"), 6);
	check_int(text_width("東京"), 4);
	check_int(text_width("► – …"), 5);
	check_int(text_width("a\x80z"), 3);
	check_int(text_width("a\tb"), 2);
}

static void
the_longest_prefix_of_whole_letters_fits(void **state)
{
	(void)state;
	int used;
	check_int(text_fit("Đắk Lắk", 3, &used), strlen("Đắk"));
	check_int(used, 3);
	check_int(text_fit("Đắk Lắk", 100, &used), strlen("Đắk Lắk"));
	check_int(used, 7);
	check_int(text_fit("a\xCC\x82\xCC\x81z", 1, NULL), 5);
	check_int(text_fit("東京", 3, &used), 3);
	check_int(used, 2);
	check_int(text_fit("x", 0, &used), 0);
	check_int(text_fit("x", -1, &used), 0);
}

static void
check_cut(const char *text, int columns, const char *cut, const char *pad, const char *pad_left)
{
	struct str out = { 0 };
	text_cut(&out, text, columns);
	check_text(str_text(&out), cut);
	str_clear(&out);
	text_pad(&out, text, columns);
	check_text(str_text(&out), pad);
	str_clear(&out);
	text_pad_left(&out, text, columns);
	check_text(str_text(&out), pad_left);
	str_release(&out);
}

static void
check_before_mark(const char *name, int columns, const char *expected)
{
	struct str out = { 0 };
	text_cut_before_mark(&out, name, columns);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
a_name_is_cut_before_the_mark_that_tells_it_from_a_namesake(void **state)
{
	(void)state;
	check_before_mark("LĐLĐ tỉnh Ninh Bình (mới)", 25, "LĐLĐ tỉnh Ninh Bình (mới)");
	check_before_mark("LĐLĐ tỉnh Ninh Bình (mới)", 22, "LĐLĐ tỉnh Ninh … (mới)");
	check_before_mark("LĐLĐ tỉnh Ninh Bình (cũ)", 22, "LĐLĐ tỉnh Ninh B… (cũ)");
	check_before_mark("LĐLĐ tỉnh Ninh Bình", 12, "LĐLĐ tỉnh Ninh Bình");
	check_before_mark("LĐLĐ tỉnh Ninh Bình (mới)", 13, "LĐLĐ tỉnh Ninh Bình (mới)");
	check_before_mark("(mới)", 3, "(mới)");
	check_before_mark("Cụm (Trung ương và địa phương)", 22, "Cụm (Trung ương và địa phương)");
}

static void
text_is_cut_with_an_ellipsis_or_filled_with_blanks(void **state)
{
	(void)state;
	check_cut("Vĩnh Phúc", 12, "Vĩnh Phúc", "Vĩnh Phúc   ", "   Vĩnh Phúc");
	check_cut("Vĩnh Phúc", 9, "Vĩnh Phúc", "Vĩnh Phúc", "Vĩnh Phúc");
	check_cut("Vĩnh Phúc", 6, "Vĩnh …", "Vĩnh …", "Vĩnh …");
	check_cut("Vĩnh Phúc", 1, "…", "…", "…");
	check_cut("Vĩnh Phúc", 0, "", "", "");
	check_cut("số 74.516 đoàn viên", 8, "số …", "số …    ", "    số …");
	check_cut("họp 07/12/2024 · Phủ Lý", 15, "họp …", "họp …          ", "          họp …");
	check_cut("họp 07/12/2024 · Phủ Lý", 16, "họp 07/12/2024 …", "họp 07/12/2024 …", "họp 07/12/2024 …");
	check_cut("74.516", 4, "…", "…   ", "   …");
	check_cut("東京都", 4, "東…", "東… ", " 東…");
	check_cut("", 3, "", "   ", "   ");
	check_cut("a", 40, "a", "a                                       ", "                                       a");
}

static void
the_cursor_moves_by_letters_and_backspace_by_code_points(void **state)
{
	(void)state;
	const char *nfd = "e\xCC\x82\xCC\x81t";
	check_int(text_next(nfd, 0), 5);
	check_int(text_next(nfd, 5), 6);
	check_int(text_next(nfd, 6), 6);
	check_int(text_previous(nfd, 6), 5);
	check_int(text_previous(nfd, 5), 0);
	check_int(text_previous(nfd, 0), 0);
	check_int(text_previous_code_point(nfd, 5), 3);
	check_int(text_previous_code_point("ế", 3), 0);
	check_int(text_previous_code_point("", 0), 0);
	check_int(text_next("\r\n", 0), 2);
	check_int(text_next("\x80\x80", 0), 1);
	check_int(text_previous("a\x80", 2), 1);
}

static void
the_cursor_moves_by_words(void **state)
{
	(void)state;
	const char *text = "Ea H'leo, Đắk Lắk";
	check_int(text_word_right(text, 0), 3);
	check_int(text_word_right(text, 3), 10);
	check_int(text_word_right(text, 10), strlen("Ea H'leo, Đắk "));
	check_int(text_word_right(text, strlen("Ea H'leo, Đắk ")), strlen(text));
	check_int(text_word_right(text, strlen(text)), strlen(text));
	check_int(text_word_left(text, strlen(text)), strlen("Ea H'leo, Đắk "));
	check_int(text_word_left(text, 10), 3);
	check_int(text_word_left(text, 5), 3);
	check_int(text_word_left(text, 0), 0);
}

static void
add_line(void *to, const char *bytes, size_t length)
{
	struct str *out = to;
	str_add(out, bytes, length);
	str_add_byte(out, '|');
}

static void
check_wrap(const char *text, int columns, const char *expected)
{
	struct str out = { 0 };
	text_wrap(text, columns, add_line, &out);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
paragraphs_are_wrapped_at_blanks(void **state)
{
	(void)state;
	check_wrap("", 10, "|");
	check_wrap("Đắk Lắk", 10, "Đắk Lắk|");
	check_wrap("Đắk Lắk", 7, "Đắk Lắk|");
	check_wrap("Đắk Lắk", 6, "Đắk|Lắk|");
	check_wrap("Đắk Lắk", 3, "Đắk|Lắk|");
	check_wrap("Đắk Lắk", 2, "Đắ|k|Lắ|k|");
	check_wrap("một hai  ba bốn", 8, "một hai|ba bốn|");
	check_wrap("một\n\nhai", 8, "một||hai|");
	check_wrap("một\n", 8, "một||");
	check_wrap("abcdefghij kl", 4, "abcd|efgh|ij|kl|");
	check_wrap("東京都", 2, "東|京|都|");
	check_wrap("東", 1, "東|");
	check_wrap("a b ", 3, "a b|");
	check_wrap("  a", 8, "  a|");
	check_wrap("   abc", 3, "   |abc|");
}

/* No letter is lost or shown twice, and no line is too wide. */
static void
widest(void *to, const char *bytes, size_t length)
{
	struct str *out = to;
	char *line = mem_copy_bytes(bytes, length);
	check(text_width(line) <= 9);
	for (char *at = line; *at; at++)
		if (*at != ' ')
			str_add_byte(out, *at);
	free(line);
}

static void
wrapping_keeps_every_letter(void **state)
{
	(void)state;
	uint64_t seed = 5;
	for (int n = 0; n < 5000; n++) {
		static const char *const pieces[] = { "a", " ", "  ", "ậ", "東", "Nguyễn", "\n", "-" };
		struct str text = { 0 }, letters = { 0 }, expected = { 0 };
		for (uint32_t count = chance(&seed, 20); count; count--)
			str_add_text(&text, pieces[chance(&seed, ARRAY_COUNT(pieces))]);
		for (size_t at = 0; at < text.length; at++)
			if (text.bytes[at] != ' ' && text.bytes[at] != '\n')
				str_add_byte(&expected, text.bytes[at]);
		text_wrap(str_text(&text), 9, widest, &letters);
		check_text(str_text(&letters), str_text(&expected));
		str_release(&text);
		str_release(&letters);
		str_release(&expected);
	}
}

static void
wrapped_lines_are_counted(void **state)
{
	(void)state;
	check_int(text_wrap_lines("", 9), 1);
	check_int(text_wrap_lines("Cụm thi đua", 11), 1);
	check_int(text_wrap_lines("Cụm thi đua", 10), 2);
	check_int(text_wrap_lines("Cụm\nthi\nđua", 10), 3);
}

/* What stands alone is stepped over without asking for marks: a mark behind it still belongs to it. */
static void
a_mark_behind_simple_letters_stays_with_its_letter(void **state)
{
	(void)state;
	int used;
	check_int(text_fit("ab─c\xCC\x81"
			   "d",
			  4, &used),
		strlen("ab─c\xCC\x81"));
	check_int(used, 4);
	check_int(text_fit("ab─c\xCC\x81"
			   "d",
			  3, &used),
		strlen("ab─"));
	check_int(text_fit("c\xCC\x81", 0, &used), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_those_of_the_screen),
		cmocka_unit_test(the_longest_prefix_of_whole_letters_fits),
		cmocka_unit_test(a_name_is_cut_before_the_mark_that_tells_it_from_a_namesake),
		cmocka_unit_test(text_is_cut_with_an_ellipsis_or_filled_with_blanks),
		cmocka_unit_test(the_cursor_moves_by_letters_and_backspace_by_code_points),
		cmocka_unit_test(the_cursor_moves_by_words),
		cmocka_unit_test(paragraphs_are_wrapped_at_blanks),
		cmocka_unit_test(wrapping_keeps_every_letter),
		cmocka_unit_test(wrapped_lines_are_counted),
		cmocka_unit_test(a_mark_behind_simple_letters_stays_with_its_letter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
