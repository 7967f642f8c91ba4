/* A private folder in which a book is made, or lies for a while; nothing of it stays. */
#ifndef SRC_CLI_WORKSHOP_H
#define SRC_CLI_WORKSHOP_H
#include "base/err.h"
#include <stdbool.h>

/* Makes a folder (mode 0700) whose name begins with path and then infix; *folder is the caller's, NULL on failure, which names
 * the path. */
bool workshop_make(char **folder, const char *path, const char *infix, struct err *err);
/* Takes the folder away with all that is in it. */
void workshop_remove(const char *folder);
#endif
