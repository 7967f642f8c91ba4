/* Home: the clusters of the book in one work year, grouped by owner. */
#include "app/board.h"
#include "app/reports.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/width.h"
#include "ui/view/listed.h"
#include "ui/view/views.h"
#include "welcome.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum column { NAME, MEMBERS, LEADER, DEPUTY, HANDED_IN, NEXT_MEETING, DAYS_LEFT };
#define HEAD_ROW SIZE_MAX
#define COLUMNS_MOST 7
struct home_row {
	size_t row;
	size_t group;
}; /* of the board; row HEAD_ROW: the head of the group of that row */
struct home {
	struct view view;
	struct board board;
	struct home_row *rows;
	size_t row_count;
	struct list list;
	struct list_column columns[COLUMNS_MOST]; /* as wide as their heads at least */
	bool empty;                               /* the book has no cluster in any year */
	struct err *late;                         /* what went wrong while rows were filled to be drawn */
	struct welcome welcome;
};

static struct home *
home_of(const struct view *view)
{
	return (struct home *)view;
}

/* ---- what the list asks ---- */

/* A row with all that is shown of it: it is read when it is shown first. */
static const struct board_row *
filled_row(const struct home *home, size_t row)
{
	board_fill(&home->board, row, session_of(&home->view)->store, home->late);
	return &home->board.rows[row];
}

/* Days of the civil calendar since a fixed one. */
static long
day_number(const char *day)
{
	int year = 0, month = 0, date = 0;
	if (sscanf(day, "%d-%d-%d", &year, &month, &date) < 3)
		return 0;
	long y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 9 : month - 3;
	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + date;
}

static void
show_days_left(const struct home *home, const struct board_row *row, struct str *out)
{
	char today[11];
	const struct host *host = ui_host(home->view.ui);
	date_from_ymd(today, host->today(host->self));
	if (row->next_meeting && date_is_full(row->next_meeting))
		str_add_integer(
			out, day_number(row->next_meeting + strspn(row->next_meeting, "<>~")) - day_number(today));
}

static void
show_deputy(const struct board_row *row, struct str *out)
{
	if (row->deputy)
		str_add_text(out, row->deputy);
	else
		str_add_text(out, row->no_deputy ? say(SAY("không có", "none")) : "…");
}

static void
show_cell(const struct home *home, const struct board_row *row, enum column column, struct str *out)
{
	switch (column) {
	case NAME:
		str_add_text(out, row->name);
		break;
	case MEMBERS:
		if (row->members < 0)
			str_add_text(out, row->members_unsure ? "?" : "…");
		else
			str_add_integer(out, row->members);
		break;
	case LEADER:
		str_add_text(out, row->leader ? row->leader : "…");
		break;
	case DEPUTY:
		show_deputy(row, out);
		break;
	case HANDED_IN:
		if (row->asked)
			str_add_format(out, "%d/%d", row->handed_in, row->asked);
		else
			str_add_text(out, "–");
		break;
	case NEXT_MEETING:
		if (row->next_meeting)
			date_show(out, row->next_meeting);
		else
			str_add_text(out, "…");
		break;
	case DAYS_LEFT:
		show_days_left(home, row, out);
		break;
	}
}

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	const struct home *home = of;
	const struct home_row *line = &home->rows[row];
	if (line->row == HEAD_ROW)
		str_add_text(out, column == 0 ? home->board.rows[line->group].owner_name : "");
	else
		show_cell(home, filled_row(home, line->row), (enum column)column, out);
}

static enum list_row
kind(const void *of, size_t row)
{
	const struct home *home = of;
	return home->rows[row].row == HEAD_ROW ? LIST_HEAD : LIST_ROW;
}

static int
indent(const void *of, size_t row)
{
	const struct home *home = of;
	return home->rows[row].row == HEAD_ROW ? 0 : 2;
}

static void
searched(const void *of, size_t row, struct str *out)
{
	const struct home *home = of;
	size_t place = home->rows[row].row;
	if (place == HEAD_ROW)
		return;
	board_fill_names(&home->board, place, session_of(&home->view)->store, home->late);
	if (home->board.rows[place].names)
		str_add_text(out, home->board.rows[place].names);
}

static int64_t
id_of(const void *of, size_t n)
{
	const struct home *home = of;
	size_t row = home->rows[n].row;
	return row == HEAD_ROW ? 0 : home->board.rows[row].cluster;
}

static const struct list_ops list_ops = {
	.cell = cell, .id = id_of, .kind = kind, .indent = indent, .searched = searched
};
static const struct list_column usual_columns[] = {
	{ .head = WORDS("Cụm, khối thi đua", "Cluster, block") },
	{ .head = WORDS("ĐV", "Units"), .width = 2, .right = true, .leaves = 1 },
	{ .head = WORDS("Cụm trưởng", "Leader"), .width = 12 },
	{ .head = WORDS("Cụm phó", "Deputy"), .width = 9 },
	{ .head = WORDS("Đã nộp", "Filed"), .width = 6, .right = true, .leaves = 2 },
};
static const struct list_column large_columns[] = {
	{ .head = WORDS("Cụm, khối thi đua", "Cluster, block") },
	{ .head = WORDS("ĐV", "Units"), .width = 4, .right = true },
	{ .head = WORDS("Cụm trưởng", "Leader"), .width = 16 },
	{ .head = WORDS("Cụm phó", "Deputy"), .width = 14 },
	{ .head = WORDS("Đã nộp", "Filed"), .width = 6, .right = true },
	{ .head = WORDS("Họp tới", "Next meeting"), .width = 12, .right = true },
	{ .head = WORDS("Còn (ngày)", "Days left"), .width = 10, .right = true },
};

static void
choose_columns(struct home *home, bool large)
{
	const struct list_column *from = large ? large_columns : usual_columns;
	size_t count = large ? ARRAY_COUNT(large_columns) : ARRAY_COUNT(usual_columns);
	for (size_t i = 0; i < count; i++) {
		int head = text_width(say(from[i].head));
		home->columns[i] = from[i];
		if (from[i].width && head > from[i].width)
			home->columns[i].width = head;
	}
	home->list.columns = home->columns;
	home->list.column_count = (int)count;
}

static const struct board_row *
row_here(const struct home *home)
{
	size_t row = list_row(&home->list);
	if (home->empty || row == SIZE_MAX || home->rows[row].row == HEAD_ROW)
		return NULL;
	return filled_row(home, home->rows[row].row);
}

/* ---- the view ---- */

static void
lay_out_rows(struct home *home, int64_t keep)
{
	size_t capacity = 0;
	free(home->rows);
	home->rows = NULL;
	home->row_count = 0;
	for (size_t i = 0; i < home->board.count; i++) {
		if (i == 0 || home->board.rows[i].owner != home->board.rows[i - 1].owner) {
			ARRAY_RESERVE(home->rows, home->row_count, capacity);
			home->rows[home->row_count++] = (struct home_row){ .row = HEAD_ROW, .group = i };
		}
		ARRAY_RESERVE(home->rows, home->row_count, capacity);
		home->rows[home->row_count++] = (struct home_row){ .row = i };
	}
	listed_set_rows(&home->list, home->row_count, listed_made(session_of(&home->view), ENTITY_CLUSTER), keep);
}

static bool
load(struct view *view, struct err *err)
{
	struct home *home = home_of(view);
	struct session *session = session_of(view);
	int64_t here = list_id(&home->list), keep = here ? here : session->cluster;
	struct board board;
	if (!board_list(&board, session->store, session->year, err))
		return false;
	int64_t first;
	size_t count = board.count;
	if (!count && !record_page(&first, 1, &count, session->store, ENTITY_CLUSTER, 0, err)) {
		board_release(&board);
		return false;
	}
	board_release(&home->board);
	home->board = board;
	home->empty = count == 0;
	lay_out_rows(home, keep);
	return true;
}

static bool
open(struct view *view, const void *place, struct err *err)
{
	(void)place;
	(void)err;
	struct home *home = home_of(view);
	home->late = mem_new(1, sizeof *home->late);
	home->list = (struct list){
		.ops = &list_ops, .of = home, .counted = SAY("cụm", "clusters"), .no_marks = true, .dear_rows = true
	};
	choose_columns(home, false);
	home->list.filter.composer = ui_composer(view->ui);
	return true;
}

static void
close(struct view *view)
{
	struct home *home = home_of(view);
	board_release(&home->board);
	err_release(home->late);
	free(home->late);
	list_release(&home->list);
	free(home->rows);
}

static bool
work(struct view *view, struct err *err)
{
	struct home *home = home_of(view);
	*err = *home->late;
	*home->late = (struct err){ 0 };
	return false;
}

static enum context
context(const struct view *view)
{
	const struct home *home = home_of(view);
	return home->empty ? IN_LIST : list_context(&home->list, IN_LIST);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct home *home = home_of(view);
	choose_columns(home, layout->large);
	list_place(&home->list, layout->body, layout->state);
}

/* The day stands before the name where it is known: a long name may be cut, and leaves a day out whole. */
static void
add_detail(const struct home *home, const struct board_row *row, struct str *out)
{
	struct str matched = { 0 };
	list_matched(&home->list, &matched);
	if (!matched.length && row->next_meeting) {
		str_add_text(out, say(SAY("Họp tới: ", "Next meeting: ")));
		date_show(out, row->next_meeting);
		str_add_text(out, " · ");
	}
	str_add_text(out, row->full_name);
	if (matched.length)
		str_add_format(out, " · %s", str_text(&matched));
	else if (!row->next_meeting)
		str_add_format(out, " · %s", say(SAY("họp tới: …", "next meeting: …")));
	str_release(&matched);
}

/* Who led the year before and who leads the year after, as far as the book knows. */
static void
add_neighbours(const struct home *home, const struct board_row *row, struct str *out)
{
	int year = session_of(&home->view)->year;
	const struct {
		int year;
		const char *leader;
	} neighbours[] = { { year - 1, row->leader_before }, { year + 1, row->leader_after } };
	for (size_t i = 0; i < ARRAY_COUNT(neighbours); i++) {
		if (!neighbours[i].leader)
			continue;
		str_add_text(out, out->length ? " · " : say(SAY("Cụm trưởng ", "Leader ")));
		str_add_format(out, "%d: %s", neighbours[i].year, neighbours[i].leader);
	}
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct home *home = home_of(view);
	const struct session *session = session_of(view);
	if (home->empty) {
		welcome_frame(session, frame);
		return;
	}
	str_add_text(&frame->title, say(SAY("Thi đua", "Emulation")));
	str_add_text(&frame->period, say(SAY("Năm ", "Year ")));
	str_add_integer(&frame->period, session->year);
	const struct board_row *row = row_here(home);
	if (row) {
		add_detail(home, row, &frame->detail);
		add_neighbours(home, row, &frame->note);
	}
	if (home->list.in_filter) {
		str_clear(&frame->note);
		str_add_text(&frame->note,
			say(SAY("Backspace sửa chữ lọc · Esc xóa lọc, Esc nữa mới lùi",
				"Backspace corrects the filter · Esc clears it, Esc again goes back")));
	} else if (!home->board.count) {
		str_add_text(&frame->note,
			say(SAY("Năm này sổ chưa có cụm nào. Ctrl+P, Ctrl+N đổi năm; F7 thêm cụm.",
				"The book has no cluster in this year. Ctrl+P, Ctrl+N change the year; F7 adds one.")));
	}
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct home *home = home_of(view);
	struct layout layout = ui_layout(view->ui);
	if (home->empty)
		welcome_draw(&home->welcome, session_of(view), &layout, draw);
	else
		list_draw(&home->list, draw, true);
}

static struct listed
listed_here(const struct home *home)
{
	return (struct listed){ ENTITY_CLUSTER, list_id(&home->list), NULL };
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct home *home = home_of(view);
	struct listed here = listed_here(home);
	return home->empty ? welcome_allows(session_of(view), action)
			   : listed_allows(session_of(view), &home->list, &here, action);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct home *home = home_of(view);
	if (home->empty)
		return welcome_act(&home->welcome, session_of(view), action, err);
	enum outcome outcome = list_act(&home->list, action, err);
	struct listed here = listed_here(home);
	return outcome == VIEW_PASS ? listed_act(view->ui, &here, action, err) : outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct home *home = home_of(view);
	if (home->empty)
		return pasted ? VIEW_PASS : welcome_text(&home->welcome, session_of(view), utf8, err);
	return list_text(&home->list, utf8, length, pasted, err);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint hints[] = {
		HINT("Enter", ENTER, "Mở", "Open"),
		HINT("a–z", TYPE, "Lọc", "Filter"),
		HINT("F2", EDIT, "Sửa", "Edit"),
		HINT("F3", PERIOD, "Kỳ", "Period"),
		HINT("F7", ADD, "Thêm", "Add"),
		HINT("Ctrl+K", FIND, "Tìm", "Find"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("F1", HELP, "Giúp", "Help"),
	};
	const struct home *home = home_of(view);
	if (home->empty)
		return welcome_hints(count);
	if (list_context(&home->list, IN_LIST) == IN_FILTER)
		return NULL;
	*count = ARRAY_COUNT(hints);
	return hints;
}

static bool
report(struct view *view, struct report *out, struct err *err)
{
	return report_clusters(out, session_of(view)->store, session_of(view)->year, err);
}

static bool
has_report(const struct view *view)
{
	return home_of(view)->row_count > 0;
}

const struct view_ops home_ops = {
	.name = "home",
	.size = sizeof(struct home),
	.home = true,
	.context = context,
	.open = open,
	.load = load,
	.work = work,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.report = report,
	.has_report = has_report,
	.close = close,
};
