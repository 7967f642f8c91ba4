#include "cases.h"
#include "text/case.h"
#include "text/charset.h"

/* ---- the tables of tests/data/text/charsets.tsv ---- */

#define LETTERS 134
struct written {
	char *letter;
	unsigned bytes[5];
};
static struct written table[LETTERS];
static size_t table_count;
static struct lines table_file;

static const struct {
	enum charset charset;
	int column;
} old[5] = {
	{ CHARSET_TCVN3, 0 },
	{ CHARSET_VNI, 1 },
	{ CHARSET_VISCII, 2 },
	{ CHARSET_VPS, 3 },
	{ CHARSET_CP1258, 4 },
};

static int
read_table(void **state)
{
	(void)state;
	lines_read(&table_file, "charsets.tsv");
	for (size_t n = 0; n < table_file.count; n++) {
		if (*table_file.lines[n] == '#')
			continue;
		check(table_count < LETTERS);
		struct written *written = &table[table_count++];
		written->letter = table_file.lines[n];
		char *at = strchr(table_file.lines[n], '\t');
		for (int column = 0; column < 5; column++) {
			*at = '\0';
			written->bytes[column] = (unsigned)strtoul(at + 1, &at, 16);
		}
	}
	return table_count == LETTERS ? 0 : -1;
}

static int
release_table(void **state)
{
	(void)state;
	lines_release(&table_file);
	return 0;
}

static void
add_written(struct str *out, unsigned bytes)
{
	if (bytes > 0xFF)
		str_add_byte(out, (char)(bytes >> 8));
	str_add_byte(out, (char)(bytes & 0xFF));
}

static void
write_old(struct str *out, const char *text, int column)
{
	while (*text) {
		size_t length = 1;
		while (((unsigned char)text[length] & 0xC0) == 0x80)
			length++;
		size_t n = 0;
		while (n < LETTERS && (strlen(table[n].letter) != length || memcmp(table[n].letter, text, length) != 0))
			n++;
		if (n < LETTERS)
			add_written(out, table[n].bytes[column]);
		else
			str_add(out, text, length);
		text += length;
	}
}

static uint32_t
next_code(const char **text)
{
	const unsigned char *at = (const unsigned char *)*text;
	size_t length = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : 3;
	*text += length;
	return length == 1    ? at[0]
		: length == 2 ? (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu)
			      : (at[0] & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
}

static void
write_utf16(struct str *out, const char *text, bool big, bool mark)
{
	if (mark)
		str_add(out, big ? "\xFE\xFF" : "\xFF\xFE", 2);
	while (*text) {
		uint32_t code = next_code(&text);
		str_add_byte(out, (char)(big ? code >> 8 : code & 0xFF));
		str_add_byte(out, (char)(big ? code & 0xFF : code >> 8));
	}
}

/* What a program makes of UTF-8 that it takes for CP1252. */
static void
write_mojibake(struct str *out, const char *text)
{
	static const unsigned short high[0x20] = { 0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,
		0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
		0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178 };
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		char utf8[4], *end = utf8;
		add_utf8(&end, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
		str_add(out, utf8, (size_t)(end - utf8));
	}
}

/* ---- letters ---- */

/* TCVN3 has no capitals with a tone, VPS lacks a few: the small letter stands for both. */
static void
check_small_of(const char *small, const char *capital)
{
	struct str lower = { 0 };
	text_lower(&lower, capital);
	check_text(str_text(&lower), small);
	str_release(&lower);
}

static void
every_letter_of_every_old_table_comes_back(void **state)
{
	(void)state;
	for (size_t n = 0; n < LETTERS; n++)
		for (size_t which = 0; which < ARRAY_COUNT(old); which++) {
			struct str bytes = { 0 }, text = { 0 }, expected = { 0 };
			struct err err = { 0 };
			add_written(&bytes, table[n].bytes[old[which].column]);
			check(charset_decode(&text, old[which].charset, str_text(&bytes), bytes.length, &err));
			size_t first = 0;
			while (table[first].bytes[old[which].column] != table[n].bytes[old[which].column])
				first++;
			str_add_text(&expected, table[first].letter);
			if (first != n)
				check_small_of(table[first].letter, table[n].letter);
			if (!text_equal(str_text(&text), str_text(&expected)))
				fail_msg("%s in %s: «%s»", table[n].letter, charset_word(old[which].charset),
					str_text(&text));
			str_release(&bytes);
			str_release(&text);
			str_release(&expected);
		}
}

/* ---- files ---- */

static void
check_file(const struct str *bytes, enum charset expected, const char *text)
{
	enum charset guessed;
	struct str decoded = { 0 };
	struct err err = { 0 };
	if (!charset_guess(&guessed, str_text(bytes), bytes->length) || guessed != expected)
		fail_msg("guessed %s, is %s: %s", charset_word(guessed), charset_word(expected), text);
	if (!charset_decode(&decoded, guessed, str_text(bytes), bytes->length, &err))
		fail_msg("%s", err.text);
	check_text(str_text(&decoded), text);
	str_release(&decoded);
}

/* The text, which has no capitals with a tone, in every encoding. */
static void
check_in_every_encoding(const char *text)
{
	struct str bytes = { 0 };
	for (size_t which = 0; which < ARRAY_COUNT(old); which++) {
		str_clear(&bytes);
		write_old(&bytes, text, old[which].column);
		check_file(&bytes, old[which].charset, text);
	}
	for (int way = 0; way < 4; way++) {
		str_clear(&bytes);
		write_utf16(&bytes, text, way % 2, way / 2);
		check_file(&bytes, way % 2 ? CHARSET_UTF16BE : CHARSET_UTF16LE, text);
	}
	str_clear(&bytes);
	str_add_text(&bytes, text);
	check_file(&bytes, CHARSET_UTF8, text);
	str_splice(&bytes, 0, 0, "\xEF\xBB\xBF", 3);
	check_file(&bytes, CHARSET_UTF8, text);
	struct str wrong = { 0 };
	write_mojibake(&wrong, text);
	check_file(&wrong, CHARSET_MOJIBAKE, text);
	str_clear(&wrong);
	write_mojibake(&wrong, str_text(&bytes));
	check_file(&wrong, CHARSET_MOJIBAKE, text);
	str_release(&wrong);
	str_release(&bytes);
}

static void
five_lines_are_recognised_in_every_encoding(void **state)
{
	(void)state;
	struct str file = { 0 };
	data_read(&file, "lines.txt");
	check_in_every_encoding(str_text(&file));
	str_release(&file);
}

static void
each_line_alone_is_recognised_in_every_encoding(void **state)
{
	(void)state;
	struct lines lines = { 0 };
	lines_read(&lines, "lines.txt");
	check_int(lines.count, 5);
	for (size_t n = 0; n < lines.count; n++)
		check_in_every_encoding(lines.lines[n]);
	lines_release(&lines);
}

static void
random_names_of_five_lines_are_always_recognised(void **state)
{
	(void)state;
	struct lines syllables = { 0 };
	lines_read(&syllables, "syllables.txt");
	uint64_t seed = 7;
	struct str text = { 0 }, word = { 0 };
	for (int times = 0; times < 60; times++) {
		str_clear(&text);
		for (int line = 0; line < 5; line++) {
			str_add_integer(&text, line + 1);
			for (int n = 0; n < 6; n++) {
				str_clear(&word);
				text_first_upper(&word, syllables.lines[chance(&seed, (uint32_t)syllables.count)]);
				bool capital = n % 3 == 0 && (unsigned char)*str_text(&word) < 0x80;
				str_add_text(&text, n ? " " : ",");
				str_add_text(&text,
					capital ? str_text(&word)
						: syllables.lines[chance(&seed, (uint32_t)syllables.count)]);
			}
			str_add_text(&text, "\r\n");
		}
		check_in_every_encoding(str_text(&text));
	}
	str_release(&text);
	str_release(&word);
	lines_release(&syllables);
}

static void
what_is_no_text_of_a_known_encoding_is_not_guessed(void **state)
{
	(void)state;
	static const char *const files[] = { "uid,name\np1,An \xFF\n", "\x80\x81\x82", "Hà Nội và \xFF Huế",
		"\xA4\xA4\xA4\xE5\xA6\xEC", "caf\xE9 cr\xE8me br\xFBl\xE9\x65, na\xEFve, fa\xE7\x61\x64\x65" };
	for (size_t n = 0; n < ARRAY_COUNT(files); n++) {
		enum charset guessed = CHARSET_VPS;
		if (charset_guess(&guessed, files[n], strlen(files[n])))
			fail_msg("%zu is %s", n, charset_word(guessed));
		check_int(guessed, CHARSET_UTF8);
	}
}

static void
plain_and_foreign_text_stays_utf8(void **state)
{
	(void)state;
	static const char *const files[] = { "", "uid,name\n1,An\n", "café crème brûlée", "Ã", "Ãàéî ÂÊ", "Москва",
		"東京", "Trần Văn Ã" };
	for (size_t n = 0; n < ARRAY_COUNT(files); n++) {
		enum charset guessed = CHARSET_VPS;
		check(charset_guess(&guessed, files[n], strlen(files[n])));
		if (guessed != CHARSET_UTF8)
			fail_msg("%s is %s", files[n], charset_word(guessed));
	}
}

/* ---- refusals ---- */

static void
a_byte_that_the_encoding_lacks_is_refused_in_its_place(void **state)
{
	(void)state;
	static const struct {
		enum charset charset;
		const char *bytes;
		size_t length;
		long line, column;
	} cases[] = {
		{ CHARSET_UTF8, "An\nB\xC3\xACnh \xFF", 11, 2, 6 },
		{ CHARSET_TCVN3, "An\r\nB\xFF", 6, 2, 2 },
		{ CHARSET_VNI, "a\xF9\xFF", 3, 1, 2 },
		{ CHARSET_CP1258, "a\n\nb\x8A", 5, 3, 2 },
		{ CHARSET_UTF16LE,
			"a\0\x00\xD8"
			"b\0",
			6, 1, 2 },
		{ CHARSET_UTF16BE, "\0a\0", 3, 1, 2 },
		{ CHARSET_MOJIBAKE, "a\xE2\x82\xAB", 4, 1, 2 },
		{ CHARSET_TCVN3, "a\0", 2, 1, 2 },
	};
	for (size_t n = 0; n < ARRAY_COUNT(cases); n++) {
		struct str out = { 0 };
		struct err err = { 0 };
		str_add_text(&out, "kept");
		if (charset_decode(&out, cases[n].charset, cases[n].bytes, cases[n].length, &err))
			fail_msg("case %zu", n);
		check_int(err.kind, ERR_INVALID);
		check_int(err.line, cases[n].line);
		check_int(err.column, cases[n].column);
		check_text(str_text(&out), "kept");
		err_release(&err);
		str_release(&out);
	}
}

static void
the_sentence_of_a_refusal_names_byte_and_encoding(void **state)
{
	(void)state;
	struct str out = { 0 };
	struct err err = { 0 };
	check(!charset_decode(&out, CHARSET_VNI, "\xFF", 1, &err));
	check_text(err.text,
		"Dòng 1, chữ thứ 1: byte FF không có trong bảng mã VNI-Windows; hãy lưu tệp theo UTF-8, hoặc nêu bảng mã khác.");
	err_release(&err);
	str_release(&out);
}

static void
signs_of_windows_are_read_too(void **state)
{
	(void)state;
	struct str out = { 0 };
	struct err err = { 0 };
	check(charset_decode(&out, CHARSET_TCVN3, "\x93\xAE\xD3\x94 \x96", 6, &err));
	check_text(str_text(&out), "“để” –");
	str_clear(&out);
	check(charset_decode(&out, CHARSET_CP1258, "5 \xFE, \xE2\xEC \x85", 9, &err));
	check_text(str_text(&out), "5 ₫, ấ …");
	str_release(&out);
}

static void
encodings_are_known_by_several_names(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		enum charset charset;
	} cases[] = { { "utf-8", CHARSET_UTF8 }, { "UTF8", CHARSET_UTF8 }, { "ABC", CHARSET_TCVN3 },
		{ "tcvn3", CHARSET_TCVN3 }, { "vni", CHARSET_VNI }, { "Windows-1258", CHARSET_CP1258 },
		{ "utf-16", CHARSET_UTF16LE }, { "VISCII", CHARSET_VISCII }, { "vps", CHARSET_VPS },
		{ "mojibake", CHARSET_MOJIBAKE } };
	enum charset charset;
	for (size_t n = 0; n < ARRAY_COUNT(cases); n++) {
		check(charset_named(&charset, cases[n].word));
		check_int(charset, cases[n].charset);
	}
	for (int n = 0; n < CHARSET_COUNT; n++) {
		check(charset_named(&charset, charset_word((enum charset)n)));
		check_int(charset, n);
	}
	check(!charset_named(&charset, "latin-1"));
	check(!charset_named(&charset, ""));
}

/* ---- what speaks for it ---- */

static struct charset_finding
find(const char *bytes, size_t length)
{
	struct charset_finding finding;
	charset_find(&finding, bytes, length);
	return finding;
}

static void
a_finding_says_what_speaks_for_it(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t length;
		enum charset charset;
		enum charset_sign sign;
		size_t words, syllables;
	} files[] = {
		{ "uid,name\n1,An\n", 14, CHARSET_UTF8, CHARSET_BY_ASCII, 0, 0 },
		{ "", 0, CHARSET_UTF8, CHARSET_BY_ASCII, 0, 0 },
		{ "\xEF\xBB\xBFNguy\xE1\xBB\x85n,x", 14, CHARSET_UTF8, CHARSET_BY_MARK, 1, 1 },
		{ "Nguy\xE1\xBB\x85n \xC4\x90,x", 13, CHARSET_UTF8, CHARSET_BY_FORM, 2, 1 },
		{ "\xFF\xFEh\0\xF2\0", 6, CHARSET_UTF16LE, CHARSET_BY_MARK, 1, 1 },
		{ "h\0o\0a\0,\0b\0", 10, CHARSET_UTF16LE, CHARSET_BY_ZEROS, 0, 0 },
		{ "Nguy\xD4n V\xA8n \xA7\xF8"
		  "c",
			14, CHARSET_TCVN3, CHARSET_BY_SYLLABLES, 3, 3 },
		{ "\xC3\x83\xC2\xA0 N\xC4\x83m t\xE1\xBB \xFF", 14, CHARSET_UTF8, CHARSET_UNSURE, 0, 0 },
		{ "\xFF\xFF\xFF", 3, CHARSET_UTF8, CHARSET_UNSURE, 0, 0 },
	};
	for (size_t n = 0; n < sizeof files / sizeof *files; n++) {
		struct charset_finding finding = find(files[n].bytes, files[n].length);
		check_int(finding.charset, files[n].charset);
		check_int(finding.sign, files[n].sign);
		if (files[n].sign == CHARSET_UNSURE)
			continue;
		check_int((long)finding.words, (long)files[n].words);
		check_int((long)finding.syllables, (long)files[n].syllables);
		check_int((long)finding.other_count, 0);
	}
}

static void
few_words_that_fit_two_encodings_leave_a_doubt(void **state)
{
	(void)state;
	struct charset_finding finding = find("V\xF5 v\xF2", 5);
	check_int(finding.sign, CHARSET_BY_SYLLABLES);
	check(finding.other_count > 0);
	for (size_t n = 0; n < finding.other_count; n++)
		check(finding.others[n] != finding.charset);
	/* Many words that fit one alone leave none. */
	finding = find("Nguy\xD4n V\xA8n \xA7\xF8"
		       "c, Tr\xC7n Th\xDE H\xAD\xEAng, \xA7\xB6ng vi\xAAn",
		40);
	check_int(finding.charset, CHARSET_TCVN3);
	check_int((long)finding.other_count, 0);
}

static void
another_encoding_can_be_counted(void **state)
{
	(void)state;
	const char *bytes = "Nguy\xD4n V\xA8n \xA7\xF8"
			    "c";
	size_t words, syllables;
	check(charset_count(&words, &syllables, CHARSET_TCVN3, bytes, strlen(bytes)));
	check_int((long)words, 3);
	check_int((long)syllables, 3);
	charset_count(&words, &syllables, CHARSET_CP1258, bytes, strlen(bytes));
	check(syllables < 3);
	/* Bytes that an encoding does not have. */
	check(!charset_count(&words, &syllables, CHARSET_MOJIBAKE, "\xFF\xFE\x01\x02 xxxxxxxxxxxxxxxxxxxxxxxx", 29));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_letter_of_every_old_table_comes_back),
		cmocka_unit_test(five_lines_are_recognised_in_every_encoding),
		cmocka_unit_test(each_line_alone_is_recognised_in_every_encoding),
		cmocka_unit_test(random_names_of_five_lines_are_always_recognised),
		cmocka_unit_test(what_is_no_text_of_a_known_encoding_is_not_guessed),
		cmocka_unit_test(plain_and_foreign_text_stays_utf8),
		cmocka_unit_test(a_byte_that_the_encoding_lacks_is_refused_in_its_place),
		cmocka_unit_test(the_sentence_of_a_refusal_names_byte_and_encoding),
		cmocka_unit_test(signs_of_windows_are_read_too),
		cmocka_unit_test(encodings_are_known_by_several_names),
		cmocka_unit_test(a_finding_says_what_speaks_for_it),
		cmocka_unit_test(few_words_that_fit_two_encodings_leave_a_doubt),
		cmocka_unit_test(another_encoding_can_be_counted),
	};
	return cmocka_run_group_tests(tests, read_table, release_table);
}
