#include "facts.h"
#include "../check.h"
#include <stdlib.h>

struct quantity
quantity_of(const char *text)
{
	static const char signs[] = "=><~";
	struct quantity quantity = { .qualifier = QUALIFIER_EXACTLY };
	const char *sign = *text ? strchr(signs, *text) : NULL;
	if (sign)
		quantity.qualifier = (enum choice_number)(sign - signs);
	quantity.amount = strtoll(text + (sign != NULL), NULL, 10);
	return quantity;
}

struct metric_facts
metric_of(const char *name)
{
	static const struct {
		const char *name;
		struct metric_facts facts;
	} metrics[] = {
		{ "members", { .id = 1, .name = "Đoàn viên mới", .measure = "đoàn viên", .kind = METRIC_KIND_FLOW } },
		{ "plan", { .id = 1, .measure = "đoàn viên", .slash = METRIC_SLASH_PLAN } },
		{ "whole", { .id = 1, .measure = "đoàn viên", .slash = METRIC_SLASH_WHOLE } },
		{ "other", { .id = 1, .measure = "đoàn viên", .slash = METRIC_SLASH_OTHER } },
		{ "money", { .id = 2, .measure = "đồng", .money = true, .money_scale = 6 } },
		{ "dong", { .id = 2, .measure = "đồng", .money = true } },
		{ "wage",
			{ .id = 3,
				.measure = "đồng/người/tháng",
				.kind = METRIC_KIND_MEAN,
				.money = true,
				.money_scale = 6,
				.weight = 1 } },
		{ "share",
			{ .id = 4,
				.measure = "%",
				.kind = METRIC_KIND_RATIO,
				.percent = true,
				.decimals = 1,
				.numerator = 1,
				.denominator = 6 } },
		{ "meals", { .id = 5, .measure = "% CĐCS", .kind = METRIC_KIND_RATIO, .percent = true } },
		{ "stock",
			{ .id = 6, .name = "Tổng số đoàn viên", .measure = "đoàn viên", .kind = METRIC_KIND_STOCK } },
		{ "class",
			{ .id = 7, .measure = "CĐCS", .kind = METRIC_KIND_CLASS, .class_of = METRIC_CLASS_OF_FLOW } },
		{ "class stock",
			{ .id = 8, .measure = "CĐCS", .kind = METRIC_KIND_CLASS, .class_of = METRIC_CLASS_OF_STOCK } },
		{ "complaints", { .id = 9, .measure = "đơn", .better = METRIC_BETTER_DOWN } },
		{ "neutral", { .id = 10, .measure = "cuộc", .better = METRIC_BETTER_NEITHER } },
		{ "thousandths", { .id = 11, .measure = "điểm", .decimals = 3 } },
		{ "average",
			{ .id = 12,
				.measure = "điểm",
				.kind = METRIC_KIND_MEAN,
				.decimals = 2,
				.numerator = 1,
				.denominator = 6 } },
	};
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++)
		if (strcmp(metrics[i].name, name) == 0)
			return metrics[i].facts;
	fail_msg("no metric %s", name);
	return metrics[0].facts;
}
