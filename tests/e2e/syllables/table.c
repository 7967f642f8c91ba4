#include "table.h"
#include "base/file.h"
#include "base/mem.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 24 };

static void
add_syllable(struct table *table, const char *word, char *keys)
{
	ARRAY_RESERVE(table->items, table->count, table->capacity);
	table->items[table->count++] = (struct syllable){ word, keys };
}

/* Cuts a line off; NULL: none is left. */
static char *
next_line(char **at)
{
	char *line = *at && **at ? *at : NULL, *end = line ? strchr(line, '\n') : NULL;
	*at = end ? end + 1 : NULL;
	if (end)
		*end = '\0';
	return line;
}

static bool
read_file(struct str *text, const char *folder, const char *name)
{
	struct str path = { 0 };
	struct err err = { 0 };
	str_add_format(&path, "%s/%s", folder, name);
	bool done = file_read(text, str_text(&path), FILE_MOST, &err);
	if (!done)
		fprintf(stderr, "%s\n", err.text);
	str_release(&path);
	err_release(&err);
	return done;
}

static int
compare(const void *x, const void *y)
{
	const struct syllable *a = x, *b = y;
	return strcmp(a->word, b->word);
}

/* The syllables that the table of keys lacks get such keys as give them back, if there are any. */
static void
add_rest(struct table *table, char *words, enum compose_method method)
{
	size_t known = table->count;
	for (char *word; (word = next_line(&words));) {
		struct syllable wanted = { .word = word };
		if (bsearch(&wanted, table->items, known, sizeof *table->items, compare))
			continue;
		struct str keys = { 0 };
		text_compose_keys(&keys, word, strlen(word), method, COMPOSE_LOOSE);
		add_syllable(table, word, str_take(&keys));
	}
}

bool
table_read(struct table *table, const char *folder, enum compose_method method)
{
	if (!read_file(&table->words, folder, "syllables.txt") ||
		!read_file(&table->typing, folder, method == COMPOSE_VNI ? "vni.tsv" : "telex.tsv"))
		return false;
	char *at = table->typing.bytes;
	for (char *line; (line = next_line(&at));) {
		char *new_style = strchr(line, '\t'), *keys = new_style ? strchr(new_style + 1, '\t') : NULL;
		if (*line == '#' || !keys)
			continue;
		*new_style = '\0';
		add_syllable(table, line, mem_copy_text(keys + 1));
	}
	qsort(table->items, table->count, sizeof *table->items, compare);
	add_rest(table, table->words.bytes, method);
	return table->count > 0;
}

void
table_release(struct table *table)
{
	for (size_t n = 0; n < table->count; n++)
		free(table->items[n].keys);
	free(table->items);
	str_release(&table->words);
	str_release(&table->typing);
}

void
syllable_keys(struct str *keys, const struct syllable *syllable, size_t number)
{
	size_t count = 1;
	for (const char *at = syllable->keys; *at; at++)
		count += *at == ' ';
	const char *at = syllable->keys;
	for (size_t left = number % count; left; left--)
		at += strcspn(at, " ") + 1;
	str_add(keys, at, strcspn(at, " "));
}
