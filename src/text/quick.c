#include "quick.h"
#include "base/mem.h"
#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>

/* Bytes of the code point at `at` when it is beyond doubt, otherwise 0. */
static size_t
quick_step(const unsigned char *at, const unsigned char *end)
{
	unsigned char lead = at[0];
	if (lead < 0x80)
		return lead >= 0x20 && lead != 0x7F;
	if (lead < 0xC2 || lead > 0xE2 || end - at < 2)
		return 0;
	unsigned char second = at[1];
	if ((second & 0xC0) != 0x80)
		return 0;
	if (lead <= 0xC8) {
		bool doubtful = (lead == 0xC2 && (second == 0xA0 || second == 0xAD || second < 0xA0)) ||
			(lead == 0xC3 && (second == 0x90 || second == 0xB0)) || (lead == 0xC6 && second == 0x89);
		return doubtful ? 0 : 2;
	}
	if (lead < 0xE1 || end - at < 3 || (at[2] & 0xC0) != 0x80)
		return 0;
	if (lead == 0xE1)
		return second >= 0xB8 && second <= 0xBB ? 3 : 0;
	if (second == 0x80)
		return (at[2] >= 0x90 && at[2] <= 0xA7) || (at[2] >= 0xB0 && at[2] <= 0xBE) ? 3 : 0;
	return second == 0x82 && at[2] == 0xAB ? 3 : 0;
}

size_t
quick_prefix(const char *bytes, size_t length)
{
	const unsigned char *begin = (const unsigned char *)bytes, *at = begin, *end = begin + length;
	while (at < end) {
		size_t step = quick_step(at, end);
		if (!step)
			break;
		at += step;
	}
	return (size_t)(at - begin);
}

enum text_fate
text_fate(uint32_t code)
{
	if (code == 0xD0 || code == 0xF0 || code == 0x189)
		return FATE_D;
	if (code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF)
		return FATE_REMOVE;
	if (code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029)
		return FATE_BLANK;
	if (code != ' ' && uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Zs))
		return FATE_BLANK;
	uint32_t never = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Co |
		UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;
	return uc_is_general_category_withtable(code, never) ? FATE_REFUSE : FATE_KEEP;
}

bool
text_is_mark(uint32_t code)
{
	return code >= 0x300 && uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M);
}

char *
nfc_new(const char *bytes, size_t length, size_t *out_length)
{
	size_t room = length + length / 2 + 16, used = room;
	uint8_t *buffer = mem_new(room, 1);
	uint8_t *result = u8_normalize(UNINORM_NFC, (const uint8_t *)bytes, length, buffer, &used);
	if (!result)
		die("u8_normalize");
	if (result != buffer) {
		char *copy = mem_copy_bytes((const char *)result, used);
		free(result);
		free(buffer);
		result = (uint8_t *)copy;
	}
	*out_length = used;
	return (char *)result;
}
