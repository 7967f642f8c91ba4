/* What the session does with drafts: keeps them while something is unsaved, offers those of a session that was cut off. */
#ifndef UI_SESSION_DRAFTS_H
#define UI_SESSION_DRAFTS_H
#include "ui/session.h"

/* state: see draft_keeper_open.  A fault only means that nothing is kept; it is told once. */
void session_begin_drafts(struct session *session, const char *state);
/* Over home: the question about the drafts of this login that no session holds. */
void session_offer_drafts(struct session *session);
/* Those that were left for later: appends the name of the first and, where there are more, how many; false: there are none. */
bool session_drafts_waiting(const struct session *session, struct str *name);
/* Asks about them once more, in the place of the view on top. */
void session_ask_drafts_again(struct session *session);
/* keep: the line was cut; otherwise the person left and was asked. */
void session_end_drafts(struct session *session, bool keep);
#endif
