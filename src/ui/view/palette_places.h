/* The records that a person went to last, by account: what the palette shows before anything is typed. */
#ifndef UI_VIEW_PALETTE_PLACES_H
#define UI_VIEW_PALETTE_PLACES_H
#include "ui/session.h"

#define PLACES_MOST 10
struct palette_place {
	enum entity_id entity;
	int64_t record;
};
/* The last ones, newest first, at most PLACES_MOST; those that are gone are left out by the caller. */
size_t places_read(struct palette_place places[PLACES_MOST], struct session *session);
/* Puts one in front.  Kept as a setting of the account; a book that cannot be written forgets it. */
void places_remember(struct session *session, enum entity_id entity, int64_t record);
#endif
