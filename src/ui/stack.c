/* The stack of views. */
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/state.h"
#include "ui/widget/deliver.h"
#include <stdlib.h>

struct view *
ui_top(const struct ui *ui)
{
	return ui->top;
}

struct view *
ui_screen(const struct ui *ui)
{
	struct view *view = ui->top;
	while (view && view->ops->box && view->below)
		view = view->below;
	return view;
}

struct layout
ui_layout_under(const struct ui *ui, const struct view *view)
{
	int taken = 0;
	for (const struct view *over = ui->top; over && over != view; over = over->below)
		taken += over->ops->beside ? over->ops->beside(over, &ui->layout) : 0;
	if (!taken)
		return ui->layout;
	struct layout layout = layout_of(ui->layout.rows, ui->layout.columns - taken);
	layout.long_message = ui->layout.long_message;
	layout.end = ui->layout.end;
	layout.detail = ui->layout.detail;
	layout.body.rows = ui->layout.body.rows;
	return layout;
}

struct layout
ui_layout(const struct ui *ui)
{
	return ui_layout_under(ui, ui_screen(ui));
}

enum context
ui_context(const struct ui *ui)
{
	if (ui->in_tabs)
		return IN_TABS;
	return ui->top && ui->top->ops->context ? ui->top->ops->context(ui->top) : IN_LIST;
}

static void
free_view(struct view *view)
{
	if (view->ops->close)
		view->ops->close(view);
	free(view);
}

bool
ui_open_tagged(struct ui *ui, const struct view_ops *ops, const void *place, int tag, struct err *err)
{
	struct view *view = mem_new(1, ops->size);
	*view = (struct view){ .ops = ops, .ui = ui, .below = ui->top, .tag = tag };
	if (ops->open && !ops->open(view, place, err))
		goto fail;
	if (ops->load && !ops->load(view, err))
		goto fail;
	ui->top = view;
	ui->in_tabs = false;
	if (ops->arrange)
		ops->arrange(view, &ui->layout);
	return true;
fail:
	free_view(view);
	return false;
}

bool
ui_open(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err)
{
	return ui_open_tagged(ui, ops, place, 0, err);
}

void
ui_close(struct view *view)
{
	view->closing = true;
}

/* Something typed would be lost with the views between the lowest and the top one. */
static bool
loses_text(const struct view *view)
{
	for (; view && view->below; view = view->below)
		if (view->ops->unsaved && view->ops->unsaved(view))
			return true;
	return false;
}

bool
ui_go(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err)
{
	struct view *between = ui->top;
	if (!ui_open(ui, ops, place, err))
		return false;
	if (loses_text(between))
		return true;
	/* They are freed later: one of them may be the caller. */
	while (between && between->below) {
		struct view *below = between->below;
		between->below = ui->gone;
		ui->gone = between;
		between = below;
	}
	ui->top->below = between;
	return true;
}

bool
ui_replace(struct ui *ui, const struct view_ops *ops, const void *place, struct err *err)
{
	struct view *old = ui->top;
	if (!ui_open(ui, ops, place, err))
		return false;
	ui->top->below = old->below;
	old->below = ui->gone; /* freed later: it may be the caller */
	ui->gone = old;
	return true;
}

void
ui_reload(struct ui *ui)
{
	for (struct view *view = ui->top; view; view = view->below)
		view->stale = true;
}

void
ui_post(struct ui *ui, enum action_id action)
{
	if (ui->posted_count < POSTED_LIMIT)
		ui->posted[ui->posted_count++] = action;
}

static void
free_gone(struct ui *ui)
{
	while (ui->gone) {
		struct view *view = ui->gone;
		ui->gone = view->below;
		free_view(view);
	}
}

static void
pop(struct ui *ui, bool answers)
{
	struct view *closed = ui->top;
	ui->top = closed->below;
	ui->in_tabs = false;
	struct err err = { 0 };
	if (answers && !dialog_deliver(closed, &err) && ui->top && ui->top->ops->answer)
		ui->top->ops->answer(ui->top, closed);
	ui_fault(ui, &err);
	free_view(closed);
	if (!ui->top)
		ui->ended = true;
}

static struct view *
lowest_closing(const struct ui *ui)
{
	struct view *found = NULL;
	for (struct view *view = ui->top; view; view = view->below)
		if (view->closing)
			found = view;
	return found;
}

static bool
close_some(struct ui *ui)
{
	struct view *closing = lowest_closing(ui);
	if (!closing)
		return false;
	while (ui->top != closing)
		pop(ui, false);
	pop(ui, true);
	return true;
}

static bool
run_posted(struct ui *ui)
{
	if (!ui->posted_count || !ui->top)
		return false;
	enum action_id action = ui->posted[0];
	ui->posted_count--;
	for (int n = 0; n < ui->posted_count; n++)
		ui->posted[n] = ui->posted[n + 1];
	ui_run_action(ui, action);
	return true;
}

/* The views that are seen, the lowest first. */
static void
refresh(struct ui *ui, struct view *view)
{
	if (view != ui_screen(ui))
		refresh(ui, view->below);
	if (view->stale) {
		struct err err = { 0 };
		view->stale = false;
		if (view->ops->load && !view->ops->load(view, &err))
			ui_fault(ui, &err);
	}
	struct layout layout = ui_layout_under(ui, view);
	if (view->ops->arrange)
		view->ops->arrange(view, &layout);
}

static void
arrange(struct ui *ui, struct view *view)
{
	if (view != ui_screen(ui))
		arrange(ui, view->below);
	struct layout layout = ui_layout_under(ui, view);
	if (view->ops->arrange)
		view->ops->arrange(view, &layout);
}

/* The body gives a row to what is said in row 23 and finds no room there, for as long as it stands. */
static void
make_room(struct ui *ui)
{
	struct layout layout = layout_of(ui->layout.rows, ui->layout.columns);
	layout.long_message = ui_says_more(ui);
	if (layout.long_message == ui->layout.long_message)
		return;
	if (layout.long_message) {
		layout.end--;
		layout.body.rows--;
		layout.detail -= layout.detail >= 0 ? 1 : 0;
	}
	ui->layout = layout;
	arrange(ui, ui->top);
}

static void
close_and_run(struct ui *ui)
{
	for (int rounds = 0; rounds < 100; rounds++) {
		bool more = close_some(ui);
		free_gone(ui);
		if (!more && !run_posted(ui))
			break;
	}
}

/* A view that reads again may find that what it shows is gone, and close. */
void
ui_settle(struct ui *ui)
{
	for (int rounds = 0; rounds < 10; rounds++) {
		close_and_run(ui);
		if (!ui->top)
			return;
		refresh(ui, ui->top);
		make_room(ui);
		if (!lowest_closing(ui))
			return;
	}
}

void
ui_close_all(struct ui *ui)
{
	free_gone(ui);
	while (ui->top)
		pop(ui, false);
}
