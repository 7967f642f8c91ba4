/* The chart of one metric: a bar a year, from 0; a year that the book does not know has none. */
#include "base/mem.h"
#include "cluster_compare.h"
#include "model/change.h"
#include "text/case.h"
#include "text/number.h"
#include "text/width.h"
#include "ui/click.h"
#include <stdlib.h>

#define YEARS_USUAL 6
#define YEARS_LARGE 12
#define VALUE_EDGE 17 /* exclusive */
#define BAR 19
#define BESIDE_BAR 13 /* columns that the greatest value needs behind its bar */

int
chart_years_of(const struct layout *layout)
{
	return layout->large ? YEARS_LARGE : YEARS_USUAL;
}

void
chart_release(struct compare_page *page)
{
	sheet_release(&page->chart);
	figure_column_release(&page->of_chart);
}

/* The work year is the last but one. */
bool
chart_load(struct compare_page *page, struct err *err)
{
	struct layout layout = ui_layout(page_ui(&page->page));
	struct compare_wish wish = compare_wish_of(page);
	int focus_year = page->year < 0 || !page->chart_years ? page_session(&page->page)->year : 0;
	struct sheet fresh;
	struct figure_column column = { 0 };
	wish.metrics = &page->metric;
	wish.metric_count = 1;
	wish.last_year = page_session(&page->page)->year + 1;
	wish.first_year = wish.last_year - chart_years_of(&layout) + 1;
	if (!figure_column_read(&column, page_store(&page->page), page->metric, err))
		return false;
	if (!compare_read(&fresh, page_store(&page->page), &wish, err)) {
		figure_column_release(&column);
		return false;
	}
	chart_release(page);
	page->chart = fresh;
	page->of_chart = column;
	page->chart_years = chart_years_of(&layout);
	if (focus_year || page->year >= page->chart_years)
		page->year = page->chart_years - 2;
	return true;
}

static const struct cell *
cell_at(const struct compare_page *page, int year)
{
	return year >= 0 && year < page->chart_years ? sheet_cell(&page->chart, 0, (size_t)year) : NULL;
}

static int
year_at(const struct compare_page *page, int year)
{
	return page_session(&page->page)->year + 1 - page->chart_years + 1 + year;
}

static bool
has_number(const struct cell *cell)
{
	return cell && (cell->kind == CELL_QUANTITY || cell->kind == CELL_PERCENT);
}

/* Index of the greatest known value; -1: none is known. */
static int
greatest(const struct compare_page *page)
{
	int found = -1;
	for (int year = 0; year < page->chart_years; year++)
		if (has_number(cell_at(page, year)) &&
			(found < 0 || cell_at(page, year)->quantity.amount > cell_at(page, found)->quantity.amount))
			found = year;
	return found;
}

/* ---- around it ---- */

static void
add_state(const struct compare_page *page, const char *metric, struct str *out)
{
	struct str part = { 0 };
	period_show_part(session_period(page_session(&page->page)), &part);
	str_add_text(out, metric);
	str_add_text(out, " · ");
	compare_subject_name(page, out);
	str_add_text(out, " · ");
	text_lower(out, str_text(&part));
	str_add_text(out, " · ");
	if (page->of_chart.facts.money && has_number(cell_at(page, greatest(page))))
		str_add_text(out, say(money_scale_words(cell_at(page, greatest(page))->scale)));
	else
		str_add_text(out, page->of_chart.measure);
	str_release(&part);
}

void
chart_frame(const struct compare_page *page, struct frame *frame)
{
	add_state(page, page->of_chart.name, &frame->state);
	if (text_width(str_text(&frame->state)) > ui_layout(page_ui(&page->page)).columns - 2) {
		str_clear(&frame->state);
		add_state(page, page->of_chart.short_name, &frame->state);
	}
	str_add_text(&frame->note,
		say(SAY("Biểu đồ bắt đầu từ 0; năm sổ chưa ghi để trống, không nối.",
			"Bars begin at 0; a year not in the book is left blank, nothing is joined.")));
}

/* ---- drawing ---- */

static void
add_bar(const struct cell *cell, int64_t most, int cells, struct str *out)
{
	bool about = cell->quantity.qualifier == QUALIFIER_ABOUT;
	int64_t amount = cell->quantity.amount;
	int64_t length = most > 0 && amount > 0 ? amount * cells / most : 0;
	length = amount > 0 && !length ? 1 : length;
	for (int64_t i = 0; i < length; i++)
		str_add_text(out, about ? "▒" : "█");
	if (cell->quantity.qualifier == QUALIFIER_MORE_THAN)
		str_add_byte(out, '>');
	else if (cell->quantity.qualifier == QUALIFIER_LESS_THAN)
		str_add_byte(out, '<');
}

static void
add_without_bar(const struct cell *cell, struct str *out)
{
	str_add_text(out, "· ");
	switch (cell->kind) {
	case CELL_NOT_YET:
		str_add_text(out, say(SAY("chưa có số", "not yet")));
		break;
	case CELL_NOT_ASKED:
		str_add_text(out, say(SAY("không giao", "not asked")));
		break;
	case CELL_SAID:
		str_add_text(out, cell->text ? cell->text : say(SAY("có lời, không có số", "said without a number")));
		break;
	case CELL_REFUSED:
		str_add_text(out, cell->text);
		break;
	default:
		str_add_text(out, say(SAY("sổ chưa ghi", "not in the book")));
		break;
	}
}

static void
draw_year(const struct compare_page *page, struct draw *draw, int at, int year, int64_t most, int cells)
{
	const struct cell *cell = cell_at(page, year);
	bool focus = year == page->year;
	enum role role = focus ? ROLE_FOCUS : ROLE_TEXT;
	struct str label = { 0 }, value = { 0 }, bar = { 0 };
	struct cell bare = *cell;
	bare.marks &= ~(unsigned)MARK_BREAK;
	str_add_integer(&label, year_at(page, year));
	if (cell->kind == CELL_REFUSED)
		str_add_text(&value, "×");
	else
		cell_show(&bare, &value);
	if (has_number(cell))
		add_bar(cell, most, cells, &bar);
	else
		add_without_bar(cell, &bar);
	draw_click(draw, at, 0, draw->columns, click_move(year - page->year, 0, ACTION_ENTER));
	if (focus)
		draw_text(draw, at, 0, 1, ROLE_TEXT, "►");
	draw_text(draw, at, 1, 4, role, str_text(&label));
	if (cell->marks & MARK_BREAK)
		draw_text(draw, at, 6, 1, ROLE_TEXT, "¦");
	int width = draw_width(draw, str_text(&value));
	draw_text(draw, at, VALUE_EDGE - width, width, role, str_text(&value));
	draw_text(draw, at, BAR, draw->columns - BAR - 1, ROLE_TEXT, str_text(&bar));
	if (focus)
		draw_cursor(draw, at, 1);
	str_release(&label);
	str_release(&value);
	str_release(&bar);
}

static void
draw_axis(const struct compare_page *page, struct draw *draw, int at, int cells)
{
	int most = greatest(page);
	struct str value = { 0 };
	if (most < 0)
		return;
	struct cell plain = *cell_at(page, most);
	plain.marks = 0;
	plain.quantity.qualifier = QUALIFIER_EXACTLY;
	cell_show(&plain, &value);
	draw_text(draw, at, BAR - 1, 1, ROLE_TEXT, "0");
	draw_text(draw, at, BAR + cells, draw->columns - BAR - cells, ROLE_TEXT, str_text(&value));
	str_release(&value);
}

static struct point
point_at(const struct compare_page *page, int year)
{
	const struct cell *cell = cell_at(page, year);
	struct point point = { .period = period_same_part(
				       session_period(page_session(&page->page)), year_at(page, year)) };
	if (!cell)
		return point;
	point.known = has_number(cell);
	point.quantity = cell->quantity;
	point.exact = true;
	point.partial_coverage = cell->marks & MARK_COVERAGE;
	point.counted = (size_t)cell->counted;
	point.asked = (size_t)cell->asked;
	return point;
}

/* Against the year before the one with the focus. */
static void
add_change(const struct compare_page *page, struct str *out)
{
	const struct cell *cell = cell_at(page, page->year);
	struct point old = point_at(page, page->year - 1), now = point_at(page, page->year);
	struct metric_facts metric = page->of_chart.facts;
	struct year_change change;
	struct err ignored = { 0 };
	metric.money_scale = cell ? cell->scale : 0;
	if (year_change_of(&change, &metric, &old, &now, cell && (cell->marks & MARK_BREAK), &ignored)) {
		year_change_show(out, &change, &metric);
		if (change.state == CHANGE_KNOWN && change.has_percent) {
			str_add_text(out, " (");
			year_change_show_percent(out, &change);
			str_add_text(out, " %)");
		}
	}
	err_release(&ignored);
}

/* What is said of the year with the focus and of all: one row, or what finds no room there in the next. */
static void
draw_summary(const struct compare_page *page, struct draw *draw, int at, int last)
{
	struct str change = { 0 }, most = { 0 }, numbers[4] = { { 0 }, { 0 }, { 0 }, { 0 } };
	int known = 0, peak = greatest(page);
	for (int year = 0; year < page->chart_years; year++)
		known += has_number(cell_at(page, year));
	add_change(page, &change);
	if (peak >= 0) {
		struct cell bare = *cell_at(page, peak);
		bare.marks = 0;
		cell_show(&bare, &most);
		str_add_format(&most, " (%d)", year_at(page, peak));
	} else {
		str_add_text(&most, "…");
	}
	str_add_integer(&numbers[0], year_at(page, page->year) - 1);
	str_add_integer(&numbers[1], known);
	str_add_integer(&numbers[2], page->chart_years);
	char *parts[] = {
		say_format(SAY("So với {1}: {2}", "Against {1}: {2}"), str_text(&numbers[0]), str_text(&change), NULL),
		say_format(SAY("Cao nhất: {1}", "Greatest: {1}"), str_text(&most), NULL),
		say_format(SAY("Biết {1}/{2} năm", "{1}/{2} years known"), str_text(&numbers[1]), str_text(&numbers[2]),
			NULL),
	};
	for (int i = 0, column = 1; i < 3; i++) {
		int width = draw_width(draw, parts[i]);
		if (column > 1 && column + width > draw->columns - 1 && at < last) {
			column = 1;
			at++;
		}
		draw_text(draw, at, column, draw->columns - 1 - column, ROLE_TEXT, parts[i]);
		column += width + 4;
		free(parts[i]);
	}
	for (int i = 0; i < 4; i++)
		str_release(&numbers[i]);
	str_release(&change);
	str_release(&most);
}

static void
draw_legend(struct draw *draw, int at, int last)
{
	struct words wide = SAY("█ đúng   ▒ khoảng (~)   > cuối thanh: trên   < cuối thanh: gần, dưới",
			     "█ exact   ▒ about (~)   > at the end: more than   < at the end: less than"),
		     narrow = SAY("█ đúng   ▒ khoảng (~)   > trên   < gần, dưới",
			     "█ exact   ▒ about (~)   > more than   < less than");
	if (at > last)
		return;
	draw_text(draw, at, 1, draw->columns - 2, ROLE_QUIET,
		say(draw_width(draw, say(wide)) > draw->columns - 2 ? narrow : wide));
	if (at + 1 <= last)
		draw_text(draw, at + 1, 1, draw->columns - 2, ROLE_QUIET,
			say(SAY("¦ trước năm: không so sánh được với năm liền trước",
				"¦ before a year: not comparable with the one before")));
}

/* Below the bars, in a low window without blank rows and the legend last. */
static void
draw_below(const struct compare_page *page, struct draw *draw, int at, int last, int cells)
{
	bool low = at + 6 > last;
	int axis = low ? at : at + 1, summary = low ? at + 1 : at + 6;
	if (axis <= last)
		draw_axis(page, draw, axis, cells);
	if (summary <= last)
		draw_summary(page, draw, summary, last);
	draw_legend(draw, at + 3, last);
}

void
chart_draw(const struct compare_page *page, struct draw *draw)
{
	struct layout layout = ui_layout(page_ui(&page->page));
	int last = layout.body.row + layout.body.rows - 1, at = layout.body.row + (layout.rows < 24 ? 0 : 1);
	int cells = draw->columns - BAR - BESIDE_BAR, most = greatest(page);
	if (!page->chart.row_count)
		return;
	for (int year = 0; year < page->chart_years && at <= last; year++)
		draw_year(page, draw, at++, year, most < 0 ? 0 : cell_at(page, most)->quantity.amount, cells);
	draw_below(page, draw, at, last, cells);
}

/* ---- deeds ---- */

bool
chart_allows(const struct compare_page *page, enum action_id action)
{
	const struct cell *cell = cell_at(page, page->year);
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST:
	case ACTION_CHOOSE:
	case ACTION_BACK:
	case ACTION_ENTER:
		return true;
	case ACTION_DETAIL:
		return cell && cell->entity == ENTITY_FIGURE && cell->record;
	default:
		return false;
	}
}

enum outcome
chart_act(struct compare_page *page, enum action_id action, struct err *err)
{
	const struct cell *here;
	switch (action) {
	case ACTION_UP:
		page->year -= page->year > 0 ? 1 : 0;
		return VIEW_DONE;
	case ACTION_DOWN:
		page->year += page->year + 1 < page->chart_years ? 1 : 0;
		return VIEW_DONE;
	case ACTION_FIRST:
		page->year = 0;
		return VIEW_DONE;
	case ACTION_LAST:
		page->year = page->chart_years - 1;
		return VIEW_DONE;
	case ACTION_BACK:
		page->charting = false;
		return VIEW_DONE;
	case ACTION_CHOOSE:
		compare_open_switches(page, err);
		return VIEW_DONE;
	case ACTION_ENTER:
		compare_open_cell(page, cell_at(page, page->year), page->metric, year_at(page, page->year), err);
		return VIEW_DONE;
	case ACTION_DETAIL:
		here = cell_at(page, page->year);
		if (!here || !chart_allows(page, action))
			return VIEW_PASS;
		detail_open(page_ui(&page->page), ENTITY_FIGURE, here->record, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}
