/* Lists, grids and comparisons of the book as they are handed to people, in full names: command line and screen write the same. */
#ifndef APP_REPORTS_H
#define APP_REPORTS_H
#include "app/compare.h"
#include "app/figures.h"
#include "app/overview.h"
#include "app/role_matrix.h"
#include "report/report.h"

/* What all reports begin with: who keeps the book, the heading, today.  *out is zeroed first; report_release in every case. */
bool report_begin(struct report *out, struct store *store, const char *heading, struct err *err);
/* Names the documents that are cited for the figures of the sheet, and what a figure with † covers, in notes under it. */
bool report_cite(struct report *report, struct store *store, struct err *err);

/* A note where a source gives another number of members than are named. */
void members_note_published(struct sheet *sheet, const struct members *members);
/* Who is suggested for the next year and why; what the matrix remarks. */
void role_matrix_note_suggestions(struct sheet *sheet, const struct role_matrix *matrix);

/* Each of these begins the report, fills it, and on failure leaves nothing in it. */
bool report_clusters(struct report *out, struct store *store, int year, struct err *err);
bool report_members(struct report *out, struct store *store, int64_t cluster, int year, struct err *err);
bool report_roles(struct report *out, struct store *store, int64_t cluster, int first, int year, struct err *err);
/* entity: COVENANT, NOMINATION or MEETING. */
bool report_papers(
	struct report *out, struct store *store, enum entity_id entity, int64_t cluster, int year, struct err *err);
bool report_comparison(struct report *out, struct store *store, const struct compare_wish *wish, struct err *err);

/* A cluster at a glance: its main metrics, and in notes who leads it, who has reported, the last meeting, the covenant. */
bool report_overview(struct report *out, struct store *store, int64_t cluster, int year,
	const struct overview *overview, struct err *err);

enum figures_kinds {
	FIGURES_OF_ONE_KIND,
	FIGURES_WITH_PLANS /* plan, result and percent of each beside each other */
};
struct figures_wish {
	int64_t cluster;
	period when;
	enum figures_kinds kinds;
	enum choice_number kind; /* FIGURE_KIND_… of FIGURES_OF_ONE_KIND */
	bool turned;             /* metrics are rows */
};
bool report_figures(struct report *out, struct store *store, const struct figures_wish *wish, struct err *err);

/* Every record of a kind, under the names of its fields. */
bool report_kind(struct report *out, struct store *store, enum entity_id entity, struct err *err);
#endif
