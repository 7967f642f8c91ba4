/* Rows of one name told apart: "Ninh Bình (cũ)", "Ninh Bình (mới)". */
#ifndef SRC_APP_NAMESAKES_H
#define SRC_APP_NAMESAKES_H
#include "store/store.h"

/* Where two of these units have one name, both are written again as label_add names them on the day.  names[i] says where the
 * name of units[i] stands (owned there): in full ("LĐLĐ tỉnh Ninh Bình") or brief ("Ninh Bình"), as it stays. */
bool namesakes_mark(
	char **const *names, const int64_t *units, size_t count, struct store *store, const char *day, struct err *err);
#endif
