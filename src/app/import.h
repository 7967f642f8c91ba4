/* An import on its way: files are parsed and cleaned without the gate (import_parse.c), then written inside one change, rows
 * after the rows they refer to (import_plan.c, import_cells.c), then held against the rules. */
#ifndef SRC_APP_IMPORT_H
#define SRC_APP_IMPORT_H
#include "app/columns.h"
#include "app/edit_steps.h"
#include "app/exchange.h"
#include "app/textmap.h"
#include "model/period.h"

#define FAULTS_MOST 20

enum row_state { ROW_WAITING, ROW_WRITTEN, ROW_FAILED };
struct import_row {
	char **cells;     /* one a column of the file, cleaned; "" empty; one block of memory with places */
	uint32_t *places; /* where each begins in its line, in letters from 1 */
	long line;
	int64_t id;                      /* of its record, once written */
	int64_t left_unit, left_cluster; /* of a membership that the row moves: where it was; 0 */
	enum row_state state;
	bool late; /* refers to a record of a later file: that field is set in the end */
};
struct import_file {
	const struct entity *entity;
	const char *name; /* for sentences; borrowed */
	const char *bytes;
	size_t length;
	struct import_wish wish;
	struct columns columns; /* as the file has them */
	bool by_hand;           /* of figures: without uids, as a clerk types */
	struct import_row *rows;
	size_t count, capacity;
	struct textmap written; /* id of a record → 1 + index of the row that wrote it */
};
struct import {
	struct store *store;
	struct change *change;
	struct import_file *files;
	size_t file_count, at; /* at: the file being written */
	struct textmap coming; /* "entity:uid" → 1 + index of the file that brings it */
	struct textmap known;  /* "entity:uid" → id, where the book knows it under another uid */
	struct textmap names;  /* "entity:day:text" → id·64 + entity */
	struct textmap scales; /* id of a metric → 1 + index */
	struct textmap series; /* "subject:metric" → 1 + index */
	struct import_amounts {
		int64_t largest;
		bool below_zero;
	} * amounts; /* that the book had of each series before this import wrote the first of it */
	size_t amounts_count, amounts_capacity;
	struct record *metrics;
	size_t metric_count, metric_capacity;
	struct import_result result;
	void (*fault)(void *to, const struct err *fault);
	bool (*progress)(void *to, size_t done, size_t all);
	void *to;
	size_t faults, done, all;
	long fault_line;  /* of the last fault: a row with several is one faulty record */
	struct err first; /* the first fault */
};

/* The table of a file in an encoding; separator 0: found by its first line. */
bool import_open_csv(
	struct csv **csv, enum charset encoding, char separator, const char *bytes, size_t length, struct err *err);
/* Reads head and rows of a file; faults are told.  false: it is given up, err says why. */
bool import_parse(struct import *import, struct import_file *file, struct err *err);
void import_file_release(struct import_file *file);
/* A line without anything in it is no row. */
bool import_row_is_blank(const struct csv_row *row);
/* Heads are compared without blanks at their ends and in small letters; appends. */
void import_fold_head(struct str *out, const char *cell);
/* The field of a column that holds text; NULL: it holds something else. */
const struct field *import_text_field(const struct entity *entity, const struct column *column);
/* Tells a fault of a row (NULL: the head) at a column (-1: none), taking the sentence out of err.  false: give up, err is set. */
bool import_fault(struct import *import, const struct import_file *file, const struct import_row *row, int column,
	struct err *err);
/* What is told of a row (NULL: the head) at a column (-1: none): the sentence after «figure.csv, dòng 7, cột 3 (value «abc»): »,
 * with line and letter; err_release. */
struct err import_told(const struct import_file *file, const struct import_row *row, int column, const char *sentence);
/* What the book has of a figure's subject and metric: to be asked before the figure is written. */
bool import_amounts_of(struct import_amounts *out, struct import *import, const struct record *figure, struct err *err);
/* Counts and tells a figure of the row that may be a slip: held against that. */
bool import_doubt(struct import *import, const struct import_file *file, const struct import_row *row,
	const struct record *figure, struct import_amounts amounts, struct err *err);
/* One step done; false: cancelled. */
bool import_step(struct import *import, struct err *err);

enum cells { CELLS_READ, CELLS_WAIT, CELLS_FAULT };
/* Makes a record of a row: *out is new with what the row gives, given[field] tells which fields those are, *late whether a field
 * had to be left for later.  CELLS_WAIT: a row that it refers to is not written yet.  CELLS_FAULT: err, *column. */
enum cells cells_read(struct record *out, bool *given, bool *late, int *column, struct import *import,
	const struct import_file *file, const struct import_row *row, bool wait, struct err *err);
/* Index in the file of the column that a person would look at for a field; -1. */
int cells_column(const struct import_file *file, const struct import_row *row, int field);
/* What an uid or a key in a file stands for: 0 when the book does not know it yet. */
bool import_resolve(int64_t *id, struct import *import, enum entity_id entity, const char *uid, struct err *err);
/* The metric's record, kept for the whole import; NULL: err. */
const struct record *import_metric(struct import *import, int64_t id, struct err *err);
/* Reads a figure's value as a clerk types it into the record. */
bool cells_read_value(struct record *figure, struct import *import, const char *text, struct err *err);
/* Reads a period by dates ("lũy kế đến 15/11/2024") of a year; one that the book lacks is added to it.  *understood = false: the
 * text is none. */
bool import_span(period *out, bool *understood, struct import *import, int year, const char *text, struct err *err);
/* The citations that the column source asks for. */
bool import_cite(struct import *import, int64_t figure, const char *titles, struct err *err);

/* Of a file of units or clusters: the record that bears the name of the row to the letter, when *id is still 0. */
bool import_by_name(int64_t *id, struct import *import, const struct import_file *file, const struct import_row *row,
	struct err *err);
/* Gives a new record its first name; refuses another name for one that is there. */
bool import_name(struct import *import, const struct import_file *file, const struct import_row *row, bool fresh,
	struct err *err);
/* Refuses a new record that nobody could speak of: no uid of the file's choice, no name. */
bool import_check_named(const struct import_file *file, const struct import_row *row, struct err *err);

/* Parses, writes and settles all files as one change. */
bool import_files(struct import *import, const char *action, const char *about, struct err *err);
void import_release(struct import *import);
/* "4:ULID" for the maps; appended. */
void import_key(struct str *out, enum entity_id entity, const char *text);
#endif
