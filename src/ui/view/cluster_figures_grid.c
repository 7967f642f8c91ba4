/* What the grid of figures shows in its cells and heads. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "text/number.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define WIDTH_LEAST 9
#define WIDTH_MOST 10
#define PERCENT_DECIMALS 1

/* ---- where things are ---- */

/* Rows of the grid when it is not turned, its columns when it is. */
static size_t
line_count(const struct figures_page *page)
{
	return page->turned ? page->figures.members.count + 4 : page->list.shown_count + 5;
}

static size_t
column_count(const struct figures_page *page)
{
	return page->turned ? page->list.shown_count : page->figures.column_count;
}

static struct figure_spot
spot_of(const struct figures_page *page, int line, int column)
{
	int members = (int)(page->turned ? page->figures.members.count : page->list.shown_count);
	struct figure_spot spot = { .line = LINE_MEMBER, .column = column < 0 ? 0 : (size_t)column };
	if (page->turned)
		spot.column = spot.column < page->list.shown_count ? page->list.shown[spot.column] : SIZE_MAX;
	if (line < members)
		spot.member = line < 0 ? 0 : page->turned ? (size_t)line : page->list.shown[line];
	else
		spot.line = (enum figure_line)(LINE_RULE + (line - members) + (page->turned ? 1 : 0));
	return spot;
}

struct figure_spot
figures_spot(const struct figures_page *page, int row, int column)
{
	return page->turned ? spot_of(page, column, row) : spot_of(page, row, column);
}

struct figure_spot
figures_here(const struct figures_page *page)
{
	return figures_spot(page, page->grid.row, page->grid.column);
}

/* The place of a member or metric among those that are shown; 0 when it is not. */
static int
shown_at(const struct figures_page *page, size_t index)
{
	for (size_t i = 0; i < page->list.shown_count; i++)
		if (page->list.shown[i] == index)
			return (int)i;
	return 0;
}

void
figures_focus(struct figures_page *page, struct figure_spot spot)
{
	int members = (int)(page->turned ? page->figures.members.count : page->list.shown_count);
	int line = page->turned ? (int)spot.member : shown_at(page, spot.member);
	if (spot.line != LINE_MEMBER)
		line = members + (int)spot.line - (int)(page->turned ? LINE_COVERAGE : LINE_RULE);
	if (page->turned)
		grid_focus(&page->grid, shown_at(page, spot.column), line);
	else
		grid_focus(&page->grid, line, (int)spot.column);
}

void
figures_resize(struct figures_page *page)
{
	size_t lines = line_count(page), columns = column_count(page);
	grid_set_size(&page->grid, (int)(page->turned ? columns : lines), (int)(page->turned ? lines : columns));
}

static const struct figure_cell *
cell_in(const struct figure_grid *figures, struct figure_spot spot)
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
figures_cell(const struct figures_page *page, struct figure_spot spot)
{
	return cell_in(&page->figures, spot);
}

int64_t
figures_subject(const struct figures_page *page, struct figure_spot spot)
{
	return spot.line == LINE_MEMBER ? page->figures.members.rows[spot.member].unit : page_cluster(&page->page);
}

/* The same cell of another grid: its members and metrics may be others. */
static const struct figure_cell *
cell_beside(const struct figures_page *page, const struct figure_grid *other, struct figure_spot spot)
{
	struct figure_spot there = { .line = spot.line, .member = SIZE_MAX, .column = SIZE_MAX };
	for (size_t i = 0; i < other->column_count; i++)
		if (other->columns[i].metric == page->figures.columns[spot.column].metric)
			there.column = i;
	for (size_t i = 0; spot.line == LINE_MEMBER && i < other->members.count; i++)
		if (other->members.rows[i].unit == page->figures.members.rows[spot.member].unit)
			there.member = i;
	return there.column == SIZE_MAX ? NULL : cell_in(other, there);
}

/* ---- cells ---- */

static bool
is_number(const struct figure_cell *cell)
{
	return cell && (cell->cell.kind == CELL_QUANTITY || cell->cell.kind == CELL_PERCENT);
}

/* Result in percent of what was assigned. */
static void
show_percent(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_cell *result = figures_cell(page, spot), *plan = cell_beside(page, &page->plans, spot);
	int decimals = page->figures.columns[spot.column].facts.decimals;
	struct quantity percent;
	struct err ignored = { 0 };
	bool known = is_number(result) && is_number(plan) &&
		quantity_divide(&percent, result->cell.quantity, decimals, plan->cell.quantity, decimals,
			PERCENT_DECIMALS + 2, &ignored);
	err_release(&ignored);
	if (!known) {
		str_add_text(out, "…");
		return;
	}
	static const char signs[] = { [QUALIFIER_EXACTLY] = '=',
		[QUALIFIER_MORE_THAN] = '>',
		[QUALIFIER_LESS_THAN] = '<',
		[QUALIFIER_ABOUT] = '~' };
	number_show(out, percent.amount, PERCENT_DECIMALS, signs[percent.qualifier]);
	str_add_text(out, " %");
}

static void
show_spot(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_grid *figures = &page->figures;
	bool stored = spot.line == LINE_MEMBER || spot.line == LINE_REPORTED;
	if (spot.line == LINE_RULE)
		return;
	if (page->shown == FIGURES_PERCENT) {
		if (stored)
			show_percent(page, spot, out);
		return;
	}
	if (stored)
		cell_show(&figures_cell(page, spot)->cell, out);
	else if (spot.line == LINE_COVERAGE)
		cell_show(&figures->coverage[spot.column], out);
	else if (spot.line == LINE_SUM)
		cell_show(&figures->sums[spot.column], out);
	else
		cell_show(&figures->differences[spot.column], out);
}

static void
cell(const void *of, int row, int column, struct str *out)
{
	const struct figures_page *page = of;
	show_spot(page, figures_spot(page, row, column), out);
}

static void
second(const void *of, int row, int column, struct str *out)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	if (!page->has_before || (spot.line != LINE_MEMBER && spot.line != LINE_REPORTED))
		return;
	const struct figure_cell *before = cell_beside(page, &page->before, spot);
	if (before && before->cell.kind != CELL_UNKNOWN)
		cell_show(&before->cell, out);
	else
		str_add_text(out, "…");
}

static enum role
role(const void *of, int row, int column)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	const struct figure_cell *cell_ = figures_cell(page, spot);
	return cell_ && cell_->differs ? ROLE_CHOSEN : ROLE_TEXT;
}

static char
sign(const void *of, int row)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, 0);
	if (page->turned || !page->changed)
		return 0;
	size_t line = spot.line == LINE_MEMBER ? spot.member : page->figures.members.count;
	return (spot.line == LINE_MEMBER || spot.line == LINE_REPORTED) && page->changed[line] ? 'o' : 0;
}

/* ---- heads ---- */

void
figures_line_name(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	static const struct words names[] = { [LINE_RULE] = WORDS("", ""),
		[LINE_COVERAGE] = WORDS("Đơn vị có số", "With a figure"),
		[LINE_SUM] = WORDS("Cộng đơn vị", "Sum of units"),
		[LINE_REPORTED] = WORDS("Toàn cụm báo cáo", "Cluster's own"),
		[LINE_DIFFERENCE] = WORDS("Chênh lệch", "Difference") };
	str_add_text(
		out, spot.line == LINE_MEMBER ? page->figures.members.rows[spot.member].brief : say(names[spot.line]));
}

void
figures_metric_name(const struct figure_column *column, struct str *out)
{
	str_add_text(out, column->short_name);
	if (column->facts.money)
		str_add_format(out, " (%s)", say(money_scale_words(column->facts.money_scale)));
}

/* The blank at which a name is parted into two lines of most equal width; its length when there is none. */
static size_t
parting(const char *name)
{
	size_t best = strlen(name);
	int least = text_width(name) + 1;
	for (const char *blank = strchr(name, ' '); blank; blank = strchr(blank + 1, ' ')) {
		char *first = mem_copy_bytes(name, (size_t)(blank - name));
		int left = text_width(first), right = text_width(blank + 1), wider = left > right ? left : right;
		free(first);
		/* «Đoàn viên / mới» rather than «Đoàn / viên mới»: the first line takes what it can. */
		if (wider < least || (wider <= WIDTH_LEAST && left <= WIDTH_LEAST)) {
			least = wider;
			best = (size_t)(blank - name);
		}
	}
	return best;
}

static void
part_name(const char *name, int line, struct str *out)
{
	size_t at = parting(name);
	if (line == 0)
		str_add(out, name, at);
	else if (name[at])
		str_add_text(out, name + at + 1);
}

static void
head(const void *of, int column, int line, struct str *out)
{
	const struct figures_page *page = of;
	if (page->turned) {
		struct str name = { 0 };
		figures_line_name(page, figures_spot(page, 0, column), &name);
		if (text_width(str_text(&name)) > WIDTH_LEAST)
			part_name(str_text(&name), line, out);
		else if (line)
			str_add_text(out, str_text(&name));
		str_release(&name);
		return;
	}
	const struct figure_column *metric = &page->figures.columns[figures_spot(page, 0, column).column];
	if (!metric->facts.money)
		part_name(metric->short_name, line, out);
	else
		str_add_text(out, line ? say(money_scale_words(metric->facts.money_scale)) : metric->short_name);
}

static int
width(const void *of, int column)
{
	int widest = 0;
	for (int line = 0; line < 2; line++) {
		struct str text = { 0 };
		head(of, column, line, &text);
		int own = text_width(str_text(&text));
		widest = own > widest ? own : widest;
		str_release(&text);
	}
	int wanted = widest + 3 < WIDTH_MOST ? widest + 3 : WIDTH_MOST;
	wanted = widest + 1 > wanted ? widest + 1 : wanted;
	return wanted > WIDTH_LEAST ? wanted : WIDTH_LEAST;
}

static void
row_name(const void *of, int row, struct str *out)
{
	const struct figures_page *page = of;
	if (page->turned)
		figures_metric_name(&page->figures.columns[figures_spot(page, row, 0).column], out);
	else
		figures_line_name(page, figures_spot(page, row, 0), out);
}

static void
corner(const void *of, int line, struct str *out)
{
	const struct figures_page *page = of;
	if (line == 1)
		period_show(page->figures.period, out);
}

static enum grid_row
kind(const void *of, int row)
{
	const struct figures_page *page = of;
	if (page->turned)
		return GRID_FIGURES;
	switch (figures_spot(page, row, 0).line) {
	case LINE_RULE:
		return GRID_RULE;
	case LINE_MEMBER:
	case LINE_REPORTED:
		return GRID_FIGURES;
	default:
		return GRID_SUM;
	}
}

static bool
turn(void *of, struct err *err)
{
	struct figures_page *page = of;
	page->turned = !page->turned;
	page->grid.name_width = page->turned ? FIGURES_NAME_WIDTH_TURNED : FIGURES_NAME_WIDTH;
	while (page->list.filtering)
		list_act(&page->list, ACTION_BACK, err);
	list_set_count(&page->list, page->turned ? page->figures.column_count : page->figures.members.count, SIZE_MAX);
	figures_resize(page);
	return true;
}

/* ---- the filter of the row heads ---- */

static void
head_of_row(const void *of, size_t row, int column, struct str *out)
{
	const struct figures_page *page = of;
	(void)column;
	str_add_text(out, page->turned ? page->figures.columns[row].name : page->figures.members.rows[row].name);
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct figures_page *page = of;
	head_of_row(of, row, 0, out);
	str_add_byte(out, '\n');
	str_add_text(
		out, page->turned ? page->figures.columns[row].short_name : page->figures.members.rows[row].full_name);
}

const struct list_ops figures_list_ops = { .cell = head_of_row, .searched = searched };

const struct grid_ops figures_grid_ops = {
	.cell = cell,
	.row_name = row_name,
	.head = head,
	.corner = corner,
	.kind = kind,
	.width = width,
	.role = role,
	.sign = sign,
	.second = second,
	.editable = figures_editable,
	.edited = figures_edited,
	.echo = figures_echo,
	.commit = figures_commit,
	.remove = figures_remove,
	.copy = figures_copy,
	.paste = figures_paste,
	.turn = turn,
};
