#include "app/figures.h"
#include "app/label.h"
#include "app/metric_read.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "model/field.h"
#include "model/fields.h"
#include <string.h>

static bool
add_figure_of(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	int64_t *figure, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, FIGURE, err, ARG_INTEGER(key.subject), ARG_INTEGER(key.metric), ARG_INTEGER(key.when),
		    ARG_INTEGER(key.kind), ARG_INTEGER(ENTITY_FIGURE)))
		return false;
	struct figure_facts facts = { 0 };
	*figure = 0;
	if (rows_next(rows, err)) {
		figure_take(&facts, rows);
		*figure = rows_integer(rows, 0);
	}
	figure_show(out, &facts, &column->facts);
	if (rows_known(rows, 8)) {
		str_add_text(out, " († ");
		str_add_text(out, rows_text(rows, 8));
		str_add_byte(out, ')');
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
add_sources(struct str *out, struct store *store, int64_t figure, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, SOURCES, err, ARG_INTEGER(ENTITY_FIGURE), ARG_INTEGER(figure)))
		return false;
	bool any = false;
	while (rows_next(rows, err)) {
		str_add_text(out, any ? "; " : "");
		str_add_text(out, rows_known(rows, 1) ? rows_text(rows, 1) : rows_text(rows, 0));
		any = true;
	}
	if (!any)
		str_add_text(out, "…");
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* Name of the metric and of whose figure it is. */
static bool
add_whose(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	struct err *err)
{
	struct year_bounds bounds = year_bounds(period_last_year(key.when));
	enum entity_id entity;
	struct str name = { 0 };
	bool done = subject_kind(&entity, store, key.subject, err);
	if (done && entity == ENTITY_CLUSTER)
		str_add_text(&name, say(SAY("Toàn cụm báo cáo", "The cluster's own report")));
	else
		done = done && label_add(&name, store, entity, key.subject, LABEL_SHORT, bounds.last_day, err);
	str_add_text(out, column->name);
	str_add_text(out, " · ");
	str_add_text(out, brief_name(str_text(&name)));
	str_release(&name);
	return done;
}

static bool
add_last_year(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	struct err *err)
{
	int64_t figure;
	int last_year = period_first_year(key.when) - 1;
	key.when = period_same_part(key.when, last_year);
	str_add_format(out, " · %d: ", last_year);
	return add_figure_of(out, store, key, column, &figure, err);
}

bool
figure_detail_brief(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	struct err *err)
{
	return add_whose(out, store, key, column, err) && add_last_year(out, store, key, column, err);
}

bool
figure_detail(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	struct err *err)
{
	int64_t figure = 0;
	struct str own = { 0 };
	bool done = add_whose(out, store, key, column, err);
	str_add_text(out, " · ");
	str_add_text(out, column->measure);
	done = done && add_last_year(out, store, key, column, err) &&
		add_figure_of(&own, store, key, column, &figure, err);
	const char *coverage = strstr(str_text(&own), " († ");
	if (coverage)
		str_add_text(out, coverage);
	str_add_text(out, say(SAY(" · nguồn: ", " · source: ")));
	done = done && add_sources(out, store, figure, err);
	str_release(&own);
	return done;
}

bool
figure_told(struct str *out, struct store *store, int64_t figure, struct err *err)
{
	struct record record = { 0 };
	if (!record_read(&record, store, ENTITY_FIGURE, figure, err))
		return false;
	struct figure_column column = { 0 };
	bool done = figure_column_read(&column, store, record_integer(&record, FIGURE_METRIC, 0), err);
	struct figure_facts facts = figure_facts_of(&record);
	column.facts.money_scale = 0;
	if (done && figure_has_number(&facts))
		quantity_show_long(out, facts.quantity, &column.facts);
	else if (done && facts.words && *facts.words)
		str_add_format(out, "“%s”", facts.words);
	else if (done)
		figure_show(out, &facts, &column.facts);
	if (record_has(&record, FIGURE_COVERAGE_NOTE))
		str_add_format(out, " († %s)", record_text(&record, FIGURE_COVERAGE_NOTE));
	str_add_text(out, say(SAY(" · nguồn: ", " · source: ")));
	done = done && add_sources(out, store, figure, err);
	figure_column_release(&column);
	record_release(&record);
	return done;
}
