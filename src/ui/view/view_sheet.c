#include "ui/view/view_sheet.h"
#include "text/width.h"
#include <string.h>

/* "Quà Tết (triệu đ)": where the scale begins; the end of the text when there is none. */
static size_t
scale_of(const char *name)
{
	size_t length = strlen(name);
	const char *open = strrchr(name, '(');
	return length && name[length - 1] == ')' && open && open > name ? (size_t)(open - 1 - name) : length;
}

void
view_row_name(struct draw *draw, int row, int column, int width, enum role role, const struct head *head)
{
	const char *name = draw_width(draw, head->text) > width && head->brief ? head->brief : head->text;
	size_t begin = scale_of(name);
	int scale = draw_width(draw, name + begin);
	if (draw_width(draw, name) <= width || scale >= width) {
		draw_text(draw, row, column, width, role, name);
		return;
	}
	struct str before = { 0 };
	str_add(&before, name, begin);
	draw_text(draw, row, column, width - scale, role, str_text(&before));
	draw_text(draw, row, column + width - scale, scale, role, name + begin);
	str_release(&before);
}

void
view_bar(struct draw *draw, int row, int column, int cells, const struct sheet *sheet, size_t sheet_row, int years)
{
	int64_t greatest = 0, last = 0;
	for (int i = 0; i < years; i++) {
		const struct cell *of = sheet_cell(sheet, sheet_row, (size_t)i);
		if (of->kind != CELL_QUANTITY && of->kind != CELL_PERCENT)
			continue;
		greatest = of->quantity.amount > greatest ? of->quantity.amount : greatest;
		last = i + 1 == years ? of->quantity.amount : last;
	}
	if (greatest <= 0 || last <= 0)
		return;
	struct str bar = { 0 };
	for (int64_t i = 0; i < last * cells / greatest; i++)
		str_add_text(&bar, "█");
	draw_text(draw, row, column, cells, ROLE_TEXT, str_text(&bar));
	str_release(&bar);
}
