/* Guards: triggers that refuse what bypasses the history, in whatever program writes.
 *
 * A change gets its rows in change_record when it is complete, in the transaction that wrote its records.  So the newest change
 * without such rows is the one being made, and only in its name rows can be written: an UPDATE, DELETE or INSERT OR REPLACE in
 * a book where every change is complete is refused, whatever it writes into rev.  Triggers of deletion do not fire for REPLACE
 * unless recursive_triggers is on, so inserts are watched too. */
#include "store/schema.h"
#include "store/sql.h"
#include <string.h>

#define NEWEST "(SELECT max(id) FROM change)"
#define MAKING "(SELECT id FROM making)"
#define REFUSE(words) "\nBEGIN SELECT raise(ABORT, '" words "'); END;\n"

/* Short, since every opening of a book parses them all. */
static const struct guard {
	const char *name, *event, *condition;
} record_guards[] = {
	{ "_inserted", "BEFORE INSERT",
		"new.rev IS NOT " MAKING
		" OR EXISTS (SELECT 1 FROM %t WHERE id = new.id)" REFUSE("a new row without a change") },
	{ "_written", "BEFORE UPDATE",
		"new.rev IS NOT " MAKING " OR new.id <> old.id" REFUSE("a write without a change") },
	{ "_deleted", "BEFORE DELETE", "old.rev IS NOT " MAKING REFUSE("a delete without a change") },
};

/* making: the change that is being made, a row or none. */
static const char history_guards[] =
	"CREATE VIEW making AS SELECT id FROM change c WHERE c.id = " NEWEST
	" AND NOT EXISTS (SELECT 1 FROM change_record r WHERE r.change = c.id);\n"
	"CREATE TRIGGER change_complete BEFORE UPDATE ON change\n"
	"WHEN old.id IS NOT " MAKING REFUSE(
		"history is append-only") "CREATE TRIGGER change_record_late BEFORE INSERT ON change_record\n"
					  "WHEN new.change IS NOT " NEWEST REFUSE(
						  "history is append-only") "CREATE TRIGGER subject_inserted BEFORE INSERT ON subject\n"
									    "WHEN NOT EXISTS " MAKING
									    " OR EXISTS (SELECT 1 FROM subject WHERE id = new.id)" REFUSE("a new row without a change") "CREATE TRIGGER subject_written BEFORE UPDATE ON subject" REFUSE(
										    "a write without a change") "CREATE TRIGGER subject_deleted BEFORE DELETE ON subject\n"
														"WHEN NOT EXISTS " MAKING
															REFUSE("a delete without a change");

void
guards_of_history(struct str *sql)
{
	str_add_text(sql, history_guards);
}

static void
add_condition(struct str *sql, const char *condition, const struct entity *entity)
{
	for (const char *at = condition; *at; at++) {
		if (at[0] == '%' && at[1] == 't') {
			sql_name(sql, entity->table);
			at++;
		} else {
			str_add_byte(sql, *at);
		}
	}
}

void
guards_of_entity(struct str *sql, const struct entity *entity)
{
	for (size_t i = 0; i < sizeof record_guards / sizeof *record_guards; i++) {
		const struct guard *guard = &record_guards[i];
		str_add_format(sql, "CREATE TRIGGER %s%s %s ON ", entity->table, guard->name, guard->event);
		sql_name(sql, entity->table);
		str_add_text(sql, "\nWHEN ");
		add_condition(sql, guard->condition, entity);
	}
}

bool
guards_lift(struct store *store, const struct entity *entity, struct err *err)
{
	struct str sql = { 0 };
	for (size_t i = 0; i < sizeof record_guards / sizeof *record_guards; i++)
		str_add_format(&sql, "DROP TRIGGER IF EXISTS %s%s;", entity->table, record_guards[i].name);
	bool done = sql_run(store, str_text(&sql), err);
	str_release(&sql);
	return done;
}

bool
guards_restore(struct store *store, const struct entity *entity, struct err *err)
{
	struct str sql = { 0 };
	guards_of_entity(&sql, entity);
	bool done = sql_run(store, str_text(&sql), err);
	str_release(&sql);
	return done;
}
