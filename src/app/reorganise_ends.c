#include "app/reorganise_ends.h"
#include "app/label.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

void
endings_release(struct endings *endings)
{
	free(endings->items);
	*endings = (struct endings){ 0 };
}

/* ---- finding ---- */

static struct ending *
add_ending(struct endings *out, enum entity_id entity, int64_t record, int64_t unit)
{
	ARRAY_RESERVE(out->items, out->count, out->capacity);
	out->items[out->count] = (struct ending){ .entity = entity, .record = record, .unit = unit };
	return &out->items[out->count++];
}

static bool
read_memberships(struct endings *out, struct store *store, int64_t unit, const char *last_day, struct err *err)
{
	struct value args[] = { ARG_INTEGER(unit), ARG_TEXT(last_day) };
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(MEMBERSHIPS_OPEN), args, 2, err))
		return false;
	while (rows_next(rows, err))
		add_ending(out, ENTITY_MEMBERSHIP, rows_integer(rows, 0), unit)->cluster = rows_integer(rows, 1);
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* A role of a year that the unit did not live to see is not ended but for somebody to give again; the membership that it needs
 * stays with it. */
static void
keep_membership(struct endings *out, int64_t unit, int64_t cluster)
{
	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].entity == ENTITY_MEMBERSHIP && out->items[i].unit == unit &&
			out->items[i].cluster == cluster)
			out->items[i].stays = true;
}

static bool
read_terms(struct endings *out, struct store *store, int64_t unit, const char *last_day, struct err *err)
{
	int year = date_year(last_day);
	bool whole_year = strcmp(last_day + 4, "-12-31") == 0;
	struct value args[] = { ARG_INTEGER(unit), ARG_INTEGER(year) };
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(TERMS_OPEN), args, 2, err))
		return false;
	while (rows_next(rows, err)) {
		bool later = rows_integer(rows, 2) > year || strcmp(rows_text(rows, 3), last_day) > 0;
		if (!later && whole_year)
			continue;
		struct ending *ending = add_ending(out, ENTITY_TERM, rows_integer(rows, 0), unit);
		ending->cluster = rows_integer(rows, 1);
		ending->stays = later;
		if (later && rows_integer(rows, 4))
			keep_membership(out, unit, ending->cluster);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_posts(struct endings *out, struct store *store, int64_t unit, const char *last_day, struct err *err)
{
	struct value args[] = { ARG_INTEGER(unit), ARG_TEXT(last_day) };
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(POSTS_OPEN), args, 2, err))
		return false;
	while (rows_next(rows, err))
		add_ending(out, ENTITY_POST, rows_integer(rows, 0), unit);
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
endings_read(struct endings *out, struct store *store, const struct reorganisation *plan, struct err *err)
{
	char last_day[11];
	bool good = true;

	*out = (struct endings){ 0 };
	date_day_before(plan->day, last_day);
	for (size_t i = 0; good && i < plan->before_count; i++)
		good = read_memberships(out, store, plan->before[i], last_day, err);
	for (size_t i = 0; good && i < plan->before_count; i++)
		good = read_terms(out, store, plan->before[i], last_day, err);
	for (size_t i = 0; good && i < plan->before_count; i++)
		good = read_posts(out, store, plan->before[i], last_day, err);
	if (!good)
		endings_release(out);
	return good;
}

/* ---- telling ---- */

struct group {
	enum entity_id entity;
	int64_t cluster;
	bool stays;
};

static bool
is_in(const struct ending *ending, struct group group)
{
	return ending->entity == group.entity && ending->cluster == group.cluster && ending->stays == group.stays;
}

static bool
is_first(const struct endings *endings, size_t n, struct group group)
{
	for (size_t i = 0; i < n; i++)
		if (is_in(&endings->items[i], group))
			return false;
	return true;
}

/* Members by their names, roles with their year, posts with who holds them. */
static bool
name_group(struct str *out, struct store *store, const struct endings *endings, struct group group, struct err *err)
{
	bool member = group.entity == ENTITY_MEMBERSHIP, good = true;

	for (size_t i = 0; good && i < endings->count; i++) {
		const struct ending *ending = &endings->items[i];
		if (!is_in(ending, group))
			continue;
		str_add_text(out, out->length ? "; " : "");
		good = label_add(out, store, member ? ENTITY_UNIT : ending->entity,
			member ? ending->unit : ending->record, LABEL_SHORT, NULL, err);
	}
	return good;
}

static struct words
words_of(struct group group)
{
	if (group.entity == ENTITY_MEMBERSHIP)
		return SAY("Thôi là thành viên của {1}: {2}.", "No longer members of {1}: {2}.");
	if (group.entity == ENTITY_POST)
		return SAY("Thôi chức vụ: {2}.", "Posts that end: {2}.");
	if (group.stays)
		return SAY("Vẫn còn ở {1}, cần giao lại: {2}.", "Left at {1}, to be given to others: {2}.");
	return SAY("Thôi vai trò ở {1}: {2}.", "Roles that end at {1}: {2}.");
}

bool
endings_tell(struct str *out, struct store *store, const struct endings *endings, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < endings->count; i++) {
		const struct ending *ending = &endings->items[i];
		struct group group = { ending->entity, ending->cluster, ending->stays };
		struct str cluster = { 0 }, names = { 0 };
		/* A membership that stays is told with the role that keeps it. */
		if ((group.stays && group.entity == ENTITY_MEMBERSHIP) || !is_first(endings, i, group))
			continue;
		good = (!group.cluster ||
			       label_add(&cluster, store, ENTITY_CLUSTER, group.cluster, LABEL_SHORT, NULL, err)) &&
			name_group(&names, store, endings, group, err);
		if (good) {
			char *told = say_format(words_of(group), str_text(&cluster), str_text(&names), NULL);
			str_add_byte(out, '\n');
			str_add_text(out, told);
			free(told);
		}
		str_release(&cluster);
		str_release(&names);
	}
	return good;
}

/* ---- writing ---- */

static int
last_field(enum entity_id entity)
{
	return entity == ENTITY_MEMBERSHIP ? MEMBERSHIP_TO : entity == ENTITY_TERM ? TERM_TO : POST_TO;
}

bool
endings_write(struct change *change, const struct endings *endings, const char *last_day, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < endings->count; i++) {
		const struct ending *ending = &endings->items[i];
		struct record record = { 0 };
		if (ending->stays)
			continue;
		good = record_read(&record, change_store(change), ending->entity, ending->record, err);
		if (good) {
			record_set_text(&record, last_field(ending->entity), last_day);
			good = edit_put(change, &record, NULL, err);
		}
		if (record.entity)
			record_release(&record);
	}
	return good;
}
