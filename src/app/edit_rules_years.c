/* Memberships, roles, covenants, meetings, papers and awards against the others. */
#include "app/edit_rules.h"
#include "app/label.h"
#include "base/ids.h"
#include "base/mem.h"
#include "model/nomination.h"
#include "model/period.h"
#include "model/roles.h"
#include <stdlib.h>

struct memberships {
	struct membership_facts *items;
	size_t count, capacity;
};

static bool
load_memberships(
	struct memberships *out, struct kept *kept, struct store *store, int64_t unit, int64_t cluster, struct err *err)
{
	struct value args[] = { ARG_INTEGER(unit), ARG_INTEGER(cluster) };
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(MEMBERSHIPS_OF), args, 2, err))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct membership_facts){ .id = rows_integer(rows, 0),
			.cluster = cluster,
			.unit = unit,
			.from = kept_copy(kept, rows_text(rows, 1)),
			.to = kept_copy(kept, rows_text(rows, 2)) };
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
refuse_uncovered(struct store *store, int64_t term, struct err *err)
{
	struct str name = { 0 };

	if (edit_quote(&name, store, ENTITY_TERM, term, err)) {
		err_set(err, ERR_NOT_ALLOWED,
			SAY("Còn nhiệm kỳ {1} mà chỉ thành viên được giữ; hãy sửa hoặc xóa nhiệm kỳ ấy trước.",
				"There is the term {1}, which only a member may hold; please change or delete it first."),
			str_text(&name), NULL);
		err->field = MEMBERSHIP_UNIT + 1;
	}
	str_release(&name);
	return false;
}

bool
check_terms_covered(struct store *store, int64_t unit, int64_t cluster, int64_t except, const struct record *instead,
	struct err *err)
{
	struct memberships memberships = { 0 };
	struct kept kept = { 0 };
	struct value args[] = { ARG_INTEGER(unit), ARG_INTEGER(cluster) };
	struct role_facts role = { .members_only = true };
	struct rows *rows = NULL;
	int64_t uncovered = 0;
	size_t count = 0;
	bool good = load_memberships(&memberships, &kept, store, unit, cluster, err);

	for (size_t i = 0; i < memberships.count; i++)
		if (memberships.items[i].id != except)
			memberships.items[count++] = memberships.items[i];
	memberships.count = count;
	if (instead) {
		ARRAY_RESERVE(memberships.items, memberships.count, memberships.capacity);
		memberships.items[memberships.count++] = membership_facts_of(instead);
	}
	good = good && rows_open(&rows, store, EDIT_ASK(TERMS_OF_MEMBER), args, 2, err);
	while (good && !uncovered && rows_next(rows, err)) {
		struct term_facts term = { .id = rows_integer(rows, 0),
			.cluster = cluster,
			.unit = unit,
			.year = (int)rows_integer(rows, 1),
			.days = days_of(rows_text(rows, 2), rows_text(rows, 3)),
			.role = rows_integer(rows, 4),
			.how = (enum choice_number) - 1 };
		if (term_needs_membership(&term, &role, memberships.items, memberships.count))
			uncovered = term.id;
	}
	rows_close(rows);
	good = good && err->kind == ERR_NONE && (!uncovered || refuse_uncovered(store, uncovered, err));
	free(memberships.items);
	kept_release(&kept);
	return good;
}

/* A membership that is shortened or moved leaves no term behind.  Asked after the writing, it is as it will be. */
static bool
check_still_covered(struct edit *edit, struct err *err)
{
	const struct record *was = edit->old.entity ? &edit->old : edit->record;
	int64_t unit = record_integer(was, MEMBERSHIP_UNIT, 0), cluster = record_integer(was, MEMBERSHIP_CLUSTER, 0);

	if (!edit->record->id)
		return true;
	bool stays = unit == record_integer(edit->record, MEMBERSHIP_UNIT, 0) &&
		cluster == record_integer(edit->record, MEMBERSHIP_CLUSTER, 0);
	return check_terms_covered(edit->store, unit, cluster, edit->record->id, stays ? edit->record : NULL, err);
}

bool
rules_of_membership(struct edit *edit, struct err *err)
{
	struct memberships others = { 0 };
	struct kept kept = { 0 };
	struct membership_facts facts = membership_facts_of(edit->record);
	struct days days = days_of(facts.from, facts.to);
	bool good = (facts.unit_name = kept_name(&kept, edit->store, ENTITY_UNIT, facts.unit, err)) != NULL &&
		load_memberships(&others, &kept, edit->store, facts.unit, facts.cluster, err) &&
		membership_check(&facts, others.items, others.count, err) && check_still_covered(edit, err);

	free(others.items);
	kept_release(&kept);
	return good && warn_of_life(edit, facts.unit, &days, err) && warn_of_life(edit, facts.cluster, &days, err);
}

/* ---- terms ----------------------------------------------------------------------------------------------------------- */

struct terms {
	struct term_facts *items;
	size_t count, capacity;
};

static bool
load_terms(struct terms *out, struct kept *kept, struct edit *edit, const struct term_facts *term, struct err *err)
{
	struct value args[] = { ARG_INTEGER(term->cluster), ARG_INTEGER(term->year), ARG_INTEGER(term->role) };
	struct rows *rows;
	bool good = true;

	if (!rows_open(&rows, edit->store, EDIT_ASK(TERMS_OF), args, 3, err))
		return false;
	while (good && rows_next(rows, err)) {
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		struct term_facts *other = &out->items[out->count++];
		*other = (struct term_facts){ .id = rows_integer(rows, 0),
			.cluster = term->cluster,
			.role = term->role,
			.unit = rows_integer(rows, 1),
			.person = rows_integer(rows, 2),
			.year = term->year,
			.days = days_of(rows_text(rows, 3), rows_text(rows, 4)),
			.how = (enum choice_number) - 1 };
		if (other->unit)
			good = (other->unit_name = kept_name(kept, edit->store, ENTITY_UNIT, other->unit, err)) != NULL;
	}
	rows_close(rows);
	return good && err->kind == ERR_NONE;
}

/* The role is for members: the sentence offers to record the membership. */
static bool
check_member(struct edit *edit, const struct term_facts *term, const struct role_facts *role, struct kept *kept,
	bool block, struct err *err)
{
	struct memberships memberships = { 0 };
	bool good = load_memberships(&memberships, kept, edit->store, term->unit, term->cluster, err);

	if (good && term_needs_membership(term, role, memberships.items, memberships.count)) {
		const char *cluster = kept_name(kept, edit->store, ENTITY_CLUSTER, term->cluster, err);
		good = cluster &&
			err_set_field(err, TERM_UNIT,
				SAY("{1} chưa được ghi là thành viên của {2} vào thời gian ấy, mà {3} phải là thành viên. "
				    "Hãy thêm thành viên trước, rồi ghi nhiệm kỳ.",
					"{1} is not recorded as a member of {2} at that time, and the {3} must be a member. "
					"Please add the membership first, then the term."),
				term->unit_name, cluster, role_label(role, block), NULL);
		if (cluster)
			err->kind = ERR_NOT_ALLOWED;
		good = false;
	}
	free(memberships.items);
	return good;
}

static bool
check_term_facts(struct edit *edit, struct term_facts *term, const struct record *role_record, struct kept *kept,
	struct err *err)
{
	struct role_facts role = role_facts_of(role_record);
	struct terms others = { 0 };
	int64_t kind;
	bool good =
		rows_one_integer(&kind, 0, edit->store, EDIT_ASK(CLUSTER_KIND), &ARG_INTEGER(term->cluster), 1, err);

	if (good && term->unit)
		good = (term->unit_name = kept_name(kept, edit->store, ENTITY_UNIT, term->unit, err)) != NULL;
	if (good && term->year)
		good = load_terms(&others, kept, edit, term, err);
	good = good && term_check(term, &role, kind == CLUSTER_KIND_BLOCK, others.items, others.count, err);
	if (good && term->unit && role.members_only)
		good = check_member(edit, term, &role, kept, kind == CLUSTER_KIND_BLOCK, err);
	if (good && role.members_only && !term->unit)
		good = err_set_field(err, TERM_UNIT,
			SAY("Vai trò này chỉ thành viên của cụm được giữ; hãy chọn đơn vị.",
				"Only a member of the cluster may hold this role; please choose the unit."),
			NULL);
	free(others.items);
	return good;
}

bool
rules_of_term(struct edit *edit, struct err *err)
{
	struct kept kept = { 0 };
	struct record role = { 0 };
	struct term_facts term = term_facts_of(edit->record);
	bool good = record_read(&role, edit->store, ENTITY_ROLE, term.role, err) &&
		check_term_facts(edit, &term, &role, &kept, err);

	if (good && (term.year || record_has(edit->record, TERM_FROM) || record_has(edit->record, TERM_TO))) {
		struct days days = term_days(&term);
		good = warn_of_life(edit, term.unit, &days, err) && warn_of_life(edit, term.cluster, &days, err);
	}
	record_release(&role);
	kept_release(&kept);
	return good;
}

/* phó → trưởng → … never comes back. */
bool
rules_of_role(struct edit *edit, struct err *err)
{
	int64_t next = record_integer(edit->record, ROLE_SUCCEEDS_TO, 0), closes = 0;
	struct value args[] = { ARG_INTEGER(next), ARG_INTEGER(edit->record->id) };

	if (!next || !edit->record->id)
		return true;
	if (!rows_one_integer(&closes, 0, edit->store, EDIT_ASK(ROLE_CHAIN), args, 2, err))
		return false;
	return !closes ||
		err_set_field(err, ROLE_SUCCEEDS_TO,
			SAY("Các vai trò kế nhiệm nhau thành vòng tròn; hãy chọn vai trò khác.",
				"The roles would succeed each other in a circle; please choose another."),
			NULL);
}

/* ---- covenants, meetings, papers -------------------------------------------------------------------------------------- */

static bool
is_member_in(bool *member, struct edit *edit, int64_t unit, int64_t cluster, const struct days *days, struct err *err)
{
	struct memberships memberships = { 0 };
	struct kept kept = { 0 };
	bool good = load_memberships(&memberships, &kept, edit->store, unit, cluster, err);

	*member = false;
	for (size_t i = 0; i < memberships.count; i++) {
		struct days held = days_of(memberships.items[i].from, memberships.items[i].to);
		*member |= days_overlap(&held, days);
	}
	free(memberships.items);
	kept_release(&kept);
	return good;
}

static bool
warn_not_member(struct edit *edit, int64_t unit, int64_t cluster, struct err *err)
{
	struct str who = { 0 }, where = { 0 };
	bool good = label_add(&who, edit->store, ENTITY_UNIT, unit, LABEL_SHORT, NULL, err) &&
		label_add(&where, edit->store, ENTITY_CLUSTER, cluster, LABEL_SHORT, NULL, err);

	if (good)
		notices_add(edit->notices,
			say_format(SAY("{1} không được ghi là thành viên của {2} trong kỳ giao ước.",
					   "{1} is not recorded as a member of {2} in the period of the covenant."),
				str_text(&who), str_text(&where), NULL));
	str_release(&who);
	str_release(&where);
	return good;
}

bool
rules_of_covenant_party(struct edit *edit, struct err *err)
{
	struct record covenant = { 0 };
	int64_t unit = record_integer(edit->record, COVENANT_PARTY_UNIT, 0);
	bool member = true;

	if (!edit->notices)
		return true;
	if (!record_read(&covenant, edit->store, ENTITY_COVENANT,
		    record_integer(edit->record, COVENANT_PARTY_COVENANT, 0), err))
		return false;
	int64_t cluster = record_integer(&covenant, COVENANT_CLUSTER, 0);
	period p = record_integer(&covenant, COVENANT_PERIOD, 0);
	struct days days = days_about(p);
	bool good = is_member_in(&member, edit, unit, cluster, &days, err) &&
		(member || warn_not_member(edit, unit, cluster, err));
	record_release(&covenant);
	return good;
}

/* Adds the notice when the question finds another record than this one. */
static bool
warn_of_twin(struct edit *edit, const struct question *question, const struct value *args, size_t count,
	struct words words, struct err *err)
{
	struct rows *rows;
	int64_t twin = 0;

	if (!rows_open(&rows, edit->store, question, args, count, err))
		return false;
	while (!twin && rows_next(rows, err))
		if (rows_integer(rows, 0) != edit->record->id)
			twin = rows_integer(rows, 0);
	rows_close(rows);
	if (err->kind != ERR_NONE)
		return false;
	if (!twin)
		return true;
	struct str name = { 0 };
	bool good = edit_quote(&name, edit->store, edit->record->entity->id, twin, err);
	if (good)
		notices_add(edit->notices, say_format(words, str_text(&name), NULL));
	str_release(&name);
	return good;
}

bool
rules_of_meeting(struct edit *edit, struct err *err)
{
	const struct record *r = edit->record;
	bool organised = record_has(r, MEETING_ORGANISER);
	struct value args[] = { ARG_INTEGER(record_integer(r, organised ? MEETING_ORGANISER : MEETING_CLUSTER, 0)),
		ARG_TEXT(record_text(r, MEETING_DATE)) };

	if (!edit->notices || !record_has(r, MEETING_DATE))
		return true;
	return warn_of_twin(edit, organised ? EDIT_ASK(MEETINGS_LIKE_THIS) : EDIT_ASK(MEETINGS_OF_CLUSTER), args, 2,
		SAY("Ngày ấy bên tổ chức này đã có hội nghị {1}; kiểm tra xem có phải một hội nghị.",
			"On that day the organiser already has the meeting {1}; check whether they are one."),
		err);
}

bool
rules_of_document(struct edit *edit, struct err *err)
{
	const struct record *r = edit->record;
	struct value args[] = { ARG_TEXT(record_text(r, DOCUMENT_NUMBER)), r->values[DOCUMENT_DATE],
		r->values[DOCUMENT_ISSUER], r->values[DOCUMENT_ISSUER_TEXT] };

	if (!edit->notices || !record_has(r, DOCUMENT_NUMBER))
		return true;
	return warn_of_twin(edit, EDIT_ASK(DOCUMENTS_NUMBERED), args, 4,
		SAY("Sổ đã có văn bản cùng số, ngày và nơi ban hành: {1}; kiểm tra xem có phải một văn bản.",
			"The book already has a document of this number, date and issuer: {1}; check whether they are one."),
		err);
}

/* ---- nominations ------------------------------------------------------------------------------------------------------ */

struct steps {
	struct nomination_step_facts *items;
	size_t count, capacity;
};

/* The stored steps; `with` replaces its stored self or is added. */
static bool
load_steps(struct steps *out, struct kept *kept, struct store *store, int64_t nomination, const struct record *with,
	struct err *err)
{
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(STEPS_OF), &ARG_INTEGER(nomination), 1, err))
		return false;
	while (rows_next(rows, err)) {
		if (with && rows_integer(rows, 0) == with->id)
			continue;
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct nomination_step_facts){ .position = (int)rows_integer(rows, 1),
			.state = (enum choice_number)rows_integer(rows, 2),
			.date = kept_copy(kept, rows_text(rows, 3)) };
	}
	rows_close(rows);
	if (with) {
		ARRAY_RESERVE(out->items, out->count, out->capacity);
		out->items[out->count++] = (struct nomination_step_facts){ .position = (int)record_integer(
										   with, NOMINATION_STEP_POSITION, 0),
			.state = (enum choice_number)record_integer(with, NOMINATION_STEP_STATE, 0),
			.date = kept_copy(kept, record_text(with, NOMINATION_STEP_DATE)) };
	}
	return err->kind == ERR_NONE;
}

bool
rules_of_step(struct edit *edit, struct err *err)
{
	struct steps steps = { 0 };
	struct kept kept = { 0 };
	bool good = load_steps(&steps, &kept, edit->store, record_integer(edit->record, NOMINATION_STEP_NOMINATION, 0),
			    edit->record, err) &&
		nomination_steps_check(steps.items, steps.count, err);

	free(steps.items);
	kept_release(&kept);
	return good;
}

/* The state that the steps give, or the one that the record has when there is none. */
static bool
state_of_steps(int64_t *state, struct store *store, const struct record *nomination, struct err *err)
{
	struct steps steps = { 0 };
	struct kept kept = { 0 };
	int64_t own = record_integer(nomination, NOMINATION_STATE, 0);
	bool good = !nomination->id || load_steps(&steps, &kept, store, nomination->id, NULL, err);

	*state = nomination_state_of(steps.items, steps.count, (enum choice_number)own);
	free(steps.items);
	kept_release(&kept);
	return good;
}

/* The state follows the steps, whatever was typed. */
bool
rules_of_nomination(struct edit *edit, struct err *err)
{
	int64_t state;

	if (!state_of_steps(&state, edit->store, edit->record, err))
		return false;
	record_set_integer(edit->record, NOMINATION_STATE, state);
	return true;
}

bool
settle_nomination(struct change *change, int64_t id, struct err *err)
{
	struct record nomination = { 0 };
	int64_t state;
	bool good = record_read(&nomination, change_store(change), ENTITY_NOMINATION, id, err) &&
		state_of_steps(&state, change_store(change), &nomination, err);

	if (good && state != record_integer(&nomination, NOMINATION_STATE, -1)) {
		record_set_integer(&nomination, NOMINATION_STATE, state);
		good = change_write(change, &nomination, err);
	}
	record_release(&nomination);
	return good;
}

/* ---- rounds ----------------------------------------------------------------------------------------------------------- */

static bool
add_submission(struct change *change, int64_t round, int64_t unit, struct err *err)
{
	struct record submission = record_new(ENTITY_SUBMISSION);
	int64_t there;

	record_set_integer(&submission, SUBMISSION_ROUND, round);
	record_set_integer(&submission, SUBMISSION_UNIT, unit);
	record_set_integer(&submission, SUBMISSION_STATE, SUBMISSION_STATE_MISSING);
	bool good = record_find_key(&there, change_store(change), &submission, err) &&
		(there || change_write(change, &submission, err));
	record_release(&submission);
	return good;
}

bool
settle_round(struct change *change, int64_t id, struct err *err)
{
	struct store *store = change_store(change);
	struct record round = { 0 };
	int64_t *units;
	size_t count;

	if (!record_read(&round, store, ENTITY_ROUND, id, err))
		return false;
	struct days days = days_about(record_integer(&round, ROUND_PERIOD, 0));
	struct value args[] = { ARG_INTEGER(record_integer(&round, ROUND_CLUSTER, 0)), ARG_TEXT(days.last) };
	bool good = rows_all_integers(&units, &count, store, EDIT_ASK(MEMBERS_ON), args, 2, err);
	for (size_t i = 0; good && i < count; i++)
		good = add_submission(change, id, units[i], err);
	free(units);
	record_release(&round);
	return good;
}

bool
settle_rounds_of(struct change *change, const struct record *membership, struct err *err)
{
	struct days held = days_of(record_text(membership, MEMBERSHIP_FROM), record_text(membership, MEMBERSHIP_TO));
	struct ids rounds = { 0 };
	struct rows *rows;

	if (!rows_open(&rows, change_store(change), EDIT_ASK(ROUNDS_OF),
		    &ARG_INTEGER(record_integer(membership, MEMBERSHIP_CLUSTER, 0)), 1, err))
		return false;
	while (rows_next(rows, err)) {
		struct days days = days_about(rows_integer(rows, 1));
		if (!days_contain_day(&held, days.last))
			continue;
		ids_add(&rounds, rows_integer(rows, 0));
	}
	rows_close(rows);
	bool good = err->kind == ERR_NONE;
	for (size_t i = 0; good && i < rounds.count; i++)
		good = add_submission(change, rounds.items[i], record_integer(membership, MEMBERSHIP_UNIT, 0), err);
	ids_release(&rounds);
	return good;
}
