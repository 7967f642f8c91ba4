/* The look of a form: where each field stands, frames of tables and notes, buttons (screens.md, "Form: meeting"). */
#include "base/mem.h"
#include "text/width.h"
#include "ui/widget/form_private.h"
#include <stdlib.h>

#define LABEL_COLUMN 1
#define BOX_COLUMN 13
#define TWO_COLUMNS 100     /* the least screen on which forms stand in two */
#define COUNT_FROM_RIGHT 16 /* where «4 người» begins, from the right edge of the frame */

static const char *
label_of(struct words words)
{
	return words.vi ? say(words) : "";
}

/* Columns between the edges of what goes to the right edge of the screen. */
static int
widest(const struct form *form)
{
	return form->area.columns - 3 - BOX_COLUMN - 1;
}

int
form_rows_seen(const struct form *form, int field, size_t *first)
{
	size_t rows = form_row_count(form, field),
	       limit = form->fields[field].rows > 0 ? (size_t)form->fields[field].rows : 5;
	bool here = form->at.field == field;
	size_t all = rows + (here || !rows ? 1 : 0), seen = all < limit ? all : limit;
	*first = here && form->at.row >= seen ? form->at.row + 1 - seen : 0;
	return (int)seen;
}

static int
rows_of(const struct form *form, int field)
{
	size_t first;
	const struct form_field *of = &form->fields[field];
	if (of->kind == FORM_AREA)
		return (of->rows > 0 ? of->rows : 3) + 2;
	return of->kind == FORM_TABLE ? form_rows_seen(form, field, &first) + 2 : 1;
}

static int
width_of(const struct form *form, const struct form_field *field, int box)
{
	int room = form->area.columns - 3 - box - 1;
	if (field->kind == FORM_AREA || field->kind == FORM_TABLE)
		return widest(form);
	return field->width > 0 && field->width < room ? field->width : room;
}

/* How far the row that is being filled has come. */
struct filling {
	int row, height; /* of the row */
	int end;         /* column behind the last field; 0: nothing in the row yet */
	bool right;      /* the right half is begun, or must stay free */
};

static bool
is_line(const struct form_field *field)
{
	return field->kind != FORM_AREA && field->kind != FORM_TABLE;
}

/* From 100 columns a short field begins the right half beside another. */
static bool
fits_right(const struct form *form, const struct form_field *field, const struct filling *filling)
{
	int half = form->area.columns / 2;
	return form->area.columns >= TWO_COLUMNS && is_line(field) && field->width > 0 && !*label_of(field->note) &&
		filling->height == 1 && filling->end > 0 && filling->end < half && !filling->right &&
		half + BOX_COLUMN + field->width + 2 <= form->area.columns - 2;
}

/* Columns of label and box of the next field; moves filling on to its row. */
static void
place_field(const struct form *form, const struct form_field *field, struct filling *filling, int *label, int *box)
{
	int beside = filling->end + field->gap + text_width(label_of(field->label)) + 1;
	bool fits = beside + 1 + (field->width > 0 ? field->width : 8) + 1 <= form->area.columns - 2;
	*label = LABEL_COLUMN;
	*box = BOX_COLUMN;
	if (field->gap > 0 && filling->height == 1 && fits) {
		*label = filling->end + field->gap;
		*box = beside;
	} else if (field->gap == 0 && fits_right(form, field, filling)) {
		*label = form->area.columns / 2;
		*box = *label + BOX_COLUMN - LABEL_COLUMN;
		filling->right = true;
	} else {
		*filling = (struct filling){ .row = filling->row + filling->height };
	}
}

struct form_spot
form_spot(const struct form *form, int wanted)
{
	struct form_spot spot = { .box = BOX_COLUMN, .width = 8, .rows = 1 };
	struct filling filling = { 0 };
	for (int n = 0; n < form->field_count && n <= wanted; n++) {
		const struct form_field *field = &form->fields[n];
		int label, box;
		if (!form_is_shown(form, n))
			continue;
		place_field(form, field, &filling, &label, &box);
		int width = width_of(form, field, box), rows = rows_of(form, n);
		spot = (struct form_spot){ filling.row, label, box, width, rows };
		filling.height = rows > filling.height ? rows : filling.height;
		filling.end = box + 1 + width + 1;
		filling.right = filling.right || *label_of(field->note);
	}
	if (wanted >= form->field_count)
		spot = (struct form_spot){ .row = filling.row + filling.height, .box = BOX_COLUMN, .rows = 1 };
	return spot;
}

int
form_height(const struct form *form)
{
	return form_spot(form, form->field_count).row + 1;
}

int
form_cursor_row(const struct form *form)
{
	struct form_spot spot = form_spot(form, form->at.field);
	size_t first;
	int row;
	if (form_in_table(form)) {
		form_rows_seen(form, form->at.field, &first);
		return spot.row + 1 + (int)(form->at.row - first);
	}
	if (form->at.field < form->field_count && form->fields[form->at.field].kind == FORM_AREA) {
		line_rows(&form->line, spot.width, &row);
		return spot.row + 1 + (row < spot.rows - 2 ? row : spot.rows - 3);
	}
	return spot.row;
}

void
form_place(struct form *form, struct area area)
{
	form->area = area;
	int row = form_cursor_row(form), height = form_height(form);
	struct form_spot spot = form_spot(form, form->at.field);
	/* All of a frame where it fits, so that its edges are seen. */
	if (spot.rows <= area.rows && spot.row < form->scroll)
		form->scroll = spot.row;
	if (spot.rows <= area.rows && spot.row + spot.rows > form->scroll + area.rows)
		form->scroll = spot.row + spot.rows - area.rows;
	if (row < form->scroll)
		form->scroll = row;
	if (row >= form->scroll + area.rows)
		form->scroll = row + 1 - area.rows;
	if (form->scroll + area.rows > height)
		form->scroll = height > area.rows ? height - area.rows : 0;
}

/* ---- one line ---- */

static void
draw_value(const struct form *form, struct draw *draw, struct form_at at, int row, int column, int width)
{
	bool here = form->at.field == at.field && form->at.row == at.row && form->at.column == at.column;
	if (here) {
		line_draw(&form->line, draw, row, column, width, ROLE_EDIT, true);
		return;
	}
	struct str text = { 0 };
	form->ops->get(form->of, at, &text);
	draw_text(draw, row, column, width, ROLE_TEXT, str_text(&text));
	str_release(&text);
}

static void
draw_line_field(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	const struct form_field *field = &form->fields[n];
	bool here = form->at.field == n;
	if (field->kind == FORM_SHOWN || field->read_only) {
		draw_value(form, draw, (struct form_at){ .field = n }, row, spot->box + 1, spot->width);
		return;
	}
	if (here)
		draw_text(draw, row, spot->box - 1, 1, ROLE_TEXT, "►");
	draw_text(draw, row, spot->box, 1, ROLE_TEXT, "[");
	draw_value(form, draw, (struct form_at){ .field = n }, row, spot->box + 1, spot->width);
	draw_text(draw, row, spot->box + 1 + spot->width, 1, ROLE_TEXT, "]");
	const char *note = label_of(field->note);
	int after = spot->box + spot->width + 5;
	draw_text(draw, row, after, form->area.columns - 1 - after, ROLE_QUIET, note);
}

/* ---- frames ---- */

static void
add_lines(struct str *out, int count)
{
	while (count-- > 0)
		str_add_text(out, "─");
}

/* Begins of the columns of a table, from the inside of its frame; narrower screens shrink all alike. */
static void
place_columns(const struct form_field *field, int width, int at[], int widths[])
{
	int fixed = 0, count = field->column_count, x = 0;
	for (int n = 0; n + 1 < count; n++)
		fixed += field->columns[n].width;
	int least = 10, room = width - least;
	for (int n = 0; n < count; n++) {
		int wide = n + 1 == count ? width - x : field->columns[n].width;
		if (n + 1 < count && fixed > room && fixed > 0)
			wide = wide * room / fixed;
		at[n] = x;
		widths[n] = wide > 1 ? wide : 1;
		x += widths[n];
	}
}

#define COLUMN_LIMIT 12

static void
draw_table_heads(
	const struct form_field *field, struct draw *draw, const struct form_spot *spot, int row, const int at[])
{
	struct str line = { 0 };
	str_add_text(&line, "┌");
	for (int n = 0; n < field->column_count && n < COLUMN_LIMIT; n++) {
		const char *head = label_of(field->columns[n].head);
		if (!*head)
			continue;
		int begin = n ? at[n] : 1; /* the first stands behind the corner */
		int now = text_width(str_text(&line)) - 1;
		add_lines(&line, begin - 1 - now);
		str_add_byte(&line, ' ');
		str_add_text(&line, head);
		str_add_byte(&line, ' ');
	}
	add_lines(&line, spot->width + 1 - text_width(str_text(&line)));
	str_add_text(&line, "┐");
	draw_text(draw, row, spot->box, spot->width + 2, ROLE_TEXT, str_text(&line));
	str_release(&line);
}

static void
draw_table_end(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	struct str line = { 0 };
	const struct form_field *field = &form->fields[n];
	str_add_text(&line, "└");
	if (field->kind == FORM_TABLE) {
		add_lines(&line, spot->width + 1 - COUNT_FROM_RIGHT - 2);
		str_add_format(&line, " %zu", form_row_count(form, n));
		if (*label_of(field->counted))
			str_add_format(&line, " %s", label_of(field->counted));
		str_add_byte(&line, ' ');
	}
	add_lines(&line, spot->width + 1 - text_width(str_text(&line)));
	str_add_text(&line, "┘");
	draw_text(draw, row, spot->box, spot->width + 2, ROLE_TEXT, str_text(&line));
	str_release(&line);
}

static void
draw_edges(struct draw *draw, const struct form_spot *spot, int row)
{
	draw_text(draw, row, spot->box, 1, ROLE_TEXT, "│");
	draw_text(draw, row, spot->box + spot->width + 1, 1, ROLE_TEXT, "│");
}

static void
draw_table_row(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row, size_t of,
	const int at[], const int widths[])
{
	const struct form_field *field = &form->fields[n];
	bool here = form->at.field == n && form->at.row == of, known = of < form_row_count(form, n);
	struct str number = { 0 };
	if (here)
		draw_text(draw, row, spot->box - 1, 1, ROLE_TEXT, "►");
	if (field->numbered && (known || here))
		str_add_format(&number, "%zu ", of + 1);
	int shift = text_width(str_text(&number));
	draw_text(draw, row, spot->box + 1, shift, ROLE_TEXT, str_text(&number));
	str_release(&number);
	for (int column = 0; column < field->column_count && column < COLUMN_LIMIT; column++) {
		struct form_at place = { .field = n, .row = of, .column = column };
		int left = spot->box + 1 + at[column] + (column ? 0 : shift);
		int width = widths[column] - (column ? 0 : shift) - (column + 1 < field->column_count ? 1 : 0);
		if (known || (here && form->at.column == column))
			draw_value(form, draw, place, row, left, width);
	}
}

static void
draw_table(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	const struct form_field *field = &form->fields[n];
	int at[COLUMN_LIMIT] = { 0 }, widths[COLUMN_LIMIT] = { 0 };
	size_t first;
	int seen = form_rows_seen(form, n, &first);
	if (field->column_count > COLUMN_LIMIT)
		return;
	place_columns(field, spot->width, at, widths);
	draw_table_heads(field, draw, spot, row, at);
	for (int line = 0; line < seen; line++) {
		draw_edges(draw, spot, row + 1 + line);
		draw_table_row(form, draw, n, spot, row + 1 + line, first + (size_t)line, at, widths);
	}
	draw_table_end(form, draw, n, spot, row + 1 + seen);
}

static void
draw_area(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	struct area area = { .row = row + 1, .column = spot->box + 1, .rows = spot->rows - 2, .columns = spot->width };
	draw_box(draw, (struct area){ row, spot->box, spot->rows, spot->width + 2 }, NULL);
	if (form->at.field == n) {
		draw_text(draw, area.row, spot->box - 1, 1, ROLE_TEXT, "►");
		line_draw_area(&form->line, draw, area, ROLE_TEXT, true);
		return;
	}
	struct line line = { .shape = TEXT_LINES };
	form->ops->get(form->of, (struct form_at){ .field = n }, &line.text);
	line_draw_area(&line, draw, area, ROLE_TEXT, false);
	line_release(&line);
}

/* ---- all ---- */

static void
draw_field(const struct form *form, struct draw *draw, int n)
{
	const struct form_field *field = &form->fields[n];
	struct form_spot spot = form_spot(form, n);
	int row = form->area.row + spot.row - form->scroll;
	if (row + spot.rows <= form->area.row || row >= form->area.row + form->area.rows)
		return;
	if (form->fault == n + 1)
		draw_text(draw, row, 0, 1, ROLE_FAULT, "!");
	draw_text(draw, row, spot.label, spot.box - spot.label - 1, form->fault == n + 1 ? ROLE_FAULT : ROLE_TEXT,
		label_of(field->label));
	if (field->kind == FORM_TABLE)
		draw_table(form, draw, n, &spot, row);
	else if (field->kind == FORM_AREA)
		draw_area(form, draw, n, &spot, row);
	else
		draw_line_field(form, draw, n, &spot, row);
}

static void
draw_buttons(const struct form *form, struct draw *draw)
{
	static const struct words labels[2] = { WORDS("[ Lưu ]", "[ Save ]"), WORDS("[ Bỏ ]", "[ Drop ]") };
	struct form_spot spot = form_spot(form, form->field_count);
	int row = form->area.row + spot.row - form->scroll, column = spot.box;
	for (int n = 0; n < 2; n++) {
		bool here = form->at.field == form->field_count + n;
		int width = draw_width(draw, say(labels[n]));
		if (here) {
			draw_text(draw, row, column - 1, 1, ROLE_TEXT, "►");
			draw_cursor(draw, row, column + 2);
		}
		draw_text(draw, row, column, width, here ? ROLE_FOCUS : ROLE_TEXT, say(labels[n]));
		column += width + 2;
	}
}

void
form_draw(const struct form *form, struct draw *draw)
{
	struct area old = draw_clip(draw, form->area);
	for (int n = 0; n < form->field_count; n++)
		if (form_is_shown(form, n))
			draw_field(form, draw, n);
	draw_buttons(form, draw);
	draw->clip = old;
}
