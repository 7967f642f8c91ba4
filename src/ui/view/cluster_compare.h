/* Cụm › So sánh, between its files: the table of metrics over years, and the chart of one metric. */
#ifndef UI_VIEW_CLUSTER_COMPARE_H
#define UI_VIEW_CLUSTER_COMPARE_H
#include "app/compare.h"
#include "app/figures.h"
#include "cluster.h"
#include "ui/list.h"

enum compare_subject { COMPARE_OWN, COMPARE_SUM, COMPARE_UNIT };
struct compare_page {
	struct page page;
	enum compare_subject subject;
	int64_t unit; /* of COMPARE_UNIT */
	struct str unit_name;
	bool same_units, boundary_now;
	struct sheet sheet;
	struct list list;  /* rows, their filter and focus; drawn here */
	int column;        /* with the focus: 0 the name, else 1 + column of the sheet */
	int years;         /* compared, the last is the work year */
	int bar;           /* cells of the bar at the right of large screens; 0: none */
	struct str detail; /* row 22 */
	bool charting;
	int64_t metric; /* of the chart */
	struct figure_column of_chart;
	struct sheet chart;
	int chart_years, year; /* shown; with the focus, from 0 */
};
struct compare_page *compare_of(const struct page *page);
/* What is compared, but for metrics and years. */
struct compare_wish compare_wish_of(const struct compare_page *page);
/* "toàn cụm báo cáo", "cộng các đơn vị", the name of the unit; appends. */
void compare_subject_name(const struct compare_page *page, struct str *out);
/* The chart of the metric with the focus; where there is none err says so. */
void compare_chart_here(struct compare_page *page, struct err *err);
/* Makes row 22 again. */
void compare_tell(struct compare_page *page);
/* The figures behind a cell of a metric: the record, or the grid of that year with the cursor there. */
void compare_open_cell(struct compare_page *page, const struct cell *cell, int64_t metric, int year, struct err *err);

/* cluster_compare_choose.c: F4 */
bool compare_open_switches(struct compare_page *page, struct err *err);
bool compare_chosen(struct compare_page *page, const struct view *closed, struct err *err);

/* cluster_chart.c */
bool chart_load(struct compare_page *page, struct err *err);
void chart_frame(const struct compare_page *page, struct frame *frame);
void chart_draw(const struct compare_page *page, struct draw *draw);
enum outcome chart_act(struct compare_page *page, enum action_id action, struct err *err);
bool chart_allows(const struct compare_page *page, enum action_id action);
void chart_release(struct compare_page *page);
int chart_years_of(const struct layout *layout);
#endif
