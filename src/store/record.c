#include "store/record.h"
#include "base/mem.h"
#include "model/fields.h"
#include "store/sql.h"
#include <stdlib.h>
#include <string.h>

static void
add_columns(struct str *sql, const struct entity *entity, const char *before, const char *after)
{
	for (int i = 0; i < entity->field_count; i++) {
		str_add_text(sql, before);
		sql_name(sql, entity->fields[i].code);
		str_add_text(sql, after);
	}
}

static void
compose_read(struct str *sql, const struct entity *entity)
{
	str_add_text(sql, "SELECT ");
	add_columns(sql, entity, "", ", ");
	str_add_text(sql, "rev FROM ");
	sql_name(sql, entity->table);
	str_add_text(sql, " WHERE id = ?1");
}

static void
compose_insert(struct str *sql, const struct entity *entity)
{
	str_add_text(sql, "INSERT INTO ");
	sql_name(sql, entity->table);
	str_add_text(sql, "(");
	add_columns(sql, entity, "", ", ");
	str_add_text(sql, "rev, id) VALUES (");
	for (int i = 0; i < entity->field_count; i++)
		str_add_text(sql, "?, ");
	str_add_text(sql, "?, ?)");
}

static void
compose_update(struct str *sql, const struct entity *entity)
{
	str_add_text(sql, "UPDATE ");
	sql_name(sql, entity->table);
	str_add_text(sql, " SET ");
	add_columns(sql, entity, "", " = ?, ");
	str_add_text(sql, "rev = ? WHERE id = ?");
}

/* The field that tells a key's part apart in the book: of a date its first day, since two spellings of it may be one day. */
static int
key_column(const struct entity *entity, int part)
{
	for (int i = 0; i < entity->field_count; i++)
		if (entity->fields[i].type == FIELD_FIRST_DAY && entity->fields[i].from == part)
			return i;
	return part;
}

static void
compose_key(struct str *sql, const struct entity *entity)
{
	str_add_text(sql, "SELECT id FROM ");
	sql_name(sql, entity->table);
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++) {
		str_add_text(sql, i ? " AND " : " WHERE ");
		sql_name(sql, entity->fields[key_column(entity, entity->key[i])].code);
		str_add_text(sql, " IS ?");
	}
	str_add_text(sql, " ORDER BY id LIMIT 1");
}

static void
compose_parts(struct str *sql, const struct entity *entity)
{
	str_add_text(sql, "SELECT id FROM ");
	sql_name(sql, entity->table);
	str_add_text(sql, " WHERE ");
	sql_name(sql, entity->fields[entity->owner_field].code);
	str_add_text(sql, " = ?1 ORDER BY ");
	if (entity->position_field >= 0) {
		sql_name(sql, entity->fields[entity->position_field].code);
		str_add_text(sql, ", ");
	}
	str_add_text(sql, "id");
}

static void
compose_simple(struct str *sql, const char *before, const struct entity *entity, const char *after)
{
	str_add_text(sql, before);
	sql_name(sql, entity->table);
	str_add_text(sql, after);
}

static void
compose(struct str *sql, const struct entity *entity, enum verb verb)
{
	switch (verb) {
	case VERB_READ:
		compose_read(sql, entity);
		break;
	case VERB_INSERT:
		compose_insert(sql, entity);
		break;
	case VERB_UPDATE:
		compose_update(sql, entity);
		break;
	case VERB_DELETE:
		compose_simple(sql, "DELETE FROM ", entity, " WHERE id = ?1");
		break;
	case VERB_STAMP:
		compose_simple(sql, "UPDATE ", entity, " SET rev = ?2 WHERE id = ?1");
		break;
	case VERB_UID:
		compose_simple(sql, "SELECT id FROM ", entity, " WHERE uid = ?1");
		break;
	case VERB_KEY:
		compose_key(sql, entity);
		break;
	case VERB_PARTS:
		compose_parts(sql, entity);
		break;
	case VERB_PAGE:
		compose_simple(sql, "SELECT id FROM ", entity, " WHERE id > ?1 ORDER BY id LIMIT ?2");
		break;
	case VERB_COUNT:
		die("compose: no verb");
	}
}

static sqlite3_stmt *
verb_of(struct store *store, const struct entity *entity, enum verb verb, struct err *err)
{
	sqlite3_stmt **stmt = &store->verbs[entity->id][verb];
	if (!*stmt) {
		struct str sql = { 0 };
		compose(&sql, entity, verb);
		*stmt = sql_prepare(store, str_text(&sql), err);
		str_release(&sql);
	}
	return *stmt;
}

static struct value
column_value(sqlite3_stmt *stmt, int column)
{
	switch (sqlite3_column_type(stmt, column)) {
	case SQLITE_INTEGER:
		return value_integer(sqlite3_column_int64(stmt, column));
	case SQLITE_TEXT:
		return value_text((const char *)sqlite3_column_text(stmt, column));
	case SQLITE_BLOB: { /* a key: model/ keeps zero bytes out of it */
		const char *bytes = sqlite3_column_blob(stmt, column);
		char *copy = mem_copy_bytes(bytes ? bytes : "", (size_t)sqlite3_column_bytes(stmt, column));
		struct value value = value_text(copy);
		free(copy);
		return value;
	}
	default:
		return value_none();
	}
}

static int
bind_value(sqlite3_stmt *stmt, int place, const struct value *value, const struct field *field)
{
	if (value->type == VALUE_INTEGER)
		return sqlite3_bind_int64(stmt, place, value->integer);
	if (value->type != VALUE_TEXT)
		return sqlite3_bind_null(stmt, place);
	if (field->type == FIELD_KEY || field->type == FIELD_PERSON_KEY)
		return sqlite3_bind_blob64(stmt, place, value->text, strlen(value->text), SQLITE_STATIC);
	return sqlite3_bind_text64(stmt, place, value->text, strlen(value->text), SQLITE_STATIC, SQLITE_UTF8);
}

bool
row_read(struct record *out, bool *found, struct store *store, enum entity_id id, int64_t record, struct err *err)
{
	const struct entity *entity = entity_of(id);
	sqlite3_stmt *stmt = verb_of(store, entity, VERB_READ, err);
	*out = (struct record){ 0 };
	*found = false;
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, record);
	int code = sqlite3_step(stmt);
	bool done = code == SQLITE_ROW || code == SQLITE_DONE || sql_fail(store, err);
	if (code == SQLITE_ROW) {
		*found = true;
		out->entity = entity;
		out->id = record;
		out->values = mem_new((size_t)entity->field_count, sizeof *out->values);
		for (int i = 0; i < entity->field_count; i++)
			out->values[i] = column_value(stmt, i);
		out->rev = sqlite3_column_int64(stmt, entity->field_count);
	}
	sql_done(stmt);
	return done;
}

/* Values, rev, id: the places of INSERT and UPDATE. */
static bool
write_row(struct store *store, const struct record *record, enum verb verb, struct err *err)
{
	const struct entity *entity = record->entity;
	sqlite3_stmt *stmt = verb_of(store, entity, verb, err);
	if (!stmt)
		return false;
	int code = SQLITE_OK;
	for (int i = 0; i < entity->field_count && code == SQLITE_OK; i++)
		code = bind_value(stmt, i + 1, &record->values[i], &entity->fields[i]);
	if (code == SQLITE_OK)
		code = sqlite3_bind_int64(stmt, entity->field_count + 1, record->rev);
	if (code == SQLITE_OK && record->id)
		code = sqlite3_bind_int64(stmt, entity->field_count + 2, record->id);
	if (code == SQLITE_OK)
		code = sqlite3_step(stmt);
	bool done = code == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

/* A span's id is its period; numbers once used are not used again, or undo would bring back two of one id. */
static bool
span_id(int64_t *id, struct store *store, const struct record *record, struct err *err)
{
	const char *day = record_text(record, SPAN_LAST_DAY);
	int64_t year = strtoll(day + strcspn(day, "0123456789"), NULL, 10);
	if (year < 1900 || year > 2999)
		return err_set_field(
			err, SPAN_LAST_DAY, SAY("Kỳ này cần ngày cuối.", "This period needs its last day."), NULL);
	int64_t first = year * 100000 + 99000, live, past;
	if (!sql_integer(&live, first, store, err, "SELECT max(id) FROM span WHERE id BETWEEN ?1 AND ?1 + 999", "i",
		    first) ||
		!sql_integer(&past, first, store, err,
			"SELECT max(record) FROM change_record WHERE entity = 16 AND record BETWEEN ?1 AND ?1 + 999",
			"i", first))
		return false;
	*id = (live > past ? live : past) + 1;
	if (*id > first + 999)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Năm này đã đủ 999 kỳ theo ngày.", "This year has its 999 periods by dates."), NULL);
	return true;
}

static bool
choose_id(struct store *store, struct record *record, struct err *err)
{
	if (record->entity->id == ENTITY_SPAN)
		return span_id(&record->id, store, record, err);
	if (record->entity->id == ENTITY_BOOK)
		record->id = 1;
	if (!record->entity->subject)
		return true;
	return sql_integer(
		&record->id, 1, store, err, "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'subject'", "");
}

bool
row_insert(struct store *store, struct record *record, struct err *err)
{
	int64_t before = record->id;
	if (!before && !choose_id(store, record, err))
		return false;
	int64_t kind = record->entity->id == ENTITY_CLUSTER ? 2 : 1;
	bool subject = record->entity->subject, done = true;
	if (subject)
		done = sql_do(store, err, "INSERT INTO subject(id, kind) VALUES (?1, ?2)", "ii", record->id, kind);
	if (done && !write_row(store, record, VERB_INSERT, err)) {
		done = false;
		struct err ignored = { 0 };
		if (subject && !sqlite3_get_autocommit(store->db))
			sql_do(store, &ignored, "DELETE FROM subject WHERE id = ?1", "i", record->id);
		err_release(&ignored);
	}
	if (!done)
		record->id = before;
	else if (!record->id)
		record->id = sqlite3_last_insert_rowid(store->db);
	return done;
}

bool
row_update(struct store *store, const struct record *record, struct err *err)
{
	return write_row(store, record, VERB_UPDATE, err);
}

static bool
run_verb(struct store *store, const struct record *record, enum verb verb, int64_t second, struct err *err)
{
	sqlite3_stmt *stmt = verb_of(store, record->entity, verb, err);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, record->id);
	if (verb == VERB_STAMP)
		sqlite3_bind_int64(stmt, 2, second);
	bool done = sqlite3_step(stmt) == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

bool
row_stamp(struct store *store, const struct record *record, int64_t rev, struct err *err)
{
	return run_verb(store, record, VERB_STAMP, rev, err);
}

bool
row_delete(struct store *store, const struct record *record, struct err *err)
{
	return run_verb(store, record, VERB_DELETE, 0, err) &&
		(!record->entity->subject || sql_do(store, err, "DELETE FROM subject WHERE id = ?1", "i", record->id));
}

bool
row_equal(const struct record *a, const struct record *b)
{
	for (int i = 0; i < a->entity->field_count; i++)
		if (!FIELD_IS_DERIVED(&a->entity->fields[i]) && !value_equal(&a->values[i], &b->values[i]))
			return false;
	return true;
}

bool
row_derived_equal(const struct record *a, const struct record *b)
{
	for (int i = 0; i < a->entity->field_count; i++)
		if (FIELD_IS_DERIVED(&a->entity->fields[i]) && !value_equal(&a->values[i], &b->values[i]))
			return false;
	return true;
}

bool
entity_has_derived(const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++)
		if (FIELD_IS_DERIVED(&entity->fields[i]))
			return true;
	return false;
}

bool
record_read(struct record *out, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	bool found;
	if (!row_read(out, &found, store, entity, id, err))
		return false;
	return found ||
		err_set(err, ERR_NOT_FOUND,
			SAY("Sổ không còn bản ghi này ({1}); có thể người khác đã xóa.",
				"The book no longer has this record ({1}); someone else may have deleted it."),
			say(entity_of(entity)->one), NULL);
}

/* The first column of the first row of a statement that is bound. */
static bool
take_id(int64_t *id, struct store *store, sqlite3_stmt *stmt, struct err *err)
{
	int code = sqlite3_step(stmt);
	*id = code == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	bool done = code == SQLITE_ROW || code == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	return done;
}

bool
record_find_uid(int64_t *id, struct store *store, enum entity_id kind, const char *uid, struct err *err)
{
	const struct entity *entity = entity_of(kind);
	*id = 0;
	if (entity->uid_field < 0 || !uid || !*uid)
		return true;
	sqlite3_stmt *stmt = verb_of(store, entity, VERB_UID, err);
	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, uid, -1, SQLITE_TRANSIENT);
	return take_id(id, store, stmt, err);
}

static bool
key_is_known(const struct record *record)
{
	const struct entity *entity = record->entity;
	bool any = false;
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++) {
		bool has = record_has(record, entity->key[i]);
		if (!has && (entity->fields[entity->key[i]].flags & FIELD_REQUIRED))
			return false;
		any = any || has;
	}
	return any;
}

bool
record_find_key(int64_t *id, struct store *store, const struct record *record, struct err *err)
{
	const struct entity *entity = record->entity;
	struct record derived = record_copy(record);
	record_derive(&derived);
	sqlite3_stmt *stmt = NULL;
	*id = 0;
	bool known = key_is_known(&derived), done = true;
	if (known && (stmt = verb_of(store, entity, VERB_KEY, err))) {
		for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++) {
			int column = key_column(entity, entity->key[i]);
			bind_value(stmt, i + 1, &derived.values[column], &entity->fields[column]);
		}
		done = take_id(id, store, stmt, err);
	}
	record_release(&derived);
	return done && (!known || stmt);
}

bool
record_parts(int64_t **ids, size_t *count, struct store *store, enum entity_id part, int64_t owner, struct err *err)
{
	const struct entity *entity = entity_of(part);
	if (entity->owner_field < 0)
		die("record_parts: no part");
	*ids = NULL;
	*count = 0;
	size_t capacity = 0;
	sqlite3_stmt *stmt = verb_of(store, entity, VERB_PARTS, err);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, owner);
	int code;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
		ARRAY_RESERVE(*ids, *count, capacity);
		(*ids)[(*count)++] = sqlite3_column_int64(stmt, 0);
	}
	bool done = code == SQLITE_DONE || sql_fail(store, err);
	sql_done(stmt);
	if (!done) {
		free(*ids);
		*ids = NULL;
		*count = 0;
	}
	return done;
}

bool
record_page(int64_t *ids, size_t capacity, size_t *count, struct store *store, enum entity_id kind, int64_t after,
	struct err *err)
{
	*count = 0;
	sqlite3_stmt *stmt = verb_of(store, entity_of(kind), VERB_PAGE, err);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, after);
	sqlite3_bind_int64(stmt, 2, (int64_t)capacity);
	int code;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW && *count < capacity)
		ids[(*count)++] = sqlite3_column_int64(stmt, 0);
	bool done = code == SQLITE_DONE || code == SQLITE_ROW || sql_fail(store, err);
	sql_done(stmt);
	return done;
}
