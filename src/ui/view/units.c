/* All units of the book under the names of the year looked at.  A book with more units than are held here is asked anew for
 * what the filter says, and only for the first of them: more are read when the focus comes near the end. */
#include "app/label.h"
#include "app/unit.h"
#include "base/mem.h"
#include "ui/view/listed.h"
#include "ui/view/units_look.h"
#include "ui/view/view_report.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_FIRST 60 /* more than a screen; each costs some 0.04 ms */

struct units {
	struct view view;
	struct unit_row *rows;
	size_t count, total;
	size_t most; /* rows asked for */
	bool asked;  /* the rows are what the book found for the filter */
	struct list list;
};

enum { COLUMN_NAME, COLUMN_PARENT, COLUMN_LIFE, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[COLUMN_NAME] = { .head = WORDS("Đơn vị", "Unit"), .width = 0 },
	[COLUMN_PARENT] = { .head = WORDS("Cấp trên", "Parent"), .width = 22, .leaves = 1 },
	[COLUMN_LIFE] = { .head = WORDS("Thành lập – kết thúc", "Founded – ended"),
		.width = 23,
		.leaves = 2,
		.whole = true },
};

static void
cell(const void *of, size_t n, int column, struct str *out)
{
	const struct unit_row *row = &((const struct units *)of)->rows[n];

	str_add_text(out,
		column == COLUMN_NAME             ? row->name
			: column == COLUMN_PARENT ? (row->parent ? row->parent : "")
						  : row->life);
}

static void
searched(const void *of, size_t n, struct str *out)
{
	const struct units *units = of;
	const struct unit_row *row = &units->rows[n];

	str_add_format(out, "%s\n%s\n%s", row->name, row->full_name, row->parent ? row->parent : "");
	/* What the book found by a former name or another spelling stays found. */
	if (units->asked)
		str_add_format(out, "\n%s", line_text(&units->list.filter));
}

static int64_t
id_of(const void *of, size_t n)
{
	return ((const struct units *)of)->rows[n].unit;
}

static const struct list_ops rows_ops = { .cell = cell, .id = id_of, .searched = searched };

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct units *units = (struct units *)view;

	(void)where;
	(void)err;
	units->list = (struct list){ .ops = &rows_ops,
		.of = units,
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.counted = SAY("đơn vị", "units"),
		.no_marks = true };
	units->list.filter.composer = ui_composer(view->ui);
	return true;
}

/* Too many to be filtered here. */
static bool
is_large(const struct units *units)
{
	return units->total > UNITS_HELD_MOST;
}

static bool
read_rows(struct units *units, const char *typed, struct err *err)
{
	struct session *session = session_of(&units->view);
	size_t found;

	unit_rows_release(units->rows, units->count);
	units->rows = NULL;
	units->count = 0;
	units->asked = *typed != '\0';
	if (!units_read(&units->rows, &units->count, &found, session->store, typed, session->year, units->most, err))
		return false;
	if (!units->asked)
		units->total = found;
	if (!is_large(units) && units->count == units->most && units->most < UNITS_HELD_MOST) {
		units->most = UNITS_HELD_MOST;
		return read_rows(units, typed, err);
	}
	units->list.total = units->total;
	units->list.found = units->asked ? found : 0;
	return true;
}

static bool
load(struct view *view, struct err *err)
{
	struct units *units = (struct units *)view;
	int64_t unit = list_id(&units->list);

	if (units->most == 0)
		units->most = ROWS_FIRST;
	bool good = read_rows(units, units->asked ? line_text(&units->list.filter) : "", err);
	listed_set_rows(&units->list, units->count, listed_made(session_of(view), ENTITY_UNIT), unit);
	return good;
}

/* The names that a filter will be looked for in. */
static bool
read_ahead(struct view *view, struct err *err)
{
	bool more;

	return is_large((struct units *)view) && find_prepare(&more, session_of(view)->store, err) && more;
}

/* Reads on while the focus is among the last rows held, or to the end of what may be held. */
static void
read_on(struct units *units, bool to_end, struct err *err)
{
	size_t row = list_row(&units->list);
	bool near = row != SIZE_MAX && row + ROWS_FIRST / 2 >= units->count;

	if (units->count < units->most || units->most >= UNITS_HELD_MOST || !(to_end || near))
		return;
	units->most = to_end || units->most * 4 > UNITS_HELD_MOST ? UNITS_HELD_MOST : units->most * 4;
	read_rows(units, units->asked ? line_text(&units->list.filter) : "", err);
	list_set_count(&units->list, units->count, row);
}

static void
done(struct view *view)
{
	struct units *units = (struct units *)view;

	unit_rows_release(units->rows, units->count);
	list_release(&units->list);
}

static enum context
context(const struct view *view)
{
	return list_context(&((const struct units *)view)->list, IN_LIST);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	list_place(&((struct units *)view)->list, layout->body, layout->state);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct units *units = (const struct units *)view;
	size_t row = list_row(&units->list);

	units_look_frame(view, units->total, frame);
	if (row < units->count) {
		const struct unit_row *unit = &units->rows[row];
		struct str matched = { 0 };
		list_matched(&units->list, &matched);
		str_add_text(&frame->detail, unit->full_name);
		if (matched.length)
			str_add_format(&frame->detail, " · %s", str_text(&matched));
		else if (unit->parent && *unit->parent)
			str_add_format(&frame->detail, " · %s · %s", unit->parent, unit->life);
		str_release(&matched);
	}
}

static void
draw(const struct view *view, struct draw *draw)
{
	list_draw(&((const struct units *)view)->list, draw, true);
}

/* After a key: in a book too large to be held, the filter is a question to it. */
static void
follow_filter(struct units *units, const char *before, struct err *err)
{
	const char *typed = line_text(&units->list.filter);

	if (!is_large(units) || text_equal(before, typed))
		return;
	units->most = ROWS_FIRST;
	read_rows(units, typed, err);
	list_set_count(&units->list, units->count, units->count ? 0 : SIZE_MAX);
}

static struct listed
listed_here(const struct units *units)
{
	return (struct listed){ ENTITY_UNIT, list_id(&units->list), NULL };
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct units *units = (struct units *)view;
	char *before = mem_copy_text(line_text(&units->list.filter));
	enum outcome outcome = VIEW_DONE;
	struct listed here = listed_here(units);

	if (action == ACTION_LAST)
		read_on(units, true, err);
	if (action == ACTION_CHOOSE)
		units_look_choose(view, err);
	else
		outcome = list_act(&units->list, action, err);

	follow_filter(units, before, err);
	free(before);
	read_on(units, false, err);
	return outcome == VIEW_PASS ? listed_act(view->ui, &here, action, err) : outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct units *units = (struct units *)view;
	char *before = mem_copy_text(line_text(&units->list.filter));
	enum outcome outcome = list_text(&units->list, utf8, length, pasted, err);

	follow_filter(units, before, err);
	free(before);
	return outcome;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct units *units = (const struct units *)view;
	struct listed here = listed_here(units);

	return action == ACTION_CHOOSE || listed_allows(session_of(view), &units->list, &here, action);
}

/* In a book with more units than are held, the first of them. */
static bool
report(struct view *view, struct report *out, struct err *err)
{
	struct units *units = (struct units *)view;

	read_on(units, true, err);
	if (err->kind != ERR_NONE || !view_begin_report(view, out, say(SAY("Danh sách đơn vị", "Units")), true, err))
		return false;
	view_report_list(out, &units->list);
	return true;
}

const struct view_ops units_ops = {
	.name = "units",
	.size = sizeof(struct units),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = units_look_label,
	.answer = units_look_answer,
	.work = read_ahead,
	.report = report,
	.close = done,
};
