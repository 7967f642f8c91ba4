/* The values themselves and what is taken; choices_draw.c draws them. */
#include "ui/choices.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/width.h"
#include "ui/ui.h"
#include "ui/widget/choices_private.h"
#include <stdlib.h>
#include <string.h>

/* ---- items ---- */

static void
release_item(struct choice_item *item)
{
	free(item->text);
	free(item->detail);
	free(item->label);
}

void
choice_items_release(struct choice_items *items)
{
	for (size_t n = 0; n < items->count; n++)
		release_item(&items->items[n]);
	free(items->items);
	*items = (struct choice_items){ 0 };
}

struct choice_item *
choice_items_add(struct choice_items *items, int64_t id, const char *text, const char *detail)
{
	ARRAY_RESERVE(items->items, items->count, items->capacity);
	struct choice_item *item = &items->items[items->count++];
	*item = (struct choice_item){
		.id = id, .text = mem_copy_text(text ? text : ""), .detail = mem_copy_text(detail)
	};
	return item;
}

static bool
same_bare(const char *text, const char *bare)
{
	struct str own = { 0 };
	text_bare(&own, text);
	bool same = text_equal(str_text(&own), bare);
	str_release(&own);
	return same;
}

void
choice_items_rank(struct choice_items *items, const char *query)
{
	struct str bare = { 0 };
	size_t first = 0;
	text_bare(&bare, query);
	for (size_t n = 0; bare.length && n < items->count; n++) {
		if (!same_bare(items->items[n].text, str_text(&bare)))
			continue;
		struct choice_item whole = items->items[n];
		memmove(&items->items[first + 1], &items->items[first], (n - first) * sizeof whole);
		items->items[first++] = whole;
	}
	str_release(&bare);
}

/* ---- what is marked, whether the filter shows it or not ---- */

static bool
same(const struct choice_item *a, const struct choice_item *b)
{
	return a->id == b->id && a->kind == b->kind && text_equal(a->text, b->text);
}

static size_t
find_marked(const struct choices *choices, const struct choice_item *item)
{
	size_t n = 0;
	while (n < choices->marked.count && !same(&choices->marked.items[n], item))
		n++;
	return n;
}

bool
choices_has_marked(const struct choices *choices, const struct choice_item *item)
{
	size_t n = find_marked(choices, item);
	return n < choices->marked.count && choices->marked.items[n].marked;
}

/* Kept once marked, so that the owner hears of what is unmarked again. */
static void
set_marked(struct choices *choices, const struct choice_item *item, bool marked)
{
	size_t n = find_marked(choices, item);
	if (n == choices->marked.count)
		choice_items_add(&choices->marked, item->id, item->text, item->detail)->kind = item->kind;
	choices->marked.items[n].marked = marked;
}

/* ---- filling ---- */

static void
measure(struct choices *choices)
{
	for (size_t n = 0; n < choices->items.count; n++) {
		const struct choice_item *item = &choices->items.items[n];
		int text = text_width(item->text), detail = item->detail ? text_width(item->detail) : 0;
		choices->text_width = text > choices->text_width ? text : choices->text_width;
		choices->detail_width = detail > choices->detail_width ? detail : choices->detail_width;
	}
}

static bool
fill(struct choices *choices, const char *query, struct err *err)
{
	struct choice_items fresh = { 0 };
	size_t all = 0;
	if (!choices->setup.fill(choices->setup.of, query, &fresh, &all, err)) {
		choice_items_release(&fresh);
		return false;
	}
	choice_items_release(&choices->items);
	choices->items = fresh;
	choices->all = all > fresh.count ? all : fresh.count;
	choices->focus = choices->top = 0;
	measure(choices);
	return true;
}

static void
clean_query(const struct choices *choices, struct str *out)
{
	struct err unclean = { 0 };
	if (!text_clean(out, line_text(&choices->filter), choices->filter.text.length, TEXT_PARAGRAPH, NULL, &unclean))
		text_nfc(out, line_text(&choices->filter), choices->filter.text.length);
	err_release(&unclean);
}

static bool
refill(struct choices *choices, struct err *err)
{
	str_clear(&choices->query);
	clean_query(choices, &choices->query);
	return fill(choices, str_text(&choices->query), err);
}

/* What is typed is looked for when the keys that have arrived are taken, for an input method sends several for one letter, or when
 * a key asks for what is found. */
static bool
catch_up(struct choices *choices, struct err *err)
{
	bool behind = choices->behind;
	choices->behind = false;
	return !behind || refill(choices, err);
}

bool
choices_open(struct ui *ui, const struct choices_setup *setup, int tag, struct err *err)
{
	return ui_open_tagged(ui, &choices_ops, setup, tag, err);
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct choices *choices = (struct choices *)view;
	choices->setup = *(const struct choices_setup *)place;
	choices->title = mem_copy_text(choices->setup.title ? choices->setup.title : "");
	choices->add = mem_copy_text(choices->setup.add);
	choices->setup.title = choices->setup.add = NULL;
	choices->filter.composer = ui_composer(view->ui);
	if (!fill(choices, "", err))
		return false;
	for (size_t n = 0; n < choices->items.count; n++) {
		if (!choices->items.items[n].marked)
			continue;
		if (choices->setup.several)
			set_marked(choices, &choices->items.items[n], true);
		else
			choices->focus = n;
	}
	choices->most = choices->all;
	line_set(&choices->filter, choices->setup.query);
	choices->setup.query = NULL;
	return line_is_empty(&choices->filter) || refill(choices, err);
}

static void
close_choices(struct view *view)
{
	struct choices *choices = (struct choices *)view;
	choice_items_release(&choices->items);
	choice_items_release(&choices->marked);
	line_release(&choices->filter);
	str_release(&choices->query);
	free(choices->title);
	free(choices->add);
}

static enum context
context(const struct view *view)
{
	return ((const struct choices *)view)->setup.palette ? IN_PALETTE : IN_CHOICES;
}

/* Rows that run have no filter: their digits are the first hint. */
static const struct hint *
running_hints(size_t rows, size_t *count)
{
#define RUNNING_HINTS(digits) \
	{ \
		HINT(digits, TYPE, "Lấy", "Take"), HINT("↓↑", DOWN, "Chọn", "Choose"), \
			HINT("Enter", ENTER, "Lấy", "Take"), HINT("Esc", BACK, "Đóng", "Close") \
	}
	static const struct hint sets[9][4] = { RUNNING_HINTS("1"), RUNNING_HINTS("1 2"), RUNNING_HINTS("1–3"),
		RUNNING_HINTS("1–4"), RUNNING_HINTS("1–5"), RUNNING_HINTS("1–6"), RUNNING_HINTS("1–7"),
		RUNNING_HINTS("1–8"), RUNNING_HINTS("1–9") };
	*count = 4;
	return sets[rows < 1 ? 0 : rows > 9 ? 8 : rows - 1];
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint filtering[] = {
		HINT("Enter", ENTER, "Lấy", "Take"),
		HINT("↓↑", DOWN, "Chọn", "Choose"),
		HINT("a–z", TYPE, "Lọc", "Filter"),
		HINT("Ctrl+T", MARK, "Đánh dấu", "Mark"),
		HINT("F7", ADD, "Thêm", "New"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	const struct choices *choices = (const struct choices *)view;
	if (choices->setup.runs && !choices->setup.hints)
		return running_hints(choices->items.count, count);
	bool own = choices->setup.hints || choices->setup.keeps || choices->setup.palette;
	*count = own ? choices->setup.hint_count : ARRAY_COUNT(filtering);
	return own ? choices->setup.hints : filtering;
}

bool
choices_on_add(const struct choices *choices)
{
	return choices->add && choices->focus == choices->items.count;
}

static const struct choice_item *
focused(const struct choices *choices)
{
	return choices->focus < choices->items.count ? &choices->items.items[choices->focus] : NULL;
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct choices *choices = (const struct choices *)view;
	if (choices->setup.note)
		choices->setup.note(choices->setup.of, focused(choices), &frame->note);
}

/* ---- taking ---- */

static enum outcome
take(struct choices *choices, size_t n)
{
	choices->focus = n;
	choices->end = CHOICES_TAKEN;
	return VIEW_CLOSE;
}

static enum outcome
end_with(struct choices *choices, enum choices_end end)
{
	choices->end = end;
	return VIEW_CLOSE;
}

static enum outcome
enter(struct choices *choices)
{
	const struct choice_item *item = focused(choices);
	if (choices_on_add(choices))
		return end_with(choices, CHOICES_ADD);
	if (!item && choices->setup.keeps && choices->query.length)
		return end_with(choices, CHOICES_KEPT);
	if (choices->setup.several) {
		if (item && !choices->marks_touched)
			set_marked(choices, item, true);
		choices->end = CHOICES_TAKEN;
		return VIEW_CLOSE;
	}
	if (item)
		return take(choices, choices->focus);
	ui_say(choices->view.ui,
		SAY("Không có giá trị nào khớp; sửa chữ lọc, hoặc Esc đóng.",
			"No value matches; change what is typed, or Esc closes."),
		NULL);
	return VIEW_DONE;
}

static enum outcome
mark(struct choices *choices)
{
	const struct choice_item *item = focused(choices);
	if (!choices->setup.several || !item)
		return VIEW_PASS;
	set_marked(choices, item, !choices_has_marked(choices, item));
	choices->marks_touched = true;
	if (choices->focus + 1 < choices->items.count)
		choices->focus++;
	return VIEW_DONE;
}

static enum outcome
step(struct choices *choices, int by)
{
	size_t count = choices->items.count + (choices->add ? 1 : 0);
	if (by < 0)
		choices->focus -= choices->focus < (size_t)-by ? choices->focus : (size_t)-by;
	else
		choices->focus += (size_t)by;
	if (choices->focus >= count)
		choices->focus = count ? count - 1 : 0;
	return VIEW_DONE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct choices *choices = (struct choices *)view;
	int page = choices->rows > 1 ? choices->rows - 1 : 1;
	if (!choices->setup.runs && line_act(&choices->filter, action)) {
		choices->behind = true;
		return VIEW_DONE;
	}
	if (!catch_up(choices, err))
		return VIEW_DONE;
	switch (action) {
	case ACTION_UP:
		return step(choices, -1);
	case ACTION_DOWN:
		return step(choices, 1);
	case ACTION_PAGE_BACK:
		return step(choices, -page);
	case ACTION_PAGE_ON:
		return step(choices, page);
	case ACTION_NEXT_STOP:
		choices->goes_on = true;
		return enter(choices);
	case ACTION_ENTER:
		choices->goes_on = false;
		return enter(choices);
	case ACTION_MARK:
		return mark(choices);
	case ACTION_ADD:
		if (!choices->add)
			return VIEW_PASS;
		return end_with(choices, CHOICES_ADD);
	case ACTION_BACK:
		return end_with(choices, CHOICES_CLOSED);
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct choices *choices = (struct choices *)view;
	if (choices->setup.runs) {
		size_t n = (size_t)(*utf8 - '1');
		if (!pasted && length == 1 && *utf8 >= '1' && n < choices->items.count)
			return take(choices, n);
		ui_say(view->ui,
			SAY("Bấm số của dòng, hoặc mũi tên và Enter.",
				"Press the digit of a row, or arrows and Enter."),
			NULL);
		return VIEW_DONE;
	}
	if (pasted ? line_paste(&choices->filter, utf8, length, err) : line_type(&choices->filter, utf8, length))
		choices->behind = true;
	return VIEW_DONE;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct choices *choices = (const struct choices *)view;
	switch (action) {
	case ACTION_MARK:
		return choices->setup.several;
	case ACTION_ADD:
		return choices->add != NULL;
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
	case ACTION_ENTER:
	case ACTION_NEXT_STOP:
		return choices->behind || choices->items.count > 0 || choices->setup.several || choices->add ||
			(choices->setup.keeps && choices->query.length);
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_UNDO:
	case ACTION_REDO:
		return !choices->setup.runs;
	default:
		return actions[action].group == GROUP_TEXT && !choices->setup.runs;
	}
}

static bool
work(struct view *view, struct err *err)
{
	struct choices *choices = (struct choices *)view;
	/* What must be read first is read between the keys: they are seen at once, what they find as soon as it can be. */
	if (choices->setup.work && choices->setup.work(choices->setup.of, err))
		return true;
	catch_up(choices, err);
	return false;
}

const struct view_ops choices_ops = {
	.name = "choices",
	.size = sizeof(struct choices),
	.box = true,
	.context = context,
	.open = open,
	.arrange = choices_arrange,
	.frame = frame,
	.draw = choices_draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.work = work,
	.close = close_choices,
};

/* ---- the answer ---- */

bool
choices_is(const struct view *closed)
{
	return closed->ops == &choices_ops;
}

enum choices_end
choices_end(const struct view *closed)
{
	return ((const struct choices *)closed)->end;
}

bool
choices_goes_on(const struct view *closed)
{
	return ((const struct choices *)closed)->goes_on;
}

const struct choice_item *
choices_taken(const struct view *closed)
{
	const struct choices *choices = (const struct choices *)closed;
	return choices->end == CHOICES_TAKEN ? focused(choices) : NULL;
}

const struct choice_item *
choices_marked(const struct view *closed, size_t n)
{
	const struct choice_item *item;
	for (size_t at = 0; (item = choices_touched(closed, at)); at++)
		if (item->marked && n-- == 0)
			return item;
	return NULL;
}

const struct choice_item *
choices_touched(const struct view *closed, size_t n)
{
	const struct choices *choices = (const struct choices *)closed;
	return choices->end == CHOICES_TAKEN && n < choices->marked.count ? &choices->marked.items[n] : NULL;
}

const char *
choices_query(const struct view *closed)
{
	return str_text(&((const struct choices *)closed)->query);
}
