/* The look of a list: which columns fit, heads, rows, the filter in its row. */
#include "base/mem.h"
#include "text/width.h"
#include "ui/widget/list_private.h"
#include <stdlib.h>

#define COLUMN_LIMIT 24
#define COLUMN_GAP 2
#define FLEXIBLE_LEAST 24 /* columns that the column without a width keeps before others leave */

/* Where the columns of a list go: those that fit. */
struct places {
	int count, of[COLUMN_LIMIT], at[COLUMN_LIMIT], width[COLUMN_LIMIT];
	bool more;
};

int
list_body_rows(const struct list *list)
{
	int rows = list->area.rows - (list->no_heads ? 0 : 1);
	return rows > 1 ? rows : 1;
}

/* Columns that column needs: figures are never cut, so the widest one on the screen counts. */
static int
needed(const struct list *list, int column)
{
	const struct list_column *of = &list->columns[column];
	int width = of->width ? of->width : FLEXIBLE_LEAST;
	size_t end = list->top + (size_t)list_body_rows(list);
	for (size_t n = list->top; of->right && n < end && n < list->shown_count; n++) {
		struct str text = { 0 };
		if (list_kind(list, list->shown[n]) == LIST_ROW)
			list->ops->cell(list->of, list->shown[n], column, &text);
		int wide = text_width(str_text(&text));
		width = wide > width ? wide : width;
		str_release(&text);
	}
	return width;
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

static struct places
place_columns(const struct list *list)
{
	struct places places = { 0 };
	bool kept[COLUMN_LIMIT] = { false };
	int widths[COLUMN_LIMIT] = { 0 }, room = list->area.columns - 2, count = list->column_count;
	count = count < COLUMN_LIMIT ? count : COLUMN_LIMIT;
	for (int n = 0; n < count; n++) {
		widths[n] = needed(list, n);
		kept[n] = n == 0 || n > list->sideways;
	}
	while (total(list, kept, widths) > room) {
		int out = list->sideways ? -1 : next_to_leave(list, kept);
		for (int n = count - 1; out < 0 && n > 0; n--)
			if (kept[n])
				out = n;
		if (out < 0)
			break;
		kept[out] = false;
		places.more = true;
	}
	int left = room - total(list, kept, widths), at = list->area.column + 1;
	for (int n = 0; n < count; n++) {
		if (!kept[n])
			continue;
		if (!list->columns[n].width && left != 0) {
			widths[n] += left;
			left = 0;
		}
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
	str_add_format(&count, "%zu/%zu", count_rows(list, true), count_rows(list, false));
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
	if (!list->shown_count && list->count && list->filtering)
		draw_text(draw, first, list->area.column + 1, list->area.columns - 2, ROLE_TEXT,
			say(SAY("Không có dòng nào khớp; Esc xóa lọc.", "No row matches; Esc clears the filter.")));
}
