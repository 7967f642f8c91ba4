/* The form of one record, or of the two terms of a year, as a view. */
#include "ui/view/record_form.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/meant.h"
#include <stdlib.h>
#include <string.h>

/* ---- opening ---- */

/* The name that the year looked at knows: the last phase that began by its end. */
static int
phase_in_force(const struct record_form *form)
{
	const struct part_list *list = &form->sheaves[0].lists[0];
	char day[11];
	int found = 0;

	record_form_day(form, day);
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(record_text(&list->records[i], PHASE_FIRST_DAY), day) <= 0)
			found = (int)i;
	return found;
}

/* What a new record is called goes into its name. */
static void
take_typed(struct record_form *form, const char *typed)
{
	struct record *record = &form->sheaves[0].record;
	const struct entity *entity = record->entity;

	if (entity->subject) {
		struct record *phase = &form->sheaves[0].lists[0].records[0];
		record_set_text(phase, PHASE_NAME, typed);
		record_set_text(phase, PHASE_SHORT, typed);
	} else if (entity->name_field >= 0) {
		record_set_text(record, entity->name_field, typed);
	}
}

/* Whoever is added in a year is a member of it, and mostly was before: «trước 2026» says no more than that.  In a cluster that was
 * set up in this year the members begin with it. */
static void
preset_membership(struct record_form *form, struct record *membership)
{
	struct record cluster = { 0 };
	struct err err = { 0 };
	struct str from = { 0 };

	if (record_has(membership, MEMBERSHIP_CLUSTER) &&
		record_read(&cluster, form->session->store, ENTITY_CLUSTER,
			record_integer(membership, MEMBERSHIP_CLUSTER, 0), &err)) {
		const char *begun = record_text(&cluster, CLUSTER_FROM);
		if (date_year(begun) == form->session->year && *begun != '<')
			str_add_text(&from, begun);
		record_release(&cluster);
	}
	if (!from.length)
		str_add_format(&from, "<%04d", form->session->year);
	record_set_text(membership, MEMBERSHIP_FROM, str_text(&from));
	str_release(&from);
	err_release(&err);
}

/* What nearly every new record of the kind has. */
static void
preset_new(struct record_form *form)
{
	struct record *record = &form->sheaves[0].record;

	if (form->entity == ENTITY_TERM && !record_has(record, TERM_WORK_YEAR))
		record_set_integer(record, TERM_WORK_YEAR, form->session->year);
	if (form->entity == ENTITY_CLUSTER_YEAR && !record_has(record, CLUSTER_YEAR_WORK_YEAR))
		record_set_integer(record, CLUSTER_YEAR_WORK_YEAR, form->session->year);
	if (form->entity == ENTITY_NOMINATION && !record_has(record, NOMINATION_WORK_YEAR))
		record_set_integer(record, NOMINATION_WORK_YEAR, form->session->year);
	if (form->entity == ENTITY_MEMBERSHIP && !record_has(record, MEMBERSHIP_FROM))
		preset_membership(form, record);
	if (form->entity == ENTITY_FIGURE && !record_has(record, FIGURE_PERIOD))
		record_set_integer(record, FIGURE_PERIOD, session_period(form->session));
	if (form->entity == ENTITY_FIGURE)
		form->source = form->session->source;
}

static bool
begin_new(struct record_form *form, const struct record_form_place *place)
{
	form->fresh = true;
	form->sheaves[0] = sheaf_new(place->entity);
	if (form->sheaves[0].record.entity->subject)
		part_list_insert(&form->sheaves[0].lists[0], 0);
	for (const struct preset *preset = place->presets; preset && preset->field >= 0; preset++)
		record_set_integer(&form->sheaves[0].record, preset->field, preset->integer);
	preset_new(form);
	if (place->typed && *place->typed)
		take_typed(form, place->typed);
	return true;
}

static bool
begin_stored(struct record_form *form, const struct record_form_place *place, struct err *err)
{
	if (!sheaf_read(&form->sheaves[0], form->session->store, place->entity, place->id, err) ||
		!sheaf_read(&form->bases[0], form->session->store, place->entity, place->id, err))
		return false;
	if (form->sheaves[0].record.entity->subject)
		form->current_phase = phase_in_force(form);
	return record_form_read_source(form, err);
}

static void
record_form_close(struct view *view)
{
	struct record_form *form = (struct record_form *)view;

	form_release(&form->form);
	record_form_release_kept(form);
	for (int n = 0; n < SHEAVES; n++) {
		sheaf_release(&form->sheaves[n]);
		sheaf_release(&form->bases[n]);
	}
	if (form->last.entity)
		record_release(&form->last);
	str_release(&form->naming_day);
	free(form->fields);
	free(form->slots);
}

/* What is filled in already is passed over. */
static void
focus_first_empty(struct record_form *form)
{
	for (int i = 0; i < form->slot_count; i++) {
		struct str text = { 0 };
		bool stops = form->fields[i].kind != FORM_SHOWN && form->fields[i].kind != FORM_TABLE &&
			!form->slots[i].rare;
		record_form_read_text(form, (struct form_at){ .field = i }, &text);
		bool empty = !text.length;
		str_release(&text);
		if (stops && empty && form->slots[i].kind != SLOT_SOURCE && !form->pair) {
			form_focus(&form->form, (struct form_at){ .field = i });
			return;
		}
	}
}

static bool
record_form_begin(struct view *view, const void *where, struct err *err)
{
	struct record_form *form = (struct record_form *)view;
	const struct record_form_place *place = where;

	form->session = session_of(view);
	form->entity = place->entity;
	form->sheaf_count = 1;
	if (!place->id && !session_writable(form->session))
		return err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không thêm được.",
				"The book is open for reading only; nothing can be added."),
			NULL);
	if (place->draft)
		record_form_begin_draft(form, place->draft);
	bool good = place->draft ? true
		: place->cluster ? suggestion_fill(form, place->cluster, place->year, err)
		: place->id      ? begin_stored(form, place, err)
				 : begin_new(form, place);
	if (!good)
		return false;
	form->fresh = !place->id;
	record_form_lay_out(form);
	form->form = (struct form){ .fields = form->fields,
		.field_count = form->slot_count,
		.ops = &record_form_form_ops,
		.of = form,
		.ui = view->ui,
		.composer = ui_composer(view->ui) };
	form_begin(&form->form);
	record_form_keep(form);
	if (place->draft)
		record_form_show_draft(form, place->draft);
	else if (form->fresh)
		focus_first_empty(form);
	return true;
}

/* ---- around the form ---- */

static enum context
record_form_context(const struct view *view)
{
	return form_context(&((const struct record_form *)view)->form);
}

static void
record_form_arrange(struct view *view, const struct layout *layout)
{
	struct record_form *form = (struct record_form *)view;
	int end = layout->detail >= 0 ? layout->detail : layout->end;

	form_place(&form->form,
		(struct area){
			.row = layout->state, .column = 0, .rows = end - layout->state, .columns = layout->columns });
}

static void
add_kind(struct str *out, const struct record_form *form)
{
	const char *one = form->pair ? say(SAY("vai trò", "roles")) : say(entity_of(form->entity)->one);

	if (*one >= 'a' && *one <= 'z') {
		str_add_byte(out, (char)(*one - 'a' + 'A'));
		str_add_text(out, one + 1);
	} else if (text_starts(one, "đ")) {
		str_add_text(out, "Đ");
		str_add_text(out, one + strlen("đ"));
	} else {
		str_add_text(out, one);
	}
}

/* On the empty row of a table: what Enter does there. */
static void
add_row_note(const struct record_form *form, struct str *out)
{
	struct form_at at = form->form.at;
	const struct slot *slot = record_form_slot(form, at.field);

	if (!slot || slot->kind != SLOT_TABLE || at.row < record_form_rows(form, at.field))
		return;
	bool people = form->sheaves[0].lists[slot->list].entity == ENTITY_PARTICIPANT;
	const char *next =
		at.field + 1 < form->slot_count ? say(form->fields[at.field + 1].label) : say(SAY("Lưu", "Save"));
	char *text = say_format(people
			? SAY("Gõ tên; Enter ở dòng trống: sang {1}.", "Type a name; Enter on an empty row: on to {1}.")
			: SAY("Gõ để thêm dòng; Enter ở dòng trống: sang {1}.",
				  "Type to add a row; Enter on an empty row: on to {1}."),
		next, NULL);
	str_add_text(out, text);
	free(text);
}

static bool
has_rare(const struct record_form *form)
{
	for (int i = 0; i < form->slot_count; i++)
		if (form->slots[i].rare)
			return true;
	return false;
}

/* Row 22: the field in full and what it means; on the buttons, what PgDn brings. */
static void
add_help(const struct record_form *form, struct str *out)
{
	struct form_at at = form->form.at;
	const struct slot *slot = record_form_slot(form, at.field);
	int field = record_form_field(form, at);

	if (!slot && !form->rare_shown && has_rare(form))
		str_add_text(out,
			say(SAY("PgDn: các mục ít dùng của phiếu này.", "PgDn: the rarely used fields of this form.")));
	if (!slot || field < 0)
		return;
	const struct sheaf *sheaf = &form->sheaves[slot->sheaf];
	const struct entity *entity =
		slot->list < 0 ? sheaf->record.entity : entity_of(sheaf->lists[slot->list].entity);
	const struct field *f = &entity->fields[field];
	if (*say(f->help)) {
		str_add_text(out, say(f->label));
		str_add_text(out, ": ");
		str_add_text(out, say(f->help));
	}
}

static void
record_form_frame(const struct view *view, struct frame *frame)
{
	const struct record_form *form = (const struct record_form *)view;

	bool titled = form->kept.title && *form->kept.title;
	if (titled && !form->kept.own_title) {
		str_add_text(&frame->title, form->kept.title);
		str_add_text(&frame->title, " › ");
	}
	add_kind(&frame->title, form);
	if (titled && form->kept.own_title) {
		str_add_text(&frame->title, " › ");
		str_add_text(&frame->title, form->kept.title);
	}
	str_add_text(&frame->title, form->fresh ? say(SAY(" › Thêm", " › New")) : say(SAY(" › Sửa", " › Edit")));
	if (form_unsaved(&form->form))
		str_add_text(&frame->period, say(SAY("đã đổi", "changed")));
	add_kind(&frame->place, form);
	add_help(form, &frame->detail);
	if (form->form.advice.length)
		str_add_text(&frame->note, str_text(&form->form.advice));
	else
		add_row_note(form, &frame->note);
}

static void
record_form_draw(const struct view *view, struct draw *draw)
{
	form_draw(&((const struct record_form *)view)->form, draw);
}

/* ---- acting ---- */

static bool
read_only(const struct record_form *form, struct err *err)
{
	return !session_writable(form->session) &&
		!err_set(err, ERR_READ_ONLY,
			SAY("Sổ đang mở chỉ để xem; không lưu được.",
				"The book is open for reading only; nothing can be saved."),
			NULL);
}

/* The fields that are rarely filled in: there from now on, the cursor in the first of them. */
static enum outcome
show_rare(struct record_form *form, struct err *err)
{
	enum outcome outcome = form_act(&form->form, ACTION_LAST, err);
	int rare = 0;

	if (err->text)
		return outcome;
	form->rare_shown = true;
	while (rare < form->slot_count && !form->slots[rare].rare)
		rare++;
	form_focus(&form->form, (struct form_at){ .field = rare });
	return outcome;
}

static enum outcome
record_form_act(struct view *view, enum action_id action, struct err *err)
{
	struct record_form *form = (struct record_form *)view;

	if (action == ACTION_SAVE && read_only(form, err))
		return VIEW_DONE;
	record_form_forget(form);
	struct form_at before = form->form.at;
	bool opens = action == ACTION_PAGE_ON && !form->rare_shown && has_rare(form);
	enum outcome outcome = opens ? show_rare(form, err) : form_act(&form->form, action, err);
	form_ask_which(&form->form, err);
	record_form_keep(form);
	if (outcome == VIEW_CLOSE || before.field != form->form.at.field || before.row != form->form.at.row ||
		before.column != form->form.at.column)
		session_keep_drafts(form->session);
	return outcome;
}

static enum outcome
record_form_text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct record_form *form = (struct record_form *)view;
	enum outcome outcome = form_text(&form->form, utf8, length, pasted, err);

	if (pasted)
		record_form_forget(form);
	record_form_keep(form);
	return outcome;
}

static bool
record_form_allows(const struct view *view, enum action_id action)
{
	return form_allows(&((const struct record_form *)view)->form, action);
}

/* A record that was made for a place of this form has been saved. */
static void
take_new(struct record_form *form, const struct view *closed, struct err *err)
{
	int64_t id = record_form_is(closed) ? record_form_saved(closed) : 0;

	if (!id)
		return;
	if (record_form_refer(form, form->adding, id, err)) {
		form->form.changed = true;
		form_focus(&form->form, form->adding);
		form_refresh(&form->form);
	}
}

static void
record_form_answered(struct view *view, const struct view *closed)
{
	struct record_form *form = (struct record_form *)view;
	struct err err = { 0 };
	enum outcome outcome = VIEW_DONE;
	bool saved;

	record_form_forget(form);
	if (closed->tag == RECORD_TAG_NEW) {
		take_new(form, closed, &err);
	} else if (closed->tag == RECORD_TAG_OPENED) {
		form_refresh(&form->form);
	} else if (record_form_answer(form, closed, &saved, &err)) {
		if (saved)
			ui_close(view);
		else if (err.kind != ERR_NONE)
			form_show_fault(&form->form, &err);
	} else if (form_answer(&form->form, closed, &outcome, &err) && outcome == VIEW_CLOSE) {
		ui_close(view);
	}
	if (err.kind != ERR_NONE)
		ui_fault(view->ui, &err);
	err_release(&err);
	record_form_keep(form);
	session_keep_drafts(form->session);
}

/* Names may have changed; what was typed stays. */
static bool
record_form_load(struct view *view, struct err *err)
{
	(void)err;
	record_form_forget((struct record_form *)view);
	record_form_keep((struct record_form *)view);
	return true;
}

static bool
record_form_unsaved(const struct view *view)
{
	return form_unsaved(&((const struct record_form *)view)->form);
}

/* The names that a list of values will be searched for, before the first letter is typed into it. */
static bool
record_form_work(struct view *view, struct err *err)
{
	struct record_form *form = (struct record_form *)view;
	bool more;

	return record_form_refers(form, form->form.at) && find_prepare(&more, form->session->store, err) && more;
}

const struct view_ops record_form_ops = {
	.name = "record",
	.size = sizeof(struct record_form),
	.context = record_form_context,
	.open = record_form_begin,
	.load = record_form_load,
	.arrange = record_form_arrange,
	.frame = record_form_frame,
	.draw = record_form_draw,
	.act = record_form_act,
	.text = record_form_text,
	.allows = record_form_allows,
	.answer = record_form_answered,
	.unsaved = record_form_unsaved,
	.draft = record_form_draft,
	.work = record_form_work,
	.close = record_form_close,
};

/* ---- for others ---- */

bool
record_form_is(const struct view *closed)
{
	return closed->ops == &record_form_ops;
}

int64_t
record_form_saved(const struct view *closed)
{
	return ((const struct record_form *)closed)->saved;
}

bool
form_open_record(struct ui *ui, enum entity_id entity, int64_t id, const struct preset *presets, struct err *err)
{
	struct record_form_place place = { .entity = entity, .id = id, .presets = presets };

	return ui_open(ui, &record_form_ops, &place, err);
}

bool
form_open_suggestion(struct ui *ui, int64_t cluster, int year, struct err *err)
{
	struct record_form_place place = { .entity = ENTITY_TERM, .cluster = cluster, .year = year };

	return ui_open(ui, &record_form_ops, &place, err);
}
