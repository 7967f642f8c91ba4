#include "app/board.h"
#include "app/cluster_papers.h"
#include "app/label.h"
#include "app/questions_read.h"
#include "app/role_matrix.h"
#include "base/ids.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/period.h"
#include "report_parts.h"
#include "text/date.h"
#include <stdlib.h>

/* ---- what all reports have ---------------------------------------------------------------------------------------- */

static bool
read_keeper(struct report *out, struct store *store, struct err *err)
{
	int64_t id;
	size_t count;
	struct record book = { 0 };
	struct str keeper = { 0 };
	if (!record_page(&id, 1, &count, store, ENTITY_BOOK, 0, err))
		return false;
	bool done = !count || record_read(&book, store, ENTITY_BOOK, id, err);
	if (done && count && record_has(&book, BOOK_KEEPER))
		done = label_add(
			&keeper, store, ENTITY_UNIT, record_integer(&book, BOOK_KEEPER, 0), LABEL_FULL, out->day, err);
	if (done && keeper.length)
		out->organisation = str_take(&keeper);
	str_release(&keeper);
	record_release(&book);
	return done;
}

bool
report_begin(struct report *out, struct store *store, const char *heading, struct err *err)
{
	*out = (struct report){ .heading = mem_copy_text(heading), .numbered = true };
	date_today(out->day, store_host(store));
	return read_keeper(out, store, err);
}

bool
report_end(struct report *report, bool done)
{
	if (!done)
		report_release(report);
	return done;
}

void
report_sheet(struct report *report, size_t rows, const struct report_head *heads, size_t count)
{
	report->sheet = sheet_new(rows, count);
	for (size_t i = 0; i < count; i++)
		report->sheet.columns[i] =
			(struct head){ .text = mem_copy_text(say(heads[i].text)), .number = heads[i].number };
}

void
report_name_tab(struct report *report, struct words words, period when)
{
	struct str tab = { 0 }, shown = { 0 };
	if (period_is_whole_year(when))
		str_add_integer(&shown, period_first_year(when));
	else
		period_show(when, &shown);
	str_add_format(&tab, "%s %s", say(words), str_text(&shown));
	report->tab = str_take(&tab);
	str_release(&shown);
}

void
cell_text(struct cell *cell, const char *text)
{
	cell->kind = !text ? CELL_UNKNOWN : *text ? CELL_TEXT : CELL_EMPTY;
	cell->text = mem_copy_text(text);
}

void
cell_date(struct cell *cell, const char *stored)
{
	cell->kind = stored && *stored ? CELL_DATE : CELL_UNKNOWN;
	cell->text = mem_copy_text(stored);
}

void
cell_integer(struct cell *cell, int64_t integer)
{
	*cell = (struct cell){ .kind = CELL_INTEGER, .quantity.amount = integer };
}

void
report_about_cluster(struct report *report, const struct cluster_head *cluster)
{
	struct str line = { 0 };
	str_add_text(&line, cluster->full_name);
	if (cluster->owner_name && *cluster->owner_name)
		str_add_format(&line, " · %s", cluster->owner_name);
	report_about(report, str_take(&line));
}

void
report_about_year(struct report *report, int year)
{
	struct str number = { 0 };
	str_add_integer(&number, year);
	report_about(report, say_format(SAY("Năm công tác {1}", "Work year {1}"), str_text(&number), NULL));
	str_release(&number);
}

/* ---- sources of figures ------------------------------------------------------------------------------------------------ */

/* Each document once, the one cited first at the front. */
static bool
add_sources(struct str *out, struct ids *named, struct store *store, int64_t figure, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, SOURCES, err, ARG_INTEGER(ENTITY_FIGURE), ARG_INTEGER(figure)))
		return false;
	while (rows_next(rows, err)) {
		if (ids_have(named->items, named->count, rows_integer(rows, 5)))
			continue;
		ids_add(named, rows_integer(rows, 5));
		str_add_text(out, out->length ? "; " : "");
		if (rows_known(rows, 1) && *rows_text(rows, 1))
			str_add_format(out, "%s ", rows_text(rows, 1));
		str_add_text(out, rows_known(rows, 0) ? rows_text(rows, 0) : "…");
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
note_coverage(struct report *report, struct store *store, size_t row, size_t column, struct err *err)
{
	const struct sheet *sheet = &report->sheet;
	const struct cell *cell = sheet_cell(sheet, row, column);
	struct record figure = { 0 };
	if (!(cell->marks & MARK_COVERAGE) || !cell->record)
		return true;
	bool done = record_read(&figure, store, ENTITY_FIGURE, cell->record, err);
	const struct head *rows = &sheet->rows[row], *columns = &sheet->columns[column];
	if (done && record_has(&figure, FIGURE_COVERAGE_NOTE))
		sheet_note(&report->sheet,
			say_format(SAY("{1}, {2}: † {3}", "{1}, {2}: † {3}"), head_full(rows), head_full(columns),
				record_text(&figure, FIGURE_COVERAGE_NOTE), NULL));
	record_release(&figure);
	return done;
}

bool
report_cite(struct report *report, struct store *store, struct err *err)
{
	const struct sheet *sheet = &report->sheet;
	struct ids named = { 0 };
	struct str sources = { 0 };
	bool done = true;
	for (size_t row = 0; done && row < sheet->row_count; row++)
		for (size_t column = 0; done && column < sheet->column_count; column++) {
			const struct cell *cell = sheet_cell(sheet, row, column);
			if (cell->entity == ENTITY_FIGURE && cell->record)
				done = add_sources(&sources, &named, store, cell->record, err) &&
					note_coverage(report, store, row, column, err);
		}
	if (done && sources.length)
		sheet_note(&report->sheet, say_format(SAY("Nguồn: {1}.", "Sources: {1}."), str_text(&sources), NULL));
	ids_release(&named);
	str_release(&sources);
	return done;
}

/* ---- clusters -------------------------------------------------------------------------------------------------------------- */

static void
fill_cluster(const struct sheet *sheet, size_t row, const struct board_row *cluster)
{
	struct cell *cells = sheet_cell(sheet, row, 0);
	cell_text(&cells[0], cluster->full_name);
	if (cluster->members >= 0)
		cell_integer(&cells[1], cluster->members);
	else
		cell_text(&cells[1], cluster->members_unsure ? "?" : NULL);
	cell_text(&cells[2], cluster->leader);
	cell_text(&cells[3], cluster->no_deputy ? say(SAY("không có", "none")) : cluster->deputy);
	if (cluster->asked) {
		struct str reported = { 0 };
		str_add_format(&reported, "%d/%d", cluster->handed_in, cluster->asked);
		cell_text(&cells[4], str_text(&reported));
		str_release(&reported);
	}
	cell_date(&cells[5], cluster->next_meeting);
}

/* The clusters of one owner under its name. */
static void
fill_clusters(struct report *out, const struct board *board, size_t owners)
{
	static const struct report_head heads[] = {
		{ WORDS("Cụm, khối thi đua", "Cluster"), false },
		{ WORDS("Số đơn vị", "Members"), true },
		{ WORDS("Cụm trưởng", "Leader"), false },
		{ WORDS("Cụm phó", "Deputy"), false },
		{ WORDS("Đã nộp báo cáo", "Reported"), true },
		{ WORDS("Họp tới", "Next meeting"), false },
	};
	size_t row = 0;
	report_sheet(out, board->count + owners, heads, ARRAY_COUNT(heads));
	for (size_t i = 0; i < board->count; i++) {
		if (i == 0 || board->rows[i].owner != board->rows[i - 1].owner)
			out->sheet.rows[row++] =
				(struct head){ .text = mem_copy_text(board->rows[i].owner_name), .rank = RANK_GROUP };
		fill_cluster(&out->sheet, row++, &board->rows[i]);
	}
}

bool
report_clusters(struct report *out, struct store *store, int year, struct err *err)
{
	struct board board = { 0 };
	size_t owners = 0;
	bool done = report_begin(out, store, say(SAY("Danh sách cụm, khối thi đua", "Emulation clusters")), err) &&
		board_read(&board, store, year, err);
	for (size_t i = 0; done && i < board.count; i++)
		owners += i == 0 || board.rows[i].owner != board.rows[i - 1].owner;
	if (done) {
		report_about_year(out, year);
		report_name_tab(out, SAY("Cụm khối", "Clusters"), period_year(year));
		fill_clusters(out, &board, owners);
	}
	board_release(&board);
	return report_end(out, done);
}

void
members_note_published(struct sheet *sheet, const struct members *members)
{
	struct str named = { 0 }, published = { 0 };
	if (members->published < 0 || (size_t)members->published == members->count)
		return;
	str_add_integer(&named, (int64_t)members->count);
	str_add_integer(&published, members->published);
	sheet_note(sheet,
		say_format(SAY("Nguồn nói {2} thành viên; nêu tên {1}/{2}.",
				   "A source says {2} members; {1}/{2} are named."),
			str_text(&named), str_text(&published), NULL));
	str_release(&named);
	str_release(&published);
}

/* ---- members --------------------------------------------------------------------------------------------------------------- */

static void
fill_member(const struct sheet *sheet, size_t row, const struct member *member)
{
	struct cell *cells = sheet_cell(sheet, row, 0);
	struct str successor = { 0 };
	if (member->successor) {
		str_add_text(&successor, member->successor_name);
		if (member->succession_date && *member->succession_date) {
			str_add_text(&successor, say(SAY(", từ ", ", since ")));
			date_show(&successor, member->succession_date);
		}
		if (member->decision && *member->decision)
			str_add_format(&successor, " (%s)", member->decision);
	}
	cell_text(&cells[0], member->full_name);
	cell_date(&cells[1], member->from);
	if (*member->to)
		cell_date(&cells[2], member->to);
	cell_text(&cells[3], member->roles ? member->roles : "");
	cell_text(&cells[4], str_text(&successor));
	cell_text(&cells[5], member->certain ? "" : say(SAY("chưa chắc", "not certain")));
	str_release(&successor);
}

bool
report_members(struct report *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	static const struct report_head heads[] = {
		{ WORDS("Đơn vị", "Unit"), false },
		{ WORDS("Tham gia từ", "Member since"), false },
		{ WORDS("Đến", "Until"), false },
		{ WORDS("Vai trò đã giữ", "Roles held"), false },
		{ WORDS("Đơn vị kế thừa", "Succeeded by"), false },
		{ WORDS("Ghi chú", "Remark"), false },
	};
	struct members members = { 0 };
	bool done = report_begin(out, store, say(SAY("Danh sách thành viên", "Members")), err) &&
		members_read(&members, store, cluster, year, err);
	if (done) {
		report_about_cluster(out, &members.cluster);
		report_about_year(out, year);
		report_name_tab(out, SAY("Thành viên", "Members"), period_year(year));
		report_sheet(out, members.count, heads, ARRAY_COUNT(heads));
		for (size_t i = 0; i < members.count; i++)
			fill_member(&out->sheet, i, &members.rows[i]);
		if (members.count)
			sheet_drop_empty(&out->sheet);
		members_note_published(&out->sheet, &members);
	}
	members_release(&members);
	return report_end(out, done);
}

/* ---- covenants, nominations, meetings ------------------------------------------------------------------------------------------ */

struct paper_kind {
	enum entity_id entity;
	struct words heading, tab;
	struct report_head heads[PAPER_CELLS];
};
static const struct paper_kind paper_kinds[] = {
	{ ENTITY_COVENANT, WORDS("Giao ước thi đua", "Covenants"), WORDS("Giao ước", "Covenants"),
		{ { WORDS("Kỳ", "Period"), false }, { WORDS("Trạng thái", "State"), false },
			{ WORDS("Số đơn vị ký", "Signed by"), true }, { WORDS("Số nội dung", "Contents"), true },
			{ WORDS("Chủ đề", "Theme"), false } } },
	{ ENTITY_NOMINATION, WORDS("Tổng hợp đề nghị khen thưởng", "Nominations and awards"),
		WORDS("Khen thưởng", "Awards"),
		{ { WORDS("Năm", "Year"), true }, { WORDS("Tập thể, cá nhân", "Who"), false },
			{ WORDS("Danh hiệu, hình thức khen", "Award"), false }, { WORDS("Kết quả", "Result"), false },
			{ WORDS("Cấp khen", "Authority"), false } } },
	{ ENTITY_MEETING, WORDS("Danh sách hội nghị", "Meetings"), WORDS("Hội nghị", "Meetings"),
		{ { WORDS("Ngày", "Day"), false }, { WORDS("Loại hội nghị", "Kind"), false },
			{ WORDS("Về kỳ", "Closes"), false }, { WORDS("Nơi họp", "Place"), false },
			{ WORDS("Số kết luận", "Conclusions"), true } } },
};

bool
report_papers(
	struct report *out, struct store *store, enum entity_id entity, int64_t cluster, int year, struct err *err)
{
	const struct paper_kind *kind = paper_kinds;
	struct papers papers = { 0 };
	struct cluster_head head = { 0 };
	char day[11];
	while (kind->entity != entity)
		kind++;
	date_from_ymd(day, year * 10000 + 1231);
	bool done = report_begin(out, store, say(kind->heading), err) &&
		cluster_head_read(&head, store, cluster, day, err) &&
		papers_read(&papers, store, entity, cluster, year, err);
	if (done) {
		report_about_cluster(out, &head);
		report_name_tab(out, kind->tab, period_year(year));
		report_sheet(out, papers.count, kind->heads, PAPER_CELLS);
		for (size_t row = 0; row < papers.count; row++)
			for (size_t i = 0; i < PAPER_CELLS; i++)
				cell_take_shown(sheet_cell(&out->sheet, row, i), papers.rows[row].cells[i],
					kind->heads[i].number);
	}
	papers_release(&papers);
	cluster_head_release(&head);
	return report_end(out, done);
}
