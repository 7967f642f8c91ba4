/* Sudden death: ten people save as fast as they can at one book, one after the other is killed with kill -9 and comes back.
 * Every save that was acknowledged before the death is in the book, in order and whole; at most the one save under way is
 * there without having been acknowledged.
 *
 * usage: kill KILLS SAVES SECONDS   until there were so many of both; not within SECONDS (0: any time) is a failure */
#include "base/mem.h"
#include "store/rows.h"
#include "torture.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define WRITERS 10
#define LOOK_EVERY 500  /* kills */
#define TELL_EVERY 1000 /* kills */

/* One process from its start to its death. */
struct life {
	int writer;
	int64_t acknowledged; /* saves 1 … n */
	int64_t stored;       /* found in the book */
};
static struct life *lives;
static size_t life_count, life_capacity;

static struct writer {
	pid_t pid;
	int pipe;
	size_t life;
} writers[WRITERS];

static struct folder *folder;

/* ---- a writer ---- */

/* Names say whose save it is: life and number. */
static _Noreturn void
save_until_killed(int writer, size_t life, int acknowledge)
{
	char login[16];
	snprintf(login, sizeof login, "w%d", writer);
	struct store *store = child_opens(folder, login);
	for (int64_t number = 1;; number++) {
		char name[64];
		struct err err = { 0 };
		snprintf(name, sizeof name, "%zu.%" PRId64, life, number);
		DEMAND(put_person(store, name, &err), &err);
		DEMAND(write(acknowledge, &number, sizeof number) == sizeof number, &err);
	}
}

static void
start(int index)
{
	struct writer *writer = &writers[index];
	int ends[2];
	check_int(pipe(ends), 0);
	ARRAY_RESERVE(lives, life_count, life_capacity);
	lives[life_count] = (struct life){ .writer = index };
	writer->life = life_count++;
	fflush(NULL);
	writer->pid = fork();
	check(writer->pid >= 0);
	if (writer->pid == 0) {
		for (int i = 0; i < WRITERS; i++)
			if (i != index && writers[i].pipe > 0)
				close(writers[i].pipe);
		close(ends[0]);
		save_until_killed(index, writer->life, ends[1]);
	}
	close(ends[1]);
	writer->pipe = ends[0];
}

/* Takes what was acknowledged so far; false at the end of the pipe. */
static bool
listen_to(struct writer *writer, int64_t *saves)
{
	int64_t numbers[512];
	ssize_t got = read(writer->pipe, numbers, sizeof numbers);
	check(got >= 0 && got % (ssize_t)sizeof *numbers == 0);
	size_t count = (size_t)got / sizeof *numbers;
	for (size_t i = 0; i < count; i++)
		check_int(numbers[i], ++lives[writer->life].acknowledged);
	*saves += (int64_t)count;
	return count > 0;
}

static void
kill_one(int index, int64_t *saves)
{
	struct writer *writer = &writers[index];
	int status;
	kill(writer->pid, SIGKILL);
	check_int(waitpid(writer->pid, &status, 0), writer->pid);
	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
		fail_msg("writer %d ended by itself: status %d", index, status);
	while (listen_to(writer, saves))
		;
	close(writer->pipe);
	writer->pipe = 0;
}

/* Reads acknowledgements for so many milliseconds: a pipe that is full would stop its writer. */
static void
listen_for(int64_t duration, int64_t *saves)
{
	int64_t until = milliseconds() + duration, left;
	while ((left = until - milliseconds()) > 0) {
		struct pollfd pipes[WRITERS];
		for (int i = 0; i < WRITERS; i++)
			pipes[i] = (struct pollfd){ .fd = writers[i].pipe, .events = POLLIN };
		if (poll(pipes, WRITERS, (int)left) < 0)
			check_int(errno, EINTR);
		for (int i = 0; i < WRITERS; i++) {
			if (pipes[i].revents & POLLIN)
				listen_to(&writers[i], saves);
			else if (pipes[i].revents & POLLHUP)
				fail_msg("writer %d ended by itself", i);
		}
	}
}

/* ---- the book ---- */

static void
count_stored(struct store *store)
{
	static const struct question names = { "names", "SELECT name FROM person ORDER BY id", true };
	struct rows *rows;
	struct err err = { 0 };
	for (size_t i = 0; i < life_count; i++)
		lives[i].stored = 0;
	works(rows_open(&rows, store, &names, NULL, 0, &err), &err);
	while (rows_next(rows, &err)) {
		size_t life;
		int64_t number;
		if (sscanf(rows_text(rows, 0), "%zu.%" SCNd64, &life, &number) != 2 || life >= life_count)
			fail_msg("a person nobody saved: %s", rows_text(rows, 0));
		if (number != ++lives[life].stored)
			fail_msg("save %" PRId64 " of life %zu is missing: %" PRId64 " stands there",
				lives[life].stored, life, number);
	}
	works(true, &err);
	rows_close(rows);
}

static int64_t
ask(struct store *store, const struct question *question)
{
	int64_t number;
	struct err err = { 0 };
	works(rows_one_integer(&number, -1, store, question, NULL, 0, &err), &err);
	return number;
}

/* Nothing acknowledged is missing; the book is sound and has the history of each save.  Writers may be at work: what they
 * acknowledge after the look began may be there or not. */
static void
check_book(bool at_rest)
{
	static const struct question sound = { "sound", "SELECT quick_check = 'ok' FROM pragma_quick_check", true };
	static const struct question without_history = { "without history",
		"SELECT count(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM change_record r"
		" WHERE r.entity = 21 AND r.record = p.id AND r.change = p.rev)",
		true };
	struct store *store = reopen_book(folder, "so.db", "hoa");
	count_stored(store);
	for (size_t i = 0; i < life_count; i++) {
		if (lives[i].stored < lives[i].acknowledged)
			fail_msg("LOST: life %zu acknowledged %" PRId64 " saves, the book has %" PRId64, i,
				lives[i].acknowledged, lives[i].stored);
		if (at_rest && lives[i].stored > lives[i].acknowledged + 1)
			fail_msg("life %zu acknowledged %" PRId64 " saves, the book has %" PRId64, i,
				lives[i].acknowledged, lives[i].stored);
	}
	check_int(ask(store, &without_history), 0);
	check_int(ask(store, &sound), 1);
	store_close(store);
}

static void
print_finding(void *to, const char *sentence)
{
	printf("  %s\n", sentence);
	*(int *)to += 1;
}

static void
check_all(void)
{
	struct store *store = reopen_book(folder, "so.db", "hoa");
	struct err err = { 0 };
	int findings = 0;
	works(store_check(store, print_finding, &findings, &err), &err);
	check_int(findings, 0);
	store_close(store);
}

int
main(int argc, char **argv)
{
	const char *usage = "KILLS SAVES SECONDS";
	long kills_wanted = number_of(argc, argv, 1, 1, usage), saves_wanted = number_of(argc, argv, 2, 0, usage),
	     seconds = number_of(argc, argv, 3, 0, usage);
	void *state;
	int64_t saves = 0, begun = milliseconds();
	long kills = 0;
	check_int(make_folder(&state), 0);
	folder = state;
	store_close(make_book(folder, "so.db", "hoa"));
	for (int i = 0; i < WRITERS; i++)
		start(i);
	while (kills < kills_wanted || saves < saves_wanted) {
		listen_for(1 + random_below(20), &saves);
		int index = (int)random_below(WRITERS);
		kill_one(index, &saves);
		start(index);
		if (++kills % LOOK_EVERY == 0)
			check_book(false);
		if (kills % TELL_EVERY == 0) {
			printf("# %ld kills, %" PRId64 " acknowledged saves, %" PRId64 " s\n", kills, saves,
				(milliseconds() - begun) / 1000);
			fflush(stdout);
		}
		if (seconds && milliseconds() - begun > seconds * 1000) {
			printf("FAILED sudden death loses no acknowledged save: only %ld kills and %" PRId64
			       " saves in %ld s\n",
				kills, saves, seconds);
			break;
		}
	}
	bool enough = kills >= kills_wanted && saves >= saves_wanted;
	for (int i = 0; i < WRITERS; i++)
		kill_one(i, &saves);
	check_book(true);
	check_all();
	printf("# %ld kills among %d writers, %" PRId64 " acknowledged saves, 0 lost, %" PRId64 " s\n", kills, WRITERS,
		saves, (milliseconds() - begun) / 1000);
	if (enough)
		printf("ok sudden death loses no acknowledged save\n");
	printf("%d passed, %d failed\n", enough, !enough);
	free(lives);
	remove_folder(&state);
	return !enough;
}
