/* What tells a record from others of its name. */
#include "app/find.h"
#include "app/label.h"
#include "app/questions_edit.h"
#include "app/year.h"
#include "model/fields.h"
#include "text/date.h"
#include <stdlib.h>

static void
add_life(struct str *out, const struct record *record, int from, int to)
{
	if (!record_has(record, from) && !record_has(record, to))
		return;
	str_add_text(out, out->length ? ", " : "");
	if (!record_has(record, to)) {
		str_add_text(out, say(SAY("từ ", "from ")));
		date_show(out, record_text(record, from));
		return;
	}
	char *life = life_shown(record_text(record, from), record_text(record, to));
	str_add_text(out, life);
	free(life);
}

static bool
add_posts(struct str *out, struct store *store, int64_t person, struct err *err)
{
	struct rows *rows;
	bool good = true;

	if (!rows_open(&rows, store, EDIT_ASK(POSTS_OF), &ARG_INTEGER(person), 1, err))
		return false;
	while (good && rows_next(rows, err)) {
		str_add_text(out, out->length ? "; " : "");
		str_add_text(out, rows_text(rows, 0));
		str_add_byte(out, ' ');
		good = label_add(out, store, ENTITY_UNIT, rows_integer(rows, 1), LABEL_SHORT, NULL, err);
	}
	rows_close(rows);
	return good && err->kind == ERR_NONE;
}

static bool
detail_of_unit(struct str *out, struct store *store, const struct record *unit, struct err *err)
{
	struct rows *rows;
	int64_t parent = 0;

	if (!rows_open(&rows, store, EDIT_ASK(LAST_PARENT), &ARG_INTEGER(unit->id), 1, err))
		return false;
	if (rows_next(rows, err))
		parent = rows_integer(rows, 0);
	rows_close(rows);
	if (err->kind != ERR_NONE)
		return false;
	/* Where room is short the dates stay: namesakes have the same parent. */
	add_life(out, unit, UNIT_FROM, UNIT_TO);
	if (parent && out->length)
		str_add_text(out, " · ");
	return !parent || label_add(out, store, ENTITY_UNIT, parent, LABEL_SHORT, NULL, err);
}

static bool
detail_of(struct str *out, struct store *store, const struct record *record, struct err *err)
{
	switch (record->entity->id) {
	case ENTITY_UNIT:
		return detail_of_unit(out, store, record, err);
	case ENTITY_CLUSTER:
		if (!label_add(
			    out, store, ENTITY_UNIT, record_integer(record, CLUSTER_OWNER, 0), LABEL_SHORT, NULL, err))
			return false;
		add_life(out, record, CLUSTER_FROM, CLUSTER_TO);
		return true;
	case ENTITY_PERSON:
		return add_posts(out, store, record->id, err);
	case ENTITY_METRIC:
		str_add_text(out, record_text(record, METRIC_MEASURE));
		return true;
	case ENTITY_DOCUMENT:
		str_add_text(out, record_text(record, DOCUMENT_NUMBER));
		if (record_has(record, DOCUMENT_DATE)) {
			str_add_text(out, out->length ? ", " : "");
			date_show(out, record_text(record, DOCUMENT_DATE));
		}
		return true;
	case ENTITY_MEETING:
		date_show(out, record_text(record, MEETING_DATE));
		return true;
	case ENTITY_ROLE:
		str_add_text(out, record_text(record, ROLE_CODE));
		return true;
	default:
		return true;
	}
}

bool
search_detail(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	struct record record = { 0 };

	if (!record_read(&record, store, entity, id, err))
		return false;
	bool good = detail_of(out, store, &record, err);
	record_release(&record);
	return good;
}
