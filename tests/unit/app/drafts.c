#include "drafts.h"
#include "base/mem.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void
empty_folder(const struct folder *folder, const char *name)
{
	DIR *directory = opendir(path_in(folder, name));

	for (struct dirent *entry; directory && (entry = readdir(directory));)
		unlinkat(dirfd(directory), entry->d_name, 0);
	if (directory)
		closedir(directory);
	rmdir(path_in(folder, name));
}

int
remove_all(void **state)
{
	empty_folder(*state, "so.db-drafts");
	empty_folder(*state, "state/thidua");
	empty_folder(*state, "state");
	return remove_folder(state);
}

struct draft_keeper *
keeper_of(struct store *store, const char *state)
{
	struct err err = { 0 };
	struct draft_keeper *keeper;

	works(draft_keeper_open(&keeper, store, state, &err), &err);
	return keeper;
}

const char *
draft_path(const struct folder *folder, const char *file)
{
	char name[64];

	snprintf(name, sizeof name, "so.db-drafts/%s", file);
	return path_in(folder, name);
}

bool
is_file(const char *path)
{
	struct stat found;
	return lstat(path, &found) == 0;
}

void
put_file(const char *path, const char *bytes)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	check(descriptor >= 0);
	check_int(write(descriptor, bytes, strlen(bytes)), (int64_t)strlen(bytes));
	close(descriptor);
}

char *
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

void
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

void
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

void
keep(struct draft_keeper *keeper, const char *typed)
{
	struct draft_set set = { 0 };
	struct err err = { 0 };

	add_meeting(&set, "ghi chú", typed);
	works(draft_keep(keeper, &set, &err), &err);
	draft_set_release(&set);
}

/* The text typed in the next draft found; NULL: there is none. */
const char *
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

void
next_is_refused(struct draft_keeper *keeper, const char *words)
{
	struct draft_set set;
	struct err err = { 0 };
	bool found;

	refused(draft_next(keeper, &set, &found, &err), &err, ERR_INVALID, words);
	check(!found);
}
