#include "ui/term/screen.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/term/capable.h"
#include "ui/term/probe.h"
#include "ui/term/rows.h"
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct screen {
	SCREEN *curses;
	struct draw draw;
	struct screen_rows rows;
	bool colour;
	enum terminal_answer answer; /* to the probe */
	bool cursor_hidden, mouse;
	int pipe[2]; /* signals */
	struct sigaction old[8];
};

/* The handlers and die() find the screen here: signals have no argument. */
static struct screen *taken;

/* ---- locale (text/README.md 2.2) ---- */

/* True when the person's own locale says UTF-8.  Afterwards LC_CTYPE is UTF-8 when the machine has any such locale
 * (*can), and numbers, order and dates are those of C. */
static bool
set_locale(bool *can)
{
	setlocale(LC_ALL, "");
	bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	*can = utf8 || setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8");
	setlocale(LC_NUMERIC, "C");
	setlocale(LC_COLLATE, "C");
	setlocale(LC_TIME, "C");
	setlocale(LC_MONETARY, "C");
	return utf8;
}

/* ---- how roles look: eight colours, default background, and the same meaning without any ---- */

/* Cyan and bold yellow are not read on a white window (looked at in xterm): keys and matches do without a colour. */
enum { PAIR_FAULT = 1, PAIR_UP, PAIR_NEWS };

static attr_t
colour_of(const struct screen *screen, int pair)
{
	return screen->colour ? (attr_t)COLOR_PAIR(pair) : 0;
}

static attr_t
attributes(const struct screen *screen, enum role role)
{
	switch (role) {
	case ROLE_TITLE:
	case ROLE_FOCUS:
	case ROLE_BLOCK:
		return A_REVERSE;
	case ROLE_FOCUS_MATCH:
		return A_REVERSE | A_UNDERLINE;
	case ROLE_HEAD:
	case ROLE_EDIT:
	case ROLE_MATCH:
		return A_UNDERLINE;
	case ROLE_CHOSEN:
	case ROLE_GROUP:
	case ROLE_KEY:
		return A_BOLD;
	case ROLE_NEWS:
		return A_BOLD | colour_of(screen, PAIR_NEWS);
	case ROLE_FAULT:
		return A_BOLD | colour_of(screen, PAIR_FAULT);
	case ROLE_UNDONE:
		return A_DIM;
	case ROLE_UP:
		return colour_of(screen, PAIR_UP);
	case ROLE_DOWN:
		return colour_of(screen, PAIR_FAULT);
	default:
		return A_NORMAL;
	}
}

static void
start_colours(struct screen *screen, bool wanted)
{
	const char *no_colour = getenv("NO_COLOR");
	if (!wanted || (no_colour && *no_colour) || !has_colors())
		return;
	start_color();
	use_default_colors();
	init_pair(PAIR_FAULT, COLOR_RED, -1);
	init_pair(PAIR_UP, COLOR_GREEN, -1);
	init_pair(PAIR_NEWS, COLOR_MAGENTA, -1);
	screen->colour = true;
}

static void
clear_row(void *to, int row)
{
	(void)to;
	move(row, 0);
	clrtoeol();
}

static void
put_text(void *to, int row, int column, enum role role, const char *utf8)
{
	attrset((int)attributes(to, role));
	mvaddstr(row, column, utf8);
	attrset(A_NORMAL);
}

static const struct screen_row_ops row_ops = { .clear = clear_row, .put = put_text };

static void
put(void *to, int row, int column, enum role role, const char *utf8)
{
	struct screen *screen = to;
	screen_rows_put(&screen->rows, row, column, role, utf8);
}

/* ---- modes ---- */

static void
write_modes(const char *modes)
{
	size_t length = strlen(modes);
	while (length) {
		ssize_t written = write(STDOUT_FILENO, modes, length);
		if (written < 0 && errno != EINTR)
			return;
		if (written > 0) {
			modes += written;
			length -= (size_t)written;
		}
	}
}

/* Buttons, told with numbers of any size (xterm, PuTTY, VTE, tmux, screen). */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

/* Keypad numeric, whatever curses or a program before us wrote: else PuTTY's keypad digits are no digits.  Pastes in
 * brackets. */
static void
set_modes(const struct screen *screen)
{
	write_modes("\033>\033[?2004h");
	if (screen->mouse)
		write_modes(MOUSE_ON);
}

static void
restore(void)
{
	if (taken && taken->mouse)
		write_modes(MOUSE_OFF);
	write_modes("\033[?2004l");
	if (!isendwin())
		endwin();
}

/* ---- signals ---- */

static const int caught[] = { SIGWINCH, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGPIPE };

static void
on_signal(int number)
{
	int before = errno;
	char byte = number == SIGWINCH ? 'W' : number == SIGCONT ? 'C' : 'H';
	if (taken && write(taken->pipe[1], &byte, 1) < 0)
		errno = before; /* a full pipe already wakes the loop */
	errno = before;
}

static bool
catch_signals(struct screen *screen, struct err *err)
{
	if (pipe2(screen->pipe, O_NONBLOCK | O_CLOEXEC) < 0)
		return err_set(err, ERR_STORAGE,
			SAY("Máy không cho mở ống tín hiệu: {1}.", "The system gives no pipe for signals: {1}."),
			err_system(errno), NULL);
	for (size_t n = 0; n < ARRAY_COUNT(caught); n++) {
		struct sigaction action = { .sa_flags = SA_RESTART };
		sigemptyset(&action.sa_mask);
		action.sa_handler = caught[n] == SIGTSTP || caught[n] == SIGPIPE ? SIG_IGN : on_signal;
		sigaction(caught[n], &action, &screen->old[n]);
	}
	return true;
}

static void
release_signals(struct screen *screen)
{
	if (screen->pipe[0] < 0)
		return;
	for (size_t n = 0; n < ARRAY_COUNT(caught); n++)
		sigaction(caught[n], &screen->old[n], NULL);
	close(screen->pipe[0]);
	close(screen->pipe[1]);
}

enum screen_signal
screen_next_signal(struct screen *screen)
{
	char byte;
	if (read(screen->pipe[0], &byte, 1) != 1)
		return SIGNAL_NONE;
	return byte == 'W' ? SIGNAL_RESIZED : byte == 'C' ? SIGNAL_RESUMED : SIGNAL_HANGUP;
}

/* ---- start and stop ---- */

/* Decides how text is shown, by what the person wants, what the terminal answers, what the locale says. */
static void
choose_text(struct screen *screen, enum utf8_mode wanted, struct str *typed_ahead)
{
	struct draw *draw = &screen->draw;
	bool can, utf8 = set_locale(&can);
	if (wanted == UTF8_AUTO) {
		struct probe probe = probe_terminal(STDIN_FILENO, STDOUT_FILENO, typed_ahead);
		if (probe.answer != PROBE_SILENT)
			utf8 = probe.answer == PROBE_UTF8;
		screen->answer = probe.answer == PROBE_SILENT ? TERMINAL_SILENT
			: probe.answer == PROBE_UTF8          ? TERMINAL_UTF8
							      : TERMINAL_EIGHT_BIT;
		draw->signs_plain = probe.wide_signs;
	} else {
		utf8 = wanted == UTF8_ON;
	}
	draw->plain = !utf8 || !can;
}

static bool
start_curses(struct screen *screen, bool colour, struct err *err)
{
	screen->curses = newterm(NULL, stdout, stdin);
	if (!screen->curses)
		return err_set(err, ERR_INVALID,
			SAY("Không mở được màn hình trên đầu cuối này.", "Cannot open a screen on this terminal."),
			NULL);
	/* ncurses 6.4 flushes at every cursor move until the screen has been left and entered once (reliability.md
	 * 0). */
	endwin();
	refresh();
	raw();
	noecho();
	nonl();
	typeahead(-1);
	intrflush(stdscr, FALSE);
	start_colours(screen, colour);
	screen->draw.put = put;
	screen->draw.to = screen;
	set_modes(screen);
	return true;
}

bool
screen_start(struct screen **out, const struct screen_setup *setup, struct str *typed_ahead, struct err *err)
{
	*out = NULL;
	if (!terminal_is_capable(err))
		return false;
	struct screen *screen = mem_new(1, sizeof *screen);
	screen->pipe[0] = screen->pipe[1] = -1;
	choose_text(screen, setup->utf8, typed_ahead);
	if (!catch_signals(screen, err))
		goto fail;
	taken = screen;
	if (!start_curses(screen, setup->colour, err))
		goto fail;
	die_hook(restore);
	*out = screen;
	return true;
fail:
	taken = NULL;
	release_signals(screen);
	free(screen);
	return false;
}

void
screen_stop(struct screen *screen)
{
	if (!screen)
		return;
	die_hook(NULL);
	bool keeps_frame = !terminal_has_second_screen();
	restore();
	if (keeps_frame)
		write_modes("\r\n"); /* what comes next begins under it */
	delscreen(screen->curses);
	screen_rows_release(&screen->rows);
	release_signals(screen);
	taken = NULL;
	free(screen);
}

/* ---- frames ---- */

struct draw *
screen_begin(struct screen *screen)
{
	struct draw *draw = &screen->draw;
	screen_rows_begin(&screen->rows, LINES);
	draw->rows = LINES;
	draw->columns = COLS;
	draw->clip = (struct area){ .rows = LINES, .columns = COLS };
	draw->cursor_row = -1;
	return draw;
}

void
screen_show(struct screen *screen)
{
	bool hidden = screen->draw.cursor_row < 0;
	if (hidden != screen->cursor_hidden)
		curs_set(hidden ? 0 : 1);
	screen->cursor_hidden = hidden;
	screen_rows_show(&screen->rows, &row_ops, screen);
	if (hidden)
		move(LINES - 1, 0);
	else
		move(screen->draw.cursor_row, screen->draw.cursor_column);
	refresh();
}

void
screen_redraw(struct screen *screen)
{
	reset_prog_mode();
	clearok(curscr, TRUE);
	set_modes(screen);
}

void
screen_resize(struct screen *screen)
{
	struct winsize size = { 0 };
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
		return;
	resize_term(size.ws_row, size.ws_col);
	screen_rows_release(&screen->rows);
	screen_redraw(screen);
}

void
screen_set_mouse(struct screen *screen, bool on)
{
	if (on != screen->mouse)
		write_modes(on ? MOUSE_ON : MOUSE_OFF);
	screen->mouse = on;
}

void
screen_beep(struct screen *screen)
{
	(void)screen;
	beep();
}

bool
screen_plain(const struct screen *screen)
{
	return screen->draw.plain;
}

struct terminal_facts
screen_facts(const struct screen *screen)
{
	const char *name = getenv("TERM");
	return (struct terminal_facts){ .name = name ? name : "",
		.answer = screen->answer,
		.wide_signs = screen->draw.signs_plain,
		.colour = screen->colour,
		.colours = has_colors() ? COLORS : 0,
		.rows = LINES,
		.columns = COLS };
}

int
screen_keyboard(const struct screen *screen)
{
	(void)screen;
	return STDIN_FILENO;
}

int
screen_signals(const struct screen *screen)
{
	return screen->pipe[0];
}
