#include "base/mem.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*restore_terminal)(void);

void
die_hook(void (*restore)(void))
{
	restore_terminal = restore;
}

void
die(const char *sentence)
{
	if (restore_terminal)
		restore_terminal();
	fprintf(stderr, "thidua: %s\n", sentence);
	abort();
}

void *
mem_new(size_t count, size_t size)
{
	void *fresh = calloc(count ? count : 1, size ? size : 1);
	if (!fresh)
		die("hết bộ nhớ (out of memory)");
	return fresh;
}

void *
mem_resize(void *old, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		die("hết bộ nhớ (out of memory)");
	size_t bytes = count * size;
	void *fresh = realloc(old, bytes ? bytes : 1);
	if (!fresh)
		die("hết bộ nhớ (out of memory)");
	return fresh;
}

char *
mem_copy_text(const char *text)
{
	return text ? mem_copy_bytes(text, strlen(text)) : NULL;
}

char *
mem_copy_bytes(const char *bytes, size_t length)
{
	char *copy = mem_new(length + 1, 1);
	if (length)
		memcpy(copy, bytes, length);
	return copy;
}
