/* The folders and tables of a folder, for a list to choose from, and paths as people type them. */
#ifndef UI_VIEW_FILE_LIST_H
#define UI_VIEW_FILE_LIST_H
#include "base/err.h"
#include "base/str.h"

struct file_entry {
	char *name; /* as the system has it: any bytes */
	bool folder;
	int64_t changed; /* seconds since 1970 */
	int64_t size;    /* bytes */
};
struct file_list {
	char *folder; /* absolute; NULL: nothing was read yet */
	struct file_entry *entries;
	size_t count, capacity;
};
/* Reads *.csv, *.tsv, *.txt and the folders in a folder: files first, each newest first; names that begin with a dot are left
 * out.  false: err says why; the list is as it was. */
bool file_list_read(struct file_list *list, const char *folder, struct err *err);
void file_list_release(struct file_list *list);
/* «21/11/2026 09:12 · 12 KB»; appends. */
void file_entry_about(struct str *out, const struct file_entry *entry);

/* The absolute path of what was typed: ~ is the home, all else begins in folder; . and .. and doubled slashes are resolved by
 * their text.  Appends. */
void path_resolve(struct str *out, const char *folder, const char *typed);
/* A name that was typed composed while the system has it decomposed (or the other way round) is found by its letters: *path
 * becomes the one that is there.  Nothing happens when it is there as it is, or nothing is. */
void path_find(struct str *path);
#endif
