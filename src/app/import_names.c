/* Units and clusters named in their own file, as a clerk writes them: the name becomes the first phase of a new record, and a known
 * name means the record that bears it. */
#include "app/edit_steps.h"
#include "app/find.h"
#include "app/import.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/width.h"
#include <stdlib.h>

#define SHORT_COLUMNS 24 /* records.md "phase.short" */

static const char *
cell_of(const struct import_file *file, const struct import_row *row, int field)
{
	for (size_t i = 0; i < file->columns.count; i++)
		if (file->columns.items[i].kind == COLUMN_PHASE &&
			file->columns.items[i].field == COLUMN_PHASE_FIELD(field))
			return row->cells[i];
	return "";
}

/* Records that bear the name to the letter. */
static bool
bearers(int64_t *id, size_t *count, struct import *import, enum entity_id entity, const char *name, struct err *err)
{
	struct hits hits = { 0 };
	bool good = find_hits(&hits, import->store, entity, false, true, name, NULL, err);

	*count = 0;
	for (size_t i = 0; good && i < hits.count; i++)
		if (hits.items[i].rank == RANK_SAME && ++*count == 1)
			*id = hits.items[i].id;
	hits_release(&hits);
	return good;
}

bool
import_by_name(int64_t *id, struct import *import, const struct import_file *file, const struct import_row *row,
	struct err *err)
{
	const char *name = cell_of(file, row, PHASE_NAME);
	size_t count;
	int64_t found = 0;

	if (*id || !*name)
		return true;
	if (!bearers(&found, &count, import, file->entity->id, name, err))
		return false;
	if (count > 1)
		return err_set(err, ERR_AMBIGUOUS,
			SAY("sổ có nhiều {1} tên “{2}”; hãy nêu mã ở cột uid.",
				"the book has more than one {1} “{2}”; please give its uid."),
			say(file->entity->one), name, NULL);
	*id = found;
	return true;
}

static bool
fill_phase(struct record *phase, struct import *import, const struct import_file *file, const struct import_row *row,
	struct err *err)
{
	const char *name = cell_of(file, row, PHASE_NAME), *brief = cell_of(file, row, PHASE_SHORT);
	const char *level = cell_of(file, row, PHASE_LEVEL), *parent = cell_of(file, row, PHASE_PARENT);
	enum entity_id unit;
	int64_t above;

	if (!*brief && text_width(name) > SHORT_COLUMNS)
		return err_set(err, ERR_INVALID,
			SAY("tên “{1}” dài hơn 24 cột; hãy ghi thêm tên gọn ở cột short.",
				"the name “{1}” is wider than 24 columns; please give a short one in the column short."),
			name, NULL);
	record_set_text(phase, PHASE_NAME, name);
	record_set_text(phase, PHASE_SHORT, *brief ? brief : name);
	if (*level && !field_read(&phase->entity->fields[PHASE_LEVEL], level, 0, &phase->values[PHASE_LEVEL], err))
		return false;
	if (!*parent)
		return true;
	if (!find_in_file(&unit, &above, import->store, ENTITY_UNIT, false, parent, NULL, err))
		return false;
	record_set_integer(phase, PHASE_PARENT, above);
	return true;
}

static bool
refuse_rename(const struct import_file *file, const char *name, struct err *err)
{
	return err_set(err, ERR_NOT_ALLOWED,
		SAY("{1} này trong sổ không có tên “{2}”; đổi tên bằng tệp phase, nêu rõ từ ngày nào.",
			"this {1} is not called “{2}” in the book; please rename it by a file phase that says from when."),
		say(file->entity->one), name, NULL);
}

bool
import_name(struct import *import, const struct import_file *file, const struct import_row *row, bool fresh,
	struct err *err)
{
	const char *name = cell_of(file, row, PHASE_NAME);
	struct record phase = record_new(ENTITY_PHASE);
	int64_t bearer = 0;
	size_t count = 0;
	bool good = true;

	if (*name && fresh) {
		record_set_integer(&phase, PHASE_SUBJECT, row->id);
		good = fill_phase(&phase, import, file, row, err) &&
			edit_put_as(import->change, &phase, EDIT_IMPORT, NULL, err);
		err->field = 0;
	} else if (*name) {
		good = bearers(&bearer, &count, import, file->entity->id, name, err) &&
			((count == 1 && bearer == row->id) || count > 1 || refuse_rename(file, name, err));
	}
	record_release(&phase);
	return good;
}

bool
import_check_named(const struct import_file *file, const struct import_row *row, struct err *err)
{
	if (*cell_of(file, row, PHASE_NAME) || columns_find(&file->columns, "uid"))
		return true;
	return err_set(err, ERR_INVALID,
		SAY("{1} mới chưa có tên; hãy thêm cột name và short (hoặc cột uid rồi đặt tên bằng tệp phase).",
			"a new {1} has no name; please add the columns name and short (or a column uid, and name it by a file phase)."),
		say(file->entity->one), NULL);
}
