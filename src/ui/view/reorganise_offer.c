/* What the form of a merger or a division offers to choose from, and what becomes of it. */
#include "app/edit.h"
#include "app/label.h"
#include "app/provinces.h"
#include "app/reorganise.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/match.h"
#include "ui/view/record_form.h"
#include "ui/view/reorganise_form.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

const enum choice_number reorganise_kinds[] = { SUCCESSION_KIND_MERGER, SUCCESSION_KIND_ABSORPTION,
	SUCCESSION_KIND_DIVISION, SUCCESSION_KIND_SPLIT_OFF, SUCCESSION_KIND_REPLACEMENT, SUCCESSION_KIND_END };
const size_t reorganise_kind_count = ARRAY_COUNT(reorganise_kinds);

struct words
reorganise_kind_words(enum choice_number kind)
{
	const struct choice *choice =
		choice_numbered(entity_of(ENTITY_SUCCESSION)->fields[SUCCESSION_KIND].choices, kind);

	return choice ? choice->label : SAY("", "");
}

#define CANDIDATES 60
static bool
offer_records(struct reorganise *of, enum entity_id entity, const char *query, struct choice_items *out, size_t *all,
	struct err *err)
{
	struct candidate *found = mem_new(CANDIDATES, sizeof *found);
	size_t count = 0;
	char day[11];

	date_from_ymd(day, of->session->year * 10000 + 1231);
	bool good = find_candidates(found, CANDIDATES, &count, all, of->session->store, entity, false, query, day, err);
	for (size_t i = 0; good && i < count; i++)
		choice_items_add(out, found[i].id, found[i].label, found[i].detail);
	candidates_release(found, good ? count : 0);
	free(found);
	return good;
}

static bool
begins_with(const char *name, const char *query)
{
	struct str folded = { 0 }, begin = { 0 };

	text_bare(&folded, name);
	text_bare(&begin, query);
	bool begins = begin.length <= folded.length && memcmp(str_text(&folded), str_text(&begin), begin.length) == 0;
	str_release(&folded);
	str_release(&begin);
	return begins;
}

/* "Ninh Bình, hợp nhất 2025" · "Hà Nam, Nam Định, Ninh Bình"; its id is negative. */
static void
add_merger(struct choice_items *out, const struct province_merger *merger, size_t n)
{
	struct str before = { 0 };
	char *name = say_format(SAY("{1}, hợp nhất 2025", "{1}, merged in 2025"), merger->name, NULL);

	for (size_t i = 0; i < merger->before_count; i++)
		str_add_format(&before, "%s%s", i ? ", " : "", merger->before[i]);
	choice_items_add(out, -(int64_t)(n + 1), name, str_text(&before));
	free(name);
	str_release(&before);
}

/* The mergers of 2025 by the name of the new province: those that begin with what is typed come first. */
static bool
offer_mergers(const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct province_list list;

	if (!province_list_read(&list, err))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < list.count; i++)
			if (begins_with(list.items[i].name, query) == (pass == 0) &&
				text_match(query, list.items[i].name, NULL, 0, NULL) != MATCH_NONE)
				add_merger(out, &list.items[i], i);
	*all += list.count;
	province_list_release(&list);
	return true;
}

/* Typing names a unit; F4 offers whole rows of the list first. */
static bool
offer_before(struct reorganise *of, struct form_at at, const char *query, struct choice_items *out, size_t *all,
	struct err *err)
{
	size_t mergers = 0;

	if (at.row == 0 && of->before_count <= 1 && of->form.asked && !offer_mergers(query, out, &mergers, err))
		return false;
	if (!offer_records(of, ENTITY_UNIT, query, out, all, err))
		return false;
	*all += mergers;
	return true;
}

/* The full names of those before: one of them often goes on. */
static bool
offer_names(struct reorganise *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	for (size_t i = 0; i < of->before_count; i++) {
		struct str full = { 0 };
		bool good = !of->before[i] ||
			label_add(&full, of->session->store, ENTITY_UNIT, of->before[i], LABEL_FULL, NULL, err);
		*all += of->before[i] != 0;
		if (good && full.length && text_match(query, str_text(&full), NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, of->before[i], str_text(&full), NULL);
		str_release(&full);
		if (!good)
			return false;
	}
	return true;
}

/* "2/3 đơn vị trước" */
static void
add_cluster(struct choice_items *out, const struct reorganise *of, const struct reorganised_cluster *cluster,
	const char *query, struct err *err)
{
	struct str name = { 0 }, share = { 0 };

	if (label_add(&name, of->session->store, ENTITY_CLUSTER, cluster->cluster, LABEL_SHORT, NULL, err) &&
		text_match(query, str_text(&name), NULL, 0, NULL) != MATCH_NONE) {
		str_add_format(&share, "%zu/%zu ", cluster->members, reorganise_named(of));
		str_add_text(&share, say(SAY("đơn vị trước", "units before")));
		choice_items_add(out, cluster->cluster, str_text(&name), str_text(&share))->marked =
			ids_have(of->clusters.items, of->clusters.count, cluster->cluster);
	}
	str_release(&name);
	str_release(&share);
}

static bool
is_listed(const struct reorganised_cluster *clusters, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (clusters[i].cluster == id)
			return true;
	return false;
}

/* The clusters of those before come first. */
static bool
offer_clusters(struct reorganise *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct reorganised_cluster *own;
	struct choice_items others = { 0 };
	size_t count;
	char day[11];

	if (!reorganised_clusters(
		    &own, &count, of->session->store, of->before, of->before_count, reorganise_day(of, day), err))
		return false;
	for (size_t i = 0; i < count; i++)
		add_cluster(out, of, &own[i], query, err);
	bool good = err->kind == ERR_NONE && offer_records(of, ENTITY_CLUSTER, query, &others, all, err);
	for (size_t i = 0; good && i < others.count; i++)
		if (!is_listed(own, count, others.items[i].id))
			choice_items_add(out, others.items[i].id, others.items[i].text, others.items[i].detail)
				->marked = ids_have(of->clusters.items, of->clusters.count, others.items[i].id);
	choice_items_release(&others);
	free(own);
	return good;
}

bool
reorganise_choices(
	void *self, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct reorganise *of = self;

	*all = 0;
	switch (at.field) {
	case PLACE_KIND:
		*all = reorganise_kind_count;
		for (size_t i = 0; i < reorganise_kind_count; i++)
			if (text_match(query, say(reorganise_kind_words(reorganise_kinds[i])), NULL, 0, NULL) !=
				MATCH_NONE)
				choice_items_add(out, reorganise_kinds[i],
					say(reorganise_kind_words(reorganise_kinds[i])), NULL);
		return true;
	case PLACE_BEFORE:
		return offer_before(of, at, query, out, all, err);
	case PLACE_INTO:
		return offer_records(of, ENTITY_UNIT, query, out, all, err);
	case PLACE_DOCUMENT:
		return offer_records(of, ENTITY_DOCUMENT, query, out, all, err);
	case PLACE_CLUSTERS:
		return offer_clusters(of, query, out, all, err);
	case PLACE_NAME:
		return offer_names(of, query, out, all, err) && *all > 0;
	default:
		return false;
	}
}

const char *
reorganise_choices_title(const void *self, struct form_at at)
{
	switch (at.field) {
	case PLACE_BEFORE:
		if (((const struct reorganise *)self)->form.asked && at.row == 0)
			return say(SAY("Hợp nhất năm 2025, hoặc đơn vị", "The mergers of 2025, or a unit"));
		return say(SAY("Chọn đơn vị", "Choose a unit"));
	case PLACE_INTO:
		return say(SAY("Chọn đơn vị", "Choose a unit"));
	case PLACE_DOCUMENT:
		return say(SAY("Chọn văn bản", "Choose a document"));
	case PLACE_CLUSTERS:
		return say(SAY("Cụm của đơn vị trước, rồi cụm khác", "Clusters of those before, then others"));
	case PLACE_NAME:
		return say(SAY("Tên của đơn vị trước", "Names of those before"));
	default:
		return NULL;
	}
}

static bool
refuse_recorded(struct reorganise *of, const struct province_units *units, struct err *err)
{
	struct str name = { 0 };

	view_label(&name, of->session->store, ENTITY_UNIT, units->successor);
	err_set(err, ERR_NOT_ALLOWED,
		SAY("Sổ đã ghi lần hợp nhất này: {1}. Ctrl+K để mở đơn vị ấy.",
			"The book has this merger already: {1}. Ctrl+K opens that unit."),
		str_text(&name), NULL);
	str_release(&name);
	return false;
}

/* The whole row: those before, the name, the day, the decision. */
static bool
take_merger(struct reorganise *of, size_t n, struct err *err)
{
	struct province_list list;
	struct province_units units;

	if (!province_list_read(&list, err))
		return false;
	bool good = n < list.count &&
		province_units_find(
			&units, of->session->store, &list.items[n], of->before_count ? of->before[0] : 0, err);
	if (good && units.successor)
		good = refuse_recorded(of, &units, err);
	while (good && of->before_count < units.before_count)
		good = reorganise_insert(of, PLACE_BEFORE, of->before_count, err);
	if (good) {
		memcpy(of->before, units.before, units.before_count * sizeof *of->before);
		of->kind = SUCCESSION_KIND_MERGER;
		of->document = units.document;
		str_clear(&of->day);
		str_add_text(&of->day, list.items[n].day);
		reorganise_take_name(of, units.named, err);
	}
	province_list_release(&list);
	return good;
}

bool
reorganise_choose(void *self, struct form_at at, const struct choice_item *item, struct err *err)
{
	struct reorganise *of = self;

	if (!item) {
		reorganise_keep(of);
		return true;
	}
	switch (at.field) {
	case PLACE_CLUSTERS:
		of->own_clusters = true;
		ids_remove(&of->clusters, item->id);
		if (item->marked)
			ids_add(&of->clusters, item->id);
		return true;
	case PLACE_KIND:
		of->kind = (enum choice_number)item->id;
		break;
	case PLACE_BEFORE:
		if (item->id < 0 && !take_merger(of, (size_t)(-item->id - 1), err))
			return false;
		if (item->id > 0 && at.row < of->before_count)
			of->before[at.row] = item->id;
		break;
	case PLACE_INTO:
		of->into = item->id;
		break;
	case PLACE_NAME:
		reorganise_take_name(of, item->id, err);
		break;
	default:
		of->document = item->id;
	}
	reorganise_keep(of);
	return err->kind == ERR_NONE;
}

bool
reorganise_several(const void *self, struct form_at at)
{
	(void)self;
	return at.field == PLACE_CLUSTERS;
}

/* ---- a decision that the book does not have yet ---- */

const char *
reorganise_add_label(const void *self, struct form_at at)
{
	(void)self;
	return at.field == PLACE_DOCUMENT ? say(SAY("Thêm văn bản mới tên", "Add a new document titled")) : NULL;
}

bool
reorganise_add_new(void *self, struct form_at at, const char *typed, struct err *err)
{
	struct reorganise *of = self;
	struct record_form_place place = { .entity = ENTITY_DOCUMENT, .typed = typed };

	(void)at;
	return ui_open_tagged(of->view.ui, &record_form_ops, &place, RECORD_TAG_NEW, err);
}
