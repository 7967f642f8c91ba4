/* Cells of an export: export_cells.c makes them, export.c lays them out. */
#ifndef SRC_APP_EXPORT_H
#define SRC_APP_EXPORT_H
#include "app/columns.h"
#include "app/textmap.h"
#include "store/store.h"

/* Names that were made already: "entity:id:form:day" → 1 + index. */
struct name_cache {
	struct textmap places;
	char **names;
	size_t count, capacity;
};

struct exporting {
	struct store *store;
	const struct entity *entity;
	struct columns columns;
	struct name_cache cache;
	bool people;           /* names as people tell organisations apart, not as import finds them again */
	struct textmap scales; /* id of a metric → its decimals */
	struct textmap kinds;  /* id of a subject → its kind */
};
void exporting_release(struct exporting *exporting);
struct exported {
	struct str text;
	bool number; /* a plain number: never defused */
};
bool exporting_cell(struct exported *out, struct exporting *e, const struct record *record, const struct column *column,
	struct err *err);
/* What the records are ordered by. */
bool exporting_key(struct str *out, struct exporting *e, const struct record *record, struct err *err);
/* The head of a column in the person's language; borrowed. */
const char *exporting_head(const struct exporting *e, const struct column *column);
#endif
