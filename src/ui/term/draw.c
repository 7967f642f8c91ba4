#include "ui/draw.h"
#include "base/mem.h"
#include "text/match.h"
#include "text/show.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

/* The signs of screens.md section 4, which CJK settings draw two columns wide. */
static size_t
sign_length(const char *text)
{
	static const char *const signs[] = { "►", "▲", "▼", "◄", "√", "×", "≠", "¦", "†", "•", "…", "–", "−", "·", "›",
		"“", "”", "←", "→", "↑", "↓", "─", "│", "┌", "┐", "└", "┘", "┬", "█", "▒", "±" };
	if ((unsigned char)*text < 0x80)
		return 0;
	for (size_t n = 0; n < ARRAY_COUNT(signs); n++)
		if (text_starts(text, signs[n]))
			return strlen(signs[n]);
	return 0;
}

/* "…" behind a letter says that the text is cut: ".." takes the columns of both. */
static void
add_plain_sign(struct str *out, const char *sign, size_t length)
{
	bool cut = length == 3 && memcmp(sign, "…", 3) == 0 && out->length && out->bytes[out->length - 1] != ' ';
	if (cut) {
		str_cut(out, text_previous(str_text(out), out->length));
		str_add_text(out, "..");
		return;
	}
	char *copy = mem_copy_bytes(sign, length);
	text_plain(out, copy);
	free(copy);
}

static void
add_signs_plain(struct str *out, const char *text)
{
	while (*text) {
		size_t sign = sign_length(text);
		if (sign)
			add_plain_sign(out, text, sign);
		else
			str_add(out, text, sign = text_next(text, 0));
		text += sign;
	}
}

/* Appends text as this screen shows it. */
static void
add_shown(const struct draw *draw, struct str *out, const char *text)
{
	struct str shown = { 0 };
	text_show(&shown, text);
	if (draw->plain)
		text_plain(out, str_text(&shown));
	else if (draw->signs_plain)
		add_signs_plain(out, str_text(&shown));
	else
		str_add(out, str_text(&shown), shown.length);
	str_release(&shown);
}

/* Puts what is already filtered and fits, clipped. */
static void
put_clipped(struct draw *draw, int row, int column, enum role role, const char *text)
{
	struct area clip = draw->clip;
	int end = clip.column + clip.columns;
	if (row < clip.row || row >= clip.row + clip.rows || column >= end)
		return;
	if (column < clip.column) {
		int used, hidden = clip.column - column;
		size_t skipped = text_fit(text, hidden, &used);
		if (used < hidden && text[skipped]) { /* half of a wide letter */
			skipped = text_next(text, skipped);
			used = hidden + 1;
		}
		text += skipped;
		column += used;
		if (column < clip.column)
			return;
	}
	size_t length = text_fit(text, end - column, NULL);
	if (!length)
		return;
	char *part = mem_copy_bytes(text, length);
	draw->put(draw->to, row, column, role, part);
	free(part);
}

/* Cuts what is filtered; without UTF-8 the sign of a cut is "..". */
static void
cut(const struct draw *draw, struct str *out, const char *text, int width)
{
	if (!draw->plain && !draw->signs_plain) {
		text_cut(out, text, width);
		return;
	}
	if (text_width(text) <= width) {
		str_add_text(out, text);
		return;
	}
	str_add(out, text, text_before_number(text, text_fit(text, width > 2 ? width - 2 : 0, NULL)));
	str_add(out, "..", width > 1 ? 2 : (size_t)(width > 0));
}

static void
fit(const struct draw *draw, struct str *out, const char *text, int width)
{
	struct str shown = { 0 };
	add_shown(draw, &shown, text);
	cut(draw, out, str_text(&shown), width);
	str_release(&shown);
}

void
draw_text(struct draw *draw, int row, int column, int width, enum role role, const char *text)
{
	if (width <= 0 || !*text)
		return;
	struct str out = { 0 };
	fit(draw, &out, text, width);
	put_clipped(draw, row, column, role, str_text(&out));
	str_release(&out);
}

void
draw_padded(struct draw *draw, int row, int column, int width, enum role role, const char *text)
{
	if (width <= 0)
		return;
	struct str out = { 0 };
	fit(draw, &out, text, width);
	str_add_repeated(&out, " ", width - text_width(str_text(&out)));
	put_clipped(draw, row, column, role, str_text(&out));
	str_release(&out);
}

void
draw_right(struct draw *draw, int row, int column, int width, enum role role, const char *text)
{
	if (width <= 0 || !*text)
		return;
	struct str out = { 0 };
	fit(draw, &out, text, width);
	put_clipped(draw, row, column + width - text_width(str_text(&out)), role, str_text(&out));
	str_release(&out);
}

void
draw_blank(struct draw *draw, int row, int column, int width, enum role role)
{
	draw_padded(draw, row, column, width, role, "");
}

/* Draws bytes from … to of text, returns the column after them. */
static int
put_part(struct draw *draw, int row, int column, enum role role, const char *text, size_t from, size_t to)
{
	char *part = mem_copy_bytes(text + from, to - from);
	struct str shown = { 0 };
	add_shown(draw, &shown, part);
	put_clipped(draw, row, column, role, str_text(&shown));
	column += text_width(str_text(&shown));
	str_release(&shown);
	free(part);
	return column;
}

void
draw_matched(struct draw *draw, int row, int column, int width, enum role role, enum role matched, const char *text,
	const struct match_span *spans, size_t count)
{
	struct str shown = { 0 }, kept = { 0 };
	text_show(&shown, text);
	bool same = text_equal(str_text(&shown), text);
	if (width > 0 && (!same || !count || draw_width(draw, text) > width)) {
		/* What is cut or changed on its way has other bytes: its spans are those of the part before the cut. */
		cut(draw, &kept, str_text(&shown), width);
	} else {
		str_add_text(&kept, str_text(&shown));
	}
	size_t at = 0, end = kept.length;
	for (size_t n = 0; same && n < count && width > 0; n++) {
		size_t from = spans[n].start, to = from + spans[n].length;
		if (from < at || to > end || memcmp(str_text(&kept) + from, text + from, to - from) != 0)
			continue;
		column = put_part(draw, row, column, role, str_text(&kept), at, from);
		column = put_part(draw, row, column, matched, str_text(&kept), from, to);
		at = to;
	}
	if (width > 0)
		put_part(draw, row, column, role, str_text(&kept), at, end);
	str_release(&shown);
	str_release(&kept);
}

void
draw_rule(struct draw *draw, int row, int column, int width)
{
	struct str line = { 0 };
	str_add_repeated(&line, "─", width);
	draw_text(draw, row, column, width, ROLE_QUIET, str_text(&line));
	str_release(&line);
}

void
draw_box(struct draw *draw, struct area area, const char *title)
{
	int inside = area.columns - 2;
	if (inside < 1 || area.rows < 2)
		return;
	struct str line = { 0 };
	str_add_text(&line, "┌");
	if (title && *title) {
		str_add_text(&line, "─ ");
		text_cut(&line, title, inside - 4);
		str_add_byte(&line, ' ');
	}
	str_add_repeated(&line, "─", area.columns - 1 - text_width(str_text(&line)));
	str_add_text(&line, "┐");
	draw_text(draw, area.row, area.column, area.columns, ROLE_TEXT, str_text(&line));
	str_clear(&line);
	str_add_text(&line, "└");
	str_add_repeated(&line, "─", inside);
	str_add_text(&line, "┘");
	int last = area.row + area.rows - 1;
	draw_text(draw, last, area.column, area.columns, ROLE_TEXT, str_text(&line));
	str_release(&line);
	for (int row = area.row + 1; row < last; row++) {
		draw_text(draw, row, area.column, 1, ROLE_TEXT, "│");
		draw_blank(draw, row, area.column + 1, inside, ROLE_TEXT);
		draw_text(draw, row, area.column + 1 + inside, 1, ROLE_TEXT, "│");
	}
}

void
draw_cursor(struct draw *draw, int row, int column)
{
	draw->cursor_row = row < 0 || row >= draw->rows ? -1 : row;
	draw->cursor_column = column < 0 ? 0 : column >= draw->columns ? draw->columns - 1 : column;
}

struct area
draw_clip(struct draw *draw, struct area area)
{
	struct area old = draw->clip, both = old;
	int bottom = old.row + old.rows, right = old.column + old.columns;
	both.row = area.row > old.row ? area.row : old.row;
	both.column = area.column > old.column ? area.column : old.column;
	if (area.row + area.rows < bottom)
		bottom = area.row + area.rows;
	if (area.column + area.columns < right)
		right = area.column + area.columns;
	both.rows = bottom > both.row ? bottom - both.row : 0;
	both.columns = right > both.column ? right - both.column : 0;
	draw->clip = both;
	return old;
}

int
draw_width(const struct draw *draw, const char *text)
{
	struct str shown = { 0 };
	add_shown(draw, &shown, text);
	int width = text_width(str_text(&shown));
	str_release(&shown);
	return width;
}
