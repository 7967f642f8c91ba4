/* Phases, successions and validity: what cannot be, and what looks wrong. */
#include "base/str.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/roles.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

struct phase_facts
phase_facts_of(const struct record *phase)
{
	return (struct phase_facts){
		.id = phase->id,
		.subject = record_integer(phase, PHASE_SUBJECT, 0),
		.parent = record_integer(phase, PHASE_PARENT, 0),
		.name = record_text(phase, PHASE_SHORT),
		.days = days_of(record_text(phase, PHASE_FROM), record_text(phase, PHASE_TO)),
	};
}

struct climb {
	const struct phase_facts *start;
	const struct phase_facts *phases;
	size_t count;
};

/* Whether climbing from unit along parents that hold on one common day comes back to the start. */
static bool
climbs_back(const struct climb *climb, int64_t unit, struct days days, size_t depth)
{
	if (unit == climb->start->subject)
		return true;
	for (size_t i = 0; i < climb->count && depth <= climb->count; i++) {
		const struct phase_facts *phase = &climb->phases[i];
		bool itself = climb->start->id && phase->id == climb->start->id;
		struct days common = days_common(&days, &phase->days);
		if (!itself && phase->subject == unit && phase->parent && days_any(&common) &&
			climbs_back(climb, phase->parent, common, depth + 1))
			return true;
	}
	return false;
}

bool
phase_check(const struct phase_facts *phase, const struct phase_facts *others, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		bool itself = phase->id && others[i].id == phase->id;
		if (itself || others[i].subject != phase->subject || !days_overlap(&phase->days, &others[i].days))
			continue;
		return err_set_field(err, PHASE_FROM,
			SAY("Trùng ngày với tên “{1}”: mỗi ngày chỉ một tên; kết thúc tên cũ trước, hoặc "
			    "dùng “đổi từ ngày”.",
				"On the same days as the name “{1}”: one name on any day; end the old one first, or "
				"use "
				"“change from a day”."),
			others[i].name ? others[i].name : "", NULL);
	}
	struct climb climb = { .start = phase, .phases = others, .count = count };
	if (phase->parent && climbs_back(&climb, phase->parent, phase->days, 0))
		return err_set_field(err, PHASE_PARENT,
			SAY("Cấp trên này lại ở dưới chính đơn vị trong cùng thời gian: chọn cấp trên khác.",
				"This parent stands below the unit itself at the same time: choose another parent."),
			NULL);
	return true;
}

/* Whether following successors from unit comes to target. */
static bool
leads_to(int64_t unit, int64_t target, const struct succession_facts *all, size_t count, int64_t without, size_t depth)
{
	if (unit == target)
		return true;
	for (size_t i = 0; i < count && depth <= count; i++) {
		bool itself = without && all[i].id == without;
		if (!itself && all[i].predecessor == unit && all[i].successor &&
			leads_to(all[i].successor, target, all, count, without, depth + 1))
			return true;
	}
	return false;
}

bool
succession_days_check(const struct succession_facts *succession, struct err *err)
{
	struct days date = days_of_date(succession->date);
	if (succession->predecessor_to && *succession->predecessor_to) {
		char next[11];
		struct days end = days_of_date(succession->predecessor_to);
		date_day_after(end.last, next);
		if (day_compare(date.first, next) > 0)
			return err_set_field(err, SUCCESSION_DATE,
				SAY("Đơn vị trước đã kết thúc trước ngày này: sửa ngày hiệu lực hoặc ngày kết "
				    "thúc của đơn vị.",
					"The predecessor had ended before this day: correct the date or the end of "
					"the unit."),
				NULL);
	}
	if (succession->successor_from && *succession->successor_from) {
		struct days begin = days_of_date(succession->successor_from);
		if (day_compare(begin.first, date.last) > 0)
			return err_set_field(err, SUCCESSION_DATE,
				SAY("Đơn vị sau thành lập sau ngày này: sửa ngày hiệu lực hoặc ngày thành lập "
				    "của đơn vị.",
					"The successor was founded after this day: correct the date or the founding "
					"of the unit."),
				NULL);
	}
	return true;
}

bool
succession_check(
	const struct succession_facts *succession, const struct succession_facts *others, size_t count, struct err *err)
{
	bool ends = succession->kind == SUCCESSION_KIND_END;
	if (ends && succession->successor)
		return err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Kết thúc thì không có đơn vị sau: bỏ trống, hoặc chọn cách khác.",
				"An end has no successor: leave it empty, or choose another kind."),
			NULL);
	if (!ends && !succession->successor)
		return err_set_field(
			err, SUCCESSION_SUCCESSOR, SAY("Chưa chọn đơn vị sau.", "No successor is chosen."), NULL);
	if (succession->successor &&
		leads_to(succession->successor, succession->predecessor, others, count, succession->id, 0))
		return err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Đơn vị sau lại là tiền thân của đơn vị trước: kế thừa không đi vòng "
			    "được.",
				"The successor is a predecessor of the predecessor: successions cannot go in a "
				"circle."),
			NULL);
	return succession_days_check(succession, err);
}

char *
life_warning(const char *name, const char *from, const char *to, const struct days *days)
{
	struct days life = days_of(from, to);
	if (days_overlap(&life, days))
		return NULL;
	bool before = day_compare(days->last, life.first) < 0;
	struct str when = { 0 };
	date_show(&when, before ? from : to);
	char *warning = before
		? say_format(SAY("{1} thành lập {2}: bản ghi này ở trước đó.",
				     "{1} was founded {2}: this record lies before."),
			  name, str_text(&when), NULL)
		: say_format(SAY("{1} kết thúc {2}: bản ghi này ở sau đó.", "{1} ended {2}: this record lies after."),
			  name, str_text(&when), NULL);
	str_release(&when);
	return warning;
}

const struct cluster_facts *
cluster_looks_like(const struct cluster_facts *cluster, const struct cluster_facts *others, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cluster_facts *other = &others[i];
		bool itself = cluster->id && other->id == cluster->id;
		bool same_number = cluster->number && other->number == cluster->number;
		bool same_name =
			cluster->name_bare && *cluster->name_bare && text_equal(cluster->name_bare, other->name_bare);
		if (!itself && other->owner == cluster->owner && (same_number || same_name) &&
			days_overlap(&cluster->days, &other->days))
			return other;
	}
	return NULL;
}

char *
cluster_warning(const struct cluster_facts *cluster, const struct cluster_facts *others, size_t count)
{
	const struct cluster_facts *like = cluster_looks_like(cluster, others, count);
	if (!like)
		return NULL;
	return say_format(
		SAY("Giống “{1}” của cùng cấp tổ chức trong cùng thời gian: xem có phải một cụm không.",
			"Looks like “{1}” of the same owner at the same time: see whether it is one cluster."),
		like->name ? like->name : "", NULL);
}
