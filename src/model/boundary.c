#include "model/boundary.h"
#include "base/mem.h"
#include "base/str.h"
#include "wide.h"
#include <stdlib.h>
#include <string.h>

enum when { BEFORE, INSIDE, AFTER }; /* a succession, against a period: BEFORE is in force all the time */

struct search {
	struct boundary *out;
	period period;
	int64_t metric;
	const struct succession_edge *edges;
	size_t edge_count;
	const struct predecessors_said *said;
	size_t said_count;
	struct err *err;
};
/* What of a unit is wanted: so much of it, as it was before a day. */
struct wanted {
	int64_t subject, numerator, denominator;
	const char *until;
	size_t depth;
};

bool
succession_is_whole(enum choice_number kind)
{
	return kind == SUCCESSION_KIND_MERGER || kind == SUCCESSION_KIND_ABSORPTION ||
		kind == SUCCESSION_KIND_REPLACEMENT || kind == SUCCESSION_KIND_REFOUNDED;
}

bool
succession_begins(enum choice_number kind)
{
	return kind != SUCCESSION_KIND_ABSORPTION && kind != SUCCESSION_KIND_PART_TRANSFER &&
		kind != SUCCESSION_KIND_END;
}

bool
succession_inherits(enum choice_number kind)
{
	return kind != SUCCESSION_KIND_PART_TRANSFER && kind != SUCCESSION_KIND_END;
}

void
boundary_release(struct boundary *boundary)
{
	free(boundary->parts);
	*boundary = (struct boundary){ .parts = NULL };
}

static enum when
when_of(const struct succession_edge *edge, period p)
{
	struct days date = days_of_date(edge->date), days = days_of_period(p);
	if (day_compare(date.last, days.first) <= 0)
		return BEFORE;
	return day_compare(date.first, days.last) > 0 ? AFTER : INSIDE;
}

static int64_t
common_divisor(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a ? a : 1;
}

static void
reduce(int64_t *numerator, int64_t *denominator)
{
	int64_t divisor = common_divisor(*numerator, *denominator);
	*numerator /= divisor;
	*denominator /= divisor;
}

static struct boundary_part *
part_of_subject(struct boundary *boundary, int64_t subject)
{
	for (size_t i = 0; i < boundary->count; i++)
		if (boundary->parts[i].subject == subject)
			return &boundary->parts[i];
	ARRAY_RESERVE(boundary->parts, boundary->count, boundary->capacity);
	struct boundary_part *part = &boundary->parts[boundary->count++];
	*part = (struct boundary_part){ .subject = subject, .denominator = 1 };
	return part;
}

static bool
too_fine(struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("Phần chuyển qua quá nhiều lần chia, tách: không tính được.",
			"The shares go through too many divisions: they cannot be computed."),
		NULL);
}

/* Shares of thousands multiply: after a few of them the denominators leave 64 bits. */
static bool
multiply(int64_t *product, int64_t a, int64_t b, struct err *err)
{
	return !__builtin_mul_overflow(a, b, product) || too_fine(err);
}

static bool
add_part(const struct search *search, int64_t subject, int64_t numerator, int64_t denominator, int64_t amount)
{
	struct boundary_part *part = part_of_subject(search->out, subject);
	int64_t left, right, below;
	if (!multiply(&left, part->numerator, denominator, search->err) ||
		!multiply(&right, numerator, part->denominator, search->err) ||
		!multiply(&below, part->denominator, denominator, search->err))
		return false;
	if (__builtin_add_overflow(left, right, &part->numerator) ||
		__builtin_add_overflow(part->amount, amount, &part->amount))
		return too_fine(search->err);
	part->denominator = below;
	reduce(&part->numerator, &part->denominator);
	return true;
}

static const struct succession_part *
share_of(const struct succession_edge *edge, int64_t metric)
{
	for (size_t i = 0; i < edge->part_count; i++)
		if (edge->parts[i].metric == metric)
			return &edge->parts[i];
	return NULL;
}

static bool
refuse_share(const struct search *search, const struct succession_edge *edge)
{
	return err_set(search->err, ERR_NOT_ALLOWED,
		SAY("{1} nhận một phần của {2} mà sổ chưa ghi phần chuyển của chỉ tiêu này: không "
		    "tính được theo ranh giới hôm nay.",
			"{1} received a part of {2} and the book has no share of this metric: it cannot be "
			"computed under today's boundaries."),
		edge->successor_name ? edge->successor_name : "", edge->predecessor_name ? edge->predecessor_name : "",
		NULL);
}

static bool
refuse_unsaid(struct err *err, const struct succession_edge *edge)
{
	return err_set(err, ERR_NOT_ALLOWED,
		SAY("Số liệu của {1} chưa nói có gồm {2} hay không: chưa cộng được; hãy ghi rõ ở phiếu "
		    "số liệu.",
			"The figure of {1} does not say whether it includes {2}: no sum; say it on the form of the "
			"figure."),
		edge->successor_name ? edge->successor_name : "", edge->predecessor_name ? edge->predecessor_name : "",
		NULL);
}

static bool collect(const struct search *search, struct wanted wanted);

static bool
take_predecessor(const struct search *search, const struct succession_edge *edge, struct wanted of, const char *day)
{
	struct wanted taken = of;
	taken.subject = edge->predecessor;
	taken.until = day;
	taken.depth = of.depth + 1;
	if (succession_is_whole(edge->kind))
		return collect(search, taken);
	const struct succession_part *share = share_of(edge, search->metric);
	if (!share)
		return refuse_share(search, edge);
	if (share->has_value) {
		int64_t amount;
		if (!wide_divide(&amount, (wide)share->value * of.numerator, of.denominator, QUANTITY_LIMIT))
			return too_fine(search->err);
		return add_part(search, edge->predecessor, 0, 1, amount);
	}
	if (!multiply(&taken.numerator, of.numerator, share->permille, search->err) ||
		!multiply(&taken.denominator, of.denominator, 1000, search->err))
		return false;
	reduce(&taken.numerator, &taken.denominator);
	return collect(search, taken);
}

/* Whether predecessors of an edge inside the period are to be added; *refused when that is not known. */
static bool
adds_inside(const struct search *search, const struct succession_edge *edge, bool *refused)
{
	for (size_t i = 0; i < search->said_count; i++) {
		const struct predecessors_said *said = &search->said[i];
		if (said->subject != edge->successor || !said->known)
			continue;
		*refused = said->with_predecessors == FIGURE_WITH_PREDECESSORS_UNKNOWN;
		return said->with_predecessors == FIGURE_WITH_PREDECESSORS_NO;
	}
	return true;
}

static bool
collect_predecessors(const struct search *search, struct wanted wanted, bool *existed)
{
	for (size_t i = 0; i < search->edge_count; i++) {
		const struct succession_edge *edge = &search->edges[i];
		struct days date = days_of_date(edge->date);
		enum when when = when_of(edge, search->period);
		if (edge->successor != wanted.subject || when == BEFORE || day_compare(date.first, wanted.until) > 0)
			continue;
		if (when == AFTER && succession_begins(edge->kind))
			*existed = false;
		bool refused = false;
		bool adds = when == AFTER || adds_inside(search, edge, &refused);
		if (refused)
			return refuse_unsaid(search->err, edge);
		if (adds && !take_predecessor(search, edge, wanted, date.first))
			return false;
	}
	return true;
}

/* Takes away from a unit that was larger what it has given since. */
static bool
collect_itself(const struct search *search, struct wanted wanted)
{
	int64_t numerator = wanted.numerator, denominator = wanted.denominator, amount = 0;
	for (size_t i = 0; i < search->edge_count; i++) {
		const struct succession_edge *edge = &search->edges[i];
		struct days date = days_of_date(edge->date);
		bool gave = edge->kind == SUCCESSION_KIND_SPLIT_OFF || edge->kind == SUCCESSION_KIND_PART_TRANSFER;
		if (edge->predecessor != wanted.subject || !gave || when_of(edge, search->period) != AFTER ||
			day_compare(date.first, wanted.until) >= 0)
			continue;
		const struct succession_part *share = share_of(edge, search->metric);
		if (!share)
			return refuse_share(search, edge);
		if (share->has_value) {
			if (__builtin_sub_overflow(amount, share->value, &amount))
				return too_fine(search->err);
			continue;
		}
		if (!multiply(&numerator, numerator, 1000 - share->permille, search->err) ||
			!multiply(&denominator, denominator, 1000, search->err))
			return false;
		reduce(&numerator, &denominator);
	}
	return add_part(search, wanted.subject, numerator, denominator, amount);
}

static bool
collect(const struct search *search, struct wanted wanted)
{
	bool existed = true;
	if (wanted.depth > search->edge_count)
		return true;
	if (!collect_predecessors(search, wanted, &existed))
		return false;
	return !existed || collect_itself(search, wanted);
}

bool
boundary_now(struct boundary *out, int64_t subject, period p, int64_t metric, const struct succession_edge *edges,
	size_t edge_count, const struct predecessors_said *said, size_t said_count, struct err *err)
{
	*out = (struct boundary){ .parts = NULL };
	struct search search = { .out = out,
		.period = p,
		.metric = metric,
		.edges = edges,
		.edge_count = edge_count,
		.said = said,
		.said_count = said_count,
		.err = err };
	struct wanted wanted = { .subject = subject, .numerator = 1, .denominator = 1, .until = DAY_LAST };
	if (collect(&search, wanted))
		return true;
	boundary_release(out);
	return false;
}

/* The unit that stood in its place before it began, 0 when it is not known; *began_later = false: it existed itself. */
static int64_t
forerunner(int64_t subject, period p, const struct succession_edge *edges, size_t edge_count, bool *began_later)
{
	int64_t namesake = 0, only = 0;
	size_t count = 0;
	for (size_t i = 0; i < edge_count; i++) {
		const struct succession_edge *edge = &edges[i];
		if (edge->successor != subject || !succession_begins(edge->kind) || when_of(edge, p) != AFTER)
			continue;
		count++;
		if (edge->predecessor_name && text_equal(edge->predecessor_name, edge->successor_name))
			namesake = edge->predecessor;
		if (succession_is_whole(edge->kind))
			only = edge->predecessor;
	}
	*began_later = count > 0;
	return namesake ? namesake : count == 1 ? only : 0;
}

void
boundary_then(struct boundary *out, int64_t subject, period p, const struct succession_edge *edges, size_t edge_count)
{
	*out = (struct boundary){ .parts = NULL };
	for (size_t depth = 0; subject && depth <= edge_count; depth++) {
		bool began_later;
		int64_t before = forerunner(subject, p, edges, edge_count, &began_later);
		if (!began_later) {
			*part_of_subject(out, subject) =
				(struct boundary_part){ .subject = subject, .numerator = 1, .denominator = 1 };
			return;
		}
		subject = before;
	}
}

bool
boundary_quantity(struct quantity *out, const struct boundary_part *part, struct quantity figure, struct err *err)
{
	int64_t scaled;
	if (!wide_divide(&scaled, (wide)figure.amount * part->numerator, part->denominator, QUANTITY_LIMIT))
		return too_fine(err);
	struct quantity share = { .amount = scaled, .qualifier = figure.qualifier };
	if (part->numerator == 0)
		share.qualifier = QUALIFIER_EXACTLY;
	else if (part->numerator != part->denominator)
		share.qualifier = QUALIFIER_ABOUT;
	struct quantity fixed = { .amount = part->amount, .qualifier = QUALIFIER_EXACTLY };
	return quantity_add(out, share, fixed, err);
}

struct settling {
	bool *keep;
	const int64_t *subjects;
	size_t count;
	period period;
	const struct succession_edge *edges;
	size_t edge_count;
};

static size_t
place_of(const struct settling *settling, int64_t subject)
{
	size_t i = 0;
	while (i < settling->count && settling->subjects[i] != subject)
		i++;
	return i;
}

static void
leave_out(const struct settling *settling, int64_t subject, size_t depth)
{
	size_t place = place_of(settling, subject);
	if (place < settling->count)
		settling->keep[place] = false;
	for (size_t i = 0; i < settling->edge_count && depth < settling->edge_count; i++) {
		const struct succession_edge *edge = &settling->edges[i];
		if (edge->successor == subject && when_of(edge, settling->period) == INSIDE &&
			succession_is_whole(edge->kind))
			leave_out(settling, edge->predecessor, depth + 1);
	}
}

static const struct predecessors_said *
said_of(const struct predecessors_said *said, size_t count, int64_t subject)
{
	for (size_t i = 0; i < count; i++)
		if (said[i].subject == subject && said[i].known)
			return &said[i];
	return NULL;
}

bool
boundary_settle(bool *keep, const int64_t *subjects, size_t count, period p, const struct succession_edge *edges,
	size_t edge_count, const struct predecessors_said *said, size_t said_count, struct err *err)
{
	struct settling settling = { .keep = keep,
		.subjects = subjects,
		.count = count,
		.period = p,
		.edges = edges,
		.edge_count = edge_count };
	for (size_t i = 0; i < count; i++)
		keep[i] = true;
	for (size_t i = 0; i < edge_count; i++) {
		const struct succession_edge *edge = &edges[i];
		const struct predecessors_said *successor = said_of(said, said_count, edge->successor);
		if (when_of(edge, p) != INSIDE || !edge->successor || !successor ||
			place_of(&settling, edge->successor) == count)
			continue;
		bool counted_twice =
			said_of(said, said_count, edge->predecessor) && place_of(&settling, edge->predecessor) < count;
		if (successor->with_predecessors == FIGURE_WITH_PREDECESSORS_NO)
			continue;
		bool whole = succession_is_whole(edge->kind);
		if (successor->with_predecessors == FIGURE_WITH_PREDECESSORS_YES && whole)
			leave_out(&settling, edge->predecessor, 0);
		else if (counted_twice)
			return refuse_unsaid(err, edge);
	}
	return true;
}
