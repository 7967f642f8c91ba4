/* A wordbook answers as the functions of text/ do for the texts themselves: random names are asked both ways. */
#include "check.h"
#include "text/case.h"
#include "text/fold.h"
#include "text/key.h"
#include "text/wordbook.h"
#include <stdlib.h>

#define NAMES 600
#define QUERIES 600

/* Pieces that are read in different ways beside different neighbours stand next to plain ones. */
static const char *const pieces[] = { "Công", "đoàn", "cơ", "sở", "Cụm", "cụm", "CỤM", "số", "SỐ", "Số", "khối", "quận",
	"VI", "XI", "III", "vi", "iii", "XXXIX", "3", "03", "10", "1.000", "PHẠM", "Phạm", "phạm", "Hưng", "Hùng",
	"hưng", "HƯNG", "Hòa", "Hoà", "hoà", "Bình", "bình", "Bình,", "(Bình", "Bình-Thái", "Thái", "Mỹ", "mi", "Qui",
	"Quy", "quỳnh", "Quinh", "Đắk", "Lắk", "Dak", "H’leo", "Ea", "–", "-", "", "…", "số:VI", "số-III", "3A", "A3",
	"1số", "F355", "æ", "Müller", "日本", "số日", "Aa", "aA",
	"pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopic",
	"Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopix" };
#define PIECES (sizeof pieces / sizeof *pieces)

struct names {
	struct wordbook *book;
	struct codes codes;
	char *texts[NAMES];
	size_t ends[NAMES];
	unsigned long long seed;
};

static unsigned
any(struct names *names, unsigned below)
{
	names->seed = names->seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(names->seed >> 33) % below;
}

static char *
any_text(struct names *names, unsigned most)
{
	struct str text = { 0 };
	unsigned count = any(names, most + 1);
	for (unsigned n = 0; n < count; n++) {
		str_add_text(&text, n ? " " : "");
		str_add_text(&text, pieces[any(names, PIECES)]);
	}
	return str_take(&text);
}

static struct phrase
phrase_of(const struct names *names, size_t n)
{
	size_t begin = n ? names->ends[n - 1] : 0;
	return (struct phrase){ names->codes.items + begin, names->ends[n] - begin };
}

static int
make_names(void **state)
{
	struct names *names = calloc(1, sizeof *names);
	names->book = wordbook_new();
	names->seed = 7;
	for (size_t n = 0; n < NAMES; n++) {
		names->texts[n] = any_text(names, (unsigned)n % 9);
		wordbook_add(names->book, &names->codes, names->texts[n]);
		names->ends[n] = names->codes.count;
	}
	*state = names;
	return 0;
}

static int
drop_names(void **state)
{
	struct names *names = *state;
	wordbook_free(names->book);
	codes_release(&names->codes);
	for (size_t n = 0; n < NAMES; n++)
		free(names->texts[n]);
	free(names);
	return 0;
}

static void
a_text_comes_back_byte_for_byte(void **state)
{
	struct names *names = *state;
	for (size_t n = 0; n < NAMES; n++) {
		struct str text = { 0 };
		wordbook_text(names->book, &text, phrase_of(names, n));
		check_text(str_text(&text), names->texts[n]);
		str_release(&text);
	}
}

static void
texts_of_signs_alone_have_no_words(void **state)
{
	struct names *names = *state;
	for (size_t n = 0; n < NAMES; n++) {
		struct str bare = { 0 };
		text_bare(&bare, names->texts[n]);
		check_int(wordbook_initials(names->book, phrase_of(names, n)) != 0, bare.length > 0);
		str_release(&bare);
	}
}

static int
sign(int order)
{
	return (order > 0) - (order < 0);
}

static void
names_stand_in_the_order_of_their_keys(void **state)
{
	struct names *names = *state;
	struct wordbook_query query = { 0 };
	wordbook_ask(&query, names->book, "b");
	wordbook_query_release(&query);
	for (size_t a = 0; a < NAMES; a++)
		for (size_t b = 0; b < NAMES; b++) {
			int order = wordbook_compare(names->book, phrase_of(names, a), phrase_of(names, b));
			if (sign(order) != sign(text_compare(names->texts[a], names->texts[b])))
				fail_msg("«%s» and «%s»: %d", names->texts[a], names->texts[b], order);
		}
}

/* One begins with the other, and what follows decides. */
static void
pieces_of_several_words_stand_where_their_texts_do(void **state)
{
	static const char *const texts[] = { "3A", "3 A", "3 An", "3 Bình", "3", "A3", "A 3", "A 2", "A3 B", "An-Bình",
		"An Bình", "An Bánh", "An", "An Bình 2", "An-Bình 1", "F355 1", "F 355 2" };
	struct names *names = *state;
	for (size_t a = 0; a < sizeof texts / sizeof *texts; a++)
		for (size_t b = 0; b < sizeof texts / sizeof *texts; b++) {
			struct codes codes_a = { 0 }, codes_b = { 0 };
			struct wordbook_query query = { 0 };
			wordbook_add(names->book, &codes_a, texts[a]);
			wordbook_add(names->book, &codes_b, texts[b]);
			wordbook_ask(&query, names->book, "a");
			int order = wordbook_compare(names->book, (struct phrase){ codes_a.items, codes_a.count },
				(struct phrase){ codes_b.items, codes_b.count });
			if (sign(order) != sign(text_compare(texts[a], texts[b])))
				fail_msg("«%s» and «%s»: %d", texts[a], texts[b], order);
			wordbook_query_release(&query);
			codes_release(&codes_a);
			codes_release(&codes_b);
		}
}

/* Half a word at the end, as while typing. */
static char *
any_query(struct names *names)
{
	char *query = any(names, 4) ? any_text(names, 4) : strdup(names->texts[any(names, NAMES)]);
	size_t length = strlen(query);
	if (length && any(names, 2)) {
		length -= any(names, length < 5 ? (unsigned)length : 5);
		while (length && ((unsigned char)query[length] & 0xC0) == 0x80)
			length--;
		query[length] = '\0';
	}
	return query;
}

static bool
same_letters(const char *a, const char *b)
{
	struct str x = { 0 }, y = { 0 };
	text_lower(&x, a);
	text_lower(&y, b);
	bool same = strcmp(str_text(&x), str_text(&y)) == 0;
	str_release(&x);
	str_release(&y);
	return same;
}

static bool
same_bare(const char *a, const char *b)
{
	struct str x = { 0 }, y = { 0 };
	text_bare(&x, a);
	text_bare(&y, b);
	bool same = x.length && strcmp(str_text(&x), str_text(&y)) == 0;
	str_release(&x);
	str_release(&y);
	return same;
}

static enum rank
rank_of_text(const char *typed, const char *text)
{
	enum match match = *text ? text_match(typed, text, NULL, 0, NULL) : MATCH_NONE;
	return match == MATCH_NONE          ? RANK_NONE
		: same_letters(typed, text) ? RANK_SAME
		: same_bare(typed, text)    ? RANK_WHOLE
		: match == MATCH_EXACT      ? RANK_EXACT
					    : RANK_LOOSE;
}

static void
check_answers(const struct names *names, const struct wordbook_query *query, const char *typed)
{
	for (size_t n = 0; n < NAMES; n++) {
		enum rank rank = wordbook_rank(query, phrase_of(names, n)),
			  wanted = rank_of_text(typed, names->texts[n]);
		if (rank != wanted)
			fail_msg("«%s» in «%s»: %d, should be %d", typed, names->texts[n], (int)rank, (int)wanted);
		uint32_t initials = wordbook_initials(names->book, phrase_of(names, n));
		if (wanted && (initials & query->initials) != query->initials)
			fail_msg("«%s» fits «%s», whose initials say no", typed, names->texts[n]);
	}
}

static void
a_query_fits_each_name_as_it_fits_its_text(void **state)
{
	struct names *names = *state;
	struct wordbook_query query = { 0 };
	for (int n = 0; n < QUERIES; n++) {
		char *typed = any_query(names);
		wordbook_ask(&query, names->book, typed);
		check_answers(names, &query, typed);
		free(typed);
	}
	wordbook_query_release(&query);
}

/* Of 40 words the 34th is another in the text. */
static void
a_query_of_more_words_than_bits_fits_too(void **state)
{
	struct names *names = *state;
	struct wordbook_query query = { 0 };
	struct str typed = { 0 }, other = { 0 };
	for (int n = 0; n < 40; n++) {
		str_add_format(&typed, "%sa%db", n ? " " : "", n + 10);
		str_add_format(&other, "%sa%db", n ? " " : "", n == 33 ? 11 : n + 10);
	}
	wordbook_ask(&query, names->book, str_text(&typed));
	for (int same = 0; same < 2; same++) {
		struct codes codes = { 0 };
		wordbook_add(names->book, &codes, str_text(same ? &typed : &other));
		wordbook_ask(&query, names->book, str_text(&typed));
		check_int(wordbook_rank(&query, (struct phrase){ codes.items, codes.count }),
			same ? RANK_SAME : RANK_NONE);
		codes_release(&codes);
	}
	str_release(&typed);
	str_release(&other);
	wordbook_query_release(&query);
}

static void
words_past_the_sixteenth_bit_are_told_apart(void **state)
{
	struct names *names = *state;
	struct codes codes = { 0 };
	struct wordbook_query query = { 0 };
	char text[40];
	size_t begin = 0;
	for (int n = 0; n < 70000; n++) {
		begin = codes.count;
		snprintf(text, sizeof text, "Bình số%d", n);
		wordbook_add(names->book, &codes, text);
	}
	struct phrase last = { codes.items + begin, codes.count - begin };
	struct str out = { 0 };
	wordbook_text(names->book, &out, last);
	check_text(str_text(&out), "Bình số69999");
	wordbook_ask(&query, names->book, "binh số69999");
	check_int(wordbook_rank(&query, last), RANK_WHOLE);
	wordbook_ask(&query, names->book, "binh số69998");
	check_int(wordbook_rank(&query, last), RANK_NONE);
	struct phrase before = { last.codes - last.length, last.length };
	check_int(sign(wordbook_compare(names->book, before, last)), -1);
	str_release(&out);
	wordbook_query_release(&query);
	codes_release(&codes);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_names, drop_names)
	const struct CMUnitTest tests[] = {
		T(a_text_comes_back_byte_for_byte),
		T(texts_of_signs_alone_have_no_words),
		T(names_stand_in_the_order_of_their_keys),
		T(pieces_of_several_words_stand_where_their_texts_do),
		T(a_query_fits_each_name_as_it_fits_its_text),
		T(a_query_of_more_words_than_bits_fits_too),
		T(words_past_the_sixteenth_bit_are_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
