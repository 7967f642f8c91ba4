/* Every record of one kind: registers of documents, people, metrics, roles, awards, breaks … */
#include "base/mem.h"
#include "text/date.h"
#include "text/width.h"
#include "ui/view/listed.h"
#include "ui/view/register.h"
#include "ui/view/view_report.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_MOST 3000
struct row {
	int64_t id;
	char *cells[REGISTER_COLUMNS_MOST];
	struct str key;
};
struct records {
	struct view view;
	enum entity_id entity;
	struct register_columns columns;
	struct row *rows;
	size_t count, capacity;
	bool more; /* the book has more than are shown */
	struct list list;
};

/* ---- rows ---- */

static void
clear_rows(struct records *records)
{
	for (size_t i = 0; i < records->count; i++) {
		for (int c = 0; c < REGISTER_COLUMNS_MOST; c++)
			free(records->rows[i].cells[c]);
		str_release(&records->rows[i].key);
	}
	records->count = 0;
}

static bool
read_row(struct records *records, struct store *store, int64_t id, const char *day, struct err *err)
{
	struct record record = { 0 };
	bool good = record_read(&record, store, records->entity, id, err);

	if (!good)
		return false;
	ARRAY_RESERVE(records->rows, records->count, records->capacity);
	struct row *row = &records->rows[records->count++];
	*row = (struct row){ .id = id };
	for (int c = 0; good && c < records->columns.count; c++) {
		struct str text = { 0 };
		good = register_cell(&text, &records->columns, c, store, &record, day, err);
		row->cells[c] = str_take(&text);
	}
	if (good)
		register_key(&row->key, &record, row->cells[0]);
	record_release(&record);
	return good;
}

static int
by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	size_t least = x->key.length < y->key.length ? x->key.length : y->key.length;
	int order = least ? memcmp(x->key.bytes, y->key.bytes, least) : 0;

	if (order)
		return order;
	if (x->key.length != y->key.length)
		return x->key.length < y->key.length ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

#define PAGE 200
static bool
read_rows(struct records *records, struct store *store, const char *day, struct err *err)
{
	int64_t ids[PAGE], after = 0;
	size_t count = PAGE;
	bool good = true;

	records->more = false;
	while (good && count == PAGE) {
		if (!record_page(ids, PAGE, &count, store, records->entity, after, err))
			return false;
		for (size_t i = 0; good && i < count && !records->more; i++) {
			records->more = records->count >= ROWS_MOST;
			good = records->more || read_row(records, store, ids[i], day, err);
		}
		if (records->more)
			break;
		after = count ? ids[count - 1] : after;
	}
	if (records->count)
		qsort(records->rows, records->count, sizeof *records->rows, by_key);
	return good;
}

static bool
load(struct view *view, struct err *err)
{
	struct records *records = (struct records *)view;
	struct session *session = session_of(view);
	int64_t id = list_id(&records->list);
	char day[11];

	date_from_ymd(day, session->year * 10000 + 1231);
	clear_rows(records);
	if (!store_read_begin(session->store, err))
		return false;
	bool good = read_rows(records, session->store, day, err);
	store_read_end(session->store);
	listed_set_rows(&records->list, records->count, listed_made(session, records->entity), id);
	return good;
}

/* ---- the list ---- */

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	str_add_text(out, ((const struct records *)of)->rows[row].cells[column]);
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct records *records = of;

	for (int c = 0; c < records->columns.count; c++) {
		str_add_text(out, records->rows[row].cells[c]);
		str_add_byte(out, '\n');
	}
}

static int64_t
id_of(const void *of, size_t row)
{
	return ((const struct records *)of)->rows[row].id;
}

static const struct list_ops rows_ops = { .cell = cell, .id = id_of, .searched = searched };

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct records *records = (struct records *)view;

	(void)err;
	records->entity = ((const struct records_place *)where)->entity;
	register_columns_of(&records->columns, records->entity);
	records->list = (struct list){ .ops = &rows_ops,
		.of = records,
		.columns = records->columns.columns,
		.column_count = records->columns.count,
		.counted = entity_of(records->entity)->many,
		.no_marks = true };
	records->list.filter.composer = ui_composer(view->ui);
	return true;
}

static void
done(struct view *view)
{
	struct records *records = (struct records *)view;

	clear_rows(records);
	free(records->rows);
	list_release(&records->list);
}

static enum context
context(const struct view *view)
{
	return list_context(&((const struct records *)view)->list, IN_LIST);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	list_place(&((struct records *)view)->list, layout->body, layout->state);
}

static void
add_title(struct str *out, const char *many)
{
	static const struct {
		const char *small, *big;
	} letters[] = { { "đ", "Đ" }, { "ê", "Ê" }, { "ô", "Ô" } };

	for (size_t i = 0; i < ARRAY_COUNT(letters); i++)
		if (text_starts(many, letters[i].small)) {
			str_add_text(out, letters[i].big);
			str_add_text(out, many + strlen(letters[i].small));
			return;
		}
	str_add_byte(out, (char)(*many >= 'a' && *many <= 'z' ? *many - 'a' + 'A' : *many));
	str_add_text(out, many + 1);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct records *records = (const struct records *)view;
	size_t row = list_row(&records->list);

	add_title(&frame->title, say(entity_of(records->entity)->many));
	add_title(&frame->place, say(entity_of(records->entity)->many));
	str_add_format(&frame->state_right, "%zu%s %s", records->count, records->more ? "+" : "",
		say(entity_of(records->entity)->many));
	if (row < records->count) {
		for (int c = 0; c < records->columns.count; c++) {
			if (!*records->rows[row].cells[c] || text_equal(records->rows[row].cells[c], "…"))
				continue;
			if (frame->detail.length)
				str_add_text(&frame->detail, " · ");
			str_add_text(&frame->detail, records->rows[row].cells[c]);
		}
	}
	if (records->more)
		str_add_text(&frame->note,
			say(SAY("Chỉ những bản ghi đầu; Ctrl+K tìm trong cả sổ.",
				"Only the first records; Ctrl+K finds in all of the book.")));
	if (!records->count)
		str_add_text(&frame->note,
			say(SAY("Sổ chưa ghi gì ở đây. F7 thêm.", "Nothing here in the book yet. F7 adds.")));
}

static void
draw(const struct view *view, struct draw *draw)
{
	list_draw(&((const struct records *)view)->list, draw, true);
}

/* ---- acting ---- */

static struct listed
listed_here(const struct records *records)
{
	return (struct listed){ records->entity, list_id(&records->list), NULL };
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct records *records = (struct records *)view;
	enum outcome outcome = list_act(&records->list, action, err);
	struct listed here = listed_here(records);

	return outcome == VIEW_PASS ? listed_act(view->ui, &here, action, err) : outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&((struct records *)view)->list, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct records *records = (const struct records *)view;
	struct listed here = listed_here(records);

	return listed_allows(session_of(view), &records->list, &here, action);
}

static bool
report(struct view *view, struct report *out, struct err *err)
{
	const struct records *records = (const struct records *)view;
	struct str heading = { 0 };

	add_title(&heading, say(entity_of(records->entity)->many));
	bool good = view_begin_report(view, out, str_text(&heading), false, err);
	if (good)
		view_report_list(out, &records->list);
	if (good && records->more)
		sheet_note(&out->sheet,
			mem_copy_text(say(SAY("Chỉ những bản ghi đầu; “thidua export” xuất tất cả.",
				"Only the first records; “thidua export” writes them all."))));
	str_release(&heading);
	return good;
}

const struct view_ops records_ops = {
	.name = "records",
	.size = sizeof(struct records),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.report = report,
	.close = done,
};
