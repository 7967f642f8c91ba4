/* From a record to the screen that shows it. */
#ifndef UI_VIEW_VIEW_OPEN_H
#define UI_VIEW_VIEW_OPEN_H
#include "app/edit.h"
#include "ui/view/views.h"

/* Units and clusters have pages, parts are on the form of their owner, everything else has its form. */
bool view_open_record(struct ui *ui, enum entity_id entity, int64_t id, struct err *err);

/* The title of the question where something was built on a change since: by whom. */
const char *undo_blocked_title(const struct undo_plan *plan);
/* The question before a change of the history is taken back, with this tag; *fitting_only: something was built on it.
 * Where there is nothing to ask, false with a sentence. */
bool undo_change_ask(struct ui *ui, int64_t change, int tag, bool *fitting_only, struct err *err);
/* Takes it back (or brings it again) and says so. */
bool undo_change_run(struct session *session, int64_t change, bool fitting_only, struct err *err);
#endif
