#include "model/series.h"
#include "base/mem.h"
#include "text/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reading with a number, on its way into a chain of readings that follow one another. */
struct link {
	const struct reading *reading;
	struct days days;
	size_t length; /* links of the shortest chain from the wanted first day to here; 0 = none */
	size_t before; /* the link before it when length > 1 */
};
struct chain {
	struct link *links;
	size_t count;
};

void
standing_release(struct standing *standing)
{
	free(standing->records);
	*standing = (struct standing){ .known = false };
}

static struct days
reading_days(const struct reading *reading)
{
	return period_is_span_row(reading->period) ? reading->span : days_of_period(reading->period);
}

static void
stand_for(struct standing *out, const struct reading *reading, struct days days, bool exact)
{
	out->known = true;
	out->quantity = reading->figure.quantity;
	out->covers = days;
	out->exact = exact;
	out->partial_coverage = reading->figure.coverage != FIGURE_COVERAGE_EXACT;
	out->records = mem_new(1, sizeof *out->records);
	out->records[0] = reading->record;
	out->record_count = 1;
}

static void
last_state(struct standing *out, struct days wanted, const struct reading *readings, size_t count)
{
	const struct reading *best = NULL;
	struct days best_days = days_all();
	for (size_t i = 0; i < count; i++) {
		struct days days = reading_days(&readings[i]);
		if (!figure_has_number(&readings[i].figure) || !days_contain_day(&wanted, days.last))
			continue;
		int later = best ? day_compare(days.last, best_days.last) : 1;
		if (later < 0 || (later == 0 && day_compare(days.first, best_days.first) >= 0))
			continue;
		best = &readings[i];
		best_days = days;
	}
	if (best)
		stand_for(out, best, best_days, day_compare(best_days.last, wanted.last) == 0);
}

static int
by_last_day(const void *a, const void *b)
{
	const struct link *left = a, *right = b;
	int order = day_compare(left->days.last, right->days.last);
	return order ? order : day_compare(left->days.first, right->days.first);
}

static struct chain
chain_of(struct days wanted, const struct reading *readings, size_t count)
{
	struct chain chain = { .links = mem_new(count + 1, sizeof *chain.links) };
	for (size_t i = 0; i < count; i++) {
		struct days days = reading_days(&readings[i]);
		if (figure_has_number(&readings[i].figure) && days_any(&days) && days_contain(&wanted, &days))
			chain.links[chain.count++] = (struct link){ .reading = &readings[i], .days = days };
	}
	qsort(chain.links, chain.count, sizeof *chain.links, by_last_day);
	return chain;
}

static void
connect_links(struct chain *chain, struct days wanted)
{
	for (size_t i = 0; i < chain->count; i++) {
		struct link *link = &chain->links[i];
		if (day_compare(link->days.first, wanted.first) == 0) {
			link->length = 1;
			continue;
		}
		for (size_t before = 0; before < i; before++) {
			const struct link *candidate = &chain->links[before];
			char next[11];
			date_day_after(candidate->days.last, next);
			bool shorter = candidate->length && (!link->length || candidate->length + 1 < link->length);
			if (!shorter || day_compare(next, link->days.first) != 0)
				continue;
			link->length = candidate->length + 1;
			link->before = before;
		}
	}
}

/* The link that ends the chain which goes furthest, the shortest of those; NULL when none begins on the wanted day. */
static const struct link *
furthest(const struct chain *chain)
{
	const struct link *best = NULL;
	for (size_t i = 0; i < chain->count; i++) {
		const struct link *link = &chain->links[i];
		if (!link->length)
			continue;
		int later = best ? day_compare(link->days.last, best->days.last) : 1;
		if (later > 0 || (later == 0 && link->length < best->length))
			best = link;
	}
	return best;
}

static bool
add_chain(struct standing *out, const struct chain *chain, const struct link *last, struct days wanted, struct err *err)
{
	struct quantity sum = { .qualifier = QUALIFIER_EXACTLY };
	out->records = mem_new(last->length, sizeof *out->records);
	out->record_count = last->length;
	const struct link *link = last;
	for (size_t left = last->length; left > 0; left--) {
		out->records[left - 1] = link->reading->record;
		if (link->reading->figure.coverage != FIGURE_COVERAGE_EXACT)
			out->partial_coverage = true;
		if (!quantity_add(&sum, sum, link->reading->figure.quantity, err))
			return false;
		if (left > 1)
			link = &chain->links[link->before];
	}
	out->known = true;
	out->quantity = sum;
	memcpy(out->covers.first, wanted.first, sizeof out->covers.first);
	memcpy(out->covers.last, last->days.last, sizeof out->covers.last);
	out->exact = day_compare(last->days.last, wanted.last) == 0;
	return true;
}

static bool
add_parts_of_year(
	struct standing *out, struct days wanted, const struct reading *readings, size_t count, struct err *err)
{
	struct chain chain = chain_of(wanted, readings, count);
	connect_links(&chain, wanted);
	const struct link *last = furthest(&chain);
	bool added = !last || add_chain(out, &chain, last, wanted, err);
	free(chain.links);
	return added;
}

bool
series_at(struct standing *out, const struct metric_facts *metric, period wanted, const struct reading *readings,
	size_t count, struct err *err)
{
	*out = (struct standing){ .known = false };
	struct days days = days_of_period(wanted);
	for (size_t i = 0; i < count; i++) {
		if (readings[i].period != wanted || !readings[i].figure.known)
			continue;
		days = reading_days(&readings[i]);
		out->status = readings[i].figure.status;
		if (figure_has_number(&readings[i].figure))
			stand_for(out, &readings[i], days, true);
		return true;
	}
	if (period_is_span_row(wanted) || !metric_adds(metric))
		return true;
	if (metric_is_state(metric)) {
		last_state(out, days, readings, count);
		return true;
	}
	return add_parts_of_year(out, days, readings, count, err);
}

/* The period of whole months that has these days, or 0. */
static period
period_of_days(const struct days *days)
{
	int year, month, day, last_year, last_month, last_day;
	if (sscanf(days->first, "%d-%d-%d", &year, &month, &day) != 3 ||
		sscanf(days->last, "%d-%d-%d", &last_year, &last_month, &last_day) != 3)
		return 0;
	if (day != 1 || last_day != days_in_month(last_year, last_month))
		return 0;
	period p = period_months(year, month, (last_year - year) * 12 + last_month);
	return period_is_valid(p) ? p : 0;
}

void
standing_show_covered(struct str *out, const struct standing *standing)
{
	period p = period_of_days(&standing->covers);
	if (p) {
		period_show(p, out);
		return;
	}
	struct str first = { 0 }, last = { 0 };
	date_show(&first, standing->covers.first);
	date_show(&last, standing->covers.last);
	bool from_january = strcmp(standing->covers.first + 4, "-01-01") == 0;
	struct words words = from_january ? SAY("đến {2}", "to {2}") : SAY("từ {1} đến {2}", "from {1} to {2}");
	say_add(out, words, str_text(&first), str_text(&last), NULL);
	str_release(&first);
	str_release(&last);
}
