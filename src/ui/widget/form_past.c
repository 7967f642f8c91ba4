/* Ctrl+Z and Ctrl+Y inside a form: what it held before each change, taken back in the order in which it was done. */
#include "base/mem.h"
#include "ui/ui.h"
#include "ui/widget/form_private.h"
#include <stdlib.h>

struct form_moment {
	void *copy; /* the owner's, of all values */
	struct form_at at;
	bool changed;
};

static void
clear(struct form *form, struct form_moments *moments)
{
	while (moments->count)
		form->ops->release_copy(moments->items[--moments->count].copy);
}

static void
push(struct form_moments *moments, struct form_moment moment)
{
	ARRAY_RESERVE(moments->items, moments->count, moments->capacity);
	moments->items[moments->count++] = moment;
}

void
form_keep(struct form *form)
{
	if (!form->ops->copy)
		return;
	push(&form->done, (struct form_moment){ form->ops->copy(form->of), form->at, form->changed });
	clear(form, &form->undone);
}

void
form_forget_kept(struct form *form)
{
	if (form->ops->copy && form->done.count)
		form->ops->release_copy(form->done.items[--form->done.count].copy);
}

void
form_forget_past(struct form *form)
{
	if (!form->ops || !form->ops->copy)
		return;
	clear(form, &form->done);
	clear(form, &form->undone);
}

void
form_release_past(struct form *form)
{
	form_forget_past(form);
	free(form->done.items);
	free(form->undone.items);
	form->done = form->undone = (struct form_moments){ 0 };
}

bool
form_turn_back(struct form *form, bool again)
{
	struct form_moments *from = again ? &form->undone : &form->done, *to = again ? &form->done : &form->undone;
	if (!form->ops->copy || !from->count)
		return false;
	struct form_moment moment = from->items[--from->count];
	struct form_moment now = { moment.copy, moment.at, form->changed };
	form->ops->swap(form->of, moment.copy);
	form->changed = moment.changed;
	form->fault = 0;
	push(to, now);
	form_focus(form, moment.at);
	return true;
}
