#include "app/export.h"
#include "app/columns.h"
#include "app/exchange.h"
#include "app/naming.h"
#include "base/mem.h"
#include "report_parts.h"
#include "text/case.h"
#include "text/json.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

/* Rows are handed on in pieces of about this size. */
#define PIECE ((size_t)64 << 10)

/* A record and what it is ordered by. */
struct place {
	int64_t id;
	char *key;
};
struct places {
	struct place *items;
	size_t count, capacity;
};

static int
by_key(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	return order ? order : (x->id > y->id) - (x->id < y->id);
}

static void
places_release(struct places *places)
{
	for (size_t i = 0; i < places->count; i++)
		free(places->items[i].key);
	free(places->items);
	*places = (struct places){ 0 };
}

/* Every record of the kind by uid or key: the same order in every book. */
static bool
read_places(struct places *places, struct exporting *e, struct err *err)
{
	int64_t ids[256], after = 0;
	size_t count;

	do {
		if (!record_page(ids, ARRAY_COUNT(ids), &count, e->store, e->entity->id, after, err))
			return false;
		for (size_t i = 0; i < count; i++) {
			struct record record = { 0 };
			struct str key = { 0 };
			bool good = record_read(&record, e->store, e->entity->id, ids[i], err) &&
				exporting_key(&key, e, &record, err);
			record_release(&record);
			if (!good) {
				str_release(&key);
				return false;
			}
			ARRAY_RESERVE(places->items, places->count, places->capacity);
			places->items[places->count++] = (struct place){ .id = after = ids[i], .key = str_take(&key) };
		}
	} while (count == ARRAY_COUNT(ids));
	if (places->count > 0)
		qsort(places->items, places->count, sizeof *places->items, by_key);
	return true;
}

/* ---- CSV and JSON, row by row ------------------------------------------------------------------------------------------- */

struct writing {
	struct exporting *e;
	enum exchange_format format;
	struct csv_style style;
	struct str out;
	bool (*sink)(void *to, const char *bytes, size_t length, struct err *err);
	void *to;
	bool any;
};

static bool
hand_on(struct writing *writing, bool all, struct err *err)
{
	if (writing->out.length == 0 || (!all && writing->out.length < PIECE))
		return true;
	bool good = writing->sink(writing->to, writing->out.bytes, writing->out.length, err);
	str_clear(&writing->out);
	return good;
}

/* The words of a closed list are ours: the sign "=" of a figure is no formula. */
static bool
is_our_word(const struct writing *writing, const struct column *column)
{
	return column->kind == COLUMN_VALUE && writing->e->entity->fields[column->field].type == FIELD_CHOICE;
}

static void
put_csv_cell(struct writing *writing, const struct exported *cell, const struct column *column, bool first)
{
	if (cell->number || is_our_word(writing, column))
		csv_put_number(&writing->out, writing->style, str_text(&cell->text), first);
	else
		csv_put_cell(&writing->out, writing->style, str_text(&cell->text), first);
}

static void
put_json_cell(struct writing *writing, const struct exported *cell, const char *head)
{
	if (cell->text.length == 0)
		return;
	json_name(&writing->out, head);
	if (cell->number)
		json_number(&writing->out, str_text(&cell->text));
	else
		json_string(&writing->out, str_text(&cell->text));
}

static bool
put_row(struct writing *writing, const struct record *record, struct err *err)
{
	struct exporting *e = writing->e;
	bool good = true;

	if (writing->format == FORMAT_JSON) {
		str_add_text(&writing->out, writing->any ? ",\n" : "\n");
		str_add_byte(&writing->out, '{');
	}
	for (size_t i = 0; good && i < e->columns.count; i++) {
		struct exported cell = { 0 };
		good = exporting_cell(&cell, e, record, &e->columns.items[i], err);
		if (good && writing->format == FORMAT_JSON)
			put_json_cell(writing, &cell, e->columns.items[i].head);
		else if (good)
			put_csv_cell(writing, &cell, &e->columns.items[i], i == 0);
		str_release(&cell.text);
	}
	if (writing->format == FORMAT_JSON)
		str_add_byte(&writing->out, '}');
	else
		csv_end_row(&writing->out, writing->style);
	writing->any = true;
	return good && hand_on(writing, false, err);
}

static void
put_head(struct writing *writing)
{
	const struct columns *columns = &writing->e->columns;

	if (writing->format == FORMAT_JSON) {
		str_add_byte(&writing->out, '[');
		return;
	}
	csv_begin(&writing->out, writing->style);
	for (size_t i = 0; i < columns->count; i++)
		csv_put_cell(&writing->out, writing->style, columns->items[i].head, i == 0);
	csv_end_row(&writing->out, writing->style);
}

static bool
write_rows(struct writing *writing, const struct places *places, struct err *err)
{
	put_head(writing);
	for (size_t i = 0; i < places->count; i++) {
		struct record record = { 0 };
		bool good = record_read(&record, writing->e->store, writing->e->entity->id, places->items[i].id, err) &&
			put_row(writing, &record, err);
		record_release(&record);
		if (!good)
			return false;
	}
	if (writing->format == FORMAT_JSON)
		str_add_text(&writing->out, writing->any ? "\n]\n" : "]\n");
	return hand_on(writing, true, err);
}

/* ---- a table for people --------------------------------------------------------------------------------------------------- */

/* Ids are for files; the table has names. */
static bool
is_shown(const struct exporting *e, const struct column *column, bool typed)
{
	bool own = typed && column->kind == COLUMN_VALUE && e->entity->fields[column->field].type == FIELD_UID;
	return column->kind != COLUMN_UID && column->kind != COLUMN_KIND && !own;
}

/* 98.5, -12 as files have them. */
static bool
take_plain(struct cell *cell, const char *text)
{
	const char *point = strchr(text, '.');
	struct err ignored = { 0 };
	*cell = (struct cell){ .kind = CELL_QUANTITY, .decimals = point ? (int)strlen(point + 1) : 0 };
	bool good = number_parse_plain(&cell->quantity.amount, text, cell->decimals, &ignored);
	err_release(&ignored);
	return good;
}

/* Amounts as numbers, days as dates; a year or another integer stays as it is written. */
static void
take_typed(struct cell *cell, const struct exported *exported, const struct entity *entity, const struct column *column)
{
	const char *text = str_text(&exported->text);
	enum field_type type = column->field >= 0 ? entity->fields[column->field].type : FIELD_TEXT;
	*cell = (struct cell){ 0 };
	if (!*text)
		return;
	if (type == FIELD_DATE || (exported->number && take_plain(cell, text)))
		cell->kind = type == FIELD_DATE                            ? CELL_DATE
			: type == FIELD_AMOUNT || type == FIELD_HUNDREDTHS ? CELL_QUANTITY
									   : CELL_INTEGER;
	else
		cell->kind = CELL_TEXT;
	cell->text = mem_copy_text(text);
}

static bool
fill_row(struct sheet *sheet, size_t row, struct exporting *e, const struct record *record, bool typed, struct err *err)
{
	size_t at = 0;

	for (size_t i = 0; i < e->columns.count; i++) {
		struct exported text = { 0 };
		if (!is_shown(e, &e->columns.items[i], typed))
			continue;
		if (!exporting_cell(&text, e, record, &e->columns.items[i], err)) {
			str_release(&text.text);
			return false;
		}
		struct cell *cell = sheet_cell(sheet, row, at++);
		sheet->columns[at - 1].number |= text.number;
		if (typed)
			take_typed(cell, &text, e->entity, &e->columns.items[i]);
		else
			cell_text(cell, str_text(&text.text));
		str_release(&text.text);
	}
	return true;
}

/* All records under the names of their fields; columns that nobody filled are left out. */
static bool
make_table(struct sheet *out, struct exporting *e, const struct places *places, bool typed, struct err *err)
{
	size_t shown = 0;
	bool good = true;

	for (size_t i = 0; i < e->columns.count; i++)
		shown += is_shown(e, &e->columns.items[i], typed);
	struct sheet sheet = sheet_new(places->count, shown);
	for (size_t i = 0, at = 0; i < e->columns.count; i++)
		if (is_shown(e, &e->columns.items[i], typed)) {
			sheet.columns[at].text = mem_copy_text(exporting_head(e, &e->columns.items[i]));
			sheet.columns[at++].code = mem_copy_text(e->columns.items[i].head);
		}
	for (size_t i = 0; good && i < places->count; i++) {
		struct record record = { 0 };
		good = record_read(&record, e->store, e->entity->id, places->items[i].id, err) &&
			fill_row(&sheet, i, e, &record, typed, err);
		record_release(&record);
	}
	/* A report without records still says which columns it would have. */
	if (sheet.row_count || !typed)
		sheet_drop_empty(&sheet);
	*out = sheet;
	return good;
}

static bool
write_table(struct writing *writing, const struct places *places, struct err *err)
{
	struct sheet sheet;
	bool good = make_table(&sheet, writing->e, places, false, err);
	if (good) {
		sheet_write_table(&sheet, &writing->out);
		good = hand_on(writing, true, err);
	}
	sheet_release(&sheet);
	return good;
}

bool
report_kind(struct report *out, struct store *store, enum entity_id entity, struct err *err)
{
	struct exporting e = { .store = store, .entity = entity_of(entity), .people = true };
	struct places places = { 0 };
	struct str name = { 0 };
	text_first_upper(&name, say(entity_of(entity)->many));
	columns_of(&e.columns, e.entity);
	bool good = report_begin(out, store, str_text(&name), err) && store_read_begin(store, err);
	if (good) {
		good = read_places(&places, &e, err) && make_table(&out->sheet, &e, &places, true, err);
		store_read_end(store);
	}
	out->tab = str_take(&name);
	places_release(&places);
	exporting_release(&e);
	return report_end(out, good);
}

bool
export_kind(struct store *store, enum entity_id entity, enum exchange_format format, struct csv_style style,
	bool (*sink)(void *to, const char *bytes, size_t length, struct err *err), void *to, struct err *err)
{
	struct exporting e = { .store = store, .entity = entity_of(entity) };
	struct writing writing = { .e = &e, .format = format, .style = style, .sink = sink, .to = to };
	struct places places = { 0 };

	columns_of(&e.columns, e.entity);
	if (!store_read_begin(store, err)) {
		exporting_release(&e);
		return false;
	}
	bool good = read_places(&places, &e, err) &&
		(format == FORMAT_TABLE ? write_table(&writing, &places, err) : write_rows(&writing, &places, err));
	store_read_end(store);
	places_release(&places);
	str_release(&writing.out);
	exporting_release(&e);
	return good;
}
