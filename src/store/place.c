#include "store/place.h"
#include "base/mem.h"
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

/* linux/magic.h and statfs(2); FUSE may be anything, sshfs for one. */
static bool
ask_file_system(const char *path)
{
	static const unsigned long network[] = {
		0x6969 /* NFS */, 0x517B /* SMB */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */, 0x65735546 /* FUSE */,
		0x5346414F /* AFS */, 0x73757245 /* CODA */, 0x01021997 /* 9P */, 0x00C36400 /* CEPH */,
		0x564C /* NCP */, 0x0BD00BD0 /* Lustre */, 0x47504653 /* GPFS */
	};
	struct statfs found;
	if (statfs(path, &found) != 0)
		return false;
	for (size_t i = 0; i < ARRAY_COUNT(network); i++)
		if (((unsigned long)found.f_type & 0xffffffffUL) == network[i])
			return true;
	return false;
}

bool (*place_is_network)(const char *path) = ask_file_system;

char *
place_beside(const char *path, const char *suffix)
{
	struct str name = { 0 };
	str_add_text(&name, path);
	str_add_text(&name, suffix);
	return str_take(&name);
}

static char *
folder_of(const char *path)
{
	char *copy = mem_copy_text(path);
	char *folder = mem_copy_text(dirname(copy));
	free(copy);
	return folder;
}

struct look
place_look(const char *path, const char *suffix)
{
	char *name = place_beside(path, suffix);
	struct stat found;
	struct look look = { 0 };
	if (stat(name, &found) == 0)
		look = (struct look){ .there = true,
			.device = found.st_dev,
			.inode = found.st_ino,
			.size = found.st_size,
			.written = found.st_mtim };
	free(name);
	return look;
}

bool
look_equal(const struct look *a, const struct look *b)
{
	return a->there == b->there && a->device == b->device && a->inode == b->inode && a->size == b->size &&
		a->written.tv_sec == b->written.tv_sec && a->written.tv_nsec == b->written.tv_nsec;
}

static bool
refuse(struct err *err, enum err_kind kind, struct words words, const char *path)
{
	return err_set(err, kind, words, path, err_system(errno), NULL);
}

static bool
check_file(const char *path, const struct stat *file, struct err *err)
{
	if (S_ISDIR(file->st_mode))
		return refuse(err, ERR_INVALID,
			SAY("{1} là thư mục, không phải sổ; hãy chọn tệp sổ trong đó.",
				"{1} is a folder, not a book; choose the book's file in it."),
			path);
	if (!S_ISREG(file->st_mode))
		return refuse(err, ERR_INVALID,
			SAY("{1} không phải là tệp thường, nên không thể là sổ.",
				"{1} is no ordinary file, so it cannot be a book."),
			path);
	if (file->st_nlink > 1)
		return refuse(err, ERR_INVALID,
			SAY("Sổ {1} có hai tên trên đĩa (liên kết cứng), mở cả hai sẽ hỏng sổ; hãy xóa bớt một tên.",
				"The book {1} has two names on the disk (a hard link); opening both would damage it. Remove one of them."),
			path);
	if (place_is_network(path))
		return refuse(err, ERR_INVALID,
			SAY("Sổ {1} nằm trên ổ đĩa mạng, nơi sổ có thể hỏng; hãy mở trên chính máy giữ sổ, chẳng hạn qua ssh.",
				"The book {1} lies on a network drive, where it could be damaged; open it on the machine that keeps it, over ssh for example."),
			path);
	return true;
}

/* Ours and writable: read-write.  Not writable: a snapshot when no log lies beside it, else reading along with the writer
 * through the index that he keeps. */
static bool
choose_mode(enum store_mode *mode, const char *path, const struct stat *file, struct err *err)
{
	char *folder = folder_of(path), *index = place_beside(path, "-shm");
	struct look log = place_look(path, "-wal");
	bool ours = file->st_uid == geteuid() && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 &&
		faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
	bool readable = faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0, done = true;
	if (!readable)
		done = refuse(
			err, ERR_STORAGE, SAY("Không đọc được sổ {1}: {2}.", "Cannot read the book {1}: {2}."), path);
	else if (ours)
		*mode = STORE_READ_WRITE;
	else if (!log.there || log.size == 0)
		*mode = STORE_SNAPSHOT;
	else if (faccessat(AT_FDCWD, index, R_OK, AT_EACCESS) == 0)
		*mode = STORE_READ_ONLY;
	else
		done = refuse(err, ERR_STORAGE,
			SAY("Sổ {1} đang được máy khác mở hoặc chưa đóng đúng cách; hãy mở bằng tài khoản chủ sổ.",
				"The book {1} is open elsewhere or was not closed properly; open it with its owner's account."),
			path);
	free(folder);
	free(index);
	return done;
}

bool
place_find(char **real, enum store_mode *mode, const char *path, struct err *err)
{
	struct stat file;
	*real = realpath(path, NULL);
	if (!*real && errno == ENOENT)
		return refuse(err, ERR_NOT_FOUND, SAY("Không có sổ nào ở {1}.", "There is no book at {1}."), path);
	if (!*real || stat(*real, &file) != 0)
		refuse(err, ERR_STORAGE, SAY("Không mở được sổ {1}: {2}.", "Cannot open the book {1}: {2}."), path);
	else if (check_file(*real, &file, err) && choose_mode(mode, *real, &file, err))
		return true;
	free(*real);
	*real = NULL;
	return false;
}

bool
place_is_free(const char *path, struct err *err)
{
	struct stat found;
	char *folder = folder_of(path);
	bool done;
	if (lstat(path, &found) == 0)
		done = refuse(err, ERR_INVALID,
			SAY("Đã có tệp {1}; hãy chọn tên khác.", "The file {1} exists already; choose another name."),
			path);
	else if (errno != ENOENT)
		done = refuse(err, ERR_STORAGE, SAY("Không tạo được {1}: {2}.", "Cannot make {1}: {2}."), path);
	else if (place_is_network(folder))
		done = refuse(err, ERR_INVALID,
			SAY("{1} nằm trên ổ đĩa mạng, nơi sổ có thể hỏng; hãy chọn ổ đĩa của máy.",
				"{1} lies on a network drive, where a book could be damaged; choose a disk of this machine."),
			path);
	else
		done = true;
	free(folder);
	return done;
}

bool
place_make(char **name, const char *path, const struct host *host, struct err *err)
{
	char ulid[ULID_SIZE];
	host_ulid(host, ulid);
	struct str made = { 0 };
	str_add_format(&made, "%s.new-%s", path, ulid + ULID_SIZE - 9);
	int descriptor = open(str_text(&made), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (descriptor < 0) {
		refuse(err, ERR_STORAGE, SAY("Không tạo được {1}: {2}.", "Cannot make {1}: {2}."), path);
		str_release(&made);
		*name = NULL;
		return false;
	}
	close(descriptor);
	*name = str_take(&made);
	return true;
}

static bool
sync_path(const char *path, int flags, struct err *err)
{
	int descriptor = open(path, flags | O_CLOEXEC);
	bool done = descriptor >= 0 && fsync(descriptor) == 0;
	if (!done)
		refuse(err, ERR_STORAGE,
			SAY("Không ghi chắc được {1} xuống đĩa: {2}.", "Cannot write {1} safely to the disk: {2}."),
			path);
	if (descriptor >= 0)
		close(descriptor);
	return done;
}

/* Some file systems know no renaming that spares what is there. */
static int
rename_sparing(const char *made, const char *path)
{
	if (renameat2(AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return 0;
	struct stat found;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (lstat(path, &found) == 0) {
		errno = EEXIST;
		return -1;
	}
	return rename(made, path);
}

bool
place_settle(const char *made, const char *path, struct err *err)
{
	if (!sync_path(made, O_RDONLY, err))
		return false;
	if (rename_sparing(made, path) != 0)
		return refuse(err, errno == EEXIST ? ERR_INVALID : ERR_STORAGE,
			SAY("Không tạo được {1}: {2}.", "Cannot make {1}: {2}."), path);
	char *folder = folder_of(path);
	bool done = sync_path(folder, O_RDONLY | O_DIRECTORY, err);
	free(folder);
	return done;
}

void
place_remove(const char *made)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
	for (size_t i = 0; i < ARRAY_COUNT(suffixes); i++) {
		char *name = place_beside(made, suffixes[i]);
		unlink(name);
		free(name);
	}
}
