#include "base/mem.h"
#include "quick.h"
#include "text/csv.h"
#include "utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

struct csv {
	char *bytes; /* own copy, NUL-terminated; cells are unquoted in place */
	char *at, *end;
	char separator;
	bool named;       /* by a line sep= */
	long line;        /* of at */
	char *line_begin; /* where that line begins, for columns */
	long column;      /* in letters, of counted */
	char *counted;
	struct csv_row row;
	size_t cells_capacity, columns_capacity;
};

#define SAMPLE_ROWS 50

static bool
ends_line(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* Bytes of the line end at `at`. */
static size_t
line_end(const char *at)
{
	return at[0] == '\r' && at[1] == '\n' ? 2 : ends_line(*at);
}

/* One row of a sample: the separators outside quotes, and where the next row begins. */
static size_t
count_separators(const char **at, const char *end, char separator)
{
	size_t count = 0;
	bool quoted = false, begin = true;
	for (; *at < end && (quoted || !ends_line(**at)); ++*at) {
		if (**at == '"' && (quoted || begin))
			quoted = !quoted;
		count += !quoted && **at == separator;
		begin = !quoted && **at == separator;
	}
	*at += *at < end ? line_end(*at) : 0;
	return count;
}

/* How well separator fits: 0 not at all; best when every row of the sample has as many of it as the first. */
static size_t
fitness(const char *at, const char *end, char separator)
{
	size_t first = 0, same = 0, rows = 0;
	while (at < end && rows < SAMPLE_ROWS) {
		const char *begin = at;
		size_t count = count_separators(&at, end, separator);
		if (at - begin <= 2 && !count && line_end(begin))
			continue;
		if (!rows++)
			first = count;
		same += count == first;
	}
	if (!first)
		return 0;
	return same * 1000 / rows * 1000 + (first < 999 ? first : 999);
}

static char
find_separator(const char *at, const char *end)
{
	static const char candidates[] = ",;\t|";
	char best = ',';
	size_t best_fitness = 0;
	for (size_t n = 0; n < 4; n++) {
		size_t fit = fitness(at, end, candidates[n]);
		if (fit > best_fitness) {
			best_fitness = fit;
			best = candidates[n];
		}
	}
	return best;
}

/* Letters between two places of one line: code points that are no marks. */
static long
letters_between(const char *from, const char *to)
{
	long letters = 0;
	while (from < to) {
		size_t length;
		uint32_t code = utf8_decode(from, &length);
		letters += !text_is_mark(code);
		from += length ? length : 1;
	}
	return letters;
}

static bool
refuse(struct err *err, long line, long column, struct words words)
{
	char at_line[24], at_column[24];
	snprintf(at_line, sizeof at_line, "%ld", line);
	snprintf(at_column, sizeof at_column, "%ld", column);
	err_set(err, ERR_INVALID, words, at_line, at_column, NULL);
	err->line = line;
	err->column = column;
	return false;
}

/* Valid UTF-8 without NUL all through. */
static bool
check_bytes(const char *bytes, size_t length, struct err *err)
{
	const uint8_t *bad = u8_check((const uint8_t *)bytes, length);
	const char *nul = memchr(bytes, '\0', bad ? (size_t)(bad - (const uint8_t *)bytes) : length);
	const char *fault = nul ? nul : (const char *)bad;
	if (!fault)
		return true;
	long line = 1;
	const char *begin = bytes;
	for (const char *at = bytes; at < fault; at++)
		if (*at == '\n' || (*at == '\r' && at[1] != '\n')) {
			line++;
			begin = at + 1;
		}
	return refuse(err, line, 1 + letters_between(begin, fault),
		nul ? SAY("Dòng {1}, chữ thứ {2}: có byte 0; đây không phải là bảng dạng chữ.",
			      "Line {1}, letter {2}: a zero byte; this is no table of text.")
		    : SAY("Dòng {1}, chữ thứ {2}: không phải UTF-8; hãy lưu tệp theo UTF-8 rồi nhập lại.",
			      "Line {1}, letter {2}: not UTF-8; save the file as UTF-8 and import it again."));
}

/* A first line sep=; names the separator. */
static void
take_named_separator(struct csv *csv)
{
	char *at = csv->at;
	bool named = csv->end - at >= 5 && memcmp(at, "sep=", 4) == 0 && !ends_line(at[4]) && at[4] != '"' &&
		(at + 5 == csv->end || ends_line(at[5]));
	if (!named)
		return;
	csv->separator = at[4];
	csv->named = true;
	csv->at = at + 5 + (at + 5 < csv->end ? line_end(at + 5) : 0);
	csv->line = 2;
}

bool
csv_open(struct csv **csv, const char *bytes, size_t length, char separator, struct err *err)
{
	*csv = NULL;
	if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	if (length && !check_bytes(bytes, length, err))
		return false;
	struct csv *reader = mem_new(1, sizeof *reader);
	reader->bytes = mem_new(length + 2, 1);
	if (length)
		memcpy(reader->bytes, bytes, length);
	reader->at = reader->bytes;
	reader->end = reader->bytes + length;
	reader->line = 1;
	take_named_separator(reader);
	reader->named = reader->named && (!separator || separator == reader->separator);
	if (separator)
		reader->separator = separator;
	else if (!reader->separator)
		reader->separator = find_separator(reader->at, reader->end);
	reader->line_begin = reader->at;
	*csv = reader;
	return true;
}

char
csv_separator(const struct csv *csv)
{
	return csv->separator;
}

bool
csv_separator_is_named(const struct csv *csv)
{
	return csv->named;
}

/* Column of at, from 1, counting on from the last one asked for in this line. */
static long
column_of(struct csv *csv, char *at)
{
	if (!csv->counted || csv->counted < csv->line_begin) {
		csv->counted = csv->line_begin;
		csv->column = 1;
	}
	csv->column += letters_between(csv->counted, at);
	csv->counted = at;
	return csv->column;
}

/* Copies a quoted cell's content to its begin, "" becoming one quote. */
static void
unquote(char *begin, const char *end)
{
	char *to = begin;
	for (const char *at = begin + 1; at < end; at++) {
		*to++ = *at;
		if (*at == '"')
			at++;
	}
	*to = '\0';
}

/* A quoted cell whose quote is at csv->at: unquoted in place.  csv->at moves behind the closing quote. */
static bool
read_quoted(struct csv *csv, long column, struct err *err)
{
	long line = csv->line;
	char *begin = csv->at, *at = begin + 1;
	for (; at < csv->end && (*at != '"' || at[1] == '"'); at++) {
		if (*at == '"')
			at++;
		if (*at == '\n' || (*at == '\r' && at[1] != '\n')) {
			csv->line++;
			csv->line_begin = at + 1;
		}
	}
	if (at >= csv->end)
		return refuse(err, line, column,
			SAY("Dòng {1}, chữ thứ {2}: dấu nháy kép mở ra mà không đóng lại.",
				"Line {1}, letter {2}: a quotation mark is opened and never closed."));
	csv->at = at + 1;
	column_of(csv, csv->at);
	unquote(begin, at);
	return true;
}

static void
add_cell(struct csv *csv, char *cell, long column)
{
	struct csv_row *row = &csv->row;
	ARRAY_RESERVE(row->cells, row->count, csv->cells_capacity);
	ARRAY_RESERVE(row->columns, row->count, csv->columns_capacity);
	row->cells[row->count] = cell;
	row->columns[row->count++] = column;
}

/* One cell and what ends it; *last when that is the end of the row. */
static bool
read_cell(struct csv *csv, bool *last, struct err *err)
{
	char *cell = csv->at;
	long column = column_of(csv, cell);
	if (cell < csv->end && *cell == '"') {
		if (!read_quoted(csv, column, err))
			return false;
	} else {
		while (csv->at < csv->end && *csv->at != csv->separator && !ends_line(*csv->at))
			csv->at++;
	}
	add_cell(csv, cell, column);
	*last = csv->at == csv->end || ends_line(*csv->at);
	if (!*last && *csv->at != csv->separator)
		return refuse(err, csv->line, column_of(csv, csv->at),
			SAY("Dòng {1}, chữ thứ {2}: sau dấu nháy kép đóng còn có chữ; "
			    "hãy viết dấu nháy trong ô thành hai.",
				"Line {1}, letter {2}: text after a closing quotation mark; "
				"double the quotes inside a cell."));
	size_t passed = *last ? line_end(csv->at) : 1;
	*csv->at = '\0';
	csv->at += passed;
	if (*last) {
		csv->line++;
		csv->line_begin = csv->at;
	}
	return true;
}

bool
csv_next(struct csv *csv, struct csv_row *row, bool *got, struct err *err)
{
	*got = csv->at < csv->end;
	*row = (struct csv_row){ 0 };
	if (!*got)
		return true;
	csv->row.count = 0;
	csv->row.line = csv->line;
	for (bool last = false; !last;)
		if (!read_cell(csv, &last, err))
			return *got = false;
	*row = csv->row;
	return true;
}

void
csv_close(struct csv *csv)
{
	if (!csv)
		return;
	free(csv->row.cells);
	free(csv->row.columns);
	free(csv->bytes);
	free(csv);
}
