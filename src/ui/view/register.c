#include "ui/view/register.h"
#include "app/figures.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/metric.h"
#include "text/date.h"
#include "text/key.h"
#include "ui/view/record_form.h"
#include "ui/view/record_form_labels.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- the columns ---- */

/* Kinds whose fields in the order of their form would not tell a row from the next.  Width 0: takes what is left. */
struct place {
	int field, width;
};
static const struct {
	enum entity_id entity;
	struct place places[REGISTER_COLUMNS_MOST];
	int count;
} registers[] = {
	{ ENTITY_PERSON, { { PERSON_NAME, 24 }, { REGISTER_TOLD, 0 }, { PERSON_PHONE, 12 } }, 3 },
	{ ENTITY_POST, { { POST_PERSON, 22 }, { POST_TITLE, 0 }, { POST_UNIT, 26 }, { POST_FROM, 9 }, { POST_TO, 9 } },
		5 },
	{ ENTITY_ALIAS, { { ALIAS_TEXT, 0 }, { ALIAS_RECORD, 38 } }, 2 },
	{ ENTITY_MEMBERSHIP,
		{ { MEMBERSHIP_UNIT, 26 }, { MEMBERSHIP_CLUSTER, 0 }, { MEMBERSHIP_FROM, 9 }, { MEMBERSHIP_TO, 9 } },
		4 },
	{ ENTITY_CLUSTER_YEAR,
		{ { CLUSTER_YEAR_WORK_YEAR, 5 }, { CLUSTER_YEAR_CLUSTER, 0 }, { CLUSTER_YEAR_MEMBER_COUNT, 9 },
			{ CLUSTER_YEAR_DEPUTY_COUNT, 10 }, { CLUSTER_YEAR_THEME, 20 } },
		5 },
	{ ENTITY_TERM,
		{ { TERM_WORK_YEAR, 5 }, { TERM_ROLE, 10 }, { TERM_UNIT, 24 }, { TERM_CLUSTER, 0 }, { TERM_HOW, 8 } },
		5 },
	{ ENTITY_CLUSTER_METRIC,
		{ { CLUSTER_METRIC_METRIC, 20 }, { CLUSTER_METRIC_CLUSTER, 0 }, { CLUSTER_METRIC_FROM_YEAR, 6 },
			{ CLUSTER_METRIC_TO_YEAR, 7 }, { CLUSTER_METRIC_MAIN, 5 } },
		5 },
	{ ENTITY_ROUND, { { ROUND_PERIOD, 20 }, { ROUND_CLUSTER, 0 }, { ROUND_DUE, 10 }, { ROUND_TITLE, 16 } }, 4 },
	{ ENTITY_COVENANT,
		{ { COVENANT_PERIOD, 12 }, { COVENANT_CLUSTER, 0 }, { COVENANT_SIGNED, 10 }, { COVENANT_STATE, 10 },
			{ COVENANT_THEME, 20 } },
		5 },
	{ ENTITY_MEETING,
		{ { MEETING_DATE, 10 }, { MEETING_KINDS, 20 }, { MEETING_CLUSTER, 0 }, { MEETING_PLACE, 20 },
			{ MEETING_TITLE, 24 } },
		5 },
	{ ENTITY_NOMINATION,
		{ { NOMINATION_WORK_YEAR, 5 }, { REGISTER_NAME, 0 }, { NOMINATION_STATE, 12 },
			{ NOMINATION_CLUSTER, 20 } },
		4 },
	{ ENTITY_APPRAISAL,
		{ { APPRAISAL_WORK_YEAR, 5 }, { APPRAISAL_UNIT, 0 }, { APPRAISAL_SCORE, 7 }, { APPRAISAL_RANK, 5 },
			{ APPRAISAL_CLASS, 12 }, { APPRAISAL_CLUSTER, 24 } },
		6 },
	{ ENTITY_SUCCESSION,
		{ { SUCCESSION_DATE, 9 }, { SUCCESSION_PREDECESSOR, 24 }, { SUCCESSION_KIND, 10 },
			{ SUCCESSION_SUCCESSOR, 0 } },
		4 },
	{ ENTITY_CITATION,
		{ { CITATION_RECORD, 0 }, { CITATION_FIELD, 12 }, { CITATION_DOCUMENT, 20 }, { CITATION_AGREES, 8 } },
		4 },
	{ ENTITY_FIGURE, { { REGISTER_NAME, 0 }, { REGISTER_VALUE, 20 } }, 2 },
};

static struct words
head_of(enum entity_id entity, int field)
{
	switch (field) {
	case REGISTER_NAME:
		return SAY("Tên", "Name");
	case REGISTER_TOLD:
		return SAY("Chức vụ, đơn vị", "Posts");
	case REGISTER_VALUE:
		return SAY("Số liệu", "Value");
	default:
		return form_label(entity, field);
	}
}

static bool
is_right(const struct field *field)
{
	return field->type == FIELD_AMOUNT || field->type == FIELD_INTEGER || field->type == FIELD_HUNDREDTHS;
}

static void
add_column(struct register_columns *of, int field, int width)
{
	const struct field *described = field < 0 ? NULL : &entity_of(of->entity)->fields[field];
	int n = of->count++;

	of->fields[n] = field;
	of->columns[n] = (struct list_column){ .head = head_of(of->entity, field),
		.width = width,
		.right = described ? is_right(described) : field == REGISTER_VALUE,
		.whole = described && (described->type == FIELD_DATE || described->type == FIELD_PERIOD),
		.leaves = width ? n : 0 };
}

static int
usual_width(const struct field *field)
{
	switch (field->type) {
	case FIELD_DATE:
		return 9;
	case FIELD_YEAR:
	case FIELD_BOOL:
	case FIELD_INTEGER:
		return 6;
	case FIELD_AMOUNT:
		return 16;
	case FIELD_HUNDREDTHS:
		return 8;
	case FIELD_CODE:
	case FIELD_CHOICE:
		return 14;
	default:
		return 20;
	}
}

/* The kind's name, and the fields that its table names for lists. */
static void
add_usual(struct register_columns *of, const struct entity *entity)
{
	int name = entity->subject ? -1 : entity->name_field;

	add_column(of, name < 0 ? REGISTER_NAME : name, 0);
	for (int i = 0; i < entity->field_count && of->count < REGISTER_COLUMNS_MOST; i++) {
		const struct field *field = &entity->fields[i];
		if (i != name && (field->flags & FIELD_IN_LIST) && !FIELD_IS_DERIVED(field))
			add_column(of, i, usual_width(field));
	}
}

void
register_columns_of(struct register_columns *out, enum entity_id entity)
{
	*out = (struct register_columns){ .entity = entity };
	for (size_t i = 0; i < ARRAY_COUNT(registers); i++)
		for (int n = 0; registers[i].entity == entity && n < registers[i].count; n++)
			add_column(out, registers[i].places[n].field, registers[i].places[n].width);
	if (!out->count)
		add_usual(out, entity_of(entity));
}

/* ---- the cells ---- */

/* The value as the grid shows it, and its unit of measure. */
static bool
add_value(struct str *out, struct store *store, const struct record *figure, struct err *err)
{
	struct figure_column column = { 0 };
	struct figure_facts facts = figure_facts_of(figure);

	if (!figure_column_read(&column, store, record_integer(figure, FIGURE_METRIC, 0), err))
		return false;
	if (column.facts.money)
		column.facts.money_scale = money_scale_for(facts.quantity.amount);
	figure_show(out, &facts, &column.facts);
	if (facts.status == FIGURE_STATUS_NUMBER && !strchr(str_text(out), '%'))
		str_add_format(out, " %s",
			column.facts.money ? say(money_scale_words(column.facts.money_scale)) : column.measure);
	figure_column_release(&column);
	return true;
}

/* A field of the record that is cited, by its label. */
static void
add_cited_field(struct str *out, const struct record *citation)
{
	const struct entity *cited = entity_of((enum entity_id)record_integer(citation, CITATION_ENTITY, 0));
	const char *code = record_text(citation, CITATION_FIELD);

	for (int i = 0; cited && *code && i < cited->field_count; i++)
		if (text_equal(cited->fields[i].code, code)) {
			str_add_text(out, say(cited->fields[i].label));
			return;
		}
	str_add_text(out, code);
}

bool
register_cell(struct str *out, const struct register_columns *of, int n, struct store *store,
	const struct record *record, const char *day, struct err *err)
{
	int field = of->fields[n];

	if (field == REGISTER_NAME)
		return label_add_record(out, store, record, LABEL_SHORT, day, err);
	if (field == REGISTER_TOLD)
		return label_detail(out, store, of->entity, record->id, err);
	if (field == REGISTER_VALUE)
		return add_value(out, store, record, err);
	if (of->entity == ENTITY_CITATION && field == CITATION_FIELD)
		add_cited_field(out, record);
	else
		value_show(out, store, record, field);
	if (!out->length && entity_of(of->entity)->fields[field].type == FIELD_DATE)
		str_add_text(out, "…");
	return true;
}

/* ---- the order ---- */

/* The field by which the newest stand first; -1: none. */
static int
newest_by(enum entity_id entity)
{
	static const struct {
		enum entity_id entity;
		int field;
	} of[] = { { ENTITY_DOCUMENT, DOCUMENT_DATE }, { ENTITY_MEETING, MEETING_DATE },
		{ ENTITY_CLUSTER_YEAR, CLUSTER_YEAR_WORK_YEAR }, { ENTITY_TERM, TERM_WORK_YEAR },
		{ ENTITY_ROUND, ROUND_PERIOD }, { ENTITY_COVENANT, COVENANT_PERIOD },
		{ ENTITY_NOMINATION, NOMINATION_WORK_YEAR }, { ENTITY_APPRAISAL, APPRAISAL_WORK_YEAR },
		{ ENTITY_SUCCESSION, SUCCESSION_DATE } };

	for (size_t i = 0; i < ARRAY_COUNT(of); i++)
		if (of[i].entity == entity)
			return of[i].field;
	return -1;
}

/* Turned round, so that the latest has the least key; what is not known stands last. */
static void
add_newest(struct str *key, const struct record *record, int field)
{
	char first[11] = "0000-00-00", last[11];

	if (record->entity->fields[field].type != FIELD_DATE) {
		str_add_format(key, "%020" PRId64, INT64_MAX - record_integer(record, field, 0));
		return;
	}
	if (record_has(record, field))
		date_bounds(record_text(record, field), first, last);
	for (const char *at = first; *at; at++)
		str_add_byte(key, (char)(*at == '-' ? '-' : '9' - *at + '0'));
}

void
register_key(struct str *out, const struct record *record, const char *first_cell)
{
	enum entity_id entity = record->entity->id;
	int newest = newest_by(entity);

	if (newest >= 0)
		add_newest(out, record, newest);
	else if (entity == ENTITY_METRIC)
		str_add_format(out, "%06d", (int)record_integer(record, METRIC_POSITION, 99999));
	text_key(out, first_cell, entity == ENTITY_PERSON ? KEY_PERSON : KEY_WORDS);
}
