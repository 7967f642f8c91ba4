/* A query and a text of any bytes, parted by the first newline: what matches passes the sieve, spans lie in order in the text, and
 * a text finds itself. */
#include "text/match.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

#define SPANS 8

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_spans(const struct match_span *spans, size_t count, size_t length)
{
	size_t end = 0;
	for (size_t n = 0; n < count && n < SPANS; n++) {
		if (spans[n].start < end || spans[n].length > length - spans[n].start)
			abort();
		end = spans[n].start + spans[n].length;
	}
}

static void
match(const char *query, const char *text)
{
	struct matcher matcher = { 0 };
	struct str bare = { 0 };
	struct match_span spans[SPANS];
	size_t count = 0;
	matcher_set(&matcher, query);
	text_bare(&bare, text);
	enum match found = matcher_match(&matcher, text, spans, SPANS, &count);
	if (found && !matcher_may(&matcher, str_text(&bare)))
		abort();
	if (found)
		check_spans(spans, count, strlen(text));
	if (found != text_match(query, text, NULL, 0, NULL))
		abort();
	matcher_release(&matcher);
	str_release(&bare);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *query = malloc(size + 1);
	if (!query)
		return 0;
	memcpy(query, data, size);
	query[size] = '\0';
	char *text = strchr(query, '\n');
	if (text)
		*text++ = '\0';
	match(query, text ? text : query);
	if (!text_match(query, query, NULL, 0, NULL))
		abort();
	free(query);
	return 0;
}
