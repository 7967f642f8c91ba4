#include "app/breaks.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include "text/date.h"
#include <stdlib.h>

void
breaks_release(struct breaks *breaks)
{
	for (size_t i = 0; i < breaks->count; i++) {
		free((char *)breaks->items[i].date);
		free((char *)breaks->items[i].reason);
		free((int64_t *)breaks->items[i].metrics);
	}
	free(breaks->items);
	free(breaks->above);
	*breaks = (struct breaks){ 0 };
}

static bool
read_metrics(struct break_facts *facts, struct store *store, int64_t id, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, BREAK_METRICS, err, ARG_INTEGER(id)))
		return false;
	int64_t *metrics = NULL;
	size_t count = 0, capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(metrics, count, capacity);
		metrics[count++] = rows_integer(rows, 0);
	}
	rows_close(rows);
	facts->metrics = metrics;
	facts->metric_count = count;
	return err->kind == ERR_NONE;
}

static bool
read_above(struct breaks *out, struct store *store, int64_t subject, struct err *err)
{
	char today[11];
	date_today(today, store_host(store));
	struct rows *rows;
	if (!ASK(&rows, store, ABOVE, err, ARG_INTEGER(subject), ARG_TEXT(today)))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(out->above, out->above_count, out->above_capacity);
		out->above[out->above_count++] = rows_integer(rows, 0);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
breaks_read(struct breaks *out, struct store *store, int64_t subject, struct err *err)
{
	*out = (struct breaks){ 0 };
	struct rows *rows;
	if (!ASK(&rows, store, BREAKS, err, ARG_INTEGER(subject)))
		return false;
	int64_t *ids = NULL;
	size_t count = 0, capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(ids, count, capacity);
		ids[count++] = rows_integer(rows, 0);
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct break_facts){
			.subject = rows_integer(rows, 1),
			.with_children = rows_integer(rows, 2) != 0,
			.all_stock = rows_integer(rows, 3) != 0,
			.date = mem_copy_text(rows_text(rows, 4)),
			.reason = mem_copy_text(rows_text(rows, 5)),
		};
	}
	rows_close(rows);
	bool done = err->kind == ERR_NONE && read_above(out, store, subject, err);
	for (size_t i = 0; done && i < count; i++)
		done = read_metrics(&out->items[i], store, ids[i], err);
	free(ids);
	if (!done)
		breaks_release(out);
	return done;
}

bool
breaks_between(const struct breaks *breaks, const struct metric_facts *metric, int64_t subject, period old, period new_)
{
	for (size_t i = 0; i < breaks->count; i++)
		if (break_concerns(&breaks->items[i], metric, subject, breaks->above, breaks->above_count) &&
			break_between(&breaks->items[i], metric, old, new_))
			return true;
	return false;
}
