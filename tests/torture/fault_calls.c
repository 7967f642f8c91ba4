/* The inline checks of these functions would be defined a second time below. */
#undef _FORTIFY_SOURCE
#include "fault_calls.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
	bool armed, all;
	enum fault_kind kind;
	long at, counted[FAULT_KINDS];
} faults;

void
faults_arm(enum fault_kind kind, long at, bool all)
{
	faults.kind = kind;
	faults.at = at;
	faults.all = all;
	for (int i = 0; i < FAULT_KINDS; i++)
		faults.counted[i] = 0;
	faults.armed = true;
}

void
faults_disarm(void)
{
	faults.armed = false;
}

long
faults_counted(enum fault_kind kind)
{
	return faults.counted[kind];
}

static bool
strikes(enum fault_kind kind)
{
	if (!faults.armed)
		return false;
	long count = ++faults.counted[kind];
	return faults.kind == kind && faults.at && (faults.all ? count >= faults.at : count == faults.at);
}

/* A call that fails: what it asks of the disk goes wrong, or, every other time, finds it full. */
static bool
call_strikes(bool writes)
{
	if (!strikes(FAULT_CALL))
		return false;
	errno = writes && faults.counted[FAULT_CALL] % 2 ? ENOSPC : EIO;
	return true;
}

/* ---- calls of the system ---- */

#define NEXT(real, name) \
	do { \
		if (!(real)) \
			*(void **)&(real) = dlsym(RTLD_NEXT, name); \
	} while (0)

#define CALL(writes, type, name, parameters, arguments) \
	type name parameters \
	{ \
		static type(*real) parameters; \
		NEXT(real, #name); \
		return call_strikes(writes) ? (type)-1 : real arguments; \
	}

/* clang-format off: a table reads by its columns */
CALL(false, ssize_t, read, (int file, void *bytes, size_t length), (file, bytes, length))
CALL(false, ssize_t, pread, (int file, void *bytes, size_t length, off_t at), (file, bytes, length, at))
CALL(false, ssize_t, pread64, (int file, void *bytes, size_t length, off64_t at), (file, bytes, length, at))
CALL(true, ssize_t, write, (int file, const void *bytes, size_t length), (file, bytes, length))
CALL(true, ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at), (file, bytes, length, at))
CALL(true, ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at), (file, bytes, length, at))
CALL(true, int, fsync, (int file), (file))
CALL(true, int, fdatasync, (int file), (file))
CALL(true, int, ftruncate, (int file, off_t length), (file, length))
CALL(true, int, ftruncate64, (int file, off64_t length), (file, length))
CALL(false, int, fstat, (int file, struct stat *out), (file, out))
CALL(false, int, fstat64, (int file, struct stat64 *out), (file, out))
CALL(false, int, stat, (const char *path, struct stat *out), (path, out))
CALL(false, int, stat64, (const char *path, struct stat64 *out), (path, out))
CALL(false, int, lstat, (const char *path, struct stat *out), (path, out))
CALL(false, int, lstat64, (const char *path, struct stat64 *out), (path, out))
CALL(false, int, fstatat, (int folder, const char *path, struct stat *out, int flags), (folder, path, out, flags))
CALL(false, int, access, (const char *path, int mode), (path, mode))
CALL(true, int, rename, (const char *from, const char *to), (from, to))
CALL(true, int, renameat, (int from_folder, const char *from, int to_folder, const char *to),
	(from_folder, from, to_folder, to))
CALL(true, int, renameat2, (int from_folder, const char *from, int to_folder, const char *to, unsigned flags),
	(from_folder, from, to_folder, to, flags))
CALL(true, int, link, (const char *from, const char *to), (from, to))
CALL(true, int, linkat, (int from_folder, const char *from, int to_folder, const char *to, int flags),
	(from_folder, from, to_folder, to, flags))
CALL(true, int, unlink, (const char *path), (path))
CALL(true, int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
CALL(true, int, mkdir, (const char *path, mode_t mode), (path, mode))
CALL(true, int, rmdir, (const char *path), (path))
CALL(true, int, fchmod, (int file, mode_t mode), (file, mode))
CALL(false, int, flock, (int file, int operation), (file, operation))
/* clang-format on */

#define OPEN(name) \
	int name(const char *path, int flags, ...) \
	{ \
		static int (*real)(const char *path, int flags, ...); \
		va_list list; \
		NEXT(real, #name); \
		va_start(list, flags); \
		mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; \
		va_end(list); \
		return call_strikes(flags & O_CREAT) ? -1 : real(path, flags, mode); \
	}
OPEN(open)
OPEN(open64)

int
openat(int folder, const char *path, int flags, ...)
{
	static int (*real)(int folder, const char *path, int flags, ...);
	va_list list;
	NEXT(real, "openat");
	va_start(list, flags);
	mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
	va_end(list);
	return call_strikes(flags & O_CREAT) ? -1 : real(folder, path, flags, mode);
}

/* The descriptor is gone in any case, as close(2) has it. */
int
close(int file)
{
	static int (*real)(int file);
	NEXT(real, "close");
	int closed = real(file);
	return call_strikes(true) ? -1 : closed;
}

/* To give back what one holds cannot fail.  A lock that is refused for ever is a busy book to SQLite, which waits for ten seconds:
 * it is refused once only. */
static bool
unlocks(int command, const void *argument)
{
	return command == F_SETLK && ((const struct flock *)argument)->l_type == F_UNLCK;
}

#define FCNTL(name) \
	int name(int file, int command, ...) \
	{ \
		static int (*real)(int file, int command, ...); \
		va_list list; \
		NEXT(real, #name); \
		va_start(list, command); \
		void *argument = va_arg(list, void *); \
		va_end(list); \
		bool fails = !faults.all && !unlocks(command, argument) && call_strikes(false); \
		return fails ? -1 : real(file, command, argument); \
	}
FCNTL(fcntl)
FCNTL(fcntl64)

#define MMAP(name, offset) \
	void *name(void *at, size_t length, int protection, int flags, int file, offset from) \
	{ \
		static void *(*real)(void *at, size_t length, int protection, int flags, int file, offset from); \
		NEXT(real, #name); \
		return call_strikes(true) ? MAP_FAILED : real(at, length, protection, flags, file, from); \
	}
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

/* ---- allocations ---- */

/* dlsym() allocates: the real ones are called by the other names that they have. */
#ifdef __SANITIZE_ADDRESS__
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif
void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *old, size_t size);

static bool
allocation_strikes(void)
{
	if (!strikes(FAULT_ALLOCATION))
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t size)
{
	return allocation_strikes() ? NULL : REAL(malloc)(size);
}

void *
calloc(size_t count, size_t size)
{
	return allocation_strikes() ? NULL : REAL(calloc)(count, size);
}

void *
realloc(void *old, size_t size)
{
	return allocation_strikes() ? NULL : REAL(realloc)(old, size);
}
