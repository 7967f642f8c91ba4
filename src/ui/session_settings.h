/* What a person has chosen for working with the program, kept in the book for the account: how letters are typed, whether
 * the mouse is used, the cluster looked at last. */
#ifndef UI_SESSION_SETTINGS_H
#define UI_SESSION_SETTINGS_H
#include "ui/session.h"
#include "ui/ui.h"

struct settings {
	enum input_method method;
	bool new_style; /* tones as in hoà, thuý; otherwise hòa, thúy */
	bool mouse;
};
/* Those of the account; what cannot be read is off. */
void settings_read(struct settings *settings, const struct session *session);
/* Those in use now, and the cluster; who only looks leaves no trace in the book. */
void settings_keep(const struct session *session);
#endif
