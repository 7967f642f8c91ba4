/* A typed name that several records have. */
#ifndef UI_VIEW_MEANT_H
#define UI_VIEW_MEANT_H
#include "ui/form.h"

/* After a deed of the form: where what is typed may mean several records, their list is opened instead of a sentence that names
 * them, and err is released. */
void form_ask_which(struct form *form, struct err *err);
#endif
