/* A growing byte string that is always NUL-terminated.  A zeroed struct str is the empty string. */
#ifndef BASE_STR_H
#define BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	char *bytes;
	size_t length, capacity;
};

void str_release(struct str *str);
/* Empties, keeping the memory. */
void str_clear(struct str *str);
void str_add(struct str *str, const char *bytes, size_t length);
void str_add_text(struct str *str, const char *text);
void str_add_byte(struct str *str, char byte);
/* The text so many times; nothing for count <= 0. */
void str_add_repeated(struct str *str, const char *text, int count);
void str_add_integer(struct str *str, int64_t integer);
/* Writes the digits of a number into out, with leading zeros at least so many (≤ DIGITS_MOST), and a NUL; how many there are.
 * Days, figures and counts are written a thousand times for a screen, which is too often for a format. */
#define DIGITS_MOST 40
int digits_write(char out[DIGITS_MOST + 1], uint64_t number, int least);
__attribute__((format(printf, 2, 3))) void str_add_format(struct str *str, const char *format, ...);
/* Removes length bytes at offset and puts bytes there instead. */
void str_splice(struct str *str, size_t offset, size_t removed, const char *bytes, size_t length);
/* Cuts to length bytes (≤ the present length). */
void str_cut(struct str *str, size_t length);
/* The text, never NULL; borrowed until the next change. */
const char *str_text(const struct str *str);
/* Hands the text (never NULL) to the caller and leaves str empty. */
char *str_take(struct str *str);

/* Text comparison where NULL is a value of its own. */
bool text_equal(const char *a, const char *b);
bool text_starts(const char *text, const char *prefix);
#endif
