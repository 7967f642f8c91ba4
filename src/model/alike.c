#include "model/alike.h"
#include "base/ids.h"
#include <stdlib.h>

struct years {
	const int64_t *old_members, *new_members;
	size_t old_count, new_count;
	period old, new_;
	int64_t metric;
	const struct succession_edge *edges;
	size_t edge_count;
};

void
alike_release(struct alike *alike)
{
	free(alike->old_units);
	free(alike->new_units);
	free(alike->left_out);
	*alike = (struct alike){ .old_units = NULL };
}

static void
hand_over(struct alike *out, struct ids *old_units, struct ids *new_units, struct ids *left_out)
{
	*out = (struct alike){
		.old_units = old_units->items,
		.old_count = old_units->count,
		.new_units = new_units->items,
		.new_count = new_units->count,
		.left_out = left_out->items,
		.left_out_count = left_out->count,
	};
}

void
alike_same(
	struct alike *out, const int64_t *old_members, size_t old_count, const int64_t *new_members, size_t new_count)
{
	struct ids old_units = { 0 }, new_units = { 0 }, left_out = { 0 };
	for (size_t i = 0; i < new_count; i++) {
		bool both = ids_have(old_members, old_count, new_members[i]);
		ids_add(both ? &new_units : &left_out, new_members[i]);
		if (both)
			ids_add(&old_units, new_members[i]);
	}
	for (size_t i = 0; i < old_count; i++)
		if (!ids_have(new_units.items, new_units.count, old_members[i]))
			ids_add(&left_out, old_members[i]);
	hand_over(out, &old_units, &new_units, &left_out);
}

/* Adds the units of today into which a unit went. */
static void
add_today(struct ids *today, const struct years *years, int64_t unit, size_t depth)
{
	bool went_on = false;
	for (size_t i = 0; i < years->edge_count && depth <= years->edge_count; i++) {
		const struct succession_edge *edge = &years->edges[i];
		bool goes = succession_is_whole(edge->kind) || edge->kind == SUCCESSION_KIND_DIVISION ||
			edge->kind == SUCCESSION_KIND_END;
		if (edge->predecessor != unit || !goes)
			continue;
		went_on = true;
		if (edge->successor)
			add_today(today, years, edge->successor, depth + 1);
	}
	if (!went_on)
		ids_add(today, unit);
}

/* Whether all that made up the unit in the period were members; adds them to made_of then. */
static bool
all_members(const struct years *years, int64_t unit, period p, const int64_t *members, size_t count,
	struct ids *made_of, bool *all, struct err *err)
{
	struct boundary boundary;
	if (!boundary_now(&boundary, unit, p, years->metric, years->edges, years->edge_count, NULL, 0, err))
		return false;
	*all = boundary.count > 0;
	for (size_t i = 0; i < boundary.count; i++)
		if (!ids_have(members, count, boundary.parts[i].subject))
			*all = false;
	for (size_t i = 0; *all && i < boundary.count; i++)
		ids_add(made_of, boundary.parts[i].subject);
	boundary_release(&boundary);
	return true;
}

static bool
compare_units(const struct years *years, const struct ids *today, struct ids *old_units, struct ids *new_units,
	struct ids *used, struct err *err)
{
	for (size_t i = 0; i < today->count; i++) {
		struct ids made_old = { 0 }, made_new = { 0 };
		bool in_old = false, in_new = false;
		bool known = all_members(years, today->items[i], years->old, years->old_members, years->old_count,
				     &made_old, &in_old, err) &&
			all_members(years, today->items[i], years->new_, years->new_members, years->new_count,
				&made_new, &in_new, err);
		if (known && in_old && in_new) {
			ids_add(new_units, today->items[i]);
			for (size_t n = 0; n < made_old.count; n++)
				ids_add(old_units, made_old.items[n]);
			for (size_t n = 0; n < made_new.count; n++)
				ids_add(used, made_new.items[n]);
		}
		ids_release(&made_old);
		ids_release(&made_new);
		if (!known)
			return false;
	}
	return true;
}

bool
alike_today(struct alike *out, const int64_t *old_members, size_t old_count, const int64_t *new_members,
	size_t new_count, period old, period new_, int64_t metric, const struct succession_edge *edges,
	size_t edge_count, struct err *err)
{
	struct years years = { .old_members = old_members,
		.new_members = new_members,
		.old_count = old_count,
		.new_count = new_count,
		.old = old,
		.new_ = new_,
		.metric = metric,
		.edges = edges,
		.edge_count = edge_count };
	struct ids today = { 0 }, old_units = { 0 }, new_units = { 0 }, used = { 0 }, left_out = { 0 };
	*out = (struct alike){ .old_units = NULL };
	for (size_t i = 0; i < new_count; i++)
		add_today(&today, &years, new_members[i], 0);
	bool compared = compare_units(&years, &today, &old_units, &new_units, &used, err);
	for (size_t i = 0; i < new_count; i++)
		if (!ids_have(used.items, used.count, new_members[i]))
			ids_add(&left_out, new_members[i]);
	for (size_t i = 0; i < old_count; i++)
		if (!ids_have(old_units.items, old_units.count, old_members[i]))
			ids_add(&left_out, old_members[i]);
	if (compared) {
		hand_over(out, &old_units, &new_units, &left_out);
	} else {
		ids_release(&old_units);
		ids_release(&new_units);
		ids_release(&left_out);
	}
	ids_release(&today);
	ids_release(&used);
	return compared;
}
