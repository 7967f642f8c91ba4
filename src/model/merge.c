#include "model/merge.h"
#include "base/mem.h"
#include "base/say.h"
#include "model/fields.h"
#include <stdlib.h>

/* Fields that are one thing, beside a kind and the record of that kind. */
static const struct {
	enum entity_id entity;
	int first, count;
	int fields[4];
} groups[] = {
	{ ENTITY_FIGURE, FIGURE_VALUE, 4, { FIGURE_STATUS, FIGURE_VALUE, FIGURE_QUALIFIER, FIGURE_WORDS } },
	{ ENTITY_FIGURE, FIGURE_COVERAGE, 2, { FIGURE_COVERAGE, FIGURE_COVERAGE_NOTE } },
	{ ENTITY_FIGURE, FIGURE_PCT_TEXT, 2, { FIGURE_PCT_TEXT, FIGURE_PCT_OF } },
	{ ENTITY_TERM, TERM_WORK_YEAR, 2, { TERM_WORK_YEAR, TERM_YEAR_BASIS } },
	{ ENTITY_SUCCESSION_SHARE, SUCCESSION_SHARE_VALUE, 2, { SUCCESSION_SHARE_VALUE, SUCCESSION_SHARE_PERMILLE } },
	{ ENTITY_METRIC, METRIC_PART_OF, 2, { METRIC_PART_OF, METRIC_PART_RULE } },
};

int
merge_group(const struct entity *entity, int field)
{
	if (entity->fields[field].type == FIELD_ANY && field > 0)
		return field - 1;
	for (size_t g = 0; g < ARRAY_COUNT(groups); g++)
		for (int i = 0; groups[g].entity == entity->id && i < groups[g].count; i++)
			if (groups[g].fields[i] == field)
				return groups[g].first;
	return field;
}

static bool
group_equal(const struct entity *entity, int group, const struct record *a, const struct record *b)
{
	for (int f = 0; f < entity->field_count; f++)
		if (merge_group(entity, f) == group && !value_equal(&a->values[f], &b->values[f]))
			return false;
	return true;
}

static enum merge_side
side_of(const struct entity *entity, int group, const struct record *base, const struct record *mine,
	const struct record *theirs)
{
	if (group_equal(entity, group, mine, theirs))
		return MERGE_SAME;
	if (!base)
		return MERGE_ASK;
	if (group_equal(entity, group, base, mine))
		return MERGE_THEIRS;
	return group_equal(entity, group, base, theirs) ? MERGE_MINE : MERGE_ASK;
}

static void
count_groups(struct merge *merge, const struct entity *entity)
{
	merge->asked = merge->mine = merge->theirs = 0;
	for (int f = 0; f < merge->field_count; f++) {
		if (merge_group(entity, f) != f)
			continue;
		merge->asked += merge->sides[f] == MERGE_ASK;
		merge->mine += merge->sides[f] == MERGE_MINE;
		merge->theirs += merge->sides[f] == MERGE_THEIRS;
	}
}

void
merge_records(struct merge *out, const struct record *base, const struct record *mine, const struct record *theirs)
{
	const struct entity *entity = theirs->entity;
	*out = (struct merge){ .field_count = entity->field_count };
	out->sides = mem_new((size_t)entity->field_count + 1, sizeof *out->sides);
	for (int f = 0; f < entity->field_count; f++)
		if (!FIELD_IS_DERIVED(&entity->fields[f]))
			out->sides[f] = side_of(entity, merge_group(entity, f), base, mine, theirs);
	count_groups(out, entity);
}

void
merge_release(struct merge *merge)
{
	free(merge->sides);
	*merge = (struct merge){ .sides = NULL };
}

void
merge_choose(struct merge *merge, const struct entity *entity, int field, enum merge_side side)
{
	int group = merge_group(entity, field);
	for (int f = 0; f < merge->field_count; f++)
		if (merge_group(entity, f) == group)
			merge->sides[f] = side;
	count_groups(merge, entity);
}

struct record
merge_result(const struct merge *merge, const struct record *mine, const struct record *theirs)
{
	struct record result = record_copy(theirs);
	for (int f = 0; f < merge->field_count; f++) {
		if (merge->sides[f] != MERGE_MINE)
			continue;
		value_release(&result.values[f]);
		result.values[f] = value_copy(&mine->values[f]);
	}
	record_derive(&result);
	return result;
}

void
merge_name_fields(struct str *out, const struct merge *merge, const struct entity *entity, enum merge_side side)
{
	bool any = false;
	for (int f = 0; f < merge->field_count; f++) {
		if (merge->sides[f] != side || merge_group(entity, f) != f || FIELD_IS_DERIVED(&entity->fields[f]))
			continue;
		if (any)
			str_add_text(out, ", ");
		str_add_text(out, say(entity->fields[f].label));
		any = true;
	}
}
