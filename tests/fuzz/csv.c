/* Any bytes read as a table end in rows or in a sentence with its place; what is written is read back. */
#include "text/csv.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
write_back(const struct csv_row *row)
{
	struct csv_style style = { .separator = ',', .defuse = true };
	struct str out = { 0 };
	/* A cell that begins a file may begin with what is taken for its BOM: put one in front. */
	csv_put_cell(&out, style, "first", true);
	for (size_t i = 0; i < row->count; i++)
		csv_put_cell(&out, style, row->cells[i], false);
	csv_end_row(&out, style);
	struct csv *again;
	struct csv_row read;
	struct err err = { 0 };
	bool got;
	if (!csv_open(&again, str_text(&out), out.length, ',', &err) || !csv_next(again, &read, &got, &err) || !got ||
		read.count != row->count + 1)
		abort();
	for (size_t i = 0; i < row->count; i++)
		if (strcmp(csv_undefuse(read.cells[i + 1]), row->cells[i]))
			abort();
	csv_close(again);
	str_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct csv *csv;
	struct csv_row row;
	struct err err = { 0 };
	bool got = true;
	if (csv_open(&csv, (const char *)data, size, 0, &err)) {
		while (got && csv_next(csv, &row, &got, &err))
			if (got)
				write_back(&row);
		csv_close(csv);
	}
	if (err.kind && !err.text)
		abort();
	err_release(&err);
	return 0;
}
