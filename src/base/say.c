#include "base/say.h"
#include "base/str.h"

static enum language chosen = LANGUAGE_VI;

void
say_choose(enum language language)
{
	chosen = language;
}

enum language
say_language(void)
{
	return chosen;
}

const char *
say(struct words words)
{
	return chosen == LANGUAGE_EN ? words.en : words.vi;
}

static void
add_list(struct str *out, struct words words, va_list list)
{
	const char *args[9] = { 0 };
	const char *arg;
	for (size_t n = 0; n < 9 && (arg = va_arg(list, const char *)); n++)
		args[n] = arg;
	for (const char *at = say(words); *at; at++) {
		bool place = at[0] == '{' && at[1] >= '1' && at[1] <= '9' && at[2] == '}';
		if (!place) {
			str_add_byte(out, *at);
			continue;
		}
		const char *filling = args[at[1] - '1'];
		if (filling)
			str_add_text(out, filling);
		at += 2;
	}
}

char *
say_format_list(struct words words, va_list list)
{
	struct str out = { 0 };
	add_list(&out, words, list);
	return str_take(&out);
}

char *
say_format(struct words words, ...)
{
	va_list list;
	va_start(list, words);
	char *sentence = say_format_list(words, list);
	va_end(list);
	return sentence;
}

void
say_add(struct str *out, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	add_list(out, words, list);
	va_end(list);
}
