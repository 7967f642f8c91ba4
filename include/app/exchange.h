/* Files in and out: CSV with one table a kind, the columns of the field tables.
 *
 * A reference x has the columns x_uid and x; a subject also x_kind; a period the columns year and part (closes_year,
 * closes_part …); a record of any kind: entity, record_uid, record; choices and sets their words; dates as stored; amounts plain.
 * share/example/ is written so.  What export writes, import reads back to an equal book. */
#ifndef APP_EXCHANGE_H
#define APP_EXCHANGE_H
#include "app/edit.h"
#include "base/str.h"
#include "text/charset.h"
#include "text/csv.h"

/* FORMAT_TEXT and FORMAT_XLSX are of reports (app/reports.h). */
enum exchange_format { FORMAT_TABLE, FORMAT_CSV, FORMAT_JSON, FORMAT_TEXT, FORMAT_XLSX };
/* Writes every record of the kind, ordered by uid or key, through sink (called with whole rows; false stops with err).
 * figures have in front: subject_kind, subject, cluster, metric, unit_of_measure, year, part, kind, qualifier, value, words,
 * coverage, source.  format: TABLE, CSV or JSON. */
bool export_kind(struct store *store, enum entity_id entity, enum exchange_format format, struct csv_style style,
	bool (*sink)(void *to, const char *bytes, size_t length, struct err *err), void *to, struct err *err);

struct import_wish {
	const enum charset *encoding; /* NULL: guessed */
	const char *
		title_case; /* columns of text that get the capitals of names (text_title), parted by commas; NULL: none */
	char separator;     /* 0: found */
	size_t most;        /* records; a file with more is refused before anything is written; 0: any number */
	bool trial;         /* all is read, checked and taken back again: what an import would do */
	/* optional: the first amounts (at most 20) that may be slips, see figure_doubt; they are stored like the others */
	void (*doubt)(void *to, const struct err *doubt);
};
/* More at once keep others waiting for over a second (reliability.md 1.5): the person is asked first. */
#define IMPORT_MOST 250000
struct import_result {
	size_t read, added, changed, same;
	size_t faulty;         /* records with at least one fault; only a trial looks at all of them */
	size_t doubtful;       /* figures that may be slips, when the wish asks for them */
	enum charset encoding; /* in which the file was read */
};
/* Reads a whole file (bytes) of one kind as one change: a row whose uid, else key, is in the book changes that record, another
 * adds one; cells of missing columns stay as they are.  Everything is checked before anything is written; the first faults (at
 * most 20) are told through fault and nothing is stored.  err then has the first one with line and column; of a trial the
 * result tells all the same how many rows would be what.
 * wish NULL: nothing; an encoding that nobody recognises is read as UTF-8 and refused where it is none.
 * progress (NULL allowed) is called at least every 30 ms of work; false cancels. */
bool import_kind(struct import_result *result, struct store *store, enum entity_id entity, const char *file_name,
	const char *bytes, size_t length, const struct import_wish *wish,
	void (*fault)(void *to, const struct err *fault), bool (*progress)(void *to, size_t done, size_t all), void *to,
	struct err *err);
/* The kinds in the order in which files must be read so that what is referred to is there. */
const enum entity_id *exchange_order(size_t *count);
/* Loads the shipped catalogue (metrics, class sets, roles, awards, provinces with their succession) into a new book. */
bool load_catalogue(struct store *store, struct err *err);
/* Loads the shipped example, five real articles, into a book that has the catalogue. */
bool load_example(struct store *store, struct err *err);
/* Loads every KIND.csv of a folder, in that order, as one change; refused whole with file, line and column. */
bool load_folder(struct store *store, const char *folder, struct err *err);
#endif
