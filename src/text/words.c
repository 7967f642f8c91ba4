#include "text/words.h"
#include "text/case.h"

static const char *const digits[] = { "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };

static void
add(struct str *out, const char *word)
{
	if (out->length)
		str_add_byte(out, ' ');
	str_add_text(out, word);
}

static const char *
unit_after(unsigned tens, unsigned unit)
{
	if (unit == 1 && tens > 1)
		return "mốt";
	if (unit == 4 && tens > 1)
		return "tư";
	if (unit == 5 && tens > 0)
		return "lăm";
	return digits[unit];
}

/* 1 … 999; in full: its hundreds are said even when there are none. */
static void
add_group(struct str *out, unsigned group, bool in_full, unsigned style)
{
	unsigned hundreds = group / 100, tens = group / 10 % 10, unit = group % 10;
	bool said = hundreds || in_full;
	if (said) {
		add(out, digits[hundreds]);
		add(out, "trăm");
	}
	if (tens > 1) {
		add(out, digits[tens]);
		add(out, "mươi");
	} else if (tens) {
		add(out, "mười");
	} else if (said && unit) {
		add(out, style & WORDS_LE ? "lẻ" : "linh");
	}
	if (unit)
		add(out, unit_after(tens, unit));
}

/* After the first group that is said, the others are said in full; those of zeros are not said. */
static void
add_groups(struct str *out, uint64_t number, bool in_full, unsigned style)
{
	static const struct {
		uint64_t value;
		const char *name;
	} scales[] = { { 1000000, "triệu" }, { 1000, "nghìn" }, { 1, NULL } };
	const uint64_t milliard = 1000000000;
	if (number >= milliard) {
		add_groups(out, number / milliard, in_full, style);
		add(out, "tỷ");
		in_full = true;
	}
	for (size_t n = 0; n < sizeof scales / sizeof *scales; n++) {
		unsigned group = (unsigned)(number / scales[n].value % 1000);
		if (!group)
			continue;
		add_group(out, group, in_full, style);
		in_full = true;
		if (scales[n].name)
			add(out, scales[n].name);
	}
}

void
words_number(struct str *out, int64_t number, unsigned style)
{
	struct str said = { 0 };
	if (number < 0)
		add(&said, "âm");
	if (number)
		add_groups(&said, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, false, style);
	else
		add(&said, digits[0]);
	str_add_text(out, str_text(&said));
	str_release(&said);
}

void
words_money(struct str *out, int64_t dong, unsigned style)
{
	struct str said = { 0 };
	words_number(&said, dong, style);
	add(&said, "đồng");
	if (style & WORDS_CHAN)
		add(&said, "chẵn");
	text_first_upper(out, str_text(&said));
	str_release(&said);
}
