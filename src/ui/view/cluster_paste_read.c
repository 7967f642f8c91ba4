/* What a pasted block would do to the figures, cell by cell. */
#include "base/mem.h"
#include "cluster_paste.h"
#include "text/clean.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

static void
cells_release(struct paste *paste)
{
	for (size_t i = 0; i < paste->count; i++) {
		struct paste_cell *cell = &paste->cells[i];
		free(cell->name);
		free(cell->typed);
		free(cell->meant);
		free(cell->in_book);
		free(cell->fault);
		free(cell->doubt);
		entry_release(&cell->entry);
	}
	paste->count = paste->doubts = 0;
	memset(paste->counts, 0, sizeof paste->counts);
}

static bool
same_as_book(const struct entry *entry, const struct cell *book)
{
	bool number = book->kind == CELL_QUANTITY || book->kind == CELL_PERCENT;
	switch ((int)entry->status) {
	case FIGURE_STATUS_NUMBER:
		return number && entry->quantity.amount == book->quantity.amount &&
			entry->quantity.qualifier == book->quantity.qualifier;
	case FIGURE_STATUS_NOT_YET:
		return book->kind == CELL_NOT_YET;
	case FIGURE_STATUS_NOT_ASKED:
		return book->kind == CELL_NOT_ASKED;
	default:
		return book->kind == CELL_SAID && text_equal(entry->words, book->text);
	}
}

static void
show_meaning(const struct entry *entry, const struct metric_facts *metric, struct str *out)
{
	struct figure_facts facts = { .known = true, .status = entry->status, .quantity = entry->quantity };
	if (entry->remove)
		str_add_text(out, say(SAY("gỡ", "out")));
	else
		figure_show(out, &facts, metric);
}

/* What the cell would become; the fault says why nothing. */
static void
understand(struct paste *paste, struct paste_cell *cell, struct figure_spot spot)
{
	const struct figures_page *page = paste->page;
	const struct figure_column *metric = &page->figures.columns[spot.column];
	const struct figure_cell *book = figures_cell(page, spot);
	struct err err = { 0 };
	struct str meant = { 0 }, in_book = { 0 };
	cell->state = PASTE_FAULT;
	if (!figures_editable(page, cell->row, cell->column, &err) ||
		!entry_read(&cell->entry, cell->typed, &metric->facts, &err)) {
		cell->fault = mem_copy_text(err.text);
	} else if (cell->entry.ask_decimal) {
		struct str question = { 0 };
		entry_question(&cell->entry, &metric->facts, &question);
		cell->fault = str_take(&question);
	} else if (cell->entry.has_whole && cell->entry.slash == METRIC_SLASH_ASK) {
		cell->fault = mem_copy_text(say(SAY(
			"Chưa biết số sau dấu / là gì; nhập riêng ô này một lần thì sổ sẽ hỏi.",
			"The number after the / is not known; enter this cell once by hand and the book asks.")));
	} else {
		show_meaning(&cell->entry, &metric->facts, &meant);
		cell->state = !book->figure ? (cell->entry.remove ? PASTE_SAME : PASTE_NEW)
			: !cell->entry.remove && same_as_book(&cell->entry, &book->cell) ? PASTE_SAME
											 : PASTE_CHANGED;
		if (cell->state != PASTE_SAME && !cell->entry.remove)
			cell->doubt = figure_doubt(&cell->entry, metric);
	}
	if (book)
		cell_show(&book->cell, &in_book);
	if (cell->fault)
		str_add_text(&meant, say(SAY("không hiểu", "not clear")));
	cell->meant = str_take(&meant);
	cell->in_book = str_take(&in_book);
	err_release(&err);
}

static void
name_cell(const struct paste *paste, struct figure_spot spot, struct str *out)
{
	if ((paste->page->turned ? paste->columns : paste->rows) > 1) {
		figures_line_name(paste->page, spot, out);
		str_add_text(out, " · ");
		figures_metric_name(&paste->page->figures.columns[spot.column], out);
	} else if (text_width(paste->page->figures.columns[spot.column].name) <= PASTE_NAME_ROOM) {
		str_add_text(out, paste->page->figures.columns[spot.column].name);
	} else {
		figures_metric_name(&paste->page->figures.columns[spot.column], out);
	}
}

/* The next row of the grid that is no rule; pasted rows do not fall onto it. */
static int
grid_row_at(const struct paste *paste, int offset)
{
	const struct grid *grid = &paste->page->grid;
	int row = paste->row;
	for (int left = offset; row < grid->rows; row++) {
		if (grid->ops->kind(paste->page, row) == GRID_RULE)
			continue;
		if (left-- == 0)
			return row;
	}
	return grid->rows;
}

static void
add_cell(struct paste *paste, int row, int column, const char *typed)
{
	const struct grid *grid = &paste->page->grid;
	ARRAY_RESERVE(paste->cells, paste->count, paste->capacity);
	struct paste_cell *cell = &paste->cells[paste->count++];
	struct str name = { 0 };
	*cell = (struct paste_cell){ .row = row, .column = column, .typed = mem_copy_text(typed) };
	if (row < grid->rows && column < grid->columns) {
		struct figure_spot spot = figures_spot(paste->page, row, column);
		name_cell(paste, spot, &name);
		understand(paste, cell, spot);
	} else {
		cell->state = PASTE_FAULT;
		str_add_text(&name, say(SAY("(ngoài bảng)", "(outside the table)")));
		cell->meant = mem_copy_text(say(SAY("không có ô", "no cell")));
		cell->in_book = mem_copy_text("");
		cell->fault = mem_copy_text(say(SAY("Khối dán rộng hơn bảng: không có ô cho giá trị này.",
			"The block is larger than the table: no cell for this value.")));
	}
	cell->name = str_take(&name);
	paste->counts[cell->state]++;
	paste->doubts += cell->doubt != NULL;
}

/* Parts the text at Tab and newline; empty cells leave the book as it is. */
static void
take_apart(struct paste *paste, bool measure_only)
{
	int row = 0, column = 0;
	const char *begin = paste->text;
	for (const char *at = begin;; at++) {
		if (*at && *at != '\t' && *at != '\n')
			continue;
		char *piece = mem_copy_bytes(begin, (size_t)(at - begin));
		struct str clean = { 0 };
		struct err err = { 0 };
		bool good = text_clean(&clean, piece, strlen(piece), TEXT_PARAGRAPH, NULL, &err);
		if (measure_only) {
			paste->rows = row + 1 > paste->rows ? row + 1 : paste->rows;
			paste->columns = column + 1 > paste->columns ? column + 1 : paste->columns;
		} else if (clean.length || !good) {
			add_cell(paste, grid_row_at(paste, row), paste->column + column,
				good ? str_text(&clean) : piece);
		}
		err_release(&err);
		str_release(&clean);
		free(piece);
		if (!*at || (*at == '\n' && !at[1]))
			break;
		column = *at == '\t' ? column + 1 : 0;
		row += *at == '\n';
		begin = at + 1;
	}
}

static int
urgency(const struct paste_cell *cell)
{
	return cell->fault ? 2 : cell->doubt ? 1 : 0;
}

static int
urgent_first(const void *a, const void *b)
{
	const struct paste_cell *x = a, *y = b;
	if (urgency(x) != urgency(y))
		return urgency(y) - urgency(x);
	return x->row != y->row ? x->row - y->row : x->column - y->column;
}

/* CR LF and CR are line ends too. */
static char *
lines_of(const char *bytes, size_t length)
{
	struct str text = { 0 };
	for (size_t i = 0; i < length && bytes[i]; i++) {
		if (bytes[i] != '\r')
			str_add_byte(&text, bytes[i]);
		else if (i + 1 >= length || bytes[i + 1] != '\n')
			str_add_byte(&text, '\n');
	}
	return str_take(&text);
}

void
paste_take(struct paste *paste, const char *bytes, size_t length)
{
	paste->text = lines_of(bytes, length);
	take_apart(paste, true);
}

void
paste_understand(struct paste *paste, size_t shown)
{
	cells_release(paste);
	take_apart(paste, false);
	if (paste->count > shown)
		qsort(paste->cells, paste->count, sizeof *paste->cells, urgent_first);
}

void
paste_release(struct paste *paste)
{
	cells_release(paste);
	free(paste->cells);
	free(paste->text);
}
