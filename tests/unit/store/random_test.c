/* Random edits of two accounts against a plain model in memory: after every change the book is what the model is, history alone
 * gives the book again, and every row that SQLite changed has its row of history. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "base/mem.h"
#include "book.h"
#include "store/handle.h"
#include <stdlib.h>

#define STEPS 700
#define MOST 4000

/* ---- the model: every record that ever was ---- */

struct plain {
	struct record record;
	bool alive;
};
struct model {
	struct plain items[MOST];
	size_t count;
	uint64_t random;
};

static int64_t
pick(struct model *model, int64_t below)
{
	model->random = model->random * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (int64_t)((model->random >> 33) % (uint64_t)below);
}

static struct plain *
plain_of(struct model *model, enum entity_id entity, int64_t id)
{
	for (size_t i = 0; i < model->count; i++)
		if (model->items[i].record.entity->id == entity && model->items[i].record.id == id)
			return &model->items[i];
	return NULL;
}

static struct plain *
any_alive(struct model *model, enum entity_id entity)
{
	size_t start = model->count ? (size_t)pick(model, (int64_t)model->count) : 0;
	for (size_t i = 0; i < model->count; i++) {
		struct plain *plain = &model->items[(start + i) % model->count];
		if (plain->alive && (!entity || plain->record.entity->id == entity))
			return plain;
	}
	return NULL;
}

static void
model_put(struct model *model, const struct record *record)
{
	struct plain *plain = plain_of(model, record->entity->id, record->id);
	if (plain) {
		record_release(&plain->record);
	} else {
		check(model->count < MOST);
		plain = &model->items[model->count++];
	}
	*plain = (struct plain){ .record = record_copy(record), .alive = true };
}

static void
model_copy(struct model *to, const struct model *from)
{
	for (size_t i = 0; i < to->count; i++)
		record_release(&to->items[i].record);
	to->count = from->count;
	to->random = from->random;
	for (size_t i = 0; i < from->count; i++)
		to->items[i] =
			(struct plain){ .record = record_copy(&from->items[i].record), .alive = from->items[i].alive };
}

static bool
model_refers(struct model *model, const struct record *target)
{
	for (size_t i = 0; i < model->count; i++) {
		const struct record *record = &model->items[i].record;
		for (int j = 0; model->items[i].alive && j < record->entity->field_count; j++) {
			const struct field *field = &record->entity->fields[j];
			bool points = (field->type == FIELD_REFERENCE && field->target == target->entity->id) ||
				(field->type == FIELD_SUBJECT && target->entity->subject) ||
				(field->type == FIELD_ANY &&
					record_integer(record, j - 1, 0) == (int64_t)target->entity->id);
			if (points && record_integer(record, j, 0) == target->id && record_has(record, j))
				return true;
		}
	}
	return false;
}

/* ---- rows that SQLite changed ---- */

struct changed {
	const char *table;
	int64_t id;
};
static struct changed changed_rows[10000];
static size_t changed_count;

static void
on_row(void *to, sqlite3 *db, int op, const char *database, const char *table, sqlite3_int64 old, sqlite3_int64 fresh)
{
	(void)to, (void)db, (void)database;
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		const char *name = entity_of((enum entity_id)id)->table;
		if (strcmp(name, table) == 0 && changed_count < ARRAY_COUNT(changed_rows))
			changed_rows[changed_count++] = (struct changed){ name, op == SQLITE_DELETE ? old : fresh };
	}
}

/* Each row that was touched and is not as it was before the change has its history. */
static void
check_recorded(struct store *store, const struct model *before, int64_t change)
{
	static const struct question recorded = { .name = "recorded",
		.sql = "SELECT count(*) FROM change_record WHERE entity = ?1 AND record = ?2 AND change = ?3" };
	check(changed_count < ARRAY_COUNT(changed_rows));
	for (size_t i = 0; i < changed_count; i++) {
		const struct entity *entity = entity_named(changed_rows[i].table);
		int64_t rows;
		struct err err = { 0 };
		no_error(rows_one_integer(&rows, 0, store, &recorded,
				 (struct value[]){ ARG_INTEGER((int64_t)entity->id), ARG_INTEGER(changed_rows[i].id),
					 ARG_INTEGER(change) },
				 3, &err),
			&err);
		if (rows == 1 || entity->id == ENTITY_ACCOUNT) /* made by a change of its own */
			continue;
		const struct plain *plain = plain_of((struct model *)before, entity->id, changed_rows[i].id);
		struct record now;
		bool there = record_read(&now, store, entity->id, changed_rows[i].id, &err);
		err_release(&err);
		check(there == (plain && plain->alive));
		if (there)
			check_int(now.rev, plain->record.rev);
		record_release(&now);
	}
	changed_count = 0;
}

/* ---- random deeds ---- */

static void
scribble(struct model *model, struct record *record)
{
	static const char *const words[] = { "Lan", "một", "“hai”", "'; --", "ba\nbốn", "{\"a\":[1,2]}", "Ô Nguyễn", "",
		"năm\\u0000", "7" };
	for (int i = 0; i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		if (FIELD_IS_DERIVED(field) || pick(model, 3))
			continue;
		const char *word = words[pick(model, (int64_t)ARRAY_COUNT(words))];
		if ((field->type == FIELD_TEXT || field->type == FIELD_LINES || field->type == FIELD_CODE) &&
			(*word || !(field->flags & FIELD_REQUIRED)) && strcmp(field->code, "language") != 0 &&
			strcmp(field->code, "pct_text") != 0)
			record_set_text(record, i, word);
	}
}

static bool
make_record(struct model *model, struct record *out)
{
	struct plain *unit = any_alive(model, ENTITY_UNIT), *cluster = any_alive(model, ENTITY_CLUSTER),
		     *metric = any_alive(model, ENTITY_METRIC), *person = any_alive(model, ENTITY_PERSON),
		     *document = any_alive(model, ENTITY_DOCUMENT);
	struct str code = { 0 };
	bool made = true;
	switch (pick(model, 9)) {
	case 0:
		*out = new_unit("mới");
		break;
	case 1:
		*out = new_person("Người mới");
		break;
	case 2:
		*out = new_document("Báo cáo");
		if (cluster)
			record_set_integer(out, DOCUMENT_CLUSTER, cluster->record.id);
		break;
	case 3:
		*out = record_new(ENTITY_CLUSTER);
		made = unit != NULL;
		if (made)
			record_set_integer(out, CLUSTER_OWNER, unit->record.id);
		break;
	case 4:
		*out = record_new(ENTITY_MEMBERSHIP);
		made = unit && cluster;
		if (made) {
			record_set_integer(out, MEMBERSHIP_UNIT, unit->record.id);
			record_set_integer(out, MEMBERSHIP_CLUSTER, cluster->record.id);
			str_add_format(&code, "%d", (int)(2000 + pick(model, 20)));
			record_set_text(out, MEMBERSHIP_FROM, str_text(&code));
		}
		break;
	case 5:
		str_add_format(&code, "m%d", (int)pick(model, 30));
		*out = new_metric(str_text(&code), (int)pick(model, 5));
		break;
	case 6:
		made = unit && metric;
		*out = new_figure(
			made ? unit->record.id : 1, made ? metric->record.id : 1, pick(model, 1000000) - 500000);
		break;
	case 7:
		*out = record_new(ENTITY_ALIAS);
		made = person != NULL;
		if (made) {
			record_set_integer(out, ALIAS_ENTITY, ENTITY_PERSON);
			record_set_integer(out, ALIAS_RECORD, person->record.id);
			str_add_format(&code, "tên %d", (int)pick(model, 50));
			record_set_text(out, ALIAS_TEXT, str_text(&code));
		}
		break;
	default:
		*out = record_new(ENTITY_POST);
		made = person && unit && document;
		if (made) {
			record_set_integer(out, POST_PERSON, person->record.id);
			record_set_integer(out, POST_UNIT, unit->record.id);
			record_set_text(out, POST_TITLE, "Chủ tịch");
		}
	}
	str_release(&code);
	if (!made)
		record_release(out);
	return made;
}

/* A key that is there already; an alias without a letter. */
static void
refused(const struct record *record, const struct err *err)
{
	if (err->kind != ERR_NOT_ALLOWED && (err->kind != ERR_INVALID || record->entity->id != ENTITY_ALIAS))
		fail_msg("%s: %s", record->entity->table, err->text ? err->text : "");
}

/* One write that the model follows; a refusal (a key that is there, a reference that holds) must leave both as they were. */
static void
one_write(struct model *model, struct change *change)
{
	struct err err = { 0 };
	struct record record = { 0 };
	int64_t deed = pick(model, 10);
	struct plain *plain = any_alive(model, ENTITY_NONE);
	if (deed < 4 || !plain) {
		if (!make_record(model, &record))
			return;
		if (change_write(change, &record, &err))
			model_put(model, &record);
		else
			check(err.kind == ERR_NOT_ALLOWED && record.id == 0);
	} else if (deed < 8) {
		record = record_copy(&plain->record);
		scribble(model, &record);
		if (change_write(change, &record, &err))
			model_put(model, &record);
		else
			refused(&record, &err);
	} else {
		bool held = model_refers(model, &plain->record);
		record = record_copy(&plain->record);
		bool done = change_delete(change, &record, &err);
		check(done == !held);
		if (done)
			plain->alive = false;
		else
			check_int(err.kind, ERR_NOT_ALLOWED);
	}
	record_release(&record);
	err_release(&err);
}

static void
some_writes(struct model *model, struct store *store, int depth)
{
	static struct model kept[3];
	struct change *change = begin(store, depth ? "inner" : "save");
	model_copy(&kept[depth], model);
	for (int64_t i = 0, writes = 1 + pick(model, 5); i < writes; i++) {
		if (depth < 2 && pick(model, 5) == 0)
			some_writes(model, store, depth + 1);
		else
			one_write(model, change);
	}
	if (pick(model, 6) == 0) {
		change_abandon(change);
		uint64_t random = model->random;
		model_copy(model, &kept[depth]);
		model->random = random;
		if (!depth)
			changed_count = 0;
		return;
	}
	int64_t id = change_id(change);
	commit(change);
	if (depth == 0)
		check_recorded(store, &kept[0], id);
}

/* ---- comparing ---- */

/* A change that came back to where it began leaves no trace, also in the revisions that the model noted. */
static void
check_same(struct model *model, struct store *store)
{
	int64_t alive = 0;
	for (size_t i = 0; i < model->count; i++) {
		struct plain *plain = &model->items[i];
		if (!plain->alive) {
			check(!is_there(store, plain->record.entity->id, plain->record.id));
			continue;
		}
		alive++;
		struct record stored = read_record(store, plain->record.entity->id, plain->record.id);
		for (int j = 0; j < stored.entity->field_count; j++)
			if (!value_equal(&stored.values[j], &plain->record.values[j]))
				fail_msg("%s %d: %s differs", stored.entity->table, (int)stored.id,
					stored.entity->fields[j].code);
		plain->record.rev = stored.rev;
		record_release(&stored);
	}
	check_int(
		ask_integer(store,
			"SELECT (SELECT count(*) FROM unit) + (SELECT count(*) FROM person) + (SELECT count(*) FROM document)"
			" + (SELECT count(*) FROM cluster) + (SELECT count(*) FROM membership) + (SELECT count(*) FROM metric)"
			" + (SELECT count(*) FROM figure) + (SELECT count(*) FROM alias) + (SELECT count(*) FROM post)"),
		alive);
}

static int
decimals_of(struct store *store, const struct record *record)
{
	if (record->entity->id != ENTITY_FIGURE)
		return 0;
	struct record metric = read_record(store, ENTITY_METRIC, record_integer(record, FIGURE_METRIC, 0));
	int decimals = (int)record_integer(&metric, METRIC_DECIMALS, 0);
	record_release(&metric);
	return decimals;
}

/* Reads all history of one record from its beginning and rebuilds it from nothing. */
static void
check_history_of(struct store *store, const struct plain *plain)
{
	const struct entity *entity = plain->record.entity;
	struct record_change *changes;
	size_t count;
	struct err err = { 0 };
	char **values = mem_new((size_t)entity->field_count, sizeof *values);
	bool there = false;
	no_error(history_of_record(&changes, &count, store, entity->id, plain->record.id, &err), &err);
	for (size_t i = count; i-- > 0;) {
		check(there == (changes[i].op != HISTORY_INSERT));
		there = changes[i].op != HISTORY_DELETE;
		for (size_t j = 0; j < changes[i].field_count; j++) {
			struct field_change *field = &changes[i].fields[j];
			check_text(values[field->field], field->old);
			values[field->field] = field->new_;
		}
	}
	check(there == plain->alive);
	int decimals = there ? decimals_of(store, &plain->record) : 0;
	for (int i = 0; there && i < entity->field_count; i++) {
		struct str text = { 0 };
		if (record_has(&plain->record, i) && !FIELD_IS_DERIVED(&entity->fields[i]))
			field_write(&entity->fields[i], &plain->record.values[i], decimals, &text);
		check_text(values[i],
			record_has(&plain->record, i) && !FIELD_IS_DERIVED(&entity->fields[i]) ? str_text(&text)
											       : NULL);
		str_release(&text);
	}
	free(values);
	record_changes_release(changes, count);
}

static void
random_edits_of_two_are_what_a_plain_model_says(void **state)
{
	static struct model model, empty;
	const struct place_of_test *place = *state;
	struct store *stores[2] = { new_book(place, "lan"), open_book(place, "mai") };
	model.random = 2026;
	for (int step = 0; step < STEPS; step++) {
		int turn = (int)pick(&model, 2);
		sqlite3_preupdate_hook(stores[turn]->db, on_row, NULL);
		some_writes(&model, stores[turn], 0);
		if (step % 10 == 0)
			check_same(&model, stores[!turn]);
		else
			check_same(&model, stores[turn]);
		if (step % 100 == 99) {
			store_close(stores[turn]);
			stores[turn] = open_book(place, turn ? "mai" : "lan");
			check_same(&model, stores[turn]);
			for (size_t i = 0; i < model.count; i++)
				check_history_of(stores[turn], &model.items[i]);
		}
	}
	print_message("  %d records, %d changes\n", (int)model.count,
		(int)ask_integer(stores[0], "SELECT count(*) FROM change"));
	check(model.count > 300);
	check_int(findings(stores[0]), 0);
	store_close(stores[0]);
	store_close(stores[1]);
	model_copy(&model, &empty);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			random_edits_of_two_are_what_a_plain_model_says, make_place, remove_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
