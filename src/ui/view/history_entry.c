#include "ui/view/history_entry.h"
#include "app/edit.h"
#include "app/past.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/dialog.h"
#include "ui/view/view_open.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

#define ENTRY_WIDTH 74
#define LABEL_WIDTH 22
#define RECORDS_MOST 60
enum entry_answer { ENTRY_UNDO, ENTRY_OPEN, ENTRY_CLOSE, ENTRY_ANSWERS };
enum { ENTRY_TAG_UNDO = 62 };

/* A line of the box: the name of a record, or one field of it. */
struct entry_line {
	bool head;
	char *label, *text;
};
struct entry {
	struct view view;
	int64_t change;
	char *title;
	bool stands, blocked, fitting_only;
	enum entity_id entity; /* of the first record */
	int64_t record;
	bool there; /* it still is in the book */
	struct entry_line *lines;
	size_t count, capacity, top;
	int chosen, rows;
	struct area area;
};

static void
add_line(struct entry *entry, bool head, char *label, char *text)
{
	ARRAY_RESERVE(entry->lines, entry->count, entry->capacity);
	entry->lines[entry->count++] = (struct entry_line){ head, label, text };
}

static void
clear_lines(struct entry *entry)
{
	for (size_t i = 0; i < entry->count; i++) {
		free(entry->lines[i].label);
		free(entry->lines[i].text);
	}
	entry->count = 0;
}

struct wrapping {
	struct entry *entry;
	char *label;
};
static void
add_wrapped(void *to, const char *bytes, size_t length)
{
	struct wrapping *wrapping = to;

	add_line(wrapping->entry, false, wrapping->label ? wrapping->label : mem_copy_text(""),
		mem_copy_bytes(bytes, length));
	wrapping->label = NULL;
}

static int
text_columns(const struct entry *entry)
{
	int columns = ui_layout(entry->view.ui).columns - 4, width = columns < ENTRY_WIDTH ? columns : ENTRY_WIDTH;

	return width - 6 - LABEL_WIDTH;
}

/* Nothing of an old or new value is cut: long ones go on in the next line. */
static void
add_value(struct entry *entry, struct words label, char *text)
{
	struct wrapping wrapping = { entry, mem_copy_text(say(label)) };

	text_wrap(text, text_columns(entry), add_wrapped, &wrapping);
	free(text);
}

static void
add_field(struct entry *entry, const struct past_record *record, const struct past_field *field)
{
	char *text;

	if (FIELD_IS_DERIVED(field->field) || field->field->type == FIELD_UID)
		return;
	if (record->op == HISTORY_INSERT)
		text = mem_copy_text(field->after ? field->after : "…");
	else if (record->op == HISTORY_DELETE)
		text = mem_copy_text(field->before ? field->before : "…");
	else
		text = say_format(SAY("{1} → {2}", "{1} → {2}"), field->before ? field->before : "…",
			field->after ? field->after : "…", NULL);
	add_value(entry, field->field->label, text);
}

static void
add_record(struct entry *entry, const struct past_record *record)
{
	static const struct words ops[] = { [HISTORY_INSERT] = WORDS("Thêm {1} {2}", "Added the {1} {2}"),
		[HISTORY_UPDATE] = WORDS("Sửa {1} {2}", "Changed the {1} {2}"),
		[HISTORY_DELETE] = WORDS("Xóa {1} {2}", "Deleted the {1} {2}") };

	char *head = say_format(
		ops[record->op], say(entity_of(record->entity)->one), record->name ? record->name : "…", NULL);
	if (entry->count == 1 && strcmp(entry->lines[0].label, head) == 0)
		free(head); /* the sentence of the change says it already */
	else
		add_line(entry, true, head, NULL);
	for (size_t i = 0; i < record->field_count; i++)
		add_field(entry, record, &record->fields[i]);
}

static bool
is_there(struct store *store, enum entity_id entity, int64_t id)
{
	struct record record = { 0 };
	struct err err = { 0 };
	bool there = record_read(&record, store, entity, id, &err);

	record_release(&record);
	err_release(&err);
	return there;
}

static void
take_head(struct entry *entry, const struct past *past)
{
	struct str title = { 0 };

	view_time(&title, past->head.at, VIEW_DAY_CLOCK);
	str_add_format(&title, " %s", past->head.login ? past->head.login : "");
	if (!past->head.stands)
		str_add_text(&title, say(SAY(" · đã hoàn tác", " · undone")));
	free(entry->title);
	entry->title = str_take(&title);
	entry->stands = past->head.stands;
}

static bool
load(struct view *view, struct err *err)
{
	struct entry *entry = (struct entry *)view;
	struct store *store = session_of(view)->store;
	struct past past = { 0 };

	if (!change_details(&past, store, entry->change, RECORDS_MOST, err))
		return false;
	clear_lines(entry);
	take_head(entry, &past);
	add_line(entry, true, mem_copy_text(past.sentence), NULL);
	for (size_t i = 0; i < past.count; i++)
		add_record(entry, &past.records[i]);
	if (past.count == RECORDS_MOST)
		add_line(entry, true, mem_copy_text(say(SAY("… và các bản ghi khác", "… and other records"))), NULL);
	entry->entity = past.count ? past.records[0].entity : ENTITY_NONE;
	entry->record = past.count ? past.records[0].record : 0;
	entry->there = past.count && is_there(store, entry->entity, entry->record);
	past_release(&past);
	return true;
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	(void)err;
	((struct entry *)view)->change = *(const int64_t *)where;
	return true;
}

static void
done(struct view *view)
{
	struct entry *entry = (struct entry *)view;

	clear_lines(entry);
	free(entry->lines);
	free(entry->title);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct entry *entry = (struct entry *)view;
	int width = layout->columns - 4 < ENTRY_WIDTH ? layout->columns - 4 : ENTRY_WIDTH, most = layout->end - 4;
	int rows = (int)entry->count + 4 < most ? (int)entry->count + 4 : most;

	entry->area =
		(struct area){ .row = 3, .column = (layout->columns - width) / 2, .rows = rows, .columns = width };
	entry->rows = rows - 4;
	if (entry->top + (size_t)entry->rows > entry->count)
		entry->top = entry->count > (size_t)entry->rows ? entry->count - (size_t)entry->rows : 0;
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct entry *entry = (const struct entry *)view;

	if (entry->count > (size_t)entry->rows)
		str_add_text(&frame->note, say(SAY("↑↓ PgDn xem tiếp.", "↑↓ PgDn shows the rest.")));
}

/* ---- drawing ---- */

static struct words
answer_words(const struct entry *entry, int n)
{
	if (n == ENTRY_UNDO)
		return entry->stands ? SAY("Hoàn tác mục này", "Undo this") : SAY("Làm lại mục này", "Do this again");
	return n == ENTRY_OPEN ? SAY("Mở bản ghi", "Open the record") : SAY("Đóng", "Close");
}

static void
draw_answers(const struct entry *entry, struct draw *draw)
{
	int row = entry->area.row + entry->area.rows - 2, column = entry->area.column + 2;

	for (int n = 0; n < ENTRY_ANSWERS; n++) {
		struct str text = { 0 };
		bool chosen = n == entry->chosen;
		str_add_format(&text, chosen ? "[%d %s]" : " %d %s ", n + 1, say(answer_words(entry, n)));
		draw_text(draw, row, column, entry->area.column + entry->area.columns - 2 - column,
			chosen ? ROLE_CHOSEN : ROLE_TEXT, str_text(&text));
		if (chosen)
			draw_cursor(draw, row, column + 1);
		column += text_width(str_text(&text)) + (chosen ? 2 : 1);
		str_release(&text);
	}
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct entry *entry = (const struct entry *)view;
	int left = entry->area.column + 2, width = entry->area.columns - 4;

	draw_box(draw, entry->area, entry->title);
	for (int i = 0; i < entry->rows && entry->top + (size_t)i < entry->count; i++) {
		const struct entry_line *line = &entry->lines[entry->top + (size_t)i];
		int row = entry->area.row + 1 + i;
		draw_text(draw, row, line->head ? left : left + 2, line->head ? width : LABEL_WIDTH - 1,
			line->head ? ROLE_GROUP : ROLE_TEXT, line->label);
		if (line->text)
			draw_text(draw, row, left + 2 + LABEL_WIDTH, width - 2 - LABEL_WIDTH, ROLE_TEXT, line->text);
	}
	draw_answers(entry, draw);
}

/* ---- acting ---- */

/* Others have gone on from it: asked; else done at once. */
static enum outcome
undo(struct entry *entry, struct err *err)
{
	struct session *session = session_of(&entry->view);
	struct undo_plan plan = { 0 };

	if (!session_writable(session)) {
		err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không hoàn tác được.",
				"The book is open for reading only; nothing can be undone."),
			NULL);
		return VIEW_DONE;
	}
	if (!undo_plan_of(&plan, session->store, entry->change, err))
		return VIEW_DONE;
	bool blocked = plan.blocked;
	undo_plan_release(&plan);
	if (blocked) {
		undo_change_ask(entry->view.ui, entry->change, ENTRY_TAG_UNDO, &entry->fitting_only, err);
		return VIEW_DONE;
	}
	return undo_change_run(session, entry->change, false, err) ? VIEW_CLOSE : VIEW_DONE;
}

static enum outcome
answer(struct entry *entry, int n, struct err *err)
{
	if (n == ENTRY_UNDO)
		return undo(entry, err);
	if (n == ENTRY_CLOSE)
		return VIEW_CLOSE;
	if (!entry->there)
		err_set(err, ERR_NOT_FOUND,
			SAY("Bản ghi này không còn trong sổ; hoàn tác mục xóa nó thì mở được.",
				"This record is no longer in the book."),
			NULL);
	else
		view_open_record(entry->view.ui, entry->entity, entry->record, err);
	return VIEW_DONE;
}

static enum outcome
scroll(struct entry *entry, int by)
{
	if (by < 0)
		entry->top -= entry->top < (size_t)-by ? entry->top : (size_t)-by;
	else
		entry->top += (size_t)by;
	return VIEW_DONE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct entry *entry = (struct entry *)view;

	switch (action) {
	case ACTION_LEFT:
	case ACTION_PREVIOUS_STOP:
		entry->chosen = (entry->chosen + ENTRY_ANSWERS - 1) % ENTRY_ANSWERS;
		return VIEW_DONE;
	case ACTION_RIGHT:
	case ACTION_NEXT_STOP:
		entry->chosen = (entry->chosen + 1) % ENTRY_ANSWERS;
		return VIEW_DONE;
	case ACTION_UP:
		return scroll(entry, -1);
	case ACTION_DOWN:
		return scroll(entry, 1);
	case ACTION_PAGE_BACK:
		return scroll(entry, -entry->rows);
	case ACTION_PAGE_ON:
		return scroll(entry, entry->rows);
	case ACTION_ENTER:
		return answer(entry, entry->chosen, err);
	case ACTION_BACK:
		return VIEW_CLOSE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	if (pasted || length != 1 || *utf8 < '1' || *utf8 >= '1' + ENTRY_ANSWERS)
		return VIEW_DONE;
	return answer((struct entry *)view, *utf8 - '1', err);
}

static void
answered(struct view *view, const struct view *closed)
{
	struct entry *entry = (struct entry *)view;
	struct err err = { 0 };

	if (!dialog_is(closed) || closed->tag != ENTRY_TAG_UNDO || dialog_answer(closed) != 0)
		return;
	if (undo_change_run(session_of(view), entry->change, entry->fitting_only, &err))
		ui_close(view);
	else
		ui_fault(view->ui, &err);
	err_release(&err);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint own[] = {
		HINT("1 2 3", TYPE, "Trả lời", "Answer"),
		HINT("←→", RIGHT, "Chọn", "Choose"),
		HINT("Enter", ENTER, "Làm", "Do"),
		HINT("↑↓", DOWN, "Xem tiếp", "Scroll"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	(void)view;
	*count = ARRAY_COUNT(own);
	return own;
}

static const struct view_ops entry_ops = {
	.name = "history_entry",
	.size = sizeof(struct entry),
	.box = true,
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.hints = hints,
	.answer = answered,
	.close = done,
};

bool
history_entry_open(struct ui *ui, int64_t change, struct err *err)
{
	return ui_open(ui, &entry_ops, &change, err);
}
