/* One unit: names over time, succession, clusters, roles, figures over years (screens.md, "Unit, with succession"). */
#include "ui/view/unit.h"
#include "app/members.h"
#include "app/reports.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/view/reorganise.h"
#include "ui/view/view_open.h"
#include <stdlib.h>
#include <string.h>

#define BAR_CELLS 20

static const struct tab tabs[UNIT_TABS] = {
	[UNIT_GENERAL] = { .label = WORDS("Chung", "General") },
	[UNIT_FIGURES] = { .label = WORDS("Số liệu", "Figures") },
	[UNIT_COMPARE] = { .label = WORDS("So sánh", "Compare") },
	[UNIT_ROLES] = { .label = WORDS("Vai trò", "Roles") },
	[UNIT_SUCCESSION] = { .label = WORDS("Kế thừa", "Succession") },
	[UNIT_AWARDS] = { .label = WORDS("Khen", "Awards"), .full = WORDS("Khen thưởng", "Awards") },
};

/* ---- focus ---- */

static const struct unit_text *
focused(const struct unit_view *unit)
{
	return unit->focus < unit->count && unit_line_stops(&unit->lines[unit->focus]) ? &unit->lines[unit->focus]
										       : NULL;
}

static bool
step(struct unit_view *unit, int by)
{
	size_t at = unit->focus;

	while (by < 0 ? at > 0 : at + 1 < unit->count) {
		at = by < 0 ? at - 1 : at + 1;
		if (!unit_line_stops(&unit->lines[at]))
			continue;
		unit->focus = at;
		return true;
	}
	return false;
}

/* The first figure, else the first place to go to. */
static void
focus_first(struct unit_view *unit)
{
	unit->focus = 0;
	unit->top = 0;
	for (size_t i = 0; i < unit->count; i++)
		if (unit->lines[i].kind == UNIT_FIGURE) {
			unit->focus = i;
			return;
		}
	if (unit->count && !unit_line_stops(&unit->lines[0]))
		step(unit, 1);
}

/* ---- opening ---- */

static bool
load(struct view *view, struct err *err)
{
	struct unit_view *unit = (struct unit_view *)view;
	bool fresh = !unit->count;
	size_t focus = unit->focus;
	int years = unit->year_count, from_last = unit->year_count - (int)unit->year;
	char *title = mem_copy_text(unit->page.title);
	bool read = unit_read_lines(unit, err);

	if (!read && !fresh && err->kind == ERR_NOT_FOUND) {
		err_release(err); /* its making was undone: there is nothing to show any more */
		ui_say_also(view->ui, SAY("{1} không còn trong sổ.", "{1} is no longer in the book."),
			title ? title : "…", NULL);
		ui_close(view);
		free(title);
		return true;
	}
	free(title);
	if (!read)
		return false;
	if (fresh || focus >= unit->count || !unit_line_stops(&unit->lines[focus])) {
		focus_first(unit);
		unit->year = (size_t)(unit->year_count ? unit->year_count - 1 : 0);
	} else if (unit->year_count != years) { /* a window of another size */
		unit->year = (size_t)(unit->year_count > from_last ? unit->year_count - from_last : 0);
	}
	return true;
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct unit_view *unit = (struct unit_view *)view;
	const struct unit_place *place = where;

	(void)err;
	unit->unit = place->unit;
	unit->tab = place->tab >= 0 && place->tab < UNIT_TABS ? place->tab : UNIT_GENERAL;
	return true;
}

static void
done(struct view *view)
{
	struct unit_view *unit = (struct unit_view *)view;

	unit_clear(unit);
	free(unit->lines);
}

static bool
go_tab(struct view *view, int tab, struct err *err)
{
	struct unit_view *unit = (struct unit_view *)view;

	unit->tab = tab;
	if (!unit_read_lines(unit, err))
		return false;
	focus_first(unit);
	unit->year = (size_t)(unit->year_count ? unit->year_count - 1 : 0);
	return true;
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_LIST;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct unit_view *unit = (struct unit_view *)view;

	unit->area = layout->body;
	unit->bar = layout->large && unit->tab == UNIT_COMPARE ? BAR_CELLS : 0;
	if (unit->sheet.row_count && unit->year_count != unit_years(unit, layout))
		view->stale = true;
	unit_place_columns(unit, layout->columns);
	size_t rows = (size_t)layout->body.rows;
	if (unit->focus < unit->top)
		unit->top = unit->focus;
	if (unit->focus >= unit->top + rows)
		unit->top = unit->focus + 1 - rows;
	if (unit->count <= rows)
		unit->top = 0;
}

/* ---- frame ---- */

static void
add_note(const struct unit_view *unit, struct str *out)
{
	struct str years = { 0 };

	if (unit->tab > UNIT_COMPARE || unit->boundary_now || !unit->sheet.row_count)
		return;
	if (!unit->namesake || unit->first_year > unit->namesake_until) {
		if (unit->page.predecessor_count)
			str_add_text(out,
				say(SAY("F4 để cộng số của các đơn vị tiền thân.",
					"F4 adds the figures of the predecessors.")));
		return;
	}
	int until = unit->namesake_until < unit->first_year + unit->year_count - 1
		? unit->namesake_until
		: unit->first_year + unit->year_count - 1;
	str_add_format(&years, until > unit->first_year ? "%d–%d" : "%d", unit->first_year, until);
	char *text = say_format(SAY("{1} là số của {2}. F4 để cộng các đơn vị tiền thân.",
					"{1} are the figures of {2}. F4 adds the predecessors."),
		str_text(&years), brief_name(unit->namesake_name), NULL);
	str_add_text(out, text);
	free(text);
	str_release(&years);
}

static void
add_detail(const struct unit_view *unit, struct str *out)
{
	const struct unit_text *line = focused(unit);

	if (!line || line->kind != UNIT_FIGURE || unit->tab == UNIT_GENERAL)
		return;
	struct str value = { 0 };
	const struct cell *cell = sheet_cell(&unit->sheet, line->row, unit->year);
	cell_show(cell, &value);
	str_add_text(out, unit->sheet.rows[line->row].text);
	if (unit->year < (size_t)unit->year_count)
		str_add_format(out, " · %d: ", unit->first_year + (int)unit->year);
	else
		str_add_text(out, " · ");
	str_add_text(out, str_text(&value));
	if (cell->kind == CELL_REFUSED && cell->text) {
		str_add_text(out, " · ");
		str_add_text(out, cell->text);
	}
	str_release(&value);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct unit_view *unit = (const struct unit_view *)view;
	struct str year = { 0 };

	str_add_text(&frame->title, say(SAY("Đơn vị › ", "Unit › ")));
	str_add_text(&frame->title, unit->page.title ? unit->page.title : "…");
	if (strcmp(session_of(view)->part, "Y") == 0) {
		str_add_integer(&year, session_of(view)->year);
		char *period_text = say_format(SAY("Năm {1}", "Year {1}"), str_text(&year), NULL);
		str_add_text(&frame->period, period_text);
		free(period_text);
	} else {
		period_show(session_period(session_of(view)), &frame->period);
	}
	frame->tabs = tabs;
	frame->tab_count = UNIT_TABS;
	frame->tab = unit->tab;
	add_note(unit, &frame->note);
	add_detail(unit, &frame->detail);
	str_release(&year);
}

/* ---- acting ---- */

/* The figure behind the cell with the focus; its form, or a new one with its key filled in. */
static bool
open_figure(struct unit_view *unit, const struct unit_text *line, struct err *err)
{
	struct session *session = session_of(&unit->view);
	const struct cell *cell = sheet_cell(&unit->sheet, line->row, unit->year);
	period when;

	if (cell->entity == ENTITY_FIGURE && cell->record)
		return form_open_record(unit->view.ui, ENTITY_FIGURE, cell->record, NULL, err);
	if (unit->year >= (size_t)unit->year_count)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Cột này do sổ tính; chọn một năm để mở số liệu.",
				"This column is computed; choose a year to open its figure."),
			NULL);
	int year = unit->first_year + (int)unit->year;
	if (!period_read(&when, year, session->part, err))
		return false;
	int64_t subject =
		unit->namesake && !unit->boundary_now && year <= unit->namesake_until ? unit->namesake : unit->unit;
	struct preset presets[] = { { FIGURE_SUBJECT, subject }, { FIGURE_METRIC, unit->sheet.rows[line->row].record },
		{ FIGURE_PERIOD, when }, { -1, 0 } };
	return form_open_record(unit->view.ui, ENTITY_FIGURE, 0, presets, err);
}

static enum outcome
enter(struct unit_view *unit, struct err *err)
{
	const struct unit_text *line = focused(unit);

	if (!line)
		return VIEW_DONE;
	if (line->kind == UNIT_FIGURE && unit->tab == UNIT_GENERAL)
		go_tab(&unit->view, UNIT_FIGURES, err);
	else if (line->kind == UNIT_FIGURE)
		open_figure(unit, line, err);
	else
		view_open_record(unit->view.ui, line->entity, line->record, err);
	return VIEW_DONE;
}

static enum outcome
add_new(struct unit_view *unit, struct err *err)
{
	struct preset role[] = { { TERM_UNIT, unit->unit }, { -1, 0 } };
	struct preset nomination[] = { { NOMINATION_UNIT, unit->unit }, { -1, 0 } };
	struct preset figure[] = { { FIGURE_SUBJECT, unit->unit }, { -1, 0 } };

	switch (unit->tab) {
	case UNIT_FIGURES:
	case UNIT_COMPARE:
		form_open_record(unit->view.ui, ENTITY_FIGURE, 0, figure, err);
		break;
	case UNIT_ROLES:
		form_open_record(unit->view.ui, ENTITY_TERM, 0, role, err);
		break;
	case UNIT_AWARDS:
		form_open_record(unit->view.ui, ENTITY_NOMINATION, 0, nomination, err);
		break;
	default:
		reorganise_open(unit->view.ui, unit->unit, err);
	}
	return VIEW_DONE;
}

static enum outcome
show_detail(struct unit_view *unit, struct err *err)
{
	const struct unit_text *line = focused(unit);
	const struct cell *cell =
		line && line->kind == UNIT_FIGURE ? sheet_cell(&unit->sheet, line->row, unit->year) : NULL;

	if (cell && cell->entity && cell->record)
		detail_open(unit->view.ui, cell->entity, cell->record, err);
	else if (line && line->entity)
		detail_open(unit->view.ui, line->entity, line->record, err);
	else
		detail_open(unit->view.ui, ENTITY_UNIT, unit->unit, err);
	return VIEW_DONE;
}

static enum outcome
move(struct unit_view *unit, enum action_id action)
{
	int page = unit->area.rows > 1 ? unit->area.rows - 1 : 1;

	switch (action) {
	case ACTION_UP:
		step(unit, -1);
		break;
	case ACTION_DOWN:
		step(unit, 1);
		break;
	case ACTION_FIRST:
		while (step(unit, -1))
			;
		unit->top = 0;
		break;
	case ACTION_LAST:
		while (step(unit, 1))
			;
		break;
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		for (int i = 0; i < page && step(unit, action == ACTION_PAGE_ON ? 1 : -1); i++)
			;
		break;
	case ACTION_LEFT:
		unit->year -= unit->year ? 1 : 0;
		break;
	case ACTION_RIGHT:
		unit->year += unit->year + 1 < unit_columns(unit) ? 1 : 0;
		break;
	default:
		return VIEW_PASS;
	}
	return VIEW_DONE;
}

/* Tab: the next group of places, figures among them. */
static enum outcome
next_stop(struct unit_view *unit, int by)
{
	size_t begin = unit->focus;

	while (step(unit, by)) {
		size_t a = by > 0 ? begin : unit->focus, b = by > 0 ? unit->focus : begin;
		for (size_t i = a; i < b; i++)
			if (!unit_line_stops(&unit->lines[i]) ||
				(i > a && *unit->lines[i].label && unit->lines[i].kind == UNIT_TEXT))
				return VIEW_DONE;
		if (unit->lines[unit->focus].kind == UNIT_TEXT && *unit->lines[unit->focus].label)
			return VIEW_DONE;
	}
	focus_first(unit);
	return VIEW_DONE;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct unit_view *unit = (struct unit_view *)view;
	struct history_place past = { ENTITY_UNIT, unit->unit };

	switch (action) {
	case ACTION_ENTER:
		return enter(unit, err);
	case ACTION_NEXT_STOP:
		return next_stop(unit, 1);
	case ACTION_PREVIOUS_STOP:
		return next_stop(unit, -1);
	case ACTION_EDIT:
		if (unit->tab != UNIT_GENERAL && focused(unit))
			return enter(unit, err);
		form_open_record(view->ui, ENTITY_UNIT, unit->unit, NULL, err);
		return VIEW_DONE;
	case ACTION_ADD:
		return add_new(unit, err);
	case ACTION_DETAIL:
		return show_detail(unit, err);
	case ACTION_DELETE:
		remove_open(view->ui, ENTITY_UNIT, unit->unit, err);
		return VIEW_DONE;
	case ACTION_CHOOSE:
		unit->boundary_now = !unit->boundary_now;
		unit_read_lines(unit, err);
		return VIEW_DONE;
	case ACTION_HISTORY:
		ui_open(view->ui, &history_ops, &past, err);
		return VIEW_DONE;
	default:
		return move(unit, action);
	}
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct unit_view *unit = (const struct unit_view *)view;

	switch (action) {
	case ACTION_ENTER:
		return focused(unit) != NULL;
	case ACTION_CHOOSE:
		return unit->tab <= UNIT_COMPARE;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		return unit->tab == UNIT_FIGURES || unit->tab == UNIT_COMPARE;
	case ACTION_EDIT:
	case ACTION_ADD:
	case ACTION_DELETE:
		return session_writable(session_of(view));
	case ACTION_DETAIL:
	case ACTION_HISTORY:
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
		return true;
	default:
		return false;
	}
}

static struct words
add_words(const struct unit_view *unit)
{
	switch (unit->tab) {
	case UNIT_ROLES:
		return SAY("Thêm vai trò", "Add a role");
	case UNIT_AWARDS:
		return SAY("Thêm đề nghị khen", "Add a nomination");
	case UNIT_FIGURES:
	case UNIT_COMPARE:
		return SAY("Thêm số liệu", "Add a figure");
	default:
		return SAY("Thêm kế thừa", "Add a succession");
	}
}

static struct words
label(const struct view *view, enum action_id action)
{
	const struct unit_view *unit = (const struct unit_view *)view;

	if (action == ACTION_CHOOSE)
		return unit->boundary_now ? SAY("Ranh giới lúc đó", "Boundaries of then")
					  : SAY("Ranh giới hôm nay", "Today's boundaries");
	if (action == ACTION_ADD)
		return add_words(unit);
	return (struct words){ NULL, NULL };
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint own[] = {
		HINT("Enter", ENTER, "Mở", "Open"),
		HINT("F6", TABS, "Ngăn", "Tabs"),
		HINT("F4", CHOOSE, "Ranh giới", "Boundaries"),
		HINT("F2", EDIT, "Sửa", "Edit"),
		HINT("F7", ADD, "Kế thừa", "Succession"),
		HINT("F5", DETAIL, "Nguồn", "Source"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	static const struct hint figures[] = {
		HINT("Enter", ENTER, "Mở ô", "Open"),
		HINT("←→", RIGHT, "Năm", "Year"),
		HINT("F6", TABS, "Ngăn", "Tabs"),
		HINT("F4", CHOOSE, "Ranh giới", "Boundaries"),
		HINT("F7", ADD, "Thêm", "Add"),
		HINT("F5", DETAIL, "Nguồn", "Source"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	const struct unit_view *unit = (const struct unit_view *)view;
	bool of_figures = unit->tab == UNIT_FIGURES || unit->tab == UNIT_COMPARE;

	if (unit->tab == UNIT_ROLES || unit->tab == UNIT_AWARDS)
		return NULL;
	*count = of_figures ? ARRAY_COUNT(figures) : ARRAY_COUNT(own);
	return of_figures ? figures : own;
}

/* Where figures stand they are the report, else the lines of the tab. */
static bool
report(struct view *view, struct report *out, struct err *err)
{
	struct unit_view *unit = (struct unit_view *)view;
	struct session *session = session_of(view);
	struct compare_wish wish = { .subject = unit->unit,
		.part = session->part,
		.boundary_now = unit->boundary_now,
		.first_year = unit->first_year,
		.last_year = unit->first_year + unit->year_count - 1 };

	bool figures = unit->tab == UNIT_FIGURES || unit->tab == UNIT_COMPARE ||
		(unit->tab == UNIT_GENERAL && unit->sheet.row_count > 0);

	if (unit->year_count && figures)
		return report_comparison(out, session->store, &wish, err);
	if (!unit_report_lines(unit, out, err))
		return false;
	report_about(out, mem_copy_text(say(tabs[unit->tab].label)));
	return true;
}

const struct view_ops unit_ops = {
	.name = "unit",
	.size = sizeof(struct unit_view),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = unit_draw,
	.act = act,
	.allows = allows,
	.label = label,
	.hints = hints,
	.tab = go_tab,
	.report = report,
	.close = done,
};
