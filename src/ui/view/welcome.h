/* What home shows while the book has no cluster at all. */
#ifndef UI_VIEW_WELCOME_H
#define UI_VIEW_WELCOME_H
#include "ui/session.h"

#define WELCOME_CHOICES 3
struct welcome {
	int choice;
}; /* with the focus, from 0 */
void welcome_frame(const struct session *session, struct frame *frame);
void welcome_draw(
	const struct welcome *welcome, const struct session *session, const struct layout *layout, struct draw *draw);
enum outcome welcome_act(struct welcome *welcome, struct session *session, enum action_id action, struct err *err);
enum outcome welcome_text(struct welcome *welcome, struct session *session, const char *utf8, struct err *err);
bool welcome_allows(const struct session *session, enum action_id action);
const struct hint *welcome_hints(size_t *count);
#endif
