/* A report as a workbook of one sheet, made with libxlsxwriter: Debian 12 has 1.1.4, which writes into a file only, so that the
 * file is one in memory. */
#include "base/file.h"
#include "base/mem.h"
#include "text/case.h"
#include "text/width.h"
#include "workbook.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#define ROWS_MOST 1048000 /* of a sheet 1,048,576, with what stands around the table */
#define TAB_MOST 31       /* letters of a sheet's name, Excel's limit */
#define WIDTH_MOST 45     /* columns of text: beyond that they are wrapped */
#define HEAD_WIDTH 10     /* heads over figures are wrapped into so many */
#define UPRIGHT_WIDTH 90  /* A4 upright holds so many in 12 points; a wider table is printed across */
#define PAGE_WIDTH 225    /* a still wider one over several pages: on one it could not be read */
#define LINE_POINTS 16.5
#define BYTES_OF_CELL 400 /* that the library's own files take, at most but for long texts */
#define FILE_MOST ((size_t)256 << 20)
#define CM 0.3937 /* inches */

/* Where the parts of the sheet lie. */
struct plan {
	struct report_column *columns;
	size_t count;
	int *widths;
	bool grouped, wide;
	int width;       /* of all columns */
	int pages;       /* beside each other */
	lxw_col_t last;  /* that texts over the whole width are laid over: the last of the first page */
	lxw_row_t heads; /* first row of the heads; the table begins under them */
	lxw_row_t table, end;
};

/* ---- widths ------------------------------------------------------------------------------------------------------------- */

static int
at_most(int width, int most)
{
	return width < most ? width : most;
}

static int
width_of(const struct report *report, const struct report_column *column)
{
	struct str head = { 0 };
	size_t number = 0;
	report_head(&head, column, '\n');
	int own = text_width(column->head), word = report_widest(str_text(&head), " \n");
	int width = column->right ? at_most(own, HEAD_WIDTH) : at_most(own, WIDTH_MOST / 2);
	width = word > width ? word : width;
	for (size_t row = 0; row < report->sheet.row_count; row++) {
		struct str text = { 0 };
		number += report->sheet.rows[row].rank == RANK_RECORD;
		if (report->sheet.rows[row].rank != RANK_GROUP)
			report_cell(&text, report, column, row, number);
		own = at_most(text_width(str_text(&text)), WIDTH_MOST);
		width = own > width ? own : width;
		str_release(&text);
	}
	str_release(&head);
	return width + 2;
}

static void
make_plan(struct plan *plan, const struct report *report)
{
	plan->columns = report_columns(&plan->count, report);
	plan->widths = mem_new(plan->count, sizeof *plan->widths);
	for (size_t i = 0; i < plan->count; i++) {
		plan->widths[i] = width_of(report, &plan->columns[i]);
		plan->width += plan->widths[i];
		plan->grouped |= plan->columns[i].group != NULL;
	}
	plan->wide = plan->width > UPRIGHT_WIDTH;
	plan->pages = plan->width > PAGE_WIDTH ? (plan->width + PAGE_WIDTH - 1) / PAGE_WIDTH : 1;
	int room = plan->width / plan->pages;
	for (size_t i = 0; i < plan->count && (room -= plan->widths[i]) >= 0; i++)
		plan->last = (lxw_col_t)i;
}

/* ---- heights ------------------------------------------------------------------------------------------------------------ */

/* Lines that a text takes in so many columns of the sheet: letters of this type are narrower than its figures, bold ones
 * as wide; rather a line too many. */
static int
lines_in(const char *text, int width, bool bold)
{
	int letters = bold ? width - 1 : (width - 1) * 11 / 10;
	return text_wrap_lines(text, letters > 2 ? letters : 2);
}

/* Rows do not grow by themselves everywhere, those of merged cells nowhere. */
static void
set_height(struct workbook *book, lxw_row_t row, int lines, int size)
{
	workbook_check(book,
		book->xlsx->worksheet_set_row(
			book->sheet, row, LINE_POINTS * size / 12 * (lines > 1 ? lines : 1), NULL));
}

/* ---- texts over the whole width ------------------------------------------------------------------------------------------------ */

static void
put_wide(struct workbook *book, const struct plan *plan, lxw_row_t row, const char *text, struct look look)
{
	int room = 0;
	for (lxw_col_t i = 0; i <= plan->last && i < plan->count; i++)
		room += plan->widths[i];
	look.wraps = true;
	set_height(book, row, lines_in(text, room * 12 / look.size, look.bold), look.size);
	workbook_merged(book, row, plan->last, text, workbook_look(book, look));
}

static void
put_beginning(struct workbook *book, struct plan *plan, const struct report *report)
{
	struct look look = { .size = 12, .across = LXW_ALIGN_LEFT, .upright = LXW_ALIGN_VERTICAL_CENTER };
	struct str capitals = { 0 };
	lxw_row_t row = 0;
	look.bold = true;
	if (report->organisation) {
		text_upper(&capitals, report->organisation);
		put_wide(book, plan, row++, str_text(&capitals), look);
		str_clear(&capitals);
	}
	look.size = 14;
	look.across = LXW_ALIGN_CENTER;
	text_upper(&capitals, report->heading);
	put_wide(book, plan, row++, str_text(&capitals), look);
	look = (struct look){
		.size = 12, .italic = true, .across = LXW_ALIGN_CENTER, .upright = LXW_ALIGN_VERTICAL_CENTER
	};
	for (size_t i = 0; i < report->about_count; i++)
		put_wide(book, plan, row++, report->about[i], look);
	plan->heads = row + 1;
	plan->table = plan->heads + (plan->grouped ? 2 : 1);
	str_release(&capitals);
}

static void
put_end(struct workbook *book, const struct plan *plan, const struct report *report)
{
	struct look look = { .size = 12, .across = LXW_ALIGN_LEFT, .upright = LXW_ALIGN_VERTICAL_TOP };
	struct report_lines notes;
	struct str day = { 0 };
	lxw_row_t row = plan->end + 1;
	report_notes(&notes, report, true);
	for (size_t i = 0; i < notes.count; i++)
		put_wide(book, plan, row++, notes.items[i], look);
	report_lines_release(&notes);
	if (!*report->day)
		return;
	lxw_col_t last = plan->last, first = last;
	for (int width = 0; first > 0 && (width += plan->widths[first]) < 40;)
		first--;
	look = (struct look){
		.size = 12, .italic = true, .across = LXW_ALIGN_CENTER, .upright = LXW_ALIGN_VERTICAL_CENTER
	};
	report_place_and_day(&day, report);
	for (int line = 0; line < 2; line++, look.italic = false, look.bold = true) {
		const char *text = line ? say(SAY("NGƯỜI LẬP BIỂU", "PREPARED BY")) : str_text(&day);
		lxw_format *format = workbook_look(book, look);
		row++;
		if (first < last)
			workbook_check(book,
				book->xlsx->worksheet_merge_range(book->sheet, row, first, row, last, "", format));
		workbook_text(book, row, first, text, format);
	}
	str_release(&day);
}

/* ---- the table -------------------------------------------------------------------------------------------------------------------- */

static size_t
group_end(const struct plan *plan, size_t begin)
{
	size_t end = begin + 1;
	while (plan->columns[begin].group && end < plan->count &&
		text_equal(plan->columns[end].group, plan->columns[begin].group))
		end++;
	return end;
}

static void
put_heads(struct workbook *book, const struct plan *plan)
{
	lxw_format *format = workbook_look(book,
		(struct look){ .size = 12,
			.bold = true,
			.bordered = true,
			.wraps = true,
			.filled = true,
			.across = LXW_ALIGN_CENTER,
			.upright = LXW_ALIGN_VERTICAL_CENTER });
	lxw_row_t last = plan->table - 1;
	int lines = 1, group_lines = 1;
	for (size_t i = 0; i < plan->count; i++) {
		const struct report_column *column = &plan->columns[i];
		lxw_col_t at = (lxw_col_t)i;
		struct str head = { 0 };
		report_head(&head, column, '\n');
		if (plan->grouped && !column->group)
			workbook_check(book,
				book->xlsx->worksheet_merge_range(book->sheet, plan->heads, at, last, at, "", format));
		workbook_text(book, column->group ? last : plan->heads, at, str_text(&head), format);
		/* One that is laid over both rows of heads finds room there. */
		int own = lines_in(str_text(&head), plan->widths[i], true) - (plan->grouped && !column->group ? 1 : 0);
		lines = own > lines ? own : lines;
		str_release(&head);
	}
	set_height(book, last, lines, 12);
	for (size_t i = 0, end; plan->grouped && i < plan->count; i = end) {
		end = group_end(plan, i);
		if (!plan->columns[i].group)
			continue;
		if (end > i + 1)
			workbook_check(book,
				book->xlsx->worksheet_merge_range(book->sheet, plan->heads, (lxw_col_t)i, plan->heads,
					(lxw_col_t)(end - 1), "", format));
		workbook_text(book, plan->heads, (lxw_col_t)i, plan->columns[i].group, format);
		int width = 0;
		for (size_t n = i; n < end; n++)
			width += plan->widths[n];
		int own = lines_in(plan->columns[i].group, width, true);
		group_lines = own > group_lines ? own : group_lines;
	}
	if (plan->grouped)
		set_height(book, plan->heads, group_lines, 12);
}

static int
lines_of_row(const struct plan *plan, const struct report *report, size_t row)
{
	int lines = 1;
	for (size_t i = 0; i < plan->count; i++) {
		const struct cell *cell = report_cell_at(report, &plan->columns[i], row);
		struct str text = { 0 };
		if (cell && !cell_is_number(cell))
			cell_say(&text, cell);
		else if (!cell)
			report_cell(&text, report, &plan->columns[i], row, 0);
		int own = lines_in(str_text(&text), plan->widths[i], report->sheet.rows[row].rank != RANK_RECORD);
		lines = own > lines ? own : lines;
		str_release(&text);
	}
	return lines;
}

static void
put_rows(struct workbook *book, struct plan *plan, const struct report *report)
{
	size_t number = 0;
	for (size_t row = 0; row < report->sheet.row_count; row++) {
		lxw_row_t at = plan->table + (lxw_row_t)row;
		const struct head *head = &report->sheet.rows[row];
		number += head->rank == RANK_RECORD;
		if (head->rank == RANK_GROUP)
			workbook_merged(book, at, (lxw_col_t)(plan->count - 1), head->text ? head->text : "",
				workbook_look(book,
					(struct look){ .size = 12,
						.bold = true,
						.bordered = true,
						.across = LXW_ALIGN_LEFT,
						.upright = LXW_ALIGN_VERTICAL_CENTER }));
		set_height(book, at, head->rank == RANK_GROUP ? 1 : lines_of_row(plan, report, row), 12);
		for (size_t i = 0; head->rank != RANK_GROUP && i < plan->count; i++)
			workbook_cell(book, at, (lxw_col_t)i, report, &plan->columns[i], row, number);
	}
	plan->end = plan->table + (lxw_row_t)report->sheet.row_count;
}

/* ---- how it is seen and printed ------------------------------------------------------------------------------------------------------ */

/* Records alone can be filtered: not sums, nor groups. */
static void
set_filter(struct workbook *book, const struct plan *plan, const struct report *report)
{
	size_t records = 0;
	while (records < report->sheet.row_count && report->sheet.rows[records].rank == RANK_RECORD)
		records++;
	bool groups = records < report->sheet.row_count && report->sheet.rows[records].rank == RANK_GROUP;
	if (records > 1 && !groups && !plan->grouped)
		workbook_check(book,
			book->xlsx->worksheet_autofilter(book->sheet, plan->table - 1, 0,
				plan->table + (lxw_row_t)records - 1, (lxw_col_t)(plan->count - 1)));
}

static lxw_col_t
leading_columns(const struct plan *plan, const struct report *report)
{
	lxw_col_t leading = 0;
	while (leading < plan->count && report_column_leads(report, &plan->columns[leading], leading))
		leading++;
	return leading < plan->count ? leading : 0;
}

/* Decree 30/2020/NĐ-CP, appendix I: A4, 3 cm at the left, 1,5 at the right, 2 above and below. */
static void
set_print(struct workbook *book, const struct plan *plan, const struct report *report)
{
	const struct xlsx_library *xlsx = book->xlsx;
	lxw_worksheet *sheet = book->sheet;
	lxw_col_t leading = leading_columns(plan, report);
	xlsx->worksheet_set_paper(sheet, 9);
	if (plan->wide)
		xlsx->worksheet_set_landscape(sheet);
	xlsx->worksheet_set_margins(sheet, 3 * CM, 1.5 * CM, 2 * CM, 2 * CM);
	xlsx->worksheet_center_horizontally(sheet);
	xlsx->worksheet_fit_to_pages(sheet, (uint16_t)plan->pages, 0);
	workbook_check(book, xlsx->worksheet_repeat_rows(sheet, plan->heads, plan->table - 1));
	if (plan->pages > 1 && leading)
		workbook_check(book, xlsx->worksheet_repeat_columns(sheet, 0, leading - 1));
	workbook_check(book,
		xlsx->worksheet_set_footer(sheet,
			say(SAY("&C&\"Times New Roman,Regular\"Trang &P/&N",
				"&C&\"Times New Roman,Regular\"Page &P/&N"))));
	xlsx->worksheet_freeze_panes(sheet, plan->table, plan->width < PAGE_WIDTH ? leading : 0);
	for (size_t i = 0; i < plan->count; i++)
		workbook_check(
			book, xlsx->worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, plan->widths[i], NULL));
}

/* ---- the workbook ------------------------------------------------------------------------------------------------------------------------ */

/* What Excel takes for a sheet's name: 31 letters, none of []:*?/\, no ' at its ends. */
static void
add_tab(struct str *out, const char *text)
{
	struct str safe = { 0 };
	for (const char *at = text; *at; at++)
		str_add_byte(&safe, strchr("[]:*?/\\'", *at) ? '-' : *at);
	text_cut(out, safe.length ? str_text(&safe) : "Thi đua", TAB_MOST);
	str_release(&safe);
}

static void
set_properties(struct workbook *book, const struct report *report)
{
	struct tm noon = { .tm_hour = 12, .tm_mday = 1, .tm_year = 100 };
	if (*report->day) {
		noon.tm_year = atoi(report->day) - 1900;
		noon.tm_mon = atoi(report->day + 5) - 1;
		noon.tm_mday = atoi(report->day + 8);
	}
	lxw_doc_properties properties = { .title = report->heading,
		.subject = report->about_count ? report->about[0] : NULL,
		.company = report->organisation,
		.author = report->organisation,
		.comments = (char *)"thidua " THIDUA_VERSION,
		.created = timegm(&noon) };
	workbook_check(book, book->xlsx->workbook_set_properties(book->book, &properties));
}

static void
put_report(struct workbook *book, const struct report *report)
{
	struct plan plan = { 0 };
	struct str tab = { 0 };
	add_tab(&tab, report->tab ? report->tab : report->heading);
	book->sheet = book->xlsx->workbook_add_worksheet(book->book, str_text(&tab));
	str_release(&tab);
	if (!book->sheet) {
		workbook_check(book, LXW_ERROR_PARAMETER_VALIDATION);
		return;
	}
	make_plan(&plan, report);
	put_beginning(book, &plan, report);
	put_heads(book, &plan);
	put_rows(book, &plan, report);
	put_end(book, &plan, report);
	set_filter(book, &plan, report);
	set_print(book, &plan, report);
	set_properties(book, report);
	free(plan.columns);
	free(plan.widths);
}

static bool
fail(struct err *err, const char *why)
{
	return err_set(
		err, ERR_STORAGE, SAY("Không lập được tệp Excel: {1}.", "Cannot make the Excel file: {1}."), why, NULL);
}

/* The library does not notice that its own files in the temporary folder find no room: they are given it beforehand. */
static bool
check_room(const struct report *report, const char *folder, struct err *err)
{
	struct statvfs found;
	const struct sheet *sheet = &report->sheet;
	unsigned long long needed = (sheet->row_count + 50) * (sheet->column_count + 3) * BYTES_OF_CELL;
	if (statvfs(folder, &found) != 0)
		return fail(err, err_system(errno));
	return (unsigned long long)found.f_bavail * found.f_frsize >= needed ||
		err_set(err, ERR_STORAGE,
			SAY("Không lập được tệp Excel: thư mục {1} hết chỗ.",
				"Cannot make the Excel file: the folder {1} is full."),
			folder, NULL);
}

static bool
write_workbook(const struct report *report, const char *path, const char *folder, struct err *err)
{
	lxw_workbook_options options = { .tmpdir = (char *)folder };
	const struct xlsx_library *xlsx = xlsx_library(err);
	if (!xlsx)
		return false;
	struct workbook book = { .xlsx = xlsx, .book = xlsx->workbook_new_opt(path, &options) };
	if (!book.book)
		return fail(err, err_system(ENOMEM));
	put_report(&book, report);
	lxw_error closed = xlsx->workbook_close(book.book);
	workbook_check(&book, closed);
	for (size_t i = 0; i < book.look_count; i++)
		free(book.looks[i].key);
	free(book.looks);
	return !book.failed || fail(err, xlsx->lxw_strerror(book.failed));
}

bool
report_write_xlsx(const struct report *report, struct str *out, struct err *err)
{
	static const char folder[] = "/tmp";
	char path[64];
	if (report->sheet.row_count > ROWS_MOST)
		return err_set(err, ERR_INVALID,
			SAY("Bảng này dài hơn một trang tính Excel (1.048.576 dòng); hãy xuất CSV.",
				"This table is longer than a sheet of Excel (1,048,576 rows); please write CSV."),
			NULL);
	if (!check_room(report, folder, err))
		return false;
	int descriptor = memfd_create("thidua", MFD_CLOEXEC);
	if (descriptor < 0)
		return fail(err, err_system(errno));
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	bool done = write_workbook(report, path, folder, err) && file_read(out, path, FILE_MOST, err);
	close(descriptor);
	return done;
}
