/* What the grid of figures shows in its cells and heads. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "text/number.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define WIDTH_LEAST 9
#define WIDTH_MOST 10

/* ---- cells ---- */

/* Result in percent of what was assigned. */
static void
show_percent(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_cell *result = figures_cell(page, spot), *plan = figures_plan(page, spot);
	struct quantity percent;
	bool known = figure_percent(&percent, result, plan, page->figures.columns[spot.column].facts.decimals);
	if (!known) {
		str_add_text(out, "…");
		return;
	}
	number_show(out, percent.amount, FIGURE_PERCENT_DECIMALS, qualifier_sign(percent.qualifier));
	str_add_text(out, " %");
}

static void
show_spot(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_grid *figures = figures_summed(page, spot);
	bool stored = spot.line == LINE_MEMBER || spot.line == LINE_REPORTED;
	const struct figure_cell *cell = stored ? figures_cell(page, spot) : NULL;
	if (spot.line == LINE_RULE)
		return;
	if (figures_shown_at(page, spot) == FIGURES_PERCENT) {
		if (stored)
			show_percent(page, spot, out);
		return;
	}
	if (cell)
		cell_show(&cell->cell, out);
	else if (stored)
		str_add_text(out, "…");
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
	const struct figure_cell *before = figures_cell_in(page, &page->before, spot);
	if (before && before->cell.kind != CELL_UNKNOWN)
		cell_show(&before->cell, out);
	else
		str_add_text(out, "…");
}

/* The year of the second line, where a figure of it is known in the row. */
static void
second_name(const void *of, int row, struct str *out)
{
	const struct figures_page *page = of;
	for (int column = 0; column < page->grid.columns && page->has_before; column++) {
		struct figure_spot spot = figures_spot(page, row, column);
		const struct figure_cell *before = figures_cell_in(page, &page->before, spot);
		if (!before || before->cell.kind == CELL_UNKNOWN)
			continue;
		str_add_integer(out, period_last_year(page->before.period));
		return;
	}
}

static enum role
role(const void *of, int row, int column)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	const struct figure_cell *stored = figures_cell(page, spot);
	return stored && stored->differs ? ROLE_CHOSEN : ROLE_TEXT;
}

static char
sign(const void *of, int row)
{
	const struct figures_page *page = of;
	for (int column = 0; column < page->grid.columns; column++)
		if (figures_changed(page, figures_spot(page, row, column)))
			return 'o';
	return 0;
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
	if (page->arranged == FIGURES_OVER_TIME)
		str_add_text(out, page->over.brief);
	else
		str_add_text(out,
			spot.line == LINE_MEMBER ? page->figures.members.rows[spot.member].brief
						 : say(names[spot.line]));
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

/* Two lines of a name; a short one stands in the lower line. */
static void
add_parted(const char *name, int line, struct str *out)
{
	if (text_width(name) > WIDTH_LEAST)
		part_name(name, line, out);
	else if (line)
		str_add_text(out, name);
}

/* Over what stands across: a line or its year when the grid is turned, else a metric. */
static void
head_of_column(const struct figures_page *page, struct figure_spot spot, int line, struct str *out)
{
	const struct figure_column *metric = &page->figures.columns[spot.column];
	struct str name = { 0 };
	if (page->turned) {
		if (page->arranged == FIGURES_OVER_TIME)
			period_show(page->over.periods[spot.band], &name);
		else
			figures_line_name(page, spot, &name);
		add_parted(str_text(&name), line, out);
	} else if (metric->facts.money) {
		str_add_text(out, line ? say(money_scale_words(metric->facts.money_scale)) : metric->short_name);
	} else {
		part_name(metric->short_name, line, out);
	}
	str_release(&name);
}

static void
head(const void *of, int column, int line, struct str *out)
{
	static const struct words beside[] = { WORDS("TH", "Result"), WORDS("KH", "Plan"), WORDS("%", "%") };
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, 0, column);
	if (page->arranged != FIGURES_BESIDE)
		head_of_column(page, spot, line, out);
	else if (line)
		str_add_text(out, say(beside[spot.band]));
	else if (page->turned)
		figures_line_name(page, spot, out);
	else
		figures_metric_name(&page->figures.columns[spot.column], out);
}

/* TH, KH and % of one metric have one name over them. */
static int
span(const void *of, int column)
{
	const struct figures_page *page = of;
	size_t band = figures_spot(page, 0, column).band;
	return page->arranged != FIGURES_BESIDE ? 1 : band ? 0 : 3;
}

static int
width(const void *of, int column)
{
	const struct figures_page *page = of;
	int widest = 0;
	for (int line = page->arranged == FIGURES_BESIDE ? 1 : 0; line < 2; line++) {
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
	struct figure_spot spot = figures_spot(page, row, 0);
	if (page->turned)
		figures_metric_name(&page->figures.columns[spot.column], out);
	else if (page->arranged == FIGURES_OVER_TIME)
		period_show(page->over.periods[spot.band], out);
	else
		figures_line_name(page, spot, out);
}

static void
corner(const void *of, int line, struct str *out)
{
	const struct figures_page *page = of;
	if (line == 1 && page->arranged == FIGURES_OVER_TIME)
		str_add_text(out, page->over.brief);
	else if (line == 1)
		period_show(page->figures.period, out);
}

static enum grid_row
kind(const void *of, int row)
{
	const struct figures_page *page = of;
	if (page->turned || page->arranged == FIGURES_OVER_TIME)
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
	while (page->list.filtering)
		list_act(&page->list, ACTION_BACK, err);
	figures_count_heads(page);
	figures_resize(page);
	return true;
}

/* ---- the filter of the row heads ---- */

static void
head_of_row(const void *of, size_t row, int column, struct str *out)
{
	const struct figures_page *page = of;
	(void)column;
	if (page->turned)
		str_add_text(out, page->figures.columns[row].name);
	else if (page->arranged == FIGURES_OVER_TIME)
		period_show(page->over.periods[row], out);
	else
		str_add_text(out, page->figures.members.rows[row].name);
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct figures_page *page = of;
	head_of_row(of, row, 0, out);
	if (!page->turned && page->arranged == FIGURES_OVER_TIME)
		return;
	str_add_byte(out, '\n');
	str_add_text(
		out, page->turned ? page->figures.columns[row].short_name : page->figures.members.rows[row].full_name);
}

const struct list_ops figures_list_ops = { .cell = head_of_row, .searched = searched };

const struct grid_ops figures_grid_ops = {
	.cell = cell,
	.row_name = row_name,
	.head = head,
	.span = span,
	.next = figures_next,
	.corner = corner,
	.kind = kind,
	.width = width,
	.role = role,
	.sign = sign,
	.second = second,
	.second_name = second_name,
	.editable = figures_editable,
	.edited = figures_edited,
	.echo = figures_echo,
	.commit = figures_commit,
	.remove = figures_remove,
	.copy = figures_copy,
	.paste = figures_paste,
	.turn = turn,
};
