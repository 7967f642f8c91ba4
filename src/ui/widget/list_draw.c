/* The look of a list: which columns fit, heads, rows, the filter in its row. */
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/widget/list_private.h"
#include <stdlib.h>
#include <string.h>

#define COLUMN_GAP 2
#define FLEXIBLE_GOOD 28  /* columns that it keeps when others come back */
#define FLEXIBLE_LEAST 24 /* columns that the column without a width keeps before others leave */

/* So many rows are measured at once, so that the columns of nearly every list stand still; those beyond when they are shown, since
 * asking for the texts of all would take the longer the larger the book is. */
enum { MEASURED_AT_ONCE = 200, DEAR_MEASURED_AT_ONCE = 32 };

static size_t
measured_at_once(const struct list *list)
{
	return list->dear_rows ? DEAR_MEASURED_AT_ONCE : MEASURED_AT_ONCE;
}

/* Where the columns of a list go: those that fit. */
struct places {
	int count, of[LIST_COLUMNS_MOST], at[LIST_COLUMNS_MOST], width[LIST_COLUMNS_MOST];
	bool more;
};

int
list_body_rows(const struct list *list)
{
	int rows = list->area.rows - (list->no_heads ? 0 : 1);
	return rows > 1 ? rows : 1;
}

static int
head_width(const struct list *list, int column)
{
	const struct words *head = &list->columns[column].head;
	return head->vi ? text_width(say(*head)) : 0;
}

static void
measure_row(struct list *list, size_t row)
{
	struct str text = { 0 };
	if (list_kind(list, row) != LIST_ROW)
		return;
	for (int column = 0; column < list->column_count && column < LIST_COLUMNS_MOST; column++) {
		str_clear(&text);
		list->ops->cell(list->of, row, column, &text);
		int indent = column == 0 && list->ops->indent ? list->ops->indent(list->of, row) : 0;
		int wide = text_width(str_text(&text)) + indent;
		list->wanted[column] = wide > list->wanted[column] ? wide : list->wanted[column];
	}
	str_release(&text);
}

void
list_measure(struct list *list)
{
	size_t rows = (size_t)list_body_rows(list), first = measured_at_once(list);
	if (list->measured != list->columns) {
		list->measured = list->columns;
		for (int column = 0; column < list->column_count && column < LIST_COLUMNS_MOST; column++)
			list->wanted[column] = list->no_heads ? 0 : head_width(list, column);
		for (size_t row = 0; row < list->count && row < first; row++)
			measure_row(list, row);
	}
	for (size_t n = list->top; n < list->shown_count && n < list->top + rows; n++)
		if (list->shown[n] >= first)
			measure_row(list, list->shown[n]);
}

/* Columns that column is given where all find room. */
static int
usual_width(const struct list *list, int column)
{
	const struct list_column *of = &list->columns[column];
	int width = of->width ? of->width : FLEXIBLE_LEAST;
	return (of->right || of->whole) && list->wanted[column] > width ? list->wanted[column] : width;
}

/* The column to leave next: the highest `leaves`; -1: none wants to. */
static int
next_to_leave(const struct list *list, const bool *kept)
{
	int found = -1;
	for (int n = 0; n < list->column_count; n++)
		if (kept[n] && list->columns[n].leaves > 0 &&
			(found < 0 || list->columns[n].leaves >= list->columns[found].leaves))
			found = n;
	return found;
}

static int
total(const struct list *list, const bool *kept, const int *widths)
{
	int width = 0, count = 0;
	for (int n = 0; n < list->column_count; n++)
		if (kept[n]) {
			width += widths[n];
			count++;
		}
	return width + (count > 1 ? (count - 1) * COLUMN_GAP : 0);
}

/* What is left goes to those that cut their texts, evenly, and then to the one without a width. */
static void
share_room(const struct list *list, const bool *kept, int *widths, int room)
{
	bool grew = true;
	while (room > 0 && grew) {
		grew = false;
		for (int n = 0; n < list->column_count && room > 0; n++) {
			if (!kept[n] || widths[n] >= list->wanted[n])
				continue;
			widths[n]++;
			room--;
			grew = true;
		}
	}
	for (int n = 0; n < list->column_count && room > 0; n++) {
		if (!kept[n] || list->columns[n].width)
			continue;
		widths[n] += room;
		room = 0;
	}
}

/* No wider than its texts. */
static int
least_width(const struct list *list, int column, int width)
{
	return list->wanted[column] && list->wanted[column] < width ? list->wanted[column] : width;
}

static void
leave(const struct list *list, bool *kept, const int *widths, int room, bool any)
{
	while (total(list, kept, widths) > room) {
		int out = list->sideways ? -1 : next_to_leave(list, kept);
		for (int n = list->column_count - 1; any && out < 0 && n > 0; n--)
			if (kept[n])
				out = n;
		if (out < 0)
			break;
		kept[out] = false;
	}
}

/* Those that left come back where they find room and the one without a width keeps enough. */
static void
come_back(const struct list *list, bool *kept, int *widths, int room)
{
	int reserved = 0;
	for (int n = 0; n < list->column_count; n++)
		if (kept[n] && !list->columns[n].width && widths[n] < FLEXIBLE_GOOD)
			reserved += least_width(list, n, FLEXIBLE_GOOD) - widths[n];
	for (int n = 0; n < list->column_count; n++) {
		if (kept[n] || n <= list->sideways)
			continue;
		kept[n] = true;
		widths[n] = least_width(list, n, widths[n]);
		kept[n] = total(list, kept, widths) + (reserved > 0 ? reserved : 0) <= room;
	}
}

/* Which columns stay, and how wide: as they say while all find room; else some leave, then none is wider than its texts. */
static bool
fit_columns(const struct list *list, bool *kept, int *widths, int room)
{
	bool all = true;
	for (int n = 0; n < list->column_count; n++) {
		widths[n] = usual_width(list, n);
		kept[n] = n == 0 || n > list->sideways;
	}
	if (total(list, kept, widths) <= room)
		return true;
	leave(list, kept, widths, room, false);
	for (int n = 0; n < list->column_count; n++)
		widths[n] = least_width(list, n, widths[n]);
	leave(list, kept, widths, room, true);
	come_back(list, kept, widths, room);
	for (int n = 0; n < list->column_count; n++)
		all = all && (kept[n] || n <= list->sideways);
	return all;
}

static struct places
place_columns(const struct list *list)
{
	struct places places = { 0 };
	bool kept[LIST_COLUMNS_MOST] = { false };
	int widths[LIST_COLUMNS_MOST] = { 0 }, room = list->area.columns - 2, at = list->area.column + 1;
	places.more = !fit_columns(list, kept, widths, room);
	int used = total(list, kept, widths);
	if (used > room)
		widths[0] -= used - room;
	else
		share_room(list, kept, widths, room - used);
	for (int n = 0; n < list->column_count; n++) {
		if (!kept[n])
			continue;
		places.of[places.count] = n;
		places.at[places.count] = at;
		places.width[places.count++] = widths[n] > 0 ? widths[n] : 1;
		at += widths[n] + COLUMN_GAP;
	}
	return places;
}

bool
list_has_more(const struct list *list)
{
	return place_columns(list).more;
}

static void
draw_heads(const struct list *list, struct draw *draw, const struct places *places)
{
	int row = list->area.row;
	draw_blank(draw, row, list->area.column + 1, list->area.columns - 2, ROLE_HEAD);
	for (int n = 0; n < places->count; n++) {
		const struct list_column *column = &list->columns[places->of[n]];
		const char *head = column->head.vi ? say(column->head) : "";
		(column->right ? draw_right : draw_text)(draw, row, places->at[n], places->width[n], ROLE_HEAD, head);
	}
}

static void
draw_sign(const struct list *list, struct draw *draw, int at, size_t row, bool focus)
{
	char sign = list->ops->sign ? list->ops->sign(list->of, row) : 0;
	int column = list->area.column;
	if (focus)
		draw_text(draw, at, column, 1, ROLE_TEXT, "►");
	else if (list_is_marked(list, row) || sign == 'v')
		draw_text(draw, at, column, 1, ROLE_BLOCK, "√");
	else if (sign == '!')
		draw_text(draw, at, column, 1, ROLE_FAULT, "!");
	else if (sign == 'o')
		draw_text(draw, at, column, 1, ROLE_NEWS, "•");
	else if (sign == 'x')
		draw_text(draw, at, column, 1, ROLE_UNDONE, "×");
}

static void
draw_cell(
	const struct list *list, struct draw *draw, const struct places *places, int n, int at, size_t row, bool focus)
{
	struct match_span spans[16];
	size_t count = 0;
	struct str text = { 0 };
	int column = places->of[n], indent = column == 0 && list->ops->indent ? list->ops->indent(list->of, row) : 0;
	enum role role = list->ops->role ? list->ops->role(list->of, row, column) : ROLE_TEXT;
	list->ops->cell(list->of, row, column, &text);
	if (focus)
		role = ROLE_FOCUS;
	else if (list_is_marked(list, row))
		role = ROLE_BLOCK;
	if (list->columns[column].right) {
		draw_right(draw, at, places->at[n], places->width[n], role, str_text(&text));
	} else {
		struct str cut = { 0 };
		text_cut_before_mark(&cut, str_text(&text), places->width[n] - indent);
		str_release(&text);
		text = cut;
		bool matched = list->filtering && !line_is_empty(&list->filter) &&
			matcher_match(&list->matcher, str_text(&text), spans, ARRAY_COUNT(spans), &count) != MATCH_NONE;
		draw_matched(draw, at, places->at[n] + indent, places->width[n] - indent, role,
			focus ? ROLE_FOCUS_MATCH : ROLE_MATCH, str_text(&text), spans,
			matched ? (count < ARRAY_COUNT(spans) ? count : ARRAY_COUNT(spans)) : 0);
	}
	str_release(&text);
}

static void
draw_group(const struct list *list, struct draw *draw, int at, size_t row)
{
	struct str text = { 0 };
	list->ops->cell(list->of, row, 0, &text);
	draw_text(draw, at, list->area.column + 1, list->area.columns - 2, ROLE_GROUP, str_text(&text));
	str_release(&text);
}

static bool
stops(const void *of, size_t shown)
{
	const struct list *list = of;
	return list_kind(list, list->shown[shown]) == LIST_ROW;
}

static void
draw_row(const struct list *list, struct draw *draw, const struct places *places, int at, size_t n, bool focused)
{
	size_t row = list->shown[n];
	bool focus = focused && n == list->focus;
	enum list_row kind = list_kind(list, row);
	if (kind == LIST_HEAD)
		draw_group(list, draw, at, row);
	if (kind != LIST_ROW)
		return;
	if (focused)
		draw_click(draw, at, list->area.column, list->area.columns,
			click_move(click_rows(list->focus, n, stops, list), 0, ACTION_ENTER));
	draw_sign(list, draw, at, row, focus);
	if (focus || list_is_marked(list, row))
		draw_blank(draw, at, list->area.column + 1, list->area.columns - 2, focus ? ROLE_FOCUS : ROLE_BLOCK);
	for (int column = 0; column < places->count; column++)
		draw_cell(list, draw, places, column, at, row, focus);
	if (focus && !list->in_filter)
		draw_cursor(
			draw, at, list->area.column + 1 + (list->ops->indent ? list->ops->indent(list->of, row) : 0));
}

static size_t
count_rows(const struct list *list, bool shown)
{
	size_t count = 0;
	for (size_t n = 0; n < (shown ? list->shown_count : list->count); n++)
		count += list_kind(list, shown ? list->shown[n] : n) == LIST_ROW;
	return count;
}

void
list_draw_filter(const struct list *list, struct draw *draw, bool focused)
{
	struct str count = { 0 };
	int columns = draw->columns, row = list->state_row;
	if (!list->filtering)
		return;
	str_add_format(&count, "%zu/%zu", list->found ? list->found : count_rows(list, true),
		list->total ? list->total : count_rows(list, false));
	if (list->counted.vi) {
		str_add_byte(&count, ' ');
		str_add_text(&count, say(list->counted));
	}
	int width = draw_width(draw, str_text(&count));
	draw_blank(draw, row, 0, columns, ROLE_TEXT);
	draw_text(draw, row, 1, 5, ROLE_TEXT, say(SAY("Lọc:", "Find:")));
	draw_text(draw, row, columns - width, width, ROLE_TEXT, str_text(&count));
	line_draw(&list->filter, draw, row, 6, columns - width - 8, ROLE_EDIT, list->in_filter && focused);
	if (list->in_filter && focused && line_is_empty(&list->filter))
		draw_cursor(draw, row, 5);
	str_release(&count);
}

void
list_draw(const struct list *list, struct draw *draw, bool focused)
{
	struct places places = place_columns(list);
	int first = list->area.row + (list->no_heads ? 0 : 1), rows = list_body_rows(list);
	if (!list->no_heads)
		draw_heads(list, draw, &places);
	for (int n = 0; n < rows && list->top + (size_t)n < list->shown_count; n++)
		draw_row(list, draw, &places, first + n, list->top + (size_t)n, focused);
	list_draw_filter(list, draw, focused);
	if (list->top > 0)
		draw_text(draw, first, list->area.column + list->area.columns - 1, 1, ROLE_TEXT, "▲");
	if (list->top + (size_t)rows < list->shown_count)
		draw_text(draw, first + rows - 1, list->area.column + list->area.columns - 1, 1, ROLE_TEXT, "▼");
	if (!list->shown_count && focused && !list->in_filter) {
		draw_text(draw, first, list->area.column, 1, ROLE_TEXT, "►");
		draw_cursor(draw, first, list->area.column + 1);
	}
	if (!list->shown_count && list->filtering && !line_is_empty(&list->filter))
		draw_text(draw, first, list->area.column + 1, list->area.columns - 2, ROLE_TEXT,
			say(SAY("Không có dòng nào khớp; Esc xóa lọc.", "No row matches; Esc clears the filter.")));
}
