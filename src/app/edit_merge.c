/* gộp bản ghi: one of two records that are the same thing goes; everything that spoke of it speaks of the other. */
#include "app/edit_rules.h"
#include "app/edit_steps.h"
#include "app/naming.h"
#include "base/mem.h"
#include "text/fold.h"
#include "text/json.h"
#include <stdlib.h>
#include <string.h>

#define REFERENCES_PAGE 256

struct merging {
	struct change *change;
	struct store *store;
	bool (*decide)(void *to, const struct record *of_into, const struct record *of_from);
	void *to;
	struct notices clashes;  /* without decide: what would have to be asked */
	struct reference *moved; /* what was written: the rules are asked when everything has moved */
	size_t moved_count, moved_capacity;
};

static bool merge_pair(struct merging *m, enum entity_id entity, int64_t from, int64_t into, struct err *err);

/* ---- the same key twice --------------------------------------------------------------------------------------------------- */

/* Two memberships of one unit in one cluster that overlap are one, though their keys differ. */
static bool
find_overlap(int64_t *other, struct merging *m, const struct record *membership, struct err *err)
{
	struct value args[] = { ARG_INTEGER(record_integer(membership, MEMBERSHIP_UNIT, 0)),
		ARG_INTEGER(record_integer(membership, MEMBERSHIP_CLUSTER, 0)) };
	struct days days = days_of(record_text(membership, MEMBERSHIP_FROM), record_text(membership, MEMBERSHIP_TO));
	struct rows *rows;

	if (!rows_open(&rows, m->store, EDIT_ASK(MEMBERSHIPS_OF), args, 2, err))
		return false;
	while (!*other && rows_next(rows, err)) {
		struct days held = days_of(rows_text(rows, 1), rows_text(rows, 2));
		if (rows_integer(rows, 0) != membership->id && days_overlap(&held, &days))
			*other = rows_integer(rows, 0);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
find_clash(int64_t *other, struct merging *m, const struct record *moved, struct err *err)
{
	const struct entity *entity = moved->entity;

	*other = 0;
	if (entity->key[0] < 0 || (entity->id == ENTITY_TERM && !record_has(moved, TERM_WORK_YEAR)))
		return true;
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++)
		if (entity->key[i] == entity->position_field)
			return true;
	if (!record_find_key(other, m->store, moved, err))
		return false;
	if (*other == moved->id)
		*other = 0;
	return *other || entity->id != ENTITY_MEMBERSHIP || find_overlap(other, m, moved, err);
}

/* Citations and aliases that say the same are folded without a question. */
static bool
folds_silently(enum entity_id entity)
{
	return entity == ENTITY_CITATION || entity == ENTITY_ALIAS;
}

static bool
ask(bool *keep, struct merging *m, const struct record *kept, const struct record *moved, struct err *err)
{
	*keep = true;
	if (folds_silently(kept->entity->id))
		return true;
	if (m->decide) {
		*keep = m->decide(m->to, kept, moved);
		return true;
	}
	struct str name = { 0 };
	bool good = edit_quote(&name, m->store, kept->entity->id, kept->id, err);
	if (good)
		notices_add(&m->clashes,
			say_format(SAY("{1} {2}", "{1} {2}"), say(kept->entity->one), str_text(&name), NULL));
	str_release(&name);
	return good;
}

/* The values of `moved` into the record that stays, under its own id and uid. */
static bool
take_values(struct merging *m, struct record *kept, const struct record *moved, struct err *err)
{
	const struct entity *entity = kept->entity;

	for (int i = 0; i < entity->field_count; i++) {
		if (i == entity->uid_field || FIELD_IS_DERIVED(&entity->fields[i]))
			continue;
		value_release(&kept->values[i]);
		kept->values[i] = value_copy(&moved->values[i]);
	}
	return change_write(m->change, kept, err);
}

/* `moved`, still stored as it was, becomes the record `other` that has its key. */
static bool
fold_record(struct merging *m, const struct record *moved, int64_t other, struct err *err)
{
	struct record kept = { 0 };
	bool keep = true,
	     good = record_read(&kept, m->store, moved->entity->id, other, err) && ask(&keep, m, &kept, moved, err);

	good = good && merge_pair(m, moved->entity->id, moved->id, other, err);
	if (good && !keep) {
		record_release(&kept);
		good = record_read(&kept, m->store, moved->entity->id, other, err) && take_values(m, &kept, moved, err);
	}
	record_release(&kept);
	return good;
}

/* ---- moving what refers ----------------------------------------------------------------------------------------------------- */

/* A succession between the two would begin where it ends. */
static bool
check_self(struct merging *m, const struct record *moved, struct err *err)
{
	if (moved->entity->id != ENTITY_SUCCESSION ||
		record_integer(moved, SUCCESSION_PREDECESSOR, 0) != record_integer(moved, SUCCESSION_SUCCESSOR, -1))
		return true;
	(void)m;
	return err_set(err, ERR_NOT_ALLOWED,
		SAY("Hai bản ghi nối với nhau bằng một kế thừa nên là hai tổ chức khác nhau; hãy xóa kế thừa ấy trước nếu nó sai.",
			"A succession ties the two records, so they are two organisations; please delete it first if it is wrong."),
		NULL);
}

static bool
write_moved(struct merging *m, struct record *moved, struct err *err)
{
	struct edit edit = { .change = m->change, .store = m->store, .record = moved, .way = EDIT_IMPORT };
	bool good = edit_prepare(&edit, err) && edit_write(&edit, err);

	if (good) {
		ARRAY_RESERVE(m->moved, m->moved_count, m->moved_capacity);
		m->moved[m->moved_count++] = (struct reference){ .entity = moved->entity->id, .id = moved->id };
	}
	edit_release(&edit);
	return good;
}

static bool
ask_rules(struct merging *m, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < m->moved_count; i++) {
		struct record record = { 0 };
		struct err gone = { 0 };
		struct edit edit = { .change = m->change, .store = m->store, .record = &record, .way = EDIT_IMPORT };
		if (record_read(&record, m->store, m->moved[i].entity, m->moved[i].id, &gone))
			good = edit_rules(&edit, err);
		err_release(&gone); /* folded into another meanwhile */
		edit_release(&edit);
		record_release(&record);
	}
	return good;
}

static bool
move_reference(struct merging *m, const struct reference *reference, int64_t into, struct err *err)
{
	struct record moved = { 0 };
	int64_t other;
	bool good = record_read(&moved, m->store, reference->entity, reference->id, err);

	if (good) {
		record_set_integer(&moved, reference->field, into);
		good = check_self(m, &moved, err) && find_clash(&other, m, &moved, err) &&
			(other ? fold_record(m, &moved, other, err) : write_moved(m, &moved, err));
	}
	record_release(&moved);
	return good;
}

/* Each move takes a reference away, so the first page is asked for until it is empty. */
static bool
move_references(struct merging *m, enum entity_id entity, int64_t from, int64_t into, struct err *err)
{
	struct reference *page = mem_new(REFERENCES_PAGE, sizeof *page);
	size_t count = 0;
	bool good;

	do {
		good = record_references(page, REFERENCES_PAGE, &count, m->store, entity, from, err);
		for (size_t i = 0; good && i < count; i++) {
			struct record there = { 0 };
			struct err gone = {
				0
			}; /* an earlier move may have folded it away, or moved two fields of it */
			bool still = record_read(&there, m->store, page[i].entity, page[i].id, &gone) &&
				record_integer(&there, page[i].field, 0) == from;
			record_release(&there);
			err_release(&gone);
			if (still)
				good = move_reference(m, &page[i], into, err);
		}
	} while (good && count > 0);
	free(page);
	return good;
}

/* ---- parts and names -------------------------------------------------------------------------------------------------------- */

static bool
move_part(struct merging *m, enum entity_id part, int64_t id, int64_t into, struct err *err)
{
	struct record record = { 0 };
	int64_t other;
	bool good = record_read(&record, m->store, part, id, err);

	if (good) {
		record_set_integer(&record, record.entity->owner_field, into);
		good = find_clash(&other, m, &record, err) &&
			(other ? fold_record(m, &record, other, err) : write_moved(m, &record, err));
	}
	record_release(&record);
	return good;
}

static bool
has_name(bool *has, struct store *store, enum entity_id entity, int64_t id, const char *bare, struct err *err)
{
	struct record alias = record_new(ENTITY_ALIAS);
	struct value args[] = { ARG_INTEGER(id), ARG_TEXT(bare) };
	int64_t found = 0;

	record_set_integer(&alias, ALIAS_ENTITY, entity);
	record_set_integer(&alias, ALIAS_RECORD, id);
	record_set_text(&alias, ALIAS_TEXT, bare);
	bool good = record_find_key(&found, store, &alias, err);
	if (good && !found && entity_of(entity)->subject)
		good = rows_one_integer(&found, 0, store, EDIT_ASK(HAS_NAME), args, 2, err);
	record_release(&alias);
	*has = found != 0;
	return good;
}

/* A name of the record that goes, as another spelling of the one that stays. */
static bool
keep_name(struct merging *m, enum entity_id entity, int64_t into, const char *name, struct err *err)
{
	struct str bare = { 0 };
	bool has = true, good = true;

	text_bare(&bare, name);
	if (bare.length > 0)
		good = has_name(&has, m->store, entity, into, str_text(&bare), err);
	if (good && !has) {
		struct record alias = record_new(ENTITY_ALIAS);
		record_set_integer(&alias, ALIAS_ENTITY, entity);
		record_set_integer(&alias, ALIAS_RECORD, into);
		record_set_text(&alias, ALIAS_TEXT, name);
		good = write_moved(m, &alias, err);
		record_release(&alias);
	}
	str_release(&bare);
	return good;
}

/* Names of a unit or cluster over time become spellings; both cannot be its name on one day. */
static bool
take_phase(struct merging *m, enum entity_id entity, int64_t phase, int64_t into, struct err *err)
{
	struct record record = { 0 };
	bool good = record_read(&record, m->store, ENTITY_PHASE, phase, err) &&
		keep_name(m, entity, into, record_text(&record, PHASE_NAME), err) &&
		keep_name(m, entity, into, record_text(&record, PHASE_SHORT), err) &&
		edit_remove_said(m->change, ENTITY_PHASE, phase, err) && change_delete(m->change, &record, err);

	record_release(&record);
	return good;
}

static bool
move_parts(struct merging *m, enum entity_id entity, int64_t from, int64_t into, struct err *err)
{
	size_t kinds, count;
	const enum entity_id *parts = part_kinds(entity, &kinds);

	for (size_t k = 0; k < kinds; k++) {
		int64_t *ids;
		bool good = true;
		if (!record_parts(&ids, &count, m->store, parts[k], from, err))
			return false;
		for (size_t i = 0; good && i < count; i++)
			good = parts[k] == ENTITY_PHASE ? take_phase(m, entity, ids[i], into, err)
							: move_part(m, parts[k], ids[i], into, err);
		free(ids);
		if (!good)
			return false;
	}
	return true;
}

/* Names in the record's own fields. */
static bool
move_names(struct merging *m, const struct record *from, int64_t into, struct err *err)
{
	switch (from->entity->id) {
	case ENTITY_PERSON:
		return keep_name(m, ENTITY_PERSON, into, record_text(from, PERSON_NAME), err);
	case ENTITY_METRIC:
		return keep_name(m, ENTITY_METRIC, into, record_text(from, METRIC_NAME), err) &&
			keep_name(m, ENTITY_METRIC, into, record_text(from, METRIC_SHORT), err);
	case ENTITY_AWARD:
		return keep_name(m, ENTITY_AWARD, into, record_text(from, AWARD_NAME), err);
	default:
		return true;
	}
}

/* A person or metric of the same name needs no spelling of it. */
static bool
same_name(const struct record *from, const struct record *into)
{
	int field = from->entity->name_field;
	struct str a = { 0 }, b = { 0 };

	if (field < 0)
		return false;
	text_bare(&a, record_text(from, field));
	text_bare(&b, record_text(into, field));
	bool same = strcmp(str_text(&a), str_text(&b)) == 0;
	str_release(&a);
	str_release(&b);
	return same;
}

/* ---- the pair ----------------------------------------------------------------------------------------------------------------- */

static bool
check_metrics(struct merging *m, const struct record *from, const struct record *into, struct err *err)
{
	if (from->entity->id != ENTITY_METRIC)
		return true;
	if (record_integer(from, METRIC_KIND, 0) != record_integer(into, METRIC_KIND, 0) ||
		strcmp(record_text(from, METRIC_MEASURE), record_text(into, METRIC_MEASURE)) != 0)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Hai chỉ tiêu khác tính chất hoặc khác đơn vị tính thì không gộp được.",
				"Two metrics of different kind or unit of measure cannot be merged."),
			NULL);
	int have = (int)record_integer(from, METRIC_DECIMALS, 0), want = (int)record_integer(into, METRIC_DECIMALS, 0);
	struct record copy = record_copy(from);
	struct edit edit = { .change = m->change, .store = m->store, .record = &copy, .way = EDIT_UNDO };
	bool good = have == want || rescale_metric(&edit, have, want, err);
	record_release(&copy);
	return good;
}

static bool
merge_pair(struct merging *m, enum entity_id entity, int64_t from, int64_t into, struct err *err)
{
	struct record old = { 0 }, kept = { 0 };
	bool good = record_read(&old, m->store, entity, from, err) && record_read(&kept, m->store, entity, into, err) &&
		check_metrics(m, &old, &kept, err) && move_parts(m, entity, from, into, err) &&
		move_references(m, entity, from, into, err) &&
		(same_name(&old, &kept) || move_names(m, &old, into, err));

	if (good) {
		record_release(&old);
		good = record_read(&old, m->store, entity, from, err) && change_delete(m->change, &old, err);
	}
	record_release(&old);
	record_release(&kept);
	return good;
}

/* Both names, for the sentence of the change: one of the two records is gone afterwards. */
static bool
about_merge(struct str *about, struct store *store, enum entity_id entity, int64_t from, int64_t into, struct err *err)
{
	struct str a = { 0 }, b = { 0 };
	bool good = label_add(&a, store, entity, from, LABEL_SHORT, NULL, err) &&
		label_add(&b, store, entity, into, LABEL_SHORT, NULL, err);

	json_open(about, '{');
	json_name(about, "entity");
	json_string(about, entity_of(entity)->table);
	json_name(about, "from");
	json_string(about, str_text(&a));
	json_name(about, "into");
	json_string(about, str_text(&b));
	json_close(about, '}');
	str_release(&a);
	str_release(&b);
	return good;
}

static bool
refuse_clashes(const struct merging *m, struct err *err)
{
	struct str list = { 0 };

	for (size_t i = 0; i < m->clashes.count && i < 10; i++) {
		str_add_text(&list, "\n  ");
		str_add_text(&list, m->clashes.sentences[i]);
	}
	err_set(err, ERR_NOT_ALLOWED,
		SAY("Cả hai bản ghi đều có những điều sau, phải chọn giữ bên nào:{1}",
			"Both records have the following; one of each must be chosen:{1}"),
		str_text(&list), NULL);
	str_release(&list);
	return false;
}

static bool
merge_checked(struct merging *m, enum entity_id entity, int64_t from, int64_t into, struct err *err)
{
	if (from == into)
		return err_set(err, ERR_INVALID,
			SAY("Một bản ghi không gộp vào chính nó.", "A record is not merged into itself."), NULL);
	if (entity == ENTITY_BOOK || entity == ENTITY_ACCOUNT)
		return err_set(err, ERR_NOT_ALLOWED, SAY("Không gộp được {1}.", "The {1} cannot be merged."),
			say(entity_of(entity)->one), NULL);
	return merge_pair(m, entity, from, into, err) && ask_rules(m, err) &&
		(m->clashes.count == 0 || refuse_clashes(m, err));
}

bool
edit_merge(struct store *store, enum entity_id entity, int64_t from, int64_t into,
	bool (*decide)(void *to, const struct record *of_into, const struct record *of_from), void *to, struct err *err)
{
	struct merging m = { .store = store, .decide = decide, .to = to };
	struct str about = { 0 };
	bool done = about_merge(&about, store, entity, from, into, err) &&
		change_begin(&m.change, store, "merge", str_text(&about), err);

	str_release(&about);
	if (done && merge_checked(&m, entity, from, into, err)) {
		done = change_commit(m.change, err);
	} else if (done) {
		change_abandon(m.change);
		done = false;
	}
	notices_release(&m.clashes);
	free(m.moved);
	return done;
}
