/* The look of a form: where each field stands, its line, its notes, the buttons (screens.md, "Form: meeting"). */
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/widget/form_private.h"
#include <stdlib.h>

#define LABEL_COLUMN 1
#define BOX_COLUMN 13
#define BOX_MOST 32
#define TWO_COLUMNS 100 /* the least screen on which forms stand in two, with their labels in full */

const char *
form_words(struct words words)
{
	return words.vi ? say(words) : "";
}

/* The label as there is room for it: whole, or in the eleven columns of a narrow screen. */
static const char *
label_of(const struct form_field *field, bool whole)
{
	return form_words(whole && field->full.vi ? field->full : field->label);
}

static bool
is_wide(const struct form *form)
{
	return form->area.columns >= TWO_COLUMNS;
}

/* Where the [ of a row stands: behind the widest label, of fields that are hidden now too, so that it never moves. */
static int
box_column(const struct form *form)
{
	int box = BOX_COLUMN;
	for (int n = 0; is_wide(form) && n < form->field_count; n++) {
		int width = text_width(label_of(&form->fields[n], true));
		if (!form->fields[n].gap && LABEL_COLUMN + width + 1 > box)
			box = LABEL_COLUMN + width + 1;
	}
	return box < BOX_MOST ? box : BOX_MOST;
}

static int
box_of(const struct form *form)
{
	return form->box ? form->box : BOX_COLUMN;
}

/* Columns between the edges of what goes to the right edge of the screen. */
static int
widest(const struct form *form)
{
	return form->area.columns - 3 - box_of(form) - 1;
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

static bool
is_line(const struct form_field *field)
{
	return field->kind != FORM_AREA && field->kind != FORM_TABLE;
}

/* Columns that the value fills. */
static int
value_width(const struct form *form, int field)
{
	struct str text = { 0 };
	form->ops->get(form->of, (struct form_at){ .field = field }, &text);
	int width = text_width(str_text(&text));
	str_release(&text);
	return width;
}

/* Columns that the field asks for: its own, more when its value does not fit; 0: up to the edge. */
static int
asked_width(const struct form *form, int field)
{
	const struct form_field *of = &form->fields[field];
	if (!is_line(of) || of->width <= 0)
		return 0;
	int value = value_width(form, field);
	bool ends = of->kind == FORM_TEXT && !of->replaces; /* the cursor stands behind it */
	return value > of->width ? value + ends : of->width;
}

static int
width_of(const struct form *form, int field, int asked, int box)
{
	int room = form->area.columns - 3 - box - 1;
	if (!is_line(&form->fields[field]))
		return widest(form);
	return asked > 0 && asked < room ? asked : room;
}

/* How far the row that is being filled has come. */
struct filling {
	int row, height; /* of the row */
	int end;         /* column behind the last field; 0: nothing in the row yet */
	bool right;      /* the right half is begun, or must stay free */
};

/* From 100 columns a short field begins the right half beside another; what is only shown heads a row of its own. */
static bool
fits_right(const struct form *form, const struct form_field *field, const struct filling *filling, int asked)
{
	int half = form->area.columns / 2;
	return is_wide(form) && is_line(field) && field->kind != FORM_SHOWN && asked > 0 && !*form_words(field->note) &&
		filling->height == 1 && filling->end > 0 && filling->end < half && !filling->right &&
		half + box_of(form) + asked + 2 <= form->area.columns - 2;
}

/* The columns of a field behind the one before it in its row; false: no room. */
static bool
fits_beside(const struct form *form, const struct form_field *field, const struct filling *filling, int asked,
	struct form_spot *spot)
{
	for (int whole = 1; whole >= 0; whole--) {
		spot->whole = whole;
		spot->label = filling->end + field->gap;
		spot->box = spot->label + text_width(label_of(field, spot->whole)) + 1;
		if (spot->box + 1 + (asked > 0 ? asked : 8) + 1 <= form->area.columns - 2)
			return true;
	}
	return false;
}

/* Label and box of the next field; moves filling on to its row. */
static void
place_field(const struct form *form, const struct form_field *field, struct filling *filling, int asked,
	struct form_spot *spot)
{
	bool may_join = field->gap > 0 && filling->height == 1;
	if (may_join && fits_beside(form, field, filling, asked, spot))
		return;
	spot->whole = is_wide(form);
	spot->label = LABEL_COLUMN;
	spot->box = box_of(form);
	if (field->gap == 0 && fits_right(form, field, filling, asked)) {
		spot->label = form->area.columns / 2;
		spot->box += spot->label - LABEL_COLUMN;
		filling->right = true;
	} else {
		*filling =
			(struct filling){ .row = filling->row + filling->height, .right = field->kind == FORM_SHOWN };
	}
}

struct form_spot
form_spot(const struct form *form, int wanted)
{
	struct form_spot spot = { .box = box_of(form), .width = 8, .rows = 1 };
	struct filling filling = { 0 };
	for (int n = 0; n < form->field_count && n <= wanted; n++) {
		if (!form_is_shown(form, n))
			continue;
		int asked = asked_width(form, n);
		place_field(form, &form->fields[n], &filling, asked, &spot);
		spot.row = filling.row;
		spot.width = width_of(form, n, asked, spot.box);
		spot.rows = rows_of(form, n);
		filling.height = spot.rows > filling.height ? spot.rows : filling.height;
		filling.end = spot.box + 1 + spot.width + 1;
		filling.right = filling.right || *form_words(form->fields[n].note);
	}
	if (wanted >= form->field_count)
		spot = (struct form_spot){ .row = filling.row + filling.height, .box = box_of(form), .rows = 1 };
	return spot;
}

int
form_rows(const struct form *form)
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
	form->box = box_column(form);
	form->spare = 0;
	int free_rows = area.rows - form_rows(form);
	form->spare = free_rows > 0 ? free_rows : 0;
	int row = form_cursor_row(form), height = form_rows(form);
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

/* ---- where a click goes ---- */

static struct click_steps
way_to(const struct form *form, struct form_at at)
{
	int away = form_stops_before(form, at) - form_stops_before(form, form->at);
	return (struct click_steps){ ACTION_NEXT_STOP, ACTION_PREVIOUS_STOP, away };
}

void
form_draw_click(const struct form *form, struct draw *draw, struct form_at at, int row, int column, int columns)
{
	bool choice = at.field < form->field_count && form->fields[at.field].kind == FORM_CHOICE;
	struct click click = { .go = { way_to(form, at) }, .again = choice ? ACTION_CHOOSE : ACTION_NONE };
	if (form_is_stop(form, at.field))
		draw_click(draw, row, column, columns, click);
}

/* ---- one line ---- */

void
form_draw_value(const struct form *form, struct draw *draw, struct form_at at, int row, int column, int width)
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
		form_draw_value(form, draw, (struct form_at){ .field = n }, row, spot->box + 1, spot->width);
		return;
	}
	form_draw_click(form, draw, (struct form_at){ .field = n }, row, spot->label,
		spot->box + spot->width + 2 - spot->label);
	if (here)
		draw_text(draw, row, spot->box - 1, 1, ROLE_TEXT, "►");
	draw_text(draw, row, spot->box, 1, ROLE_TEXT, "[");
	form_draw_value(form, draw, (struct form_at){ .field = n }, row, spot->box + 1, spot->width);
	draw_text(draw, row, spot->box + 1 + spot->width, 1, ROLE_TEXT, "]");
	const char *note = form_words(field->note);
	int after = spot->box + spot->width + 5, room = form->area.columns - 1 - after;
	if (draw_width(draw, note) <= room)
		draw_text(draw, row, after, room, ROLE_QUIET, note);
}

/* ---- notes ---- */

static void
draw_area(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	struct area area = { .row = row + 1, .column = spot->box + 1, .rows = spot->rows - 2, .columns = spot->width };
	draw_box(draw, (struct area){ row, spot->box, spot->rows, spot->width + 2 }, NULL);
	for (int line = 0; line < spot->rows; line++)
		form_draw_click(form, draw, (struct form_at){ .field = n }, row + line, spot->box, spot->width + 2);
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
		label_of(field, spot.whole));
	if (field->kind == FORM_TABLE)
		form_draw_table(form, draw, n, &spot, row);
	else if (field->kind == FORM_AREA)
		draw_area(form, draw, n, &spot, row);
	else
		draw_line_field(form, draw, n, &spot, row);
}

static void
draw_buttons(const struct form *form, struct draw *draw)
{
	const char *labels[2] = { say(form->saves.vi ? form->saves : SAY("Lưu", "Save")), say(SAY("Bỏ", "Drop")) };
	struct form_spot spot = form_spot(form, form->field_count);
	int row = form->area.row + spot.row - form->scroll, column = spot.box;
	for (int n = 0; n < 2; n++) {
		bool here = form->at.field == form->field_count + n;
		struct str label = { 0 };
		str_add_format(&label, "[ %s ]", labels[n]);
		int width = draw_width(draw, str_text(&label));
		struct form_at at = { .field = form->field_count + n };
		draw_click(
			draw, row, column, width, (struct click){ .go = { way_to(form, at) }, .then = ACTION_ENTER });
		if (here) {
			draw_text(draw, row, column - 1, 1, ROLE_TEXT, "►");
			draw_cursor(draw, row, column + 2);
		}
		draw_text(draw, row, column, width, here ? ROLE_FOCUS : ROLE_TEXT, str_text(&label));
		str_release(&label);
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
