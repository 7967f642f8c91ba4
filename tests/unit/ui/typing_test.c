/* The built-in input method in a text box. */
#include "ui/typing.h"
#include "unit/text/cases.h"

static struct line line;
static struct typing typing;
static enum input_method method;

static bool
compose(void *self, const char *before, size_t length, const char *typed, size_t *removed, struct str *put)
{
	(void)self;
	return method != METHOD_OFF && typing_compose(&typing, method, before, length, typed, removed, put);
}

static int
setup(void **state)
{
	(void)state;
	line.composer.compose = compose;
	method = METHOD_TELEX;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	line_release(&line);
	typing_release(&typing);
	return 0;
}

/* Types the keys; < is Backspace. */
static void
type(const char *keys)
{
	for (; *keys; keys++) {
		if (*keys == '<')
			line_act(&line, ACTION_ERASE);
		else
			check(line_type(&line, keys, 1));
	}
}

static void
types(const char *keys, const char *expected)
{
	line_set(&line, "");
	type(keys);
	check_text(line_text(&line), expected);
}

static void
telex_makes_words(void **state)
{
	(void)state;
	types("Lieen ddoanf Lao ddoongj tinhr Ngheej An", "Liên đoàn Lao động tỉnh Nghệ An");
	types("Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa");
	types("HDDND, UBND xax Krong Bukc", "HĐND, UBND xã Krong Bukc");
	types("Ea H'leo, Kroong Anaa, Ddawsk Lawks", "Ea H'leo, Krông Ana, Đắk Lắk");
	types("(hoaf)", "(hòa)");
}

static void
vni_makes_words(void **state)
{
	(void)state;
	method = METHOD_VNI;
	types("Tra6n2 Va8n D9u71c 2024", "Trần Văn Đức 2024");
	types("so61 18B", "số 18B");
}

static void
nothing_is_composed_while_it_is_off(void **state)
{
	(void)state;
	method = METHOD_OFF;
	types("tieengs<", "tieeng");
}

static void
foreign_words_come_back_at_the_next_blank(void **state)
{
	(void)state;
	types("expect", "ễpct");
	types("expect ", "expect ");
	types("server,user.", "server,user.");
	types("window windows ", "window windows ");
	types("test tesst ", "tét test ");
	types("office ", "ofice ");
}

static void
foreign_words_come_back_when_the_field_is_left(void **state)
{
	(void)state;
	struct str text = { 0 };
	struct err err = { 0 };
	types("nhaf server", "nhà sẻver");
	check(line_clean(&line, &text, &err));
	check_text(str_text(&text), "nhà server");
	check_text(line_text(&line), "nhà server");
	str_clear(&text);
	line_set(&line, "Hué");
	check(line_clean(&line, &text, &err));
	check_text(str_text(&text), "Hué");
	str_release(&text);
}

static void
backspace_takes_a_letter_and_moves_the_tone(void **state)
{
	(void)state;
	types("hoanf<", "hòa");
	types("hoanf<ng", "hoàng");
	types("quys<", "qu");
	types("tieengs<<<<<", "");
	types("tieengs<<<<<as", "á");
	types("tieengss<", "tiêng");
	types("dda<<d", "d");
}

static void
after_backspace_the_keys_still_come_back(void **state)
{
	(void)state;
	types("expev<ct ", "expect ");
	types("windo<ow ", "window ");
}

static void
a_word_that_stood_there_is_continued(void **state)
{
	(void)state;
	line_set(&line, "Hoa");
	type("f");
	check_text(line_text(&line), "Hòa");
	line_set(&line, "công ty Hưng Yê");
	type("n");
	check_text(line_text(&line), "công ty Hưng Yên");
	line_set(&line, "Đắ");
	type("k");
	check_text(line_text(&line), "Đắk");
}

static void
words_that_stood_there_are_not_taken_back_into_keys(void **state)
{
	(void)state;
	line_set(&line, "Hué");
	type(" ");
	check_text(line_text(&line), "Hué ");
	line_set(&line, "hoàng");
	type("<<");
	check_text(line_text(&line), "hoà");
	line_set(&line, "café");
	type("s ");
	check_text(line_text(&line), "cafés ");
}

static void
letters_in_the_middle_of_a_word_are_composed_from_its_beginning(void **state)
{
	(void)state;
	line_set(&line, "tien");
	line_act(&line, ACTION_LEFT);
	type("e");
	check_text(line_text(&line), "tiên");
	check_int(line.cursor, strlen("tiê"));
}

static void
decomposed_letters_are_left_alone(void **state)
{
	(void)state;
	line_set(&line, "Nguye\xCC\x82");
	type("n");
	check_text(line_text(&line), "Nguye\xCC\x82n");
}

static bool
a_row_of_corrections(const struct row *row)
{
	method = typing_method(row->cells[0]);
	line_set(&line, "");
	for (const char *key = row->cells[1]; *key; key++)
		if (*key == '<')
			line_act(&line, ACTION_ERASE);
		else
			line_type(&line, *key == '_' ? " " : key, 1);
	return same_text(row->cells[1], line_text(&line), row->cells[2]);
}

static void
words_are_corrected_with_backspace_and_typed_on(void **state)
{
	(void)state;
	check_rows("corrections.tsv", a_row_of_corrections);
}

static size_t
letters_in(const char *text)
{
	size_t count = 0;
	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

/* Each key is at most one letter more and never one less, each Backspace exactly one less. */
static void
random_keys_and_backspaces_lose_no_letter_and_leave_none(void **state)
{
	(void)state;
	static const char *const alphabet[] = { "aaeeiioouuywwsfrxjzddhngtcpkmbvqAUD",
		"aeiouyuo1234567890ddhngtcpkmbvqAUD" };
	uint64_t seed = 134;
	for (int n = 0; n < 20000; n++) {
		char typed[2] = { 0 };
		method = n % 2 ? METHOD_VNI : METHOD_TELEX;
		line_set(&line, "");
		for (uint32_t keys = 2 + chance(&seed, 12); keys; keys--) {
			size_t before = letters_in(line_text(&line));
			bool erases = chance(&seed, 5) == 0;
			typed[0] = alphabet[n % 2][chance(&seed, (uint32_t)strlen(alphabet[n % 2]))];
			if (erases)
				line_act(&line, ACTION_ERASE);
			else
				line_type(&line, typed, 1);
			size_t after = letters_in(line_text(&line));
			if (erases ? after + (before > 0) != before : after < before || after > before + 1)
				fail_msg("%s after %s", line_text(&line), erases ? "Backspace" : typed);
		}
		for (size_t left = letters_in(line_text(&line)); left; left--)
			line_act(&line, ACTION_ERASE);
		check_text(line_text(&line), "");
	}
}

static void
typing_is_undone_and_done_again(void **state)
{
	(void)state;
	types("tieengs", "tiếng");
	check(line_act(&line, ACTION_UNDO));
	check_text(line_text(&line), "");
	check(line_act(&line, ACTION_REDO));
	check_text(line_text(&line), "tiếng");
	type("<<s");
	check_text(line_text(&line), "tiês");
}

static void
what_comes_back_never_passes_the_limit(void **state)
{
	(void)state;
	line.limit = 6;
	types("expect ", "ễpct ");
	line.limit = 7;
	types("expect ", "expect ");
	line.limit = 0;
}

static void
an_account_keeps_its_method(void **state)
{
	(void)state;
	for (enum input_method each = METHOD_OFF; each <= METHOD_VNI; each++)
		check_int(typing_method(typing_kept(each)), each);
	check_int(typing_method(NULL), METHOD_OFF);
	check_int(typing_method("something"), METHOD_OFF);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(telex_makes_words),
		TEST(vni_makes_words),
		TEST(nothing_is_composed_while_it_is_off),
		TEST(foreign_words_come_back_at_the_next_blank),
		TEST(foreign_words_come_back_when_the_field_is_left),
		TEST(backspace_takes_a_letter_and_moves_the_tone),
		TEST(after_backspace_the_keys_still_come_back),
		TEST(a_word_that_stood_there_is_continued),
		TEST(words_that_stood_there_are_not_taken_back_into_keys),
		TEST(letters_in_the_middle_of_a_word_are_composed_from_its_beginning),
		TEST(decomposed_letters_are_left_alone),
		TEST(words_are_corrected_with_backspace_and_typed_on),
		TEST(random_keys_and_backspaces_lose_no_letter_and_leave_none),
		TEST(typing_is_undone_and_done_again),
		TEST(what_comes_back_never_passes_the_limit),
		TEST(an_account_keeps_its_method),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
