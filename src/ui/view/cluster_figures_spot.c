/* Which cell of the grid is which figure, however the grid is arranged and turned. */
#include "cluster_figures.h"
#include "text/width.h"

/* Columns of the grid for one metric (or, turned, for one line). */
static int
bands_across(const struct figures_page *page)
{
	return page->arranged == FIGURES_BESIDE ? 3 : 1;
}

static bool
over_time(const struct figures_page *page)
{
	return page->arranged == FIGURES_OVER_TIME;
}

/* ---- lines and metrics, before the bands are laid across ---- */

static size_t
line_count(const struct figures_page *page)
{
	if (over_time(page))
		return page->turned ? page->over.count : page->list.shown_count;
	return page->turned ? page->figures.members.count + 4 : page->list.shown_count + 5;
}

static size_t
metric_count(const struct figures_page *page)
{
	return page->turned ? page->list.shown_count : page->figures.column_count;
}

/* The row heads that the filter lets through, by their place; SIZE_MAX: there is none. */
static size_t
head_at(const struct figures_page *page, int place)
{
	return place >= 0 && (size_t)place < page->list.shown_count ? page->list.shown[place] : SIZE_MAX;
}

/* The place of a row head among those that are shown; 0 when it is not. */
static int
shown_at(const struct figures_page *page, size_t index)
{
	for (size_t i = 0; i < page->list.shown_count; i++)
		if (page->list.shown[i] == index)
			return (int)i;
	return 0;
}

static void
take_line(const struct figures_page *page, int line, struct figure_spot *spot)
{
	int members = (int)(page->turned ? page->figures.members.count : page->list.shown_count);
	line = line < 0 ? 0 : line;
	if (over_time(page)) {
		spot->line = page->over.subject == page_cluster(&page->page) ? LINE_REPORTED : LINE_MEMBER;
		spot->band = page->turned ? (size_t)line : head_at(page, line);
	} else if (line < members) {
		spot->member = page->turned ? (size_t)line : page->list.shown[line];
	} else {
		spot->line = (enum figure_line)(LINE_RULE + (line - members) + (page->turned ? 1 : 0));
	}
}

struct figure_spot
figures_spot(const struct figures_page *page, int row, int column)
{
	int across = bands_across(page);
	struct figure_spot spot = { .line = LINE_MEMBER, .band = column < 0 ? 0 : (size_t)(column % across) };
	int place = column < 0 ? 0 : column / across;
	spot.column = page->turned ? head_at(page, row < 0 ? 0 : row) : (size_t)place;
	take_line(page, page->turned ? place : row, &spot);
	return spot;
}

struct figure_spot
figures_here(const struct figures_page *page)
{
	return figures_spot(page, page->grid.row, page->grid.column);
}

void
figures_focus(struct figures_page *page, struct figure_spot spot)
{
	int members = (int)(page->turned ? page->figures.members.count : page->list.shown_count);
	int across = bands_across(page), band = (int)spot.band;
	int line = page->turned ? (int)spot.member : shown_at(page, spot.member);
	if (over_time(page))
		line = page->turned ? band : shown_at(page, spot.band);
	else if (spot.line != LINE_MEMBER)
		line = members + (int)spot.line - (int)(page->turned ? LINE_COVERAGE : LINE_RULE);
	if (over_time(page) || band >= across)
		band = 0;
	if (page->turned)
		grid_focus(&page->grid, shown_at(page, spot.column), line * across + band);
	else
		grid_focus(&page->grid, line, (int)spot.column * across + band);
}

/* Turned, the names of metrics stand there, with the scale of money; else those of units and sums. */
static int
name_width(const struct figures_page *page)
{
	int width = FIGURES_NAME_WIDTH;
	for (size_t i = 0; page->turned && i < page->figures.column_count; i++) {
		struct str name = { 0 };
		figures_metric_name(&page->figures.columns[i], &name);
		int own = text_width(str_text(&name)) + 2;
		width = own > width ? own : width;
		str_release(&name);
	}
	return width < FIGURES_NAME_WIDTH_MOST ? width : FIGURES_NAME_WIDTH_MOST;
}

void
figures_resize(struct figures_page *page)
{
	int lines = (int)line_count(page), metrics = (int)metric_count(page), across = bands_across(page);
	bool sums = page->turned && !over_time(page);
	page->grid.name_width = name_width(page);
	page->grid.foot_columns = sums ? (LINE_DIFFERENCE - LINE_COVERAGE + 1) * across : 0;
	if (page->turned)
		grid_set_size(&page->grid, metrics, lines * across);
	else
		grid_set_size(&page->grid, lines, metrics * across);
}

void
figures_count_heads(struct figures_page *page)
{
	size_t lines = over_time(page) ? page->over.count : page->figures.members.count;
	list_set_count(&page->list, page->turned ? page->figures.column_count : lines, SIZE_MAX);
}

/* Only where figures are typed: never onto sums, percentages or, from the last member, the cluster's own report. */
int
figures_next(const void *of, int column, int by)
{
	const struct figures_page *page = of;
	enum figure_line line = figures_spot(page, 0, column).line;
	for (int next = column + by; next >= 0 && next < page->grid.columns; next += by) {
		struct figure_spot spot = figures_spot(page, 0, next);
		if (page->turned && spot.line != line)
			return -1;
		if (page->arranged != FIGURES_BESIDE || figures_shown_at(page, spot) != FIGURES_PERCENT)
			return next;
	}
	return -1;
}

/* ---- what stands there ---- */

enum figures_shown
figures_shown_at(const struct figures_page *page, struct figure_spot spot)
{
	static const enum figures_shown beside[] = { FIGURES_RESULT, FIGURES_ASSIGNED, FIGURES_PERCENT };
	return page->arranged == FIGURES_BESIDE ? beside[spot.band] : page->shown;
}

static const struct figure_cell *
cell_at(const struct figure_grid *figures, struct figure_spot spot)
{
	if (spot.column >= figures->column_count)
		return NULL;
	if (spot.line == LINE_REPORTED)
		return &figures->reported[spot.column];
	return spot.line == LINE_MEMBER && spot.member < figures->members.count
		? &figures->cells[spot.member * figures->column_count + spot.column]
		: NULL;
}

const struct figure_cell *
figures_cell_in(const struct figures_page *page, const struct figure_grid *other, struct figure_spot spot)
{
	struct figure_spot there = { .line = spot.line, .member = SIZE_MAX, .column = SIZE_MAX };
	for (size_t i = 0; i < other->column_count; i++)
		if (other->columns[i].metric == page->figures.columns[spot.column].metric)
			there.column = i;
	for (size_t i = 0; spot.line == LINE_MEMBER && i < other->members.count; i++)
		if (other->members.rows[i].unit == page->figures.members.rows[spot.member].unit)
			there.member = i;
	return there.column == SIZE_MAX ? NULL : cell_at(other, there);
}

static const struct figure_cell *
cell_over(const struct figures_page *page, const struct figure_cell *cells, struct figure_spot spot)
{
	size_t columns = page->figures.column_count;
	return cells && spot.band < page->over.count && spot.column < columns
		? &cells[spot.band * columns + spot.column]
		: NULL;
}

const struct figure_cell *
figures_cell(const struct figures_page *page, struct figure_spot spot)
{
	if (over_time(page))
		return cell_over(page, page->over.cells, spot);
	return page->arranged == FIGURES_BESIDE && figures_shown_at(page, spot) == FIGURES_ASSIGNED
		? figures_plan(page, spot)
		: cell_at(&page->figures, spot);
}

const struct figure_cell *
figures_plan(const struct figures_page *page, struct figure_spot spot)
{
	return over_time(page) ? cell_over(page, page->over.plans, spot) : figures_cell_in(page, &page->plans, spot);
}

const struct figure_grid *
figures_summed(const struct figures_page *page, struct figure_spot spot)
{
	bool plan = page->arranged == FIGURES_BESIDE && figures_shown_at(page, spot) == FIGURES_ASSIGNED;
	return plan && page->plans.column_count == page->figures.column_count ? &page->plans : &page->figures;
}

struct figure_key
figures_key(const struct figures_page *page, struct figure_spot spot)
{
	enum figures_shown shown = figures_shown_at(page, spot);
	struct figure_key key = { .metric = page->figures.columns[spot.column].metric, .when = page->figures.period };
	key.kind = shown == FIGURES_ASSIGNED  ? FIGURE_KIND_ASSIGNED
		: shown == FIGURES_REGISTERED ? FIGURE_KIND_REGISTERED
					      : FIGURE_KIND_RESULT;
	key.subject = over_time(page)      ? page->over.subject
		: spot.line == LINE_MEMBER ? page->figures.members.rows[spot.member].unit
					   : page_cluster(&page->page);
	if (over_time(page) && spot.band < page->over.count)
		key.when = page->over.periods[spot.band];
	return key;
}

bool
figures_changed(const struct figures_page *page, struct figure_spot spot)
{
	size_t columns = page->figures.column_count;
	bool own = spot.line == LINE_REPORTED;
	if (!page->changed || spot.column >= columns || (spot.line != LINE_MEMBER && !own))
		return false;
	size_t line = over_time(page) ? spot.band : own ? page->figures.members.count : spot.member;
	return page->changed[line * columns + spot.column];
}
