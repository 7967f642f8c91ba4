/* The cursor of a form: where it goes, what is typed there, when it is handed to the view. */
#include "ui/form.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/ui.h"
#include "ui/widget/form_private.h"
#include <stdlib.h>
#include <string.h>

/* ---- places ---- */

bool
form_is_shown(const struct form *form, int field)
{
	return !form->ops->shown || form->ops->shown(form->of, field);
}

bool
form_is_stop(const struct form *form, int field)
{
	if (field >= form->field_count)
		return field < form->field_count + 2;
	const struct form_field *of = &form->fields[field];
	return of->kind != FORM_SHOWN && !of->read_only && form_is_shown(form, field);
}

bool
form_on_button(const struct form *form)
{
	return form->at.field >= form->field_count;
}

const struct form_field *
form_field_here(const struct form *form)
{
	return form_on_button(form) ? NULL : &form->fields[form->at.field];
}

bool
form_in_table(const struct form *form)
{
	const struct form_field *here = form_field_here(form);
	return here && here->kind == FORM_TABLE;
}

size_t
form_row_count(const struct form *form, int field)
{
	return form->ops->rows ? form->ops->rows(form->of, field) : 0;
}

/* The empty row under the last one. */
bool
form_on_new_row(const struct form *form)
{
	return form_in_table(form) && form->at.row >= form_row_count(form, form->at.field);
}

enum form_kind
form_kind_at(const struct form *form)
{
	const struct form_field *field = form_field_here(form);
	if (!field)
		return FORM_SHOWN;
	return field->kind == FORM_TABLE ? field->columns[form->at.column].kind : field->kind;
}

/* ---- the text under the cursor ---- */

static void
get_here(const struct form *form, struct str *out)
{
	if (!form_on_button(form) && !form_on_new_row(form))
		form->ops->get(form->of, form->at, out);
}

void
form_refresh(struct form *form)
{
	struct str text = { 0 };
	const struct form_field *field = form_field_here(form);
	if (form_in_table(form) && form->at.row > form_row_count(form, form->at.field))
		form->at.row = form_row_count(form, form->at.field);
	get_here(form, &text);
	line_set(&form->line, str_text(&text));
	form->typed = false;
	form->line.shape = field && field->kind == FORM_AREA ? TEXT_LINES : TEXT_PARAGRAPH;
	form->line.limit = !field ? 0 : form_in_table(form) ? field->columns[form->at.column].limit : field->limit;
	bool composes = field && (form_in_table(form) ? field->columns[form->at.column].composes : field->composes);
	form->line.composer = composes ? form->composer : (struct composer){ 0 };
	if (form_kind_at(form) == FORM_CHOICE)
		form->line.cursor = 0; /* the begin of a long name says more than its end */
	if (field && field->replaces && text.length) {
		form->line.anchor = form->line.cursor;
		form->line.cursor = 0; /* where all of it is seen */
		form->line.selecting = true;
	}
	str_release(&text);
}

void
form_focus(struct form *form, struct form_at at)
{
	form->at = at;
	form_refresh(form);
}

void
form_begin(struct form *form)
{
	int field = 0;
	while (!form_is_stop(form, field))
		field++;
	form->changed = form->saved = false;
	form->fault = 0;
	form_focus(form, (struct form_at){ .field = field });
}

void
form_release(struct form *form)
{
	line_release(&form->line);
	str_release(&form->advice);
	form_release_past(form);
}

bool
form_unsaved(const struct form *form)
{
	return form->changed || form->line.touched;
}

void
form_set_fault(struct form *form, int field)
{
	form->fault = field + 1;
}

void
form_show_fault(struct form *form, const struct err *err)
{
	if (err->field < 1 || err->field > form->field_count)
		return;
	form_set_fault(form, err->field - 1);
	if (form->at.field != err->field - 1 && form_is_stop(form, err->field - 1))
		form_focus(form, (struct form_at){ .field = err->field - 1 });
}

/* Hands what was typed to the view.  False: it stays here, err says why. */
static bool
commit(struct form *form, struct err *err)
{
	struct str text = { 0 }, old = { 0 };
	bool done = false;
	if (form_on_button(form) || !form->line.touched)
		return true;
	if (!line_clean(&form->line, &text, err))
		goto done;
	get_here(form, &old);
	if (!text_equal(str_text(&text), str_text(&old))) {
		form_keep(form);
		if ((form_on_new_row(form) && !form->ops->insert(form->of, form->at.field, form->at.row, err)) ||
			!form->ops->set(form->of, form->at, str_text(&text), err)) {
			form_forget_kept(form);
			goto done;
		}
		form->changed = true;
	}
	done = true;
	form->fault = 0;
	str_clear(&form->advice);
	if (form->ops->advise)
		form->ops->advise(form->of, form->at, &form->advice);
	form_refresh(form);
done:
	if (!done)
		form_set_fault(form, form->at.field);
	str_release(&text);
	str_release(&old);
	return done;
}

/* ---- moving ---- */

bool
form_step_field(struct form *form, int by)
{
	int field = form->at.field + by;
	while (field >= 0 && field < form->field_count + 2 && !form_is_stop(form, field))
		field += by;
	if (field < 0 || field >= form->field_count + 2)
		return false;
	struct form_at at = { .field = field };
	if (by < 0 && field < form->field_count && form->fields[field].kind == FORM_TABLE)
		at.row = form_row_count(form, field);
	else if (by > 0 && field < form->field_count && form->fields[field].kind == FORM_TABLE)
		at.row = form_row_count(form, field);
	form_focus(form, at);
	return true;
}

static enum outcome
go_field(struct form *form, int by, struct err *err)
{
	if (commit(form, err))
		form_step_field(form, by);
	return VIEW_DONE;
}

/* The row with the cursor holds nothing. */
static bool
row_is_empty(const struct form *form)
{
	if (form_on_new_row(form))
		return true;
	struct str text = { 0 };
	struct form_at at = form->at;
	for (at.column = 0; at.column < form->fields[at.field].column_count; at.column++)
		form->ops->get(form->of, at, &text);
	bool empty = !text.length;
	str_release(&text);
	return empty;
}

static enum outcome
go_row(struct form *form, int by, int column, struct err *err)
{
	if (!commit(form, err))
		return VIEW_DONE;
	struct form_at at = form->at;
	bool leaves = by < 0 ? at.row == 0 : form_on_new_row(form);
	if (leaves) {
		form_step_field(form, by);
		return VIEW_DONE;
	}
	at.row = by < 0 ? at.row - 1 : at.row + 1;
	at.column = column;
	form_focus(form, at);
	return VIEW_DONE;
}

static enum outcome
go_column(struct form *form, int by, struct err *err)
{
	if (!commit(form, err))
		return VIEW_DONE;
	struct form_at at = form->at;
	const struct form_field *field = form_field_here(form);
	int column = at.column + by;
	while (column >= 0 && column < field->column_count && field->columns[column].kind == FORM_SHOWN)
		column += by;
	if (column < 0)
		return go_row(form, -1, at.row ? field->column_count - 1 : 0, err);
	if (column >= field->column_count || (by > 0 && form_on_new_row(form)))
		return form_on_new_row(form) ? go_field(form, 1, err) : go_row(form, 1, 0, err);
	at.column = column;
	form_focus(form, at);
	return VIEW_DONE;
}

/* Columns of a table in which the cursor may stand, before `end`. */
static int
column_stops(const struct form_field *field, int end)
{
	int stops = 0;
	for (int n = 0; n < end && n < field->column_count; n++)
		stops += field->columns[n].kind != FORM_SHOWN;
	return stops;
}

int
form_stops_before(const struct form *form, struct form_at at)
{
	int stops = 0;
	for (int n = 0; n < at.field; n++) {
		if (!form_is_stop(form, n))
			continue;
		bool table = n < form->field_count && form->fields[n].kind == FORM_TABLE;
		stops += 1 +
			(table ? (int)form_row_count(form, n) *
						column_stops(&form->fields[n], form->fields[n].column_count)
			       : 0);
	}
	if (at.field < form->field_count && form->fields[at.field].kind == FORM_TABLE)
		stops += (int)at.row * column_stops(&form->fields[at.field], form->fields[at.field].column_count) +
			column_stops(&form->fields[at.field], at.column);
	return stops;
}

/* The first place at least so many rows further. */
static enum outcome
go_page(struct form *form, int by, struct err *err)
{
	if (!commit(form, err))
		return VIEW_DONE;
	int target = form_cursor_row(form) + by;
	while (by > 0 ? form_cursor_row(form) < target : form_cursor_row(form) > target)
		if (!form_step_field(form, by > 0 ? 1 : -1))
			break;
	return VIEW_DONE;
}

void
form_go_on(struct form *form, bool tab, struct err *err)
{
	if (!form_in_table(form))
		go_field(form, 1, err);
	else if (tab)
		go_column(form, 1, err);
	else
		commit(form, err);
}

/* ---- saving and leaving ---- */

static enum outcome
save(struct form *form, struct err *err)
{
	if (!commit(form, err))
		return VIEW_DONE;
	if (!form->ops->save(form->of, err)) {
		form_show_fault(form, err);
		return VIEW_DONE;
	}
	form_forget_past(form);
	form->changed = false;
	form->saved = true;
	form->fault = 0;
	form_refresh(form);
	return VIEW_CLOSE;
}

enum { LEAVE_SAVE, LEAVE_DROP, LEAVE_STAY };

static enum outcome
leave(struct form *form, struct err *err)
{
	if (!form_unsaved(form))
		return VIEW_CLOSE;
	struct dialog_setup setup = {
		.title = say(SAY("Phiếu chưa lưu", "Form not saved")),
		.text = say(SAY(
			"Phiếu có thay đổi chưa ghi vào sổ.", "The form has changes that are not in the book yet.")),
		.answers = { say(SAY("Lưu", "Save")), say(SAY("Bỏ", "Drop")), say(SAY("Sửa tiếp", "Go on")) },
		.safe = LEAVE_STAY,
		.preset = LEAVE_STAY,
	};
	dialog_open(form->ui, &setup, FORM_TAG_LEAVE, err);
	return VIEW_DONE;
}

bool
form_answer(struct form *form, const struct view *closed, enum outcome *outcome, struct err *err)
{
	*outcome = VIEW_DONE;
	if (closed->tag == FORM_TAG_CHOICES && choices_is(closed)) {
		form_choices_closed(form, closed, err);
		return true;
	}
	if (closed->tag != FORM_TAG_LEAVE || !dialog_is(closed))
		return false;
	if (dialog_answer(closed) == LEAVE_SAVE)
		*outcome = save(form, err);
	else if (dialog_answer(closed) == LEAVE_DROP)
		*outcome = VIEW_CLOSE;
	return true;
}

/* ---- actions ---- */

/* After form_keep(): the change was made, or refused. */
static enum outcome
changed(struct form *form, bool done)
{
	if (!done) {
		form_forget_kept(form);
		return VIEW_DONE;
	}
	form->changed = true;
	form->fault = 0;
	form_refresh(form);
	return VIEW_DONE;
}

static void
say_turned(struct form *form, bool again)
{
	const struct form_field *field = form_field_here(form);
	const char *label = field ? form_words(field->label) : "";
	ui_say(form->ui,
		again ? SAY("Làm lại trong phiếu: {1}.", "Done again in this form: {1}.")
		      : SAY("Hoàn tác trong phiếu: {1}.", "Undone in this form: {1}."),
		label, NULL);
}

static enum outcome
undo(struct form *form, enum action_id action)
{
	if (line_act(&form->line, action))
		return VIEW_DONE;
	if (form_turn_back(form, action == ACTION_REDO)) {
		say_turned(form, action == ACTION_REDO);
		return VIEW_DONE;
	}
	ui_say(form->ui,
		action == ACTION_UNDO
			? SAY("Trong phiếu không còn gì để hoàn tác.", "Nothing left to undo in this form.")
			: SAY("Trong phiếu không có gì để làm lại.", "Nothing to do again in this form."),
		NULL);
	return VIEW_DONE;
}

static enum outcome
act_on_rows(struct form *form, enum action_id action, struct err *err)
{
	struct form_at at = form->at;
	switch (action) {
	case ACTION_ADD:
		if (!commit(form, err))
			return VIEW_DONE;
		form_keep(form);
		return changed(form, form->ops->insert(form->of, at.field, at.row, err));
	case ACTION_DELETE:
		if (form_on_new_row(form)) {
			form_refresh(form);
			return VIEW_DONE;
		}
		form_keep(form);
		return changed(form, form->ops->remove(form->of, at.field, at.row, err));
	case ACTION_ENTER:
		if (!commit(form, err))
			return VIEW_DONE;
		return row_is_empty(form) ? go_field(form, 1, err) : go_row(form, 1, 0, err);
	case ACTION_NEXT_STOP:
		return go_column(form, 1, err);
	case ACTION_PREVIOUS_STOP:
		return go_column(form, -1, err);
	case ACTION_UP:
		return go_row(form, -1, at.column, err);
	case ACTION_DOWN:
		return go_row(form, 1, at.column, err);
	default:
		return VIEW_PASS;
	}
}

static int
area_width(const struct form *form)
{
	return form_spot(form, form->at.field).width;
}

static enum outcome
act_in_area(struct form *form, enum action_id action)
{
	switch (action) {
	case ACTION_ENTER:
		line_type(&form->line, "\n", 1);
		return VIEW_DONE;
	case ACTION_UP:
		return line_move_row(&form->line, area_width(form), -1) ? VIEW_DONE : VIEW_PASS;
	case ACTION_DOWN:
		return line_move_row(&form->line, area_width(form), 1) ? VIEW_DONE : VIEW_PASS;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
act_on_buttons(struct form *form, enum action_id action, struct err *err)
{
	bool drops = form->at.field > form->field_count;
	switch (action) {
	case ACTION_ENTER:
		return drops ? leave(form, err) : save(form, err);
	case ACTION_LEFT:
	case ACTION_RIGHT:
		form->at.field = form->field_count + (drops ? 0 : 1);
		return VIEW_DONE;
	case ACTION_UP:
		form->at.field = form->field_count;
		form_step_field(form, -1);
		return VIEW_DONE;
	case ACTION_DOWN:
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
act_everywhere(struct form *form, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_ENTER:
	case ACTION_NEXT_STOP:
	case ACTION_DOWN:
		return go_field(form, 1, err);
	case ACTION_PREVIOUS_STOP:
	case ACTION_UP:
		return go_field(form, -1, err);
	case ACTION_PAGE_ON:
		return go_page(form, form->area.rows > 2 ? form->area.rows - 1 : 2, err);
	case ACTION_PAGE_BACK:
		return go_page(form, form->area.rows > 2 ? 1 - form->area.rows : -2, err);
	case ACTION_FIRST:
		return go_page(form, -10000, err);
	case ACTION_LAST:
		return go_page(form, 10000, err);
	case ACTION_SAVE:
		return save(form, err);
	case ACTION_BACK:
		return leave(form, err);
	case ACTION_UNDO:
	case ACTION_REDO:
		return undo(form, action);
	default:
		return VIEW_PASS;
	}
}

static enum outcome
act_on_value(struct form *form, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_CHOOSE:
		return form_open_choices(form, form->line.touched ? line_text(&form->line) : "", err) || err->text
			? VIEW_DONE
			: VIEW_PASS;
	case ACTION_COPY:
		if (!form->ops->repeat)
			return VIEW_PASS;
		form_keep(form);
		return changed(form, form->ops->repeat(form->of, form->at, err));
	case ACTION_DETAIL:
		if (!form->ops->open || form_on_new_row(form))
			return VIEW_PASS;
		form->ops->open(form->of, form->at, err);
		return VIEW_DONE;
	default:
		return line_act(&form->line, action) ? VIEW_DONE : VIEW_PASS;
	}
}

enum outcome
form_act(struct form *form, enum action_id action, struct err *err)
{
	enum outcome outcome = VIEW_PASS;
	if (form_on_button(form))
		outcome = act_on_buttons(form, action, err);
	else if (form_in_table(form))
		outcome = act_on_rows(form, action, err);
	else if (form_field_here(form)->kind == FORM_AREA)
		outcome = act_in_area(form, action);
	if (outcome == VIEW_PASS && !err->text)
		outcome = act_everywhere(form, action, err);
	if (outcome == VIEW_PASS && !err->text && !form_on_button(form))
		outcome = act_on_value(form, action, err);
	return outcome;
}

/* ---- typing ---- */

static enum outcome
type(struct form *form, const char *utf8, size_t length, bool pasted, struct err *err)
{
	if (pasted) {
		line_paste(&form->line, utf8, length, err);
		return VIEW_DONE;
	}
	if (!line_type(&form->line, utf8, length)) {
		struct str limit = { 0 };
		str_add_integer(&limit, form->line.limit);
		err_set(err, ERR_INVALID,
			SAY("Ô này chứa nhiều nhất {1} cột chữ.", "This field holds at most {1} columns of text."),
			str_text(&limit), NULL);
		str_release(&limit);
	}
	return VIEW_DONE;
}

enum outcome
form_text(struct form *form, const char *utf8, size_t length, bool pasted, struct err *err)
{
	if (form_on_button(form))
		return VIEW_PASS;
	if (pasted && form_in_table(form) && form->ops->paste &&
		(memchr(utf8, '\t', length) || memchr(utf8, '\n', length))) {
		if (commit(form, err)) {
			form_keep(form);
			changed(form, form->ops->paste(form->of, form->at, utf8, length, err));
		}
		return VIEW_DONE;
	}
	if (form_kind_at(form) == FORM_SHOWN)
		return VIEW_PASS;
	if (form_kind_at(form) == FORM_CHOICE && !form->line.touched) {
		char *query = mem_copy_bytes(utf8, length);
		bool opened = form_open_choices(form, query, err);
		free(query);
		if (opened || err->text)
			return VIEW_DONE;
	}
	return type(form, utf8, length, pasted, err);
}

/* ---- what works ---- */

enum context
form_context(const struct form *form)
{
	if (form_on_button(form))
		return IN_BUTTONS;
	if (form_in_table(form))
		return IN_FORM_ROWS;
	if (form_field_here(form)->kind == FORM_AREA)
		return IN_TEXT_AREA;
	return form_kind_at(form) == FORM_CHOICE ? IN_CHOICE_FIELD : IN_FIELD;
}

bool
form_allows(const struct form *form, enum action_id action)
{
	bool text = !form_on_button(form) && form_kind_at(form) != FORM_SHOWN;
	switch (action) {
	case ACTION_ENTER:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
	case ACTION_FIRST:
	case ACTION_LAST:
	case ACTION_SAVE:
	case ACTION_UNDO:
	case ACTION_LEFT:
	case ACTION_RIGHT:
		return true;
	case ACTION_REDO:
	case ACTION_TYPE:
		return text;
	case ACTION_CHOOSE:
		return text && form->ops->choices && (form_kind_at(form) == FORM_CHOICE);
	case ACTION_COPY:
		return !form_on_button(form) && form->ops->repeat;
	case ACTION_DETAIL:
		return text && form->ops->open && form_kind_at(form) == FORM_CHOICE;
	case ACTION_ADD:
	case ACTION_DELETE:
		return form_in_table(form) && form->ops->insert && form->ops->remove;
	default:
		return text && actions[action].group == GROUP_TEXT;
	}
}
