#include "base/mem.h"
#include "keys.h"
#include "playing.h"
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longer than a program waits for the rest of a key after ESC, shorter than a person needs for the next key. */
enum { ESCAPE_PAUSE = 150 };

/* The words of arguments after the program and its wrapper, parted at blanks ("…" keeps them together). */
static bool
split_arguments(struct play *play, const char *arguments, char **words, size_t most)
{
	size_t count = 0;
	for (const char *const *word = play->options->wrapper; word && *word; word++)
		words[count++] = mem_copy_text(*word);
	words[count++] = mem_copy_text(play->options->program);
	for (const char *at = arguments + strspn(arguments, " "); *at; at += strspn(at, " ")) {
		bool quoted = *at == '"';
		at += quoted;
		size_t length = strcspn(at, quoted ? "\"" : " ");
		if (count + 1 >= most || (quoted && !at[length]))
			return fault(play, "start: too many words, or a quote is not closed");
		words[count++] = mem_copy_bytes(at, length);
		at += length + quoted;
	}
	return true;
}

bool
do_start(struct play *play, const char *arguments)
{
	if (play->terminal.child && !play->terminal.ended)
		return fault(play, "the program still runs");
	char *words[64] = { NULL };
	struct str sentence = { 0 };
	play->launch.arguments = words;
	play->launch.environment = play->environment;
	play->launch.directory = play->home;
	bool started = split_arguments(play, arguments, words, ARRAY_COUNT(words));
	if (started && !terminal_start(&play->terminal, &play->launch, &sentence))
		started = fault(play, "%s", str_text(&sentence));
	for (char **word = words; *word; word++)
		free(*word);
	str_release(&sentence);
	play->launch.arguments = NULL;
	play->bytes_before = play->writes_before = 0;
	return started;
}

static bool
send_bytes(struct play *play, const char *bytes, size_t length)
{
	size_t step = play->slow ? 1 : length;
	for (size_t at = 0; at < length; at += step) {
		if (at)
			pause_for(play, play->slow);
		if (!terminal_send(&play->terminal, bytes + at, step)) {
			fault(play, "nobody reads the keys");
			report_screen(play);
			return false;
		}
	}
	return true;
}

static void
mark_sending(struct play *play)
{
	pause_for(play, play->escape_sent + ESCAPE_PAUSE - clock_now());
	play->bytes_before = play->terminal.bytes;
	play->writes_before = terminal_writes(&play->terminal);
}

bool
do_keys(struct play *play, const char *arguments)
{
	struct strokes strokes = { 0 };
	struct str sentence = { 0 };
	bool sent = has_started(play);
	if (sent && !keys_parse(&strokes, arguments, play->term, &sentence))
		sent = fault(play, "%s", str_text(&sentence));
	play->pressed += strokes.pressed;
	for (size_t i = 0; sent && i < strokes.count; i++) {
		mark_sending(play);
		sent = send_bytes(play, strokes.items[i].bytes.bytes, strokes.items[i].bytes.length);
		if (strokes.items[i].lone_escape)
			play->escape_sent = clock_now();
	}
	strokes_release(&strokes);
	str_release(&sentence);
	return sent;
}

bool
do_count_keys(struct play *play, const char *arguments)
{
	play->pressed = 0;
	return !*arguments || fault(play, "count-keys says nothing more");
}

bool
do_keys_at_most(struct play *play, const char *arguments)
{
	int most = atoi(arguments);
	if (!isdigit((unsigned char)*arguments))
		return fault(play, "keys-at-most wants a number");
	return play->pressed <= most || fault(play, "%d keys were pressed, %d are enough", play->pressed, most);
}

bool
do_bytes(struct play *play, const char *arguments)
{
	struct str bytes = { 0 }, sentence = { 0 };
	bool sent = has_started(play);
	if (sent && !bytes_parse(&bytes, arguments, &sentence))
		sent = fault(play, "%s", str_text(&sentence));
	if (sent) {
		mark_sending(play);
		sent = send_bytes(play, str_text(&bytes), bytes.length);
	}
	str_release(&bytes);
	str_release(&sentence);
	return sent;
}

/* A terminal that reports the mouse does so as SGR: pressed, let go. */
static bool
send_mouse(struct play *play, int button, int row, int column)
{
	struct str bytes = { 0 };
	if (!play->terminal.mouse)
		return fault(play, "the program has not asked for the mouse");
	str_add_format(&bytes, "\033[<%d;%d;%dM", button, column, row);
	if (!button)
		str_add_format(&bytes, "\033[<%d;%d;%dm", button, column, row);
	mark_sending(play);
	bool sent = send_bytes(play, str_text(&bytes), bytes.length);
	str_release(&bytes);
	return sent;
}

bool
do_click(struct play *play, const char *arguments)
{
	int row, column;
	char rest;
	if (!has_started(play))
		return false;
	if (sscanf(arguments, "%d,%d %c", &row, &column, &rest) != 2)
		return fault(play, "click wants ROW,COLUMN");
	return send_mouse(play, 0, row, column);
}

bool
do_wheel(struct play *play, const char *arguments)
{
	bool up = text_equal(arguments, "up");
	if (!has_started(play))
		return false;
	if (!up && !text_equal(arguments, "down"))
		return fault(play, "wheel wants up or down");
	return send_mouse(play, up ? 64 : 65, 1, 1);
}

bool
do_slow(struct play *play, const char *arguments)
{
	play->slow = atoi(arguments);
	return isdigit((unsigned char)*arguments) || fault(play, "slow wants milliseconds");
}

/* For a screen that no text tells from the one before it. */
bool
do_settle(struct play *play, const char *arguments)
{
	if (*arguments)
		return fault(play, "settle stands alone");
	if (!has_started(play))
		return false;
	pause_for(play, play->escape_sent + ESCAPE_PAUSE - clock_now());
	if (await_settled(play))
		return true;
	fault(play, "the program does not come to rest");
	report_screen(play);
	return false;
}

static const struct {
	const char *name;
	int number;
} signals[] = { { "HUP", SIGHUP }, { "INT", SIGINT }, { "QUIT", SIGQUIT }, { "TERM", SIGTERM }, { "KILL", SIGKILL },
	{ "TSTP", SIGTSTP }, { "STOP", SIGSTOP }, { "CONT", SIGCONT }, { "WINCH", SIGWINCH }, { "USR1", SIGUSR1 } };

int
signal_number(const char *name)
{
	for (size_t i = 0; i < ARRAY_COUNT(signals); i++)
		if (text_equal(name, signals[i].name))
			return signals[i].number;
	return 0;
}

bool
do_signal(struct play *play, const char *arguments)
{
	int number = signal_number(arguments);
	if (!number)
		return fault(play, "there is no signal %s", arguments);
	if (!has_started(play))
		return false;
	return kill(play->terminal.child, number) == 0 || fault(play, "the program is gone");
}
