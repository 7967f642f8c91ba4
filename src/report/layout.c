#include "layout.h"
#include "base/mem.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define WORD_MOST 20  /* a longer word may be parted */
#define HEAD_USUAL 12 /* heads over figures take several lines rather than be wider */
#define HEAD_MOST 18  /* unless the page has room to spare */
#define TEXT_USUAL 28
#define TEXT_LEAST 16 /* a name of several words is not set in a column of single ones */

/* ---- how wide a column wants to be -------------------------------------------------------------------------------- */

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

static void
measure_cells(struct set_column *column, const struct report *report, int *widest, int *word)
{
	size_t number = 0;
	for (size_t row = 0; row < report->sheet.row_count; row++) {
		struct str text = { 0 };
		number += report->sheet.rows[row].rank == RANK_RECORD;
		if (report->sheet.rows[row].rank != RANK_GROUP)
			report_cell(&text, report, &column->of, row, number);
		*widest = larger(*widest, report_widest(str_text(&text), "\n"));
		*word = larger(*word, report_widest(str_text(&text), " \n"));
		str_release(&text);
	}
}

static void
measure(struct set_column *column, const struct report *report)
{
	int widest = 0, word = 0;
	struct str head = { 0 };
	report_head(&head, &column->of, '\n');
	measure_cells(column, report, &widest, &word);
	int head_word = smaller(report_widest(str_text(&head), " \n"), WORD_MOST),
	    head_width = report_widest(str_text(&head), "\n");
	bool figures = column->of.right;
	int text_least = larger(smaller(word, WORD_MOST), smaller(widest, TEXT_LEAST));
	column->least = larger(head_word, figures ? widest : text_least);
	column->natural = larger(column->least, larger(widest, smaller(head_width, figures ? HEAD_MOST : head_width)));
	column->usual = larger(column->least, smaller(column->natural, figures ? HEAD_USUAL : TEXT_USUAL));
	column->width = column->usual;
	str_release(&head);
}

/* ---- the page that holds them ----------------------------------------------------------------------------------------- */

static int
sum_of(const struct set_column *columns, size_t count, bool least)
{
	int sum = count ? (int)(count - 1) * COLUMN_GAP : 0;
	for (size_t i = 0; i < count; i++)
		sum += least ? columns[i].least : columns[i].width;
	return sum;
}

/* Gives what is left of the page to the text that would need most lines. */
static void
spread(struct report_part *part, int page)
{
	int spare = page - sum_of(part->columns, part->count, false);
	for (; spare > 0; spare--) {
		struct set_column *neediest = NULL;
		for (size_t i = 0; i < part->count; i++) {
			struct set_column *each = &part->columns[i];
			int lack = each->natural - each->width;
			if (lack > 0 && (!neediest || lack > neediest->natural - neediest->width))
				neediest = each;
		}
		if (!neediest)
			break;
		neediest->width++;
	}
	part->width = sum_of(part->columns, part->count, false);
}

/* The widest column that can give way: of figures their heads can, which take more lines then. */
static struct set_column *
widest_loose(const struct report_part *part, bool figures)
{
	struct set_column *widest = NULL;
	for (size_t i = 0; i < part->count; i++) {
		struct set_column *each = &part->columns[i];
		if (each->of.right == figures && each->width > each->least && (!widest || each->width > widest->width))
			widest = each;
	}
	return widest;
}

/* Room is short: heads over figures give way first, then texts, which have many rows to grow by. */
static void
squeeze(struct report_part *part, int page)
{
	while (sum_of(part->columns, part->count, false) > page) {
		struct set_column *loose = widest_loose(part, true);
		if (!loose)
			loose = widest_loose(part, false);
		if (!loose)
			break;
		loose->width--;
	}
}

static struct report_part *
new_part(struct report_layout *layout, size_t capacity)
{
	layout->parts = mem_resize(layout->parts, layout->part_count + 1, sizeof *layout->parts);
	struct report_part *part = &layout->parts[layout->part_count++];
	*part = (struct report_part){ .columns = mem_new(capacity, sizeof *part->columns) };
	return part;
}

static struct report_part *
begin_part(struct report_layout *layout, const struct set_column *all, size_t count)
{
	struct report_part *part = new_part(layout, count);
	for (size_t i = 0; i < count; i++)
		if (all[i].leads)
			part->columns[part->count++] = all[i];
	return part;
}

/* What a column takes; the first of a group what all of it takes, so that they stay together where a page holds them. */
static int
needed_from(const struct set_column *all, size_t at, size_t count)
{
	const char *group = all[at].of.group;
	int needed = all[at].width + COLUMN_GAP;
	if (!group || (at > 0 && text_equal(all[at - 1].of.group, group)))
		return needed;
	for (size_t i = at + 1; i < count && text_equal(all[i].of.group, group); i++)
		needed += all[i].width + COLUMN_GAP;
	return needed;
}

static void
part_columns(struct report_layout *layout, const struct set_column *all, size_t count)
{
	struct report_part *part = begin_part(layout, all, count);
	size_t leading = part->count;
	for (size_t i = 0; i < count; i++) {
		if (all[i].leads)
			continue;
		int used = sum_of(part->columns, part->count, false);
		if (part->count > leading && used + needed_from(all, i, count) > layout->columns)
			part = begin_part(layout, all, count);
		part->columns[part->count++] = all[i];
	}
	for (size_t i = 0; i < layout->part_count; i++) {
		squeeze(&layout->parts[i], layout->columns);
		spread(&layout->parts[i], layout->columns);
	}
}

static void
measure_all(struct set_column *all, size_t count, const struct report *report)
{
	for (size_t i = 0; i < count; i++)
		measure(&all[i], report);
}

/* Short heads in the place of the full ones; false: there are none. */
static bool
take_brief_heads(struct set_column *all, size_t count)
{
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		if (!all[i].of.brief || all[i].of.group)
			continue;
		any |= !text_equal(all[i].of.head, all[i].of.brief);
		all[i].of.head = all[i].of.brief;
	}
	return any;
}

static void
set_columns(struct report_layout *layout, const struct set_column *all, size_t count)
{
	if (sum_of(all, count, true) > layout->columns) {
		part_columns(layout, all, count);
		return;
	}
	struct report_part *part = new_part(layout, count);
	for (; part->count < count; part->count++)
		part->columns[part->count] = all[part->count];
	squeeze(part, layout->columns);
	spread(part, layout->columns);
}

struct report_layout
report_layout_of(const struct report *report)
{
	size_t count;
	struct report_layout layout = { .columns = UPRIGHT_COLUMNS, .lines = UPRIGHT_LINES };
	struct report_column *columns = report_columns(&count, report);
	struct set_column *all = mem_new(count, sizeof *all);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct set_column){ .of = columns[i], .leads = report_column_leads(report, &columns[i], i) };
	measure_all(all, count, report);
	if (sum_of(all, count, false) > UPRIGHT_COLUMNS) {
		layout.columns = ACROSS_COLUMNS;
		layout.lines = ACROSS_LINES;
	}
	if (sum_of(all, count, false) > ACROSS_COLUMNS && take_brief_heads(all, count)) {
		layout.brief = true;
		measure_all(all, count, report);
	}
	set_columns(&layout, all, count);
	free(all);
	free(columns);
	return layout;
}

void
report_layout_release(struct report_layout *layout)
{
	for (size_t i = 0; i < layout->part_count; i++)
		free(layout->parts[i].columns);
	free(layout->parts);
	*layout = (struct report_layout){ 0 };
}
