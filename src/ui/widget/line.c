#include "ui/line.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define UNDO_LIMIT 200 /* steps kept for a line */

/* ---- undo of typing ---- */

static void
forget_from(struct line *line, size_t first)
{
	for (size_t n = first; n < line->past_count; n++)
		free(line->past[n].text);
	line->past_count = first < line->past_count ? first : line->past_count;
}

static void
push(struct line *line)
{
	if (line->past_count >= UNDO_LIMIT) {
		free(line->past[0].text);
		line->past_count--;
		memmove(line->past, line->past + 1, line->past_count * sizeof *line->past);
	}
	ARRAY_RESERVE(line->past, line->past_count, line->past_capacity);
	line->past[line->past_count++] =
		(struct line_state){ .text = mem_copy_bytes(str_text(&line->text), line->text.length),
			.cursor = line->cursor };
}

/* Before a change; joins: it belongs to the step of the change before it. */
static void
remember(struct line *line, bool joins)
{
	if (!(joins && line->joins)) {
		forget_from(line, line->past_at);
		push(line);
		line->past_at = line->past_count;
	}
	line->joins = joins;
	line->touched = true;
}

static void
restore(struct line *line)
{
	const struct line_state *state = &line->past[line->past_at];
	str_clear(&line->text);
	str_add_text(&line->text, state->text);
	line->cursor = state->cursor;
	line->selecting = line->joins = false;
	line->touched = true;
}

static bool
undo(struct line *line)
{
	if (!line->past_at)
		return false;
	if (line->past_at == line->past_count) {
		push(line);
		line->past_at = line->past_count - 1;
	}
	line->past_at--;
	restore(line);
	return true;
}

static bool
redo(struct line *line)
{
	if (line->past_at + 1 >= line->past_count)
		return false;
	line->past_at++;
	restore(line);
	return true;
}

/* ---- life ---- */

void
line_release(struct line *line)
{
	forget_from(line, 0);
	free(line->past);
	str_release(&line->text);
	*line = (struct line){ 0 };
}

void
line_set(struct line *line, const char *text)
{
	forget_from(line, 0);
	line->past_at = 0;
	str_clear(&line->text);
	str_add_text(&line->text, text ? text : "");
	line->cursor = line->text.length;
	line->selecting = line->joins = line->touched = false;
}

const char *
line_text(const struct line *line)
{
	return str_text(&line->text);
}

bool
line_is_empty(const struct line *line)
{
	return !line->text.length;
}

/* ---- changes ---- */

static void
selection(const struct line *line, size_t *from, size_t *to)
{
	*from = line->selecting && line->anchor < line->cursor ? line->anchor : line->cursor;
	*to = line->selecting && line->anchor > line->cursor ? line->anchor : line->cursor;
}

static void
replace(struct line *line, size_t from, size_t to, const char *bytes, size_t length)
{
	str_splice(&line->text, from, to - from, bytes, length);
	line->cursor = from + length;
	line->selecting = false;
}

/* What the line would be wide with `bytes` instead of from … to stays within the limit. */
static bool
fits(const struct line *line, size_t from, size_t to, const char *bytes, size_t length)
{
	if (!line->limit)
		return true;
	struct str then = { 0 }, composed = { 0 };
	str_add(&then, str_text(&line->text), from);
	str_add(&then, bytes, length);
	str_add_text(&then, str_text(&line->text) + to);
	text_nfc(&composed, str_text(&then), then.length);
	int width = text_width(str_text(&composed));
	str_release(&then);
	str_release(&composed);
	return width <= line->limit;
}

/* Asks the built-in input method: true when it has put something.  utf8 is "" after a letter was erased; of what is put, the
 * last `dropped` bytes are left out. */
static bool
compose(struct line *line, const char *utf8, size_t length, size_t dropped)
{
	if (!line->composer.compose || line->selecting || length > 1)
		return false;
	size_t word = line->cursor, removed = 0;
	const char *text = str_text(&line->text);
	while (word && text[word - 1] != ' ' && text[word - 1] != '\n')
		word--;
	struct str put = { 0 };
	bool composed =
		line->composer.compose(line->composer.self, text + word, line->cursor - word, utf8, &removed, &put) &&
		removed <= line->cursor - word && dropped <= put.length;
	if (composed && dropped)
		str_cut(&put, put.length - dropped);
	composed = composed && fits(line, line->cursor - removed, line->cursor, str_text(&put), put.length);
	if (composed) {
		remember(line, true);
		replace(line, line->cursor - removed, line->cursor, str_text(&put), put.length);
	}
	str_release(&put);
	return composed;
}

bool
line_type(struct line *line, const char *utf8, size_t length)
{
	size_t from, to;
	selection(line, &from, &to);
	if (!fits(line, from, to, utf8, length))
		return false;
	if (compose(line, utf8, length, 0))
		return true;
	remember(line, !(length == 1 && (*utf8 == ' ' || *utf8 == '\n')));
	replace(line, from, to, utf8, length);
	return true;
}

bool
line_paste(struct line *line, const char *bytes, size_t length, struct err *err)
{
	struct str clean = { 0 };
	size_t from, to;
	bool done = false;
	if (!text_clean(&clean, bytes, length, line->shape, NULL, err))
		goto done;
	selection(line, &from, &to);
	if (!fits(line, from, to, str_text(&clean), clean.length)) {
		char limit[16];
		struct str number = { 0 };
		str_add_integer(&number, line->limit);
		memcpy(limit, str_text(&number), number.length < sizeof limit ? number.length + 1 : sizeof limit);
		limit[sizeof limit - 1] = 0;
		str_release(&number);
		err_set(err, ERR_INVALID,
			SAY("Chữ dán dài quá: ô này chứa nhiều nhất {1} cột chữ.",
				"What is pasted is too long: this field holds at most {1} columns of text."),
			limit, NULL);
		goto done;
	}
	remember(line, false);
	replace(line, from, to, str_text(&clean), clean.length);
	done = true;
done:
	str_release(&clean);
	return done;
}

static bool
erase(struct line *line, size_t from, size_t to, bool joins)
{
	if (from == to)
		return true;
	remember(line, joins);
	replace(line, from, to, "", 0);
	return true;
}

/* Erases the selection, or else what lies between the cursor and other. */
static bool
erase_to(struct line *line, size_t other, bool joins)
{
	size_t from, to;
	selection(line, &from, &to);
	if (from == to && other < from)
		from = other;
	else if (from == to)
		to = other;
	return erase(line, from, to, joins);
}

/* Backspace: one code point as it was received. */
static bool
erase_back(struct line *line)
{
	bool selecting = line->selecting && line->anchor != line->cursor;
	erase_to(line, text_previous_code_point(str_text(&line->text), line->cursor), true);
	if (!selecting)
		compose(line, "", 0, 0);
	return true;
}

/* The whole text as a name: NGUYỄN VĂN ĐỨC, nguyễn văn đức → Nguyễn Văn Đức. */
static bool
capitalise(struct line *line)
{
	struct str title = { 0 };
	text_title(&title, str_text(&line->text));
	bool changes = !text_equal(str_text(&title), str_text(&line->text)) &&
		fits(line, 0, line->text.length, str_text(&title), title.length);
	if (changes) {
		remember(line, false);
		replace(line, 0, line->text.length, str_text(&title), title.length);
	}
	str_release(&title);
	return true;
}

/* ---- moves ---- */

static size_t
line_begin(const struct line *line)
{
	size_t at = line->cursor;
	while (at && str_text(&line->text)[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct line *line)
{
	const char *text = str_text(&line->text);
	return line->cursor + strcspn(text + line->cursor, "\n");
}

static bool
move(struct line *line, size_t to, bool selects)
{
	if (selects && !line->selecting)
		line->anchor = line->cursor;
	line->selecting = selects && line->anchor != to;
	if (selects)
		line->selecting = true;
	line->cursor = to;
	line->joins = false;
	return true;
}

bool
line_act(struct line *line, enum action_id action)
{
	const char *text = str_text(&line->text);
	size_t at = line->cursor;
	switch (action) {
	case ACTION_LEFT:
		return move(line, text_previous(text, at), false);
	case ACTION_RIGHT:
		return move(line, text_next(text, at), false);
	case ACTION_SELECT_LEFT:
		return move(line, text_previous(text, at), true);
	case ACTION_SELECT_RIGHT:
		return move(line, text_next(text, at), true);
	case ACTION_WORD_LEFT:
		return move(line, text_word_left(text, at), false);
	case ACTION_WORD_RIGHT:
		return move(line, text_word_right(text, at), false);
	case ACTION_LINE_FIRST:
		return move(line, line_begin(line), false);
	case ACTION_LINE_LAST:
		return move(line, line_end(line), false);
	case ACTION_SELECT_FIRST:
		return move(line, line_begin(line), true);
	case ACTION_SELECT_LAST:
		return move(line, line_end(line), true);
	case ACTION_ERASE:
		return erase_back(line);
	case ACTION_ERASE_NEXT:
		return erase_to(line, text_next(text, at), false);
	case ACTION_ERASE_WORD:
		return erase_to(line, text_word_left(text, at), false);
	case ACTION_ERASE_ALL:
		return erase(line, 0, line->text.length, false);
	case ACTION_TITLE:
		return capitalise(line);
	case ACTION_UNDO:
		return undo(line);
	case ACTION_REDO:
		return redo(line);
	default:
		return false;
	}
}

/* Puts the cursor onto the letter that err names. */
static void
go_to_fault(struct line *line, const struct err *err)
{
	const char *text = str_text(&line->text);
	size_t at = 0;
	for (long n = 1; line->shape == TEXT_LINES && n < err->line; n++) {
		const char *end = strchr(text + at, '\n');
		if (!end)
			break;
		at = (size_t)(end - text) + 1;
	}
	for (long n = 1; n < err->column && text[at]; n++)
		at = text_next(text, at);
	move(line, at, false);
}

bool
line_clean(struct line *line, struct str *out, struct err *err)
{
	if (line->touched)
		compose(line, "\n", 1, 1);
	if (text_clean(out, str_text(&line->text), line->text.length, line->shape, NULL, err))
		return true;
	go_to_fault(line, err);
	return false;
}

/* ---- drawing ---- */

/* The first `end` bytes as they are drawn. */
static void
add_prefix(const struct line *line, struct str *out, size_t end)
{
	text_nfc(out, str_text(&line->text), end);
}

static int
column_of(const struct line *line, const struct draw *draw, size_t at)
{
	struct str prefix = { 0 };
	add_prefix(line, &prefix, at);
	int column = draw_width(draw, str_text(&prefix));
	str_release(&prefix);
	return column;
}

/* Columns scrolled away so that the cursor is seen: in halves of the width, so that it does not creep at each letter. */
static int
scrolled(int cursor, int width)
{
	int half = width > 1 ? width / 2 : 1;
	return cursor < width ? 0 : ((cursor - width) / half + 1) * half;
}

void
line_draw(const struct line *line, struct draw *draw, int row, int column, int width, enum role role, bool focused)
{
	struct str shown = { 0 };
	text_nfc(&shown, str_text(&line->text), line->text.length);
	if (!focused) {
		draw_padded(draw, row, column, width, role, str_text(&shown));
		str_release(&shown);
		return;
	}
	int cursor = column_of(line, draw, line->cursor), away = scrolled(cursor, width);
	struct area old = draw_clip(draw, (struct area){ .row = row, .column = column, .rows = 1, .columns = width });
	draw_blank(draw, row, column, width, role);
	/* Not cut: the clip hides what does not fit. */
	int whole = draw_width(draw, str_text(&shown));
	draw_text(draw, row, column - away, whole, role, str_text(&shown));
	if (line->selecting && line->anchor != line->cursor) {
		size_t from, to;
		selection(line, &from, &to);
		struct str chosen = { 0 };
		text_nfc(&chosen, str_text(&line->text) + from, to - from);
		draw_text(draw, row, column - away + column_of(line, draw, from), whole, ROLE_BLOCK, str_text(&chosen));
		str_release(&chosen);
	}
	draw->clip = old;
	draw_cursor(draw, row, column + cursor - away);
	str_release(&shown);
}

/* ---- several lines ---- */

struct wrapped_row {
	size_t start, length;
};
struct wrap {
	const char *text;
	struct wrapped_row *rows;
	size_t count, capacity;
};

static void
add_row(void *to, const char *bytes, size_t length)
{
	struct wrap *wrap = to;
	ARRAY_RESERVE(wrap->rows, wrap->count, wrap->capacity);
	wrap->rows[wrap->count++] = (struct wrapped_row){ .start = (size_t)(bytes - wrap->text), .length = length };
}

/* Of the text as received: code points that are not composed yet are as wide as their letter. */
static struct wrap
wrap_line(const struct line *line, int columns)
{
	struct wrap wrap = { .text = str_text(&line->text) };
	text_wrap(wrap.text, columns < 2 ? 2 : columns, add_row, &wrap);
	return wrap;
}

static size_t
row_of(const struct wrap *wrap, size_t at)
{
	size_t row = 0;
	while (row + 1 < wrap->count && wrap->rows[row + 1].start <= at)
		row++;
	return row;
}

int
line_rows(const struct line *line, int columns, int *cursor_row)
{
	struct wrap wrap = wrap_line(line, columns);
	int count = (int)wrap.count;
	if (cursor_row)
		*cursor_row = (int)row_of(&wrap, line->cursor);
	free(wrap.rows);
	return count;
}

static int
width_of(const char *text, size_t from, size_t to)
{
	char *part = mem_copy_bytes(text + from, to > from ? to - from : 0);
	int width = text_width(part);
	free(part);
	return width;
}

bool
line_move_row(struct line *line, int columns, int by)
{
	struct wrap wrap = wrap_line(line, columns);
	size_t row = row_of(&wrap, line->cursor);
	bool moves = by < 0 ? row > 0 : row + 1 < wrap.count;
	if (moves) {
		int column = width_of(wrap.text, wrap.rows[row].start, line->cursor);
		const struct wrapped_row *next = &wrap.rows[by < 0 ? row - 1 : row + 1];
		size_t end = next->start + next->length, at = next->start;
		while (at < end && width_of(wrap.text, next->start, text_next(wrap.text, at)) <= column)
			at = text_next(wrap.text, at);
		move(line, at, false);
	}
	free(wrap.rows);
	return moves;
}

void
line_draw_area(const struct line *line, struct draw *draw, struct area area, enum role role, bool focused)
{
	struct wrap wrap = wrap_line(line, area.columns);
	size_t cursor_row = row_of(&wrap, line->cursor);
	size_t first = focused && cursor_row >= (size_t)area.rows ? cursor_row + 1 - (size_t)area.rows : 0;
	for (int row = 0; row < area.rows; row++) {
		struct str shown = { 0 };
		size_t n = first + (size_t)row;
		if (n < wrap.count)
			text_nfc(&shown, wrap.text + wrap.rows[n].start, wrap.rows[n].length);
		draw_padded(draw, area.row + row, area.column, area.columns, role, str_text(&shown));
		str_release(&shown);
	}
	if (focused && wrap.count) {
		int column = width_of(wrap.text, wrap.rows[cursor_row].start, line->cursor);
		draw_cursor(draw, area.row + (int)(cursor_row - first),
			area.column + (column < area.columns ? column : area.columns - 1));
	}
	free(wrap.rows);
}
