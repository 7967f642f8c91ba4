/* Texts that several views show alike. */
#ifndef UI_VIEW_VIEW_TEXT_H
#define UI_VIEW_VIEW_TEXT_H
#include "base/str.h"
#include "store/store.h"

enum view_time { VIEW_CLOCK, VIEW_DAY_CLOCK }; /* "09:12", "21/11 09:12" */
/* Appends a stored moment (UTC) in the clock of the machine. */
void view_time(struct str *out, const char *at, enum view_time how);
/* Appends the path as a person writes it: ~ for the home. */
void view_path(struct str *out, const char *path);
/* Appends the name of a record, nothing when it cannot be read. */
void view_label(struct str *out, struct store *store, enum entity_id entity, int64_t id);
#endif
