#include "app/namesakes.h"
#include "app/label.h"
#include "app/members.h"
#include "base/mem.h"
#include <stdlib.h>

/* Which of the names another unit has too. */
static bool *
find_shared(char **const *names, const int64_t *units, size_t count)
{
	bool *shared = mem_new(count, sizeof *shared);
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			if (units[i] != units[j] && text_equal(*names[i], *names[j]))
				shared[i] = shared[j] = true;
	return shared;
}

static bool
rename_one(char **name, int64_t unit, struct store *store, const char *day, struct err *err)
{
	struct str label = { 0 };
	bool brief = brief_name(*name) == *name;
	bool done = label_add(&label, store, ENTITY_UNIT, unit, LABEL_SHORT, day, err);
	if (done) {
		free(*name);
		*name = mem_copy_text(brief ? brief_name(str_text(&label)) : str_text(&label));
	}
	str_release(&label);
	return done;
}

bool
namesakes_mark(
	char **const *names, const int64_t *units, size_t count, struct store *store, const char *day, struct err *err)
{
	bool *shared = find_shared(names, units, count);
	bool done = true;
	for (size_t i = 0; done && i < count; i++)
		done = !shared[i] || rename_one(names[i], units[i], store, day, err);
	free(shared);
	return done;
}
