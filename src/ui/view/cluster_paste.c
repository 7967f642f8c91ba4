/* A block pasted into the figures: what it would change, cell by cell, before anything is stored. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "text/clean.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_MOST 10
#define LEFT 2
#define NAME 4
#define NAME_ROOM 26            /* a name that is wider gives way to the short one */
/* Right edges of the columns, as in the drawing of screens.md. */
#define TYPED_EDGE 42
#define MEANT_EDGE 56
#define BOOK_EDGE 68
#define SIGN 70

enum paste_state { PASTE_NEW, PASTE_CHANGED, PASTE_SAME, PASTE_FAULT, PASTE_STATES };
struct paste_cell {
	int row, column;                /* of the grid */
	char *name, *typed, *meant, *in_book;
	enum paste_state state;
	char *fault;                    /* why it is not understood; NULL: it is */
	struct entry entry;
};
enum paste_answer { ANSWER_STORE, ANSWER_MEND, ANSWER_DROP, ANSWERS };
struct paste_box {
	struct view view;
	struct figures_page *page;      /* lives below */
	char *text;                     /* cleaned lines of cells parted by Tab */
	int row, column, rows, columns; /* where it goes, how large it is */
	struct paste_cell *cells;
	size_t count, capacity, counts[PASTE_STATES];
	size_t focus, top;
	int answer;
	struct area area;
	int shown;                      /* rows of the list */
};
struct paste_place { struct figures_page *page; int row, column; const char *bytes; size_t length; };

static struct paste_box *
box_of(const struct view *view)
{
	return (struct paste_box *)view;
}

/* ---- understanding ---- */

static void
cells_release(struct paste_box *box)
{
	for (size_t i = 0; i < box->count; i++) {
		struct paste_cell *cell = &box->cells[i];
		free(cell->name);
		free(cell->typed);
		free(cell->meant);
		free(cell->in_book);
		free(cell->fault);
		entry_release(&cell->entry);
	}
	box->count = 0;
	memset(box->counts, 0, sizeof box->counts);
}

static bool
same_as_book(const struct entry *entry, const struct cell *book)
{
	bool number = book->kind == CELL_QUANTITY || book->kind == CELL_PERCENT;
	switch ((int)entry->status) {
	case FIGURE_STATUS_NUMBER:
		return number && entry->quantity.amount == book->quantity.amount && entry->quantity.qualifier == book->quantity.qualifier;
	case FIGURE_STATUS_NOT_YET:
		return book->kind == CELL_NOT_YET;
	case FIGURE_STATUS_NOT_ASKED:
		return book->kind == CELL_NOT_ASKED;
	default:
		return book->kind == CELL_SAID && text_equal(entry->words, book->text);
	}
}

static void
show_meaning(const struct entry *entry, const struct metric_facts *metric, struct str *out)
{
	struct figure_facts facts = { .known = true, .status = entry->status, .quantity = entry->quantity };
	if (entry->remove)
		str_add_text(out, say(SAY("gỡ", "out")));
	else
		figure_show(out, &facts, metric);
}

/* What the cell would become; the fault says why nothing. */
static void
understand(struct paste_box *box, struct paste_cell *cell, struct figure_spot spot)
{
	const struct figures_page *page = box->page;
	const struct figure_column *metric = &page->figures.columns[spot.column];
	const struct figure_cell *book = figures_cell(page, spot);
	struct err err = { 0 };
	struct str meant = { 0 }, in_book = { 0 };
	cell->state = PASTE_FAULT;
	if (!figures_editable(page, cell->row, cell->column, &err) || !entry_read(&cell->entry, cell->typed, &metric->facts, &err)) {
		cell->fault = mem_copy_text(err.text);
	} else if (cell->entry.ask_decimal) {
		struct str question = { 0 };
		entry_question(&cell->entry, &metric->facts, &question);
		cell->fault = str_take(&question);
	} else if (cell->entry.has_whole && cell->entry.slash == METRIC_SLASH_ASK) {
		cell->fault = mem_copy_text(say(SAY("Chưa biết số sau dấu / là gì; nhập riêng ô này một lần thì sổ sẽ hỏi.",
			"The number after the / is not known; enter this cell once by hand and the book asks.")));
	} else {
		show_meaning(&cell->entry, &metric->facts, &meant);
		cell->state = !book->figure ? (cell->entry.remove ? PASTE_SAME : PASTE_NEW)
			      : !cell->entry.remove && same_as_book(&cell->entry, &book->cell) ? PASTE_SAME
											       : PASTE_CHANGED;
	}
	if (book)
		cell_show(&book->cell, &in_book);
	if (cell->fault)
		str_add_text(&meant, say(SAY("không hiểu", "not clear")));
	cell->meant = str_take(&meant);
	cell->in_book = str_take(&in_book);
	err_release(&err);
}

static void
name_cell(const struct paste_box *box, struct figure_spot spot, struct str *out)
{
	if ((box->page->turned ? box->columns : box->rows) > 1) {
		figures_line_name(box->page, spot, out);
		str_add_text(out, " · ");
		figures_metric_name(&box->page->figures.columns[spot.column], out);
	} else if (text_width(box->page->figures.columns[spot.column].name) <= NAME_ROOM) {
		str_add_text(out, box->page->figures.columns[spot.column].name);
	} else {
		figures_metric_name(&box->page->figures.columns[spot.column], out);
	}
}

/* The next row of the grid that is no rule; pasted rows do not fall onto it. */
static int
grid_row_at(const struct paste_box *box, int offset)
{
	const struct grid *grid = &box->page->grid;
	int row = box->row;
	for (int left = offset; row < grid->rows; row++) {
		if (grid->ops->kind(box->page, row) == GRID_RULE)
			continue;
		if (left-- == 0)
			return row;
	}
	return grid->rows;
}

static void
add_cell(struct paste_box *box, int row, int column, const char *typed)
{
	const struct grid *grid = &box->page->grid;
	ARRAY_RESERVE(box->cells, box->count, box->capacity);
	struct paste_cell *cell = &box->cells[box->count++];
	struct str name = { 0 };
	*cell = (struct paste_cell){ .row = row, .column = column, .typed = mem_copy_text(typed) };
	if (row < grid->rows && column < grid->columns) {
		struct figure_spot spot = figures_spot(box->page, row, column);
		name_cell(box, spot, &name);
		understand(box, cell, spot);
	} else {
		cell->state = PASTE_FAULT;
		str_add_text(&name, say(SAY("(ngoài bảng)", "(outside the table)")));
		cell->meant = mem_copy_text(say(SAY("không có ô", "no cell")));
		cell->in_book = mem_copy_text("");
		cell->fault = mem_copy_text(say(SAY("Khối dán rộng hơn bảng: không có ô cho giá trị này.",
			"The block is larger than the table: no cell for this value.")));
	}
	cell->name = str_take(&name);
	box->counts[cell->state]++;
}

/* Parts the text at Tab and newline; empty cells leave the book as it is. */
static void
take_apart(struct paste_box *box, bool measure_only)
{
	int row = 0, column = 0;
	const char *begin = box->text;
	for (const char *at = begin;; at++) {
		if (*at && *at != '\t' && *at != '\n')
			continue;
		char *piece = mem_copy_bytes(begin, (size_t)(at - begin));
		struct str clean = { 0 };
		struct err err = { 0 };
		bool good = text_clean(&clean, piece, strlen(piece), TEXT_PARAGRAPH, NULL, &err);
		if (measure_only) {
			box->rows = row + 1 > box->rows ? row + 1 : box->rows;
			box->columns = column + 1 > box->columns ? column + 1 : box->columns;
		} else if (clean.length || !good) {
			add_cell(box, grid_row_at(box, row), box->column + column, good ? str_text(&clean) : piece);
		}
		err_release(&err);
		str_release(&clean);
		free(piece);
		if (!*at || (*at == '\n' && !at[1]))
			break;
		column = *at == '\t' ? column + 1 : 0;
		row += *at == '\n';
		begin = at + 1;
	}
}

static int
faults_first(const void *a, const void *b)
{
	const struct paste_cell *x = a, *y = b;
	int fault_x = x->state != PASTE_FAULT, fault_y = y->state != PASTE_FAULT;
	if (fault_x != fault_y)
		return fault_x - fault_y;
	return x->row != y->row ? x->row - y->row : x->column - y->column;
}

static size_t
to_store(const struct paste_box *box)
{
	return box->counts[PASTE_NEW] + box->counts[PASTE_CHANGED];
}

static bool
offers(const struct paste_box *box, int answer)
{
	return answer == ANSWER_STORE ? to_store(box) > 0 : answer == ANSWER_MEND ? box->counts[PASTE_FAULT] > 0 : true;
}

static bool
load(struct view *view, struct err *err)
{
	struct paste_box *box = box_of(view);
	(void)err;
	cells_release(box);
	take_apart(box, false);
	if (box->count > ROWS_MOST)
		qsort(box->cells, box->count, sizeof *box->cells, faults_first);
	if (box->focus >= box->count)
		box->focus = 0;
	while (!offers(box, box->answer))
		box->answer = (box->answer + 1) % ANSWERS;
	return true;
}

/* CR LF and CR are line ends too. */
static char *
lines_of(const char *bytes, size_t length)
{
	struct str text = { 0 };
	for (size_t i = 0; i < length && bytes[i]; i++) {
		if (bytes[i] != '\r')
			str_add_byte(&text, bytes[i]);
		else if (i + 1 >= length || bytes[i + 1] != '\n')
			str_add_byte(&text, '\n');
	}
	return str_take(&text);
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct paste_box *box = box_of(view);
	const struct paste_place *paste = place;
	(void)err;
	box->page = paste->page;
	box->row = paste->row;
	box->column = paste->column;
	box->text = lines_of(paste->bytes, paste->length);
	take_apart(box, true);
	return true;
}

static void
close(struct view *view)
{
	struct paste_box *box = box_of(view);
	cells_release(box);
	free(box->cells);
	free(box->text);
}

/* ---- drawing ---- */

static void
arrange(struct view *view, const struct layout *layout)
{
	struct paste_box *box = box_of(view);
	int most = layout->body.rows - 2 - 6;
	box->shown = (int)(box->count < ROWS_MOST ? box->count : ROWS_MOST);
	box->shown = box->shown > most ? most : box->shown;
	box->shown = box->shown < 1 ? 1 : box->shown;
	box->area = (struct area){ .row = layout->body.row + 2, .column = LEFT, .rows = box->shown + 6,
		.columns = layout->columns < 80 ? layout->columns - LEFT - 1 : 76 };
	if (box->area.row + box->area.rows > layout->message)
		box->area.row = layout->message - box->area.rows;
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
	struct figure_spot spot = figures_spot(box->page, box->row, box->column);
	struct str line = { 0 }, metric = { 0 }, rows = { 0 }, columns = { 0 };
	str_add_integer(&rows, box->rows);
	str_add_integer(&columns, box->columns);
	figures_line_name(box->page, spot, &line);
	figures_metric_name(&box->page->figures.columns[spot.column], &metric);
	char *title = say_format(SAY("Dán {1} hàng × {2} cột vào: {3}, từ cột {4}", "Paste {1} rows × {2} columns into: {3}, from {4}"),
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
	const struct paste_cell *cell = &box->cells[index];
	bool focus = index == box->focus;
	enum role role = focus ? ROLE_FOCUS : cell->fault ? ROLE_FAULT : ROLE_TEXT;
	int shift = box->area.columns - 76;
	if (focus)
		draw_blank(draw, at, NAME, box->area.columns - 4, role);
	const char *const texts[] = { cell->name, cell->typed, cell->meant, cell->in_book };
	draw_columns(draw, box, at, role, texts);
	draw_text(draw, at, SIGN + shift, 4, role, cell->fault ? say(SAY("bỏ", "no")) : signs[cell->state]);
	if (focus)
		draw_text(draw, at, NAME - 1, 1, ROLE_TEXT, "►");
	else if (cell->fault)
		draw_text(draw, at, NAME - 1, 1, ROLE_FAULT, "!");
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
	else if (box->counts[PASTE_FAULT])
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
	const char *const heads[] = { say(SAY("Chỉ tiêu", "Metric")), say(SAY("Dán vào", "Pasted")), say(SAY("Hiểu là", "Meant")),
		say(SAY("Trong sổ", "In the book")) };
	draw_columns(draw, box, ++at, ROLE_TEXT, heads);
	for (int i = 0; i < box->shown && box->top + (size_t)i < box->count; i++)
		draw_cell(box, draw, ++at, box->top + (size_t)i);
	at = box->area.row + box->shown + 3;
	add_count(&summary, SAY("{1} ô mới (+)", "{1} new (+)"), box->counts[PASTE_NEW]);
	add_count(&summary, SAY(" · {1} ô đổi (*)", " · {1} changed (*)"), box->counts[PASTE_CHANGED]);
	add_count(&summary, SAY(" · {1} ô như cũ (=)", " · {1} the same (=)"), box->counts[PASTE_SAME]);
	add_count(&summary, SAY(" · {1} ô không hiểu (!)", " · {1} not clear (!)"), box->counts[PASTE_FAULT]);
	draw_text(draw, at, box->area.column + 2, box->area.columns - 4, ROLE_TEXT, str_text(&summary));
	draw_answers(box, draw, at + 1);
	str_release(&title);
	str_release(&summary);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct paste_box *box = box_of(view);
	const struct paste_cell *cell = box->count ? &box->cells[box->focus] : NULL;
	if (cell && cell->fault)
		str_add_text(&frame->note, cell->fault);
	else
		str_add_text(&frame->note, say(SAY("Một lần hoàn tác cho cả khối. Chưa ghi gì.",
			"One undo for the whole block. Nothing is stored yet.")));
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint hints[] = {
		HINT("Enter hoặc 1", ENTER, "Ghi", "Store"),
		HINT("2", TYPE, "Sửa ô lỗi", "Mend faults"),
		HINT("3 hoặc Esc", BACK, "Không dán", "Do not paste"),
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
	struct figures_page *page = box->page;
	struct session *session = page_session(&page->page);
	struct figure_wish *wishes = mem_new(box->count, sizeof *wishes);
	struct notices notices = { 0 };
	size_t count = 0;
	for (size_t i = 0; i < box->count; i++) {
		const struct paste_cell *cell = &box->cells[i];
		struct figure_spot spot = figures_spot(page, cell->row, cell->column);
		if (cell->state != PASTE_NEW && cell->state != PASTE_CHANGED)
			continue;
		wishes[count++] = (struct figure_wish){ figures_subject(page, spot), page->figures.columns[spot.column].metric, cell->entry,
			figures_cell(page, spot)->rev };
	}
	bool done = figures_put(session->store, "paste", wishes, count, page->figures.period, figures_kind(page), session->source, NULL,
		&notices, err);
	if (done) {
		struct str number = { 0 };
		str_add_integer(&number, (int64_t)count);
		session_saved(session, SAY("Đã ghi {1} ô; Ctrl+Z lấy lại cả khối.{2}", "{1} cells stored; Ctrl+Z takes the whole block back.{2}"),
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
	for (size_t i = 0; i < box->count; i++) {
		const struct paste_cell *cell = &box->cells[i];
		if (cell->state != PASTE_FAULT || cell->row >= box->page->grid.rows || cell->column >= box->page->grid.columns)
			continue;
		grid_focus(&box->page->grid, cell->row, cell->column);
		box->page->page.ops->text(&box->page->page, cell->typed, strlen(cell->typed), false, err);
		return;
	}
}

static enum outcome
answer(struct paste_box *box, int which, struct err *err)
{
	if (!offers(box, which))
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
		return box->count > 1;
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
	long to = (long)box->focus + by, last = (long)box->count - 1;
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
