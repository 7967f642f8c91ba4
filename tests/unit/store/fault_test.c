/* Every call that reaches the disk fails once, and from some call on all fail: an error with a sentence, never a crash, and
 * nothing acknowledged is lost, nothing half saved.  The calls are counted in a VFS around SQLite's own. */
#include "base/mem.h"
#include "book.h"
#include "store/handle.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the VFS ---- */

static struct {
	long calls, fail_at;
	bool all;
} faults;

/* Whether this call fails. */
static bool
strike(void)
{
	faults.calls++;
	return faults.fail_at && (faults.all ? faults.calls >= faults.fail_at : faults.calls == faults.fail_at);
}

struct file {
	sqlite3_file base;
	sqlite3_file *real;
};
#define REAL(f) (((struct file *)(f))->real)

static int
file_close(sqlite3_file *f)
{
	return REAL(f)->pMethods ? REAL(f)->pMethods->xClose(REAL(f)) : SQLITE_OK;
}

static int
file_read(sqlite3_file *f, void *bytes, int length, sqlite3_int64 at)
{
	return strike() ? SQLITE_IOERR_READ : REAL(f)->pMethods->xRead(REAL(f), bytes, length, at);
}

static int
file_write(sqlite3_file *f, const void *bytes, int length, sqlite3_int64 at)
{
	return strike() ? (faults.calls % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE)
			: REAL(f)->pMethods->xWrite(REAL(f), bytes, length, at);
}

static int
file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return strike() ? SQLITE_IOERR_TRUNCATE : REAL(f)->pMethods->xTruncate(REAL(f), size);
}

static int
file_sync(sqlite3_file *f, int flags)
{
	return strike() ? SQLITE_IOERR_FSYNC : REAL(f)->pMethods->xSync(REAL(f), flags);
}

static int
file_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return strike() ? SQLITE_IOERR_FSTAT : REAL(f)->pMethods->xFileSize(REAL(f), size);
}

static int
file_lock(sqlite3_file *f, int lock)
{
	return strike() ? SQLITE_IOERR_LOCK : REAL(f)->pMethods->xLock(REAL(f), lock);
}

static int
file_unlock(sqlite3_file *f, int lock)
{
	return REAL(f)->pMethods->xUnlock(REAL(f), lock);
}

static int
file_reserved(sqlite3_file *f, int *reserved)
{
	return REAL(f)->pMethods->xCheckReservedLock(REAL(f), reserved);
}

static int
file_control(sqlite3_file *f, int op, void *arg)
{
	return REAL(f)->pMethods->xFileControl(REAL(f), op, arg);
}

static int
file_sector(sqlite3_file *f)
{
	return REAL(f)->pMethods->xSectorSize(REAL(f));
}

static int
file_device(sqlite3_file *f)
{
	return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}

static int
file_map(sqlite3_file *f, int page, int size, int extend, void volatile **memory)
{
	return strike() ? SQLITE_IOERR_SHMMAP : REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, memory);
}

static int
file_shm_lock(sqlite3_file *f, int offset, int count, int flags)
{
	return REAL(f)->pMethods->xShmLock(REAL(f), offset, count, flags);
}

static void
file_barrier(sqlite3_file *f)
{
	REAL(f)->pMethods->xShmBarrier(REAL(f));
}

static int
file_unmap(sqlite3_file *f, int delete)
{
	return REAL(f)->pMethods->xShmUnmap(REAL(f), delete);
}

static const sqlite3_io_methods methods = { 2, file_close, file_read, file_write, file_truncate, file_sync, file_size,
	file_lock, file_unlock, file_reserved, file_control, file_sector, file_device, file_map, file_shm_lock,
	file_barrier, file_unmap, NULL, NULL };

static sqlite3_vfs *unix_vfs, vfs;

static int
vfs_open(sqlite3_vfs *self, const char *name, sqlite3_file *f, int flags, int *out)
{
	(void)self;
	f->pMethods = NULL;
	if (strike())
		return SQLITE_CANTOPEN;
	struct file *file = (struct file *)f;
	file->real = (sqlite3_file *)(file + 1);
	int code = unix_vfs->xOpen(unix_vfs, name, file->real, flags, out);
	if (code == SQLITE_OK)
		f->pMethods = &methods;
	return code;
}

static int
install(void **state)
{
	(void)state;
	unix_vfs = sqlite3_vfs_find(NULL);
	vfs = *unix_vfs;
	vfs.szOsFile = (int)sizeof(struct file) + unix_vfs->szOsFile;
	vfs.zName = "faulty";
	vfs.xOpen = vfs_open;
	return sqlite3_vfs_register(&vfs, 1);
}

/* ---- what is done while calls fail ---- */

#define SAVES 6

/* Opens, saves, deletes, sets, backs up; notes in *saved which names were acknowledged. */
static void
work(const struct place_of_test *place, unsigned *saved, bool *deleted, int *told)
{
	struct test_host state;
	struct host host = host_of_test(&state, 77);
	struct store *store;
	struct err err = { 0 };
	if (!store_open(&store, place->path, &host, "lan", &err)) {
		check(err.kind != ERR_NONE && err.text && *err.text);
		*told += 1;
		err_release(&err);
		return;
	}
	for (int i = 0; i < SAVES; i++) {
		struct change *change;
		char name[16];
		snprintf(name, sizeof name, "n%d", i);
		struct record person = new_person(name), unit = new_unit(name);
		bool done = change_begin(&change, store, "save", NULL, &err);
		if (done) {
			done = change_write(change, &person, &err) && change_write(change, &unit, &err);
			if (done)
				done = change_commit(change, &err);
			else
				change_abandon(change);
		}
		if (done)
			*saved |= 1u << i;
		if (done != (err.kind == ERR_NONE))
			fail_msg("call %ld%s: %d %d %s", faults.fail_at, faults.all ? " on" : "", done, err.kind,
				err.text ? err.text : "");
		*told += !done;
		err_release(&err);
		record_release(&person);
		record_release(&unit);
	}
	struct record first;
	struct change *change;
	if (record_read(&first, store, ENTITY_PERSON, 1, &err) && change_begin(&change, store, "delete", NULL, &err)) {
		if (change_delete(change, &first, &err))
			*deleted = change_commit(change, &err);
		else
			change_abandon(change);
	}
	record_release(&first);
	*told += err.kind != ERR_NONE;
	err_release(&err);
	*told += !setting_write(store, "a", "b", &err);
	err_release(&err);
	int64_t last;
	store_news(store, 0, &last, NULL, NULL, &err);
	*told += err.kind != ERR_NONE;
	err_release(&err);
	*told += !store_backup(store, in_place(place, "sao.db"), &err);
	err_release(&err);
	store_close(store);
}

static void
copy_file(const char *from, const char *to)
{
	char bytes[65536];
	int in = open(from, O_RDONLY), out = open(to, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	check(in >= 0 && out >= 0);
	for (ssize_t got; (got = read(in, bytes, sizeof bytes)) > 0;)
		check_int(write(out, bytes, (size_t)got), got);
	close(in);
	close(out);
}

static void
start_afresh(const struct place_of_test *place)
{
	static const char *const names[] = { "so.db-wal", "so.db-shm", "so.db-gate", "sao.db" };
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		unlink(in_place(place, names[i]));
	copy_file(in_place(place, "gốc.db"), place->path);
}

/* A save that was not acknowledged may still be there, whole: its commit reached the disk and something failed after it. */
static void
check_book(const struct place_of_test *place, unsigned saved, bool deleted, bool whole)
{
	struct store *store = open_book(place, "lan");
	for (int i = 0; i < SAVES; i++) {
		char sql[80];
		snprintf(sql, sizeof sql, "SELECT count(*) FROM person WHERE name = 'n%d'", i);
		int64_t people = ask_integer(store, sql);
		snprintf(sql, sizeof sql, "SELECT count(*) FROM unit WHERE note = 'n%d'", i);
		check_int(people, ask_integer(store, sql));
		if (saved & 1u << i)
			check_int(people, 1);
	}
	check(!deleted || !is_there(store, ENTITY_PERSON, 1));
	check_int(ask_integer(store, "SELECT quick_check = 'ok' FROM pragma_quick_check"), 1);
	check_int(ask_integer(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	if (whole)
		check_int(findings(store), 0);
	store_close(store);
	if (whole && access(in_place(place, "sao.db"), F_OK) == 0) {
		struct place_of_test copy = *place;
		snprintf(copy.path, sizeof copy.path, "%s", in_place(place, "sao.db"));
		store = open_book(&copy, "lan");
		check_int(findings(store), 0);
		store_close(store);
	}
}

static long
run_with_faults(const struct place_of_test *place, long at, bool all, int *told)
{
	unsigned saved = 0;
	bool deleted = false;
	start_afresh(place);
	faults.calls = 0;
	faults.fail_at = at;
	faults.all = all;
	work(place, &saved, &deleted, told);
	faults.fail_at = 0;
	long calls = faults.calls;
	if (!at)
		check_int(saved, (1 << SAVES) - 1);
	check_book(place, saved, deleted, at % 8 == 0);
	return calls;
}

static void
any_call_may_fail(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	save_person(store, "đầu");
	store_close(store);
	copy_file(place->path, in_place(place, "gốc.db"));
	int told = 0;
	long calls = run_with_faults(place, 0, false, &told);
	check_int(told, 0);
	check(calls > 50);
	/* every point up to the backup's copying, then each third: that repeats itself */
	for (long at = 1; at <= calls; at += at < 200 ? 1 : 3) {
		run_with_faults(place, at, false, &told);
		if (at % 3 == 0)
			run_with_faults(place, at, true, &told);
	}
	print_message("  %ld calls to the disk, %d sentences\n", calls, told);
	check(told > calls / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(any_call_may_fail, make_place, remove_place),
	};
	return cmocka_run_group_tests(tests, install, NULL);
}
