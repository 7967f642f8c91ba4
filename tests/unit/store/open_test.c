/* Ways of opening a book, and of refusing to. */
#include "base/mem.h"
#include "book.h"
#include "store/handle.h"
#include "store/place.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static struct test_host host_state;

static void
open_fails(const char *path, enum err_kind kind, const char *vi, const char *en)
{
	struct host host = host_of_test(&host_state, 2);
	for (int language = LANGUAGE_VI; language <= LANGUAGE_EN; language++) {
		struct store *store = (struct store *)&host;
		struct err err = { 0 };
		say_choose((enum language)language);
		if (store_open(&store, path, &host, "lan", &err))
			fail_msg("%s: opened", path);
		check(!store);
		const char *base = strrchr(path, '/');
		if (!err.text || !strstr(err.text, base ? base : path))
			fail_msg("no path in «%s»", err.text ? err.text : "(null)");
		expect_error(&err, kind, language == LANGUAGE_VI ? vi : en);
	}
	say_choose(LANGUAGE_VI);
}

static void
write_file(const char *path, const void *bytes, size_t length)
{
	int file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
	check(file >= 0);
	check_int(write(file, bytes, length), (int64_t)length);
	close(file);
}

static void
no_book_is_a_sentence(void **state)
{
	static unsigned char noise[20000];
	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (unsigned char)(i * 37 + i / 251);
	open_fails(in_place(*state, "không có.db"), ERR_NOT_FOUND, "Không có sổ nào", "no book");
	open_fails(((struct place_of_test *)*state)->folder, ERR_INVALID, "là thư mục", "is a folder");
	const char *path = in_place(*state, "x.db");
	write_file(path, "", 0);
	open_fails(path, ERR_INVALID, "không phải là sổ", "not a thidua book");
	write_file(path, noise, sizeof noise);
	open_fails(path, ERR_STORAGE, "không phải là sổ", "not a thidua book");
	write_file(path, "chỉ là chữ\n", 13);
	open_fails(path, ERR_STORAGE, "không phải là sổ", "not a thidua book");
	check_int(unlink(path), 0);
	check_int(mkfifo(path, 0600), 0);
	open_fails(path, ERR_INVALID, "không phải là tệp thường", "no ordinary file");
	check_int(unlink(path), 0);
	check_int(symlink("nowhere", path), 0);
	open_fails(path, ERR_NOT_FOUND, "Không có sổ nào", "no book");
}

static void
foreign_and_newer_books_are_refused(void **state)
{
	const struct place_of_test *place = *state;
	const char *other = in_place(place, "other.db");
	write_file(other, "", 0);
	check(!raw(other, "CREATE TABLE t(x); PRAGMA application_id = 5"));
	open_fails(other, ERR_INVALID, "không phải là sổ", "not a thidua book");
	store_close(new_book(place, "lan"));
	check(!raw(place->path, "PRAGMA user_version = 2"));
	open_fails(place->path, ERR_INVALID, "mới hơn", "newer");
	check(!raw(place->path, "PRAGMA user_version = 0"));
	open_fails(place->path, ERR_INVALID, "dạng cũ", "old form");
	check(!raw(place->path, "PRAGMA user_version = 1; UPDATE meta SET value = 9 WHERE name = 'key_version'"));
	open_fails(place->path, ERR_INVALID, "mới hơn", "newer");
	check(!raw(place->path, "UPDATE meta SET value = 1 WHERE name = 'key_version'"));
	store_close(open_book(place, "lan"));
}

static void
a_truncated_or_damaged_book_is_refused(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	for (int i = 0; i < 20; i++)
		save_person(store, "Nguyễn Văn Một");
	store_close(store);
	struct stat file;
	check_int(stat(place->path, &file), 0);
	check_int(truncate(place->path, file.st_size / 2), 0);
	open_fails(place->path, ERR_STORAGE, "bị hỏng", "damaged");
	check_int(truncate(place->path, 50), 0);
	open_fails(place->path, ERR_STORAGE, "bị hỏng", "damaged");
	check_int(truncate(place->path, 0), 0);
	open_fails(place->path, ERR_INVALID, "không phải là sổ", "not a thidua book");
}

/* Any byte may be wrong: the store answers with an error or opens, and checking tells; it never crashes. */
static void
damage_never_crashes(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	for (int i = 0; i < 5; i++)
		save_person(store, "Nguyễn Văn Một");
	store_close(store);
	struct stat file;
	check_int(stat(place->path, &file), 0);
	int book = open(place->path, O_RDWR);
	uint64_t random = 7;
	struct host host = host_of_test(&host_state, 2);
	int refused = 0, told_of = 0;
	for (int round = 0; round < 60; round++) {
		off_t at[4];
		unsigned char old[4];
		for (int i = 0; i < 4; i++) {
			random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
			at[i] = (off_t)((random >> 20) % (uint64_t)(i ? file.st_size : 4096));
			check_int(pread(book, &old[i], 1, at[i]), 1);
			unsigned char wrong = (unsigned char)(random >> 50);
			check_int(pwrite(book, &wrong, 1, at[i]), 1);
		}
		struct err err = { 0 };
		if (!store_open(&store, place->path, &host, "lan", &err)) {
			refused++;
		} else {
			int count = 0;
			struct record person;
			if (record_read(&person, store, ENTITY_PERSON, 3, &err))
				record_release(&person);
			err_release(&err);
			struct change *change;
			if (change_begin(&change, store, "save", NULL, &err)) {
				struct record fresh = new_person("Mới");
				change_write(change, &fresh, &err);
				change_abandon(change);
				record_release(&fresh);
			}
			err_release(&err);
			sqlite3_stmt *quick;
			check_int(sqlite3_prepare_v2(store->db, "PRAGMA quick_check", -1, &quick, NULL), SQLITE_OK);
			if (sqlite3_step(quick) == SQLITE_ROW &&
				strcmp((const char *)sqlite3_column_text(quick, 0), "ok") != 0)
				count++;
			sqlite3_finalize(quick);
			told_of += count;
			store_close(store);
		}
		err_release(&err);
		for (int i = 3; i >= 0; i--)
			check_int(pwrite(book, &old[i], 1, at[i]), 1);
	}
	close(book);
	check(refused + told_of > 5);
	store = open_book(place, "lan");
	check_int(findings(store), 0);
	store_close(store);
}

static void
two_names_of_one_file_are_refused(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	const char *second = in_place(place, "hai.db");
	check_int(link(place->path, second), 0);
	open_fails(place->path, ERR_INVALID, "hai tên", "two names");
	open_fails(second, ERR_INVALID, "hai tên", "two names");
	check_int(unlink(second), 0);
	store_close(open_book(place, "lan"));
}

static void
a_symbolic_link_leads_to_the_real_book(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	const char *name = in_place(place, "tắt.db");
	check_int(symlink("so.db", name), 0);
	struct host host = host_of_test(&host_state, 2);
	struct store *store;
	struct err err = { 0 };
	no_error(store_open(&store, name, &host, "lan", &err), &err);
	check_text(store_path(store), place->path);
	save_person(store, "Lan");
	check_int(access(in_place(place, "so.db-gate"), F_OK), 0);
	check_int(access(in_place(place, "tắt.db-gate"), F_OK), -1);
	store_close(store);
}

static bool
everything_is_network(const char *path)
{
	(void)path;
	return true;
}

static void
a_network_file_system_is_refused(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	bool (*before)(const char *path) = place_is_network;
	place_is_network = everything_is_network;
	open_fails(place->path, ERR_INVALID, "ổ đĩa mạng", "network drive");
	struct host host = host_of_test(&host_state, 2);
	struct store *store;
	struct err err = { 0 };
	check(!store_create(&store, in_place(place, "mới.db"), &host, "lan", "Sổ", 2026, &err));
	expect_error(&err, ERR_INVALID, "ổ đĩa mạng");
	place_is_network = before;
	check(!place_is_network(place->folder));
	check(!place_is_network("/proc"));
}

static void
creating_spares_what_is_there(void **state)
{
	const struct place_of_test *place = *state;
	struct host host = host_of_test(&host_state, 2);
	struct store *store;
	struct err err = { 0 };
	write_file(place->path, "của tôi", 9);
	check(!store_create(&store, place->path, &host, "lan", "Sổ", 2026, &err));
	expect_error(&err, ERR_INVALID, "Đã có tệp");
	check(!store_create(&store, in_place(place, "không/so.db"), &host, "lan", "Sổ", 2026, &err));
	expect_error(&err, ERR_STORAGE, "Không tạo được");
	struct stat file;
	check_int(stat(place->path, &file), 0);
	check_int(file.st_size, 9);
}

static void
a_new_book_is_for_its_owner_alone(void **state)
{
	const struct place_of_test *place = *state;
	mode_t mask = umask(0);
	struct store *store = new_book(place, "lan");
	save_person(store, "Lan");
	umask(mask);
	static const char *const names[] = { "so.db", "so.db-wal", "so.db-shm", "so.db-gate" };
	for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
		struct stat file;
		check_int(stat(in_place(place, names[i]), &file), 0);
		check_int(file.st_mode & 0777, 0600);
	}
	store_close(store);
	struct stat log;
	check_int(stat(in_place(place, "so.db-wal"), &log), 0);
	check_int(log.st_size, 0);
	/* only the four are left of the making */
	struct str list = { 0 };
	str_add_format(&list, "test $(ls %s | wc -l) = 4", place->folder);
	check_int(system(str_text(&list)), 0);
	str_release(&list);
}

static void
a_gate_that_is_a_link_is_refused(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	check_int(unlink(in_place(place, "so.db-gate")), 0);
	check_int(symlink("/tmp", in_place(place, "so.db-gate")), 0);
	open_fails(place->path, ERR_STORAGE, "tệp khóa", "lock file");
}

static void
strange_names_are_opened(void **state)
{
	static const char *const names[] = { "a b?c#d%41&e=f.db", "Sổ “thi đua” 2026.db", ":memory:", "file:x.db",
		"'\"`$(x);.db" };
	const struct place_of_test *place = *state;
	struct host host = host_of_test(&host_state, 2);
	for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
		struct store *store;
		struct err err = { 0 };
		const char *path = in_place(place, names[i]);
		no_error(store_create(&store, path, &host, "lan", names[i], 2026, &err), &err);
		check_text(store_path(store), path);
		store_close(store);
	}
}

/* ---- as somebody else: a child without privileges ---- */

#define STRANGER 65534

/* Runs look in a child of another user; its exit status tells whether it was content. */
static int
as_stranger(const struct place_of_test *place, void (*look)(const struct place_of_test *place))
{
	check_int(geteuid(), 0);
	fflush(NULL);
	pid_t child = fork();
	check(child >= 0);
	if (child == 0) {
		if (setgid(STRANGER) != 0 || setuid(STRANGER) != 0)
			_exit(9);
		look(place);
		_exit(0);
	}
	int status;
	check_int(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

#define DEMAND(condition) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			_exit(1); \
		} \
	} while (0)

static int64_t
count_people(struct store *store)
{
	struct err err = { 0 };
	int64_t number;
	DEMAND(rows_one_integer(&number, -1, store, question_of("SELECT count(*) FROM person"), NULL, 0, &err));
	return number;
}

static struct store *
stranger_opens(const struct place_of_test *place, enum store_mode mode)
{
	struct host host = host_of_test(&host_state, 3);
	struct err err = { 0 };
	struct store *store;
	if (!store_open(&store, place->path, &host, "khách", &err)) {
		fprintf(stderr, "%s\n", err.text);
		_exit(2);
	}
	DEMAND(store_mode(store) == mode);
	return store;
}

static void
look_at_a_snapshot(const struct place_of_test *place)
{
	struct store *store = stranger_opens(place, STORE_SNAPSHOT);
	struct err err = { 0 };
	struct change *change;
	DEMAND(count_people(store) == 1);
	DEMAND(!change_begin(&change, store, "save", NULL, &err) && err.kind == ERR_READ_ONLY && !change);
	DEMAND(strstr(err.text, "chỉ để xem") && strstr(err.text, place->path));
	err_release(&err);
	DEMAND(!setting_write(store, "a", "b", &err) && err.kind == ERR_READ_ONLY);
	DEMAND(!store_is_stale(store));
	store_close(store);
	DEMAND(access(in_place(place, "so.db-gate"), W_OK) != 0);
}

static void
look_along(const struct place_of_test *place)
{
	struct store *store = stranger_opens(place, STORE_READ_ONLY);
	struct err err = { 0 };
	struct change *change;
	DEMAND(count_people(store) == 2);
	DEMAND(!change_begin(&change, store, "save", NULL, &err) && err.kind == ERR_READ_ONLY);
	DEMAND(!store_is_stale(store));
	store_close(store);
}

static void
look_and_be_refused(const struct place_of_test *place)
{
	struct host host = host_of_test(&host_state, 3);
	struct err err = { 0 };
	struct store *store;
	DEMAND(!store_open(&store, place->path, &host, "khách", &err));
	DEMAND(err.kind == ERR_STORAGE && strstr(err.text, "tài khoản chủ sổ"));
	err_release(&err);
}

static void
look_without_right(const struct place_of_test *place)
{
	struct host host = host_of_test(&host_state, 3);
	struct err err = { 0 };
	struct store *store;
	DEMAND(!store_open(&store, place->path, &host, "khách", &err));
	DEMAND(err.kind == ERR_STORAGE && strstr(err.text, "Không đọc được") && strstr(err.text, place->path));
	err_release(&err);
	DEMAND(!store_create(&store, in_place(place, "mới.db"), &host, "khách", "Sổ", 2026, &err));
	DEMAND(err.kind == ERR_STORAGE && strstr(err.text, "Không tạo được"));
	err_release(&err);
}

static void
somebody_else_only_looks(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	save_person(store, "Lan");
	store_close(store);
	check_int(chmod(place->folder, 0755), 0);
	check_int(as_stranger(place, look_without_right), 0);
	check_int(chmod(place->path, 0644), 0);
	check_int(as_stranger(place, look_at_a_snapshot), 0);
	/* even where anybody may write into the folder: a stranger's log would lock the owner out */
	check_int(chmod(place->folder, 0777), 0);
	check_int(as_stranger(place, look_at_a_snapshot), 0);
	check_int(chmod(place->path, 0666), 0);
	check_int(as_stranger(place, look_at_a_snapshot), 0);
	/* the owner at work: reading along with him, index and log readable as the book is */
	check_int(unlink(in_place(place, "so.db-wal")), 0);
	check_int(unlink(in_place(place, "so.db-shm")), 0);
	check_int(chmod(place->path, 0644), 0);
	store = open_book(place, "lan");
	save_person(store, "Mai");
	check_int(as_stranger(place, look_along), 0);
	check_int(chmod(in_place(place, "so.db-shm"), 0600), 0);
	check_int(as_stranger(place, look_and_be_refused), 0);
	store_close(store);
	store = open_book(place, "lan");
	check_int(findings(store), 0);
	store_close(store);
}

static void
look_at_own_files(const struct place_of_test *place)
{
	struct store *store = stranger_opens(place, STORE_SNAPSHOT);
	DEMAND(count_people(store) == 1);
	store_close(store);
}

static void
write_own_files(const struct place_of_test *place)
{
	struct store *store = stranger_opens(place, STORE_READ_WRITE);
	DEMAND(count_people(store) == 1);
	store_close(store);
}

static void
give_away(const struct place_of_test *place)
{
	static const char *const names[] = { "so.db", "so.db-wal", "so.db-shm", "so.db-gate" };
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		check_int(chown(in_place(place, names[i]), STRANGER, STRANGER), 0);
	check_int(chown(place->folder, STRANGER, STRANGER), 0);
}

static void
one_s_own_book_that_cannot_be_written_is_looked_at(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	save_person(store, "Lan");
	store_close(store);
	give_away(place);
	check_int(as_stranger(place, write_own_files), 0);
	check_int(chmod(place->path, 0400), 0);
	check_int(as_stranger(place, look_at_own_files), 0);
	check_int(chmod(place->path, 0600), 0);
	check_int(chmod(place->folder, 0500), 0);
	check_int(as_stranger(place, look_at_own_files), 0);
	check_int(chmod(place->folder, 0700), 0);
	check_int(as_stranger(place, write_own_files), 0);
}

static void
a_snapshot_knows_when_it_is_old(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	/* not ours: root looks at what belongs to somebody else */
	give_away(place);
	struct store *store = open_book(place, "lan");
	check_int(store_mode(store), STORE_SNAPSHOT);
	check(!store_is_stale(store));
	check_int(chown(place->path, 0, 0), 0);
	struct store *writer = open_book(place, "mai");
	check_int(store_mode(writer), STORE_READ_WRITE);
	check(!store_is_stale(writer));
	save_person(writer, "Lan");
	check(store_is_stale(store));
	store_close(writer);
	check(store_is_stale(store));
	store_close(store);
}

static void
a_read_only_disk_lets_one_look(void **state)
{
	const struct place_of_test *place = *state;
	const char *folder = in_place(place, "đĩa");
	struct place_of_test inside;
	check_int(mkdir(folder, 0700), 0);
	if (mount("tmpfs", folder, "tmpfs", 0, "size=4m") != 0) {
		check_int(rmdir(folder), 0);
		skip(); /* mounting needs more than root in some containers */
	}
	snprintf(inside.folder, sizeof inside.folder, "%s", folder);
	snprintf(inside.path, sizeof inside.path, "%s/so.db", folder);
	struct store *store = new_book(&inside, "lan");
	save_person(store, "Lan");
	store_close(store);
	int mounted = mount("tmpfs", inside.folder, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL);
	struct err err = { 0 };
	struct host host = host_of_test(&host_state, 2);
	bool opened = mounted == 0 && store_open(&store, inside.path, &host, "lan", &err);
	enum store_mode mode = opened ? store_mode(store) : STORE_READ_WRITE;
	store_close(opened ? store : NULL);
	check_int(umount(inside.folder), 0);
	check_int(rmdir(inside.folder), 0);
	no_error(opened, &err);
	check_int(mode, STORE_SNAPSHOT);
}

static void
a_book_that_lost_its_journal_mode_gets_it_again(void **state)
{
	const struct place_of_test *place = *state;
	store_close(new_book(place, "lan"));
	check(!raw(place->path, "PRAGMA journal_mode = DELETE"));
	struct store *store = open_book(place, "lan");
	check_int(ask_integer(store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	store_close(store);
}

static void
count_release(void *kept)
{
	++*(int *)kept;
}

static void
what_is_kept_with_a_book_goes_with_it(void **state)
{
	struct store *store = new_book(*state, "lan");
	int first = 0, second = 0;
	check(store_kept(store) == NULL);
	store_keep(store, &first, count_release);
	check(store_kept(store) == &first);
	store_keep(store, &second, count_release);
	check_int(first, 1);
	check_int(second, 0);
	store_close(store);
	check_int(first, 1);
	check_int(second, 1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(no_book_is_a_sentence),
		TEST(foreign_and_newer_books_are_refused),
		TEST(a_truncated_or_damaged_book_is_refused),
		TEST(damage_never_crashes),
		TEST(two_names_of_one_file_are_refused),
		TEST(a_symbolic_link_leads_to_the_real_book),
		TEST(a_network_file_system_is_refused),
		TEST(creating_spares_what_is_there),
		TEST(a_new_book_is_for_its_owner_alone),
		TEST(a_gate_that_is_a_link_is_refused),
		TEST(strange_names_are_opened),
		TEST(somebody_else_only_looks),
		TEST(one_s_own_book_that_cannot_be_written_is_looked_at),
		TEST(a_snapshot_knows_when_it_is_old),
		TEST(a_read_only_disk_lets_one_look),
		TEST(a_book_that_lost_its_journal_mode_gets_it_again),
		TEST(what_is_kept_with_a_book_goes_with_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
