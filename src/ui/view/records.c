/* Every record of one kind: registers of documents, people, metrics, roles, awards, breaks … The columns are those that
 * the field tables name for lists. */
#include "app/label.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "text/key.h"
#include "text/width.h"
#include "ui/view/listed.h"
#include "ui/view/record_form.h"
#include "ui/view/record_form_labels.h"
#include <stdlib.h>
#include <string.h>

#define COLUMNS_MOST 7
#define ROWS_MOST 3000
struct row {
	int64_t id;
	char *cells[COLUMNS_MOST];
	struct str key;
};
struct records {
	struct view view;
	enum entity_id entity;
	int fields[COLUMNS_MOST]; /* of the columns; -1: the name that label.h composes */
	struct list_column columns[COLUMNS_MOST];
	int column_count;
	struct row *rows;
	size_t count, capacity;
	bool more; /* the book has more than are shown */
	struct list list;
};

/* ---- columns ---- */

static int
width_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_DATE:
		return 11;
	case FIELD_YEAR:
		return 5;
	case FIELD_BOOL:
		return 6;
	case FIELD_INTEGER:
		return 6;
	case FIELD_AMOUNT:
		return 16;
	case FIELD_HUNDREDTHS:
		return 8;
	case FIELD_CODE:
		return 14;
	case FIELD_CHOICE:
		return 14;
	default:
		return 20;
	}
}

static bool
is_number(const struct field *field)
{
	return field->type == FIELD_AMOUNT || field->type == FIELD_INTEGER || field->type == FIELD_HUNDREDTHS;
}

static void
add_column(struct records *records, int field, struct words head, int width, bool right)
{
	int n = records->column_count++;

	records->fields[n] = field;
	records->columns[n] = (struct list_column){ .head = head, .width = width, .right = right, .leaves = n };
}

/* The kind's name takes what is left; of kinds without one the composed name does. */
static void
choose_columns(struct records *records)
{
	const struct entity *entity = entity_of(records->entity);
	int name = entity->name_field;

	records->column_count = 0;
	if (name < 0 || entity->subject)
		add_column(records, -1, SAY("Tên", "Name"), 0, false);
	else
		add_column(records, name, form_label(records->entity, name), 0, false);
	if (records->entity == ENTITY_FIGURE) { /* its composed name says the rest */
		add_column(records, FIGURE_VALUE, SAY("Số", "Value"), 18, true);
		add_column(records, FIGURE_QUALIFIER, SAY("Mức", "Qualifier"), 10, false);
		return;
	}
	for (int i = 0; i < entity->field_count && records->column_count < COLUMNS_MOST; i++) {
		const struct field *field = &entity->fields[i];
		if (i == name || !(field->flags & FIELD_IN_LIST) || FIELD_IS_DERIVED(field))
			continue;
		if (name < 0 && !entity->subject &&
			(field->type == FIELD_REFERENCE || field->type == FIELD_SUBJECT || field->type == FIELD_ANY))
			continue; /* the composed name says them */
		add_column(records, i, form_label(records->entity, i), width_of(field), is_number(field));
	}
}

/* ---- rows ---- */

static void
clear_rows(struct records *records)
{
	for (size_t i = 0; i < records->count; i++) {
		for (int c = 0; c < COLUMNS_MOST; c++)
			free(records->rows[i].cells[c]);
		str_release(&records->rows[i].key);
	}
	records->count = 0;
}

static bool
fill_cell(struct str *out, struct records *records, struct store *store, const struct record *record, int field,
	const char *day, struct err *err)
{
	if (field < 0)
		return label_add_record(out, store, record, LABEL_SHORT, day, err);
	value_show(out, store, record, field);
	if (!out->length)
		str_add_text(out,
			(records->entity == ENTITY_FIGURE ||
				entity_of(records->entity)->fields[field].type != FIELD_DATE)
				? ""
				: "…");
	return true;
}

/* Documents and meetings by their day, newest first; metrics in their order; everything else by its name. */
static void
fill_key(struct str *key, const struct record *record, const char *name)
{
	int date = record->entity->id == ENTITY_DOCUMENT ? DOCUMENT_DATE
		: record->entity->id == ENTITY_MEETING   ? MEETING_DATE
							 : -1;
	char first[11], last[11];

	if (date >= 0) {
		date_bounds(record_text(record, date), first, last);
		for (const char *at = record_has(record, date) ? first : "0000-00-00"; *at; at++)
			str_add_byte(key, (char)(*at == '-' ? '-' : '9' - *at + '0'));
	} else if (record->entity->id == ENTITY_METRIC) {
		str_add_format(key, "%06d", (int)record_integer(record, METRIC_POSITION, 99999));
	}
	text_key(key, name, record->entity->id == ENTITY_PERSON ? KEY_PERSON : KEY_WORDS);
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
	for (int c = 0; good && c < records->column_count; c++) {
		struct str text = { 0 };
		good = fill_cell(&text, records, store, &record, records->fields[c], day, err);
		row->cells[c] = str_take(&text);
	}
	if (good)
		fill_key(&row->key, &record, row->cells[0]);
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
	list_set_rows(&records->list, records->count, id);
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

	for (int c = 0; c < records->column_count; c++) {
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
	choose_columns(records);
	records->list = (struct list){ .ops = &rows_ops,
		.of = records,
		.columns = records->columns,
		.column_count = records->column_count,
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
	str_add_format(&frame->state_right, "%zu%s", records->count, records->more ? "+" : "");
	if (row < records->count) {
		for (int c = 0; c < records->column_count; c++) {
			if (!*records->rows[row].cells[c])
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
		str_add_text(&frame->note, say(SAY("Chưa có gì; F7 để thêm.", "Nothing yet; F7 adds one.")));
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
	.close = done,
};
