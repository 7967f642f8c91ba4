#include "model/change.h"
#include "model/total.h"
#include <stdlib.h>
#include <string.h>

static bool
same_part(const struct point *old, const struct point *new_)
{
	if (period_is_span_row(old->period) != period_is_span_row(new_->period))
		return false;
	if (period_is_span_row(old->period))
		return strcmp(old->span.first + 4, new_->span.first + 4) == 0 &&
			strcmp(old->span.last + 4, new_->span.last + 4) == 0;
	return period_same_part(old->period, period_first_year(new_->period)) == new_->period;
}

static enum trend
trend_of(struct quantity difference)
{
	switch (difference.qualifier) {
	case QUALIFIER_EXACTLY:
		return difference.amount > 0 ? TREND_UP : difference.amount < 0 ? TREND_DOWN : TREND_SAME;
	case QUALIFIER_MORE_THAN:
		return difference.amount >= 0 ? TREND_UP : TREND_UNCERTAIN;
	case QUALIFIER_LESS_THAN:
		return difference.amount <= 0 ? TREND_DOWN : TREND_UNCERTAIN;
	default:
		return TREND_UNCERTAIN;
	}
}

static int
good_of(enum trend trend, enum choice_number better)
{
	if (better == METRIC_BETTER_NEITHER || (trend != TREND_UP && trend != TREND_DOWN))
		return 0;
	return (trend == TREND_UP) == (better == METRIC_BETTER_UP) ? 1 : -1;
}

bool
year_change_of(struct year_change *out, const struct metric_facts *metric, const struct point *old,
	const struct point *new_, bool broken, struct err *err)
{
	*out = (struct year_change){ .state = CHANGE_KNOWN };
	if (!new_->known)
		out->state = CHANGE_NO_NEW;
	else if (!old->known)
		out->state = CHANGE_NO_OLD;
	else if (!old->exact || !new_->exact || !same_part(old, new_))
		out->state = CHANGE_OTHER_PART;
	else if (broken)
		out->state = CHANGE_BROKEN;
	if (out->state != CHANGE_KNOWN)
		return true;
	out->warn_coverage = old->partial_coverage || new_->partial_coverage;
	out->warn_members = old->counted != old->asked || new_->counted != new_->asked || old->asked != new_->asked;
	if (!quantity_subtract(&out->difference, new_->quantity, old->quantity, err))
		return false;
	out->trend = trend_of(out->difference);
	out->good = good_of(out->trend, metric->better);
	return quantity_change_percent(
		&out->percent, &out->has_percent, new_->quantity, old->quantity, CHANGE_DECIMALS, err);
}

void
year_change_show(struct str *out, const struct year_change *change, const struct metric_facts *metric)
{
	static const char *const signs[] = {
		[TREND_UNCERTAIN] = "",
		[TREND_UP] = "▲ ",
		[TREND_DOWN] = "▼ ",
		[TREND_SAME] = "= ",
	};
	if (change->state != CHANGE_KNOWN) {
		str_add_text(out, "…");
		return;
	}
	str_add_text(out, signs[change->trend]);
	quantity_show_signed(out, change->difference, metric);
}

void
year_change_show_percent(struct str *out, const struct year_change *change)
{
	static const struct metric_facts percent = { .decimals = CHANGE_DECIMALS };
	if (change->state == CHANGE_KNOWN && change->has_percent)
		quantity_show_signed(out, change->percent, &percent);
	else
		str_add_text(out, "…");
}

static char *
name_period(const struct point *point)
{
	struct str name = { 0 };
	if (period_is_whole_year(point->period))
		str_add_integer(&name, period_first_year(point->period));
	else
		period_show(point->period, &name);
	return str_take(&name);
}

static struct words
words_of_change(const struct year_change *change, const struct point *old, const struct point *new_)
{
	switch (change->state) {
	case CHANGE_NO_OLD:
		return SAY("{1}: sổ chưa ghi, không tính được thay đổi.",
			"{1}: not in the book, no change can be computed.");
	case CHANGE_NO_NEW:
		return SAY("{2}: sổ chưa ghi, không tính được thay đổi.",
			"{2}: not in the book, no change can be computed.");
	case CHANGE_BROKEN:
		return SAY("Giữa {1} và {2} có mốc đứt chuỗi: không so sánh được.",
			"A break lies between {1} and {2}: they are not comparable.");
	case CHANGE_OTHER_PART:
		if (!old->exact)
			return SAY("{1}: số liệu chưa đủ kỳ, không so sánh được.",
				"{1}: the figures do not cover the period, no comparison.");
		if (!new_->exact)
			return SAY("{2}: số liệu chưa đủ kỳ, không so sánh được.",
				"{2}: the figures do not cover the period, no comparison.");
		return SAY("{1} và {2} không cùng một phần của năm, không so sánh được.",
			"{1} and {2} are not the same part of the year, no comparison.");
	default:
		break;
	}
	if (change->warn_members)
		return SAY("{1} và {2} cộng số đơn vị khác nhau hoặc còn thiếu: thay đổi có thể lệch.",
			"{1} and {2} add up other or only some units: the change may be off.");
	if (change->warn_coverage)
		return SAY("Số có dấu † gộp thêm hoặc chỉ là một phần của chỉ tiêu: thay đổi có thể lệch.",
			"A figure with † covers more or less than its metric: the change may be off.");
	if (!change->has_percent)
		return SAY("{1} là 0: không tính được phần trăm.", "{1} is 0: no percentage can be computed.");
	return SAY("", "");
}

void
year_change_explain(
	struct str *out, const struct year_change *change, const struct point *old, const struct point *new_)
{
	char *old_name = name_period(old), *new_name = name_period(new_);
	say_add(out, words_of_change(change, old, new_), old_name, new_name, NULL);
	free(old_name);
	free(new_name);
}

static bool
metric_is_listed(const struct break_facts *break_, int64_t metric)
{
	for (size_t i = 0; i < break_->metric_count; i++)
		if (break_->metrics[i] == metric)
			return true;
	return false;
}

bool
break_concerns(const struct break_facts *break_, const struct metric_facts *metric, int64_t subject,
	const int64_t *above, size_t above_count)
{
	if (!(break_->all_stock && metric_is_state(metric)) && !metric_is_listed(break_, metric->id))
		return false;
	if (break_->subject == 0 || break_->subject == subject)
		return true;
	for (size_t i = 0; break_->with_children && i < above_count; i++)
		if (above[i] == break_->subject)
			return true;
	return false;
}

bool
break_between(const struct break_facts *break_, const struct metric_facts *metric, period old, period new_)
{
	struct days when = days_of_date(break_->date);
	struct days before = days_of_period(old), after = days_of_period(new_);
	const char *begin = metric_is_state(metric) ? before.last : before.first;
	return day_compare(when.last, begin) > 0 && day_compare(when.first, after.last) <= 0;
}
