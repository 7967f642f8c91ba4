/* F5: the sources of one record with their words, its note, and who changed what; Enter on a change asks to take it
 * back. */
#include "ui/view/detail.h"
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/dialog.h"
#include "ui/view/view_open.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

struct detail_place {
	enum entity_id entity;
	int64_t record;
};
enum { DETAIL_TAG_UNDO = 61 };

/* ---- the rows of the box ---- */

static void
clear_rows(struct detail *detail)
{
	for (size_t i = 0; i < detail->count; i++) {
		free(detail->rows[i].text);
		free(detail->rows[i].whole);
	}
	detail->count = 0;
	free(detail->name);
	detail->name = NULL;
}

/* ---- the list ---- */

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	const struct detail *detail = of;

	(void)column;
	str_add_text(out, detail->rows[row].text);
}

static enum list_row
row_kind(const void *of, size_t row)
{
	return ((const struct detail *)of)->rows[row].kind == DETAIL_HEAD ? LIST_HEAD : LIST_ROW;
}

static char
sign(const void *of, size_t row)
{
	return ((const struct detail *)of)->rows[row].undone ? 'x' : 0;
}

static const struct list_ops rows_ops = { .cell = cell, .kind = row_kind, .sign = sign };
static const struct list_column columns[] = { { .width = 0 } };

static int
beside(const struct view *view, const struct layout *layout)
{
	(void)view;
	return layout->large ? DETAIL_PANE : 0;
}

/* True when it is read for another width. */
static bool
take_size(struct detail *detail, const struct layout *layout)
{
	int width = layout->columns - 4 < DETAIL_WIDTH ? layout->columns - 4 : DETAIL_WIDTH, before = detail->columns;

	detail->pane = beside(&detail->view, layout) > 0;
	detail->columns = (detail->pane ? DETAIL_PANE : width) - 6;
	return before != detail->columns;
}

static bool
load(struct view *view, struct err *err)
{
	struct detail *detail = (struct detail *)view;
	struct store *store = session_of(view)->store;
	struct str name = { 0 };
	size_t newest = SIZE_MAX;

	clear_rows(detail);
	if (!detail->placed) {
		struct layout layout = ui_layout(view->ui);
		take_size(detail, &layout);
	}
	if (!store_read_begin(store, err))
		return false;
	bool good = label_add(&name, store, detail->entity, detail->record, LABEL_SHORT, NULL, err) &&
		detail_read(detail, store, err);
	store_read_end(store);
	detail->name = str_take(&name);
	for (size_t i = 0; i < detail->count && newest == SIZE_MAX; i++)
		if (detail->rows[i].kind == DETAIL_CHANGE)
			newest = i;
	if (!good && detail->begun && err->kind == ERR_NOT_FOUND) {
		err_release(err);
		ui_close(view);
		good = true;
	}
	list_set_count(&detail->list, detail->count, detail->begun ? SIZE_MAX : newest);
	detail->begun = true;
	return good;
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct detail *detail = (struct detail *)view;
	const struct detail_place *place = where;

	(void)err;
	detail->entity = place->entity;
	detail->record = place->record;
	detail->list = (struct list){ .ops = &rows_ops,
		.of = detail,
		.columns = columns,
		.column_count = 1,
		.no_heads = true,
		.no_marks = true };
	return true;
}

static void
done(struct view *view)
{
	struct detail *detail = (struct detail *)view;

	clear_rows(detail);
	free(detail->rows);
	list_release(&detail->list);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_LIST;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct detail *detail = (struct detail *)view;
	int width = layout->columns - 4 < DETAIL_WIDTH ? layout->columns - 4 : DETAIL_WIDTH, most = layout->end - 4;
	int rows = (int)detail->count + 2 < most ? (int)detail->count + 2 : most;

	if (take_size(detail, layout))
		view->stale = true;
	if (detail->pane)
		detail->area = (struct area){ .row = layout->body.row,
			.column = layout->columns - DETAIL_PANE,
			.rows = layout->body.rows,
			.columns = DETAIL_PANE };
	else
		detail->area = (struct area){
			.row = 3, .column = (layout->columns - width) / 2, .rows = rows, .columns = width
		};
	if (!detail->placed)
		detail->list.top = 0; /* from the first source on, as far as the newest change allows */
	detail->placed = true;
	list_place(&detail->list,
		(struct area){ detail->area.row + 1, detail->area.column + 1, detail->area.rows - 2,
			detail->area.columns - 2 },
		layout->state);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct detail *detail = (const struct detail *)view;
	size_t row = list_row(&detail->list);

	if (row >= detail->count || detail->rows[row].kind == DETAIL_HEAD)
		return;
	const struct detail_row *here = &detail->rows[row];
	const char *text = here->whole ? here->whole : here->text;
	str_add_text(&frame->detail, text + strspn(text, " "));
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct detail *detail = (const struct detail *)view;
	struct area old;

	draw_box(draw, detail->area, detail->name);
	old = draw_clip(draw,
		(struct area){ detail->area.row + 1, detail->area.column + 1, detail->area.rows - 2,
			detail->area.columns - 2 });
	list_draw(&detail->list, draw, true);
	draw->clip = old;
}

/* ---- acting ---- */

static enum outcome
enter(struct detail *detail, struct err *err)
{
	size_t row = list_row(&detail->list);

	if (row >= detail->count)
		return VIEW_DONE;
	switch (detail->rows[row].kind) {
	case DETAIL_SOURCE:
		form_open_record(detail->view.ui, ENTITY_CITATION, detail->rows[row].id, NULL, err);
		break;
	case DETAIL_REFERENCE:
		view_open_record(detail->view.ui, detail->rows[row].entity, detail->rows[row].id, err);
		break;
	case DETAIL_CHANGE:
		detail->asked = detail->rows[row].id;
		undo_change_ask(detail->view.ui, detail->asked, DETAIL_TAG_UNDO, &detail->fitting_only, err);
		break;
	default:
		break;
	}
	return VIEW_DONE;
}

/* F7: one more source for the record. */
static enum outcome
add_source(struct detail *detail, struct err *err)
{
	struct preset presets[] = { { CITATION_ENTITY, detail->entity }, { CITATION_RECORD, detail->record },
		{ -1, 0 } };

	form_open_record(detail->view.ui, ENTITY_CITATION, 0, presets, err);
	return VIEW_DONE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct detail *detail = (struct detail *)view;
	size_t row = list_row(&detail->list);
	bool source = row < detail->count && detail->rows[row].kind == DETAIL_SOURCE;

	switch (action) {
	case ACTION_ENTER:
		return enter(detail, err);
	case ACTION_BACK:
		return VIEW_CLOSE;
	case ACTION_ADD:
		return add_source(detail, err);
	case ACTION_EDIT:
		view_open_record(view->ui, detail->entity, detail->record, err);
		return VIEW_DONE;
	case ACTION_DELETE:
		if (!source)
			return VIEW_PASS;
		remove_open(view->ui, ENTITY_CITATION, detail->rows[row].id, err);
		return VIEW_DONE;
	default:
		return list_act(&detail->list, action, err);
	}
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct detail *detail = (const struct detail *)view;
	size_t row = list_row(&detail->list);

	switch (action) {
	case ACTION_ENTER:
		return row < detail->count && detail->rows[row].kind >= DETAIL_SOURCE;
	case ACTION_ADD:
	case ACTION_EDIT:
		return true;
	case ACTION_DELETE:
		return row < detail->count && detail->rows[row].kind == DETAIL_SOURCE;
	case ACTION_FILTER:
	case ACTION_TYPE:
	case ACTION_DETAIL:
	case ACTION_PERIOD:
	case ACTION_YEAR_BACK:
	case ACTION_YEAR_ON:
		return false;
	default:
		return list_allows(&detail->list, action);
	}
}

static void
answered(struct view *view, const struct view *closed)
{
	struct detail *detail = (struct detail *)view;
	struct err err = { 0 };

	if (dialog_is(closed) && closed->tag == DETAIL_TAG_UNDO && dialog_answer(closed) == 0 &&
		!undo_change_run(session_of(view), detail->asked, detail->fitting_only, &err))
		ui_fault(view->ui, &err);
	err_release(&err);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint own[] = {
		HINT("Enter", ENTER, "Mở nguồn; hoàn tác", "Open; undo"),
		HINT("↓↑", DOWN, "Chọn", "Choose"),
		HINT("F2", EDIT, "Phiếu", "Form"),
		HINT("F7", ADD, "Thêm nguồn", "Add a source"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	(void)view;
	*count = ARRAY_COUNT(own);
	return own;
}

static const struct view_ops detail_ops = {
	.name = "detail",
	.size = sizeof(struct detail),
	.box = true,
	.context = context,
	.open = begin,
	.load = load,
	.beside = beside,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.allows = allows,
	.hints = hints,
	.answer = answered,
	.close = done,
};

bool
detail_open(struct ui *ui, enum entity_id entity, int64_t record, struct err *err)
{
	struct detail_place place = { entity, record };

	return ui_open(ui, &detail_ops, &place, err);
}
