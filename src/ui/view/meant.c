#include "ui/view/meant.h"
#include "base/mem.h"
#include "ui/ui.h"
#include <stdlib.h>
#include <string.h>

void
form_ask_which(struct form *form, struct err *err)
{
	struct err none = { 0 };
	char *typed = err->kind == ERR_AMBIGUOUS && form_allows(form, ACTION_CHOOSE) ? form_half_typed(form) : NULL;
	const struct view *top = ui_top(form->ui);

	if (!typed)
		return;
	form_refresh(form); /* as if it were typed once more, into the list */
	form_text(form, typed, strlen(typed), false, &none);
	if (ui_top(form->ui) != top) {
		err_release(err);
		ui_say(form->ui,
			SAY("“{1}” hợp với nhiều bản ghi; hãy chọn trong bảng.",
				"“{1}” matches several records; please choose in the list."),
			typed, NULL);
	}
	free(typed);
	err_release(&none);
}
