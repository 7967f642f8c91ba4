#include "app/edit.h"
#include "app/edit_rules.h"
#include "app/edit_steps.h"
#include "app/naming.h"
#include "base/mem.h"
#include "model/choices.h"
#include "text/clean.h"
#include <stdlib.h>
#include <string.h>

void
notices_add(struct notices *notices, char *sentence)
{
	for (size_t i = 0; i < notices->count; i++) {
		if (strcmp(notices->sentences[i], sentence) == 0) {
			free(sentence);
			return;
		}
	}
	ARRAY_RESERVE(notices->sentences, notices->count, notices->capacity);
	notices->sentences[notices->count++] = sentence;
}

void
notices_release(struct notices *notices)
{
	for (size_t i = 0; i < notices->count; i++)
		free(notices->sentences[i]);
	free(notices->sentences);
	*notices = (struct notices){ 0 };
}

void
edit_release(struct edit *edit)
{
	record_release(&edit->old);
}

bool
edit_quote(struct str *out, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	str_add_text(out, say(SAY("“", "“")));
	bool named = label_add(out, store, entity, id, LABEL_SHORT, NULL, err);
	str_add_text(out, say(SAY("”", "”")));
	return named;
}

/* ---- texts -------------------------------------------------------------------------------------------------------- */

bool
edit_clean_text(struct record *record, int field, struct err *err)
{
	const struct field *f = &record->entity->fields[field];
	const char *text = record_text(record, field);
	struct str clean = { 0 };

	if (!text_clean(&clean, text, strlen(text), f->type == FIELD_LINES ? TEXT_LINES : TEXT_PARAGRAPH, NULL, err)) {
		char *why = err->text;
		long column = err->column;
		struct str place = { 0 };
		err->text = NULL;
		str_add_integer(&place, column);
		err_set(err, ERR_INVALID, SAY("“{1}”, chữ thứ {2}: {3}", "“{1}”, letter {2}: {3}"), say(f->label),
			str_text(&place), why ? why : "", NULL);
		err->field = field + 1;
		str_release(&place);
		free(why);
		str_release(&clean);
		return false;
	}
	if (strcmp(str_text(&clean), text) != 0)
		record_set_text(record, field, str_text(&clean));
	str_release(&clean);
	return true;
}

static bool
clean_texts(struct record *record, struct err *err)
{
	for (int i = 0; i < record->entity->field_count; i++) {
		if (FIELD_IS_DERIVED(&record->entity->fields[i]) || record->values[i].type != VALUE_TEXT)
			continue;
		if (!edit_clean_text(record, i, err))
			return false;
	}
	return true;
}

/* ---- what it refers to, what it is known by ---------------------------------------------------------------------- */

static bool
check_reference(const struct edit *edit, int field, struct err *err)
{
	const struct field *f = &edit->record->entity->fields[field];
	enum entity_id target;
	int64_t id, there = 0;

	if (f->type != FIELD_REFERENCE && f->type != FIELD_SUBJECT && f->type != FIELD_ANY)
		return true;
	if (!record_has(edit->record, field))
		return true;
	if (edit->old.entity && value_equal(&edit->old.values[field], &edit->record->values[field]) &&
		(f->type != FIELD_ANY || value_equal(&edit->old.values[field - 1], &edit->record->values[field - 1])))
		return true;
	if (!reference_target(&target, &id, edit->store, edit->record, field, err))
		return false;
	if (target && entity_of(target) &&
		!rows_one_integer(&there, 0, edit->store, &exists_questions[target], &ARG_INTEGER(id), 1, err))
		return false;
	if (there)
		return true;
	return err_set_field(err, field,
		SAY("“{1}”: sổ không có bản ghi này (có thể vừa bị xóa); hãy chọn lại.",
			"“{1}”: the book has no such record (it may just have been deleted); please choose again."),
		say(f->label), NULL);
}

static bool
check_period_row(const struct edit *edit, int field, struct err *err)
{
	int64_t p = record_integer(edit->record, field, 0), there = 0;

	if (!p || p % 100000 < 99000)
		return true;
	if (!rows_one_integer(&there, 0, edit->store, &exists_questions[ENTITY_SPAN], &ARG_INTEGER(p), 1, err))
		return false;
	return there ||
		err_set_field(err, field,
			SAY("Sổ không có kỳ theo ngày này; hãy thêm kỳ ấy trước.",
				"The book has no such period by dates; please add it first."),
			NULL);
}

static bool
check_references(const struct edit *edit, struct err *err)
{
	for (int i = 0; i < edit->record->entity->field_count; i++) {
		if (!edit->looked_up && !check_reference(edit, i, err))
			return false;
		if (edit->record->entity->fields[i].type == FIELD_PERIOD && !check_period_row(edit, i, err))
			return false;
	}
	return true;
}

/* A key with a position is no key of its own: parts are moved about. */
static bool
has_key(const struct record *record)
{
	const struct entity *entity = record->entity;

	if (entity->key[0] < 0 || (entity->id == ENTITY_TERM && !record_has(record, TERM_WORK_YEAR)))
		return false;
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++)
		if (entity->key[i] == entity->position_field)
			return false;
	return true;
}

static bool
key_changed(const struct edit *edit)
{
	const struct entity *entity = edit->record->entity;

	if (!edit->old.entity)
		return true;
	for (int i = 0; i < ENTITY_KEY_FIELDS && entity->key[i] >= 0; i++) {
		int field = entity->key[i];
		if (FIELD_IS_DERIVED(&entity->fields[field]))
			field = entity->fields[field].from;
		if (!value_equal(&edit->old.values[field], &edit->record->values[field]))
			return true;
	}
	return false;
}

static bool
check_key(const struct edit *edit, struct err *err)
{
	const struct entity *entity = edit->record->entity;
	int64_t other;

	if (edit->looked_up || !has_key(edit->record) || !key_changed(edit))
		return true;
	if (!record_find_key(&other, edit->store, edit->record, err))
		return false;
	if (!other || other == edit->record->id)
		return true;
	struct str name = { 0 };
	bool named = edit_quote(&name, edit->store, entity->id, other, err);
	if (named) {
		err_set(err, ERR_NOT_ALLOWED,
			SAY("Sổ đã có {1} {2}; hãy mở bản ghi ấy mà sửa thay vì thêm bản ghi thứ hai.",
				"The book already has the {1} {2}; please change that record instead of adding a second one."),
			say(entity->one), str_text(&name), NULL);
		err->field = entity->key[0] + 1;
	}
	str_release(&name);
	return false;
}

static bool
check_uid(const struct edit *edit, struct err *err)
{
	const struct entity *entity = edit->record->entity;
	int64_t other;

	if (entity->uid_field < 0 || edit->old.entity || !record_has(edit->record, entity->uid_field))
		return true;
	const char *uid = record_text(edit->record, entity->uid_field);
	if (!record_find_uid(&other, edit->store, entity->id, uid, err))
		return false;
	if (!other && entity->subject &&
		!record_find_uid(
			&other, edit->store, entity->id == ENTITY_UNIT ? ENTITY_CLUSTER : ENTITY_UNIT, uid, err))
		return false;
	return !other || other == edit->record->id ||
		err_set_field(err, entity->uid_field,
			SAY("Mã chung “{1}” đã có trong sổ; hãy dùng mã khác.",
				"The shared id “{1}” is in the book already; please use another."),
			uid, NULL);
}

/* Codes are what other books and files know a record by. */
static bool
check_unchanged(const struct edit *edit, int field, struct err *err)
{
	if (field < 0 || !edit->old.entity || value_equal(&edit->old.values[field], &edit->record->values[field]))
		return true;
	return err_set_field(err, field,
		SAY("“{1}” không đổi được: sổ khác và tệp nhập nhận ra bản ghi này bằng “{2}”.",
			"“{1}” cannot be changed: other books and files know this record by “{2}”."),
		say(edit->record->entity->fields[field].label), record_text(&edit->old, field), NULL);
}

static int
code_field(const struct entity *entity)
{
	switch (entity->id) {
	case ENTITY_METRIC:
		return METRIC_CODE;
	case ENTITY_ROLE:
		return ROLE_CODE;
	case ENTITY_AWARD:
		return AWARD_CODE;
	case ENTITY_CLASS_SET:
		return CLASS_SET_CODE;
	default:
		return -1;
	}
}

/* The record moved on, or went, since it was read: said before anything else, so that both sides can be offered. */
static bool
read_old(struct edit *edit, struct err *err)
{
	record_release(&edit->old);
	if (!edit->record->id || edit->again)
		return true;
	bool there = record_read(&edit->old, edit->store, edit->record->entity->id, edit->record->id, err);
	if (!there && err->kind == ERR_NOT_FOUND && edit->change)
		err->kind = ERR_CONFLICT;
	if (!there || !edit->change || edit->old.rev == edit->record->rev)
		return there;
	return err_set(err, ERR_CONFLICT,
		SAY("Người khác vừa sửa bản ghi này ({1}).", "Someone else has just changed this record ({1})."),
		say(edit->record->entity->one), NULL);
}

/* A record without its uid keeps the one it has; a new one gets it from the store. */
static void
keep_uid(struct edit *edit)
{
	int uid = edit->record->entity->uid_field;

	if (uid >= 0 && edit->old.entity && !record_has(edit->record, uid))
		record_set_text(edit->record, uid, record_text(&edit->old, uid));
}

bool
edit_prepare_alone(struct edit *edit, struct err *err)
{
	if (!read_old(edit, err))
		return false;
	keep_uid(edit);
	return clean_texts(edit->record, err) && record_check(edit->record, err) &&
		check_unchanged(edit, edit->record->entity->uid_field, err) &&
		check_unchanged(edit, code_field(edit->record->entity), err) && check_decimals(edit, err);
}

bool
edit_prepare_among(struct edit *edit, struct err *err)
{
	return check_uid(edit, err) && check_references(edit, err) && check_key(edit, err);
}

bool
edit_prepare(struct edit *edit, struct err *err)
{
	return edit_prepare_alone(edit, err) && edit_prepare_among(edit, err);
}

/* ---- rules, writing, what follows --------------------------------------------------------------------------------- */

bool
edit_rules(struct edit *edit, struct err *err)
{
	switch (edit->record->entity->id) {
	case ENTITY_UNIT:
		return rules_of_life(edit, UNIT_FROM, UNIT_TO, err);
	case ENTITY_PHASE:
		return rules_of_phase(edit, err);
	case ENTITY_SUCCESSION:
		return rules_of_succession(edit, err);
	case ENTITY_CLUSTER:
		return rules_of_cluster(edit, err);
	case ENTITY_MEMBERSHIP:
		return rules_of_membership(edit, err);
	case ENTITY_TERM:
		return rules_of_term(edit, err);
	case ENTITY_ROLE:
		return rules_of_role(edit, err);
	case ENTITY_COVENANT_PARTY:
		return rules_of_covenant_party(edit, err);
	case ENTITY_MEETING:
		return rules_of_meeting(edit, err);
	case ENTITY_DOCUMENT:
		return rules_of_document(edit, err);
	case ENTITY_NOMINATION:
		return rules_of_nomination(edit, err);
	case ENTITY_NOMINATION_STEP:
		return rules_of_step(edit, err);
	case ENTITY_METRIC:
		return rules_of_metric(edit, err);
	case ENTITY_CLUSTER_METRIC:
		return rules_of_cluster_metric(edit, err);
	case ENTITY_FIGURE:
		return rules_of_figure(edit, err);
	default:
		return true;
	}
}

bool
edit_write(struct edit *edit, struct err *err)
{
	if (edit->again)
		return change_restore(edit->change, edit->record, err);
	if (edit->record->entity->id == ENTITY_METRIC && edit->old.entity) {
		int from = (int)record_integer(&edit->old, METRIC_DECIMALS, 0);
		int to = (int)record_integer(edit->record, METRIC_DECIMALS, 0);
		if (from != to && !rescale_metric(edit, from, to, err))
			return false;
	}
	return change_write(edit->change, edit->record, err);
}

bool
edit_follow(struct edit *edit, struct err *err)
{
	if (edit->way == EDIT_UNDO)
		return true;
	switch (edit->record->entity->id) {
	case ENTITY_NOMINATION_STEP:
		return settle_nomination(
			edit->change, record_integer(edit->record, NOMINATION_STEP_NOMINATION, 0), err);
	case ENTITY_ROUND:
		return edit->way != EDIT_DEED || edit->old.entity || settle_round(edit->change, edit->record->id, err);
	case ENTITY_MEMBERSHIP:
		return edit->way != EDIT_DEED || edit->old.entity || settle_rounds_of(edit->change, edit->record, err);
	default:
		return true;
	}
}

bool
edit_put_as(struct change *change, struct record *record, enum edit_way way, struct notices *notices, struct err *err)
{
	struct edit edit = {
		.change = change, .store = change_store(change), .record = record, .notices = notices, .way = way
	};
	bool done =
		edit_prepare(&edit, err) && edit_rules(&edit, err) && edit_write(&edit, err) && edit_follow(&edit, err);
	edit_release(&edit);
	return done;
}

bool
edit_put(struct change *change, struct record *record, struct notices *notices, struct err *err)
{
	return edit_put_as(change, record, EDIT_DEED, notices, err);
}

bool
edit_cite(struct change *change, enum entity_id entity, int64_t record, int64_t document, const char *quote,
	bool agrees, struct err *err)
{
	struct value args[] = { ARG_INTEGER(entity), ARG_INTEGER(record), ARG_INTEGER(document) };
	int64_t cited;

	if (!rows_one_integer(&cited, 0, change_store(change), EDIT_ASK(CITED), args, 3, err))
		return false;
	if (cited)
		return true;
	struct record citation = record_new(ENTITY_CITATION);
	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, entity);
	record_set_integer(&citation, CITATION_RECORD, record);
	record_set_text(&citation, CITATION_QUOTE, quote);
	if (!agrees)
		record_set_integer(&citation, CITATION_AGREES, CITATION_AGREES_DIFFERS);
	bool good = edit_put(change, &citation, NULL, err);
	record_release(&citation);
	return good;
}

/* Whether every required field is there: before that the rules have nothing to look at. */
static bool
is_complete(const struct record *record)
{
	for (int i = 0; i < record->entity->field_count; i++)
		if ((record->entity->fields[i].flags & FIELD_REQUIRED) && !record_has(record, i))
			return false;
	return true;
}

bool
edit_advise(struct store *store, const struct record *record, struct notices *notices, struct err *err)
{
	struct record copy = record_copy(record);
	struct edit edit = { .store = store, .record = &copy, .notices = notices, .way = EDIT_DEED };
	bool done = !is_complete(record) || (edit_prepare(&edit, err) && edit_rules(&edit, err));

	if (!done && (err->kind == ERR_INVALID || err->kind == ERR_NOT_ALLOWED)) {
		notices_add(notices, mem_copy_text(err->text));
		err_release(err);
		done = true;
	}
	edit_release(&edit);
	record_release(&copy);
	return done;
}
