/* What the keys do with the record that a row of a list stands for: the same in every list. */
#ifndef UI_VIEW_LISTED_H
#define UI_VIEW_LISTED_H
#include "ui/list.h"
#include "ui/view/views.h"

struct listed {
	enum entity_id entity;
	int64_t record;               /* 0: no row has the focus */
	const struct preset *presets; /* F7: what a new record begins with; NULL: nothing */
};
/* The record of the kind that a form has just made, asked for once: a list that shows it puts its focus there; 0: none. */
int64_t listed_made(struct session *session, enum entity_id entity);
/* list_set_rows with the row of that record where it is among the rows, else with that of keep. */
void listed_set_rows(struct list *list, size_t count, int64_t made, int64_t keep);
/* Enter, F2, F5, F7, F8, the history of the record and the import of more of its kind; every other action is the list's own to allow. */
bool listed_allows(
	const struct session *session, const struct list *list, const struct listed *listed, enum action_id action);
/* Runs one of those; VIEW_PASS when it is none of them, or does nothing here. */
enum outcome listed_act(struct ui *ui, const struct listed *listed, enum action_id action, struct err *err);
#endif
