#include "base/err.h"
#include "base/mem.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void
err_store(struct err *err, enum err_kind kind, char *sentence)
{
	free(err->text);
	err->kind = kind;
	err->text = sentence;
}

bool
err_set(struct err *err, enum err_kind kind, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	err_store(err, kind, say_format_list(words, list));
	va_end(list);
	return false;
}

bool
err_set_field(struct err *err, int field, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	err_store(err, ERR_INVALID, say_format_list(words, list));
	va_end(list);
	err->field = field + 1;
	return false;
}

void
err_release(struct err *err)
{
	free(err->text);
	*err = (struct err){ 0 };
}

bool
err_is_of_input(enum err_kind kind)
{
	return kind == ERR_INVALID || kind == ERR_NOT_ALLOWED || kind == ERR_NOT_FOUND || kind == ERR_AMBIGUOUS ||
		kind == ERR_CONFLICT;
}

const char *
err_system(int number)
{
	static const struct {
		int number;
		struct words words;
	} known[] = {
		{ ENOENT, WORDS("không có tệp hay thư mục ấy", "there is no such file or folder") },
		{ EACCES, WORDS("không có quyền", "there is no permission for it") },
		{ EPERM, WORDS("máy không cho phép", "the system does not permit it") },
		{ EISDIR, WORDS("đó là một thư mục", "it is a folder") },
		{ ENOTDIR, WORDS("một phần của đường dẫn không phải là thư mục", "a part of the path is no folder") },
		{ EEXIST, WORDS("đã có tệp hay thư mục cùng tên", "a file or folder of that name is there already") },
		{ ENOSPC, WORDS("đĩa đã đầy", "the disk is full") },
		{ EDQUOT, WORDS("đã dùng hết phần đĩa được cấp", "the share of the disk is used up") },
		{ EROFS, WORDS("đĩa chỉ cho đọc", "the disk can only be read") },
		{ EFBIG, WORDS("tệp lớn quá mức máy cho phép", "the file is larger than the system permits") },
		{ EIO, WORDS("đĩa báo lỗi khi đọc ghi", "the disk reports an error") },
		{ EMFILE, WORDS("mở quá nhiều tệp cùng lúc", "too many files are open") },
		{ ENFILE, WORDS("máy mở quá nhiều tệp cùng lúc", "the system has too many files open") },
		{ ENAMETOOLONG, WORDS("tên tệp dài quá", "the name of the file is too long") },
		{ ELOOP, WORDS("đường dẫn đi vòng", "the path goes round in a circle") },
		{ EBADF, WORDS("đầu ra hay đầu vào đã đóng", "the output or input is closed") },
		{ EPIPE, WORDS("bên nhận đã thôi đọc", "the reader has gone") },
	};

	for (size_t i = 0; i < ARRAY_COUNT(known); i++)
		if (known[i].number == number)
			return say(known[i].words);
	return strerror(number);
}
