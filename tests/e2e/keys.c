#include "keys.h"
#include "base/mem.h"
#include <ctype.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/* A key by its terminfo name; the bytes of xterm where TERM's entry does not know it (people press Home on a "vt100").
 */
struct named_key {
	const char *name, *capability, *bytes;
};
static const struct named_key named_keys[] = {
	{ "F1", "kf1", "\033OP" },
	{ "F2", "kf2", "\033OQ" },
	{ "F3", "kf3", "\033OR" },
	{ "F4", "kf4", "\033OS" },
	{ "F5", "kf5", "\033[15~" },
	{ "F6", "kf6", "\033[17~" },
	{ "F7", "kf7", "\033[18~" },
	{ "F8", "kf8", "\033[19~" },
	{ "F9", "kf9", "\033[20~" },
	{ "F10", "kf10", "\033[21~" },
	{ "F11", "kf11", "\033[23~" },
	{ "F12", "kf12", "\033[24~" },
	{ "Up", "kcuu1", "\033OA" },
	{ "Down", "kcud1", "\033OB" },
	{ "Right", "kcuf1", "\033OC" },
	{ "Left", "kcub1", "\033OD" },
	{ "Home", "khome", "\033OH" },
	{ "End", "kend", "\033OF" },
	{ "PgUp", "kpp", "\033[5~" },
	{ "PgDn", "knp", "\033[6~" },
	{ "Ins", "kich1", "\033[2~" },
	{ "Del", "kdch1", "\033[3~" },
	{ "S-Tab", "kcbt", "\033[Z" },
	{ "BS", "kbs", "\177" },
	{ "S-Left", "kLFT", "\033[1;2D" },
	{ "S-Right", "kRIT", "\033[1;2C" },
	{ "S-Up", "kUP", "\033[1;2A" },
	{ "S-Down", "kDN", "\033[1;2B" },
	{ "C-Left", "kLFT5", "\033[1;5D" },
	{ "C-Right", "kRIT5", "\033[1;5C" },
	{ "C-Up", "kUP5", "\033[1;5A" },
	{ "C-Down", "kDN5", "\033[1;5B" },
	{ "C-Del", "kDC5", "\033[3;5~" },
	{ "Enter", NULL, "\r" },
	{ "Tab", NULL, "\t" },
	{ "Space", NULL, " " },
	{ "Esc", NULL, "\033" },
	{ "lt", NULL, "<" },
};

static const char *
named_bytes(const struct named_key *key, const char *term)
{
	static char known[64];
	int status;
	if (strcmp(known, term) != 0 && setupterm(term, 1, &status) == OK && strlen(term) < sizeof known)
		memcpy(known, term, strlen(term) + 1);
	if (!key->capability || strcmp(known, term) != 0)
		return key->bytes;
	char capability[16];
	memcpy(capability, key->capability, strlen(key->capability) + 1);
	const char *bytes = tigetstr(capability);
	return bytes && bytes != (char *)-1 ? bytes : key->bytes;
}

static struct str *
new_stroke(struct strokes *strokes)
{
	ARRAY_RESERVE(strokes->items, strokes->count, strokes->capacity);
	strokes->items[strokes->count] = (struct stroke){ 0 };
	return &strokes->items[strokes->count++].bytes;
}

/* The stroke under way; a new one after a lone Esc. */
static struct str *
current(struct strokes *strokes)
{
	if (!strokes->count || strokes->items[strokes->count - 1].lone_escape)
		return new_stroke(strokes);
	return &strokes->items[strokes->count - 1].bytes;
}

/* One character after a backslash; returns how many characters of text it took, 0 when it means nothing. */
static size_t
add_escaped(struct str *out, const char *text)
{
	static const char letters[] = "\"\\nrte", bytes[] = "\"\\\n\r\t\033";
	const char *letter = *text ? strchr(letters, *text) : NULL;
	if (letter) {
		str_add_byte(out, bytes[letter - letters]);
		return 1;
	}
	if (text[0] == 'x' && isxdigit((unsigned char)text[1]) && isxdigit((unsigned char)text[2])) {
		char hex[3] = { text[1], text[2], '\0' };
		str_add_byte(out, (char)strtoul(hex, NULL, 16));
		return 3;
	}
	return 0;
}

/* text begins after the opening quote; the place after the closing one, or NULL. */
static const char *
add_quoted(struct str *out, const char *text, struct str *fault)
{
	while (*text && *text != '"') {
		if (*text != '\\') {
			str_add_byte(out, *text++);
			continue;
		}
		size_t taken = add_escaped(out, text + 1);
		if (!taken) {
			str_add_format(fault, "\\%c means nothing in quotes", text[1]);
			return NULL;
		}
		text += 1 + taken;
	}
	if (*text)
		return text + 1;
	str_add_text(fault, "a text without its closing quote");
	return NULL;
}

static bool
add_key(struct strokes *strokes, const char *name, const char *term, struct str *fault)
{
	if (text_equal(name, "Esc")) {
		str_add_byte(current(strokes), '\033');
		strokes->items[strokes->count - 1].lone_escape = true;
		return true;
	}
	for (size_t i = 0; i < ARRAY_COUNT(named_keys); i++)
		if (text_equal(name, named_keys[i].name)) {
			str_add_text(current(strokes), named_bytes(&named_keys[i], term));
			return true;
		}
	if (text_starts(name, "C-") && strlen(name) == 3 && strchr("@[\\]^_", toupper(name[2]))) {
		str_add_byte(current(strokes), (char)(name[2] & 31));
		return true;
	}
	if (text_starts(name, "C-") && strlen(name) == 3 && isalpha((unsigned char)name[2])) {
		str_add_byte(current(strokes), (char)(name[2] & 31));
		return true;
	}
	if (text_starts(name, "A-") && name[2]) {
		str_add_byte(current(strokes), '\033');
		str_add_text(current(strokes), name + 2);
		return true;
	}
	if (text_starts(name, "raw ")) {
		const char *text = name + 4;
		size_t taken = *text == '\\' ? add_escaped(current(strokes), text + 1) : 0;
		if (taken && !text[1 + taken])
			return true;
	}
	str_add_format(fault, "there is no key <%s>", name);
	return false;
}

bool
keys_parse(struct strokes *out, const char *text, const char *term, struct str *fault)
{
	while (*text) {
		if (*text == '"') {
			text = add_quoted(current(out), text + 1, fault);
			if (!text)
				return false;
		} else if (*text == '<') {
			const char *end = strchr(text, '>');
			if (!end) {
				str_add_text(fault, "a key without its closing >");
				return false;
			}
			char *name = mem_copy_bytes(text + 1, (size_t)(end - text - 1));
			bool known = add_key(out, name, term, fault);
			free(name);
			if (!known)
				return false;
			text = end + 1;
			out->pressed++;
		} else if (*text == ' ' || *text == '\t') {
			text++;
		} else {
			str_add_byte(current(out), *text++);
			out->pressed++;
		}
	}
	return true;
}

bool
bytes_parse(struct str *out, const char *text, struct str *fault)
{
	while (*text) {
		if (*text == ' ') {
			text++;
		} else if (*text == '"') {
			text = add_quoted(out, text + 1, fault);
			if (!text)
				return false;
		} else {
			str_add_text(fault, "wants a text in quotes");
			return false;
		}
	}
	return true;
}

void
strokes_release(struct strokes *strokes)
{
	for (size_t i = 0; i < strokes->count; i++)
		str_release(&strokes->items[i].bytes);
	free(strokes->items);
	*strokes = (struct strokes){ 0 };
}
