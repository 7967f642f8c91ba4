#include "charset_read.h"
#include "base/mem.h"
#include "charset_table.h"
#include "text/clean.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* ---- Windows code pages ---- */

/* CP1252 from 80 to 9F; 0: not used. */
static const uint16_t windows[0x20] = {
	0x20AC,
	0,
	0x201A,
	0x0192,
	0x201E,
	0x2026,
	0x2020,
	0x2021,
	0x02C6,
	0x2030,
	0x0160,
	0x2039,
	0x0152,
	0,
	0x017D,
	0,
	0,
	0x2018,
	0x2019,
	0x201C,
	0x201D,
	0x2022,
	0x2013,
	0x2014,
	0x02DC,
	0x2122,
	0x0161,
	0x203A,
	0x0153,
	0,
	0x017E,
	0x0178,
};

/* What CP1258 has elsewhere than Latin-1, beside the letters of the table. */
static uint16_t
cp1258_rest(unsigned byte)
{
	switch (byte) {
	case 0xCC:
		return 0x300;
	case 0xD2:
		return 0x309;
	case 0xDE:
		return 0x303;
	case 0xEC:
		return 0x301;
	case 0xF2:
		return 0x323;
	case 0xFE:
		return 0x20AB;
	case 0x8A:
	case 0x8E:
	case 0x9A:
	case 0x9E:
		return 0;
	default:
		return byte < 0xA0 ? windows[byte - 0x80] : (uint16_t)byte;
	}
}

/* ---- tables of bytes ---- */

/* What one byte, or a byte and the next, stand for; 0: nothing. */
struct map {
	uint16_t one[0x100], two[0x10000];
};

static uint16_t
written(const struct charset_row *row, enum charset charset)
{
	switch (charset) {
	case CHARSET_TCVN3:
		return row->tcvn3;
	case CHARSET_VNI:
		return row->vni;
	case CHARSET_VISCII:
		return row->viscii;
	case CHARSET_VPS:
		return row->vps;
	default:
		return row->cp1258;
	}
}

static uint16_t
rest(enum charset charset, unsigned byte)
{
	static const uint16_t tcvn3_tones[5] = { 0x300, 0x309, 0x303, 0x301, 0x323 };
	switch (charset) {
	case CHARSET_CP1258:
		return cp1258_rest(byte);
	case CHARSET_TCVN3:
		if (byte >= 0xB0 && byte < 0xB5)
			return tcvn3_tones[byte - 0xB0];
		return byte < 0xA0 ? windows[byte - 0x80] : byte == 0xA0 ? 0xA0 : 0;
	case CHARSET_VNI:
		return byte < 0xA0 ? windows[byte - 0x80] : byte < 0xC0 ? (uint16_t)byte : 0;
	default:
		return 0;
	}
}

static struct map *
map_new(enum charset charset)
{
	struct map *map = mem_new(1, sizeof *map);
	for (size_t n = 0; n < CHARSET_ROWS; n++) {
		uint16_t bytes = written(&charset_rows[n], charset);
		uint16_t *place = bytes < 0x100 ? &map->one[bytes] : &map->two[bytes];
		if (!*place)
			*place = charset_rows[n].code;
	}
	for (unsigned byte = 1; byte < 0x100; byte++)
		if (!map->one[byte])
			map->one[byte] = byte < 0x80 ? (uint16_t)byte : rest(charset, byte);
	return map;
}

static void
add_code(struct str *out, uint32_t code)
{
	char utf8[4];
	str_add(out, utf8, utf8_encode(code, utf8));
}

static void
read_mapped(struct str *out, enum charset charset, const char *bytes, size_t length, size_t *bad)
{
	struct map *map = map_new(charset);
	for (size_t at = 0; at < length; at++) {
		unsigned first = (unsigned char)bytes[at], second = at + 1 < length ? (unsigned char)bytes[at + 1] : 0;
		uint16_t pair = map->two[first << 8 | second], code = pair ? pair : map->one[first];
		if (!code && *bad == length)
			*bad = at;
		add_code(out, code ? code : UTF8_BAD);
		at += pair != 0;
	}
	free(map);
}

/* ---- UTF-16 ---- */

static void
read_utf16(struct str *out, bool big, const char *bytes, size_t length, size_t *bad)
{
	const unsigned char *in = (const unsigned char *)bytes;
	for (size_t at = 0; at < length; at += 2) {
		uint32_t code = UTF8_BAD, next = 0;
		if (at + 1 < length)
			code = (uint32_t)in[at + !big] << 8 | in[at + big];
		if (at == 0 && code == 0xFEFF)
			continue;
		if (at + 3 < length)
			next = (uint32_t)in[at + 2 + !big] << 8 | in[at + 2 + big];
		bool high = code >= 0xD800 && code < 0xDC00, paired = high && next >= 0xDC00 && next < 0xE000;
		bool lone = !paired && code >= 0xD800 && code < 0xE000;
		if ((lone || at + 1 == length) && *bad == length)
			*bad = at;
		add_code(out, lone ? UTF8_BAD : paired ? 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00) : code);
		at += paired ? 2 : 0;
	}
}

/* ---- UTF-8 read as CP1252 ---- */

/* The byte that CP1252 shows as code; the five it does not use stand for themselves.  -1: none. */
static int
cp1252_byte(uint32_t code)
{
	if (code < 0x80 || (code >= 0xA0 && code < 0x100))
		return (int)code;
	if (code < 0xA0)
		return windows[code - 0x80] ? -1 : (int)code;
	for (int n = 0; n < 0x20; n++)
		if (windows[n] == code)
			return 0x80 + n;
	return -1;
}

static void
read_mojibake(struct str *out, const char *bytes, size_t length, size_t *bad)
{
	struct str inner = { 0 }, copy = { 0 };
	str_add(&copy, bytes, length);
	for (size_t at = 0, step; at < length; at += step ? step : 1) {
		uint32_t code = utf8_decode(str_text(&copy) + at, &step);
		int byte = cp1252_byte(code);
		if (byte < 0 && *bad == length)
			*bad = at;
		str_add_byte(&inner, byte < 0 ? '?' : (char)byte);
	}
	size_t skip = inner.length >= 3 && memcmp(inner.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	if (inner.length && u8_check((const uint8_t *)inner.bytes, inner.length) && *bad == length)
		*bad = 0;
	str_add(out, str_text(&inner) + skip, inner.length - skip);
	str_release(&inner);
	str_release(&copy);
}

void
charset_read(struct str *out, enum charset charset, const char *bytes, size_t length, size_t *bad)
{
	struct str raw = { 0 };
	size_t skip = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	*bad = length;
	switch (charset) {
	case CHARSET_UTF8:
	case CHARSET_COUNT:
		if (length) {
			const uint8_t *fault = u8_check((const uint8_t *)bytes, length);
			*bad = fault ? (size_t)(fault - (const uint8_t *)bytes) : length;
		}
		str_add(out, bytes + skip, length - skip);
		return;
	case CHARSET_UTF16LE:
	case CHARSET_UTF16BE:
		read_utf16(out, charset == CHARSET_UTF16BE, bytes, length, bad);
		return;
	case CHARSET_MOJIBAKE:
		read_mojibake(out, bytes, length, bad);
		return;
	case CHARSET_TCVN3:
	case CHARSET_VNI:
	case CHARSET_CP1258:
	case CHARSET_VISCII:
	case CHARSET_VPS:
		read_mapped(&raw, charset, bytes, length, bad);
		text_nfc(out, str_text(&raw), raw.length);
		str_release(&raw);
		return;
	}
}
