/* Measures what the screens and commands ask, inside one process: reading a cluster, finding among all names, saving with
 * history, and the functions of text/ that every name passes.
 *
 *   inside BOOK      BOOK is changed: figures are entered */
#include "app/board.h"
#include "app/compare.h"
#include "app/edit.h"
#include "app/figures.h"
#include "app/label.h"
#include "app/overview.h"
#include "app/unit.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "store/history.h"
#include "text/clean.h"
#include "text/compose.h"
#include "text/fold.h"
#include "text/key.h"
#include "text/match.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_TURNS 200
#define LEAST_TURNS 3
#define ENOUGH 0.4 /* s for one measure */
#define NAMES 2000
#define YEAR 2024

struct bench {
	const char *path;
	struct host host;
	struct store *store, *ahead;
	int64_t cluster, unit, metric;
	int turn;
	char *names[NAMES], *bares[NAMES], *keys[NAMES]; /* keys: of Telex, for each name */
	int name_count;
	struct err err;
};

static double
seconds(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int
compare_doubles(const void *x, const void *y)
{
	const double *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

/* Runs the deed again and again; its times are divided by `per`, and shown in unit (1e3: ms, 1e6: µs). */
static void
measure(struct bench *bench, const char *what, bool (*deed)(struct bench *bench), double per, double unit,
	const char *aim)
{
	double times[MOST_TURNS], begun = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	int count = 0;
	while (count < MOST_TURNS && (count < LEAST_TURNS || seconds(CLOCK_MONOTONIC) - begun < ENOUGH)) {
		double start = seconds(CLOCK_MONOTONIC);
		bench->turn = count;
		if (!deed(bench)) {
			printf("%-44s %s\n", what, bench->err.text ? bench->err.text : "does not apply");
			err_release(&bench->err);
			return;
		}
		times[count++] = (seconds(CLOCK_MONOTONIC) - start) * unit / per;
	}
	cpu = (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) * unit / per / count;
	qsort(times, (size_t)count, sizeof *times, compare_doubles);
	printf("%-44s %4d %9.3f %9.3f %9.3f %s  %s\n", what, count, times[count / 2], times[count * 99 / 100], cpu,
		unit > 1e4 ? "µs" : "ms", aim);
	fflush(stdout);
}

/* ---- reading ---- */

static bool
open_book(struct bench *bench)
{
	struct store *store;
	if (!store_open(&store, bench->path, &bench->host, "bench", &bench->err))
		return false;
	store_close(store);
	return true;
}

static bool
read_board(struct bench *bench)
{
	struct board board;
	bool done = board_read(&board, bench->store, YEAR, &bench->err);
	board_release(&board);
	return done;
}

static bool
read_overview(struct bench *bench)
{
	struct overview overview = { 0 };
	bool done = overview_read(&overview, bench->store, bench->cluster, YEAR, &bench->err);
	overview_release(&overview);
	return done;
}

static bool
read_grid(struct bench *bench)
{
	struct figure_grid grid;
	bool done = figure_grid_read(
		&grid, bench->store, bench->cluster, period_year(YEAR), FIGURE_KIND_RESULT, &bench->err);
	figure_grid_release(&grid);
	return done;
}

static bool
compare_ten_years(struct bench *bench, bool members_sum)
{
	struct sheet sheet = { 0 };
	struct compare_wish wish = { .subject = bench->cluster,
		.members_sum = members_sum,
		.first_year = YEAR - 9,
		.last_year = YEAR,
		.part = "Y" };
	bool done = compare_read(&sheet, bench->store, &wish, &bench->err);
	sheet_release(&sheet);
	return done;
}

static bool
compare_reported(struct bench *bench)
{
	return compare_ten_years(bench, false);
}

static bool
compare_members(struct bench *bench)
{
	return compare_ten_years(bench, true);
}

static bool
list_units(struct bench *bench)
{
	struct unit_row *rows;
	size_t count, total;
	bool done = units_read(&rows, &count, &total, bench->store, "", YEAR, 100, &bench->err);
	unit_rows_release(rows, count);
	return done;
}

static bool
filter_units(struct bench *bench)
{
	struct unit_row *rows;
	size_t count, total;
	bool done = units_read(&rows, &count, &total, bench->store, "binh thai hoa", YEAR, 40, &bench->err);
	unit_rows_release(rows, count);
	return done;
}

static bool
find(struct bench *bench, const char *typed)
{
	struct candidate found[20];
	size_t count, total;
	bool done = find_candidates(found, ARRAY_COUNT(found), &count, &total, bench->store, ENTITY_NONE, true, typed,
		"2024-12-31", &bench->err);
	candidates_release(found, count);
	return done;
}

/* What the first key of a search costs: in a book just opened, less the opening, which has a row of its own. */
static bool
find_first(struct bench *bench)
{
	struct store *store, *open = bench->store;
	if (!store_open(&store, bench->path, &bench->host, "bench", &bench->err))
		return false;
	bench->store = store;
	bool done = find(bench, "b");
	bench->store = open;
	store_close(store);
	return done;
}

/* A piece of the same work, as a list of values reads ahead. */
static bool
read_ahead(struct bench *bench)
{
	bool more;
	if (!bench->ahead && !store_open(&bench->ahead, bench->path, &bench->host, "bench", &bench->err))
		return false;
	bool done = find_prepare(&more, bench->ahead, &bench->err);
	if (!more) {
		store_close(bench->ahead);
		bench->ahead = NULL;
	}
	return done;
}

static bool
find_growing(struct bench *bench)
{
	return find(bench, "b") && find(bench, "bi") && find(bench, "bin") && find(bench, "binh");
}

static bool
find_everything(struct bench *bench)
{
	return find(bench, "c");
}

static bool
find_letter(struct bench *bench)
{
	return find(bench, "b");
}

static bool
find_word(struct bench *bench)
{
	return find(bench, "binh");
}

static bool
find_three_words(struct bench *bench)
{
	return find(bench, "huyen binh thai");
}

static bool
find_exactly(struct bench *bench)
{
	enum entity_id entity;
	int64_t id;
	if (!bench->name_count)
		return false;
	const char *name = bench->names[bench->turn % bench->name_count];
	bool done = find_one(&entity, &id, bench->store, ENTITY_NONE, true, name, "2024-12-31", &bench->err);
	if (!done && bench->err.kind == ERR_AMBIGUOUS) { /* namesakes: they are listed */
		err_release(&bench->err);
		done = true;
	}
	return done;
}

/* ---- writing ---- */

static bool
save_figure(struct bench *bench)
{
	struct record figure = { 0 };
	struct change *change;
	int64_t id;
	struct figure_key key = { bench->unit, bench->metric, period_year(YEAR), FIGURE_KIND_RESULT };
	if (!figure_find(&id, bench->store, key, &bench->err))
		return false;
	bool done = figure_record(&figure, bench->store, key, &bench->err);
	if (done) {
		record_set_integer(
			&figure, FIGURE_VALUE, 1000 + bench->turn + record_integer(&figure, FIGURE_VALUE, 0) % 7);
		record_set_integer(&figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY);
		record_set_integer(&figure, FIGURE_STATUS, FIGURE_STATUS_NUMBER);
		done = change_begin(&change, bench->store, "save", NULL, &bench->err);
	}
	if (done && !edit_put(change, &figure, NULL, &bench->err)) {
		change_abandon(change);
		done = false;
	} else if (done) {
		done = change_commit(change, &bench->err);
	}
	record_release(&figure);
	return done;
}

static bool
undo_last(struct bench *bench)
{
	int64_t change;
	return history_next_undo(&change, bench->store, &bench->err) &&
		(!change || edit_undo(bench->store, change, false, &bench->err));
}

static bool
look_for_news(struct bench *bench)
{
	int64_t last;
	return !store_news(bench->store, INT64_MAX, &last, NULL, NULL, &bench->err) && bench->err.kind == ERR_NONE;
}

/* ---- text ---- */

static bool
key_names(struct bench *bench)
{
	struct str out = { 0 };
	for (int i = 0; i < bench->name_count; i++) {
		str_clear(&out);
		text_key(&out, bench->names[i], KEY_WORDS);
	}
	str_release(&out);
	return bench->name_count > 0;
}

static bool
clean_names(struct bench *bench)
{
	struct str out = { 0 };
	for (int i = 0; i < bench->name_count; i++) {
		str_clear(&out);
		text_clean(&out, bench->names[i], strlen(bench->names[i]), TEXT_PARAGRAPH, NULL, &bench->err);
	}
	str_release(&out);
	return bench->name_count > 0;
}

static bool
fold_names(struct bench *bench)
{
	struct str out = { 0 };
	for (int i = 0; i < bench->name_count; i++) {
		str_clear(&out);
		text_bare(&out, bench->names[i]);
	}
	str_release(&out);
	return bench->name_count > 0;
}

static bool
match_names(struct bench *bench)
{
	struct matcher matcher = { 0 };
	matcher_set(&matcher, "binh thái");
	for (int i = 0; i < bench->name_count; i++)
		matcher_match(&matcher, bench->names[i], NULL, 0, NULL);
	matcher_release(&matcher);
	return bench->name_count > 0;
}

static bool
sieve_names(struct bench *bench)
{
	struct matcher matcher = { 0 };
	matcher_set(&matcher, "binh thái");
	for (int i = 0; i < bench->name_count; i++)
		matcher_may(&matcher, bench->bares[i]);
	matcher_release(&matcher);
	return bench->name_count > 0;
}

/* The names as they are typed with the built-in Telex: each word composed anew at each key. */
static bool
compose_names(struct bench *bench)
{
	struct str out = { 0 };
	for (int i = 0; i < bench->name_count; i++) {
		const char *word = bench->keys[i];
		for (const char *key = word; *key; key++) {
			str_clear(&out);
			if (*key == ' ')
				word = key + 1;
			else
				text_compose(word, (size_t)(key + 1 - word), COMPOSE_TELEX, COMPOSE_LOOSE, &out, NULL);
		}
	}
	str_release(&out);
	return bench->name_count > 0;
}

/* ---- the whole ---- */

/* Keys that give the name; a word that none give stays as it is. */
static char *
telex_keys(const char *name)
{
	struct str keys = { 0 };
	for (const char *at = name; *at; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		str_add_text(&keys, keys.length ? " " : "");
		if (!text_compose_keys(&keys, at, length, COMPOSE_TELEX, COMPOSE_LOOSE))
			str_add(&keys, at, length);
		at += length;
	}
	return str_take(&keys);
}

static bool
prepare(struct bench *bench)
{
	size_t count = 0, total;
	struct unit_row *rows;
	struct figure_grid grid;
	if (!store_open(&bench->store, bench->path, &bench->host, "bench", &bench->err) ||
		!record_page(&bench->cluster, 1, &count, bench->store, ENTITY_CLUSTER, 0, &bench->err) ||
		!units_read(&rows, &count, &total, bench->store, "", YEAR, NAMES, &bench->err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str bare = { 0 };
		bench->names[i] = mem_copy_text(rows[i].full_name);
		text_bare(&bare, bench->names[i]);
		bench->bares[i] = str_take(&bare);
		bench->keys[i] = telex_keys(bench->names[i]);
	}
	bench->name_count = (int)count;
	unit_rows_release(rows, count);
	if (!figure_grid_read(&grid, bench->store, bench->cluster, period_year(YEAR), FIGURE_KIND_RESULT, &bench->err))
		return false;
	bench->unit = grid.members.count ? grid.members.rows[0].unit : bench->cluster;
	bench->metric = grid.column_count ? grid.columns[0].metric : 1;
	figure_grid_release(&grid);
	return true;
}

int
main(int argc, char **argv)
{
	static struct bench bench;
	if (argc != 2) {
		fprintf(stderr, "usage: inside BOOK\n");
		return 2;
	}
	bench.path = argv[1];
	bench.host = host_machine();
	if (!prepare(&bench)) {
		fprintf(stderr, "inside: %s\n", bench.err.text ? bench.err.text : "?");
		return 1;
	}
	printf("%-44s %4s %9s %9s %9s\n", "inside", "n", "p50", "p99", "cpu");
	measure(&bench, "open and close the book", open_book, 1, 1e3, "");
	measure(&bench, "home: every cluster of the year", read_board, 1, 1e3, "");
	measure(&bench, "cluster: overview", read_overview, 1, 1e3, "");
	measure(&bench, "cluster: grid of figures", read_grid, 1, 1e3, "aim 2");
	measure(&bench, "cluster: ten years compared, reported", compare_reported, 1, 1e3, "");
	measure(&bench, "cluster: ten years compared, sums of members", compare_members, 1, 1e3, "");
	measure(&bench, "units: the first 100 in order", list_units, 1, 1e3, "aim 5");
	measure(&bench, "units: filter «binh thai hoa»", filter_units, 1, 1e3, "aim 5");
	measure(&bench, "find among all names: first key, book opened", find_first, 1, 1e3, "");
	measure(&bench, "find among all names: a piece read ahead", read_ahead, 1, 1e3, "aim 30");
	measure(&bench, "find among all names: «b»", find_letter, 1, 1e3, "aim 5");
	measure(&bench, "find among all names: «binh»", find_word, 1, 1e3, "aim 5");
	measure(&bench, "find among all names: «huyen binh thai»", find_three_words, 1, 1e3, "aim 5");
	measure(&bench, "find among all names: «b», «bi» … «binh», a key", find_growing, 4, 1e3, "aim 5");
	measure(&bench, "find among all names: «c», in nearly all", find_everything, 1, 1e3, "aim 5");
	measure(&bench, "find one by its whole name", find_exactly, 1, 1e3, "aim 5");
	measure(&bench, "save a figure with its history", save_figure, 1, 1e3, "aim 1");
	measure(&bench, "undo a save", undo_last, 1, 1e3, "");
	measure(&bench, "look for news", look_for_news, 1, 1e6, "");
	measure(&bench, "text: sort key of a name", key_names, bench.name_count, 1e6, "");
	measure(&bench, "text: cleaning of a name", clean_names, bench.name_count, 1e6, "");
	measure(&bench, "text: folding of a name", fold_names, bench.name_count, 1e6, "");
	measure(&bench, "text: match of a name", match_names, bench.name_count, 1e6, "");
	measure(&bench, "text: composing of a name, at each key", compose_names, bench.name_count, 1e6, "");
	measure(&bench, "text: sieve before the match", sieve_names, bench.name_count, 1e6, "");
	store_close(bench.ahead);
	store_close(bench.store);
	for (int i = 0; i < bench.name_count; i++) {
		free(bench.names[i]);
		free(bench.bares[i]);
		free(bench.keys[i]);
	}
	return 0;
}
