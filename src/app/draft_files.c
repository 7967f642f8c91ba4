#include "draft_files.h"
#include "base/file.h"
#include "base/mem.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

char *
draft_file_login(const char *login)
{
	struct str out = { 0 };

	for (const char *at = login; *at; at++) {
		unsigned char byte = (unsigned char)*at;
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
			(byte >= '0' && byte <= '9') || byte >= 0x80 || byte == '-' || byte == '_' || byte == '@' ||
			(byte == '.' && at != login);
		if (letter)
			str_add_byte(&out, *at);
		else
			str_add_format(&out, "%%%02X", byte);
	}
	return str_take(&out);
}

static char *
name_of(const char *login, int number, const char *suffix)
{
	struct str name = { 0 };

	str_add_format(&name, "%s.%d%s", login, number, suffix);
	return str_take(&name);
}

static bool
fail(struct err *err, const char *folder, const char *name, int number)
{
	return err_set(err, ERR_STORAGE, SAY("Không dùng được {1}{4}{2}: {3}.", "Cannot use {1}{4}{2}: {3}."), folder,
		name, err_system(number), *name ? "/" : "", NULL);
}

/* ---- the folder ---- */

static void
make_above(const char *folder)
{
	char *path = mem_copy_text(folder);

	for (char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		mkdir(path, 0700);
		*at = '/';
	}
	free(path);
}

/* Only a folder of our own that nobody else may enter. */
static int
open_folder(const char *folder, bool make, bool deep, struct err *err)
{
	struct stat found;

	if (make && deep)
		make_above(folder);
	if (make && mkdir(folder, 0700) != 0 && errno != EEXIST) {
		fail(err, folder, "", errno);
		return -1;
	}
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (descriptor < 0 || fstat(descriptor, &found) != 0) {
		fail(err, folder, "", errno);
		if (descriptor >= 0)
			close(descriptor);
		return -1;
	}
	if (found.st_uid != geteuid() || ((found.st_mode & 077) && fchmod(descriptor, 0700) != 0)) {
		fail(err, folder, "", EACCES);
		close(descriptor);
		return -1;
	}
	return descriptor;
}

/* The folder of the slot, which is there. */
static int
folder_of(const struct draft_slot *slot, struct err *err)
{
	return open_folder(slot->folder, false, false, err);
}

/* ---- holding ---- */

/* The name still means the file that is open: it was not replaced before the lock was ours. */
static bool
is_still(int folder, const char *name, int descriptor)
{
	struct stat named, open;

	return fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 && fstat(descriptor, &open) == 0 &&
		named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

static bool
claim_in(struct draft_slot *slot, int folder, struct err *err)
{
	for (int number = 1; number <= DRAFT_NUMBERS; number++) {
		char *name = name_of(slot->login, number, "");
		int descriptor = openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		int why = errno;
		bool ours = descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
			is_still(folder, name, descriptor);
		if (descriptor < 0 && why != EEXIST)
			fail(err, slot->folder, name, why);
		free(name);
		if (ours) {
			slot->number = number;
			slot->descriptor = descriptor;
			return true;
		}
		if (descriptor >= 0)
			close(descriptor);
		else if (why != EEXIST)
			return false;
	}
	return err_set(err, ERR_STORAGE, SAY("{1} đã đầy phiếu nháp.", "{1} is full of drafts."), slot->folder, NULL);
}

bool
draft_slot_claim(struct draft_slot *out, const char *folder, bool deep, const char *login, struct err *err)
{
	*out = (struct draft_slot){ .folder = folder, .login = login, .descriptor = -1 };
	int descriptor = open_folder(folder, true, deep, err);
	if (descriptor < 0)
		return false;
	bool done = claim_in(out, descriptor, err);
	close(descriptor);
	return done;
}

static bool
look_safe(int descriptor, const char *folder, const char *name, struct err *err)
{
	struct stat found;

	if (fstat(descriptor, &found) != 0)
		return fail(err, folder, name, errno);
	if (!S_ISREG(found.st_mode) || found.st_uid != geteuid() || found.st_nlink > 1)
		return err_set(err, ERR_STORAGE,
			SAY("{1}/{2} không phải tệp nháp của bạn; tệp để nguyên.",
				"{1}/{2} is no draft file of yours; it is left as it is."),
			folder, name, NULL);
	return true;
}

static bool
hold_in(struct draft_slot *slot, bool *held, int folder, const char *name, struct err *err)
{
	struct stat found;
	int descriptor = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (descriptor < 0)
		return errno == ENOENT || fail(err, slot->folder, name, errno);
	if (!look_safe(descriptor, slot->folder, name, err)) {
		close(descriptor);
		return false;
	}
	if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !is_still(folder, name, descriptor)) {
		close(descriptor);
		return true;
	}
	slot->descriptor = descriptor;
	*held = true;
	if (fstat(descriptor, &found) == 0 && !found.st_size) { /* claimed, and ended before the first writing */
		draft_slot_remove(slot);
		*held = false;
	}
	return true;
}

bool
draft_slot_hold(struct draft_slot *out, bool *held, const char *folder, const char *login, int number, struct err *err)
{
	struct err not_ours = { 0 };

	*held = false;
	*out = (struct draft_slot){ .folder = folder, .login = login, .number = number, .descriptor = -1 };
	int descriptor = open_folder(folder, false, false, &not_ours);
	err_release(&not_ours);
	if (descriptor < 0)
		return true;
	char *name = name_of(login, number, "");
	bool done = hold_in(out, held, descriptor, name, err);
	free(name);
	close(descriptor);
	return done;
}

/* ---- content ---- */

/* Beside its place, written, synced and held; -1: err says why, nothing is left. */
static int
write_fresh(
	int folder, const struct draft_slot *slot, const char *fresh, const char *bytes, size_t length, struct err *err)
{
	unlinkat(folder, fresh, 0);
	int descriptor = openat(folder, fresh, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (descriptor < 0) {
		fail(err, slot->folder, fresh, errno);
		return -1;
	}
	bool done = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || fail(err, slot->folder, fresh, errno);
	done = done && file_write_all(descriptor, bytes, length, err);
	if (done && fsync(descriptor) != 0)
		done = fail(err, slot->folder, fresh, errno);
	if (done)
		return descriptor;
	close(descriptor);
	unlinkat(folder, fresh, 0);
	return -1;
}

bool
draft_slot_write(struct draft_slot *slot, const char *bytes, size_t length, struct err *err)
{
	int folder = folder_of(slot, err);
	if (folder < 0)
		return false;
	char *name = name_of(slot->login, slot->number, ""), *fresh = name_of(slot->login, slot->number, ".new");
	int descriptor = write_fresh(folder, slot, fresh, bytes, length, err);
	bool done = descriptor >= 0;
	if (done && renameat(folder, fresh, folder, name) != 0) {
		done = fail(err, slot->folder, name, errno);
		unlinkat(folder, fresh, 0);
		close(descriptor);
	}
	if (done) {
		fsync(folder);
		close(slot->descriptor);
		slot->descriptor = descriptor;
	}
	free(name);
	free(fresh);
	close(folder);
	return done;
}

bool
draft_slot_read(const struct draft_slot *slot, struct str *out, struct err *err)
{
	char part[16384];
	off_t at = 0;

	for (;;) {
		ssize_t got = pread(slot->descriptor, part, sizeof part, at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(err, ERR_STORAGE, SAY("{1}", "{1}"), err_system(errno), NULL);
		if (!got)
			return true;
		str_add(out, part, (size_t)got);
		at += got;
		if (at > DRAFT_BYTES)
			return err_set(err, ERR_INVALID, SAY("tệp quá lớn", "the file is too large"), NULL);
	}
}

void
draft_slot_leave(struct draft_slot *slot)
{
	if (slot->descriptor >= 0)
		close(slot->descriptor);
	*slot = DRAFT_NO_SLOT;
}

void
draft_slot_remove(struct draft_slot *slot)
{
	struct err ignored = { 0 };
	int folder = slot->descriptor >= 0 ? folder_of(slot, &ignored) : -1;

	if (folder >= 0) {
		char *name = name_of(slot->login, slot->number, ""),
		     *fresh = name_of(slot->login, slot->number, ".new");
		unlinkat(folder, fresh, 0);
		if (is_still(folder, name, slot->descriptor))
			unlinkat(folder, name, 0);
		fsync(folder);
		close(folder);
		rmdir(slot->folder); /* only when it is empty */
		free(name);
		free(fresh);
	}
	err_release(&ignored);
	draft_slot_leave(slot);
}
