/* Each call of the system and each allocation of every kind of save fails once, and from some call on all fail: no crash, a
 * sentence, and the book is as it was before or as it is after, never in between; what was acknowledged is there.
 *
 * usage: fault CALLS ALLOCATIONS [DEED]   try each CALLS-th call and each ALLOCATIONS-th allocation; 1 1 is all of them */
#include "base/mem.h"
#include "deeds.h"
#include "fault_calls.h"
#include "store/handle.h"
#include "torture.h"
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/param.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct folder *folder;
static const char *const kind_names[] = { "call", "allocation" };

/* What the child that does the deed tells. */
static struct report {
	bool finished, done;
	int kind;
	char sentence[400];
	long counted[FAULT_KINDS];
} * report;
static int complaints; /* what it writes to standard error */

/* ---- what is in the folder ---- */

#define FNV_OFFSET UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

static uint64_t
hash(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ at[i]) * FNV_PRIME;
	return hash;
}

static sqlite3_stmt *
ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt;
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	return stmt;
}

static uint64_t
hash_table(uint64_t sum, sqlite3 *db, const char *table)
{
	char sql[128];
	snprintf(sql, sizeof sql, "SELECT * FROM \"%s\" ORDER BY 1, 2", table);
	sqlite3_stmt *stmt = ask(db, sql);
	sum = hash(sum, table, strlen(table));
	while (sqlite3_step(stmt) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(stmt); i++) {
			int type = sqlite3_column_type(stmt, i);
			sum = hash(sum, &type, sizeof type);
			sum = hash(sum, sqlite3_column_blob(stmt, i), (size_t)sqlite3_column_bytes(stmt, i));
		}
	sqlite3_finalize(stmt);
	return sum;
}

/* Of all rows of a book, which must be sound. */
static uint64_t
hash_book(const char *path)
{
	sqlite3 *db;
	uint64_t sum = FNV_OFFSET;
	check_int(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_stmt *stmt = ask(db, "PRAGMA quick_check(1)");
	if (sqlite3_step(stmt) != SQLITE_ROW || strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") != 0)
		fail_msg("%s is damaged: %s", path, sqlite3_errmsg(db));
	sqlite3_finalize(stmt);
	stmt = ask(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
	while (sqlite3_step(stmt) == SQLITE_ROW)
		sum = hash_table(sum, db, (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	stmt = ask(db, "SELECT count(*) FROM pragma_foreign_key_check");
	check_int(sqlite3_step(stmt), SQLITE_ROW);
	check_int(sqlite3_column_int(stmt, 0), 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return sum;
}

static uint64_t
hash_file(const char *path)
{
	char bytes[8192];
	uint64_t sum = FNV_OFFSET;
	int file = open(path, O_RDONLY);
	check(file >= 0);
	for (ssize_t got; (got = read(file, bytes, sizeof bytes)) > 0;)
		sum = hash(sum, bytes, (size_t)got);
	close(file);
	return sum;
}

static bool
ends(const char *name, const char *end)
{
	size_t length = strlen(name), tail = strlen(end);
	return length >= tail && strcmp(name + length - tail, end) == 0;
}

struct state {
	uint64_t sum;
	int unfinished; /* files that were to get their name later */
};

static bool
is_of_sqlite(const char *name)
{
	static const char *const ends_of[] = { "-wal", "-shm", "-gate", "-journal" };
	for (size_t i = 0; i < ARRAY_COUNT(ends_of); i++)
		if (ends(name, ends_of[i]))
			return true;
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, "before.db") == 0;
}

/* The sum of an unordered set of files: books by their rows, drafts by their bytes. */
static void
add_folder(struct state *state, const char *path)
{
	DIR *open = opendir(path);
	check(open != NULL);
	for (struct dirent *entry; (entry = readdir(open));) {
		char inside[512];
		struct stat found;
		snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
		if (is_of_sqlite(entry->d_name))
			continue;
		check_int(lstat(inside, &found), 0);
		if (S_ISDIR(found.st_mode))
			add_folder(state, inside);
		else if (strstr(entry->d_name, "new-") || ends(entry->d_name, ".new"))
			state->unfinished++;
		else if (ends(entry->d_name, ".db"))
			state->sum += hash(hash_book(inside), entry->d_name, strlen(entry->d_name));
		else if (
			found.st_size) /* a draft may get another number; one that is claimed and has no text is none */
			state->sum += hash_file(inside);
	}
	closedir(open);
}

static struct state
look(void)
{
	struct state state = { 0 };
	add_folder(&state, folder->path);
	return state;
}

static void
empty(const char *path)
{
	DIR *open = opendir(path);
	for (struct dirent *entry; open && (entry = readdir(open));) {
		char inside[512];
		snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
			strcmp(entry->d_name, "before.db") == 0)
			continue;
		if (unlink(inside) != 0) {
			empty(inside);
			rmdir(inside);
		}
	}
	if (open)
		closedir(open);
}

static void
copy_file(const char *from, const char *to)
{
	static char bytes[1 << 20];
	int in = open(from, O_RDONLY), out = open(to, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	check(in >= 0 && out >= 0);
	for (ssize_t got; (got = read(in, bytes, sizeof bytes)) > 0;)
		check_int(write(out, bytes, (size_t)got), got);
	close(in);
	close(out);
}

/* ---- the child that does the deed ---- */

static int64_t
frozen_now(void *self)
{
	return *(int64_t *)self += 1000;
}

static int
frozen_today(void *self)
{
	(void)self;
	return 20261121;
}

static void
frozen_random(void *self, uint8_t *bytes, size_t length)
{
	static uint64_t seed = 5;
	(void)self;
	for (size_t i = 0; i < length; i++) {
		seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		bytes[i] = (uint8_t)(seed >> 56);
	}
}

#define ONLY_PREPARED (-1)

static _Noreturn void
do_deed(const struct deed *deed, enum fault_kind kind, long at, bool all_on)
{
	int64_t now = INT64_C(1795391895123);
	struct host host = { .now = frozen_now, .today = frozen_today, .random = frozen_random, .self = &now };
	struct store *store;
	struct err err = { 0 };
	dup2(complaints, STDERR_FILENO);
	works(store_open(&store, path_in(folder, "so.db"), &host, deed->login ? deed->login : "hoa", &err), &err);
	deeds_look(store);
	if (deed->prepare)
		deed->prepare(store, deed);
	if (at == ONLY_PREPARED)
		_exit(0);
	faults_arm(kind, at, all_on);
	report->done = deed->act(store, deed, &err);
	faults_disarm();
	report->kind = (int)err.kind;
	snprintf(report->sentence, sizeof report->sentence, "%s", err.text ? err.text : "");
	for (int i = 0; i < FAULT_KINDS; i++)
		report->counted[i] = faults_counted((enum fault_kind)i);
	report->finished = true;
	_exit(0);
}

/* ---- judgement ---- */

struct trial {
	const struct deed *deed;
	uint64_t before, after;
	long tried[FAULT_KINDS], sentences, deaths;
	bool failed;
};

static void
blame(struct trial *trial, enum fault_kind kind, long at, bool all_on, const char *what)
{
	trial->failed = true;
	printf("  %s: %s %ld%s: %s (%s)\n", trial->deed->name, kind_names[kind], at, all_on ? " and all after it" : "",
		what, report->sentence);
}

static bool
said_no_memory(void)
{
	char text[512] = "";
	ssize_t got = pread(complaints, text, sizeof text - 1, 0);
	return got > 0 && strstr(text, "hết bộ nhớ");
}

/* Runs the deed with a fault in a process of its own; whether the fault was reached. */
static bool
try(struct trial *trial, enum fault_kind kind, long at, bool all_on)
{
	empty(folder->path);
	copy_file(path_in(folder, "before.db"), path_in(folder, "so.db"));
	*report = (struct report){ 0 };
	check_int(ftruncate(complaints, 0), 0);
	lseek(complaints, 0, SEEK_SET);
	fflush(NULL);
	pid_t child = fork();
	check(child >= 0);
	if (child == 0)
		do_deed(trial->deed, kind, at, all_on);
	int status;
	check_int(waitpid(child, &status, 0), child);
	struct state now = look();
	if (at == ONLY_PREPARED) {
		check(WIFEXITED(status) && WEXITSTATUS(status) == 0);
		trial->before = now.sum;
		return true;
	}
	if (!at) {
		if (!WIFEXITED(status) || !report->done)
			fail_msg("%s: %s", trial->deed->name, report->sentence);
		trial->after = now.sum;
		if (trial->after == trial->before)
			fail_msg("%s: changes nothing", trial->deed->name);
		return true;
	}
	trial->tried[kind]++;
	bool died = kind == FAULT_ALLOCATION && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT && said_no_memory();
	if (!died && !(WIFEXITED(status) && WEXITSTATUS(status) == 0 && report->finished))
		blame(trial, kind, at, all_on, "crashed");
	if (!died && report->finished && !report->done && (!report->kind || !*report->sentence))
		blame(trial, kind, at, all_on, "failed without a sentence");
	if (now.sum != trial->after && (report->done || now.sum != trial->before))
		blame(trial, kind, at, all_on, report->done ? "what was acknowledged is not there" : "half stored");
	if (!died && !all_on && now.unfinished)
		blame(trial, kind, at, all_on, "left an unfinished file");
	trial->deaths += died;
	trial->sentences += report->finished && !report->done;
	return died || report->counted[kind] >= at;
}

static bool
try_deed(const struct deed *deed, size_t index, long call_step, long allocation_step)
{
	struct trial trial = { .deed = deed };
	long steps[] = { call_step, allocation_step };
	try(&trial, FAULT_CALL, ONLY_PREPARED, false);
	try(&trial, FAULT_CALL, 0, false);
	long counted[] = { report->counted[FAULT_CALL], report->counted[FAULT_ALLOCATION] };
	check(counted[FAULT_CALL] > 0 && counted[FAULT_ALLOCATION] > 0);
	for (int kind = 0; kind < FAULT_KINDS; kind++)
		/* A run that does not reach its fault needs no more of them.  Deeds that go the same way begin at other steps. */
		for (long at = 1 + (long)index % MIN(steps[kind], counted[kind]);
			try(&trial, (enum fault_kind)kind, at, false); at += steps[kind])
			if (kind == FAULT_CALL)
				try(&trial, FAULT_CALL, at, true);
	if (trial.sentences == 0 && call_step == 1) {
		trial.failed = true;
		printf("  %s: no fault was told with a sentence\n", deed->name);
	}
	printf("%s each call and allocation fails in: %s\n", trial.failed ? "FAILED" : "ok", deed->name);
	printf("# %ld calls in %ld trials, %ld allocations in %ld trials: %ld sentences, %ld deaths with one\n",
		counted[0], trial.tried[0], counted[1], trial.tried[1], trial.sentences, trial.deaths);
	return !trial.failed;
}

int
main(int argc, char **argv)
{
	const char *usage = "CALLS ALLOCATIONS [DEED]";
	long call_step = number_of(argc, argv, 1, 1, usage), allocation_step = number_of(argc, argv, 2, 1, usage);
	void *state;
	check_int(make_folder(&state), 0);
	folder = state;
	report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	complaints = memfd_create("complaints", MFD_CLOEXEC);
	check(report != MAP_FAILED && complaints >= 0);
	make_full_book(folder);
	copy_file(path_in(folder, "so.db"), path_in(folder, "before.db"));
	size_t count, passed = 0, failed = 0;
	const struct deed *deed = deeds(&count);
	for (size_t i = 0; i < count; i++) {
		if (argc > 3 && strcmp(argv[3], deed[i].name) != 0)
			continue;
		bool good = try_deed(&deed[i], i, call_step, allocation_step);
		passed += good;
		failed += !good;
		fflush(stdout);
	}
	empty(folder->path);
	unlink(path_in(folder, "before.db"));
	remove_folder(&state);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || !passed;
}
