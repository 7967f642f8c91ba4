/* A damaged book: a small one with a record of every kind, in which some bytes are others, or which is cut short.  It is
 * refused with a sentence, or opened, checked, read as each screen reads it, exported and written to: each with what it should
 * give or with a sentence.  The input is a list of damages of 5 bytes: four for the place, one for the new byte; first one
 * byte: bit 0: the file ends at the first place; bit 1: it is written to as well. */
#include "app/board.h"
#include "app/compare.h"
#include "app/figures.h"
#include "app/lacking.h"
#include "app/overview.h"
#include "app/past.h"
#include "app/unit.h"
#include "base/mem.h"
#include "torture/deeds.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CLUSTER 4
#define UNIT 1
#define YEAR 2031

static struct folder *folder;
static uint8_t *whole;
static size_t whole_size;

static void
leave_nothing(void)
{
	void *state = folder;
	remove_folder(&state);
}

int
LLVMFuzzerInitialize(int *count, char ***arguments)
{
	(void)count, (void)arguments;
	void *state;
	if (make_folder(&state) != 0)
		abort();
	folder = state;
	make_full_book(folder);
	atexit(leave_nothing);
	int file = open(path_in(folder, "so.db"), O_RDONLY);
	off_t size = lseek(file, 0, SEEK_END);
	if (size <= 0)
		abort();
	whole_size = (size_t)size;
	whole = mem_new(whole_size, 1);
	if (pread(file, whole, whole_size, 0) != size)
		abort();
	close(file);
	return 0;
}

static void
put_damaged(const uint8_t *data, size_t size)
{
	static const char *const beside[] = { "so.db-wal", "so.db-shm", "so.db-journal", "sao.db" };
	for (size_t i = 0; i < ARRAY_COUNT(beside); i++)
		unlink(path_in(folder, beside[i]));
	uint8_t *bytes = mem_new(whole_size, 1);
	size_t length = whole_size;
	memcpy(bytes, whole, whole_size);
	for (size_t at = 1; at + 5 <= size; at += 5) {
		uint32_t place;
		memcpy(&place, data + at, sizeof place);
		if (at == 1 && data[0] % 2)
			length = place % whole_size;
		else
			bytes[place % whole_size] = data[at + 4];
	}
	int file = open(path_in(folder, "so.db"), O_CREAT | O_TRUNC | O_WRONLY, 0600);
	if (file < 0 || write(file, bytes, length) != (ssize_t)length || close(file) != 0)
		abort();
	free(bytes);
}

/* What fails says why. */
static void
told(bool done, struct err *err)
{
	if (done ? err->kind != ERR_NONE : err->kind == ERR_NONE || !err->text || !*err->text)
		abort();
	err_release(err);
}

static void
ignore_finding(void *to, const char *sentence)
{
	(void)to;
	if (!*sentence)
		abort();
}

static bool
ignore_bytes(void *to, const char *bytes, size_t length, struct err *err)
{
	(void)to, (void)bytes, (void)length, (void)err;
	return true;
}

static void
read_screens(struct store *store)
{
	struct err err = { 0 };
	struct board board;
	told(board_read(&board, store, YEAR, &err), &err);
	board_release(&board);
	struct overview overview;
	told(overview_read(&overview, store, CLUSTER, YEAR, &err), &err);
	overview_release(&overview);
	struct figure_grid grid;
	told(figure_grid_read(&grid, store, CLUSTER, period_year(YEAR), FIGURE_KIND_RESULT, &err), &err);
	figure_grid_release(&grid);
	struct lacking lacking;
	told(lacking_read(&lacking, store, CLUSTER, period_year(YEAR), &err), &err);
	lacking_release(&lacking);
	struct compare_wish wish = {
		.subject = CLUSTER, .members_sum = true, .first_year = YEAR - 3, .last_year = YEAR, .part = "Y"
	};
	struct sheet sheet = { 0 };
	told(compare_read(&sheet, store, &wish, &err), &err);
	sheet_release(&sheet);
	struct unit_page page;
	told(unit_page_read(&page, store, UNIT, YEAR, &err), &err);
	unit_page_release(&page);
	struct candidate found[8];
	size_t count = 0, total;
	told(find_candidates(found, ARRAY_COUNT(found), &count, &total, store, ENTITY_NONE, true, "ha", NULL, &err),
		&err);
	candidates_release(found, count);
}

static void
read_history(struct store *store)
{
	struct err err = { 0 };
	struct change_head heads[8];
	size_t count = 0;
	told(history_page(heads, ARRAY_COUNT(heads), &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	for (size_t i = 0; i < count; i++) {
		struct past past = { 0 };
		told(change_details(&past, store, heads[i].id, 50, &err), &err);
		past_release(&past);
		change_head_release(&heads[i]);
	}
}

static void
write_some(struct store *store)
{
	struct err err = { 0 };
	int64_t change = 0;
	struct record person = record_new(ENTITY_PERSON);
	record_set_text(&person, PERSON_NAME, "Nguyễn Thị Lan");
	told(put(store, &person, NULL, &err), &err);
	record_release(&person);
	bool found = history_next_undo(&change, store, &err);
	told(found, &err);
	if (found && change)
		told(edit_undo(store, change, true, &err), &err);
	told(store_backup(store, path_in(folder, "sao.db"), &err), &err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct host host = host_machine();
	struct store *store;
	struct err err = { 0 };
	put_damaged(data, size);
	bool opened = store_open(&store, path_in(folder, "so.db"), &host, "hoa", &err);
	told(opened, &err);
	if (!opened)
		return 0;
	told(store_check(store, ignore_finding, NULL, &err), &err);
	read_screens(store);
	read_history(store);
	for (int entity = ENTITY_NONE + 1; entity < ENTITY_END; entity++)
		told(export_kind(store, (enum entity_id)entity, FORMAT_CSV, (struct csv_style){ .separator = ',' },
			     ignore_bytes, NULL, &err),
			&err);
	if (size && data[0] & 2)
		write_some(store);
	store_close(store);
	return 0;
}
