#include "play.h"
#include "base/file.h"
#include "base/mem.h"
#include "playing.h"
#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

/* Milliseconds without a stir: longer than the bytes of a key need through the pty. */
enum { SETTLED = 20 };

int64_t
clock_now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool
fault(struct play *play, const char *format, ...)
{
	va_list args;
	char sentence[1024];
	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	str_add_format(play->report, "  line %zu: %s\n", play->line + 1, sentence);
	return false;
}

/* Draws what comes until seen() is content; false after the time of patience, or when no more can come. */
bool
await(struct play *play, bool (*seen)(struct play *, const void *), const void *what, int patience)
{
	int64_t end = clock_now() + patience;
	for (;;) {
		if (seen(play, what))
			return true;
		int64_t left = end - clock_now();
		if (left <= 0)
			return false;
		if (!terminal_poll(&play->terminal, left < 20 ? (int)left : 20) && play->terminal.ended)
			return seen(play, what);
	}
}

void
await_quiet(struct play *play, int quiet)
{
	while (terminal_poll(&play->terminal, quiet))
		;
}

bool
await_settled(struct play *play)
{
	int64_t end = clock_now() + play->options->timeout, still = clock_now();
	while (clock_now() < still + SETTLED) {
		if (terminal_poll(&play->terminal, 5) || !terminal_idle(&play->terminal))
			still = clock_now();
		if (clock_now() >= end)
			return false;
	}
	return true;
}

void
pause_for(struct play *play, int64_t milliseconds)
{
	int64_t end = clock_now() + milliseconds;
	for (int64_t left = milliseconds; left > 0; left = end - clock_now())
		if (!terminal_poll(&play->terminal, (int)left) && play->terminal.ended)
			return;
}

bool
has_started(struct play *play)
{
	return play->terminal.vterm || fault(play, "nothing has been started");
}

void
report_end(struct play *play)
{
	if (!play->terminal.ended)
		return;
	int status = play->terminal.status;
	if (WIFSIGNALED(status))
		str_add_format(play->report, "  the program was killed by signal %d (%s)\n", WTERMSIG(status),
			strsignal(WTERMSIG(status)));
	else
		str_add_format(play->report, "  the program has ended with status %d\n", WEXITSTATUS(status));
}

void
report_screen(struct play *play)
{
	struct str row = { 0 };
	str_add_text(play->report, "  the screen:\n");
	for (int i = 0; i < play->terminal.rows; i++) {
		terminal_row(&play->terminal, i, &row);
		if (row.length)
			str_add_format(play->report, "    %02d|%s\n", i + 1, str_text(&row));
	}
	VTermPos cursor = terminal_cursor(&play->terminal);
	str_add_format(play->report, "    cursor %d,%d\n", cursor.row + 1, cursor.col + 1);
	report_end(play);
	str_release(&row);
}

static const struct directive {
	const char *name;
	bool (*perform)(struct play *play, const char *arguments);
} directives[] = {
	{ "size", do_size },
	{ "term", do_term },
	{ "env", do_env },
	{ "now", do_now },
	{ "utf8", do_utf8 },
	{ "answers", do_answers },
	{ "book", do_book },
	{ "user", do_user },
	{ "start", do_start },
	{ "keys", do_keys },
	{ "bytes", do_bytes },
	{ "count-keys", do_count_keys },
	{ "keys-at-most", do_keys_at_most },
	{ "click", do_click },
	{ "wheel", do_wheel },
	{ "slow", do_slow },
	{ "settle", do_settle },
	{ "screen", do_screen },
	{ "keypad", do_keypad },
	{ "mouse", do_mouse },
	{ "cursor", do_cursor },
	{ "attr", do_attr },
	{ "wait-text", do_wait_text },
	{ "no-text", do_no_text },
	{ "expect-exit", do_expect_exit },
	{ "signal", do_signal },
	{ "expect-signal", do_expect_signal },
	{ "hang-up", do_hang_up },
	{ "bytes-at-most", do_bytes_at_most },
	{ "writes-at-most", do_writes_at_most },
	{ "run", do_run },
	{ "setup", do_setup },
};

bool
play_directive(struct play *play, const char *line)
{
	size_t length = strcspn(line, " \t");
	for (size_t i = 0; i < ARRAY_COUNT(directives); i++)
		if (strlen(directives[i].name) == length && strncmp(line, directives[i].name, length) == 0)
			return directives[i].perform(play, line + length + strspn(line + length, " \t"));
	return fault(play, "not a directive: %s", line);
}

/* False when a sanitizer or valgrind has written something. */
static bool
check_sanitizers(struct play *play)
{
	char pattern[PATH_MAX];
	glob_t found = { 0 };
	snprintf(pattern, sizeof pattern, "%s/sanitizer*", play->home);
	bool clean = true;
	glob(pattern, 0, NULL, &found);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct str text = { 0 };
		struct err err = { 0 };
		clean = file_read(&text, found.gl_pathv[i], CASE_BYTES_MOST, &err) && !text.length && clean;
		str_add_text(play->report, str_text(&text));
		str_release(&text);
		err_release(&err);
	}
	globfree(&found);
	return clean;
}

static bool
perform_all(struct play *play)
{
	bool asserted = false;
	for (play->line = 0; play->line < play->script->count; play->line++) {
		const char *line = play->script->lines[play->line];
		line += strspn(line, " \t");
		if (!*line || *line == '#')
			continue;
		asserted |= text_starts(line, "screen") || text_starts(line, "expect-") ||
			text_starts(line, "wait-text") || text_starts(line, "attr") || text_starts(line, "cursor") ||
			text_starts(line, "run") || text_starts(line, "hang-up");
		if (!play_directive(play, line))
			return false;
	}
	if (!asserted)
		str_add_text(play->report, "  the case expects nothing\n");
	return asserted;
}

bool
play_begin(struct play *play, const struct play_options *options, struct script *script, struct str *report)
{
	struct str home = { 0 };
	str_add_format(&home, "%s/case-XXXXXX", options->top);
	*play = (struct play){
		.options = options,
		.report = report,
		.script = script,
		.home = str_take(&home),
		.term = mem_copy_text("xterm-256color"),
		.launch = { .rows = 24, .columns = 80, .utf8 = true, .answers = true },
		.terminal = { .pty = -1 },
	};
	if (!mkdtemp(play->home))
		return fault(play, "%s: %s", play->home, strerror(errno));
	set_clean_environment(play);
	return true;
}

bool
play_end(struct play *play)
{
	terminal_close(&play->terminal);
	bool clean = check_sanitizers(play);
	for (size_t i = 0; i < play->environment_count; i++)
		free(play->environment[i]);
	free(play->environment);
	free(play->home);
	free(play->term);
	return clean;
}

bool
play_case(const char *path, const struct play_options *options, struct str *report)
{
	struct script script = { 0 };
	bool passed = script_read(&script, path, report);
	if (passed) {
		struct play play;
		passed = play_begin(&play, options, &script, report) && perform_all(&play);
		passed = play_end(&play) && passed;
	}
	if (passed && script.rewrite_count)
		passed = script_write(&script, path, report);
	script_release(&script);
	return passed;
}
