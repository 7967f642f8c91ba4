/* The command line: the deeds of the program without a screen, and what a start of the screen needs to know.
 *
 * Results go to standard output, sentences about what went wrong to standard error.  Exit status: 0 done, 1 the deed was
 * refused or failed, 2 the command line itself was wrong. */
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include "base/err.h"
#include "base/host.h"
#include <stdbool.h>

enum cli_utf8 { CLI_UTF8_AUTO, CLI_UTF8_ON, CLI_UTF8_OFF };

struct store;
struct arguments; /* src/cli/arguments.h */
struct cli_request {
	bool screen;          /* no command: the book is opened on the screen */
	bool served;          /* --as in an SSH session: for somebody who sees no files of this machine */
	char *book;           /* path of the book: argument, --book, $THIDUA_BOOK, or the one in the data folder */
	bool book_is_default; /* the last of these */
	char *login;          /* whom the changes are written for: --as, else the system user */
	enum cli_utf8 utf8;
	struct arguments *arguments;
};
/* Understands the command line and chooses the language (--lang, $THIDUA_LANG, Vietnamese).  With --as, what could make the
 * program reach beyond the book is taken out of the environment, and the words of $SSH_ORIGINAL_COMMAND, split without a shell,
 * are the command.  false: nothing is left to do but to exit with *status; help, version or the fault was told. */
bool cli_read(struct cli_request *out, int argc, char **argv, int *status);
/* Opens the book of the request for its account; a book that is not there is told with the way to make one. */
bool cli_open_book(struct store **out, const struct cli_request *request, const struct host *host, struct err *err);
/* The shipped example as a book of its own, made anew for a person to try things in: nothing of it stays. */
struct cli_example {
	struct store *store;
	char *folder; /* private, in $TMPDIR or /tmp */
};
/* Opened for the account of the request.  On failure *out is empty. */
bool cli_example_open(
	struct cli_example *out, const struct cli_request *request, const struct host *host, struct err *err);
/* Closes the book and takes it away; an empty one is fine. */
void cli_example_close(struct cli_example *example);
/* Does what was asked; the exit status. */
int cli_run(const struct cli_request *request, const struct host *host);
void cli_release(struct cli_request *request);

/* Tells standard error a sentence, line by line; through the filter for terminals when it is one. */
void cli_complain(const char *sentence);
#endif
