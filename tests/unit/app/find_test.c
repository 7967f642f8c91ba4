/* What somebody types is answered from the names in memory or from the tables, as by a look at every name. */
#include "app/find.h"
#include "app/find_index.h"
#include "app/naming.h"
#include "base/mem.h"
#include "book.h"
#include "text/case.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/key.h"
#include <stdlib.h>

#define GENERATED 60
#define QUERIES 120
#define SHOWN 20
#define DAY "2024-12-31"
#define ALIASES 1000000 /* added to the id of an alias: they come after all phases */

/* A phase or an alias. */
struct row {
	enum entity_id kind;
	int64_t subject, source;
	char *name, *brief;
	bool valid;
};
struct book {
	struct store *store;
	struct row *rows;
	size_t count, capacity;
	unsigned long long seed;
};

static unsigned
any(struct book *book, unsigned below)
{
	book->seed = book->seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(book->seed >> 33) % below;
}

/* ---- every name of the book ---- */

static void
forget_rows(struct book *book)
{
	for (size_t n = 0; n < book->count; n++) {
		free(book->rows[n].name);
		free(book->rows[n].brief);
	}
	free(book->rows);
	book->rows = NULL;
	book->count = book->capacity = 0;
}

static void
keep_row(struct book *book, struct row row)
{
	char first[11], last[11];
	struct err err = { 0 };
	works(subject_life(book->store, row.subject, first, last, &err), &err);
	row.valid = strcmp(first, DAY) <= 0 && strcmp(DAY, last) <= 0;
	ARRAY_RESERVE(book->rows, book->count, book->capacity);
	book->rows[book->count++] = row;
}

static void
keep_record(struct book *book, const struct record *record)
{
	struct row row = { .source = record->id };
	struct err err = { 0 };
	if (record->entity->id == ENTITY_PHASE) {
		row.subject = record_integer(record, PHASE_SUBJECT, 0);
		row.name = mem_copy_text(record_text(record, PHASE_NAME));
		row.brief = mem_copy_text(record_text(record, PHASE_SHORT));
		works(subject_kind(&row.kind, book->store, row.subject, &err), &err);
	} else {
		row.kind = (enum entity_id)record_integer(record, ALIAS_ENTITY, 0);
		row.subject = record_integer(record, ALIAS_RECORD, 0);
		row.source += ALIASES;
		row.name = mem_copy_text(record_text(record, ALIAS_TEXT));
		row.brief = mem_copy_text("");
		if (row.kind != ENTITY_UNIT && row.kind != ENTITY_CLUSTER) {
			free(row.name);
			free(row.brief);
			return;
		}
	}
	keep_row(book, row);
}

static void
read_rows(struct book *book)
{
	static const enum entity_id kinds[] = { ENTITY_PHASE, ENTITY_ALIAS };
	struct err err = { 0 };
	forget_rows(book);
	for (size_t k = 0; k < ARRAY_COUNT(kinds); k++) {
		int64_t ids[2000];
		size_t count;
		works(record_page(ids, ARRAY_COUNT(ids), &count, book->store, kinds[k], 0, &err), &err);
		for (size_t n = 0; n < count; n++) {
			struct record record = stored(book->store, kinds[k], ids[n]);
			keep_record(book, &record);
			record_release(&record);
		}
	}
}

/* ---- the look at every name ---- */

struct seen {
	const struct row *row;
	const char *name;
	enum rank rank;
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

static void
note(struct seen *all, size_t *count, struct seen seen)
{
	for (size_t n = 0; n < *count; n++)
		if (all[n].row->subject == seen.row->subject) {
			if (seen.rank > all[n].rank ||
				(seen.rank == all[n].rank && seen.row->source < all[n].row->source))
				all[n] = seen;
			return;
		}
	all[(*count)++] = seen;
}

static int
by_rank(const void *x, const void *y)
{
	const struct seen *a = x, *b = y;
	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	if (a->row->valid != b->row->valid)
		return a->row->valid ? -1 : 1;
	int order = text_compare(a->name, b->name);
	return order ? order : a->row->subject < b->row->subject ? -1 : 1;
}

static size_t
look_at_all(struct seen *all, const struct book *book, enum entity_id kind, const char *typed)
{
	size_t count = 0;
	for (size_t n = 0; n < book->count; n++) {
		const struct row *row = &book->rows[n];
		enum rank rank = rank_of(typed, row->name), second = rank_of(typed, row->brief);
		if ((kind == ENTITY_NONE || kind == row->kind) && (rank || second))
			note(all, &count,
				(struct seen){
					row, second > rank ? row->brief : row->name, second > rank ? second : rank });
	}
	qsort(all, count, sizeof *all, by_rank);
	return count;
}

static void
check_candidates(const struct book *book, enum entity_id kind, const char *typed)
{
	struct seen *all = mem_new(book->count + 1, sizeof *all);
	struct candidate found[SHOWN];
	struct err err = { 0 };
	size_t count, total, wanted = look_at_all(all, book, kind, typed);
	works(find_candidates(found, SHOWN, &count, &total, book->store, kind, kind == ENTITY_NONE, typed, DAY, &err),
		&err);
	if (total != wanted || count != (wanted < SHOWN ? wanted : SHOWN))
		fail_msg("«%s»: %zu of %zu, should be %zu", typed, count, total, wanted);
	for (size_t n = 0; n < count; n++)
		if (found[n].id != all[n].row->subject || found[n].entity != all[n].row->kind ||
			found[n].valid != all[n].row->valid || found[n].exact != (all[n].rank >= RANK_EXACT))
			fail_msg("«%s», place %zu: %lld, should be %lld «%s»", typed, n, (long long)found[n].id,
				(long long)all[n].row->subject, all[n].name);
	candidates_release(found, count);
	free(all);
}

static void
check_hits(const struct book *book, enum entity_id kind, const char *typed)
{
	struct seen *all = mem_new(book->count + 1, sizeof *all);
	struct hits hits = { 0 };
	struct err err = { 0 };
	size_t wanted = look_at_all(all, book, kind, typed);
	works(find_hits(&hits, book->store, kind, kind == ENTITY_NONE, false, typed, DAY, &err), &err);
	check_int(hits.count, wanted);
	for (size_t n = 0; n < wanted; n++)
		if (hits.items[n].id != all[n].row->subject || hits.items[n].rank != all[n].rank ||
			hits.items[n].valid != all[n].row->valid)
			fail_msg("«%s», place %zu: %lld, should be %lld «%s»", typed, n, (long long)hits.items[n].id,
				(long long)all[n].row->subject, all[n].name);
	hits_release(&hits);
	free(all);
}

/* ---- books and queries ---- */

static const char *const syllables[] = { "Bình", "Thái", "Hòa", "Hoà", "Phú", "Đông", "Sơn", "Hưng", "Hùng", "Mỹ", "Mi",
	"Quy", "Qui", "An" };
static const char *const kinds_of_unit[] = { "LĐLĐ huyện", "CĐCS Trường Tiểu học", "Công đoàn cơ sở xã",
	"CĐ Khối số III" };

static char *
any_name(struct book *book)
{
	struct str name = { 0 };
	str_add_format(&name, "%s %s %s", kinds_of_unit[any(book, ARRAY_COUNT(kinds_of_unit))],
		syllables[any(book, ARRAY_COUNT(syllables))], syllables[any(book, ARRAY_COUNT(syllables))]);
	if (any(book, 3) == 0)
		str_add_format(&name, " %u", any(book, 30));
	return str_take(&name);
}

static void
add_alias(struct store *store, int64_t unit, const char *text)
{
	struct record alias = record_new(ENTITY_ALIAS);
	record_set_integer(&alias, ALIAS_ENTITY, ENTITY_UNIT);
	record_set_integer(&alias, ALIAS_RECORD, unit);
	record_set_text(&alias, ALIAS_TEXT, text);
	add(store, alias);
}

/* The example with more units: some gone, some with two names, some with an alias. */
static struct book
make_example(void **state)
{
	struct book book = { .store = make_book(*state, "so.db", "hoa"), .seed = 5 };
	struct err err = { 0 };
	works(load_catalogue(book.store, &err) && load_example(book.store, &err), &err);
	for (int n = 0; n < GENERATED; n++) {
		char *name = any_name(&book), *alias = any_name(&book);
		int64_t unit = add_unit(book.store, NULL, name, n % 4 ? NULL : "2001", n % 3 ? NULL : "2019-06-30");
		if (n % 5 == 0)
			add_alias(book.store, unit, alias);
		free(name);
		free(alias);
	}
	read_rows(&book);
	return book;
}

static void
close_book(struct book *book)
{
	forget_rows(book);
	store_close(book->store);
}

/* Words of a name, or a name, cut somewhere as while typing. */
static char *
any_query(struct book *book)
{
	static const char *const words[] = { "b", "binh", "thai", "hoà", "hưng", "hung", "so 3", "số iii", "so vii",
		"cum", "ldld", "LĐLĐ", "tinh", "my", "qui", "xa", "…", "3", "ha nam", "cđ", "cong doan", "nam dinh" };
	struct str query = { 0 };
	if (any(book, 3) == 0) {
		const struct row *row = &book->rows[any(book, (unsigned)book->count)];
		str_add_text(&query, any(book, 2) ? row->name : row->brief);
	}
	for (unsigned n = query.length ? 2 : any(book, 2); n < 2; n++)
		str_add_format(&query, "%s%s", query.length ? " " : "", words[any(book, ARRAY_COUNT(words))]);
	size_t length = query.length;
	if (any(book, 3) == 0)
		length -= any(book, 4) % length;
	while (length < query.length && ((unsigned char)query.bytes[length] & 0xC0) == 0x80)
		length++;
	str_cut(&query, length);
	return str_take(&query);
}

static enum entity_id
any_kind(struct book *book)
{
	static const enum entity_id kinds[] = { ENTITY_NONE, ENTITY_UNIT, ENTITY_CLUSTER };
	return kinds[any(book, 3)];
}

static void
ask_around(struct book *book, int queries)
{
	for (int n = 0; n < queries; n++) {
		char *typed = any_query(book);
		check_candidates(book, any_kind(book), typed);
		check_hits(book, any_kind(book), typed);
		free(typed);
	}
}

/* ---- the tests ---- */

static void
names_in_memory_answer_as_a_look_at_every_name(void **state)
{
	struct book book = make_example(state);
	struct names *names;
	struct err err = { 0 };
	ask_around(&book, QUERIES);
	works(find_index(&names, book.store, true, &err), &err);
	check_int(names_count(names), book.count);
	close_book(&book);
}

static void
tables_answer_as_a_look_at_every_name_inside_a_change(void **state)
{
	struct book book = make_example(state);
	struct change *change;
	struct names *names;
	struct err err = { 0 };
	struct record phase = stored(book.store, ENTITY_PHASE, book.rows[7].source);
	works(change_begin(&change, book.store, "save", NULL, &err), &err);
	works(find_index(&names, book.store, true, &err), &err);
	check(names != NULL);
	record_set_text(&phase, PHASE_SHORT, "Binh Thai Hung");
	works(edit_put(change, &phase, NULL, &err), &err);
	works(find_index(&names, book.store, true, &err), &err);
	check(names == NULL);
	read_rows(&book);
	ask_around(&book, QUERIES / 4);
	change_abandon(change);
	read_rows(&book);
	ask_around(&book, QUERIES / 4);
	record_release(&phase);
	close_book(&book);
}

/* Their labels, in order. */
static void
check_found(struct store *store, const char *typed, const char *expected)
{
	struct candidate found[SHOWN];
	struct err err = { 0 };
	struct str list = { 0 };
	size_t count, total;
	works(find_candidates(found, SHOWN, &count, &total, store, ENTITY_UNIT, false, typed, DAY, &err), &err);
	for (size_t n = 0; n < count; n++)
		str_add_format(&list, "%s%s", n ? " | " : "", found[n].label);
	check_text(str_text(&list), expected);
	check_int(total, count);
	candidates_release(found, count);
	str_release(&list);
}

static int64_t
phase_of(struct store *store, int64_t unit)
{
	struct err err = { 0 };
	int64_t *ids;
	size_t count;
	works(record_parts(&ids, &count, store, ENTITY_PHASE, unit, &err), &err);
	int64_t first = ids[0];
	free(ids);
	return first;
}

static void
what_another_writes_is_found_at_the_next_key(void **state)
{
	struct store *hoa = make_book(*state, "so.db", "hoa"), *lan = reopen_book(*state, "so.db", "lan");
	struct err err = { 0 };
	int64_t first = add_unit(hoa, NULL, "LĐLĐ huyện Bình Lục", NULL, NULL);
	check_found(hoa, "binh", "LĐLĐ huyện Bình Lục");
	check_found(lan, "binh", "LĐLĐ huyện Bình Lục");
	int64_t second = add_unit(lan, NULL, "LĐLĐ huyện Bình Giang", NULL, NULL);
	check_found(hoa, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Lục");
	works(change_text(lan, ENTITY_PHASE, phase_of(lan, first), PHASE_SHORT, "LĐLĐ Bình Lục cũ", &err), &err);
	check_found(hoa, "luc cu", "LĐLĐ Bình Lục cũ");
	works(change_text(lan, ENTITY_PHASE, phase_of(lan, first), PHASE_TO, "2020", &err) &&
			change_text(lan, ENTITY_UNIT, first, UNIT_TO, "2020", &err),
		&err);
	add_unit(lan, NULL, "LĐLĐ huyện Bình Tân", NULL, NULL);
	check_found(hoa, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Tân | LĐLĐ Bình Lục cũ");
	works(change_text(lan, ENTITY_UNIT, second, UNIT_TO, "2001", &err), &err);
	check_found(hoa, "binh", "LĐLĐ huyện Bình Tân | LĐLĐ huyện Bình Giang | LĐLĐ Bình Lục cũ");
	add_alias(lan, first, "Ngọc Lũ");
	check_found(hoa, "ngoc lu", "LĐLĐ Bình Lục cũ");
	store_close(lan);
	store_close(hoa);
}

static void
what_is_removed_merged_or_undone_is_not_found(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t luc = add_unit(store, NULL, "LĐLĐ huyện Bình Lục", NULL, NULL);
	int64_t giang = add_unit(store, NULL, "LĐLĐ huyện Bình Giang", NULL, NULL);
	int64_t tan = add_unit(store, NULL, "LĐLĐ huyện Bình Tân", NULL, NULL);
	check_found(store, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Lục | LĐLĐ huyện Bình Tân");
	works(remove_record(store, ENTITY_UNIT, tan, &err), &err);
	check_found(store, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Lục");
	works(undo_last(store, &err), &err);
	check_found(store, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Lục | LĐLĐ huyện Bình Tân");
	works(edit_merge(store, ENTITY_UNIT, luc, giang, NULL, NULL, &err), &err);
	check_found(store, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Tân");
	check_found(store, "binh luc", "LĐLĐ huyện Bình Giang");
	works(undo_last(store, &err), &err);
	check_found(store, "binh luc", "LĐLĐ huyện Bình Lục");
	works(change_text(store, ENTITY_PHASE, phase_of(store, luc), PHASE_NAME, "LĐLĐ huyện Thanh Liêm", &err) &&
			change_text(store, ENTITY_PHASE, phase_of(store, luc), PHASE_SHORT, "Thanh Liêm", &err),
		&err);
	check_found(store, "luc", "");
	works(undo_last(store, &err) && undo_last(store, &err), &err);
	check_found(store, "thanh", "");
	check_found(store, "luc", "LĐLĐ huyện Bình Lục");
	store_close(store);
}

static void
a_change_that_is_abandoned_leaves_the_names_as_they_were(void **state)
{
	struct store *hoa = make_book(*state, "so.db", "hoa"), *lan = reopen_book(*state, "so.db", "lan");
	struct change *change;
	struct err err = { 0 };
	int64_t unit = add_unit(hoa, NULL, "LĐLĐ huyện Bình Lục", NULL, NULL);
	add_unit(lan, NULL, "LĐLĐ huyện Bình Giang", NULL, NULL);
	struct record phase = stored(hoa, ENTITY_PHASE, phase_of(hoa, unit));
	works(change_begin(&change, hoa, "save", NULL, &err), &err);
	/* the names are read while the change has an id that the next one will get */
	check_found(hoa, "binh", "LĐLĐ huyện Bình Giang | LĐLĐ huyện Bình Lục");
	record_set_text(&phase, PHASE_SHORT, "LĐLĐ huyện Thanh Liêm");
	works(edit_put(change, &phase, NULL, &err), &err);
	check_found(hoa, "thanh", "LĐLĐ huyện Thanh Liêm");
	change_abandon(change);
	check_found(hoa, "thanh", "");
	add_unit(lan, NULL, "LĐLĐ huyện Thanh Hà", NULL, NULL);
	check_found(hoa, "thanh", "LĐLĐ huyện Thanh Hà");
	record_release(&phase);
	store_close(lan);
	store_close(hoa);
}

/* While names are read piece by piece some that were read already change, and some that come later; one comes, one goes. */
static void
what_changes_while_names_are_read_ahead_is_found(void **state)
{
	struct book book = make_example(state);
	struct store *lan = reopen_book(*state, "so.db", "lan");
	struct err err = { 0 };
	struct names *names;
	bool more = true;
	int64_t last = book.rows[0].subject;
	for (size_t n = 0; n < book.count; n++)
		last = book.rows[n].source < ALIASES ? book.rows[n].subject : last;
	for (size_t n = 0; more; n++) {
		works(find_read(&more, book.store, 5, &err), &err);
		if (n < 10)
			works(change_text(lan, ENTITY_PHASE, book.rows[n * 7].source, PHASE_SHORT, syllables[n], &err),
				&err);
		if (n == 3)
			add_cluster(lan, NULL, "Cụm Bình Hưng", book.rows[0].subject);
		if (n == 4)
			works(remove_record(lan, ENTITY_UNIT, last, &err), &err);
	}
	read_rows(&book);
	ask_around(&book, QUERIES / 4);
	works(find_index(&names, book.store, false, &err), &err);
	check_int(names_count(names), book.count);
	store_close(lan);
	close_book(&book);
}

static void
one_name_is_looked_up_without_reading_all_names(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	enum entity_id kind;
	int64_t unit = add_unit(store, NULL, "LĐLĐ huyện Bình Lục", NULL, NULL), id;
	struct names *names;
	works(find_one(&kind, &id, store, ENTITY_UNIT, false, "binh luc", NULL, &err), &err);
	check_int(id, unit);
	works(find_index(&names, store, false, &err), &err);
	check(names == NULL);
	works(find_one(&kind, &id, store, ENTITY_UNIT, false, "binh l", NULL, &err), &err);
	check_int(id, unit);
	works(find_index(&names, store, false, &err), &err);
	check(names != NULL);
	store_close(store);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
		T(names_in_memory_answer_as_a_look_at_every_name),
		T(tables_answer_as_a_look_at_every_name_inside_a_change),
		T(what_another_writes_is_found_at_the_next_key),
		T(what_is_removed_merged_or_undone_is_not_found),
		T(a_change_that_is_abandoned_leaves_the_names_as_they_were),
		T(what_changes_while_names_are_read_ahead_is_found),
		T(one_name_is_looked_up_without_reading_all_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
