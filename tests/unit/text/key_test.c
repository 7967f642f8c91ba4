#include "cases.h"
#include "text/key.h"
#include <stdio.h>
#include <unistd.h>

/* <0, 0, >0 as memcmp of whole keys, a shorter one first. */
static int
compare(const char *a, const char *b, enum key_mode mode)
{
	struct str key_a = { 0 }, key_b = { 0 };
	text_key(&key_a, a, mode);
	text_key(&key_b, b, mode);
	size_t shorter = key_a.length < key_b.length ? key_a.length : key_b.length;
	int order = shorter ? memcmp(key_a.bytes, key_b.bytes, shorter) : 0;
	if (!order)
		order = key_a.length < key_b.length ? -1 : key_a.length > key_b.length;
	str_release(&key_a);
	str_release(&key_b);
	return order < 0 ? -1 : order > 0;
}

static bool
in_strict_order(char *const *texts, size_t count, enum key_mode mode)
{
	bool good = true;
	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			if (compare(texts[a], texts[b], mode) >= 0 || compare(texts[b], texts[a], mode) <= 0) {
				print_error("«%s» does not come before «%s»\n", texts[a], texts[b]);
				good = false;
			}
	return good;
}

static bool
a_row_in_order(const struct row *row)
{
	return in_strict_order(row->cells, row->count, KEY_WORDS);
}

static bool
a_row_of_equals(const struct row *row)
{
	bool good = true;
	for (size_t n = 1; n < row->count; n++)
		good = same_int(row->cells[n], compare(row->cells[0], row->cells[n], KEY_WORDS), 0) && good;
	return good;
}

static void
names_stand_in_the_order_of_the_dictionary(void **state)
{
	(void)state;
	check_rows("order.tsv", a_row_in_order);
}

static void
both_tone_styles_dashes_and_apostrophes_have_one_key(void **state)
{
	(void)state;
	check_rows("same.tsv", a_row_of_equals);
}

static void
the_63_provinces_stand_in_vietnamese_order(void **state)
{
	(void)state;
	struct lines provinces = { 0 };
	lines_read(&provinces, "provinces.txt");
	check_int(provinces.count, 63);
	check(in_strict_order(provinces.lines, provinces.count, KEY_WORDS));
	lines_release(&provinces);
}

static void
people_stand_by_given_name_then_the_rest(void **state)
{
	(void)state;
	char *sorted[] = { "Lê Thị An", "Nguyễn Văn An", "Trần Thị An", "Trần Văn An", "Nguyễn Thị Ánh", "Trần Bình",
		"Hồ Đức Cường", "Y Bhiŏ Êban", "Trấn Thị Hoa", "Trần Văn Hòa", "Nguyễn Văn Hùng", "Nguyễn Văn Hưng" };
	check(in_strict_order(sorted, ARRAY_COUNT(sorted), KEY_PERSON));
	check_int(compare("Nguyễn Văn Hòa", "Nguyễn Văn Hoà ", KEY_PERSON), 0);
}

static void
keys_are_short(void **state)
{
	(void)state;
	struct str key = { 0 };
	text_key(&key, "Nguyễn Thị Hồng Nhung", KEY_WORDS);
	check(key.length <= 30);
	str_clear(&key);
	text_key(&key, "", KEY_WORDS);
	check_int(key.length, 1);
	str_release(&key);
}

static void
compare_is_the_order_of_keys(void **state)
{
	(void)state;
	check(text_compare("Ba Vì", "Bà Rịa") < 0);
	check(text_compare("Quận 10", "Quận 2") > 0);
	check_int(text_compare("hòa", "hoà"), 0);
}

/* Any bytes: keys are made, and the same ones each time. */
static void
keys_of_long_and_broken_text_are_made(void **state)
{
	(void)state;
	struct str text = { 0 }, key = { 0 };
	for (int n = 0; n < 5000; n++)
		str_add_text(&text, n % 3 ? "Ậ" : "\xE1");
	text_key(&key, str_text(&text), KEY_WORDS);
	text_key(&key, str_text(&text), KEY_PERSON);
	text_key(&key, str_text(&text), KEY_CLDR);
	check(key.length > 10000);
	str_release(&text);
	str_release(&key);
}

static void
write_lines(const char *path, const struct lines *syllables, bool names)
{
	uint64_t seed = 63;
	FILE *file = fopen(path, "w");
	check(file != NULL);
	for (int n = 0; n < 4000; n++) {
		struct str line = { 0 };
		for (uint32_t words = names ? 1 + chance(&seed, 3) : 1; words; words--) {
			str_add_text(&line, line.length ? (chance(&seed, 4) ? " " : " - ") : "");
			str_add_text(&line, syllables->lines[chance(&seed, (uint32_t)syllables->count)]);
			if (chance(&seed, 3) == 0 && (unsigned char)line.bytes[0] < 0x80)
				line.bytes[0] = (char)(line.bytes[0] & ~0x20);
		}
		check(fprintf(file, "%s\n", str_text(&line)) > 0);
		str_release(&line);
	}
	check_int(fclose(file), 0);
}

/* Sorts random lines with perl's collator, and compares the sign of each neighbouring pair; the order of keys is
 * transitive by construction. */
static void
agrees_with_perl(bool names, enum key_mode mode)
{
	struct lines syllables = { 0 };
	lines_read(&syllables, "syllables.txt");
	char path[] = "/tmp/thidua-key-test-XXXXXX";
	int descriptor = mkstemp(path);
	check(descriptor >= 0);
	close(descriptor);
	write_lines(path, &syllables, names);
	struct str command = { 0 }, script = { 0 }, before = { 0 };
	data_path(&script, "collate.pl");
	str_add_format(&command, "perl '%s' '%s'", str_text(&script), path);
	FILE *sorted = popen(str_text(&command), "r");
	check(sorted != NULL);
	char line[256];
	int lines = 0, wrong = 0;
	while (fgets(line, sizeof line, sorted)) {
		line[strcspn(line, "\n")] = '\0';
		int expected = line[0] == '<' ? -1 : 0;
		if (lines++ && compare(str_text(&before), line + 1, mode) != expected) {
			print_error("«%s» %s\n", str_text(&before), line);
			wrong++;
		}
		str_clear(&before);
		str_add_text(&before, line + 1);
	}
	check_int(pclose(sorted), 0);
	unlink(path);
	check_int(lines, 4000);
	check_int(wrong, 0);
	str_release(&command);
	str_release(&script);
	str_release(&before);
	lines_release(&syllables);
}

static void
single_words_stand_as_perl_puts_them(void **state)
{
	(void)state;
	agrees_with_perl(false, KEY_WORDS);
}

static void
cldr_mode_puts_whole_names_as_perl_does(void **state)
{
	(void)state;
	agrees_with_perl(true, KEY_CLDR);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stand_in_the_order_of_the_dictionary),
		cmocka_unit_test(both_tone_styles_dashes_and_apostrophes_have_one_key),
		cmocka_unit_test(the_63_provinces_stand_in_vietnamese_order),
		cmocka_unit_test(people_stand_by_given_name_then_the_rest),
		cmocka_unit_test(keys_are_short),
		cmocka_unit_test(compare_is_the_order_of_keys),
		cmocka_unit_test(keys_of_long_and_broken_text_are_made),
		cmocka_unit_test(single_words_stand_as_perl_puts_them),
		cmocka_unit_test(cldr_mode_puts_whole_names_as_perl_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
