#include "terminal.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <inttypes.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static void
answer(const char *bytes, size_t length, void *user)
{
	struct terminal *terminal = user;
	if (terminal->answers && terminal->pty >= 0 && write(terminal->pty, bytes, length) < 0)
		terminal->answers = false;
}

static int
notice_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *terminal = user;
	if (property == VTERM_PROP_CURSORVISIBLE)
		terminal->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		terminal->alternate = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		terminal->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static void
open_screen(struct terminal *terminal, const struct launch *launch)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = notice_property };
	terminal->rows = launch->rows;
	terminal->columns = launch->columns;
	terminal->answers = launch->answers;
	terminal->vterm = vterm_new(launch->rows, launch->columns);
	vterm_set_utf8(terminal->vterm, launch->utf8);
	vterm_output_set_callback(terminal->vterm, answer, terminal);
	terminal->screen = vterm_obtain_screen(terminal->vterm);
	vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
	vterm_screen_enable_altscreen(terminal->screen, 1);
	vterm_screen_reset(terminal->screen, 1);
}

static _Noreturn void
become_program(int line, const struct launch *launch)
{
	if (login_tty(line) != 0 || chdir(launch->directory) != 0)
		_exit(126);
	if (launch->user &&
		(setgroups(0, NULL) != 0 || setgid((gid_t)launch->user) != 0 || setuid(launch->user) != 0)) {
		fputs("cannot become another user\n", stderr);
		_exit(126);
	}
	signal(SIGPIPE, SIG_DFL);
	execve(launch->arguments[0], launch->arguments, launch->environment);
	perror(launch->arguments[0]);
	_exit(127);
}

bool
terminal_start(struct terminal *terminal, const struct launch *launch, struct str *fault)
{
	terminal_close(terminal);
	struct winsize size = { .ws_row = (unsigned short)launch->rows, .ws_col = (unsigned short)launch->columns };
	int line;
	if (openpty(&terminal->pty, &line, NULL, NULL, &size) != 0) {
		str_add_format(fault, "no pty: %s", strerror(errno));
		return false;
	}
	tcgetattr(line, &terminal->before);
	if (launch->utf8)
		terminal->before.c_iflag |= (tcflag_t)IUTF8;
	else
		terminal->before.c_iflag &= (tcflag_t)~IUTF8;
	tcsetattr(line, TCSANOW, &terminal->before);
	open_screen(terminal, launch);
	fcntl(terminal->pty, F_SETFD, FD_CLOEXEC);
	fflush(NULL);
	terminal->child = fork();
	if (terminal->child == 0)
		become_program(line, launch);
	close(line);
	if (terminal->child < 0) {
		str_add_format(fault, "no process: %s", strerror(errno));
		terminal->child = 0;
		return false;
	}
	fcntl(terminal->pty, F_SETFL, O_NONBLOCK);
	return true;
}

static void
reap(struct terminal *terminal, int flags)
{
	if (terminal->child && !terminal->ended &&
		waitpid(terminal->child, &terminal->status, flags) == terminal->child)
		terminal->ended = true;
}

bool
terminal_poll(struct terminal *terminal, int milliseconds)
{
	if (terminal->pty < 0) {
		if (!terminal->ended)
			usleep((useconds_t)(milliseconds < 5 ? milliseconds : 5) * 1000);
		reap(terminal, WNOHANG);
		return false;
	}
	struct pollfd wait = { .fd = terminal->pty, .events = POLLIN };
	if (poll(&wait, 1, terminal->ended ? 0 : milliseconds) <= 0) {
		reap(terminal, WNOHANG);
		return false;
	}
	char bytes[65536];
	ssize_t length = read(terminal->pty, bytes, sizeof bytes);
	if (length <= 0) {
		if (length < 0 && (errno == EAGAIN || errno == EINTR))
			return false;
		/* Nobody holds the other end: the program is gone or about to go. */
		reap(terminal, WNOHANG);
		if (!terminal->ended)
			usleep(1000);
		return false;
	}
	terminal->bytes += length;
	for (ssize_t i = 0; i < length; i++) {
		terminal->high += (unsigned char)bytes[i] > 127;
		if (terminal->escaped && (bytes[i] == '>' || bytes[i] == '='))
			terminal->keypad = bytes[i];
		terminal->escaped = bytes[i] == '\033';
	}
	vterm_input_write(terminal->vterm, bytes, (size_t)length);
	return true;
}

bool
terminal_send(struct terminal *terminal, const char *bytes, size_t length)
{
	while (length) {
		if (terminal->pty < 0)
			return false;
		struct pollfd wait = { .fd = terminal->pty, .events = POLLIN | POLLOUT };
		if (poll(&wait, 1, 1000) <= 0)
			return false;
		if (wait.revents & POLLIN)
			terminal_poll(terminal, 0);
		if (wait.revents & (POLLHUP | POLLERR))
			return false;
		if (!(wait.revents & POLLOUT))
			continue;
		ssize_t sent = write(terminal->pty, bytes, length);
		if (sent < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		if (sent > 0) {
			bytes += sent;
			length -= (size_t)sent;
		}
	}
	return true;
}

static bool
has_unread(const struct terminal *terminal)
{
	const char *name = ptsname(terminal->pty);
	int line = name ? open(name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1, waiting = 0;
	bool unread = line >= 0 && ioctl(line, FIONREAD, &waiting) == 0 && waiting > 0;
	if (line >= 0)
		close(line);
	return unread;
}

bool
terminal_idle(const struct terminal *terminal)
{
	char path[64], line[512] = "";
	if (terminal->ended || terminal->pty < 0)
		return true;
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)terminal->child);
	FILE *file = fopen(path, "r");
	bool told = file && fgets(line, sizeof line, file);
	if (file)
		fclose(file);
	const char *state = told ? strrchr(line, ')') : NULL;
	return state && text_starts(state, ") S") && !has_unread(terminal);
}

void
terminal_resize(struct terminal *terminal, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
	terminal->rows = rows;
	terminal->columns = columns;
	vterm_set_size(terminal->vterm, rows, columns);
	if (terminal->pty >= 0)
		ioctl(terminal->pty, TIOCSWINSZ, &size);
}

static void
add_code_point(struct str *out, uint32_t code)
{
	if (code < 0x80) {
		str_add_byte(out, (char)code);
	} else if (code < 0x800) {
		str_add_byte(out, (char)(0xC0 | code >> 6));
		str_add_byte(out, (char)(0x80 | (code & 63)));
	} else if (code < 0x10000) {
		str_add_byte(out, (char)(0xE0 | code >> 12));
		str_add_byte(out, (char)(0x80 | (code >> 6 & 63)));
		str_add_byte(out, (char)(0x80 | (code & 63)));
	} else {
		str_add_byte(out, (char)(0xF0 | code >> 18));
		str_add_byte(out, (char)(0x80 | (code >> 12 & 63)));
		str_add_byte(out, (char)(0x80 | (code >> 6 & 63)));
		str_add_byte(out, (char)(0x80 | (code & 63)));
	}
}

VTermScreenCell
terminal_cell(const struct terminal *terminal, int row, int column)
{
	VTermScreenCell cell = { .width = 1 };
	if (terminal->screen)
		vterm_screen_get_cell(terminal->screen, (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

void
terminal_row(const struct terminal *terminal, int row, struct str *out)
{
	str_clear(out);
	for (int column = 0; column < terminal->columns;) {
		VTermScreenCell cell = terminal_cell(terminal, row, column);
		if (!cell.chars[0])
			str_add_byte(out, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			add_code_point(out, cell.chars[i]);
		column += cell.width > 1 ? cell.width : 1;
	}
	while (out->length && out->bytes[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
}

VTermPos
terminal_cursor(const struct terminal *terminal)
{
	VTermPos position = { 0 };
	if (terminal->vterm)
		vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &position);
	return position;
}

const char *
terminal_left_behind(const struct terminal *terminal)
{
	struct termios now;
	if (terminal->alternate)
		return "the alternate screen is still on";
	if (!terminal->cursor_visible)
		return "the cursor is still hidden";
	if (terminal->mouse)
		return "the mouse is still reported";
	if (terminal->pty < 0 || tcgetattr(terminal->pty, &now) != 0)
		return NULL;
	const struct termios *before = &terminal->before;
	if (now.c_iflag != before->c_iflag || now.c_oflag != before->c_oflag || now.c_cflag != before->c_cflag ||
		now.c_lflag != before->c_lflag)
		return "the modes of the line were not restored (raw or without echo)";
	return NULL;
}

long long
terminal_writes(const struct terminal *terminal)
{
	char path[64], line[128];
	snprintf(path, sizeof path, "/proc/%ld/io", (long)terminal->child);
	FILE *file = fopen(path, "r");
	long long writes = -1;
	while (file && fgets(line, sizeof line, file))
		if (text_starts(line, "syscw: "))
			writes = strtoll(line + 7, NULL, 10);
	if (file)
		fclose(file);
	return writes;
}

void
terminal_hang_up(struct terminal *terminal)
{
	if (terminal->pty >= 0)
		close(terminal->pty);
	terminal->pty = -1;
}

void
terminal_close(struct terminal *terminal)
{
	if (terminal->child && !terminal->ended) {
		kill(terminal->child, SIGKILL);
		reap(terminal, 0);
	}
	if (terminal->vterm) {
		terminal_hang_up(terminal);
		vterm_free(terminal->vterm);
	}
	*terminal = (struct terminal){ .pty = -1 };
}
