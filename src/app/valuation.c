#include "app/valuation.h"
#include "app/metric_read.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include "model/series.h"
#include <stdlib.h>

void
valuation_release(struct valuation *valuation)
{
	free(valuation->sentence);
	*valuation = (struct valuation){ 0 };
}

struct readings {
	struct reading *items;
	size_t count, capacity;
};

static void
readings_release(struct readings *readings)
{
	for (size_t i = 0; i < readings->count; i++)
		free((char *)readings->items[i].figure.as_of);
	free(readings->items);
}

static bool
readings_read(struct readings *out, struct store *store, int64_t subject, int64_t metric, period when, struct err *err)
{
	int64_t least = (int64_t)period_first_year(when) * 100000;
	struct rows *rows;
	if (!ASK(&rows, store, READINGS, err, ARG_INTEGER(subject), ARG_INTEGER(metric), ARG_INTEGER(least),
		    ARG_INTEGER(least + 99999), ARG_INTEGER(FIGURE_KIND_RESULT)))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct reading){
			.record = rows_integer(rows, 0),
			.period = rows_integer(rows, 1),
			.span = days_of(rows_text(rows, 9), rows_text(rows, 10)),
			.figure = {
				.known = true,
				.status = (enum choice_number)rows_integer(rows, 2),
				.quantity = { rows_integer(rows, 3), (enum choice_number)rows_integer(rows, 4) },
				.coverage = (enum choice_number)rows_integer(rows, 5),
				.with_predecessors = rows_known(rows, 6) ? (enum choice_number)rows_integer(rows, 6)
									 : FIGURE_WITH_PREDECESSORS_UNKNOWN,
				.as_of = rows_known(rows, 7) ? mem_copy_text(rows_text(rows, 7)) : NULL,
			},
		};
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* The figure of one subject as it stands for the period; with: what it says of its predecessors. */
static bool
standing_read(struct standing *out, enum choice_number *with, struct store *store, int64_t subject,
	const struct figure_column *metric, period when, struct err *err)
{
	struct readings readings = { 0 };
	bool done = readings_read(&readings, store, subject, metric->metric, when, err) &&
		series_at(out, &metric->facts, when, readings.items, readings.count, err);
	*with = FIGURE_WITH_PREDECESSORS_UNKNOWN;
	for (size_t i = 0; done && i < readings.count; i++)
		if (out->record_count && readings.items[i].record == out->records[0])
			*with = readings.items[i].figure.with_predecessors;
	readings_release(&readings);
	return done;
}

static void
refuse(struct valuation *out, struct err *err)
{
	out->refused = true;
	out->sentence = mem_copy_text(err->text);
	err_release(err);
}

/* What each subject of the family says of its predecessors, for the rules of boundaries. */
static bool
said_read(struct predecessors_said **said, size_t *count, struct store *store, int64_t subject,
	const struct edges *edges, const struct figure_column *metric, period when, struct err *err)
{
	struct ids family = { 0 };
	ids_add(&family, subject);
	edges_predecessors(edges, subject, &family);
	*said = mem_new(family.count, sizeof **said);
	*count = 0;
	bool done = true;
	for (size_t i = 0; done && i < family.count; i++) {
		struct standing standing = { 0 };
		enum choice_number with;
		done = standing_read(&standing, &with, store, family.items[i], metric, when, err);
		(*said)[(*count)++] = (struct predecessors_said){ family.items[i], standing.known, with };
		standing_release(&standing);
	}
	ids_release(&family);
	return done;
}

static bool
add_part(struct valuation *out, struct store *store, const struct boundary_part *part,
	const struct figure_column *metric, period when, struct err *err)
{
	struct standing standing = { 0 };
	enum choice_number with;
	if (!standing_read(&standing, &with, store, part->subject, metric, when, err))
		return false;
	bool done = true;
	if (standing.known) {
		struct quantity share;
		done = boundary_quantity(&share, part, standing.quantity, err);
		if (done && out->point.known)
			done = quantity_add(&out->point.quantity, out->point.quantity, share, err);
		else if (done)
			out->point.quantity = share;
		out->point.exact = (out->point.counted == 0 || out->point.exact) && standing.exact;
		out->point.known = true;
		out->point.counted++;
		out->point.partial_coverage = out->point.partial_coverage || standing.partial_coverage;
		out->figure = standing.record_count == 1 ? standing.records[0] : 0;
	} else if (standing.status) {
		out->status = standing.status;
	}
	if (standing.status != FIGURE_STATUS_NOT_ASKED || standing.known)
		out->point.asked++;
	standing_release(&standing);
	return done;
}

bool
value_of_subject(struct valuation *out, struct store *store, int64_t subject, const struct figure_column *metric,
	period when, bool boundary_today, const struct edges *edges, struct err *err)
{
	*out = (struct valuation){ .point = { .period = when } };
	struct boundary boundary = { 0 };
	if (boundary_today) {
		struct predecessors_said *said;
		size_t said_count;
		bool done = said_read(&said, &said_count, store, subject, edges, metric, when, err);
		if (done &&
			!boundary_now(&boundary, subject, when, metric->metric, edges->items, edges->count, said,
				said_count, err))
			refuse(out, err);
		free(said);
		if (!done || out->refused) {
			boundary_release(&boundary);
			return done;
		}
	} else {
		boundary_then(&boundary, subject, when, edges->items, edges->count);
	}
	bool done = true;
	bool adds = metric_adds(&metric->facts) || boundary.count == 1;
	for (size_t i = 0; done && adds && i < boundary.count; i++)
		done = add_part(out, store, &boundary.parts[i], metric, when, err);
	if (boundary.count > 1)
		out->figure = 0;
	if (boundary.count <= 1)
		out->point.counted = out->point.asked = 0;
	boundary_release(&boundary);
	return done;
}

/* Members whose figures are already inside that of a successor in the same list are left out. */
static bool
settle(bool *keep, struct valuation *out, struct store *store, const int64_t *units, size_t count,
	const struct figure_column *metric, period when, const struct edges *edges, struct err *err)
{
	struct predecessors_said *said = mem_new(count, sizeof *said);
	bool done = true;
	for (size_t i = 0; done && i < count; i++) {
		struct standing standing = { 0 };
		enum choice_number with;
		keep[i] = true;
		done = standing_read(&standing, &with, store, units[i], metric, when, err);
		said[i] = (struct predecessors_said){ units[i], standing.known, with };
		standing_release(&standing);
	}
	if (done && !boundary_settle(keep, units, count, when, edges->items, edges->count, said, count, err))
		refuse(out, err);
	free(said);
	return done;
}

/* A ratio or a mean is made anew from what it is made of. */
static bool
read_made_of(struct part *part, struct store *store, const struct figure_column *metric, period when, bool today,
	const struct edges *edges, struct err *err)
{
	struct {
		int64_t id;
		bool *has;
		struct quantity *quantity;
	} made[] = {
		{ metric->facts.numerator, &part->has_numerator, &part->numerator },
		{ metric->facts.denominator, &part->has_denominator, &part->denominator },
		{ metric->facts.weight, &part->has_weight, &part->weight },
	};
	bool done = true;
	for (size_t i = 0; done && i < ARRAY_COUNT(made); i++) {
		if (!made[i].id)
			continue;
		struct figure_column of = { 0 };
		struct valuation value = { 0 };
		done = figure_column_read(&of, store, made[i].id, err) &&
			value_of_subject(&value, store, part->subject, &of, when, today, edges, err);
		*made[i].has = value.point.known && value.point.exact;
		*made[i].quantity = value.point.quantity;
		valuation_release(&value);
		figure_column_release(&of);
	}
	return done;
}

static bool
value_as_part(struct part *part, struct valuation *out, struct store *store, int64_t unit,
	const struct figure_column *metric, period when, bool today, const struct edges *edges, struct err *err)
{
	struct valuation value;
	if (!value_of_subject(&value, store, unit, metric, when, today, edges, err))
		return false;
	bool whole = value.point.known && value.point.exact && (value.point.counted == value.point.asked);
	*part = (struct part){
		.subject = unit,
		.known = value.point.known || value.status,
		.status = whole        ? FIGURE_STATUS_NUMBER
			: value.status ? value.status
				       : FIGURE_STATUS_NOT_YET,
		.quantity = value.point.quantity,
		.coverage = value.point.partial_coverage ? FIGURE_COVERAGE_MORE : FIGURE_COVERAGE_EXACT,
	};
	if (value.refused && !out->refused) {
		out->refused = true;
		out->sentence = value.sentence;
		value.sentence = NULL;
	}
	valuation_release(&value);
	bool made = metric->facts.kind == METRIC_KIND_RATIO || metric->facts.kind == METRIC_KIND_MEAN;
	return !made || read_made_of(part, store, metric, when, today, edges, err);
}

bool
value_of_units(struct valuation *out, struct store *store, const int64_t *units, size_t count,
	const struct figure_column *metric, period when, bool boundary_today, const struct edges *edges,
	struct err *err)
{
	*out = (struct valuation){ .point = { .period = when, .exact = true } };
	bool *keep = mem_new(count, sizeof *keep);
	struct part *parts = mem_new(count, sizeof *parts);
	size_t kept = 0;
	bool done = true;
	if (boundary_today || !edges->count)
		for (size_t i = 0; i < count; i++)
			keep[i] = true;
	else
		done = settle(keep, out, store, units, count, metric, when, edges, err);
	for (size_t i = 0; done && !out->refused && i < count; i++)
		if (keep[i])
			done = value_as_part(
				&parts[kept++], out, store, units[i], metric, when, boundary_today, edges, err);
	struct total total = { 0 };
	if (done && !out->refused)
		done = total_of(&total, &metric->facts, parts, kept, err);
	out->point.known = total.known;
	out->point.quantity = total.quantity;
	out->point.counted = total.counted;
	out->point.asked = total.asked;
	out->point.partial_coverage = total.mixed_coverage;
	free(parts);
	free(keep);
	return done;
}
