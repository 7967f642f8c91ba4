/* What holds on every screen without being written down (design: the frame, the marks, the sizes). */
#include "look.h"
#include "playing.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* The start probe asks with one letter of three bytes what kind of terminal this is. */
enum { SMALLEST_ROWS = 15, SMALLEST_COLUMNS = 60, PROBE_BYTES = 3 };

/* The 134 marked letters, and the signs: all are in WGL4 or Vietnamese, no font of a terminal lacks the one or the other. */
static const wchar_t letters[] = L"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
				 L"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";
static const wchar_t signs[] = L"►▲▼◄√×≠¦†•…–−·›“”←→↑↓─│┌┐└┘┬█▒±—«»";

/* A blank is what nothing was drawn in, too. */
static uint32_t
at(const struct play *play, int row, int column)
{
	if (column < 0 || column >= play->terminal.columns)
		return ' ';
	uint32_t code = terminal_cell(&play->terminal, row, column).chars[0];
	return code ? code : ' ';
}

static bool
is_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

static bool
is_one_of(uint32_t code, const wchar_t *codes)
{
	return wcschr(codes, (wchar_t)code) != NULL;
}

static bool
is_letter(uint32_t code)
{
	return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || is_one_of(code, letters);
}

static bool
is_sign(uint32_t code)
{
	return (code >= ' ' && code <= '~') || is_one_of(code, letters) || is_one_of(code, signs);
}

static bool
sign_known(struct play *play, bool plain, int row, int column)
{
	(void)plain;
	VTermScreenCell cell = terminal_cell(&play->terminal, row, column);
	if (cell.chars[0] && cell.chars[1])
		return fault(play, "a combining mark at %d,%d", row + 1, column + 1);
	return is_sign(at(play, row, column)) ||
		fault(play, "U+%04X at %d,%d is none of the signs of the screen", (unsigned)cell.chars[0], row + 1,
			column + 1);
}

/* Where the digits, points and slashes begin that end before column. */
static int
figure_begin(const struct play *play, int row, int column)
{
	while (column > 0 && (is_digit(at(play, row, column - 1)) || is_one_of(at(play, row, column - 1), L".,/")))
		column--;
	return column;
}

/* A number in a sentence may be cut with it; not a figure or a date: it has points or slashes, or it stands apart, at an
 * edge, after two blanks, after its mark or the dash of a range. */
static bool
is_figure(const struct play *play, int row, int begin, int end)
{
	for (int column = begin; column < end; column++)
		if (is_one_of(at(play, row, column), L".,/"))
			return !is_letter(at(play, row, begin - 1));
	uint32_t before = at(play, row, begin - 1);
	return before == ' ' ? is_one_of(at(play, row, begin - 2), L" │|–") : is_one_of(before, L"<>~†&¦|│[");
}

static bool
figure_whole(struct play *play, bool plain, int row, int column)
{
	bool cut = plain ? at(play, row, column) == '.' && at(play, row, column + 1) == '.'
			 : at(play, row, column) == L'…';
	return !cut || !is_digit(at(play, row, column - 1)) ||
		!is_figure(play, row, figure_begin(play, row, column), column) ||
		fault(play, "a figure is cut at %d,%d", row + 1, column + 1);
}

/* The first fault of a kind speaks for the others. */
static bool
each_cell(struct play *play, bool plain, bool (*holds)(struct play *play, bool plain, int row, int column))
{
	for (int row = 0; row < play->terminal.rows; row++)
		for (int column = 0; column < play->terminal.columns; column++)
			if (!holds(play, plain, row, column))
				return false;
	return true;
}

/* The lines of a box around the cursor, from the one corner to the other. */
static bool
has_sides(const struct play *play, int top, int left, int right, int row)
{
	for (int side = top + 1; side < play->terminal.rows; side++) {
		if (is_one_of(at(play, side, left), L"└+") && is_one_of(at(play, side, right), L"┘+"))
			return side > row;
		if (!is_one_of(at(play, side, left), L"│|") || !is_one_of(at(play, side, right), L"│|▲▼^v"))
			return false;
	}
	return false;
}

static bool
cursor_in_box(const struct play *play)
{
	VTermPos cursor = terminal_cursor(&play->terminal);
	for (int top = cursor.row - 1; top >= 0; top--)
		for (int left = 0; left < cursor.col; left++) {
			if (!is_one_of(at(play, top, left), L"┌+") || !is_one_of(at(play, top, left + 1), L"─-"))
				continue;
			for (int right = cursor.col + 1; right < play->terminal.columns; right++)
				if (is_one_of(at(play, top, right), L"┐+") &&
					has_sides(play, top, left, right, cursor.row))
					return true;
		}
	return false;
}

/* The box of a cell that is edited lies over a screen with tabs; a form has none. */
static bool
cursor_in_cell(const struct play *play)
{
	VTermPos cursor = terminal_cursor(&play->terminal);
	struct str tabs = { 0 };
	int column = cursor.col;
	terminal_row(&play->terminal, 1, &tabs);
	while (tabs.length && column > 0 && at(play, cursor.row, column) != '[')
		column--;
	bool inside = tabs.length && column > 0;
	str_release(&tabs);
	return inside;
}

/* Each hint is keys, a blank, words; two blanks part them.  A box lists its own keys, a screen the menu's or the help's. */
static bool
hints_good(struct play *play)
{
	struct str row = { 0 };
	terminal_row(&play->terminal, play->terminal.rows - 1, &row);
	char *text = str_take(&row);
	bool good = *text || fault(play, "there are no hints"), halves = false, leads_on = false;
	if (strstr(text, "…") || strstr(text, ".."))
		good = fault(play, "a hint is cut");
	for (char *hint = text, *end; *hint; hint = end) {
		hint += strspn(hint, " ");
		end = strstr(hint, "  ");
		end = end ? end : hint + strlen(hint);
		leads_on |= text_starts(hint, "F9 ") || text_starts(hint, "F1 ");
		char *blank = memchr(hint, ' ', (size_t)(end - hint));
		halves |= *hint && !blank;
	}
	if (halves)
		good = fault(play, "a hint has keys or words, not both");
	if (!leads_on && !cursor_in_box(play) && !cursor_in_cell(play))
		good = fault(play, "the hints name neither F9 nor F1");
	free(text);
	return good;
}

/* In the body, or as a field or cell in the cursor's own row; the third row is the box of the filter. */
static bool
has_focus_mark(const struct play *play, bool plain, int cursor_row)
{
	if (cursor_row == 2)
		return true;
	for (int row = 1; row < play->terminal.rows - 2; row++)
		for (int column = 0; column < play->terminal.columns; column++) {
			uint32_t code = at(play, row, column);
			if (row == cursor_row && code == '[')
				return true;
			if (row >= 3 && !plain && code == L'►')
				return true;
			/* ">6.500" is a figure. */
			if (row >= 3 && plain && code == '>' && (column == 0 || !is_digit(at(play, row, column + 1))))
				return true;
		}
	return false;
}

static bool
focus_seen(struct play *play, bool plain)
{
	VTermPos cursor = terminal_cursor(&play->terminal);
	if (!play->terminal.cursor_visible)
		return fault(play, "the cursor is hidden");
	if (cursor.row == 0 || cursor.row >= play->terminal.rows - 1)
		return fault(play, "the cursor stands at %d,%d, outside of what can be chosen", cursor.row + 1,
			cursor.col + 1);
	return has_focus_mark(play, plain, cursor.row) || fault(play, "nothing marks what has the focus");
}

bool
look_rules(struct play *play, bool plain)
{
	bool good = each_cell(play, plain, sign_known);
	good = each_cell(play, plain, figure_whole) && good;
	if (plain && play->terminal.high > PROBE_BYTES)
		good = fault(play, "letters are sent that this terminal does not have");
	if (play->terminal.rows < SMALLEST_ROWS || play->terminal.columns < SMALLEST_COLUMNS)
		return good;
	good = hints_good(play) && good;
	return focus_seen(play, plain) && good;
}

bool
look_colourless(struct play *play)
{
	for (int row = 0; row < play->terminal.rows; row++)
		for (int column = 0; column < play->terminal.columns; column++) {
			VTermScreenCell cell = terminal_cell(&play->terminal, row, column);
			if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return fault(play, "the cell at %d,%d has a colour", row + 1, column + 1);
		}
	return true;
}
