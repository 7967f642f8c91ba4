/* The cursor stands on a unit and a metric, not on a row and a column: both are found again in the grid of another year.  Where that
 * grid has them not, the cursor waits on a computed row, so that nobody types into what is not his, and comes back with them. */
#include "cluster_figures.h"

/* Where it waits nobody has moved it. */
static bool
waits(const struct figures_page *page)
{
	const struct figures_place *place = &page->place;
	return place->away && page->grid.row == place->row && page->grid.column == place->column;
}

bool
figures_place_waits(const struct figures_page *page)
{
	return page->arranged != FIGURES_OVER_TIME && waits(page);
}

void
figures_place_keep(struct figures_page *page)
{
	struct figure_spot here = figures_here(page);
	if (page->place.wished || waits(page) || here.column >= page->figures.column_count)
		return;
	struct figure_key key = figures_key(page, here);
	page->place = (struct figures_place){
		.line = here.line, .subject = key.subject, .metric = key.metric, .when = key.when
	};
}

void
figures_place_wish(struct figures_page *page, int64_t subject, int64_t metric)
{
	enum figure_line line = subject == page_cluster(&page->page) ? LINE_REPORTED : LINE_MEMBER;
	page->place = (struct figures_place){ .line = line, .subject = subject, .metric = metric, .wished = true };
}

static bool
find_metric(const struct figures_page *page, struct figure_spot *spot)
{
	for (size_t i = 0; i < page->figures.column_count; i++)
		if (!page->place.metric || page->figures.columns[i].metric == page->place.metric) {
			spot->column = i;
			return true;
		}
	return false;
}

static bool
find_member(const struct figures_page *page, struct figure_spot *spot)
{
	for (size_t i = 0; i < page->figures.members.count; i++)
		if (!page->place.subject || page->figures.members.rows[i].unit == page->place.subject) {
			spot->member = i;
			return true;
		}
	return spot->line != LINE_MEMBER;
}

/* All is of one subject there: a year that is not shown is taken for the last. */
static void
find_period(const struct figures_page *page, struct figure_spot *spot)
{
	spot->band = page->over.count ? page->over.count - 1 : 0;
	for (size_t i = 0; i < page->over.count; i++)
		if (page->over.periods[i] == page->place.when)
			spot->band = i;
}

void
figures_place_back(struct figures_page *page, size_t band)
{
	struct figures_place *place = &page->place;
	struct figure_spot spot = { .line = place->line, .band = band };
	bool there = find_metric(page, &spot);
	if (page->arranged == FIGURES_OVER_TIME)
		find_period(page, &spot);
	else
		there = find_member(page, &spot) && there;
	place->wished = false;
	place->away = page->arranged != FIGURES_OVER_TIME && !there;
	if (place->away)
		spot.line = LINE_COVERAGE;
	figures_focus(page, spot);
	place->row = page->grid.row;
	place->column = page->grid.column;
}
