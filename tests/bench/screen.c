/* Measures the program from outside, at a pseudo-terminal, beside two yardsticks: hello, the least a curses program does, and
 * floor, the least a curses browser of an SQLite table does.
 *
 *   screen PROGRAM YARDSTICKS BOOK      YARDSTICKS: the folder with hello and floor; BOOK is changed (figures are entered)
 *
 * A key is answered when nothing came for QUIET and the program sleeps; the time is to the last byte, without QUIET.  Bytes are
 * those on the terminal, writes all write calls of the program (those into the book too), cpu its time on a processor, which
 * other work on the machine disturbs least.  ÷floor and cpu÷ are the times in those of the yardstick's like key: only they can be compared between
 * machines and days. */
#include "base/mem.h"
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROWS 36
#define COLUMNS 120
#define QUIET 12      /* ms */
#define PATIENCE 5000 /* ms for one answer */
#define STARTS 9
#define IDLE 4 /* s */
#define SAMPLES 512

#define DOWN "\033OB"
#define UP "\033OA"
#define RIGHT "\033OC"
#define LEFT "\033OD"
#define PAGE_DOWN "\033[6~"
#define PAGE_UP "\033[5~"
#define F6 "\033[17~"
#define F10 "\033[21~"
#define ESC "\033"
#define ENTER "\r"
#define BACK "\177"
#define CTRL_K "\013"
#define CTRL_N "\016"
#define CTRL_P "\020"
#define UNMEASURED "~" /* before a stroke: sent, answered, not counted */

struct program {
	pid_t pid;
	int terminal;
	int column;   /* of the cursor since the last \r, for its report */
	int sequence; /* where in an escape sequence the output stands */
	char parameters[16];
	size_t parameter_count;
};
struct answer {
	double last; /* ms from the key to the last byte */
	size_t bytes;
	long writes;
	double cpu; /* ms */
};
struct sample {
	struct answer answers[SAMPLES];
	int count, silent;
};

/* ---- what /proc tells ---- */

static double
milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The number after word in a file of /proc/PID; -1 when it is not there. */
static long
proc_number(pid_t pid, const char *file, const char *word)
{
	char path[64], line[256];
	long number = -1;
	snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
	FILE *stream = fopen(path, "r");
	while (stream && number < 0 && fgets(line, sizeof line, stream))
		if (strncmp(line, word, strlen(word)) == 0)
			number = strtol(line + strlen(word), NULL, 10);
	if (stream)
		fclose(stream);
	return number;
}

static double
cpu_of(pid_t pid)
{
	char path[64];
	unsigned long long nanoseconds = 0;
	snprintf(path, sizeof path, "/proc/%d/schedstat", (int)pid);
	FILE *stream = fopen(path, "r");
	if (!stream || fscanf(stream, "%llu", &nanoseconds) != 1)
		nanoseconds = 0;
	if (stream)
		fclose(stream);
	return (double)nanoseconds / 1e6;
}

static bool
sleeps(pid_t pid)
{
	char path[64], state = 0;
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	FILE *stream = fopen(path, "r");
	bool read = stream && fscanf(stream, "%*d (%*[^)]) %c", &state) == 1;
	if (stream)
		fclose(stream);
	return !read || state == 'S' || state == 'Z';
}

/* ---- the terminal ---- */

static void
send(struct program *program, const char *bytes)
{
	if (write(program->terminal, bytes, strlen(bytes)) < 0 && errno != EIO)
		perror("write");
}

/* Answers the question where the cursor stands, as a terminal of UTF-8 does. */
static void
end_sequence(struct program *program, char final)
{
	char report[32];
	if (final != 'n' || program->parameter_count != 1 || program->parameters[0] != '6')
		return;
	snprintf(report, sizeof report, "\033[1;%dR", program->column);
	send(program, report);
}

static void
take_byte(struct program *program, unsigned char byte)
{
	if (program->sequence == 1) {
		program->sequence = byte == '[' ? 2 : 0;
		program->parameter_count = 0;
	} else if (program->sequence == 2 && byte >= 0x40) {
		end_sequence(program, (char)byte);
		program->sequence = 0;
	} else if (program->sequence == 2) {
		if (program->parameter_count < sizeof program->parameters)
			program->parameters[program->parameter_count++] = (char)byte;
	} else if (byte == '\033') {
		program->sequence = 1;
	} else if (byte == '\r') {
		program->column = 1;
	} else if (byte >= ' ' && (byte & 0xC0) != 0x80) {
		program->column++;
	}
}

/* Takes what comes until the program is quiet and asleep.  need: at least one byte is waited for. */
static struct answer
collect(struct program *program, double start, bool need, double quiet)
{
	static char buffer[1 << 16];
	struct answer answer = { 0 };
	double end = start + PATIENCE;
	while (milliseconds() < end) {
		struct pollfd wait = { .fd = program->terminal, .events = POLLIN };
		if (poll(&wait, 1, (int)quiet) == 0) {
			if ((answer.bytes || !need) && sleeps(program->pid))
				break;
			continue;
		}
		ssize_t got = read(program->terminal, buffer, sizeof buffer);
		if (got <= 0)
			break;
		answer.last = milliseconds() - start;
		answer.bytes += (size_t)got;
		for (ssize_t i = 0; i < got; i++)
			take_byte(program, (unsigned char)buffer[i]);
	}
	return answer;
}

static bool
start_program(struct program *program, char *const *arguments, struct answer *answer)
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLUMNS };
	*program = (struct program){ .column = 1 };
	double start = milliseconds();
	program->pid = forkpty(&program->terminal, NULL, NULL, &size);
	if (program->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		unsetenv("LINES");
		unsetenv("COLUMNS");
		unsetenv("COLORTERM");
		execv(arguments[0], arguments);
		_exit(127);
	}
	if (program->pid < 0)
		return false;
	*answer = collect(program, start, true, 60);
	answer->cpu = cpu_of(program->pid);
	return waitpid(program->pid, NULL, WNOHANG) == 0;
}

static void
stop_program(struct program *program, const char *leave)
{
	send(program, leave);
	double end = milliseconds() + 2000;
	while (waitpid(program->pid, NULL, WNOHANG) == 0) {
		struct pollfd wait = { .fd = program->terminal, .events = POLLIN };
		char bytes[4096];
		if (poll(&wait, 1, 5) > 0 && read(program->terminal, bytes, sizeof bytes) < 0)
			usleep(5000);
		if (milliseconds() > end)
			kill(program->pid, SIGKILL);
	}
	close(program->terminal);
}

/* ---- figures ---- */

static int
compare_doubles(const void *x, const void *y)
{
	const double *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

enum measure { MEASURE_TIME, MEASURE_CPU, MEASURE_BYTES, MEASURE_WRITES };

static double
quantile(const struct sample *sample, enum measure measure, double part)
{
	double values[SAMPLES];
	for (int i = 0; i < sample->count; i++) {
		const struct answer *answer = &sample->answers[i];
		values[i] = measure == MEASURE_TIME ? answer->last
			: measure == MEASURE_CPU    ? answer->cpu
			: measure == MEASURE_BYTES  ? (double)answer->bytes
						    : (double)answer->writes;
	}
	if (!sample->count)
		return 0;
	qsort(values, (size_t)sample->count, sizeof *values, compare_doubles);
	int place = (int)((double)sample->count * part);
	return values[place < sample->count ? place : sample->count - 1];
}

static void
add_answer(struct sample *sample, const struct answer *answer)
{
	if (!answer->bytes)
		sample->silent++;
	else if (sample->count < SAMPLES)
		sample->answers[sample->count++] = *answer;
}

static struct answer
press(struct program *program, const char *keys)
{
	long writes = proc_number(program->pid, "io", "syscw:");
	double cpu = cpu_of(program->pid), start = milliseconds();
	send(program, keys);
	struct answer answer = collect(program, start, false, QUIET);
	answer.writes = proc_number(program->pid, "io", "syscw:") - writes;
	answer.cpu = cpu_of(program->pid) - cpu;
	return answer;
}

static void
print_row(const char *what, const struct sample *sample, const struct sample *yardstick)
{
	char ratio[64] = "";
	double own = quantile(sample, MEASURE_TIME, 0.5), cpu = quantile(sample, MEASURE_CPU, 0.5);
	if (yardstick && yardstick->count)
		snprintf(ratio, sizeof ratio, "%7.1f %7.1f", own / quantile(yardstick, MEASURE_TIME, 0.5),
			cpu / quantile(yardstick, MEASURE_CPU, 0.5));
	printf("%-34s %4d %8.2f %8.2f %8.2f %7.0f %7.0f %6.0f %s\n", what, sample->count, own,
		quantile(sample, MEASURE_TIME, 0.99), cpu, quantile(sample, MEASURE_BYTES, 0.5),
		quantile(sample, MEASURE_BYTES, 0.99), quantile(sample, MEASURE_WRITES, 0.5), ratio);
	if (sample->silent)
		printf("%-34s %4d keys without an answer\n", "", sample->silent);
	fflush(stdout);
}

/* ---- what is measured ---- */

struct phase {
	const char *what;
	int times;
	const char *strokes[12]; /* pressed in turn, `times` times */
	enum { NO_YARDSTICK, YARD_CURSOR, YARD_PAGE, YARD_LOOK_UP, YARDS } yardstick;
};

static const struct phase floor_phases[] = {
	{ "floor: cursor", 15, { DOWN, DOWN, UP }, YARD_CURSOR },
	{ "floor: page", 10, { PAGE_DOWN, PAGE_DOWN, PAGE_UP }, YARD_PAGE },
	{ "floor: look up by a key", 1, { "C", "o", "n", "g", " ", "d", "o", "a", "n", " ", "c" }, YARD_LOOK_UP },
};
static const struct phase phases[] = {
	{ "home: cursor", 15, { DOWN, DOWN, UP }, YARD_CURSOR },
	{ "home: page", 6, { PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_UP }, YARD_PAGE },
	{ "home: year", 8, { CTRL_P, CTRL_N }, YARD_PAGE },
	{ "home: filter", 4, { "h", "u", "y", "e", BACK, BACK, BACK, BACK }, YARD_LOOK_UP },
	{ "home: open a cluster", 6, { ENTER, UNMEASURED ESC }, YARD_PAGE },
	{ "cluster: overview, year", 1, { UNMEASURED ENTER, CTRL_P, CTRL_P, CTRL_N, CTRL_N }, YARD_PAGE },
	{ "cluster: units", 5, { F6 "2", UNMEASURED F6 "1" }, YARD_PAGE },
	{ "cluster: roles", 5, { F6 "3", UNMEASURED F6 "1" }, YARD_PAGE },
	{ "cluster: figures", 5, { F6 "4", UNMEASURED F6 "1" }, YARD_PAGE },
	{ "cluster: comparison", 5, { F6 "5", UNMEASURED F6 "1" }, YARD_PAGE },
	{ "cluster: covenants, awards, meetings", 3, { F6 "6", F6 "7", F6 "8", UNMEASURED F6 "1" }, YARD_PAGE },
	{ "figures: cell", 6, { UNMEASURED F6 "4", RIGHT, DOWN, RIGHT, DOWN, LEFT, UP }, YARD_CURSOR },
	{ "figures: year", 5, { CTRL_P, CTRL_N }, YARD_PAGE },
	{ "figures: typed key", 5, { "1", "2", "3", "4", UNMEASURED ESC }, YARD_CURSOR },
	{ "figures: stored", 8, { UNMEASURED "4", UNMEASURED "3", UNMEASURED "2", ENTER }, NO_YARDSTICK },
	{ "find: opened", 3, { UNMEASURED UP, CTRL_K, UNMEASURED ESC }, YARD_PAGE },
	{ "find: key", 2, { UNMEASURED CTRL_K, "b", "i", "n", "h", " ", "t", "h", "a", UNMEASURED ESC }, YARD_LOOK_UP },
	{ "units: opened", 2,
		{ UNMEASURED CTRL_K, UNMEASURED "đ", UNMEASURED "ơ", UNMEASURED "n", UNMEASURED " ", UNMEASURED "v",
			UNMEASURED "ị", ENTER, UNMEASURED ESC },
		YARD_PAGE },
	{ "units: cursor", 10, { UNMEASURED UP, DOWN, DOWN, UP }, YARD_CURSOR },
	{ "units: page", 4, { PAGE_DOWN, PAGE_DOWN, PAGE_UP }, YARD_PAGE },
	{ "units: filter", 2, { "b", "i", "n", "h", BACK, BACK, BACK, BACK }, YARD_LOOK_UP },
};

static void
play(struct program *program, const struct phase *phase, struct sample *sample)
{
	*sample = (struct sample){ 0 };
	for (int turn = 0; turn < phase->times; turn++)
		for (size_t i = 0; i < ARRAY_COUNT(phase->strokes) && phase->strokes[i]; i++) {
			const char *stroke = phase->strokes[i];
			bool measured = *stroke != *UNMEASURED;
			struct answer answer = press(program, stroke + !measured);
			/* A lone Esc is known to be one only after a pause. */
			if (strcmp(stroke + !measured, ESC) == 0)
				collect(program, milliseconds(), false, 120);
			if (measured)
				add_answer(sample, &answer);
		}
}

static void
print_memory(const char *what, const struct program *program)
{
	printf("%-34s PSS %.1f MB, private %.1f MB, RSS %.1f MB, peak %.1f MB\n", what,
		(double)proc_number(program->pid, "smaps_rollup", "Pss:") / 1024,
		(double)(proc_number(program->pid, "smaps_rollup", "Private_Dirty:") +
			proc_number(program->pid, "smaps_rollup", "Private_Clean:")) /
			1024,
		(double)proc_number(program->pid, "status", "VmRSS:") / 1024,
		(double)proc_number(program->pid, "status", "VmHWM:") / 1024);
}

static void
print_idle(const char *what, struct program *program)
{
	long wakes = proc_number(program->pid, "status", "voluntary_ctxt_switches:");
	double cpu = cpu_of(program->pid);
	sleep(IDLE);
	printf("%-34s %.1f times a second awake, %.3f %% of a processor\n", what,
		(double)(proc_number(program->pid, "status", "voluntary_ctxt_switches:") - wakes) / IDLE,
		(cpu_of(program->pid) - cpu) / IDLE / 10);
}

static void
measure_starts(char *const commands[3][4])
{
	static const char *const names[] = { "start: hello", "start: floor", "start: thidua" };
	static const char *const leave[] = { "q", "q", F10 };
	static struct sample samples[3];
	for (int turn = 0; turn < STARTS; turn++)
		for (int i = 0; i < 3; i++) {
			struct program program;
			struct answer answer;
			if (!start_program(&program, commands[i], &answer))
				die("a program to be measured did not start");
			add_answer(&samples[i], &answer);
			stop_program(&program, leave[i]);
		}
	for (int i = 0; i < 3; i++)
		print_row(names[i], &samples[i], &samples[1]);
}

static void
measure_keys(char *const commands[3][4])
{
	static struct sample yards[YARDS], sample;
	struct program program;
	struct answer answer;
	if (!start_program(&program, commands[1], &answer))
		die("floor did not start");
	print_memory("floor", &program);
	for (size_t i = 0; i < ARRAY_COUNT(floor_phases); i++) {
		struct sample *yard = &yards[floor_phases[i].yardstick];
		play(&program, &floor_phases[i], yard);
		print_row(floor_phases[i].what, yard, yard);
	}
	stop_program(&program, "q");
	if (!start_program(&program, commands[2], &answer))
		die("the program did not start");
	print_memory("thidua, first screen", &program);
	print_idle("thidua, idle", &program);
	for (size_t i = 0; i < ARRAY_COUNT(phases); i++) {
		play(&program, &phases[i], &sample);
		print_row(phases[i].what, &sample, phases[i].yardstick ? &yards[phases[i].yardstick] : NULL);
	}
	print_memory("thidua, after all this", &program);
	stop_program(&program, F10);
}

int
main(int argc, char **argv)
{
	char hello[4096], floor[4096];
	if (argc != 4) {
		fprintf(stderr, "usage: screen PROGRAM YARDSTICKS BOOK\n");
		return 2;
	}
	snprintf(hello, sizeof hello, "%s/hello", argv[2]);
	snprintf(floor, sizeof floor, "%s/floor", argv[2]);
	char book[] = "--book", *const commands[3][4] = { { hello }, { floor, argv[3] }, { argv[1], book, argv[3] } };
	signal(SIGPIPE, SIG_IGN);
	printf("%-34s %4s %8s %8s %8s %7s %7s %6s %7s %7s\n", "keys", "n", "p50 ms", "p99 ms", "cpu ms", "bytes",
		"at most", "writes", "÷floor", "cpu÷");
	measure_starts(commands);
	measure_keys(commands);
	return 0;
}
