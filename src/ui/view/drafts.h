/* From a draft back to the views that it was made from. */
#ifndef UI_VIEW_DRAFTS_H
#define UI_VIEW_DRAFTS_H
#include "app/draft.h"
#include "ui/ui.h"

/* The form with all that was typed.  for_below: the view below waits for the record. */
bool record_form_reopen(struct ui *ui, const struct draft *draft, bool for_below, struct err *err);
/* Units that merge or divide. */
bool reorganise_reopen(struct ui *ui, const struct draft *draft, struct err *err);
/* The figures of the cluster with the box open on the cell.  false: the cell is no longer there; nothing was opened. */
bool cluster_reopen_cell(struct ui *ui, const struct draft *draft, struct err *err);
#endif
