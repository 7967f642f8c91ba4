#include "app/draft.h"
#include "base/mem.h"
#include <stdlib.h>

static struct sheaf
copy_of(const struct sheaf *sheaf)
{
	struct sheaf copy = { .record = record_copy(&sheaf->record), .list_count = sheaf->list_count };

	copy.lists = mem_new(sheaf->list_count ? sheaf->list_count : 1, sizeof *copy.lists);
	for (size_t l = 0; l < sheaf->list_count; l++) {
		const struct part_list *from = &sheaf->lists[l];
		struct part_list *to = &copy.lists[l];
		*to = (struct part_list){ .entity = from->entity, .count = from->count, .capacity = from->count };
		to->records = from->count ? mem_new(from->count, sizeof *to->records) : NULL;
		for (size_t i = 0; i < from->count; i++)
			to->records[i] = record_copy(&from->records[i]);
	}
	return copy;
}

void
draft_add_sheaf(struct draft_form *form, const struct sheaf *mine, const struct sheaf *base)
{
	form->mine[form->sheaf_count] = copy_of(mine);
	if (base)
		form->bases[form->sheaf_count] = copy_of(base);
	form->sheaf_count++;
}

void
draft_release(struct draft *draft)
{
	for (int n = 0; n < DRAFT_SHEAVES; n++) {
		sheaf_release(&draft->form.mine[n]);
		sheaf_release(&draft->form.bases[n]);
	}
	if (draft->cell.base.entity)
		record_release(&draft->cell.base);
	for (size_t i = 0; i < draft->values.count; i++) {
		free(draft->values.items[i].name);
		free(draft->values.items[i].text);
	}
	free(draft->values.items);
	free(draft->values.view);
	free(draft->form.naming_day);
	free(draft->cursor);
	free(draft->typed);
	free(draft->adding);
	*draft = (struct draft){ 0 };
}

void
draft_add_value(struct draft_values *values, const char *name, const char *text)
{
	ARRAY_RESERVE(values->items, values->count, values->capacity);
	values->items[values->count++] = (struct draft_value){ mem_copy_text(name), mem_copy_text(text) };
}

struct draft *
draft_set_add(struct draft_set *set)
{
	ARRAY_RESERVE(set->items, set->count, set->capacity);
	set->items[set->count] = (struct draft){ 0 };
	return &set->items[set->count++];
}

void
draft_set_release(struct draft_set *set)
{
	for (size_t i = 0; i < set->count; i++)
		draft_release(&set->items[i]);
	free(set->items);
	*set = (struct draft_set){ 0 };
}
