/* The files of drafts: under their lock, whole at any moment, for their own person only. */
#include "base/mem.h"
#include "drafts.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
only_the_owner_can_read_folder_and_files(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	struct stat found;
	mode_t old = umask(0);

	keep(keeper, "x");
	umask(old);
	check(lstat(path_in(*state, "so.db-drafts"), &found) == 0);
	check_int(found.st_mode & 07777, 0700);
	check(lstat(draft_path(*state, "hoa.1"), &found) == 0);
	check_int(found.st_mode & 07777, 0600);
	draft_keeper_close(keeper, false);
	store_close(store);
}

static void
nothing_is_touched_before_something_is_kept_and_after_it_is_saved(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	check_text(next_typed(keeper), NULL);
	check(!is_file(path_in(*state, "so.db-drafts")));
	keep(keeper, "x");
	check(is_file(draft_path(*state, "hoa.1")));
	draft_forget(keeper);
	check(!is_file(path_in(*state, "so.db-drafts")));
	keep(keeper, "y");
	check(is_file(draft_path(*state, "hoa.1")));
	draft_keeper_close(keeper, false);
	check(!is_file(path_in(*state, "so.db-drafts")));
	store_close(store);
}

static void
the_same_text_is_written_once(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	struct stat first, second, third;

	keep(keeper, "x");
	check(lstat(draft_path(*state, "hoa.1"), &first) == 0);
	keep(keeper, "x");
	check(lstat(draft_path(*state, "hoa.1"), &second) == 0);
	check_int(first.st_ino, second.st_ino);
	keep(keeper, "xy");
	check(lstat(draft_path(*state, "hoa.1"), &third) == 0);
	check(first.st_ino != third.st_ino);
	draft_keeper_close(keeper, false);
	store_close(store);
}

static void
two_sessions_of_one_person_have_files_of_their_own(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *one = keeper_of(store, NULL), *two = keeper_of(store, NULL),
			    *three = keeper_of(store, NULL);

	keep(one, "một");
	keep(two, "hai");
	check(is_file(draft_path(*state, "hoa.1")));
	check(is_file(draft_path(*state, "hoa.2")));
	check_text(next_typed(three), NULL);
	draft_keeper_close(one, true);
	draft_keeper_close(three, true);
	three = keeper_of(store, NULL);
	check_text(next_typed(three), "một");
	check_text(next_typed(three), NULL);
	draft_keeper_close(two, true);
	draft_keeper_close(three, true);
	store_close(store);
}

static void
a_draft_taken_over_is_written_on_and_goes_when_saved(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *one = keeper_of(store, NULL), *two = keeper_of(store, NULL),
			    *three = keeper_of(store, NULL);

	keep(one, "một");
	draft_keeper_close(one, true);
	check_text(next_typed(two), "một");
	check_text(next_typed(three), NULL);
	draft_take_found(two);
	check_text(next_typed(two), NULL);
	keep(two, "một và hai");
	check(!is_file(draft_path(*state, "hoa.2")));
	check(strstr(get_file(draft_path(*state, "hoa.1")), "một và hai") != NULL);
	draft_forget(two);
	check(!is_file(path_in(*state, "so.db-drafts")));
	draft_keeper_close(two, true);
	draft_keeper_close(three, true);
	store_close(store);
}

static void
a_draft_left_is_offered_again_and_one_dropped_is_not(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "x");
	for (int drop = 0; drop < 3; drop++) {
		draft_keeper_close(keeper, true);
		keeper = keeper_of(store, NULL);
		check_text(next_typed(keeper), drop < 2 ? "x" : NULL);
		if (drop == 1)
			draft_drop_found(keeper);
	}
	check(!is_file(path_in(*state, "so.db-drafts")));
	draft_keeper_close(keeper, true);
	store_close(store);
}

static void
a_draft_survives_kill_9_and_is_held_until_then(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	int ready[2];
	char byte;

	store_close(store);
	check(pipe(ready) == 0);
	pid_t child = fork();
	check(child >= 0);
	if (child == 0) {
		keep(keeper_of(reopen_book(*state, "so.db", "hoa"), NULL), "đang gõ");
		if (write(ready[1], "", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	check_int(read(ready[0], &byte, 1), 1);
	store = reopen_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	check_text(next_typed(keeper), NULL);
	draft_keeper_close(keeper, true);
	kill(child, SIGKILL);
	check_int(waitpid(child, NULL, 0), child);
	keeper = keeper_of(store, NULL);
	check_text(next_typed(keeper), "đang gõ");
	draft_keeper_close(keeper, true);
	close(ready[0]);
	close(ready[1]);
	store_close(store);
}

static void
nobody_is_offered_the_draft_of_another_login(void **state)
{
	static const char *const others[] = { "lan", "ho", "hoa.1", "hoa1", "Hoa" };
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "riêng");
	draft_keeper_close(keeper, true);
	store_close(store);
	for (size_t i = 0; i < ARRAY_COUNT(others); i++) {
		store = reopen_book(*state, "so.db", others[i]);
		keeper = keeper_of(store, NULL);
		check_text(next_typed(keeper), NULL);
		draft_keeper_close(keeper, true);
		store_close(store);
	}
	/* nor when the file is given that name */
	check(rename(draft_path(*state, "hoa.1"), draft_path(*state, "lan.1")) == 0);
	store = reopen_book(*state, "so.db", "lan");
	keeper = keeper_of(store, NULL);
	next_is_refused(keeper, "thuộc sổ khác hoặc người khác");
	check(is_file(draft_path(*state, "lan.1")));
	draft_keeper_close(keeper, true);
	store_close(store);
}

static void
a_login_never_leads_out_of_the_folder(void **state)
{
	struct store *store = make_book(*state, "so.db", "../x/..");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "x");
	check(is_file(draft_path(*state, "%2E.%2Fx%2F...1")));
	draft_keeper_close(keeper, false);
	store_close(store);
}

static void
a_draft_of_another_book_is_left_alone(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "x");
	draft_keeper_close(keeper, true);
	store_close(store);
	check(unlink(path_in(*state, "so.db")) == 0);
	unlink(path_in(*state, "so.db-wal"));
	unlink(path_in(*state, "so.db-shm"));
	store = make_book(*state, "so.db", "hoa");
	keeper = keeper_of(store, NULL);
	next_is_refused(keeper, "thuộc sổ khác hoặc người khác");
	check(is_file(draft_path(*state, "hoa.1")));
	/* the number is taken: a draft of ours goes beside it */
	keep(keeper, "y");
	check(is_file(draft_path(*state, "hoa.2")));
	draft_keeper_close(keeper, false);
	store_close(store);
}

static void
links_pipes_and_foreign_folders_are_refused(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	struct draft_set set = { 0 };
	struct err err = { 0 };
	bool found;

	check(mkdir(path_in(*state, "so.db-drafts"), 0700) == 0);
	put_file(path_in(*state, "elsewhere"), "{}");
	check(symlink(path_in(*state, "elsewhere"), draft_path(*state, "hoa.1")) == 0);
	check(mkfifo(draft_path(*state, "hoa.2"), 0600) == 0);
	check(link(path_in(*state, "elsewhere"), draft_path(*state, "hoa.3")) == 0);
	for (int i = 0; i < 3; i++) {
		check(!draft_next(keeper, &set, &found, &err));
		check_int(err.kind, ERR_STORAGE);
		err_release(&err);
	}
	check_text(next_typed(keeper), NULL);
	keep(keeper, "x");
	check(is_file(draft_path(*state, "hoa.4")));
	check_text(get_file(path_in(*state, "elsewhere")), "{}");
	draft_keeper_close(keeper, false);
	empty_folder(*state, "so.db-drafts");
	/* the folder itself */
	check(mkdir(path_in(*state, "state"), 0700) == 0);
	check(symlink(path_in(*state, "state"), path_in(*state, "so.db-drafts")) == 0);
	keeper = keeper_of(store, NULL);
	check_text(next_typed(keeper), NULL);
	add_meeting(&set, "x", "y");
	refused(draft_keep(keeper, &set, &err), &err, ERR_STORAGE, "so.db-drafts");
	draft_set_release(&set);
	draft_keeper_close(keeper, true);
	check(unlink(path_in(*state, "so.db-drafts")) == 0);
	store_close(store);
}

/* A file limit stands in for the full disk: what was kept before stays whole, and the next writing that fits goes on. */
static void
on_a_full_disk_the_last_draft_stays_whole(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	struct draft_set set = { 0 };
	struct err err = { 0 };
	struct rlimit old, small;

	keep(keeper, "trước");
	signal(SIGXFSZ, SIG_IGN);
	check(getrlimit(RLIMIT_FSIZE, &old) == 0);
	small = old;
	small.rlim_cur = 300;
	check(setrlimit(RLIMIT_FSIZE, &small) == 0);
	add_meeting(&set, "x", "sau");
	bool done = draft_keep(keeper, &set, &err);
	check(setrlimit(RLIMIT_FSIZE, &old) == 0);
	refused(done, &err, ERR_STORAGE, "Không ghi được");
	check(strstr(get_file(draft_path(*state, "hoa.1")), "trước") != NULL);
	check(!is_file(draft_path(*state, "hoa.1.new")));
	works(draft_keep(keeper, &set, &err), &err);
	draft_set_release(&set);
	draft_keeper_close(keeper, true);
	keeper = keeper_of(store, NULL);
	check_text(next_typed(keeper), "sau");
	draft_keeper_close(keeper, true);
	store_close(store);
}

static void
without_room_beside_the_book_the_persons_state_folder_is_used(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	char folder[256];

	snprintf(folder, sizeof folder, "%s", path_in(*state, "state"));
	put_file(path_in(*state, "so.db-drafts"), "");
	struct draft_keeper *keeper = keeper_of(store, folder);
	keep(keeper, "x");
	check(is_file(path_in(*state, "state/thidua/hoa.1")));
	draft_keeper_close(keeper, true);
	keeper = keeper_of(store, folder);
	check_text(next_typed(keeper), "x");
	draft_keeper_close(keeper, true);
	store_close(store);
	/* another book of the same person does not see it */
	store = make_book(*state, "khac.db", "hoa");
	keeper = keeper_of(store, folder);
	check_text(next_typed(keeper), NULL);
	check(is_file(path_in(*state, "state/thidua/hoa.1")));
	draft_keeper_close(keeper, true);
	store_close(store);
}

/* At any moment: the draft before or the one being written, never half of one, never none. */
static void
whenever_the_program_is_killed_a_whole_draft_is_there(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	unsigned seed = 7;

	store_close(store);
	for (int round = 0; round < 25; round++) {
		int ready[2];
		char byte, typed[32];
		check(pipe(ready) == 0);
		pid_t child = fork();
		check(child >= 0);
		if (child == 0) {
			struct draft_keeper *keeper = keeper_of(reopen_book(*state, "so.db", "hoa"), NULL);
			for (int n = 0;; n++) {
				snprintf(typed, sizeof typed, "lần %d", n);
				keep(keeper, typed);
				if (n == 0 && write(ready[1], "", 1) != 1)
					_exit(1);
			}
		}
		check_int(read(ready[0], &byte, 1), 1);
		seed = seed * 1103515245u + 12345u;
		usleep(seed / 65536u % 5000u);
		kill(child, SIGKILL);
		check_int(waitpid(child, NULL, 0), child);
		store = reopen_book(*state, "so.db", "hoa");
		struct draft_keeper *keeper = keeper_of(store, NULL);
		const char *found = next_typed(keeper);
		check(found && text_starts(found, "lần "));
		draft_drop_found(keeper);
		check_text(next_typed(keeper), NULL);
		draft_keeper_close(keeper, false);
		check(!is_file(path_in(*state, "so.db-drafts")));
		store_close(store);
		close(ready[0]);
		close(ready[1]);
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_all)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(only_the_owner_can_read_folder_and_files),
		T(nothing_is_touched_before_something_is_kept_and_after_it_is_saved),
		T(the_same_text_is_written_once),
		T(two_sessions_of_one_person_have_files_of_their_own),
		T(a_draft_taken_over_is_written_on_and_goes_when_saved),
		T(a_draft_left_is_offered_again_and_one_dropped_is_not),
		T(a_draft_survives_kill_9_and_is_held_until_then),
		T(nobody_is_offered_the_draft_of_another_login),
		T(a_login_never_leads_out_of_the_folder),
		T(a_draft_of_another_book_is_left_alone),
		T(links_pipes_and_foreign_folders_are_refused),
		T(on_a_full_disk_the_last_draft_stays_whole),
		T(without_room_beside_the_book_the_persons_state_folder_is_used),
		T(whenever_the_program_is_killed_a_whole_draft_is_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
