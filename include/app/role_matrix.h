/* Who led a cluster, who leads it and who is next: the matrix of the roles, and the suggestion with its reason. */
#ifndef APP_ROLE_MATRIX_H
#define APP_ROLE_MATRIX_H
#include "app/members.h"

enum matrix_mark {
	MATRIX_OUTSIDE,   /* not in the cluster that year: blank */
	MATRIX_MEMBER,    /* · a member without a role */
	MATRIX_NOT_KNOWN, /* ? the book does not say */
	MATRIX_LEADER,
	MATRIX_DEPUTY,
	MATRIX_LEADER_SUGGESTED,
	MATRIX_DEPUTY_SUGGESTED
};
struct matrix_row {
	int64_t unit;
	char *name;              /* short */
	enum matrix_mark *marks; /* one a year */
	int64_t *terms;          /* id of the term behind a mark; 0: none */
	int led, deputised;      /* times, with those of predecessors and of unknown years */
	int last;                /* latest year as leader or deputy; 0: never */
};
struct matrix_suggestion {
	int64_t role; /* record of kind role */
	char *label;  /* "Cụm trưởng" */
	bool leads;
	int64_t unit;
	char *unit_name;
	char *reason; /* "vì là cụm phó năm 2024" */
};
/* A term of the work year or of the next one. */
struct matrix_term {
	int64_t term, unit;
	int year;
	char *role;               /* "Cụm trưởng" */
	char *unit_name, *person; /* "" when there is none */
	char *how;                /* "suy tôn, hội nghị 07/12/2024"; "" not stated */
	char *how_brief;          /* "suy tôn 07/12/2024" */
	bool leads, deputises;
};
struct role_matrix {
	struct cluster_head cluster;
	int *years;
	size_t year_count; /* ascending; the last is the year after the work year */
	struct matrix_row *rows;
	size_t row_count;
	struct matrix_suggestion *suggestions;
	size_t suggestion_count;
	char *remark; /* "Sổ chỉ biết từ năm 2024: …", or why nothing is suggested; "" nothing to add */
	bool decided; /* next year's leader is in the book already */
	struct matrix_term *terms;
	size_t term_count; /* of the work year, then the next; leader, deputy, others */
};
/* The matrix of the years first … year + 1 and the suggestion for the year after `year`. */
bool role_matrix_read(
	struct role_matrix *out, struct store *store, int64_t cluster, int first, int year, struct err *err);
void role_matrix_release(struct role_matrix *matrix);
#endif
