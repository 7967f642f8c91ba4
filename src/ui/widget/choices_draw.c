#include "base/mem.h"
#include "text/match.h"
#include "ui/click.h"
#include "ui/widget/choices_private.h"

#define CHOICES_WIDTH 50
#define PALETTE_WIDTH 76
#define FRAME_MOST 100
#define DETAIL_LEAST 14 /* columns that the second column keeps when the first is wide */
#define RUN_MORE 4      /* the digit of a row that runs, and the [ ] of a chosen one */
#define USUAL_ROW 4     /* where a frame begins that belongs to no field; higher in a small window */
#define ROOM_ENOUGH 8   /* rows under the field before the frame goes above it */

/* Rows of the frame beside the items: its edges, the filter with its line, the row to add. */
static int
other_rows(const struct choices *choices)
{
	return 2 + (choices->setup.runs ? 0 : 2) + (choices->add ? 1 : 0);
}

static void
place(struct choices *choices, const struct layout *layout, int wanted)
{
	int last = layout->detail >= 0 ? layout->detail : layout->end - 1, row = choices->setup.row;
	int below = last - row, above = row - 1; /* the title stays */
	struct area *area = &choices->area;
	if (row < 0) {
		area->row = USUAL_ROW;
		if (layout->detail < 0 && !choices->setup.palette && last - area->row + 1 < wanted)
			area->row = last + 1 - wanted > 1 ? last + 1 - wanted : 1;
		below = last - area->row + 1;
	} else if (below >= ROOM_ENOUGH || below >= wanted) {
		area->row = row + 1;
	} else if (above < ROOM_ENOUGH && above < wanted) {
		area->row = last + 1 - wanted > 1 ? last + 1 - wanted
						  : 1; /* over the field: its filter says what is typed */
		below = last + 1 - area->row;
	} else {
		below = above;
		area->row = wanted < above ? row - wanted : 1;
	}
	area->rows = wanted < below ? wanted : below;
}

/* As wide as it says, wider when its items are and the screen has the room. */
static int
frame_width(const struct choices *choices, int columns)
{
	int column = choices->setup.row < 0 ? 1 : choices->setup.column, most = columns - column - 1;
	bool palette = choices->setup.palette;
	int width = choices->setup.width ? choices->setup.width : palette ? PALETTE_WIDTH : CHOICES_WIDTH;
	int wanted = choices->text_width + 4 + (choices->detail_width ? choices->detail_width + 1 : 0);
	most = most < FRAME_MOST ? most : FRAME_MOST;
	wanted += choices->setup.runs ? RUN_MORE : 0;
	if (!palette && wanted > width && most > width)
		width = wanted < most ? wanted : most;
	return width < columns - 2 ? width : columns - 2;
}

/* Where the second column begins: half way, later when the texts need it and the details have some room still. */
static int
detail_column(const struct choices *choices)
{
	int left = choices->area.column, width = choices->area.columns;
	if (choices->setup.palette)
		return left + 43;
	int at = width / 2, needed = choices->text_width + 3 + (choices->setup.runs ? 3 : 0);
	int most = width - 2 - (choices->detail_width < DETAIL_LEAST ? choices->detail_width : DETAIL_LEAST);
	at = needed > at ? needed : at;
	return left + (at < most ? at : most);
}

void
choices_arrange(struct view *view, const struct layout *layout)
{
	struct choices *choices = (struct choices *)view;
	bool palette = choices->setup.palette;
	int width = frame_width(choices, layout->columns);
	size_t items = palette ? choices->items.count : choices->most;
	int wanted = other_rows(choices) + (items > 200 ? 200 : items ? (int)items : 1);
	choices->area.columns = width;
	choices->area.column = choices->setup.row < 0 ? (layout->columns - width) / 2 : choices->setup.column;
	if (choices->area.column + width > layout->columns)
		choices->area.column = layout->columns - width;
	place(choices, layout, wanted);
	choices->rows = choices->area.rows - other_rows(choices);
	if (choices->rows < 1)
		choices->rows = 1;
	size_t last = choices->items.count ? choices->items.count - 1 : 0;
	size_t seen = choices->focus < last ? choices->focus : last; /* the row that adds is always seen */
	if (seen < choices->top)
		choices->top = seen;
	if (seen >= choices->top + (size_t)choices->rows)
		choices->top = seen + 1 - (size_t)choices->rows;
}

static bool
any_detail(const struct choices *choices)
{
	for (size_t n = 0; n < choices->items.count; n++)
		if (choices->items.items[n].detail && *choices->items.items[n].detail)
			return true;
	return false;
}

static void
draw_item(const struct choices *choices, struct draw *draw, size_t n, int row, bool detailed)
{
	const struct choice_item *item = &choices->items.items[n];
	struct match_span spans[16];
	size_t count = 0;
	int left = choices->area.column, width = choices->area.columns;
	bool focus = n == choices->focus, labelled = choices->setup.palette;
	bool has = item->detail && *item->detail;
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	int at = left + 2, detail = detail_column(choices), end = left + width - 1;
	struct click click = click_move((int)n - (int)choices->focus, 0, ACTION_NONE);
	click.then = choices->setup.several ? ACTION_MARK : ACTION_ENTER;
	draw_click(draw, row, left + 1, width - 2, click);
	if (focus)
		draw_text(draw, row, left + 1, 1, ROLE_TEXT, "►");
	else if (choices_has_marked(choices, item))
		draw_text(draw, row, left + 1, 1, ROLE_BLOCK, "√");
	draw_blank(draw, row, at, end - at, role);
	if (choices->setup.runs) {
		struct str number = { 0 };
		str_add_format(&number, item->marked ? "[%zu %s]" : "%zu %s", n + 1, item->text);
		draw_text(draw, row, item->marked ? at : at + 1, (has ? detail : end) - at - 1,
			item->marked && !focus ? ROLE_CHOSEN : role, str_text(&number));
		str_release(&number);
	} else {
		if (labelled)
			draw_text(draw, row, at, 9, role, item->label ? item->label : "");
		at += labelled ? 10 : 0;
		bool matched = choices->query.length &&
			text_match(str_text(&choices->query), item->text, spans, ARRAY_COUNT(spans), &count) !=
				MATCH_NONE;
		draw_matched(draw, row, at, (detailed && has ? detail - 1 : end) - at, role,
			focus ? ROLE_FOCUS_MATCH : ROLE_MATCH, item->text, spans,
			matched ? (count < ARRAY_COUNT(spans) ? count : ARRAY_COUNT(spans)) : 0);
	}
	if (item->detail)
		draw_text(draw, row, detail, end - detail, role, item->detail);
	if (focus && choices->setup.runs)
		draw_cursor(draw, row, left + 2);
}

static void
draw_frame(const struct choices *choices, struct draw *draw)
{
	struct str title = { 0 };
	str_add_text(&title, choices->title);
	if (!choices->setup.palette && !choices->setup.runs)
		str_add_format(&title, " · %zu/%zu", choices->items.count, choices->all);
	draw_box(draw, choices->area, str_text(&title));
	str_release(&title);
}

static void
draw_add(const struct choices *choices, struct draw *draw)
{
	struct str text = { 0 };
	bool focus = choices_on_add(choices);
	int row = choices->area.row + choices->area.rows - 2, left = choices->area.column;
	str_add_format(&text, "+ %s", choices->add);
	if (choices->query.length)
		str_add_format(&text, " “%s”", str_text(&choices->query));
	if (focus)
		draw_text(draw, row, left + 1, 1, ROLE_TEXT, "►");
	draw_padded(draw, row, left + 2, choices->area.columns - 4, focus ? ROLE_FOCUS : ROLE_TEXT, str_text(&text));
	struct click click = click_move((int)choices->items.count - (int)choices->focus, 0, ACTION_NONE);
	click.then = ACTION_ENTER;
	draw_click(draw, row, left + 1, choices->area.columns - 2, click);
	str_release(&text);
}

/* More values above or below are marked at the edge. */
static void
draw_marks(const struct choices *choices, struct draw *draw, int row)
{
	int edge = choices->area.column + choices->area.columns - 1;
	if (choices->top > 0)
		draw_text(draw, row, edge, 1, ROLE_TEXT, "▲");
	if (choices->top + (size_t)choices->rows < choices->items.count)
		draw_text(draw, row + choices->rows - 1, edge, 1, ROLE_TEXT, "▼");
}

void
choices_draw(const struct view *view, struct draw *draw)
{
	const struct choices *choices = (const struct choices *)view;
	struct area area = choices->area;
	int row = area.row + 1;
	draw_frame(choices, draw);
	if (!choices->setup.runs) {
		line_draw(&choices->filter, draw, row, area.column + 2, area.columns - 4, ROLE_EDIT, true);
		draw_rule(draw, row + 1, area.column + 2, area.columns - (choices->setup.palette ? 6 : 5));
		row += 2;
	}
	bool detailed = any_detail(choices);
	for (int n = 0; n < choices->rows && choices->top + (size_t)n < choices->items.count; n++)
		draw_item(choices, draw, choices->top + (size_t)n, row + n, detailed);
	draw_marks(choices, draw, row);
	if (choices->add)
		draw_add(choices, draw);
}
