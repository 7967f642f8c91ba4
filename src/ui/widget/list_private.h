/* Between the rows of a list and their drawing. */
#ifndef UI_WIDGET_LIST_PRIVATE_H
#define UI_WIDGET_LIST_PRIVATE_H
#include "ui/list.h"

enum list_row list_kind(const struct list *list, size_t row);
void list_searched(const struct list *list, size_t row, struct str *out);
/* Rows of the area without the heads; at least 1. */
int list_body_rows(const struct list *list);
/* How wide the columns would like to be. */
void list_measure(struct list *list);
/* Columns have left the screen at the right. */
bool list_has_more(const struct list *list);
#endif
