#include "cases.h"
#include "text/fold.h"
#include "text/match.h"

static bool
a_row_of_bare(const struct row *row)
{
	struct str bare = { 0 };
	text_bare(&bare, row->cells[0]);
	bool good = same_text(row->cells[0], str_text(&bare), row->cells[1]);
	str_release(&bare);
	return good;
}

static void
bare_text_is_words_of_plain_letters(void **state)
{
	(void)state;
	check_rows("bare.tsv", a_row_of_bare);
}

static bool
may(const char *query, const char *text)
{
	struct matcher matcher = { 0 };
	struct str bare = { 0 };
	matcher_set(&matcher, query);
	text_bare(&bare, text);
	bool may = matcher_may(&matcher, str_text(&bare));
	str_release(&bare);
	matcher_release(&matcher);
	return may;
}

static bool
a_row_of_matches(const struct row *row)
{
	enum match match = text_match(row->cells[0], row->cells[1], NULL, 0, NULL);
	bool good = same_int("match", match, atol(row->cells[2]));
	return good && (match == MATCH_NONE || same_int("may", may(row->cells[0], row->cells[1]), true));
}

static void
every_example_of_a_search_holds(void **state)
{
	(void)state;
	check_rows("match.tsv", a_row_of_matches);
}

static void
spans_cover_the_letters_found(void **state)
{
	(void)state;
	struct match_span spans[4];
	size_t count;
	check_int(text_match("ng v hu", "Nguyễn Văn Hùng", spans, 4, &count), MATCH_LOOSE);
	check_int(count, 3);
	check_int(spans[0].start, 0);
	check_int(spans[0].length, 2);
	check_int(spans[1].start, strlen("Nguyễn "));
	check_int(spans[1].length, 1);
	check_int(spans[2].start, strlen("Nguyễn Văn "));
	check_int(spans[2].length, strlen("Hù"));
	check_int(text_match("số 3", "Cụm số III", spans, 1, &count), MATCH_EXACT);
	check_int(count, 1);
	check_int(spans[0].start, strlen("Cụm "));
	check_int(text_match("3", "Cụm số III", spans, 4, &count), MATCH_EXACT);
	check_int(spans[0].length, 3);
	check_int(text_match("hleo", "Ea H'leo", spans, 4, &count), MATCH_EXACT);
	check_int(spans[0].length, 5);
	check_int(text_match("x", "Ea H'leo", spans, 4, &count), MATCH_NONE);
	check_int(count, 0);
}

static void
an_exact_match_later_in_the_text_takes_the_spans(void **state)
{
	(void)state;
	struct match_span span;
	size_t count;
	check_int(text_match("hùng", "Hùngg Hùng", &span, 1, &count), MATCH_EXACT);
	check_int(span.start, strlen("Hùngg "));
}

static void
a_prepared_query_is_replaced(void **state)
{
	(void)state;
	struct matcher matcher = { 0 };
	check_int(matcher_match(&matcher, "An", NULL, 0, NULL), MATCH_LOOSE);
	matcher_set(&matcher, "bình");
	check_int(matcher_match(&matcher, "An Bình", NULL, 0, NULL), MATCH_EXACT);
	check_int(matcher_match(&matcher, "An Bính", NULL, 0, NULL), MATCH_NONE);
	matcher_set(&matcher, "an");
	check_int(matcher_match(&matcher, "An Bính", NULL, 0, NULL), MATCH_EXACT);
	matcher_release(&matcher);
	check_int(matcher.count, 0);
}

static void
random_name(uint64_t *seed, const struct lines *syllables, struct str *name)
{
	static const char *const odd[] = { "số", "Cụm", "khối", "III", "V", "XI", "03", "0", "12", "H'", "số I", "Ærø",
		"Ж", "quý" };
	static const char *const joints[] = { " ", " ", " ", "-", "’", "  ", "" };
	str_clear(name);
	for (uint32_t words = 1 + chance(seed, 4); words; words--) {
		bool common = chance(seed, 3);
		str_add_text(name,
			common ? syllables->lines[chance(seed, (uint32_t)syllables->count)]
			       : odd[chance(seed, ARRAY_COUNT(odd))]);
		str_add_text(name, joints[chance(seed, ARRAY_COUNT(joints))]);
	}
}

/* A beginning of each word of name, its bare form half of the time. */
static void
query_for(uint64_t *seed, const char *name, struct str *query)
{
	struct str bare = { 0 };
	str_clear(query);
	if (chance(seed, 2))
		text_bare(&bare, name);
	else
		str_add_text(&bare, name);
	for (const char *at = str_text(&bare); *at;) {
		size_t word = strcspn(at, " "), taken = 1 + chance(seed, word ? (uint32_t)word : 1);
		if (chance(seed, 4))
			str_add(query, at, taken < word ? taken : word);
		str_add_byte(query, ' ');
		at += word + (at[word] == ' ');
	}
	if (chance(seed, 5) == 0)
		for (size_t n = 0; n < query->length; n++)
			query->bytes[n] = query->bytes[n] == 'i' ? 'y' : query->bytes[n];
	str_release(&bare);
}

static void
whatever_matches_is_among_the_bare_candidates(void **state)
{
	(void)state;
	struct lines syllables = { 0 };
	lines_read(&syllables, "syllables.txt");
	uint64_t seed = 4242;
	struct str name = { 0 }, query = { 0 };
	int matched = 0;
	for (int n = 0; n < 30000; n++) {
		random_name(&seed, &syllables, &name);
		query_for(&seed, str_text(&name), &query);
		if (chance(&seed, 4) == 0)
			random_name(&seed, &syllables, &name);
		if (text_match(str_text(&query), str_text(&name), NULL, 0, NULL) == MATCH_NONE)
			continue;
		matched++;
		if (!may(str_text(&query), str_text(&name)))
			fail_msg("«%s» in «%s»", str_text(&query), str_text(&name));
	}
	check(matched > 5000);
	str_release(&name);
	str_release(&query);
	lines_release(&syllables);
}

static void
very_long_words_are_found_by_their_beginning(void **state)
{
	(void)state;
	struct str word = { 0 };
	for (int n = 0; n < 100; n++)
		str_add_text(&word, "ă");
	check_int(text_match(str_text(&word), str_text(&word), NULL, 0, NULL), MATCH_LOOSE);
	check(may(str_text(&word), str_text(&word)));
	check_int(text_match("aaa", str_text(&word), NULL, 0, NULL), MATCH_LOOSE);
	str_release(&word);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bare_text_is_words_of_plain_letters),
		cmocka_unit_test(every_example_of_a_search_holds),
		cmocka_unit_test(spans_cover_the_letters_found),
		cmocka_unit_test(an_exact_match_later_in_the_text_takes_the_spans),
		cmocka_unit_test(a_prepared_query_is_replaced),
		cmocka_unit_test(whatever_matches_is_among_the_bare_candidates),
		cmocka_unit_test(very_long_words_are_found_by_their_beginning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
