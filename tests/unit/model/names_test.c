/* The names in memory find what a look at every name finds, in the same order. */
#include "check.h"
#include "model/names.h"
#include "text/case.h"
#include "text/fold.h"
#include "text/key.h"
#include "text/match.h"
#include <stdlib.h>

#define ROWS 700
#define SUBJECTS 400
#define ROUNDS 300

struct row {
	enum entity_id kind;
	int64_t subject;
	struct name_source source;
	char *name, *brief;
};
struct fixture {
	struct names *names;
	struct row rows[ROWS];
	size_t count;
	int lives_read;
	unsigned long long seed;
};

static unsigned
any(struct fixture *fixture, unsigned below)
{
	fixture->seed = fixture->seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(fixture->seed >> 33) % below;
}

static char *
any_name(struct fixture *fixture, unsigned most)
{
	static const char *const words[] = { "Bình", "Thái", "Hòa", "hoà", "Phú", "Đông", "Sơn", "Hưng", "Hùng", "hung",
		"Mỹ", "Mi", "Cụm", "số", "III", "3", "VI", "LĐLĐ", "tỉnh", "–", "An-Bình", "…" };
	struct str name = { 0 };
	unsigned count = any(fixture, most + 1);
	for (unsigned n = 0; n < count; n++) {
		str_add_text(&name, n ? " " : "");
		str_add_text(&name, words[any(fixture, sizeof words / sizeof *words)]);
	}
	return str_take(&name);
}

/* Subjects come and go by their number: every third is gone since 2020, every seventh comes in 2030. */
static bool
life_of(void *to, int64_t subject, char first[11], char last[11], struct err *err)
{
	struct fixture *fixture = to;
	(void)err;
	fixture->lives_read++;
	memcpy(first, subject % 7 == 0 ? "2030-01-01" : "0001-01-01", 11);
	memcpy(last, subject % 3 == 0 ? "2019-12-31" : "9999-12-31", 11);
	return true;
}

static bool
is_there(int64_t subject)
{
	return subject % 7 && subject % 3;
}

static int
make_names(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	fixture->names = names_new();
	fixture->seed = 11;
	for (size_t n = 0; n < ROWS; n++) {
		struct row *row = &fixture->rows[fixture->count++];
		row->subject = 1 + any(fixture, SUBJECTS);
		row->kind = row->subject % 5 ? ENTITY_UNIT : ENTITY_CLUSTER;
		row->source = (struct name_source){ n % 4 ? ENTITY_PHASE : ENTITY_ALIAS, (int64_t)(n * 37 % ROWS) };
		row->name = any_name(fixture, 5);
		row->brief = any_name(fixture, n % 4 ? 3 : 0);
		names_add(fixture->names, row->kind, row->subject, row->source, row->name, row->brief);
	}
	*state = fixture;
	return 0;
}

static int
drop_names(void **state)
{
	struct fixture *fixture = *state;
	names_free(fixture->names);
	for (size_t n = 0; n < fixture->count; n++) {
		free(fixture->rows[n].name);
		free(fixture->rows[n].brief);
	}
	free(fixture);
	return 0;
}

/* ---- every name looked at ---- */

struct hit {
	struct found_name found;
	struct name_source source;
	const char *name;
};

static bool
same_text(const char *a, const char *b, void (*turn)(struct str *out, const char *text))
{
	struct str x = { 0 }, y = { 0 };
	turn(&x, a);
	turn(&y, b);
	bool same = x.length && strcmp(str_text(&x), str_text(&y)) == 0;
	str_release(&x);
	str_release(&y);
	return same;
}

static enum rank
rank_of(const char *typed, const char *name)
{
	enum match match = *name ? text_match(typed, name, NULL, 0, NULL) : MATCH_NONE;
	return match == MATCH_NONE                   ? RANK_NONE
		: same_text(typed, name, text_lower) ? RANK_SAME
		: same_text(typed, name, text_bare)  ? RANK_WHOLE
		: match == MATCH_EXACT               ? RANK_EXACT
						     : RANK_LOOSE;
}

static bool
has_words(const struct row *row)
{
	struct str bare = { 0 };
	text_bare(&bare, row->name);
	text_bare(&bare, row->brief);
	bool has = bare.length > 0;
	str_release(&bare);
	return has;
}

static bool
comes_before(struct name_source a, struct name_source b)
{
	return a.entity == b.entity ? a.id < b.id : a.entity == ENTITY_PHASE;
}

static void
note(struct hit *hits, size_t *count, const struct row *row, enum rank rank, const char *name)
{
	struct hit hit = { { row->kind, row->subject, rank, is_there(row->subject) }, row->source, name };
	for (size_t n = 0; n < *count; n++)
		if (hits[n].found.subject == row->subject) {
			if (rank > hits[n].found.rank ||
				(rank == hits[n].found.rank && comes_before(row->source, hits[n].source)))
				hits[n] = hit;
			return;
		}
	hits[(*count)++] = hit;
}

static int
by_rank(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;
	if (a->found.rank != b->found.rank)
		return a->found.rank > b->found.rank ? -1 : 1;
	if (a->found.valid != b->found.valid)
		return a->found.valid ? -1 : 1;
	int order = text_compare(a->name, b->name);
	return order ? order : a->found.subject < b->found.subject ? -1 : 1;
}

static size_t
look_at_all(struct hit *hits, const struct fixture *fixture, const struct names_wish *wish)
{
	size_t count = 0;
	for (size_t n = 0; n < fixture->count; n++) {
		const struct row *row = &fixture->rows[n];
		if (!has_words(row))
			continue;
		enum rank rank = rank_of(wish->typed, row->name), second = rank_of(wish->typed, row->brief);
		if ((rank || second) && (row->kind == ENTITY_UNIT ? wish->units : wish->clusters))
			note(hits, &count, row, second > rank ? second : rank, second > rank ? row->brief : row->name);
	}
	qsort(hits, count, sizeof *hits, by_rank);
	return count;
}

static void
check_found(struct fixture *fixture, const struct names_wish *wish)
{
	struct hit hits[SUBJECTS];
	struct found_name *found;
	struct err err = { 0 };
	size_t count, total, all = look_at_all(hits, fixture, wish);
	check(names_find(&found, &count, &total, fixture->names, wish, &err));
	if (total != all || count != (all < wish->wanted ? all : wish->wanted))
		fail_msg("«%s»: %zu of %zu, should be %zu", wish->typed, count, total, all);
	for (size_t n = 0; n < count; n++)
		if (found[n].subject != hits[n].found.subject || found[n].kind != hits[n].found.kind ||
			found[n].rank != hits[n].found.rank || found[n].valid != hits[n].found.valid)
			fail_msg("«%s», place %zu: %lld rank %d, should be %lld «%s» rank %d", wish->typed, n,
				(long long)found[n].subject, (int)found[n].rank, (long long)hits[n].found.subject,
				hits[n].name, (int)hits[n].found.rank);
	free(found);
}

static struct names_wish
any_wish(struct fixture *fixture, const char *typed)
{
	static const size_t wanted[] = { 0, 1, 3, 20, 200, SIZE_MAX };
	unsigned kinds = any(fixture, 3);
	return (struct names_wish){ .typed = typed,
		.units = kinds != 1,
		.clusters = kinds != 0,
		.day = "2024-12-31",
		.wanted = wanted[any(fixture, 6)],
		.life = life_of,
		.to = fixture };
}

static void
ask_around(struct fixture *fixture, int rounds)
{
	for (int n = 0; n < rounds; n++) {
		char *typed = n % 3 ? any_name(fixture, 3) : strdup(fixture->rows[any(fixture, ROWS)].name);
		if (n % 2 && strlen(typed) > 1)
			typed[1 + any(fixture, 4) % (strlen(typed) - 1)] = '\0';
		struct names_wish wish = any_wish(fixture, typed);
		if (*typed)
			check_found(fixture, &wish);
		free(typed);
	}
}

static void
the_best_are_those_of_a_look_at_every_name(void **state)
{
	ask_around(*state, ROUNDS);
}

static void
names_taken_out_and_put_in_are_missed_and_found(void **state)
{
	struct fixture *fixture = *state;
	for (int round = 0; round < 20; round++) {
		struct name_source sources[30];
		for (size_t n = 0; n < 30; n++) {
			struct row *row = &fixture->rows[any(fixture, (unsigned)fixture->count)];
			struct row last = fixture->rows[--fixture->count];
			sources[n] = row->source;
			free(row->name);
			free(row->brief);
			*row = last;
			fixture->rows[fixture->count] = (struct row){ .source = sources[n] };
		}
		for (size_t n = 0; n < 30; n++)
			names_drop(fixture->names, sources[n]);
		size_t left = 0;
		for (size_t n = 0; n < fixture->count; n++)
			left += has_words(&fixture->rows[n]);
		check_int(names_count(fixture->names), left);
		for (size_t n = 0; n < 30; n++) {
			struct row *row = &fixture->rows[fixture->count++];
			row->subject = 1 + any(fixture, SUBJECTS);
			row->kind = row->subject % 5 ? ENTITY_UNIT : ENTITY_CLUSTER;
			row->name = any_name(fixture, 5);
			row->brief = any_name(fixture, 3);
			names_add(fixture->names, row->kind, row->subject, row->source, row->name, row->brief);
		}
		ask_around(fixture, 10);
	}
}

static void
names_without_letters_are_left_out_even_of_nothing(void **state)
{
	(void)state;
	struct names *names = names_new();
	names_add(names, ENTITY_UNIT, 5, (struct name_source){ ENTITY_PHASE, 1 }, "", "");
	names_add(names, ENTITY_UNIT, 5, (struct name_source){ ENTITY_PHASE, 2 }, "…", "");
	check_int(names_count(names), 0);
	names_add(names, ENTITY_UNIT, 5, (struct name_source){ ENTITY_PHASE, 3 }, "", "Hà Nam");
	check_int(names_count(names), 1);
	names_free(names);
}

static void
much_taken_out_is_a_reason_to_begin_anew(void **state)
{
	(void)state;
	struct names *names = names_new();
	struct name_source source = { ENTITY_PHASE, 1 };
	check(!names_are_wasteful(names));
	for (int n = 0; n < 3000; n++) {
		names_add(names, ENTITY_UNIT, 5, source, "LĐLĐ tỉnh Hà Nam", "Hà Nam");
		names_drop(names, source);
	}
	check_int(names_count(names), 0);
	check(names_are_wasteful(names));
	names_free(names);
}

static void
days_of_a_subject_are_read_once_until_it_changes(void **state)
{
	struct fixture fixture = { .names = names_new() };
	(void)state;
	struct name_source source = { ENTITY_PHASE, 1 };
	struct names_wish wish = {
		.typed = "ha", .units = true, .day = "2024-12-31", .wanted = 5, .life = life_of, .to = &fixture
	};
	names_add(fixture.names, ENTITY_UNIT, 4, source, "Hà Nam", "");
	for (int n = 0; n < 2; n++) {
		struct found_name *found;
		struct err err = { 0 };
		size_t count, total;
		check(names_find(&found, &count, &total, fixture.names, &wish, &err));
		check_int(count, 1);
		free(found);
	}
	check_int(fixture.lives_read, 1);
	names_forget_life(fixture.names, ENTITY_UNIT, 4);
	names_forget_life(fixture.names, ENTITY_CLUSTER, 4);
	struct found_name *found;
	struct err err = { 0 };
	size_t count, total;
	check(names_find(&found, &count, &total, fixture.names, &wish, &err));
	check_int(fixture.lives_read, 2);
	free(found);
	names_free(fixture.names);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_names, drop_names)
	const struct CMUnitTest tests[] = {
		T(the_best_are_those_of_a_look_at_every_name),
		T(names_taken_out_and_put_in_are_missed_and_found),
		cmocka_unit_test(names_without_letters_are_left_out_even_of_nothing),
		cmocka_unit_test(much_taken_out_is_a_reason_to_begin_anew),
		cmocka_unit_test(days_of_a_subject_are_read_once_until_it_changes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
