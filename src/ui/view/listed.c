#include "ui/view/listed.h"
#include "ui/view/view_open.h"

int64_t
listed_made(struct session *session, enum entity_id entity)
{
	int64_t record = session->made.entity == entity ? session->made.record : 0;

	if (record)
		session->made.record = 0;
	return record;
}

void
listed_set_rows(struct list *list, size_t count, int64_t made, int64_t keep)
{
	for (size_t row = 0; made && row < count; row++)
		if (list->ops->id(list->of, row) == made)
			keep = made;
	list_set_rows(list, count, keep);
}

bool
listed_allows(
	const struct session *session, const struct list *list, const struct listed *listed, enum action_id action)
{
	switch (action) {
	case ACTION_ENTER:
	case ACTION_DETAIL:
	case ACTION_HISTORY:
		return listed->record != 0;
	case ACTION_EDIT:
	case ACTION_DELETE:
		return listed->record != 0 && session_writable(session);
	case ACTION_ADD:
		return session_writable(session);
	case ACTION_IMPORT:
		return session_writable(session) && !session->served;
	default:
		return list_allows(list, action);
	}
}

enum outcome
listed_act(struct ui *ui, const struct listed *listed, enum action_id action, struct err *err)
{
	struct history_place past = { listed->entity, listed->record };

	if (action == ACTION_ADD) {
		form_open_record(ui, listed->entity, 0, listed->presets, err);
		return VIEW_DONE;
	}
	if (action == ACTION_IMPORT) {
		import_open(ui, listed->entity, err);
		return VIEW_DONE;
	}
	if (!listed->record)
		return VIEW_PASS;
	switch (action) {
	case ACTION_ENTER:
		view_open_record(ui, listed->entity, listed->record, err);
		return VIEW_DONE;
	case ACTION_EDIT:
		form_open_record(ui, listed->entity, listed->record, NULL, err);
		return VIEW_DONE;
	case ACTION_DELETE:
		remove_open(ui, listed->entity, listed->record, err);
		return VIEW_DONE;
	case ACTION_DETAIL:
		detail_open(ui, listed->entity, listed->record, err);
		return VIEW_DONE;
	case ACTION_HISTORY:
		ui_open(ui, &history_ops, &past, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}
