/* A block pasted into the figures: what it would change, cell by cell, before anything is stored. */
#include "cluster_paste.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_MOST 10
#define LEFT 2
#define NAME 4
/* Right edges of the columns, as in the drawing of screens.md. */
#define TYPED_EDGE 42
#define MEANT_EDGE 56
#define BOOK_EDGE 68
#define SIGN 70

enum paste_answer { ANSWER_STORE, ANSWER_MEND, ANSWER_DROP, ANSWERS };
struct paste_box {
	struct view view;
	struct paste paste;
	size_t focus, top;
	int answer;
	bool told; /* of its doubts: the second Enter stores */
	struct area area;
	int shown; /* rows of the list */
};
struct paste_place {
	struct figures_page *page;
	int row, column;
	const char *bytes;
	size_t length;
};

static struct paste_box *
box_of(const struct view *view)
{
	return (struct paste_box *)view;
}

static size_t
to_store(const struct paste_box *box)
{
	return box->paste.counts[PASTE_NEW] + box->paste.counts[PASTE_CHANGED];
}

static bool
offers(const struct paste_box *box, int answer)
{
	return answer == ANSWER_STORE   ? to_store(box) > 0
		: answer == ANSWER_MEND ? box->paste.counts[PASTE_FAULT] > 0
					: true;
}

static bool
load(struct view *view, struct err *err)
{
	struct paste_box *box = box_of(view);
	(void)err;
	paste_understand(&box->paste, ROWS_MOST);
	box->told = false;
	if (box->focus >= box->paste.count)
		box->focus = 0;
	while (!offers(box, box->answer))
		box->answer = (box->answer + 1) % ANSWERS;
	return true;
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct paste_box *box = box_of(view);
	const struct paste_place *paste = place;
	(void)err;
	box->paste.page = paste->page;
	box->paste.row = paste->row;
	box->paste.column = paste->column;
	paste_take(&box->paste, paste->bytes, paste->length);
	return true;
}

static void
close(struct view *view)
{
	paste_release(&box_of(view)->paste);
}

/* ---- drawing ---- */

static void
arrange(struct view *view, const struct layout *layout)
{
	struct paste_box *box = box_of(view);
	int most = layout->body.rows - 2 - 6;
	box->shown = (int)(box->paste.count < ROWS_MOST ? box->paste.count : ROWS_MOST);
	box->shown = box->shown > most ? most : box->shown;
	box->shown = box->shown < 1 ? 1 : box->shown;
	box->area = (struct area){ .row = layout->body.row + 2,
		.column = LEFT,
		.rows = box->shown + 6,
		.columns = layout->columns < 80 ? layout->columns - LEFT - 1 : 76 };
	if (box->area.row + box->area.rows > layout->end)
		box->area.row = layout->end - box->area.rows;
	if (box->focus < box->top)
		box->top = box->focus;
	if (box->focus >= box->top + (size_t)box->shown)
		box->top = box->focus + 1 - (size_t)box->shown;
}

static void
add_count(struct str *out, struct words words, size_t count)
{
	struct str number = { 0 };
	str_add_integer(&number, (int64_t)count);
	char *text = say_format(words, str_text(&number), NULL);
	str_add_text(out, text);
	free(text);
	str_release(&number);
}

static void
add_title(const struct paste_box *box, struct str *out)
{
	struct figure_spot spot = figures_spot(box->paste.page, box->paste.row, box->paste.column);
	struct str line = { 0 }, metric = { 0 }, rows = { 0 }, columns = { 0 };
	str_add_integer(&rows, box->paste.rows);
	str_add_integer(&columns, box->paste.columns);
	figures_line_name(box->paste.page, spot, &line);
	figures_metric_name(&box->paste.page->figures.columns[spot.column], &metric);
	char *title = say_format(
		SAY("Dán {1} hàng × {2} cột vào: {3}, từ cột {4}", "Paste {1} rows × {2} columns into: {3}, from {4}"),
		str_text(&rows), str_text(&columns), str_text(&line), str_text(&metric), NULL);
	str_add_text(out, title);
	free(title);
	str_release(&line);
	str_release(&metric);
	str_release(&rows);
	str_release(&columns);
}

static void
draw_columns(struct draw *draw, const struct paste_box *box, int at, enum role role, const char *const texts[4])
{
	int shift = box->area.columns - 76;
	const int edges[] = { TYPED_EDGE, MEANT_EDGE, BOOK_EDGE };
	int left = edges[0] + shift;
	for (int i = 0; i < 3; i++) {
		int width = draw_width(draw, texts[i + 1]);
		int room = i ? 13 : 18;
		width = width > room ? room : width;
		draw_text(draw, at, edges[i] + shift - width, width, role, texts[i + 1]);
		if (i == 0)
			left = edges[0] + shift - width;
	}
	draw_text(draw, at, NAME, left - NAME - 1, role, texts[0]);
}

static void
draw_cell(const struct paste_box *box, struct draw *draw, int at, size_t index)
{
	static const char *const signs[PASTE_STATES] = { "+", "*", "=", NULL };
	const struct paste_cell *cell = &box->paste.cells[index];
	bool focus = index == box->focus;
	enum role role = focus ? ROLE_FOCUS : cell->fault || cell->doubt ? ROLE_FAULT : ROLE_TEXT;
	int shift = box->area.columns - 76;
	if (focus)
		draw_blank(draw, at, NAME, box->area.columns - 4, role);
	const char *const texts[] = { cell->name, cell->typed, cell->meant, cell->in_book };
	draw_columns(draw, box, at, role, texts);
	draw_text(draw, at, SIGN + shift, 4, role, cell->fault ? say(SAY("bỏ", "no")) : signs[cell->state]);
	if (focus)
		draw_text(draw, at, NAME - 1, 1, ROLE_TEXT, "►");
	else if (cell->fault || cell->doubt)
		draw_text(draw, at, NAME - 1, 1, ROLE_FAULT, cell->fault ? "!" : "?");
	if (focus)
		draw_cursor(draw, at, NAME);
}

static void
add_answer(const struct paste_box *box, int answer, struct str *out)
{
	if (answer == ANSWER_MEND)
		str_add_text(out, say(SAY("2 Sửa ô lỗi", "2 Mend the faults")));
	else if (answer == ANSWER_DROP)
		str_add_text(out, say(SAY("3 Không dán", "3 Do not paste")));
	else if (box->paste.counts[PASTE_FAULT])
		add_count(out, SAY("1 Ghi {1} ô, bỏ ô lỗi", "1 Store {1} cells, not the faults"), to_store(box));
	else
		add_count(out, SAY("1 Ghi {1} ô", "1 Store {1} cells"), to_store(box));
}

static void
draw_answers(const struct paste_box *box, struct draw *draw, int at)
{
	int column = box->area.column + 2;
	for (int answer = 0; answer < ANSWERS; answer++) {
		struct str text = { 0 };
		bool here = answer == box->answer;
		if (!offers(box, answer))
			continue;
		add_answer(box, answer, &text);
		int width = draw_width(draw, str_text(&text));
		if (here) {
			draw_text(draw, at, column, 1, ROLE_CHOSEN, "[");
			draw_text(draw, at, column + width + 1, 1, ROLE_CHOSEN, "]");
		}
		draw_text(draw, at, column + (here ? 1 : 0), width, here ? ROLE_CHOSEN : ROLE_TEXT, str_text(&text));
		column += width + (here ? 5 : 3);
		str_release(&text);
	}
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct paste_box *box = box_of(view);
	struct str title = { 0 }, summary = { 0 };
	int at = box->area.row;
	add_title(box, &title);
	draw_box(draw, box->area, str_text(&title));
	const char *const heads[] = { say(SAY("Chỉ tiêu", "Metric")), say(SAY("Dán vào", "Pasted")),
		say(SAY("Hiểu là", "Meant")), say(SAY("Trong sổ", "In the book")) };
	draw_columns(draw, box, ++at, ROLE_TEXT, heads);
	for (int i = 0; i < box->shown && box->top + (size_t)i < box->paste.count; i++)
		draw_cell(box, draw, ++at, box->top + (size_t)i);
	at = box->area.row + box->shown + 3;
	add_count(&summary, SAY("{1} ô mới (+)", "{1} new (+)"), box->paste.counts[PASTE_NEW]);
	add_count(&summary, SAY(" · {1} ô đổi (*)", " · {1} changed (*)"), box->paste.counts[PASTE_CHANGED]);
	if (box->paste.doubts)
		add_count(&summary, SAY(" · {1} ô cần xem lại (?)", " · {1} to look at (?)"), box->paste.doubts);
	else
		add_count(&summary, SAY(" · {1} ô như cũ (=)", " · {1} the same (=)"), box->paste.counts[PASTE_SAME]);
	add_count(&summary, SAY(" · {1} ô không hiểu (!)", " · {1} not clear (!)"), box->paste.counts[PASTE_FAULT]);
	draw_text(draw, at, box->area.column + 2, box->area.columns - 4, ROLE_TEXT, str_text(&summary));
	draw_answers(box, draw, at + 1);
	str_release(&title);
	str_release(&summary);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct paste_box *box = box_of(view);
	const struct paste_cell *cell = box->paste.count ? &box->paste.cells[box->focus] : NULL;
	if (cell && (cell->fault || cell->doubt))
		str_add_text(&frame->note, cell->fault ? cell->fault : cell->doubt);
	else
		str_add_text(&frame->note,
			say(SAY("Một lần hoàn tác cho cả khối. Chưa ghi gì.",
				"One undo for the whole block. Nothing is stored yet.")));
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint hints[] = {
		HINT_EITHER("Enter hoặc 1", "Enter or 1", ENTER, "Ghi", "Store"),
		HINT("2", TYPE, "Sửa ô lỗi", "Mend faults"),
		HINT_EITHER("3 hoặc Esc", "3 or Esc", BACK, "Không dán", "Do not paste"),
		HINT("↑↓", DOWN, "Xem từng ô", "Each cell"),
	};
	(void)view;
	*count = ARRAY_COUNT(hints);
	return hints;
}

/* ---- deeds ---- */

static bool
store(struct paste_box *box, struct err *err)
{
	struct figures_page *page = box->paste.page;
	struct session *session = page_session(&page->page);
	struct figure_wish *wishes = mem_new(box->paste.count, sizeof *wishes);
	struct notices notices = { 0 };
	size_t count = 0;
	for (size_t i = 0; i < box->paste.count; i++) {
		const struct paste_cell *cell = &box->paste.cells[i];
		struct figure_spot spot = figures_spot(page, cell->row, cell->column);
		if (cell->state != PASTE_NEW && cell->state != PASTE_CHANGED)
			continue;
		wishes[count++] =
			(struct figure_wish){ figures_key(page, spot), cell->entry, figures_cell(page, spot)->rev };
	}
	bool done = figures_put(session->store, "paste", wishes, count, session->source, NULL, &notices, err);
	if (done) {
		struct str number = { 0 };
		str_add_integer(&number, (int64_t)count);
		session_saved(session,
			SAY("Đã ghi {1} ô; Ctrl+Z lấy lại cả khối.{2}",
				"{1} cells stored; Ctrl+Z takes the whole block back.{2}"),
			str_text(&number), notices.count ? notices.sentences[0] : "", NULL);
		str_release(&number);
	} else if (err->kind == ERR_CONFLICT) {
		ui_reload(box->view.ui);
	}
	notices_release(&notices);
	free(wishes);
	return done;
}

/* Goes to the first cell that was not understood, with its text in the box for editing. */
static void
mend(struct paste_box *box, struct err *err)
{
	for (size_t i = 0; i < box->paste.count; i++) {
		const struct paste_cell *cell = &box->paste.cells[i];
		if (cell->state != PASTE_FAULT || cell->row >= box->paste.page->grid.rows ||
			cell->column >= box->paste.page->grid.columns)
			continue;
		grid_focus(&box->paste.page->grid, cell->row, cell->column);
		box->paste.page->page.ops->text(&box->paste.page->page, cell->typed, strlen(cell->typed), false, err);
		return;
	}
}

/* Goes to the first cell that may be a slip and says why; only once. */
static bool
tells_doubts(struct paste_box *box, struct err *err)
{
	if (box->told || !box->paste.doubts)
		return false;
	box->told = true;
	box->answer = ANSWER_STORE;
	for (box->focus = 0; !box->paste.cells[box->focus].doubt; box->focus++)
		;
	return !figures_ask_again(box->paste.cells[box->focus].doubt, err);
}

static enum outcome
answer(struct paste_box *box, int which, struct err *err)
{
	if (!offers(box, which) || (which == ANSWER_STORE && tells_doubts(box, err)))
		return VIEW_DONE;
	if (which == ANSWER_STORE && !store(box, err))
		return VIEW_DONE;
	if (which == ANSWER_MEND)
		mend(box, err);
	return VIEW_CLOSE;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct paste_box *box = box_of(view);
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		return box->paste.count > 1;
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_ENTER:
	case ACTION_BACK:
		return true;
	default:
		return false;
	}
}

static void
step(struct paste_box *box, int by)
{
	long to = (long)box->focus + by, last = (long)box->paste.count - 1;
	box->focus = (size_t)(to < 0 ? 0 : to > last ? last : to);
}

static void
turn_to(struct paste_box *box, int by)
{
	do
		box->answer = (box->answer + by + ANSWERS) % ANSWERS;
	while (!offers(box, box->answer));
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct paste_box *box = box_of(view);
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
		step(box, action == ACTION_UP ? -1 : 1);
		return VIEW_DONE;
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		step(box, action == ACTION_PAGE_BACK ? -box->shown : box->shown);
		return VIEW_DONE;
	case ACTION_LEFT:
	case ACTION_PREVIOUS_STOP:
		turn_to(box, -1);
		return VIEW_DONE;
	case ACTION_RIGHT:
	case ACTION_NEXT_STOP:
		turn_to(box, 1);
		return VIEW_DONE;
	case ACTION_ENTER:
		return answer(box, offers(box, box->answer) ? box->answer : ANSWER_DROP, err);
	case ACTION_BACK:
		return VIEW_CLOSE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	if (pasted || length != 1 || *utf8 < '1' || *utf8 >= '1' + ANSWERS)
		return VIEW_PASS;
	return answer(box_of(view), *utf8 - '1', err);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static bool
unsaved(const struct view *view)
{
	return to_store(box_of(view)) > 0;
}

static const struct view_ops paste_ops = {
	.name = "paste",
	.size = sizeof(struct paste_box),
	.box = true,
	.context = context,
	.open = open,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.unsaved = unsaved,
	.close = close,
};

bool
figures_paste(void *of, int row, int column, const char *bytes, size_t length, struct err *err)
{
	struct figures_page *page = of;
	struct paste_place place = { page, row, column, bytes, length };
	if (!figures_editable(page, row, column, err))
		return false;
	return ui_open_tagged(page_ui(&page->page), &paste_ops, &place, TAG_PASTE, err);
}
