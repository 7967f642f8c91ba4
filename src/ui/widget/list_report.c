/* A list as the sheet of a report. */
#include "base/mem.h"
#include "ui/widget/list_private.h"

static void
fill_row(struct sheet *sheet, size_t at, const struct list *list, size_t row)
{
	for (int column = 0; column < list->column_count; column++) {
		struct str text = { 0 };
		int indent = column == 0 && list->ops->indent ? list->ops->indent(list->of, row) : 0;
		for (; indent > 0; indent--)
			str_add_byte(&text, ' ');
		list->ops->cell(list->of, row, column, &text);
		cell_take_shown(sheet_cell(sheet, at, (size_t)column), str_text(&text), list->columns[column].right);
		str_release(&text);
	}
}

static void
fill_group(struct sheet *sheet, size_t at, const struct list *list, size_t row)
{
	struct str text = { 0 };
	list->ops->cell(list->of, row, 0, &text);
	sheet->rows[at] = (struct head){ .text = str_take(&text), .rank = RANK_GROUP };
}

void
list_report(const struct list *list, struct sheet *out)
{
	size_t rows = 0, at = 0;
	for (size_t i = 0; i < list->shown_count; i++)
		rows += list_kind(list, list->shown[i]) != LIST_GAP;
	*out = sheet_new(rows, (size_t)list->column_count);
	for (int column = 0; column < list->column_count; column++)
		out->columns[column] = (struct head){ .text = mem_copy_text(say(list->columns[column].head)),
			.number = list->columns[column].right };
	for (size_t i = 0; i < list->shown_count; i++) {
		size_t row = list->shown[i];
		if (list_kind(list, row) == LIST_HEAD)
			fill_group(out, at++, list, row);
		else if (list_kind(list, row) == LIST_ROW)
			fill_row(out, at++, list, row);
	}
	if (rows)
		sheet_drop_empty(out);
}
