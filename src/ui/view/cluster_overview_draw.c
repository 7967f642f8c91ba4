/* The look of Cụm › Chung: roles, main metrics, lines about reports, meeting and covenant, what is lacking. */
#include "app/members.h"
#include "base/mem.h"
#include "cluster_overview.h"
#include "text/case.h"
#include "ui/click.h"
#include "view_sheet.h"
#include <stdlib.h>
#include <string.h>

#define LABEL 1
#define FIRST 16 /* what is said of the label */
/* Right edges of the four columns of numbers, counted from the right edge of the screen. */
static const int number_edges[] = { 31, 20, 9, 2 };
#define NUMBERS 4

/* Where the unit and what is said of it begin: English names of roles are longer. */
static int
second_column(void)
{
	return say_language() == LANGUAGE_VI ? 28 : 31;
}
#define THIRD_USUAL 22 /* behind the second */

static void
draw_label(struct draw *draw, int at, struct words words, int year)
{
	struct str text = { 0 };
	str_add_integer(&text, year);
	char *label = say_format(words, str_text(&text), NULL);
	draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, label);
	free(label);
	str_release(&text);
}

/* How the rows of roles are laid out: names and dates are whole, so the kind of unit goes first, then words. */
struct roles_look {
	int third; /* column */
	bool brief_units;
	enum { HOW_WHOLE, HOW_BRIEF, HOW_DAY } how;
};

/* The day at the end of "suy tôn 07/12/2024". */
static const char *
day_of(const char *how)
{
	const char *last = strrchr(how, ' ');
	return last && last[1] >= '0' && last[1] <= '9' ? last + 1 : how;
}

/* Of this year who acts, of the next how it was given. */
static const char *
said_of(const struct overview_page *page, const struct matrix_term *term, const struct roles_look *look)
{
	const char *how = look->how == HOW_WHOLE ? term->how
		: look->how == HOW_BRIEF         ? term->how_brief
						 : day_of(term->how_brief);
	bool now = term->year == page_session(&page->page)->year;
	const char *first = now ? term->person : how, *second = now ? how : term->person;
	return *first ? first : second;
}

/* The widest unit and the widest that is said of one. */
static void
measure_roles(const struct overview_page *page, const struct draw *draw, const struct roles_look *look, int widths[2])
{
	const struct role_matrix *roles = &page->overview.roles;
	widths[0] = widths[1] = 0;
	for (size_t i = 0; i < page->row_count; i++) {
		const struct overview_row *row = &page->rows[i];
		if (row->kind != ROW_TERM)
			continue;
		const struct matrix_term *term = &roles->terms[row->index];
		int unit = draw_width(draw, look->brief_units ? brief_name(term->unit_name) : term->unit_name),
		    rest = draw_width(draw, said_of(page, term, look));
		widths[0] = unit > widths[0] ? unit : widths[0];
		widths[1] = rest > widths[1] ? rest : widths[1];
	}
}

static struct roles_look
look_of(const struct overview_page *page, const struct draw *draw)
{
	static const struct roles_look looks[] = { { 0, false, HOW_WHOLE }, { 0, true, HOW_WHOLE },
		{ 0, true, HOW_BRIEF }, { 0, true, HOW_DAY } };
	struct roles_look look = { 0 };
	for (size_t i = 0; i < ARRAY_COUNT(looks); i++) {
		int widths[2], room = draw->columns - 1 - second_column();
		look = looks[i];
		measure_roles(page, draw, &look, widths);
		int least = widths[0] + 2, usual = least > THIRD_USUAL ? least : THIRD_USUAL;
		bool fits = usual + widths[1] <= room;
		look.third = second_column() + (fits ? usual : least);
		if (fits || least + widths[1] <= room)
			break;
	}
	return look;
}

static void
draw_role(const struct roles_look *look, struct draw *draw, int at, enum role role, const char *label, const char *unit,
	const char *rest)
{
	struct str shown = { 0 };
	text_first_upper(&shown, label);
	draw_text(draw, at, FIRST, second_column() - FIRST - 1, role, str_text(&shown));
	draw_text(draw, at, second_column(), look->third - second_column() - 1, role, unit);
	draw_text(draw, at, look->third, draw->columns - look->third - 1, role, rest);
	str_release(&shown);
}

static void
draw_term(const struct overview_page *page, struct draw *draw, int at, enum role role, const struct overview_row *row)
{
	const struct matrix_term *term = &page->overview.roles.terms[row->index];
	struct roles_look look = look_of(page, draw);
	const char *unit = look.brief_units ? brief_name(term->unit_name) : term->unit_name;
	draw_role(&look, draw, at, role, term->role, *unit ? unit : "…", said_of(page, term, &look));
}

static void
draw_suggestion(
	const struct overview_page *page, struct draw *draw, int at, enum role role, const struct overview_row *row)
{
	const struct matrix_suggestion *suggestion = &page->overview.roles.suggestions[row->index];
	struct roles_look look = look_of(page, draw);
	struct str unit = { 0 }, reason = { 0 };
	str_add_format(&unit, "(%s)", look.brief_units ? brief_name(suggestion->unit_name) : suggestion->unit_name);
	str_add_text(&reason, say(SAY("gợi ý, ", "suggested, ")));
	str_add_text(&reason, suggestion->reason);
	draw_role(&look, draw, at, role, suggestion->label, str_text(&unit), str_text(&reason));
	str_release(&unit);
	str_release(&reason);
}

static void
draw_no_role(const struct overview_page *page, struct draw *draw, int at, enum role role)
{
	struct roles_look look = look_of(page, draw);
	draw_role(&look, draw, at, role, say(SAY("Cụm trưởng", "Leader")), "…",
		say(SAY("sổ chưa ghi", "not in the book")));
}

static void
draw_number_heads(const struct overview_page *page, struct draw *draw, int at)
{
	const struct sheet *metrics = &page->overview.metrics;
	struct words whole = SAY("Chỉ tiêu chính (toàn cụm báo cáo)", "Main metrics (the cluster's own report)");
	int room = draw->columns - number_edges[0] - 8;
	draw_blank(draw, at, 1, draw->columns - 2, ROLE_HEAD);
	draw_text(draw, at, LABEL, room, ROLE_HEAD,
		draw_width(draw, say(whole)) > room ? say(SAY("Chỉ tiêu chính", "Main metrics")) : say(whole));
	for (size_t i = 0; i < NUMBERS && i < metrics->column_count; i++)
		draw_right(draw, at, draw->columns - number_edges[i] - 10, 10, ROLE_HEAD,
			i == 2 ? say(SAY("Thay đổi", "Change")) : metrics->columns[i].text);
}

static enum role
role_of_change(const char *shown, enum role otherwise)
{
	return text_starts(shown, "▲") ? ROLE_UP : text_starts(shown, "▼") ? ROLE_DOWN : otherwise;
}

static void
draw_metric(const struct overview_page *page, struct draw *draw, int at, enum role role, size_t row)
{
	const struct sheet *metrics = &page->overview.metrics;
	const struct head *head = &metrics->rows[row];
	int leftmost = draw->columns;
	for (size_t i = 0; i < NUMBERS && i < metrics->column_count; i++) {
		struct str text = { 0 };
		cell_show(sheet_cell(metrics, row, i), &text);
		int edge = draw->columns - number_edges[i], width = draw_width(draw, str_text(&text));
		draw_text(draw, at, edge - width, width, i == 2 ? role_of_change(str_text(&text), role) : role,
			str_text(&text));
		leftmost = edge - width < leftmost ? edge - width : leftmost;
		str_release(&text);
	}
	view_row_name(draw, at, LABEL, leftmost - LABEL - 2, role, head);
}

static void
draw_line(const struct overview_page *page, struct draw *draw, int at, enum role role, enum part part)
{
	static const struct words labels[] = {
		[PART_REPORTS] = WORDS("Báo cáo", "Reports"), [PART_MEETING] = WORDS("Hội nghị cuối", "Last meeting")
	};
	if (part == PART_COVENANT)
		draw_label(draw, at, SAY("Giao ước {1}", "Covenant {1}"), page->overview.covenant_year);
	else
		draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, say(labels[part]));
	const struct overview_line *line = overview_line_of(page, part);
	int room = draw->columns - FIRST;
	draw_text(draw, at, FIRST, room, role,
		line->brief && draw_width(draw, line->text) > room ? line->brief : line->text);
}

/* The metric, how many members lack it, and who. */
static void
draw_lacking(const struct overview_page *page, struct draw *draw, int at, enum role role, size_t index)
{
	const struct lacking_row *row = &page->lacking.rows[index];
	struct str count = { 0 };
	if (index == 0)
		draw_text(draw, at, LABEL, FIRST - LABEL - 1, ROLE_TEXT, say(SAY("Còn thiếu", "Lacking")));
	str_add_format(&count, "%zu/%zu", row->count, row->asked);
	draw_text(draw, at, FIRST, 25, role, row->name);
	draw_right(draw, at, FIRST + 25, 6, role, str_text(&count));
	draw_text(draw, at, FIRST + 33, draw->columns - FIRST - 34, role, row->units);
	str_release(&count);
}

static bool
stops(const void *of, size_t row)
{
	return overview_is_place(&((const struct overview_page *)of)->rows[row]);
}

static void
draw_row(const struct overview_page *page, struct draw *draw, int at, size_t index)
{
	const struct overview_row *row = &page->rows[index];
	bool focus = index == page->focus;
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	if (stops(page, index))
		draw_click(draw, at, 0, draw->columns,
			click_move(click_rows(page->focus, index, stops, page), 0, ACTION_ENTER));
	if (focus) {
		int from = row->kind == ROW_METRIC ? LABEL : FIRST;
		draw_blank(draw, at, from, draw->columns - from - 1, ROLE_FOCUS);
		draw_text(draw, at, 0, 1, ROLE_TEXT, "►");
	}
	if (row->part == PART_ROLES && row->year)
		draw_label(draw, at, SAY("Vai trò {1}", "Roles {1}"), row->year);
	switch (row->kind) {
	case ROW_TERM:
		draw_term(page, draw, at, role, row);
		break;
	case ROW_SUGGESTION:
		draw_suggestion(page, draw, at, role, row);
		break;
	case ROW_NO_ROLE:
		draw_no_role(page, draw, at, role);
		break;
	case ROW_METRIC:
		draw_metric(page, draw, at, role, row->index);
		break;
	case ROW_LINE:
		draw_line(page, draw, at, role, row->part);
		break;
	case ROW_LACKING:
		draw_lacking(page, draw, at, role, row->index);
		break;
	case ROW_HEAD:
		draw_number_heads(page, draw, at);
		break;
	case ROW_GAP:
		break;
	}
	if (focus)
		draw_cursor(draw, at, LABEL);
}

void
overview_draw(const struct page *page, struct draw *draw)
{
	const struct overview_page *overview = overview_of(page);
	for (int i = 0; i < overview->area.rows && overview->top + (size_t)i < overview->row_count; i++)
		draw_row(overview, draw, overview->area.row + i, overview->top + (size_t)i);
}
