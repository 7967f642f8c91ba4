/* The best names for what was typed. */
#include "base/mem.h"
#include "names_private.h"
#include <stdlib.h>
#include <string.h>

struct search {
	struct names *names;
	const struct names_wish *wish;
	uint32_t day; /* YYYYMMDD */
	size_t hits[RANK_SAME + 1];
	struct found_name *found;
	size_t found_count, found_capacity;
};

/* ---- what fits ---- */

/* Of equal ranks the first stays. */
static void
note_best(struct search *search, struct name_list *list, size_t n, enum rank rank, bool brief)
{
	struct best *best = &list->best[list->rows[n].owner];
	if (best->rank >= rank)
		return;
	if (best->rank)
		search->hits[best->rank]--;
	search->hits[rank]++;
	*best = (struct best){ .row = (uint32_t)n, .rank = (uint8_t)rank, .brief = brief };
}

static void
rank_row(struct search *search, struct name_list *list, size_t n)
{
	const struct wordbook_query *query = &search->names->query;
	enum rank rank = wordbook_rank(query, phrase_of(search->names, &list->rows[n], false));
	enum rank second = wordbook_rank(query, phrase_of(search->names, &list->rows[n], true));
	if (rank || second)
		note_best(search, list, n, second > rank ? second : rank, second > rank);
}

/* Name and brief name lie one behind the other: one look mostly says that neither fits, or that the name does and the brief one
 * does no better. */
static void
rank_row_by_first(struct search *search, struct name_list *list, size_t n)
{
	const struct wordbook_query *query = &search->names->query;
	const struct name_row *row = &list->rows[n];
	struct phrase both = both_of(search->names, row);
	size_t first = wordbook_first(query, both);
	if (first == both.length)
		return;
	if (wordbook_may_be_whole(query, phrase_of(search->names, row, false)) ||
		wordbook_may_be_whole(query, phrase_of(search->names, row, true)))
		rank_row(search, list, n);
	else
		note_best(search, list, n, RANK_LOOSE, first >= row->name_length);
}

static void
rank_all(struct search *search, struct name_list *list)
{
	if (list->best_capacity < list->owner_count) {
		list->best_capacity = list->owner_capacity;
		free(list->best);
		list->best = mem_new(list->best_capacity, sizeof *list->best);
	}
	if (list->owner_count)
		memset(list->best, 0, list->owner_count * sizeof *list->best);
	bool by_first = search->names->query.by_first;
	uint32_t initials = search->names->query.initials;
	for (size_t n = 0; n < list->row_count; n++)
		if ((list->rows[n].initials & initials) == initials)
			(by_first ? rank_row_by_first : rank_row)(search, list, n);
}

/* ---- days ---- */

static uint32_t
day_number(const char *day)
{
	uint32_t number = 0;
	for (; *day; day++)
		if (*day >= '0' && *day <= '9')
			number = number * 10 + (uint32_t)(*day - '0');
	return number;
}

static bool
is_known_gone(const struct search *search, const struct owner *owner)
{
	return owner->last && (search->day < owner->first || search->day > owner->last);
}

static bool
learn_life(struct search *search, struct owner *owner, struct err *err)
{
	char first[11], last[11];
	if (owner->last)
		return true;
	if (!search->wish->life(search->wish->to, owner->id, first, last, err))
		return false;
	owner->first = day_number(first);
	owner->last = day_number(last);
	return true;
}

/* ---- the best of one rank ---- */

struct pick {
	uint32_t list, owner;
};
/* The best so far with the worst of them on top; most is their number at most. */
struct heap {
	const struct names *names;
	struct pick *picks;
	size_t count, most;
	struct phrase worst; /* once there are that many */
};

static struct phrase
name_of(const struct names *names, struct pick pick)
{
	const struct name_list *list = &names->lists[pick.list];
	const struct best *best = &list->best[pick.owner];
	return phrase_of(names, &list->rows[best->row], best->brief);
}

static int
by_id(const struct names *names, struct pick a, struct pick b)
{
	int64_t id_a = names->lists[a.list].owners[a.owner].id, id_b = names->lists[b.list].owners[b.owner].id;
	return (id_a > id_b) - (id_a < id_b);
}

static int
compare(const struct names *names, struct pick a, struct pick b)
{
	int order = wordbook_compare(names->book, name_of(names, a), name_of(names, b));
	return order ? order : by_id(names, a, b);
}

static void
sink(struct heap *heap, size_t at, size_t count)
{
	struct pick pick = heap->picks[at];
	for (size_t child; (child = 2 * at + 1) < count; at = child) {
		if (child + 1 < count && compare(heap->names, heap->picks[child + 1], heap->picks[child]) > 0)
			child++;
		if (compare(heap->names, heap->picks[child], pick) <= 0)
			break;
		heap->picks[at] = heap->picks[child];
	}
	heap->picks[at] = pick;
}

static void
make_heap(struct heap *heap)
{
	for (size_t n = heap->count / 2; n-- > 0;)
		sink(heap, n, heap->count);
}

static void
offer(struct heap *heap, struct pick pick)
{
	if (heap->count < heap->most) {
		heap->picks[heap->count++] = pick;
		if (heap->count < heap->most)
			return;
		make_heap(heap);
	} else {
		int order = wordbook_compare(heap->names->book, name_of(heap->names, pick), heap->worst);
		if (order > 0 || (order == 0 && by_id(heap->names, pick, heap->picks[0]) > 0))
			return;
		heap->picks[0] = pick;
		sink(heap, 0, heap->count);
	}
	heap->worst = name_of(heap->names, heap->picks[0]);
}

/* Turns the heap into the list of its picks, best first. */
static void
sort(struct heap *heap)
{
	if (heap->count < heap->most)
		make_heap(heap);
	for (size_t left = heap->count; left > 1; left--) {
		struct pick worst = heap->picks[0];
		heap->picks[0] = heap->picks[left - 1];
		heap->picks[left - 1] = worst;
		sink(heap, 0, left - 1);
	}
}

/* The best `most` of the rank; gone: those known not to be there on the day, else all others. */
static struct heap
pick_best(const struct search *search, enum rank rank, bool gone, size_t most)
{
	struct heap heap = { .names = search->names, .picks = mem_new(most + 1, sizeof *heap.picks), .most = most };
	for (uint32_t l = 0; most && l < LIST_COUNT; l++) {
		const struct name_list *list = &search->names->lists[l];
		if (!(l == LIST_CLUSTERS ? search->wish->clusters : search->wish->units))
			continue;
		for (uint32_t n = 0; n < list->owner_count; n++)
			if (list->best[n].rank == rank && is_known_gone(search, &list->owners[n]) == gone)
				offer(&heap, (struct pick){ l, n });
	}
	sort(&heap);
	return heap;
}

static void
put(struct search *search, struct pick pick, enum rank rank, bool valid)
{
	ARRAY_RESERVE(search->found, search->found_count, search->found_capacity);
	search->found[search->found_count++] =
		(struct found_name){ .kind = pick.list == LIST_CLUSTERS ? ENTITY_CLUSTER : ENTITY_UNIT,
			.subject = search->names->lists[pick.list].owners[pick.owner].id,
			.rank = rank,
			.valid = valid };
}

/* Reads the lives of the picks; *gone is how many of them turn out not to be there. */
static bool
learn_lives(struct search *search, const struct heap *heap, size_t *gone, struct err *err)
{
	*gone = 0;
	for (size_t n = 0; n < heap->count; n++) {
		struct owner *owner = &search->names->lists[heap->picks[n].list].owners[heap->picks[n].owner];
		if (!learn_life(search, owner, err))
			return false;
		*gone += is_known_gone(search, owner);
	}
	return true;
}

/* Those that are there on the day.  When some of the best turn out to be gone, more are looked at. */
static bool
put_there(struct search *search, enum rank rank, size_t need, struct err *err)
{
	size_t all = search->hits[rank], most = need < all ? need : all, gone;
	for (;;) {
		struct heap heap = pick_best(search, rank, false, most);
		bool done = learn_lives(search, &heap, &gone, err);
		bool enough = done && (heap.count - gone >= need || heap.count < most || most == all);
		for (size_t n = 0; enough && n < heap.count && need; n++) {
			const struct owner *owner =
				&search->names->lists[heap.picks[n].list].owners[heap.picks[n].owner];
			if (is_known_gone(search, owner))
				continue;
			put(search, heap.picks[n], rank, true);
			need--;
		}
		free(heap.picks);
		if (!done || enough)
			return done;
		most = most < all / 4 ? most * 4 : all;
	}
}

static void
put_gone(struct search *search, enum rank rank, size_t need)
{
	struct heap heap = pick_best(search, rank, true, need < search->hits[rank] ? need : search->hits[rank]);
	for (size_t n = 0; n < heap.count; n++)
		put(search, heap.picks[n], rank, false);
	free(heap.picks);
}

static bool
put_rank(struct search *search, enum rank rank, struct err *err)
{
	size_t wanted = search->wish->wanted, before = search->found_count;
	if (!search->hits[rank] || before >= wanted)
		return true;
	if (!put_there(search, rank, wanted - before, err))
		return false;
	if (search->found_count < wanted && search->found_count - before < search->hits[rank])
		put_gone(search, rank, wanted - search->found_count);
	return true;
}

bool
names_find(struct found_name **found, size_t *count, size_t *total, struct names *names, const struct names_wish *wish,
	struct err *err)
{
	struct search search = { .names = names, .wish = wish, .day = day_number(wish->day) };
	bool good = true;
	wordbook_ask(&names->query, names->book, wish->typed);
	if (wish->units)
		rank_all(&search, &names->lists[LIST_UNITS]);
	if (wish->clusters)
		rank_all(&search, &names->lists[LIST_CLUSTERS]);
	*total = 0;
	for (int rank = RANK_SAME; rank > RANK_NONE; rank--) {
		good = good && put_rank(&search, (enum rank)rank, err);
		*total += search.hits[rank];
	}
	if (!good) {
		free(search.found);
		search.found = NULL;
		search.found_count = *total = 0;
	}
	*found = search.found;
	*count = search.found_count;
	return good;
}
