/* The labels of a field in a form: at most eleven columns, and the whole one where there is room for it. */
#ifndef UI_VIEW_RECORD_FORM_LABELS_H
#define UI_VIEW_RECORD_FORM_LABELS_H
#include "model/field.h"

struct words form_label(enum entity_id entity, int field);
struct words form_label_whole(enum entity_id entity, int field);
#endif
