/* F8: asks, then removes the record.  Where others refer to it, that is said in full, with a way to the first of them
 * and the offer to merge it into another record of its kind (gộp bản ghi). */
#include "app/edit.h"
#include "app/label.h"
#include "base/mem.h"
#include "ui/choices.h"
#include "ui/dialog.h"
#include "ui/view/view_open.h"
#include "ui/view/view_text.h"
#include <stdlib.h>

/* A view without a look of its own under the questions, whose answers it takes. */
struct remove_box {
	struct view view;
	enum entity_id entity;
	int64_t record;
	char *name;
	char *why;              /* it cannot be removed: the sentence; NULL: it can */
	struct reference first; /* what refers to it, when it cannot */
	int64_t into;           /* the record that it is to be merged into */
};
struct remove_place {
	enum entity_id entity;
	int64_t record;
};
enum { TAG_REMOVE = 71, TAG_REFUSED, TAG_INTO, TAG_MERGE };
enum { REMOVE_IT, REMOVE_NOT };
enum { REFUSED_OPEN, REFUSED_MERGE, REFUSED_CLOSE };

/* ---- removing ---- */

/* keep false: only tries. */
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
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không xóa được.",
				"The book is open for reading only; nothing can be deleted."),
			NULL);
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

static bool
ask_removal(struct remove_box *box, struct err *err)
{
	char *text = say_format(SAY("{1}: {2}", "{1}: {2}"), say(entity_of(box->entity)->one), box->name, NULL);
	struct dialog_setup setup = { .title = say(SAY("Xóa khỏi sổ?", "Delete from the book?")),
		.text = text,
		.answers = { say(SAY("Xóa", "Delete")), say(SAY("Giữ lại", "Keep")) },
		.safe = REMOVE_NOT,
		.preset = REMOVE_NOT,
		.destroys = true };
	bool good = dialog_open(box->view.ui, &setup, TAG_REMOVE, err);

	free(text);
	return good;
}

static bool
tell_refusal(struct remove_box *box, struct err *err)
{
	struct dialog_setup setup = { .title = say(SAY("Không xóa được", "It cannot be deleted")),
		.text = box->why,
		.answers = { say(SAY("Mở bản ghi ấy", "Open that record")),
			say(SAY("Gộp vào bản ghi khác", "Merge into another")), say(SAY("Đóng", "Close")) },
		.safe = REFUSED_CLOSE,
		.preset = REFUSED_CLOSE };

	return dialog_open(box->view.ui, &setup, TAG_REFUSED, err);
}

/* ---- merging ---- */

#define CANDIDATES 60
static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct remove_box *box = of;
	struct candidate *found = mem_new(CANDIDATES, sizeof *found);
	size_t count = 0;
	bool good = find_candidates(
		found, CANDIDATES, &count, all, session_of(&box->view)->store, box->entity, false, query, NULL, err);

	for (size_t i = 0; good && i < count; i++)
		if (found[i].id != box->record)
			choice_items_add(out, found[i].id, found[i].label, found[i].detail);
	candidates_release(found, good ? count : 0);
	free(found);
	return good;
}

static bool
choose_into(struct remove_box *box, struct err *err)
{
	struct choices_setup setup = { .title = say(SAY("Gộp vào bản ghi nào", "Merge into which record")),
		.row = -1,
		.width = 70,
		.fill = fill,
		.of = box };

	return choices_open(box->view.ui, &setup, TAG_INTO, err);
}

static bool
ask_merge(struct remove_box *box, int64_t into, struct err *err)
{
	struct str name = { 0 };

	box->into = into;
	view_label(&name, session_of(&box->view)->store, box->entity, into);
	char *text = say_format(
		SAY("“{1}” thành một với “{2}”: mọi bản ghi dẫn đến, tên khác và nguồn chuyển sang; tên cũ thành tên "
		    "khác. Ctrl+Z lấy lại được.",
			"“{1}” becomes one with “{2}”: references, aliases and citations move, the old name becomes an "
			"alias. Ctrl+Z takes it back."),
		box->name, str_text(&name), NULL);
	struct dialog_setup setup = { .title = say(SAY("Gộp bản ghi?", "Merge the records?")),
		.text = text,
		.answers = { say(SAY("Gộp", "Merge")), say(SAY("Thôi", "Leave it")) },
		.safe = 1,
		.preset = 1,
		.destroys = true };
	bool good = dialog_open(box->view.ui, &setup, TAG_MERGE, err);
	free(text);
	str_release(&name);
	return good;
}

static bool
merge(struct remove_box *box, struct err *err)
{
	struct session *session = session_of(&box->view);
	struct str name = { 0 };

	if (!edit_merge(session->store, box->entity, box->record, box->into, NULL, NULL, err))
		return false;
	view_label(&name, session->store, box->entity, box->into);
	session_saved(session,
		SAY("Đã gộp {1} vào {2}. Ctrl+Z lấy lại được.", "Merged {1} into {2}. Ctrl+Z takes it back."),
		box->name, str_text(&name), NULL);
	str_release(&name);
	return true;
}

/* ---- answers ---- */

static void
removed(struct remove_box *box, struct err *err)
{
	struct session *session = session_of(&box->view);

	if (remove_record(session, box->entity, box->record, true, err))
		session_saved(session,
			SAY("Đã xóa {1} {2}. Ctrl+Z lấy lại được.", "Deleted the {1} {2}. Ctrl+Z brings it back."),
			say(entity_of(box->entity)->one), box->name, NULL);
}

/* True: another question is open, or the record that was gone to; this view stays below it. */
static bool
go_on(struct remove_box *box, const struct view *closed, struct err *err)
{
	const struct choice_item *item = choices_is(closed) ? choices_taken(closed) : NULL;
	int answer = dialog_is(closed) ? dialog_answer(closed) : -1;

	if (item && closed->tag == TAG_INTO)
		return ask_merge(box, item->id, err);
	if (closed->tag == TAG_REFUSED && answer == REFUSED_OPEN)
		return view_open_record(box->view.ui, box->first.entity, box->first.id, err);
	if (closed->tag == TAG_REFUSED && answer == REFUSED_MERGE)
		return choose_into(box, err);
	if (closed->tag == TAG_REMOVE && answer == REMOVE_IT)
		removed(box, err);
	if (closed->tag == TAG_MERGE && answer == 0)
		merge(box, err);
	return false;
}

static void
answered(struct view *view, const struct view *closed)
{
	struct err err = { 0 };

	if (!go_on((struct remove_box *)view, closed, &err))
		ui_close(view);
	if (err.kind != ERR_NONE)
		ui_fault(view->ui, &err);
	err_release(&err);
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
	struct remove_box *box = (struct remove_box *)ui_top(ui);
	if (box->why ? tell_refusal(box, err) : ask_removal(box, err))
		return true;
	ui_close(&box->view);
	return false;
}
