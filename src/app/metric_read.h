/* Metrics and single figures as the readers of grid, comparison and unit page share them. */
#ifndef APP_METRIC_READ_H
#define APP_METRIC_READ_H
#include "app/figures.h"
#include "store/rows.h"

/* The metrics that a cluster collects in a year: its set of that year, else its nearest one, else those with a figure. */
bool collected_metrics(int64_t **ids, size_t *count, struct store *store, int64_t cluster, int year, struct err *err);
bool main_metrics(int64_t **ids, size_t *count, struct store *store, int64_t cluster, int year, struct err *err);
bool metrics_of_subject(int64_t **ids, size_t *count, struct store *store, int64_t subject, struct err *err);
/* The decimals of the amounts of a record: those of its metric; 0 of a kind without one. */
bool amount_decimals(int *decimals, struct store *store, const struct record *record, struct err *err);
/* From a row of the question FIGURE; words and as_of are borrowed from it. */
void figure_take(struct figure_facts *out, const struct rows *rows);
/* Appends what the figures of a metric are counted in on paper: "đoàn viên", "triệu đồng". */
void metric_measure(struct str *out, const char *measure, const struct metric_facts *metric);
struct cell cell_of_figure(const struct figure_facts *figure, const struct metric_facts *metric);
struct cell cell_of_quantity(struct quantity quantity, const struct metric_facts *metric);
#endif
