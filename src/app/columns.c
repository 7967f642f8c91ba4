#include "app/columns.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

static void
add_column(struct columns *out, enum column_kind kind, int field, const char *head, const char *tail)
{
	struct str text = { 0 };

	str_add_text(&text, head);
	str_add_text(&text, tail);
	if (!columns_find(out, str_text(&text))) {
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct column){ .head = str_take(&text), .kind = kind, .field = field };
	}
	str_release(&text);
}

/* A period in the field "period" is year and part, another one closes_year and closes_part. */
static void
add_period_columns(struct columns *out, const char *code, int field)
{
	struct str prefix = { 0 };

	if (strcmp(code, "period") != 0) {
		str_add_text(&prefix, code);
		str_add_byte(&prefix, '_');
	}
	add_column(out, COLUMN_YEAR, field, str_text(&prefix), "year");
	add_column(out, COLUMN_PART, field, str_text(&prefix), "part");
	str_release(&prefix);
}

/* The column that was added last, in the words of forms. */
static void
call(struct columns *out, struct words label)
{
	if (out->count)
		out->items[out->count - 1].label = label;
}

static void
add_field(struct columns *out, const struct entity *entity, int i)
{
	const struct field *field = &entity->fields[i];

	switch (field->type) {
	case FIELD_KEY:
	case FIELD_PERSON_KEY:
	case FIELD_BARE:
	case FIELD_FIRST_DAY:
	case FIELD_LAST_DAY:
		return;
	case FIELD_SUBJECT:
		add_column(out, COLUMN_KIND, i, field->code, "_kind");
		add_column(out, COLUMN_UID, i, field->code, "_uid");
		add_column(out, COLUMN_NAME, i, field->code, "");
		call(out, field->label);
		return;
	case FIELD_REFERENCE:
	case FIELD_ANY:
		add_column(out, COLUMN_UID, i, field->code, "_uid");
		add_column(out, COLUMN_NAME, i, field->code, "");
		call(out, field->label);
		return;
	case FIELD_PERIOD:
		add_period_columns(out, field->code, i);
		return;
	default:
		add_column(out, COLUMN_VALUE, i, field->code, "");
		call(out, field->label);
	}
}

/* What a person reads of a figure stands in front. */
static void
add_figure_columns(struct columns *out)
{
	add_column(out, COLUMN_KIND, FIGURE_SUBJECT, "subject_kind", "");
	add_column(out, COLUMN_NAME, FIGURE_SUBJECT, "subject", "");
	add_column(out, COLUMN_CLUSTER, -1, "cluster", "");
	add_column(out, COLUMN_NAME, FIGURE_METRIC, "metric", "");
	add_column(out, COLUMN_MEASURE, -1, "unit_of_measure", "");
	add_column(out, COLUMN_YEAR, FIGURE_PERIOD, "year", "");
	add_column(out, COLUMN_PART, FIGURE_PERIOD, "part", "");
	add_column(out, COLUMN_VALUE, FIGURE_KIND, "kind", "");
	add_column(out, COLUMN_VALUE, FIGURE_QUALIFIER, "qualifier", "");
	add_column(out, COLUMN_VALUE, FIGURE_VALUE, "value", "");
	add_column(out, COLUMN_VALUE, FIGURE_WORDS, "words", "");
	add_column(out, COLUMN_VALUE, FIGURE_COVERAGE, "coverage", "");
	add_column(out, COLUMN_SOURCE, -1, "source", "");
}

void
columns_of(struct columns *out, const struct entity *entity)
{
	if (entity->id == ENTITY_FIGURE)
		add_figure_columns(out);
	if (entity->id == ENTITY_SPAN) {
		add_column(out, COLUMN_OWN_YEAR, -1, "year", "");
		add_column(out, COLUMN_OWN_PART, -1, "part", "");
	}
	for (int i = 0; i < entity->field_count; i++)
		add_field(out, entity, i);
}

void
columns_accepted(struct columns *out, const struct entity *entity)
{
	columns_of(out, entity);
	if (entity->id != ENTITY_UNIT && entity->id != ENTITY_CLUSTER)
		return;
	add_column(out, COLUMN_PHASE, COLUMN_PHASE_FIELD(PHASE_NAME), "name", "");
	add_column(out, COLUMN_PHASE, COLUMN_PHASE_FIELD(PHASE_SHORT), "short", "");
	if (entity->id == ENTITY_CLUSTER)
		return;
	add_column(out, COLUMN_PHASE, COLUMN_PHASE_FIELD(PHASE_PARENT), "parent", "");
	add_column(out, COLUMN_PHASE, COLUMN_PHASE_FIELD(PHASE_LEVEL), "level", "");
}

void
columns_release(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		free(columns->items[i].head);
	free(columns->items);
	*columns = (struct columns){ 0 };
}

const struct column *
columns_find(const struct columns *columns, const char *head)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->items[i].head, head) == 0)
			return &columns->items[i];
	return NULL;
}

static bool
is_called(const struct column *column, const char *bare)
{
	struct str vi = { 0 }, en = { 0 };
	text_bare(&vi, column->label.vi ? column->label.vi : "");
	text_bare(&en, column->label.en ? column->label.en : "");
	bool called = *bare && (text_equal(str_text(&vi), bare) || text_equal(str_text(&en), bare));
	str_release(&vi);
	str_release(&en);
	return called;
}

const struct column *
columns_meant(const struct columns *columns, const char *head)
{
	const struct column *named = columns_find(columns, head), *called = NULL;
	struct str bare = { 0 };
	size_t meant = 0;
	text_bare(&bare, head);
	for (size_t i = 0; !named && i < columns->count; i++) {
		if (!is_called(&columns->items[i], str_text(&bare)))
			continue;
		called = &columns->items[i];
		meant++;
	}
	str_release(&bare);
	return named ? named : meant == 1 ? called : NULL;
}

void
columns_list(struct str *out, const struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		str_add_text(out, i ? ", " : "");
		str_add_text(out, columns->items[i].head);
	}
}
