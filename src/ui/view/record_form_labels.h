/* The label of a field in a form: at most eleven columns; the full one stands in the help of the field. */
#ifndef UI_VIEW_RECORD_FORM_LABELS_H
#define UI_VIEW_RECORD_FORM_LABELS_H
#include "model/field.h"

struct words form_label(enum entity_id entity, int field);
#endif
