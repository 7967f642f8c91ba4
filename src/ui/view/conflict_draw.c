/* Two columns, mine and the book's, with a mark before the one that will stand. */
#include "base/mem.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/view/conflict_private.h"
#include <stdlib.h>

#define BOX_WIDTH 72
#define LABEL_WIDTH 14 /* in a box of that width, more for longer labels */
#define LABEL_MOST 24
#define SIDE_NARROW 20 /* the book's column, where its values are short */
#define MARK_WIDTH 5   /* ►[ ] around a value, and a blank */
#define ROWS_MOST 10

static const char *
label_of(const struct conflict *conflict, int group)
{
	if (group == FIELD_SOURCE)
		return say(SAY("Nguồn", "Source"));
	if (conflict->entity->id == ENTITY_FIGURE && group == FIGURE_VALUE)
		return say(SAY("Giá trị", "Value"));
	return say(conflict->entity->fields[group].label);
}

static bool
takes_mine(const struct conflict *conflict, const struct conflict_row *row)
{
	return row->field == FIELD_SOURCE ? conflict->my_source : conflict->merge.sides[row->field] == MERGE_MINE;
}

static int
label_width(const struct conflict *conflict)
{
	int widest = 0, least = conflict->area.columns < BOX_WIDTH ? 0 : LABEL_WIDTH;
	for (int i = 0; i < conflict->count; i++) {
		int width = text_width(label_of(conflict, conflict->rows[i].field)) + 1;
		widest = width > widest ? width : widest;
	}
	widest = widest > least ? widest : least;
	return widest < LABEL_MOST ? widest : LABEL_MOST;
}

/* Columns for the values of both sides. */
static int
sides_width(const struct conflict *conflict)
{
	return conflict->area.columns - 4 - label_width(conflict);
}

/* Columns of the book's side: narrow when all its values are, what they need where mine has enough beside, else half. */
static int
side_width(const struct conflict *conflict)
{
	int theirs = 0, mine = 0, room = sides_width(conflict);
	for (int i = 0; i < conflict->count; i++) {
		int width = text_width(conflict->rows[i].theirs) + MARK_WIDTH;
		theirs = width > theirs ? width : theirs;
		width = text_width(conflict->rows[i].mine) + MARK_WIDTH;
		mine = width > mine ? width : mine;
	}
	int half = room / 2, narrow = SIDE_NARROW < half ? SIDE_NARROW : half;
	if (theirs <= narrow)
		return narrow;
	return theirs > half && theirs + mine <= room ? theirs : half;
}

/* Letters before the first difference that stay to be seen. */
#define CONTEXT_LETTERS 6

/* A text too wide for its room begins shortly before where it differs from the other: two texts cut alike tell nothing.
 * Where the rest leaves room it begins earlier. */
static void
cut_to_difference(struct str *out, const char *text, const char *other, int width)
{
	size_t from = 0, at = 0;

	while (text[at] && text[at] == other[at])
		at++;
	while (at && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	for (int letters = 0; at && letters < CONTEXT_LETTERS; letters++)
		at = text_previous(text, at);
	while (at && text_width(text + text_previous(text, at)) < width)
		at = text_previous(text, at);
	from = text_width(text) > width ? at : 0;
	if (from)
		str_add_text(out, "…");
	text_cut(out, text + from, width - (from ? 1 : 0));
}

static void
draw_side(struct draw *draw, int row, int column, int width, const char *text, const char *other, bool chosen,
	bool focused)
{
	struct str cell = { 0 };

	if (chosen) {
		str_add_text(&cell, "►[");
		cut_to_difference(&cell, text, other, width - 4);
		str_add_text(&cell, "]");
	} else {
		str_add_text(&cell, " ");
		cut_to_difference(&cell, text, other, width - 2);
	}
	draw_text(draw, row, column, width, chosen && focused ? ROLE_FOCUS : ROLE_TEXT, str_text(&cell));
	if (chosen && focused)
		draw_cursor(draw, row, column + 2);
	str_release(&cell);
}

static void
draw_row(const struct conflict *conflict, struct draw *draw, int row, int n)
{
	const struct conflict_row *line = &conflict->rows[n];
	bool mine = takes_mine(conflict, line), focused = !conflict->in_answers && n == conflict->focus;
	int label = label_width(conflict), column = conflict->area.column + 2, width = side_width(conflict);
	int rest = sides_width(conflict) - width;

	draw_text(draw, row, column, label - 1, ROLE_TEXT, label_of(conflict, line->field));
	draw_side(draw, row, column + label, width, line->theirs, line->mine, !mine, focused);
	draw_side(draw, row, column + label + width, rest, line->mine, line->theirs, mine, focused);
}

static void
draw_heads(const struct conflict *conflict, struct draw *draw, int row)
{
	int column = conflict->area.column + 2 + label_width(conflict), width = side_width(conflict);
	char *theirs = say_format(SAY("Trong sổ ({1})", "In the book ({1})"), conflict->their_name, NULL);
	char *mine = say_format(SAY("Của bạn ({1})", "Yours ({1})"), conflict->my_name, NULL);

	draw_text(draw, row, column, width - 1, ROLE_TEXT, theirs);
	draw_text(draw, row, column + width, sides_width(conflict) - width, ROLE_TEXT, mine);
	free(theirs);
	free(mine);
}

static void
draw_base(const struct conflict *conflict, struct draw *draw, int row)
{
	const struct conflict_row *line = conflict->count ? &conflict->rows[conflict->focus] : NULL;

	if (!line)
		return;
	char *text = text_equal(line->base, "…")
		? say_format(SAY("Lúc bạn mở: {1}: sổ chưa ghi.", "When you opened it: {1}: nothing in the book."),
			  label_of(conflict, line->field), NULL)
		: say_format(SAY("Lúc bạn mở: {1}: {2}.", "When you opened it: {1}: {2}."),
			  label_of(conflict, line->field), line->base, NULL);
	draw_text(draw, row, conflict->area.column + 2, conflict->area.columns - 4, ROLE_TEXT, text);
	free(text);
}

static void
add_answer(struct str *out, int n, bool focused)
{
	static const struct words answers[CONFLICT_ANSWERS] = { WORDS("Ghi theo dấu ►", "Store by ►"),
		WORDS("Giữ của sổ", "Keep the book's"), WORDS("Lấy của tôi", "Take mine"),
		WORDS("Sửa tiếp", "Go on editing") };
	str_add_format(out, focused ? "[%d %s]" : " %d %s ", n + 1, say(answers[n]));
}

static int
answer_width(int n)
{
	struct str text = { 0 };
	add_answer(&text, n, true);
	int width = text_width(str_text(&text));
	str_release(&text);
	return width;
}

static int
answers_width(void)
{
	int width = 0;
	for (int n = 0; n < CONFLICT_ANSWERS; n++)
		width += answer_width(n) + (n ? 1 : 0);
	return width + 1; /* one more behind the one with focus */
}

static void
draw_answers(const struct conflict *conflict, struct draw *draw, int row)
{
	int begin = conflict->area.column + 3, column = begin, half = CONFLICT_ANSWERS / 2;
	int second = answer_width(0) > answer_width(half) ? answer_width(0) : answer_width(half);

	for (int i = 0; i < CONFLICT_ANSWERS; i++) {
		struct str text = { 0 };
		bool focused = i == conflict->chosen;
		add_answer(&text, i, focused);
		if (conflict->stacked) {
			row += i == half;
			column = begin + (i % half ? second + 2 : 0);
		}
		draw_text(draw, row, column, conflict->area.column + conflict->area.columns - 2 - column,
			focused && conflict->in_answers ? ROLE_FOCUS
				: focused               ? ROLE_CHOSEN
							: ROLE_TEXT,
			str_text(&text));
		draw_click(draw, row, column, text_width(str_text(&text)), (struct click){ .typed = (char)('1' + i) });
		if (focused && conflict->in_answers)
			draw_cursor(draw, row, column + 1);
		column += text_width(str_text(&text)) + (focused ? 2 : 1);
		str_release(&text);
	}
}

/* More rows above or below are marked at the edge. */
static void
draw_marks(const struct conflict *conflict, struct draw *draw, int row)
{
	int edge = conflict->area.column + conflict->area.columns - 1;
	if (conflict->top > 0)
		draw_text(draw, row, edge, 1, ROLE_TEXT, "▲");
	if (conflict->top + conflict->seen < conflict->count)
		draw_text(draw, row + conflict->seen - 1, edge, 1, ROLE_TEXT, "▼");
}

void
conflict_draw(const struct view *view, struct draw *draw)
{
	const struct conflict *conflict = (const struct conflict *)view;
	int row = conflict->area.row + 1, blank = conflict->tight ? 0 : 1;

	draw_box(draw, conflict->area, conflict->title);
	draw_text(draw, row, conflict->area.column + 2, conflict->area.columns - 4, ROLE_TEXT, conflict->subject);
	row += 1 + blank;
	draw_heads(conflict, draw, row++);
	for (int i = 0; i < conflict->seen; i++)
		draw_row(conflict, draw, row + i, conflict->top + i);
	draw_marks(conflict, draw, row);
	row += conflict->seen + blank;
	draw_base(conflict, draw, row++);
	if (!conflict->tight)
		draw_text(draw, row++, conflict->area.column + 2, conflict->area.columns - 4, ROLE_TEXT,
			say(SAY("Cả hai cùng đổi: chọn sẵn của sổ. Chỉ bạn đổi: chọn sẵn của bạn.",
				"Changed by both: the book's is preset. Changed by you alone: yours.")));
	draw_answers(conflict, draw, row);
}

/* ---- placing ---- */

/* Rows beside the fields: edges, subject, heads, what it was, answers; where there is room two blanks and the advice. */
static int
other_rows(const struct conflict *conflict)
{
	return 6 + (conflict->tight ? 0 : 3) + (conflict->stacked ? 1 : 0);
}

void
conflict_arrange(struct view *view, const struct layout *layout)
{
	struct conflict *conflict = (struct conflict *)view;
	int wanted = conflict->count < ROWS_MOST ? conflict->count : ROWS_MOST, first = layout->title + 1;
	int width = layout->columns - 4 < BOX_WIDTH ? layout->columns - 4 : BOX_WIDTH;

	conflict->stacked = answers_width() > width - 4;
	conflict->tight = false;
	conflict->tight = other_rows(conflict) + wanted > layout->end - 2 - first;
	int rows = other_rows(conflict) + wanted, most = layout->end - first;
	rows = rows < most ? rows : most;
	int row = (layout->end - 2 - rows) / 2 + 1;
	conflict->area = (struct area){ .row = row > first ? row : first,
		.column = (layout->columns - width) / 2,
		.rows = rows,
		.columns = width };
	conflict->seen = rows - other_rows(conflict) < conflict->count ? rows - other_rows(conflict) : conflict->count;
	if (conflict->focus < conflict->top)
		conflict->top = conflict->focus;
	if (conflict->focus >= conflict->top + conflict->seen)
		conflict->top = conflict->focus - conflict->seen + 1;
	if (conflict->top > conflict->count - conflict->seen)
		conflict->top = conflict->count - conflict->seen;
}
