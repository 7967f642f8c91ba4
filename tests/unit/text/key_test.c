#include "cases.h"
#include "text/csv.h"
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

/* ---- against perl ---- */

static void
add_random_name(struct str *out, const struct lines *syllables, uint64_t *seed, uint32_t words, bool numbers)
{
	size_t begin = out->length;
	for (; words; words--) {
		size_t word = out->length;
		if (word > begin)
			str_add_text(out, chance(seed, 4) ? " " : " - ");
		if (numbers && word > begin && chance(seed, 6) == 0) {
			str_add_integer(out, chance(seed, 120));
			continue;
		}
		word = out->length;
		/* Few onsets, so that many names share their first words. */
		uint32_t among = chance(seed, 2) ? (uint32_t)syllables->count : 400;
		str_add_text(out, syllables->lines[chance(seed, among)]);
		if (chance(seed, 3) == 0 && (unsigned char)out->bytes[word] < 0x80)
			out->bytes[word] = (char)(out->bytes[word] & ~0x20);
	}
	str_add_byte(out, '\n');
}

static void
add_random_names(struct str *out, uint32_t words_most, bool numbers)
{
	struct lines syllables = { 0 };
	uint64_t seed = 63;
	lines_read(&syllables, "syllables.txt");
	for (int n = 0; n < 4000; n++)
		add_random_name(out, &syllables, &seed, 1 + chance(&seed, words_most), numbers);
	lines_release(&syllables);
}

/* Every cell of the shipped tables that names something. */
static void
add_names_of(struct str *out, const char *table)
{
	struct str file = { 0 };
	struct err err = { 0 };
	struct csv *csv = NULL;
	struct csv_row row;
	bool got = true;
	if (!file_read(&file, table, 1000 * 1000, &err) || !csv_open(&csv, file.bytes, file.length, ',', &err))
		fail_msg("%s", err.text);
	check(csv_next(csv, &row, &got, &err) && got); /* the heads */
	while (csv_next(csv, &row, &got, &err) && got)
		for (size_t n = 0; n < row.count; n++)
			if (row.cells[n][0] && !strchr(row.cells[n], '\n'))
				str_add_format(out, "%s\n", row.cells[n]);
	check(!err.text);
	csv_close(csv);
	str_release(&file);
}

static void
add_names_of_the_example(struct str *out)
{
	static const char *const tables[] = { "catalogue/unit", "catalogue/phase", "catalogue/alias",
		"catalogue/succession", "catalogue/award", "catalogue/metric", "example/unit", "example/phase",
		"example/cluster", "example/alias", "example/person", "example/membership", "example/cluster_year",
		"example/document" };
	for (size_t n = 0; n < ARRAY_COUNT(tables); n++) {
		struct str path = { 0 };
		str_add_format(&path, "share/%s.csv", tables[n]);
		add_names_of(out, str_text(&path));
		str_release(&path);
	}
}

/* Sorts lines with perl's collator, and compares the sign of each neighbouring pair; the order of keys is transitive by
 * construction. */
static void
agrees_with_perl(const struct str *text, const char *how, enum key_mode mode)
{
	char path[] = "/tmp/thidua-key-test-XXXXXX", line[2048];
	int descriptor = mkstemp(path), expected_lines = 0, lines = 0, wrong = 0;
	check(descriptor >= 0 && write(descriptor, text->bytes, text->length) == (ssize_t)text->length);
	close(descriptor);
	for (size_t n = 0; n < text->length; n++)
		expected_lines += text->bytes[n] == '\n';
	struct str command = { 0 }, script = { 0 }, before = { 0 };
	data_path(&script, "collate.pl");
	str_add_format(&command, "perl '%s' %s '%s'", str_text(&script), how, path);
	FILE *sorted = popen(str_text(&command), "r");
	check(sorted != NULL);
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
	check(lines > 500);
	check_int(lines, expected_lines);
	check_int(wrong, 0);
	str_release(&command);
	str_release(&script);
	str_release(&before);
}

static void
every_syllable_stands_as_perl_puts_it(void **state)
{
	(void)state;
	struct str text = { 0 };
	data_read(&text, "syllables.txt");
	agrees_with_perl(&text, "whole", KEY_WORDS);
	str_release(&text);
}

static void
names_stand_word_by_word_as_perl_puts_their_words(void **state)
{
	(void)state;
	struct str text = { 0 };
	add_random_names(&text, 4, true);
	agrees_with_perl(&text, "words", KEY_WORDS);
	str_release(&text);
}

static void
the_names_of_the_example_stand_as_perl_puts_their_words(void **state)
{
	(void)state;
	struct str text = { 0 };
	add_names_of_the_example(&text);
	agrees_with_perl(&text, "words", KEY_WORDS);
	str_release(&text);
}

static void
cldr_mode_puts_whole_names_as_perl_does(void **state)
{
	(void)state;
	struct str text = { 0 };
	add_random_names(&text, 3, false);
	agrees_with_perl(&text, "whole", KEY_CLDR);
	str_release(&text);
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
		cmocka_unit_test(every_syllable_stands_as_perl_puts_it),
		cmocka_unit_test(names_stand_word_by_word_as_perl_puts_their_words),
		cmocka_unit_test(the_names_of_the_example_stand_as_perl_puts_their_words),
		cmocka_unit_test(cldr_mode_puts_whole_names_as_perl_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
