/* A tiny program of the harness's own: draws one screen of every kind, shows the bytes it reads, ends as it is told. */
#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t resized;

static void
notice_resize(int number)
{
	(void)number;
	resized = 1;
}

/* The column after printing ế: 2 where the terminal takes UTF-8, 4 where it does not, 0 without an answer. */
static int
probe(void)
{
	struct termios before, raw;
	char answer[32] = "";
	size_t length = 0;
	int row = 0, column = 0;
	if (tcgetattr(0, &before) != 0)
		return 0;
	raw = before;
	cfmakeraw(&raw);
	tcsetattr(0, TCSANOW, &raw);
	if (write(1, "\r\xE1\xBA\xBF\x1b[6n", 8) != 8)
		return 0;
	struct pollfd wait = { .fd = 0, .events = POLLIN };
	while (length + 1 < sizeof answer && !strchr(answer, 'R') && poll(&wait, 1, 500) > 0) {
		ssize_t taken = read(0, answer + length, 1);
		if (taken <= 0)
			break;
		length += (size_t)taken;
		answer[length] = '\0';
	}
	tcsetattr(0, TCSANOW, &before);
	const char *start = strchr(answer, '\x1b');
	return start && sscanf(start, "\x1b[%d;%dR", &row, &column) == 2 ? column : 0;
}

static void
draw(int column, const char *keys)
{
	erase();
	mvprintw(0, 1, "Lưới %d×%d, cột %d, %s, %s", LINES, COLS, column, getenv("TERM"), getenv("THIDUA_NOW"));
	attrset(A_REVERSE);
	mvaddstr(1, 0, "reverse");
	attrset(A_BOLD);
	mvaddstr(1, 10, "bold");
	attrset(A_UNDERLINE);
	mvaddstr(1, 20, "underline");
	attrset(A_BOLD | COLOR_PAIR(1));
	mvaddstr(1, 30, "red");
	attrset(A_NORMAL);
	mvaddstr(2, 0, "日本 ► ");
	for (int i = 0; i < 30; i++)
		addstr("─");
	mvprintw(3, 0, "keys:%s", keys);
	refresh();
}

static void
draw_box(bool plain)
{
	static const char *const lines[][2] = { { "┌─ Hỏi ─┐", "+- Hoi -+" }, { "│►Có    │", "|>Co    |" },
		{ "└───────┘", "+-------+" } };
	for (int i = 0; i < 3; i++)
		mvaddstr(7 + i, 9, lines[i][plain]);
}

/* A screen as thidua's are, and what must not be on one: each key pressed adds a fault. */
static void
draw_frame(int column, const char *faults)
{
	bool plain = column == 4, english = getenv("THIDUA_LANG") != NULL;
	erase();
	attrset(A_REVERSE);
	mvprintw(0, 0, " %s %dx%d", english ? "Frame" : plain ? "Khung" : "Khụng", COLS, LINES);
	attrset(strchr(faults, 'c') || !getenv("NO_COLOR") ? COLOR_PAIR(1) : A_NORMAL);
	mvaddstr(3, 0, strchr(faults, 'm') ? " " : plain ? ">" : "►");
	attrset(A_NORMAL);
	addstr("74.516  2,1");
	mvaddstr(4, 1, strchr(faults, 'f') ? "74.5…" : plain ? "Nghi quyet 202.." : "Nghị quyết 202…");
	mvaddstr(5, 1, strchr(faults, 's') ? "½" : strchr(faults, 'a') ? "e\xCC\x81" : "");
	if (strchr(faults, 'p') && plain)
		mvaddstr(5, 1, "½");
	if (strchr(faults, 'b')) /* no fault: keys of its own are enough for a box */
		draw_box(plain);
	mvaddstr(LINES - 1, 1, english ? "Enter Open" : plain ? "Enter Mo" : "Enter Mở");
	addstr(strchr(faults, 'n') ? "  Esc" : strchr(faults, 'b') ? "  Esc Thoi" : "  F9 Menu");
	addstr(strchr(faults, 'l') ? "  F7 Th…" : "");
	if (strchr(faults, 'w'))
		mvaddstr(LINES - 1, COLS - 7, "F7 Themed");
	if (strchr(faults, 'g') && !plain) /* no fault: the wider window shows it whole */
		mvaddstr(LINES - 1, COLS == 120 ? 20 : COLS - 7, "F7 Them");
	bool boxed = strchr(faults, 'b') && !strchr(faults, 'o');
	move(strchr(faults, 't') ? 0 : boxed ? 8 : 3, boxed ? 10 : 1);
	curs_set(strchr(faults, 'h') ? 0 : 1);
	refresh();
}

static void
add_faults(char *faults, size_t size, const char *bytes, ssize_t length)
{
	size_t end = strlen(faults);
	snprintf(faults + end, size - end, "%.*s", (int)length, bytes);
}

static void
add_keys(char *keys, size_t size, const char *bytes, ssize_t length)
{
	for (ssize_t i = 0; i < length; i++) {
		size_t end = strlen(keys);
		snprintf(keys + end, size - end, " %02x", (unsigned)(unsigned char)bytes[i]);
	}
	size_t used = strlen(keys);
	if (length > 0)
		snprintf(keys + used, size - used, ".");
}

static bool
obey(char key)
{
	switch (key) {
	case 'q':
		endwin();
		exit(3);
	case 'b':
		_exit(0); /* leaves the terminal as it is */
	case 'a':
		endwin();
		abort();
	case 'w':
		for (int i = 0; i < 10; i++)
			if (write(1, "\a", 1) != 1)
				return false;
		return true;
	case 'r': /* never rests */
		while (write(1, "\a", 1) == 1)
			;
		return false;
	case 'h':
		curs_set(0);
		return true;
	case 'm':
		*(volatile char *)malloc(1) = 1; /* never freed: for a run under a leak checker */
		return true;
	default:
		return true;
	}
}

int
main(int argc, char **argv)
{
	char keys[512] = "", faults[64] = "";
	bool frame = argc > 1 && strcmp(argv[1], "--frame") == 0;
	setlocale(LC_ALL, "");
	if (argc > 1 && strcmp(argv[1], "--fail") == 0) {
		fprintf(stderr, "no such thing: %s\n", argc > 2 ? argv[2] : "");
		return 2;
	}
	int column = probe();
	sigset_t resizing, outside;
	sigemptyset(&resizing);
	sigaddset(&resizing, SIGWINCH);
	sigprocmask(SIG_BLOCK, &resizing, &outside);
	struct sigaction action = { .sa_handler = notice_resize };
	initscr();
	sigaction(SIGWINCH, &action, NULL);
	raw();
	noecho();
	keypad(stdscr, TRUE);
	start_color();
	use_default_colors();
	init_pair(1, COLOR_RED, -1);
	for (;;) {
		char bytes[64];
		if (frame)
			draw_frame(column, faults);
		else
			draw(column, keys);
		struct pollfd wait = { .fd = 0, .events = POLLIN };
		ssize_t length = ppoll(&wait, 1, NULL, &outside) > 0 ? read(0, bytes, sizeof bytes) : 0;
		if (length <= 0 && !resized)
			break;
		struct winsize size;
		if (resized && ioctl(0, TIOCGWINSZ, &size) == 0)
			resizeterm(size.ws_row, size.ws_col);
		resized = 0;
		if (frame && length > 0)
			add_faults(faults, sizeof faults, bytes, length);
		else
			add_keys(keys, sizeof keys, bytes, length);
		if (!frame && length == 1 && !obey(bytes[0]))
			break;
	}
	endwin();
	return 1;
}
