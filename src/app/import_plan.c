/* Rows into the book: each after those it refers to, then what refers forward, then the rules. */
#include "app/edit_rules.h"
#include "app/import.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
import_key(struct str *out, enum entity_id entity, const char *text)
{
	str_add_integer(out, (int64_t)entity);
	str_add_byte(out, ':');
	str_add_text(out, text);
}

void
import_release(struct import *import)
{
	for (size_t i = 0; i < import->file_count; i++)
		import_file_release(&import->files[i]);
	free(import->files);
	for (size_t i = 0; i < import->metric_count; i++)
		record_release(&import->metrics[i]);
	free(import->metrics);
	textmap_release(&import->coming);
	textmap_release(&import->known);
	textmap_release(&import->names);
	textmap_release(&import->scales);
	textmap_release(&import->series);
	free(import->amounts);
	err_release(&import->first);
	*import = (struct import){ 0 };
}

/* ---- which record a row speaks of ------------------------------------------------------------------------------------------ */

static bool
key_given(const struct record *record)
{
	const struct entity *entity = record->entity;

	return entity->key[0] >= 0 && entity->position_field != entity->key[1] &&
		!(entity->id == ENTITY_TERM && !record_has(record, TERM_WORK_YEAR));
}

static bool
find_stored(int64_t *id, struct import *import, const struct record *record, struct err *err)
{
	const struct entity *entity = record->entity;
	int64_t there;

	*id = 0;
	if (entity->id == ENTITY_BOOK) {
		*id = 1;
		return true;
	}
	if (entity->id == ENTITY_SPAN) {
		if (!rows_one_integer(
			    &there, 0, import->store, &exists_questions[ENTITY_SPAN], &ARG_INTEGER(record->id), 1, err))
			return false;
		*id = there ? record->id : 0;
		return true;
	}
	if (entity->uid_field >= 0 && record_has(record, entity->uid_field) &&
		!import_resolve(id, import, entity->id, record_text(record, entity->uid_field), err))
		return false;
	return *id || !key_given(record) || record_find_key(id, import->store, record, err);
}

/* Fields that the row does not give stay as they are; known under another uid, the record keeps its own. */
static void
fill_from(struct record *record, const struct record *stored, const bool *given)
{
	const struct entity *entity = record->entity;

	for (int i = 0; i < entity->field_count; i++) {
		bool keep = !given[i] || i == entity->uid_field ||
			(!record_has(record, i) && (entity->fields[i].flags & FIELD_REQUIRED));
		if (keep && !FIELD_IS_DERIVED(&entity->fields[i])) {
			value_release(&record->values[i]);
			record->values[i] = value_copy(&stored->values[i]);
		}
	}
	record->id = stored->id;
	record->rev = stored->rev;
}

static bool
same_values(const struct record *a, const struct record *b)
{
	for (int i = 0; i < a->entity->field_count; i++)
		if (!FIELD_IS_DERIVED(&a->entity->fields[i]) && !value_equal(&a->values[i], &b->values[i]))
			return false;
	return true;
}

/* ---- writing a row --------------------------------------------------------------------------------------------------------- */

static bool
note_written(struct import_file *file, struct import_row *row, struct err *err)
{
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)row->id);
	if (textmap_put(&file->written, key, 1 + (row - file->rows)))
		return true;
	struct str line = { 0 };
	str_add_integer(&line, file->rows[textmap_get(&file->written, key, 1) - 1].line);
	err_set(err, ERR_INVALID,
		SAY("dòng này và dòng {1} là cùng một bản ghi; hãy giữ một dòng.",
			"this line and line {1} are the same record; please keep one of them."),
		str_text(&line), NULL);
	str_release(&line);
	return false;
}

/* Other rows may speak of the record by the uid that this file gives it. */
static void
note_uid(struct import *import, const struct entity *entity, const char *uid, int64_t id)
{
	struct str key = { 0 };

	if (!*uid)
		return;
	import_key(&key, entity->id, uid);
	textmap_put(&import->known, str_text(&key), id);
	str_release(&key);
}

static bool
write_record(struct import *import, struct record *record, const struct record *stored, struct err *err)
{
	struct edit edit = { .change = import->change,
		.store = import->store,
		.record = record,
		.way = EDIT_IMPORT,
		.again = record->entity->id == ENTITY_SPAN && !stored && record->id,
		.looked_up = !stored && key_given(record) };

	if (stored && same_values(record, stored)) {
		import->result.same++;
		return true;
	}
	bool good = edit_prepare(&edit, err) && edit_write(&edit, err);
	edit_release(&edit);
	if (good && stored)
		import->result.changed++;
	else if (good)
		import->result.added++;
	return good;
}

/* The terms that a membership covered where it was are looked at when all rows are written. */
static void
note_left(struct import_row *row, const struct record *record, const struct record *stored)
{
	if (record->entity->id != ENTITY_MEMBERSHIP)
		return;
	if (value_equal(&record->values[MEMBERSHIP_UNIT], &stored->values[MEMBERSHIP_UNIT]) &&
		value_equal(&record->values[MEMBERSHIP_CLUSTER], &stored->values[MEMBERSHIP_CLUSTER]))
		return;
	row->left_unit = record_integer(stored, MEMBERSHIP_UNIT, 0);
	row->left_cluster = record_integer(stored, MEMBERSHIP_CLUSTER, 0);
}

/* Status, number, qualifier and words are one reading: a row that gives the number gives all of them, and the words of
 * another reading do not stay behind. */
static void
give_reading(bool *given, const struct record *record, const struct record *stored)
{
	static const int reading[] = { FIGURE_STATUS, FIGURE_VALUE, FIGURE_QUALIFIER };
	bool same = true;

	if (record->entity->id != ENTITY_FIGURE || !given[FIGURE_VALUE])
		return;
	for (size_t i = 0; i < ARRAY_COUNT(reading); i++) {
		given[reading[i]] = true;
		same = same && value_equal(&record->values[reading[i]], &stored->values[reading[i]]);
	}
	given[FIGURE_WORDS] = given[FIGURE_WORDS] || !same;
}

static bool
same_amount(const struct record *figure, const struct record *stored)
{
	return value_equal(&figure->values[FIGURE_VALUE], &stored->values[FIGURE_VALUE]) &&
		value_equal(&figure->values[FIGURE_QUALIFIER], &stored->values[FIGURE_QUALIFIER]);
}

static bool
put_record(struct import *import, struct import_file *file, struct import_row *row, struct record *record, bool *given,
	struct err *err)
{
	const struct entity *entity = file->entity;
	struct record stored = { 0 };
	int64_t id;

	bool subject = entity->id == ENTITY_UNIT || entity->id == ENTITY_CLUSTER;
	if (!find_stored(&id, import, record, err) || (subject && !import_by_name(&id, import, file, row, err)) ||
		(subject && !id && !import_check_named(file, row, err)))
		return false;
	char *uid = entity->uid_field >= 0 ? mem_copy_text(record_text(record, entity->uid_field)) : NULL;
	bool good = !id || record_read(&stored, import->store, entity->id, id, err);
	if (good && id) {
		row->id = id;
		good = note_written(file, row, err);
		give_reading(given, record, &stored);
		fill_from(record, &stored, given);
		note_left(row, record, &stored);
	}
	bool doubts = file->wish.doubt && entity->id == ENTITY_FIGURE && !(id && same_amount(record, &stored));
	struct import_amounts amounts;
	good = good && (!doubts || import_amounts_of(&amounts, import, record, err)) &&
		write_record(import, record, id ? &stored : NULL, err) &&
		(!doubts || import_doubt(import, file, row, record, amounts, err));
	if (good && !id) {
		row->id = record->id;
		good = note_written(file, row, err);
	}
	good = good && (!subject || import_name(import, file, row, !id, err));
	if (good && uid)
		note_uid(import, entity, uid, row->id);
	free(uid);
	record_release(&stored);
	return good;
}

/* Status of a figure follows what the row says when it has no column of its own. */
static void
settle_status(struct record *figure, const bool *given)
{
	if (figure->entity->id != ENTITY_FIGURE || given[FIGURE_STATUS])
		return;
	if (record_has(figure, FIGURE_VALUE))
		record_set_integer(figure, FIGURE_STATUS, FIGURE_STATUS_NUMBER);
	else if (record_has(figure, FIGURE_WORDS) && record_integer(figure, FIGURE_STATUS, 0) == FIGURE_STATUS_NUMBER)
		record_set_integer(figure, FIGURE_STATUS, FIGURE_STATUS_WORDS);
	if (!record_has(figure, FIGURE_VALUE))
		record_set_none(figure, FIGURE_QUALIFIER);
}

static const char *
source_cell(const struct import_file *file, const struct import_row *row)
{
	for (size_t i = 0; file->by_hand && i < file->columns.count; i++)
		if (file->columns.items[i].kind == COLUMN_SOURCE)
			return row->cells[i];
	return "";
}

static bool
tell(struct import *import, struct import_file *file, struct import_row *row, int column, struct err *err)
{
	if (column < 0 && err->field > 0)
		column = cells_column(file, row, err->field - 1);
	row->state = ROW_FAILED;
	return import_fault(import, file, row, column, err);
}

/* *waits: a row it refers to is not written yet. */
static bool
write_row(struct import *import, struct import_file *file, struct import_row *row, bool wait, bool *waits,
	struct err *err)
{
	bool *given = mem_new((size_t)file->entity->field_count, sizeof *given), late = false;
	struct record record = { 0 };
	int column;
	enum cells cells = cells_read(&record, given, &late, &column, import, file, row, wait, err);
	bool good = true;

	*waits = cells == CELLS_WAIT;
	if (cells == CELLS_FAULT) {
		good = tell(import, file, row, column, err);
	} else if (cells == CELLS_READ) {
		settle_status(&record, given);
		if (!put_record(import, file, row, &record, given, err) ||
			!import_cite(import, row->id, source_cell(file, row), err)) {
			good = tell(import, file, row, -1, err);
		} else {
			row->state = ROW_WRITTEN;
			row->late = late;
		}
	}
	record_release(&record);
	free(given);
	return good;
}

/* One round over the rows that still wait; *moved: something was written. */
static bool
write_round(struct import *import, struct import_file *file, bool wait, bool *moved, size_t *left, struct err *err)
{
	*moved = false;
	*left = 0;
	for (size_t i = 0; i < file->count; i++) {
		struct import_row *row = &file->rows[i];
		bool waits = false;
		if (row->state != ROW_WAITING)
			continue;
		if (!write_row(import, file, row, wait, &waits, err))
			return false;
		if (waits)
			*left += 1;
		else if (!import_step(import, err))
			return false;
		else
			*moved = true;
	}
	return true;
}

/* A row may wait for another of its own file, which may have failed: then "not found" would say nothing new. */
static bool
refers_to_itself(const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++) {
		const struct field *field = &entity->fields[i];
		if (field->type == FIELD_ANY || (field->type == FIELD_REFERENCE && field->target == entity->id) ||
			(field->type == FIELD_SUBJECT && entity->subject))
			return true;
	}
	return false;
}

/* Rows wait for rows they refer to; those that wait in vain are faults, unless what they wait for was one already. */
static bool
write_file(struct import *import, struct import_file *file, struct err *err)
{
	bool moved;
	size_t left, faults = import->faults;

	do {
		if (!write_round(import, file, true, &moved, &left, err))
			return false;
	} while (left > 0 && moved);
	bool explained = import->faults > faults && refers_to_itself(file->entity);
	return left == 0 || explained || write_round(import, file, false, &moved, &left, err);
}

/* ---- what refers to later files --------------------------------------------------------------------------------------------- */

static bool
write_late(struct import *import, struct import_file *file, struct import_row *row, struct err *err)
{
	bool *given = mem_new((size_t)file->entity->field_count, sizeof *given), late;
	struct record record = { 0 }, stored = { 0 };
	int column = -1;
	bool good = cells_read(&record, given, &late, &column, import, file, row, false, err) == CELLS_READ &&
		record_read(&stored, import->store, file->entity->id, row->id, err);

	if (good) {
		fill_from(&record, &stored, given);
		struct edit edit = {
			.change = import->change, .store = import->store, .record = &record, .way = EDIT_IMPORT
		};
		good = edit_prepare(&edit, err) && edit_write(&edit, err);
		edit_release(&edit);
	}
	record_release(&record);
	record_release(&stored);
	free(given);
	return good || tell(import, file, row, column, err);
}

/* ---- rules ------------------------------------------------------------------------------------------------------------------- */

/* The kinds whose rules can refuse; the others' only warn. */
static bool
has_rules(enum entity_id entity)
{
	switch (entity) {
	case ENTITY_UNIT:
	case ENTITY_CLUSTER:
	case ENTITY_PHASE:
	case ENTITY_SUCCESSION:
	case ENTITY_MEMBERSHIP:
	case ENTITY_TERM:
	case ENTITY_ROLE:
	case ENTITY_METRIC:
	case ENTITY_CLUSTER_METRIC:
	case ENTITY_NOMINATION:
	case ENTITY_NOMINATION_STEP:
		return true;
	default:
		return false;
	}
}

static bool
ask_rules(struct import *import, struct import_file *file, struct import_row *row, struct err *err)
{
	struct record record = { 0 };
	struct edit edit = { .change = import->change, .store = import->store, .record = &record, .way = EDIT_IMPORT };
	bool good = record_read(&record, import->store, file->entity->id, row->id, err) && edit_rules(&edit, err) &&
		edit_follow(&edit, err);

	if (good && row->left_unit)
		good = check_terms_covered(import->store, row->left_unit, row->left_cluster, 0, NULL, err);
	if (good && file->entity->id == ENTITY_NOMINATION)
		good = settle_nomination(import->change, row->id, err);
	edit_release(&edit);
	record_release(&record);
	return good || tell(import, file, row, -1, err);
}

static bool
settle(struct import *import, struct err *err)
{
	for (size_t f = 0; f < import->file_count; f++) {
		struct import_file *file = &import->files[f];
		for (size_t i = 0; i < file->count; i++)
			if (file->rows[i].late && !write_late(import, file, &file->rows[i], err))
				return false;
	}
	for (size_t f = 0; f < import->file_count; f++) {
		struct import_file *file = &import->files[f];
		for (size_t i = 0; has_rules(file->entity->id) && i < file->count; i++) {
			if (file->rows[i].state == ROW_WRITTEN && !ask_rules(import, file, &file->rows[i], err))
				return false;
			if (!import_step(import, err))
				return false;
		}
	}
	return true;
}

/* ---- all of it ---------------------------------------------------------------------------------------------------------------- */

static bool
first_fault(struct import *import, struct err *err)
{
	if (import->faults == 0)
		return true;
	err_release(err);
	*err = import->first;
	import->first = (struct err){ 0 };
	return false;
}

static bool
parse_all(struct import *import, struct err *err)
{
	for (size_t f = 0; f < import->file_count; f++) {
		const struct import_file *file = &import->files[f];
		for (size_t i = 0; i < file->length; i++)
			import->all += file->bytes[i] == '\n' ? 2 : 0;
	}
	for (size_t f = 0; f < import->file_count; f++)
		if (!import_parse(import, &import->files[f], err))
			return false;
	return true;
}

static bool
write_all(struct import *import, struct err *err)
{
	for (import->at = 0; import->at < import->file_count; import->at++)
		if (!write_file(import, &import->files[import->at], err))
			return false;
	return import->faults > 0 || settle(import, err);
}

static bool
is_trial(const struct import *import)
{
	return import->file_count == 1 && import->files[0].wish.trial;
}

bool
import_files(struct import *import, const char *action, const char *about, struct err *err)
{
	if (!parse_all(import, err))
		return false;
	if (!change_begin(&import->change, import->store, action, about, err))
		return false;
	bool good = write_all(import, err) && first_fault(import, err);
	if (good && !is_trial(import))
		return change_commit(import->change, err);
	change_abandon(import->change);
	return good;
}
