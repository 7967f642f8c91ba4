#include "spoken.h"
#include "text/number.h"
#include <string.h>

/* The digits of a magnitude, split at the decimal point. */
struct parts {
	char whole[32], decimals[32];
};

static void
split(struct parts *parts, uint64_t magnitude, int decimals)
{
	while (decimals > 0 && magnitude % 10 == 0) {
		magnitude /= 10;
		decimals--;
	}
	char digits[DIGITS_MOST + 1];
	int shown = decimals < 0 ? 0 : decimals < 30 ? decimals : 30;
	size_t point = (size_t)(digits_write(digits, magnitude, shown + 1) - shown);
	memcpy(parts->whole, digits, point);
	parts->whole[point] = '\0';
	memcpy(parts->decimals, digits + point, (size_t)shown + 1);
}

static uint64_t
magnitude(int64_t amount)
{
	return amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
}

void
number_show(struct str *out, int64_t amount, int decimals, char qualifier)
{
	struct parts parts;
	split(&parts, magnitude(amount), decimals);
	if (qualifier && qualifier != '=')
		str_add_byte(out, qualifier);
	if (amount < 0)
		str_add_text(out, "−");
	size_t length = strlen(parts.whole);
	for (size_t n = 0; n < length; n++) {
		if (n && (length - n) % 3 == 0)
			str_add_byte(out, '.');
		str_add_byte(out, parts.whole[n]);
	}
	if (parts.decimals[0]) {
		str_add_byte(out, ',');
		str_add_text(out, parts.decimals);
	}
}

void
number_plain(struct str *out, int64_t amount, int decimals)
{
	struct parts parts;
	split(&parts, magnitude(amount), decimals);
	if (amount < 0)
		str_add_byte(out, '-');
	str_add_text(out, parts.whole);
	if (parts.decimals[0]) {
		str_add_byte(out, '.');
		str_add_text(out, parts.decimals);
	}
}

bool
number_rescale(int64_t *out, int64_t amount, int from, int to)
{
	for (; from < to; from++) {
		if (amount > NUMBER_LIMIT / 10 || amount < -NUMBER_LIMIT / 10)
			return false;
		amount *= 10;
	}
	for (; from > to; from--) {
		if (amount % 10)
			return false;
		amount /= 10;
	}
	*out = amount;
	return amount <= NUMBER_LIMIT && amount >= -NUMBER_LIMIT;
}

static bool
refuse(const char *text, struct words words, struct err *err)
{
	return err_set(err, ERR_INVALID, words, text, NULL);
}

/* "2.000", "1.234.567": what a person writes for thousands. */
static bool
looks_grouped(const char *text)
{
	size_t first = strspn(text, "0123456789");
	if (first < 1 || first > 3 || text[0] == '0' || text[first] != '.')
		return false;
	for (text += first; *text; text += 4)
		if (*text != '.' || strspn(text + 1, "0123456789") < 3)
			return false;
	return true;
}

bool
number_parse_plain(int64_t *amount, const char *text, int decimals, struct err *err)
{
	const char *at = text + (*text == '-');
	int64_t digits = 0;
	int written = -1; /* decimals so far, -1: before the point */
	if (decimals < 3 && looks_grouped(at))
		return refuse(text,
			SAY("“{1}”: chưa rõ dấu chấm là hàng nghìn hay số lẻ; hãy viết liền các chữ số, số lẻ bỏ bớt số 0 ở cuối.",
				"“{1}”: the point may part thousands or begin decimals; please write the digits without points, decimals without zeros at their end."),
			err);
	if (!is_digit(*at))
		return refuse(
			text, SAY("“{1}” không phải là số dạng 1234.5.", "“{1}” is not a number like 1234.5."), err);
	for (; *at; at++) {
		if (*at == '.' && written < 0 && is_digit(at[1])) {
			written = 0;
			continue;
		}
		if (!is_digit(*at))
			return refuse(text,
				SAY("“{1}” không phải là số dạng 1234.5.", "“{1}” is not a number like 1234.5."), err);
		if (written >= decimals && *at == '0')
			continue;
		if (written >= decimals)
			return refuse(text,
				SAY("“{1}” có nhiều chữ số lẻ hơn mục này nhận; hãy bỏ bớt.",
					"“{1}” has more decimals than its field takes; please drop some."),
				err);
		digits = digits * 10 + (*at - '0');
		if (digits > NUMBER_LIMIT)
			return refuse(text,
				SAY("“{1}” lớn quá, sổ ghi được đến một triệu tỷ.",
					"“{1}” is too large, the book holds up to 10^15."),
				err);
		written += written >= 0;
	}
	int64_t scaled;
	if (!number_rescale(&scaled, digits, written < 0 ? 0 : written, decimals))
		return refuse(text,
			SAY("“{1}” lớn quá, sổ ghi được đến một triệu tỷ.",
				"“{1}” is too large, the book holds up to 10^15."),
			err);
	*amount = *text == '-' ? -scaled : scaled;
	return true;
}
