/* A disk that takes no more: nothing acknowledged is lost, nothing half saved, the person is told. */
#include "book.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOTE_LENGTH 3000

static struct record
heavy_person(int number)
{
	struct record person = new_person("Nguyễn Văn Nặng");
	struct str note = { 0 };
	str_add_format(&note, "%d ", number);
	while (note.length < NOTE_LENGTH)
		str_add_text(&note, "nặng ");
	record_set_text(&person, PERSON_NOTE, str_text(&note));
	str_release(&note);
	return person;
}

/* Saves until the disk refuses; the number saved. */
static int
save_until_full(struct store *store, int most, struct err *err)
{
	int saved = 0;
	while (saved < most) {
		struct record person = heavy_person(saved);
		struct change *change;
		bool done = change_begin(&change, store, "save", NULL, err);
		if (done && !(done = change_write(change, &person, err)))
			change_abandon(change);
		else if (done)
			done = change_commit(change, err);
		record_release(&person);
		if (!done)
			break;
		saved++;
	}
	return saved;
}

static void
check_saved(struct store *store, int saved)
{
	check_int(ask_integer(store, "SELECT count(*) FROM person"), saved);
	check_int(ask_integer(store, "SELECT count(*) FROM change_record WHERE entity = 21"), saved);
	check_int(findings(store), 0);
}

static void
a_full_disk_loses_nothing(void **state)
{
	const struct place_of_test *place = *state;
	const char *folder = in_place(place, "đĩa");
	struct place_of_test inside;
	check_int(mkdir(folder, 0700), 0);
	if (mount("tmpfs", folder, "tmpfs", 0, "size=2m") != 0) {
		check_int(rmdir(folder), 0);
		skip(); /* mounting needs more than root in some containers; the limits below say the same */
	}
	snprintf(inside.folder, sizeof inside.folder, "%s", folder);
	snprintf(inside.path, sizeof inside.path, "%s/so.db", folder);
	struct store *store = new_book(&inside, "lan");
	struct err err = { 0 };
	int saved = save_until_full(store, 10000, &err);
	check(saved > 20 && saved < 10000);
	expect_error(&err, ERR_STORAGE, "đĩa đầy");
	check_saved(store, saved);
	check(!store_backup(store, in_place(&inside, "sao.db"), &err));
	expect_error(&err, ERR_STORAGE, "đĩa đầy");
	store_close(store);
	store = open_book(&inside, "lan");
	check_saved(store, saved);
	/* room again: the same program goes on */
	check_int(mount("tmpfs", folder, "tmpfs", MS_REMOUNT, "size=8m"), 0);
	check_int(save_until_full(store, 5, &err), 5);
	check_saved(store, saved + 5);
	store_close(store);
	check_int(umount(inside.folder), 0);
	check_int(rmdir(inside.folder), 0);
}

static void
a_limit_on_file_sizes_loses_nothing(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	signal(SIGXFSZ, SIG_IGN);
	struct rlimit before, limit;
	check_int(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 700 * 1024;
	check_int(setrlimit(RLIMIT_FSIZE, &limit), 0);
	struct err err = { 0 };
	int saved = save_until_full(store, 10000, &err);
	check(saved > 5 && saved < 10000);
	expect_error(&err, ERR_STORAGE, "Chưa lưu gì.");
	check_saved(store, saved);
	check_int(setrlimit(RLIMIT_FSIZE, &before), 0);
	check_int(save_until_full(store, 3, &err), 3);
	check_saved(store, saved + 3);
	store_close(store);
	store = open_book(place, "lan");
	check_saved(store, saved + 3);
	store_close(store);
}

static void
a_change_larger_than_the_disk_is_taken_back_whole(void **state)
{
	const struct place_of_test *place = *state;
	struct store *store = new_book(place, "lan");
	signal(SIGXFSZ, SIG_IGN);
	struct rlimit before, limit;
	check_int(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 600 * 1024;
	check_int(setrlimit(RLIMIT_FSIZE, &limit), 0);
	struct err err = { 0 };
	struct change *change = begin(store, "import");
	bool done = true;
	int written = 0;
	for (; done && written < 2000; written++) {
		struct record person = heavy_person(written);
		done = change_write(change, &person, &err);
		record_release(&person);
	}
	if (done) {
		done = change_commit(change, &err);
	} else {
		expect_error(&err, ERR_STORAGE, "ưa lưu");
		/* what follows fails too, and says so */
		struct record person = heavy_person(1);
		if (!change_write(change, &person, &err))
			check_int(err.kind, ERR_STORAGE);
		err_release(&err);
		record_release(&person);
		change_abandon(change);
	}
	err_release(&err);
	check(!done);
	check_int(setrlimit(RLIMIT_FSIZE, &before), 0);
	check_saved(store, 0);
	check_int(save_until_full(store, 3, &err), 3);
	check_saved(store, 3);
	store_close(store);
}

static void
a_book_is_not_half_made(void **state)
{
	const struct place_of_test *place = *state;
	signal(SIGXFSZ, SIG_IGN);
	struct rlimit before, limit;
	check_int(getrlimit(RLIMIT_FSIZE, &before), 0);
	static const rlim_t sizes[] = { 0, 1000, 4096, 30000, 100000, 250000 };
	struct test_host state_of_host;
	struct host host = host_of_test(&state_of_host, 5);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct store *store;
		struct err err = { 0 };
		limit = before;
		limit.rlim_cur = sizes[i];
		check_int(setrlimit(RLIMIT_FSIZE, &limit), 0);
		bool made = store_create(&store, place->path, &host, "lan", "Sổ", 2026, &err);
		check_int(setrlimit(RLIMIT_FSIZE, &before), 0);
		check(!made);
		check_int(err.kind, ERR_STORAGE);
		err_release(&err);
		struct str list = { 0 };
		str_add_format(&list, "test $(ls %s | wc -l) = 0", place->folder);
		check_int(system(str_text(&list)), 0);
		str_release(&list);
	}
	store_close(new_book(place, "lan"));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_loses_nothing),
		TEST(a_limit_on_file_sizes_loses_nothing),
		TEST(a_change_larger_than_the_disk_is_taken_back_whole),
		TEST(a_book_is_not_half_made),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
