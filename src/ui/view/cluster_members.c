/* Cụm › Đơn vị: the members of the chosen year under the names of that year. */
#include "app/member_heads.h"
#include "app/reports.h"
#include "base/mem.h"
#include "cluster.h"
#include "listed.h"
#include "model/fields.h"
#include "text/date.h"

enum column { NAME, FROM, TO, SUCCESSOR, LEVEL, CHAIR, ROLES };
struct members_page {
	struct page page;
	struct members members;
	struct member_head *heads; /* of large screens; NULL: not read */
	struct list list;
};

static struct members_page *
members_of(const struct page *page)
{
	return (struct members_page *)page;
}

static void
add_date(struct str *out, const char *stored)
{
	if (*stored)
		date_show(out, stored);
	else
		str_add_text(out, "…");
}

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	const struct members_page *page = of;
	const struct member *member = &page->members.rows[row];
	switch ((enum column)column) {
	case NAME:
		str_add_text(out, member->name);
		break;
	case FROM:
		add_date(out, member->from);
		break;
	case TO:
		add_date(out, member->to);
		break;
	case SUCCESSOR:
		if (!member->successor)
			break;
		str_add_text(out, "→ ");
		str_add_text(out, member->successor_name);
		str_add_text(out, ", ");
		date_show(out, member->succession_date);
		break;
	case LEVEL:
	case CHAIR:
		if (page->heads)
			str_add_text(out, column == LEVEL ? page->heads[row].level : page->heads[row].chair);
		break;
	case ROLES:
		str_add_text(out, member->roles);
		break;
	}
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct members_page *page = of;
	const struct member *member = &page->members.rows[row];
	str_add_text(out, member->name);
	str_add_byte(out, '\n');
	str_add_text(out, member->full_name);
	if (member->successor) {
		str_add_byte(out, '\n');
		str_add_text(out, member->successor_name);
	}
}

static int64_t
id_of(const void *of, size_t row)
{
	return ((const struct members_page *)of)->members.rows[row].unit;
}

static const struct list_ops list_ops = { .cell = cell, .id = id_of, .searched = searched };
static const struct list_column usual_columns[] = {
	{ .head = WORDS("Đơn vị", "Unit"), .width = 20 },
	{ .head = WORDS("Từ", "From"), .width = 11, .leaves = 2, .whole = true },
	{ .head = WORDS("Đến", "To"), .width = 11, .leaves = 1, .whole = true },
	{ .head = WORDS("Kế thừa", "Successor"), .whole = true },
};
static const struct list_column large_columns[] = {
	{ .head = WORDS("Đơn vị", "Unit"), .width = 20 },
	{ .head = WORDS("Từ", "From"), .width = 9, .whole = true },
	{ .head = WORDS("Đến", "To"), .width = 9, .whole = true },
	{ .head = WORDS("Kế thừa", "Successor"), .whole = true },
	{ .head = WORDS("Cấp", "Level"), .width = 5 },
	{ .head = WORDS("Đứng đầu", "Headed by"), .width = 15 },
	{ .head = WORDS("Vai trò đã giữ", "Roles held"), .width = 20 },
};

static const struct member *
member_here(const struct members_page *page)
{
	size_t row = list_row(&page->list);
	return row < page->members.count ? &page->members.rows[row] : NULL;
}

/* The unit of a membership that was just made, else that of before. */
static int64_t
made_member(struct session *session, const struct members *members, int64_t keep)
{
	int64_t made = listed_made(session, ENTITY_MEMBERSHIP);
	for (size_t i = 0; made && i < members->count; i++)
		if (members->rows[i].membership == made)
			return members->rows[i].unit;
	return keep;
}

static bool
load(struct page *page, struct err *err)
{
	struct members_page *members = members_of(page);
	int64_t keep = list_id(&members->list);
	struct members fresh;
	if (!members_read(&fresh, page_store(page), page_cluster(page), page_session(page)->year, err))
		return false;
	member_heads_release(members->heads, members->members.count);
	members->heads = NULL;
	members_release(&members->members);
	members->members = fresh;
	list_set_rows(&members->list, fresh.count, made_member(page_session(page), &fresh, keep));
	if (ui_layout(page_ui(page)).large &&
		!member_heads_read(&members->heads, &members->members, page_store(page), page_session(page)->year, err))
		return false;
	return true;
}

static void
open(struct page *page)
{
	struct members_page *members = members_of(page);
	members->list = (struct list){ .ops = &list_ops,
		.of = members,
		.columns = usual_columns,
		.column_count = (int)ARRAY_COUNT(usual_columns),
		.counted = SAY("đơn vị", "units"),
		.no_marks = true };
	members->list.filter.composer = ui_composer(page_ui(page));
}

static void
close(struct page *page)
{
	member_heads_release(members_of(page)->heads, members_of(page)->members.count);
	members_release(&members_of(page)->members);
	list_release(&members_of(page)->list);
}

static enum context
context(const struct page *page)
{
	return list_context(&members_of(page)->list, IN_LIST);
}

static void
arrange(struct page *page, const struct layout *layout)
{
	struct list *list = &members_of(page)->list;
	if (layout->large && !members_of(page)->heads && members_of(page)->members.count)
		page->of->view.stale = true;
	list->columns = layout->large ? large_columns : usual_columns;
	list->column_count = (int)(layout->large ? ARRAY_COUNT(large_columns) : ARRAY_COUNT(usual_columns));
	list_place(list, layout->body, layout->state);
}

static void
add_detail(const struct members_page *page, const struct member *member, struct str *out)
{
	struct str matched = { 0 };
	list_matched(&page->list, &matched);
	str_add_text(out, matched.length ? member->full_name : member->name);
	const char *parts[] = { member->decision, member->roles,
		member->certain ? "" : say(SAY("chưa chắc là thành viên năm này", "not sure to be a member this year")),
		str_text(&matched) };
	for (size_t i = 0; i < ARRAY_COUNT(parts); i++) {
		if (!*parts[i])
			continue;
		str_add_text(out, " · ");
		str_add_text(out, parts[i]);
	}
	str_release(&matched);
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct members_page *members = members_of(page);
	const struct member *member = member_here(members);
	str_add_text(&frame->state, say(SAY("Nêu tên ", "Named ")));
	str_add_integer(&frame->state, (int64_t)members->members.count);
	if (members->members.published >= 0)
		str_add_format(&frame->state, "/%d", members->members.published);
	str_add_text(&frame->state, say(SAY(" đơn vị", " units")));
	if (member)
		add_detail(members, member, &frame->detail);
	bool open_begin = false;
	for (size_t i = 0; members->members.rows && i < members->members.count; i++)
		open_begin = open_begin || !*members->members.rows[i].from;
	if (open_begin)
		str_add_text(
			&frame->note, say(SAY("…: sổ chưa ghi ngày vào cụm.", "…: the book does not say since when.")));
	if (!members->members.count)
		str_add_text(&frame->note,
			say(SAY("Sổ chưa ghi thành viên nào của năm này. F7 thêm đơn vị vào cụm.",
				"The book has no member in this year. F7 adds a unit to the cluster.")));
}

static void
draw(const struct page *page, struct draw *draw)
{
	list_draw(&members_of(page)->list, draw, true);
}

/* Enter opens the unit, every other key is about its membership. */
static struct listed
listed_here(const struct members_page *page, enum action_id action, const struct preset *presets)
{
	const struct member *member = member_here(page);
	bool unit = action == ACTION_ENTER;
	return (struct listed){ unit ? ENTITY_UNIT : ENTITY_MEMBERSHIP,
		!member        ? 0
			: unit ? member->unit
			       : member->membership,
		presets };
}

static bool
allows(const struct page *page, enum action_id action)
{
	struct listed here = listed_here(members_of(page), action, NULL);
	return listed_allows(page_session(page), &members_of(page)->list, &here, action);
}

static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	enum outcome outcome = list_act(&members_of(page)->list, action, err);
	struct preset presets[] = { { MEMBERSHIP_CLUSTER, page_cluster(page) }, { -1, 0 } };
	struct listed here = listed_here(members_of(page), action, presets);
	return outcome == VIEW_PASS ? listed_act(page_ui(page), &here, action, err) : outcome;
}

static enum outcome
text(struct page *page, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&members_of(page)->list, utf8, length, pasted, err);
}

static struct words
label(const struct page *page, enum action_id action)
{
	(void)page;
	return action == ACTION_ADD ? SAY("Thêm đơn vị vào cụm", "Add a unit") : SAY(NULL, NULL);
}

static bool
report(struct page *page, struct report *out, struct err *err)
{
	return report_members(out, page_store(page), page_cluster(page), page_session(page)->year, err);
}

const struct page_ops members_page_ops = {
	.size = sizeof(struct members_page),
	.open = open,
	.context = context,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = label,
	.report = report,
	.close = close,
};
