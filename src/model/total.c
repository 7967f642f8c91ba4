#include "model/total.h"
#include "text/number.h"
#include "wide.h"
#include <string.h>

struct part
part_of_figure(int64_t subject, const struct figure_facts *figure)
{
	return (struct part){
		.subject = subject,
		.known = figure->known,
		.status = figure->status,
		.quantity = figure->quantity,
		.coverage = figure->coverage,
		.as_of = figure->as_of,
	};
}

static bool
part_is_asked(const struct part *part)
{
	return !(part->known && part->status == FIGURE_STATUS_NOT_ASKED);
}

static bool
part_has_number(const struct part *part)
{
	return part->known && part->status == FIGURE_STATUS_NUMBER;
}

/* Whether a ratio or mean of this unit can take part in one of several units. */
static bool
part_is_made(const struct part *part, const struct metric_facts *metric)
{
	if (metric->kind == METRIC_KIND_MEAN && metric->weight)
		return part_has_number(part) && part->has_weight;
	return part->has_numerator && part->has_denominator;
}

static bool
too_large(struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("Tổng quá lớn: sổ chỉ giữ số đến 1.000.000.000.000.000.",
			"The sum is too large: the book keeps numbers up to 1.000.000.000.000.000."),
		NULL);
}

/* The sums are made in 128 bits, so that the order of the parts cannot decide whether they fit. */
static bool
add_parts(struct total *out, const struct part *parts, size_t count, struct err *err)
{
	wide sum = 0;
	enum choice_number qualifier = QUALIFIER_EXACTLY;
	for (size_t i = 0; i < count; i++) {
		if (!part_has_number(&parts[i]))
			continue;
		sum += parts[i].quantity.amount;
		qualifier = qualifier_of_sum(qualifier, parts[i].quantity.qualifier);
	}
	if (sum > QUANTITY_LIMIT || sum < -QUANTITY_LIMIT)
		return too_large(err);
	out->quantity = (struct quantity){ .amount = (int64_t)sum, .qualifier = qualifier };
	return true;
}

struct fraction {
	wide above, below;
	enum choice_number above_qualifier, below_qualifier;
};

static void
add_to_fraction(struct fraction *fraction, const struct part *part, bool weighted)
{
	struct quantity below = weighted ? part->weight : part->denominator;
	if (weighted) {
		fraction->above += (wide)part->quantity.amount * part->weight.amount;
		fraction->above_qualifier = qualifier_of_sum(fraction->above_qualifier, part->quantity.qualifier);
		/* an inexact weight may pull the mean to either side */
		enum choice_number about =
			part->weight.qualifier == QUALIFIER_EXACTLY ? QUALIFIER_EXACTLY : QUALIFIER_ABOUT;
		fraction->above_qualifier = qualifier_of_sum(fraction->above_qualifier, about);
	} else {
		fraction->above += part->numerator.amount;
		fraction->above_qualifier = qualifier_of_sum(fraction->above_qualifier, part->numerator.qualifier);
		fraction->below_qualifier = qualifier_of_sum(fraction->below_qualifier, below.qualifier);
	}
	fraction->below += below.amount;
}

static bool
make_fraction(
	struct total *out, const struct metric_facts *metric, const struct part *parts, size_t count, struct err *err)
{
	bool weighted = metric->kind == METRIC_KIND_MEAN && metric->weight;
	struct fraction fraction = { .above_qualifier = QUALIFIER_EXACTLY, .below_qualifier = QUALIFIER_EXACTLY };
	for (size_t i = 0; i < count; i++)
		if (part_is_asked(&parts[i]))
			add_to_fraction(&fraction, &parts[i], weighted);
	if (fraction.below == 0)
		return true;
	int shift = weighted ? 0 : metric->decimals + metric->denominator_decimals - metric->numerator_decimals;
	if (!weighted && metric->percent)
		shift += 2;
	if (shift > 0)
		fraction.above *= wide_power_of_ten(shift);
	else
		fraction.below *= wide_power_of_ten(-shift);
	if (!wide_divide(&out->quantity.amount, fraction.above, fraction.below, QUANTITY_LIMIT))
		return too_large(err);
	out->quantity.qualifier =
		qualifier_of_sum(fraction.above_qualifier, qualifier_turned(fraction.below_qualifier));
	out->known = true;
	return true;
}

static void
count_parts(struct total *out, const struct metric_facts *metric, const struct part *parts, size_t count)
{
	const char *as_of = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct part *part = &parts[i];
		if (!part_is_asked(part))
			continue;
		out->asked++;
		if (!(metric_adds(metric) ? part_has_number(part) : part_is_made(part, metric)))
			continue;
		out->counted++;
		if (part->known && part->coverage != FIGURE_COVERAGE_EXACT)
			out->mixed_coverage = true;
		if (!metric_is_state(metric) || !part->as_of || !*part->as_of)
			continue;
		if (as_of && strcmp(as_of, part->as_of) != 0)
			out->mixed_as_of = true;
		as_of = part->as_of;
	}
}

bool
total_of(struct total *out, const struct metric_facts *metric, const struct part *parts, size_t count, struct err *err)
{
	*out = (struct total){ .known = false };
	count_parts(out, metric, parts, count);
	if (out->counted == 0)
		return true;
	if (!metric_adds(metric))
		return out->counted < out->asked || make_fraction(out, metric, parts, count, err);
	out->known = true;
	return add_parts(out, parts, count, err);
}

void
total_show_count(struct str *out, const struct total *total)
{
	str_add_format(out, "%zu/%zu", total->counted, total->asked);
}

bool
discrepancy_of(struct discrepancy *out, const struct part *reported, const struct total *total, struct err *err)
{
	*out = (struct discrepancy){ .missing = total->asked - total->counted };
	if (out->missing || !total->known || !part_has_number(reported))
		return true;
	out->known = true;
	return quantity_subtract(&out->difference, reported->quantity, total->quantity, err);
}

void
discrepancy_show(struct str *out, const struct discrepancy *discrepancy, const struct metric_facts *metric)
{
	if (discrepancy->missing) {
		struct str count = { 0 };
		str_add_integer(&count, (int64_t)discrepancy->missing);
		say_add(out, SAY("thiếu {1}", "lacks {1}"), str_text(&count), NULL);
		str_release(&count);
	} else if (discrepancy->known) {
		quantity_show_signed(out, discrepancy->difference, metric);
	} else {
		str_add_text(out, "…");
	}
}

void
quantity_show_signed(struct str *out, struct quantity quantity, const struct metric_facts *metric)
{
	struct metric_facts plain = *metric;
	plain.percent = false;
	size_t start = out->length;
	quantity_show(out, quantity, &plain);
	bool marked = quantity.qualifier != QUALIFIER_EXACTLY;
	if (quantity.amount > 0)
		str_splice(out, start + (marked ? 1 : 0), 0, "+", 1);
}
