/* Files read and written whole, with every call checked. */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/err.h"
#include "base/str.h"

/* Reads the file (or standard input for "-") to its end; refuses more than limit bytes. */
bool file_read(struct str *out, const char *path, size_t limit, struct err *err);
/* Writes all bytes to the descriptor, through short writes and EINTR. */
bool file_write_all(int descriptor, const char *bytes, size_t length, struct err *err);
/* Writes path.new, fsyncs, renames: the old content or the new one, never half.  The mode is that of a new file, 0600. */
bool file_replace(const char *path, const char *bytes, size_t length, struct err *err);
/* What stands behind the last slash of a path; borrowed from it. */
const char *file_base_name(const char *path);
#endif
