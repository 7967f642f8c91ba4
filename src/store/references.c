#include "base/mem.h"
#include "store/record.h"
#include "store/sql.h"

struct search {
	struct reference *out;
	size_t capacity, count;
	struct store *store;
	enum entity_id target;
	int64_t id;
};

static bool
collect(struct search *search, const struct entity *entity, int field, const char *sql, struct err *err)
{
	sqlite3_stmt *stmt = sql_prepare(search->store, sql, err);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, search->id);
	sqlite3_bind_int64(stmt, 2, (int64_t)(search->capacity - search->count));
	if (entity->fields[field].type == FIELD_ANY)
		sqlite3_bind_int64(stmt, 3, (int64_t)search->target);
	int code;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
		search->out[search->count++] =
			(struct reference){ .entity = entity->id, .id = sqlite3_column_int64(stmt, 0), .field = field };
	bool done = code == SQLITE_DONE || sql_fail(search->store, err);
	sqlite3_finalize(stmt);
	return done;
}

static bool
search_field(struct search *search, const struct entity *entity, int field, struct err *err)
{
	struct str sql = { 0 };
	str_add_text(&sql, "SELECT id FROM ");
	sql_name(&sql, entity->table);
	str_add_text(&sql, " WHERE ");
	sql_name(&sql, entity->fields[field].code);
	str_add_text(&sql, " = ?1");
	if (entity->fields[field].type == FIELD_ANY) {
		str_add_text(&sql, " AND ");
		sql_name(&sql, entity->fields[field - 1].code);
		str_add_text(&sql, " = ?3");
	}
	str_add_text(&sql, " ORDER BY id LIMIT ?2");
	bool done = collect(search, entity, field, str_text(&sql), err);
	str_release(&sql);
	return done;
}

static bool
may_refer(const struct field *field, const struct entity *target)
{
	switch (field->type) {
	case FIELD_REFERENCE:
		return field->target == target->id;
	case FIELD_SUBJECT:
		return target->subject;
	case FIELD_ANY:
		return true;
	case FIELD_PERIOD:
		return target->id == ENTITY_SPAN;
	default:
		return false;
	}
}

bool
record_references(struct reference *out, size_t capacity, size_t *count, struct store *store, enum entity_id target,
	int64_t id, struct err *err)
{
	struct search search = { .out = out, .capacity = capacity, .store = store, .target = target, .id = id };
	bool done = true;
	for (int kind = ENTITY_NONE + 1; kind < ENTITY_END && done; kind++) {
		const struct entity *entity = entity_of((enum entity_id)kind);
		for (int i = 0; i < entity->field_count && done && search.count < capacity; i++)
			if (i != entity->owner_field && may_refer(&entity->fields[i], entity_of(target)))
				done = search_field(&search, entity, i, err);
	}
	*count = search.count;
	return done;
}
