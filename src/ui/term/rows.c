#include "ui/term/rows.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

/* What stands before each text. */
struct place {
	int column;
	enum role role;
};

void
screen_rows_begin(struct screen_rows *rows, int count)
{
	if (rows->count != count) {
		screen_rows_release(rows);
		rows->rows = mem_new((size_t)count, sizeof *rows->rows);
		rows->count = count;
	}
	for (int row = 0; row < count; row++)
		str_clear(&rows->rows[row].drawn);
}

void
screen_rows_put(struct screen_rows *rows, int row, int column, enum role role, const char *utf8)
{
	if (row < 0 || row >= rows->count)
		return;
	struct str *drawn = &rows->rows[row].drawn;
	struct place place;
	memset(&place, 0, sizeof place); /* compared byte by byte */
	place.column = column;
	place.role = role;
	str_add(drawn, (const char *)&place, sizeof place);
	str_add(drawn, utf8, strlen(utf8) + 1);
}

static void
put_again(const struct str *drawn, int row, const struct screen_row_ops *ops, void *to)
{
	ops->clear(to, row);
	for (size_t at = 0; at < drawn->length;) {
		struct place place;
		memcpy(&place, drawn->bytes + at, sizeof place);
		const char *text = drawn->bytes + at + sizeof place;
		ops->put(to, row, place.column, place.role, text);
		at += sizeof place + strlen(text) + 1;
	}
}

void
screen_rows_show(struct screen_rows *rows, const struct screen_row_ops *ops, void *to)
{
	for (int n = 0; n < rows->count; n++) {
		struct screen_row *row = &rows->rows[n];
		const struct str *drawn = &row->drawn, *shown = &row->shown;
		if (!row->known || drawn->length != shown->length ||
			(drawn->length && memcmp(drawn->bytes, shown->bytes, drawn->length) != 0))
			put_again(drawn, n, ops, to);
		struct str before = row->shown;
		row->shown = row->drawn;
		row->drawn = before;
		row->known = true;
	}
}

void
screen_rows_release(struct screen_rows *rows)
{
	for (int row = 0; row < rows->count; row++) {
		str_release(&rows->rows[row].drawn);
		str_release(&rows->rows[row].shown);
	}
	free(rows->rows);
	*rows = (struct screen_rows){ 0 };
}
