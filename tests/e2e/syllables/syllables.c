/* Every Vietnamese syllable through a real pty, as input methods send it, into every kind of text box: what stands in the box on the
 * screen must be right.
 *
 *   syllables -p PROGRAM -w FOLDER [-t SECONDS] [PART-OF-A-NAME…]
 *
 * The folder has syllables.txt, and telex.tsv and vni.tsv with the ways of typing them. */
#include "../play.h"
#include "../terminal.h"
#include "base/file.h"
#include "base/mem.h"
#include "stream.h"
#include "table.h"
#include "text/width.h"
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { JOBS = 2, ROWS = 24, COLUMNS = 80, FAULTS_MOST = 3, FILE_MOST = 1 << 24 };

/* ---- where words are typed ---- */

/* Keys to press once the text stands on the screen. */
struct step {
	const char *awaited, *keys;
};
struct place {
	const char *name;
	struct step steps[5];
	int row;            /* of the box, from 0 */
	const char *before; /* what stands left of the text */
	int width;          /* columns of text that the box shows, two less than it has */
};
#define HOME "Tổng LĐLĐ Việt Nam"
#define CTRL_K "\v"
#define F6 "\033[17~"
#define PERSON_FORM \
	{ HOME, CTRL_K }, { "Tìm trong sổ", "them nguoi" }, \
	{ \
		"Thêm người", "\r" \
	}
static const struct place filter = {
	.name = "filter", .steps = { { HOME, "x" } }, .row = 2, .before = "Lọc: ", .width = 50
};
static const struct place field = {
	.name = "field", .steps = { PERSON_FORM, { "Người › Thêm", "x" } }, .row = 2, .before = "►[", .width = 60
};
static const struct place note = { .name = "note",
	.steps = { PERSON_FORM, { "Người › Thêm", "\t\t\t\t\tx" } },
	.row = 8,
	.before = "│",
	.width = 60 };
static const struct place cell = {
	.name = "cell",
	.steps = { { HOME, "\033[B\r" }, { "[1 Chung]", F6 "4" }, { "Toàn cụm báo cáo", "x" } },
	.row = 5,
	.before = "[",
	.width = 22,
};
static const struct place palette = {
	.name = "palette", .steps = { { HOME, CTRL_K }, { "Tìm trong sổ", "x" } }, .row = 5, .before = "│ ", .width = 60
};

/* ---- how ---- */

/* TAKEN_BYTES: each byte waits until the program has read the one before. */
enum cut { ONE_WRITE, BURSTS, BYTES, TAKEN_BYTES };
static const char *const cut_names[] = { "one write", "bursts", "bytes", "taken bytes" };
static const char *const sender_names[] = { "UniKey", "OpenKey", "paste", "built-in" };
static const char *const method_names[] = { "Telex", "full Telex", "VNI" };

/* Each way comes four times: with either Backspace, in whole letters and in combining ones. */
enum { VARIANTS = 4 };
struct way {
	const struct place *place;
	enum sender sender;
	enum compose_method method;
	enum cut cut;
	size_t of; /* a variant types every so many-th syllable, the next variant the ones behind: where each key costs much */
};
static const struct way ways[] = {
	{ &field, SENDER_UNIKEY, COMPOSE_TELEX, ONE_WRITE, 1 },
	{ &field, SENDER_UNIKEY, COMPOSE_VNI, BURSTS, 1 },
	{ &field, SENDER_UNIKEY, COMPOSE_TELEX, BYTES, 1 },
	{ &field, SENDER_UNIKEY, COMPOSE_TELEX, TAKEN_BYTES, 4 },
	{ &field, SENDER_OPENKEY, COMPOSE_TELEX, BURSTS, 2 },
	{ &note, SENDER_UNIKEY, COMPOSE_TELEX, BURSTS, 2 },
	{ &filter, SENDER_UNIKEY, COMPOSE_VNI, ONE_WRITE, 2 },
	{ &filter, SENDER_UNIKEY, COMPOSE_TELEX, BURSTS, 2 },
	{ &filter, SENDER_UNIKEY, COMPOSE_TELEX, TAKEN_BYTES, 8 },
	{ &cell, SENDER_UNIKEY, COMPOSE_TELEX, BURSTS, 4 },
	{ &palette, SENDER_UNIKEY, COMPOSE_TELEX, BURSTS, 2 },
	{ &field, SENDER_PASTE, COMPOSE_TELEX, ONE_WRITE, 1 },
	{ &field, SENDER_KEYS, COMPOSE_TELEX, BURSTS, 1 },
	{ &field, SENDER_KEYS, COMPOSE_VNI, BURSTS, 1 },
	{ &filter, SENDER_KEYS, COMPOSE_VNI, ONE_WRITE, 1 },
};

struct run {
	const struct way *way;
	struct manner manner;
	size_t variant;
	struct str name;
	const struct table *telex, *vni;
	const char *program, *book;
	struct play_options options;
	struct terminal terminal;
	int line; /* the program's end of the pty */
	struct stream stream;
	struct str expected, report;
	size_t typed, left_out;
	int faults;
};

static int64_t
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* ---- the screen ---- */

static bool
stands_somewhere(struct run *run, const char *text)
{
	struct str row = { 0 };
	bool found = false;
	for (int n = 0; n < ROWS && !found; n++) {
		terminal_row(&run->terminal, n, &row);
		found = strstr(str_text(&row), text) != NULL;
	}
	str_release(&row);
	return found;
}

/* The box holds exactly what is expected: after it come two blanks, or nothing. */
static bool
stands_in_box(struct run *run, const char *text)
{
	struct str row = { 0 };
	terminal_row(&run->terminal, run->way->place->row, &row);
	const char *at = strstr(str_text(&row), run->way->place->before);
	at = at ? at + strlen(run->way->place->before) : "";
	bool stands = text_starts(at, text);
	at += stands ? strlen(text) : 0;
	str_release(&row);
	return stands && (!*at || text_starts(at, "  "));
}

static bool
await(struct run *run, bool (*stands)(struct run *run, const char *text), const char *text)
{
	int64_t end = now() + run->options.timeout;
	while (!stands(run, text)) {
		if (now() > end || (!terminal_poll(&run->terminal, 20) && run->terminal.ended))
			return stands(run, text);
	}
	return true;
}

static bool
fault(struct run *run, const char *expected)
{
	struct str row = { 0 };
	str_add_format(&run->report, "  expected «%s»\n", expected);
	for (int n = 0; n < ROWS; n++) {
		terminal_row(&run->terminal, n, &row);
		if (n == run->way->place->row || !run->typed)
			str_add_format(&run->report, "    %02d|%s\n", n + 1, str_text(&row));
	}
	str_release(&row);
	run->faults++;
	return false;
}

/* ---- typing ---- */

/* Until the program has read what was sent: the other end of the pty tells what waits there. */
static bool
await_taken(struct run *run)
{
	int64_t end = now() + run->options.timeout;
	for (int waiting = 1; ioctl(run->line, FIONREAD, &waiting) == 0 && waiting > 0;)
		if (now() > end || run->terminal.ended)
			return false;
	return true;
}

static bool
send(struct run *run)
{
	const struct stream *stream = &run->stream;
	size_t from = 0;
	bool sent = true;
	for (size_t n = 0; sent && n < stream->count; n++) {
		size_t to = run->way->cut == ONE_WRITE ? stream->bytes.length : stream->ends[n];
		size_t step = run->way->cut >= BYTES ? 1 : to - from;
		for (; sent && from < to; from += step)
			sent = terminal_send(&run->terminal, stream->bytes.bytes + from, step) &&
				(run->way->cut != TAKEN_BYTES || await_taken(run));
	}
	return sent;
}

/* Sends what is gathered, which empties the box first. */
static bool
flush(struct run *run)
{
	if (!run->expected.length)
		return true;
	bool good = send(run) && await(run, stands_in_box, str_text(&run->expected));
	if (!good)
		fault(run, str_text(&run->expected));
	stream_clear(&run->stream);
	str_clear(&run->expected);
	return good || (run->faults < FAULTS_MOST && !run->terminal.ended);
}

static bool
type_syllable(struct run *run, const struct syllable *syllable, size_t number)
{
	struct str keys = { 0 };
	int width = text_width(str_text(&run->expected));
	if (width && width + 1 + text_width(syllable->word) + 1 > run->way->place->width && !flush(run))
		return false;
	bool begins = !run->expected.length;
	str_add_byte(&run->stream.bytes, begins ? 'U' & 0x1f : ' ');
	stream_end_burst(&run->stream);
	struct manner manner = run->manner;
	syllable_keys(&keys, syllable, number + run->variant);
	bool left_out = manner.sender == SENDER_KEYS && !keys.length;
	if (left_out)
		manner.sender = SENDER_PASTE; /* so that the blanks stay even */
	stream_type(&run->stream, &manner, syllable->word, str_text(&keys), number % 7 == 0);
	str_add_text(&run->expected, begins ? "" : " ");
	str_add_text(&run->expected, syllable->word);
	run->typed++;
	run->left_out += left_out;
	str_release(&keys);
	return true;
}

static bool
go_to_place(struct run *run)
{
	for (const struct step *step = run->way->place->steps; step->awaited; step++) {
		if (!await(run, stands_somewhere, step->awaited))
			return fault(run, step->awaited);
		if (step == run->way->place->steps && run->way->sender == SENDER_KEYS)
			terminal_send(&run->terminal, "\034\034", run->way->method == COMPOSE_VNI ? 2 : 1);
		terminal_send(&run->terminal, step->keys, strlen(step->keys));
	}
	return await(run, stands_in_box, "x") || fault(run, "x");
}

static bool
start(struct run *run, const char *home)
{
	char **environment = play_environment(&run->options, home);
	char *arguments[] = { (char *)run->program, "--book", (char *)run->book, NULL };
	struct launch launch = { .arguments = arguments,
		.environment = environment,
		.directory = home,
		.rows = ROWS,
		.columns = COLUMNS,
		.utf8 = true,
		.answers = true };
	bool started = terminal_start(&run->terminal, &launch, &run->report);
	for (char **variable = environment; *variable; variable++)
		free(*variable);
	free(environment);
	run->line = started ? open(ptsname(run->terminal.pty), O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
	return started && run->line >= 0;
}

/* Syllables with uơ but after h, kh, th, q or nothing: the rules of both methods make ươ of it (tests/unit/text/compose_test.c). */
enum { NEVER_TYPED = 204 };

static bool
type_all(struct run *run)
{
	const struct table *table = run->way->method == COMPOSE_VNI ? run->vni : run->telex;
	for (size_t n = run->variant % run->way->of; n < table->count; n += run->way->of)
		if (!type_syllable(run, &table->items[n], n))
			return false;
	if (run->left_out != (run->way->sender == SENDER_KEYS ? NEVER_TYPED : 0)) {
		str_add_format(&run->report, "  no keys for %zu syllables\n", run->left_out);
		return false;
	}
	return flush(run) && !run->faults;
}

/* One way, in a process of its own, with a book of its own. */
static bool
try_way(struct run *run)
{
	struct str home = { 0 }, book = { 0 }, bytes = { 0 };
	struct err err = { 0 };
	int64_t begun = now();
	str_add_format(&home, "%s/way-XXXXXX", run->options.top);
	bool good = mkdtemp(home.bytes) != NULL;
	str_add_format(&book, "%s/so.db", str_text(&home));
	good = good && file_read(&bytes, run->book, FILE_MOST, &err) &&
		file_replace(str_text(&book), bytes.bytes, bytes.length, &err);
	run->book = str_text(&book);
	good = good && start(run, str_text(&home)) && go_to_place(run) && type_all(run);
	terminal_close(&run->terminal);
	printf("%s syllables %s: %zu, %.1f s\n%s%s", good ? "ok" : "FAILED", str_text(&run->name),
		run->typed - run->left_out, (double)(now() - begun) / 1000, str_text(&run->report),
		err.text ? err.text : "");
	fflush(stdout);
	str_release(&home);
	str_release(&book);
	str_release(&bytes);
	if (run->line >= 0)
		close(run->line);
	str_release(&run->expected);
	str_release(&run->report);
	stream_release(&run->stream);
	err_release(&err);
	return good;
}

/* ---- all of them ---- */

/* Names the way; the built-in method has no bursts, so only two of its variants differ. */
static bool
choose(struct run *run, const struct way *way, size_t variant)
{
	run->way = way;
	run->variant = variant;
	run->manner = (struct manner){ .sender = way->sender,
		.method = way->method,
		.erase = variant % 2 ? 0x08 : 0x7f,
		.combining = variant >= 2 };
	str_add_format(&run->name, "%s, %s %s, %s, Backspace %02x%s", way->place->name, sender_names[way->sender],
		method_names[way->method], cut_names[way->cut], (unsigned)run->manner.erase,
		run->manner.combining ? ", combining" : "");
	return way->sender != SENDER_KEYS || !run->manner.combining;
}

static bool
is_wanted(const char *name, char **parts, int count)
{
	bool wanted = true;
	for (int n = 0; n < count; n++)
		wanted = wanted && strstr(name, parts[n]);
	return wanted;
}

/* Waits until no more than so many run; how many of those that ended were good. */
static size_t
await_ways(size_t *running, size_t most)
{
	size_t good = 0;
	int status;
	for (; *running > most; --*running)
		good += wait(&status) > 0 && status == 0;
	return good;
}

static bool
try_ways(const struct run *like, char **parts, int count)
{
	size_t running = 0, tried = 0, good = 0;
	for (size_t n = 0; n < ARRAY_COUNT(ways) * VARIANTS; n++) {
		struct run run = *like;
		if (choose(&run, &ways[n / VARIANTS], n % VARIANTS) && is_wanted(str_text(&run.name), parts, count)) {
			good += await_ways(&running, JOBS - 1);
			tried++;
			running++;
			fflush(NULL);
			if (fork() == 0)
				exit(try_way(&run) ? 0 : 1);
		}
		str_release(&run.name);
	}
	good += await_ways(&running, 0);
	printf("%zu passed, %zu failed\n", good, tried - good);
	return tried && good == tried;
}

static bool
make_book(const struct run *run)
{
	char **environment = play_environment(&run->options, run->options.top);
	char *arguments[] = { (char *)run->program, "--book", (char *)run->book, "init", "--example", NULL };
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		execve(run->program, arguments, environment);
		_exit(127);
	}
	int status = -1;
	waitpid(child, &status, 0);
	for (char **variable = environment; *variable; variable++)
		free(*variable);
	free(environment);
	return status == 0;
}

static int
remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

int
main(int argc, char **argv)
{
	struct table telex = { 0 }, vni = { 0 };
	struct run run = { .telex = &telex, .vni = &vni, .options = { .timeout = 5000, .data = "", .source = "" } };
	const char *program = NULL, *folder = NULL, *temporary = getenv("TMPDIR");
	for (int option; (option = getopt(argc, argv, "p:w:t:")) != -1;) {
		if (option == 'p')
			program = optarg;
		else if (option == 'w')
			folder = optarg;
		else if (option == 't')
			run.options.timeout = atoi(optarg) * 1000;
	}
	char *path = program ? realpath(program, NULL) : NULL, top[PATH_MAX];
	snprintf(top, sizeof top, "%s/syllables-XXXXXX", temporary ? temporary : "/tmp");
	struct str book = { 0 };
	if (!path || !folder || run.options.timeout <= 0 || !mkdtemp(top)) {
		fprintf(stderr, "usage: syllables -p PROGRAM -w FOLDER [-t SECONDS] [PART-OF-A-NAME…]\n");
		return 2;
	}
	str_add_format(&book, "%s/so.db", top);
	run.program = path;
	run.book = str_text(&book);
	run.options.top = top;
	bool good = table_read(&telex, folder, COMPOSE_TELEX) && table_read(&vni, folder, COMPOSE_VNI) &&
		make_book(&run) && try_ways(&run, argv + optind, argc - optind);
	nftw(top, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	table_release(&telex);
	table_release(&vni);
	str_release(&book);
	free(path);
	return good ? 0 : 1;
}
