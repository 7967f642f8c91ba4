#include "ui/view/palette_places.h"
#include "base/str.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define SETTING "places"

/* "1:17;3:4": entity and record of each. */
static size_t
parse(struct palette_place places[PLACES_MOST], const char *text)
{
	size_t count = 0;

	while (count < PLACES_MOST && *text) {
		int entity, length = 0;
		int64_t record;
		if (sscanf(text, "%d:%" SCNd64 ";%n", &entity, &record, &length) != 2 || !length)
			break;
		text += length;
		if (entity_of((enum entity_id)entity) && record > 0)
			places[count++] = (struct palette_place){ (enum entity_id)entity, record };
	}
	return count;
}

size_t
places_read(struct palette_place places[PLACES_MOST], struct session *session)
{
	char *text = NULL;
	struct err err = { 0 };
	size_t count = 0;

	if (setting_read(&text, session->store, SETTING, &err) && text)
		count = parse(places, text);
	free(text);
	err_release(&err);
	return count;
}

void
places_remember(struct session *session, enum entity_id entity, int64_t record)
{
	struct palette_place places[PLACES_MOST];
	size_t count = places_read(places, session), kept = 1;
	struct str text = { 0 };
	struct err err = { 0 };

	/* Somebody who only looks gets no account in the book for it. */
	if (!session_writable(session) || !store_account(session->store) ||
		(count && places[0].entity == entity && places[0].record == record))
		return;
	str_add_format(&text, "%d:%" PRId64 ";", (int)entity, record);
	for (size_t i = 0; i < count && kept < PLACES_MOST; i++) {
		if (places[i].entity == entity && places[i].record == record)
			continue;
		str_add_format(&text, "%d:%" PRId64 ";", (int)places[i].entity, places[i].record);
		kept++;
	}
	setting_write(session->store, SETTING, str_text(&text), &err);
	err_release(&err);
	str_release(&text);
}
