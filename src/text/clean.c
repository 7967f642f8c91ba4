#include "text/clean.h"
#include "base/mem.h"
#include "quick.h"
#include "text/width.h"
#include "utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>
#include <unistr.h>

/* One text on its way through the door. */
struct cleaning {
	const char *bytes;
	size_t length;
	enum text_shape shape;
	struct clean_report report;
	struct str repaired; /* code points kept and replaced, not yet normalised */
};

static void
add_trimmed(struct str *out, const char *bytes, size_t length)
{
	while (length && (bytes[length - 1] == ' ' || bytes[length - 1] == '\n'))
		length--;
	while (length && (*bytes == ' ' || *bytes == '\n')) {
		bytes++;
		length--;
	}
	str_add(out, bytes, length);
}

/* The line and the letter in it, from 1, where offset is; text up to it is valid. */
static void
locate(const struct cleaning *cleaning, size_t offset, long *line, long *column)
{
	char *before = mem_copy_bytes(cleaning->bytes, offset);
	for (size_t n = 0; n < offset; n++)
		if (!before[n])
			before[n] = '?';
	const char *begin = before;
	*line = 1;
	const char *feed;
	while (cleaning->shape == TEXT_LINES && (feed = strchr(begin, '\n'))) {
		begin = feed + 1;
		++*line;
	}
	*column = 1;
	for (size_t at = 0; begin[at]; at = text_next(begin, at))
		++*column;
	free(before);
}

static bool
refuse(const struct cleaning *cleaning, size_t offset, struct words words, const char *what, struct err *err)
{
	long line, column;
	locate(cleaning, offset, &line, &column);
	char place[32], row[32];
	snprintf(place, sizeof place, "%ld", column);
	snprintf(row, sizeof row, "%ld", line);
	err_set(err, ERR_INVALID, words, place, what, row, NULL);
	err->column = column;
	if (cleaning->shape == TEXT_LINES)
		err->line = line;
	return false;
}

static bool
refuse_malformed(const struct cleaning *cleaning, size_t offset, struct err *err)
{
	char byte[8];
	snprintf(byte, sizeof byte, "%02X", (unsigned)(unsigned char)cleaning->bytes[offset]);
	if (cleaning->shape == TEXT_LINES)
		return refuse(cleaning, offset,
			SAY("Dòng {3}, chữ thứ {1}: byte {2} không phải UTF-8; "
			    "hãy chuyển chữ sang Unicode rồi thử lại.",
				"Line {3}, letter {1}: byte {2} is not UTF-8; "
				"convert the text to Unicode and try again."),
			byte, err);
	return refuse(cleaning, offset,
		SAY("Chữ thứ {1}: byte {2} không phải UTF-8; hãy chuyển chữ sang Unicode rồi thử lại.",
			"Letter {1}: byte {2} is not UTF-8; convert the text to Unicode and try again."),
		byte, err);
}

static bool
refuse_code(const struct cleaning *cleaning, size_t offset, uint32_t code, struct err *err)
{
	char name[16];
	snprintf(name, sizeof name, "U+%04X", (unsigned)code);
	if (cleaning->shape == TEXT_LINES)
		return refuse(cleaning, offset,
			SAY("Dòng {3}, chữ thứ {1} là ký tự {2}, sổ không nhận; hãy xóa nó rồi thử lại.",
				"Line {3}, letter {1} is the character {2}, which the book does not take; "
				"delete it and try again."),
			name, err);
	return refuse(cleaning, offset,
		SAY("Chữ thứ {1} là ký tự {2}, sổ không nhận; hãy xóa nó rồi thử lại.",
			"Letter {1} is the character {2}, which the book does not take; delete it and try again."),
		name, err);
}

static bool
refuse_marks(const struct cleaning *cleaning, size_t offset, struct err *err)
{
	if (cleaning->shape == TEXT_LINES)
		return refuse(cleaning, offset,
			SAY("Dòng {3}, chữ thứ {1} mang hơn {2} dấu; hãy gõ lại chữ đó.",
				"Line {3}, letter {1} carries more than {2} marks; type it again."),
			"4", err);
	return refuse(cleaning, offset,
		SAY("Chữ thứ {1} mang hơn {2} dấu; hãy gõ lại chữ đó.",
			"Letter {1} carries more than {2} marks; type it again."),
		"4", err);
}

/* Marks in the full decomposition of code. */
static int
marks_in(uint32_t code)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int marks = 0, count;
	while ((count = uc_canonical_decomposition(code, parts)) == 1 || (count == 2 && text_is_mark(parts[1]))) {
		marks += count - 1;
		code = parts[0];
	}
	return marks + text_is_mark(code);
}

static void
keep(struct cleaning *cleaning, uint32_t code)
{
	char bytes[4];
	str_add(&cleaning->repaired, bytes, utf8_encode(code, bytes));
}

/* A kind of blank at offset, of `length` bytes; returns the bytes of it to pass. */
static size_t
take_blank(struct cleaning *cleaning, size_t offset, uint32_t code, size_t length)
{
	bool pair = code == '\r' && offset + 1 < cleaning->length && cleaning->bytes[offset + 1] == '\n';
	bool line_end = cleaning->shape == TEXT_LINES && (code == '\n' || code == '\r');
	if (!line_end || code == '\r')
		cleaning->report.repaired++;
	keep(cleaning, line_end ? '\n' : ' ');
	return length + pair;
}

static bool
repair(struct cleaning *cleaning, struct err *err)
{
	int marks = 0;
	size_t offset = 0, letter = 0;
	while (offset < cleaning->length) {
		ucs4_t code;
		int taken = u8_mbtoucr(&code, (const uint8_t *)cleaning->bytes + offset, cleaning->length - offset);
		if (taken <= 0)
			return refuse_malformed(cleaning, offset, err);
		size_t length = (size_t)taken;
		switch (text_fate(code)) {
		case FATE_REFUSE:
			return refuse_code(cleaning, offset, code, err);
		case FATE_REMOVE:
			cleaning->report.removed++;
			break;
		case FATE_BLANK:
			length = take_blank(cleaning, offset, code, length);
			marks = 0;
			break;
		case FATE_D:
			cleaning->report.repaired++;
			keep(cleaning, code == 0xF0 ? 0x111 : 0x110);
			marks = 0;
			break;
		case FATE_KEEP:
			if (!text_is_mark(code)) {
				letter = offset;
				marks = 0;
			}
			marks += code < 0xC0 ? 0 : marks_in(code);
			if (marks > MARKS_ON_A_LETTER)
				return refuse_marks(cleaning, letter, err);
			keep(cleaning, code);
			break;
		}
		offset += length;
	}
	return true;
}

static bool
is_tone(const char *mark)
{
	return memcmp(mark, "\xCC\x80", 2) == 0 || memcmp(mark, "\xCC\x81", 2) == 0 ||
		memcmp(mark, "\xCC\x83", 2) == 0 || memcmp(mark, "\xCC\x89", 2) == 0;
}

static bool
takes_quality(char base, const char *mark)
{
	base = (char)(base | 0x20);
	if (memcmp(mark, "\xCC\x86", 2) == 0)
		return base == 'a';
	return memcmp(mark, "\xCC\x82", 2) == 0 && (base == 'a' || base == 'e' || base == 'o');
}

/* Broken converters write the tone before ^ or ˘ (a 0301 0302): both marks are of class 230, so that NFC keeps the
 * order and «ấ» never comes of it. In NFD text the pair is swapped; returns how many were. */
static size_t
swap_tones(char *nfd, size_t length)
{
	size_t swapped = 0, base = 0;
	for (size_t at = 0; at + 4 <= length; at++) {
		bool letter = (nfd[at] | 0x20) >= 'a' && (nfd[at] | 0x20) <= 'z' && !(nfd[at] & 0x80);
		if (letter)
			base = at;
		if (!is_tone(nfd + at) || !takes_quality(nfd[base], nfd + at + 2))
			continue;
		bool below = at == base + 3 && memcmp(nfd + base + 1, "\xCC\xA3", 2) == 0;
		if (at != base + 1 && !below)
			continue;
		char tone = nfd[at + 1];
		nfd[at + 1] = nfd[at + 3];
		nfd[at + 3] = tone;
		swapped++;
	}
	return swapped;
}

/* NFC of the repaired text, tones in their place. */
static void
compose(struct cleaning *cleaning, struct str *out)
{
	const struct str *from = &cleaning->repaired;
	size_t length = 0, composed_length;
	char *nfd = (char *)u8_normalize(UNINORM_NFD, (const uint8_t *)str_text(from), from->length, NULL, &length);
	if (!nfd)
		die("u8_normalize");
	size_t swapped = swap_tones(nfd, length);
	char *composed = nfc_new(nfd, length, &composed_length);
	if (swapped)
		cleaning->report.repaired += swapped;
	else if (composed_length != from->length || memcmp(composed, str_text(from), from->length) != 0)
		cleaning->report.repaired++;
	add_trimmed(out, composed, composed_length);
	free(composed);
	free(nfd);
}

bool
text_clean(struct str *out, const char *bytes, size_t length, enum text_shape shape, struct clean_report *report,
	struct err *err)
{
	struct cleaning cleaning = { .bytes = bytes, .length = length, .shape = shape };
	bool clean = true;
	if (quick_prefix(bytes, length) == length) {
		add_trimmed(out, bytes, length);
	} else {
		clean = repair(&cleaning, err);
		if (clean && cleaning.repaired.length)
			compose(&cleaning, out);
	}
	if (report)
		*report = cleaning.report;
	str_release(&cleaning.repaired);
	return clean;
}

void
text_nfc(struct str *out, const char *bytes, size_t length)
{
	if (quick_prefix(bytes, length) == length) {
		str_add(out, bytes, length);
		return;
	}
	struct str valid = { 0 };
	for (size_t at = 0; at < length;) {
		ucs4_t code;
		int taken = u8_mbtoucr(&code, (const uint8_t *)bytes + at, length - at);
		if (taken > 0)
			str_add(&valid, bytes + at, (size_t)taken);
		else
			str_add_text(&valid, "\xEF\xBF\xBD");
		at += taken > 0 ? (size_t)taken : 1;
	}
	size_t composed_length;
	char *composed = nfc_new(str_text(&valid), valid.length, &composed_length);
	str_add(out, composed, composed_length);
	free(composed);
	str_release(&valid);
}
