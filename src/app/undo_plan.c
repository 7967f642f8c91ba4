/* What an undo or a redo would do, said before it is done. */
#include "app/past.h"
#include "app/undo.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

void
undo_plan_release(struct undo_plan *plan)
{
	free(plan->name);
	free(plan->at);
	notices_release(&plan->others);
	*plan = (struct undo_plan){ 0 };
}

bool
undo_plan_of(struct undo_plan *out, struct store *store, int64_t change, struct err *err)
{
	struct turn turn = { 0 };
	struct change_head head = { 0 };

	*out = (struct undo_plan){ .change = change };
	bool good = history_head(&head, store, change, err) && turn_plan(&turn, store, change, err) &&
		(out->name = change_sentence(store, change, err));
	if (good) {
		out->at = mem_copy_text(head.at);
		out->blocked = turn.misfits > 0;
		out->others = turn.others;
		out->by_self = turn.by_self;
		out->by_others = turn.by_others;
		turn.others = (struct notices){ 0 };
	}
	turn_release(&turn);
	change_head_release(&head);
	if (!good)
		undo_plan_release(out);
	return good;
}

bool
undo_plan(struct undo_plan *out, struct store *store, bool redo, int64_t session_start, struct err *err)
{
	char start[TIMESTAMP_SIZE];
	int64_t change;

	*out = (struct undo_plan){ 0 };
	if (redo ? !history_next_redo(&change, store, err) : !history_next_undo(&change, store, err))
		return false;
	if (!change)
		return true;
	if (!undo_plan_of(out, store, change, err))
		return false;
	host_timestamp(session_start, start);
	out->older_session = strcmp(out->at, start) < 0;
	return true;
}
