#include "app/provinces.h"
#include "app/label.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

/* ---- the list ---- */

enum { NAME, BEFORE, DECISION, DAY, COLUMNS };

void
province_list_release(struct province_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct province_merger *merger = &list->items[i];
		free(merger->name);
		for (size_t n = 0; n < merger->before_count; n++)
			free(merger->before[n]);
		free(merger->decision);
		free(merger->day);
	}
	free(list->items);
	*list = (struct province_list){ 0 };
}

static void
take_row(struct province_list *list, char *const *cells)
{
	ARRAY_RESERVE(list->items, list->count, list->capacity);
	struct province_merger *merger = &list->items[list->count++];
	*merger = (struct province_merger){ .name = mem_copy_text(cells[NAME]),
		.decision = mem_copy_text(cells[DECISION]),
		.day = mem_copy_text(cells[DAY]) };
	for (const char *at = cells[BEFORE]; *at && merger->before_count < PROVINCES_BEFORE_MOST;) {
		size_t length = strcspn(at, ",");
		merger->before[merger->before_count++] = mem_copy_bytes(at, length);
		at += length + strspn(at + length, ", ");
	}
}

bool
province_list_read(struct province_list *out, struct err *err)
{
	const struct embedded *file = embedded_find("provinces/2025.csv");
	struct csv *csv = NULL;
	struct csv_row row;
	bool got = false;

	*out = (struct province_list){ 0 };
	if (!file || !csv_open(&csv, (const char *)file->bytes, file->length, ',', err))
		return false;
	bool good = csv_next(csv, &row, &got, err); /* the heads */
	while (good && got && (good = csv_next(csv, &row, &got, err)) && got)
		if (row.count == COLUMNS)
			take_row(out, row.cells);
	csv_close(csv);
	if (!good)
		province_list_release(out);
	return good;
}

/* ---- the units ---- */

#define FOUND_MOST 60
#define KINDS_MOST 16

/* One kind of organisation, by what stands before the name of the province: "ldld", "so noi vu". */
struct organisation {
	struct str kind;
	int64_t units[PROVINCES_BEFORE_MOST];
};
struct organisations {
	struct organisation items[KINDS_MOST];
	size_t count;
};

/* Takes the end off when text ends with it and something stands before. */
static bool
cut_end(struct str *text, const char *end)
{
	size_t length = strlen(end);
	bool ends = text->length > length && strcmp(str_text(text) + text->length - length, end) == 0;

	if (ends)
		str_cut(text, text->length - length);
	return ends;
}

/* What the kind of organisation is called, folded, when the name ends with the province; else empty.  The mark that tells it
 * from its namesake of today, "(cũ)", is no part of the name. */
static void
kind_of(struct str *kind, const char *label, const char *province)
{
	static const char *const levels[] = { " tinh", " thanh pho", " tp" };
	const char *mark = strstr(label, " (");
	char *name = mem_copy_bytes(label, mark ? (size_t)(mark - label) : strlen(label));
	struct str end = { 0 };

	str_clear(kind);
	text_bare(kind, name);
	str_add_byte(&end, ' ');
	text_bare(&end, province);
	if (!cut_end(kind, str_text(&end)))
		str_clear(kind);
	for (size_t i = 0; i < ARRAY_COUNT(levels); i++)
		cut_end(kind, levels[i]);
	str_release(&end);
	free(name);
}

static struct organisation *
organisation_of(struct organisations *all, const char *kind)
{
	for (size_t i = 0; i < all->count; i++)
		if (text_equal(str_text(&all->items[i].kind), kind))
			return &all->items[i];
	if (all->count == KINDS_MOST)
		return NULL;
	struct organisation *fresh = &all->items[all->count++];
	*fresh = (struct organisation){ .units = { 0 } };
	str_add_text(&fresh->kind, kind);
	return fresh;
}

/* The units of all kinds that are of the province on its last day. */
static bool
find_in_province(struct organisations *all, struct store *store, const struct province_merger *merger, size_t n,
	const char *day, struct err *err)
{
	struct candidate *found = mem_new(FOUND_MOST, sizeof *found);
	struct str kind = { 0 };
	size_t count = 0, total;
	bool good = find_candidates(
		found, FOUND_MOST, &count, &total, store, ENTITY_UNIT, false, merger->before[n], day, err);

	for (size_t i = 0; good && i < count; i++) {
		kind_of(&kind, found[i].label, merger->before[n]);
		if (!found[i].valid || !kind.length)
			continue;
		struct organisation *organisation = organisation_of(all, str_text(&kind));
		if (organisation && !organisation->units[n])
			organisation->units[n] = found[i].id;
	}
	candidates_release(found, good ? count : 0);
	free(found);
	str_release(&kind);
	return good;
}

/* The unit that the book says comes after this one; 0: none. */
static bool
successor_of(int64_t *successor, struct store *store, int64_t unit, struct err *err)
{
	struct reference references[FOUND_MOST];
	size_t count;

	*successor = 0;
	if (!record_references(references, FOUND_MOST, &count, store, ENTITY_UNIT, unit, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct record succession = { 0 };
		if (references[i].entity != ENTITY_SUCCESSION || references[i].field != SUCCESSION_PREDECESSOR)
			continue;
		if (!record_read(&succession, store, ENTITY_SUCCESSION, references[i].id, err))
			return false;
		*successor = record_integer(&succession, SUCCESSION_SUCCESSOR, 0);
		record_release(&succession);
	}
	return true;
}

static bool
is_whole(const struct organisation *organisation, const struct province_merger *merger)
{
	for (size_t i = 0; i < merger->before_count; i++)
		if (!organisation->units[i])
			return false;
	return true;
}

static bool
has_unit(const struct organisation *organisation, int64_t unit)
{
	for (size_t i = 0; i < PROVINCES_BEFORE_MOST; i++)
		if (unit && organisation->units[i] == unit)
			return true;
	return false;
}

static bool
take_organisation(struct province_units *out, struct store *store, const struct province_merger *merger,
	const struct organisation *organisation, struct err *err)
{
	out->before_count = merger->before_count;
	memcpy(out->before, organisation->units, sizeof out->before);
	for (size_t i = 0; i < merger->before_count; i++)
		if (text_equal(merger->before[i], merger->name))
			out->named = organisation->units[i];
	return successor_of(&out->successor, store, organisation->units[0], err);
}

/* The best of those that all provinces have; *out stays empty when there is none. */
static bool
choose(struct province_units *out, struct store *store, const struct province_merger *merger,
	const struct organisations *all, int64_t like, struct err *err)
{
	int best = -1;

	for (size_t i = 0; i < all->count; i++) {
		const struct organisation *organisation = &all->items[i];
		struct province_units units = { 0 };
		if (!is_whole(organisation, merger))
			continue;
		if (!take_organisation(&units, store, merger, organisation, err))
			return false;
		int rank = (has_unit(organisation, like) ? 4 : 0) + (units.successor ? 0 : 2) +
			(text_equal(str_text(&organisation->kind), "ldld") ? 1 : 0);
		if (rank <= best)
			continue;
		best = rank;
		*out = units;
	}
	return true;
}

/* The decision, by its number; a book without it is no fault. */
static void
find_decision(struct province_units *units, struct store *store, const char *decision)
{
	struct err err = { 0 };
	enum entity_id entity;
	const char *number = strrchr(decision, ' ');

	if (!find_one(&entity, &units->document, store, ENTITY_DOCUMENT, false, number ? number + 1 : decision, NULL,
		    &err))
		units->document = 0;
	err_release(&err);
}

bool
province_units_find(struct province_units *out, struct store *store, const struct province_merger *merger, int64_t like,
	struct err *err)
{
	struct organisations *all = mem_new(1, sizeof *all);
	char last_day[11];
	bool good = true;

	*out = (struct province_units){ 0 };
	date_day_before(merger->day, last_day);
	for (size_t n = 0; good && n < merger->before_count; n++)
		good = find_in_province(all, store, merger, n, last_day, err);
	good = good && choose(out, store, merger, all, like, err);
	if (good && !out->before_count)
		good = err_set(err, ERR_NOT_FOUND,
			SAY("Sổ không có tổ chức nào ở cả các tỉnh trước của {1}.",
				"The book has no organisation in each of the provinces before {1}."),
			merger->name, NULL);
	if (good)
		find_decision(out, store, merger->decision);
	for (size_t i = 0; i < all->count; i++)
		str_release(&all->items[i].kind);
	free(all);
	return good;
}
