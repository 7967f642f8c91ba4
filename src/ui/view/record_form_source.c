/* The source of a record: the document that is cited for it as a whole. */
#include "base/mem.h"
#include "model/fields.h"
#include "ui/view/record_form.h"
#include <stdlib.h>

#define CITATIONS_MOST 64
/* The newest citation of the whole record, of the document (0: of any); *out is zeroed when there is none. */
static bool
find_citation(
	struct record *out, struct store *store, enum entity_id entity, int64_t id, int64_t document, struct err *err)
{
	struct reference *references = mem_new(CITATIONS_MOST, sizeof *references);
	size_t count;
	bool good = record_references(references, CITATIONS_MOST, &count, store, entity, id, err);

	*out = (struct record){ 0 };
	for (size_t i = 0; good && i < count; i++) {
		struct record citation = { 0 };
		if (references[i].entity != ENTITY_CITATION || references[i].field == CITATION_DOCUMENT)
			continue;
		good = record_read(&citation, store, ENTITY_CITATION, references[i].id, err);
		bool fits = good && !record_has(&citation, CITATION_FIELD) && citation.id > out->id &&
			(!document || record_integer(&citation, CITATION_DOCUMENT, 0) == document);
		struct record *loser = fits ? out : &citation;
		if (loser->entity)
			record_release(loser);
		if (fits)
			*out = citation;
	}
	free(references);
	return good;
}

bool
cited_document(int64_t *document, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	struct record citation;
	bool good = find_citation(&citation, store, entity, id, 0, err);

	*document = good && citation.entity ? record_integer(&citation, CITATION_DOCUMENT, 0) : 0;
	if (citation.entity)
		record_release(&citation);
	return good;
}

bool
record_form_read_source(struct record_form *form, struct err *err)
{
	bool good = cited_document(&form->cited, form->session->store, form->entity, form->sheaves[0].record.id, err);

	form->source = form->cited;
	return good;
}

/* What a document says is not lost when another is named: only a citation without words of its own is replaced or taken out. */
static bool
replace(bool *done, struct change *change, const struct record *record, int64_t old, int64_t document, struct err *err)
{
	struct record citation;

	*done = false;
	if (!old)
		return true;
	if (!find_citation(&citation, change_store(change), record->entity->id, record->id, old, err))
		return false;
	if (!citation.entity)
		return true;
	bool good = true;
	if (!record_has(&citation, CITATION_QUOTE) && !record_has(&citation, CITATION_NOTE)) {
		*done = true;
		record_set_integer(&citation, CITATION_DOCUMENT, document ? document : old);
		good = document ? edit_put(change, &citation, NULL, err) : edit_remove(change, &citation, err);
	}
	record_release(&citation);
	return good;
}

bool
record_form_cite(const struct record_form *form, struct change *change, const struct record *record, struct err *err)
{
	struct record there;
	bool done;

	if (form->source == form->cited)
		return true;
	if (form->source) {
		if (!find_citation(&there, change_store(change), record->entity->id, record->id, form->source, err))
			return false;
		if (there.entity) {
			record_release(&there);
			return true;
		}
	}
	if (!replace(&done, change, record, form->cited, form->source, err))
		return false;
	return done || !form->source ||
		edit_cite(change, record->entity->id, record->id, form->source, NULL, true, err);
}
