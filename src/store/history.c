#include "store/history.h"
#include "base/ids.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/sql.h"
#include "text/json.h"
#include <stdlib.h>
#include <string.h>

void
change_head_release(struct change_head *head)
{
	free(head->at);
	free(head->login);
	free(head->action);
	free(head->about);
	free(head->reason);
	*head = (struct change_head){ 0 };
}

/* The change that takes this one back; 0: none. */
static bool
undoer(int64_t *id, struct store *store, int64_t change, struct err *err)
{
	return sql_integer(id, 0, store, err, "SELECT id FROM change WHERE undoes = ?1", "i", change);
}

static bool
walk_chain(int64_t *tip, bool *stands, struct store *store, int64_t change, struct err *err)
{
	int64_t next = change;
	*tip = change;
	*stands = false;
	while (next) {
		*tip = next;
		*stands = !*stands;
		if (!undoer(&next, store, *tip, err))
			return false;
	}
	return true;
}

bool
history_tip(int64_t *tip, struct store *store, int64_t change, struct err *err)
{
	bool stands;
	return walk_chain(tip, &stands, store, change, err);
}

#define HEAD "SELECT c.id, c.at, c.account, a.login, c.action, c.about, c.reason, c.undoes "

static char *
text_of(sqlite3_stmt *stmt, int column)
{
	return mem_copy_text((const char *)sqlite3_column_text(stmt, column));
}

static void
take_head(struct change_head *head, sqlite3_stmt *stmt)
{
	*head = (struct change_head){ .id = sqlite3_column_int64(stmt, 0),
		.at = text_of(stmt, 1),
		.account = sqlite3_column_int64(stmt, 2),
		.login = text_of(stmt, 3),
		.action = text_of(stmt, 4),
		.about = text_of(stmt, 5),
		.reason = text_of(stmt, 6),
		.undoes = sqlite3_column_int64(stmt, 7) };
}

/* Takes the rows of a statement into heads, then looks whether each stands. */
static bool
take_heads(struct change_head *out, size_t capacity, size_t *count, struct store *store, sqlite3_stmt *stmt,
	struct err *err)
{
	*count = 0;
	int code = SQLITE_DONE;
	while (*count < capacity && (code = sqlite3_step(stmt)) == SQLITE_ROW)
		take_head(&out[(*count)++], stmt);
	bool done = code == SQLITE_ROW || code == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	int64_t tip;
	for (size_t i = 0; i < *count && done; i++)
		done = walk_chain(&tip, &out[i].stands, store, out[i].id, err);
	for (; !done && *count; *count -= 1)
		change_head_release(&out[*count - 1]);
	return done;
}

bool
history_head(struct change_head *out, struct store *store, int64_t change, struct err *err)
{
	*out = (struct change_head){ 0 };
	size_t count;
	sqlite3_stmt *stmt = sql_ask(
		store, err, HEAD "FROM change c JOIN account a ON a.id = c.account WHERE c.id = ?1", "i", change);
	if (!stmt || !take_heads(out, 1, &count, store, stmt, err))
		return false;
	return count ||
		err_set(err, ERR_NOT_FOUND, SAY("Sổ không có thay đổi này.", "The book has no such change."), NULL);
}

bool
history_page(struct change_head *out, size_t capacity, size_t *count, struct store *store, int64_t before,
	int64_t account, enum entity_id entity, int64_t record, struct err *err)
{
	int64_t from = before ? before : INT64_MAX, kind = (int64_t)entity, limit = (int64_t)capacity;
	sqlite3_stmt *stmt;
	*count = 0;
	if (entity && record)
		stmt = sql_ask(store, err,
			HEAD
			"FROM change_record r JOIN change c ON c.id = r.change JOIN account a ON a.id = c.account"
			" WHERE r.entity = ?4 AND r.record = ?5 AND r.change < ?1 AND (?2 = 0 OR c.account = ?2) ORDER BY r.change DESC LIMIT ?3",
			"iiiii", from, account, limit, kind, record);
	else if (entity && account)
		stmt = sql_ask(store, err,
			HEAD
			"FROM change c JOIN account a ON a.id = c.account WHERE c.account = ?2 AND c.id < ?1"
			" AND EXISTS (SELECT 1 FROM change_record r WHERE r.change = c.id AND r.entity = ?4) ORDER BY c.id DESC LIMIT ?3",
			"iiii", from, account, limit, kind);
	else if (entity)
		stmt = sql_ask(store, err,
			HEAD
			"FROM change c JOIN account a ON a.id = c.account WHERE c.id < ?1"
			" AND EXISTS (SELECT 1 FROM change_record r WHERE r.change = c.id AND r.entity = ?3) ORDER BY c.id DESC LIMIT ?2",
			"iii", from, limit, kind);
	else if (account)
		stmt = sql_ask(store, err,
			HEAD
			"FROM change c JOIN account a ON a.id = c.account WHERE c.account = ?2 AND c.id < ?1 ORDER BY c.id DESC LIMIT ?3",
			"iii", from, account, limit);
	else
		stmt = sql_ask(store, err,
			HEAD
			"FROM change c JOIN account a ON a.id = c.account WHERE c.id < ?1 ORDER BY c.id DESC LIMIT ?2",
			"ii", from, limit);
	return stmt && take_heads(out, capacity, count, store, stmt, err);
}

static void
release_change(struct record_change *change)
{
	for (size_t i = 0; i < change->field_count; i++) {
		free(change->fields[i].old);
		free(change->fields[i].new_);
	}
	free(change->fields);
}

void
record_changes_release(struct record_change *changes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		release_change(&changes[i]);
	free(changes);
}

struct pairs {
	struct record_change *change;
	size_t capacity;
};

/* A code that this program does not know is passed over. */
static bool
take_pair(void *to, const char *code, const char *before, const char *after, struct err *err)
{
	(void)err;
	struct pairs *pairs = to;
	struct record_change *change = pairs->change;
	int field = entity_field(entity_of(change->entity), code);
	if (field < 0)
		return true;
	ARRAY_RESERVE(change->fields, change->field_count, pairs->capacity);
	change->fields[change->field_count++] =
		(struct field_change){ .field = field, .old = mem_copy_text(before), .new_ = mem_copy_text(after) };
	return true;
}

/* change, entity, record, op, fields. */
static bool
take_change(struct record_change *out, sqlite3_stmt *stmt, struct err *err)
{
	*out = (struct record_change){ .change = sqlite3_column_int64(stmt, 0),
		.entity = (enum entity_id)sqlite3_column_int(stmt, 1),
		.record = sqlite3_column_int64(stmt, 2),
		.op = (enum history_op)sqlite3_column_int(stmt, 3) };
	struct pairs pairs = { .change = out };
	const char *fields = (const char *)sqlite3_column_text(stmt, 4);
	return !entity_of(out->entity) ||
		json_read_changes(fields, (size_t)sqlite3_column_bytes(stmt, 4), take_pair, &pairs, err);
}

static bool
take_changes(struct record_change **out, size_t *count, struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	size_t capacity = 0;
	*out = NULL;
	*count = 0;
	if (!stmt)
		return false;
	int code;
	bool done = true;
	while (done && (code = sqlite3_step(stmt)) != SQLITE_DONE) {
		if (code != SQLITE_ROW) {
			done = sql_fail(store, err);
			break;
		}
		ARRAY_RESERVE(*out, *count, capacity);
		done = take_change(&(*out)[(*count)++], stmt, err);
	}
	sql_done(stmt);
	if (!done) {
		record_changes_release(*out, *count);
		*out = NULL;
		*count = 0;
	}
	return done;
}

bool
history_of_change(struct record_change **out, size_t *count, struct store *store, int64_t change, struct err *err)
{
	return take_changes(out, count, store,
		sql_ask(store, err,
			"SELECT change, entity, record, op, fields FROM change_record WHERE change = ?1 ORDER BY ordinal",
			"i", change),
		err);
}

bool
history_of_record(struct record_change **out, size_t *count, struct store *store, enum entity_id entity, int64_t record,
	struct err *err)
{
	return take_changes(out, count, store,
		sql_ask(store, err,
			"SELECT change, entity, record, op, fields FROM change_record WHERE entity = ?1 AND record = ?2 ORDER BY change DESC",
			"ii", (int64_t)entity, record),
		err);
}

/* Parts that are gone: only their last row says whose they were. */
static bool
add_gone(struct ids *ids, struct store *store, const struct entity *part, int64_t owner, struct err *err)
{
	struct str said = { 0 };
	int code = SQLITE_DONE;
	str_add_format(&said, "\"%s\":[\"%lld\",", part->fields[part->owner_field].code, (long long)owner);
	sqlite3_stmt *stmt = sql_ask(store, err,
		"SELECT DISTINCT record FROM change_record WHERE entity = ?1 AND op = 3 AND instr(fields, ?2) > 0",
		"it", (int64_t)part->id, str_text(&said));
	while (stmt && (code = sqlite3_step(stmt)) == SQLITE_ROW)
		ids_add(ids, sqlite3_column_int64(stmt, 0));
	bool done = stmt && (code == SQLITE_DONE || sql_fail(store, err));
	if (stmt)
		sql_done(stmt);
	str_release(&said);
	return done;
}

static int
newest_first(const void *a, const void *b)
{
	const struct record_change *first = a, *second = b;
	if (first->change != second->change)
		return first->change < second->change ? 1 : -1;
	return (first->record > second->record) - (first->record < second->record);
}

/* Takes what happened to one part to the end of the others. */
static bool
append_part(struct record_change **out, size_t *count, struct store *store, enum entity_id part, int64_t id,
	struct err *err)
{
	struct record_change *changes;
	size_t more;
	if (!history_of_record(&changes, &more, store, part, id, err))
		return false;
	*out = mem_resize(*out, *count + more + 1, sizeof **out);
	if (more)
		memcpy(*out + *count, changes, more * sizeof *changes);
	*count += more;
	free(changes);
	return true;
}

bool
history_of_parts(struct record_change **out, size_t *count, struct store *store, enum entity_id part, int64_t owner,
	struct err *err)
{
	struct ids ids = { 0 };
	*out = NULL;
	*count = 0;
	bool done = record_parts(&ids.items, &ids.count, store, part, owner, err);
	ids.capacity = ids.count;
	done = done && add_gone(&ids, store, entity_of(part), owner, err);
	for (size_t i = 0; done && i < ids.count; i++)
		done = append_part(out, count, store, part, ids.items[i], err);
	ids_release(&ids);
	if (done && *count)
		qsort(*out, *count, sizeof **out, newest_first);
	if (!done) {
		record_changes_release(*out, *count);
		*out = NULL;
		*count = 0;
	}
	return done;
}

/* Back from the newest own change to the first that stands; *undone: the last on the way there that can be brought again, which
 * is one that was taken back after the newest own change was made.  The making of the book, its first load and the making of the account
 * are not taken back. */
static bool
walk_own(int64_t *standing, int64_t *undone, struct store *store, struct err *err)
{
	int64_t newest = 0;
	*standing = *undone = 0;
	for (int64_t at = INT64_MAX, tip; store->account;) {
		bool stands;
		if (!sql_integer(&at, 0, store, err,
			    "SELECT id FROM change WHERE account = ?1 AND id < ?2 AND undoes IS NULL AND action NOT IN ('create', 'account', 'load')"
			    " ORDER BY id DESC LIMIT 1",
			    "ii", store->account, at))
			return false;
		if (!at)
			return true;
		if (!walk_chain(&tip, &stands, store, at, err))
			return false;
		if (stands) {
			*standing = at;
			return true;
		}
		if (!newest)
			newest = at;
		if (tip > newest)
			*undone = at;
	}
	return true;
}

bool
history_next_undo(int64_t *change, struct store *store, struct err *err)
{
	int64_t undone;
	return walk_own(change, &undone, store, err);
}

bool
history_next_redo(int64_t *change, struct store *store, struct err *err)
{
	int64_t standing;
	return walk_own(&standing, change, store, err);
}
