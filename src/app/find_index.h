/* The names in memory of an open book: read at the first search, kept with the store, brought up to date before each. */
#ifndef SRC_APP_FIND_INDEX_H
#define SRC_APP_FIND_INDEX_H
#include "model/names.h"
#include "store/store.h"

/* *names is borrowed, NULL when the tables are to be asked directly: inside a change that has written names, and where only one
 * is looked for (typing: false) until that has been asked a few times, because reading all names costs as much as two such
 * questions. */
bool find_index(struct names **names, struct store *store, bool typing, struct err *err);
/* find_prepare with another number of phases read at once. */
bool find_read(bool *more, struct store *store, size_t piece, struct err *err);
#endif
