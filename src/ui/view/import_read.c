/* The file of the page: read, looked at, tried, stored. */
#include "base/file.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/number.h"
#include "text/show.h"
#include "ui/dialog.h"
#include "ui/view/import_page.h"
#include "ui/view/view_text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MOST ((size_t)512 << 20)
/* A trial holds the gate: of so many records for a third of a second, which nobody notices. */
#define TRIED_MOST 20000

void
import_clear_faults(struct import_page *page)
{
	for (size_t n = 0; n < page->fault_count; n++)
		free(page->faults[n].text);
	page->fault_count = 0;
}

/* ---- faults ---- */

/* Without the name of the file, which stands above. */
static void
add_told(struct import_page *page, const struct err *fault, bool doubt)
{
	const char *name = file_base_name(page->path), *sentence = fault->text;
	struct str shown = { 0 }, text = { 0 };
	size_t at = page->fault_count;

	/* Doubts leave room for faults. */
	if (at >= (doubt ? IMPORT_FAULTS_MOST / 2 : IMPORT_FAULTS_MOST) || !sentence)
		return;
	if (*name && text_starts(sentence, name)) {
		sentence += strlen(name);
		sentence += strspn(sentence, ",: ");
	}
	text_show(&shown, sentence);
	text_first_upper(&text, str_text(&shown));
	for (; at > 0 && page->faults[at - 1].line > fault->line; at--)
		page->faults[at] = page->faults[at - 1];
	page->faults[at] = (struct import_told){ .text = str_take(&text), .line = fault->line, .doubt = doubt };
	page->fault_count++;
	str_release(&shown);
}

static void
add_fault(struct import_page *page, const struct err *fault)
{
	add_told(page, fault, false);
}

static void
take_fault(void *to, const struct err *fault)
{
	add_told(to, fault, false);
}

static void
take_doubt(void *to, const struct err *doubt)
{
	add_told(to, doubt, true);
}

/* ---- looking ---- */

static bool
look_on(void *to, size_t done, size_t all)
{
	struct import_page *page = to;

	(void)done;
	(void)all;
	return ui_go_on(page->view.ui, STOP_NEVER, SAY("Đang đọc tệp…", "Reading the file…"), NULL);
}

static void
look(struct import_page *page)
{
	struct import_wish wish = import_wish_here(page);
	struct err err = { 0 };

	import_look_release(&page->look);
	import_clear_faults(page);
	page->pane.top = 0;
	page->stage = IMPORT_LOOKED;
	if (!import_look(&page->look, str_text(&page->bytes), page->bytes.length, &wish, look_on, page, &err)) {
		add_fault(page, &err);
		page->trial = TRIAL_NO_TABLE;
		page->stage = IMPORT_TRIED;
	}
	err_release(&err);
	import_choose_capitals(page, NULL, false);
}

/* ---- reading ---- */

void
import_forget_file(struct import_page *page)
{
	free(page->path);
	page->path = NULL;
	import_look_release(&page->look);
	import_clear_faults(page);
	str_release(&page->bytes);
	page->stage = IMPORT_NOTHING;
	page->large = false;
	page->pane.top = 0;
}

static bool
read_bytes(struct str *bytes, struct stat *state, const char *path, struct err *err)
{
	if (stat(path, state) != 0)
		return err_set(err, ERR_NOT_FOUND, SAY("Không dùng được {1}: {2}.", "Cannot use {1}: {2}."), path,
			err_system(errno), NULL);
	/* A pipe or a device may never end. */
	if (!S_ISREG(state->st_mode))
		return err_set(err, ERR_INVALID, SAY("{1} không phải là tệp.", "{1} is no file."), path, NULL);
	return file_read(bytes, path, FILE_MOST, err);
}

/* ~ for the home, as the path stands in its field. */
static void
shorten_path(struct err *err, const char *path)
{
	char *at = err->text ? strstr(err->text, path) : NULL;
	struct str text = { 0 };

	if (!at)
		return;
	str_add(&text, err->text, (size_t)(at - err->text));
	view_path(&text, path);
	str_add_text(&text, at + strlen(path));
	free(err->text);
	err->text = str_take(&text);
}

bool
import_read_file(struct import_page *page, const char *path, struct err *err)
{
	struct stat state;
	struct str bytes = { 0 };

	if (!read_bytes(&bytes, &state, path, err)) {
		shorten_path(err, path);
		str_release(&bytes);
		return false;
	}
	char *kept = mem_copy_text(path); /* path may be the page's own */
	import_forget_file(page);
	page->path = kept;
	page->bytes = bytes;
	page->state = state;
	look(page);
	return true;
}

bool
import_file_changed(const struct import_page *page)
{
	struct stat now;

	return page->path &&
		(stat(page->path, &now) != 0 || now.st_size != page->state.st_size ||
			now.st_ino != page->state.st_ino || now.st_mtim.tv_sec != page->state.st_mtim.tv_sec ||
			now.st_mtim.tv_nsec != page->state.st_mtim.tv_nsec);
}

void
import_look_again(struct import_page *page)
{
	if (page->stage != IMPORT_NOTHING)
		look(page);
}

/* ---- trying, between keys ---- */

void
import_try_again(struct import_page *page)
{
	if (page->stage == IMPORT_TRIED && page->look.records)
		page->stage = IMPORT_LOOKED;
}

static bool
try_on(void *to, size_t done, size_t all)
{
	struct import_page *page = to;

	(void)done;
	(void)all;
	page->stopped = !ui_go_on(page->view.ui, STOP_ON_KEY,
		SAY("Đang xem sẽ thêm, sửa những gì…", "Looking at what it would do…"), NULL);
	return !page->stopped;
}

/* What an import would do; nothing is stored, and nobody is waited for. */
static bool
try_import(struct import_page *page)
{
	struct import_wish wish = import_wish_here(page);
	struct err err = { 0 };

	wish.trial = true;
	wish.doubt = take_doubt;
	page->stopped = false;
	import_clear_faults(page);
	session_wait(page->session, false);
	bool good = import_kind(&page->result, page->session->store, import_kind_here(page), page->path,
		str_text(&page->bytes), page->bytes.length, &wish, take_fault, try_on, page, &err);
	session_wait(page->session, true);
	page->trial = TRIAL_DONE;
	if (err.kind == ERR_CANCELLED || err.kind == ERR_BUSY) {
		import_clear_faults(page);
		page->trial = TRIAL_WAITS;
	} else if (!good && !page->fault_count) {
		add_fault(page, &err);
		page->trial = TRIAL_NO_TABLE;
	}
	err_release(&err);
	return !page->stopped;
}

bool
import_work(struct view *view, struct err *err)
{
	struct import_page *page = (struct import_page *)view;

	(void)err;
	if (page->stage != IMPORT_LOOKED)
		return false;
	if (!import_kind_here(page))
		page->trial = TRIAL_NO_KIND;
	else if (page->look.records > TRIED_MOST)
		page->trial = TRIAL_LARGE;
	else if (!try_import(page))
		return true;
	page->stage = IMPORT_TRIED;
	return false;
}

/* ---- storing ---- */

static bool
store_on(void *to, size_t done, size_t all)
{
	struct import_page *page = to;
	struct str percent = { 0 };

	str_add_integer(&percent, (int64_t)(all && done < all ? done * 100 / all : 99));
	bool on = ui_go_on(page->view.ui, STOP_ON_ESCAPE,
		SAY("Đang nhập: {1} %. Esc dừng lại, không ghi gì.",
			"Importing: {1} %. Esc stops it, nothing is stored."),
		str_text(&percent), NULL);
	str_release(&percent);
	return on;
}

static bool
refuse_at(int field, struct err *err, struct words words)
{
	err_set(err, ERR_INVALID, words, NULL);
	err->field = field + 1;
	return false;
}

static bool
check(struct import_page *page, struct err *err)
{
	if (!page->path)
		return refuse_at(IMPORT_FILE, err,
			SAY("Chưa có tệp nào: gõ đường dẫn, hoặc F4 để chọn.",
				"There is no file yet: type its path, or F4."));
	if (import_file_changed(page)) {
		if (!import_read_file(page, page->path, err))
			return false;
		return err_set(err, ERR_CONFLICT,
			SAY("Tệp vừa đổi và đã được đọc lại: xem lại ở dưới, rồi nhập.",
				"The file has changed and was read again: look at it below, then import."),
			NULL);
	}
	if (page->stage == IMPORT_TRIED && page->trial == TRIAL_NO_TABLE && !page->look.records)
		return err_set(err, ERR_INVALID,
			SAY("Chưa đọc được tệp này; lỗi nêu ở dưới.",
				"This file cannot be read; the fault is told below."),
			NULL);
	if (!import_kind_here(page))
		return refuse_at(IMPORT_KIND, err,
			SAY("Chưa rõ đây là loại bản ghi nào; F4 để chọn.",
				"It is not known what kind of record this is; F4 to choose."));
	return true;
}

enum { ASK_IMPORT, ASK_LEAVE };

static void
answered(void *to, int answer, struct err *err)
{
	struct import_page *page = to;

	(void)err;
	if (answer != ASK_IMPORT)
		return;
	page->large = true;
	ui_post(page->view.ui, ACTION_SAVE);
}

/* Many records at once keep others waiting. */
static bool
ask(struct import_page *page, struct err *err)
{
	struct str number = { 0 };

	number_show(&number, (int64_t)page->look.records, 0, '=');
	char *text = say_format(
		SAY("Tệp có {1} bản ghi. Trong lúc nhập, người khác không ghi được vào sổ.",
			"The file has {1} records. While they are imported nobody else can write into the book."),
		str_text(&number), NULL);
	struct dialog_setup setup = { .title = say(SAY("Nhập tệp lớn?", "Import a large file?")),
		.text = text,
		.answers = { say(SAY("Nhập", "Import")), say(SAY("Thôi", "Leave it")) },
		.safe = ASK_LEAVE,
		.preset = ASK_LEAVE,
		.done = answered,
		.to = page };
	dialog_open(page->view.ui, &setup, 0, err);
	free(text);
	str_release(&number);
	return false;
}

static long
first_doubt(const struct import_page *page)
{
	size_t n = 0;
	while (n + 1 < page->fault_count && !page->faults[n].doubt)
		n++;
	return page->fault_count ? page->faults[n].line : 0;
}

static void
tell(struct import_page *page, const struct import_result *result)
{
	const size_t numbers[] = { result->read, result->added, result->changed, result->same, result->doubtful };
	struct str texts[5] = { 0 }, name = { 0 }, more = { 0 };

	for (size_t n = 0; n < ARRAY_COUNT(numbers); n++)
		number_show(&texts[n], (int64_t)numbers[n], 0, '=');
	text_show(&name, file_base_name(page->path));
	if (result->doubtful) {
		struct str line = { 0 };
		str_add_integer(&line, first_doubt(page));
		char *doubts = say_format(
			SAY(" Cần xem lại {1} số, đầu tiên ở dòng {2}.", " To look at: {1}, the first in line {2}."),
			str_text(&texts[4]), str_text(&line), NULL);
		str_release(&line);
		str_add_text(&more, doubts);
		free(doubts);
	}
	session_saved(page->session,
		result->added + result->changed
			? SAY("Đã nhập {1}: thêm {2}, sửa {3}, như cũ {4}. Ctrl+Z lấy lại tất cả.{5}",
				  "Imported {1}: {2} added, {3} changed, {4} as before. Ctrl+Z takes all of it back.{5}")
			: SAY("{1} không có gì mới: cả {4} dòng đều như trong sổ.",
				  "Nothing new in {1}: all {4} rows are as in the book."),
		str_text(&name), str_text(&texts[1]), str_text(&texts[2]), str_text(&texts[3]), str_text(&more), NULL);
	str_release(&more);
	for (size_t n = 0; n < ARRAY_COUNT(numbers); n++)
		str_release(&texts[n]);
	str_release(&name);
}

bool
import_store(struct import_page *page, struct err *err)
{
	struct import_wish wish = import_wish_here(page);
	struct import_result result;
	wish.doubt = take_doubt;

	if (!check(page, err))
		return false;
	if (page->look.records > IMPORT_MOST && !page->large)
		return ask(page, err);
	import_clear_faults(page);
	if (import_kind(&result, page->session->store, import_kind_here(page), page->path, str_text(&page->bytes),
		    page->bytes.length, &wish, take_fault, store_on, page, err)) {
		tell(page, &result);
		return true;
	}
	err->field = 0;
	if (err_is_of_input(err->kind)) {
		if (!page->fault_count)
			add_fault(page, err);
		page->trial = TRIAL_NO_TABLE;
		page->stage = page->look.records > TRIED_MOST ? IMPORT_TRIED : IMPORT_LOOKED; /* counts all faults */
		page->pane.to_faults = true;
		err_set(err, err->kind,
			SAY("Chưa ghi gì: từng lỗi nêu ở dưới (PgDn xem tiếp).",
				"Nothing was stored: each fault is told below (PgDn: more)."),
			NULL);
	} else {
		page->stage = IMPORT_LOOKED;
	}
	return false;
}
