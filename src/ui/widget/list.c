/* The rows of a list: which are shown, which has the focus, what is marked, what the filter lets through. */
#include "ui/list.h"
#include "base/mem.h"
#include "ui/widget/list_private.h"
#include <stdlib.h>
#include <string.h>

void
list_release(struct list *list)
{
	free(list->shown);
	free(list->marked);
	line_release(&list->filter);
	matcher_release(&list->matcher);
	*list = (struct list){ 0 };
}

enum list_row
list_kind(const struct list *list, size_t row)
{
	return list->ops->kind ? list->ops->kind(list->of, row) : LIST_ROW;
}

/* ---- the filter ---- */

/* Whether one of the lines of text matches; *line, *length: which. */
static bool
matches_line(const struct list *list, const char *text, const char **line, size_t *length)
{
	for (;;) {
		size_t end = strcspn(text, "\n");
		char *part = mem_copy_bytes(text, end);
		bool matches = matcher_match(&list->matcher, part, NULL, 0, NULL) != MATCH_NONE;
		free(part);
		if (matches) {
			*line = text;
			*length = end;
			return true;
		}
		if (!text[end])
			return false;
		text += end + 1;
	}
}

void
list_searched(const struct list *list, size_t row, struct str *out)
{
	if (list->ops->searched) {
		list->ops->searched(list->of, row, out);
		return;
	}
	for (int column = 0; column < list->column_count; column++) {
		if (column)
			str_add_byte(out, ' ');
		list->ops->cell(list->of, row, column, out);
	}
}

static bool
passes(const struct list *list, size_t row)
{
	if (!list->filtering || line_is_empty(&list->filter))
		return true;
	struct str text = { 0 };
	const char *line;
	size_t length;
	list_searched(list, row, &text);
	bool passes = matches_line(list, str_text(&text), &line, &length);
	str_release(&text);
	return passes;
}

void
list_matched(const struct list *list, struct str *out)
{
	size_t row = list_row(list), count = 0, length;
	struct match_span spans[16];
	const char *line;
	if (!list->filtering || line_is_empty(&list->filter) || row == SIZE_MAX)
		return;
	struct str text = { 0 };
	list_searched(list, row, &text);
	if (matches_line(list, str_text(&text), &line, &length)) {
		char *part = mem_copy_bytes(line, length);
		matcher_match(&list->matcher, part, spans, ARRAY_COUNT(spans), &count);
		str_add_text(out, say(SAY("khớp:", "matches:")));
		for (size_t n = 0; n < count && n < ARRAY_COUNT(spans); n++) {
			str_add_byte(out, ' ');
			str_add(out, part + spans[n].start, spans[n].length);
		}
		free(part);
	}
	str_release(&text);
}

/* ---- which rows are shown ---- */

static void
show_row(struct list *list, size_t row)
{
	ARRAY_RESERVE(list->shown, list->shown_count, list->shown_capacity);
	list->shown[list->shown_count++] = row;
}

/* Heads of groups only before a row of theirs; gaps only without a filter. */
static void
collect(struct list *list)
{
	bool filtered = list->filtering && !line_is_empty(&list->filter);
	size_t head = SIZE_MAX;
	list->shown_count = 0;
	for (size_t row = 0; row < list->count; row++) {
		enum list_row kind = list_kind(list, row);
		if (kind == LIST_HEAD && filtered) {
			head = row;
		} else if (kind == LIST_ROW ? passes(list, row) : !filtered) {
			if (head != SIZE_MAX)
				show_row(list, head);
			head = SIZE_MAX;
			show_row(list, row);
		}
	}
}

static bool
takes_focus(const struct list *list, size_t at)
{
	return at < list->shown_count && list_kind(list, list->shown[at]) == LIST_ROW;
}

/* Puts the focus onto at, or the next row that takes it, first in the direction `by`. */
static bool
focus_near(struct list *list, size_t at, int by)
{
	if (!list->shown_count)
		return false;
	if (at >= list->shown_count)
		at = list->shown_count - 1;
	for (size_t n = at;; n = by < 0 ? n - 1 : n + 1) {
		if (takes_focus(list, n)) {
			list->focus = n;
			return true;
		}
		if (by < 0 ? n == 0 : n + 1 >= list->shown_count)
			break;
	}
	for (size_t n = at;; n = by < 0 ? n + 1 : n - 1) {
		if (takes_focus(list, n)) {
			list->focus = n;
			return true;
		}
		if (by < 0 ? n + 1 >= list->shown_count : n == 0)
			return false;
	}
}

size_t
list_row(const struct list *list)
{
	return takes_focus(list, list->focus) ? list->shown[list->focus] : SIZE_MAX;
}

void
list_focus(struct list *list, size_t row)
{
	for (size_t n = 0; n < list->shown_count; n++)
		if (list->shown[n] >= row) {
			focus_near(list, n, 1);
			return;
		}
	focus_near(list, list->shown_count, -1);
}

static void
scroll_to_focus(struct list *list)
{
	size_t rows = (size_t)list_body_rows(list);
	if (list->focus < list->top)
		list->top = list->focus;
	if (list->focus >= list->top + rows)
		list->top = list->focus + 1 - rows;
	if (list->top + rows > list->shown_count)
		list->top = list->shown_count > rows ? list->shown_count - rows : 0;
	/* The head of the first group is seen with its first row. */
	while (list->top && list->top == list->focus && !takes_focus(list, list->top - 1))
		list->top--;
}

void
list_set_count(struct list *list, size_t count, size_t keep_row)
{
	size_t row = keep_row, old = list->focus;
	/* The owner's rows are new already: it cannot be asked what the old ones were. */
	if (row == SIZE_MAX && old < list->shown_count)
		row = list->shown[old];
	if (count > list->marked_capacity) {
		list->marked = mem_resize(list->marked, count, sizeof *list->marked);
		memset(list->marked + list->marked_capacity, 0, (count - list->marked_capacity) * sizeof *list->marked);
		list->marked_capacity = count;
	}
	list->count = count;
	list->measured = NULL;
	collect(list);
	if (keep_row != SIZE_MAX || row != SIZE_MAX)
		list_focus(list, row);
	else
		focus_near(list, old, 1);
	scroll_to_focus(list);
}

int64_t
list_id(const struct list *list)
{
	size_t row = list_row(list);
	return list->ops->id && row != SIZE_MAX ? list->ops->id(list->of, row) : 0;
}

void
list_set_rows(struct list *list, size_t count, int64_t id)
{
	size_t keep = SIZE_MAX;
	for (size_t row = 0; id && row < count && keep == SIZE_MAX; row++)
		if (list->ops->id(list->of, row) == id)
			keep = row;
	list_set_count(list, count, keep);
}

/* After a change of the filter: the row with focus stays it, if it is still shown; else the first. */
static void
filter_changed(struct list *list)
{
	size_t row = list_row(list);
	struct str clean = { 0 };
	text_nfc(&clean, line_text(&list->filter), list->filter.text.length);
	matcher_set(&list->matcher, str_text(&clean));
	str_release(&clean);
	collect(list);
	list->top = 0;
	focus_near(list, 0, 1);
	for (size_t n = 0; n < list->shown_count && row != SIZE_MAX; n++)
		if (list->shown[n] == row)
			focus_near(list, n, 1);
	scroll_to_focus(list);
}

void
list_place(struct list *list, struct area area, int state_row)
{
	list->area = area;
	list->state_row = state_row;
	scroll_to_focus(list);
	list_measure(list);
}

/* ---- marks ---- */

bool
list_is_marked(const struct list *list, size_t row)
{
	return row < list->marked_capacity && list->marked[row];
}

size_t
list_marked(const struct list *list)
{
	size_t marked = 0;
	for (size_t row = 0; row < list->count && row < list->marked_capacity; row++)
		marked += list->marked[row];
	return marked;
}

static bool
clear_marks(struct list *list)
{
	bool some = list_marked(list) > 0;
	if (some)
		memset(list->marked, 0, list->marked_capacity * sizeof *list->marked);
	return some;
}

/* ---- actions ---- */

static enum outcome
step(struct list *list, int by)
{
	size_t last = list->shown_count ? list->shown_count - 1 : 0;
	size_t at = list->focus;
	if (by < 0)
		at = at > (size_t)-by ? at - (size_t)-by : 0;
	else
		at = at + (size_t)by > last ? last : at + (size_t)by;
	size_t before = list->focus;
	focus_near(list, at, by);
	if (by < 0 && list->focus > before)
		list->focus = before;
	scroll_to_focus(list);
	if (list->focus == before && by < 0) /* what stands above the first row */
		list->top = 0;
	scroll_to_focus(list);
	return VIEW_DONE;
}

static enum outcome
mark(struct list *list)
{
	size_t row = list_row(list);
	if (list->no_marks || row == SIZE_MAX)
		return VIEW_PASS;
	list->marked[row] = !list->marked[row];
	return step(list, 1);
}

static void
open_filter(struct list *list)
{
	if (!list->filtering)
		list->before_filter = list_row(list);
	list->filtering = list->in_filter = true;
}

static void
close_filter(struct list *list)
{
	list->filtering = list->in_filter = false;
	line_set(&list->filter, "");
	filter_changed(list);
}

/* Esc: text of the filter, then the filter, marks before both when the cursor is in the list.  A filter that found
 * nothing leads back to the row where it began. */
static enum outcome
back(struct list *list)
{
	if (!list->in_filter && clear_marks(list))
		return VIEW_DONE;
	if (list->in_filter && !line_is_empty(&list->filter)) {
		bool found = list_row(list) != SIZE_MAX;
		line_set(&list->filter, "");
		filter_changed(list);
		if (!found && list->before_filter != SIZE_MAX)
			list_focus(list, list->before_filter);
		scroll_to_focus(list);
		return VIEW_DONE;
	}
	if (!list->filtering)
		return VIEW_PASS;
	close_filter(list);
	return VIEW_DONE;
}

/* Of the typing; an untouched filter leaves undo to the book. */
static enum outcome
turn_back(struct list *list, enum action_id action, struct err *err)
{
	if (line_act(&list->filter, action)) {
		filter_changed(list);
		return VIEW_DONE;
	}
	if (!list->filter.past_count)
		return VIEW_PASS;
	err_set(err, ERR_NOT_ALLOWED,
		SAY("Trong ô lọc không còn gì; Esc rồi Ctrl+Z, Ctrl+Y là việc trong sổ.",
			"Nothing more in the filter; Esc, then Ctrl+Z, Ctrl+Y are about the book."),
		NULL);
	return VIEW_DONE;
}

static enum outcome
act_in_filter(struct list *list, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
		list->in_filter = false;
		if (line_is_empty(&list->filter))
			close_filter(list);
		return VIEW_DONE;
	case ACTION_UP:
		return step(list, -1);
	case ACTION_DOWN:
		return step(list, 1);
	case ACTION_UNDO:
	case ACTION_REDO:
		return turn_back(list, action, err);
	default:
		break;
	}
	if (!line_act(&list->filter, action))
		return VIEW_PASS;
	filter_changed(list);
	return VIEW_DONE;
}

static enum outcome
act_in_list(struct list *list, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_UP:
		return step(list, -1);
	case ACTION_DOWN:
		return step(list, 1);
	case ACTION_LEFT:
		if (!list->sideways)
			return VIEW_PASS;
		list->sideways--;
		return VIEW_DONE;
	case ACTION_RIGHT:
		if (!list_has_more(list))
			return VIEW_PASS;
		list->sideways++;
		return VIEW_DONE;
	case ACTION_ERASE:
		if (!list->filtering)
			return VIEW_PASS;
		list->in_filter = true;
		return act_in_filter(list, action, err);
	default:
		return VIEW_PASS;
	}
}

enum outcome
list_act(struct list *list, enum action_id action, struct err *err)
{
	int page = list_body_rows(list) > 1 ? list_body_rows(list) - 1 : 1;
	switch (action) {
	case ACTION_PAGE_BACK:
		return step(list, -page);
	case ACTION_PAGE_ON:
		return step(list, page);
	case ACTION_FIRST:
		return step(list, -(int)list->shown_count);
	case ACTION_LAST:
		return step(list, (int)list->shown_count);
	case ACTION_MARK:
		return mark(list);
	case ACTION_FILTER:
		open_filter(list);
		return VIEW_DONE;
	case ACTION_BACK:
		return back(list);
	default:
		return list->in_filter ? act_in_filter(list, action, err) : act_in_list(list, action, err);
	}
}

enum outcome
list_text(struct list *list, const char *utf8, size_t length, bool pasted, struct err *err)
{
	if (pasted && !list->in_filter && memchr(utf8, '\n', length) &&
		memchr(utf8, '\n', length) != utf8 + length - 1) {
		err_set(err, ERR_INVALID,
			SAY("Ở đây chỉ dán được một dòng, để lọc danh sách.",
				"Only one line can be pasted here, to filter the list."),
			NULL);
		return VIEW_DONE;
	}
	bool was_open = list->filtering;
	open_filter(list);
	list->filter.cursor = was_open ? list->filter.cursor : list->filter.text.length;
	if (pasted ? !line_paste(&list->filter, utf8, length, err) : !line_type(&list->filter, utf8, length))
		return VIEW_DONE;
	filter_changed(list);
	return VIEW_DONE;
}

bool
list_allows(const struct list *list, enum action_id action)
{
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
	case ACTION_FIRST:
	case ACTION_LAST:
		return list->shown_count > 0;
	case ACTION_MARK:
		return !list->no_marks && list_row(list) != SIZE_MAX;
	case ACTION_FILTER:
	case ACTION_TYPE:
		return list->count > 0 || list->filtering;
	case ACTION_LEFT:
		return list->in_filter || list->sideways > 0;
	case ACTION_RIGHT:
		return list->in_filter || list_has_more(list);
	case ACTION_ERASE:
		return list->filtering;
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
		return list->in_filter;
	case ACTION_ERASE_ALL:
	case ACTION_UNDO:
	case ACTION_REDO:
		return list->in_filter;
	default:
		return list->in_filter && actions[action].group == GROUP_TEXT;
	}
}

enum context
list_context(const struct list *list, enum context own)
{
	return list->in_filter ? IN_FILTER : own;
}
