#include "lines.h"
#include "../check.h"
#include "base/file.h"
#include "base/mem.h"
#include <stdlib.h>

static void
split(struct line *line, char *text)
{
	static char empty[] = "";

	for (int i = 0; i < LINE_CELLS; i++) {
		line->cells[i] = text ? text : empty;
		text = text ? strchr(text, '\t') : NULL;
		if (text)
			*text++ = '\0';
	}
}

struct lines
lines_read(const char *path)
{
	struct lines lines = { 0 };
	struct str text = { 0 };
	struct err err = { 0 };
	int number = 0;

	if (!file_read(&text, path, 1 << 20, &err))
		fail_msg("%s: %s", path, err.text);
	lines.text = str_take(&text);
	for (char *at = lines.text; at && *at;) {
		char *end = strchr(at, '\n');
		if (end)
			*end = '\0';
		number++;
		if (*at && *at != '#') {
			ARRAY_RESERVE(lines.items, lines.count, lines.capacity);
			lines.items[lines.count].number = number;
			split(&lines.items[lines.count++], at);
		}
		at = end ? end + 1 : NULL;
	}
	if (lines.count == 0)
		fail_msg("%s: no lines", path);
	return lines;
}

void
lines_release(struct lines *lines)
{
	free(lines->items);
	free(lines->text);
	*lines = (struct lines){ 0 };
}
