/* Keys as text: how files speak of records without a uid, and how they are found again. */
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/period.h"
#include <stdlib.h>
#include <string.h>

#define SEPARATOR '/'

static bool
add_target(struct str *out, struct store *store, const struct record *record, int field, struct err *err)
{
	struct naming how = { .store = store, .form = LABEL_UID, .files = true };
	return name_reference(out, &how, record, field, err);
}

/* As the file form of a period: "2024 Y", "2024 #1". */
static void
add_span(struct str *out, period p)
{
	str_add_integer(out, period_first_year(p));
	str_add_byte(out, ' ');
	period_part(p, out);
}

static bool
add_key_part(struct str *out, struct store *store, const struct record *record, int field, struct err *err)
{
	const struct field *f = &record->entity->fields[field];

	if (!record_has(record, field))
		return true;
	switch (f->type) {
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		return add_target(out, store, record, field, err);
	case FIELD_ENTITY:
		str_add_text(out, entity_of((enum entity_id)record_integer(record, field, 0))->table);
		return true;
	default:
		field_write(f, &record->values[field], 0, out);
		return true;
	}
}

bool
name_key(struct str *out, struct store *store, const struct record *record, struct err *err)
{
	const struct entity *entity = record->entity;

	if (entity->uid_field >= 0 && record_has(record, entity->uid_field)) {
		str_add_text(out, record_text(record, entity->uid_field));
		return true;
	}
	if (entity->id == ENTITY_SPAN) {
		add_span(out, record->id);
		return true;
	}
	if (entity->key[0] < 0)
		str_add_integer(out, record->id);
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++) {
		if (i > 0)
			str_add_byte(out, SEPARATOR);
		if (!add_key_part(out, store, record, entity->key[i], err))
			return false;
	}
	return true;
}

/* The parts of a key text, one after the other; at runs behind the last one. */
struct key_reader {
	struct store *store;
	const char *at;
};

static char *
next_part(struct key_reader *reader)
{
	const char *end = strchr(reader->at, SEPARATOR);
	char *part = end ? mem_copy_bytes(reader->at, (size_t)(end - reader->at)) : mem_copy_text(reader->at);

	reader->at = end ? end + 1 : reader->at + strlen(reader->at);
	return part;
}

static bool read_target(struct key_reader *reader, enum entity_id entity, int64_t *id, struct err *err);

static bool
read_subject(struct key_reader *reader, int64_t *id, struct err *err)
{
	char *uid = next_part(reader);
	bool good = record_find_uid(id, reader->store, ENTITY_UNIT, uid, err) &&
		(*id || record_find_uid(id, reader->store, ENTITY_CLUSTER, uid, err));
	free(uid);
	return good;
}

/* Takes 2024/Y and the written form 2024 Y. */
/* "2024 #1" */
static bool
read_span(struct key_reader *reader, int64_t *id)
{
	static const struct field field = { .code = "period", .type = FIELD_PERIOD };
	char *part = next_part(reader);
	struct value value = value_none();
	struct err ignored = { 0 };
	bool good = field_read(&field, part, 0, &value, &ignored) && value.type == VALUE_INTEGER;

	*id = good ? value.integer : 0;
	err_release(&ignored);
	free(part);
	return good;
}

/* Fills one key field of record from the parts; *known = false when they name nothing. */
static bool
read_key_part(struct key_reader *reader, struct record *record, int field, bool *known, struct err *err)
{
	const struct field *f = &record->entity->fields[field];
	int64_t id = 0;

	switch (f->type) {
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		if (!*reader->at || *reader->at == SEPARATOR) {
			free(next_part(reader));
			return true;
		}
		if (f->type == FIELD_SUBJECT
				? !read_subject(reader, &id, err)
				: !read_target(reader,
					  f->type == FIELD_ANY ? (enum entity_id)record_integer(record, field - 1, 0)
							       : f->target,
					  &id, err))
			return false;
		*known = id != 0;
		if (id)
			record_set_integer(record, field, id);
		return true;
	default:
		break;
	}
	char *part = next_part(reader);
	struct err ignored = { 0 };
	value_release(&record->values[field]);
	if (f->type == FIELD_ENTITY) {
		const struct entity *named = entity_named(part);
		*known = named != NULL;
		record->values[field] = named ? value_integer((int64_t)named->id) : value_none();
	} else if (FIELD_IS_DERIVED(f)) {
		record->values[field] = value_text(part);
	} else {
		*known = field_read(f, part, 0, &record->values[field], &ignored);
		err_release(&ignored);
	}
	free(part);
	return true;
}

static bool
read_target(struct key_reader *reader, enum entity_id id_of, int64_t *id, struct err *err)
{
	const struct entity *entity = entity_of(id_of);
	bool known = true, good = true;

	*id = 0;
	if (!entity)
		return true;
	if (entity->uid_field >= 0) {
		char *uid = next_part(reader);
		good = record_find_uid(id, reader->store, id_of, uid, err);
		free(uid);
		return good;
	}
	if (id_of == ENTITY_SPAN) {
		read_span(reader, id);
		return true;
	}
	struct record record = record_new(id_of);
	for (int i = 0; good && known && i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++)
		good = read_key_part(reader, &record, entity->key[i], &known, err);
	if (good && known && entity->key[0] >= 0) {
		record_derive(&record);
		good = record_find_key(id, reader->store, &record, err);
	}
	record_release(&record);
	return good;
}

bool
find_key_text(int64_t *id, struct store *store, enum entity_id entity, const char *text, struct err *err)
{
	struct key_reader reader = { .store = store, .at = text };

	if (entity == ENTITY_BOOK) {
		*id = 1;
		return true;
	}
	if (!read_target(&reader, entity, id, err))
		return false;
	if (*reader.at)
		*id = 0;
	return true;
}
