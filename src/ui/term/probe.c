#include "ui/term/probe.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define PROBE_LIMIT 1500 /* ms for all questions together */

/* Digits from at on; false when there are none. */
static bool
read_digits(const char *text, size_t *at, int *number)
{
	size_t begun = *at;
	for (*number = 0; text[*at] >= '0' && text[*at] <= '9'; (*at)++)
		if (*number < 100000)
			*number = *number * 10 + (text[*at] - '0');
	return *at > begun;
}

int
probe_take_report(struct str *bytes)
{
	const char *text = str_text(bytes);
	for (size_t from = 0; from + 1 < bytes->length; from++) {
		if (text[from] != '\033' || text[from + 1] != '[')
			continue;
		size_t at = from + 2;
		int row, column;
		if (!read_digits(text, &at, &row) || text[at++] != ';' || !read_digits(text, &at, &column) ||
			text[at++] != 'R')
			continue;
		str_splice(bytes, from, at - from, "", 0);
		return column;
	}
	return 0;
}

static int64_t
milliseconds(void)
{
	struct timespec now = { 0 };
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool
write_all(int out, const char *bytes)
{
	size_t length = strlen(bytes);
	while (length) {
		ssize_t written = write(out, bytes, length);
		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* The column in which the cursor stands after text was written at the left edge; 0: no answer before `until`. */
static int
ask(int in, int out, const char *text, int64_t until, struct str *typed_ahead)
{
	if (!write_all(out, "\r") || !write_all(out, text) || !write_all(out, "\033[6n"))
		return 0;
	for (;;) {
		int64_t left = until - milliseconds();
		struct pollfd wait = { .fd = in, .events = POLLIN };
		if (left <= 0 || poll(&wait, 1, (int)left) == 0)
			return 0;
		char bytes[256];
		ssize_t got = read(in, bytes, sizeof bytes);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return 0;
		str_add(typed_ahead, bytes, (size_t)got);
		int column = probe_take_report(typed_ahead);
		if (column)
			return column;
	}
}

struct probe
probe_terminal(int in, int out, struct str *typed_ahead)
{
	struct probe probe = { .answer = PROBE_SILENT };
	struct termios before, raw;
	if (tcgetattr(in, &before) < 0)
		return probe;
	raw = before;
	cfmakeraw(&raw);
	raw.c_oflag = before.c_oflag;
	tcsetattr(in, TCSADRAIN, &raw);
	int64_t until = milliseconds() + PROBE_LIMIT;
	/* ế: no byte of it is a control character for an 8-bit terminal, which shows three. */
	int column = ask(in, out, "ế", until, typed_ahead);
	if (column)
		probe.answer = column == 2 ? PROBE_UTF8 : PROBE_EIGHT_BIT;
	if (probe.answer == PROBE_UTF8)
		probe.wide_signs = ask(in, out, "►", until, typed_ahead) == 3;
	write_all(out, "\r\033[K");
	tcsetattr(in, TCSADRAIN, &before);
	return probe;
}
