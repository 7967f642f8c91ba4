/* The figures of a cluster in one period: members × metrics with coverage, sums, the cluster's own report, the difference. */
#ifndef APP_FIGURES_H
#define APP_FIGURES_H
#include "app/edit.h"
#include "app/members.h"
#include "model/entry.h"
#include "model/period.h"
#include "report/sheet.h"

struct figure_column {
	int64_t metric;
	char *name, *short_name, *measure;
	struct metric_facts facts; /* money_scale: the scale that the head names */
	int64_t largest; /* largest known amount of the metric in the book's last years; for the ×100 question */
	bool below_zero; /* it is a difference, or the book has an amount below 0 of it: no question about another */
};
struct figure_cell {
	int64_t figure, rev; /* 0: no record */
	struct cell cell;    /* how it is shown */
	bool differs;        /* a citation differs */
};
struct figure_grid {
	struct members members; /* the rows */
	struct figure_column *columns;
	size_t column_count;
	period period;
	enum choice_number kind;                    /* result, assigned plan, registered plan */
	struct figure_cell *cells;                  /* members × columns */
	struct figure_cell *reported;               /* the cluster's own figures, one a column */
	struct cell *coverage, *sums, *differences; /* one a column */
};
bool figure_grid_read(struct figure_grid *out, struct store *store, int64_t cluster, period when,
	enum choice_number kind, struct err *err);
/* One shown together with another, of another year or kind: amounts are scaled alike, and what the book knows of them is not
 * read twice.  beside NULL: alone; one without columns: no amounts are shown. */
bool figure_grid_read_beside(struct figure_grid *out, struct store *store, int64_t cluster, period when,
	enum choice_number kind, const struct figure_grid *beside, struct err *err);
void figure_grid_release(struct figure_grid *grid);

/* The figures of one subject in the columns of a grid, whatever its own period and kind: cells has room for column_count,
 * figure_cells_release. */
bool figure_line_read(struct figure_cell *cells, struct store *store, int64_t subject,
	const struct figure_column *columns, size_t column_count, period when, enum choice_number kind,
	struct err *err);
/* Frees the texts in the cells, not the array. */
void figure_cells_release(struct figure_cell *cells, size_t count);

/* What makes a figure the only one of its kind: a book has at most one of a key. */
struct figure_key {
	int64_t subject, metric;
	period when;
	enum choice_number kind; /* FIGURE_KIND_… */
};

/* The result in percent of the plan, in FIGURE_PERCENT_DECIMALS; false: one of them is no number, or the plan is 0.  decimals
 * are those of the metric. */
#define FIGURE_PERCENT_DECIMALS 1
bool figure_percent(
	struct quantity *out, const struct figure_cell *result, const struct figure_cell *plan, int decimals);

/* What the detail line says of one figure: full name, period, unit, last year's value and change, source. */
bool figure_detail(struct str *out, struct store *store, struct figure_key key, const struct figure_column *column,
	struct err *err);
/* The same in few words, while something is typed: name, subject, last year's value. */
bool figure_detail_brief(struct str *out, struct store *store, struct figure_key key,
	const struct figure_column *column, struct err *err);
/* Appends "74.516 đoàn viên († …) · nguồn: …" of a figure of the book. */
bool figure_told(struct str *out, struct store *store, int64_t figure, struct err *err);
/* A sentence on why an entry may be a slip: below zero where nothing else is, over a hundred times what the book knows.  NULL: it
 * is not; the caller's. */
char *figure_doubt(const struct entry *entry, const struct figure_column *column);
/* Stores what was typed into a cell, as one change through the rules: entry is what entry_read understood, source (0: none) the
 * document that is cited for it.  base_rev is the figure's rev that the screen showed (0: none). */
bool figure_put(struct store *store, struct figure_key key, const struct entry *entry, int64_t source, int64_t base_rev,
	struct notices *notices, struct err *err);
/* The same for several cells, as one change with one undo: a block filled, pasted, taken out.  Nothing is stored when one is
 * refused; *refused (NULL allowed) is then its index. */
struct figure_wish {
	struct figure_key key;
	struct entry entry;
	int64_t base_rev;
};
bool figures_put(struct store *store, const char *action, const struct figure_wish *wishes, size_t count,
	int64_t source, size_t *refused, struct notices *notices, struct err *err);
/* The entry that would write the figure again; entry_release.  ERR_NOT_FOUND when it is gone. */
bool figure_as_entry(struct entry *out, struct store *store, int64_t figure, struct err *err);
/* Cites the document for all these figures, as one change; those that it is cited for already stay as they are. */
bool figures_cite(struct store *store, const int64_t *figures, size_t count, int64_t document, struct err *err);
/* The figure of that key as it is in the book, or a new one that nothing is known of: what a conflict is settled on. */
bool figure_record(struct record *out, struct store *store, struct figure_key key, struct err *err);
/* Stores a figure as it is in memory, with the source (0: none) cited for it: said is what the source says, which need not be
 * what is stored. */
bool figure_record_put(struct store *store, struct record *figure, int64_t source, const struct record *said,
	struct notices *notices, struct err *err);
/* Has the cluster collect all these metrics from the year on, as one change; those that it collects then already stay as they are. */
bool cluster_metrics_put(
	struct store *store, int64_t cluster, const int64_t *metrics, size_t count, int year, struct err *err);
/* The place behind all metrics of the catalogue, for a new one. */
bool metric_next_position(int64_t *position, struct store *store, struct err *err);
/* Remembers what "x/y" means for a metric, once somebody was asked. */
bool metric_slash_put(struct store *store, int64_t metric, enum choice_number slash, struct err *err);
/* Id of the figure of that key; 0 when the book has none. */
bool figure_find(int64_t *id, struct store *store, struct figure_key key, struct err *err);
/* One metric as a column; its texts are freed by figure_column_release. */
bool figure_column_read(struct figure_column *out, struct store *store, int64_t metric, struct err *err);
void figure_column_release(struct figure_column *column);
/* The first figure that a change wrote or took out; false without err: it wrote none. */
bool figure_of_change(struct figure_key *out, struct store *store, int64_t change, struct err *err);
#endif
