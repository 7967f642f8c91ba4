#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
file_fail(struct err *err, const char *path)
{
	return err_set(err, ERR_STORAGE, SAY("Không dùng được {1}: {2}.", "Cannot use {1}: {2}."), path,
		err_system(errno), NULL);
}

static bool
read_to_end(struct str *out, int descriptor, const char *path, size_t limit, struct err *err)
{
	char part[65536];
	for (;;) {
		ssize_t got = read(descriptor, part, sizeof part);
		if (got == 0)
			return true;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return file_fail(err, path);
		if (out->length + (size_t)got > limit)
			return err_set(
				err, ERR_INVALID, SAY("{1}: tệp quá lớn.", "{1}: the file is too large."), path, NULL);
		str_add(out, part, (size_t)got);
	}
}

bool
file_read(struct str *out, const char *path, size_t limit, struct err *err)
{
	if (strcmp(path, "-") == 0)
		return read_to_end(out, STDIN_FILENO, path, limit, err);
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (descriptor < 0)
		return file_fail(err, path);
	bool done = read_to_end(out, descriptor, path, limit, err);
	close(descriptor);
	return done;
}

bool
file_write_all(int descriptor, const char *bytes, size_t length, struct err *err)
{
	while (length) {
		ssize_t put = write(descriptor, bytes, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return err_set(err, ERR_STORAGE, SAY("Không ghi được: {1}.", "Cannot write: {1}."),
				err_system(errno), NULL);
		bytes += put;
		length -= (size_t)put;
	}
	return true;
}

/* The umask that the program was started with. */
static mode_t own_umask = 077;

void
file_keep_private(void)
{
	own_umask = umask(077);
}

/* Of the file at path, or of a new one. */
static mode_t
mode_for(const char *path)
{
	struct stat there;
	return stat(path, &there) == 0 && S_ISREG(there.st_mode) ? there.st_mode & 0777 : 0666 & ~own_umask;
}

bool
file_replace(const char *path, const char *bytes, size_t length, struct err *err)
{
	struct str fresh = { 0 };
	str_add_format(&fresh, "%s.new", path);
	int descriptor = open(str_text(&fresh), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool done = descriptor >= 0 || file_fail(err, str_text(&fresh));
	if (descriptor >= 0) {
		done = file_write_all(descriptor, bytes, length, err);
		/* Not every stick has modes: no reason not to write the file. */
		(void)fchmod(descriptor, mode_for(path));
		if (done && fsync(descriptor) != 0)
			done = file_fail(err, str_text(&fresh));
		if (close(descriptor) != 0 && done)
			done = file_fail(err, str_text(&fresh));
		if (done && rename(str_text(&fresh), path) != 0)
			done = file_fail(err, path);
		if (!done)
			unlink(str_text(&fresh));
	}
	str_release(&fresh);
	return done;
}

const char *
file_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}
