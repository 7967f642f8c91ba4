/* A program in a real pty, and the screen that its bytes draw. */
#ifndef E2E_TERMINAL_H
#define E2E_TERMINAL_H
#include "base/str.h"
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct launch {
	char *const *arguments;   /* ends with NULL; the first is the program's path */
	char *const *environment; /* ends with NULL */
	const char *directory;
	uid_t user; /* 0: as we are */
	int rows, columns;
	bool utf8;    /* false: an 8-bit terminal, where ế takes three columns */
	bool answers; /* false: a terminal that is silent when asked for its cursor or its name */
};
struct terminal {
	int pty; /* -1 when hung up */
	pid_t child;
	bool ended;
	int status; /* of waitpid, once ended */
	VTerm *vterm;
	VTermScreen *screen;
	int rows, columns;
	bool answers, cursor_visible, alternate, mouse;
	struct termios before; /* the modes that the program found */
	long long bytes, high; /* received so far; those above 127 */
	bool escaped;          /* the last byte was ESC */
	char keypad;           /* its mode as last written: '>' numeric, '=' application; 0: not written yet */
};
/* A zeroed struct terminal is a closed one. */
bool terminal_start(struct terminal *terminal, const struct launch *launch, struct str *fault);
/* Reads and draws what has come, waiting at most so long; false when nothing came. */
bool terminal_poll(struct terminal *terminal, int milliseconds);
/* Sends all bytes, drawing what comes meanwhile; false when nobody reads them any more. */
bool terminal_send(struct terminal *terminal, const char *bytes, size_t length);
/* The program has read all that was sent and sleeps; also when it is gone. */
bool terminal_idle(const struct terminal *terminal);
void terminal_resize(struct terminal *terminal, int rows, int columns);
/* What is drawn in row (from 0), without trailing blanks. */
void terminal_row(const struct terminal *terminal, int row, struct str *out);
VTermPos terminal_cursor(const struct terminal *terminal);
VTermScreenCell terminal_cell(const struct terminal *terminal, int row, int column);
/* NULL when the terminal is as the program found it, else what is not. */
const char *terminal_left_behind(const struct terminal *terminal);
/* How many write calls the program has made (/proc/PID/io); -1 when the system does not tell. */
long long terminal_writes(const struct terminal *terminal);
/* The line goes dead under the program, as when ssh breaks. */
void terminal_hang_up(struct terminal *terminal);
/* Ends the program if it still runs. */
void terminal_close(struct terminal *terminal);
#endif
