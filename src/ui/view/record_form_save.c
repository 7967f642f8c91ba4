/* Saving: everything of the form in one change, with the source it cites; what stands in the way is asked or shown. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/dialog.h"
#include "ui/view/conflict.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

/* ---- a new name from a day ---- */

/* đổi từ ngày: the name as it was ends the day before, the one typed begins. */
static bool
begin_new_name(const struct record_form *form, struct sheaf *work, struct err *err)
{
	const char *day = str_text(&form->naming_day);
	size_t row = (size_t)form->current_phase;

	if (form->naming != NAMING_FROM_DAY || !work->lists || !form->bases[0].lists)
		return true;
	struct part_list *list = &work->lists[0];
	if (!date_is_full(day)) {
		err_set(err, ERR_INVALID,
			SAY("Chưa có ngày đổi tên; hãy ghi đủ ngày, tháng, năm.",
				"The day of the new name is missing; please give it in full."),
			NULL);
		for (int i = 0; i < form->slot_count; i++)
			if (form->slots[i].kind == SLOT_NAMING_DAY)
				err->field = i + 1;
		return false;
	}
	const struct part_list *before = &form->bases[0].lists[0];
	if (row >= before->count || row >= list->count)
		return true;
	char end[11];
	date_day_before(day, end);
	struct record *added = part_list_insert(list, row + 1);
	record_release(added);
	*added = list->records[row];
	added->id = added->rev = 0;
	record_set_text(added, PHASE_FROM, day);
	list->records[row] = record_copy(&before->records[row]);
	record_set_text(&list->records[row], PHASE_TO, end);
	return true;
}

static const int shared_fields[] = { TERM_CLUSTER, TERM_WORK_YEAR, TERM_YEAR_BASIS, TERM_HOW, TERM_MEETING,
	TERM_DOCUMENT };

/* The second of a pair has the cluster, year, meeting … of the first. */
static void
share_fields(struct sheaf *works)
{
	for (size_t i = 0; i < ARRAY_COUNT(shared_fields); i++) {
		struct value *to = &works[1].record.values[shared_fields[i]];
		value_release(to);
		*to = value_copy(&works[0].record.values[shared_fields[i]]);
	}
}

/* ---- writing ---- */

static bool
add_membership(struct change *change, const struct record *term, struct err *err)
{
	struct record membership = record_new(ENTITY_MEMBERSHIP);

	record_set_integer(&membership, MEMBERSHIP_CLUSTER, record_integer(term, TERM_CLUSTER, 0));
	record_set_integer(&membership, MEMBERSHIP_UNIT, record_integer(term, TERM_UNIT, 0));
	bool good = edit_put(change, &membership, NULL, err);
	record_release(&membership);
	return good;
}

/* Nobody was named for the second role: only the first is saved. */
static bool
is_left_out(const struct record_form *form, const struct sheaf *work, int n)
{
	return form->pair && n > 0 && !record_has(&work->record, TERM_UNIT) && !record_has(&work->record, TERM_PERSON);
}

/* keep false: only tries.  *failed: which of the records was refused. */
static bool
write_all(
	struct record_form *form, struct sheaf *works, struct notices *notices, bool keep, int *failed, struct err *err)
{
	struct change *change;

	if (!change_begin(&change, form->session->store, "save", NULL, err))
		return false;
	for (int n = 0; n < form->sheaf_count; n++) {
		*failed = n;
		if (is_left_out(form, &works[n], n))
			continue;
		if (form->add_member && n == form->conflicting && !add_membership(change, &works[n].record, err))
			goto fail;
		if (!edit_put_sheaf(change, &works[n], works[n].record.id ? &form->bases[n] : NULL, notices, err))
			goto fail;
		if (!record_form_cite(form, change, &works[n].record, err))
			goto fail;
	}
	if (keep)
		return change_commit(change, err);
	change_abandon(change);
	return true;
fail:
	change_abandon(change);
	return false;
}

/* The form goes on with what the book has now. */
static bool
read_again(struct record_form *form, struct sheaf *works, struct err *err)
{
	bool made = !form->sheaves[0].record.id;

	for (int n = 0; n < form->sheaf_count; n++) {
		if (!works[n].record.id)
			continue;
		sheaf_release(&form->sheaves[n]);
		sheaf_release(&form->bases[n]);
		if (!sheaf_read(&form->sheaves[n], form->session->store, form->entity, works[n].record.id, err) ||
			!sheaf_read(&form->bases[n], form->session->store, form->entity, works[n].record.id, err))
			return false;
	}
	form->saved = works[0].record.id;
	if (made)
		form->session->made = (struct made){ form->entity, form->saved };
	form->cited = form->source;
	form->naming = NAMING_CORRECT;
	return true;
}

static void
tell_saved(struct record_form *form, const struct notices *notices, const char *merged)
{
	struct str name = { 0 }, more = { 0 };
	struct err err = { 0 };

	for (int n = 0; n < form->sheaf_count; n++) {
		if (n && form->sheaves[n].record.id)
			str_add_text(&name, "; ");
		if (form->sheaves[n].record.id)
			label_add_record(
				&name, form->session->store, &form->sheaves[n].record, LABEL_SHORT, NULL, &err);
	}
	if (*merged) {
		str_add_byte(&more, ' ');
		str_add_text(&more, merged);
	}
	for (size_t i = 0; i < notices->count; i++) {
		str_add_byte(&more, ' ');
		str_add_text(&more, notices->sentences[i]);
	}
	session_saved(form->session, SAY("Đã lưu {1} {2}.{3}", "Saved the {1} {2}.{3}"),
		say(entity_of(form->entity)->one), str_text(&name), str_text(&more), NULL);
	err_release(&err);
	str_release(&name);
	str_release(&more);
}

/* ---- what stands in the way ---- */

/* Whether the membership is all that is missing. */
static bool
membership_helps(struct record_form *form, int n)
{
	struct sheaf works[SHEAVES] = { 0 };
	struct err err = { 0 };
	int failed;

	for (int i = 0; i < form->sheaf_count; i++)
		works[i] = sheaf_copy(&form->sheaves[i]);
	form->conflicting = n;
	form->add_member = true;
	bool helps = write_all(form, works, NULL, false, &failed, &err);
	form->add_member = false;
	for (int i = 0; i < form->sheaf_count; i++)
		sheaf_release(&works[i]);
	err_release(&err);
	return helps;
}

static bool
offer_membership(struct record_form *form, int n, struct err *err)
{
	char *text = mem_copy_text(err->text ? err->text : "");
	int place = record_form_place_of(form, n, -1, TERM_UNIT);

	err_release(err);
	struct dialog_setup setup = { .title = say(SAY("Chưa là thành viên", "Not a member yet")),
		.text = text,
		.answers = { say(SAY("Thêm thành viên và lưu", "Add the membership and save")),
			say(SAY("Sửa tiếp", "Go on editing")) },
		.safe = 1,
		.preset = 0 };
	form->conflicting = n;
	dialog_open(form->view.ui, &setup, RECORD_TAG_MEMBER, err);
	free(text);
	err->field = place + 1;
	return false;
}

static bool save_merged(struct record_form *form, int n, const struct merge *chosen, struct err *err);

static bool
refused(struct record_form *form, int n, struct err *err)
{
	if (err->kind == ERR_CONFLICT && form->sheaves[n].record.id) {
		err_release(err);
		return save_merged(form, n, NULL, err);
	}
	if (err->kind == ERR_NOT_ALLOWED && form->entity == ENTITY_TERM && err->field == TERM_UNIT + 1 &&
		!form->add_member && membership_helps(form, n))
		return offer_membership(form, n, err);
	record_form_locate_fault(form, n, err);
	return false;
}

static bool
save_with(struct record_form *form, const char *merged, bool again, struct err *err)
{
	struct sheaf works[SHEAVES] = { 0 };
	struct notices notices = { 0 };
	int failed = 0;
	bool good = true;

	record_form_drop_empty(form);
	if (form->pair)
		share_fields(form->sheaves);
	for (int n = 0; n < form->sheaf_count; n++)
		works[n] = sheaf_copy(&form->sheaves[n]);
	if (!record_form_check_parts(form, &works[0], err) || !begin_new_name(form, &works[0], err)) {
		good = false;
	} else if (!write_all(form, works, &notices, true, &failed, err)) {
		good = !again && refused(form, failed, err);
		if (again)
			record_form_locate_fault(form, failed, err);
	} else {
		good = read_again(form, works, err);
		if (good)
			tell_saved(form, &notices, merged);
	}
	form->add_member = false;
	notices_release(&notices);
	for (int n = 0; n < form->sheaf_count; n++)
		sheaf_release(&works[n]);
	return good;
}

static bool
save_merged(struct record_form *form, int n, const struct merge *chosen, struct err *err)
{
	struct str said = { 0 };
	bool asked;

	form->conflicting = n;
	bool good = record_form_merge(form, n, chosen, &said, &asked, err) && !asked &&
		save_with(form, str_text(&said), true, err);
	str_release(&said);
	return good;
}

bool
record_form_save(void *of, struct err *err)
{
	return save_with(of, "", false, err);
}

/* ---- answers ---- */

static bool
answer_conflict(struct record_form *form, const struct view *closed, struct err *err)
{
	enum conflict_answer answer = conflict_answer(closed);
	struct merge sides;
	bool good = false;

	conflict_sides(&sides, closed);
	if (answer != CONFLICT_EDIT && form->source && !conflict_cites_mine(closed))
		form->source = form->cited;
	if (answer != CONFLICT_EDIT && closed->tag == RECORD_TAG_PART)
		good = record_form_settle_part(form, form->conflicting, &sides, err) &&
			save_merged(form, form->conflicting, NULL, err);
	else if (answer != CONFLICT_EDIT)
		good = save_merged(form, form->conflicting, &sides, err);
	merge_release(&sides);
	return good;
}

bool
record_form_answer(struct record_form *form, const struct view *closed, bool *saved, struct err *err)
{
	*saved = false;
	if (dialog_is(closed) && closed->tag == RECORD_TAG_MEMBER) {
		form->add_member = dialog_answer(closed) == 0;
		*saved = form->add_member && record_form_save(form, err);
		return true;
	}
	if (conflict_is(closed) && (closed->tag == RECORD_TAG_CONFLICT || closed->tag == RECORD_TAG_PART)) {
		*saved = answer_conflict(form, closed, err);
		return true;
	}
	return false;
}
