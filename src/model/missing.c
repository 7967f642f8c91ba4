#include "model/missing.h"
#include "base/ids.h"
#include "base/mem.h"
#include <stdlib.h>

static const struct reported *
row_of(const struct reported *reported, size_t count, int64_t unit, int64_t metric)
{
	for (size_t i = 0; i < count; i++)
		if (reported[i].unit == unit && reported[i].metric == metric)
			return &reported[i];
	return NULL;
}

static void
add_item(struct missing *out, int64_t unit, int64_t metric, bool not_yet)
{
	ARRAY_RESERVE(out->items, out->count, out->capacity);
	out->items[out->count++] = (struct missing_item){ .unit = unit, .metric = metric, .not_yet = not_yet };
}

/* One unit against the metrics asked; whether it has any figure. */
static bool
look_at_unit(
	struct missing *out, int64_t unit, const struct ids *metrics, const struct reported *reported, size_t count)
{
	bool any = false;
	for (size_t i = 0; i < metrics->count; i++) {
		const struct reported *row = row_of(reported, count, unit, metrics->items[i]);
		if (row && row->status == FIGURE_STATUS_NOT_ASKED)
			continue;
		out->asked++;
		bool not_yet = row && row->status == FIGURE_STATUS_NOT_YET;
		if (!row)
			out->without++;
		if (!row || not_yet)
			add_item(out, unit, metrics->items[i], not_yet);
		else
			any = true;
	}
	return any;
}

void
missing_of(struct missing *out, int year, const int64_t *members, size_t member_count, const struct asked_metric *asked,
	size_t asked_count, const struct reported *reported, size_t reported_count)
{
	struct ids metrics = { 0 };
	*out = (struct missing){ .units = member_count };
	for (size_t i = 0; i < asked_count; i++)
		if (asked_in_year(&asked[i], year))
			ids_add(&metrics, asked[i].metric);
	for (size_t i = 0; i < member_count; i++)
		if (look_at_unit(out, members[i], &metrics, reported, reported_count))
			out->units_with_any++;
	ids_release(&metrics);
}

void
missing_release(struct missing *missing)
{
	free(missing->items);
	*missing = (struct missing){ .items = NULL };
}

size_t
missing_count(const struct missing *missing, int64_t unit, int64_t metric)
{
	size_t count = 0;
	for (size_t i = 0; i < missing->count; i++) {
		const struct missing_item *item = &missing->items[i];
		if ((!unit || item->unit == unit) && (!metric || item->metric == metric))
			count++;
	}
	return count;
}

size_t
submissions_in(const enum choice_number *states, size_t count)
{
	size_t in = 0;
	for (size_t i = 0; i < count; i++)
		in += states[i] == SUBMISSION_STATE_HANDED_IN || states[i] == SUBMISSION_STATE_ACCEPTED;
	return in;
}
