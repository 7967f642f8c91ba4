#include "cases.h"
#include "text/case.h"
#include "text/show.h"
#include "text/width.h"

#define FULL_ALPHABET \
	"aăâbcdđeêghiklmnoôơpqrstuưvxy" \
	"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
#define FULL_CAPITALS \
	"AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY" \
	"ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"

static void
check_turned(void (*turn)(struct str *out, const char *text), const char *text, const char *expected)
{
	struct str out = { 0 };
	turn(&out, text);
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
all_letters_have_their_capitals(void **state)
{
	(void)state;
	check_turned(text_upper, FULL_ALPHABET, FULL_CAPITALS);
	check_turned(text_lower, FULL_CAPITALS, FULL_ALPHABET);
	check_turned(text_upper, FULL_CAPITALS, FULL_CAPITALS);
	check_turned(text_lower, FULL_ALPHABET, FULL_ALPHABET);
	check_turned(text_upper, "báo cáo 2024, łódź ÿ ß ж", "BÁO CÁO 2024, ŁÓDŹ Ÿ ß Ж");
	check_turned(text_lower, "ŁÓDŹ Ÿ Ж ƯU", "łódź ÿ ж ưu");
	check_turned(text_first_upper, "đoàn viên", "Đoàn viên");
	check_turned(text_first_upper, "ưu tú", "Ưu tú");
	check_turned(text_first_upper, "", "");
	check_turned(text_upper, "a\x80\xC3", "A\x80\xC3");
}

static void
nothing_that_steers_a_terminal_is_shown(void **state)
{
	(void)state;
	check_turned(text_show, "Đắk Lắk – 344 ₫", "Đắk Lắk – 344 ₫");
	check_turned(text_show, "a\x1B[2Jb", "a\xEF\xBF\xBD[2Jb");
	check_turned(text_show, "a\nb\tc\rd",
		"a\xEF\xBF\xBD"
		"b\xEF\xBF\xBD"
		"c\xEF\xBF\xBD"
		"d");
	check_turned(text_show,
		"a\xE2\x80\xAE"
		"b",
		"a\xEF\xBF\xBD"
		"b");
	check_turned(text_show,
		"a\xE2\x80\x8B"
		"b",
		"a\xEF\xBF\xBD"
		"b");
	check_turned(text_show,
		"a\xC2\x9B"
		"b\x80",
		"a\xEF\xBF\xBD"
		"b\xEF\xBF\xBD");
	check_turned(text_show, "\x7F", "\xEF\xBF\xBD");
	check_turned(text_show, "Nguye\xCC\x82\xCC\x83n", "Nguyễn");
	check_turned(text_show, "Ð\xC2\xA0x", "Ð\xC2\xA0x");
	check_turned(text_show, "x\xCC\xB1\xCC\xB2\xCC\xB3\xCC\xB4\xCC\xB5z", "x\xCC\xB4\xCC\xB1\xCC\xB2\xCC\xB3z");
}

static void
without_utf8_marks_are_off_and_signs_are_replaced(void **state)
{
	(void)state;
	check_turned(text_plain, FULL_CAPITALS,
		"AAABCDDEEGHIKLMNOOOPQRSTUUVXYAAAAAAAAAAAAAAAEEEEEEEEEEIIIIIOOOOOOOOOOOOOOO"
		"UUUUUUUUUUYYYYY");
	check_turned(text_plain, "LĐLĐ tỉnh Đắk Lắk", "LDLD tinh Dak Lak");
	check_turned(text_plain, "► ▲ ▼ ◄ √ × ≠ ¦ † • … – − · › “ ” ↑ ↓ ─ │ ┌ ┐ └ ┘ ┬ █ ▒",
		"> ^ v < + x / | & o _ - - - > \" \" ^ v - | + + + + + # :");
	check_turned(text_plain, "←→", "<-->");
	check_turned(text_plain, "LĐLĐ tỉnh …", "LDLD tinh _");
	check_turned(text_plain, "Đắk Lắ…", "Dak L..");
	check_turned(text_plain, "…", "_");
	check_turned(text_plain, "東 Ж \x80 \x1B", "?? ? ? ?");
	check_turned(text_plain, "Łódź ß æ", "Lodz s a");
	check_turned(text_plain, "một\nhai", "mot\nhai");
	check_turned(text_plain, "e\xCC\x82\xCC\x81", "e");
}

static void
plain_text_is_as_wide_as_the_original(void **state)
{
	(void)state;
	struct lines syllables = { 0 };
	lines_read(&syllables, "syllables.txt");
	struct str out = { 0 };
	for (size_t n = 0; n < syllables.count; n++) {
		str_clear(&out);
		text_plain(&out, syllables.lines[n]);
		check_int(out.length, text_width(syllables.lines[n]));
	}
	str_release(&out);
	lines_release(&syllables);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_letters_have_their_capitals),
		cmocka_unit_test(nothing_that_steers_a_terminal_is_shown),
		cmocka_unit_test(without_utf8_marks_are_off_and_signs_are_replaced),
		cmocka_unit_test(plain_text_is_as_wide_as_the_original),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
