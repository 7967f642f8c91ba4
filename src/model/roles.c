#include "model/roles.h"
#include "base/str.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/date.h"
#include <string.h>

struct role_facts
role_facts_of(const struct record *role)
{
	return (struct role_facts){
		.id = role->id,
		.label = record_text(role, ROLE_LABEL),
		.label_block = record_text(role, ROLE_LABEL_BLOCK),
		.label_en = record_text(role, ROLE_LABEL_EN),
		.single = record_integer(role, ROLE_SINGLE, 0) != 0,
		.members_only = record_integer(role, ROLE_MEMBERS_ONLY, 1) != 0,
		.counts = record_integer(role, ROLE_COUNTS, 1) != 0,
		.succeeds_to = record_integer(role, ROLE_SUCCEEDS_TO, 0),
	};
}

struct term_facts
term_facts_of(const struct record *term)
{
	return (struct term_facts){
		.id = term->id,
		.cluster = record_integer(term, TERM_CLUSTER, 0),
		.role = record_integer(term, TERM_ROLE, 0),
		.unit = record_integer(term, TERM_UNIT, 0),
		.person = record_integer(term, TERM_PERSON, 0),
		.year = (int)record_integer(term, TERM_WORK_YEAR, 0),
		.days = days_of(record_text(term, TERM_FROM), record_text(term, TERM_TO)),
		.how = (enum choice_number)record_integer(term, TERM_HOW, CHOICE_NUMBER_END),
	};
}

struct membership_facts
membership_facts_of(const struct record *membership)
{
	return (struct membership_facts){
		.id = membership->id,
		.cluster = record_integer(membership, MEMBERSHIP_CLUSTER, 0),
		.unit = record_integer(membership, MEMBERSHIP_UNIT, 0),
		.from = record_text(membership, MEMBERSHIP_FROM),
		.to = record_text(membership, MEMBERSHIP_TO),
	};
}

enum role_post
role_post_of(int64_t role, const struct role_facts *roles, size_t count)
{
	const struct role_facts *own = NULL;
	bool target = false;
	for (size_t i = 0; i < count; i++) {
		if (roles[i].id == role)
			own = &roles[i];
		if (roles[i].succeeds_to == role && roles[i].counts)
			target = true;
	}
	if (!own || !own->counts)
		return ROLE_OTHER;
	if (target)
		return ROLE_LEADER;
	return own->succeeds_to ? ROLE_DEPUTY : ROLE_OTHER;
}

const char *
role_label(const struct role_facts *role, bool block)
{
	if (say_language() == LANGUAGE_EN && role->label_en && *role->label_en)
		return role->label_en;
	const char *label = block ? role->label_block : role->label;
	return label ? label : "";
}

struct days
term_days(const struct term_facts *term)
{
	struct days held = term->days;
	if (!term->year)
		return held;
	struct days year = days_of_year(term->year);
	bool open_first = day_compare(held.first, DAY_FIRST) == 0, open_last = day_compare(held.last, DAY_LAST) == 0;
	if (open_first && day_compare(year.first, held.last) <= 0)
		memcpy(held.first, year.first, sizeof held.first);
	if (open_last && day_compare(year.last, held.first) >= 0)
		memcpy(held.last, year.last, sizeof held.last);
	return held;
}

static bool
same_holder(const struct term_facts *a, const struct term_facts *b)
{
	return a->unit == b->unit && (a->unit || a->person == b->person);
}

static bool
refuse_second_holder(const struct role_facts *role, bool block, const struct term_facts *other, struct err *err)
{
	struct str year = { 0 };
	str_add_integer(&year, other->year);
	const char *name =
		other->unit_name && *other->unit_name ? other->unit_name : say(SAY("đơn vị khác", "another unit"));
	err_set_field(err, TERM_UNIT,
		SAY("{1} năm {2} đã là {3}: mỗi ngày chỉ một đơn vị giữ vai trò này; ghi từ ngày, đến ngày nếu "
		    "có thay giữa năm.",
			"{1} of {2} is {3} already: one unit holds this role on any day; give from and to if it "
			"changed "
			"within the year."),
		role_label(role, block), str_text(&year), name, NULL);
	err->kind = ERR_NOT_ALLOWED;
	str_release(&year);
	return false;
}

bool
term_check(const struct term_facts *term, const struct role_facts *role, bool block, const struct term_facts *others,
	size_t count, struct err *err)
{
	if (!term->unit && (role->members_only || !term->person))
		return err_set_field(err, TERM_UNIT, SAY("{1}: chưa chọn đơn vị.", "{1}: no unit is chosen."),
			role_label(role, block), NULL);
	if (!role->single || !term->year)
		return true;
	struct days days = term_days(term);
	for (size_t i = 0; i < count; i++) {
		const struct term_facts *other = &others[i];
		bool same_post =
			other->cluster == term->cluster && other->role == term->role && other->year == term->year;
		bool itself = term->id && other->id == term->id;
		if (!same_post || itself || same_holder(term, other))
			continue;
		struct days other_days = term_days(other);
		if (days_overlap(&days, &other_days))
			return refuse_second_holder(role, block, other, err);
	}
	return true;
}

bool
term_needs_membership(const struct term_facts *term, const struct role_facts *role,
	const struct membership_facts *memberships, size_t count)
{
	if (!role->members_only || !term->unit)
		return false;
	struct days held = term_days(term);
	for (size_t i = 0; i < count; i++) {
		const struct membership_facts *membership = &memberships[i];
		struct days days = days_of(membership->from, membership->to);
		if (membership->cluster == term->cluster && membership->unit == term->unit &&
			days_overlap(&days, &held))
			return false;
	}
	return true;
}

bool
membership_check(
	const struct membership_facts *membership, const struct membership_facts *others, size_t count, struct err *err)
{
	struct days days = days_of(membership->from, membership->to);
	for (size_t i = 0; i < count; i++) {
		const struct membership_facts *other = &others[i];
		struct days other_days = days_of(other->from, other->to);
		bool itself = membership->id && other->id == membership->id;
		if (itself || other->cluster != membership->cluster || other->unit != membership->unit ||
			!days_overlap(&days, &other_days))
			continue;
		const char *name = membership->unit_name && *membership->unit_name
			? membership->unit_name
			: say(SAY("Đơn vị này", "This unit"));
		err_set_field(err, MEMBERSHIP_FROM,
			SAY("{1} đã là thành viên của cụm trong thời gian này: sửa ngày của lần trước, hoặc "
			    "không ghi thêm.",
				"{1} is a member of the cluster in this time already: correct the days of the "
				"earlier membership, "
				"or add none."),
			name, NULL);
		err->kind = ERR_NOT_ALLOWED;
		return false;
	}
	return true;
}

/* The first year in which the membership is certain by its own dates; 0 when they do not say. */
static int
certain_from(const char *from)
{
	return from && *from ? date_year(from) : 0;
}

enum membership_certainty
membership_in_year(const struct membership_facts *membership, int year, int first_attested)
{
	struct days days = days_of(membership->from, membership->to), whole = days_of_year(year);
	if (!days_overlap(&days, &whole))
		return MEMBER_NO;
	int from = certain_from(membership->from);
	if (!from || (first_attested && first_attested < from))
		from = first_attested;
	bool still_then = membership->to && membership->to[0] == '>';
	if (!from || year < from || (still_then && year > date_year(membership->to)))
		return MEMBER_UNSURE;
	return MEMBER_SURE;
}
