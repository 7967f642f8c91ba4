/* From cells to the fields of a record. */
#include "app/find.h"
#include "app/import.h"
#include "app/label.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/date.h"
#include "text/fold.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row being read. */
struct reading {
	struct import *import;
	const struct import_file *file;
	const struct import_row *row;
	struct record *record;
	bool *given, *late;
	bool wait;    /* a reference to a row that is still to come makes this one wait */
	char day[11]; /* names are those of this day; "": today */
	int column;   /* of the fault */
};

/* Index of the column of a kind and field; -1. */
static int
column_of(const struct reading *reading, enum column_kind kind, int field)
{
	const struct columns *columns = &reading->file->columns;

	for (size_t i = 0; i < columns->count; i++)
		if (columns->items[i].kind == kind && columns->items[i].field == field)
			return (int)i;
	return -1;
}

static const char *
cell_at(const struct reading *reading, int column)
{
	return column < 0 ? "" : reading->row->cells[column];
}

static enum cells
fault_at(struct reading *reading, int column)
{
	reading->column = column;
	return CELLS_FAULT;
}

/* ---- references --------------------------------------------------------------------------------------------------------- */

bool
import_resolve(int64_t *id, struct import *import, enum entity_id entity, const char *uid, struct err *err)
{
	struct str key = { 0 };

	import_key(&key, entity, uid);
	*id = textmap_get(&import->known, str_text(&key), 0);
	bool good = *id || find_key_text(id, import->store, entity, uid, err);
	if (good && *id)
		textmap_put(&import->known, str_text(&key), *id);
	str_release(&key);
	return good;
}

/* The file that will bring an uid: 1 + index; 0 none. */
static int64_t
coming_in(const struct import *import, enum entity_id entity, const char *uid)
{
	struct str key = { 0 };
	import_key(&key, entity, uid);
	int64_t file = textmap_get(&import->coming, str_text(&key), 0);
	str_release(&key);
	return file;
}

static enum cells
refuse_uid(struct reading *reading, int column, const char *uid, struct err *err)
{
	err_set(err, ERR_NOT_FOUND,
		SAY("sổ không có bản ghi nào mang mã “{1}”; hãy sửa mã, hoặc xóa ô này và để sổ tìm theo tên.",
			"the book has no record with the id “{1}”; please correct it, or empty the cell so that the name is used."),
		uid, NULL);
	return fault_at(reading, column);
}

static enum cells
set_by_uid(
	struct reading *reading, int field, const enum entity_id *kinds, size_t kind_count, int column, struct err *err)
{
	struct import *import = reading->import;
	const char *uid = cell_at(reading, column);
	int64_t id = 0;

	for (size_t i = 0; i < kind_count && !id; i++)
		if (!import_resolve(&id, import, kinds[i], uid, err))
			return fault_at(reading, column);
	if (id) {
		record_set_integer(reading->record, field, id);
		return CELLS_READ;
	}
	for (size_t i = 0; i < kind_count; i++) {
		int64_t file = coming_in(import, kinds[i], uid);
		if (!file)
			continue;
		if (file - 1 > (int64_t)import->at &&
			!(reading->record->entity->fields[field].flags & FIELD_REQUIRED)) {
			*reading->late = true;
			return CELLS_READ;
		}
		if (reading->wait)
			return CELLS_WAIT;
	}
	return refuse_uid(reading, column, uid, err);
}

/* Found names are remembered: a file says the same few thousand times. */
static bool
find_name(struct reading *reading, enum entity_id wanted, bool subjects, const char *text, enum entity_id *entity,
	int64_t *id, struct err *err)
{
	struct str key = { 0 };

	str_add_format(&key, "%d:%d:%s:", (int)wanted, (int)subjects, reading->day);
	str_add_text(&key, text);
	int64_t found = textmap_get(&reading->import->names, str_text(&key), 0);
	bool good = found ||
		find_in_file(entity, id, reading->import->store, wanted, subjects, text,
			*reading->day ? reading->day : NULL, err);
	if (good && found) {
		*entity = (enum entity_id)(found % 64);
		*id = found / 64;
	} else if (good) {
		textmap_put(&reading->import->names, str_text(&key), *id * 64 + (int64_t)*entity);
	}
	str_release(&key);
	return good;
}

static enum cells
set_by_name(struct reading *reading, int field, enum entity_id wanted, bool subjects, int column, struct err *err)
{
	enum entity_id entity;
	int64_t id;

	if (find_name(reading, wanted, subjects, cell_at(reading, column), &entity, &id, err)) {
		record_set_integer(reading->record, field, id);
		return CELLS_READ;
	}
	if (err->kind == ERR_NOT_FOUND && reading->wait) { /* perhaps a later row brings it */
		err_release(err);
		return CELLS_WAIT;
	}
	return fault_at(reading, column);
}

/* "unit", "cluster" or the Vietnamese words. */
static bool
read_subject_kind(enum entity_id *out, const char *text, struct err *err)
{
	const struct entity *entity = entity_named(text);
	struct str bare = { 0 };

	*out = entity ? entity->id : ENTITY_NONE;
	text_bare(&bare, text);
	if (strcmp(str_text(&bare), "don vi") == 0)
		*out = ENTITY_UNIT;
	if (strcmp(str_text(&bare), "cum") == 0 || strcmp(str_text(&bare), "khoi") == 0)
		*out = ENTITY_CLUSTER;
	str_release(&bare);
	return *out == ENTITY_UNIT || *out == ENTITY_CLUSTER ||
		err_set(err, ERR_INVALID,
			SAY("ở đây phải là unit (đơn vị) hoặc cluster (cụm).", "this must be unit or cluster."), NULL);
}

static enum cells
read_subject(struct reading *reading, int field, struct err *err)
{
	enum entity_id kinds[2] = { ENTITY_UNIT, ENTITY_CLUSTER };
	size_t count = 2;
	int kind = column_of(reading, COLUMN_KIND, field), uid = column_of(reading, COLUMN_UID, field);
	int name = column_of(reading, COLUMN_NAME, field);

	if (*cell_at(reading, kind)) {
		if (!read_subject_kind(&kinds[0], cell_at(reading, kind), err))
			return fault_at(reading, kind);
		count = 1;
	}
	if (*cell_at(reading, uid))
		return set_by_uid(reading, field, kinds, count, uid, err);
	if (*cell_at(reading, name))
		return set_by_name(reading, field, count == 1 ? kinds[0] : ENTITY_NONE, count == 2, name, err);
	record_set_none(reading->record, field);
	return CELLS_READ;
}

static enum cells
read_reference(struct reading *reading, int field, enum entity_id target, struct err *err)
{
	int uid = column_of(reading, COLUMN_UID, field), name = column_of(reading, COLUMN_NAME, field);

	if (*cell_at(reading, uid))
		return set_by_uid(reading, field, &target, 1, uid, err);
	if (*cell_at(reading, name))
		return set_by_name(reading, field, target, false, name, err);
	record_set_none(reading->record, field);
	return CELLS_READ;
}

/* ---- periods, numbers, the rest ------------------------------------------------------------------------------------------ */

static bool
read_year(int *year, const char *text, struct err *err)
{
	size_t digits = strspn(text, "0123456789");

	*year = digits == 4 && !text[4] ? atoi(text) : 0;
	return (*year >= 1900 && *year <= 2999) ||
		err_set(err, ERR_INVALID,
			SAY("năm phải là bốn chữ số, ví dụ 2024.", "the year is four digits, as in 2024."), NULL);
}

/* What a person writes: "6 tháng đầu năm", "giai đoạn 2021-2025". */
static bool
read_typed_part(period *out, int year, const char *text)
{
	struct err ignored = { 0 };
	struct str both = { 0 };

	str_add_format(&both, "%s %d", text, year);
	bool good = period_read_typed(out, str_text(&both), year, &ignored);
	err_release(&ignored);
	good = good || period_read_typed(out, text, year, &ignored);
	err_release(&ignored);
	str_release(&both);
	return good && period_first_year(*out) == year;
}

static bool
read_part(period *out, struct import *import, int year, const char *text, struct err *err)
{
	bool understood;

	if (text[0] == '#') {
		char *end;
		long n = strtol(text + 1, &end, 10);
		*out = (period)year * 100000 + 99000 + n;
		return (text[1] && !*end && n > 0 && n <= 999) ||
			err_set(err, ERR_INVALID,
				SAY("kỳ theo ngày viết # và số của kỳ, ví dụ #1.",
					"a period by dates is # and its number, as in #1."),
				NULL);
	}
	if (period_read(out, year, text, err))
		return true;
	if (read_typed_part(out, year, text)) {
		err_release(err);
		return true;
	}
	struct err code = *err;
	*err = (struct err){ 0 };
	bool good = import_span(out, &understood, import, year, text, err);
	if (understood) {
		err_release(&code);
		return good;
	}
	*err = code;
	return false;
}

static enum cells
read_period_cells(struct reading *reading, int field, enum column_kind year_kind, enum column_kind part_kind,
	period *out, struct err *err)
{
	int year = column_of(reading, year_kind, field), part = column_of(reading, part_kind, field), number;

	*out = 0;
	if (!*cell_at(reading, year) && !*cell_at(reading, part))
		return CELLS_READ;
	if (!read_year(&number, cell_at(reading, year), err))
		return fault_at(reading, year >= 0 ? year : part);
	if (!*cell_at(reading, part)) {
		err_set(err, ERR_INVALID,
			SAY("chưa rõ phần nào của năm; hãy viết Y cho cả năm, H1 cho 6 tháng đầu năm.",
				"the part of the year is missing; please write Y for the whole year, H1 for its first half."),
			NULL);
		return fault_at(reading, part >= 0 ? part : year);
	}
	return read_part(out, reading->import, number, cell_at(reading, part), err) ? CELLS_READ
										    : fault_at(reading, part);
}

const struct record *
import_metric(struct import *import, int64_t id, struct err *err)
{
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)id);
	int64_t at = textmap_get(&import->scales, key, 0);
	if (at)
		return &import->metrics[at - 1];
	struct record metric = { 0 };
	if (!record_read(&metric, import->store, ENTITY_METRIC, id, err))
		return NULL;
	ARRAY_RESERVE(import->metrics, import->metric_count, import->metric_capacity);
	import->metrics[import->metric_count++] = metric;
	textmap_put(&import->scales, key, (int64_t)import->metric_count);
	return &import->metrics[import->metric_count - 1];
}

static enum cells
read_amount(struct reading *reading, int field, int column, struct err *err)
{
	struct record *record = reading->record;
	const char *text = cell_at(reading, column);
	int metric = entity_field(record->entity, "metric");

	record_set_none(record, field);
	if (!*text)
		return CELLS_READ;
	if (metric < 0 || !record_has(record, metric)) {
		err_set(err, ERR_INVALID,
			SAY("chưa rõ chỉ tiêu nên chưa đọc được số này.",
				"the number cannot be read without its metric."),
			NULL);
		return fault_at(reading, column);
	}
	if (record->entity->id == ENTITY_FIGURE)
		return cells_read_value(record, reading->import, text, err) ? CELLS_READ : fault_at(reading, column);
	const struct record *of = import_metric(reading->import, record_integer(record, metric, 0), err);
	return of &&
			field_read(&record->entity->fields[field], text, (int)record_integer(of, METRIC_DECIMALS, 0),
				&record->values[field], err)
		? CELLS_READ
		: fault_at(reading, column);
}

/* A required field of a new record that the file leaves empty keeps its preset. */
static enum cells
read_plain(struct reading *reading, int field, int column, struct err *err)
{
	const struct field *f = &reading->record->entity->fields[field];
	const char *text = cell_at(reading, column);
	struct value value = value_none();

	if (!*text && (f->flags & FIELD_PRESET) && (f->flags & FIELD_REQUIRED)) {
		reading->given[field] = false;
		return CELLS_READ;
	}
	if (*text && !field_read(f, text, 0, &value, err))
		return fault_at(reading, column);
	value_release(&reading->record->values[field]);
	reading->record->values[field] = value;
	return CELLS_READ;
}

/* Whose kind is not told cannot be looked for; the rule that the kind is required speaks of an empty row. */
static enum cells
refuse_unknown_kind(struct reading *reading, int field, struct err *err)
{
	int column = cells_column(reading->file, reading->row, field);

	if (column < 0 || !*reading->row->cells[column])
		return CELLS_READ;
	err_set(err, ERR_INVALID,
		SAY("chưa rõ đây là loại bản ghi nào; hãy điền loại ở cột entity, ví dụ unit, cluster, figure.",
			"the kind of this record is missing; please fill in the column entity, as in unit, cluster, figure."),
		NULL);
	return fault_at(reading, column);
}

static bool
has_column(const struct reading *reading, int field)
{
	for (size_t i = 0; i < reading->file->columns.count; i++)
		if (reading->file->columns.items[i].field == field &&
			reading->file->columns.items[i].kind != COLUMN_KIND)
			return true;
	return false;
}

static enum cells
read_field(struct reading *reading, int field, struct err *err)
{
	const struct field *f = &reading->record->entity->fields[field];
	enum cells cells;
	period p;

	if (FIELD_IS_DERIVED(f) || !has_column(reading, field))
		return CELLS_READ;
	reading->given[field] = true;
	switch (f->type) {
	case FIELD_SUBJECT:
		return read_subject(reading, field, err);
	case FIELD_REFERENCE:
		return read_reference(reading, field, f->target, err);
	case FIELD_ANY:
		if (!record_has(reading->record, field - 1))
			return refuse_unknown_kind(reading, field, err);
		return read_reference(
			reading, field, (enum entity_id)record_integer(reading->record, field - 1, 0), err);
	case FIELD_PERIOD:
		cells = read_period_cells(reading, field, COLUMN_YEAR, COLUMN_PART, &p, err);
		if (cells == CELLS_READ && p)
			record_set_integer(reading->record, field, p);
		else if (cells == CELLS_READ)
			record_set_none(reading->record, field);
		return cells;
	case FIELD_AMOUNT:
		return read_amount(reading, field, column_of(reading, COLUMN_VALUE, field), err);
	default:
		return read_plain(reading, field, column_of(reading, COLUMN_VALUE, field), err);
	}
}

/* The day whose names the row uses: the last one of its period or work year. */
static void
choose_day(struct reading *reading)
{
	const struct entity *entity = reading->record->entity;

	for (int i = 0; i < entity->field_count && !*reading->day; i++) {
		int64_t number = record_integer(reading->record, i, 0);
		if (entity->fields[i].type == FIELD_PERIOD && number && number % 100000 < 99000)
			period_last_day(number, reading->day);
		else if (strcmp(entity->fields[i].code, "work_year") == 0 && number)
			date_from_ymd(reading->day, (int)number * 10000 + 1231);
	}
}

/* Years and periods first: names depend on them; amounts last: they depend on the metric and on the qualifier. */
static int
pass_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_PERIOD:
	case FIELD_YEAR:
		return 0;
	case FIELD_AMOUNT:
		return 2;
	default:
		return 1;
	}
}

static bool
check_measure(struct reading *reading, struct err *err)
{
	int column = column_of(reading, COLUMN_MEASURE, -1);
	const char *text = cell_at(reading, column);

	if (!*text)
		return true;
	const struct record *metric =
		import_metric(reading->import, record_integer(reading->record, FIGURE_METRIC, 0), err);
	reading->column = column;
	if (!metric)
		return false;
	if (strcmp(record_text(metric, METRIC_MEASURE), text) == 0)
		return true;
	return err_set(err, ERR_INVALID,
		SAY("đơn vị tính của chỉ tiêu này là “{1}”, không phải “{2}”; hãy đổi số về đơn vị ấy.",
			"this metric is measured in “{1}”, not in “{2}”; please convert the number."),
		record_text(metric, METRIC_MEASURE), text, NULL);
}

enum cells
cells_read(struct record *out, bool *given, bool *late, int *column, struct import *import,
	const struct import_file *file, const struct import_row *row, bool wait, struct err *err)
{
	struct reading reading = { .import = import,
		.file = file,
		.row = row,
		.record = out,
		.given = given,
		.late = late,
		.wait = wait,
		.column = -1 };
	enum cells cells = CELLS_READ;

	*out = record_new(file->entity->id);
	*late = false;
	for (int pass = 0; pass < 3 && cells == CELLS_READ; pass++) {
		for (int i = 0; i < file->entity->field_count && cells == CELLS_READ; i++)
			if (pass_of(&file->entity->fields[i]) == pass)
				cells = read_field(&reading, i, err);
		if (pass == 0)
			choose_day(&reading);
	}
	if (cells == CELLS_READ && file->entity->id == ENTITY_SPAN) {
		period p;
		cells = read_period_cells(&reading, -1, COLUMN_OWN_YEAR, COLUMN_OWN_PART, &p, err);
		out->id = p;
	}
	if (cells == CELLS_READ && file->entity->id == ENTITY_FIGURE && record_has(out, FIGURE_METRIC) &&
		!check_measure(&reading, err))
		cells = CELLS_FAULT;
	*column = reading.column;
	return cells;
}

int
cells_column(const struct import_file *file, const struct import_row *row, int field)
{
	int best = -1;

	for (size_t i = 0; i < file->columns.count; i++) {
		const struct column *column = &file->columns.items[i];
		if (column->field != field || column->kind == COLUMN_KIND)
			continue;
		if (best < 0 || (!*row->cells[best] && *row->cells[i]))
			best = (int)i;
	}
	return best;
}
