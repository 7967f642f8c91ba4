#include "base/mem.h"
#include "keys.h"
#include "playing.h"
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* No output for so long counts as a finished screen when expectations are rewritten. */
enum { UPDATE_QUIET = 400 };

static bool
is_row(const char *line)
{
	return isdigit((unsigned char)line[0]) && isdigit((unsigned char)line[1]) &&
		(line[2] == '|' || (isdigit((unsigned char)line[2]) && line[3] == '|'));
}

/* The rows that a script lists under a screen; not listed is empty. */
struct drawn {
	const char *rows[ROWS_MOST];
};

static bool
row_equal(const struct play *play, int row, const char *expected)
{
	struct str actual = { 0 };
	terminal_row(&play->terminal, row, &actual);
	size_t length = expected ? strlen(expected) : 0;
	while (length && expected[length - 1] == ' ')
		length--;
	bool equal = actual.length == length && (!length || memcmp(actual.bytes, expected, length) == 0);
	str_release(&actual);
	return equal;
}

static bool
screen_equal(struct play *play, const void *what)
{
	const struct drawn *drawn = what;
	for (int i = 0; i < ROWS_MOST; i++)
		if (i < play->terminal.rows ? !row_equal(play, i, drawn->rows[i]) : drawn->rows[i] != NULL)
			return false;
	return true;
}

static int
first_difference(const char *a, const char *b)
{
	int column = 1;
	for (size_t i = 0; a[i] && a[i] == b[i]; i++)
		column += (a[i + 1] & 0xC0) != 0x80;
	return column;
}

static void
report_difference(struct play *play, const struct drawn *drawn)
{
	struct str actual = { 0 };
	fault(play, "the screen is not as expected (- expected, + drawn)");
	for (int i = 0; i < ROWS_MOST; i++) {
		if (i < play->terminal.rows && row_equal(play, i, drawn->rows[i]))
			continue;
		if (i >= play->terminal.rows && !drawn->rows[i])
			continue;
		const char *expected = drawn->rows[i] ? drawn->rows[i] : "";
		str_clear(&actual);
		if (i < play->terminal.rows)
			terminal_row(&play->terminal, i, &actual);
		str_add_format(play->report, "    %02d-%s\n    %02d+%s\n", i + 1, expected, i + 1, str_text(&actual));
		str_add_format(play->report, "      %*s (column %d)\n", first_difference(expected, str_text(&actual)),
			"^", first_difference(expected, str_text(&actual)));
	}
	str_release(&actual);
	report_screen(play);
}

static bool
has_drawn(struct play *play, const void *what)
{
	(void)what;
	return play->terminal.bytes > 0;
}

/* When expectations are rewritten nothing says what to wait for but silence. */
static void
await_finished(struct play *play)
{
	await(play, has_drawn, NULL, play->options->timeout);
	await_quiet(play, UPDATE_QUIET);
}

/* After the screen is drawn nothing may have put the keypad back: PuTTY's then types no digits. */
bool
do_keypad(struct play *play, const char *arguments)
{
	if (!text_equal(arguments, "numeric"))
		return fault(play, "keypad knows numeric");
	return play->terminal.keypad == '>' || fault(play, "the keypad is not numeric");
}

static bool
mouse_equal(struct play *play, const void *wanted)
{
	return play->terminal.mouse == *(const bool *)wanted;
}

bool
do_mouse(struct play *play, const char *arguments)
{
	bool on = text_equal(arguments, "on");
	if (!on && !text_equal(arguments, "off"))
		return fault(play, "mouse knows on and off");
	return await(play, mouse_equal, &on, play->options->timeout) ||
		fault(play, on ? "the mouse is not reported" : "the mouse is reported");
}

bool
do_screen(struct play *play, const char *arguments)
{
	struct drawn drawn = { { NULL } };
	size_t first = play->line + 1, count = 0;
	if (*arguments)
		return fault(play, "screen stands alone; its rows follow, NN|text");
	for (; first + count < play->script->count && is_row(play->script->lines[first + count]); count++) {
		const char *line = play->script->lines[first + count];
		int row = atoi(line);
		if (row < 1 || row > ROWS_MOST || drawn.rows[row - 1])
			return fault(play, "a row that cannot be, or twice: %s", line);
		drawn.rows[row - 1] = strchr(line, '|') + 1;
	}
	if (!has_started(play))
		return false;
	if (play->options->update)
		await_finished(play);
	bool equal = await(play, screen_equal, &drawn, play->options->update ? 0 : play->options->timeout);
	if (!equal && play->options->update) {
		struct str text = { 0 }, row = { 0 };
		for (int i = 0; i < play->terminal.rows; i++) {
			terminal_row(&play->terminal, i, &row);
			if (row.length)
				str_add_format(&text, "%02d|%s\n", i + 1, str_text(&row));
		}
		script_replace(play->script, first, count, &text);
		str_release(&row);
		equal = true;
	}
	if (!equal)
		report_difference(play, &drawn);
	play->line += count;
	return equal;
}

struct place {
	int row, column; /* 0,0: the cursor is hidden */
};

static bool
cursor_equal(struct play *play, const void *what)
{
	const struct place *place = what;
	VTermPos cursor = terminal_cursor(&play->terminal);
	if (!place->row)
		return !play->terminal.cursor_visible;
	return play->terminal.cursor_visible && cursor.row + 1 == place->row && cursor.col + 1 == place->column;
}

void
write_cursor(struct play *play, size_t first, size_t count)
{
	struct str text = { 0 };
	VTermPos cursor = terminal_cursor(&play->terminal);
	if (play->terminal.cursor_visible)
		str_add_format(&text, "cursor %d,%d\n", cursor.row + 1, cursor.col + 1);
	else
		str_add_text(&text, "cursor off\n");
	script_replace(play->script, first, count, &text);
}

bool
do_cursor(struct play *play, const char *arguments)
{
	struct place place = { 0 };
	char rest;
	bool update = play->options->update;
	if (!has_started(play))
		return false;
	if (sscanf(arguments, "%d,%d %c", &place.row, &place.column, &rest) != 2 && !text_equal(arguments, "off") &&
		!update)
		return fault(play, "cursor wants ROW,COLUMN or off");
	if (update)
		await_finished(play);
	if (await(play, cursor_equal, &place, update ? 0 : play->options->timeout))
		return true;
	if (update) {
		write_cursor(play, play->line, 1);
		return true;
	}
	VTermPos cursor = terminal_cursor(&play->terminal);
	fault(play, "the cursor is at %d,%d%s", cursor.row + 1, cursor.col + 1,
		play->terminal.cursor_visible ? "" : ", hidden");
	report_screen(play);
	return false;
}

static const char *const colours[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white" };

struct looks {
	int row, first, last;
	bool bold, underline, reverse;
	int colour; /* of the text: index in colours, -1: not compared */
};

static bool
cell_looks(const struct play *play, const struct looks *looks, int column)
{
	VTermScreenCell cell = terminal_cell(&play->terminal, looks->row - 1, column - 1);
	bool colour = looks->colour < 0 ||
		(VTERM_COLOR_IS_INDEXED(&cell.fg) && !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) &&
			cell.fg.indexed.idx == looks->colour);
	return colour && cell.attrs.bold == looks->bold && (cell.attrs.underline != 0) == looks->underline &&
		cell.attrs.reverse == looks->reverse;
}

static bool
all_look(struct play *play, const void *what)
{
	const struct looks *looks = what;
	for (int column = looks->first; column <= looks->last; column++)
		if (!cell_looks(play, looks, column))
			return false;
	return true;
}

static bool
add_look(struct looks *looks, const char *word)
{
	bool *flag = text_equal(word, "bold")   ? &looks->bold
		: text_equal(word, "underline") ? &looks->underline
		: text_equal(word, "reverse")   ? &looks->reverse
						: NULL;
	if (flag)
		*flag = true;
	for (int i = 0; i < (int)ARRAY_COUNT(colours); i++)
		if (text_equal(word, colours[i])) {
			looks->colour = i;
			return true;
		}
	return flag || text_equal(word, "none");
}

bool
do_attr(struct play *play, const char *arguments)
{
	struct looks looks = { .colour = -1 };
	int taken = 0;
	if (!has_started(play))
		return false;
	if (sscanf(arguments, "%d,%d-%d%n", &looks.row, &looks.first, &looks.last, &taken) != 3) {
		if (sscanf(arguments, "%d,%d%n", &looks.row, &looks.first, &taken) != 2)
			return fault(play, "attr wants ROW,COLUMN or ROW,FIRST-LAST and words");
		looks.last = looks.first;
	}
	char *words = mem_copy_text(arguments + taken), *state = NULL;
	bool known = false;
	for (char *word = strtok_r(words, " ", &state); word; word = strtok_r(NULL, " ", &state)) {
		known = add_look(&looks, word);
		if (!known)
			break;
	}
	free(words);
	if (!known)
		return fault(play, "attr knows bold, underline, reverse, none and eight colours");
	if (await(play, all_look, &looks, play->options->timeout))
		return true;
	int column = looks.first;
	while (column < looks.last && cell_looks(play, &looks, column))
		column++;
	VTermScreenCell cell = terminal_cell(&play->terminal, looks.row - 1, column - 1);
	fault(play, "the cell at %d,%d is%s%s%s%s, colour %d", looks.row, column, cell.attrs.bold ? " bold" : "",
		cell.attrs.underline ? " underline" : "", cell.attrs.reverse ? " reverse" : "",
		cell.attrs.bold || cell.attrs.underline || cell.attrs.reverse ? "" : " none",
		VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_INDEXED(&cell.fg) ? -1 : cell.fg.indexed.idx);
	report_screen(play);
	return false;
}

static bool
shows_text(struct play *play, const void *what)
{
	struct str row = { 0 };
	bool found = false;
	for (int i = 0; !found && i < play->terminal.rows; i++) {
		terminal_row(&play->terminal, i, &row);
		found = strstr(str_text(&row), what) != NULL;
	}
	str_release(&row);
	return found;
}

/* wait-text and no-text: the second looks at the screen as it is after what the case has waited for. */
static bool
do_text(struct play *play, const char *arguments, bool wanted)
{
	struct str text = { 0 }, sentence = { 0 };
	bool done = has_started(play);
	if (done && (!bytes_parse(&text, arguments, &sentence) || !text.length))
		done = fault(play, "wants a text in quotes");
	if (done &&
		(wanted ? !await(play, shows_text, str_text(&text), play->options->timeout)
			: shows_text(play, str_text(&text)))) {
		done = fault(play, wanted ? "\"%s\" does not appear" : "\"%s\" is there", str_text(&text));
		report_screen(play);
	}
	str_release(&text);
	str_release(&sentence);
	return done;
}

bool
do_wait_text(struct play *play, const char *arguments)
{
	return do_text(play, arguments, true);
}

bool
do_no_text(struct play *play, const char *arguments)
{
	return do_text(play, arguments, false);
}

static bool
has_ended(struct play *play, const void *what)
{
	(void)what;
	return play->terminal.ended;
}

static bool
await_end(struct play *play)
{
	if (!has_started(play))
		return false;
	if (await(play, has_ended, NULL, play->options->timeout)) {
		await_quiet(play, 0);
		return true;
	}
	fault(play, "the program does not end");
	report_screen(play);
	return false;
}

bool
do_expect_exit(struct play *play, const char *arguments)
{
	if (!isdigit((unsigned char)*arguments))
		return fault(play, "expect-exit wants a status");
	if (!await_end(play))
		return false;
	int status = play->terminal.status;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != atoi(arguments)) {
		fault(play, "the program did not end with %s", arguments);
		report_screen(play);
		return false;
	}
	const char *left = terminal_left_behind(&play->terminal);
	return !left || fault(play, "after the end %s", left);
}

bool
do_expect_signal(struct play *play, const char *arguments)
{
	int number = signal_number(arguments);
	if (!number)
		return fault(play, "there is no signal %s", arguments);
	if (!await_end(play))
		return false;
	int status = play->terminal.status;
	if (WIFSIGNALED(status) && WTERMSIG(status) == number)
		return true;
	fault(play, "the program was not killed by %s", arguments);
	report_end(play);
	return false;
}

bool
do_hang_up(struct play *play, const char *arguments)
{
	if (*arguments)
		return fault(play, "hang-up stands alone");
	if (!has_started(play))
		return false;
	terminal_hang_up(&play->terminal);
	if (await(play, has_ended, NULL, play->options->timeout))
		return true;
	return fault(play, "the program does not end when its terminal is gone");
}

bool
do_bytes_at_most(struct play *play, const char *arguments)
{
	if (!has_started(play))
		return false;
	await_quiet(play, 50);
	long long bytes = play->terminal.bytes - play->bytes_before;
	return bytes <= atoll(arguments) || fault(play, "%lld bytes were drawn", bytes);
}

bool
do_writes_at_most(struct play *play, const char *arguments)
{
	if (!has_started(play))
		return false;
	await_quiet(play, 50);
	long long writes = terminal_writes(&play->terminal);
	if (writes < 0 || play->writes_before < 0)
		return fault(play, "the system does not count writes");
	return writes - play->writes_before <= atoll(arguments) ||
		fault(play, "%lld writes were made", writes - play->writes_before);
}
