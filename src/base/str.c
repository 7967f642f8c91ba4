#include "base/str.h"
#include "base/mem.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
str_release(struct str *str)
{
	free(str->bytes);
	*str = (struct str){ 0 };
}

void
str_clear(struct str *str)
{
	str->length = 0;
	if (str->bytes)
		str->bytes[0] = '\0';
}

static void
str_reserve(struct str *str, size_t extra)
{
	size_t needed = str->length + extra + 1;
	if (needed <= str->capacity)
		return;
	size_t capacity = str->capacity ? str->capacity : 32;
	while (capacity < needed)
		capacity *= 2;
	str->bytes = mem_resize(str->bytes, capacity, 1);
	str->capacity = capacity;
}

void
str_add(struct str *str, const char *bytes, size_t length)
{
	str_reserve(str, length);
	if (length)
		memcpy(str->bytes + str->length, bytes, length);
	str->length += length;
	str->bytes[str->length] = '\0';
}

void
str_add_text(struct str *str, const char *text)
{
	str_add(str, text, strlen(text));
}

void
str_add_byte(struct str *str, char byte)
{
	str_add(str, &byte, 1);
}

void
str_add_repeated(struct str *str, const char *text, int count)
{
	size_t length = strlen(text);
	while (count-- > 0)
		str_add(str, text, length);
}

int
digits_write(char out[DIGITS_MOST + 1], uint64_t number, int least)
{
	char backwards[DIGITS_MOST];
	int count = 0;
	for (; number && count < DIGITS_MOST; number /= 10)
		backwards[count++] = (char)('0' + number % 10);
	while (count < least && count < DIGITS_MOST)
		backwards[count++] = '0';
	for (int n = 0; n < count; n++)
		out[n] = backwards[count - 1 - n];
	out[count] = '\0';
	return count;
}

void
str_add_integer(struct str *str, int64_t integer)
{
	char digits[DIGITS_MOST + 1];
	int count = digits_write(digits, integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer, 1);
	if (integer < 0)
		str_add_byte(str, '-');
	str_add(str, digits, (size_t)count);
}

void
str_add_format(struct str *str, const char *format, ...)
{
	va_list list, again;
	va_start(list, format);
	va_copy(again, list);
	int length = vsnprintf(NULL, 0, format, list);
	va_end(list);
	if (length < 0)
		die("vsnprintf");
	str_reserve(str, (size_t)length);
	vsnprintf(str->bytes + str->length, (size_t)length + 1, format, again);
	va_end(again);
	str->length += (size_t)length;
}

void
str_splice(struct str *str, size_t offset, size_t removed, const char *bytes, size_t length)
{
	if (offset > str->length || removed > str->length - offset)
		die("str_splice: outside the string");
	str_reserve(str, length);
	memmove(str->bytes + offset + length, str->bytes + offset + removed, str->length - offset - removed);
	if (length)
		memcpy(str->bytes + offset, bytes, length);
	str->length = str->length - removed + length;
	str->bytes[str->length] = '\0';
}

void
str_cut(struct str *str, size_t length)
{
	if (length >= str->length)
		return;
	str->length = length;
	str->bytes[length] = '\0';
}

const char *
str_text(const struct str *str)
{
	return str->bytes ? str->bytes : "";
}

char *
str_take(struct str *str)
{
	str_reserve(str, 0);
	str->bytes[str->length] = '\0';
	char *text = str->bytes;
	*str = (struct str){ 0 };
	return text;
}

bool
text_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool
text_starts(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}
