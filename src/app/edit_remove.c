/* Deleting: parts, citations and aliases go with a record; what others refer to stays. */
#include "app/edit_rules.h"
#include "app/edit_steps.h"
#include "app/label.h"
#include "base/mem.h"
#include <stdlib.h>

/* Most references that are looked at before a refusal. */
#define REFERENCES_MOST 64
#define REFERENCES_NAMED 3

const enum entity_id *
part_kinds(enum entity_id owner, size_t *count)
{
	static const struct {
		enum entity_id owner;
		size_t count;
		enum entity_id parts[2];
	} owners[] = {
		{ ENTITY_UNIT, 1, { ENTITY_PHASE } },
		{ ENTITY_CLUSTER, 1, { ENTITY_PHASE } },
		{ ENTITY_SUCCESSION, 1, { ENTITY_SUCCESSION_SHARE } },
		{ ENTITY_CLASS_SET, 1, { ENTITY_CLASS } },
		{ ENTITY_BREAK, 1, { ENTITY_BREAK_METRIC } },
		{ ENTITY_ROUND, 1, { ENTITY_SUBMISSION } },
		{ ENTITY_COVENANT, 2, { ENTITY_COVENANT_ITEM, ENTITY_COVENANT_PARTY } },
		{ ENTITY_MEETING, 2, { ENTITY_PARTICIPANT, ENTITY_MEETING_ITEM } },
		{ ENTITY_NOMINATION, 1, { ENTITY_NOMINATION_STEP } },
	};

	for (size_t i = 0; i < ARRAY_COUNT(owners); i++) {
		if (owners[i].owner == owner) {
			*count = owners[i].count;
			return owners[i].parts;
		}
	}
	*count = 0;
	return NULL;
}

bool
edit_list_references(
	struct str *out, struct store *store, const struct reference *references, size_t count, struct err *err)
{
	size_t named = count > REFERENCES_NAMED + 1 ? REFERENCES_NAMED : count; /* one more says as much as its "…" */

	for (size_t i = 0; i < named; i++) {
		str_add_text(out, i ? "; " : "");
		str_add_text(out, say(entity_of(references[i].entity)->one));
		str_add_byte(out, ' ');
		if (!edit_quote(out, store, references[i].entity, references[i].id, err))
			return false;
	}
	if (count > named) {
		str_add_text(out, "; … (");
		str_add_integer(out, (int64_t)count);
		str_add_text(out, count >= REFERENCES_MOST ? "+)" : ")");
	}
	return true;
}

/* Citations and aliases are no reason to keep a record: they go with it. */
static size_t
drop_said(struct reference *references, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (references[i].entity != ENTITY_ALIAS && references[i].entity != ENTITY_CITATION)
			references[kept++] = references[i];
		else if (references[i].entity == ENTITY_CITATION && references[i].field == CITATION_DOCUMENT)
			references[kept++] = references[i];
	return kept;
}

/* Parts of the record that is going do not keep it. */
static size_t
drop_own(struct reference *references, size_t count, struct store *store, const struct record *owner)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const struct entity *entity = entity_of(references[i].entity);
		struct record part = { 0 };
		struct err ignored = { 0 };
		bool own = entity->owner_field >= 0 &&
			record_read(&part, store, entity->id, references[i].id, &ignored) &&
			record_integer(&part, entity->owner_field, 0) == owner->id &&
			(entity->owner == owner->entity->id || (entity->id == ENTITY_PHASE && owner->entity->subject));
		record_release(&part);
		err_release(&ignored);
		if (!own)
			references[kept++] = references[i];
	}
	return kept;
}

static bool
refuse_referred(struct store *store, const struct record *record, const struct reference *references, size_t count,
	struct err *err)
{
	struct str name = { 0 }, list = { 0 };
	bool ends = record->entity->id == ENTITY_UNIT || record->entity->id == ENTITY_CLUSTER;

	if (edit_quote(&name, store, record->entity->id, record->id, err) &&
		edit_list_references(&list, store, references, count, err))
		err_set(err, ERR_NOT_ALLOWED,
			ends ? SAY("Không xóa được {1}: còn {2} dùng bản ghi này. Hãy gộp bản ghi, hoặc ghi ngày kết thúc.",
				       "{1} cannot be deleted: {2} still refer to it. Merge it into another record, or give it an end date.")
			     : SAY("Không xóa được {1}: còn {2} dùng bản ghi này. Hãy gộp bản ghi, hoặc sửa các bản ghi ấy trước.",
				       "{1} cannot be deleted: {2} still refer to it. Merge it into another record, or change those first."),
			str_text(&name), str_text(&list), NULL);
	str_release(&name);
	str_release(&list);
	return false;
}

static bool
check_referred(struct store *store, const struct record *record, struct err *err)
{
	struct reference references[REFERENCES_MOST];
	size_t count;

	if (!record_references(references, REFERENCES_MOST, &count, store, record->entity->id, record->id, err))
		return false;
	count = drop_own(references, drop_said(references, count), store, record);
	return count == 0 || refuse_referred(store, record, references, count, err);
}

bool
edit_remove_said(struct change *change, enum entity_id entity, int64_t id, struct err *err)
{
	static const enum entity_id kinds[] = { ENTITY_CITATION, ENTITY_ALIAS };
	struct store *store = change_store(change);
	struct value args[] = { ARG_INTEGER(entity), ARG_INTEGER(id) };

	for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
		for (;;) {
			int64_t said;
			struct record record = { 0 };
			if (!rows_one_integer(&said, 0, store,
				    kinds[i] == ENTITY_ALIAS ? EDIT_ASK(ALIAS_OF) : EDIT_ASK(CITATION_OF), args, 2,
				    err))
				return false;
			if (!said)
				break;
			bool gone =
				record_read(&record, store, kinds[i], said, err) && change_delete(change, &record, err);
			record_release(&record);
			if (!gone)
				return false;
		}
	}
	return true;
}

static bool
remove_parts(struct change *change, const struct record *record, enum edit_way way, struct err *err)
{
	struct store *store = change_store(change);
	size_t kinds, count;
	const enum entity_id *parts = part_kinds(record->entity->id, &kinds);

	for (size_t k = 0; k < kinds; k++) {
		int64_t *ids;
		if (!record_parts(&ids, &count, store, parts[k], record->id, err))
			return false;
		bool gone = true;
		for (size_t i = 0; gone && i < count; i++) {
			struct record part = { 0 };
			gone = record_read(&part, store, parts[k], ids[i], err) && check_referred(store, &part, err) &&
				edit_remove_said(change, parts[k], ids[i], err) &&
				remove_parts(change, &part, way, err) && change_delete(change, &part, err);
			record_release(&part);
		}
		free(ids);
		if (!gone)
			return false;
	}
	return true;
}

/* A unit or a cluster without any name could not be shown. */
static bool
check_last_name(struct store *store, const struct record *record, struct err *err)
{
	int64_t *ids;
	size_t count;

	if (record->entity->id != ENTITY_PHASE)
		return true;
	if (!record_parts(&ids, &count, store, ENTITY_PHASE, record_integer(record, PHASE_SUBJECT, 0), err))
		return false;
	free(ids);
	return count > 1 ||
		err_set(err, ERR_NOT_ALLOWED,
			SAY("Đây là tên duy nhất; hãy sửa tên này thay vì xóa.",
				"This is the only name; please change it instead of deleting it."),
			NULL);
}

static bool
check_terms(struct store *store, const struct record *record, struct err *err)
{
	return record->entity->id != ENTITY_MEMBERSHIP ||
		check_terms_covered(store, record_integer(record, MEMBERSHIP_UNIT, 0),
			record_integer(record, MEMBERSHIP_CLUSTER, 0), record->id, NULL, err);
}

bool
edit_remove_as(struct change *change, const struct record *record, enum edit_way way, struct err *err)
{
	struct store *store = change_store(change);

	if (record->entity->id == ENTITY_BOOK || record->entity->id == ENTITY_ACCOUNT)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Không xóa được {1}: nhật ký cần bản ghi này.",
				"The {1} cannot be deleted: the history needs it."),
			say(record->entity->one), NULL);
	if ((way != EDIT_UNDO && !check_last_name(store, record, err)) || !check_referred(store, record, err) ||
		!check_terms(store, record, err) || !edit_remove_said(change, record->entity->id, record->id, err) ||
		!remove_parts(change, record, way, err) || !change_delete(change, record, err))
		return false;
	if (record->entity->id == ENTITY_NOMINATION_STEP && way != EDIT_UNDO)
		return settle_nomination(change, record_integer(record, NOMINATION_STEP_NOMINATION, 0), err);
	return true;
}

bool
edit_remove(struct change *change, const struct record *record, struct err *err)
{
	return edit_remove_as(change, record, EDIT_DEED, err);
}
