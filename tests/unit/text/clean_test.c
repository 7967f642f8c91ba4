#include "cases.h"
#include "text/clean.h"
#include <uninorm.h>
#include <unistr.h>

static bool
a_row_of_the_table(const struct row *row)
{
	struct str out = { 0 };
	struct err err = { 0 };
	struct clean_report report;
	enum text_shape shape = row->cells[1][0] == 'L' ? TEXT_LINES : TEXT_PARAGRAPH;
	bool clean = text_clean(&out, row->cells[0], strlen(row->cells[0]), shape, &report, &err);
	bool good;
	if (row->cells[2][0] == '!') {
		good = same_int("taken", clean, false) && same_int("column", err.column, atol(row->cells[2] + 1)) &&
			same_int("kind", err.kind, ERR_INVALID) && same_int("length", (int64_t)out.length, 0);
	} else {
		good = same_int("taken", clean, true) && same_text("text", str_text(&out), row->cells[2]) &&
			same_int("removed", (int64_t)report.removed, atol(row->cells[3])) &&
			same_int("repaired", (int64_t)report.repaired, atol(row->cells[4]));
	}
	str_release(&out);
	err_release(&err);
	return good;
}

static void
every_form_that_arrives_is_repaired_or_refused(void **state)
{
	(void)state;
	check_rows("clean.tsv", a_row_of_the_table);
}

static void
a_nul_byte_is_refused_in_its_place(void **state)
{
	(void)state;
	struct str out = { 0 };
	struct err err = { 0 };
	check(!text_clean(&out, "ậb\0c", 6, TEXT_PARAGRAPH, NULL, &err));
	check_int(err.column, 3);
	check_text(err.text, "Chữ thứ 3 là ký tự U+0000, sổ không nhận; hãy xóa nó rồi thử lại.");
	err_release(&err);
	str_release(&out);
}

static void
a_refusal_in_a_note_names_the_line(void **state)
{
	(void)state;
	struct str out = { 0 };
	struct err err = { 0 };
	check(!text_clean(&out, "một\nha\x01", 9, TEXT_LINES, NULL, &err));
	check_int(err.line, 2);
	check_int(err.column, 3);
	check_text(err.text, "Dòng 2, chữ thứ 3 là ký tự U+0001, sổ không nhận; hãy xóa nó rồi thử lại.");
	err_release(&err);
	str_release(&out);
}

static void
clean_text_is_appended(void **state)
{
	(void)state;
	struct str out = { 0 };
	struct err err = { 0 };
	str_add_text(&out, "trước:");
	check(text_clean(&out, " a\xCC\x81 ", 5, TEXT_PARAGRAPH, NULL, &err));
	check_text(str_text(&out), "trước:á");
	check(!text_clean(&out, "\xFF", 1, TEXT_PARAGRAPH, NULL, &err));
	check_text(str_text(&out), "trước:á");
	err_release(&err);
	str_release(&out);
}

/* NFC, NFD and the table of UniKey's "Unicode tổ hợp" all come out as the NFC syllable. */
static void
each_syllable_comes_back_from_its_decomposed_forms(void **state)
{
	(void)state;
	struct lines syllables = { 0 };
	lines_read(&syllables, "syllables.txt");
	check_int(syllables.count, 16716);
	struct str out = { 0 };
	struct err err = { 0 };
	for (size_t n = 0; n < syllables.count; n++) {
		const char *syllable = syllables.lines[n];
		size_t length;
		uint8_t *nfd = u8_normalize(UNINORM_NFD, (const uint8_t *)syllable, strlen(syllable), NULL, &length);
		str_clear(&out);
		check(text_clean(&out, (const char *)nfd, length, TEXT_PARAGRAPH, NULL, &err));
		check_text(str_text(&out), syllable);
		str_clear(&out);
		text_nfc(&out, (const char *)nfd, length);
		check_text(str_text(&out), syllable);
		free(nfd);
		str_clear(&out);
		struct clean_report report;
		check(text_clean(&out, syllable, strlen(syllable), TEXT_PARAGRAPH, &report, &err));
		check_text(str_text(&out), syllable);
		check_int(report.repaired, 0);
	}
	str_release(&out);
	lines_release(&syllables);
}

static size_t
random_bytes(uint64_t *seed, char *bytes)
{
	size_t length = 0, wanted = chance(seed, 40);
	while (length < wanted) {
		uint32_t kind = chance(seed, 6);
		static const uint32_t tops[6] = { 0x80, 0x250, 0x370, 0x3000, 0x110000, 256 };
		if (kind == 5) {
			bytes[length++] = (char)chance(seed, 256);
			continue;
		}
		uint32_t code = kind == 2 ? 0x300 + chance(seed, 0x50) : chance(seed, tops[kind]);
		int put = u8_uctomb((uint8_t *)bytes + length, code, 8);
		length += put > 0 ? (size_t)put : 0;
	}
	return length;
}

static void
random_bytes_are_refused_or_become_clean_for_good(void **state)
{
	(void)state;
	uint64_t seed = 20241207;
	struct str once = { 0 }, twice = { 0 };
	struct err err = { 0 };
	int taken = 0, refused = 0;
	for (int n = 0; n < 60000; n++) {
		char bytes[64];
		size_t length = random_bytes(&seed, bytes);
		enum text_shape shape = n & 1 ? TEXT_LINES : TEXT_PARAGRAPH;
		str_clear(&once);
		str_clear(&twice);
		text_nfc(&twice, bytes, length);
		check(!u8_check((const uint8_t *)str_text(&twice), twice.length));
		str_clear(&twice);
		if (!text_clean(&once, bytes, length, shape, NULL, &err)) {
			refused++;
			check(err.column >= 1 && err.column <= 60);
			check_int(once.length, 0);
			err_release(&err);
			continue;
		}
		taken++;
		struct clean_report report;
		check(text_clean(&twice, str_text(&once), once.length, shape, &report, &err));
		check_text(str_text(&twice), str_text(&once));
		check_int(report.removed + report.repaired, 0);
		check_int(strlen(str_text(&once)), once.length);
	}
	check(taken > 1000);
	check(refused > 1000);
	str_release(&once);
	str_release(&twice);
}

static void
the_edit_buffer_is_drawn_composed_and_bad_bytes_show(void **state)
{
	(void)state;
	struct str out = { 0 };
	text_nfc(&out, "Nguye\xCC\x82\xCC\x83n \x80", 12);
	check_text(str_text(&out), "Nguyễn \xEF\xBF\xBD");
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_that_arrives_is_repaired_or_refused),
		cmocka_unit_test(a_nul_byte_is_refused_in_its_place),
		cmocka_unit_test(a_refusal_in_a_note_names_the_line),
		cmocka_unit_test(clean_text_is_appended),
		cmocka_unit_test(each_syllable_comes_back_from_its_decomposed_forms),
		cmocka_unit_test(random_bytes_are_refused_or_become_clean_for_good),
		cmocka_unit_test(the_edit_buffer_is_drawn_composed_and_bad_bytes_show),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
