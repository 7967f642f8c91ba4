#include "deeds.h"
#include "app/draft.h"
#include "app/figures.h"
#include "app/reorganise.h"
#include "base/mem.h"
#include <stdlib.h>

/* ---- records made from their fields ---- */

/* Ids in the full book, which is made in the order of make_full_book(). */
#define HA_NAM 1
#define NAM_DINH 2
#define NINH_BINH 3
#define CLUSTER 4

static int64_t newest[ENTITY_END];

void
deeds_look(struct store *store)
{
	for (int entity = ENTITY_NONE + 1; entity < ENTITY_END; entity++) {
		int64_t ids[64];
		size_t count;
		struct err err = { 0 };
		works(record_page(ids, ARRAY_COUNT(ids), &count, store, (enum entity_id)entity, 0, &err), &err);
		newest[entity] = count ? ids[count - 1] : 0;
	}
}

/* A value that the field takes, another one for another number. */
static void
fill(struct record *record, int index, int number)
{
	const struct field *field = &record->entity->fields[index];
	char text[64];
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		snprintf(text, sizeof text, "%s-%d", record->entity->table, number);
		record_set_text(record, index, text);
		break;
	case FIELD_DATE:
		snprintf(text, sizeof text, "20%02d-05-19", 30 + number);
		record_set_text(record, index, text);
		break;
	case FIELD_YEAR:
		record_set_integer(record, index, 2030 + number);
		break;
	case FIELD_PERIOD:
		record_set_integer(record, index, period_year(2030 + number));
		break;
	case FIELD_INTEGER:
		record_set_integer(record, index, (field->min > 1 ? field->min : 1) + number);
		break;
	case FIELD_CHOICE:
		record_set_integer(record, index, field->choices.items[0].number);
		break;
	case FIELD_SET:
		record_set_integer(record, index, INT64_C(1) << field->choices.items[0].number);
		break;
	case FIELD_REFERENCE:
		record_set_integer(record, index, field->target == ENTITY_UNIT ? number + 1 : newest[field->target]);
		break;
	case FIELD_SUBJECT:
		record_set_integer(record, index, index % 2 ? NAM_DINH : NINH_BINH);
		break;
	case FIELD_ENTITY:
		record_set_integer(record, index, ENTITY_UNIT);
		break;
	case FIELD_ANY:
		record_set_integer(record, index, HA_NAM + number - 1);
		break;
	default:
		record_set_integer(record, index, number - 1);
	}
}

/* What the rules of some kinds ask for beside their required fields. */
static const struct {
	enum entity_id entity;
	int field;
} wanted[] = {
	{ ENTITY_ROLE, ROLE_MEMBERS_ONLY },
	{ ENTITY_TERM, TERM_UNIT },
	{ ENTITY_TERM, TERM_WORK_YEAR },
	{ ENTITY_FIGURE, FIGURE_VALUE },
	{ ENTITY_FIGURE, FIGURE_QUALIFIER },
	{ ENTITY_SUCCESSION, SUCCESSION_SUCCESSOR },
	{ ENTITY_SUCCESSION_SHARE, SUCCESSION_SHARE_PERMILLE },
	{ ENTITY_PARTICIPANT, PARTICIPANT_PERSON },
	{ ENTITY_BREAK, BREAK_SUBJECT },
	{ ENTITY_MEETING, MEETING_ORGANISER },
	{ ENTITY_MEETING, MEETING_DATE },
	{ ENTITY_NOMINATION, NOMINATION_UNIT },
	{ ENTITY_NOMINATION, NOMINATION_AWARD },
	{ ENTITY_NOMINATION, NOMINATION_CLUSTER },
	{ ENTITY_APPRAISAL, APPRAISAL_NOTE },
};

static struct record
filled(enum entity_id entity, int number)
{
	struct record record = record_new(entity);
	for (int i = 0; i < record.entity->field_count; i++) {
		const struct field *field = &record.entity->fields[i];
		bool fills =
			field->flags & FIELD_REQUIRED && !record_has(&record, i) && i != record.entity->owner_field;
		for (size_t j = 0; j < ARRAY_COUNT(wanted); j++)
			fills = fills || (wanted[j].entity == entity && wanted[j].field == i);
		if (fills && !FIELD_IS_DERIVED(field))
			fill(&record, i, number);
	}
	return record;
}

/* A record with one part of each kind. */
static struct sheaf
filled_sheaf(enum entity_id entity, int number)
{
	struct sheaf sheaf = sheaf_new(entity);
	record_release(&sheaf.record);
	sheaf.record = filled(entity, number);
	for (size_t i = 0; i < sheaf.list_count; i++) {
		struct part_list *list = &sheaf.lists[i];
		list->records = mem_new(1, sizeof *list->records);
		list->count = list->capacity = 1;
		list->records[0] = filled(list->entity, number);
	}
	return sheaf;
}

static bool
put_sheaf(struct store *store, struct sheaf *sheaf, const struct sheaf *base, struct err *err)
{
	struct change *change;
	if (!change_begin(&change, store, "save", NULL, err))
		return false;
	if (edit_put_sheaf(change, sheaf, base, NULL, err))
		return change_commit(change, err);
	change_abandon(change);
	return false;
}

/* ---- the deeds ---- */

static bool
put_new(struct store *store, const struct deed *deed, struct err *err)
{
	struct sheaf sheaf = filled_sheaf(deed->entity, 2);
	bool done = put_sheaf(store, &sheaf, NULL, err);
	sheaf_release(&sheaf);
	return done;
}

/* The note of the newest record becomes another; its parts go, new ones come. */
static bool
put_changed(struct store *store, const struct deed *deed, struct err *err)
{
	struct sheaf base = { 0 }, mine = { 0 };
	if (!sheaf_read(&base, store, deed->entity, newest[deed->entity], err))
		return false;
	mine = sheaf_copy(&base);
	int note = entity_field(mine.record.entity, "note");
	record_set_text(&mine.record, note >= 0 ? note : mine.record.entity->name_field, "khác");
	for (size_t i = 0; i < mine.list_count; i++)
		for (size_t j = 0; j < mine.lists[i].count; j++)
			mine.lists[i].records[j].id = mine.lists[i].records[j].rev = 0;
	bool done = put_sheaf(store, &mine, &base, err);
	sheaf_release(&base);
	sheaf_release(&mine);
	return done;
}

static bool
remove_newest(struct store *store, const struct deed *deed, struct err *err)
{
	struct record record;
	struct change *change;
	if (!record_read(&record, store, deed->entity, newest[deed->entity], err))
		return false;
	bool done = change_begin(&change, store, "delete", NULL, err);
	if (done && edit_remove(change, &record, err)) {
		done = change_commit(change, err);
	} else if (done) {
		change_abandon(change);
		done = false;
	}
	record_release(&record);
	return done;
}

static struct figure_wish
wish(int year, int64_t amount)
{
	return (struct figure_wish){ .key = { HA_NAM, newest[ENTITY_METRIC], period_year(year), FIGURE_KIND_RESULT },
		.entry = { .status = FIGURE_STATUS_NUMBER,
			.quantity = { .amount = amount, .qualifier = QUALIFIER_EXACTLY } } };
}

static bool
put_figure(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	struct figure_wish one = wish(2024, 74516);
	return figure_put(store, one.key, &one.entry, newest[ENTITY_DOCUMENT], 0, NULL, err);
}

static bool
paste_block(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	struct figure_wish block[6];
	for (int i = 0; i < 6; i++)
		block[i] = wish(2020 + i, 10 * i);
	return figures_put(store, "paste", block, ARRAY_COUNT(block), 0, NULL, NULL, err);
}

static bool
choose_metrics(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	int64_t metric = newest[ENTITY_METRIC];
	return cluster_metrics_put(store, CLUSTER, &metric, 1, 2020, err);
}

static bool
merge_units(struct store *store, const struct deed *deed, struct err *err)
{
	return edit_merge(store, deed->entity, NAM_DINH, HA_NAM, NULL, NULL, err);
}

static bool
reorganise_units(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	static const int64_t before[] = { HA_NAM, NINH_BINH };
	struct reorganised after = { 0, "Liên đoàn Lao động tỉnh Ninh Bình", "LĐLĐ tỉnh Ninh Bình" };
	struct reorganisation plan = { .kind = SUCCESSION_KIND_MERGER,
		.before = before,
		.before_count = ARRAY_COUNT(before),
		.after = &after,
		.after_count = 1,
		.day = "2025-07-01" };
	int64_t first;
	return reorganise(&first, store, &plan, err);
}

static bool
undo(struct store *store, const struct deed *deed, struct err *err)
{
	int64_t change;
	(void)deed;
	return history_next_undo(&change, store, err) && edit_undo(store, change, false, err);
}

static bool
import_people(struct store *store, const struct deed *deed, struct err *err)
{
	static const char file[] = "uid,name,note\np1,Nguyễn Thị Lan,\np2,Trần Văn Bình,mới\np3,Đỗ Thị Mai,\n";
	struct import_result result;
	return import_kind(
		&result, store, deed->entity, "person.csv", file, sizeof file - 1, NULL, NULL, NULL, NULL, err);
}

static bool
write_setting(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	return setting_write(store, "tone", "new", err);
}

static const char *
beside(struct store *store, const char *suffix)
{
	static char path[256];
	snprintf(path, sizeof path, "%s%s", store_path(store), suffix);
	return path;
}

static bool
back_up(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	return store_backup(store, beside(store, ".sao.db"), err);
}

static bool
make_another(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	struct store *fresh;
	if (!store_create(&fresh, beside(store, ".new.db"), store_host(store), "hoa", "Sổ khác", 2026, err))
		return false;
	store_close(fresh);
	return true;
}

static bool
open_again(struct store *store, const struct deed *deed, struct err *err)
{
	(void)deed;
	struct store *second;
	if (!store_open(&second, store_path(store), store_host(store), "hoa", err))
		return false;
	struct record person = filled(ENTITY_PERSON, 3);
	bool done = put(second, &person, NULL, err);
	record_release(&person);
	store_close(second);
	return done;
}

static struct draft_keeper *keeper;

static bool
keep(const struct deed *deed, const char *typed, struct err *err)
{
	struct draft_set set = { .year = 2024 };
	struct draft *draft = draft_set_add(&set);
	struct sheaf mine = filled_sheaf(deed->entity, 2);
	draft->kind = DRAFT_FORM;
	draft->form.entity = deed->entity;
	draft->typed = mem_copy_text(typed);
	draft_add_sheaf(&draft->form, &mine, NULL);
	sheaf_release(&mine);
	bool done = draft_keep(keeper, &set, err);
	draft_set_release(&set);
	return done;
}

static bool
keep_first_draft(struct store *store, const struct deed *deed, struct err *err)
{
	return draft_keeper_open(&keeper, store, NULL, err) && keep(deed, "đ", err);
}

static void
have_draft(struct store *store, const struct deed *deed)
{
	struct err err = { 0 };
	works(keep_first_draft(store, deed, &err), &err);
}

static bool
keep_draft_again(struct store *store, const struct deed *deed, struct err *err)
{
	(void)store;
	return keep(deed, "đa", err);
}

#define NEW(kind) \
	{ \
		"a new record of the kind " #kind, ENTITY_##kind, put_new, NULL, NULL \
	}

static const struct deed all[] = {
	NEW(UNIT),
	NEW(CLUSTER),
	NEW(PERSON),
	NEW(SPAN),
	NEW(CLASS_SET),
	NEW(METRIC),
	NEW(ROLE),
	NEW(AWARD),
	NEW(DOCUMENT),
	NEW(ALIAS),
	NEW(SUCCESSION),
	NEW(POST),
	NEW(CLUSTER_YEAR),
	NEW(MEMBERSHIP),
	NEW(CLUSTER_METRIC),
	NEW(MEETING),
	NEW(TERM),
	NEW(COVENANT),
	NEW(ROUND),
	NEW(FIGURE),
	NEW(BREAK),
	NEW(NOMINATION),
	NEW(APPRAISAL),
	NEW(CITATION),
	{ "a changed form with other parts", ENTITY_MEETING, put_changed, NULL, NULL },
	{ "a changed title of the book", ENTITY_BOOK, put_changed, NULL, NULL },
	{ "a record taken out with its parts", ENTITY_MEETING, remove_newest, NULL, NULL },
	{ "a figure typed into a cell, with its source", ENTITY_FIGURE, put_figure, NULL, NULL },
	{ "a pasted block of figures", ENTITY_FIGURE, paste_block, NULL, NULL },
	{ "the metrics chosen for a cluster", ENTITY_CLUSTER_METRIC, choose_metrics, NULL, NULL },
	{ "a merge of two records", ENTITY_UNIT, merge_units, NULL, NULL },
	{ "a merger of two units", ENTITY_UNIT, reorganise_units, NULL, NULL },
	{ "an undo", ENTITY_NONE, undo, NULL, NULL },
	{ "an imported file", ENTITY_PERSON, import_people, NULL, NULL },
	{ "the first save of a new login", ENTITY_PERSON, put_new, "mai", NULL },
	{ "a setting", ENTITY_NONE, write_setting, NULL, NULL },
	{ "opening, saving, closing", ENTITY_PERSON, open_again, NULL, NULL },
	{ "a backup", ENTITY_NONE, back_up, NULL, NULL },
	{ "a new book", ENTITY_NONE, make_another, NULL, NULL },
	{ "a first draft", ENTITY_MEETING, keep_first_draft, NULL, NULL },
	{ "a draft written again", ENTITY_MEETING, keep_draft_again, NULL, have_draft },
};

const struct deed *
deeds(size_t *count)
{
	*count = ARRAY_COUNT(all);
	return all;
}

void
make_full_book(const struct folder *folder)
{
	struct store *store = make_book(folder, "so.db", "hoa");
	struct err err = { 0 };
	add_unit(store, "ha-nam", "LĐLĐ tỉnh Hà Nam", NULL, NULL);
	add_unit(store, "nam-dinh", "LĐLĐ tỉnh Nam Định", NULL, NULL);
	add_unit(store, "ninh-binh", "LĐLĐ tỉnh Ninh Bình", NULL, NULL);
	add_cluster(store, "cum-3", "Cụm 3", HA_NAM);
	size_t count;
	const enum entity_id *order = exchange_order(&count);
	for (size_t i = 0; i < count; i++) {
		const struct entity *entity = entity_of(order[i]);
		if (entity->subject || entity->owner != ENTITY_NONE || order[i] == ENTITY_BOOK)
			continue;
		deeds_look(store);
		struct sheaf sheaf = filled_sheaf(order[i], 1);
		works(put_sheaf(store, &sheaf, NULL, &err), &err);
		sheaf_release(&sheaf);
	}
	store_close(store);
}
