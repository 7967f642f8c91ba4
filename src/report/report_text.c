/* A report on pages of A4. */
#include "base/mem.h"
#include "layout.h"
#include "text/case.h"
#include "text/width.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define FOOT_LINES 2 /* a blank line and the number of the page */

/* ---- pages ---------------------------------------------------------------------------------------------------------- */

struct press {
	int columns, lines;
	char **pages; /* finished ones */
	size_t count;
	struct str page; /* the one being set */
	int used;
	bool begun; /* the last that was set are the heads of a table */
};

static void
end_page(struct press *press)
{
	press->pages = mem_resize(press->pages, press->count + 1, sizeof *press->pages);
	press->pages[press->count++] = str_take(&press->page);
	press->used = 0;
}

static bool
has_room(const struct press *press, int lines)
{
	return press->used + lines <= press->lines - FOOT_LINES;
}

/* A line without the blanks at its end. */
static void
add_line(struct press *press, const char *text)
{
	size_t length = strlen(text);
	while (length && text[length - 1] == ' ')
		length--;
	str_add(&press->page, text, length);
	str_add_byte(&press->page, '\n');
	press->used++;
}

static void
add_centred(struct press *press, const char *text)
{
	struct str line = { 0 };
	str_add_repeated(&line, " ", (press->columns - text_width(text)) / 2);
	str_add_text(&line, text);
	add_line(press, str_text(&line));
	str_release(&line);
}

/* ---- texts in several lines --------------------------------------------------------------------------------------------- */

static void
take_line(void *to, const char *bytes, size_t length)
{
	report_lines_add(to, mem_copy_bytes(bytes, length));
}

static struct report_lines
wrapped(const char *text, int width)
{
	struct report_lines lines = { 0 };
	if (*text)
		text_wrap(text, width < 2 ? 2 : width, take_line, &lines);
	return lines;
}

static void
add_wrapped(struct press *press, const char *text, bool centred)
{
	struct report_lines lines = wrapped(text, press->columns);
	for (size_t i = 0; i < lines.count; i++) {
		if (centred)
			add_centred(press, lines.items[i]);
		else
			add_line(press, lines.items[i]);
	}
	report_lines_release(&lines);
}

/* ---- rows of the table ------------------------------------------------------------------------------------------------------ */

/* The cells of one row of the table, each in its lines. */
struct row_lines {
	struct report_lines *cells; /* one a column of the part */
	int height;
};

static struct row_lines
row_lines_new(const struct report_part *part)
{
	return (struct row_lines){ .cells = mem_new(part->count, sizeof(struct report_lines)) };
}

static void
row_lines_release(struct row_lines *row, const struct report_part *part)
{
	for (size_t i = 0; i < part->count; i++)
		report_lines_release(&row->cells[i]);
	free(row->cells);
}

static void
set_cell(struct row_lines *row, size_t i, const char *text, int width)
{
	row->cells[i] = wrapped(text, width);
	row->height = (int)row->cells[i].count > row->height ? (int)row->cells[i].count : row->height;
}

/* What stands left of the table, which is set in the middle of the page. */
static void
add_margin(struct str *line, const struct press *press, const struct report_part *part)
{
	str_add_repeated(line, " ", (press->columns - part->width) / 2);
}

static void
pad(struct str *line, const char *text, const struct set_column *column)
{
	if (column->of.right)
		text_pad_left(line, text, column->width);
	else
		text_pad(line, text, column->width);
}

/* bottom: heads stand on the last line, cells begin on the first. */
static void
add_row(struct press *press, const struct report_part *part, const struct row_lines *row, bool bottom)
{
	for (int n = 0; n < row->height; n++) {
		struct str line = { 0 };
		add_margin(&line, press, part);
		for (size_t i = 0; i < part->count; i++) {
			const struct report_lines *cell = &row->cells[i];
			int at = bottom ? n - (row->height - (int)cell->count) : n;
			if (i)
				str_add_text(&line, "  ");
			pad(&line, at >= 0 && at < (int)cell->count ? cell->items[at] : "", &part->columns[i]);
		}
		add_line(press, str_text(&line));
		str_release(&line);
	}
}

static void
add_rule(struct press *press, const struct report_part *part)
{
	struct str line = { 0 };
	add_margin(&line, press, part);
	str_add_repeated(&line, "─", part->width);
	add_line(press, str_text(&line));
	str_release(&line);
}

/* ---- the heads of the table --------------------------------------------------------------------------------------------------- */

static size_t
group_end(const struct report_part *part, size_t begin)
{
	size_t end = begin + 1;
	while (part->columns[begin].of.group && end < part->count &&
		text_equal(part->columns[end].of.group, part->columns[begin].of.group))
		end++;
	return end;
}

static int
group_width(const struct report_part *part, size_t begin, size_t end)
{
	int width = (int)(end - begin - 1) * COLUMN_GAP;
	for (size_t i = begin; i < end; i++)
		width += part->columns[i].width;
	return width;
}

static bool
is_grouped(const struct report_part *part)
{
	for (size_t i = 0; i < part->count; i++)
		if (part->columns[i].of.group)
			return true;
	return false;
}

static void
centre(struct str *line, const char *text, int width)
{
	int left = (width - text_width(text)) / 2;
	str_add_repeated(line, " ", left);
	text_pad(line, text, width - (left > 0 ? left : 0));
}

/* One line of the heads over groups; line -1: the rule under them. */
static void
add_group_line(struct press *press, const struct report_part *part, struct report_lines *groups, int line, int height)
{
	struct str text = { 0 };
	add_margin(&text, press, part);
	for (size_t i = 0, end; i < part->count; i = end) {
		end = group_end(part, i);
		int width = group_width(part, i, end), at = line - (height - (int)groups[i].count);
		if (i)
			str_add_text(&text, "  ");
		if (line < 0 && part->columns[i].of.group)
			str_add_repeated(&text, "─", width);
		else
			centre(&text, line >= 0 && at >= 0 && at < (int)groups[i].count ? groups[i].items[at] : "",
				width);
	}
	add_line(press, str_text(&text));
	str_release(&text);
}

static void
add_groups(struct press *press, const struct report_part *part)
{
	struct report_lines *groups = mem_new(part->count, sizeof *groups);
	int height = 0;
	for (size_t i = 0, end; i < part->count; i = end) {
		end = group_end(part, i);
		if (part->columns[i].of.group)
			groups[i] = wrapped(part->columns[i].of.group, group_width(part, i, end));
		height = (int)groups[i].count > height ? (int)groups[i].count : height;
	}
	for (int line = 0; line < height; line++)
		add_group_line(press, part, groups, line, height);
	add_group_line(press, part, groups, -1, height);
	for (size_t i = 0; i < part->count; i++)
		report_lines_release(&groups[i]);
	free(groups);
}

static void
add_heads(struct press *press, const struct report_part *part)
{
	struct row_lines heads = row_lines_new(part);
	for (size_t i = 0; i < part->count; i++) {
		struct str head = { 0 };
		report_head(&head, &part->columns[i].of, '\n');
		set_cell(&heads, i, str_text(&head), part->columns[i].width);
		str_release(&head);
	}
	add_rule(press, part);
	if (is_grouped(part))
		add_groups(press, part);
	add_row(press, part, &heads, true);
	add_rule(press, part);
	press->begun = true;
	row_lines_release(&heads, part);
}

/* ---- the table ------------------------------------------------------------------------------------------------------------------ */

static struct row_lines
lines_of_row(const struct report *report, const struct report_part *part, size_t row, size_t number)
{
	struct row_lines lines = row_lines_new(part);
	for (size_t i = 0; i < part->count; i++) {
		struct str text = { 0 };
		report_cell(&text, report, &part->columns[i].of, row, number);
		set_cell(&lines, i, str_text(&text), part->columns[i].width);
		str_release(&text);
	}
	return lines;
}

static void
add_group_row(struct press *press, const struct report *report, const struct report_part *part, size_t row)
{
	struct str line = { 0 };
	add_margin(&line, press, part);
	str_add_text(&line, report->sheet.rows[row].text);
	struct report_lines lines = wrapped(str_text(&line), press->columns);
	for (size_t i = 0; i < lines.count; i++)
		add_line(press, lines.items[i]);
	report_lines_release(&lines);
	str_release(&line);
}

static void
turn_page(struct press *press, const struct report *report)
{
	char *again = say_format(SAY("{1} (tiếp theo)", "{1} (continued)"), report->tab, NULL);
	end_page(press);
	add_line(press, again);
	free(again);
}

/* Lines that are not to be parted from the row: of a head over rows the first of them, of a sum the others. */
static int
lines_together(const struct report *report, const struct report_part *part, size_t row, int height)
{
	const struct head *rows = report->sheet.rows;
	if (rows[row].rank == RANK_GROUP)
		return 3;
	if (rows[row].rank != RANK_SUM || (row > 0 && rows[row - 1].rank == RANK_SUM))
		return height;
	for (size_t next = row + 1; next < report->sheet.row_count && rows[next].rank == RANK_SUM; next++) {
		struct row_lines lines = lines_of_row(report, part, next, 0);
		height += lines.height;
		row_lines_release(&lines, part);
	}
	return height + 1;
}

static void
add_table_row(
	struct press *press, const struct report *report, const struct report_part *part, size_t row, size_t number)
{
	const struct head *rows = report->sheet.rows;
	struct row_lines lines = lines_of_row(report, part, row, number);
	bool group = rows[row].rank == RANK_GROUP;
	bool ruled = rows[row].rank == RANK_SUM && row > 0 && rows[row - 1].rank != RANK_SUM;
	/* A row that no page holds is parted. */
	int needed = lines_together(report, part, row, lines.height);
	if (!has_room(press, needed) && needed < press->lines / 2) {
		turn_page(press, report);
		add_heads(press, part);
	}
	if (ruled && !press->begun)
		add_rule(press, part);
	press->begun = false;
	if (group)
		add_group_row(press, report, part, row);
	else
		add_row(press, part, &lines, false);
	row_lines_release(&lines, part);
}

static void
add_table(struct press *press, const struct report *report, const struct report_part *part)
{
	size_t number = 0;
	add_heads(press, part);
	for (size_t row = 0; row < report->sheet.row_count; row++) {
		number += report->sheet.rows[row].rank == RANK_RECORD;
		add_table_row(press, report, part, row, number);
	}
	add_rule(press, part);
}

/* Lines of the whole table of a part. */
static int
height_of(const struct press *press, const struct report *report, const struct report_part *part)
{
	struct press trial = { .columns = press->columns, .lines = INT_MAX };
	add_table(&trial, report, part);
	str_release(&trial.page);
	return trial.used;
}

/* ---- head and foot of the report --------------------------------------------------------------------------------------------------- */

static void
add_capitals(struct press *press, const char *text, bool centred)
{
	struct str capitals = { 0 };
	text_upper(&capitals, text);
	add_wrapped(press, str_text(&capitals), centred);
	str_release(&capitals);
}

static void
add_beginning(struct press *press, const struct report *report)
{
	if (report->organisation) {
		add_capitals(press, report->organisation, false);
		add_line(press, "");
	}
	add_capitals(press, report->heading, true);
	for (size_t i = 0; i < report->about_count; i++)
		add_wrapped(press, report->about[i], true);
	add_line(press, "");
}

/* What short heads stand for. */
static void
tell_heads(struct report_lines *notes, const struct report *report)
{
	const struct sheet *sheet = &report->sheet;
	struct str text = { 0 };
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct head *head = &sheet->columns[i];
		const char *full = head_full(head);
		if (head->brief && !head->group && !text_equal(head->brief, full))
			str_add_format(&text, "%s%s: %s", text.length ? "; " : "", head->brief, full);
	}
	str_add_byte(&text, '.');
	report_lines_add(notes, str_take(&text));
}

static void
add_notes(struct press *press, const struct report *report, bool brief)
{
	struct report_lines notes;
	report_notes(&notes, report, false);
	if (brief)
		tell_heads(&notes, report);
	for (size_t i = 0; i < notes.count; i++) {
		struct report_lines lines = wrapped(notes.items[i], press->columns);
		if (!has_room(press, (int)lines.count))
			end_page(press);
		for (size_t n = 0; n < lines.count; n++)
			add_line(press, lines.items[n]);
		report_lines_release(&lines);
	}
	report_lines_release(&notes);
}

static void
add_at_right(struct press *press, const char *text, int width)
{
	struct str line = { 0 };
	str_add_repeated(&line, " ", press->columns - width);
	centre(&line, text, width);
	add_line(press, str_text(&line));
	str_release(&line);
}

/* Place and day of the paper, and who made it, for a person to fill in. */
static void
add_end(struct press *press, const struct report *report)
{
	struct str day = { 0 };
	if (!*report->day)
		return;
	report_place_and_day(&day, report);
	int width = text_width(str_text(&day));
	if (!has_room(press, 3))
		end_page(press);
	add_line(press, "");
	add_at_right(press, str_text(&day), width);
	add_at_right(press, say(SAY("NGƯỜI LẬP BIỂU", "PREPARED BY")), width);
	str_release(&day);
}

static void
number_page(struct str *out, const struct press *press, size_t page)
{
	struct str number = { 0 }, all = { 0 };
	str_add_integer(&number, (int64_t)page + 1);
	str_add_integer(&all, (int64_t)press->count);
	char *text = say_format(SAY("Trang {1}/{2}", "Page {1}/{2}"), str_text(&number), str_text(&all), NULL);
	str_add_repeated(out, " ", (press->columns - text_width(text)) / 2);
	str_add_text(out, text);
	str_add_byte(out, '\n');
	free(text);
	str_release(&number);
	str_release(&all);
}

static void
put_pages(const struct press *press, struct str *out)
{
	for (size_t i = 0; i < press->count; i++) {
		int lines = 0;
		str_add_text(out, i ? "\f" : "");
		str_add_text(out, press->pages[i]);
		for (const char *at = press->pages[i]; *at; at++)
			lines += *at == '\n';
		for (; press->count > 1 && lines < press->lines - 1; lines++)
			str_add_byte(out, '\n');
		if (press->count > 1)
			number_page(out, press, i);
	}
}

void
report_write_text(const struct report *report, struct str *out)
{
	struct report_layout layout = report_layout_of(report);
	struct press press = { .columns = layout.columns, .lines = layout.lines };
	add_beginning(&press, report);
	for (size_t i = 0; i < layout.part_count; i++) {
		bool fits = i && has_room(&press, 1 + height_of(&press, report, &layout.parts[i]));
		if (fits)
			add_line(&press, "");
		else if (i)
			turn_page(&press, report);
		add_table(&press, report, &layout.parts[i]);
	}
	add_notes(&press, report, layout.brief);
	add_end(&press, report);
	end_page(&press);
	put_pages(&press, out);
	for (size_t i = 0; i < press.count; i++)
		free(press.pages[i]);
	free(press.pages);
	str_release(&press.page);
	report_layout_release(&layout);
}
