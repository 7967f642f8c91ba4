#include "base/file.h"
#include "base/mem.h"
#include "playing.h"
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <inttypes.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char default_now[] = "2024-12-20 09:12";

static void
set_variable(struct play *play, const char *variable)
{
	size_t name = strcspn(variable, "=") + 1;
	for (size_t i = 0; i < play->environment_count; i++)
		if (strncmp(play->environment[i], variable, name) == 0) {
			free(play->environment[i]);
			play->environment[i] = mem_copy_text(variable);
			return;
		}
	play->environment = mem_resize(play->environment, play->environment_count + 2, sizeof *play->environment);
	play->environment[play->environment_count++] = mem_copy_text(variable);
	play->environment[play->environment_count] = NULL;
}

__attribute__((format(printf, 2, 3))) static void
set_format(struct play *play, const char *format, ...)
{
	va_list args;
	char variable[2 * PATH_MAX];
	va_start(args, format);
	vsnprintf(variable, sizeof variable, format, args);
	va_end(args);
	set_variable(play, variable);
}

/* Vietnam keeps UTC+7 all year. */
static bool
set_now(struct play *play, const char *text)
{
	struct tm time = { 0 };
	const char *end = strptime(text, "%Y-%m-%d %H:%M", &time);
	if (!end || *end)
		return false;
	set_format(play, "THIDUA_NOW=%" PRId64, ((int64_t)timegm(&time) - 7 * 3600) * 1000);
	return true;
}

void
set_clean_environment(struct play *play)
{
	set_format(play, "PATH=%s/bin:/usr/local/bin:/usr/bin:/bin", play->options->top);
	set_format(play, "HOME=%s", play->home);
	set_format(play, "TMPDIR=%s", play->home);
	set_format(play, "DATA=%s", play->options->data);
	set_format(play, "SOURCE=%s", play->options->source);
	set_variable(play, "LANG=C.UTF-8");
	set_variable(play, "TERM=xterm-256color");
	set_variable(play, "USER=hoa");
	set_variable(play, "LOGNAME=hoa");
	set_variable(play, "SHELL=/bin/sh");
	set_variable(play, "TZ=ICT-7");
	set_now(play, default_now);
	set_format(play, "ASAN_OPTIONS=log_path=%s/sanitizer", play->home);
	set_format(play, "UBSAN_OPTIONS=print_stacktrace=1:log_path=%s/sanitizer", play->home);
}

char **
play_environment(const struct play_options *options, const char *home)
{
	struct play play = { .options = options, .home = mem_copy_text(home) };
	set_clean_environment(&play);
	free(play.home);
	return play.environment;
}

static bool
copy_file(struct play *play, const char *from, const char *to)
{
	struct str bytes = { 0 };
	struct err err = { 0 };
	bool done = file_read(&bytes, from, BOOK_BYTES_MOST, &err) && file_replace(to, bytes.bytes, bytes.length, &err);
	if (!done)
		fault(play, "%s", err.text);
	str_release(&bytes);
	err_release(&err);
	return done;
}

/* A book and what it has not yet taken over from its write-ahead log. */
static bool
copy_book(struct play *play, const char *from)
{
	char path[PATH_MAX], log[PATH_MAX];
	snprintf(path, sizeof path, "%s/so.db", play->home);
	if (!copy_file(play, from, path))
		return false;
	snprintf(log, sizeof log, "%s-wal", from);
	snprintf(path, sizeof path, "%s/so.db-wal", play->home);
	if (access(log, F_OK) == 0 && !copy_file(play, log, path))
		return false;
	set_format(play, "THIDUA_BOOK=%s/so.db", play->home);
	return true;
}

bool
do_size(struct play *play, const char *arguments)
{
	int rows, columns;
	char rest;
	if (sscanf(arguments, "%d %d %c", &rows, &columns, &rest) != 2 || rows < 1 || rows > ROWS_MOST || columns < 1 ||
		columns > COLUMNS_MOST)
		return fault(play, "size wants rows and columns");
	play->launch.rows = rows;
	play->launch.columns = columns;
	if (play->terminal.vterm)
		terminal_resize(&play->terminal, rows, columns);
	return true;
}

bool
do_term(struct play *play, const char *arguments)
{
	free(play->term);
	play->term = mem_copy_text(arguments);
	set_format(play, "TERM=%s", arguments);
	return true;
}

bool
do_env(struct play *play, const char *arguments)
{
	if (!strchr(arguments, '='))
		return fault(play, "env wants NAME=VALUE");
	set_variable(play, arguments);
	return true;
}

bool
do_now(struct play *play, const char *arguments)
{
	return set_now(play, arguments) || fault(play, "now wants YYYY-MM-DD HH:MM");
}

bool
do_utf8(struct play *play, const char *arguments)
{
	play->launch.utf8 = text_equal(arguments, "on");
	return play->launch.utf8 || text_equal(arguments, "off") || fault(play, "utf8 wants on or off");
}

bool
do_answers(struct play *play, const char *arguments)
{
	play->launch.answers = text_equal(arguments, "on");
	return play->launch.answers || text_equal(arguments, "off") || fault(play, "answers wants on or off");
}

bool
do_book(struct play *play, const char *arguments)
{
	const struct play_options *options = play->options;
	if (text_equal(arguments, "example"))
		return options->example ? copy_book(play, options->example)
					: fault(play, "the example book could not be made");
	if (text_equal(arguments, "empty"))
		return options->empty ? copy_book(play, options->empty)
				      : fault(play, "an empty book could not be made");
	if (text_equal(arguments, "none"))
		return true;
	if (!text_starts(arguments, "copy "))
		return fault(play, "book wants example, empty, none or copy NAME");
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", options->data, arguments + 5);
	return copy_book(play, path);
}

static bool
give_home(struct play *play, uid_t user)
{
	char pattern[PATH_MAX];
	glob_t found = { 0 };
	snprintf(pattern, sizeof pattern, "%s/*", play->home);
	bool given = chown(play->home, user, (gid_t)user) == 0;
	if (glob(pattern, 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			given = chown(found.gl_pathv[i], user, (gid_t)user) == 0 && given;
	globfree(&found);
	return given || fault(play, "cannot give %s to another user: %s", play->home, strerror(errno));
}

/* An ordinary user already is what such a case needs. */
bool
do_user(struct play *play, const char *arguments)
{
	if (getuid() != 0)
		return true;
	const struct passwd *entry = getpwnam(arguments);
	if (!entry || !entry->pw_uid)
		return fault(play, "there is no user %s without the powers of root", arguments);
	play->launch.user = entry->pw_uid;
	return give_home(play, entry->pw_uid);
}

/* ---- commands beside the program ---- */

static pid_t
spawn_shell(struct play *play, const char *command, const char *output, uid_t user)
{
	fflush(NULL);
	pid_t child = fork();
	if (child != 0)
		return child;
	int in = open("/dev/null", O_RDONLY | O_CLOEXEC),
	    out = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0 || chdir(play->home) != 0)
		_exit(126);
	if (user && (setgid((gid_t)user) != 0 || setuid(user) != 0))
		_exit(126);
	execle("/bin/sh", "sh", "-c", command, (char *)NULL, play->environment);
	_exit(127);
}

static bool
run_shell(struct play *play, const char *command, uid_t user)
{
	char output[PATH_MAX];
	snprintf(output, sizeof output, "%s.output", play->home);
	pid_t child = spawn_shell(play, command, output, user);
	int status = -1;
	int64_t end = clock_now() + 4 * play->options->timeout;
	while (child > 0 && waitpid(child, &status, WNOHANG) == 0 && clock_now() < end)
		if (!play->terminal.vterm || !terminal_poll(&play->terminal, 5))
			usleep(1000);
	if (status == 0)
		return true;
	if (child > 0 && status == -1) {
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
	}
	struct str text = { 0 };
	struct err err = { 0 };
	fault(play, "the command failed (%d): %s", WIFEXITED(status) ? WEXITSTATUS(status) : -1, command);
	if (file_read(&text, output, CASE_BYTES_MOST, &err) && text.length)
		str_add_format(play->report, "%s\n", str_text(&text));
	str_release(&text);
	err_release(&err);
	return false;
}

bool
do_run(struct play *play, const char *arguments)
{
	return run_shell(play, arguments, play->launch.user);
}

bool
do_setup(struct play *play, const char *arguments)
{
	return run_shell(play, arguments, 0);
}
