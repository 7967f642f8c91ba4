/* Home: the clusters of the book in one work year. */
#ifndef APP_BOARD_H
#define APP_BOARD_H
#include "store/store.h"

struct board_row {
	int64_t cluster, owner;
	char *owner_name;       /* short; rows of one owner stand together */
	char *name, *full_name; /* on the last day of the year */
	char *names;            /* every name and other spelling it has or had, one a line: what a filter looks at */
	int members;            /* -1: not known */
	bool members_unsure;    /* those named are attested for later years only */
	char *leader, *deputy;  /* brief names of the holding units joined by ", "; NULL: not known */
	bool no_deputy;         /* the source says that there is none */
	int handed_in, asked;   /* of the year's latest round; asked 0: no round */
	char *next_meeting;     /* stored date of the next planned meeting; NULL: none */
	char *leader_before, *leader_after; /* of the year before and after; NULL: not known */
	bool filled;
};
struct board {
	struct board_row *rows;
	size_t count;
	int year;
};
/* Grouped by owner, owners and clusters in Vietnamese order; clusters that exist in the year. */
bool board_read(struct board *out, struct store *store, int year, struct err *err);
/* The same with no more of each row than cluster, owner and their names: what a screen shows of them it fills, row by row. */
bool board_list(struct board *out, struct store *store, int year, struct err *err);
/* Reads the rest of a row but names, and what a filter looks at; both only once, even when that failed. */
bool board_fill(const struct board *board, size_t row, struct store *store, struct err *err);
bool board_fill_names(const struct board *board, size_t row, struct store *store, struct err *err);
void board_release(struct board *board);
#endif
