/* Readable tables of cases under tests/data/text. */
#ifndef TESTS_TEXT_CASES_H
#define TESTS_TEXT_CASES_H
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "unit/check.h"
#include <stdlib.h>

#define CELLS 40
struct row {
	char *cells[CELLS];
	size_t count;
	int line;
};

static inline void
data_path(struct str *path, const char *name)
{
	const char *root = getenv("TESTS_DATA");
	str_add_format(path, "%s/text/%s", root ? root : "tests/data", name);
}

/* The file with a NUL at its end; the test fails when it is not there. */
static inline void
data_read(struct str *out, const char *name)
{
	struct str path = { 0 };
	struct err err = { 0 };
	data_path(&path, name);
	if (!file_read(out, str_text(&path), 10 * 1000 * 1000, &err))
		fail_msg("%s", err.text);
	str_release(&path);
}

static inline void
add_utf8(char **to, unsigned long code)
{
	if (code < 0x80) {
		*(*to)++ = (char)code;
		return;
	}
	int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
	static const unsigned lead[4] = { 0, 0xC0, 0xE0, 0xF0 };
	*(*to)++ = (char)(lead[more] | code >> 6 * more);
	while (more--)
		*(*to)++ = (char)(0x80 | (code >> 6 * more & 0x3F));
}

/* Undoes the escapes in place: \u{…} \xNN \t \n \r \\ \e. */
static inline void
unescape(char *cell)
{
	char *to = cell;
	while (*cell) {
		if (*cell != '\\') {
			*to++ = *cell++;
			continue;
		}
		char letter = cell[1];
		cell += 2;
		if (letter == 'u') {
			add_utf8(&to, strtoul(cell + 1, &cell, 16));
			cell++;
		} else if (letter == 'x') {
			char hex[3] = { cell[0], cell[1], '\0' };
			*to++ = (char)strtoul(hex, NULL, 16);
			cell += 2;
		} else if (letter != 'e') {
			*to++ = (char)(letter == 't' ? '\t' : letter == 'n' ? '\n' : letter == 'r' ? '\r' : letter);
		}
	}
	*to = '\0';
}

/* Calls each for the rows of a table; it returns false for a row that failed, after saying why. */
static inline void
check_rows(const char *name, bool (*each)(const struct row *row))
{
	struct str file = { 0 };
	data_read(&file, name);
	int line = 0, rows = 0, failed = 0;
	for (char *at = file.bytes, *next; at && *at; at = next) {
		line++;
		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		if (*at == '#' || !*at)
			continue;
		struct row row = { .line = line };
		for (char *cell = at, *end; cell && row.count < CELLS; cell = end) {
			end = strchr(cell, '\t');
			if (end)
				*end++ = '\0';
			unescape(cell);
			row.cells[row.count++] = cell;
		}
		rows++;
		if (!each(&row)) {
			print_error("%s:%d failed\n", name, line);
			failed++;
		}
	}
	str_release(&file);
	check(rows > 0);
	check_int(failed, 0);
}

static inline bool
same_text(const char *what, const char *actual, const char *expected)
{
	if (strcmp(actual, expected) == 0)
		return true;
	print_error("%s: «%s», expected «%s»\n", what, actual, expected);
	return false;
}

static inline bool
same_int(const char *what, int64_t actual, int64_t expected)
{
	if (actual == expected)
		return true;
	print_error("%s: %lld, expected %lld\n", what, (long long)actual, (long long)expected);
	return false;
}

/* The lines of a text file, in place. */
struct lines {
	struct str file;
	char **lines;
	size_t count, capacity;
};

static inline void
lines_read(struct lines *lines, const char *name)
{
	data_read(&lines->file, name);
	for (char *at = lines->file.bytes, *next; at && *at; at = next) {
		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		ARRAY_RESERVE(lines->lines, lines->count, lines->capacity);
		lines->lines[lines->count++] = at;
	}
}

static inline void
lines_release(struct lines *lines)
{
	free(lines->lines);
	str_release(&lines->file);
}

/* Numbers that are the same in every run (xorshift). */
static inline uint32_t
chance(uint64_t *state, uint32_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 32) % below;
}
#endif
