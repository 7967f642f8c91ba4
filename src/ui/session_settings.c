#include "ui/session_settings.h"
#include "base/mem.h"
#include "ui/typing.h"
#include <stdlib.h>
#include <string.h>

#define TYPING "typing"
#define TONES "tones"
#define MOUSE "mouse"
static const char *const tones[] = { "old", "new" }, *const mouse[] = { "off", "on" };

/* What the account keeps under the name; NULL: nothing, or it cannot be read.  The caller's. */
static char *
kept(const struct session *session, const char *name)
{
	struct err ignored = { 0 };
	char *value = NULL;
	setting_read(&value, session->store, name, &ignored);
	err_release(&ignored);
	return value;
}

static bool
is_kept(const struct session *session, const char *name, const char *value)
{
	char *old = kept(session, name);
	bool same = old && text_equal(old, value);
	free(old);
	return same;
}

void
settings_read(struct settings *settings, const struct session *session)
{
	char *method = kept(session, TYPING);
	settings->method = typing_method(method);
	free(method);
	settings->new_style = is_kept(session, TONES, tones[true]);
	settings->mouse = is_kept(session, MOUSE, mouse[true]);
}

/* otherwise: what holds while nothing is kept; NULL: nothing does. */
static void
keep(const struct session *session, const char *name, const char *value, const char *otherwise)
{
	struct err ignored = { 0 };
	char *old = NULL;
	if (setting_read(&old, session->store, name, &ignored) && !text_equal(old ? old : otherwise, value))
		setting_write(session->store, name, value, &ignored);
	free(old);
	err_release(&ignored);
}

void
settings_keep(const struct session *session)
{
	if (!session_writable(session) || !store_account(session->store))
		return;
	keep(session, TYPING, typing_kept(ui_method(session->ui)), typing_kept(METHOD_OFF));
	keep(session, TONES, tones[session->typing->new_style], tones[false]);
	keep(session, MOUSE, mouse[ui_mouse(session->ui)], mouse[false]);
	if (!session->cluster)
		return;
	struct str cluster = { 0 };
	str_add_integer(&cluster, session->cluster);
	keep(session, "cluster", str_text(&cluster), NULL);
	str_release(&cluster);
}
