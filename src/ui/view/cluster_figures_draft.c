/* A cell that is being edited: written down, and its box opened again. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "ui/view/drafts.h"

bool
figures_draft(const struct page *page, struct draft *out)
{
	const struct figures_page *figures = (const struct figures_page *)page;

	if (!grid_unsaved(&figures->grid))
		return false;
	struct figure_spot spot = figures_here(figures);
	if (!figures_cell(figures, spot))
		return false;
	out->kind = DRAFT_CELL;
	out->typed = mem_copy_text(line_text(&figures->grid.line));
	struct figure_key key = figures_key(figures, spot);
	out->cell = (struct draft_cell){ .cluster = page_cluster(page),
		.subject = key.subject,
		.metric = key.metric,
		.period = key.when,
		.kind = key.kind };
	if (figures->base.entity)
		out->cell.base = record_copy(&figures->base);
	return true;
}

static bool
find_cell(const struct figures_page *page, const struct draft_cell *cell, struct figure_spot *spot)
{
	const struct figure_grid *figures = &page->figures;
	bool line = cell->subject == cell->cluster, column = false;

	*spot = (struct figure_spot){ .line = line ? LINE_REPORTED : LINE_MEMBER };
	for (size_t i = 0; i < page->over.count; i++)
		if (page->over.periods[i] == cell->period) {
			spot->band = i;
			line = true;
		}
	for (size_t i = 0; i < figures->members.count && !line; i++)
		if (figures->members.rows[i].unit == cell->subject) {
			spot->member = i;
			line = true;
		}
	for (size_t i = 0; i < figures->column_count && !column; i++)
		if (figures->columns[i].metric == cell->metric) {
			spot->column = i;
			column = true;
		}
	return line && column;
}

/* As figures_begin_edit, with the figure as it was when the box was first opened. */
static bool
open_box(struct figures_page *page, const struct draft *draft, struct err *err)
{
	grid_act(&page->grid, ACTION_EDIT, err);
	if (!page->grid.editing)
		return false;
	figures_begin_edit(page);
	record_release(&page->base);
	page->base = draft->cell.base.entity ? record_copy(&draft->cell.base) : (struct record){ 0 };
	line_set(&page->grid.line, draft->typed ? draft->typed : "");
	page->grid.line.touched = true;
	figures_tell(page);
	return true;
}

bool
figures_reopen(struct page *page, const struct draft *draft, struct err *err)
{
	struct figures_page *figures = (struct figures_page *)page;
	struct figure_spot spot;

	figures->shown = draft->cell.kind == FIGURE_KIND_ASSIGNED ? FIGURES_ASSIGNED
		: draft->cell.kind == FIGURE_KIND_REGISTERED      ? FIGURES_REGISTERED
								  : FIGURES_RESULT;
	/* Of another year than the one looked at: it was typed among the years of one subject. */
	if (draft->cell.period != session_period(page_session(page)))
		figures_arrange_over(figures, draft->cell.subject);
	if (!page->ops->load(page, err))
		return false;
	if (!find_cell(figures, &draft->cell, &spot))
		return err_set(err, ERR_NOT_FOUND,
			SAY("Ô đang gõ dở không còn trong bảng số liệu của cụm; đã gõ “{1}”.",
				"The cell that was being edited is no longer in the table; typed: “{1}”."),
			draft->typed ? draft->typed : "", NULL);
	figures_focus(figures, spot);
	return open_box(figures, draft, err);
}
