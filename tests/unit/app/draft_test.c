/* What is typed and not saved survives the program: as text, under its lock, and for its own person only. */
#include "app/draft.h"
#include "base/mem.h"
#include "book.h"
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define HOSTILE "“Trích” \"yếu\" \\ {\"a\":[1,2]} =1+1 'x' đủ dấu ỗ 🙂"

/* ---- around the tests ---- */

static void
empty_folder(const struct folder *folder, const char *name)
{
	DIR *directory = opendir(path_in(folder, name));

	for (struct dirent *entry; directory && (entry = readdir(directory));)
		unlinkat(dirfd(directory), entry->d_name, 0);
	if (directory)
		closedir(directory);
	rmdir(path_in(folder, name));
}

static int
remove_all(void **state)
{
	empty_folder(*state, "so.db-drafts");
	empty_folder(*state, "state/thidua");
	empty_folder(*state, "state");
	return remove_folder(state);
}

static struct draft_keeper *
keeper_of(struct store *store, const char *state)
{
	struct err err = { 0 };
	struct draft_keeper *keeper;

	works(draft_keeper_open(&keeper, store, state, &err), &err);
	return keeper;
}

static const char *
draft_path(const struct folder *folder, const char *file)
{
	char name[64];

	snprintf(name, sizeof name, "so.db-drafts/%s", file);
	return path_in(folder, name);
}

static bool
is_file(const char *path)
{
	struct stat found;
	return lstat(path, &found) == 0;
}

static void
put_file(const char *path, const char *bytes)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	check(descriptor >= 0);
	check_int(write(descriptor, bytes, strlen(bytes)), (int64_t)strlen(bytes));
	close(descriptor);
}

static char *
get_file(const char *path)
{
	static char bytes[65536];
	int descriptor = open(path, O_RDONLY);

	check(descriptor >= 0);
	ssize_t got = read(descriptor, bytes, sizeof bytes - 1);
	check(got >= 0);
	bytes[got] = '\0';
	close(descriptor);
	return bytes;
}

/* A meeting with two participants, one of them new, and a note of two lines. */
static struct sheaf
meeting(const char *note)
{
	struct sheaf sheaf = sheaf_new(ENTITY_MEETING);
	struct part_list *people = &sheaf.lists[0];

	sheaf.record.id = 7;
	sheaf.record.rev = 41;
	record_set_integer(&sheaf.record, MEETING_CLUSTER, 3);
	record_set_text(&sheaf.record, MEETING_DATE, "<2024-12");
	record_set_text(&sheaf.record, MEETING_PLACE, HOSTILE);
	record_set_text(&sheaf.record, MEETING_NOTE, note);
	people->records = mem_new(2, sizeof *people->records);
	people->count = people->capacity = 2;
	for (int i = 0; i < 2; i++) {
		people->records[i] = record_new(ENTITY_PARTICIPANT);
		record_set_integer(&people->records[i], PARTICIPANT_PERSON, 50 + i);
		record_set_integer(&people->records[i], PARTICIPANT_CAPACITY, INT64_C(1) << PARTICIPANT_CAPACITY_CHAIR);
	}
	people->records[0].id = 12;
	people->records[0].rev = 40;
	return sheaf;
}

static void
add_meeting(struct draft_set *set, const char *note, const char *typed)
{
	struct draft *draft = draft_set_add(set);
	struct sheaf mine = meeting(note), base = meeting("cũ");

	set->year = 2024;
	snprintf(set->part, sizeof set->part, "H1");
	draft->kind = DRAFT_FORM;
	draft->cursor = mem_copy_text("place");
	draft->row = 1;
	draft->column = 2;
	draft->typed = mem_copy_text(typed);
	draft->form.entity = ENTITY_MEETING;
	draft->form.source = 9;
	draft->form.rare_shown = true;
	snprintf(draft->form.part, sizeof draft->form.part, "H2");
	draft_add_sheaf(&draft->form, &mine, &base);
	sheaf_release(&mine);
	sheaf_release(&base);
}

static void
add_cell(struct draft_set *set, const char *typed)
{
	struct draft *draft = draft_set_add(set);

	set->year = 2024;
	snprintf(set->part, sizeof set->part, "Y");
	draft->kind = DRAFT_CELL;
	draft->typed = mem_copy_text(typed);
	draft->cell = (struct draft_cell){ .cluster = 3,
		.subject = 4,
		.metric = 5,
		.period = period_year(2024),
		.kind = FIGURE_KIND_ASSIGNED,
		.base = new_figure(4, 5, period_year(2024), 6500) };
	draft->cell.base.id = 88;
	draft->cell.base.rev = 99;
}

static void
keep(struct draft_keeper *keeper, const char *typed)
{
	struct draft_set set = { 0 };
	struct err err = { 0 };

	add_meeting(&set, "ghi chú", typed);
	works(draft_keep(keeper, &set, &err), &err);
	draft_set_release(&set);
}

/* The text typed in the next draft found; NULL: there is none. */
static const char *
next_typed(struct draft_keeper *keeper)
{
	static char typed[256];
	struct draft_set set;
	struct err err = { 0 };
	bool found;

	works(draft_next(keeper, &set, &found, &err), &err);
	if (found)
		snprintf(typed, sizeof typed, "%s", set.items[0].typed ? set.items[0].typed : "(none)");
	draft_set_release(&set);
	return found ? typed : NULL;
}

static void
next_is_refused(struct draft_keeper *keeper, const char *words)
{
	struct draft_set set;
	struct err err = { 0 };
	bool found;

	refused(draft_next(keeper, &set, &found, &err), &err, ERR_INVALID, words);
	check(!found);
}

/* ---- what comes back ---- */

static void
a_form_comes_back_with_every_value_row_and_letter(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);
	struct draft_set set = { 0 }, back;
	struct err err = { 0 };
	bool found;

	add_meeting(&set, "dòng một\n\"dòng hai\" \\", HOSTILE "\x1b[31m\x01");
	add_cell(&set, "hơn 6.500");
	works(draft_keep(first, &set, &err), &err);
	draft_keeper_close(first, true);
	works(draft_next(second, &back, &found, &err), &err);
	check(found);
	check_int(back.count, 2);
	check_int(back.year, 2024);
	check_text(back.part, "Y");
	check(text_starts(back.at, "2026-"));
	const struct draft *form = &back.items[0], *cell = &back.items[1];
	check_int(form->kind, DRAFT_FORM);
	check_text(form->cursor, "place");
	check_int(form->row, 1);
	check_int(form->column, 2);
	check_text(form->typed, HOSTILE "\x1b[31m\x01");
	check_int(form->form.entity, ENTITY_MEETING);
	check_int(form->form.source, 9);
	check(form->form.rare_shown);
	check_text(form->form.part, "H2");
	check_int(form->form.sheaf_count, 1);
	for (int side = 0; side < 2; side++) {
		const struct sheaf *was = side ? &set.items[0].form.bases[0] : &set.items[0].form.mine[0];
		const struct sheaf *is = side ? &form->form.bases[0] : &form->form.mine[0];
		check_int(is->record.id, 7);
		check_int(is->record.rev, 41);
		for (int i = 0; i < is->record.entity->field_count; i++)
			if (!FIELD_IS_DERIVED(&is->record.entity->fields[i]))
				check(value_equal(&is->record.values[i], &was->record.values[i]));
		check_int(is->lists[0].count, 2);
		check_int(is->lists[0].records[0].id, 12);
		check_int(is->lists[0].records[1].id, 0);
		for (int i = 0; i < is->lists[0].records[1].entity->field_count; i++)
			check(FIELD_IS_DERIVED(&is->lists[0].records[1].entity->fields[i]) ||
				value_equal(&is->lists[0].records[1].values[i], &was->lists[0].records[1].values[i]));
	}
	check_int(cell->kind, DRAFT_CELL);
	check_text(cell->typed, "hơn 6.500");
	check_int(cell->cell.cluster, 3);
	check_int(cell->cell.subject, 4);
	check_int(cell->cell.metric, 5);
	check_int(cell->cell.period, period_year(2024));
	check_int(cell->cell.kind, FIGURE_KIND_ASSIGNED);
	check_int(cell->cell.base.rev, 99);
	check_int(record_integer(&cell->cell.base, FIGURE_VALUE, 0), 6500);
	draft_set_release(&set);
	draft_set_release(&back);
	draft_keeper_close(second, true);
	store_close(store);
}

static void
bytes_that_are_no_text_do_not_spoil_the_file(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);

	keep(first,
		"a\xff\xfe"
		"b");
	draft_keeper_close(first, true);
	check_text(next_typed(second),
		"a\xef\xbf\xbd\xef\xbf\xbd"
		"b");
	draft_keeper_close(second, true);
	store_close(store);
}

static void
every_kind_with_a_form_comes_back(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");

	for (int id = 1; id < ENTITY_END; id++) {
		struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);
		struct draft_set set = { 0 }, back;
		struct err err = { 0 };
		bool found;
		if (!entity_of((enum entity_id)id) || entity_of((enum entity_id)id)->owner ||
			entity_of((enum entity_id)id)->subject)
			continue;
		struct draft *draft = draft_set_add(&set);
		struct sheaf mine = sheaf_new((enum entity_id)id);
		set.year = 2024;
		snprintf(set.part, sizeof set.part, "Y");
		draft->form.entity = (enum entity_id)id;
		draft_add_sheaf(&draft->form, &mine, NULL);
		works(draft_keep(first, &set, &err), &err);
		draft_keeper_close(first, true);
		works(draft_next(second, &back, &found, &err), &err);
		check(found);
		for (int i = 0; i < mine.record.entity->field_count; i++)
			check(FIELD_IS_DERIVED(&mine.record.entity->fields[i]) ||
				value_equal(&back.items[0].form.mine[0].record.values[i], &mine.record.values[i]));
		draft_drop_found(second);
		draft_keeper_close(second, false);
		sheaf_release(&mine);
		draft_set_release(&set);
		draft_set_release(&back);
	}
	store_close(store);
}

/* ---- files ---- */

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

/* ---- others ---- */

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

/* ---- what goes wrong ---- */

static void
damaged_files_are_named_and_left_alone(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	char *whole, *spoiled;

	keep(keeper, "nguyên vẹn");
	whole = mem_copy_text(get_file(draft_path(*state, "hoa.1")));
	draft_keeper_close(keeper, false);
	size_t length = strlen(whole);
	check(mkdir(path_in(*state, "so.db-drafts"), 0700) == 0);
	/* cut anywhere */
	for (size_t cut = 1; cut < length - 2; cut += 37) {
		spoiled = mem_copy_bytes(whole, cut);
		put_file(draft_path(*state, "hoa.1"), spoiled);
		keeper = keeper_of(store, NULL);
		next_is_refused(keeper, "hoa.1");
		check_text(get_file(draft_path(*state, "hoa.1")), spoiled);
		draft_keeper_close(keeper, true);
		free(spoiled);
	}
	/* one letter changed: refused or read, never trusted blindly */
	for (size_t at = 0; at < length; at += 11) {
		struct draft_set set;
		struct err err = { 0 };
		bool found;
		spoiled = mem_copy_text(whole);
		spoiled[at] = spoiled[at] == '9' ? 'z' : '9';
		put_file(draft_path(*state, "hoa.1"), spoiled);
		keeper = keeper_of(store, NULL);
		check(draft_next(keeper, &set, &found, &err) == found);
		check(found ? set.count == 1 : err.text != NULL);
		draft_set_release(&set);
		err_release(&err);
		draft_keeper_close(keeper, true);
		free(spoiled);
	}
	free(whole);
	store_close(store);
}

static void
a_wrong_part_is_named(void **state)
{
	static const struct {
		const char *from, *to, *words;
	} cases[] = {
		{ "\"<2024-12\"", "\"32/13\"", "date" },
		{ "\"meeting\"", "\"figment\"", "entity" },
		{ "\"rev\":41", "\"rev\":-1", "rev" },
		{ "\"place\":", "\"colour\":", "colour" },
		{ "\"kind\":\"form\"", "\"kind\":\"farm\"", "kind" },
		{ "\"year\":2024", "\"year\":99", "year" },
		{ "\"thidua_draft\":1", "\"thidua_draft\":2", "không phải phiếu nháp mà bản này đọc được" },
	};
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "x");
	char *whole = mem_copy_text(get_file(draft_path(*state, "hoa.1")));
	draft_keeper_close(keeper, false);
	check(mkdir(path_in(*state, "so.db-drafts"), 0700) == 0);
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct str text = { 0 };
		str_add_text(&text, whole);
		const char *at = strstr(str_text(&text), cases[i].from);
		if (!at)
			fail_msg("no %s in %s", cases[i].from, whole);
		str_splice(
			&text, (size_t)(at - str_text(&text)), strlen(cases[i].from), cases[i].to, strlen(cases[i].to));
		put_file(draft_path(*state, "hoa.1"), str_text(&text));
		keeper = keeper_of(store, NULL);
		next_is_refused(keeper, cases[i].words);
		check_text(next_typed(keeper), NULL);
		draft_keeper_close(keeper, true);
		str_release(&text);
	}
	free(whole);
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

#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_all)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_form_comes_back_with_every_value_row_and_letter),
		T(bytes_that_are_no_text_do_not_spoil_the_file),
		T(every_kind_with_a_form_comes_back),
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
		T(damaged_files_are_named_and_left_alone),
		T(a_wrong_part_is_named),
		T(on_a_full_disk_the_last_draft_stays_whole),
		T(without_room_beside_the_book_the_persons_state_folder_is_used),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
