/* What stands in the field with the cursor and is not taken yet: for drafts. */
#include "base/mem.h"
#include "ui/widget/form_private.h"

char *
form_half_typed(const struct form *form)
{
	struct str taken = { 0 };
	if (form_on_button(form))
		return NULL;
	if (!form_on_new_row(form))
		form->ops->get(form->of, form->at, &taken);
	bool same = text_equal(str_text(&taken), line_text(&form->line));
	str_release(&taken);
	return same ? NULL : mem_copy_text(line_text(&form->line));
}

void
form_type_again(struct form *form, const char *text)
{
	line_set(&form->line, text);
	form->line.touched = true;
}
