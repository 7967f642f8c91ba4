/* Finding names while they are typed.
 *
 * Each word of the query must be the beginning of some word of the text, in order. Letters must be equal; a mark on
 * a letter (ă â đ ê ô ơ ư) and a tone must be there when the query has them, a plain letter takes any: hung finds
 * Hưng, Hùng and Hung, hưng finds Hứng and not Hùng. The tone is the word's, so hoà = hòa. i and y are one in whole
 * words of the kind my/mi, quy/qui, quynh/quinh. Numbers and Roman numerals as in text/fold.h. */
#ifndef TEXT_MATCH_H
#define TEXT_MATCH_H
#include "base/str.h"

enum match {
	MATCH_NONE,
	MATCH_LOOSE,
	MATCH_EXACT /* every word complete and every mark equal: ranks first */
};
/* Bytes of the text that a word of the query covers, to be shown bold. */
struct match_span {
	size_t start, length;
};

/* An empty query matches everything loosely. At most capacity spans are stored (spans and count may be NULL), one
 * for each word of the query, in order. */
enum match text_match(const char *query, const char *text, struct match_span *spans, size_t capacity, size_t *count);

/* A query prepared once for many texts.  A zeroed one is the empty query. */
struct query_word;
struct matcher {
	struct query_word *words;
	size_t count;
};
void matcher_set(struct matcher *matcher, const char *query); /* replaces an earlier query */
void matcher_release(struct matcher *matcher);
/* False only when matcher_match of the text whose text_bare is bare would be MATCH_NONE: cheap, to be asked first. */
bool matcher_may(const struct matcher *matcher, const char *bare);
enum match matcher_match(
	const struct matcher *matcher, const char *text, struct match_span *spans, size_t capacity, size_t *count);
#endif
