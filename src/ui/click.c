#include "ui/click.h"
#include "base/mem.h"
#include "ui/draw.h"
#include "ui/state.h"
#include <stdlib.h>

#define WHEEL_ROWS 3

/* ---- places ---- */

struct click
click_move(int down, int right, enum action_id again)
{
	return (struct click){ .go = { { ACTION_DOWN, ACTION_UP, down }, { ACTION_RIGHT, ACTION_LEFT, right } },
		.again = again };
}

int
click_rows(size_t from, size_t to, bool (*stops)(const void *of, size_t row), const void *of)
{
	bool up = to < from;
	int rows = 0;
	for (size_t row = up ? to : from + 1; row < (up ? from : to + 1); row++)
		rows += stops(of, row);
	return up ? -rows : rows;
}

void
clicks_clear(struct clicks *clicks)
{
	clicks->count = 0;
}

void
clicks_release(struct clicks *clicks)
{
	free(clicks->places);
	*clicks = (struct clicks){ 0 };
}

const struct click *
clicks_at(const struct clicks *clicks, int row, int column)
{
	for (size_t n = clicks->count; n--;) {
		const struct click_place *place = &clicks->places[n];
		if (row == place->row && column >= place->column && column < place->column + place->columns)
			return &place->click;
	}
	return NULL;
}

void
draw_click(struct draw *draw, int row, int column, int columns, struct click click)
{
	struct clicks *clicks = draw->clicks;
	const struct area *clip = &draw->clip;
	if (!clicks || columns <= 0 || row < clip->row || row >= clip->row + clip->rows)
		return;
	ARRAY_RESERVE(clicks->places, clicks->count, clicks->capacity);
	clicks->places[clicks->count++] = (struct click_place){ row, column, columns, click };
}

/* ---- doing it ---- */

/* False: the way ends here, something is said or asked. */
static bool
step(struct ui *ui, enum action_id action)
{
	const struct view *top = ui->top;
	ui_run_action(ui, action);
	ui_settle(ui);
	return ui->top == top && !ui->fault;
}

static bool
go(struct ui *ui, const struct click_steps *steps)
{
	int count = steps->steps < 0 ? -steps->steps : steps->steps;
	for (int n = 0; n < count; n++)
		if (!step(ui, steps->steps < 0 ? steps->back : steps->on))
			return false;
	return true;
}

void
ui_click(struct ui *ui, int row, int column)
{
	const struct click *found = clicks_at(&ui->clicks, row, column);
	if (!found || !ui->mouse)
		return;
	struct click click = *found;
	bool stays = !click.go[0].steps && !click.go[1].steps;
	if (click.tab) {
		ui_go_tab(ui, click.tab - 1);
		return;
	}
	if (!click.then)
		ui->in_tabs = false;
	/* In a cell ← and → move in its text: what is typed there is stored first. */
	if (!stays && ui_context(ui) == IN_CELL && (!step(ui, ACTION_SAVE) || ui_context(ui) == IN_CELL))
		return;
	if (!go(ui, &click.go[0]) || !go(ui, &click.go[1]))
		return;
	if (click.then)
		ui_run_action(ui, click.then);
	if (click.typed)
		ui_event(ui, &(struct key_event){ .kind = KEY_TEXT, .text = (char[]){ click.typed, 0 }, .length = 1 });
	if (stays && click.again && ui_allows(ui, click.again))
		ui_run_action(ui, click.again);
}

void
ui_wheel(struct ui *ui, bool up)
{
	enum context context = ui_context(ui);
	struct click_steps turn = { ACTION_DOWN, ACTION_UP, up ? -WHEEL_ROWS : WHEEL_ROWS };
	if (!ui->mouse || !ui->top || context == IN_CELL || context == IN_TABS)
		return;
	if (context == IN_DIALOG)
		turn = (struct click_steps){ ACTION_PAGE_ON, ACTION_PAGE_BACK, up ? -1 : 1 };
	go(ui, &turn);
}
