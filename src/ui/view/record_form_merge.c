/* The record moved on while the form was open: what only the other changed is taken, what only the person here changed
 * is kept. */
#include "app/label.h"
#include "base/mem.h"
#include "model/merge.h"
#include "store/history.h"
#include "ui/view/conflict.h"
#include "ui/view/record_form.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

static const struct record *
find_part(const struct part_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->records[i].id == id)
			return &list->records[i];
	return NULL;
}

static bool
same_values(const struct record *a, const struct record *b)
{
	for (int i = 0; i < a->entity->field_count; i++)
		if (!FIELD_IS_DERIVED(&a->entity->fields[i]) && i != a->entity->position_field &&
			!value_equal(&a->values[i], &b->values[i]))
			return false;
	return true;
}

/* One row that both sides have, merged field by field; where both changed one the person has answered before. */
static void
merge_part(struct record *mine, const struct record *base, const struct record *theirs)
{
	struct merge merge = { 0 };

	if (mine->rev == theirs->rev)
		return;
	merge_records(&merge, base, mine, theirs);
	struct record result = merge_result(&merge, mine, theirs);
	record_release(mine);
	*mine = result;
	merge_release(&merge);
}

static void
merge_list(struct part_list *mine, const struct part_list *base, const struct part_list *theirs)
{
	for (size_t i = mine->count; i-- > 0;) {
		struct record *part = &mine->records[i];
		const struct record *now = part->id ? find_part(theirs, part->id) : NULL,
				    *then = find_part(base, part->id);
		if (now) {
			merge_part(part, then, now);
		} else if (part->id && then && same_values(part, then)) {
			struct record gone = part_list_take(mine, i);
			record_release(&gone);
		} else if (part->id) {
			part->id = part->rev = 0; /* taken out there, changed here: it comes back as a new row */
			if (part->entity->uid_field >= 0)
				record_set_none(part, part->entity->uid_field);
		}
	}
	for (size_t i = 0; i < theirs->count; i++) {
		if (find_part(base, theirs->records[i].id) || find_part(mine, theirs->records[i].id))
			continue;
		struct record *row = part_list_insert(mine, mine->count);
		record_release(row);
		*row = record_copy(&theirs->records[i]);
	}
}

/* Who wrote the record last, and when: "09:12". */
static void
last_writer(struct str *who, struct str *when, struct store *store, int64_t change)
{
	struct change_head head = { 0 };
	struct err err = { 0 };

	if (history_head(&head, store, change, &err)) {
		str_add_text(who, head.login ? head.login : "");
		view_time(when, head.at, VIEW_CLOCK);
	}
	change_head_release(&head);
	err_release(&err);
}

static bool
ask_sides(struct record_form *form, const struct merge *merge, const struct record *base, const struct record *mine,
	const struct record *theirs, int tag, struct err *err)
{
	struct str who = { 0 }, when = { 0 }, name = { 0 };
	struct store *store = form->session->store;

	last_writer(&who, &when, store, theirs->rev);
	label_add_record(&name, store, theirs, LABEL_SHORT, NULL, err);
	char *title = say_format(SAY("{1} vừa sửa bản ghi này lúc {2}", "{1} has just changed this record at {2}"),
		str_text(&who), str_text(&when), NULL);
	struct conflict_setup setup = { .title = title,
		.subject = str_text(&name),
		.their_name = str_text(&who),
		.my_name = store_login(store),
		.base = base,
		.mine = mine,
		.theirs = theirs,
		.merge = merge,
		.source = tag == RECORD_TAG_CONFLICT && form->source != form->cited ? form->source : 0 };
	bool good = conflict_open(form->view.ui, &setup, tag, err);
	free(title);
	str_release(&who);
	str_release(&when);
	str_release(&name);
	return good;
}

/* "lan vừa đổi: Ngày (lấy vào); giữ của bạn: Nơi họp." */
static void
say_merged(struct str *said, struct record_form *form, const struct merge *merge, const struct entity *entity,
	int64_t change)
{
	struct str who = { 0 }, when = { 0 }, theirs = { 0 }, mine = { 0 };

	last_writer(&who, &when, form->session->store, change);
	merge_name_fields(&theirs, merge, entity, MERGE_THEIRS);
	merge_name_fields(&mine, merge, entity, MERGE_MINE);
	if (theirs.length)
		say_add(said, SAY("{1} vừa đổi: {2} (đã lấy vào).", "{1} has just changed: {2} (taken)."),
			str_text(&who), str_text(&theirs), NULL);
	else
		say_add(said, SAY("{1} cũng vừa sửa; đã lấy vào.", "{1} has just changed it too; taken in."),
			str_text(&who), NULL);
	if (mine.length)
		say_add(said, SAY(" Giữ của bạn: {1}.", " Yours kept: {1}."), str_text(&mine), NULL);
	str_release(&who);
	str_release(&when);
	str_release(&theirs);
	str_release(&mine);
}

/* The record itself is settled: from here on theirs is what mine is compared with. */
static void
settle_record(struct sheaf *mine, struct sheaf *base, const struct merge *merge, const struct sheaf *theirs)
{
	struct record result = merge_result(merge, &mine->record, &theirs->record);

	record_release(&mine->record);
	mine->record = result;
	record_release(&base->record);
	base->record = record_copy(&theirs->record);
}

/* The first row that both changed in the same field; the question about it is opened. */
static bool
ask_part(struct record_form *form, int n, const struct sheaf *theirs, bool *asked, struct err *err)
{
	struct sheaf *mine = &form->sheaves[n], *base = &form->bases[n];

	for (size_t l = 0; l < mine->list_count; l++)
		for (size_t i = 0; i < mine->lists[l].count; i++) {
			const struct record *part = &mine->lists[l].records[i];
			const struct record *now = part->id ? find_part(&theirs->lists[l], part->id) : NULL;
			const struct record *then = part->id ? find_part(&base->lists[l], part->id) : NULL;
			if (!now || !then || part->rev == now->rev)
				continue;
			struct merge merge = { 0 };
			merge_records(&merge, then, part, now);
			*asked = merge.asked > 0;
			form->part_list = l;
			form->part_id = part->id;
			bool good = !*asked || ask_sides(form, &merge, then, part, now, RECORD_TAG_PART, err);
			merge_release(&merge);
			if (*asked || !good)
				return good;
		}
	return true;
}

bool
record_form_settle_part(struct record_form *form, int n, const struct merge *chosen, struct err *err)
{
	struct sheaf theirs = { 0 };
	struct sheaf *mine = &form->sheaves[n], *base = &form->bases[n];

	if (!sheaf_read(&theirs, form->session->store, form->entity, mine->record.id, err))
		return false;
	struct record *part = (struct record *)find_part(&mine->lists[form->part_list], form->part_id);
	struct record *then = (struct record *)find_part(&base->lists[form->part_list], form->part_id);
	const struct record *now = find_part(&theirs.lists[form->part_list], form->part_id);
	if (part && then && now) {
		struct record result = merge_result(chosen, part, now);
		record_release(part);
		*part = result;
		record_release(then);
		*then = record_copy(now);
	}
	sheaf_release(&theirs);
	return true;
}

/* The newest change among the record and its rows: who was it. */
static int64_t
newest(const struct sheaf *sheaf)
{
	int64_t rev = sheaf->record.rev;

	for (size_t l = 0; l < sheaf->list_count; l++)
		for (size_t i = 0; i < sheaf->lists[l].count; i++)
			rev = sheaf->lists[l].records[i].rev > rev ? sheaf->lists[l].records[i].rev : rev;
	return rev;
}

static void
take_over(struct record_form *form, int n, struct sheaf *theirs)
{
	struct sheaf *mine = &form->sheaves[n], *base = &form->bases[n];

	for (size_t l = 0; l < mine->list_count; l++)
		merge_list(&mine->lists[l], &base->lists[l], &theirs->lists[l]);
	sheaf_release(base);
	*base = *theirs;
	*theirs = (struct sheaf){ 0 };
}

bool
record_form_merge(
	struct record_form *form, int n, const struct merge *chosen, struct str *said, bool *asked, struct err *err)
{
	struct sheaf theirs = { 0 };
	struct merge merge = { 0 };
	struct sheaf *mine = &form->sheaves[n], *base = &form->bases[n];

	*asked = false;
	if (!mine->record.id || !sheaf_read(&theirs, form->session->store, form->entity, mine->record.id, err))
		return false;
	merge_records(&merge, &base->record, &mine->record, &theirs.record);
	for (int i = 0; chosen && i < merge.field_count; i++)
		if (chosen->sides[i] != MERGE_SAME && merge.sides[i] != MERGE_SAME)
			merge.sides[i] = chosen->sides[i];
	merge.asked = chosen ? 0 : merge.asked;
	bool good = true;
	if (merge.asked) {
		*asked = true;
		good = ask_sides(form, &merge, &base->record, &mine->record, &theirs.record, RECORD_TAG_CONFLICT, err);
	} else {
		settle_record(mine, base, &merge, &theirs);
		good = ask_part(form, n, &theirs, asked, err);
	}
	if (good && !*asked) {
		say_merged(said, form, &merge, mine->record.entity, newest(&theirs));
		take_over(form, n, &theirs);
	}
	merge_release(&merge);
	sheaf_release(&theirs);
	return good;
}
