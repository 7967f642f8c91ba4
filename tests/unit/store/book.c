#include "book.h"
#include "base/mem.h"
#include <dirent.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t
test_now(void *self)
{
	struct test_host *host = self;
	host->now += 1000;
	return host->now - 1000;
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
	struct test_host *host = self;
	for (size_t i = 0; i < length; i++) {
		host->random = host->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		bytes[i] = (uint8_t)(host->random >> 56);
	}
}

struct host
host_of_test(struct test_host *state, uint64_t seed)
{
	*state = (struct test_host){ .now = INT64_C(1795291895123), .random = seed };
	return (struct host){ .now = test_now, .today = test_today, .random = test_random, .self = state };
}

int
make_place(void **state)
{
	struct place_of_test *place = mem_new(1, sizeof *place);
	snprintf(place->folder, sizeof place->folder, "/tmp/thidua-store-XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	snprintf(place->path, sizeof place->path, "%s/so.db", place->folder);
	*state = place;
	return 0;
}

int
remove_place(void **state)
{
	struct place_of_test *place = *state;
	DIR *folder = opendir(place->folder);
	chmod(place->folder, 0700);
	for (struct dirent *entry; folder && (entry = readdir(folder));)
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	int removed = rmdir(place->folder);
	free(place);
	return removed;
}

const char *
in_place(const struct place_of_test *place, const char *name)
{
	static char path[2][FOLDER_SIZE + 256];
	static int turn;
	turn = !turn;
	snprintf(path[turn], sizeof path[turn], "%s/%s", place->folder, name);
	return path[turn];
}

void
no_error(bool done, struct err *err)
{
	if (!done)
		fail_msg("%s", err->text ? err->text : "(no sentence)");
	check_int(err->kind, ERR_NONE);
}

void
expect_error(struct err *err, enum err_kind kind, const char *words)
{
	if (err->kind != kind || !err->text || !strstr(err->text, words))
		fail_msg("kind %d, «%s»; expected kind %d with «%s»", (int)err->kind, err->text ? err->text : "(null)",
			(int)kind, words);
	err_release(err);
}

static struct test_host shared;

struct store *
new_book(const struct place_of_test *place, const char *login)
{
	struct host host = host_of_test(&shared, 1);
	struct err err = { 0 };
	struct store *store;
	no_error(store_create(&store, place->path, &host, login, "Sổ thử", 2026, &err), &err);
	return store;
}

struct store *
open_book(const struct place_of_test *place, const char *login)
{
	struct host host = { .now = test_now, .today = test_today, .random = test_random, .self = &shared };
	if (!shared.now)
		host_of_test(&shared, 1);
	struct err err = { 0 };
	struct store *store;
	no_error(store_open(&store, place->path, &host, login, &err), &err);
	return store;
}

struct change *
begin(struct store *store, const char *action)
{
	struct err err = { 0 };
	struct change *change;
	no_error(change_begin(&change, store, action, NULL, &err), &err);
	return change;
}

void
write_record(struct change *change, struct record *record)
{
	struct err err = { 0 };
	no_error(change_write(change, record, &err), &err);
}

void
commit(struct change *change)
{
	struct err err = { 0 };
	no_error(change_commit(change, &err), &err);
}

struct record
read_record(struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };
	struct record record;
	no_error(record_read(&record, store, entity, id, &err), &err);
	return record;
}

bool
is_there(struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };
	struct record record;
	bool found = record_read(&record, store, entity, id, &err);
	if (!found)
		check_int(err.kind, ERR_NOT_FOUND);
	record_release(&record);
	err_release(&err);
	return found;
}

struct record
new_metric(const char *code, int decimals)
{
	struct record record = record_new(ENTITY_METRIC);
	record_set_text(&record, METRIC_CODE, code);
	record_set_text(&record, METRIC_NAME, code);
	record_set_text(&record, METRIC_SHORT, code);
	record_set_text(&record, METRIC_MEASURE, "người");
	record_set_integer(&record, METRIC_POSITION, 1);
	record_set_integer(&record, METRIC_KIND, METRIC_KIND_FLOW);
	record_set_integer(&record, METRIC_DECIMALS, decimals);
	return record;
}

struct record
new_figure(int64_t subject, int64_t metric, int64_t value)
{
	struct record record = record_new(ENTITY_FIGURE);
	record_set_integer(&record, FIGURE_SUBJECT, subject);
	record_set_integer(&record, FIGURE_METRIC, metric);
	record_set_integer(&record, FIGURE_PERIOD, 202501012);
	record_set_integer(&record, FIGURE_VALUE, value);
	record_set_integer(&record, FIGURE_QUALIFIER, QUALIFIER_EXACTLY);
	return record;
}

char *
told(struct store *store, int64_t id)
{
	static const char *const ops[] = { "", "insert", "update", "delete" };
	struct err err = { 0 };
	struct record_change *changes;
	size_t count;
	struct str out = { 0 };
	no_error(history_of_change(&changes, &count, store, id, &err), &err);
	for (size_t i = 0; i < count; i++) {
		const struct entity *entity = entity_of(changes[i].entity);
		str_add_format(&out, "%s%s %s %lld", i ? "; " : "", ops[changes[i].op], entity->table,
			(long long)changes[i].record);
		for (size_t j = 0; j < changes[i].field_count; j++) {
			struct field_change *field = &changes[i].fields[j];
			if (field->field == entity->uid_field)
				continue;
			str_add_format(&out, " %s:%s→%s", entity->fields[field->field].code,
				field->old ? field->old : "∅", field->new_ ? field->new_ : "∅");
		}
	}
	record_changes_release(changes, count);
	return str_take(&out);
}

void
save(struct store *store, struct record *record)
{
	struct err err = { 0 };
	struct change *change;
	no_error(change_begin(&change, store, "save", NULL, &err), &err);
	no_error(change_write(change, record, &err), &err);
	no_error(change_commit(change, &err), &err);
}

void
delete_record(struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };
	struct change *change;
	struct record record;
	no_error(record_read(&record, store, entity, id, &err), &err);
	no_error(change_begin(&change, store, "delete", NULL, &err), &err);
	no_error(change_delete(change, &record, &err), &err);
	no_error(change_commit(change, &err), &err);
	record_release(&record);
}

struct record
new_unit(const char *note)
{
	struct record record = record_new(ENTITY_UNIT);
	record_set_integer(&record, UNIT_FAMILY, UNIT_FAMILY_UNION);
	record_set_text(&record, UNIT_NOTE, note);
	return record;
}

struct record
new_person(const char *name)
{
	struct record record = record_new(ENTITY_PERSON);
	record_set_text(&record, PERSON_NAME, name);
	return record;
}

struct record
new_document(const char *title)
{
	struct record record = record_new(ENTITY_DOCUMENT);
	record_set_integer(&record, DOCUMENT_KIND, DOCUMENT_KIND_REPORT);
	record_set_text(&record, DOCUMENT_TITLE, title);
	record_set_text(&record, DOCUMENT_LANGUAGE, "vi");
	return record;
}

int64_t
save_unit(struct store *store, const char *note)
{
	struct record unit = new_unit(note);
	save(store, &unit);
	int64_t id = unit.id;
	record_release(&unit);
	return id;
}

int64_t
save_person(struct store *store, const char *name)
{
	struct record person = new_person(name);
	save(store, &person);
	int64_t id = person.id;
	record_release(&person);
	return id;
}

char *
stored_text(struct store *store, enum entity_id entity, int64_t id, int field)
{
	struct err err = { 0 };
	struct record record;
	no_error(record_read(&record, store, entity, id, &err), &err);
	char *text = mem_copy_text(record_text(&record, field));
	record_release(&record);
	return text;
}

/* The store keeps a statement by the address of its question, so none is freed before the program ends. */
const struct question *
question_of(const char *sql)
{
	static struct question *asked[512];
	static size_t count;
	for (size_t i = 0; i < count; i++)
		if (strcmp(asked[i]->sql, sql) == 0)
			return asked[i];
	check(count < ARRAY_COUNT(asked));
	struct question *question = mem_new(1, sizeof *question);
	*question = (struct question){ .name = "test", .sql = mem_copy_text(sql) };
	return asked[count++] = question;
}

int64_t
ask_integer(struct store *store, const char *sql)
{
	struct err err = { 0 };
	int64_t number;
	no_error(rows_one_integer(&number, -1, store, question_of(sql), NULL, 0, &err), &err);
	return number;
}

char *
raw(const char *path, const char *sql)
{
	sqlite3 *db;
	check_int(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_busy_timeout(db, 5000);
	char *message = NULL;
	int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
	if (code != SQLITE_OK)
		message = mem_copy_text(sqlite3_errmsg(db));
	sqlite3_close(db);
	return message;
}

static void
count_finding(void *to, const char *sentence)
{
	print_message("  %s\n", sentence);
	*(int *)to += 1;
}

int
findings(struct store *store)
{
	int count = 0;
	struct err err = { 0 };
	no_error(store_check(store, count_finding, &count, &err), &err);
	return count;
}
