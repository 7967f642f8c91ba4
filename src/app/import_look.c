#include "app/import_look.h"
#include "app/import.h"
#include "base/file.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/clean.h"
#include "text/csv.h"
#include <stdlib.h>
#include <string.h>

/* Rows in which another encoding is asked what it would make of them. */
#define COMPARED_MOST 1000
#define STEP 256 /* rows between two looks at the progress */

void
import_look_release(struct import_look *look)
{
	sheet_release(&look->sheet);
	free(look->other_row);
	*look = (struct import_look){ 0 };
}

/* ---- the table ---- */

bool
import_open_csv(
	struct csv **csv, enum charset encoding, char separator, const char *bytes, size_t length, struct err *err)
{
	struct str text = { 0 };
	bool good;

	*csv = NULL;
	if (encoding == CHARSET_UTF8)
		return csv_open(csv, bytes, length, separator, err);
	good = charset_decode(&text, encoding, bytes, length, err) &&
		csv_open(csv, str_text(&text), text.length, separator, err);
	str_release(&text);
	return good;
}

bool
import_row_is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i][strspn(row->cells[i], " \t\r\n")])
			return false;
	return true;
}

/* In one line; what cannot be cleaned as it is in the file. */
static char *
clean(const char *cell)
{
	struct str text = { 0 };
	struct err ignored = { 0 };

	if (!text_clean(&text, cell, strlen(cell), TEXT_PARAGRAPH, NULL, &ignored)) {
		str_clear(&text);
		str_add_text(&text, cell);
	}
	err_release(&ignored);
	return str_take(&text);
}

bool
import_head_is_listed(const char *list, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = list; at && *at; at += strcspn(at, ","), at += *at == ',')
		if (strncmp(at, name, length) == 0 && (at[length] == ',' || !at[length]))
			return true;
	return false;
}

/* ---- heads and first rows ---- */

static void
take_heads(struct import_look *look, const struct csv_row *row)
{
	look->sheet = sheet_new(IMPORT_LOOK_ROWS, row->count);
	look->sheet.row_count = 0;
	look->sheet.row_head = mem_copy_text(say(SAY("Dòng", "Line")));
	for (size_t i = 0; i < row->count; i++) {
		struct str head = { 0 };
		import_fold_head(&head, row->cells[i]);
		look->sheet.columns[i].text = str_take(&head);
	}
}

static void
take_row(struct import_look *look, const struct csv_row *row, const char *title_case)
{
	struct sheet *sheet = &look->sheet;
	size_t n = sheet->row_count++;
	struct str line = { 0 };

	str_add_integer(&line, row->line);
	sheet->rows[n].text = str_take(&line);
	for (size_t i = 0; i < sheet->column_count && i < row->count; i++) {
		struct cell *cell = sheet_cell(sheet, n, i);
		char *text = clean(csv_undefuse(row->cells[i]));
		if (import_head_is_listed(title_case, sheet->columns[i].text)) {
			struct str title = { 0 };
			text_title(&title, text);
			free(text);
			text = str_take(&title);
		}
		*cell = (struct cell){ .kind = *text ? CELL_TEXT : CELL_EMPTY, .text = text };
	}
}

/* ---- what another encoding would make of it ---- */

static char *
joined(const struct csv_row *row)
{
	struct str text = { 0 };

	for (size_t i = 0; i < row->count; i++) {
		char *cell = clean(row->cells[i]);
		str_add_text(&text, i ? " | " : "");
		str_add_text(&text, cell);
		free(cell);
	}
	return str_take(&text);
}

static bool
same_row(const struct csv_row *a, const struct csv_row *b)
{
	bool same = a->count == b->count;

	for (size_t i = 0; same && i < a->count; i++)
		same = strcmp(a->cells[i], b->cells[i]) == 0;
	return same;
}

/* The first row that the other encoding reads in another way. */
static void
compare(struct import_look *look, enum charset other, const char *bytes, size_t length)
{
	struct csv *as_is = NULL, *as_other = NULL;
	struct csv_row row, another;
	struct err ignored = { 0 };
	bool got = import_open_csv(&as_is, look->encoding, look->separator, bytes, length, &ignored) &&
		import_open_csv(&as_other, other, look->separator, bytes, length, &ignored);

	for (size_t n = 0; got && !look->other_row && n < COMPARED_MOST; n++) {
		got = csv_next(as_is, &row, &got, &ignored) && got && csv_next(as_other, &another, &got, &ignored) &&
			got;
		if (!got || same_row(&row, &another))
			continue;
		look->other_line = another.line;
		look->other_row = joined(&another);
	}
	csv_close(as_is);
	csv_close(as_other);
	err_release(&ignored);
}

/* ---- all of it ---- */

static bool
read_rows(struct import_look *look, struct csv *csv, const struct import_wish *wish, size_t length,
	bool (*progress)(void *to, size_t done, size_t all), void *to, struct err *err)
{
	struct csv_row row;
	bool got = true;

	for (size_t n = 1; got; n++) {
		if (!csv_next(csv, &row, &got, err))
			return false;
		if (!got || import_row_is_blank(&row))
			continue;
		if (look->records++ < IMPORT_LOOK_ROWS)
			take_row(look, &row, wish ? wish->title_case : NULL);
		if (n % STEP == 0 && progress && !progress(to, n, length))
			return err_set(
				err, ERR_CANCELLED, SAY("Đã dừng xem tệp.", "The look at the file was stopped."), NULL);
	}
	return true;
}

bool
import_look(struct import_look *out, const char *bytes, size_t length, const struct import_wish *wish,
	bool (*progress)(void *to, size_t done, size_t all), void *to, struct err *err)
{
	struct csv *csv = NULL;
	struct csv_row row;
	bool got = false;

	*out = (struct import_look){ 0 };
	charset_find(&out->finding, bytes, length);
	out->encoding = wish && wish->encoding ? *wish->encoding : out->finding.charset;
	bool good = import_open_csv(&csv, out->encoding, wish ? wish->separator : 0, bytes, length, err);
	if (good) {
		out->separator = csv_separator(csv);
		out->separator_named = csv_separator_is_named(csv);
		good = csv_next(csv, &row, &got, err);
	}
	if (good && !got)
		good = err_set(err, ERR_INVALID,
			SAY("Tệp trống: thiếu dòng tên cột.", "The file is empty: the line of heads is missing."),
			NULL);
	if (good) {
		take_heads(out, &row);
		good = read_rows(out, csv, wish, length, progress, to, err);
	}
	csv_close(csv);
	if (!(wish && wish->encoding) && out->finding.other_count)
		compare(out, out->finding.others[0], bytes, length);
	return good;
}

/* ---- the kind ---- */

size_t
import_columns_known(const struct import_look *look, enum entity_id entity)
{
	struct columns columns = { 0 };
	size_t known = 0;

	columns_accepted(&columns, entity_of(entity));
	for (size_t i = 0; i < look->sheet.column_count; i++)
		known += columns_meant(&columns, look->sheet.columns[i].text) != NULL;
	columns_release(&columns);
	return known;
}

/* «person» of «Person.csv». */
static bool
is_named_after(const char *file_name, const char *table)
{
	const char *name = file_base_name(file_name);
	size_t length = strlen(table);

	return strncasecmp(name, table, length) == 0 && (name[length] == '.' || !name[length]);
}

/* A head speaks of each field without which no record can be new. */
static bool
has_required(const struct import_look *look, const struct entity *entity)
{
	struct columns columns = { 0 };
	bool all = !entity->subject; /* a unit or cluster needs its name, which is no field of its own */

	for (size_t n = 0; !all && n < look->sheet.column_count; n++)
		all = strcmp(look->sheet.columns[n].text, "name") == 0;
	columns_accepted(&columns, entity);
	for (int i = 0; all && i < entity->field_count; i++) {
		unsigned flags = entity->fields[i].flags;
		all = !(flags & FIELD_REQUIRED) || flags & FIELD_PRESET || i == entity->position_field;
		for (size_t n = 0; !all && n < look->sheet.column_count; n++) {
			const struct column *column = columns_meant(&columns, look->sheet.columns[n].text);
			all = column && column->field == i;
		}
	}
	columns_release(&columns);
	return all;
}

enum entity_id
import_kind_of(const struct import_look *look, const char *file_name)
{
	enum { FITS, COMPLETE, NAMED, WAYS };
	size_t count, found[WAYS] = { 0 };
	const enum entity_id *order = exchange_order(&count);
	enum entity_id last[WAYS] = { ENTITY_NONE };

	for (size_t i = 0; i < count && look->sheet.column_count; i++) {
		const struct entity *entity = entity_of(order[i]);
		bool fits = import_columns_known(look, order[i]) == look->sheet.column_count;
		bool is[WAYS] = { fits, fits && has_required(look, entity),
			fits && is_named_after(file_name, entity->table) };
		for (int way = 0; way < WAYS; way++) {
			found[way] += is[way];
			last[way] = is[way] ? order[i] : last[way];
		}
	}
	for (int way = 0; way < WAYS; way++)
		if (found[way] == 1)
			return last[way];
	return ENTITY_NONE;
}

bool
import_column_is_text(enum entity_id entity, const char *head)
{
	struct columns columns = { 0 };

	if (entity == ENTITY_NONE)
		return false;
	columns_accepted(&columns, entity_of(entity));
	const struct column *column = columns_meant(&columns, head);
	bool text = column && import_text_field(entity_of(entity), column);
	columns_release(&columns);
	return text;
}
