/* The text of a file into cleaned rows; no book is needed for it. */
#include "app/import.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/clean.h"
#include "text/csv.h"
#include <stdlib.h>
#include <string.h>

void
import_file_release(struct import_file *file)
{
	for (size_t i = 0; i < file->count; i++)
		free(file->rows[i].cells);
	free(file->rows);
	columns_release(&file->columns);
	textmap_release(&file->written);
	*file = (struct import_file){ 0 };
}

/* «figure.csv, dòng 7, cột 3 (value «abc»): » */
static void
add_place(struct str *out, const struct import_file *file, const struct import_row *row, int column)
{
	str_add_text(out, file->name);
	str_add_text(out, say(SAY(", dòng ", ", line ")));
	str_add_integer(out, row ? row->line : 1);
	if (column >= 0 && (size_t)column < file->columns.count) {
		str_add_text(out, say(SAY(", cột ", ", column ")));
		str_add_integer(out, column + 1);
		str_add_text(out, " (");
		str_add_text(out, file->columns.items[column].head);
		if (row && row->cells && *row->cells[column]) {
			str_add_text(out, say(SAY(" “", " “")));
			str_add_text(out, row->cells[column]);
			str_add_text(out, say(SAY("”", "”")));
		}
		str_add_text(out, ")");
	}
	str_add_text(out, ": ");
}

struct err
import_told(const struct import_file *file, const struct import_row *row, int column, const char *sentence)
{
	struct str text = { 0 };
	add_place(&text, file, row, column);
	str_add_text(&text, sentence ? sentence : "");
	return (struct err){ .kind = ERR_INVALID,
		.line = row ? row->line : 1,
		.column = column >= 0 && row && row->places ? (long)row->places[column] : 0,
		.text = str_take(&text) };
}

bool
import_fault(struct import *import, const struct import_file *file, const struct import_row *row, int column,
	struct err *err)
{
	if (!err_is_of_input(err->kind))
		return false;
	struct err fault = import_told(file, row, column, err->text);
	fault.kind = err->kind;
	fault.field = err->field;
	err_release(err);
	import->result.faulty += import->faults == 0 || fault.line != import->fault_line;
	import->fault_line = fault.line;
	if (import->fault && import->faults < FAULTS_MOST)
		import->fault(import->to, &fault);
	if (++import->faults == 1)
		import->first = fault;
	else
		err_release(&fault);
	if (import->faults < FAULTS_MOST || file->wish.trial)
		return true;
	*err = import->first;
	import->first = (struct err){ 0 };
	return false;
}

bool
import_step(struct import *import, struct err *err)
{
	import->done++;
	if (!import->progress || import->done % 64 != 0 || import->progress(import->to, import->done, import->all))
		return true;
	return err_set(err, ERR_CANCELLED,
		SAY("Đã dừng nhập; chưa lưu gì.", "The import was stopped; nothing was saved."), NULL);
}

/* ---- head ------------------------------------------------------------------------------------------------------------- */

static bool
refuse_head(struct import_file *file, const char *head, const struct columns *all, struct err *err)
{
	struct str list = { 0 };

	columns_list(&list, all);
	err_set(err, ERR_INVALID,
		SAY("{1}: không có cột nào tên “{2}” cho {3}. Các cột được nhận: {4}.",
			"{1}: there is no column “{2}” for {3}. The columns are: {4}."),
		file->name, head, say(file->entity->many), str_text(&list), NULL);
	err->line = 1;
	str_release(&list);
	return false;
}

void
import_fold_head(struct str *out, const char *cell)
{
	struct err ignored = { 0 };

	if (!text_clean(out, cell, strlen(cell), TEXT_PARAGRAPH, NULL, &ignored))
		str_add_text(out, cell);
	err_release(&ignored);
	for (size_t i = 0; i < out->length; i++)
		if (out->bytes[i] >= 'A' && out->bytes[i] <= 'Z')
			out->bytes[i] = (char)(out->bytes[i] - 'A' + 'a');
}

static bool
take_head(struct import_file *file, const struct columns *all, const char *cell, struct err *err)
{
	struct str head = { 0 };

	import_fold_head(&head, cell);
	const struct column *column = columns_meant(all, str_text(&head));
	if (!column) {
		refuse_head(file, str_text(&head), all, err);
	} else if (columns_find(&file->columns, column->head)) {
		err_set(err, ERR_INVALID, SAY("{1}: cột “{2}” có hai lần.", "{1}: the column “{2}” is there twice."),
			file->name, column->head, NULL);
		err->line = 1;
		column = NULL;
	} else {
		struct columns *out = &file->columns;
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct column){
			.head = mem_copy_text(column->head), .kind = column->kind, .field = column->field
		};
	}
	str_release(&head);
	return column != NULL;
}

const struct field *
import_text_field(const struct entity *entity, const struct column *column)
{
	const struct field *field = column->kind == COLUMN_VALUE && column->field >= 0 ? &entity->fields[column->field]
		: column->kind == COLUMN_PHASE ? &entity_of(ENTITY_PHASE)->fields[COLUMN_PHASE_FIELD(column->field)]
					       : NULL;
	return field && (field->type == FIELD_TEXT || field->type == FIELD_LINES) ? field : NULL;
}

/* Marks the columns whose names get capitals. */
static bool
mark_title_case(struct import_file *file, struct err *err)
{
	bool good = true;

	for (const char *at = file->wish.title_case; good && at && *at;) {
		size_t length = strcspn(at, ",");
		char *name = mem_copy_bytes(at, length);
		struct column *column = NULL;
		for (size_t i = 0; i < file->columns.count; i++)
			if (text_equal(file->columns.items[i].head, name) &&
				import_text_field(file->entity, &file->columns.items[i]))
				column = &file->columns.items[i];
		if (column)
			column->title = true;
		else
			good = err_set(err, ERR_INVALID,
				SAY("{1} không có cột chữ nào tên “{2}” để viết hoa đầu từ.",
					"{1} has no column of text “{2}” to write with capitals."),
				file->name, name, NULL);
		free(name);
		at += length + (at[length] == ',');
	}
	return good;
}

static bool
read_head(struct import_file *file, struct csv *csv, struct err *err)
{
	struct columns all = { 0 };
	struct csv_row row;
	bool got, good;

	columns_accepted(&all, file->entity);
	good = csv_next(csv, &row, &got, err);
	if (good && !got)
		good = err_set(err, ERR_INVALID,
			SAY("{1} là tệp trống: thiếu dòng tên cột.", "{1} is empty: the line of heads is missing."),
			file->name, NULL);
	for (size_t i = 0; good && i < row.count; i++)
		good = take_head(file, &all, row.cells[i], err);
	good = good && mark_title_case(file, err);
	columns_release(&all);
	file->by_hand = file->entity->id == ENTITY_FIGURE && !columns_find(&file->columns, "subject_uid");
	return good;
}

/* ---- rows ------------------------------------------------------------------------------------------------------------- */

static bool
is_lines(const struct import_file *file, size_t column)
{
	const struct column *c = &file->columns.items[column];
	return c->kind == COLUMN_VALUE && c->field >= 0 && file->entity->fields[c->field].type == FIELD_LINES;
}

/* Cells, places and text in one block. */
static void
store_row(struct import_row *row, const struct str *text, const struct csv_row *from, size_t count)
{
	char *block = mem_new(count * (sizeof(char *) + sizeof(uint32_t)) + text->length + 1, 1);
	char *bytes = block + count * (sizeof(char *) + sizeof(uint32_t));

	row->cells = (char **)(void *)block;
	row->places = (uint32_t *)(void *)(block + count * sizeof(char *));
	memcpy(bytes, str_text(text), text->length);
	for (size_t i = 0; i < count; i++) {
		row->cells[i] = bytes;
		row->places[i] = (uint32_t)from->columns[i];
		bytes += strlen(bytes) + 1;
	}
}

/* What text holds from begin on, as names are written. */
static void
capitalise(struct str *text, size_t begin)
{
	char *name = mem_copy_text(str_text(text) + begin);

	str_cut(text, begin);
	text_title(text, name);
	free(name);
}

/* A cell that is refused stays as empty, so that the row can be told about. */
static bool
clean_cell(struct str *text, struct import *import, struct import_file *file, const struct csv_row *row, size_t i,
	bool *fault, struct err *err)
{
	const char *cell = csv_undefuse(row->cells[i]);
	size_t begin = text->length;

	if (text_clean(text, cell, strlen(cell), is_lines(file, i) ? TEXT_LINES : TEXT_PARAGRAPH, NULL, err)) {
		if (file->columns.items[i].title)
			capitalise(text, begin);
		str_add_byte(text, '\0');
		return true;
	}
	*fault = true;
	str_add_byte(text, '\0');
	struct import_row place = { .line = row->line };
	uint32_t *places = mem_new(file->columns.count, sizeof *places);
	places[i] = (uint32_t)row->columns[i];
	place.places = places;
	bool go_on = import_fault(import, file, &place, (int)i, err);
	free(places);
	return go_on;
}

static bool
take_row(struct import *import, struct import_file *file, const struct csv_row *from, struct err *err)
{
	struct str text = { 0 };
	bool good = true, fault = false;

	ARRAY_RESERVE(file->rows, file->count, file->capacity);
	struct import_row *row = &file->rows[file->count];
	*row = (struct import_row){ .line = from->line };
	if (from->count != file->columns.count) {
		struct str has = { 0 }, wants = { 0 };
		str_add_integer(&has, (int64_t)from->count);
		str_add_integer(&wants, (int64_t)file->columns.count);
		err_set(err, ERR_INVALID,
			SAY("dòng này có {1} ô, dòng tên cột có {2}.", "this line has {1} cells, the heads are {2}."),
			str_text(&has), str_text(&wants), NULL);
		str_release(&has);
		str_release(&wants);
		return import_fault(import, file, row, -1, err);
	}
	for (size_t i = 0; good && i < from->count; i++)
		good = clean_cell(&text, import, file, from, i, &fault, err);
	if (good) {
		store_row(row, &text, from, from->count);
		row->state = fault ? ROW_FAILED : ROW_WAITING;
		file->count++;
	}
	str_release(&text);
	return good;
}

/* Notes the uids that this file brings. */
static void
note_uids(struct import *import, const struct import_file *file)
{
	const struct column *column = columns_find(&file->columns, "uid");
	struct str key = { 0 };

	if (!column)
		return;
	size_t at = (size_t)(column - file->columns.items);
	for (size_t i = 0; i < file->count; i++) {
		if (!*file->rows[i].cells[at])
			continue;
		str_clear(&key);
		import_key(&key, file->entity->id, file->rows[i].cells[at]);
		textmap_put(&import->coming, str_text(&key), 1 + (file - import->files));
	}
	str_release(&key);
}

/* What the reader of the table refuses has its place, but not the name of the file. */
static bool
name_file(const struct import_file *file, struct err *err)
{
	if (err_is_of_input(err->kind) && err->text && strncmp(err->text, file->name, strlen(file->name)) != 0) {
		struct str text = { 0 };
		str_add_text(&text, file->name);
		if (err->line > 0) {
			str_add_text(&text, say(SAY(", dòng ", ", line ")));
			str_add_integer(&text, err->line);
		}
		str_add_text(&text, ": ");
		str_add_text(&text, err->text);
		free(err->text);
		err->text = str_take(&text);
	}
	return false;
}

/* Opens the table, whatever encoding the file is in. */
static bool
open_table(struct csv **csv, struct import *import, const struct import_file *file, struct err *err)
{
	enum charset *encoding = &import->result.encoding;
	if (file->wish.encoding)
		*encoding = *file->wish.encoding;
	else
		charset_guess(encoding, file->bytes, file->length);
	return import_open_csv(csv, *encoding, file->wish.separator, file->bytes, file->length, err);
}

/* Counts the row; a file of too many is given up. */
static bool
count_row(struct import *import, const struct import_file *file, struct err *err)
{
	size_t most = file->wish.most;
	if (++import->result.read <= most || !most)
		return true;
	struct str number = { 0 };
	str_add_integer(&number, (int64_t)most);
	err_set(err, ERR_NOT_ALLOWED,
		SAY("tệp có hơn {1} bản ghi, nhập một lần thì người khác phải chờ lâu.",
			"more than {1} records, others would have to wait while all are imported at once."),
		str_text(&number), NULL);
	str_release(&number);
	return false;
}

bool
import_parse(struct import *import, struct import_file *file, struct err *err)
{
	struct csv *csv;
	struct csv_row row;
	bool got = false, good;

	if (!open_table(&csv, import, file, err))
		return name_file(file, err);
	good = read_head(file, csv, err);
	while (good && (good = csv_next(csv, &row, &got, err)) && got) {
		if (!import_row_is_blank(&row))
			good = count_row(import, file, err) && take_row(import, file, &row, err);
		good = good && import_step(import, err);
	}
	csv_close(csv);
	if (!good)
		return name_file(file, err);
	note_uids(import, file);
	return true;
}
