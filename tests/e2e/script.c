#include "script.h"
#include "base/file.h"
#include "base/mem.h"
#include "playing.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool
script_read(struct script *script, const char *path, struct str *report)
{
	struct str text = { 0 };
	struct err err = { 0 };
	bool done = file_read(&text, path, CASE_BYTES_MOST, &err);
	if (!done)
		str_add_format(report, "  %s\n", err.text);
	const char *end = str_text(&text) + text.length;
	for (const char *at = str_text(&text); done && at < end;) {
		size_t length = strcspn(at, "\n");
		ARRAY_RESERVE(script->lines, script->count, script->capacity);
		script->lines[script->count++] = mem_copy_bytes(at, length);
		at += length + 1;
	}
	str_release(&text);
	err_release(&err);
	return done;
}

void
script_replace(struct script *script, size_t first, size_t count, struct str *text)
{
	ARRAY_RESERVE(script->rewrites, script->rewrite_count, script->rewrite_capacity);
	script->rewrites[script->rewrite_count++] =
		(struct rewrite){ .first = first, .count = count, .text = str_take(text) };
}

bool
script_write(const struct script *script, const char *path, struct str *report)
{
	struct str text = { 0 };
	struct err err = { 0 };
	size_t next = 0;
	for (size_t line = 0; line <= script->count;) {
		if (next < script->rewrite_count && script->rewrites[next].first == line) {
			str_add_text(&text, script->rewrites[next].text);
			line += script->rewrites[next].count;
			next++;
			continue;
		}
		if (line < script->count)
			str_add_format(&text, "%s\n", script->lines[line]);
		line++;
	}
	bool done = file_replace(path, text.bytes, text.length, &err) && chmod(path, 0644) == 0;
	if (!done)
		str_add_format(report, "  %s\n", err.text ? err.text : strerror(errno));
	str_release(&text);
	err_release(&err);
	return done;
}

void
script_release(struct script *script)
{
	for (size_t i = 0; i < script->count; i++)
		free(script->lines[i]);
	for (size_t i = 0; i < script->rewrite_count; i++)
		free(script->rewrites[i].text);
	free(script->lines);
	free(script->rewrites);
	*script = (struct script){ 0 };
}
