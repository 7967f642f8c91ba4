/* Who led a cluster, who leads it and who is next: the matrix of the roles, and the suggestion with its reason. */
#ifndef APP_ROTATION_H
#define APP_ROTATION_H
#include "app/members.h"

enum role_mark {
	ROLE_OUTSIDE,           /* not in the cluster that year: blank */
	ROLE_MEMBER,            /* · member without a role */
	ROLE_NOT_KNOWN,         /* ? the book does not say */
	ROLE_LEADER, ROLE_DEPUTY, ROLE_OTHER,
	ROLE_LEADER_SUGGESTED, ROLE_DEPUTY_SUGGESTED
};
struct role_row {
	int64_t unit;
	char *name;             /* short */
	enum role_mark *marks;  /* one a year */
	int64_t *terms;         /* id of the term behind a mark; 0: none */
	int led, deputised;     /* times, with those of predecessors and of unknown years */
	int last;               /* latest year as leader or deputy; 0: never */
};
struct role_suggestion {
	int64_t role;           /* record of kind role */
	char *label;            /* "Cụm trưởng" */
	int64_t unit;           /* 0: nothing to suggest */
	char *unit_name;
	char *reason;           /* "vì là cụm phó năm 2024" */
};
struct rotation {
	struct cluster_head cluster;
	int *years; size_t year_count;          /* ascending; the last is the year after the work year */
	struct role_row *rows; size_t row_count;
	int next_year;
	struct role_suggestion *suggestions; size_t suggestion_count;
	char **remarks; size_t remark_count;    /* "Sổ chỉ biết từ năm 2024: …"; why nothing is suggested */
	bool decided;           /* next year's leader is in the book already */
	struct held { char *label; char *unit; char *person; char *how; int64_t term, unit_id; int year; } *held;
	size_t held_count;      /* terms of the work year and of the next one, leader first */
};
/* The matrix of years first … year + 1 and the suggestion for the year after `year`. */
bool rotation_read(struct rotation *out, struct store *store, int64_t cluster, int first, int year, struct err *err);
void rotation_release(struct rotation *rotation);
#endif
