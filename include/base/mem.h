/* Memory: allocation that never returns NULL, and growing arrays.
 *
 * A program that keeps books cannot do anything sensible without memory: when the system refuses, die() restores the
 * terminal through the hook that the screen has set, says one sentence and aborts.  What was saved is safe in the book. */
#ifndef BASE_MEM_H
#define BASE_MEM_H
#include <stddef.h>

/* count * size zeroed bytes; never NULL, overflow is death. */
void *mem_new(size_t count, size_t size);
/* Grows or shrinks old (NULL allowed) to count * size bytes; new bytes are not cleared. */
void *mem_resize(void *old, size_t count, size_t size);
/* A copy of text, or NULL for NULL. */
char *mem_copy_text(const char *text);
/* A NUL-terminated copy of length bytes. */
char *mem_copy_bytes(const char *bytes, size_t length);

/* Makes room for one more item in items (an lvalue pointer) of an array with count used and capacity allocated items. */
#define ARRAY_RESERVE(items, count, capacity) \
	do { \
		if ((count) >= (capacity)) { \
			(capacity) = (capacity) ? (capacity)*2 : 8; \
			(items) = mem_resize((items), (capacity), sizeof *(items)); \
		} \
	} while (0)

#define ARRAY_COUNT(array) (sizeof(array) / sizeof *(array))

/* What die() calls before it prints: the screen sets it to restore the terminal.  NULL: nothing. */
void die_hook(void (*restore)(void));
/* A broken invariant or no memory: restores the terminal, prints the sentence to standard error, aborts. */
_Noreturn void die(const char *sentence);
#endif
