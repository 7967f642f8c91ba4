#include "ui/session_drafts.h"
#include "app/draft.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/dialog.h"
#include "ui/view/drafts.h"
#include "ui/view/view_text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct session_drafts {
	struct draft_keeper *keeper;
	struct draft_set offered; /* what the open question is about */
	struct str waiting;       /* the first that was left for later, by name */
	size_t waiting_count;
	bool failing; /* the last writing failed, and it was told */
};

/* ---- keeping ---- */

/* From the lowest view up. */
static void
collect(const struct view *view, struct draft_set *set)
{
	if (!view)
		return;
	collect(view->below, set);
	if (view->closing || !view->ops->draft)
		return;
	struct draft *draft = draft_set_add(set);
	if (!view->ops->draft(view, draft)) {
		draft_release(draft);
		set->count--;
	}
}

static void
tell_once(struct session *session, struct err *err)
{
	if (!session->drafts->failing)
		ui_say(session->ui,
			SAY("Chưa giữ được chữ đang gõ phòng khi đứt mạng; hãy lưu sớm. {1}",
				"What you type is not kept against a cut line; please save soon. {1}"),
			err->text, NULL);
	session->drafts->failing = true;
	err_release(err);
}

void
session_keep_drafts(struct session *session)
{
	struct draft_set set = { .year = session->year };
	struct err err = { 0 };

	if (!session->drafts)
		return;
	snprintf(set.part, sizeof set.part, "%s", session->part);
	collect(ui_top(session->ui), &set);
	if (!set.count)
		draft_forget(session->drafts->keeper);
	else if (draft_keep(session->drafts->keeper, &set, &err))
		session->drafts->failing = false;
	else
		tell_once(session, &err);
	draft_set_release(&set);
}

void
session_begin_drafts(struct session *session, const char *state)
{
	struct err err = { 0 };
	struct draft_keeper *keeper;

	if (!session_writable(session))
		return;
	if (!draft_keeper_open(&keeper, session->store, state, &err)) {
		ui_fault(session->ui, &err);
		return;
	}
	session->drafts = mem_new(1, sizeof *session->drafts);
	session->drafts->keeper = keeper;
}

void
session_end_drafts(struct session *session, bool keep)
{
	if (!session->drafts)
		return;
	draft_keeper_close(session->drafts->keeper, keep);
	draft_set_release(&session->drafts->offered);
	str_release(&session->drafts->waiting);
	free(session->drafts);
	session->drafts = NULL;
}

/* ---- offering ---- */

enum { REOPEN, DROP, LATER };

/* "hội nghị Sơ kết 07/12/2023 · Cụm số 3 (thêm mới)", "người Trịnh Thị Thoa". */
static void
name_form(struct str *out, struct session *session, const struct draft_form *form, struct err *err)
{
	const struct record *record = &form->mine[0].record;
	struct str name = { 0 };

	str_add_text(out, say(entity_of(form->entity)->one));
	str_add_byte(out, ' ');
	if (record->id)
		label_add(&name, session->store, form->entity, record->id, LABEL_SHORT, NULL, err);
	else if (!record->entity->subject && label_add_record(&name, session->store, record, LABEL_SHORT, NULL, err))
		str_add_text(&name, " ");
	str_add_text(out, str_text(&name));
	if (!record->id)
		str_add_text(out, say(SAY("(thêm mới)", "(new)")));
	str_release(&name);
}

/* "Kết nạp Đảng · Hà Nam: “hơn 6.500”". */
static void
name_cell(struct str *out, struct session *session, const struct draft *draft, struct err *err)
{
	const struct draft_cell *cell = &draft->cell;
	enum entity_id kind;

	label_add(out, session->store, ENTITY_METRIC, cell->metric, LABEL_SHORT, NULL, err);
	str_add_text(out, " · ");
	if (subject_kind(&kind, session->store, cell->subject, err) && kind)
		label_add(out, session->store, kind, cell->subject, LABEL_SHORT, NULL, err);
	str_add_text(out, " · ");
	period_show(cell->period, out);
	str_add_text(out, ": “");
	str_add_text(out, draft->typed ? draft->typed : "");
	str_add_text(out, "”");
}

static void
name_draft(struct str *out, struct session *session, const struct draft *draft, struct err *err)
{
	if (draft->kind == DRAFT_VALUES)
		str_add_text(out, say(SAY("hợp nhất, sáp nhập, chia tách", "a merger or split of units")));
	else if (draft->kind == DRAFT_FORM)
		name_form(out, session, &draft->form, err);
	else
		name_cell(out, session, draft, err);
}

/* One line each. */
static char *
question_of(struct session *session, const struct draft_set *set)
{
	struct str names = { 0 }, at = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < set->count; i++) {
		str_add_text(&names, i ? "\n" : "");
		name_draft(&names, session, &set->items[i], &err);
	}
	view_time(&at, set->at, VIEW_DAY_CLOCK);
	char *text = say_format(
		SAY("Lần trước còn phiếu chưa lưu, lúc {2}:\n{1}", "Something was not saved last time, at {2}:\n{1}"),
		str_text(&names), str_text(&at), NULL);
	err_release(&err);
	str_release(&names);
	str_release(&at);
	return text;
}

/* A cell stands in the figures of a year and a part of it; a form says its years itself, and the person looks at what they
 * chose to look at. */
static bool
go_to_period(struct session *session, const struct draft_set *set, struct err *err)
{
	bool cell = false;

	for (size_t i = 0; i < set->count; i++)
		cell = cell || set->items[i].kind == DRAFT_CELL;
	return !cell || session_go(session, set->year, set->part, err);
}

static bool
reopen(struct session *session, const struct draft_set *set, struct err *err)
{
	if (!go_to_period(session, set, err))
		return false;
	for (size_t i = 0; i < set->count; i++) {
		const struct draft *draft = &set->items[i];
		const struct draft *below = i ? &set->items[i - 1] : NULL;
		bool waits = below && draft->for_below &&
			(below->kind == DRAFT_VALUES || (below->kind == DRAFT_FORM && below->adding));
		bool opened = draft->kind == DRAFT_FORM ? record_form_reopen(session->ui, draft, waits, err)
			: draft->kind == DRAFT_VALUES   ? reorganise_reopen(session->ui, draft, err)
							: cluster_reopen_cell(session->ui, draft, err);
		if (!opened)
			return false;
	}
	return true;
}

static void
leave_for_later(struct session *session)
{
	struct session_drafts *drafts = session->drafts;
	struct err err = { 0 };

	if (!drafts->waiting_count++ && drafts->offered.count)
		name_draft(&drafts->waiting, session, &drafts->offered.items[0], &err);
	err_release(&err);
	ui_say(session->ui,
		SAY("Để sau: khi cần, Ctrl+K và gõ “bản nháp”.",
			"Left for later: Ctrl+K and “draft” when you want it."),
		NULL);
}

static void
answered(void *to, int answer, struct err *err)
{
	struct session *session = to;
	struct session_drafts *drafts = session->drafts;

	if (answer == REOPEN) {
		/* Views that were reopened are kept again from here on; the file goes when all of it is there. */
		if (reopen(session, &drafts->offered, err)) {
			draft_take_found(drafts->keeper);
			draft_set_release(&drafts->offered);
			return;
		}
		draft_leave_found(drafts->keeper);
		return;
	}
	if (answer == DROP)
		draft_drop_found(drafts->keeper);
	else
		leave_for_later(session);
	session_offer_drafts(session);
}

/* again: in the place of the view on top.  False: there is nothing to ask about. */
static bool
offer(struct session *session, bool again)
{
	struct session_drafts *drafts = session->drafts;
	bool found = false, more = drafts != NULL;

	while (more && !found) {
		struct err err = { 0 };
		draft_set_release(&drafts->offered);
		more = draft_next(drafts->keeper, &drafts->offered, &found, &err) ? found : err.kind != ERR_NONE;
		ui_fault(session->ui, &err);
	}
	if (!found)
		return false;
	struct err err = { 0 };
	char *text = question_of(session, &drafts->offered);
	struct dialog_setup setup = {
		.title = say(SAY("Phiếu chưa lưu", "Form not saved")),
		.text = text,
		.answers = { say(SAY("Mở lại", "Reopen")), say(SAY("Bỏ", "Drop")), say(SAY("Để sau", "Later")) },
		.safe = LATER,
		.preset = REOPEN,
		.destroys = true,
		.done = answered,
		.to = session,
	};
	bool opened =
		again ? ui_replace(session->ui, &dialog_ops, &setup, &err) : dialog_open(session->ui, &setup, 0, &err);
	if (!opened) {
		draft_leave_found(drafts->keeper);
		ui_fault(session->ui, &err);
	}
	free(text);
	return opened;
}

void
session_offer_drafts(struct session *session)
{
	offer(session, false);
}

bool
session_drafts_waiting(const struct session *session, struct str *name)
{
	const struct session_drafts *drafts = session->drafts;
	struct str more = { 0 };

	if (!drafts || !drafts->waiting_count)
		return false;
	str_add_text(name, str_text(&drafts->waiting));
	if (drafts->waiting_count > 1) {
		str_add_integer(&more, (int64_t)drafts->waiting_count - 1);
		char *others = say_format(SAY(" và {1} bản khác", " and {1} more"), str_text(&more), NULL);
		str_add_text(name, others);
		free(others);
	}
	str_release(&more);
	return true;
}

void
session_ask_drafts_again(struct session *session)
{
	struct session_drafts *drafts = session->drafts;

	if (!drafts)
		return;
	drafts->waiting_count = 0;
	str_clear(&drafts->waiting);
	draft_again(drafts->keeper);
	if (offer(session, true))
		return;
	ui_close(ui_top(session->ui));
	ui_say(session->ui,
		SAY("Bản nháp ấy không còn: đã mở ở phiên khác, hoặc đã bỏ.",
			"That draft is gone: opened in another session, or dropped."),
		NULL);
}
