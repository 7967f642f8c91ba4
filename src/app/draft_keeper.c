#include "app/draft.h"
#include "base/mem.h"
#include "draft_files.h"
#include "draft_text.h"
#include "store/rows.h"
#include <stdlib.h>
#include <string.h>

enum place { BESIDE, STATE, PLACES };
struct draft_keeper {
	char *folders[PLACES]; /* NULL: none */
	char *book, *path, *login, *file_login;
	struct host host;
	struct draft_slot held, found;
	struct str kept;   /* body of the held file */
	int place, number; /* the last file looked at */
};

static bool
read_book_uid(char **uid, struct store *store, struct err *err)
{
	static const struct question book_uid = { "BOOK_UID", "SELECT value FROM meta WHERE name='uid'", false };
	struct rows *rows;

	*uid = NULL;
	if (!rows_open(&rows, store, &book_uid, NULL, 0, err))
		return false;
	if (rows_next(rows, err))
		*uid = mem_copy_text(rows_text(rows, 0));
	rows_close(rows);
	if (!*uid && err->kind == ERR_NONE)
		*uid = mem_copy_text("");
	return *uid != NULL;
}

bool
draft_keeper_open(struct draft_keeper **out, struct store *store, const char *state, struct err *err)
{
	struct draft_keeper *keeper = mem_new(1, sizeof *keeper);
	struct str folder = { 0 };

	*out = keeper;
	keeper->held = keeper->found = DRAFT_NO_SLOT;
	keeper->host = *store_host(store);
	keeper->path = mem_copy_text(store_path(store));
	keeper->login = mem_copy_text(store_login(store));
	keeper->file_login = draft_file_login(keeper->login);
	str_add_format(&folder, "%s-drafts", keeper->path);
	keeper->folders[BESIDE] = str_take(&folder);
	if (state && *state == '/') {
		str_add_format(&folder, "%s/thidua", state);
		keeper->folders[STATE] = str_take(&folder);
	}
	if (read_book_uid(&keeper->book, store, err))
		return true;
	draft_keeper_close(keeper, true);
	*out = NULL;
	return false;
}

void
draft_keeper_close(struct draft_keeper *keeper, bool keep)
{
	if (!keeper)
		return;
	if (keep)
		draft_slot_leave(&keeper->held);
	else
		draft_slot_remove(&keeper->held);
	draft_slot_leave(&keeper->found);
	for (int place = 0; place < PLACES; place++)
		free(keeper->folders[place]);
	free(keeper->book);
	free(keeper->path);
	free(keeper->login);
	free(keeper->file_login);
	str_release(&keeper->kept);
	free(keeper);
}

static struct draft_owner
owner_of(const struct draft_keeper *keeper)
{
	return (struct draft_owner){ keeper->book, keeper->path, keeper->login };
}

/* ---- the session's own ---- */

/* A file of its own at the place, with the content; nothing is left there when it fails. */
static bool
begin_at(struct draft_keeper *keeper, int place, const struct str *file, struct err *err)
{
	struct draft_slot slot;

	if (!draft_slot_claim(&slot, keeper->folders[place], place == STATE, keeper->file_login, err))
		return false;
	if (!draft_slot_write(&slot, str_text(file), file->length, err)) {
		draft_slot_remove(&slot);
		return false;
	}
	draft_slot_remove(&keeper->held);
	keeper->held = slot;
	return true;
}

/* Where it is, else at the first other place that takes it; err is that of the first. */
static bool
write_somewhere(struct draft_keeper *keeper, const struct str *file, struct err *err)
{
	const char *now = keeper->held.descriptor >= 0 ? keeper->held.folder : NULL;

	if (now && draft_slot_write(&keeper->held, str_text(file), file->length, err))
		return true;
	for (int place = 0; place < PLACES; place++) {
		struct err next = { 0 };
		if (!keeper->folders[place] || keeper->folders[place] == now)
			continue;
		bool done = begin_at(keeper, place, file, err->kind == ERR_NONE ? err : &next);
		err_release(&next);
		if (done) {
			err_release(err);
			return true;
		}
	}
	return false;
}

bool
draft_keep(struct draft_keeper *keeper, const struct draft_set *set, struct err *err)
{
	struct str body = { 0 }, file = { 0 };
	char at[TIMESTAMP_SIZE];
	struct draft_owner owner = owner_of(keeper);
	bool done = true;

	draft_write_body(&body, set);
	if (keeper->held.descriptor < 0 || !text_equal(str_text(&body), str_text(&keeper->kept))) {
		host_timestamp(keeper->host.now(keeper->host.self), at);
		draft_write(&file, &owner, at, str_text(&body));
		done = write_somewhere(keeper, &file, err);
		if (done) {
			str_release(&keeper->kept);
			keeper->kept = body;
			body = (struct str){ 0 };
		}
	}
	str_release(&body);
	str_release(&file);
	return done;
}

void
draft_forget(struct draft_keeper *keeper)
{
	draft_slot_remove(&keeper->held);
	str_clear(&keeper->kept);
}

/* ---- those of sessions that are gone ---- */

/* The numbers of one place after the other; false: no more. */
static bool
step(struct draft_keeper *keeper)
{
	if (keeper->place < PLACES && ++keeper->number > DRAFT_NUMBERS) {
		keeper->place++;
		keeper->number = 1;
	}
	while (keeper->place < PLACES && !keeper->folders[keeper->place])
		keeper->place++;
	return keeper->place < PLACES;
}

/* The sentence for a file that stays as it is; err holds the reason. */
static bool
refuse(struct draft_keeper *keeper, struct err *err)
{
	struct str path = { 0 };
	char *why = mem_copy_text(err->text ? err->text : "");

	str_add_format(&path, "%s/%s.%d", keeper->found.folder, keeper->found.login, keeper->found.number);
	draft_leave_found(keeper);
	err_set(err, ERR_INVALID,
		SAY("Không đọc được phiếu nháp {1}: {2}. Tệp được để nguyên.",
			"The draft {1} cannot be read: {2}. The file is left as it is."),
		str_text(&path), why, NULL);
	str_release(&path);
	free(why);
	return false;
}

/* *found false: none of ours in this place. */
static bool
read_found(struct draft_keeper *keeper, struct draft_set *out, bool *found, struct err *err)
{
	struct str bytes = { 0 };
	struct draft_owner owner = owner_of(keeper);
	bool beside = keeper->place == BESIDE;
	enum draft_reading reading = DRAFT_DAMAGED;

	if (draft_slot_read(&keeper->found, &bytes, err))
		reading = draft_read(out, &owner, !beside, str_text(&bytes), bytes.length, err);
	str_release(&bytes);
	*found = reading == DRAFT_READ;
	if (*found)
		return true;
	if (reading == DRAFT_FOREIGN && beside)
		err_set(err, ERR_INVALID,
			SAY("nó thuộc sổ khác hoặc người khác", "it belongs to another book or person"), NULL);
	if (reading == DRAFT_FOREIGN && !beside) {
		draft_leave_found(keeper);
		return true;
	}
	return refuse(keeper, err);
}

bool
draft_next(struct draft_keeper *keeper, struct draft_set *out, bool *found, struct err *err)
{
	*found = false;
	*out = (struct draft_set){ 0 };
	draft_leave_found(keeper);
	while (step(keeper)) {
		bool held;
		if (!draft_slot_hold(&keeper->found, &held, keeper->folders[keeper->place], keeper->file_login,
			    keeper->number, err))
			return false;
		if (held && (!read_found(keeper, out, found, err) || *found))
			return *found;
	}
	return true;
}

void
draft_again(struct draft_keeper *keeper)
{
	draft_leave_found(keeper);
	keeper->place = BESIDE;
	keeper->number = 0;
}

void
draft_take_found(struct draft_keeper *keeper)
{
	draft_slot_remove(&keeper->held);
	keeper->held = keeper->found;
	keeper->found = DRAFT_NO_SLOT;
	str_clear(&keeper->kept);
}

void
draft_drop_found(struct draft_keeper *keeper)
{
	draft_slot_remove(&keeper->found);
}

void
draft_leave_found(struct draft_keeper *keeper)
{
	draft_slot_leave(&keeper->found);
}
