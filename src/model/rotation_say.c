/* Why the suggestion is what it is, as a person would say it. */
#include "base/ids.h"
#include "model/rotation.h"
#include "text/case.h"

static const char *
name_of(const struct rotation_facts *facts, int64_t unit)
{
	for (size_t i = 0; i < facts->member_count; i++)
		if (facts->members[i].unit == unit && facts->members[i].name)
			return facts->members[i].name;
	for (size_t i = 0; i < facts->edge_count; i++)
		if (facts->edges[i].predecessor == unit && facts->edges[i].predecessor_name)
			return facts->edges[i].predecessor_name;
	return "…";
}

/* "Cụm phó" within a sentence: "cụm phó". */
static void
add_role(struct str *out, const struct rotation_facts *facts, int64_t role)
{
	for (size_t i = 0; i < facts->role_count; i++) {
		if (facts->roles[i].id != role)
			continue;
		const char *label = role_label(&facts->roles[i], facts->block);
		struct str first = { 0 };
		size_t length = 1;
		while (*label && ((unsigned char)label[length] & 0xC0) == 0x80)
			length++;
		str_add(&first, label, *label ? length : 0);
		text_lower(out, str_text(&first));
		str_add_text(out, label + first.length);
		str_release(&first);
		return;
	}
}

static void
add_names(struct str *out, const struct rotation_facts *facts, const int64_t *units, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i)
			str_add_text(out, ", ");
		str_add_text(out, name_of(facts, units[i]));
	}
}

static void
say_why(struct str *out, const struct suggestion *suggestion, const struct rotation_facts *facts)
{
	struct str year = { 0 }, role = { 0 };
	str_add_integer(&year, suggestion->year);
	add_role(&role, facts, suggestion->deputy_role);
	switch (suggestion->reason) {
	case ROTATION_DEPUTY_SUCCEEDS:
		say_add(out, SAY("vì là {1} năm {2}", "as it is {1} in {2}"), str_text(&role), str_text(&year), NULL);
		if (suggestion->served_by)
			say_add(out, SAY(" (kế thừa {1})", " (as successor of {1})"),
				name_of(facts, suggestion->served_by), NULL);
		break;
	case ROTATION_NEVER_SERVED:
		if (ids_have(suggestion->unknown, suggestion->unknown_count, suggestion->unit))
			say_add(out,
				SAY("vì không rõ đã giữ vai trò năm nào",
					"as no year in which it held a role is known"),
				NULL);
		else
			say_add(out, SAY("vì chưa lần nào giữ vai trò", "as it has never held a role"), NULL);
		break;
	case ROTATION_LONGEST_AGO:
		say_add(out,
			SAY("vì đã lâu nhất không giữ vai trò, lần gần nhất năm {1}",
				"as it has waited longest, last in a role in {1}"),
			str_text(&year), NULL);
		break;
	}
	str_release(&year);
	str_release(&role);
}

void
rotation_say_reason(struct str *out, const struct suggestion *suggestion, const struct rotation_facts *facts)
{
	struct str tied = { 0 }, unknown = { 0 };
	say_why(out, suggestion, facts);
	add_names(&tied, facts, suggestion->tied, suggestion->tied_count);
	add_names(&unknown, facts, suggestion->unknown, suggestion->unknown_count);
	if (suggestion->tie == ROTATION_TIE_BY_ORDER)
		say_add(out, SAY("; ngang hàng: {1}; xếp theo vần", "; equal: {1}; in alphabetical order"),
			str_text(&tied), NULL);
	else if (suggestion->tie == ROTATION_TIE_BY_MEMBERSHIP)
		say_add(out, SAY("; ngang hàng: {1}; vào cụm sớm hơn", "; equal: {1}; it has been a member longer"),
			str_text(&tied), NULL);
	if (suggestion->unknown_count)
		say_add(out, SAY("; có nhiệm kỳ chưa rõ năm: {1}", "; with terms of unknown year: {1}"),
			str_text(&unknown), NULL);
	str_release(&tied);
	str_release(&unknown);
}

static struct words
words_of_note(const struct rotation *rotation)
{
	switch (rotation->none) {
	case ROTATION_APPOINTED:
		return SAY("Cấp tổ chức phân công vai trò của cụm này: sổ không gợi ý.",
			"The owner appoints the roles of this cluster: no suggestion.");
	case ROTATION_NO_MEMBERS:
		return SAY("Sổ chưa ghi thành viên nào của năm {1}: chưa gợi ý được.",
			"The book has no member of {1}: no suggestion.");
	case ROTATION_NO_ROLES:
		return SAY("Sổ chưa có vai trò nào tính luân phiên: chưa gợi ý được.",
			"The book has no role that rotates: no suggestion.");
	case ROTATION_ALL_FILLED:
		return SAY("Năm {1} đã đủ vai trò.", "The roles of {1} are filled.");
	case ROTATION_SUGGESTED:
		break;
	}
	if (!rotation->years_missing)
		return SAY("", "");
	if (!rotation->known_from)
		return SAY("Sổ chưa ghi nhiệm kỳ nào: ghi thêm năm cũ thì gợi ý đổi theo.",
			"The book has no terms yet: adding earlier years changes the suggestion.");
	return SAY("Sổ chỉ biết từ năm {2}: ghi thêm năm cũ thì gợi ý đổi theo.",
		"The book only knows the years from {2}: adding earlier ones changes the suggestion.");
}

void
rotation_say_note(struct str *out, const struct rotation *rotation, const struct rotation_facts *facts)
{
	struct str year = { 0 }, known = { 0 };
	str_add_integer(&year, facts->year);
	str_add_integer(&known, rotation->known_from);
	say_add(out, words_of_note(rotation), str_text(&year), str_text(&known), NULL);
	str_release(&year);
	str_release(&known);
}
