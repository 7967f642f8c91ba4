#include "ui/menu.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/state.h"
#include <stdio.h>
#include <stdlib.h>

/* Two columns; every action has one place for all screens, so that it is found blind. */
#define MENU_ROWS 14
#define MENU_WIDTH 72
#define MENU_RIGHT 36 /* where the right column begins, from the frame; narrower screens have it nearer */
#define MENU_KEYS 25  /* where the keys of a column end, from its begin; later where a label needs it */
#define PAIR_MORE 2   /* the pairs of pages have their keys one column further away */

struct menu_cell {
	enum action_id action, other;
}; /* other: the second action of a pair, - + and < > */
static const struct menu_cell cells[MENU_ROWS][2] = {
	{ { ACTION_HELP, 0 }, { ACTION_COPY, 0 } },
	{ { ACTION_EDIT, 0 }, { ACTION_MARK, 0 } },
	{ { ACTION_PERIOD, 0 }, { ACTION_REMOVE, 0 } },
	{ { ACTION_CHOOSE, 0 }, { ACTION_TURN, 0 } },
	{ { ACTION_DETAIL, 0 }, { ACTION_UNDO, 0 } },
	{ { ACTION_TABS, 0 }, { ACTION_REDO, 0 } },
	{ { ACTION_ADD, 0 }, { ACTION_YEAR_ON, 0 } },
	{ { ACTION_DELETE, 0 }, { ACTION_YEAR_BACK, 0 } },
	{ { ACTION_QUIT, 0 }, { ACTION_METHOD, 0 } },
	{ { ACTION_FILTER, 0 }, { ACTION_FIND, 0 } },
	{ { ACTION_HISTORY, 0 }, { ACTION_EXPORT, 0 } },
	{ { ACTION_REDRAW, 0 }, { ACTION_SAVE, 0 } },
	{ { ACTION_SETTINGS, 0 }, { ACTION_IMPORT, 0 } },
	{ { ACTION_PAGE_BACK, ACTION_PAGE_ON }, { ACTION_FIRST, ACTION_LAST } },
};

struct menu {
	struct view view;
	struct str title;
	int row, side; /* focus */
	int top;       /* first row shown */
	struct area area;
	int begin[2], end[2]; /* of the two columns, with their keys, from the frame */
};

bool
menu_open(struct ui *ui, struct err *err)
{
	return ui_open(ui, &menu_ops, NULL, err);
}

static bool
works(const struct menu *menu, enum action_id action)
{
	return action != ACTION_NONE && ui_view_allows(menu->view.ui, menu->view.below, action);
}

static bool
shown(const struct menu *menu, int row, int side)
{
	const struct menu_cell *cell = &cells[row][side];
	return works(menu, cell->action) || works(menu, cell->other);
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct menu *menu = (struct menu *)view;
	(void)place;
	(void)err;
	str_add_text(&menu->title, "Menu · ");
	ui_place(view->below, &menu->title);
	while (menu->row < MENU_ROWS - 1 && !shown(menu, menu->row, 0))
		menu->row++;
	return true;
}

static void
close_menu(struct view *view)
{
	str_release(&((struct menu *)view)->title);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_MENU;
}

static void
add_label(const struct menu *menu, const struct menu_cell *cell, struct str *out)
{
	const struct view *below = menu->view.below;
	if (cell->action == ACTION_PAGE_BACK) {
		str_add_text(out, say(SAY("- + Trang trước, sau", "- + Page before, after")));
		return;
	}
	if (cell->action == ACTION_FIRST) {
		str_add_text(out, say(SAY("< > Đầu, cuối", "< > First, last")));
		return;
	}
	str_add_byte(out, actions[cell->action].menu);
	str_add_byte(out, ' ');
	struct frame frame = { 0 };
	if (cell->action == ACTION_TABS && below->ops->frame)
		below->ops->frame(below, &frame);
	if (frame.tab_count)
		str_add_format(out, "%s 1–%d", say(actions[ACTION_TABS].label), frame.tab_count);
	else
		str_add_text(out, say(ui_label(menu->view.ui, below, cell->action)));
	frame_release(&frame);
}

static const char *
key_text(const struct menu *menu, const struct menu_cell *cell)
{
	const struct view *below = menu->view.below;
	if (cell->other)
		return cell->other == ACTION_PAGE_ON ? "PgUp PgDn" : "Home End";
	int key = action_key(below->ops->context ? below->ops->context(below) : IN_LIST, cell->action);
	return key == K_NONE ? "" : key_shown(key);
}

/* Columns of the widest row of a side, with its key. */
static int
side_width(const struct menu *menu, int side)
{
	int widest = 0;
	for (int n = 0; n < MENU_ROWS; n++) {
		struct str label = { 0 };
		if (!shown(menu, n, side) || cells[n][side].other)
			continue;
		add_label(menu, &cells[n][side], &label);
		int key = text_width(key_text(menu, &cells[n][side]));
		int width = text_width(str_text(&label)) + (key ? key + 1 : 0);
		str_release(&label);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* As drawn where there is room; else each side has what it needs, the left first. */
static void
place_sides(struct menu *menu)
{
	int last = menu->area.columns - 2, left = side_width(menu, 0), right = side_width(menu, 1);
	menu->begin[0] = 2;
	if (menu->area.columns == MENU_WIDTH) {
		menu->begin[1] = MENU_RIGHT;
		menu->end[0] = 2 + MENU_KEYS;
	} else {
		menu->begin[1] = 2 + left + 2 > menu->area.columns / 2 ? 2 + left + 2 : menu->area.columns / 2;
		menu->end[0] = menu->begin[1] - 2;
	}
	menu->end[1] = menu->begin[1] + (right > MENU_KEYS ? right : MENU_KEYS);
	if (menu->end[1] > last)
		menu->end[1] = last;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct menu *menu = (struct menu *)view;
	int width = MENU_WIDTH < layout->columns - 2 ? MENU_WIDTH : layout->columns - 2;
	int bottom = layout->end - 1, height = MENU_ROWS + 2;
	if (height > bottom - 1)
		height = bottom - 1;
	menu->area = (struct area){
		.row = bottom - height + 1, .column = (layout->columns - width) / 2, .rows = height, .columns = width
	};
	place_sides(menu);
	if (menu->row < menu->top)
		menu->top = menu->row;
	if (menu->row >= menu->top + height - 2)
		menu->top = menu->row - height + 3;
	if (menu->top > MENU_ROWS - (height - 2))
		menu->top = MENU_ROWS - (height - 2);
}

static void
frame(const struct view *view, struct frame *frame)
{
	bool narrow = ((const struct menu *)view)->area.columns < MENU_WIDTH;
	str_add_text(&frame->note,
		say(narrow ? SAY("Ctrl+G rồi một phím ở đây: chạy trên mọi bàn phím.",
				     "Ctrl+G, then a character here: on every keyboard.")
			   : SAY("Ctrl+G rồi một phím trong bảng này: chạy được trên mọi bàn phím.",
				     "Ctrl+G, then a character of this table: works on every keyboard.")));
}

/* ---- drawing ---- */

/* Ends where the keys of its side end, after a label that is too long there; without room before `limit` it is left out:
 * the character of the row runs it. */
static void
draw_key(const struct menu *menu, struct draw *draw, const struct menu_cell *cell, int row, int after, int side)
{
	const char *key = key_text(menu, cell);
	int width = draw_width(draw, key), edge = menu->area.column;
	int limit = edge + (side ? menu->area.columns - 1 : menu->begin[1] - 1);
	int column = cell->other ? after + PAIR_MORE : edge + menu->end[side] - width;
	if (column < after + 1)
		column = after + 1;
	if (column + width <= limit)
		draw_text(draw, row, column, width, ROLE_TEXT, key);
}

static void
draw_cell(const struct menu *menu, struct draw *draw, int n, int side)
{
	int row = menu->area.row + 1 + n - menu->top, column = menu->area.column + menu->begin[side];
	bool focus = n == menu->row && side == menu->side;
	struct str label = { 0 };
	if (!shown(menu, n, side))
		return;
	add_label(menu, &cells[n][side], &label);
	int width = draw_width(draw, str_text(&label));
	const struct menu_cell *cell = &cells[n][side];
	draw_click(draw, row, column, width,
		(struct click){ .typed = actions[cell->other ? cell->other : cell->action].menu });
	if (focus) {
		draw_text(draw, row, column - 1, 1, ROLE_TEXT, "►");
		draw_cursor(draw, row, column);
	}
	draw_text(draw, row, column, width, focus ? ROLE_FOCUS : ROLE_TEXT, str_text(&label));
	int after = cells[n][side].other == ACTION_LAST ? menu->area.column + menu->begin[1] + 16 : column + width;
	draw_key(menu, draw, &cells[n][side], row, after, side);
	str_release(&label);
}

/* More rows above or below are marked at the edge. */
static void
draw_marks(const struct menu *menu, struct draw *draw)
{
	int rows = menu->area.rows - 2, edge = menu->area.column + menu->area.columns - 1;
	if (menu->top > 0)
		draw_text(draw, menu->area.row + 1, edge, 1, ROLE_TEXT, "▲");
	if (menu->top + rows < MENU_ROWS)
		draw_text(draw, menu->area.row + rows, edge, 1, ROLE_TEXT, "▼");
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct menu *menu = (const struct menu *)view;
	draw_box(draw, menu->area, str_text(&menu->title));
	for (int n = menu->top; n < MENU_ROWS && n < menu->top + menu->area.rows - 2; n++) {
		draw_cell(menu, draw, n, 0);
		draw_cell(menu, draw, n, 1);
	}
	draw_marks(menu, draw);
}

/* ---- moving and running ---- */

static enum outcome
move(struct menu *menu, int by)
{
	for (int n = menu->row + by; n >= 0 && n < MENU_ROWS; n += by)
		if (shown(menu, n, menu->side)) {
			menu->row = n;
			break;
		}
	return VIEW_DONE;
}

/* To the other column, at the nearest row that is there. */
static enum outcome
cross(struct menu *menu, int side)
{
	for (int away = 0; away < MENU_ROWS && menu->side != side; away++)
		for (int sign = -1; sign <= 1; sign += 2) {
			int row = menu->row + sign * away;
			if (row >= 0 && row < MENU_ROWS && menu->side != side && shown(menu, row, side)) {
				menu->row = row;
				menu->side = side;
			}
		}
	return VIEW_DONE;
}

static enum outcome
run(struct menu *menu, enum action_id action)
{
	ui_post(menu->view.ui, action);
	return VIEW_CLOSE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct menu *menu = (struct menu *)view;
	const struct menu_cell *cell = &cells[menu->row][menu->side];
	(void)err;
	switch (action) {
	case ACTION_UP:
	case ACTION_PREVIOUS_STOP:
		return move(menu, -1);
	case ACTION_DOWN:
	case ACTION_NEXT_STOP:
		return move(menu, 1);
	case ACTION_LEFT:
		return cross(menu, 0);
	case ACTION_RIGHT:
		return cross(menu, 1);
	case ACTION_ENTER:
		return run(menu, cell->other ? cell->other : cell->action);
	case ACTION_BACK:
	case ACTION_MENU:
		return VIEW_CLOSE;
	default:
		return works(menu, action) && actions[action].menu ? run(menu, action) : VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct menu *menu = (struct menu *)view;
	(void)err;
	if (pasted)
		return VIEW_PASS;
	enum action_id action = action_of_menu(utf8);
	if (works(menu, action))
		return run(menu, action);
	char typed[8];
	snprintf(typed, sizeof typed, "%.*s", (int)length, utf8);
	if (action)
		ui_say(view->ui, SAY("{1} không dùng ở đây.", "{1} has no use here."),
			say(ui_label(view->ui, view->below, action)), NULL);
	else
		ui_say(view->ui, SAY("Menu không có phím “{1}”.", "The menu has no key “{1}”."), typed, NULL);
	return VIEW_DONE;
}

static bool
allows(const struct view *view, enum action_id action)
{
	(void)view;
	return action == ACTION_UP || action == ACTION_DOWN || action == ACTION_LEFT || action == ACTION_RIGHT ||
		action == ACTION_ENTER;
}

const struct view_ops menu_ops = {
	.name = "menu",
	.size = sizeof(struct menu),
	.box = true,
	.context = context,
	.open = open,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.close = close_menu,
};
