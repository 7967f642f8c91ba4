/* Cụm › Giao ước, Khen thưởng, Hội nghị: what the book has of the cluster, the latest first. */
#include "app/cluster_papers.h"
#include "app/reports.h"
#include "base/mem.h"
#include "cluster.h"
#include "listed.h"
#include "model/fields.h"

struct papers_page {
	struct page page;
	enum entity_id entity;
	struct papers papers;
	struct list list;
};

static struct papers_page *
papers_of(const struct page *page)
{
	return (struct papers_page *)page;
}

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	const struct papers_page *page = of;
	str_add_text(out, page->papers.rows[row].cells[column]);
}

static const struct list_ops list_ops = { .cell = cell };
static const struct list_column covenant_columns[PAPER_CELLS] = {
	{ .head = WORDS("Kỳ", "Period"), .width = 14, .whole = true },
	{ .head = WORDS("Trạng thái", "State"), .width = 18 },
	{ .head = WORDS("ĐV ký", "Signed by"), .width = 5, .right = true, .leaves = 2 },
	{ .head = WORDS("Nội dung", "Contents"), .width = 8, .right = true, .leaves = 1 },
	{ .head = WORDS("Chủ đề", "Theme") },
};
static const struct list_column award_columns[PAPER_CELLS] = {
	{ .head = WORDS("Năm", "Year"), .width = 4 },
	{ .head = WORDS("Tập thể, cá nhân", "Who"), .width = 24 },
	{ .head = WORDS("Hình thức", "Award") },
	{ .head = WORDS("Kết quả", "Result"), .width = 9, .leaves = 1 },
	{ .head = WORDS("Cấp khen", "Authority"), .width = 9, .leaves = 2 },
};
static const struct list_column meeting_columns[PAPER_CELLS] = {
	{ .head = WORDS("Ngày", "Day"), .width = 10, .whole = true },
	{ .head = WORDS("Loại", "Kind"), .width = 20 },
	{ .head = WORDS("Về kỳ", "Closes"), .width = 8, .leaves = 1 },
	{ .head = WORDS("Nơi họp", "Place") },
	{ .head = WORDS("Kết luận", "Conclusions"), .width = 8, .right = true, .leaves = 2 },
};

static const struct paper_row *
row_here(const struct papers_page *page)
{
	size_t row = list_row(&page->list);
	return row < page->papers.count ? &page->papers.rows[row] : NULL;
}

/* The row that was just made, that of before, else the first one of the work year or of the year after it. */
static size_t
row_to_keep(const struct papers_page *page, const struct papers *fresh, bool first, int year)
{
	const struct paper_row *here = first ? NULL : row_here(page);
	int64_t made = listed_made(page_session(&page->page), page->entity);
	for (size_t i = 0; made && i < fresh->count; i++)
		if (fresh->rows[i].record == made)
			return i;
	for (size_t i = 0; here && i < fresh->count; i++)
		if (fresh->rows[i].record == here->record)
			return i;
	for (size_t i = 0; !here && i < fresh->count; i++)
		if (fresh->rows[i].year == year)
			return i;
	return SIZE_MAX;
}

static bool
load(struct page *page, struct err *err)
{
	struct papers_page *papers = papers_of(page);
	struct papers fresh;
	int year = page_session(page)->year;
	if (!papers_read(&fresh, page_store(page), papers->entity, page_cluster(page), year, err))
		return false;
	size_t keep = row_to_keep(papers, &fresh, !papers->papers.rows, year);
	papers_release(&papers->papers);
	papers->papers = fresh;
	list_set_count(&papers->list, fresh.count, keep);
	return true;
}

static void
open_as(struct page *page, enum entity_id entity, const struct list_column *columns, struct words counted)
{
	struct papers_page *papers = papers_of(page);
	papers->entity = entity;
	papers->list = (struct list){ .ops = &list_ops,
		.of = papers,
		.columns = columns,
		.column_count = PAPER_CELLS,
		.counted = counted,
		.no_marks = true };
	papers->list.filter.composer = ui_composer(page_ui(page));
}

static void
open_covenants(struct page *page)
{
	open_as(page, ENTITY_COVENANT, covenant_columns, SAY("giao ước", "covenants"));
}

static void
open_awards(struct page *page)
{
	open_as(page, ENTITY_NOMINATION, award_columns, SAY("mục", "entries"));
}

static void
open_meetings(struct page *page)
{
	open_as(page, ENTITY_MEETING, meeting_columns, SAY("hội nghị", "meetings"));
}

static void
close(struct page *page)
{
	papers_release(&papers_of(page)->papers);
	list_release(&papers_of(page)->list);
}

static enum context
context(const struct page *page)
{
	return list_context(&papers_of(page)->list, IN_LIST);
}

static void
arrange(struct page *page, const struct layout *layout)
{
	list_place(&papers_of(page)->list, layout->body, layout->state);
}

static void
frame(const struct page *page, struct frame *frame)
{
	const struct papers_page *papers = papers_of(page);
	const struct paper_row *row = row_here(papers);
	if (row) {
		/* The column without a width of its own may be cut; row 22 has all of it. */
		int cut = papers->entity == ENTITY_COVENANT ? 4 : papers->entity == ENTITY_NOMINATION ? 2 : 3;
		str_add_text(&frame->detail,
			*row->full ? row->full : row->cells[papers->entity == ENTITY_NOMINATION ? 1 : 0]);
		str_add_text(&frame->detail, " · ");
		str_add_text(&frame->detail, row->cells[cut]);
	} else if (!papers->papers.count) {
		str_add_text(&frame->note,
			say(SAY("Sổ chưa ghi gì ở đây. F7 thêm.", "Nothing here in the book yet. F7 adds.")));
	}
}

static void
draw(const struct page *page, struct draw *draw)
{
	list_draw(&papers_of(page)->list, draw, true);
}

static struct listed
listed_here(const struct papers_page *page, const struct preset *presets)
{
	const struct paper_row *row = row_here(page);
	return (struct listed){ page->entity, row ? row->record : 0, presets };
}

static bool
allows(const struct page *page, enum action_id action)
{
	struct listed here = listed_here(papers_of(page), NULL);
	return listed_allows(page_session(page), &papers_of(page)->list, &here, action);
}

/* A new record begins with the cluster and what can be known of its time. */
static enum outcome
act(struct page *page, enum action_id action, struct err *err)
{
	struct papers_page *papers = papers_of(page);
	const struct session *session = page_session(page);
	int64_t cluster = page_cluster(page);
	struct preset covenant[] = { { COVENANT_CLUSTER, cluster }, { COVENANT_PERIOD, period_year(session->year) },
		{ -1, 0 } };
	struct preset award[] = { { NOMINATION_CLUSTER, cluster }, { NOMINATION_WORK_YEAR, session->year }, { -1, 0 } };
	struct preset meeting[] = { { MEETING_CLUSTER, cluster }, { MEETING_CLOSES, session_period(session) },
		{ -1, 0 } };
	const struct preset *presets = papers->entity == ENTITY_COVENANT ? covenant
		: papers->entity == ENTITY_NOMINATION                    ? award
									 : meeting;
	enum outcome outcome = list_act(&papers->list, action, err);
	struct listed here = listed_here(papers, presets);
	return outcome == VIEW_PASS ? listed_act(page_ui(page), &here, action, err) : outcome;
}

static enum outcome
text(struct page *page, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&papers_of(page)->list, utf8, length, pasted, err);
}

static bool
report(struct page *page, struct report *out, struct err *err)
{
	return report_papers(
		out, page_store(page), papers_of(page)->entity, page_cluster(page), page_session(page)->year, err);
}

#define PAGE(open_) \
	{ \
		.size = sizeof(struct papers_page), .open = open_, .context = context, .load = load, \
		.arrange = arrange, .frame = frame, .draw = draw, .act = act, .text = text, .allows = allows, \
		.report = report, .close = close \
	}
const struct page_ops covenants_page_ops = PAGE(open_covenants);
const struct page_ops awards_page_ops = PAGE(open_awards);
const struct page_ops meetings_page_ops = PAGE(open_meetings);
