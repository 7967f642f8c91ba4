#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"

#define QUESTION(name_, scans_, sql_) [EDIT_ASK_##name_] = { .name = #name_, .sql = sql_, .scans = scans_ },
const struct question edit_questions[EDIT_QUESTION_COUNT] = { EDIT_QUESTIONS(QUESTION) };

/* Names of tables are the same in capitals and small letters to SQLite. */
#define E(entity) \
	[ENTITY_##entity] = { .name = "EXISTS_" #entity, .sql = "SELECT 1 FROM \"" #entity "\" WHERE id = ?1" },
const struct question exists_questions[ENTITY_END] = { ENTITIES(E) };
