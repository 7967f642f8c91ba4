#include "model/parts.h"
#include "base/str.h"
#include "model/field.h"
#include "model/fields.h"
#include "wide.h"
#include <stdlib.h>

static const struct metric_facts *
metric_with_id(const struct metric_facts *all, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].id == id)
			return &all[i];
	return NULL;
}

bool
part_check(const struct metric_facts *metric, const struct metric_facts *all, size_t count, struct err *err)
{
	if (!metric->part_of)
		return true;
	const struct metric_facts *whole = metric_with_id(all, count, metric->part_of);
	for (size_t steps = 0; whole && steps <= count; steps++) {
		if (whole->id == metric->id)
			return err_set_field(err, METRIC_PART_OF,
				SAY("Chỉ tiêu này đi vòng lại thuộc chính nó: chọn chỉ tiêu khác.",
					"This metric would be a part of itself: choose another one."),
				NULL);
		whole = whole->part_of ? metric_with_id(all, count, whole->part_of) : NULL;
	}
	whole = metric_with_id(all, count, metric->part_of);
	if (metric->part_of == metric->id)
		return err_set_field(err, METRIC_PART_OF,
			SAY("Chỉ tiêu không thuộc chính nó được: chọn chỉ tiêu khác.",
				"A metric cannot be a part of itself: choose another one."),
			NULL);
	if (whole && (whole->kind != metric->kind || !text_equal(whole->measure, metric->measure)))
		return err_set_field(err, METRIC_PART_OF,
			SAY("Chỉ tiêu thành phần phải cùng tính chất và đơn vị tính với “{1}”.",
				"A part must have the same kind and unit of measure as “{1}”."),
			whole->name ? whole->name : "", NULL);
	return true;
}

/* What is certain of a quantity. */
struct bounds {
	bool has_low, has_high;
	int64_t low, high;
};

static struct bounds
bounds_of(struct quantity quantity)
{
	struct bounds bounds = { .low = quantity.amount, .high = quantity.amount };
	bounds.has_low = quantity.qualifier == QUALIFIER_EXACTLY || quantity.qualifier == QUALIFIER_MORE_THAN;
	bounds.has_high = quantity.qualifier == QUALIFIER_EXACTLY || quantity.qualifier == QUALIFIER_LESS_THAN;
	return bounds;
}

static bool
certainly_more(struct quantity a, struct quantity b)
{
	struct bounds left = bounds_of(a), right = bounds_of(b);
	return left.has_low && right.has_high && left.low > right.high;
}

/* The figure in the whole's decimals; an amount that does not go into them is rounded down, which can only hide a
 * breach. */
static struct quantity
in_decimals(const struct part_figure *part, int decimals)
{
	struct quantity quantity = part->figure.quantity;
	int64_t amount = 0;
	wide scaled = quantity.amount;
	int more = decimals - part->metric->decimals;
	if (more > 0)
		scaled *= wide_power_of_ten(more);
	else
		scaled /= wide_power_of_ten(-more);
	if (wide_divide(&amount, scaled, 1, INT64_MAX))
		quantity.amount = amount;
	return quantity;
}

static bool
is_part(const struct part_figure *part, const struct part_figure *whole, enum choice_number rule)
{
	return part->metric->part_of == whole->metric->id && part->metric->part_rule == rule;
}

static bool
find_larger_part(struct breach *out, const struct part_figure *whole, const struct part_figure *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (parts[i].metric->part_of != whole->metric->id || !figure_has_number(&parts[i].figure))
			continue;
		struct quantity part = in_decimals(&parts[i], whole->metric->decimals);
		if (!certainly_more(part, whole->figure.quantity))
			continue;
		*out = (struct breach){ .kind = BREACH_MORE_THAN_WHOLE,
			.part = parts[i].metric->id,
			.whole = whole->figure.quantity,
			.parts = part };
		return true;
	}
	return false;
}

bool
breach_of(struct breach *out, const struct part_figure *whole, const struct part_figure *parts, size_t count,
	struct err *err)
{
	*out = (struct breach){ .kind = BREACH_NONE };
	if (!figure_has_number(&whole->figure) || find_larger_part(out, whole, parts, count))
		return true;
	struct quantity sum = { .qualifier = QUALIFIER_EXACTLY };
	bool any = false, all = true, negative = false;
	for (size_t i = 0; i < count; i++) {
		if (!is_part(&parts[i], whole, METRIC_PART_RULE_ADDS_UP))
			continue;
		if (!figure_has_number(&parts[i].figure)) {
			all = false;
			continue;
		}
		struct quantity part = in_decimals(&parts[i], whole->metric->decimals);
		any = true;
		negative = negative || part.amount < 0;
		if (!quantity_add(&sum, sum, part, err))
			return false;
	}
	bool more = (all || !negative) && certainly_more(sum, whole->figure.quantity);
	bool less = all && certainly_more(whole->figure.quantity, sum);
	if (any && (more || less))
		*out = (struct breach){ .kind = BREACH_DOES_NOT_ADD_UP, .whole = whole->figure.quantity, .parts = sum };
	return true;
}

void
breach_say(struct str *out, const struct breach *breach, const struct part_figure *whole,
	const struct part_figure *parts, size_t count)
{
	if (breach->kind == BREACH_NONE)
		return;
	struct str sum = { 0 }, all = { 0 };
	quantity_show(&sum, breach->parts, whole->metric);
	quantity_show(&all, breach->whole, whole->metric);
	const char *part_name = "", *name = whole->metric->name ? whole->metric->name : "";
	for (size_t i = 0; i < count; i++)
		if (parts[i].metric->id == breach->part && parts[i].metric->name)
			part_name = parts[i].metric->name;
	char *text = breach->kind == BREACH_MORE_THAN_WHOLE
		? say_format(SAY("“{1}” ({2}) nhiều hơn “{3}” ({4}).", "“{1}” ({2}) is more than “{3}” ({4})."),
			  part_name, str_text(&sum), name, str_text(&all), NULL)
		: say_format(SAY("Các phần của “{3}” cộng lại là {2}, khác với {4}.",
				     "The parts of “{3}” add up to {2}, not to {4}."),
			  "", str_text(&sum), name, str_text(&all), NULL);
	str_add_text(out, text);
	free(text);
	str_release(&sum);
	str_release(&all);
}

bool
asked_in_year(const struct asked_metric *asked, int year)
{
	return asked->from_year <= year && (!asked->to_year || year <= asked->to_year);
}

bool
main_check(const struct asked_metric *all, size_t count, struct err *err)
{
	/* the number can only rise in a year in which a row begins */
	for (size_t i = 0; i < count; i++) {
		int year = all[i].from_year;
		size_t mains = 0;
		for (size_t n = 0; n < count; n++)
			if (all[n].main && asked_in_year(&all[n], year))
				mains++;
		if (mains <= MAIN_METRICS_MOST)
			continue;
		struct str text = { 0 };
		str_add_integer(&text, year);
		err_set_field(err, CLUSTER_METRIC_MAIN,
			SAY("Năm {1} đã có năm chỉ tiêu chính, nhiều nhất là năm: bỏ một chỉ tiêu chính "
			    "trước.",
				"{1} has five main metrics already, the most there may be: take one off first."),
			str_text(&text), NULL);
		err->kind = ERR_NOT_ALLOWED;
		str_release(&text);
		return false;
	}
	return true;
}
