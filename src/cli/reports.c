/* Clusters, members, comparisons, rotation. */
#include "app/reports.h"
#include "app/board.h"
#include "app/compare.h"
#include "app/label.h"
#include "app/members.h"
#include "app/role_matrix.h"
#include "base/mem.h"
#include "listing.h"
#include "model/period.h"
#include <stdlib.h>
#include <string.h>

/* ---- clusters ------------------------------------------------------------------------------------------------------ */

enum {
	BOARD_OWNER,
	BOARD_NAME,
	BOARD_FULL,
	BOARD_MEMBERS,
	BOARD_LEADER,
	BOARD_DEPUTY,
	BOARD_REPORTED,
	BOARD_IN,
	BOARD_ASKED,
	BOARD_MEETING,
	BOARD_UID
};
static const struct column board_columns[] = {
	[BOARD_OWNER] = { "owner", WORDS("Cấp tổ chức", "Owner"), SHOWN_ALWAYS, false },
	[BOARD_NAME] = { "cluster", WORDS("Cụm", "Cluster"), SHOWN_ALWAYS, false },
	[BOARD_FULL] = { "full_name", WORDS("Tên đầy đủ", "Full name"), SHOWN_IN_FILES, false },
	[BOARD_MEMBERS] = { "members", WORDS("Đơn vị", "Members"), SHOWN_ALWAYS, true },
	[BOARD_LEADER] = { "leader", WORDS("Cụm trưởng", "Leader"), SHOWN_ALWAYS, false },
	[BOARD_DEPUTY] = { "deputy", WORDS("Cụm phó", "Deputy"), SHOWN_ALWAYS, false },
	[BOARD_REPORTED] = { "reported", WORDS("Đã nộp", "Reported"), SHOWN_TO_PEOPLE, true },
	[BOARD_IN] = { "handed_in", WORDS("Đã nộp", "Handed in"), SHOWN_IN_FILES, true },
	[BOARD_ASKED] = { "asked", WORDS("Phải nộp", "Asked"), SHOWN_IN_FILES, true },
	[BOARD_MEETING] = { "next_meeting", WORDS("Họp tới", "Next meeting"), SHOWN_ALWAYS, false },
	[BOARD_UID] = { "uid", WORDS("Mã", "Id"), SHOWN_ALWAYS, false },
};

static bool
list_board_row(struct deed *deed, struct listing *listing, size_t i, const struct board_row *row, struct err *err)
{
	struct str reported = { 0 };
	if (row->asked)
		str_add_format(&reported, "%d/%d", row->handed_in, row->asked);
	listing_text(listing, i, BOARD_OWNER, row->owner_name);
	listing_text(listing, i, BOARD_NAME, row->name);
	listing_text(listing, i, BOARD_FULL, row->full_name);
	listing_text(listing, i, BOARD_MEMBERS, NULL);
	if (row->members >= 0)
		listing_integer(listing, i, BOARD_MEMBERS, row->members);
	listing_text(listing, i, BOARD_LEADER, row->leader);
	listing_text(listing, i, BOARD_DEPUTY, row->no_deputy ? say(SAY("không có", "none")) : row->deputy);
	listing_text(listing, i, BOARD_REPORTED, str_text(&reported));
	if (row->asked) {
		listing_integer(listing, i, BOARD_IN, row->handed_in);
		listing_integer(listing, i, BOARD_ASKED, row->asked);
	}
	listing_date(listing, i, BOARD_MEETING, row->next_meeting);
	str_release(&reported);
	return listing_uid(deed, listing, i, BOARD_UID, ENTITY_CLUSTER, row->cluster, err);
}

bool
run_clusters(struct deed *deed, struct err *err)
{
	int year;
	struct board board = { 0 };
	if (!work_year(&year, deed, err) || !board_read(&board, deed->store, year, err))
		return false;
	struct listing listing = listing_new(deed, board.count, board_columns, ARRAY_COUNT(board_columns));
	bool done = true;
	for (size_t i = 0; done && i < board.count; i++)
		done = list_board_row(deed, &listing, i, &board.rows[i], err);
	board_release(&board);
	if (done)
		return listing_put(deed, &listing, err);
	sheet_release(&listing.sheet);
	return false;
}

/* ---- members ------------------------------------------------------------------------------------------------------- */

enum {
	MEMBER_NAME,
	MEMBER_FULL,
	MEMBER_FROM,
	MEMBER_TO,
	MEMBER_CERTAIN,
	MEMBER_ROLES,
	MEMBER_SUCCESSOR,
	MEMBER_SUCCEEDED,
	MEMBER_DECISION,
	MEMBER_UID
};
static const struct column member_columns[] = {
	[MEMBER_NAME] = { "unit", WORDS("Đơn vị", "Unit"), SHOWN_ALWAYS, false },
	[MEMBER_FULL] = { "full_name", WORDS("Tên đầy đủ", "Full name"), SHOWN_IN_FILES, false },
	[MEMBER_FROM] = { "from", WORDS("Từ", "From"), SHOWN_ALWAYS, false },
	[MEMBER_TO] = { "to", WORDS("Đến", "To"), SHOWN_ALWAYS, false },
	[MEMBER_CERTAIN] = { "certain", WORDS("Chắc", "Sure"), SHOWN_ALWAYS, false },
	[MEMBER_ROLES] = { "roles", WORDS("Vai trò", "Roles"), SHOWN_ALWAYS, false },
	[MEMBER_SUCCESSOR] = { "successor", WORDS("Đơn vị sau", "Successor"), SHOWN_ALWAYS, false },
	[MEMBER_SUCCEEDED] = { "succession_date", WORDS("Hiệu lực", "Since"), SHOWN_IN_FILES, false },
	[MEMBER_DECISION] = { "decision", WORDS("Quyết định", "Decision"), SHOWN_IN_FILES, false },
	[MEMBER_UID] = { "uid", WORDS("Mã", "Id"), SHOWN_ALWAYS, false },
};

static bool
list_member(struct deed *deed, struct listing *listing, size_t i, const struct member *member, struct err *err)
{
	listing_text(listing, i, MEMBER_NAME, member->name);
	listing_text(listing, i, MEMBER_FULL, member->full_name);
	listing_date(listing, i, MEMBER_FROM, member->from);
	listing_date(listing, i, MEMBER_TO, member->to);
	if (deed->format == FORMAT_TABLE)
		listing_text(listing, i, MEMBER_CERTAIN, member->certain ? "" : "?");
	else
		listing_text(listing, i, MEMBER_CERTAIN, member->certain ? "có" : "không");
	listing_text(listing, i, MEMBER_ROLES, member->roles ? member->roles : "");
	listing_text(listing, i, MEMBER_SUCCESSOR, member->successor ? member->successor_name : "");
	listing_text(listing, i, MEMBER_SUCCEEDED, member->succession_date ? member->succession_date : "");
	listing_text(listing, i, MEMBER_DECISION, member->decision ? member->decision : "");
	return listing_uid(deed, listing, i, MEMBER_UID, ENTITY_UNIT, member->unit, err);
}

bool
run_members(struct deed *deed, struct err *err)
{
	int year;
	int64_t cluster;
	struct members members = { 0 };
	if (!work_year(&year, deed, err) || !find_given(&cluster, deed, OPTION_CLUSTER, ENTITY_CLUSTER, year, err) ||
		!members_read(&members, deed->store, cluster, year, err))
		return false;
	struct listing listing = listing_new(deed, members.count, member_columns, ARRAY_COUNT(member_columns));
	bool done = true;
	for (size_t i = 0; done && i < members.count; i++)
		done = list_member(deed, &listing, i, &members.rows[i], err);
	members_note_published(&listing.sheet, &members);
	members_release(&members);
	if (done)
		return listing_put(deed, &listing, err);
	sheet_release(&listing.sheet);
	return false;
}

/* ---- comparison ---------------------------------------------------------------------------------------------------- */

static bool
read_year_of_range(int *out, const char **at)
{
	*out = 0;
	for (int i = 0; i < 4; i++, ++*at) {
		if (**at < '0' || **at > '9')
			return false;
		*out = *out * 10 + (**at - '0');
	}
	return *out >= 1900 && *out <= 2999;
}

/* 2020-2024, 2020–2024, 2024. */
static bool
read_years(struct compare_wish *wish, struct deed *deed, struct err *err)
{
	const char *typed = given(deed, OPTION_YEARS);
	if (!typed)
		return misuse(deed, err,
			SAY("Cần --years, như --years 2020-2024.", "--years is needed, as in --years 2020-2024."),
			NULL);
	const char *at = typed;
	bool good = read_year_of_range(&wish->first_year, &at);
	wish->last_year = wish->first_year;
	if (good && *at) {
		at += text_starts(at, "–") ? strlen("–") : *at == '-';
		good = read_year_of_range(&wish->last_year, &at) && *at == '\0';
	}
	if (!good)
		return misuse(deed, err,
			SAY("“--years {1}”: viết như 2020-2024.", "“--years {1}”: write it as 2020-2024."), typed,
			NULL);
	if (wish->first_year > wish->last_year)
		return misuse(deed, err,
			SAY("“--years {1}”: năm đầu ở sau năm cuối.",
				"“--years {1}”: the first year is after the last."),
			typed, NULL);
	return true;
}

static bool
read_part(struct str *part, struct deed *deed, int year, struct err *err)
{
	period p;
	const char *typed = given(deed, OPTION_PART);
	if (!period_read(&p, year, typed ? typed : "Y", err)) {
		deed->misused = true;
		return false;
	}
	period_part(p, part);
	return true;
}

static bool
read_boundary(struct compare_wish *wish, struct deed *deed, struct err *err)
{
	const char *typed = given(deed, OPTION_BOUNDARY);
	wish->boundary_now = text_equal(typed, "now");
	return !typed || wish->boundary_now || text_equal(typed, "then") ||
		misuse(deed, err,
			SAY("“--boundary {1}” không có; hãy viết then hoặc now.",
				"There is no “--boundary {1}”; write then or now."),
			typed, NULL);
}

/* A unit, or a cluster; with both the unit, which must be found beside the cluster. */
static bool
read_subject(struct compare_wish *wish, struct deed *deed, struct err *err)
{
	if (!given(deed, OPTION_CLUSTER) && !given(deed, OPTION_UNIT))
		return misuse(deed, err, SAY("Cần --cluster hoặc --unit.", "--cluster or --unit is needed."), NULL);
	if (given(deed, OPTION_CLUSTER) &&
		!find_given(&wish->subject, deed, OPTION_CLUSTER, ENTITY_CLUSTER, wish->last_year, err))
		return false;
	return !given(deed, OPTION_UNIT) ||
		find_given(&wish->subject, deed, OPTION_UNIT, ENTITY_UNIT, wish->last_year, err);
}

static bool
read_metrics(int64_t **metrics, struct deed *deed, struct err *err)
{
	const struct arguments *arguments = deed->arguments;
	*metrics = mem_new(arguments->metric_count + 1, sizeof **metrics);
	for (size_t i = 0; i < arguments->metric_count; i++) {
		enum entity_id found;
		if (!find_one(&found, &(*metrics)[i], deed->store, ENTITY_METRIC, false, arguments->metrics[i], NULL,
			    err))
			return false;
	}
	return true;
}

static void
note_table(struct sheet *sheet)
{
	compare_note_coverage(sheet);
	if (!sheet->row_count)
		sheet_note(sheet,
			mem_copy_text(say(SAY("Chưa có chỉ tiêu nào để so sánh; hãy nêu chỉ tiêu bằng --metric.",
				"There is no metric to compare; please name some with --metric."))));
}

bool
comparison_asked(struct asked_comparison *out, struct deed *deed, struct err *err)
{
	*out = (struct asked_comparison){ .wish = { .members_sum = given(deed, OPTION_SUM),
						  .same_units = given(deed, OPTION_SAME_UNITS),
						  .metric_count = deed->arguments->metric_count } };
	struct compare_wish *wish = &out->wish;
	bool done = read_years(wish, deed, err) && read_part(&out->part, deed, wish->last_year, err) &&
		read_boundary(wish, deed, err) && read_subject(wish, deed, err) &&
		read_metrics(&out->metrics, deed, err);
	wish->part = str_text(&out->part);
	wish->metrics = out->metrics;
	/* Only a sum has units to be the same. */
	wish->members_sum = wish->members_sum || (wish->same_units && !given(deed, OPTION_UNIT));
	return done;
}

void
asked_comparison_release(struct asked_comparison *asked)
{
	free(asked->metrics);
	str_release(&asked->part);
}

bool
run_compare(struct deed *deed, struct err *err)
{
	struct asked_comparison asked;
	struct sheet sheet = { 0 };
	bool done = comparison_asked(&asked, deed, err) && compare_read(&sheet, deed->store, &asked.wish, err);
	if (done && deed->format == FORMAT_TABLE)
		note_table(&sheet);
	done = done && put_sheet(deed, &sheet, err);
	sheet_release(&sheet);
	asked_comparison_release(&asked);
	return done;
}

/* ---- rotation ------------------------------------------------------------------------------------------------------ */

static const char *
mark_sign(enum matrix_mark mark)
{
	switch (mark) {
	case MATRIX_MEMBER:
		return "·";
	case MATRIX_NOT_KNOWN:
		return "?";
	case MATRIX_LEADER:
		return "T";
	case MATRIX_DEPUTY:
		return "P";
	case MATRIX_LEADER_SUGGESTED:
		return "(T)";
	case MATRIX_DEPUTY_SUGGESTED:
		return "(P)";
	case MATRIX_OUTSIDE:
		break;
	}
	return "";
}

/* Columns after those of the years. */
static const struct {
	const char *code;
	struct words head;
	bool number, in_files;
} rotation_columns[] = {
	{ "times_leader", WORDS("Số lần T", "Times T"), true, false },
	{ "times_deputy", WORDS("Số lần P", "Times P"), true, false },
	{ "last_year", WORDS("Gần nhất", "Last"), true, false },
	{ "suggested", WORDS("Gợi ý", "Suggested"), false, true },
	{ "reason", WORDS("Vì sao", "Why"), false, true },
	{ "uid", WORDS("Mã", "Id"), false, false },
};

static void
set_text(struct cell *cell, const char *text)
{
	cell->kind = *text ? CELL_TEXT : CELL_EMPTY;
	cell->text = mem_copy_text(text);
}

static const struct matrix_suggestion *
suggestion_of(const struct role_matrix *matrix, int64_t unit)
{
	for (size_t i = 0; i < matrix->suggestion_count; i++)
		if (matrix->suggestions[i].unit == unit)
			return &matrix->suggestions[i];
	return NULL;
}

static void
name_rotation_columns(struct sheet *sheet, const struct deed *deed, const struct role_matrix *matrix)
{
	size_t column = 0;
	sheet->title = deed->format == FORMAT_TABLE ? mem_copy_text(matrix->cluster.full_name) : NULL;
	sheet->row_head = mem_copy_text(say(SAY("Đơn vị", "Unit")));
	sheet->row_code = mem_copy_text("unit");
	for (; column < matrix->year_count; column++) {
		struct str year = { 0 };
		str_add_integer(&year, matrix->years[column]);
		sheet->columns[column].code = mem_copy_text(str_text(&year));
		sheet->columns[column].text = str_take(&year);
	}
	for (size_t i = 0; i < ARRAY_COUNT(rotation_columns); i++) {
		if (rotation_columns[i].in_files && deed->format == FORMAT_TABLE)
			continue;
		sheet->columns[column].text = mem_copy_text(say(rotation_columns[i].head));
		sheet->columns[column].code = mem_copy_text(rotation_columns[i].code);
		sheet->columns[column++].number = rotation_columns[i].number;
	}
}

static bool
fill_rotation_row(struct deed *deed, struct sheet *sheet, size_t row, const struct role_matrix *matrix, struct err *err)
{
	const struct matrix_row *unit = &matrix->rows[row];
	const struct matrix_suggestion *suggestion = suggestion_of(matrix, unit->unit);
	struct cell *cell = sheet_cell(sheet, row, 0);
	struct str uid = { 0 };
	sheet->rows[row].text = mem_copy_text(unit->name);
	for (size_t i = 0; i < matrix->year_count; i++)
		set_text(cell++, mark_sign(unit->marks[i]));
	*cell++ = (struct cell){ .kind = CELL_INTEGER, .quantity.amount = unit->led };
	*cell++ = (struct cell){ .kind = CELL_INTEGER, .quantity.amount = unit->deputised };
	*cell++ = (struct cell){ .kind = unit->last ? CELL_INTEGER : CELL_EMPTY, .quantity.amount = unit->last };
	if (deed->format != FORMAT_TABLE) {
		set_text(cell++, suggestion ? suggestion->label : "");
		set_text(cell++, suggestion ? suggestion->reason : "");
	}
	bool done = label_add(&uid, deed->store, ENTITY_UNIT, unit->unit, LABEL_UID, NULL, err);
	set_text(cell, str_text(&uid));
	str_release(&uid);
	return done;
}

bool
run_rotation(struct deed *deed, struct err *err)
{
	int year, since;
	int64_t cluster;
	struct role_matrix matrix = { 0 };
	if (!work_year(&year, deed, err) || !given_year(&since, deed, OPTION_SINCE, year - YEARS_BEFORE, err))
		return false;
	if (since > year)
		return misuse(deed, err,
			SAY("--since phải không sau năm công tác.", "--since must not be after the work year."), NULL);
	if (!find_given(&cluster, deed, OPTION_CLUSTER, ENTITY_CLUSTER, year, err) ||
		!role_matrix_read(&matrix, deed->store, cluster, since, year, err))
		return false;
	size_t beside = 0;
	for (size_t i = 0; i < ARRAY_COUNT(rotation_columns); i++)
		beside += !rotation_columns[i].in_files || deed->format != FORMAT_TABLE;
	struct sheet sheet = sheet_new(matrix.row_count, matrix.year_count + beside);
	name_rotation_columns(&sheet, deed, &matrix);
	bool done = true;
	for (size_t row = 0; done && row < matrix.row_count; row++)
		done = fill_rotation_row(deed, &sheet, row, &matrix, err);
	if (deed->format == FORMAT_TABLE)
		role_matrix_note_suggestions(&sheet, &matrix);
	else if (matrix.remark && *matrix.remark)
		sheet_note(&sheet, mem_copy_text(matrix.remark));
	done = done && put_sheet(deed, &sheet, err);
	sheet_release(&sheet);
	role_matrix_release(&matrix);
	return done;
}
