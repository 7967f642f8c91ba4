/* The text of the schema against the declarations of the fields. */
#include "../check.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/field.h"
#include <stdlib.h>

static const char *
schema(void)
{
	const struct embedded *file = embedded_find("sql/schema.sql");

	if (!file)
		fail_msg("no schema");
	return (const char *)file->bytes;
}

/* The lines between "CREATE TABLE name (" and ") STRICT"; owned by the caller, NULL without such a table. */
static char *
table_body(const char *table)
{
	struct str head = { 0 };
	char *body = NULL;

	str_add_format(&head, "\nCREATE TABLE %s (\n", table);
	const char *at = strstr(schema(), str_text(&head));
	const char *end = at ? strstr(at, "\n) STRICT") : NULL;
	if (end)
		body = mem_copy_bytes(at + head.length - 1, (size_t)(end - at) - head.length + 2);
	str_release(&head);
	return body;
}

/* The line that declares the column, quoted or not; owned by the caller, NULL without it. */
static char *
column_line(const char *body, const char *code)
{
	for (int quoted = 0; quoted < 2; quoted++) {
		struct str head = { 0 };
		str_add_format(&head, quoted ? "\n  \"%s\" " : "\n  %s ", code);
		const char *at = strstr(body, str_text(&head));
		str_release(&head);
		if (at)
			return mem_copy_bytes(at + 1, strcspn(at + 1, "\n"));
	}
	return NULL;
}

static const char *
sql_type(const struct field *field)
{
	switch (field->type) {
	case FIELD_UID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
	case FIELD_DATE:
	case FIELD_BARE:
	case FIELD_FIRST_DAY:
	case FIELD_LAST_DAY:
		return " TEXT";
	case FIELD_KEY:
	case FIELD_PERSON_KEY:
		return " BLOB";
	default:
		return " INTEGER";
	}
}

/* Columns that are never NULL: what is required, given or derived; a text of signs alone has no folded form. */
static bool
is_never_null(const struct entity *entity, const struct field *field)
{
	if (field->type == FIELD_BARE)
		return entity->id == ENTITY_ALIAS;
	return (field->flags & FIELD_REQUIRED) || field->type == FIELD_UID || FIELD_IS_DERIVED(field);
}

static void
check_column(const struct entity *entity, const struct field *field, const char *body)
{
	char *line = column_line(body, field->code);

	if (!line)
		fail_msg("%s.%s has no column", entity->table, field->code);
	if (!strstr(line, sql_type(field)))
		fail_msg("%s: expected%s", line, sql_type(field));
	if ((strstr(line, "NOT NULL") != NULL) != is_never_null(entity, field))
		fail_msg("%s: NOT NULL", line);
	if (field->type == FIELD_UID && !strstr(line, "UNIQUE"))
		fail_msg("%s: not unique", line);
	if (field->type == FIELD_SUBJECT && !strstr(line, "REFERENCES subject(id)"))
		fail_msg("%s: no subject", line);
	if (field->type == FIELD_REFERENCE) {
		struct str reference = { 0 };
		str_add_format(&reference, "REFERENCES %s(id)", entity_of(field->target)->table);
		if (!strstr(line, str_text(&reference)))
			fail_msg("%s: expected %s", line, str_text(&reference));
		str_release(&reference);
	}
	free(line);
}

static void
every_field_has_its_column(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		char *body = table_body(entity->table);
		if (!body)
			fail_msg("no table %s", entity->table);
		for (int i = 0; i < entity->field_count; i++)
			check_column(entity, &entity->fields[i], body);
		free(body);
	}
}

/* Besides the fields: id, rev, and subject_kind where units and clusters share their ids. */
static void
no_column_is_without_a_field(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		char *body = table_body(entity->table);
		int columns = 0, own = 0;
		for (const char *at = body; (at = strstr(at, "\n  ")) != NULL; at += 3) {
			if (strncmp(at + 3, "UNIQUE", 6) == 0 || strncmp(at + 3, "CHECK", 5) == 0 ||
				strncmp(at + 3, "FOREIGN", 7) == 0)
				continue;
			columns++;
			own += strncmp(at + 3, "id INTEGER PRIMARY KEY", 22) == 0 ||
				strncmp(at + 3, "rev INTEGER NOT NULL REFERENCES change(id)", 42) == 0 ||
				strncmp(at + 3, "subject_kind ", 13) == 0;
		}
		check_int(own, entity->subject ? 3 : 2);
		if (columns != entity->field_count + own)
			fail_msg("%s: %d columns, %d fields", entity->table, columns, entity->field_count);
		free(body);
	}
}

static void
the_schema_says_what_it_is(void **state)
{
	(void)state;
	check(strstr(schema(), "\nPRAGMA application_id = 0x74686475;\n"));
	check(strstr(schema(), "\nPRAGMA user_version = 1;\n"));
	check(!strstr(schema(), "journal_mode"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_has_its_column),
		cmocka_unit_test(no_column_is_without_a_field),
		cmocka_unit_test(the_schema_says_what_it_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
