/* All units of the book under the names of the year looked at.  A book with more units than are held here is asked anew for
 * what the filter says. */
#include "app/unit.h"
#include "base/mem.h"
#include "ui/view/listed.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_MOST 2000
struct units {
	struct view view;
	struct unit_row *rows;
	size_t count, total;
	bool asked; /* the rows are what the book found for the filter */
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

static bool
read_rows(struct units *units, const char *typed, struct err *err)
{
	struct session *session = session_of(&units->view);
	size_t found;

	unit_rows_release(units->rows, units->count);
	units->rows = NULL;
	units->count = 0;
	units->asked = *typed != '\0';
	return units_read(&units->rows, &units->count, units->asked ? &found : &units->total, session->store, typed,
		session->year, ROWS_MOST, err);
}

static bool
load(struct view *view, struct err *err)
{
	struct units *units = (struct units *)view;
	int64_t unit = list_id(&units->list);

	bool good = read_rows(units, units->asked ? line_text(&units->list.filter) : "", err);
	list_set_rows(&units->list, units->count, unit);
	return good;
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
	char *year = NULL;
	struct str number = { 0 };

	str_add_text(&frame->title, say(SAY("Đơn vị", "Units")));
	str_add_integer(&number, session_of(view)->year);
	year = say_format(SAY("Năm {1}", "Year {1}"), str_text(&number), NULL);
	str_add_text(&frame->period, year);
	str_clear(&number);
	str_add_integer(&number, (int64_t)units->total);
	char *total = say_format(SAY("{1} đơn vị", "{1} units"), str_text(&number), NULL);
	str_add_text(&frame->state_right, total);
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
	free(year);
	free(total);
	str_release(&number);
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

	if (units->total <= ROWS_MOST || text_equal(before, typed))
		return;
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
	enum outcome outcome = list_act(&units->list, action, err);
	struct listed here = listed_here(units);

	follow_filter(units, before, err);
	free(before);
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

	return listed_allows(session_of(view), &units->list, &here, action);
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
	.close = done,
};
