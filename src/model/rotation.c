#include "model/rotation.h"
#include "base/ids.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

/* A unit and all whose service it inherits. */
static void
add_inherited(struct ids *units, const struct rotation_facts *facts, int64_t unit)
{
	struct days year = days_of_year(facts->year);
	ids_add(units, unit);
	for (size_t next = 0; next < units->count; next++)
		for (size_t i = 0; i < facts->edge_count; i++) {
			const struct succession_edge *edge = &facts->edges[i];
			struct days date = days_of_date(edge->date);
			if (edge->successor == units->items[next] && succession_inherits(edge->kind) &&
				day_compare(date.first, year.last) <= 0)
				ids_add(units, edge->predecessor);
		}
}

static bool
inherits(const struct rotation_facts *facts, int64_t unit, int64_t from)
{
	struct ids units = { 0 };
	add_inherited(&units, facts, unit);
	bool found = ids_have(units.items, units.count, from);
	ids_release(&units);
	return found;
}

/* Whether an earlier term says the same post and year of these units: the person changed, or the unit was succeeded within
 * the year. */
static bool
counted_before(const struct rotation_facts *facts, size_t place, const struct ids *units)
{
	const struct term_facts *term = &facts->terms[place];
	for (size_t i = 0; term->year && i < place; i++) {
		const struct term_facts *other = &facts->terms[i];
		if (other->role == term->role && other->year == term->year &&
			ids_have(units->items, units->count, other->unit))
			return true;
	}
	return false;
}

static void
add_service(struct service *service, const struct rotation_facts *facts, size_t place, const struct ids *units)
{
	const struct term_facts *term = &facts->terms[place];
	enum role_post post = role_post_of(term->role, facts->roles, facts->role_count);
	if (post == ROLE_OTHER || term->year >= facts->year || counted_before(facts, place, units))
		return;
	if (post == ROLE_LEADER)
		service->as_leader++;
	else
		service->as_deputy++;
	if (!term->year)
		service->year_unknown++;
	else if (term->year > service->last)
		service->last = term->year;
}

void
rotation_service(struct service *out, const struct rotation_facts *facts)
{
	for (size_t m = 0; m < facts->member_count; m++) {
		struct ids units = { 0 };
		add_inherited(&units, facts, facts->members[m].unit);
		out[m] = (struct service){ .unit = facts->members[m].unit };
		for (size_t i = 0; i < facts->term_count; i++)
			if (ids_have(units.items, units.count, facts->terms[i].unit))
				add_service(&out[m], facts, i, &units);
		ids_release(&units);
	}
}

/* The suggestion while it is made. */
struct making {
	const struct rotation_facts *facts;
	struct service *service; /* one a member */
	struct ids taken;        /* units that hold or are suggested for a post of the year */
	struct rotation *out;
	size_t capacity;
};

static struct suggestion *
suggest(struct making *making, int64_t role, int64_t unit)
{
	struct rotation *out = making->out;
	ARRAY_RESERVE(out->items, out->count, making->capacity);
	struct suggestion *suggestion = &out->items[out->count++];
	*suggestion = (struct suggestion){ .role = role, .unit = unit };
	ids_add(&making->taken, unit);
	return suggestion;
}

static const struct rotation_member *
member_after(const struct making *making, int64_t deputy)
{
	const struct rotation_facts *facts = making->facts;
	for (size_t m = 0; m < facts->member_count; m++) {
		const struct rotation_member *member = &facts->members[m];
		if (!ids_have(making->taken.items, making->taken.count, member->unit) &&
			inherits(facts, member->unit, deputy))
			return member;
	}
	return NULL;
}

static bool
suggest_deputy(struct making *making, const struct role_facts *leader)
{
	const struct rotation_facts *facts = making->facts;
	for (size_t i = 0; facts->deputy_succeeds && i < facts->term_count; i++) {
		const struct term_facts *term = &facts->terms[i];
		const struct role_facts *role = NULL;
		for (size_t r = 0; r < facts->role_count; r++)
			if (facts->roles[r].id == term->role && facts->roles[r].counts &&
				facts->roles[r].succeeds_to == leader->id)
				role = &facts->roles[r];
		if (!role || term->year != facts->year - 1 || !term->unit)
			continue;
		const struct rotation_member *member = member_after(making, term->unit);
		if (!member)
			continue;
		struct suggestion *suggestion = suggest(making, leader->id, member->unit);
		suggestion->reason = ROTATION_DEPUTY_SUCCEEDS;
		suggestion->year = term->year;
		suggestion->deputy_role = role->id;
		suggestion->served_by = term->unit == member->unit ? 0 : term->unit;
		return true;
	}
	return false;
}

static bool
since_is_known(const struct rotation_member *member)
{
	return member->since && *member->since && member->since[0] != '<';
}

static int
compare_since(const struct rotation_member *a, const struct rotation_member *b)
{
	struct days left = days_of_date(a->since), right = days_of_date(b->since);
	return day_compare(left.first, right.first);
}

static int
compare_order(const struct rotation_member *a, const struct rotation_member *b)
{
	size_t common = a->key_length < b->key_length ? a->key_length : b->key_length;
	int order = common ? memcmp(a->key, b->key, common) : 0;
	if (order)
		return order;
	if (a->key_length != b->key_length)
		return a->key_length < b->key_length ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

/* Those who have waited longest, still to be told apart: indexes of members. */
struct candidates {
	size_t *items;
	size_t count;
	bool since_known;
};

static struct candidates
waiting_longest(const struct making *making)
{
	const struct rotation_facts *facts = making->facts;
	struct candidates candidates = { .items = mem_new(facts->member_count, sizeof *candidates.items),
		.since_known = true };
	int longest = 0;
	for (size_t m = 0; m < facts->member_count; m++) {
		if (ids_have(making->taken.items, making->taken.count, facts->members[m].unit))
			continue;
		int last = making->service[m].last;
		if (candidates.count && last > longest)
			continue;
		if (!candidates.count || last < longest)
			candidates = (struct candidates){ .items = candidates.items, .since_known = true };
		longest = last;
		candidates.items[candidates.count++] = m;
		if (!since_is_known(&facts->members[m]))
			candidates.since_known = false;
	}
	return candidates;
}

/* Orders by membership where all beginnings are known, then by name: insertion, they are few. */
static void
order_candidates(struct candidates *candidates, const struct rotation_member *members)
{
	for (size_t i = 1; i < candidates->count; i++)
		for (size_t n = i; n > 0; n--) {
			const struct rotation_member *a = &members[candidates->items[n - 1]],
						     *b = &members[candidates->items[n]];
			int order = candidates->since_known ? compare_since(a, b) : 0;
			if (!order)
				order = compare_order(a, b);
			if (order <= 0)
				break;
			size_t kept = candidates->items[n];
			candidates->items[n] = candidates->items[n - 1];
			candidates->items[n - 1] = kept;
		}
}

static void
name_tied(const struct making *making, struct suggestion *suggestion, const struct candidates *candidates)
{
	const struct rotation_member *members = making->facts->members;
	const struct rotation_member *first = &members[candidates->items[0]];
	struct ids tied = { 0 }, unknown = { 0 };
	bool by_membership = candidates->since_known && candidates->count > 1 &&
		compare_since(first, &members[candidates->items[1]]) < 0;
	for (size_t i = 0; i < candidates->count; i++) {
		size_t m = candidates->items[i];
		if (making->service[m].year_unknown)
			ids_add(&unknown, members[m].unit);
		bool equal = by_membership || !candidates->since_known || compare_since(first, &members[m]) == 0;
		if (i > 0 && equal)
			ids_add(&tied, members[m].unit);
	}
	if (tied.count)
		suggestion->tie = by_membership ? ROTATION_TIE_BY_MEMBERSHIP : ROTATION_TIE_BY_ORDER;
	suggestion->tied = tied.items;
	suggestion->tied_count = tied.count;
	suggestion->unknown = unknown.items;
	suggestion->unknown_count = unknown.count;
}

static void
suggest_by_waiting(struct making *making, int64_t role)
{
	struct candidates candidates = waiting_longest(making);
	order_candidates(&candidates, making->facts->members);
	if (candidates.count) {
		const struct service *service = &making->service[candidates.items[0]];
		struct suggestion *suggestion = suggest(making, role, service->unit);
		suggestion->reason = service->last ? ROTATION_LONGEST_AGO : ROTATION_NEVER_SERVED;
		suggestion->year = service->last;
		name_tied(making, suggestion, &candidates);
	}
	free(candidates.items);
}

/* Units that hold the role in a year. */
static size_t
holders(const struct rotation_facts *facts, int64_t role, int year)
{
	struct ids units = { 0 };
	for (size_t i = 0; i < facts->term_count; i++)
		if (facts->terms[i].role == role && facts->terms[i].year == year)
			ids_add(&units, facts->terms[i].unit);
	size_t count = units.count;
	ids_release(&units);
	return count;
}

static size_t
posts_wanted(const struct rotation_facts *facts, const struct role_facts *role, enum role_post post)
{
	if (post == ROLE_LEADER)
		return 1;
	if (facts->deputy_count >= 0)
		return (size_t)facts->deputy_count;
	size_t last_year = holders(facts, role->id, facts->year - 1);
	return role->single || last_year == 0 ? 1 : last_year;
}

static void
fill_role(struct making *making, const struct role_facts *role, enum role_post post)
{
	const struct rotation_facts *facts = making->facts;
	size_t wanted = posts_wanted(facts, role, post);
	for (size_t filled = holders(facts, role->id, facts->year); filled < wanted; filled++)
		if (post != ROLE_LEADER || !suggest_deputy(making, role))
			suggest_by_waiting(making, role->id);
}

static void
fill_roles(struct making *making)
{
	const struct rotation_facts *facts = making->facts;
	size_t roles = 0, empty = 0;
	for (enum role_post wanted = ROLE_LEADER; wanted <= ROLE_DEPUTY; wanted++)
		for (size_t r = 0; r < facts->role_count; r++) {
			const struct role_facts *role = &facts->roles[r];
			enum role_post post = role_post_of(role->id, facts->roles, facts->role_count);
			if (post != wanted || !role->members_only)
				continue;
			roles++;
			empty += posts_wanted(facts, role, post) > holders(facts, role->id, facts->year);
			fill_role(making, role, post);
		}
	if (!roles)
		making->out->none = ROTATION_NO_ROLES;
	else if (!empty)
		making->out->none = ROTATION_ALL_FILLED;
}

static void
find_known_years(struct rotation *out, const struct rotation_facts *facts)
{
	for (size_t i = 0; i < facts->term_count; i++) {
		int year = facts->terms[i].year;
		if (year && (!out->known_from || year < out->known_from))
			out->known_from = year;
	}
	bool age_known = facts->founded && *facts->founded && facts->founded[0] != '<';
	struct days founded = days_of_date(facts->founded),
		    known = days_of_year(out->known_from ? out->known_from : facts->year);
	out->years_missing = !age_known || day_compare(founded.last, known.first) < 0;
}

static void
take_holders(struct making *making)
{
	const struct rotation_facts *facts = making->facts;
	for (size_t i = 0; i < facts->term_count; i++) {
		const struct term_facts *term = &facts->terms[i];
		if (term->year == facts->year &&
			role_post_of(term->role, facts->roles, facts->role_count) != ROLE_OTHER)
			ids_add(&making->taken, term->unit);
	}
}

void
rotation_suggest(struct rotation *out, const struct rotation_facts *facts)
{
	*out = (struct rotation){ .none = ROTATION_SUGGESTED };
	find_known_years(out, facts);
	if (facts->rotation == CLUSTER_ROTATION_APPOINTMENT)
		out->none = ROTATION_APPOINTED;
	else if (!facts->member_count)
		out->none = ROTATION_NO_MEMBERS;
	if (out->none != ROTATION_SUGGESTED)
		return;
	struct making making = {
		.facts = facts, .out = out, .service = mem_new(facts->member_count, sizeof *making.service)
	};
	rotation_service(making.service, facts);
	take_holders(&making);
	fill_roles(&making);
	ids_release(&making.taken);
	free(making.service);
}

void
rotation_release(struct rotation *rotation)
{
	for (size_t i = 0; i < rotation->count; i++) {
		free(rotation->items[i].tied);
		free(rotation->items[i].unknown);
	}
	free(rotation->items);
	*rotation = (struct rotation){ .items = NULL };
}
