#include "book.h"
#include "app/past.h"
#include "base/mem.h"
#include "store/rows.h"
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int
make_folder(void **state)
{
	struct folder *folder = mem_new(1, sizeof *folder);

	snprintf(folder->path, sizeof folder->path, "/tmp/thidua-app-XXXXXX");
	if (!mkdtemp(folder->path))
		return -1;
	*state = folder;
	return 0;
}

int
remove_folder(void **state)
{
	struct folder *folder = *state;
	DIR *directory = opendir(folder->path);

	for (struct dirent *entry; directory && (entry = readdir(directory));)
		unlinkat(dirfd(directory), entry->d_name, 0);
	if (directory)
		closedir(directory);
	int removed = rmdir(folder->path);
	free(folder);
	return removed;
}

const char *
path_in(const struct folder *folder, const char *name)
{
	static char paths[4][256];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(paths[turn], sizeof paths[turn], "%s/%s", folder->path, name);
	return paths[turn];
}

static int64_t
test_now(void *self)
{
	int64_t *now = self;
	return *now += 1000;
}

static int
test_today(void *self)
{
	(void)self;
	return 20261121;
}

static void
test_random(void *self, uint8_t *bytes, size_t length)
{
	static uint64_t seed = 1;

	(void)self;
	for (size_t i = 0; i < length; i++) {
		seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		bytes[i] = (uint8_t)(seed >> 56);
	}
}

static struct host
test_host(void)
{
	static int64_t now = INT64_C(1795291895123);
	return (struct host){ .now = test_now, .today = test_today, .random = test_random, .self = &now };
}

struct store *
make_book(const struct folder *folder, const char *name, const char *login)
{
	struct host host = test_host();
	struct err err = { 0 };
	struct store *store;

	works(store_create(&store, path_in(folder, name), &host, login, "Sổ thử", 2026, &err), &err);
	return store;
}

struct store *
reopen_book(const struct folder *folder, const char *name, const char *login)
{
	struct host host = test_host();
	struct err err = { 0 };
	struct store *store;

	works(store_open(&store, path_in(folder, name), &host, login, &err), &err);
	return store;
}

void
works(bool done, struct err *err)
{
	if (!done || err->kind != ERR_NONE)
		fail_msg("%s", err->text ? err->text : "(no sentence)");
}

void
refused(bool done, struct err *err, enum err_kind kind, const char *words)
{
	if (done || err->kind != kind || !err->text || !strstr(err->text, words))
		fail_msg("done %d, kind %d, «%s»; expected kind %d with «%s»", (int)done, (int)err->kind,
			err->text ? err->text : "(null)", (int)kind, words);
	err_release(err);
}

bool
put(struct store *store, struct record *record, struct notices *notices, struct err *err)
{
	struct change *change;

	if (!change_begin(&change, store, "save", NULL, err))
		return false;
	if (edit_put(change, record, notices, err))
		return change_commit(change, err);
	change_abandon(change);
	return false;
}

bool
remove_record(struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	struct record record = stored(store, entity, id);
	struct change *change;
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

int64_t
add(struct store *store, struct record record)
{
	struct err err = { 0 };

	works(put(store, &record, NULL, &err), &err);
	int64_t id = record.id;
	record_release(&record);
	return id;
}

struct record
stored(struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };
	struct record record;

	works(record_read(&record, store, entity, id, &err), &err);
	return record;
}

bool
is_there(struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };
	struct record record = { 0 };
	bool there = record_read(&record, store, entity, id, &err);

	record_release(&record);
	err_release(&err);
	return there;
}

char *
text_of(struct store *store, enum entity_id entity, int64_t id, int field)
{
	struct record record = stored(store, entity, id);
	char *text = mem_copy_text(record_text(&record, field));

	record_release(&record);
	return text;
}

int64_t
integer_of(struct store *store, enum entity_id entity, int64_t id, int field)
{
	struct record record = stored(store, entity, id);
	int64_t integer = record_integer(&record, field, -1);

	record_release(&record);
	return integer;
}

size_t
count_of(struct store *store, enum entity_id entity)
{
	static int64_t ids[4096];
	struct err err = { 0 };
	size_t count;

	works(record_page(ids, ARRAY_COUNT(ids), &count, store, entity, 0, &err), &err);
	return count;
}

bool
change_integer(struct store *store, enum entity_id entity, int64_t id, int field, int64_t integer, struct err *err)
{
	struct record record = stored(store, entity, id);

	record_set_integer(&record, field, integer);
	bool done = put(store, &record, NULL, err);
	record_release(&record);
	return done;
}

bool
change_text(struct store *store, enum entity_id entity, int64_t id, int field, const char *text, struct err *err)
{
	struct record record = stored(store, entity, id);

	record_set_text(&record, field, text);
	bool done = put(store, &record, NULL, err);
	record_release(&record);
	return done;
}

/* ---- small records ------------------------------------------------------------------------------------------------- */

static int64_t
add_subject(struct store *store, struct sheaf *sheaf, const char *name, const char *from, const char *to)
{
	struct err err = { 0 };
	struct change *change;
	struct part_list *phases = &sheaf->lists[0];

	phases->records = mem_new(1, sizeof *phases->records);
	phases->count = phases->capacity = 1;
	phases->records[0] = record_new(ENTITY_PHASE);
	record_set_text(&phases->records[0], PHASE_NAME, name);
	record_set_text(&phases->records[0], PHASE_SHORT, name);
	record_set_text(&phases->records[0], PHASE_FROM, from);
	record_set_text(&phases->records[0], PHASE_TO, to);
	works(change_begin(&change, store, "save", NULL, &err), &err);
	works(edit_put_sheaf(change, sheaf, NULL, NULL, &err), &err);
	works(change_commit(change, &err), &err);
	int64_t id = sheaf->record.id;
	sheaf_release(sheaf);
	return id;
}

int64_t
add_unit(struct store *store, const char *uid, const char *name, const char *from, const char *to)
{
	struct sheaf sheaf = sheaf_new(ENTITY_UNIT);

	record_set_text(&sheaf.record, UNIT_UID, uid);
	record_set_text(&sheaf.record, UNIT_FROM, from);
	record_set_text(&sheaf.record, UNIT_TO, to);
	return add_subject(store, &sheaf, name, from, to);
}

int64_t
add_cluster(struct store *store, const char *uid, const char *name, int64_t owner)
{
	struct sheaf sheaf = sheaf_new(ENTITY_CLUSTER);

	record_set_text(&sheaf.record, CLUSTER_UID, uid);
	record_set_integer(&sheaf.record, CLUSTER_OWNER, owner);
	return add_subject(store, &sheaf, name, NULL, NULL);
}

int64_t
add_member(struct store *store, int64_t cluster, int64_t unit, const char *from, const char *to)
{
	struct record member = record_new(ENTITY_MEMBERSHIP);

	record_set_integer(&member, MEMBERSHIP_CLUSTER, cluster);
	record_set_integer(&member, MEMBERSHIP_UNIT, unit);
	record_set_text(&member, MEMBERSHIP_FROM, from);
	record_set_text(&member, MEMBERSHIP_TO, to);
	return add(store, member);
}

int64_t
add_role(struct store *store, const char *code, const char *label, bool single, bool members_only)
{
	struct record role = record_new(ENTITY_ROLE);

	record_set_text(&role, ROLE_UID, code);
	record_set_text(&role, ROLE_CODE, code);
	record_set_text(&role, ROLE_LABEL, label);
	record_set_text(&role, ROLE_LABEL_BLOCK, label);
	record_set_integer(&role, ROLE_SINGLE, single);
	record_set_integer(&role, ROLE_MEMBERS_ONLY, members_only);
	return add(store, role);
}

struct record
new_term(int64_t cluster, int year, int64_t role, int64_t unit)
{
	struct record term = record_new(ENTITY_TERM);

	record_set_integer(&term, TERM_CLUSTER, cluster);
	record_set_integer(&term, TERM_ROLE, role);
	record_set_integer(&term, TERM_UNIT, unit);
	if (year)
		record_set_integer(&term, TERM_WORK_YEAR, year);
	record_set_integer(&term, TERM_YEAR_BASIS, year ? TERM_YEAR_BASIS_STATED : TERM_YEAR_BASIS_UNKNOWN);
	return term;
}

struct record
new_metric(const char *code, const char *name, int decimals)
{
	struct record metric = record_new(ENTITY_METRIC);

	record_set_text(&metric, METRIC_UID, code);
	record_set_text(&metric, METRIC_CODE, code);
	record_set_text(&metric, METRIC_NAME, name);
	record_set_text(&metric, METRIC_SHORT, name);
	record_set_text(&metric, METRIC_MEASURE, "người");
	record_set_integer(&metric, METRIC_POSITION, 1);
	record_set_integer(&metric, METRIC_KIND, METRIC_KIND_FLOW);
	record_set_integer(&metric, METRIC_DECIMALS, decimals);
	return metric;
}

struct record
new_figure(int64_t subject, int64_t metric, period p, int64_t value)
{
	struct record figure = record_new(ENTITY_FIGURE);

	record_set_integer(&figure, FIGURE_SUBJECT, subject);
	record_set_integer(&figure, FIGURE_METRIC, metric);
	record_set_integer(&figure, FIGURE_PERIOD, p);
	record_set_integer(&figure, FIGURE_VALUE, value);
	record_set_integer(&figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY);
	return figure;
}

int64_t
add_person(struct store *store, const char *name)
{
	struct record person = record_new(ENTITY_PERSON);
	record_set_text(&person, PERSON_NAME, name);
	return add(store, person);
}

int64_t
add_document(struct store *store, const char *title)
{
	struct record document = record_new(ENTITY_DOCUMENT);
	record_set_integer(&document, DOCUMENT_KIND, DOCUMENT_KIND_REPORT);
	record_set_text(&document, DOCUMENT_TITLE, title);
	return add(store, document);
}

/* ---- files and undo -------------------------------------------------------------------------------------------------- */

static bool
collect(void *to, const char *bytes, size_t length, struct err *err)
{
	(void)err;
	str_add(to, bytes, length);
	return true;
}

char *
exported(struct store *store, enum entity_id entity)
{
	struct str out = { 0 };
	struct err err = { 0 };

	works(export_kind(store, entity, FORMAT_CSV, (struct csv_style){ .separator = ',', .defuse = true }, collect,
		      &out, &err),
		&err);
	return str_take(&out);
}

char *
exported_all(struct store *store)
{
	struct str out = { 0 };
	size_t count;
	const enum entity_id *order = exchange_order(&count);

	for (size_t i = 0; i < count; i++) {
		char *one = exported(store, order[i]);
		str_add_format(&out, "== %s\n", entity_of(order[i])->table);
		str_add_text(&out, one);
		free(one);
	}
	return str_take(&out);
}

bool
imported(struct store *store, enum entity_id entity, const char *name, const char *text, struct import_result *result,
	struct err *err)
{
	struct import_result ignored;

	return import_kind(
		result ? result : &ignored, store, entity, name, text, strlen(text), NULL, NULL, NULL, NULL, err);
}

bool
undo_last(struct store *store, struct err *err)
{
	int64_t change;

	works(history_next_undo(&change, store, err), err);
	if (!change)
		fail_msg("there is nothing to undo");
	return edit_undo(store, change, false, err);
}

bool
redo_next(struct store *store, struct err *err)
{
	int64_t change;

	works(history_next_redo(&change, store, err), err);
	if (!change)
		fail_msg("there is nothing to redo");
	return edit_undo(store, change, false, err);
}

void
check_latest(struct store *store, const char *expected)
{
	struct change_head head = { 0 };
	struct err err = { 0 };
	size_t count;

	works(history_page(&head, 1, &count, store, 0, 0, ENTITY_NONE, 0, &err), &err);
	char *sentence = change_sentence(store, head.id, &err);
	check_text(sentence, expected);
	free(sentence);
	change_head_release(&head);
}
