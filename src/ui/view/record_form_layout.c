/* Which places a form has, in which order: the usual ones first, as drawn for the meeting; parts; the source; the rest
 * below. */
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/view/record_form.h"
#include "ui/view/record_form_labels.h"
#include <stdlib.h>

#define WIDE_FIELD 49
#define BOX_COLUMN 13 /* where form.h puts the [ of a field that begins a row */
#define LINES_SHOWN 3
#define PARTS_SHOWN 5

/* One place of a drawn form; list: -1 the record, else the first (0) or second (1) kind of part. */
struct place {
	enum slot_kind kind;
	int list, field, width, gap, rows;
	struct words label, note;
};
#define FIELD_AT(field_, width_, gap_) \
	{ \
		SLOT_FIELD, -1, (field_), (width_), (gap_), 0, { NULL, NULL }, \
		{ \
			NULL, NULL \
		} \
	}
#define NAME_AT(field_, width_, gap_) \
	{ \
		SLOT_FIELD, 0, (field_), (width_), (gap_), 0, { NULL, NULL }, \
		{ \
			NULL, NULL \
		} \
	}
#define TABLE_AT(list_, rows_, vi, en) \
	{ \
		SLOT_TABLE, (list_), -1, 0, 0, (rows_), WORDS(vi, en), \
		{ \
			NULL, NULL \
		} \
	}
#define OTHER_AT(kind_, field_, width_, gap_, vi, en) \
	{ \
		(kind_), -1, (field_), (width_), (gap_), 0, WORDS(vi, en), \
		{ \
			NULL, NULL \
		} \
	}
#define SOURCE_AT OTHER_AT(SLOT_SOURCE, -1, WIDE_FIELD, 0, "Nguồn", "Source")
#define NAMING_AT \
	OTHER_AT(SLOT_NAMING, -1, 16, 0, "Sửa tên", "Renaming"), OTHER_AT(SLOT_NAMING_DAY, -1, 12, 2, "từ ngày", "from")

static const struct place meeting_places[] = {
	{ SLOT_FIELD, -1, MEETING_KINDS, 25, 0, 0, { NULL, NULL },
		WORDS("chọn: gõ chữ hoặc F4", "choose: type or F4") },
	OTHER_AT(SLOT_YEAR, MEETING_CLOSES, 4, 0, "Về năm", "Of year"),
	OTHER_AT(SLOT_PART, MEETING_CLOSES, 10, 3, "Phần năm", "Part"),
	FIELD_AT(MEETING_DATE, 10, 0),
	FIELD_AT(MEETING_DAYPART, 7, 2),
	FIELD_AT(MEETING_PLACE, WIDE_FIELD, 0),
	OTHER_AT(SLOT_CHAIR, -1, WIDE_FIELD, 0, "Chủ trì", "Chair"),
	TABLE_AT(0, 5, "Thành phần", "People"),
	TABLE_AT(1, 3, "Kết luận", "Conclusions"),
	SOURCE_AT,
};
static const struct place term_places[] = {
	FIELD_AT(TERM_CLUSTER, WIDE_FIELD, 0),
	FIELD_AT(TERM_WORK_YEAR, 4, 0),
	FIELD_AT(TERM_YEAR_BASIS, 10, 3),
	FIELD_AT(TERM_ROLE, 24, 0),
	FIELD_AT(TERM_UNIT, WIDE_FIELD, 0),
	FIELD_AT(TERM_PERSON, WIDE_FIELD, 0),
	FIELD_AT(TERM_HOW, 16, 0),
	FIELD_AT(TERM_MEETING, WIDE_FIELD, 0),
	FIELD_AT(TERM_DOCUMENT, WIDE_FIELD, 0),
	SOURCE_AT,
	FIELD_AT(TERM_FROM, 12, 0),
	FIELD_AT(TERM_TO, 12, 2),
};
static const struct place unit_places[] = {
	NAME_AT(PHASE_NAME, 0, 0),
	NAME_AT(PHASE_SHORT, WIDE_FIELD, 0),
	NAME_AT(PHASE_PARENT, WIDE_FIELD, 0),
	NAME_AT(PHASE_LEVEL, 20, 0),
	NAMING_AT,
	FIELD_AT(UNIT_FROM, 12, 0),
	FIELD_AT(UNIT_TO, 12, 2),
	FIELD_AT(UNIT_FAMILY, 16, 0),
	FIELD_AT(UNIT_SECTOR, 16, 2),
	TABLE_AT(0, PARTS_SHOWN, "Các tên", "Names"),
	SOURCE_AT,
};
static const struct place nomination_places[] = {
	FIELD_AT(NOMINATION_WORK_YEAR, 4, 0),
	FIELD_AT(NOMINATION_AWARD_YEAR, 4, 3),
	FIELD_AT(NOMINATION_UNIT, WIDE_FIELD, 0),
	FIELD_AT(NOMINATION_PERSON, WIDE_FIELD, 0),
	FIELD_AT(NOMINATION_COUNT, 8, 0),
	FIELD_AT(NOMINATION_AWARD, WIDE_FIELD, 0),
	FIELD_AT(NOMINATION_AUTHORITY, WIDE_FIELD, 0),
	FIELD_AT(NOMINATION_STATE, 12, 0),
	FIELD_AT(NOMINATION_GRANTED_AWARD, WIDE_FIELD, 0),
	FIELD_AT(NOMINATION_DECISION, WIDE_FIELD, 0),
	TABLE_AT(0, 4, "Các bước", "Steps"),
	SOURCE_AT,
};
static const struct place figure_places[] = {
	FIELD_AT(FIGURE_SUBJECT, WIDE_FIELD, 0),
	FIELD_AT(FIGURE_METRIC, WIDE_FIELD, 0),
	FIELD_AT(FIGURE_PERIOD, 24, 0),
	FIELD_AT(FIGURE_KIND, 18, 0),
	FIELD_AT(FIGURE_VALUE, 20, 0),
	FIELD_AT(FIGURE_QUALIFIER, 12, 3),
	FIELD_AT(FIGURE_STATUS, 12, 0),
	FIELD_AT(FIGURE_WORDS, 0, 0),
	FIELD_AT(FIGURE_COVERAGE, 12, 0),
	FIELD_AT(FIGURE_COVERAGE_NOTE, 0, 0),
	SOURCE_AT,
};
static const struct place document_places[] = {
	FIELD_AT(DOCUMENT_KIND, 24, 0),
	FIELD_AT(DOCUMENT_TITLE, 0, 0),
	FIELD_AT(DOCUMENT_NUMBER, 32, 0),
	FIELD_AT(DOCUMENT_DATE, 12, 0),
	FIELD_AT(DOCUMENT_PUBLISHED, 12, 3),
	FIELD_AT(DOCUMENT_ISSUER, WIDE_FIELD, 0),
	FIELD_AT(DOCUMENT_ISSUER_TEXT, 0, 0),
	FIELD_AT(DOCUMENT_CLUSTER, WIDE_FIELD, 0),
	FIELD_AT(DOCUMENT_WORK_YEAR, 4, 0),
	FIELD_AT(DOCUMENT_PATH, 0, 0),
};
static const struct place metric_places[] = {
	FIELD_AT(METRIC_NAME, 0, 0),
	FIELD_AT(METRIC_SHORT, 24, 0),
	FIELD_AT(METRIC_CODE, 24, 0),
	FIELD_AT(METRIC_POSITION, 6, 3),
	FIELD_AT(METRIC_GROUP, WIDE_FIELD, 0),
	FIELD_AT(METRIC_MEASURE, 24, 0),
	FIELD_AT(METRIC_DECIMALS, 2, 3),
	FIELD_AT(METRIC_KIND, 24, 0),
	FIELD_AT(METRIC_BETTER, 12, 3),
	FIELD_AT(METRIC_PART_OF, WIDE_FIELD, 0),
	FIELD_AT(METRIC_PART_RULE, 24, 0),
	SOURCE_AT,
};
static const struct place cluster_places[] = {
	NAME_AT(PHASE_NAME, 0, 0),
	NAME_AT(PHASE_SHORT, WIDE_FIELD, 0),
	FIELD_AT(CLUSTER_OWNER, WIDE_FIELD, 0),
	FIELD_AT(CLUSTER_KIND, 8, 0),
	FIELD_AT(CLUSTER_NUMBER, 4, 3),
	FIELD_AT(CLUSTER_ROTATION, 16, 0),
	FIELD_AT(CLUSTER_DEPUTY_SUCCEEDS, 6, 3),
	NAMING_AT,
	FIELD_AT(CLUSTER_FROM, 12, 0),
	FIELD_AT(CLUSTER_TO, 12, 2),
	TABLE_AT(0, PARTS_SHOWN, "Các tên", "Names"),
	SOURCE_AT,
};
#define SHARED_AT(field_, width_, gap_) FIELD_AT(field_, width_, gap_)
#define SECOND_AT(field_, width_) \
	{ \
		SLOT_FIELD, -2, (field_), (width_), 0, 0, { NULL, NULL }, \
		{ \
			NULL, NULL \
		} \
	}
/* Leader and deputy of one year; list -2 is a field of the second record. */
static const struct place pair_places[] = {
	SHARED_AT(TERM_CLUSTER, WIDE_FIELD, 0),
	SHARED_AT(TERM_WORK_YEAR, 4, 0),
	{ SLOT_HEADING, -1, TERM_ROLE, 24, 0, 0, { NULL, NULL }, { NULL, NULL } },
	FIELD_AT(TERM_UNIT, WIDE_FIELD, 0),
	FIELD_AT(TERM_PERSON, WIDE_FIELD, 0),
	{ SLOT_HEADING, -2, TERM_ROLE, 24, 0, 0, { NULL, NULL }, { NULL, NULL } },
	SECOND_AT(TERM_UNIT, WIDE_FIELD),
	SECOND_AT(TERM_PERSON, WIDE_FIELD),
	SHARED_AT(TERM_HOW, 16, 0),
	SHARED_AT(TERM_MEETING, WIDE_FIELD, 0),
	SHARED_AT(TERM_DOCUMENT, WIDE_FIELD, 0),
	SOURCE_AT,
};

/* ---- building ---- */

static int
width_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_DATE:
		return 12;
	case FIELD_YEAR:
		return 4;
	case FIELD_BOOL:
		return 6;
	case FIELD_INTEGER:
		return 8;
	case FIELD_AMOUNT:
	case FIELD_HUNDREDTHS:
		return 20;
	case FIELD_PERIOD:
		return 24;
	case FIELD_CHOICE:
		return 24;
	case FIELD_CODE:
		return 32;
	case FIELD_SET:
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
	case FIELD_ENTITY:
		return WIDE_FIELD;
	default:
		return 0;
	}
}

bool
field_is_figure(const struct field *field)
{
	return field->type == FIELD_DATE || field->type == FIELD_YEAR || field->type == FIELD_INTEGER ||
		field->type == FIELD_PERIOD || field->type == FIELD_AMOUNT || field->type == FIELD_HUNDREDTHS;
}

static enum form_kind
form_kind_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_CHOICE:
	case FIELD_BOOL:
	case FIELD_SET:
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
	case FIELD_ENTITY:
		return FORM_CHOICE;
	case FIELD_LINES:
		return FORM_AREA;
	default:
		return FORM_TEXT;
	}
}

static struct form_field *
add_slot(struct record_form *form, struct slot slot)
{
	if (form->slot_count == form->slot_capacity) {
		form->slot_capacity += 32;
		form->slots = mem_resize(form->slots, (size_t)form->slot_capacity, sizeof *form->slots);
		form->fields = mem_resize(form->fields, (size_t)form->slot_capacity, sizeof *form->fields);
	}
	form->slots[form->slot_count] = slot;
	form->fields[form->slot_count] = (struct form_field){ 0 };
	return &form->fields[form->slot_count++];
}

static void
add_field(struct record_form *form, struct slot slot, enum entity_id entity, int width, int gap)
{
	const struct field *field = &entity_of(entity)->fields[slot.field];
	struct form_field *out = add_slot(form, slot);

	out->label = form_label(entity, slot.field);
	out->full = form_label_whole(entity, slot.field);
	out->kind = form_kind_of(field);
	out->width = width;
	out->gap = gap;
	out->rows = field->type == FIELD_LINES ? LINES_SHOWN : 0;
	out->composes = (field->flags & FIELD_COMPOSES) != 0;
	out->required = (field->flags & FIELD_REQUIRED) != 0;
	out->read_only = (field->flags & FIELD_READ_ONLY) != 0;
	out->replaces = field_is_figure(field);
	if (field->type == FIELD_TEXT)
		out->limit = (int)field->max;
}

static void
add_table(struct record_form *form, int list, int rows, struct words label)
{
	struct form_field *out = add_slot(form, (struct slot){ SLOT_TABLE, 0, list, 0, -1, false });
	enum entity_id part = form->sheaves[0].lists[list].entity;

	part_table_of(&form->tables[list], part);
	out->label = label;
	out->kind = FORM_TABLE;
	out->rows = rows;
	out->columns = form->tables[list].columns;
	out->column_count = form->tables[list].count;
	out->numbered =
		entity_of(part)->position_field >= 0 && part != ENTITY_PARTICIPANT && part != ENTITY_NOMINATION_STEP;
	out->counted = part == ENTITY_PARTICIPANT ? SAY("người", "people")
		: part == ENTITY_MEETING_ITEM     ? SAY("nội dung", "items")
		: part == ENTITY_PHASE            ? SAY("tên", "names")
						  : SAY("dòng", "rows");
}

static void
add_source(struct record_form *form, struct words label, int width)
{
	struct form_field *out = add_slot(form, (struct slot){ SLOT_SOURCE, 0, -1, 0, -1, false });

	out->label = label;
	out->kind = FORM_CHOICE;
	out->width = width;
}

static void
add_other(struct record_form *form, const struct place *place)
{
	int sheaf = place->list == -2 ? 1 : 0;
	struct form_field *out = add_slot(form, (struct slot){ place->kind, sheaf, -1, 0, place->field, false });

	out->label = place->label;
	out->note = place->note;
	out->width = place->width;
	out->gap = place->gap;
	out->kind = place->kind == SLOT_PART || place->kind == SLOT_NAMING || place->kind == SLOT_CHAIR ? FORM_CHOICE
		: place->kind == SLOT_HEADING                                                           ? FORM_SHOWN
													: FORM_TEXT;
	out->replaces = place->kind == SLOT_YEAR || place->kind == SLOT_NAMING_DAY;
	if (place->kind == SLOT_HEADING)
		out->label = SAY("Vai trò", "Role");
}

static void
add_place(struct record_form *form, const struct place *place)
{
	struct sheaf *sheaf = &form->sheaves[0];

	switch (place->kind) {
	case SLOT_FIELD:
		if (place->list >= 0)
			add_field(form,
				(struct slot){ SLOT_FIELD, 0, place->list, form->current_phase, place->field, false },
				sheaf->lists[place->list].entity, place->width, place->gap);
		else
			add_field(form,
				(struct slot){ SLOT_FIELD, place->list == -2 ? 1 : 0, -1, 0, place->field, false },
				form->entity, place->width, place->gap);
		if (place->note.vi)
			form->fields[form->slot_count - 1].note = place->note;
		break;
	case SLOT_TABLE:
		if (form->fresh && sheaf->lists[place->list].entity == ENTITY_PHASE)
			break; /* a new unit has the one name above */
		add_table(form, place->list, place->rows, place->label);
		break;
	case SLOT_SOURCE:
		add_source(form, place->label, place->width);
		break;
	case SLOT_NAMING:
	case SLOT_NAMING_DAY:
		if (form->fresh)
			break;
		/* fall through */
	default:
		add_other(form, place);
	}
}

static const struct place *
places_of(const struct record_form *form, size_t *count)
{
#define PLACES(name) (*count = ARRAY_COUNT(name##_places), name##_places)
	if (form->pair)
		return PLACES(pair);
	switch (form->entity) {
	case ENTITY_MEETING:
		return PLACES(meeting);
	case ENTITY_TERM:
		return PLACES(term);
	case ENTITY_UNIT:
		return PLACES(unit);
	case ENTITY_CLUSTER:
		return PLACES(cluster);
	case ENTITY_NOMINATION:
		return PLACES(nomination);
	case ENTITY_FIGURE:
		return PLACES(figure);
	case ENTITY_DOCUMENT:
		return PLACES(document);
	case ENTITY_METRIC:
		return PLACES(metric);
	default:
		*count = 0;
		return NULL;
	}
#undef PLACES
}

/* Fields that a form never shows, or that are there already. */
static bool
is_laid(const struct record_form *form, int field)
{
	const struct entity *entity = entity_of(form->entity);

	if (FIELD_IS_DERIVED(&entity->fields[field]) || field == entity->uid_field || field == entity->position_field ||
		(entity->owner && field == entity->owner_field))
		return true;
	for (int i = 0; i < form->slot_count; i++)
		if (form->slots[i].list == -1 && form->slots[i].field == field)
			return true;
	return false;
}

#define SHORT_FIELD 12
#define SECOND_BOX 42
/* Two short fields that follow each other share a row, the second ones under each other. */
static void
pair_short(struct record_form *form, int from)
{
	bool open = false;

	for (int i = from; i < form->slot_count; i++) {
		struct form_field *field = &form->fields[i];
		bool is_short = (field->kind == FORM_TEXT || field->kind == FORM_CHOICE) && field->width > 0 &&
			field->width <= SHORT_FIELD;
		int gap = open
			? SECOND_BOX - (BOX_COLUMN + form->fields[i - 1].width + 2) - text_width(say(field->label)) - 1
			: 0;
		if (is_short && gap > 0)
			field->gap = gap;
		open = is_short && gap <= 0;
	}
}

static void
add_rest(struct record_form *form, bool rare)
{
	const struct entity *entity = entity_of(form->entity);
	int from = form->slot_count;

	for (int i = 0; i < entity->field_count; i++) {
		if (is_laid(form, i) || entity->fields[i].type == FIELD_LINES)
			continue;
		add_field(form, (struct slot){ SLOT_FIELD, 0, -1, 0, i, rare }, form->entity,
			width_of(&entity->fields[i]), 0);
	}
	pair_short(form, from);
}

static void
add_notes(struct record_form *form, bool rare)
{
	const struct entity *entity = entity_of(form->entity);

	for (int i = 0; i < entity->field_count; i++)
		if (!is_laid(form, i))
			add_field(form, (struct slot){ SLOT_FIELD, 0, -1, 0, i, rare }, form->entity, 0, 0);
}

/* Of kinds without a drawing: the fields in the order of the tables, the parts, the source, the note. */
static void
lay_generic(struct record_form *form)
{
	add_rest(form, false);
	for (size_t i = 0; i < form->sheaves[0].list_count && i < TABLES; i++)
		add_table(form, (int)i, PARTS_SHOWN, entity_of(form->sheaves[0].lists[i].entity)->many);
	if (form->entity != ENTITY_CITATION && form->entity != ENTITY_DOCUMENT && form->entity != ENTITY_ALIAS &&
		form->entity != ENTITY_ACCOUNT && form->entity != ENTITY_BOOK)
		add_source(form, SAY("Nguồn", "Source"), WIDE_FIELD);
}

/* A table's label has eleven columns too. */
static void
shorten_table_labels(struct record_form *form)
{
	static const struct {
		enum entity_id part;
		struct words label;
	} labels[] = {
		{ ENTITY_SUCCESSION_SHARE, WORDS("Phần chuyển", "Shares") },
		{ ENTITY_CLASS, WORDS("Các loại", "Classes") },
		{ ENTITY_BREAK_METRIC, WORDS("Chỉ tiêu", "Metrics") },
		{ ENTITY_SUBMISSION, WORDS("Nộp báo cáo", "Handed in") },
		{ ENTITY_COVENANT_ITEM, WORDS("Nội dung", "Items") },
		{ ENTITY_COVENANT_PARTY, WORDS("Bên ký", "Parties") },
		{ ENTITY_NOMINATION_STEP, WORDS("Các bước", "Steps") },
	};
	for (int i = 0; i < form->slot_count; i++)
		for (size_t l = 0; form->slots[i].kind == SLOT_TABLE && l < ARRAY_COUNT(labels); l++)
			if (form->sheaves[0].lists[form->slots[i].list].entity == labels[l].part)
				form->fields[i].label = labels[l].label;
}

/* Whose it is comes first where the place that the form was opened from does not say it: nothing is saved without. */
static void
add_cluster(struct record_form *form)
{
	int field = form->entity == ENTITY_MEETING  ? MEETING_CLUSTER
		: form->entity == ENTITY_NOMINATION ? NOMINATION_CLUSTER
						    : -1;

	if (field >= 0 && form->fresh && !record_has(&form->sheaves[0].record, field))
		add_field(form, (struct slot){ SLOT_FIELD, 0, -1, 0, field, false }, form->entity, WIDE_FIELD, 0);
}

void
record_form_lay_out(struct record_form *form)
{
	size_t count;
	const struct place *places = places_of(form, &count);

	form->slot_count = 0;
	add_cluster(form);
	for (size_t i = 0; places && i < count; i++)
		add_place(form, &places[i]);
	if (!count)
		lay_generic(form);
	if (!form->pair) {
		add_rest(form, true);
		add_notes(form, count > 0);
	}
	shorten_table_labels(form);
}

/* ---- finding ---- */

struct slot *
record_form_slot(const struct record_form *form, int field)
{
	return field >= 0 && field < form->slot_count ? &form->slots[field] : NULL;
}

struct record *
record_form_record(const struct record_form *form, struct form_at at)
{
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return NULL;
	const struct sheaf *sheaf = &form->sheaves[slot->sheaf];
	if (slot->list < 0)
		return (struct record *)&sheaf->record;
	const struct part_list *list = &sheaf->lists[slot->list];
	size_t row = slot->kind == SLOT_TABLE ? at.row : (size_t)slot->row;
	return row < list->count ? &list->records[row] : NULL;
}

int
record_form_field(const struct record_form *form, struct form_at at)
{
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot)
		return -1;
	if (slot->kind != SLOT_TABLE)
		return slot->field;
	const struct part_table *table = &form->tables[slot->list];
	return at.column >= 0 && at.column < table->count ? table->of[at.column].field : -1;
}

int
record_form_place_of(const struct record_form *form, int sheaf, int list, int field)
{
	for (int i = 0; i < form->slot_count; i++) {
		const struct slot *slot = &form->slots[i];
		if (slot->sheaf != sheaf || slot->list != list)
			continue;
		if (slot->kind == SLOT_TABLE || slot->field == field)
			return i;
	}
	return -1;
}
