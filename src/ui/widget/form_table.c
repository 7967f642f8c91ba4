/* Tables in a form: rows seen, columns, frame. */
#include "text/width.h"
#include "ui/widget/form_private.h"

#define COLUMN_LIMIT 12
#define USUAL_WIDTH 63      /* inside the frame on a screen of 80 columns: what the widths of columns are made for */
#define LAST_LEAST 10       /* of the last column, which takes what is left */
#define DAY_WIDTH 10        /* 01/7/2025 and a blank */
#define NUMBER_WIDTH 3      /* «13 » before the text of a row */
#define COUNT_FROM_RIGHT 16 /* where «4 người» begins, from the right edge of the frame */

/* ---- rows ---- */

static size_t
usual_rows(const struct form_field *field)
{
	return field->rows > 0 ? (size_t)field->rows : 5;
}

/* Its rows, and the empty one where the cursor may stand. */
static size_t
rows_wanted(const struct form *form, int field)
{
	size_t rows = form_row_count(form, field);
	return rows + (form->at.field == field || !rows ? 1 : 0);
}

/* Rows beyond its usual ones that a high window has for it; the tables before it take theirs first. */
static size_t
rows_spared(const struct form *form, int field)
{
	size_t spare = (size_t)form->spare, takes = 0;
	for (int n = 0; n <= field; n++) {
		const struct form_field *of = &form->fields[n];
		if (of->kind != FORM_TABLE || !form_is_shown(form, n))
			continue;
		size_t wanted = rows_wanted(form, n), usual = usual_rows(of);
		spare -= takes;
		takes = wanted <= usual ? 0 : wanted - usual < spare ? wanted - usual : spare;
	}
	return takes;
}

int
form_rows_seen(const struct form *form, int field, size_t *first)
{
	size_t all = rows_wanted(form, field), limit = usual_rows(&form->fields[field]) + rows_spared(form, field);
	size_t seen = all < limit ? all : limit;
	*first = form->at.field == field && form->at.row >= seen ? form->at.row + 1 - seen : 0;
	return (int)seen;
}

/* ---- columns ---- */

/* What a column asks for, beside what it has on a screen of 80 columns; 0: the screen decides. */
struct wanted {
	int base, need; /* need: its widest text and the blank after it */
};

static int
column_need(const struct form *form, int n, int column)
{
	const struct form_field *field = &form->fields[n];
	int widest = text_width(form_words(field->columns[column].head)) + 1;
	size_t count = form_row_count(form, n);
	for (size_t row = 0; row < count; row++) {
		struct str text = { 0 };
		form->ops->get(form->of, (struct form_at){ .field = n, .row = row, .column = column }, &text);
		int width = text_width(str_text(&text)) + (column || !field->numbered ? 0 : NUMBER_WIDTH);
		str_release(&text);
		widest = width > widest ? width : widest;
	}
	return widest + 1;
}

static void
read_wanted(const struct form *form, int n, struct wanted wanted[])
{
	const struct form_field *field = &form->fields[n];
	int rest = USUAL_WIDTH;
	for (int c = 0; c < field->column_count; c++) {
		bool last = c + 1 == field->column_count;
		wanted[c].base = !last ? field->columns[c].width : rest > LAST_LEAST ? rest : LAST_LEAST;
		wanted[c].need = column_need(form, n, c);
		rest -= wanted[c].base;
	}
}

/* Dates and numbers have what they need, no less; on a narrow screen no more, but room to type a day. */
static int
figure_width(const struct wanted *wanted, bool narrow)
{
	int least = narrow && wanted->base > DAY_WIDTH ? DAY_WIDTH : wanted->base;
	return wanted->need > least ? wanted->need : least;
}

/* Gives the columns that are still cut an equal part of what is more, until none lacks or nothing is left. */
static void
share_more(const struct form_field *field, const struct wanted wanted[], int more, int widths[])
{
	int lacking = field->column_count;
	while (more > 0 && lacking > 0) {
		int part = more / lacking > 0 ? more / lacking : 1;
		lacking = 0;
		for (int c = 0; c < field->column_count; c++) {
			int lacks = field->columns[c].figure ? 0 : wanted[c].need - widths[c];
			int given = lacks < part ? lacks : part;
			if (given <= 0 || given > more)
				continue;
			widths[c] += given;
			more -= given;
			lacking += lacks > given;
		}
	}
	widths[field->column_count - 1] += more;
}

/* Texts share what is left: each has its usual part of it, and in a wide window what is more goes where it is lacking. */
static void
share(const struct form_field *field, const struct wanted wanted[], int width, int widths[])
{
	int usual = 0, taken = 0;
	for (int c = 0; c < field->column_count; c++)
		usual += field->columns[c].figure ? 0 : wanted[c].base;
	for (int c = 0; c < field->column_count; c++) {
		if (field->columns[c].figure)
			continue;
		widths[c] = width < usual ? wanted[c].base * width / usual : wanted[c].base;
		taken += widths[c];
	}
	if (width < usual)
		widths[field->column_count - 1] += width - taken;
	else
		share_more(field, wanted, width - taken, widths);
}

/* Begins of the columns of a table, from the inside of its frame. */
static void
place_columns(const struct form *form, int n, int width, int at[], int widths[])
{
	const struct form_field *field = &form->fields[n];
	struct wanted wanted[COLUMN_LIMIT];
	int figures = 0, usual = 0, x = 0;
	read_wanted(form, n, wanted);
	for (int c = 0; c < field->column_count; c++)
		usual += wanted[c].base;
	for (int c = 0; c < field->column_count; c++)
		if (field->columns[c].figure)
			figures += widths[c] = figure_width(&wanted[c], width < usual);
	share(field, wanted, width - figures, widths);
	for (int c = 0; c < field->column_count; c++) {
		widths[c] = widths[c] > 1 ? widths[c] : 1;
		at[c] = x;
		x += widths[c];
	}
}

/* ---- drawing ---- */

/* The line from the last head to the column inside the frame. */
static void
fill_head(struct str *line, int column, bool behind)
{
	int room = column - (text_width(str_text(line)) - 1);
	if (behind && room > 0)
		str_add_byte(line, ' ');
	str_add_repeated(line, "─", room - behind);
}

/* ┌ Từ ──── Tên gọn ─────┐: each head where its column begins, cut before the next. */
static void
draw_table_heads(const struct form_field *field, struct draw *draw, const struct form_spot *spot, int row,
	const int at[], const int widths[])
{
	struct str line = { 0 };
	bool any = false;
	str_add_text(&line, "┌");
	for (int n = 0; n < field->column_count; n++) {
		const char *head = form_words(field->columns[n].head);
		int begin = n ? at[n] : 1; /* the first stands behind the corner */
		int room = at[n] + widths[n] - begin - 1;
		if (!*head || room < 1)
			continue;
		fill_head(&line, begin - 1, any);
		any = true;
		str_add_byte(&line, ' ');
		text_cut(&line, head, room);
	}
	fill_head(&line, spot->width, any);
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
		str_add_repeated(&line, "─", spot->width + 1 - COUNT_FROM_RIGHT - 2);
		str_add_format(&line, " %zu", form_row_count(form, n));
		if (*form_words(field->counted))
			str_add_format(&line, " %s", form_words(field->counted));
		str_add_byte(&line, ' ');
	}
	str_add_repeated(&line, "─", spot->width + 1 - text_width(str_text(&line)));
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
		if (field->columns[column].kind != FORM_SHOWN && (known || of == form_row_count(form, n)))
			form_draw_click(form, draw, known ? place : (struct form_at){ .field = n, .row = of }, row,
				left, width);
		if (known || (here && form->at.column == column))
			form_draw_value(form, draw, place, row, left, width);
	}
}

void
form_draw_table(const struct form *form, struct draw *draw, int n, const struct form_spot *spot, int row)
{
	const struct form_field *field = &form->fields[n];
	int at[COLUMN_LIMIT] = { 0 }, widths[COLUMN_LIMIT] = { 0 };
	size_t first;
	int seen = form_rows_seen(form, n, &first);
	if (field->column_count > COLUMN_LIMIT)
		return;
	place_columns(form, n, spot->width, at, widths);
	draw_table_heads(field, draw, spot, row, at, widths);
	for (int line = 0; line < seen; line++) {
		draw_edges(draw, spot, row + 1 + line);
		draw_table_row(form, draw, n, spot, row + 1 + line, first + (size_t)line, at, widths);
	}
	draw_table_end(form, draw, n, spot, row + 1 + seen);
}
