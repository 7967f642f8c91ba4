/* thidua keeps the books of emulation clusters.  A map of the house, each folder knowing only itself and those before it:
 *
 *   base/    errors, strings, memory, clock, messages in two languages
 *   text/    Vietnamese text: cleaning, width, folding, order, matching, numbers, dates, CSV and JSON
 *   model/   the kinds of record, their field tables (include/model/fields.h), and the rules as pure functions
 *   store/   the book: an SQLite file, transactions, history, backup
 *   report/  typed tables and how they are written
 *   app/     the deeds that screen and command line share: edit, import, export, compare, undo
 *   ui/      the screen: ui.c (loop, stack of views), term/ (the only user of curses), widget/, view/ (one file a screen)
 *   cli/     the same deeds without a screen
 *
 * include/ says what each offers to the others.  main picks the screen or the command line and is the only one to exit. */
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/cli.h"
#include "ui/session.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* A closed standard descriptor would become the book's file, and a complaint would be written into it.  What stands in for it
 * fails when it is used, as a closed one does. */
static void
open_standard_descriptors(void)
{
	for (int descriptor = 0; descriptor <= 2; descriptor++) {
		int unusable = descriptor == 0 ? O_WRONLY : O_RDONLY;
		if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF && open("/dev/null", unusable) != descriptor)
			die("open /dev/null");
	}
}

/* XDG Base Directory Specification: $XDG_STATE_HOME, else ~/.local/state. */
static char *
state_folder(void)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	struct str path = { 0 };
	if (state && *state == '/')
		str_add_text(&path, state);
	else
		str_add_format(&path, "%s/.local/state", home ? home : "");
	return str_take(&path);
}

/* What the screen asks for when somebody with an empty book wants to see the example. */
struct example_maker {
	const struct cli_request *request;
	const struct host *host;
	struct cli_example example;
};

static bool
open_example(void *self, struct store **out, struct err *err)
{
	struct example_maker *maker = self;
	bool done = cli_example_open(&maker->example, maker->request, maker->host, err);
	*out = maker->example.store;
	return done;
}

static void
close_example(void *self)
{
	struct example_maker *maker = self;
	cli_example_close(&maker->example);
}

static int
run_screen(const struct cli_request *request, const struct host *host)
{
	static const enum utf8_mode modes[] = {
		[CLI_UTF8_AUTO] = UTF8_AUTO, [CLI_UTF8_ON] = UTF8_ON, [CLI_UTF8_OFF] = UTF8_OFF
	};
	const char *no_colour = getenv("NO_COLOR");
	char *state = state_folder();
	struct example_maker maker = { .request = request, .host = host };
	struct session_setup setup = {
		.utf8 = modes[request->utf8],
		.colour = !no_colour || !*no_colour,
		.served = request->served,
		.state = state,
		.example = { .self = &maker, .open = open_example, .close = close_example },
	};
	struct err err = { 0 };
	bool done = cli_open_book(&setup.store, request, host, &err) && session_run(&setup, &err);
	store_close(setup.store);
	free(state);
	if (!done && err.text)
		cli_complain(err.text);
	err_release(&err);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
	open_standard_descriptors();
	/* A broken pipe and a file at its limit are failed writes, with a sentence, not a silent end. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	file_keep_private();
	struct host host = host_machine();
	struct cli_request request;
	int status;
	if (cli_read(&request, argc, argv, &status))
		status = request.screen ? run_screen(&request, &host) : cli_run(&request, &host);
	cli_release(&request);
	return status;
}
