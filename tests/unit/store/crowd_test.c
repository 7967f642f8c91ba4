/* Several processes at one book: the gate, conflicts.  Sudden death: tests/torture/kill.c. */
#include "base/mem.h"
#include "book.h"
#include "store/handle.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A child has no test to fail: it says why and leaves with 1. */
#define DEMAND(condition, err) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #condition, \
				(err)->text ? (err)->text : ""); \
			_exit(1); \
		} \
	} while (0)

static int64_t
milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct store *
child_opens(const struct place_of_test *place, const char *login, struct test_host *state, uint64_t seed)
{
	struct host host = host_of_test(state, seed);
	struct store *store;
	struct err err = { 0 };
	DEMAND(store_open(&store, place->path, &host, login, &err), &err);
	return store;
}

static int
wait_for_child(pid_t child)
{
	int status;
	check_int(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

/* ---- several writers ---- */

#define WRITERS 4
#define SAVES 200

/* Adds 1 to the attendance of one record, reading anew when somebody was faster. */
static bool
add_one(struct store *store, int64_t meeting, int *conflicts)
{
	for (;;) {
		struct record record;
		struct err err = { 0 };
		struct change *change;
		DEMAND(record_read(&record, store, ENTITY_MEETING, meeting, &err), &err);
		record_set_integer(&record, MEETING_ATTENDANCE, record_integer(&record, MEETING_ATTENDANCE, 0) + 1);
		DEMAND(change_begin(&change, store, "save", NULL, &err), &err);
		bool written = change_write(change, &record, &err);
		record_release(&record);
		if (written) {
			DEMAND(change_commit(change, &err), &err);
			return true;
		}
		DEMAND(err.kind == ERR_CONFLICT, &err);
		*conflicts += 1;
		err_release(&err);
		change_abandon(change);
	}
}

static void
write_much(const struct place_of_test *place, int64_t meeting, int number)
{
	struct test_host state;
	char login[16];
	int conflicts = 0;
	snprintf(login, sizeof login, "người%d", number % 3);
	struct store *store = child_opens(place, login, &state, (uint64_t)number + 10);
	for (int i = 0; i < SAVES; i++)
		add_one(store, meeting, &conflicts);
	store_close(store);
	_exit(0);
}

static void
nothing_is_lost_among_several_writers(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	struct record meeting = record_new(ENTITY_MEETING);
	record_set_integer(&meeting, MEETING_KINDS, 1);
	record_set_integer(&meeting, MEETING_ORGANISER, save_unit(store, NULL));
	save(store, &meeting);
	store_close(store);
	pid_t children[WRITERS];
	fflush(NULL);
	for (int i = 0; i < WRITERS; i++)
		if ((children[i] = fork()) == 0)
			write_much(place, meeting.id, i);
	for (int i = 0; i < WRITERS; i++)
		check_int(wait_for_child(children[i]), 0);
	store = open_book(place, "lan");
	struct record after = read_record(store, ENTITY_MEETING, meeting.id);
	check_int(record_integer(&after, MEETING_ATTENDANCE, 0), WRITERS * SAVES);
	check_int(ask_integer(store, "SELECT count(*) FROM change_record WHERE entity = 28"), WRITERS * SAVES + 1);
	check_int(ask_integer(store, "SELECT count(*) FROM account"), 4);
	/* each row of history goes on where the one before stopped */
	struct record_change *changes;
	size_t count;
	struct err err = { 0 };
	no_error(history_of_record(&changes, &count, store, ENTITY_MEETING, meeting.id, &err), &err);
	for (size_t i = 0; i + 2 < count; i++)
		check_text(changes[i].fields[0].old, changes[i + 1].fields[0].new_);
	record_changes_release(changes, count);
	check_int(findings(store), 0);
	record_release(&after);
	record_release(&meeting);
	store_close(store);
}

/* ---- waiting at the gate ---- */

/* A child that holds the gate in a change until the pipe is closed. */
static pid_t
hold_gate(const struct place_of_test *place, const char *login, int *release)
{
	int ready[2], go[2];
	check_int(pipe(ready), 0);
	check_int(pipe(go), 0);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		struct test_host state;
		struct err err = { 0 };
		struct change *change;
		char byte;
		close(go[1]);
		struct store *store = child_opens(place, login, &state, 20);
		DEMAND(change_begin(&change, store, "save", NULL, &err), &err);
		struct record person = new_person("Người giữ cổng");
		DEMAND(change_write(change, &person, &err), &err);
		DEMAND(write(ready[1], "x", 1) == 1, &err);
		while (read(go[0], &byte, 1) < 0 && errno == EINTR)
			;
		DEMAND(change_commit(change, &err), &err);
		record_release(&person);
		store_close(store);
		_exit(0);
	}
	char byte;
	close(ready[1]);
	close(go[0]);
	check_int(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	*release = go[1];
	return child;
}

struct patience {
	int calls, most, release;
	char login[32];
};

static bool
grow_impatient(void *to, const char *login)
{
	struct patience *patience = to;
	patience->calls++;
	snprintf(patience->login, sizeof patience->login, "%s", login);
	if (patience->calls == patience->most && patience->release >= 0) {
		close(patience->release);
		patience->release = -1;
		return true;
	}
	return patience->calls < patience->most || patience->release == -1;
}

static void
ignore_alarm(int number)
{
	(void)number;
}

static void
who_waits_is_told_for_whom(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	struct sigaction own = { .sa_handler = ignore_alarm, .sa_flags = SA_RESTART }, after;
	sigaction(SIGALRM, &own, NULL);
	int release;
	pid_t child = hold_gate(place, "mai", &release);
	struct patience patience = { .most = 3, .release = -2 };
	struct change *change;
	struct err err = { 0 };
	store_on_wait(store, grow_impatient, &patience);
	int64_t begun = milliseconds();
	check(!change_begin(&change, store, "save", NULL, &err));
	expect_error(&err, ERR_CANCELLED, "thôi chờ");
	check_int(patience.calls, 3);
	check_text(patience.login, "mai");
	int64_t waited = milliseconds() - begun;
	check(waited >= 700 && waited < 2500);
	/* readers never wait, and close does not either */
	begun = milliseconds();
	check_int(ask_integer(store, "SELECT count(*) FROM person"), 0);
	store_close(open_book(place, "lan"));
	check(milliseconds() - begun < 200);
	/* patient: the holder leaves while we wait */
	patience = (struct patience){ .most = 2, .release = release };
	begun = milliseconds();
	no_error(change_begin(&change, store, "save", NULL, &err), &err);
	check(patience.calls >= 2);
	check_int(ask_integer(store, "SELECT count(*) FROM person"), 1);
	change_abandon(change);
	check_int(wait_for_child(child), 0);
	/* the alarm is as it was */
	sigaction(SIGALRM, NULL, &after);
	check(after.sa_handler == ignore_alarm);
	store_close(store);
}

static void
a_holder_that_dies_frees_the_gate(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	int release;
	pid_t child = hold_gate(place, "mai", &release);
	kill(child, SIGKILL);
	check_int(wait_for_child(child), 100 + SIGKILL);
	close(release);
	save_person(store, "Lan");
	check_int(ask_integer(store, "SELECT count(*) FROM person"), 1);
	check_int(findings(store), 0);
	store_close(store);
}

static void
a_reader_in_the_middle_stops_nobody(void **state)
{
	const struct place_of_test *place = *state;
	struct store *reader = new_book(place, "lan"), *writer = open_book(place, "mai");
	struct err err = { 0 };
	no_error(store_read_begin(reader, &err), &err);
	check_int(ask_integer(reader, "SELECT count(*) FROM person"), 0);
	int64_t begun = milliseconds();
	for (int i = 0; i < 20; i++)
		save_person(writer, "Lan");
	store_close(writer);
	check(milliseconds() - begun < 3000);
	store_read_end(reader);
	check_int(ask_integer(reader, "SELECT count(*) FROM person"), 20);
	store_close(reader);
}

static void
a_writer_outside_the_gate_makes_the_book_busy(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	sqlite3 *foreign;
	check_int(sqlite3_open(place->path, &foreign), SQLITE_OK);
	check_int(sqlite3_exec(foreign, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(store->db, 50);
	struct change *change;
	struct err err = { 0 };
	check(!change_begin(&change, store, "save", NULL, &err));
	expect_error(&err, ERR_BUSY, "đang bận");
	check(!setting_write(store, "a", "b", &err));
	expect_error(&err, ERR_BUSY, "đang bận");
	check_int(sqlite3_exec(foreign, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	save_person(store, "Lan");
	check_int(sqlite3_close(foreign), SQLITE_OK);
	check_int(findings(store), 0);
	store_close(store);
}

int
main(void)
{
	signal(SIGPIPE, SIG_IGN);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_lost_among_several_writers),
		TEST(who_waits_is_told_for_whom),
		TEST(a_holder_that_dies_frees_the_gate),
		TEST(a_reader_in_the_middle_stops_nobody),
		TEST(a_writer_outside_the_gate_makes_the_book_busy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
