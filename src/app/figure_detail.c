#include "app/figures.h"
#include "app/label.h"
#include "metric_read.h"
#include "questions_read.h"
#include "year.h"
#include <string.h>

static bool
add_figure_of(struct str *out, struct store *store, int64_t subject, const struct figure_column *column, period when,
	enum choice_number kind, int64_t *figure, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, FIGURE, err, ARG_INTEGER(subject), ARG_INTEGER(column->metric), ARG_INTEGER(when),
		    ARG_INTEGER(kind), ARG_INTEGER(ENTITY_FIGURE)))
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

bool
figure_detail(struct str *out, struct store *store, int64_t subject, const struct figure_column *column, period when,
	enum choice_number kind, struct err *err)
{
	struct year_bounds bounds = year_bounds(period_last_year(when));
	int64_t figure = 0, before = 0;
	int last_year = period_first_year(when) - 1;
	struct str ignored = { 0 };
	struct str name = { 0 };
	enum entity_id entity;
	bool done = subject_kind(&entity, store, subject, err) &&
		    label_add(&name, store, entity, subject, LABEL_SHORT, bounds.last_day, err);
	str_add_text(out, column->name);
	str_add_text(out, " · ");
	str_add_text(out, brief_name(str_text(&name)));
	str_add_text(out, " · ");
	str_add_text(out, column->measure);
	str_add_format(out, " · %d: ", last_year);
	done = done && add_figure_of(out, store, subject, column, period_same_part(when, last_year), kind, &before, err) &&
	       add_figure_of(&ignored, store, subject, column, when, kind, &figure, err);
	const char *coverage = strstr(str_text(&ignored), " († ");
	if (coverage)
		str_add_text(out, coverage);
	str_add_text(out, say(SAY(" · nguồn: ", " · source: ")));
	done = done && add_sources(out, store, figure, err);
	str_release(&ignored);
	str_release(&name);
	return done;
}
