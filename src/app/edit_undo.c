/* Undo and redo, from history alone: the last change of the chain is turned round, as a new change through the same rules. */
#include "app/edit_rules.h"
#include "app/edit_steps.h"
#include "app/metric_read.h"
#include "app/naming.h"
#include "app/past.h"
#include "app/undo.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
turn_release(struct turn *turn)
{
	record_changes_release(turn->changes, turn->count);
	for (size_t i = 0; turn->steps && i < turn->count; i++)
		free(turn->steps[i].fits);
	free(turn->steps);
	notices_release(&turn->others);
	*turn = (struct turn){ 0 };
}

/* Whether a field still has the value that the change gave it; NULL: unknown. */
static bool
still_has(const struct record *record, int field, const char *text, int decimals)
{
	struct str now = { 0 };

	if (record_has(record, field))
		field_write(&record->entity->fields[field], &record->values[field], decimals, &now);
	bool same = record_has(record, field) == (text != NULL) && strcmp(str_text(&now), text ? text : "") == 0;
	str_release(&now);
	return same;
}

/* Whether a field came out of the change as it went in.  An amount that moved to another metric did not, though it reads alike:
 * it is counted in the other's decimals. */
static bool
is_same(const struct record_change *change, const struct field_change *field)
{
	const struct entity *entity = entity_of(change->entity);
	int metric = entity_field(entity, "metric");

	if (!text_equal(field->old, field->new_))
		return false;
	for (size_t k = 0; entity->fields[field->field].type == FIELD_AMOUNT && k < change->field_count; k++)
		if (change->fields[k].field == metric)
			return false;
	return true;
}

static bool
is_idle(const struct record_change *change)
{
	for (size_t k = 0; k < change->field_count; k++)
		if (!is_same(change, &change->fields[k]))
			return false;
	return change->op == HISTORY_UPDATE;
}

/* «Lan (20/11/2026) đã sửa «Số» của …» for the newest change after the turned one that wrote the field (-1: deleted it). */
static bool
say_who(struct turn *turn, struct store *store, const struct record_change *change, int field, struct err *err)
{
	struct record_change *later;
	size_t count;
	int64_t by = 0;
	struct change_head head = { 0 };
	struct str day = { 0 }, name = { 0 };

	if (!history_of_record(&later, &count, store, change->entity, change->record, err))
		return false;
	for (size_t i = 0; i < count && !by && later[i].change > turn->tip; i++)
		for (size_t f = 0; f < later[i].field_count || (field < 0 && f == 0); f++)
			if (field < 0 || later[i].fields[f].field == field)
				by = later[i].change;
	record_changes_release(later, count);
	struct record record = past_record_of(store, change, change->op != HISTORY_DELETE);
	bool good = (!by || history_head(&head, store, by, err)) &&
		label_add_record(&name, store, &record, LABEL_SHORT, NULL, err);
	if (good) {
		char date[11] = "";
		bool self = by && head.account == store_account(store);
		turn->by_self = turn->by_self || self;
		turn->by_others = turn->by_others || !self;
		if (head.at && strlen(head.at) >= 10)
			memcpy(date, head.at, 10);
		date[10] = '\0';
		date_show(&day, date);
		notices_add(&turn->others,
			field < 0 ? say_format(SAY("{1} ({2}) đã sửa hoặc xóa {3} {4}",
						       "{1} ({2}) has changed or deleted the {3} {4}"),
					    head.login ? head.login : "…", str_text(&day),
					    say(entity_of(change->entity)->one), str_text(&name), NULL)
				  : say_format(
					    SAY("{1} ({2}) đã sửa “{3}” của {4}", "{1} ({2}) has changed “{3}” of {4}"),
					    head.login ? head.login : "…", str_text(&day),
					    say(record.entity->fields[field].label), str_text(&name), NULL));
	}
	record_release(&record);
	change_head_release(&head);
	str_release(&day);
	str_release(&name);
	return good;
}

static bool
turned(const struct turn *turn, enum entity_id entity, int64_t id)
{
	char key[48];

	snprintf(key, sizeof key, "%d:%lld", (int)entity, (long long)id);
	return textmap_get(&turn->records, key, 0) != 0;
}

/* Others that refer to a record which would go; those of the change itself go with it. */
static bool
look_at_references(struct turn *turn, struct store *store, size_t i, struct err *err)
{
	struct reference references[16];
	const struct record_change *change = &turn->changes[i];
	size_t count, others = 0;

	if (turn->count > TURN_LOOKS) /* of a whole file: the references are looked at when it is complete */
		return true;
	if (!record_references(references, ARRAY_COUNT(references), &count, store, change->entity, change->record, err))
		return false;
	for (size_t r = 0; r < count; r++)
		if (!turned(turn, references[r].entity, references[r].id))
			references[others++] = references[r];
	if (others == 0)
		return true;
	struct str list = { 0 }, name = { 0 };
	turn->steps[i].blocked = true;
	bool good = edit_quote(&name, store, change->entity, change->record, err) &&
		edit_list_references(&list, store, references, others, err);
	if (good)
		notices_add(&turn->others,
			say_format(SAY("{1} đang được dùng ở: {2}", "{1} is used by: {2}"), str_text(&name),
				str_text(&list), NULL));
	str_release(&list);
	str_release(&name);
	return good;
}

/* An insert is taken back only when nobody changed anything of it. */
static bool
look_at_insert(
	struct turn *turn, struct store *store, size_t i, const struct record *now, int decimals, struct err *err)
{
	const struct record_change *change = &turn->changes[i];

	for (int f = 0; f < now->entity->field_count; f++) {
		const char *given = NULL;
		if (FIELD_IS_DERIVED(&now->entity->fields[f]))
			continue;
		for (size_t k = 0; k < change->field_count; k++)
			if (change->fields[k].field == f)
				given = change->fields[k].new_;
		if (still_has(now, f, given, decimals))
			continue;
		turn->steps[i].blocked = true;
		if (!say_who(turn, store, change, f, err))
			return false;
	}
	return look_at_references(turn, store, i, err);
}

static bool
look_at_update(
	struct turn *turn, struct store *store, size_t i, const struct record *now, int decimals, struct err *err)
{
	const struct record_change *change = &turn->changes[i];

	for (size_t k = 0; k < change->field_count; k++) {
		const struct field_change *field = &change->fields[k];
		turn->steps[i].fits[k] = is_same(change, field) || still_has(now, field->field, field->new_, decimals);
		if (turn->steps[i].fits[k])
			continue;
		turn->misfits++;
		if (!say_who(turn, store, change, field->field, err))
			return false;
	}
	return true;
}

static bool
look_at(struct turn *turn, struct store *store, size_t i, struct err *err)
{
	const struct record_change *change = &turn->changes[i];
	struct undo_step *step = &turn->steps[i];
	struct record now = { 0 };
	struct err missing = { 0 };
	int decimals = 0;
	bool there = record_read(&now, store, change->entity, change->record, &missing), good = true;

	step->fits = mem_new(change->field_count + 1, sizeof *step->fits);
	step->idle = is_idle(change);
	if (!there && missing.kind != ERR_NOT_FOUND) {
		*err = missing;
		return false;
	}
	err_release(&missing);
	if (step->idle) {
		good = true;
	} else if (there != (change->op != HISTORY_DELETE)) {
		step->blocked = true;
		good = say_who(turn, store, change, -1, err);
	} else if (there) {
		good = amount_decimals(&decimals, store, &now, err);
		if (good && change->op == HISTORY_INSERT)
			good = look_at_insert(turn, store, i, &now, decimals, err);
		else if (good)
			good = look_at_update(turn, store, i, &now, decimals, err);
	}
	turn->misfits += step->blocked;
	record_release(&now);
	return good;
}

bool
turn_plan(struct turn *turn, struct store *store, int64_t change, struct err *err)
{
	struct change_head head = { 0 };

	int64_t root;
	*turn = (struct turn){ 0 };
	if (!change_root(&root, store, change, err) || !history_tip(&turn->tip, store, change, err) ||
		!history_head(&head, store, root, err) ||
		!history_of_change(&turn->changes, &turn->count, store, turn->tip, err)) {
		change_head_release(&head);
		return false;
	}
	turn->redo = !head.stands;
	change_head_release(&head);
	turn->steps = mem_new(turn->count + 1, sizeof *turn->steps);
	for (size_t i = 0; i < turn->count; i++) {
		char key[48];
		snprintf(key, sizeof key, "%d:%lld", (int)turn->changes[i].entity, (long long)turn->changes[i].record);
		textmap_put(&turn->records, key, 1);
	}
	bool good = true;
	for (size_t i = 0; good && i < turn->count; i++)
		good = look_at(turn, store, i, err);
	textmap_release(&turn->records);
	return good;
}

/* ---- doing it ------------------------------------------------------------------------------------------------------------- */

/* The record as it was before the change in every field that fits. */
static bool
turn_fields(struct record *record, struct store *store, const struct record_change *change,
	const struct undo_step *step, struct err *err)
{
	for (int amounts = 0; amounts < 2; amounts++) {
		int decimals = 0;
		if (amounts && !amount_decimals(&decimals, store, record, err))
			return false;
		for (size_t k = 0; k < change->field_count; k++) {
			const struct field_change *field = &change->fields[k];
			const struct field *f = &record->entity->fields[field->field];
			struct value value = value_none();
			if ((f->type == FIELD_AMOUNT) != (amounts == 1) || is_same(change, field) ||
				(change->op == HISTORY_UPDATE && !step->fits[k]))
				continue;
			if (field->old && !field_read(f, field->old, decimals, &value, err))
				return false;
			value_release(&record->values[field->field]);
			record->values[field->field] = value;
		}
	}
	return true;
}

static bool
put_back(struct change *change, const struct record_change *done, const struct undo_step *step, struct err *err)
{
	struct store *store = change_store(change);
	struct record record = { 0 };
	bool again = done->op == HISTORY_DELETE, good = true;

	if (again) {
		record = record_new(done->entity);
		for (int i = 0; i < record.entity->field_count; i++)
			record_set_none(&record, i);
		record.id = done->record;
	} else {
		good = record_read(&record, store, done->entity, done->record, err);
	}
	struct edit edit = { .change = change, .store = store, .record = &record, .way = EDIT_UNDO, .again = again };
	good = good && turn_fields(&record, store, done, step, err) && edit_prepare_alone(&edit, err) &&
		edit_write(&edit, err);
	edit_release(&edit);
	record_release(&record);
	return good;
}

static bool
take_out(struct change *change, const struct record_change *done, struct err *err)
{
	struct record record = { 0 };
	bool good = record_read(&record, change_store(change), done->entity, done->record, err) &&
		change_delete(change, &record, err);

	record_release(&record);
	return good;
}

/* The rules, once everything is in place. */
static bool
ask_rules(struct change *change, const struct record_change *done, struct err *err)
{
	struct record record = { 0 };
	struct edit edit = { .change = change, .store = change_store(change), .record = &record, .way = EDIT_UNDO };
	bool good = record_read(&record, edit.store, done->entity, done->record, err) &&
		edit_prepare_among(&edit, err) && edit_rules(&edit, err);

	edit_release(&edit);
	record_release(&record);
	return good;
}

/* A membership taken out may be what somebody's term rests on. */
static bool
ask_without(struct change *change, const struct record_change *done, struct err *err)
{
	if (done->entity != ENTITY_MEMBERSHIP)
		return true;
	struct record gone = past_record_of(change_store(change), done, true);
	bool good = check_terms_covered(change_store(change), record_integer(&gone, MEMBERSHIP_UNIT, 0),
		record_integer(&gone, MEMBERSHIP_CLUSTER, 0), 0, NULL, err);
	record_release(&gone);
	return good;
}

static bool
turn_round(struct change *change, const struct turn *turn, struct err *err)
{
	for (size_t i = turn->count; i-- > 0;) {
		const struct record_change *done = &turn->changes[i];
		if (turn->steps[i].blocked || turn->steps[i].idle)
			continue;
		if (done->op == HISTORY_INSERT ? !take_out(change, done, err)
					       : !put_back(change, done, &turn->steps[i], err))
			return false;
	}
	for (size_t i = 0; i < turn->count; i++) {
		const struct record_change *done = &turn->changes[i];
		if (turn->steps[i].blocked || turn->steps[i].idle)
			continue;
		if (done->op == HISTORY_INSERT ? !ask_without(change, done, err) : !ask_rules(change, done, err))
			return false;
	}
	return true;
}

/* What others did, in one sentence. */
static bool
refuse_misfits(const struct turn *turn, struct err *err)
{
	struct str list = { 0 };

	for (size_t i = 0; i < turn->others.count && i < 5; i++) {
		str_add_text(&list, i ? "; " : "");
		str_add_text(&list, turn->others.sentences[i]);
	}
	err_set(err, ERR_CONFLICT,
		turn->redo ? SAY("Không làm lại được: {1}.", "This cannot be brought again: {1}.")
			   : SAY("Không hoàn tác được: {1}.", "This cannot be undone: {1}."),
		str_text(&list), NULL);
	str_release(&list);
	return false;
}

static bool
turn_in(struct change *change, int64_t of, bool fitting_only, struct err *err)
{
	struct turn turn = { 0 };
	bool good = turn_plan(&turn, change_store(change), of, err);

	if (good && turn.count == 0)
		good = err_set(err, ERR_NOT_FOUND,
			SAY("Thay đổi này không có gì để hoàn tác.", "There is nothing to undo in this change."), NULL);
	if (good && turn.misfits > 0 && !fitting_only)
		good = refuse_misfits(&turn, err);
	if (good) {
		change_undoes(change, turn.tip);
		good = turn_round(change, &turn, err);
	}
	turn_release(&turn);
	return good;
}

bool
edit_undo(struct store *store, int64_t of, bool fitting_only, struct err *err)
{
	struct change *change;
	struct change_head head = { 0 };
	struct str about = { 0 };

	int64_t root;
	if (!change_root(&root, store, of, err) || !history_head(&head, store, root, err))
		return false;
	json_open(&about, '{');
	json_name(&about, "change");
	json_integer(&about, of);
	json_close(&about, '}');
	bool good = change_begin(&change, store, head.stands ? "undo" : "redo", str_text(&about), err);
	str_release(&about);
	change_head_release(&head);
	if (!good)
		return false;
	if (!turn_in(change, of, fitting_only, err)) {
		change_abandon(change);
		return false;
	}
	return change_commit(change, err);
}
