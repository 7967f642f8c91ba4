#include "cluster.h"
#include "base/mem.h"
#include "cluster_compare.h"
#include "cluster_figures.h"
#include "drafts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct tab tabs[CLUSTER_TABS] = {
	{ .label = WORDS("Chung", "Main"), .full = WORDS("Chung", "Overview") },
	{ .label = WORDS("Đơn vị", "Units"), .full = WORDS("Đơn vị", "Members") },
	{ .label = WORDS("Vai trò", "Roles") },
	{ .label = WORDS("Số liệu", "Figures") },
	{ .label = WORDS("So sánh", "Compare") },
	{ .label = WORDS("Giao ước", "Covenant") },
	{ .label = WORDS("Khen", "Awards"), .full = WORDS("Khen thưởng", "Awards") },
	{ .label = WORDS("Họp", "Meet"), .full = WORDS("Hội nghị", "Meetings") },
};
static const struct page_ops *const page_kinds[CLUSTER_TABS] = { &overview_page_ops, &members_page_ops, &roles_page_ops,
	&figures_page_ops, &compare_page_ops, &covenants_page_ops, &awards_page_ops, &meetings_page_ops };

static struct cluster_view *
cluster_of(const struct view *view)
{
	return (struct cluster_view *)view;
}

static struct page *
page_of(const struct view *view)
{
	const struct cluster_view *cluster = cluster_of(view);
	return cluster->pages[cluster->tab];
}

struct session *
page_session(const struct page *page)
{
	return session_of(&page->of->view);
}

struct store *
page_store(const struct page *page)
{
	return page_session(page)->store;
}

struct ui *
page_ui(const struct page *page)
{
	return page->of->view.ui;
}

int64_t
page_cluster(const struct page *page)
{
	return page->of->head.id;
}

/* ---- names, tabs ---- */

static bool
read_head(struct cluster_view *cluster, struct err *err)
{
	const struct session *session = session_of(&cluster->view);
	struct cluster_head head = { 0 };
	char day[11];
	snprintf(day, sizeof day, "%04u-12-31", (unsigned)session->year % 10000u);
	if (!cluster_head_read(&head, session->store, cluster->head.id, day, err))
		return false;
	cluster_head_release(&cluster->head);
	cluster->head = head;
	return true;
}

static bool
show_tab(struct cluster_view *cluster, int tab, struct err *err)
{
	struct page *page = cluster->pages[tab];
	if (!page) {
		page = mem_new(1, page_kinds[tab]->size);
		*page = (struct page){ .ops = page_kinds[tab], .of = cluster, .stale = true };
		if (page->ops->open)
			page->ops->open(page);
		cluster->pages[tab] = page;
	}
	if (page->stale && !page->ops->load(page, err))
		return false;
	page->stale = false;
	cluster->tab = tab;
	struct layout layout = ui_layout(cluster->view.ui);
	if (page->ops->arrange)
		page->ops->arrange(page, &layout);
	return true;
}

static void
remember_way(struct cluster_view *cluster, struct cluster_way way)
{
	if (cluster->way_count == CLUSTER_WAYS)
		memmove(cluster->ways, cluster->ways + 1, sizeof way * (size_t)--cluster->way_count);
	cluster->ways[cluster->way_count++] = way;
}

struct page *
page_go(struct page *page, enum cluster_tab tab, int year, struct err *err)
{
	struct cluster_view *cluster = page->of;
	struct session *session = page_session(page);
	struct cluster_way way = { .tab = cluster->tab, .year = session->year };
	snprintf(way.part, sizeof way.part, "%s", session->part);
	if (year != session->year && !session_go(session, year, session->part, err))
		return NULL;
	if (cluster->pages[tab] && year != way.year)
		cluster->pages[tab]->stale = true;
	if (!show_tab(cluster, (int)tab, err))
		return NULL;
	remember_way(cluster, way);
	return cluster->pages[tab];
}

static void
go_back(struct cluster_view *cluster, struct err *err)
{
	struct cluster_way way = cluster->ways[--cluster->way_count];
	struct session *session = session_of(&cluster->view);
	bool same = way.year == session->year && text_equal(way.part, session->part);
	if (!same && !session_go(session, way.year, way.part, err))
		return;
	if (!same && cluster->pages[way.tab])
		cluster->pages[way.tab]->stale = true;
	show_tab(cluster, way.tab, err);
}

/* ---- the view ---- */

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct cluster_view *cluster = cluster_of(view);
	const struct cluster_place *wanted = place;
	cluster->head.id = wanted->cluster;
	cluster->tab = wanted->tab >= 0 && wanted->tab < CLUSTER_TABS ? wanted->tab : 0;
	session_of(view)->cluster = wanted->cluster;
	return read_head(cluster, err);
}

static bool
load(struct view *view, struct err *err)
{
	struct cluster_view *cluster = cluster_of(view);
	if (!read_head(cluster, err)) {
		if (err->kind == ERR_NOT_FOUND)
			ui_close(view);
		return false;
	}
	for (int tab = 0; tab < CLUSTER_TABS; tab++)
		if (cluster->pages[tab])
			cluster->pages[tab]->stale = true;
	return show_tab(cluster, cluster->tab, err);
}

static void
close(struct view *view)
{
	struct cluster_view *cluster = cluster_of(view);
	for (int tab = 0; tab < CLUSTER_TABS; tab++) {
		struct page *page = cluster->pages[tab];
		if (page && page->ops->close)
			page->ops->close(page);
		free(page);
	}
	cluster_head_release(&cluster->head);
}

static bool
go_to_tab(struct view *view, int tab, struct err *err)
{
	cluster_of(view)->way_count = 0;
	return show_tab(cluster_of(view), tab, err);
}

static enum context
context(const struct view *view)
{
	const struct page *page = page_of(view);
	return page && page->ops->context ? page->ops->context(page) : IN_LIST;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct page *page = page_of(view);
	if (page && page->ops->arrange)
		page->ops->arrange(page, layout);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct cluster_view *cluster = cluster_of(view);
	const struct page *page = page_of(view);
	str_add_text(&frame->title, cluster->head.name);
	period_show(session_period(session_of(view)), &frame->period);
	frame->tabs = tabs;
	frame->tab_count = CLUSTER_TABS;
	frame->tab = cluster->tab;
	if (page && page->ops->frame)
		page->ops->frame(page, frame);
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct page *page = page_of(view);
	if (page)
		page->ops->draw(page, draw);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct cluster_view *cluster = cluster_of(view);
	struct page *page = page_of(view);
	enum outcome outcome = page ? page->ops->act(page, action, err) : VIEW_PASS;
	if (outcome != VIEW_PASS || action != ACTION_BACK || !cluster->way_count)
		return outcome;
	go_back(cluster, err);
	return VIEW_DONE;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct page *page = page_of(view);
	return page && page->ops->text ? page->ops->text(page, utf8, length, pasted, err) : VIEW_PASS;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct page *page = page_of(view);
	return page && page->ops->allows(page, action);
}

static struct words
label(const struct view *view, enum action_id action)
{
	const struct page *page = page_of(view);
	if (action == ACTION_TABS)
		return SAY("Ngăn 1–8", "Tabs 1–8");
	return page && page->ops->label ? page->ops->label(page, action) : SAY(NULL, NULL);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint ways_on[] = {
		HINT("F7", ADD, "Thêm", "Add"),
		HINT("F6", TABS, "Ngăn", "Tabs"),
		HINT("F3", PERIOD, "Kỳ", "Period"),
		HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
		HINT("Ctrl+K", FIND, "Tìm", "Find"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	const struct page *page = page_of(view);
	if (page && page->ops->is_empty && page->ops->is_empty(page)) {
		*count = ARRAY_COUNT(ways_on);
		return ways_on;
	}
	return page && page->ops->hints ? page->ops->hints(page, count) : NULL;
}

static void
answer(struct view *view, const struct view *closed)
{
	struct page *page = page_of(view);
	if (page && page->ops->answer)
		page->ops->answer(page, closed);
}

static bool
unsaved(const struct view *view)
{
	const struct page *page = page_of(view);
	return page && page->ops->unsaved && page->ops->unsaved(page);
}

static bool
draft(const struct view *view, struct draft *out)
{
	const struct page *page = page_of(view);
	return page && page->ops->draft && page->ops->draft(page, out);
}

static bool
report(struct view *view, struct report *out, struct err *err)
{
	struct page *page = page_of(view);
	return page->ops->report(page, out, err);
}

static bool
has_report(const struct view *view)
{
	const struct page *page = page_of(view);
	return page && page->ops->report;
}

bool
cluster_reopen_cell(struct ui *ui, const struct draft *draft, struct err *err)
{
	struct cluster_place place = { draft->cell.cluster, CLUSTER_FIGURES };
	if (!ui_open(ui, &cluster_ops, &place, err))
		return false;
	struct view *view = ui_top(ui);
	if (figures_reopen(page_of(view), draft, err))
		return true;
	ui_close(view);
	return false;
}

bool
cluster_show_chart(struct view *view, struct err *err)
{
	if (!show_tab(cluster_of(view), CLUSTER_COMPARE, err))
		return false;
	struct compare_page *compare = compare_of(page_of(view));
	if (!compare->charting)
		compare_chart_here(compare, err);
	return err->kind == ERR_NONE;
}

const struct view_ops cluster_ops = {
	.name = "cluster",
	.size = sizeof(struct cluster_view),
	.context = context,
	.open = open,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = label,
	.hints = hints,
	.tab = go_to_tab,
	.report = report,
	.has_report = has_report,
	.answer = answer,
	.unsaved = unsaved,
	.draft = draft,
	.close = close,
};
