/* What a form holds at one moment, so that Ctrl+Z and Ctrl+Y can go to and fro between two. */
#include "base/mem.h"
#include "ui/view/record_form.h"
#include <stdlib.h>
#include <string.h>

struct moment {
	struct sheaf sheaves[SHEAVES];
	int sheaf_count;
	enum naming naming;
	struct str naming_day;
	int current_phase;
	int64_t source;
	char part[sizeof((struct record_form *)NULL)->part];
};

void *
record_form_copy(const void *of)
{
	const struct record_form *form = of;
	struct moment *moment = mem_new(1, sizeof *moment);

	moment->sheaf_count = form->sheaf_count;
	for (int n = 0; n < form->sheaf_count; n++)
		moment->sheaves[n] = sheaf_copy(&form->sheaves[n]);
	moment->naming = form->naming;
	str_add_text(&moment->naming_day, str_text(&form->naming_day));
	moment->current_phase = form->current_phase;
	moment->source = form->source;
	memcpy(moment->part, form->part, sizeof moment->part);
	return moment;
}

void
record_form_release_copy(void *copy)
{
	struct moment *moment = copy;

	for (int n = 0; n < moment->sheaf_count; n++)
		sheaf_release(&moment->sheaves[n]);
	str_release(&moment->naming_day);
	free(moment);
}

/* The slots of the name in force speak of a row of the names. */
static void
show_phase(struct record_form *form)
{
	for (int i = 0; i < form->slot_count; i++)
		if (form->slots[i].kind == SLOT_FIELD && form->slots[i].list == 0)
			form->slots[i].row = form->current_phase;
}

void
record_form_swap(void *of, void *copy)
{
	struct record_form *form = of;
	struct moment *held = copy,
		      now = { .sheaf_count = form->sheaf_count,
			      .naming = form->naming,
			      .naming_day = form->naming_day,
			      .current_phase = form->current_phase,
			      .source = form->source };

	memcpy(now.sheaves, form->sheaves, sizeof now.sheaves);
	memcpy(now.part, form->part, sizeof now.part);
	memcpy(form->sheaves, held->sheaves, sizeof form->sheaves);
	memcpy(form->part, held->part, sizeof form->part);
	form->sheaf_count = held->sheaf_count;
	form->naming = held->naming;
	form->naming_day = held->naming_day;
	form->current_phase = held->current_phase;
	form->source = held->source;
	*held = now;
	show_phase(form);
	record_form_forget(form);
}
