#include "arguments.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

void
words_free(char **words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(words[i]);
	free(words);
}

static const char *
skip_blanks(const char *at)
{
	while (*at == ' ' || *at == '\t' || *at == '\n')
		at++;
	return at;
}

/* One word; NULL when a quote stays open or the line ends with a single \. */
static const char *
split_one(struct str *word, const char *at)
{
	char quote = '\0';
	for (; *at; at++) {
		if (quote && *at == quote) {
			quote = '\0';
		} else if (!quote && (*at == '\'' || *at == '"')) {
			quote = *at;
		} else if (!quote && skip_blanks(at) != at) {
			break;
		} else {
			if (*at == '\\' && quote != '\'' && *++at == '\0')
				return NULL;
			str_add_byte(word, *at);
		}
	}
	return quote ? NULL : at;
}

bool
words_split(char ***words, size_t *count, const char *line, struct err *err)
{
	*words = NULL;
	*count = 0;
	for (const char *at = skip_blanks(line); *at; at = skip_blanks(at)) {
		struct str word = { 0 };
		at = split_one(&word, at);
		if (!at) {
			str_release(&word);
			words_free(*words, *count);
			*words = NULL;
			*count = 0;
			return err_set(err, ERR_INVALID,
				SAY("Lệnh thiếu dấu đóng ngoặc kép: {1}", "The command lacks a closing quote: {1}"),
				line, NULL);
		}
		*words = mem_resize(*words, *count + 1, sizeof **words);
		(*words)[(*count)++] = str_take(&word);
	}
	return true;
}

#define NAME_MOST 40

/* Letters to insert, leave out, replace or swap (Damerau and Levenshtein, adjacent letters once). */
static int
distance(const char *a, const char *b)
{
	int rows[3][NAME_MOST + 1];
	size_t length_a = strlen(a), length_b = strlen(b);
	if (length_a > NAME_MOST || length_b > NAME_MOST)
		return NAME_MOST;
	for (size_t j = 0; j <= length_b; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= length_a; i++) {
		int *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
		now[0] = (int)i;
		for (size_t j = 1; j <= length_b; j++) {
			int best = before[j - 1] + (a[i - 1] != b[j - 1]);
			best = before[j] + 1 < best ? before[j] + 1 : best;
			best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && earlier[j - 2] + 1 < best)
				best = earlier[j - 2] + 1;
			now[j] = best;
		}
	}
	return rows[length_a % 3][length_b];
}

/* How far a name is from what was typed; the beginning of a name is near whatever follows. */
static int
farness(const char *typed, const char *name)
{
	size_t length = strlen(typed);
	if (length >= 2 && text_starts(name, typed))
		return 1;
	int far = distance(typed, name);
	return far <= 1 + (int)length / 4 ? far : NAME_MOST;
}

#define NEAREST_MOST 3

void
nearest_add(struct str *out, const char *typed, const char *prefix, const char *(*name)(size_t index))
{
	size_t told = 0;
	for (int far = 0; far < NAME_MOST && !told; far++) {
		for (size_t i = 0; name(i) && told < NEAREST_MOST; i++) {
			if (farness(typed, name(i)) != far)
				continue;
			str_add_text(out, told++ ? ", " : "");
			str_add_text(out, prefix);
			str_add_text(out, name(i));
		}
	}
}
