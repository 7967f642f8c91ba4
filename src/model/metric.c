#include "model/metric.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/field.h"
#include "model/fields.h"
#include <string.h>

struct metric_facts
metric_facts_of(const struct record *metric)
{
	const char *measure = record_text(metric, METRIC_MEASURE);
	return (struct metric_facts){
		.id = metric->id,
		.name = record_text(metric, METRIC_SHORT),
		.measure = measure,
		.kind = (enum choice_number)record_integer(metric, METRIC_KIND, METRIC_KIND_FLOW),
		.class_of = (enum choice_number)record_integer(metric, METRIC_CLASS_OF, METRIC_CLASS_OF_FLOW),
		.decimals = (int)record_integer(metric, METRIC_DECIMALS, 0),
		.money = text_starts(measure, "đồng"),
		.percent = text_starts(measure, "%"),
		.slash = (enum choice_number)record_integer(metric, METRIC_SLASH, METRIC_SLASH_ASK),
		.better = (enum choice_number)record_integer(metric, METRIC_BETTER, METRIC_BETTER_UP),
		.numerator = record_integer(metric, METRIC_NUMERATOR, 0),
		.denominator = record_integer(metric, METRIC_DENOMINATOR, 0),
		.weight = record_integer(metric, METRIC_WEIGHT, 0),
		.part_of = record_integer(metric, METRIC_PART_OF, 0),
		.part_rule = (enum choice_number)record_integer(metric, METRIC_PART_RULE, METRIC_PART_RULE_AMONG),
	};
}

bool
metric_is_difference(const char *code)
{
	return strcmp(code, "dv-tang-thuan") == 0;
}

bool
metric_adds(const struct metric_facts *metric)
{
	return metric->kind != METRIC_KIND_RATIO && metric->kind != METRIC_KIND_MEAN;
}

bool
metric_is_state(const struct metric_facts *metric)
{
	return metric->kind == METRIC_KIND_STOCK ||
		(metric->kind == METRIC_KIND_CLASS && metric->class_of == METRIC_CLASS_OF_STOCK);
}

int
money_scale_for(int64_t largest)
{
	if (largest != 0 && largest < 100000)
		return 0;
	return largest > INT64_C(10000000000000) ? 9 : 6;
}

struct words
money_scale_words(int scale)
{
	switch (scale) {
	case 3:
		return SAY("nghìn đ", "thousand đ");
	case 6:
		return SAY("triệu đ", "million đ");
	case 9:
		return SAY("tỷ đ", "billion đ");
	default:
		return SAY("đ", "đ");
	}
}
