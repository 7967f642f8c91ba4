/* Two people edit at random through the one door; when everything is undone, the export equals the start. */
#include "app/past.h"
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

#define ROUNDS 160

static uint64_t seed;
static int64_t first; /* the newest change of the beginning, which stays */

static unsigned
pick(unsigned below)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(seed >> 33) % below;
}

/* A random id of the kind; 0 when there is none. */
static int64_t
any(struct store *store, enum entity_id entity)
{
	static int64_t ids[4096];
	struct err err = { 0 };
	size_t count;

	works(record_page(ids, ARRAY_COUNT(ids), &count, store, entity, 0, &err), &err);
	return count ? ids[pick((unsigned)count)] : 0;
}

/* What the rules forbid is taken back whole; anything else is a failure of the program. */
static void
settle(bool done, struct err *err)
{
	if (!done && err->kind != ERR_INVALID && err->kind != ERR_NOT_ALLOWED && err->kind != ERR_NOT_FOUND)
		fail_msg("kind %d: %s", (int)err->kind, err->text ? err->text : "");
	err_release(err);
}

static void
put_figure(struct store *store)
{
	struct err err = { 0 };
	struct record figure = new_figure(any(store, ENTITY_UNIT), any(store, ENTITY_METRIC),
		period_year(2020 + (int)pick(3)), (int64_t)pick(1000));
	int64_t id;

	works(record_find_key(&id, store, &figure, &err), &err);
	if (id) {
		struct record there = stored(store, ENTITY_FIGURE, id);
		record_set_integer(&there, FIGURE_VALUE, (int64_t)pick(1000));
		if (pick(3) == 0)
			record_set_text(&there, FIGURE_NOTE, "sửa\nlại");
		settle(put(store, &there, NULL, &err), &err);
		record_release(&there);
	} else {
		settle(put(store, &figure, NULL, &err), &err);
	}
	record_release(&figure);
}

static void
put_citation(struct store *store)
{
	struct err err = { 0 };
	struct record citation = record_new(ENTITY_CITATION);
	int64_t figure = any(store, ENTITY_FIGURE), document = any(store, ENTITY_DOCUMENT);

	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, ENTITY_FIGURE);
	record_set_integer(&citation, CITATION_RECORD, figure);
	if (figure && document)
		settle(put(store, &citation, NULL, &err), &err);
	record_release(&citation);
}

static void
put_term(struct store *store)
{
	struct err err = { 0 };
	struct record term = new_term(
		any(store, ENTITY_CLUSTER), 2020 + (int)pick(4), any(store, ENTITY_ROLE), any(store, ENTITY_UNIT));

	settle(put(store, &term, NULL, &err), &err);
	record_release(&term);
}

static void
rename_unit(struct store *store)
{
	struct err err = { 0 };
	struct sheaf base = { 0 }, sheaf = { 0 };
	int64_t unit = any(store, ENTITY_UNIT);
	struct change *change;

	works(sheaf_read(&base, store, ENTITY_UNIT, unit, &err), &err);
	works(sheaf_read(&sheaf, store, ENTITY_UNIT, unit, &err), &err);
	struct part_list *phases = &sheaf.lists[0];
	if (phases->count == 1) {
		ARRAY_RESERVE(phases->records, phases->count, phases->capacity);
		phases->records[1] = record_copy(&phases->records[0]);
		phases->records[1].id = phases->records[1].rev = 0;
		record_set_text(&phases->records[0], PHASE_TO, "2021-12-31");
		record_set_text(&phases->records[1], PHASE_FROM, "2022");
		record_set_text(&phases->records[1], PHASE_SHORT, "Tên mới");
		phases->count = 2;
	} else {
		record_release(&phases->records[1]);
		record_set_text(&phases->records[0], PHASE_TO, NULL);
		phases->count = 1;
	}
	works(change_begin(&change, store, "save", NULL, &err), &err);
	if (edit_put_sheaf(change, &sheaf, &base, NULL, &err)) {
		works(change_commit(change, &err), &err);
	} else {
		change_abandon(change);
		settle(false, &err);
	}
	sheaf_release(&base);
	sheaf_release(&sheaf);
}

static void
remove_any(struct store *store)
{
	static const enum entity_id kinds[] = { ENTITY_FIGURE, ENTITY_CITATION, ENTITY_TERM, ENTITY_MEMBERSHIP,
		ENTITY_UNIT, ENTITY_PERSON, ENTITY_DOCUMENT };
	enum entity_id entity = kinds[pick(ARRAY_COUNT(kinds))];
	struct err err = { 0 };
	int64_t id = any(store, entity);

	if (id)
		settle(remove_record(store, entity, id, &err), &err);
}

static bool
take_into(void *to, const struct record *of_into, const struct record *of_from)
{
	(void)to;
	(void)of_into;
	(void)of_from;
	return pick(2) == 0;
}

static void
merge_any(struct store *store)
{
	struct err err = { 0 };
	enum entity_id entity = pick(2) ? ENTITY_UNIT : ENTITY_PERSON;
	int64_t from = any(store, entity), into = any(store, entity);

	if (from && into && count_of(store, entity) > 4)
		settle(edit_merge(store, entity, from, into, take_into, NULL, &err), &err);
}

static void
turn_any(struct store *store, bool redo)
{
	struct err err = { 0 };
	int64_t change;

	works(redo ? history_next_redo(&change, store, &err) : history_next_undo(&change, store, &err), &err);
	if (change <= first)
		return;
	bool done = edit_undo(store, change, false, &err);
	if (!done && err.kind == ERR_CONFLICT)
		err_release(&err);
	else
		settle(done, &err);
}

static void
raise_decimals(struct store *store)
{
	struct err err = { 0 };
	int64_t metric = any(store, ENTITY_METRIC);
	int64_t decimals = integer_of(store, ENTITY_METRIC, metric, METRIC_DECIMALS);

	settle(change_integer(store, ENTITY_METRIC, metric, METRIC_DECIMALS, decimals + (pick(4) ? 1 : -1), &err),
		&err);
}

static void
edit_at_random(struct store *store)
{
	struct err err = { 0 };
	char name[32];

	switch (pick(16)) {
	case 0:
		snprintf(name, sizeof name, "Người %u", pick(1000));
		add_person(store, name);
		break;
	case 1:
		snprintf(name, sizeof name, "Đơn vị %u", pick(1000));
		add_unit(store, NULL, name, NULL, NULL);
		break;
	case 2:
		snprintf(name, sizeof name, "Văn bản %u", pick(1000));
		add_document(store, name);
		break;
	case 3:
		put_citation(store);
		break;
	case 4:
		put_term(store);
		break;
	case 5:
		rename_unit(store);
		break;
	case 6:
	case 7:
		remove_any(store);
		break;
	case 8:
		merge_any(store);
		break;
	case 9:
	case 10:
		turn_any(store, false);
		break;
	case 11:
		turn_any(store, true);
		break;
	case 12:
		raise_decimals(store);
		break;
	case 13: {
		struct record member = record_new(ENTITY_MEMBERSHIP);
		record_set_integer(&member, MEMBERSHIP_CLUSTER, any(store, ENTITY_CLUSTER));
		record_set_integer(&member, MEMBERSHIP_UNIT, any(store, ENTITY_UNIT));
		record_set_text(&member, MEMBERSHIP_FROM, pick(2) ? "2020" : NULL);
		settle(put(store, &member, NULL, &err), &err);
		record_release(&member);
		break;
	}
	default:
		put_figure(store);
	}
}

/* The standing change whose last turn is the newest; 0 when only the beginning is left. */
static int64_t
newest_standing(struct store *store)
{
	static struct change_head heads[4096];
	struct err err = { 0 };
	int64_t best = 0, latest = 0, tip;
	size_t count;

	works(history_page(heads, ARRAY_COUNT(heads), &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	for (size_t i = 0; i < count; i++) {
		if (heads[i].id > first && heads[i].stands && !heads[i].undoes &&
			strcmp(heads[i].action, "account") != 0) {
			works(history_tip(&tip, store, heads[i].id, &err), &err);
			if (tip > latest) {
				latest = tip;
				best = heads[i].id;
			}
		}
		change_head_release(&heads[i]);
	}
	return best;
}

/* Undoes change by change, newest first whoever made it, until only the beginning is left. */
static void
undo_everything(struct store *const stores[2])
{
	struct err err = { 0 };
	int64_t change;

	while ((change = newest_standing(stores[0])))
		if (!edit_undo(stores[pick(2)], change, false, &err))
			fail_msg("change %lld: %s", (long long)change, err.text);
}

static int64_t
newest(struct store *store)
{
	struct change_head head = { 0 };
	struct err err = { 0 };
	size_t count;

	works(history_page(&head, 1, &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	int64_t id = head.id;
	change_head_release(&head);
	return id;
}

static void
after_undoing_everything_the_book_is_as_it_was(void **state)
{
	for (uint64_t run = 1; run <= 5; run++) {
		char name[16];
		seed = run;
		snprintf(name, sizeof name, "so%d.db", (int)run);
		struct store *hoa = make_book(*state, name, "hoa"), *lan = reopen_book(*state, name, "lan");
		struct store *const stores[2] = { hoa, lan };
		int64_t owner = add_unit(hoa, "tld", "Tổng LĐLĐ", NULL, NULL);
		int64_t cluster = add_cluster(hoa, "cum", "Cụm 3", owner);
		for (int i = 0; i < 4; i++) {
			char text[32];
			snprintf(text, sizeof text, "Đơn vị gốc %d", i);
			add_member(hoa, cluster, add_unit(hoa, NULL, text, NULL, NULL), NULL, NULL);
			snprintf(text, sizeof text, "m%d", i);
			add(hoa, new_metric(text, text, i));
		}
		add_role(hoa, "truong", "cụm trưởng", true, true);
		first = newest(hoa);
		char *before = exported_all(hoa);
		for (int i = 0; i < ROUNDS; i++)
			edit_at_random(stores[pick(2)]);
		undo_everything(stores);
		char *after = exported_all(hoa);
		check_text(after, before);
		free(before);
		free(after);
		store_close(lan);
		store_close(hoa);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			after_undoing_everything_the_book_is_as_it_was, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
