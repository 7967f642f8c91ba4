/* To the cell of a figure that has just been taken back or brought again. */
#include "cluster_figures.h"

static bool
same_figure(const struct figures_page *page, struct figure_spot spot, const struct figure_key *key)
{
	if (spot.column >= page->figures.column_count || !figures_cell(page, spot) ||
		figures_shown_at(page, spot) == FIGURES_PERCENT)
		return false;
	struct figure_key here = figures_key(page, spot);
	return here.subject == key->subject && here.metric == key->metric && here.when == key->when &&
		here.kind == key->kind;
}

void
cluster_go_to_figure(struct ui *ui, const struct figure_key *key)
{
	const struct view *top = ui_top(ui);
	if (!top || top->ops != &cluster_ops)
		return;
	const struct cluster_view *cluster = (const struct cluster_view *)top;
	if (cluster->tab != CLUSTER_FIGURES || !cluster->pages[CLUSTER_FIGURES])
		return;
	struct figures_page *page = figures_of(cluster->pages[CLUSTER_FIGURES]);
	for (int row = 0; row < page->grid.rows; row++)
		for (int column = 0; column < page->grid.columns; column++)
			if (same_figure(page, figures_spot(page, row, column), key)) {
				grid_focus(&page->grid, row, column);
				return;
			}
}
