/* F8: asks, then removes the record.  What refers to it is told instead when it cannot be removed. */
#include "app/edit.h"
#include "app/label.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/view/view_open.h"
#include <stdlib.h>

/* A view without a look of its own under the question, whose answer it takes. */
struct remove_box {
	struct view view;
	enum entity_id entity;
	int64_t record;
	char *name;
	char *why;              /* it cannot be removed: the sentence; NULL: it can */
	struct reference first; /* what refers to it, when it cannot */
};
struct remove_place { enum entity_id entity; int64_t record; };
enum { REMOVE_IT, REMOVE_NOT };

static bool
remove_record(struct session *session, enum entity_id entity, int64_t id, bool keep, struct err *err)
{
	struct record record = { 0 };
	struct change *change;

	if (!record_read(&record, session->store, entity, id, err))
		return false;
	bool good = change_begin(&change, session->store, "remove", NULL, err);
	if (good && !edit_remove(change, &record, err)) {
		change_abandon(change);
		good = false;
	} else if (good && keep) {
		good = change_commit(change, err);
	} else if (good) {
		change_abandon(change);
	}
	record_release(&record);
	return good;
}

/* Others refer to it: said in full, with a way to the first of them. */
static bool
take_refusal(struct remove_box *box, struct store *store, struct err *err)
{
	size_t count = 0;

	if (err->kind != ERR_NOT_ALLOWED)
		return false;
	box->why = err->text;
	err->text = NULL;
	err_release(err);
	return record_references(&box->first, 1, &count, store, box->entity, box->record, err);
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct remove_box *box = (struct remove_box *)view;
	const struct remove_place *place = where;
	struct session *session = session_of(view);
	struct str name = { 0 };

	box->entity = place->entity;
	box->record = place->record;
	if (!session_writable(session))
		return err_set(err, ERR_READ_ONLY, SAY("Sổ đang mở chỉ để xem; không xóa được.", "The book is open for reading only; nothing can be deleted."), NULL);
	if (!remove_record(session, box->entity, box->record, false, err) && !take_refusal(box, session->store, err))
		return false;
	bool good = label_add(&name, session->store, box->entity, box->record, LABEL_SHORT, NULL, err);
	box->name = str_take(&name);
	return good;
}

static void
done(struct view *view)
{
	free(((struct remove_box *)view)->name);
	free(((struct remove_box *)view)->why);
}

static void
answered(struct view *view, const struct view *closed)
{
	struct remove_box *box = (struct remove_box *)view;
	struct session *session = session_of(view);
	struct err err = { 0 };

	if (box->why) {
		if (dialog_is(closed) && dialog_answer(closed) == REMOVE_IT && view_open_record(view->ui, box->first.entity, box->first.id, &err))
			return;         /* this view stays below until that one closes */
		if (err.kind != ERR_NONE)
			ui_fault(view->ui, &err);
	} else if (dialog_is(closed) && dialog_answer(closed) == REMOVE_IT) {
		if (remove_record(session, box->entity, box->record, true, &err))
			session_saved(session, SAY("Đã xóa {1} {2}. Ctrl+Z lấy lại được.", "Deleted the {1} {2}. Ctrl+Z brings it back."),
				say(entity_of(box->entity)->one), box->name, NULL);
		else
			ui_fault(view->ui, &err);
	}
	err_release(&err);
	ui_close(view);
}

static const struct view_ops remove_ops = {
	.name = "remove",
	.size = sizeof(struct remove_box),
	.box = true,
	.open = begin,
	.answer = answered,
	.close = done,
};

bool
remove_open(struct ui *ui, enum entity_id entity, int64_t record, struct err *err)
{
	struct remove_place place = { entity, record };

	if (!ui_open(ui, &remove_ops, &place, err))
		return false;
	const struct remove_box *box = (const struct remove_box *)ui_top(ui);
	char *text = box->why ? mem_copy_text(box->why) : say_format(SAY("{1}: {2}", "{1}: {2}"), say(entity_of(entity)->one), box->name, NULL);
	struct dialog_setup ask = { .title = say(SAY("Xóa khỏi sổ?", "Delete from the book?")), .text = text,
		.answers = { say(SAY("Xóa", "Delete")), say(SAY("Giữ lại", "Keep")) }, .safe = REMOVE_NOT, .preset = REMOVE_NOT, .destroys = true };
	struct dialog_setup tell = { .title = say(SAY("Không xóa được", "It cannot be deleted")), .text = text,
		.answers = { say(SAY("Mở bản ghi ấy", "Open that record")), say(SAY("Đóng", "Close")) }, .safe = REMOVE_NOT, .preset = REMOVE_NOT };
	bool good = dialog_open(ui, box->why ? &tell : &ask, 0, err);
	free(text);
	if (!good)
		ui_close(ui_top(ui));
	return good;
}
