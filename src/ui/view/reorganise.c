/* Merging, joining, dividing and replacing units: the form, its preview, the deed. */
#include "ui/view/reorganise.h"
#include "app/reorganise.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/view/meant.h"
#include "ui/view/record_form.h"
#include "ui/view/reorganise_form.h"
#include "ui/view/view_text.h"
#include <stdlib.h>

/* ---- saving ---- */

/* The plan that the form says; after has room for all that come after. */
static struct reorganisation
plan_of(const struct reorganise *of, struct reorganised *after)
{
	size_t count = 0;

	if (reorganise_one_new(of) && of->name)
		after[count++] = (struct reorganised){ 0, of->name, of->short_name };
	else if (of->kind == SUCCESSION_KIND_ABSORPTION && of->into)
		after[count++] = (struct reorganised){ of->into, NULL, NULL };
	for (size_t i = 0; reorganise_shown(of, PLACE_AFTER) && i < of->after_count; i++)
		if (of->after[i].name)
			after[count++] = (struct reorganised){ 0, of->after[i].name, NULL };
	return (struct reorganisation){ .kind = of->kind,
		.before = of->before,
		.before_count = of->before_count,
		.after = after,
		.after_count = count,
		.day = str_text(&of->day),
		.document = of->document,
		.clusters = of->clusters.items,
		.cluster_count = of->clusters.count };
}

static int
place_of_fault(const struct reorganise *of, int part)
{
	switch (part) {
	case REORGANISE_KIND:
		return PLACE_KIND;
	case REORGANISE_BEFORE:
		return PLACE_BEFORE;
	case REORGANISE_DAY:
		return PLACE_DAY;
	case REORGANISE_AFTER:
		return reorganise_one_new(of)                    ? PLACE_NAME
			: of->kind == SUCCESSION_KIND_ABSORPTION ? PLACE_INTO
								 : PLACE_AFTER;
	default:
		return -1;
	}
}

static void
drop_empty(struct reorganise *of)
{
	struct err err = { 0 };

	for (size_t i = of->before_count; i-- > 0;)
		if (!of->before[i])
			reorganise_take_out(of, PLACE_BEFORE, i, &err);
	for (size_t i = of->after_count; i-- > 0;)
		if (!of->after[i].name)
			reorganise_take_out(of, PLACE_AFTER, i, &err);
}

static bool
ask(struct reorganise *of, const struct reorganisation *plan, struct err *err)
{
	struct str text = { 0 };
	bool good = reorganise_preview(&text, of->session->store, plan, err);
	struct dialog_setup setup = { .title = say(SAY("Ghi vào sổ?", "Write it into the book?")),
		.text = str_text(&text),
		.answers = { say(SAY("Ghi", "Write")), say(SAY("Sửa tiếp", "Go on editing")) },
		.safe = 1,
		.preset = 0 };

	good = good && dialog_open(of->view.ui, &setup, TAG_PREVIEW, err);
	str_release(&text);
	return good;
}

/* Shows what would end and begin; the answer writes it. */
bool
reorganise_save(void *self, struct err *err)
{
	struct reorganise *of = self;
	struct reorganised *after = mem_new(of->after_count + 1, sizeof *after);

	drop_empty(of);
	struct reorganisation plan = plan_of(of, after);
	if (reorganise_check(&plan, err))
		ask(of, &plan, err);
	else
		err->field = place_of_fault(of, err->field) + 1;
	free(after);
	return false;
}

static bool
write(struct reorganise *of, struct err *err)
{
	struct reorganised *after = mem_new(of->after_count + 1, sizeof *after);
	struct reorganisation plan = plan_of(of, after);
	struct str name = { 0 };
	bool good = reorganise(&of->first, of->session->store, &plan, err);

	free(after);
	err->field = 0;
	if (!good)
		return false;
	view_label(&name, of->session->store, ENTITY_UNIT, of->first);
	session_saved(of->session,
		SAY("Đã ghi: {1}. Một lần Ctrl+Z lấy lại tất cả.", "Written: {1}. One Ctrl+Z takes all of it back."),
		str_text(&name), NULL);
	str_release(&name);
	return true;
}

/* ---- the view ---- */

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct reorganise *of = (struct reorganise *)view;
	int64_t unit = *(const int64_t *)where;

	of->session = session_of(view);
	of->kind = SUCCESSION_KIND_MERGER;
	if (!session_writable(of->session))
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không ghi được.", "The book is open for reading only."), NULL);
	if (unit) {
		reorganise_insert(of, PLACE_BEFORE, 0, err);
		of->before[0] = unit;
	}
	reorganise_keep(of);
	of->form = (struct form){ .fields = reorganise_fields,
		.field_count = PLACE_COUNT,
		.ops = &reorganise_form_ops,
		.of = of,
		.ui = view->ui,
		.composer = ui_composer(view->ui) };
	form_begin(&of->form);
	form_focus(&of->form, (struct form_at){ .field = PLACE_BEFORE, .row = of->before_count });
	return true;
}

static void
done(struct view *view)
{
	struct reorganise *of = (struct reorganise *)view;

	form_release(&of->form);
	for (size_t i = 0; i < of->after_count; i++)
		free(of->after[i].name);
	free(of->after);
	free(of->before);
	free(of->name);
	free(of->short_name);
	free(of->shown.before);
	free(of->shown.into);
	free(of->shown.document);
	free(of->shown.clusters);
	ids_release(&of->clusters);
	str_release(&of->day);
}

static enum context
context(const struct view *view)
{
	return form_context(&((const struct reorganise *)view)->form);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	int end = layout->detail >= 0 ? layout->detail : layout->end;

	form_place(&((struct reorganise *)view)->form,
		(struct area){
			.row = layout->state, .column = 0, .rows = end - layout->state, .columns = layout->columns });
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct reorganise *of = (const struct reorganise *)view;

	str_add_text(&frame->title, say(SAY("Hợp nhất, sáp nhập, chia tách", "Mergers and splits")));
	if (form_unsaved(&of->form))
		str_add_text(&frame->period, say(SAY("đã đổi", "changed")));
	str_add_text(&frame->note,
		of->form.at.field == PLACE_BEFORE
			? say(SAY("Gõ tên từng đơn vị; Enter ở dòng trống: sang mục sau.",
				  "Type the name of each unit; Enter on an empty row: on."))
			: say(SAY("Ctrl+S xem trước những gì kết thúc, bắt đầu; chưa ghi gì.",
				  "Ctrl+S shows what ends and begins; nothing is written yet.")));
}

static void
draw(const struct view *view, struct draw *draw)
{
	form_draw(&((const struct reorganise *)view)->form, draw);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct reorganise *of = (struct reorganise *)view;
	struct form_at before = of->form.at;
	enum outcome outcome = form_act(&of->form, action, err);

	form_ask_which(&of->form, err);
	if (outcome == VIEW_CLOSE || before.field != of->form.at.field || before.row != of->form.at.row)
		session_keep_drafts(of->session);
	return outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return form_text(&((struct reorganise *)view)->form, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	return form_allows(&((const struct reorganise *)view)->form, action);
}

/* The decision that was written down from this form. */
static void
take_new_decision(struct reorganise *of, const struct view *closed)
{
	int64_t id = record_form_is(closed) ? record_form_saved(closed) : 0;

	if (!id)
		return;
	of->document = id;
	reorganise_keep(of);
	of->form.changed = true;
	form_focus(&of->form, (struct form_at){ .field = PLACE_DOCUMENT });
}

static void
answered(struct view *view, const struct view *closed)
{
	struct reorganise *of = (struct reorganise *)view;
	struct err err = { 0 };
	enum outcome outcome = VIEW_DONE;

	if (dialog_is(closed) && closed->tag == TAG_PREVIEW) {
		struct unit_place place = { 0, 0 };
		if (dialog_answer(closed) == 0 && write(of, &err)) {
			of->form.changed = false;
			place.unit = of->first;
			ui_replace(view->ui, &unit_ops, &place, &err);
		}
	} else if (closed->tag == RECORD_TAG_NEW) {
		take_new_decision(of, closed);
	} else if (form_answer(&of->form, closed, &outcome, &err) && outcome == VIEW_CLOSE) {
		ui_close(view);
	}
	session_keep_drafts(of->session);
	if (err.kind != ERR_NONE)
		ui_fault(view->ui, &err);
	err_release(&err);
}

static bool
unsaved(const struct view *view)
{
	return form_unsaved(&((const struct reorganise *)view)->form);
}

static const struct view_ops reorganise_ops = {
	.name = "reorganise",
	.size = sizeof(struct reorganise),
	.context = context,
	.open = begin,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.answer = answered,
	.unsaved = unsaved,
	.draft = reorganise_draft,
	.close = done,
};

bool
reorganise_open(struct ui *ui, int64_t unit, struct err *err)
{
	return ui_open(ui, &reorganise_ops, &unit, err);
}
