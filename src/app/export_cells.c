#include "app/export.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/interval.h"
#include "model/period.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
exporting_release(struct exporting *e)
{
	columns_release(&e->columns);
	for (size_t i = 0; i < e->cache.count; i++)
		free(e->cache.names[i]);
	free(e->cache.names);
	textmap_release(&e->cache.places);
	textmap_release(&e->scales);
	textmap_release(&e->kinds);
	*e = (struct exporting){ 0 };
}

/* ---- names, made once ------------------------------------------------------------------------------------------------------ */

/* The last name of all times unless a day is given: an export does not depend on the day it is made. */
static bool
cached_name(const char **out, struct exporting *e, enum entity_id entity, int64_t id, enum label_form form,
	const char *day, struct err *err)
{
	struct naming how = { .store = e->store, .form = form, .day = day ? day : DAY_LAST, .files = !e->people };
	struct name_cache *cache = &e->cache;
	struct str name = { 0 };
	char key[80];

	snprintf(key, sizeof key, "%d:%lld:%d:%.10s", (int)entity, (long long)id, (int)form, how.day);
	int64_t at = textmap_get(&cache->places, key, 0);
	if (!at) {
		if (!name_id(&name, &how, entity, id, err)) {
			str_release(&name);
			return false;
		}
		ARRAY_RESERVE(cache->names, cache->count, cache->capacity);
		cache->names[cache->count++] = str_take(&name);
		at = (int64_t)cache->count;
		textmap_put(&cache->places, key, at);
	}
	*out = cache->names[at - 1];
	return true;
}

static bool
cached_kind(enum entity_id *out, struct exporting *e, int64_t subject, struct err *err)
{
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)subject);
	int64_t known = textmap_get(&e->kinds, key, -1);
	if (known < 0) {
		if (!subject_kind(out, e->store, subject, err))
			return false;
		known = (int64_t)*out;
		textmap_put(&e->kinds, key, known);
	}
	*out = (enum entity_id)known;
	return true;
}

static bool
cached_decimals(int *out, struct exporting *e, const struct record *record, struct err *err)
{
	int field = entity_field(record->entity, "metric");
	int64_t metric = field >= 0 ? record_integer(record, field, 0) : 0, decimals;
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)metric);
	decimals = textmap_get(&e->scales, key, -1);
	if (decimals < 0) {
		if (!rows_one_integer(&decimals, 0, e->store, EDIT_ASK(METRIC_SCALE), &ARG_INTEGER(metric), 1, err))
			return false;
		textmap_put(&e->scales, key, decimals);
	}
	*out = (int)decimals;
	return true;
}

/* What a field points to; ENTITY_NONE when it is unknown. */
static bool
target_of(enum entity_id *entity, int64_t *id, struct exporting *e, const struct record *record, int field,
	struct err *err)
{
	*entity = ENTITY_NONE;
	*id = record_integer(record, field, 0);
	if (*id && record->entity->fields[field].type == FIELD_SUBJECT)
		return cached_kind(entity, e, *id, err);
	return reference_target(entity, id, e->store, record, field, err);
}

static bool
add_name(struct str *out, struct exporting *e, const struct record *record, int field, enum label_form form,
	const char *day, struct err *err)
{
	enum entity_id entity;
	int64_t id;
	const char *name;

	if (!target_of(&entity, &id, e, record, field, err))
		return false;
	if (!entity)
		return true;
	if (!cached_name(&name, e, entity, id, form, day, err))
		return false;
	str_add_text(out, name);
	return true;
}

/* ---- figures ------------------------------------------------------------------------------------------------------------------ */

/* A cluster's own name, or those of the clusters that a unit was in. */
static bool
add_clusters(struct str *out, struct exporting *e, const struct record *figure, struct err *err)
{
	struct days days = days_about(record_integer(figure, FIGURE_PERIOD, 0));
	int64_t subject = record_integer(figure, FIGURE_SUBJECT, 0);
	enum entity_id kind;
	const char *name;
	struct rows *rows;
	bool good = true;

	if (!cached_kind(&kind, e, subject, err))
		return false;
	if (kind == ENTITY_CLUSTER)
		return add_name(out, e, figure, FIGURE_SUBJECT, LABEL_FULL, days.last, err);
	struct value args[] = { ARG_INTEGER(subject), ARG_TEXT(days.first), ARG_TEXT(days.last) };
	if (!rows_open(&rows, e->store, EDIT_ASK(CLUSTERS_OF_UNIT), args, 3, err))
		return false;
	while (good && rows_next(rows, err)) {
		good = cached_name(&name, e, ENTITY_CLUSTER, rows_integer(rows, 0), LABEL_FULL, days.last, err);
		str_add_text(out, out->length ? "; " : "");
		str_add_text(out, good ? name : "");
	}
	rows_close(rows);
	return good && err->kind == ERR_NONE;
}

static bool
add_measure(struct str *out, struct exporting *e, const struct record *figure, struct err *err)
{
	struct rows *rows;

	if (!rows_open(&rows, e->store, EDIT_ASK(METRIC_MEASURE),
		    &ARG_INTEGER(record_integer(figure, FIGURE_METRIC, 0)), 1, err))
		return false;
	if (rows_next(rows, err))
		str_add_text(out, rows_text(rows, 0));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
add_sources(struct str *out, struct exporting *e, const struct record *figure, struct err *err)
{
	struct rows *rows;

	if (!rows_open(&rows, e->store, EDIT_ASK(SOURCES_OF_FIGURE), &ARG_INTEGER(figure->id), 1, err))
		return false;
	while (rows_next(rows, err)) {
		str_add_text(out, out->length ? "; " : "");
		str_add_text(out, rows_text(rows, 0));
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* ---- cells -------------------------------------------------------------------------------------------------------------------- */

static bool
add_value(struct exported *out, struct exporting *e, const struct record *record, int field, struct err *err)
{
	const struct field *f = &record->entity->fields[field];
	int decimals = 0;

	if (f->type == FIELD_AMOUNT && record_has(record, field) && !cached_decimals(&decimals, e, record, err))
		return false;
	out->number = f->type == FIELD_AMOUNT || f->type == FIELD_HUNDREDTHS || f->type == FIELD_INTEGER ||
		f->type == FIELD_YEAR;
	field_write(f, &record->values[field], decimals, &out->text);
	return true;
}

static bool
add_name_cell(struct exported *out, struct exporting *e, const struct record *record, int field, struct err *err)
{
	bool figure = record->entity->id == ENTITY_FIGURE && (field == FIGURE_SUBJECT || field == FIGURE_METRIC);
	struct days days = figure ? days_about(record_integer(record, FIGURE_PERIOD, 0)) : days_all();

	return add_name(
		&out->text, e, record, field, figure ? LABEL_FULL : LABEL_SHORT, figure ? days.last : NULL, err);
}

static bool
add_kind_cell(struct exported *out, struct exporting *e, const struct record *record, int field, struct err *err)
{
	enum entity_id entity;
	int64_t id;

	if (!target_of(&entity, &id, e, record, field, err))
		return false;
	if (entity)
		str_add_text(&out->text, entity_of(entity)->table);
	return true;
}

static void
add_period_cell(struct exported *out, period p, bool part)
{
	out->number = !part;
	if (!p)
		return;
	if (part)
		period_part(p, &out->text);
	else
		str_add_integer(&out->text, period_first_year(p));
}

bool
exporting_cell(struct exported *out, struct exporting *e, const struct record *record, const struct column *column,
	struct err *err)
{
	switch (column->kind) {
	case COLUMN_VALUE:
		return add_value(out, e, record, column->field, err);
	case COLUMN_UID:
		return add_name(&out->text, e, record, column->field, LABEL_UID, NULL, err);
	case COLUMN_NAME:
		return add_name_cell(out, e, record, column->field, err);
	case COLUMN_KIND:
		return add_kind_cell(out, e, record, column->field, err);
	case COLUMN_YEAR:
	case COLUMN_PART:
		add_period_cell(out, record_integer(record, column->field, 0), column->kind == COLUMN_PART);
		return true;
	case COLUMN_OWN_YEAR:
	case COLUMN_OWN_PART:
		add_period_cell(out, record->id, column->kind == COLUMN_OWN_PART);
		return true;
	case COLUMN_CLUSTER:
		return add_clusters(&out->text, e, record, err);
	case COLUMN_MEASURE:
		return add_measure(&out->text, e, record, err);
	case COLUMN_SOURCE:
		return add_sources(&out->text, e, record, err);
	case COLUMN_PHASE: /* only read in */
		break;
	}
	return true;
}

/* Figures by the uids of subject and metric, period and kind; made of cached names: there may be millions. */
static bool
figure_key(struct str *out, struct exporting *e, const struct record *figure, struct err *err)
{
	if (!add_name(out, e, figure, FIGURE_SUBJECT, LABEL_UID, NULL, err))
		return false;
	str_add_byte(out, '/');
	if (!add_name(out, e, figure, FIGURE_METRIC, LABEL_UID, NULL, err))
		return false;
	str_add_format(out, "/%lld/%lld", (long long)record_integer(figure, FIGURE_PERIOD, 0),
		(long long)record_integer(figure, FIGURE_KIND, 0));
	return true;
}

bool
exporting_key(struct str *out, struct exporting *e, const struct record *record, struct err *err)
{
	if (record->entity->id == ENTITY_FIGURE)
		return figure_key(out, e, record, err);
	return name_key(out, e->store, record, err);
}

const char *
exporting_head(const struct exporting *e, const struct column *column)
{
	static const struct words words[] = {
		[COLUMN_YEAR] = WORDS("Năm", "Year"),
		[COLUMN_PART] = WORDS("Phần", "Part"),
		[COLUMN_CLUSTER] = WORDS("Cụm", "Cluster"),
		[COLUMN_MEASURE] = WORDS("Đơn vị tính", "Unit of measure"),
		[COLUMN_SOURCE] = WORDS("Nguồn", "Source"),
		[COLUMN_OWN_YEAR] = WORDS("Năm", "Year"),
		[COLUMN_OWN_PART] = WORDS("Số", "Number"),
	};

	if (column->kind == COLUMN_VALUE || column->kind == COLUMN_NAME)
		return say(e->entity->fields[column->field].label);
	return say(words[column->kind]);
}
