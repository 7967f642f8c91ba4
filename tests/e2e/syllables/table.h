/* All syllables with the keys that people type for them. */
#ifndef E2E_SYLLABLES_TABLE_H
#define E2E_SYLLABLES_TABLE_H
#include "base/str.h"
#include "text/compose.h"

/* A syllable and the ways of typing it: marks at once, tone last, all marks last … */
struct syllable {
	const char *word;
	char *keys; /* parted by blanks; "" where the built-in method has none */
};
struct table {
	struct str words, typing; /* the files */
	struct syllable *items;
	size_t count, capacity;
};
/* From syllables.txt of the folder and its telex.tsv or vni.tsv; false: it has been said why. */
bool table_read(struct table *table, const char *folder, enum compose_method method);
void table_release(struct table *table);
/* Appends one of the ways of typing the syllable: another for each number. */
void syllable_keys(struct str *keys, const struct syllable *syllable, size_t number);
#endif
