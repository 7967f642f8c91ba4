#include "store/change.h"
#include "base/mem.h"
#include "model/fields.h"
#include "store/account.h"
#include "store/record.h"
#include "store/sql.h"
#include "store/touched.h"
#include <stdlib.h>
#include <string.h>

/* The outermost change holds what the nested ones write. */
struct change {
	struct store *store;
	struct change *outer;        /* NULL: this is the transaction */
	struct touched_list touched; /* of the outermost */
	size_t touched_before;       /* of a nested one: what the outer had written */
	int64_t id;
	int64_t account_before; /* 0: this change makes the account */
	int64_t undoes;
	bool late_references; /* records may come back in any order: references are looked at when it is complete */
};

static struct change *
outermost(struct change *change)
{
	while (change->outer)
		change = change->outer;
	return change;
}

/* The row of a change; its records follow, then their rows of history. */
static bool
insert_change(int64_t *id, struct store *store, int64_t account, const char *action, const char *about, struct err *err)
{
	char at[TIMESTAMP_SIZE];
	host_timestamp(store->host.now(store->host.self), at);
	if (!sql_do(store, err, "INSERT INTO change(at, account, action, about) VALUES (?1, ?2, ?3, ?4)", "titt", at,
		    account, action, about ? about : "{}"))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

/* A login that the book does not know gets its account by a change of its own, in the transaction of its first one, so that
 * undoing that one leaves the account. */
static bool
make_account(struct store *store, struct err *err)
{
	int64_t account, id;
	size_t written;
	struct touched_list list = { 0 };
	if (!sql_integer(&account, 1, store, err, "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'account'", "") ||
		!insert_change(&id, store, account, "account", NULL, err))
		return false;
	struct record record = record_new(ENTITY_ACCOUNT);
	char uid[ULID_SIZE];
	host_ulid(&store->host, uid);
	record_set_text(&record, ACCOUNT_UID, uid);
	record_set_text(&record, ACCOUNT_LOGIN, store->login);
	record_set_text(&record, ACCOUNT_NAME, store->login);
	record.id = account;
	record.rev = id;
	touched_add(&list, ENTITY_ACCOUNT, account, NULL);
	bool done = row_insert(store, &record, err) && touched_write(&written, store, &list, id, err);
	record_release(&record);
	touched_release(&list);
	if (done)
		store->account = account;
	return done;
}

static bool
begin_transaction(struct change *change, const char *action, const char *about, struct err *err)
{
	struct store *store = change->store;
	if (store->reading)
		die("change_begin inside store_read_begin");
	if (!store_take_gate(store, err))
		return false;
	if (!sql_run(store, "BEGIN IMMEDIATE", err)) {
		store_leave_gate(store);
		return false;
	}
	change->account_before = store->account;
	bool done = sql_integer(&store->before_change, 0, store, err, "SELECT max(id) FROM change", "");
	/* another process with this login may have made the account meanwhile */
	done = done &&
		(store->account ||
			sql_integer(&store->account, 0, store, err, "SELECT id FROM account WHERE login = ?1", "t",
				store->login));
	done = done && (store->account || make_account(store, err)) &&
		insert_change(&change->id, store, store->account, action, about, err);
	if (done)
		return true;
	struct err ignored = { 0 };
	if (!sqlite3_get_autocommit(store->db))
		sql_run(store, "ROLLBACK", &ignored);
	err_release(&ignored);
	store->account = change->account_before;
	store_leave_gate(store);
	return false;
}

bool
account_make(struct store *store, struct err *err)
{
	if (!store_take_gate(store, err))
		return false;
	bool done = sql_run(store, "BEGIN IMMEDIATE", err) &&
		sql_integer(
			&store->account, 0, store, err, "SELECT id FROM account WHERE login = ?1", "t", store->login) &&
		(store->account || make_account(store, err)) && sql_run(store, "COMMIT", err);
	struct err ignored = { 0 };
	if (!done && !sqlite3_get_autocommit(store->db))
		sql_run(store, "ROLLBACK", &ignored);
	err_release(&ignored);
	if (!done)
		store->account = 0;
	else
		store->newest = -1;
	store_leave_gate(store);
	return done;
}

bool
change_begin(struct change **out, struct store *store, const char *action, const char *about, struct err *err)
{
	struct change *change = mem_new(1, sizeof *change);
	change->store = store;
	change->outer = store->change;
	bool done;
	if (change->outer) {
		struct change *root = outermost(change->outer);
		change->id = root->id;
		change->touched_before = root->touched.count;
		done = sql_run(store, "SAVEPOINT nested", err);
	} else {
		done = begin_transaction(change, action, about, err);
	}
	if (!done) {
		free(change);
		change = NULL;
	} else {
		store->change = change;
	}
	*out = change;
	return done;
}

/* A failure such as a full disk makes SQLite roll everything back by itself. */
static bool
still_open(struct change *change, struct err *err)
{
	return !sqlite3_get_autocommit(change->store->db) ||
		err_set(err, ERR_STORAGE,
			SAY("Thao tác đã bị hủy vì không ghi được vào sổ {1}; chưa lưu gì.",
				"The action was taken back because the book {1} could not be written; nothing was saved."),
			change->store->path, NULL);
}

static bool
conflict(const struct record *record, bool found, struct err *err)
{
	const char *kind = say(record->entity->one);
	if (!found)
		return err_set(err, ERR_CONFLICT,
			SAY("Người khác vừa xóa bản ghi này ({1}).",
				"Someone else has just deleted this record ({1})."),
			kind, NULL);
	return err_set(err, ERR_CONFLICT,
		SAY("Người khác vừa sửa bản ghi này ({1}).", "Someone else has just changed this record ({1})."), kind,
		NULL);
}

static bool
insert_record(struct change *change, struct record *record, struct err *err)
{
	const struct entity *entity = record->entity;
	struct touched_list *list = &outermost(change)->touched;
	if (entity->uid_field >= 0 && !record_has(record, entity->uid_field)) {
		char uid[ULID_SIZE];
		host_ulid(&change->store->host, uid);
		record_set_text(record, entity->uid_field, uid);
	}
	record_derive(record);
	int64_t rev = record->rev;
	record->rev = change->id;
	if (!row_insert(change->store, record, err)) {
		record->rev = rev;
		return false;
	}
	if (!touched_find(list, entity->id, record->id))
		touched_add(list, entity->id, record->id, NULL);
	return true;
}

static bool
update_record(struct change *change, struct record *record, struct err *err)
{
	struct touched_list *list = &outermost(change)->touched;
	struct record stored;
	bool found;
	if (!row_read(&stored, &found, change->store, record->entity->id, record->id, err))
		return false;
	bool done = true;
	if (!found || stored.rev != record->rev) {
		done = conflict(record, found, err);
	} else if (!row_equal(record, &stored)) {
		record_derive(record);
		record->rev = change->id;
		done = row_update(change->store, record, err);
		if (!done)
			record->rev = stored.rev;
		else if (!touched_find(list, record->entity->id, record->id))
			touched_add(list, record->entity->id, record->id, &stored);
	}
	record_release(&stored);
	return done;
}

bool
change_write(struct change *change, struct record *record, struct err *err)
{
	if (!still_open(change, err))
		return false;
	return record->id ? update_record(change, record, err) : insert_record(change, record, err);
}

/* From here on a record may refer to one that comes back later. */
static bool
allow_late_references(struct change *change, struct err *err)
{
	struct change *root = outermost(change);
	if (!root->late_references && !sql_run(root->store, "PRAGMA defer_foreign_keys = ON", err))
		return false;
	root->late_references = true;
	return true;
}

bool
change_restore(struct change *change, struct record *record, struct err *err)
{
	bool found;
	struct record stored;
	if (!still_open(change, err) || !row_read(&stored, &found, change->store, record->entity->id, record->id, err))
		return false;
	record_release(&stored);
	if (found)
		return err_set(err, ERR_CONFLICT,
			SAY("Bản ghi này ({1}) đã có lại trong sổ.", "This record ({1}) is back in the book already."),
			say(record->entity->one), NULL);
	return allow_late_references(change, err) && insert_record(change, record, err);
}

/* What no foreign key holds: aliases and citations of the record, figures of a span. */
static bool
is_mentioned(bool *mentioned, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	int64_t count;
	if (!sql_integer(&count, 0, store, err,
		    "SELECT EXISTS (SELECT 1 FROM alias WHERE entity = ?1 AND record = ?2) OR"
		    " EXISTS (SELECT 1 FROM citation WHERE entity = ?1 AND record = ?2)",
		    "ii", (int64_t)entity, id))
		return false;
	if (!count && entity == ENTITY_SPAN) {
		struct reference first;
		size_t found;
		if (!record_references(&first, 1, &found, store, entity, id, err))
			return false;
		count = (int64_t)found;
	}
	*mentioned = count != 0;
	return true;
}

static bool
refuse_mentioned(const struct entity *entity, struct err *err)
{
	return err_set(err, ERR_NOT_ALLOWED,
		SAY("Chưa xóa được bản ghi này ({1}): còn bản ghi khác nhắc tới nó.",
			"This record ({1}) cannot be deleted: another record still refers to it."),
		say(entity->one), NULL);
}

/* The stamp tells the guards that the change in the making does this. */
static bool
delete_row(struct change *change, const struct record *record, struct err *err)
{
	struct store *store = change->store;
	if (!sql_run(store, "SAVEPOINT deletion", err))
		return false;
	bool done = row_stamp(store, record, change->id, err) && row_delete(store, record, err);
	if (!done && sqlite3_extended_errcode(store->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
		refuse_mentioned(record->entity, err);
	if (!done && sqlite3_get_autocommit(store->db))
		return false;
	struct err ignored = { 0 };
	bool closed = sql_run(
		store, done ? "RELEASE deletion" : "ROLLBACK TO deletion; RELEASE deletion", done ? err : &ignored);
	err_release(&ignored);
	return done && closed;
}

bool
change_delete(struct change *change, const struct record *record, struct err *err)
{
	struct store *store = change->store;
	struct change *root = outermost(change);
	struct record stored;
	bool found, mentioned = false;
	if (!still_open(change, err) || !row_read(&stored, &found, store, record->entity->id, record->id, err))
		return false;
	bool done;
	if (!found || stored.rev != record->rev)
		done = conflict(record, found, err);
	else if (!root->late_references && !is_mentioned(&mentioned, store, record->entity->id, record->id, err))
		done = false;
	else if (mentioned)
		done = refuse_mentioned(record->entity, err);
	else
		done = delete_row(change, record, err);
	if (done) {
		struct touched *touched = touched_find(&root->touched, record->entity->id, record->id);
		if (touched)
			touched->ordinal = ++root->touched.ordinals;
		else
			touched_add(&root->touched, record->entity->id, record->id, &stored);
	}
	record_release(&stored);
	return done;
}

void
change_undoes(struct change *change, int64_t undone)
{
	struct change *root = outermost(change);
	struct err ignored = { 0 };
	root->undoes = undone;
	allow_late_references(root, &ignored);
	err_release(&ignored);
}

int64_t
change_id(const struct change *change)
{
	return change->id;
}

struct store *
change_store(const struct change *change)
{
	return change->store;
}

bool
change_touches(const struct store *store, enum entity_id entity)
{
	return store->change && outermost(store->change)->touched.kinds >> entity & 1;
}

size_t
change_count(const struct change *change)
{
	while (change->outer)
		change = change->outer;
	return change->touched.count;
}

static bool
complete_row(struct change *change, struct err *err)
{
	struct store *store = change->store;
	return !change->undoes ||
		sql_do(store, err, "UPDATE change SET undoes = ?2 WHERE id = ?1", "ii", change->id, change->undoes);
}

/* With late references nobody looked yet whether a deleted record is still mentioned where no foreign key is. */
static bool
check_mentions(struct change *change, struct err *err)
{
	struct touched_list *list = &change->touched;
	for (size_t i = 0; change->late_references && i < list->count; i++) {
		struct record stored;
		bool found, mentioned = false;
		if (!row_read(&stored, &found, change->store, list->items[i].entity, list->items[i].id, err))
			return false;
		record_release(&stored);
		if (!found && !is_mentioned(&mentioned, change->store, list->items[i].entity, list->items[i].id, err))
			return false;
		if (mentioned)
			return refuse_mentioned(entity_of(list->items[i].entity), err);
	}
	return true;
}

static void
finish_transaction(struct change *change, bool saved)
{
	struct store *store = change->store;
	struct err ignored = { 0 };
	if (!saved && !sqlite3_get_autocommit(store->db))
		sql_run(store, "ROLLBACK", &ignored);
	err_release(&ignored);
	if (saved)
		store->newest = change->id;
	else if (!change->account_before)
		store->account = 0;
	store->change = NULL;
	store_leave_gate(store);
	touched_release(&change->touched);
	free(change);
}

static bool
commit_transaction(struct change *change, struct err *err)
{
	bool any = false;
	size_t written = 0;
	bool done = still_open(change, err) && touched_any(&any, change->store, &change->touched, err);
	bool save = done && any;
	if (save)
		done = check_mentions(change, err) && complete_row(change, err) &&
			touched_write(&written, change->store, &change->touched, change->id, err) &&
			sql_run(change->store, "COMMIT", err);
	finish_transaction(change, save && done);
	return done;
}

static void
finish_nested(struct change *change)
{
	change->store->change = change->outer;
	free(change);
}

bool
change_commit(struct change *change, struct err *err)
{
	if (change->store->change != change)
		die("change_commit: a nested change is still open");
	if (!change->outer)
		return commit_transaction(change, err);
	bool done = still_open(change, err) && sql_run(change->store, "RELEASE nested", err);
	finish_nested(change);
	return done;
}

void
change_abandon(struct change *change)
{
	if (!change)
		return;
	if (change->store->change != change)
		die("change_abandon: a nested change is still open");
	if (!change->outer) {
		finish_transaction(change, false);
		return;
	}
	struct err ignored = { 0 };
	touched_cut(&outermost(change)->touched, change->touched_before);
	if (!sqlite3_get_autocommit(change->store->db))
		sql_run(change->store, "ROLLBACK TO nested; RELEASE nested", &ignored);
	err_release(&ignored);
	finish_nested(change);
}
