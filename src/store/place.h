/* Where a book lies and in which way it may be opened. */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H
#include "store/handle.h"

/* Whether the file system of path is a network's, where WAL does not work (sqlite.org/wal.html).  A test replaces it. */
extern bool (*place_is_network)(const char *path);

/* The real path (the caller's), what lies there and the best way to open it.  Refuses with a sentence: nothing there, a folder,
 * no ordinary file, a second hard link (two names would have two logs), a network file system. */
bool place_find(char **real, enum store_mode *mode, const char *path, struct err *err);
/* What path with suffix ("", "-wal") looks like now. */
struct look place_look(const char *path, const char *suffix);
bool look_equal(const struct look *a, const struct look *b);
/* path + suffix, the caller's. */
char *place_beside(const char *path, const char *suffix);
/* Makes an empty file that did not exist, 0600, beside path, and gives its name: PATH.new-…  */
bool place_make(char **name, const char *path, const struct host *host, struct err *err);
/* Renames into place, where nothing may be, and syncs file and folder.  On false the made file is still there. */
bool place_settle(const char *made, const char *path, struct err *err);
/* Removes a made file with the log and index that SQLite may have left beside it. */
void place_remove(const char *made);
/* false with a sentence when something is at path already, or its folder is on the network. */
bool place_is_free(const char *path, struct err *err);
#endif
