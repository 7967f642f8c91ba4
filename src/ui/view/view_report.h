/* How views hand over their table for paper and spreadsheets. */
#ifndef UI_VIEW_VIEW_REPORT_H
#define UI_VIEW_VIEW_REPORT_H
#include "app/reports.h"
#include "ui/list.h"
#include "ui/session.h"

/* Begins the report of a view under that heading, of the year looked at. */
bool view_begin_report(const struct view *view, struct report *out, const char *heading, struct err *err);
/* The same, and fills it with the list: with what the filter lets through, if there is one. */
bool view_report_list(
	const struct view *view, const struct list *list, struct report *out, const char *heading, struct err *err);
#endif
