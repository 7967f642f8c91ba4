#include "ui/view/view_open.h"
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include <stdlib.h>

/* The owner of a part: *entity and *id become its. */
static bool
go_to_owner(enum entity_id *entity, int64_t *id, struct store *store, struct err *err)
{
	const struct entity *kind = entity_of(*entity);
	struct record part = { 0 };

	if (!kind || !kind->owner)
		return true;
	if (!record_read(&part, store, *entity, *id, err))
		return false;
	*id = record_integer(&part, kind->owner_field, 0);
	bool good = true;
	if (kind->fields[kind->owner_field].type == FIELD_SUBJECT)
		good = subject_kind(entity, store, *id, err);
	else
		*entity = kind->owner;
	record_release(&part);
	return good;
}

bool
view_open_record(struct ui *ui, enum entity_id entity, int64_t id, struct err *err)
{
	struct session *session = ui_self(ui);
	struct cluster_place cluster = { id, 0 };
	struct unit_place unit = { id, 0 };

	if (entity == ENTITY_UNIT)
		return ui_open(ui, &unit_ops, &unit, err);
	if (entity == ENTITY_CLUSTER)
		return ui_open(ui, &cluster_ops, &cluster, err);
	return go_to_owner(&entity, &id, session->store, err) && form_open_record(ui, entity, id, NULL, err);
}

/* ---- taking a change back ---- */

enum { UNDO_DO, UNDO_LEAVE };

static char *
question_of(const struct undo_plan *plan)
{
	struct str text = { 0 };

	str_add_text(&text, plan->name ? plan->name : "");
	for (size_t i = 0; i < plan->others.count; i++) {
		str_add_byte(&text, '\n');
		str_add_text(&text, plan->others.sentences[i]);
	}
	return str_take(&text);
}

const char *
undo_blocked_title(const struct undo_plan *plan)
{
	if (plan->by_self && !plan->by_others)
		return say(SAY("Bạn đã sửa tiếp sau việc này", "You have gone on from it"));
	if (plan->by_others && !plan->by_self)
		return say(SAY("Người khác đã sửa tiếp", "Others have gone on from it"));
	return say(SAY("Sau việc này đã có thay đổi", "Something was built on it since"));
}

bool
undo_change_ask(struct ui *ui, int64_t change, int tag, bool *fitting_only, struct err *err)
{
	struct session *session = ui_self(ui);
	struct undo_plan plan = { 0 };
	struct change_head head = { 0 };

	*fitting_only = false;
	if (!session_writable(session))
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không hoàn tác được.",
				"The book is open for reading only; nothing can be undone."),
			NULL);
	if (!undo_plan_of(&plan, session->store, change, err) || !history_head(&head, session->store, change, err)) {
		undo_plan_release(&plan);
		return false;
	}
	*fitting_only = plan.blocked;
	char *text = question_of(&plan);
	struct dialog_setup setup = {
		.title = plan.blocked ? undo_blocked_title(&plan)
			: head.stands ? say(SAY("Hoàn tác việc này?", "Undo this?"))
				      : say(SAY("Làm lại việc này?", "Do this again?")),
		.text = text,
		.answers = { plan.blocked     ? say(SAY("Chỉ phần còn khớp", "Only what still fits"))
				: head.stands ? say(SAY("Hoàn tác", "Undo"))
					      : say(SAY("Làm lại", "Do again")),
			say(SAY("Để nguyên", "Leave it")) },
		.safe = UNDO_LEAVE,
		.preset = UNDO_LEAVE,
	};
	bool good = dialog_open(ui, &setup, tag, err);
	free(text);
	change_head_release(&head);
	undo_plan_release(&plan);
	return good;
}

bool
undo_change_run(struct session *session, int64_t change, bool fitting_only, struct err *err)
{
	struct change_head head = { 0 };

	if (!history_head(&head, session->store, change, err))
		return false;
	bool stood = head.stands;
	change_head_release(&head);
	char *name = change_sentence(session->store, change, err);
	bool good = name && edit_undo(session->store, change, fitting_only, err);
	if (good)
		session_saved(session,
			stood ? SAY("Hoàn tác: {1}.", "Undone: {1}.") : SAY("Làm lại: {1}.", "Done again: {1}."), name,
			NULL);
	free(name);
	return good;
}
