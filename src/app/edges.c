#include "app/edges.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include <stdlib.h>

void
edges_release(struct edges *edges)
{
	for (size_t i = 0; i < edges->count; i++) {
		free((char *)edges->items[i].predecessor_name);
		free((char *)edges->items[i].successor_name);
		free((char *)edges->items[i].date);
		free((struct succession_part *)edges->items[i].parts);
	}
	free(edges->items);
	*edges = (struct edges){ 0 };
}

static bool
has_edge(const struct edges *edges, int64_t id)
{
	for (size_t i = 0; i < edges->count; i++)
		if (edges->items[i].id == id)
			return true;
	return false;
}

static bool
read_parts(struct succession_edge *edge, struct store *store, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, SHARES, err, ARG_INTEGER(edge->id)))
		return false;
	struct succession_part *parts = NULL;
	size_t count = 0, capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(parts, count, capacity);
		parts[count++] = (struct succession_part){
			.metric = rows_integer(rows, 0),
			.has_value = rows_known(rows, 1),
			.value = rows_integer(rows, 1),
			.permille = (int)rows_integer(rows, 2),
		};
	}
	rows_close(rows);
	edge->parts = parts;
	edge->part_count = count;
	return err->kind == ERR_NONE;
}

static bool
read_around(struct edges *out, struct store *store, int64_t subject, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, SUCCESSIONS_AROUND, err, ARG_INTEGER(subject)))
		return false;
	while (rows_next(rows, err)) {
		if (has_edge(out, rows_integer(rows, 0)))
			continue;
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct succession_edge){
			.id = rows_integer(rows, 0),
			.predecessor = rows_integer(rows, 1),
			.successor = rows_integer(rows, 2),
			.kind = (enum choice_number)rows_integer(rows, 3),
			.date = mem_copy_text(rows_text(rows, 4)),
			.predecessor_name = mem_copy_text(rows_text(rows, 5)),
			.successor_name = mem_copy_text(rows_text(rows, 6)),
		};
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
edges_read(struct edges *out, struct store *store, const int64_t *subjects, size_t count, struct err *err)
{
	*out = (struct edges){ 0 };
	bool done = true;
	for (size_t i = 0; done && i < count; i++)
		done = read_around(out, store, subjects[i], err);
	for (size_t i = 0; done && i < out->count; i++)
		done = read_parts(&out->items[i], store, err);
	if (!done)
		edges_release(out);
	return done;
}

void
edges_predecessors(const struct edges *edges, int64_t subject, struct ids *out)
{
	for (size_t i = 0; i < edges->count; i++) {
		const struct succession_edge *edge = &edges->items[i];
		if (edge->successor != subject || ids_have(out->items, out->count, edge->predecessor))
			continue;
		ids_add(out, edge->predecessor);
		edges_predecessors(edges, edge->predecessor, out);
	}
}
