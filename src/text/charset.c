#include "text/charset.h"
#include "charset_read.h"
#include <stdio.h>

/* ---- names ---- */

static const struct {
	struct words name;
	const char *word, *others[3];
} names[CHARSET_COUNT] = {
	[CHARSET_UTF8] = { WORDS("UTF-8", "UTF-8"), "utf-8", { "utf8", "unicode" } },
	[CHARSET_UTF16LE] = { WORDS("UTF-16", "UTF-16"), "utf-16le", { "utf-16", "utf16", "utf16le" } },
	[CHARSET_UTF16BE] = { WORDS("UTF-16 (byte cao trước)", "UTF-16 (big endian)"), "utf-16be", { "utf16be" } },
	[CHARSET_TCVN3] = { WORDS("TCVN3 (ABC)", "TCVN3 (ABC)"), "tcvn3", { "abc", "tcvn", "tcvn5712" } },
	[CHARSET_VNI] = { WORDS("VNI-Windows", "VNI-Windows"), "vni", { "vni-windows", "vni-win" } },
	[CHARSET_CP1258] = { WORDS("Windows-1258", "Windows-1258"), "cp1258", { "windows-1258", "1258" } },
	[CHARSET_VISCII] = { WORDS("VISCII", "VISCII"), "viscii", { NULL } },
	[CHARSET_VPS] = { WORDS("VPS", "VPS"), "vps", { NULL } },
	[CHARSET_MOJIBAKE] = { WORDS("UTF-8 bị đọc nhầm là Windows-1252", "UTF-8 misread as Windows-1252"), "mojibake",
		{ "cp1252" } },
};

struct words
charset_name(enum charset charset)
{
	return names[charset].name;
}

const char *
charset_word(enum charset charset)
{
	return names[charset].word;
}

static bool
same_word(const char *a, const char *typed)
{
	for (; *a; a++, typed++)
		if (*a != (*typed >= 'A' && *typed <= 'Z' ? *typed - 'A' + 'a' : *typed))
			return false;
	return !*typed;
}

bool
charset_named(enum charset *out, const char *word)
{
	for (int n = 0; n < CHARSET_COUNT; n++) {
		bool found = same_word(names[n].word, word);
		for (size_t other = 0; other < 3 && names[n].others[other]; other++)
			found = found || same_word(names[n].others[other], word);
		if (found) {
			*out = (enum charset)n;
			return true;
		}
	}
	return false;
}

/* ---- decoding ---- */

static bool
refuse(enum charset charset, const char *bytes, size_t bad, struct err *err)
{
	struct str before = { 0 };
	size_t ignored, line_begin = 0;
	long line = 1, column = 1;
	charset_read(&before, charset, bytes, bad, &ignored);
	const char *text = str_text(&before);
	for (size_t n = 0; n < before.length; n++)
		if (text[n] == '\n' || (text[n] == '\r' && text[n + 1] != '\n')) {
			line++;
			line_begin = n + 1;
		}
	for (size_t n = line_begin; n < before.length; n++)
		column += ((unsigned char)text[n] & 0xC0) != 0x80;
	str_release(&before);
	char at_line[24], at_column[24], byte[8];
	snprintf(at_line, sizeof at_line, "%ld", line);
	snprintf(at_column, sizeof at_column, "%ld", column);
	snprintf(byte, sizeof byte, "%02X", (unsigned)(unsigned char)bytes[bad]);
	err_set(err, ERR_INVALID,
		SAY("Dòng {1}, chữ thứ {2}: byte {3} không có trong bảng mã {4}; hãy lưu tệp theo UTF-8, hoặc nêu bảng mã khác.",
			"Line {1}, letter {2}: byte {3} is not in the encoding {4}; save the file as UTF-8, or name another encoding."),
		at_line, at_column, byte, say(charset_name(charset)), NULL);
	err->line = line;
	err->column = column;
	return false;
}

bool
charset_decode(struct str *out, enum charset charset, const char *bytes, size_t length, struct err *err)
{
	size_t had = out->length, bad;
	charset_read(out, charset, bytes, length, &bad);
	if (bad >= length)
		return true;
	if (out->length > had)
		str_cut(out, had);
	return refuse(charset, bytes, bad, err);
}
