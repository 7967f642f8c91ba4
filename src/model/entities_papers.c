/* Documents and what they say about which record. */
#include "model/entities.h"

FIELD_TABLE(DOCUMENT)
FIELD_TABLE(CITATION)

static bool
check_document(const struct record *document, struct err *err)
{
	return check_not_itself(document, DOCUMENT_REPLACES, err);
}

static bool
check_citation(const struct record *citation, struct err *err)
{
	const struct entity *entity = entity_of((enum entity_id)record_integer(citation, CITATION_ENTITY, ENTITY_NONE));

	if (record_has(citation, CITATION_FIELD) && entity_field(entity, record_text(citation, CITATION_FIELD)) < 0)
		return err_set_field(err, CITATION_FIELD,
			SAY("Loại “{1}” không có trường “{2}”; để trống nếu dẫn nguồn cho cả bản ghi.",
				"The kind “{1}” has no field “{2}”; leave it empty to cite the whole record."),
			say(entity->one), record_text(citation, CITATION_FIELD), NULL);
	if (record_integer(citation, CITATION_BASIS, 0) == CITATION_BASIS_INFERRED &&
		!record_has(citation, CITATION_NOTE))
		return err_set_field(err, CITATION_NOTE,
			SAY("Căn cứ “suy ra” thì phải ghi chú vì sao suy ra được.",
				"What is inferred needs a note that says how."),
			NULL);
	return true;
}

const struct entity DOCUMENT_entity = { ENTITY_HEAD(DOCUMENT, "document"), .one = WORDS("văn bản", "document"),
	.many = WORDS("văn bản", "documents"), NO_OWNER, .uid_field = DOCUMENT_UID, .name_field = DOCUMENT_TITLE,
	NO_KEY, .check = check_document };
const struct entity CITATION_entity = { ENTITY_HEAD(CITATION, "citation"), .one = WORDS("dẫn nguồn", "citation"),
	.many = WORDS("dẫn nguồn", "citations"), NO_OWNER, .uid_field = CITATION_UID, .name_field = -1,
	KEY(CITATION_DOCUMENT, CITATION_ENTITY, CITATION_RECORD, CITATION_FIELD), .check = check_citation };
