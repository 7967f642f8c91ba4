#include "look.h"
#include "base/mem.h"
#include "playing.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOOKS_MOST = 32, ROWS_USUAL = 24, COLUMNS_USUAL = 80, ROWS_LEAST = 15, COLUMNS_LEAST = 60 };

struct look {
	size_t line;
	int rows, columns;
	bool plain, english;
	char *hints; /* as drawn in the last row */
};
struct looks {
	const struct play_options *options;
	struct str *report;
	struct script script;
	struct look items[LOOKS_MOST];
	size_t count;
};
/* How a look is played. */
struct manner {
	const char *variable;          /* NAME=VALUE; NULL: the environment as it is */
	bool colourless, shows_cursor; /* the terminal cannot hide its cursor */
};

static bool
refuse(struct looks *looks, size_t line, const char *sentence)
{
	str_add_format(looks->report, "  line %zu: %s\n", line + 1, sentence);
	return false;
}

/* ---- reading ---- */

static bool
read_word(struct look *look, const char *word)
{
	char rest;
	if (text_equal(word, "plain"))
		look->plain = true;
	else if (text_equal(word, "english"))
		look->english = true;
	else
		return sscanf(word, "%dx%d%c", &look->columns, &look->rows, &rest) == 2 && look->rows >= 1 &&
			look->rows <= ROWS_MOST && look->columns >= 1 && look->columns <= COLUMNS_MOST;
	return true;
}

static const struct look *
find_look(const struct looks *looks, const struct look *like)
{
	for (size_t i = 0; i < looks->count; i++) {
		const struct look *look = &looks->items[i];
		if (look->rows == like->rows && look->columns == like->columns && look->plain == like->plain &&
			look->english == like->english)
			return look;
	}
	return NULL;
}

static bool
read_look(struct looks *looks, size_t line)
{
	struct look look = { .line = line, .rows = ROWS_USUAL, .columns = COLUMNS_USUAL };
	char *words = mem_copy_text(looks->script.lines[line]), *state = NULL;
	bool known = true;
	strtok_r(words, " ", &state);
	for (char *word = strtok_r(NULL, " ", &state); known && word; word = strtok_r(NULL, " ", &state))
		known = read_word(&look, word);
	free(words);
	if (!known)
		return refuse(looks, line, "look knows plain, english and COLUMNSxROWS");
	if (find_look(looks, &look))
		return refuse(looks, line, "this look is there twice");
	if (looks->count == LOOKS_MOST)
		return refuse(looks, line, "too many looks");
	looks->items[looks->count++] = look;
	return true;
}

static bool
is_small(const struct look *look)
{
	return look->rows < ROWS_LEAST || look->columns < COLUMNS_LEAST;
}

/* A screen has been looked at when these were; only the sentence of a window that is too small needs no more. */
static bool
check_complete(struct looks *looks)
{
	static const struct look needed[] = {
		{ .rows = 24, .columns = 80 },
		{ .rows = 15, .columns = 60 },
		{ .rows = 36, .columns = 120 },
		{ .rows = 24, .columns = 80, .plain = true },
		{ .rows = 24, .columns = 80, .english = true },
	};
	bool small = looks->count > 0, complete = true;
	for (size_t i = 0; i < looks->count; i++)
		small = small && is_small(&looks->items[i]);
	for (size_t i = 0; !small && i < ARRAY_COUNT(needed); i++)
		if (!find_look(looks, &needed[i])) {
			str_add_format(looks->report, "  there is no look%s%s %dx%d\n",
				needed[i].english ? " english" : "", needed[i].plain ? " plain" : "", needed[i].columns,
				needed[i].rows);
			complete = false;
		}
	return complete;
}

static bool
read_looks(struct looks *looks, const char *path)
{
	bool good = script_read(&looks->script, path, looks->report);
	for (size_t i = 0; good && i < looks->script.count; i++)
		if (text_starts(looks->script.lines[i], "look "))
			good = read_look(looks, i);
	return good;
}

/* ---- the way there ---- */

/* The same keys must lead there in each size and terminal; words that differ between the languages say whose they are. */
static bool
may_lead(const char *line)
{
	static const char *const directives[] = { "book ", "env ", "now ", "user ", "setup ", "run ", "start", "keys ",
		"bytes ", "settle", "signal ", "expect-signal ", "expect-exit " };
	for (size_t i = 0; i < ARRAY_COUNT(directives); i++)
		if (text_starts(line, directives[i]))
			return true;
	return false;
}

/* A line of the way: the screen says what terminal it is on, so that it reads otherwise on another. */
static const char tells_terminal[] = "tells-terminal";

static bool
tells(const struct looks *looks)
{
	for (size_t i = 0; i < looks->items[0].line; i++)
		if (text_equal(looks->script.lines[i], tells_terminal))
			return true;
	return false;
}

static bool
has_drawn(struct play *play, const void *what)
{
	(void)what;
	return play->terminal.bytes > 0;
}

/* A way begins on the first screen. */
static bool
go_on(struct play *play, const char *line)
{
	if (!play_directive(play, line))
		return false;
	return !text_starts(line, "start") ||
		(await(play, has_drawn, NULL, play->options->timeout) && do_settle(play, ""));
}

static bool
go_there(struct play *play, const struct look *look)
{
	static const char *const languages[] = { "vietnamese ", "english " };
	for (play->line = 0; !text_starts(play->script->lines[play->line], "look "); play->line++) {
		const char *line = play->script->lines[play->line];
		line += strspn(line, " \t");
		if (!*line || *line == '#' || text_equal(line, tells_terminal) ||
			text_starts(line, languages[!look->english]))
			continue;
		if (text_starts(line, languages[look->english]))
			line += strlen(languages[look->english]);
		if (!may_lead(line))
			return fault(play, "does not lead to every look alike: %s", line);
		if (!go_on(play, line))
			return false;
	}
	return do_settle(play, "");
}

/* ---- what is seen there ---- */

static bool
compare_cursor(struct play *play)
{
	static const char name[] = "cursor ";
	const struct script *script = play->script;
	if (++play->line < script->count && text_starts(script->lines[play->line], name))
		return do_cursor(play, script->lines[play->line] + strlen(name));
	if (!play->options->update)
		return fault(play, "no cursor follows the rows");
	write_cursor(play, play->line, 0);
	return true;
}

static bool
expects_no_cursor(const struct play *play)
{
	const struct script *script = play->script;
	return play->line + 1 < script->count && text_equal(script->lines[play->line + 1], "cursor off");
}

static const char but[] = "but ";

/* Among the lines `but SENTENCE` from line on there is this sentence. */
static bool
is_admitted(const struct script *script, size_t line, const char *sentence, size_t length)
{
	for (; line < script->count && text_starts(script->lines[line], but); line++) {
		const char *text = script->lines[line] + sizeof but - 1;
		if (strlen(text) == length && strncmp(text, sentence, length) == 0)
			return true;
	}
	return false;
}

/* What is admitted and no longer so goes; when nothing may be rewritten, that is a fault too. */
static bool
check_admitted(struct looks *looks, size_t line, const char *faults)
{
	bool good = true;
	for (; line < looks->script.count && text_starts(looks->script.lines[line], but); line++) {
		struct str end = { 0 }, nothing = { 0 };
		str_add_format(&end, ": %s\n", looks->script.lines[line] + sizeof but - 1);
		bool stands = strstr(faults, str_text(&end)) != NULL;
		if (!stands && looks->options->update)
			script_replace(&looks->script, line, 1, &nothing);
		else if (!stands)
			good = refuse(looks, line, "this is no longer so");
		str_release(&end);
	}
	return good;
}

/* The faults must be those that the lines after the cursor admit.  None is ever added. */
static bool
weigh_faults(struct looks *looks, const struct play *play, const char *faults)
{
	size_t line = play->line + 1;
	bool good = check_admitted(looks, line, faults);
	for (const char *fault = faults, *end; !looks->options->update && *fault; fault = end + 1) {
		end = fault + strcspn(fault, "\n");
		const char *sentence = strstr(fault, ": ") + 2;
		if (is_admitted(&looks->script, line, sentence, (size_t)(end - sentence)))
			continue;
		str_add(looks->report, fault, (size_t)(end - fault) + 1);
		good = false;
	}
	return good;
}

static bool
hold_to_rules(struct looks *looks, struct look *look, struct play *play)
{
	struct str faults = { 0 }, hints = { 0 };
	terminal_row(&play->terminal, look->rows - 1, &hints);
	free(look->hints);
	look->hints = str_take(&hints);
	play->report = &faults;
	look_rules(play, look->plain);
	play->report = looks->report;
	bool good = weigh_faults(looks, play, str_text(&faults));
	str_release(&faults);
	return good;
}

static bool
look_once(struct looks *looks, struct look *look, const struct manner *manner)
{
	struct play play;
	bool good = play_begin(&play, looks->options, &looks->script, looks->report);
	play.line = look->line;
	play.launch.rows = look->rows;
	play.launch.columns = look->columns;
	play.launch.utf8 = !look->plain;
	good = good && (!look->english || do_env(&play, "THIDUA_LANG=en")) &&
		(!manner->variable || do_env(&play, manner->variable)) && go_there(&play, look);
	play.line = good ? look->line : play.line;
	bool differs = manner->variable && tells(looks);
	good = good && (differs || do_screen(&play, ""));
	bool hides = differs || (manner->shows_cursor && expects_no_cursor(&play));
	good = good && (hides || compare_cursor(&play)) && (!manner->colourless || look_colourless(&play)) &&
		(hides || hold_to_rules(looks, look, &play));
	if (!good)
		str_add_format(looks->report, "  in the %s%s%s\n", looks->script.lines[look->line],
			manner->variable ? " with " : "", manner->variable ? manner->variable : "");
	return play_end(&play) && good;
}

/* The usual look must come without colours too, and where the terminal has none. */
static bool
look_at(struct looks *looks, struct look *look)
{
	static const struct manner manners[] = { { .variable = NULL }, { "NO_COLOR=1", .colourless = true },
		{ "TERM=vt100", .colourless = true, .shows_cursor = true } };
	bool usual = look->rows == ROWS_USUAL && look->columns == COLUMNS_USUAL && !look->plain && !look->english;
	size_t count = usual && !looks->options->update ? ARRAY_COUNT(manners) : 1;
	for (size_t i = 0; i < count; i++)
		if (!look_once(looks, look, &manners[i]))
			return false;
	return true;
}

/* The last hint in the row, as it stands there. */
static const char *
last_hint(const char *hints)
{
	const char *last = hints;
	for (const char *next = hints; (next = strstr(next, "  ")); next += 2)
		last = next + 2;
	return last;
}

static bool
fills_row(const struct look *look)
{
	size_t width = 0;
	for (const char *byte = look->hints; *byte; byte++)
		width += (*byte & 0xC0) != 0x80;
	return width >= (size_t)look->columns;
}

static bool
shows_hint(const struct look *look, const char *hint)
{
	const char *there = strstr(look->hints, hint);
	return there && !fills_row(look) && strchr(" ", there[strlen(hint)]);
}

/* A hint that ends in the last column may have lost letters: a wider look, if there is one, must show it whole. */
static bool
check_hint(struct looks *looks, const struct look *look)
{
	bool wider_looks = false;
	if (is_small(look) || !fills_row(look))
		return true;
	for (size_t i = 0; i < looks->count; i++) {
		const struct look *wider = &looks->items[i];
		if (wider->columns <= look->columns || wider->english != look->english || wider->plain != look->plain)
			continue;
		if (shows_hint(wider, last_hint(look->hints)))
			return true;
		wider_looks = true;
	}
	return !wider_looks ||
		refuse(looks, look->line, "the hints fill their row, and no wider look shows the last one whole");
}

static void
release(struct looks *looks)
{
	for (size_t i = 0; i < looks->count; i++)
		free(looks->items[i].hints);
	script_release(&looks->script);
}

static bool
look_at_all(const char *path, const struct play_options *options, struct str *report)
{
	struct looks looks = { .options = options, .report = report };
	bool good = read_looks(&looks, path), seen = good;
	for (size_t i = 0; seen && i < looks.count; i++)
		good = look_at(&looks, &looks.items[i]) && good;
	for (size_t i = 0; good && !options->update && i < looks.count; i++)
		good = check_hint(&looks, &looks.items[i]);
	if (good && looks.script.rewrite_count)
		good = script_write(&looks.script, path, report);
	good = check_complete(&looks) && good;
	release(&looks);
	return good;
}

/* What was written down is played once more, so that the rules are held up to it too. */
bool
play_looks(const char *path, const struct play_options *options, struct str *report)
{
	struct play_options compare = *options;
	compare.update = false;
	return (!options->update || look_at_all(path, options, report)) && look_at_all(path, &compare, report);
}
