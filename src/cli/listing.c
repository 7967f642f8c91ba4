#include "listing.h"
#include "app/label.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

struct listing
listing_new(const struct deed *deed, size_t rows, const struct column *columns, size_t count)
{
	struct listing listing = { 0 };
	bool people = deed->format == FORMAT_TABLE;
	size_t shown = 0;
	if (count > LISTING_COLUMNS)
		die("listing_new: too many columns");
	for (size_t i = 0; i < count; i++) {
		bool here = columns[i].shown == SHOWN_ALWAYS || (columns[i].shown == SHOWN_TO_PEOPLE) == people;
		listing.place[i] = here ? (int)shown++ : -1;
	}
	listing.sheet = sheet_new(rows, shown);
	for (size_t i = 0; i < count; i++) {
		if (listing.place[i] < 0)
			continue;
		struct head *head = &listing.sheet.columns[listing.place[i]];
		head->text = mem_copy_text(say(columns[i].head));
		head->code = mem_copy_text(columns[i].code);
		head->number = columns[i].number;
	}
	return listing;
}

static struct cell *
cell_at(struct listing *listing, size_t row, int column)
{
	int place = listing->place[column];
	return place < 0 ? NULL : sheet_cell(&listing->sheet, row, (size_t)place);
}

void
listing_text(struct listing *listing, size_t row, int column, const char *text)
{
	struct cell *cell = cell_at(listing, row, column);
	if (!cell)
		return;
	free(cell->text);
	cell->text = mem_copy_text(text);
	cell->kind = !text ? CELL_UNKNOWN : *text ? CELL_TEXT : CELL_EMPTY;
}

void
listing_integer(struct listing *listing, size_t row, int column, int64_t integer)
{
	struct cell *cell = cell_at(listing, row, column);
	if (!cell)
		return;
	cell->kind = CELL_INTEGER;
	cell->quantity.amount = integer;
}

void
listing_date(struct listing *listing, size_t row, int column, const char *stored)
{
	struct cell *cell = cell_at(listing, row, column);
	listing_text(listing, row, column, stored ? stored : "");
	if (cell && cell->kind == CELL_TEXT)
		cell->kind = CELL_DATE;
}

bool
listing_uid(struct deed *deed, struct listing *listing, size_t row, int column, enum entity_id entity, int64_t id,
	struct err *err)
{
	struct str uid = { 0 };
	bool done = label_add(&uid, deed->store, entity, id, LABEL_UID, NULL, err);
	if (done)
		listing_text(listing, row, column, str_text(&uid));
	str_release(&uid);
	return done;
}

bool
listing_put(struct deed *deed, struct listing *listing, struct err *err)
{
	bool done = put_sheet(deed, &listing->sheet, err);
	sheet_release(&listing->sheet);
	return done;
}

bool
put_sheet(struct deed *deed, const struct sheet *sheet, struct err *err)
{
	struct str text = { 0 };
	if (deed->format == FORMAT_TABLE)
		sheet_write_table(sheet, &text);
	else if (deed->format == FORMAT_CSV)
		sheet_write_csv(sheet, deed->style, &text);
	else
		sheet_write_json(sheet, &text);
	bool done = output_add(&deed->out, str_text(&text), text.length, err);
	str_release(&text);
	for (size_t i = 0; done && deed->format != FORMAT_TABLE && i < sheet->note_count; i++)
		cli_complain(sheet->notes[i]);
	return done;
}
