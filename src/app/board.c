#include "app/board.h"
#include "app/members.h"
#include "app/questions_cluster.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

static void
board_row_release(struct board_row *row)
{
	free(row->owner_name);
	free(row->name);
	free(row->full_name);
	free(row->names);
	free(row->leader);
	free(row->deputy);
	free(row->next_meeting);
	free(row->leader_before);
	free(row->leader_after);
}

void
board_release(struct board *board)
{
	for (size_t i = 0; i < board->count; i++)
		board_row_release(&board->rows[i]);
	free(board->rows);
	*board = (struct board){ 0 };
}

static bool
read_clusters(struct board *board, struct store *store, const struct year_bounds *year, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, BOARD_CLUSTERS, err, ARG_TEXT(year->first_day), ARG_TEXT(year->last_day)))
		return false;
	size_t capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(board->rows, board->count, capacity);
		board->rows[board->count++] = (struct board_row){
			.cluster = rows_integer(rows, 0),
			.owner = rows_integer(rows, 1),
			.owner_name = mem_copy_text(rows_text(rows, 2)),
			.name = mem_copy_text(rows_text(rows, 3)),
			.full_name = mem_copy_text(rows_text(rows, 4)),
			.members = -1,
		};
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* A published number, else the number of the named ones when nothing says that some may be missing.  Members without a known
 * beginning are certain from the first year on that a source attests, those «trước 2024» from 2024 on: before it nothing is. */
static bool
read_member_count(
	struct board_row *row, struct store *store, int year, const struct year_bounds *bounds, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, CLUSTER_YEAR, err, ARG_INTEGER(row->cluster), ARG_INTEGER(year)))
		return false;
	if (rows_next(rows, err)) {
		row->members = rows_known(rows, 0) ? (int)rows_integer(rows, 0) : -1;
		row->no_deputy = rows_known(rows, 1) && rows_integer(rows, 1) == 0;
	}
	rows_close(rows);
	if (err->kind || row->members >= 0)
		return err->kind == ERR_NONE;
	int64_t published; /* the first year */
	if (!rows_one_integer(&published, 0, store, &read_questions[READ_CLUSTER_PUBLISHED],
		    (struct value[]){ ARG_INTEGER(row->cluster) }, 1, err))
		return false;
	if (!ASK(&rows, store, MEMBER_COUNT, err, ARG_INTEGER(row->cluster), ARG_TEXT(bounds->first_day),
		    ARG_TEXT(bounds->last_day), ARG_INTEGER(year)))
		return false;
	if (rows_next(rows, err) && rows_integer(rows, 0) > 0) {
		bool dated = rows_integer(rows, 1) == 0;
		if (dated || (published && year >= published))
			row->members = (int)rows_integer(rows, 0);
		else
			row->members_unsure = published;
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* Adds a holder to a list of brief names; a unit whose person changed is named once. */
static void
name_holder(char **list, const char *holder)
{
	const char *brief = brief_name(holder);
	if (*list && strstr(*list, brief))
		return;
	struct str joined = { 0 };
	if (*list) {
		str_add_text(&joined, *list);
		str_add_text(&joined, ", ");
	}
	str_add_text(&joined, brief);
	free(*list);
	*list = str_take(&joined);
}

static bool
read_holders(struct board_row *row, struct store *store, int year, const struct year_bounds *bounds, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, BOARD_HOLDERS, err, ARG_INTEGER(row->cluster), ARG_INTEGER(year - 1),
		    ARG_INTEGER(year + 1), ARG_TEXT(bounds->last_day)))
		return false;
	while (rows_next(rows, err)) {
		int64_t of_year = rows_integer(rows, 0);
		const char *holder = rows_text(rows, 2);
		bool leads = strcmp(rows_text(rows, 1), "truong") == 0;
		if (leads)
			name_holder(of_year < year       ? &row->leader_before
					: of_year > year ? &row->leader_after
							 : &row->leader,
				holder);
		else if (of_year == year && strcmp(rows_text(rows, 1), "pho") == 0)
			name_holder(&row->deputy, holder);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_names(struct board_row *row, struct store *store, struct err *err)
{
	struct rows *rows;
	struct str names = { 0 };
	if (!ASK_CLUSTER(&rows, store, ALL_NAMES, err, ARG_INTEGER(row->cluster), ARG_INTEGER(ENTITY_CLUSTER)))
		return false;
	while (rows_next(rows, err)) {
		str_add_text(&names, names.length ? "\n" : "");
		str_add_text(&names, rows_text(rows, 0));
	}
	rows_close(rows);
	row->names = str_take(&names);
	return err->kind == ERR_NONE;
}

static bool
read_round(struct board_row *row, struct store *store, const struct year_bounds *bounds, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, ROUND_STATE, err, ARG_INTEGER(row->cluster), ARG_INTEGER(bounds->least),
		    ARG_INTEGER(bounds->greatest)))
		return false;
	if (rows_next(rows, err)) {
		row->handed_in = (int)rows_integer(rows, 1);
		row->asked = (int)rows_integer(rows, 2);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_next_meeting(struct board_row *row, struct store *store, struct err *err)
{
	char today[11];
	date_today(today, store_host(store));
	struct rows *rows;
	if (!ASK(&rows, store, NEXT_MEETING, err, ARG_INTEGER(row->cluster), ARG_TEXT(today)))
		return false;
	if (rows_next(rows, err))
		row->next_meeting = mem_copy_text(rows_text(rows, 0));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
board_list(struct board *out, struct store *store, int year, struct err *err)
{
	*out = (struct board){ .year = year };
	struct year_bounds bounds = year_bounds(year);
	if (read_clusters(out, store, &bounds, err))
		return true;
	board_release(out);
	return false;
}

bool
board_fill(const struct board *board, size_t place, struct store *store, struct err *err)
{
	struct board_row *row = &board->rows[place];
	if (row->filled)
		return true;
	row->filled = true;
	struct year_bounds bounds = year_bounds(board->year);
	if (!store_read_begin(store, err))
		return false;
	bool done = read_member_count(row, store, board->year, &bounds, err) &&
		read_holders(row, store, board->year, &bounds, err) && read_round(row, store, &bounds, err) &&
		read_next_meeting(row, store, err);
	store_read_end(store);
	return done;
}

bool
board_fill_names(const struct board *board, size_t place, struct store *store, struct err *err)
{
	struct board_row *row = &board->rows[place];
	if (row->names || read_names(row, store, err))
		return true;
	free(row->names);
	row->names = mem_copy_text("");
	return false;
}

bool
board_read(struct board *out, struct store *store, int year, struct err *err)
{
	*out = (struct board){ 0 };
	if (!store_read_begin(store, err))
		return false;
	bool done = board_list(out, store, year, err);
	for (size_t i = 0; done && i < out->count; i++)
		done = board_fill(out, i, store, err) && board_fill_names(out, i, store, err);
	store_read_end(store);
	if (!done)
		board_release(out);
	return done;
}
