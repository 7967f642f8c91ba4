/* What was typed into a cell becomes a figure: one change through the rules. */
#include "app/figures.h"
#include "app/label.h"
#include "app/metric_read.h"
#include "app/questions_cluster.h"
#include "app/questions_edit.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include "model/fields.h"
#include <stdlib.h>

bool
figure_find(int64_t *id, struct store *store, struct figure_key key, struct err *err)
{
	struct value args[] = { ARG_INTEGER(key.subject), ARG_INTEGER(key.metric), ARG_INTEGER(key.when),
		ARG_INTEGER(key.kind) };
	return rows_one_integer(id, 0, store, EDIT_ASK(FIGURE_AT), args, ARRAY_COUNT(args), err);
}

bool
figure_record(struct record *figure, struct store *store, struct figure_key key, struct err *err)
{
	int64_t id;
	if (!figure_find(&id, store, key, err))
		return false;
	if (id)
		return record_read(figure, store, ENTITY_FIGURE, id, err);
	enum entity_id kind;
	if (!subject_kind(&kind, store, key.subject, err))
		return false;
	*figure = record_new(ENTITY_FIGURE);
	record_set_integer(figure, FIGURE_SUBJECT, key.subject);
	record_set_integer(figure, FIGURE_METRIC, key.metric);
	record_set_integer(figure, FIGURE_PERIOD, key.when);
	record_set_integer(figure, FIGURE_KIND, key.kind);
	record_set_integer(figure, FIGURE_ORIGIN, kind == ENTITY_CLUSTER ? FIGURE_ORIGIN_CLUSTER : FIGURE_ORIGIN_UNIT);
	return true;
}

/* A new reading is not covered by what was said of the old one. */
static void
forget_old_reading(struct record *figure)
{
	record_set_none(figure, FIGURE_OUT_OF);
	record_set_none(figure, FIGURE_PCT_TEXT);
	record_set_none(figure, FIGURE_PCT_OF);
}

/* The papers that vouched for the old reading say otherwise of the new one; the paper chosen as its source vouches for it. */
static bool
turn_citation(struct change *change, int64_t citation, bool agrees, const char *quote, struct err *err)
{
	struct record record = { 0 };
	if (!record_read(&record, change_store(change), ENTITY_CITATION, citation, err))
		return false;
	record_set_integer(&record, CITATION_AGREES, agrees ? CITATION_AGREES_AGREES : CITATION_AGREES_DIFFERS);
	if (agrees && quote)
		record_set_text(&record, CITATION_QUOTE, quote);
	bool done = edit_put(change, &record, NULL, err);
	record_release(&record);
	return done;
}

static bool
turn_citations(struct change *change, int64_t figure, int64_t source, const char *quote, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, change_store(change), SOURCES, err, ARG_INTEGER(ENTITY_FIGURE), ARG_INTEGER(figure)))
		return false;
	struct {
		int64_t id;
		bool agrees;
	} *turned = NULL;
	size_t count = 0, capacity = 0;
	while (rows_next(rows, err)) {
		bool chosen = source && rows_integer(rows, 5) == source;
		bool agrees = rows_integer(rows, 3) == CITATION_AGREES_AGREES;
		bool of_value = !*rows_text(rows, 4) || text_equal(rows_text(rows, 4), "value");
		if (!of_value || (!chosen && !agrees))
			continue;
		ARRAY_RESERVE(turned, count, capacity);
		turned[count].id = rows_integer(rows, 6);
		turned[count++].agrees = chosen;
	}
	rows_close(rows);
	bool done = err->kind == ERR_NONE;
	for (size_t i = 0; done && i < count; i++)
		done = turn_citation(change, turned[i].id, turned[i].agrees, quote, err);
	free(turned);
	return done;
}

static bool
same_reading(const struct record *a, const struct record *b)
{
	static const int reading[] = { FIGURE_STATUS, FIGURE_VALUE, FIGURE_QUALIFIER };
	for (size_t i = 0; i < ARRAY_COUNT(reading); i++)
		if (!value_equal(&a->values[reading[i]], &b->values[reading[i]]))
			return false;
	return true;
}

/* turned: the figure reads otherwise than before.  agrees: source says the same as the figure, quote in any case what it says. */
static bool
cite_reading(struct change *change, int64_t figure, bool turned, int64_t source, bool agrees, const char *quote,
	struct err *err)
{
	return (!turned || turn_citations(change, figure, agrees ? source : 0, quote, err)) &&
		(!source || edit_cite(change, ENTITY_FIGURE, figure, source, quote, agrees, err));
}

static bool
put_reading(struct change *change, struct record *figure, const struct entry *entry, const struct metric_facts *metric,
	int64_t source, struct notices *notices, struct err *err)
{
	struct record before = record_copy(figure);
	forget_old_reading(figure);
	entry_apply(entry, metric, figure);
	bool turned = figure->id && !same_reading(&before, figure);
	record_release(&before);
	return edit_put(change, figure, notices, err) &&
		cite_reading(change, figure->id, turned, source, true, entry->words, err);
}

static bool
put_one(struct change *change, struct figure_key key, const struct entry *entry, const struct metric_facts *metric,
	int64_t source, int64_t base_rev, struct notices *notices, struct err *err)
{
	struct record figure = { 0 };
	if (!figure_record(&figure, change_store(change), key, err))
		return false;
	bool done = true;
	if (figure.rev != base_rev)
		done = err_set(err, ERR_CONFLICT,
			SAY("Người khác vừa sửa số này; màn hình đã đọc lại, hãy xem rồi nhập lại.",
				"Somebody else has just changed this figure; look at it and enter it again."),
			NULL);
	else if (entry->remove)
		done = !figure.id || edit_remove(change, &figure, err);
	else
		done = put_reading(change, &figure, entry, metric, source, notices, err);
	record_release(&figure);
	return done;
}

/* "12/15" of a plan: the 15 is the plan of the same period. */
static bool
put_plan(struct change *change, struct figure_key key, const struct entry *entry, const struct metric_facts *metric,
	int64_t source, struct notices *notices, struct err *err)
{
	struct entry plan = { .status = FIGURE_STATUS_NUMBER, .quantity = entry->whole };
	key.kind = FIGURE_KIND_ASSIGNED;
	struct record figure = { 0 };
	if (!figure_record(&figure, change_store(change), key, err))
		return false;
	int64_t rev = figure.rev;
	record_release(&figure);
	return put_one(change, key, &plan, metric, source, rev, notices, err);
}

static bool
put_wish(
	struct change *change, const struct figure_wish *wish, int64_t source, struct notices *notices, struct err *err)
{
	struct figure_column column = { 0 };
	if (!figure_column_read(&column, change_store(change), wish->key.metric, err))
		return false;
	bool done = put_one(change, wish->key, &wish->entry, &column.facts, source, wish->base_rev, notices, err);
	if (done && wish->entry.has_whole && wish->entry.slash == METRIC_SLASH_PLAN)
		done = put_plan(change, wish->key, &wish->entry, &column.facts, source, notices, err);
	figure_column_release(&column);
	return done;
}

bool
figures_put(struct store *store, const char *action, const struct figure_wish *wishes, size_t count, int64_t source,
	size_t *refused, struct notices *notices, struct err *err)
{
	struct change *change = NULL;
	if (!change_begin(&change, store, action, NULL, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (put_wish(change, &wishes[i], source, notices, err))
			continue;
		if (refused)
			*refused = i;
		change_abandon(change);
		return false;
	}
	return change_commit(change, err);
}

bool
figure_put(struct store *store, struct figure_key key, const struct entry *entry, int64_t source, int64_t base_rev,
	struct notices *notices, struct err *err)
{
	struct figure_wish wish = { key, *entry, base_rev };
	return figures_put(store, entry->remove ? "remove" : "figure", &wish, 1, source, NULL, notices, err);
}

bool
figure_as_entry(struct entry *out, struct store *store, int64_t figure, struct err *err)
{
	struct record record = { 0 };
	*out = (struct entry){ .remove = false };
	if (!record_read(&record, store, ENTITY_FIGURE, figure, err))
		return false;
	struct figure_facts facts = figure_facts_of(&record);
	out->status = facts.status;
	out->quantity = facts.quantity;
	out->words = record_has(&record, FIGURE_WORDS) ? mem_copy_text(facts.words) : NULL;
	record_release(&record);
	return true;
}

bool
figures_cite(struct store *store, const int64_t *figures, size_t count, int64_t document, struct err *err)
{
	struct change *change = NULL;
	if (!change_begin(&change, store, "save", NULL, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!edit_cite(change, ENTITY_FIGURE, figures[i], document, NULL, true, err)) {
			change_abandon(change);
			return false;
		}
	return change_commit(change, err);
}

static bool
put_settled(struct change *change, struct record *figure, int64_t source, const struct record *said,
	struct notices *notices, struct err *err)
{
	struct record before = { 0 };
	if (figure->id && !record_read(&before, change_store(change), ENTITY_FIGURE, figure->id, err))
		return false;
	bool turned = figure->id && !same_reading(&before, figure);
	if (before.entity)
		record_release(&before);
	return edit_put(change, figure, notices, err) &&
		cite_reading(change, figure->id, turned, source, same_reading(figure, said),
			record_text(said, FIGURE_WORDS), err);
}

bool
figure_record_put(struct store *store, struct record *figure, int64_t source, const struct record *said,
	struct notices *notices, struct err *err)
{
	struct change *change = NULL;
	if (!change_begin(&change, store, "figure", NULL, err))
		return false;
	if (put_settled(change, figure, source, said, notices, err))
		return change_commit(change, err);
	change_abandon(change);
	return false;
}

static bool
collect(struct change *change, int64_t cluster, int64_t metric, int year, struct err *err)
{
	int64_t collected;
	if (!rows_one_integer(&collected, 0, change_store(change), &cluster_questions[CLUSTER_COLLECTED_BY],
		    (struct value[]){ ARG_INTEGER(cluster), ARG_INTEGER(metric), ARG_INTEGER(year) }, 3, err))
		return false;
	if (collected)
		return true;
	struct record record = record_new(ENTITY_CLUSTER_METRIC);
	record_set_integer(&record, CLUSTER_METRIC_CLUSTER, cluster);
	record_set_integer(&record, CLUSTER_METRIC_METRIC, metric);
	record_set_integer(&record, CLUSTER_METRIC_FROM_YEAR, year);
	bool done = edit_put(change, &record, NULL, err);
	record_release(&record);
	return done;
}

bool
cluster_metrics_put(
	struct store *store, int64_t cluster, const int64_t *metrics, size_t count, int year, struct err *err)
{
	struct change *change = NULL;
	if (!change_begin(&change, store, "save", NULL, err))
		return false;
	bool done = true;
	for (size_t i = 0; done && i < count; i++)
		done = collect(change, cluster, metrics[i], year, err);
	if (done)
		return change_commit(change, err);
	change_abandon(change);
	return false;
}

bool
metric_next_position(int64_t *position, struct store *store, struct err *err)
{
	enum { STEP = 10 }; /* room for others between, as in the catalogue */
	if (!rows_one_integer(position, 0, store, &cluster_questions[CLUSTER_LAST_METRIC_POSITION], NULL, 0, err))
		return false;
	*position += STEP;
	return true;
}

bool
metric_slash_put(struct store *store, int64_t metric, enum choice_number slash, struct err *err)
{
	struct record record = { 0 };
	if (!record_read(&record, store, ENTITY_METRIC, metric, err))
		return false;
	record_set_integer(&record, METRIC_SLASH, slash);
	struct change *change = NULL;
	bool done = change_begin(&change, store, "save", NULL, err) && edit_put(change, &record, NULL, err);
	record_release(&record);
	if (done)
		return change_commit(change, err);
	change_abandon(change);
	return false;
}
