#include "output.h"
#include "base/file.h"
#include "cli/cli.h"
#include "text/show.h"
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HELD_MOST 65536

struct output
output_new(bool plain)
{
	return (struct output){ .terminal = isatty(STDOUT_FILENO) == 1, .plain = plain };
}

/* Lines as a terminal may have them. */
static void
filter_lines(struct str *out, const char *text, bool plain)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		struct str line = { 0 };
		str_add(&line, text, length);
		if (plain)
			text_plain(out, str_text(&line));
		else
			text_show(out, str_text(&line));
		str_release(&line);
		text += length;
		if (*text == '\n') {
			str_add_byte(out, '\n');
			text++;
		}
	}
}

static bool
write_bytes(struct output *output, const char *bytes, size_t length, struct err *err)
{
	while (length) {
		ssize_t put = write(STDOUT_FILENO, bytes, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0) {
			output->cut = errno == EPIPE;
			return err_set(err, ERR_STORAGE,
				SAY("Không ghi được kết quả ra: {1}. Phần đã ra chưa đủ.",
					"Cannot write the output: {1}. What is there is not complete."),
				err_system(errno), NULL);
		}
		bytes += put;
		length -= (size_t)put;
	}
	return true;
}

bool
output_flush(struct output *output, struct err *err)
{
	struct str shown = { 0 };
	bool done;
	if (output->terminal) {
		filter_lines(&shown, str_text(&output->held), output->plain);
		done = write_bytes(output, str_text(&shown), shown.length, err);
	} else {
		done = write_bytes(output, str_text(&output->held), output->held.length, err);
	}
	str_release(&shown);
	str_clear(&output->held);
	return done;
}

bool
output_add(struct output *output, const char *bytes, size_t length, struct err *err)
{
	str_add(&output->held, bytes, length);
	return output->path || output->held.length < HELD_MOST || output_flush(output, err);
}

bool
output_say(struct output *output, struct err *err, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	char *sentence = say_format_list(words, list);
	va_end(list);
	bool done = output_add(output, sentence, strlen(sentence), err) && output_add(output, "\n", 1, err);
	free(sentence);
	return done;
}

/* Book and output may be named differently and be one file all the same. */
static bool
is_book(const struct stat *found, const char *book)
{
	struct stat kept;
	return stat(book, &kept) == 0 && kept.st_dev == found->st_dev && kept.st_ino == found->st_ino;
}

bool
output_into(struct output *output, const char *path, const char *book, struct err *err)
{
	struct stat found;
	bool there = stat(path, &found) == 0;
	if (there && is_book(&found, book))
		return err_set(err, ERR_INVALID,
			SAY("{1} là chính sổ này; hãy chọn tên tệp khác.",
				"{1} is the book itself; please choose another name."),
			path, NULL);
	if (there && !S_ISREG(found.st_mode))
		return err_set(err, ERR_INVALID,
			SAY("{1} không phải là một tệp; hãy chọn tên khác.",
				"{1} is not a file; please choose another name."),
			path, NULL);
	output->path = path;
	output->terminal = false;
	return true;
}

bool
output_finish(struct output *output, struct err *err)
{
	if (output->path) {
		bool written = file_replace(output->path, str_text(&output->held), output->held.length, err);
		str_release(&output->held);
		return written;
	}
	bool done = output_flush(output, err);
	str_release(&output->held);
	if (done && close(STDOUT_FILENO) != 0 && errno != EBADF)
		done = err_set(err, ERR_STORAGE,
			SAY("Không ghi được kết quả ra: {1}.", "Cannot write the output: {1}."), err_system(errno),
			NULL);
	return done;
}

void
cli_complain(const char *sentence)
{
	struct str lines = { 0 };
	struct err err = { 0 };
	if (isatty(STDERR_FILENO) == 1)
		filter_lines(&lines, sentence, false);
	else
		str_add_text(&lines, sentence);
	str_add_byte(&lines, '\n');
	/* Nobody is left to tell when this cannot be written either. */
	if (!file_write_all(STDERR_FILENO, str_text(&lines), lines.length, &err))
		err_release(&err);
	str_release(&lines);
}
