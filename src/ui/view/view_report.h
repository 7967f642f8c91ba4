/* How views hand over their table for paper and spreadsheets. */
#ifndef UI_VIEW_VIEW_REPORT_H
#define UI_VIEW_VIEW_REPORT_H
#include "app/reports.h"
#include "ui/list.h"
#include "ui/session.h"

/* Begins the report of a view under that heading; of_year: what it shows is of the year looked at. */
bool view_begin_report(const struct view *view, struct report *out, const char *heading, bool of_year, struct err *err);
/* Fills it with the list: with what the filter lets through, if there is one. */
void view_report_list(struct report *out, const struct list *list);
#endif
