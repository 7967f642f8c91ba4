#include "ui/typing.h"
#include "text/compose.h"
#include <string.h>

/* Names of the Central Highlands are common in addresses and units. */
static unsigned
flags_of(const struct typing *typing)
{
	return COMPOSE_LOOSE | (typing->new_style ? COMPOSE_NEW_STYLE : 0u);
}

void
typing_release(struct typing *typing)
{
	str_release(&typing->keys);
	str_release(&typing->shown);
	*typing = (struct typing){ 0 };
}

static void
forget(struct typing *typing)
{
	str_clear(&typing->keys);
	str_clear(&typing->shown);
	typing->whole = true;
}

void
typing_choose_style(struct typing *typing, bool new_style)
{
	forget(typing);
	typing->new_style = new_style;
}

static enum compose_method
composing(enum input_method method)
{
	return method == METHOD_VNI ? COMPOSE_VNI : COMPOSE_TELEX;
}

static bool
shows(const struct str *shown, const char *word, size_t length)
{
	return shown->length == length && memcmp(str_text(shown), word, length) == 0;
}

/* The keys of the word before the cursor: those that were pressed, or else such as give its letters.  False: none do. */
static bool
recall(struct typing *typing, enum compose_method method, const char *word, size_t length)
{
	if (length && shows(&typing->shown, word, length))
		return true;
	forget(typing);
	typing->whole = !length;
	return text_compose_keys(&typing->keys, word, length, method, flags_of(typing));
}

/* The word shows what its keys give; put gets it.  False: it shows that already. */
static bool
show(struct typing *typing, enum compose_method method, const char *now, size_t length, struct str *put)
{
	str_clear(&typing->shown);
	text_compose(str_text(&typing->keys), typing->keys.length, method, flags_of(typing), &typing->shown, NULL);
	if (shows(&typing->shown, now, length))
		return false;
	str_add(put, str_text(&typing->shown), typing->shown.length);
	return true;
}

/* A word that is none becomes its keys again. */
static bool
end_word(struct typing *typing, enum compose_method method, const char *word, size_t length, char key, struct str *put)
{
	bool ours = length && typing->whole && shows(&typing->shown, word, length);
	if (ours)
		text_compose_end(str_text(&typing->keys), typing->keys.length, method, flags_of(typing), put);
	forget(typing);
	if (!ours || shows(put, word, length)) {
		str_clear(put);
		return false;
	}
	str_add_byte(put, key);
	return true;
}

/* Backspace took the last letter of the word that was being typed: fewer keys show the rest, or new ones are found. */
static bool
erased(struct typing *typing, enum compose_method method, const char *word, size_t length, struct str *put)
{
	struct str fewer = { 0 };
	size_t last = typing->shown.length;
	while (last && ((unsigned char)typing->shown.bytes[last - 1] & 0xC0) == 0x80)
		last--;
	bool ours = last && last - 1 == length && memcmp(typing->shown.bytes, word, length) == 0;
	bool found = false;
	for (size_t count = typing->keys.length; ours && length && !found && count--;) {
		str_clear(&fewer);
		text_compose(str_text(&typing->keys), count, method, flags_of(typing), &fewer, NULL);
		found = shows(&fewer, word, length);
		if (found)
			str_cut(&typing->keys, count);
	}
	str_release(&fewer);
	if (!found) {
		forget(typing);
		typing->whole = !length;
		found = ours && length && text_compose_keys(&typing->keys, word, length, method, flags_of(typing));
	}
	return found && show(typing, method, word, length, put);
}

bool
typing_compose(struct typing *typing, enum input_method method, const char *before, size_t length, const char *typed,
	size_t *removed, struct str *put)
{
	enum compose_method by = composing(method);
	struct str text = { 0 }, now = { 0 };
	str_add(&text, before, length);
	size_t begin = text_compose_word(str_text(&text), length, by);
	const char *word = str_text(&text) + begin;
	size_t word_length = length - begin;
	bool composed = false;
	*removed = word_length;
	if (!*typed) {
		composed = erased(typing, by, word, word_length, put);
	} else if (text_compose_breaks(*typed, by)) {
		composed = end_word(typing, by, word, word_length, *typed, put);
	} else if (recall(typing, by, word, word_length)) {
		str_add_byte(&typing->keys, *typed);
		str_add(&now, word, word_length);
		str_add_byte(&now, *typed);
		composed = show(typing, by, str_text(&now), now.length, put);
	}
	str_release(&text);
	str_release(&now);
	return composed;
}

enum input_method
typing_method(const char *kept)
{
	return text_equal(kept, "telex") ? METHOD_TELEX : text_equal(kept, "vni") ? METHOD_VNI : METHOD_OFF;
}

const char *
typing_kept(enum input_method method)
{
	return method == METHOD_TELEX ? "telex" : method == METHOD_VNI ? "vni" : "off";
}
