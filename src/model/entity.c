#include "model/entities.h"
#include "text/fold.h"
#include <string.h>

static const struct entity *const entities[ENTITY_END] = {
#define E(kind) [ENTITY_##kind] = &kind##_entity,
	ENTITIES(E)
#undef E
};

const struct entity *
entity_of(enum entity_id id)
{
	int number = (int)id;
	return number > ENTITY_NONE && number < ENTITY_END ? entities[number] : NULL;
}

/* Appends the English plural of a table's name: units, classes, covenant_parties, people. */
static void
add_plural(struct str *out, const char *table)
{
	size_t length = strlen(table);

	if (strcmp(table, "person") == 0) {
		str_add_text(out, "people");
	} else if (table[length - 1] == 'y') {
		str_add(out, table, length - 1);
		str_add_text(out, "ies");
	} else {
		str_add_text(out, table);
		str_add_text(out, table[length - 1] == 's' ? "es" : "s");
	}
}

/* Whether the folded name is that of the entity's table, or its plural. */
static bool
is_called(const struct entity *entity, const char *bare)
{
	struct str plural = { 0 }, folded = { 0 };
	bool same;

	text_bare(&folded, entity->table);
	same = strcmp(str_text(&folded), bare) == 0;
	if (!same) {
		add_plural(&plural, entity->table);
		str_clear(&folded);
		text_bare(&folded, str_text(&plural));
		same = strcmp(str_text(&folded), bare) == 0;
	}
	str_release(&plural);
	str_release(&folded);
	return same;
}

const struct entity *
entity_named(const char *name)
{
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++)
		if (strcmp(entities[id]->table, name) == 0)
			return entities[id];
	const struct entity *found = NULL;
	struct str bare = { 0 };
	text_bare(&bare, name);
	for (int id = ENTITY_NONE + 1; id < ENTITY_END && !found; id++)
		if (is_called(entities[id], str_text(&bare)))
			found = entities[id];
	str_release(&bare);
	return found;
}

int
entity_field(const struct entity *entity, const char *code)
{
	for (int i = 0; i < entity->field_count; i++)
		if (strcmp(entity->fields[i].code, code) == 0)
			return i;
	return -1;
}
