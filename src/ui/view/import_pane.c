/* What stands below the fields: what was recognised, what an import would do, the first rows, the faults. */
#include "base/mem.h"
#include "text/case.h"
#include "text/number.h"
#include "text/width.h"
#include "ui/view/import_page.h"
#include <stdlib.h>
#include <string.h>

#define LEFT 1    /* column where texts begin; a fault has its ! before it */
#define BETWEEN 2 /* blanks between two columns */

/* ---- lines ---- */

static void
clear(struct import_pane *pane)
{
	for (size_t n = 0; n < pane->count; n++)
		free(pane->lines[n].text);
	pane->count = 0;
	free(pane->widths);
	pane->widths = NULL;
	pane->seen = 0;
}

void
import_pane_release(struct import_pane *pane)
{
	clear(pane);
	free(pane->lines);
	*pane = (struct import_pane){ 0 };
}

static struct pane_line *
add_line(struct import_pane *pane)
{
	ARRAY_RESERVE(pane->lines, pane->count, pane->capacity);
	pane->lines[pane->count] = (struct pane_line){ 0 };
	return &pane->lines[pane->count++];
}

static void
take_line(void *to, const char *bytes, size_t length)
{
	add_line(to)->text = mem_copy_bytes(bytes, length);
}

static void
add_text(struct import_pane *pane, const char *text, char sign)
{
	size_t first = pane->count;

	if (!*text)
		return;
	text_wrap(text, pane->area.columns - LEFT - 2, take_line, pane);
	if (first < pane->count)
		pane->lines[first].sign = sign;
}

/* ---- columns ---- */

static int
column_width(const struct sheet *sheet, size_t column, bool *empty, bool *figures)
{
	int width = text_width(sheet->columns[column].text);

	*empty = *figures = true;
	for (size_t row = 0; row < sheet->row_count; row++) {
		const char *text = sheet_cell(sheet, row, column)->text;
		if (!text || !*text)
			continue;
		int own = text_width(text);
		*empty = false;
		*figures = *figures && text[strspn(text, "0123456789.,-/:% ")] == '\0';
		width = own > width ? own : width;
	}
	*figures = *figures && !*empty;
	return width ? width : 1;
}

static int
total(const struct import_pane *pane, size_t columns)
{
	int width = pane->names;

	for (size_t n = 0; n < columns; n++)
		width += pane->widths[n] ? BETWEEN + pane->widths[n] : 0;
	return width;
}

/* Long texts give way, then columns without anything in these rows, then the last columns leave; what room is left goes to the
 * texts again. */
static void
choose_columns(struct import_pane *pane, const struct sheet *sheet)
{
	static const int most[] = { 28, 20, 14 };
	size_t count = sheet->column_count;
	int room = pane->area.columns - LEFT - 1;

	pane->widths = mem_new(count + 1, sizeof *pane->widths);
	pane->names = text_width(sheet->row_head);
	for (size_t n = 0; n < sheet->row_count; n++)
		pane->names =
			text_width(sheet->rows[n].text) > pane->names ? text_width(sheet->rows[n].text) : pane->names;
	for (size_t step = 0; step < ARRAY_COUNT(most) + 1; step++) {
		for (size_t n = 0; n < count; n++) {
			bool empty, figures;
			int width = column_width(sheet, n, &empty, &figures);
			int limit = most[step < ARRAY_COUNT(most) ? step : ARRAY_COUNT(most) - 1];
			pane->widths[n] = step == ARRAY_COUNT(most) && empty ? 0
				: figures || width < limit                   ? width
									     : limit;
		}
		if (total(pane, count) <= room)
			break;
	}
	for (size_t n = count; n-- > 1 && total(pane, count) > room;)
		pane->widths[n] = 0;
	for (size_t n = 0; n < count; n++)
		pane->seen += pane->widths[n] > 0;
	for (size_t n = 0; n < count; n++) {
		bool empty, figures;
		int width = column_width(sheet, n, &empty, &figures), left = room - total(pane, count);
		if (pane->widths[n] && width > pane->widths[n])
			pane->widths[n] += left < width - pane->widths[n] ? left : width - pane->widths[n];
	}
}

static void
add_table(struct import_pane *pane, const struct sheet *sheet)
{
	if (!sheet->column_count)
		return;
	choose_columns(pane, sheet);
	for (size_t row = 0; row <= sheet->row_count; row++)
		add_line(pane)->row = row;
}

/* ---- what is said ---- */

static void
add_recognised(struct import_page *page)
{
	struct str said = { 0 }, text = { 0 }, doubt = { 0 };

	import_say_encoding(&said, &page->look);
	text_first_upper(&text, str_text(&said));
	str_add_text(&text, ".");
	add_text(&page->pane, str_text(&text), 0);
	import_say_doubt(&doubt, &page->look);
	add_text(&page->pane, str_text(&doubt), 0);
	str_release(&said);
	str_release(&text);
	str_release(&doubt);
}

static struct words
trial_words(const struct import_page *page)
{
	if (page->stage < IMPORT_TRIED)
		return SAY("{1} dòng.", "{1} rows.");
	switch (page->trial) {
	case TRIAL_DONE:
		return SAY("{1} dòng: thêm {2}, sửa {3}, như cũ {4}, lỗi {5}.",
			"{1} rows: {2} new, {3} changed, {4} the same, {5} with faults.");
	case TRIAL_NO_KIND:
		return SAY("{1} dòng. Chọn loại bản ghi thì biết sẽ thêm, sửa bao nhiêu.",
			"{1} rows. Choose the kind of record to see how many would be new or changed.");
	case TRIAL_LARGE:
		return SAY("{1} dòng. Tệp lớn nên số thêm, sửa, lỗi có khi nhập; còn lỗi thì không ghi gì.",
			"{1} rows. The file is large: what is new, changed or faulty is known on import; with faults nothing is stored.");
	case TRIAL_WAITS:
		return SAY("{1} dòng. Có người đang ghi vào sổ, chưa biết sẽ thêm, sửa bao nhiêu; Ctrl+L xem lại.",
			"{1} rows. Somebody is writing into the book: what would be new or changed is not known yet; Ctrl+L looks again.");
	default:
		return SAY("{1} dòng đọc được. Chưa nhập được tệp này:",
			"{1} rows could be read. This file cannot be imported yet:");
	}
}

static void
add_counts(struct import_page *page)
{
	const struct import_result *result = &page->result;
	const size_t numbers[] = { page->look.records, result->added, result->changed, result->same, result->faulty,
		result->doubtful };
	struct str texts[6] = { 0 }, separator = { 0 }, text = { 0 };

	for (size_t n = 0; n < ARRAY_COUNT(numbers); n++)
		number_show(&texts[n], (int64_t)numbers[n], 0, '=');
	char *counts = say_format(trial_words(page), str_text(&texts[0]), str_text(&texts[1]), str_text(&texts[2]),
		str_text(&texts[3]), str_text(&texts[4]), NULL);
	bool goes_on = page->stage == IMPORT_TRIED && page->trial == TRIAL_NO_TABLE;
	str_add_text(&text, counts);
	if (page->stage == IMPORT_TRIED && page->trial == TRIAL_DONE && result->doubtful) {
		char *doubts = say_format(SAY(" Cần xem lại: {1}.", " To look at: {1}."), str_text(&texts[5]), NULL);
		str_add_text(&text, doubts);
		free(doubts);
	}
	if (page->look.sheet.column_count && !goes_on) {
		import_say_separator(&separator, &page->look);
		str_add_byte(&text, ' ');
		text_first_upper(&text, str_text(&separator));
		str_add_byte(&text, '.');
	}
	add_text(&page->pane, str_text(&text), 0);
	for (size_t n = 0; n < ARRAY_COUNT(numbers); n++)
		str_release(&texts[n]);
	str_release(&separator);
	str_release(&text);
	free(counts);
}

static void
add_faults(struct import_page *page)
{
	if (page->pane.to_faults)
		page->pane.top = page->pane.count;
	page->pane.to_faults = false;
	size_t told = 0;
	for (size_t n = 0; n < page->fault_count; n++) {
		add_text(&page->pane, page->faults[n].text, page->faults[n].doubt ? '?' : '!');
		told += page->faults[n].doubt;
	}
	if (page->trial == TRIAL_DONE && (page->fault_count == IMPORT_FAULTS_MOST || told < page->result.doubtful))
		add_text(&page->pane, say(SAY("Chỉ nêu những chỗ đầu.", "Only the first ones are told.")), 0);
}

static void
add_help(struct import_pane *pane)
{
	add_text(pane,
		say(SAY("Tệp CSV, TSV hay TXT: gõ đường dẫn, hoặc F4 để chọn trong thư mục.",
			"A file of CSV, TSV or TXT: type its path, or F4 to choose it in a folder.")),
		0);
	add_text(pane,
		say(SAY("Dòng đầu của tệp là tên cột, như tệp do “thidua export” viết ra; “thidua fields” liệt kê các cột.",
			"Its first line has the heads, as in a file that “thidua export” writes; “thidua fields” lists them.")),
		0);
	add_text(pane,
		say(SAY("Bảng mã cũ (TCVN3, VNI, VISCII, VPS, Windows-1258) được tự nhận; ở đây hiện năm dòng đầu để xem có đúng không.",
			"Old encodings (TCVN3, VNI, VISCII, VPS, Windows-1258) are recognised; five rows are shown here to judge by.")),
		0);
}

/* ---- place ---- */

static int
rows_of(const struct import_pane *pane)
{
	return pane->area.rows > 1 ? pane->area.rows - 1 : 0;
}

static void
limit_scroll(struct import_pane *pane)
{
	size_t rows = (size_t)rows_of(pane), last = pane->count > rows ? pane->count - rows : 0;

	if (pane->top > last)
		pane->top = last;
}

void
import_pane_place(struct import_page *page, struct area area)
{
	struct import_pane *pane = &page->pane;

	clear(pane);
	pane->area = area;
	if (page->stage < IMPORT_LOOKED) {
		add_help(pane);
	} else {
		add_recognised(page);
		add_counts(page);
		if (page->trial == TRIAL_NO_TABLE && page->stage == IMPORT_TRIED) {
			add_faults(page);
			add_table(pane, &page->look.sheet);
		} else {
			add_table(pane, &page->look.sheet);
			add_faults(page);
		}
	}
	limit_scroll(pane);
}

void
import_pane_scroll(struct import_page *page, int pages)
{
	struct import_pane *pane = &page->pane;
	size_t page_rows = rows_of(pane) > 1 ? (size_t)rows_of(pane) - 1 : 1;
	size_t step = page_rows * (size_t)(pages < 0 ? -pages : pages);

	if (pages < 0)
		pane->top -= pane->top < step ? pane->top : step;
	else
		pane->top += step;
	limit_scroll(pane);
}

/* ---- drawing ---- */

static void
draw_row(const struct import_page *page, struct draw *draw, int at, size_t row)
{
	const struct sheet *sheet = &page->look.sheet;
	const struct import_pane *pane = &page->pane;
	enum role role = row ? ROLE_TEXT : ROLE_HEAD;
	int column = LEFT;

	draw_padded(draw, at, column, pane->names, role, row ? sheet->rows[row - 1].text : sheet->row_head);
	column += pane->names;
	for (size_t n = 0; n < sheet->column_count; n++) {
		if (!pane->widths[n])
			continue;
		const char *text = row ? sheet_cell(sheet, row - 1, n)->text : sheet->columns[n].text;
		draw_blank(draw, at, column, BETWEEN, role);
		draw_padded(draw, at, column + BETWEEN, pane->widths[n], role, text ? text : "");
		column += BETWEEN + pane->widths[n];
	}
}

/* The rule above: how many columns are seen, and that there is more. */
static void
draw_edge(const struct import_page *page, struct draw *draw)
{
	const struct import_pane *pane = &page->pane;
	struct str right = { 0 };
	bool above = pane->top > 0, below = pane->top + (size_t)rows_of(pane) < pane->count;

	draw_rule(draw, pane->area.row, LEFT, pane->area.columns - 2 * LEFT);
	if (pane->seen < page->look.sheet.column_count && page->stage >= IMPORT_LOOKED)
		str_add_format(
			&right, " %zu/%zu %s ", pane->seen, page->look.sheet.column_count, say(SAY("cột", "columns")));
	if (above || below)
		str_add_format(&right, " %s%s ", above ? "▲ PgUp " : "", below ? "▼ PgDn" : "");
	int width = draw_width(draw, str_text(&right));
	draw_text(draw, pane->area.row, pane->area.columns - LEFT - 2 - width, width, ROLE_QUIET, str_text(&right));
	str_release(&right);
}

void
import_pane_draw(const struct import_page *page, struct draw *draw)
{
	const struct import_pane *pane = &page->pane;

	if (pane->area.rows < 2)
		return;
	draw_edge(page, draw);
	for (size_t n = 0; n < (size_t)rows_of(pane) && pane->top + n < pane->count; n++) {
		const struct pane_line *line = &pane->lines[pane->top + n];
		int row = pane->area.row + 1 + (int)n;
		if (!line->text) {
			draw_row(page, draw, row, line->row);
			continue;
		}
		if (line->sign)
			draw_text(draw, row, 0, 1, ROLE_FAULT, line->sign == '!' ? "!" : "?");
		draw_text(draw, row, LEFT, pane->area.columns - LEFT, ROLE_TEXT, line->text);
	}
}
