/* Values of records as a person reads them: references by name, amounts with the decimals of their metric. */
#ifndef SRC_CLI_SHOWN_H
#define SRC_CLI_SHOWN_H
#include "listing.h"

/* Appends the value of a field. */
bool value_shown(struct str *out, struct deed *deed, const struct record *record, int field, struct err *err);
/* Appends a value of the history in its file form; entity_before is that of a FIELD_ENTITY beside a FIELD_ANY, ENTITY_NONE when
 * it is not told. */
bool history_shown(struct str *out, struct deed *deed, const struct field *field, const char *stored,
	enum entity_id entity_before, struct err *err);
#endif
