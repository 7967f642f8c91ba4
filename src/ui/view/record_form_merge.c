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

/* One row that both sides have: merged field by field, mine where both changed. */
static void
merge_part(struct record *mine, const struct record *base, const struct record *theirs)
{
	struct merge merge = { 0 };

	if (mine->rev == theirs->rev)
		return;
	merge_records(&merge, base, mine, theirs);
	for (int i = 0; i < merge.field_count; i++)
		if (merge.sides[i] == MERGE_ASK)
			merge.sides[i] = MERGE_MINE;
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
	const struct record *theirs, struct err *err)
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
		.merge = merge };
	bool good = conflict_open(form->view.ui, &setup, RECORD_TAG_CONFLICT, err);
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
	char *text = say_format(SAY("{1} vừa đổi: {2} (đã lấy vào); giữ của bạn: {3}.",
					"{1} has just changed: {2} (taken); yours kept: {3}."),
		str_text(&who), theirs.length ? str_text(&theirs) : "–", mine.length ? str_text(&mine) : "–", NULL);
	str_add_text(said, text);
	free(text);
	str_release(&who);
	str_release(&when);
	str_release(&theirs);
	str_release(&mine);
}

static void
take_over(struct record_form *form, int n, const struct merge *merge, struct sheaf *theirs)
{
	struct sheaf *mine = &form->sheaves[n], *base = &form->bases[n];
	struct record result = merge_result(merge, &mine->record, &theirs->record);

	record_release(&mine->record);
	mine->record = result;
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
		good = ask_sides(form, &merge, &base->record, &mine->record, &theirs.record, err);
	} else {
		say_merged(said, form, &merge, mine->record.entity, theirs.record.rev);
		take_over(form, n, &merge, &theirs);
	}
	merge_release(&merge);
	sheaf_release(&theirs);
	return good;
}
