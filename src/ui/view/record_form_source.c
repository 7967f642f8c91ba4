/* The source of a record: the document that is cited for it as a whole. */
#include "base/mem.h"
#include "model/fields.h"
#include "ui/view/record_form.h"
#include <stdlib.h>

#define CITATIONS_MOST 64
/* The first document cited for the whole record; wanted (0: any) looks for that one only. */
static bool
find_citation(
	int64_t *document, struct store *store, enum entity_id entity, int64_t id, int64_t wanted, struct err *err)
{
	struct reference *references = mem_new(CITATIONS_MOST, sizeof *references);
	size_t count;
	bool good = record_references(references, CITATIONS_MOST, &count, store, entity, id, err);

	*document = 0;
	for (size_t i = 0; good && i < count && !*document; i++) {
		struct record citation = { 0 };
		if (references[i].entity != ENTITY_CITATION || references[i].field == CITATION_DOCUMENT)
			continue;
		good = record_read(&citation, store, ENTITY_CITATION, references[i].id, err);
		int64_t cited = good && !record_has(&citation, CITATION_FIELD)
			? record_integer(&citation, CITATION_DOCUMENT, 0)
			: 0;
		if (!wanted || cited == wanted)
			*document = cited;
		record_release(&citation);
	}
	free(references);
	return good;
}

bool
cited_document(int64_t *document, struct store *store, enum entity_id entity, int64_t id, struct err *err)
{
	return find_citation(document, store, entity, id, 0, err);
}

bool
record_form_read_source(struct record_form *form, struct err *err)
{
	return cited_document(&form->source, form->session->store, form->entity, form->sheaves[0].record.id, err);
}

bool
cite_document(struct change *change, const struct record *record, int64_t document, struct err *err)
{
	int64_t there;

	if (!find_citation(&there, change_store(change), record->entity->id, record->id, document, err))
		return false;
	if (there)
		return true;
	struct record citation = record_new(ENTITY_CITATION);
	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, record->entity->id);
	record_set_integer(&citation, CITATION_RECORD, record->id);
	bool good = edit_put(change, &citation, NULL, err);
	record_release(&citation);
	return good;
}
