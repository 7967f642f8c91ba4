/* Metrics, the sets of clusters, and figures against their wholes. */
#include "app/edit_rules.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/entry.h"
#include "model/metric.h"
#include "model/parts.h"
#include "model/quantity.h"
#include <stdlib.h>

/* ---- metrics ---------------------------------------------------------------------------------------------------------- */

struct metrics {
	struct record *records;
	struct metric_facts *facts;
	size_t count, capacity;
};

static void
metrics_release(struct metrics *metrics)
{
	for (size_t i = 0; i < metrics->count; i++)
		record_release(&metrics->records[i]);
	free(metrics->records);
	free(metrics->facts);
	*metrics = (struct metrics){ 0 };
}

/* The metrics whose ids a question gives. */
static bool
load_metrics(struct metrics *out, struct store *store, const struct question *question, int64_t id, struct err *err)
{
	struct rows *rows;
	bool good = true;

	if (!rows_open(&rows, store, question, &ARG_INTEGER(id), 1, err))
		return false;
	while (good && rows_next(rows, err)) {
		ARRAY_RESERVE(out->records, out->count, out->capacity);
		out->records[out->count] = (struct record){ 0 };
		good = record_read(&out->records[out->count], store, ENTITY_METRIC, rows_integer(rows, 0), err);
		out->count += good;
	}
	rows_close(rows);
	out->facts = mem_new(out->count ? out->count : 1, sizeof *out->facts);
	for (size_t i = 0; i < out->count; i++)
		out->facts[i] = metric_facts_of(&out->records[i]);
	return good && err->kind == ERR_NONE;
}

static bool
has_amounts(bool *out, struct store *store, int64_t metric, struct err *err)
{
	int64_t figures, shares;

	if (!rows_one_integer(&figures, 0, store, EDIT_ASK(HAS_FIGURES), &ARG_INTEGER(metric), 1, err) ||
		!rows_one_integer(&shares, 0, store, EDIT_ASK(HAS_SHARES), &ARG_INTEGER(metric), 1, err))
		return false;
	*out = figures || shares;
	return true;
}

bool
check_decimals(struct edit *edit, struct err *err)
{
	bool any;

	if (edit->record->entity->id != ENTITY_METRIC || !edit->old.entity || edit->way == EDIT_UNDO ||
		record_integer(edit->record, METRIC_DECIMALS, 0) >= record_integer(&edit->old, METRIC_DECIMALS, 0))
		return true;
	if (!has_amounts(&any, edit->store, edit->record->id, err))
		return false;
	return !any ||
		err_set_field(err, METRIC_DECIMALS,
			SAY("Chỉ tiêu đã có số liệu thì số lẻ chỉ tăng được, không giảm.",
				"A metric that has figures may get more decimals, never fewer."),
			NULL);
}

bool
rules_of_metric(struct edit *edit, struct err *err)
{
	struct metrics chain = { 0 };
	struct metric_facts facts = metric_facts_of(edit->record);
	bool good = true;

	if (facts.part_of)
		good = load_metrics(&chain, edit->store, EDIT_ASK(METRIC_CHAIN), facts.part_of, err) &&
			part_check(&facts, chain.facts, chain.count, err);
	metrics_release(&chain);
	return good;
}

/* Amounts of a kind of record in the new scale. */
static bool
rescale_records(struct edit *edit, const struct question *question, enum entity_id entity, int field, int from, int to,
	struct err *err)
{
	int64_t *ids;
	size_t count;
	bool good = rows_all_integers(&ids, &count, edit->store, question, &ARG_INTEGER(edit->record->id), 1, err);

	for (size_t i = 0; good && i < count; i++) {
		struct record record = { 0 };
		int64_t amount = 0;
		good = record_read(&record, edit->store, entity, ids[i], err);
		if (good && record_has(&record, field)) {
			good = quantity_rescale(&amount, record_integer(&record, field, 0), from, to, err);
			if (good) {
				record_set_integer(&record, field, amount);
				good = change_write(edit->change, &record, err);
			}
		}
		record_release(&record);
	}
	free(ids);
	return good;
}

bool
rescale_metric(struct edit *edit, int from, int to, struct err *err)
{
	if (rescale_records(edit, EDIT_ASK(FIGURES_OF_METRIC), ENTITY_FIGURE, FIGURE_VALUE, from, to, err) &&
		rescale_records(edit, EDIT_ASK(SHARES_OF_METRIC), ENTITY_SUCCESSION_SHARE, SUCCESSION_SHARE_VALUE, from,
			to, err))
		return true;
	if (err->kind == ERR_INVALID)
		err->field = METRIC_DECIMALS + 1;
	return false;
}

bool
rules_of_cluster_metric(struct edit *edit, struct err *err)
{
	const struct record *r = edit->record;
	struct {
		struct asked_metric *items;
		size_t count, capacity;
	} asked = { 0 };
	struct rows *rows;

	if (!record_integer(r, CLUSTER_METRIC_MAIN, 0))
		return true;
	if (!rows_open(&rows, edit->store, EDIT_ASK(MAIN_METRICS),
		    &ARG_INTEGER(record_integer(r, CLUSTER_METRIC_CLUSTER, 0)), 1, err))
		return false;
	while (rows_next(rows, err)) {
		if (rows_integer(rows, 0) == r->id)
			continue;
		ARRAY_RESERVE(asked.items, asked.count, asked.capacity);
		asked.items[asked.count++] = (struct asked_metric){ .id = rows_integer(rows, 0),
			.metric = rows_integer(rows, 1),
			.from_year = (int)rows_integer(rows, 2),
			.to_year = (int)rows_integer(rows, 3),
			.main = rows_integer(rows, 4) != 0 };
	}
	rows_close(rows);
	ARRAY_RESERVE(asked.items, asked.count, asked.capacity);
	asked.items[asked.count++] = (struct asked_metric){ .id = r->id,
		.metric = record_integer(r, CLUSTER_METRIC_METRIC, 0),
		.from_year = (int)record_integer(r, CLUSTER_METRIC_FROM_YEAR, 0),
		.to_year = (int)record_integer(r, CLUSTER_METRIC_TO_YEAR, 0),
		.main = true };
	bool good = err->kind == ERR_NONE && main_check(asked.items, asked.count, err);
	free(asked.items);
	return good;
}

/* ---- figures ---------------------------------------------------------------------------------------------------------- */

/* The figure of another metric beside this one: same subject, period and kind; unknown when there is none. */
static bool
figure_beside(struct part_figure *out, struct record *keep, struct edit *edit, const struct metric_facts *metric,
	struct err *err)
{
	const struct record *r = edit->record;
	struct value args[] = { ARG_INTEGER(record_integer(r, FIGURE_SUBJECT, 0)), ARG_INTEGER(metric->id),
		ARG_INTEGER(record_integer(r, FIGURE_PERIOD, 0)), ARG_INTEGER(record_integer(r, FIGURE_KIND, 0)) };
	int64_t id;

	*out = (struct part_figure){ .metric = metric };
	if (metric->id == record_integer(r, FIGURE_METRIC, 0)) {
		out->figure = figure_facts_of(r);
		return true;
	}
	if (!rows_one_integer(&id, 0, edit->store, EDIT_ASK(FIGURE_AT), args, 4, err))
		return false;
	if (id && !record_read(keep, edit->store, ENTITY_FIGURE, id, err))
		return false;
	out->figure = figure_facts_of(id ? keep : NULL);
	return true;
}

/* One notice when the parts of a whole breach it. */
static bool
warn_of_breach(struct edit *edit, const struct metric_facts *whole, const struct metrics *parts, struct err *err)
{
	struct part_figure whole_figure, *figures = mem_new(parts->count + 1, sizeof *figures);
	struct record *keep = mem_new(parts->count + 1, sizeof *keep);
	struct breach breach = { 0 };
	bool good = figure_beside(&whole_figure, &keep[parts->count], edit, whole, err);

	for (size_t i = 0; good && i < parts->count; i++)
		good = figure_beside(&figures[i], &keep[i], edit, &parts->facts[i], err);
	good = good && breach_of(&breach, &whole_figure, figures, parts->count, err);
	if (good && breach.kind != BREACH_NONE) {
		struct str sentence = { 0 };
		breach_say(&sentence, &breach, &whole_figure, figures, parts->count);
		notices_add(edit->notices, str_take(&sentence));
	}
	for (size_t i = 0; i <= parts->count; i++)
		record_release(&keep[i]);
	free(keep);
	free(figures);
	return good;
}

static bool
warn_under(struct edit *edit, const struct record *whole, struct err *err)
{
	struct metrics parts = { 0 };
	struct metric_facts facts = metric_facts_of(whole);
	bool good = load_metrics(&parts, edit->store, EDIT_ASK(METRIC_PARTS), whole->id, err) &&
		(parts.count == 0 || warn_of_breach(edit, &facts, &parts, err));

	metrics_release(&parts);
	return good;
}

bool
rules_of_figure(struct edit *edit, struct err *err)
{
	const struct record *r = edit->record;
	struct record metric = { 0 }, whole = { 0 };
	period p = record_integer(r, FIGURE_PERIOD, 0);

	if (!edit->notices)
		return true;
	struct days days = days_about(p);
	if (!warn_of_life(edit, record_integer(r, FIGURE_SUBJECT, 0), &days, err) ||
		!record_read(&metric, edit->store, ENTITY_METRIC, record_integer(r, FIGURE_METRIC, 0), err))
		return false;
	bool good = warn_under(edit, &metric, err);
	int64_t above = record_integer(&metric, METRIC_PART_OF, 0);
	if (good && above)
		good = record_read(&whole, edit->store, ENTITY_METRIC, above, err) && warn_under(edit, &whole, err);
	record_release(&metric);
	record_release(&whole);
	return good;
}
