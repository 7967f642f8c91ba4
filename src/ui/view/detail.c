/* F5: the sources of one record with their words, its note, and who changed what; Enter on a change asks to take it back. */
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/dialog.h"
#include "ui/list.h"
#include "ui/view/view_open.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

enum detail_kind { DETAIL_HEAD, DETAIL_TEXT, DETAIL_SOURCE, DETAIL_CHANGE };
struct detail_row { enum detail_kind kind; char *text; int64_t id; bool undone; };
struct detail {
	struct view view;
	enum entity_id entity;
	int64_t record;
	char *name;
	struct detail_row *rows;
	size_t count, capacity;
	struct list list;
	struct area area;
	bool begun;
	int64_t asked;                  /* the change that the question is about */
	bool fitting_only;
};
struct detail_place { enum entity_id entity; int64_t record; };
enum { DETAIL_TAG_UNDO = 61 };
#define DETAIL_WIDTH 74
#define TEXT_COLUMNS (DETAIL_WIDTH - 6)

/* ---- rows ----------------------------------------------------------------------------------------------------------- */

static void
add_row(struct detail *detail, enum detail_kind kind, char *text, int64_t id)
{
	ARRAY_RESERVE(detail->rows, detail->count, detail->capacity);
	detail->rows[detail->count++] = (struct detail_row){ kind, text, id, false };
}

static void
add_head(struct detail *detail, struct words words)
{
	add_row(detail, DETAIL_HEAD, mem_copy_text(say(words)), 0);
}

struct wrapping { struct detail *detail; };
static void
add_wrapped(void *to, const char *bytes, size_t length)
{
	struct wrapping *wrapping = to;
	struct str text = { 0 };

	str_add_text(&text, "  ");
	str_add(&text, bytes, length);
	add_row(wrapping->detail, DETAIL_TEXT, str_take(&text), 0);
}

/* Of a document what it says is listed, of everything else what says it. */
static bool
cites(const struct detail *detail)
{
	return detail->entity == ENTITY_DOCUMENT;
}

/* "≠ Bài hội nghị tổng kết 2024 · Số: “trên 344 tỷ đồng” (suy ra)" */
static char *
source_text(struct detail *detail, struct store *store, const struct record *citation)
{
	struct str text = { 0 };
	int64_t agrees = record_integer(citation, CITATION_AGREES, CITATION_AGREES_AGREES);
	const char *field = record_text(citation, CITATION_FIELD), *quote = record_text(citation, CITATION_QUOTE);
	int index = *field ? entity_field(entity_of(detail->entity), field) : -1;

	str_add_text(&text, agrees == CITATION_AGREES_DIFFERS ? "≠ " : agrees == CITATION_AGREES_ADDS ? "+ " : "  ");
	if (cites(detail))
		view_label(&text, store, (enum entity_id)record_integer(citation, CITATION_ENTITY, ENTITY_NONE),
			record_integer(citation, CITATION_RECORD, 0));
	else
		view_label(&text, store, ENTITY_DOCUMENT, record_integer(citation, CITATION_DOCUMENT, 0));
	if (index >= 0 && !cites(detail)) {
		str_add_text(&text, " · ");
		str_add_text(&text, say(entity_of(detail->entity)->fields[index].label));
	}
	if (*quote) {
		str_add_text(&text, ": “");
		str_add_text(&text, quote);
		str_add_text(&text, "”");
	}
	if (record_integer(citation, CITATION_BASIS, CITATION_BASIS_STATED) == CITATION_BASIS_INFERRED)
		str_add_text(&text, say(SAY(" (suy ra)", " (inferred)")));
	return str_take(&text);
}

#define SOURCES_MOST 64
static bool
read_sources(struct detail *detail, struct store *store, struct err *err)
{
	struct reference *references = mem_new(SOURCES_MOST, sizeof *references);
	size_t count, shown = 0;
	bool good = record_references(references, SOURCES_MOST, &count, store, detail->entity, detail->record, err);

	add_head(detail, cites(detail) ? SAY("Được dẫn làm nguồn của", "Cited as the source of") : SAY("Nguồn", "Sources"));
	for (size_t i = 0; good && i < count; i++) {
		struct record citation = { 0 };
		if (references[i].entity != ENTITY_CITATION || (references[i].field == CITATION_DOCUMENT) != cites(detail))
			continue;
		good = record_read(&citation, store, ENTITY_CITATION, references[i].id, err);
		if (good)
			add_row(detail, DETAIL_SOURCE, source_text(detail, store, &citation), references[i].id);
		record_release(&citation);
		shown++;
	}
	if (good && !shown)
		add_row(detail, DETAIL_TEXT, mem_copy_text(say(cites(detail) ? SAY("  … chưa dẫn ở đâu", "  … nothing cites it")
										: SAY("  … sổ chưa ghi nguồn", "  … no source in the book"))), 0);
	free(references);
	return good;
}

static int
note_field(const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++)
		if (entity->fields[i].type == FIELD_LINES)
			return i;
	return -1;
}

/* What was written down in words beside the value: «62 công đoàn cơ sở», what a figure covers, a reason. */
static void
add_texts(struct detail *detail, const struct record *record)
{
	struct wrapping wrapping = { detail };

	for (int i = 0; i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		if (field->type != FIELD_TEXT || i == record->entity->name_field || !record_has(record, i))
			continue;
		add_head(detail, field->label);
		text_wrap(record_text(record, i), TEXT_COLUMNS, add_wrapped, &wrapping);
	}
}

static bool
read_note(struct detail *detail, struct store *store, struct err *err)
{
	struct record record = { 0 };
	struct wrapping wrapping = { detail };
	int field = note_field(entity_of(detail->entity));

	if (!record_read(&record, store, detail->entity, detail->record, err))
		return false;
	add_texts(detail, &record);
	if (field >= 0 && record_has(&record, field)) {
		add_head(detail, SAY("Ghi chú", "Note"));
		text_wrap(record_text(&record, field), TEXT_COLUMNS, add_wrapped, &wrapping);
	}
	record_release(&record);
	return true;
}

/* "Số: … → 74.516; Mức: … → đúng" */
static bool
add_fields(struct str *text, struct store *store, const struct record_change *change, struct err *err)
{
	struct record before = past_record_of(store, change, false), after = past_record_of(store, change, true);
	const struct entity *entity = entity_of(change->entity);
	bool good = true, first = true;

	for (size_t i = 0; good && i < change->field_count; i++) {
		int field = change->fields[i].field;
		size_t begin = text->length;
		if (FIELD_IS_DERIVED(&entity->fields[field]) || entity->fields[field].type == FIELD_UID)
			continue;
		str_add_text(text, first ? "" : "; ");
		str_add_text(text, say(entity->fields[field].label));
		str_add_text(text, ": ");
		if (!change->fields[i].old)
			str_add_text(text, "…");
		else
			good = field_show(text, store, &before, field, err);
		str_add_text(text, " → ");
		if (good && !change->fields[i].new_)
			str_add_text(text, "…");
		else if (good)
			good = field_show(text, store, &after, field, err);
		first = false;
		if (!good)
			str_cut(text, begin);
	}
	record_release(&before);
	record_release(&after);
	return good;
}

static bool
add_change(struct detail *detail, struct store *store, const struct record_change *change, struct err *err)
{
	struct change_head head = { 0 };
	struct str text = { 0 };
	static const struct words ops[] = { [HISTORY_INSERT] = WORDS("thêm", "added"), [HISTORY_UPDATE] = WORDS("sửa", "changed"),
		[HISTORY_DELETE] = WORDS("xóa", "deleted") };

	if (!history_head(&head, store, change->change, err))
		return false;
	view_time(&text, head.at, VIEW_DAY_CLOCK);
	str_add_format(&text, " %s  ", head.login ? head.login : "");
	str_add_text(&text, say(ops[change->op]));
	bool good = true;
	if (change->op == HISTORY_UPDATE) {
		str_add_text(&text, "  ");
		good = add_fields(&text, store, change, err);
	}
	add_row(detail, DETAIL_CHANGE, str_take(&text), change->change);
	detail->rows[detail->count - 1].undone = !head.stands;
	change_head_release(&head);
	return good;
}

#define CHANGES_MOST 40
static bool
read_changes(struct detail *detail, struct store *store, struct err *err)
{
	struct record_change *changes;
	size_t count;
	bool good = true;

	add_head(detail, SAY("Ai sửa gì, mới nhất trước", "Who changed what, newest first"));
	if (!history_of_record(&changes, &count, store, detail->entity, detail->record, err))
		return false;
	for (size_t i = 0; good && i < count && i < CHANGES_MOST; i++)
		good = add_change(detail, store, &changes[i], err);
	record_changes_release(changes, count);
	return good;
}

static void
clear_rows(struct detail *detail)
{
	for (size_t i = 0; i < detail->count; i++)
		free(detail->rows[i].text);
	detail->count = 0;
	free(detail->name);
	detail->name = NULL;
}

/* ---- the list ------------------------------------------------------------------------------------------------------- */

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

static bool
load(struct view *view, struct err *err)
{
	struct detail *detail = (struct detail *)view;
	struct store *store = session_of(view)->store;
	struct str name = { 0 };
	size_t newest = SIZE_MAX;

	clear_rows(detail);
	if (!store_read_begin(store, err))
		return false;
	bool good = label_add(&name, store, detail->entity, detail->record, LABEL_SHORT, NULL, err) && read_sources(detail, store, err) &&
		    read_note(detail, store, err) && read_changes(detail, store, err);
	store_read_end(store);
	detail->name = str_take(&name);
	for (size_t i = 0; i < detail->count && newest == SIZE_MAX; i++)
		if (detail->rows[i].kind == DETAIL_CHANGE)
			newest = i;
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
	detail->list = (struct list){ .ops = &rows_ops, .of = detail, .columns = columns, .column_count = 1, .no_heads = true, .no_marks = true };
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
	int width = layout->columns - 4 < DETAIL_WIDTH ? layout->columns - 4 : DETAIL_WIDTH, most = layout->message - 4;
	int rows = (int)detail->count + 2 < most ? (int)detail->count + 2 : most;

	if (layout->large)
		detail->area = (struct area){ .row = layout->body.row, .column = layout->columns - 41, .rows = layout->body.rows, .columns = 40 };
	else
		detail->area = (struct area){ .row = 3, .column = (layout->columns - width) / 2, .rows = rows, .columns = width };
	list_place(&detail->list, (struct area){ detail->area.row + 1, detail->area.column + 1, detail->area.rows - 2, detail->area.columns - 2 },
		layout->state);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct detail *detail = (const struct detail *)view;
	size_t row = list_row(&detail->list);

	if (row < detail->count && detail->rows[row].kind != DETAIL_HEAD)
		str_add_text(&frame->detail, detail->rows[row].text + strspn(detail->rows[row].text, " "));
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct detail *detail = (const struct detail *)view;
	struct area old;

	draw_box(draw, detail->area, detail->name);
	old = draw_clip(draw, (struct area){ detail->area.row + 1, detail->area.column + 1, detail->area.rows - 2, detail->area.columns - 2 });
	list_draw(&detail->list, draw, true);
	draw->clip = old;
}

/* ---- acting --------------------------------------------------------------------------------------------------------- */

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
	struct preset presets[] = { { CITATION_ENTITY, detail->entity }, { CITATION_RECORD, detail->record }, { -1, 0 } };

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
	case ACTION_ENTER: return enter(detail, err);
	case ACTION_BACK: return VIEW_CLOSE;
	case ACTION_ADD: return add_source(detail, err);
	case ACTION_EDIT: view_open_record(view->ui, detail->entity, detail->record, err); return VIEW_DONE;
	case ACTION_DELETE:
		if (!source)
			return VIEW_PASS;
		remove_open(view->ui, ENTITY_CITATION, detail->rows[row].id, err);
		return VIEW_DONE;
	default: return list_act(&detail->list, action, err);
	}
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct detail *detail = (const struct detail *)view;
	size_t row = list_row(&detail->list);

	switch (action) {
	case ACTION_ENTER: return row < detail->count && detail->rows[row].kind >= DETAIL_SOURCE;
	case ACTION_ADD:
	case ACTION_EDIT: return true;
	case ACTION_DELETE: return row < detail->count && detail->rows[row].kind == DETAIL_SOURCE;
	case ACTION_FILTER:
	case ACTION_TYPE:
	case ACTION_DETAIL:
	case ACTION_PERIOD:
	case ACTION_YEAR_BACK:
	case ACTION_YEAR_ON: return false;
	default: return list_allows(&detail->list, action);
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
