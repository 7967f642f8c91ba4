#include "app/edit_rules.h"
#include "app/label.h"
#include "base/mem.h"
#include "model/roles.h"
#include <stdlib.h>

const char *
kept_copy(struct kept *kept, const char *text)
{
	if (!text)
		return NULL;
	ARRAY_RESERVE(kept->texts, kept->count, kept->capacity);
	return kept->texts[kept->count++] = mem_copy_text(text);
}

const char *
kept_name(struct kept *kept, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	struct str name = { 0 };
	const char *copy = NULL;

	if (label_add(&name, store, entity, id, LABEL_SHORT, NULL, err))
		copy = kept_copy(kept, str_text(&name));
	str_release(&name);
	return copy;
}

void
kept_release(struct kept *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		free(kept->texts[i]);
	free(kept->texts);
	*kept = (struct kept){ 0 };
}

bool
warn_of_life(struct edit *edit, int64_t subject, const struct days *days, struct err *err)
{
	enum entity_id kind;
	struct rows *rows;
	struct str name = { 0 };
	bool good;

	if (!edit->notices || !subject)
		return true;
	if (!subject_kind(&kind, edit->store, subject, err))
		return false;
	if (!rows_open(&rows, edit->store, kind == ENTITY_CLUSTER ? EDIT_ASK(CLUSTER_LIFE) : EDIT_ASK(UNIT_LIFE),
		    &ARG_INTEGER(subject), 1, err))
		return false;
	good = true;
	if (rows_next(rows, err) && (rows_known(rows, 0) || rows_known(rows, 1))) {
		good = label_add(&name, edit->store, kind, subject, LABEL_SHORT, days->last, err);
		char *sentence =
			good ? life_warning(str_text(&name), rows_text(rows, 0), rows_text(rows, 1), days) : NULL;
		if (sentence)
			notices_add(edit->notices, sentence);
	}
	rows_close(rows);
	str_release(&name);
	return good && err->kind == ERR_NONE;
}
