/* The parts of a record as rows of a table. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

struct column_place {
	enum part_kind kind;
	int field, width;
	struct words head;
};
struct table_place {
	enum entity_id part;
	struct column_place columns[PARTS_COLUMNS];
};
#define COLUMN(field_, width_, vi, en) \
	{ \
		PART_FIELD, (field_), (width_), WORDS(vi, en) \
	}

/* Widths for the 63 columns inside the frame at 80; the last column takes what is left. */
static const struct table_place tables[] = {
	{ ENTITY_PARTICIPANT,
		{ { PART_WHO, PARTICIPANT_PERSON, 23, WORDS("Họ tên", "Name") },
			{ PART_TITLES, PARTICIPANT_TITLES, 28, WORDS("Chức vụ, đơn vị", "Title, unit") },
			COLUMN(PARTICIPANT_CAPACITY, 0, "Tư cách", "Capacity") } },
	{ ENTITY_MEETING_ITEM, { COLUMN(MEETING_ITEM_TEXT, 50, "", ""), COLUMN(MEETING_ITEM_KIND, 0, "", "") } },
	{ ENTITY_COVENANT_ITEM,
		{ COLUMN(COVENANT_ITEM_TEXT, 44, "Nội dung", "Text"),
			COLUMN(COVENANT_ITEM_METRIC, 0, "Chỉ tiêu", "Metric") } },
	{ ENTITY_COVENANT_PARTY,
		{ COLUMN(COVENANT_PARTY_UNIT, 24, "Đơn vị", "Unit"),
			COLUMN(COVENANT_PARTY_PERSON, 20, "Người ký", "Signatory"),
			COLUMN(COVENANT_PARTY_TITLE, 0, "Chức vụ", "Title") } },
	{ ENTITY_NOMINATION_STEP,
		{ COLUMN(NOMINATION_STEP_DATE, 12, "Ngày", "Date"),
			COLUMN(NOMINATION_STEP_STATE, 12, "Kết quả", "State"),
			COLUMN(NOMINATION_STEP_BODY, 16, "Nơi xét", "Body"),
			COLUMN(NOMINATION_STEP_MEETING, 12, "Hội nghị", "Meeting"),
			COLUMN(NOMINATION_STEP_DOCUMENT, 0, "Văn bản", "Document") } },
	{ ENTITY_CLASS,
		{ COLUMN(CLASS_NAME, 24, "Loại", "Class"), COLUMN(CLASS_SHORT, 16, "Tên gọn", "Short name"),
			COLUMN(CLASS_NAME_EN, 0, "Tên tiếng Anh", "English name") } },
	{ ENTITY_BREAK_METRIC, { COLUMN(BREAK_METRIC_METRIC, 0, "Chỉ tiêu", "Metric") } },
	{ ENTITY_SUCCESSION_SHARE,
		{ COLUMN(SUCCESSION_SHARE_METRIC, 34, "Chỉ tiêu", "Metric"),
			COLUMN(SUCCESSION_SHARE_VALUE, 16, "Phần chuyển", "Share"),
			COLUMN(SUCCESSION_SHARE_PERMILLE, 0, "Phần nghìn", "Permille") } },
	{ ENTITY_SUBMISSION,
		{ COLUMN(SUBMISSION_UNIT, 20, "Đơn vị", "Unit"), COLUMN(SUBMISSION_STATE, 11, "Tình trạng", "State"),
			COLUMN(SUBMISSION_RECEIVED, 12, "Ngày nhận", "Received"),
			COLUMN(SUBMISSION_REMINDED, 12, "Nhắc ngày", "Reminded"),
			COLUMN(SUBMISSION_REASON, 0, "Lý do", "Reason") } },
	{ ENTITY_PHASE,
		{ COLUMN(PHASE_FROM, 12, "Từ", "From"), COLUMN(PHASE_TO, 12, "Đến", "To"),
			COLUMN(PHASE_SHORT, 20, "Tên gọn", "Short name"),
			COLUMN(PHASE_NAME, 0, "Tên đầy đủ", "Full name") } },
};

static enum form_kind
cell_kind(const struct field *field)
{
	switch (field->type) {
	case FIELD_CHOICE:
	case FIELD_BOOL:
	case FIELD_SET:
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
		return FORM_CHOICE;
	default:
		return FORM_TEXT;
	}
}

static void
add_column(struct part_table *table, enum entity_id part, const struct column_place *place)
{
	const struct field *field = &entity_of(part)->fields[place->field];
	int i = table->count++;

	table->of[i].kind = place->kind;
	table->of[i].field = place->field;
	table->columns[i] = (struct form_column){ .head = place->head,
		.width = place->width,
		.kind = cell_kind(field),
		.composes = (field->flags & FIELD_COMPOSES) != 0,
		.limit = field->type == FIELD_TEXT ? (int)field->max : 0,
		.figure = field_is_figure(field) };
}

void
part_table_of(struct part_table *table, enum entity_id part)
{
	table->count = 0;
	for (size_t t = 0; t < ARRAY_COUNT(tables); t++)
		for (int c = 0; tables[t].part == part && c < PARTS_COLUMNS && tables[t].columns[c].head.vi; c++)
			add_column(table, part, &tables[t].columns[c]);
}

/* ---- rows ---- */

struct record *
part_list_insert(struct part_list *list, size_t row)
{
	ARRAY_RESERVE(list->records, list->count, list->capacity);
	if (row > list->count)
		row = list->count;
	memmove(list->records + row + 1, list->records + row, (list->count - row) * sizeof *list->records);
	list->records[row] = record_new(list->entity);
	if (list->entity == ENTITY_MEETING_ITEM)
		record_set_integer(&list->records[row], MEETING_ITEM_KIND, MEETING_ITEM_KIND_AGREEMENT);
	list->count++;
	return &list->records[row];
}

struct record
part_list_take(struct part_list *list, size_t row)
{
	struct record taken = list->records[row];

	list->count--;
	memmove(list->records + row, list->records + row + 1, (list->count - row) * sizeof *list->records);
	return taken;
}

static struct part_list *
list_of(const struct record_form *form, int field)
{
	const struct slot *slot = record_form_slot(form, field);

	return slot && slot->kind == SLOT_TABLE ? &form->sheaves[slot->sheaf].lists[slot->list] : NULL;
}

size_t
record_form_rows(const void *of, int field)
{
	const struct part_list *list = list_of(of, field);

	return list ? list->count : 0;
}

/* The slots of the name in force speak of a row: it moves with the rows before it. */
static void
move_phase(struct record_form *form, enum entity_id part, size_t row, int by)
{
	if (part != ENTITY_PHASE || form->current_phase < (int)row)
		return;
	if (by < 0 && form->current_phase == (int)row)
		form->current_phase = form->current_phase ? form->current_phase - 1 : 0;
	else
		form->current_phase += by;
	for (int i = 0; i < form->slot_count; i++)
		if (form->slots[i].kind == SLOT_FIELD && form->slots[i].list == 0)
			form->slots[i].row = form->current_phase;
}

bool
record_form_insert(void *of, int field, size_t row, struct err *err)
{
	struct record_form *form = of;
	struct part_list *list = list_of(form, field);

	(void)err;
	if (!list)
		return false;
	size_t at = row < list->count ? row : list->count;
	part_list_insert(list, at);
	if (at < list->count - 1)
		move_phase(form, list->entity, at, 1);
	return true;
}

bool
record_form_remove(void *of, int field, size_t row, struct err *err)
{
	struct record_form *form = of;
	struct part_list *list = list_of(form, field);

	if (!list || row >= list->count)
		return false;
	if (list->entity == ENTITY_PHASE && list->count == 1)
		return err_set(
			err, ERR_NOT_ALLOWED, SAY("Phải còn ít nhất một tên.", "At least one name must stay."), NULL);
	move_phase(form, list->entity, row, -1);
	struct record gone = part_list_take(list, row);
	record_release(&gone);
	return true;
}

/* Nothing was typed into it: what it has are presets. */
static bool
is_empty_part(const struct record *part)
{
	for (int i = 0; i < part->entity->field_count; i++) {
		const struct field *field = &part->entity->fields[i];
		if (FIELD_IS_DERIVED(field) || i == part->entity->owner_field || i == part->entity->position_field ||
			i == part->entity->uid_field || (field->flags & FIELD_PRESET) ||
			(part->entity->id == ENTITY_MEETING_ITEM && i == MEETING_ITEM_KIND))
			continue;
		if (record_has(part, i))
			return false;
	}
	return true;
}

void
record_form_drop_empty(struct record_form *form)
{
	for (size_t l = 0; l < form->sheaves[0].list_count; l++) {
		struct part_list *list = &form->sheaves[0].lists[l];
		for (size_t i = list->count; i-- > 0;) {
			if (list->entity == ENTITY_PHASE || !is_empty_part(&list->records[i]))
				continue;
			struct record gone = part_list_take(list, i);
			record_release(&gone);
			move_phase(form, list->entity, i, -1);
		}
	}
}

/* ---- people ---- */

static void
unit_name(struct str *out, struct store *store, const struct record *part)
{
	struct err err = { 0 };

	if (record_has(part, PARTICIPANT_UNIT))
		label_add(out, store, ENTITY_UNIT, record_integer(part, PARTICIPANT_UNIT, 0), LABEL_SHORT, NULL, &err);
	err_release(&err);
}

/* "Trưởng Ban QHLĐ, Tổng LĐLĐ": the titles as printed, then the unit where they do not name it. */
void
parts_show_titles(struct str *out, struct store *store, const struct record *participant)
{
	const char *titles = record_text(participant, PARTICIPANT_TITLES);
	struct str unit = { 0 };

	unit_name(&unit, store, participant);
	str_add_text(out, titles);
	if (unit.length && !strstr(titles, str_text(&unit))) {
		if (*titles)
			str_add_text(out, ", ");
		str_add_text(out, str_text(&unit));
	}
	str_release(&unit);
}

/* The unit is what stands after the last comma, when the book knows exactly one unit of that name. */
static const char *
unit_typed(int64_t *unit, const char *typed, struct store *store)
{
	const char *tail = NULL, *next = typed;
	struct err err = { 0 };
	enum entity_id entity;

	while ((next = strstr(next, ", "))) {
		tail = next;
		next += 2;
	}
	const char *name = tail ? tail + 2 : typed;
	if (!find_one(&entity, unit, store, ENTITY_UNIT, false, name, NULL, &err))
		*unit = 0;
	err_release(&err);
	return *unit ? (tail ? tail : typed) : NULL;
}

bool
parts_take_titles(struct record *participant, const char *typed, struct store *store, struct err *err)
{
	struct str shown = { 0 }, unit = { 0 }, titles = { 0 };
	size_t length = strlen(typed);
	int64_t found;

	(void)err;
	parts_show_titles(&shown, store, participant);
	unit_name(&unit, store, participant);
	if (strcmp(str_text(&shown), typed) == 0)
		goto done;
	if (unit.length && length > unit.length + 2 && strcmp(typed + length - unit.length, str_text(&unit)) == 0 &&
		memcmp(typed + length - unit.length - 2, ", ", 2) == 0) {
		str_add(&titles, typed, length - unit.length - 2);
	} else if (unit.length && strcmp(typed, str_text(&unit)) == 0) {
		str_clear(&titles);
	} else {
		const char *end = unit_typed(&found, typed, store);
		str_add(&titles, typed, end ? (size_t)(end - typed) : length);
		if (end)
			record_set_integer(participant, PARTICIPANT_UNIT, found);
		else if (!unit.length || !strstr(typed, str_text(&unit)))
			record_set_none(participant, PARTICIPANT_UNIT);
	}
	record_set_text(participant, PARTICIPANT_TITLES, str_text(&titles));
done:
	str_release(&shown);
	str_release(&unit);
	str_release(&titles);
	return true;
}

#define KNOWN_REFERENCES 64
/* The post that the person has on the day, else the latest one; the capacity of the last meeting. */
static bool
know_participant(struct record *part, struct store *store, const char *day, struct err *err)
{
	struct reference *references = mem_new(KNOWN_REFERENCES, sizeof *references);
	size_t count;
	bool good = record_references(references, KNOWN_REFERENCES, &count, store, ENTITY_PERSON,
		     record_integer(part, PARTICIPANT_PERSON, 0), err),
	     valid = false;

	for (size_t i = 0; good && i < count; i++) {
		struct record known = { 0 };
		if (references[i].entity != ENTITY_POST && references[i].entity != ENTITY_PARTICIPANT)
			continue;
		good = record_read(&known, store, references[i].entity, references[i].id, err);
		if (good && references[i].entity == ENTITY_POST && !valid) {
			valid = strcmp(record_text(&known, POST_FIRST_DAY), day) <= 0 &&
				strcmp(record_text(&known, POST_LAST_DAY), day) >= 0;
			record_set_text(part, PARTICIPANT_TITLES, record_text(&known, POST_TITLE));
			record_set_integer(part, PARTICIPANT_UNIT, record_integer(&known, POST_UNIT, 0));
		} else if (good && references[i].entity == ENTITY_PARTICIPANT) {
			record_set_integer(part, PARTICIPANT_CAPACITY,
				record_integer(&known, PARTICIPANT_CAPACITY, 1 << PARTICIPANT_CAPACITY_ATTENDING));
			if (!record_has(part, PARTICIPANT_TITLES) && !record_has(part, PARTICIPANT_UNIT)) {
				record_set_text(part, PARTICIPANT_TITLES, record_text(&known, PARTICIPANT_TITLES));
				if (record_has(&known, PARTICIPANT_UNIT))
					record_set_integer(
						part, PARTICIPANT_UNIT, record_integer(&known, PARTICIPANT_UNIT, 0));
			}
		}
		record_release(&known);
	}
	free(references);
	return good;
}

bool
parts_know_person(struct record *part, struct store *store, const char *day, struct err *err)
{
	if (part->entity->id != ENTITY_PARTICIPANT || !record_has(part, PARTICIPANT_PERSON) ||
		record_has(part, PARTICIPANT_TITLES) || record_has(part, PARTICIPANT_UNIT))
		return true;
	return know_participant(part, store, day, err);
}
