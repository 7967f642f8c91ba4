/* Short names by the example of those before. */
#include "app/reorganise.h"
#include "base/mem.h"
#include "base/str.h"
#include <string.h>

/* Where the last words begin that both texts end with; at least one word of each stays before them. */
static size_t
common_end(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t common = 0;

	for (size_t n = 0; n < a_length && n < b_length && a[a_length - 1 - n] == b[b_length - 1 - n]; n++)
		if (a[a_length - 1 - n] == ' ' && n + 1 < a_length && n + 1 < b_length)
			common = n + 1;
	return common;
}

char *
reorganised_short_name(const char *name, const char *full, const char *short_name)
{
	size_t full_length = strlen(full), short_length = strlen(short_name);
	size_t common = common_end(full, full_length, short_name, short_length), head = full_length - common;
	struct str out = { 0 };

	/* The blank before what they have in common is part of it, and must follow in the new name too. */
	if (!common || strncmp(name, full, head) != 0 || name[head] != ' ')
		return NULL;
	str_add(&out, short_name, short_length - common);
	str_add_text(&out, name + head);
	return str_take(&out);
}
