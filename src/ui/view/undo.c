/* Ctrl+Z, Ctrl+Y: one's own last change; one from before this session is named and asked about. */
#include "app/edit.h"
#include "app/figures.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/view/cluster.h"
#include "ui/view/view_open.h"
#include "ui/view/views.h"
#include <stdlib.h>

enum answer { DO_IT, LEAVE_IT };

static void
run(struct session *session, struct err *err)
{
	struct undo_question *asked = &session->undo;
	struct figure_key figure;
	if (!edit_undo(session->store, asked->change, asked->fitting_only, err))
		return;
	session_saved(session,
		asked->redo ? SAY("Làm lại: {1}.", "Done again: {1}.") : SAY("Hoàn tác: {1}.", "Undone: {1}."),
		asked->name, NULL);
	if (figure_of_change(&figure, session->store, asked->change, err))
		cluster_go_to_figure(session->ui, &figure);
}

static void
answered(void *to, int answer, struct err *err)
{
	if (answer == DO_IT)
		run(to, err);
}

/* What others did since, one sentence a line. */
static char *
question(const struct undo_plan *plan)
{
	struct str text = { 0 };
	str_add_text(&text, plan->name);
	str_add_byte(&text, '.');
	for (size_t i = 0; i < plan->others.count; i++) {
		str_add_byte(&text, '\n');
		str_add_text(&text, plan->others.sentences[i]);
	}
	return str_take(&text);
}

static bool
ask(struct session *session, const struct undo_plan *plan, struct err *err)
{
	bool redo = session->undo.redo;
	char *text = question(plan);
	struct dialog_setup setup = {
		.title = plan->blocked ? undo_blocked_title(plan)
			: redo ? say(SAY("Làm lại một việc của lần trước?", "Do again a deed of an earlier session?"))
			       : say(SAY("Hoàn tác một việc của lần trước?", "Undo a deed of an earlier session?")),
		.text = text,
		.answers = { plan->blocked ? say(SAY("Chỉ phần còn khớp", "Only what still fits"))
				: redo     ? say(SAY("Làm lại", "Do again"))
					   : say(SAY("Hoàn tác", "Undo")),
			say(SAY("Để nguyên", "Leave it")) },
		.safe = LEAVE_IT,
		.preset = LEAVE_IT,
		.destroys = true,
		.done = answered,
		.to = session,
	};
	bool done = dialog_open(session->ui, &setup, 0, err);
	free(text);
	return done;
}

bool
undo_open(struct ui *ui, bool redo, struct err *err)
{
	struct session *session = ui_self(ui);
	struct undo_plan plan = { 0 };
	if (!undo_plan(&plan, session->store, redo, session->started, err))
		return false;
	bool done = true;
	free(session->undo.name);
	session->undo = (struct undo_question){ .change = plan.change,
		.name = mem_copy_text(plan.name ? plan.name : ""),
		.redo = redo,
		.fitting_only = plan.blocked };
	if (!plan.change)
		ui_say(ui,
			redo ? SAY("Không có việc nào để làm lại.", "There is nothing to do again.")
			     : SAY("Bạn chưa làm gì để hoàn tác.", "You have done nothing that could be undone."),
			NULL);
	else if (plan.blocked || plan.older_session)
		done = ask(session, &plan, err);
	else
		run(session, err);
	undo_plan_release(&plan);
	return done && err->kind == ERR_NONE;
}
