/* A sheet with one record a row whose columns are declared in a table. */
#ifndef SRC_CLI_LISTING_H
#define SRC_CLI_LISTING_H
#include "commands.h"

enum shown { SHOWN_ALWAYS, SHOWN_TO_PEOPLE, SHOWN_IN_FILES };
struct column {
	const char *code;
	struct words head;
	enum shown shown;
	bool number;
};
#define LISTING_COLUMNS 16
struct listing {
	struct sheet sheet;
	int place[LISTING_COLUMNS]; /* column of the sheet; -1: not shown in this format */
};
struct listing listing_new(const struct deed *deed, size_t rows, const struct column *columns, size_t count);
/* NULL: not known; "": nothing to say. */
void listing_text(struct listing *listing, size_t row, int column, const char *text);
void listing_integer(struct listing *listing, size_t row, int column, int64_t integer);
/* A stored date: as people write it in a table, as stored in files; NULL or "": nothing. */
void listing_date(struct listing *listing, size_t row, int column, const char *stored);
/* The uid of a record. */
bool listing_uid(struct deed *deed, struct listing *listing, size_t row, int column, enum entity_id entity, int64_t id,
	struct err *err);
/* Writes and releases. */
bool listing_put(struct deed *deed, struct listing *listing, struct err *err);
/* Writes a sheet in the deed's format.  Notes stand below a table; beside files they go to standard error. */
bool put_sheet(struct deed *deed, const struct sheet *sheet, struct err *err);
#endif
