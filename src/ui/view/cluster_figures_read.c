/* Cụm › Số liệu reads: the grid of the cluster, what stands beside it, or one subject over time. */
#include "app/label.h"
#include "base/mem.h"
#include "cluster_figures.h"
#include <stdlib.h>
#include <string.h>

enum { YEARS = 5 };

/* ---- what somebody else wrote since the last reading ---- */

/* The figures as they were and as they are: lines × columns of each, of the same subjects and periods. */
static void
compare(bool *changed, const struct figure_cell *old, const struct figure_cell *now, size_t count)
{
	for (size_t i = 0; old && now && i < count; i++)
		changed[i] = changed[i] || old[i].rev != now[i].rev;
}

static bool
same_shape(const struct figure_grid *a, const struct figure_grid *b)
{
	return a->column_count == b->column_count && a->members.count == b->members.count && a->period == b->period &&
		a->kind == b->kind;
}

static void
compare_grids(bool *changed, const struct figure_grid *old, const struct figure_grid *now)
{
	if (!same_shape(old, now))
		return;
	compare(changed, old->cells, now->cells, now->members.count * now->column_count);
	compare(changed + now->members.count * now->column_count, old->reported, now->reported, now->column_count);
}

static bool
same_span(const struct figures_over *a, const struct figures_over *b)
{
	return a->subject == b->subject && a->count == b->count &&
		memcmp(a->periods, b->periods, b->count * sizeof *b->periods) == 0;
}

static void
mark_news(struct figures_page *page, const struct figures_page *old)
{
	size_t columns = page->figures.column_count, lines = page->figures.members.count + 1;
	bool news = page->news != page_session(&page->page)->news;
	lines = lines < page->over.count ? page->over.count : lines;
	page->news = page_session(&page->page)->news;
	free(page->changed);
	page->changed = mem_new(lines * columns, sizeof *page->changed);
	if (!news || page->shown != old->shown || page->arranged != old->arranged)
		return;
	if (page->arranged != FIGURES_OVER_TIME) {
		compare_grids(page->changed, &old->figures, &page->figures);
		compare_grids(page->changed, &old->plans, &page->plans);
	} else if (same_span(&old->over, &page->over) && same_shape(&old->figures, &page->figures)) {
		compare(page->changed, old->over.cells, page->over.cells, page->over.count * columns);
		compare(page->changed, old->over.plans, page->over.plans, page->over.count * columns);
	}
}

/* ---- reading ---- */

static void
over_release(struct figures_over *over, size_t columns)
{
	if (over->cells)
		figure_cells_release(over->cells, over->count * columns);
	if (over->plans)
		figure_cells_release(over->plans, over->count * columns);
	free(over->cells);
	free(over->plans);
	free(over->name);
	free(over->brief);
	*over = (struct figures_over){ .subject = over->subject };
}

static void
grids_release(struct figures_page *page)
{
	over_release(&page->over, page->figures.column_count);
	figure_grid_release(&page->figures);
	figure_grid_release(&page->plans);
	figure_grid_release(&page->before);
}

void
figures_read_release(struct figures_page *page)
{
	grids_release(page);
	str_release(&page->source);
	free(page->changed);
	page->changed = NULL;
}

static bool
read_source(struct figures_page *page, struct err *err)
{
	int64_t source = page_session(&page->page)->source;
	str_clear(&page->source);
	return !source ||
		label_add(&page->source, page_store(&page->page), ENTITY_DOCUMENT, source, LABEL_SHORT, NULL, err);
}

static enum choice_number
kind_read(const struct figures_page *page)
{
	if (page->arranged == FIGURES_BESIDE)
		return FIGURE_KIND_RESULT;
	return page->shown == FIGURES_ASSIGNED      ? FIGURE_KIND_ASSIGNED
		: page->shown == FIGURES_REGISTERED ? FIGURE_KIND_REGISTERED
						    : FIGURE_KIND_RESULT;
}

static bool
shows_percent(const struct figures_page *page)
{
	return page->arranged == FIGURES_BESIDE || page->shown == FIGURES_PERCENT;
}

/* The grids beside the one shown: plans for %, the year before on large screens. */
static bool
read_beside(struct figures_page *page, period when, struct err *err)
{
	struct store *store = page_store(&page->page);
	int64_t cluster = page_cluster(&page->page);
	page->has_before = ui_layout(page_ui(&page->page)).large && page->arranged == FIGURES_PLAIN &&
		page->shown != FIGURES_PERCENT;
	if (page->arranged != FIGURES_OVER_TIME && shows_percent(page) &&
		!figure_grid_read_beside(&page->plans, store, cluster, when, FIGURE_KIND_ASSIGNED, &page->figures, err))
		return false;
	return !page->has_before ||
		figure_grid_read_beside(&page->before, store, cluster,
			period_same_part(when, period_first_year(when) - 1), kind_read(page), &page->figures, err);
}

static bool
read_names(struct figures_over *over, const struct figures_page *page, struct err *err)
{
	for (size_t i = 0; i < page->figures.members.count; i++) {
		const struct member *member = &page->figures.members.rows[i];
		if (member->unit != over->subject)
			continue;
		over->name = mem_copy_text(member->name);
		over->brief = mem_copy_text(member->brief);
		return true;
	}
	if (over->subject == page_cluster(&page->page)) {
		over->name = mem_copy_text(say(SAY("Toàn cụm báo cáo", "Cluster's own")));
	} else {
		struct str name = { 0 };
		if (!label_add(&name, page_store(&page->page), ENTITY_UNIT, over->subject, LABEL_SHORT, NULL, err)) {
			str_release(&name);
			return false;
		}
		over->name = str_take(&name);
	}
	over->brief = mem_copy_text(over->name);
	return true;
}

/* The cells of one kind, all periods. */
static bool
read_span(struct figure_cell **cells, const struct figures_page *page, enum choice_number kind, struct err *err)
{
	const struct figures_over *over = &page->over;
	size_t columns = page->figures.column_count;
	bool done = true;
	*cells = mem_new(over->count * columns, sizeof **cells);
	for (size_t i = 0; done && i < over->count; i++)
		done = figure_line_read(*cells + i * columns, page_store(&page->page), over->subject,
			page->figures.columns, columns, over->periods[i], kind, err);
	return done;
}

static bool
read_over(struct figures_page *page, period when, struct err *err)
{
	struct figures_over *over = &page->over;
	if (page->arranged != FIGURES_OVER_TIME)
		return true;
	size_t years = figures_years(page, ui_layout(page_ui(&page->page)).columns);
	int last = period_first_year(when);
	for (over->count = 0; over->count < years; over->count++)
		over->periods[over->count] = period_same_part(when, last - (int)(years - 1 - over->count));
	return read_names(over, page, err) && read_span(&over->cells, page, kind_read(page), err) &&
		(!shows_percent(page) || read_span(&over->plans, page, FIGURE_KIND_ASSIGNED, err));
}

bool
figures_read(struct figures_page *page, struct err *err)
{
	struct figures_page old = *page;
	struct store *store = page_store(&page->page);
	period when = session_period(page_session(&page->page));
	page->figures = page->plans = page->before = (struct figure_grid){ 0 };
	page->over = (struct figures_over){ .subject = old.over.subject };
	page->arranged = figures_arranged_in(page, ui_layout(page_ui(&page->page)).columns);
	bool done = figure_grid_read(&page->figures, store, page_cluster(&page->page), when, kind_read(page), err) &&
		read_beside(page, when, err) && read_over(page, when, err) && read_source(page, err);
	if (done) {
		mark_news(page, &old);
		grids_release(&old);
		return true;
	}
	grids_release(page);
	page->figures = old.figures;
	page->plans = old.plans;
	page->before = old.before;
	page->over = old.over;
	page->arranged = old.arranged;
	page->has_before = old.has_before;
	return false;
}

/* ---- arrangements ---- */

void
figures_arrange_over(struct figures_page *page, int64_t subject)
{
	page->wanted = subject ? FIGURES_OVER_TIME : FIGURES_PLAIN;
	if (subject)
		page->over.subject = subject;
}

enum figures_arranged
figures_arranged_in(const struct figures_page *page, int columns)
{
	return page->wanted == FIGURES_BESIDE && columns < FIGURES_BESIDE_COLUMNS ? FIGURES_PLAIN : page->wanted;
}

size_t
figures_years(const struct figures_page *page, int columns)
{
	if (page->wanted != FIGURES_OVER_TIME)
		return 0;
	return columns < FIGURES_BESIDE_COLUMNS ? YEARS : FIGURES_YEARS_MOST;
}
