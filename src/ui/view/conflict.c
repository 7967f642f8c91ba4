/* What two people changed in one record, and which side stands; conflict_draw.c draws it. */
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "ui/view/conflict_private.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

static void
add_part(struct str *text, struct store *store, const struct record *record, int field)
{
	struct str part = { 0 };

	value_show(&part, store, record, field);
	if (part.length && text->length)
		str_add_text(text, ", ");
	str_add_text(text, str_text(&part));
	str_release(&part);
}

/* The words as written, else the number with its qualifier, else what is said instead of one. */
static void
add_figure(struct str *text, struct store *store, const struct record *figure)
{
	if (record_has(figure, FIGURE_WORDS)) {
		value_show(text, store, figure, FIGURE_WORDS);
	} else if (record_has(figure, FIGURE_VALUE)) {
		if (record_integer(figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY) != QUALIFIER_EXACTLY) {
			value_show(text, store, figure, FIGURE_QUALIFIER);
			str_add_byte(text, ' ');
		}
		value_show(text, store, figure, FIGURE_VALUE);
	} else if (record_has(figure, FIGURE_STATUS)) {
		value_show(text, store, figure, FIGURE_STATUS);
	}
}

/* What the fields of a group say together. */
static char *
shown(struct store *store, const struct record *record, int group)
{
	struct str text = { 0 };

	if (record && record->entity->id == ENTITY_FIGURE && group == FIGURE_VALUE)
		add_figure(&text, store, record);
	else
		for (int field = 0; record && field < record->entity->field_count; field++)
			if (merge_group(record->entity, field) == group)
				add_part(&text, store, record, field);
	if (!text.length)
		str_add_text(&text, "…");
	return str_take(&text);
}

static bool
has_row(const struct conflict *conflict, int group)
{
	for (int i = 0; i < conflict->count; i++)
		if (conflict->rows[i].field == group)
			return true;
	return false;
}

static void
add_row(struct conflict *conflict, struct store *store, const struct conflict_setup *setup, int group)
{
	conflict->rows = mem_resize(conflict->rows, (size_t)conflict->count + 1, sizeof *conflict->rows);
	conflict->rows[conflict->count++] = (struct conflict_row){ group, shown(store, setup->theirs, group),
		shown(store, setup->mine, group), shown(store, setup->base, group) };
}

/* Fields that both changed come first, each preset to the book's; then those of one side.  Fields that are one thing
 * are one row. */
static void
add_rows(struct conflict *conflict, struct store *store, const struct conflict_setup *setup)
{
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < setup->merge->field_count; i++) {
			enum merge_side side = setup->merge->sides[i];
			int group = merge_group(conflict->entity, i);
			if (side == MERGE_SAME || (side == MERGE_ASK) != (pass == 0) || has_row(conflict, group) ||
				value_equal(&setup->mine->values[i], &setup->theirs->values[i]))
				continue;
			add_row(conflict, store, setup, group);
		}
}

static char *
document_name(struct store *store, int64_t document)
{
	struct str name = { 0 };
	struct err err = { 0 };

	if (!document || !label_add(&name, store, ENTITY_DOCUMENT, document, LABEL_SHORT, NULL, &err))
		str_add_text(&name, "…");
	err_release(&err);
	return str_take(&name);
}

/* The source stands last: the book's is not taken away, mine is cited beside it. */
static bool
add_sources(struct conflict *conflict, struct store *store, const struct conflict_setup *setup, struct err *err)
{
	int64_t cited;

	if (!setup->source)
		return true;
	if (!cited_document(&cited, store, setup->theirs->entity->id, setup->theirs->id, err))
		return false;
	conflict->my_source = true;
	if (cited == setup->source)
		return true;
	conflict->rows = mem_resize(conflict->rows, (size_t)conflict->count + 1, sizeof *conflict->rows);
	conflict->rows[conflict->count++] = (struct conflict_row){ FIELD_SOURCE, document_name(store, cited),
		document_name(store, setup->source), mem_copy_text("…") };
	return true;
}

static bool
conflict_begin(struct view *view, const void *place, struct err *err)
{
	struct conflict *conflict = (struct conflict *)view;
	const struct conflict_setup *setup = place;

	conflict->title = mem_copy_text(setup->title);
	conflict->subject = mem_copy_text(setup->subject);
	conflict->their_name = mem_copy_text(setup->their_name);
	conflict->my_name = mem_copy_text(setup->my_name);
	conflict->entity = setup->mine->entity;
	conflict->merge = *setup->merge;
	conflict->merge.sides = mem_new((size_t)setup->merge->field_count, sizeof *conflict->merge.sides);
	memcpy(conflict->merge.sides, setup->merge->sides,
		(size_t)setup->merge->field_count * sizeof *conflict->merge.sides);
	add_rows(conflict, session_of(view)->store, setup);
	for (int i = 0; i < conflict->merge.field_count; i++)
		if (conflict->merge.sides[i] == MERGE_ASK)
			merge_choose(&conflict->merge, conflict->entity, i, MERGE_THEIRS);
	conflict->answer = CONFLICT_EDIT;
	return add_sources(conflict, session_of(view)->store, setup, err);
}

static void
conflict_close(struct view *view)
{
	struct conflict *conflict = (struct conflict *)view;

	for (int i = 0; i < conflict->count; i++) {
		free(conflict->rows[i].theirs);
		free(conflict->rows[i].mine);
		free(conflict->rows[i].base);
	}
	free(conflict->rows);
	free(conflict->title);
	free(conflict->subject);
	free(conflict->their_name);
	free(conflict->my_name);
	merge_release(&conflict->merge);
}

static enum context
conflict_context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static void
conflict_frame(const struct view *view, struct frame *frame)
{
	bool tight = ((const struct conflict *)view)->tight;
	str_add_text(&frame->note,
		say(tight ? SAY("Chưa ghi gì. Hai người cùng sửa; chọn từng dòng.",
				    "Nothing is stored yet. Choose row by row.")
			  : SAY("Chưa ghi gì. Hai người cùng sửa một bản ghi; chọn từng dòng.",
				    "Nothing is stored yet. Two people changed one record; choose row by row.")));
}

/* ---- acting ---- */

static void
choose_side(struct conflict *conflict, bool mine)
{
	int field = conflict->count ? conflict->rows[conflict->focus].field : FIELD_SOURCE;
	if (field != FIELD_SOURCE)
		merge_choose(&conflict->merge, conflict->entity, field, mine ? MERGE_MINE : MERGE_THEIRS);
	else if (conflict->count)
		conflict->my_source = mine;
}

static enum outcome
answer(struct conflict *conflict, int n)
{
	conflict->answer = (enum conflict_answer)n;
	return VIEW_CLOSE;
}

static enum outcome
act_vertical(struct conflict *conflict, int by)
{
	if (conflict->in_answers && by < 0) {
		conflict->in_answers = false;
	} else if (!conflict->in_answers && conflict->focus + by >= conflict->count) {
		conflict->in_answers = true;
	} else if (!conflict->in_answers && conflict->focus + by >= 0) {
		conflict->focus += by;
	}
	return VIEW_DONE;
}

static enum outcome
act_sideways(struct conflict *conflict, int by)
{
	if (conflict->in_answers)
		conflict->chosen = (conflict->chosen + by + CONFLICT_ANSWERS) % CONFLICT_ANSWERS;
	else
		choose_side(conflict, by > 0);
	return VIEW_DONE;
}

static enum outcome
conflict_act(struct view *view, enum action_id action, struct err *err)
{
	struct conflict *conflict = (struct conflict *)view;

	(void)err;
	switch (action) {
	case ACTION_UP:
		return act_vertical(conflict, -1);
	case ACTION_DOWN:
		return act_vertical(conflict, 1);
	case ACTION_LEFT:
		return act_sideways(conflict, -1);
	case ACTION_RIGHT:
		return act_sideways(conflict, 1);
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
		conflict->in_answers = !conflict->in_answers;
		return VIEW_DONE;
	case ACTION_ENTER:
		return answer(conflict, conflict->in_answers ? conflict->chosen : CONFLICT_STORE);
	case ACTION_BACK:
		return answer(conflict, CONFLICT_EDIT);
	default:
		return VIEW_PASS;
	}
}

static enum outcome
conflict_text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	(void)err;
	if (pasted || length != 1 || *utf8 < '1' || *utf8 > '0' + CONFLICT_ANSWERS)
		return VIEW_DONE;
	return answer((struct conflict *)view, *utf8 - '1');
}

static bool
conflict_allows(const struct view *view, enum action_id action)
{
	(void)view;
	return action == ACTION_UP || action == ACTION_DOWN || action == ACTION_LEFT || action == ACTION_RIGHT ||
		action == ACTION_ENTER || action == ACTION_BACK || action == ACTION_NEXT_STOP ||
		action == ACTION_PREVIOUS_STOP || action == ACTION_TYPE;
}

static const struct hint *
conflict_hints(const struct view *view, size_t *count)
{
	static const struct hint hints[] = {
		HINT("←→", RIGHT, "Chọn bên", "Side"),
		HINT("↑↓", DOWN, "Dòng", "Row"),
		HINT_EITHER("Enter hoặc 1", "Enter or 1", ENTER, "Ghi", "Store"),
		HINT("2 3 4", TYPE, "Trả lời", "Answer"),
		HINT("Esc", BACK, "Sửa tiếp", "Go on editing"),
	};
	(void)view;
	*count = ARRAY_COUNT(hints);
	return hints;
}

const struct view_ops conflict_ops = {
	.name = "conflict",
	.size = sizeof(struct conflict),
	.box = true,
	.context = conflict_context,
	.open = conflict_begin,
	.arrange = conflict_arrange,
	.frame = conflict_frame,
	.draw = conflict_draw,
	.act = conflict_act,
	.text = conflict_text,
	.allows = conflict_allows,
	.hints = conflict_hints,
	.close = conflict_close,
};

bool
conflict_open(struct ui *ui, const struct conflict_setup *setup, int tag, struct err *err)
{
	return ui_open_tagged(ui, &conflict_ops, setup, tag, err);
}

bool
conflict_is(const struct view *closed)
{
	return closed->ops == &conflict_ops;
}

enum conflict_answer
conflict_answer(const struct view *closed)
{
	return ((const struct conflict *)closed)->answer;
}

void
conflict_sides(struct merge *out, const struct view *closed)
{
	const struct conflict *conflict = (const struct conflict *)closed;
	const struct merge *marked = &conflict->merge;

	*out = (struct merge){ .sides = mem_new((size_t)marked->field_count, sizeof *out->sides),
		.field_count = marked->field_count };
	for (int i = 0; i < marked->field_count; i++)
		out->sides[i] = marked->sides[i] == MERGE_SAME ? MERGE_SAME
			: conflict->answer == CONFLICT_THEIRS  ? MERGE_THEIRS
			: conflict->answer == CONFLICT_MINE    ? MERGE_MINE
							       : marked->sides[i];
}

bool
conflict_cites_mine(const struct view *closed)
{
	const struct conflict *conflict = (const struct conflict *)closed;

	return conflict->answer == CONFLICT_MINE || (conflict->answer == CONFLICT_STORE && conflict->my_source);
}
