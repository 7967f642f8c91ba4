/* The race of SQLite before 3.51.3 (sqlite.org/wal.html#walresetbug), provoked: one process saves, another one checkpoints, and
 * a third makes the second slow just after it took the checkpoint lock, by stepping it instruction by instruction, so that a
 * save can begin the log anew between its two looks at it.  With the gate held around saves and checkpoints nothing may be
 * lost.  The same without the gate must lose something, or this was no provocation.
 *
 * usage: race SECONDS SECONDS-WITHOUT-GATE
 * ends with 0: nothing lost with the gate, and it was shown that the race was provoked, or the library does not have it;
 * 1: something was lost with the gate; 2: usage; 3: nothing was shown, because the race was not provoked or cannot be */
#include "store/handle.h"
#include "store/rows.h"
#include "torture.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* sqlite.org/walformat.html: locks on the index begin at byte 120; the second one is WAL_CKPT_LOCK. */
#define CHECKPOINT_LOCK 121
#define SLOW_STEPS 3000
#define PEOPLE 300
#define MOST_PAUSE 4000 /* µs between two saves: room for the checkpointer to finish with the log */

static struct folder *folder;

/* The race is in all of them but 3.44.6 and later of 3.44, 3.50.7 and later of 3.50, and all from 3.51.3 on. */
static bool
library_has_race(void)
{
	int version = sqlite3_libversion_number();
	return version < 3051003 && !(version >= 3044006 && version < 3045000) &&
		!(version >= 3050007 && version < 3051000);
}

/* ---- the writer ---- */

static struct store *
open_for(bool gated, const char *login)
{
	struct store *store = child_opens(folder, login);
	store->alone = !gated; /* what a file that nobody else knows does: it takes no gate */
	return store;
}

/* Writes n into the note of person n modulo PEOPLE, each save acknowledged; ends with 1 and a sentence when a save fails. */
static _Noreturn void
write_on(bool gated, int acknowledge)
{
	struct store *store = open_for(gated, "lan");
	for (int64_t number = 1;; number++) {
		struct record person;
		struct err err = { 0 };
		char note[32];
		snprintf(note, sizeof note, "%" PRId64, number);
		bool done = record_read(&person, store, ENTITY_PERSON, 1 + number % PEOPLE, &err);
		if (done) {
			record_set_text(&person, PERSON_NOTE, note);
			done = put(store, &person, NULL, &err);
			record_release(&person);
		}
		if (!done) {
			fprintf(stderr, "# a save failed: %s\n", err.text ? err.text : "");
			_exit(1);
		}
		if (write(acknowledge, &number, sizeof number) != sizeof number)
			_exit(0);
		usleep(random_below(MOST_PAUSE));
	}
}

/* ---- the checkpointer, and who slows it ---- */

static _Noreturn void
checkpoint_on(bool gated)
{
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
		_exit(4);
	raise(SIGSTOP);
	struct store *store = open_for(gated, "mai");
	for (;;) {
		struct err err = { 0 };
		if (!store_take_gate(store, &err))
			_exit(1);
		sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
		store_leave_gate(store);
	}
}

/* Whether the call at which the process stops takes the checkpoint lock. */
static bool
takes_lock(pid_t pid, const struct __ptrace_syscall_info *call)
{
	struct flock lock;
	struct iovec here = { &lock, sizeof lock }, there = { (void *)(uintptr_t)call->entry.args[2], sizeof lock };
	return call->op == PTRACE_SYSCALL_INFO_ENTRY && call->entry.nr == SYS_fcntl && call->entry.args[1] == F_SETLK &&
		process_vm_readv(pid, &here, 1, &there, 1, 0) == sizeof lock && lock.l_type == F_WRLCK &&
		lock.l_start <= CHECKPOINT_LOCK && CHECKPOINT_LOCK < lock.l_start + lock.l_len;
}

/* Steps on by one instruction or to the next call of the system; false: the process has ended. */
static bool
go_on(pid_t pid, bool one_step)
{
	int status;
	long how = one_step ? PTRACE_SINGLESTEP : PTRACE_SYSCALL;
	if (ptrace((enum __ptrace_request)how, pid, NULL, NULL) != 0 || waitpid(pid, &status, 0) != pid)
		return false;
	return WIFSTOPPED(status);
}

/* Slows the checkpointer until the time is over or it ends; how often it was slowed. */
static _Noreturn void
slow_down(bool gated, int tell)
{
	int status;
	int64_t slowed = 0;
	pid_t pid = fork();
	if (pid == 0)
		checkpoint_on(gated);
	bool there = pid > 0 && waitpid(pid, &status, 0) == pid && WIFSTOPPED(status) &&
		ptrace(PTRACE_SETOPTIONS, pid, NULL, (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)) == 0;
	if (!there)
		_exit(4);
	while (go_on(pid, false)) {
		struct __ptrace_syscall_info call;
		if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof call, &call) <= 0)
			_exit(4);
		if (!takes_lock(pid, &call))
			continue;
		if (!go_on(pid, false))
			break;
		for (int step = 0; step < SLOW_STEPS; step++)
			if (!go_on(pid, true))
				_exit(1);
		slowed++;
		if (write(tell, &slowed, sizeof slowed) != sizeof slowed)
			break;
	}
	_exit(1);
}

/* ---- a run ---- */

struct run {
	bool gated, possible, damaged;
	int64_t saves, slowed, lost, milliseconds;
};

static pid_t
start(void (*work)(bool gated, int tell), bool gated, int *pipe_end)
{
	int ends[2];
	check_int(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
	fflush(NULL);
	pid_t pid = fork();
	check(pid >= 0);
	if (pid == 0) {
		fcntl(ends[1], F_SETFL, 0);
		work(gated, ends[1]);
		_exit(1);
	}
	close(ends[1]);
	*pipe_end = ends[0];
	return pid;
}

static void
take_last(int pipe_end, int64_t *last)
{
	int64_t numbers[256];
	for (ssize_t got; (got = read(pipe_end, numbers, sizeof numbers)) > 0;)
		*last = numbers[(size_t)got / sizeof *numbers - 1];
}

static void
note_finding(void *to, const char *sentence)
{
	struct run *run = to;
	if (!run->damaged)
		printf("# found in the book: %s\n", sentence);
	run->damaged = true;
}

/* The last acknowledged save of each person must stand; the one under way may. */
static void
look_at_book(struct run *run)
{
	struct store *store;
	struct host host = host_machine();
	struct err err = { 0 };
	bool done = store_open(&store, path_in(folder, "so.db"), &host, "hoa", &err) &&
		store_check(store, note_finding, run, &err);
	for (int64_t person = 1; done && person <= PEOPLE; person++) {
		struct record record;
		int64_t last = run->saves - (run->saves % PEOPLE - (person - 1) + PEOPLE) % PEOPLE;
		done = record_read(&record, store, ENTITY_PERSON, person, &err);
		int64_t stands = done ? strtoll(record_text(&record, PERSON_NOTE), NULL, 10) : 0;
		run->lost += last > 0 && stands != last && stands != run->saves + 1;
		record_release(&record);
	}
	if (!done)
		note_finding(run, err.text ? err.text : "?");
	err_release(&err);
	store_close(store);
}

static void
make_people(void)
{
	struct store *store = make_book(folder, "so.db", "hoa");
	for (int i = 0; i < PEOPLE; i++)
		add_person(store, "Người");
	store_close(store);
}

static struct run
race(bool gated, long seconds)
{
	struct run run = { .gated = gated, .possible = true };
	void *state;
	int acknowledged, told, status;
	check_int(make_folder(&state), 0);
	folder = state;
	make_people();
	int64_t begun = milliseconds(), next = begun + 10000;
	pid_t writer = start(write_on, gated, &acknowledged), slower = start(slow_down, gated, &told);
	bool goes_on = true;
	while (goes_on && milliseconds() - begun < seconds * 1000) {
		usleep(20000);
		take_last(acknowledged, &run.saves);
		take_last(told, &run.slowed);
		goes_on = waitpid(writer, &status, WNOHANG) == 0;
		if (!goes_on)
			run.damaged = true; /* it has said why */
		if (waitpid(slower, &status, WNOHANG) == slower) {
			run.possible = WIFEXITED(status) && WEXITSTATUS(status) != 4;
			run.damaged = run.damaged || run.possible; /* the checkpointer gave up */
			slower = 0;
			break;
		}
		if (milliseconds() > next) {
			next += 10000;
			printf("# %s the gate: %" PRId64 " s, %" PRId64 " saves, %" PRId64 " checkpoints slowed\n",
				gated ? "with" : "without", (milliseconds() - begun) / 1000, run.saves, run.slowed);
			fflush(stdout);
		}
	}
	if (goes_on) {
		kill(writer, SIGKILL);
		waitpid(writer, &status, 0);
	}
	if (slower) {
		kill(slower, SIGKILL);
		waitpid(slower, &status, 0);
	}
	take_last(acknowledged, &run.saves);
	close(acknowledged);
	close(told);
	run.milliseconds = milliseconds() - begun;
	if (run.possible)
		look_at_book(&run);
	remove_folder(&state);
	return run;
}

static void
tell(const struct run *run)
{
	printf("# %s the gate: %" PRId64 " saves, %" PRId64 " checkpoints slowed, %" PRId64 " s: %" PRId64
	       " of %d people wrong, book %s\n",
		run->gated ? "with" : "without", run->saves, run->slowed, run->milliseconds / 1000, run->lost, PEOPLE,
		run->damaged ? "damaged" : "sound");
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	const char *usage = "SECONDS SECONDS-WITHOUT-GATE";
	long seconds = number_of(argc, argv, 1, 1, usage), without = number_of(argc, argv, 2, 1, usage);
	int failed = 0, status = 0;
	printf("# SQLite %s, %s the race\n", sqlite3_libversion(), library_has_race() ? "which has" : "which has not");
	struct run open = race(false, without);
	if (!open.possible) {
		printf("FAILED the race is provoked: this machine does not let a process trace another (ptrace)\n");
		printf("0 passed, 1 failed\n");
		return 3;
	}
	tell(&open);
	bool shown = open.damaged || open.lost;
	if (library_has_race() && !shown) {
		printf("FAILED the race is provoked: nothing was lost without the gate either, so nothing is shown\n");
		failed++;
		status = 3;
	} else {
		printf("ok %s\n",
			shown ? "the race is provoked: without the gate the book is damaged"
			      : "this library has no race: nothing is lost even without the gate");
	}
	struct run gated = race(true, seconds);
	tell(&gated);
	if (!gated.possible || gated.damaged || gated.lost || !gated.saves || !gated.slowed) {
		printf("FAILED with the gate nothing is lost\n");
		failed++;
		status = 1;
	} else {
		printf("ok with the gate nothing is lost\n");
	}
	printf("%d passed, %d failed\n", 2 - failed, failed);
	return status;
}
