/* Files read and written whole, with every call checked. */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/err.h"
#include "base/str.h"

/* Reads the file (or standard input for "-") to its end; refuses more than limit bytes. */
bool file_read(struct str *out, const char *path, size_t limit, struct err *err);
/* Writes all bytes to the descriptor, through short writes and EINTR. */
bool file_write_all(int descriptor, const char *bytes, size_t length, struct err *err);
/* From here on new files are for their owner alone (umask 077: books, their logs, drafts), but those of file_replace, which are
 * made for people to pass on, are as the person's own umask has them. */
void file_keep_private(void);
/* Writes path.new, fsyncs, renames: the old content or the new one, never half.  It has the mode of the file that it replaces. */
bool file_replace(const char *path, const char *bytes, size_t length, struct err *err);
/* What stands behind the last slash of a path; borrowed from it. */
const char *file_base_name(const char *path);
#endif
