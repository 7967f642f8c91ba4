#include "letter.h"
#include "spoken.h"
#include "text/number.h"
#include "utf8.h"
#include <string.h>

/* A value on its way: digits · 10^-decimals. */
struct amount {
	int64_t digits;
	int decimals;
};
/* One written number, in both readings where it has two. */
struct written {
	struct amount amount, other;
	bool ambiguous;
};

struct reading {
	const char *at;
	const char *typed; /* cleaned, for sentences */
	bool field_has_decimals;
	struct err *err;
};

static bool
misread(const struct reading *reading)
{
	return err_set(reading->err, ERR_INVALID,
		SAY("Không hiểu “{1}”; hãy gõ một số, thí dụ 74.516, 2,1 tỷ hoặc trên 6.500.",
			"“{1}” is not understood; "
			"type a number, for example 74.516, 2,1 tỷ or trên 6.500."),
		reading->typed, NULL);
}

static bool
two_numbers(const struct reading *reading)
{
	return err_set(reading->err, ERR_INVALID,
		SAY("“{1}” có hơn một số; hãy gõ một số thôi.", "“{1}” holds more than one number; type one."),
		reading->typed, NULL);
}

static bool
too_large(const struct reading *reading)
{
	return err_set(reading->err, ERR_INVALID,
		SAY("“{1}” lớn quá, sổ ghi được đến một triệu tỷ; hãy xem lại số.",
			"“{1}” is too large, the book holds up to 10^15; check the number."),
		reading->typed, NULL);
}

static bool
bad_groups(const struct reading *reading)
{
	return err_set(reading->err, ERR_INVALID,
		SAY("“{1}” có dấu chấm, dấu phẩy không đúng chỗ; "
		    "phần nghìn cách bằng dấu chấm, phần lẻ sau dấu phẩy: 1.234,5.",
			"In “{1}” a point or comma is out of place; "
			"points group thousands, the decimals follow a comma: 1.234,5."),
		reading->typed, NULL);
}

static bool
append_digit(struct amount *amount, char digit)
{
	if (amount->digits > (INT64_MAX - 9) / 10)
		return false;
	amount->digits = amount->digits * 10 + (digit - '0');
	return true;
}

static bool
append_digits(struct amount *amount, const char *digits, size_t count)
{
	for (size_t n = 0; n < count; n++)
		if (!append_digit(amount, digits[n]))
			return false;
	return true;
}

static size_t
digits_at(const char *at)
{
	size_t count = 0;
	while (is_digit(at[count]))
		count++;
	return count;
}

static void
fewest_decimals(struct amount *amount)
{
	while (amount->decimals > 0 && amount->digits % 10 == 0) {
		amount->digits /= 10;
		amount->decimals--;
	}
	if (!amount->digits)
		amount->decimals = 0;
}

/* amount · 10^power. */
static bool
scale(struct amount *amount, int power)
{
	fewest_decimals(amount);
	amount->decimals -= power;
	for (; amount->decimals < 0; amount->decimals++)
		if (!append_digit(amount, '0'))
			return false;
	fewest_decimals(amount);
	return amount->digits <= NUMBER_LIMIT && amount->decimals <= NUMBER_DECIMALS;
}

static bool
add(struct amount *to, struct amount more)
{
	while (to->decimals < more.decimals) {
		if (!append_digit(to, '0'))
			return false;
		to->decimals++;
	}
	while (more.decimals < to->decimals) {
		if (!append_digit(&more, '0'))
			return false;
		more.decimals++;
	}
	if (to->digits > INT64_MAX - more.digits)
		return false;
	to->digits += more.digits;
	fewest_decimals(to);
	return to->digits <= NUMBER_LIMIT;
}

/* ",5" and what must not follow. */
static bool
read_decimals(struct reading *reading, struct amount *amount)
{
	if (*reading->at != ',' || !is_digit(reading->at[1]))
		return true;
	size_t count = digits_at(reading->at + 1);
	if (!append_digits(amount, reading->at + 1, count))
		return too_large(reading);
	amount->decimals = (int)count;
	reading->at += 1 + count;
	if ((*reading->at == ',' || *reading->at == '.') && is_digit(reading->at[1]))
		return bad_groups(reading);
	return true;
}

/* The digits after one point that do not (or need not) group: 2.1 may be 2,1 or 21. */
static bool
read_point(struct reading *reading, struct written *written, size_t count)
{
	written->ambiguous = true;
	written->other = written->amount;
	if (!append_digits(&written->amount, reading->at + 1, count))
		return too_large(reading);
	written->other.digits = written->amount.digits;
	written->amount.decimals = (int)count;
	reading->at += 1 + count;
	if ((*reading->at == ',' || *reading->at == '.') && is_digit(reading->at[1]))
		return bad_groups(reading);
	return true;
}

/* Groups of three after points (or blanks): 74.516, 74 516.  first: digits of the first group. */
static bool
read_groups(struct reading *reading, struct written *written, size_t first, bool leading_zero)
{
	char mark = *reading->at;
	int groups = 0;
	while (*reading->at == mark && is_digit(reading->at[1])) {
		size_t count = digits_at(reading->at + 1);
		bool group = count == 3 && first <= 3 && !leading_zero;
		if (!group && mark == ' ')
			break;
		if (!group)
			return groups ? bad_groups(reading) : read_point(reading, written, count);
		if (!append_digits(&written->amount, reading->at + 1, 3))
			return too_large(reading);
		reading->at += 4;
		groups++;
	}
	bool decimals = *reading->at == ',' && is_digit(reading->at[1]);
	if (groups == 1 && mark == '.' && reading->field_has_decimals && !decimals) {
		written->ambiguous = true;
		written->other = (struct amount){ written->amount.digits, 3 };
	}
	return true;
}

/* A number at reading->at, which is a digit. */
static bool
read_written(struct reading *reading, struct written *written)
{
	*written = (struct written){ 0 };
	size_t first = digits_at(reading->at);
	bool leading_zero = *reading->at == '0';
	if (!append_digits(&written->amount, reading->at, first))
		return too_large(reading);
	reading->at += first;
	if ((*reading->at == '.' || *reading->at == ' ') && is_digit(reading->at[1]) &&
		!read_groups(reading, written, first, leading_zero))
		return false;
	if (!read_decimals(reading, &written->amount))
		return false;
	fewest_decimals(&written->amount);
	fewest_decimals(&written->other);
	if (written->amount.digits > NUMBER_LIMIT || written->amount.decimals > NUMBER_DECIMALS ||
		written->other.digits > NUMBER_LIMIT)
		return too_large(reading);
	return true;
}

static const struct {
	const char *words;
	int power;
} scales[] = {
	{ "chục", 1 },
	{ "trăm", 2 },
	{ "nghìn|ngàn|nghin|ngan", 3 },
	{ "vạn", 4 },
	{ "triệu|trieu|tr", 6 },
	{ "tỷ|tỉ|ty|ti", 9 },
};

/* One scale word at reading->at: its power of ten, 0: none. */
static int
read_scale_word(struct reading *reading)
{
	for (size_t n = 0; n < sizeof scales / sizeof *scales; n++) {
		const char *at = reading->at;
		skip_blanks(&at);
		if (!spoken(&at, scales[n].words))
			continue;
		reading->at = at;
		return scales[n].power;
	}
	return 0;
}

/* All scale words at reading->at, as a power of ten; *times counts them. */
static int
read_scale(struct reading *reading, int *times)
{
	int power = 0, next;
	const char *at = reading->at;
	skip_blanks(&at);
	*times = 1;
	if (spoken(&at, "trđ")) {
		reading->at = at - strlen("đ");
		return 6;
	}
	for (*times = 0; power < 18 && (next = read_scale_word(reading)); ++*times)
		power += next;
	return power;
}

static char
read_qualifier(struct reading *reading)
{
	static const struct {
		const char *words;
		char qualifier;
	} words[] = {
		{ "trên dưới|khoảng chừng|khoảng|xấp xỉ|ước tính|ước đạt|ước|chừng|tầm|cỡ|khoang|xap xi|uoc", '~' },
		{ "không dưới|không ít hơn|không kém|tối thiểu|ít nhất|nhiều hơn|trên|hơn|tren|hon", '>' },
		{ "không quá|không đến|chưa đến|chưa tới|chưa đầy|tối đa|nhiều nhất|ít hơn|dưới|gần|gan|duoi", '<' },
		{ "đạt|được", '=' },
	};
	static const struct {
		const char *sign;
		char qualifier;
	} signs[] = {
		{ ">=", '>' },
		{ ">", '>' },
		{ "≥", '>' },
		{ "<=", '<' },
		{ "<", '<' },
		{ "≤", '<' },
		{ "~", '~' },
		{ "≈", '~' },
		{ "=", '=' },
	};
	const char *after = reading->at;
	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		if (spoken(&after, words[n].words)) {
			/* Where keys are no diacritics "tren6 300" is a slip of the fingers, and no 6.300. */
			if (is_digit(*after))
				return 0;
			reading->at = after;
			return words[n].qualifier;
		}
	for (size_t n = 0; n < sizeof signs / sizeof *signs; n++) {
		if (!text_starts(reading->at, signs[n].sign))
			continue;
		reading->at += strlen(signs[n].sign);
		return signs[n].qualifier;
	}
	return 0;
}

/* All qualifiers before the number; two that pull apart, or any with "about", are "about". */
static char
read_qualifiers(struct reading *reading)
{
	char qualifier = '=', next;
	while ((next = read_qualifier(reading))) {
		if (next != '=')
			qualifier = qualifier == '=' || qualifier == next ? next : '~';
		skip_blanks(&reading->at);
	}
	return qualifier;
}

static bool
read_sign(struct reading *reading)
{
	static const char *const minus[] = { "-", "−", "–" };
	for (size_t n = 0; n < 3; n++) {
		if (!text_starts(reading->at, minus[n]))
			continue;
		reading->at += strlen(minus[n]);
		skip_blanks(&reading->at);
		return true;
	}
	if (*reading->at == '+')
		reading->at++;
	return false;
}

/* Whether text holds a word that begins with a digit: another number. */
static bool
has_number(const char *text)
{
	for (const char *at = text; *at; at++)
		if (is_digit(*at) && (at == text || strchr(" -/(,.", at[-1])))
			return true;
	return false;
}

static void
copy_unit(struct number *out, const char *unit)
{
	size_t length = strlen(unit);
	if (length >= sizeof out->unit) {
		length = sizeof out->unit - 1;
		while ((unit[length] & 0xC0) == 0x80)
			length--;
	}
	while (length && strchr(" .;,", unit[length - 1]))
		length--;
	memcpy(out->unit, unit, length);
	out->unit[length] = '\0';
}

/* "trở lên", "trở xuống" at the end of what follows the number qualify it. */
static void
qualify_behind(struct number *out)
{
	static const struct {
		const char *words;
		char qualifier;
	} behind[] = { { "trở lên", '>' }, { "trở xuống", '<' } };
	size_t length = strlen(out->unit);
	for (size_t n = 0; n < 2; n++) {
		size_t tail = strlen(behind[n].words);
		if (length < tail || strcmp(out->unit + length - tail, behind[n].words) != 0)
			continue;
		out->qualifier =
			out->qualifier == '=' || out->qualifier == behind[n].qualifier ? behind[n].qualifier : '~';
		length -= tail;
		while (length && out->unit[length - 1] == ' ')
			length--;
		out->unit[length] = '\0';
		return;
	}
}

/* What follows the number: %, a unit, or nothing. */
static bool
read_unit(struct reading *reading, struct number *out)
{
	skip_blanks(&reading->at);
	if (*reading->at == '%') {
		reading->at++;
		out->percent = true;
	} else if (spoken(&reading->at, "phần trăm")) {
		out->percent = true;
	}
	while (*reading->at && strchr(" .;,", *reading->at))
		reading->at++;
	size_t length;
	uint32_t code = utf8_decode(reading->at, &length);
	if (has_number(reading->at))
		return two_numbers(reading);
	bool fits = !length || letter_of(code).kind == LETTER_LATIN || code == '(' || code == 0x20AB;
	if (!fits)
		return misread(reading);
	copy_unit(out, reading->at);
	qualify_behind(out);
	return true;
}

/* "không có", "hàng chục tỷ": true when the text says it without a number. */
static bool
read_words_only(struct reading *reading, struct number *out)
{
	const char *begin = reading->at;
	if (spoken(&reading->at, "không có|không|khong co")) {
		out->none_said = true;
	} else if (spoken(&reading->at, "hàng|vài|mấy|nhiều|một vài")) {
		int times;
		bool any = spoken(&begin, "nhiều|vài|mấy|một vài");
		read_scale(reading, &times);
		out->no_number = times || any;
	} else if (spoken(&reading->at, "một số")) {
		out->no_number = true;
	}
	if (out->no_number)
		out->qualifier = '~';
	return out->none_said || out->no_number;
}

/* "2 tỷ 300 triệu", "2 triệu rưỡi": what is added after a scale of 10^power. */
static bool
read_more(struct reading *reading, struct amount *sum, int power, int times)
{
	for (;;) {
		skip_blanks(&reading->at);
		if (times == 1 && spoken(&reading->at, "rưỡi")) {
			struct amount half = { 5, 1 };
			return (scale(&half, power) && add(sum, half)) || too_large(reading);
		}
		if (!is_digit(*reading->at))
			return true;
		struct written more;
		if (!read_written(reading, &more))
			return false;
		int smaller = read_scale(reading, &times);
		if (!times || smaller >= power || more.ambiguous)
			return two_numbers(reading);
		if (!scale(&more.amount, smaller) || !add(sum, more.amount))
			return too_large(reading);
		power = smaller;
	}
}

/* "/15" after a number. */
static bool
read_whole(struct reading *reading, struct number *out, struct amount *whole)
{
	const char *at = reading->at;
	skip_blanks(&at);
	if (*at != '/')
		return true;
	at++;
	skip_blanks(&at);
	if (!is_digit(*at))
		return true;
	reading->at = at;
	struct written written;
	if (!read_written(reading, &written))
		return false;
	if (written.ambiguous || *reading->at == '/')
		return bad_groups(reading);
	out->has_whole = true;
	*whole = written.amount;
	return true;
}

static void
store(struct number *out, const struct written *written, struct amount whole, bool negative)
{
	int64_t sign = negative ? -1 : 1;
	out->digits = sign * written->amount.digits;
	out->decimals = written->amount.decimals;
	out->ambiguous = written->ambiguous;
	out->other = sign * written->other.digits;
	out->other_decimals = written->other.decimals;
	out->whole = whole.digits;
	out->whole_decimals = whole.decimals;
}

static bool
read_number(struct reading *reading, struct number *out)
{
	struct written written;
	struct amount whole = { 0 };
	out->qualifier = read_qualifiers(reading);
	bool negative = read_sign(reading);
	if (!is_digit(*reading->at))
		return !negative && out->qualifier == '=' && read_words_only(reading, out) ? read_unit(reading, out)
											   : misread(reading);
	if (!read_written(reading, &written) || !read_whole(reading, out, &whole))
		return false;
	int times, power = read_scale(reading, &times);
	if (times && (!scale(&written.amount, power) || !scale(&written.other, power) || !scale(&whole, power)))
		return too_large(reading);
	out->scaled = times > 0;
	if (times && !written.ambiguous && !out->has_whole && !read_more(reading, &written.amount, power, times))
		return false;
	store(out, &written, whole, negative);
	return read_unit(reading, out);
}

bool
number_read(struct number *out, const char *typed, bool field_has_decimals, struct err *err)
{
	struct str clean = { 0 };
	*out = (struct number){ .qualifier = '=' };
	bool read = spoken_clean(&clean, typed, err);
	if (read && !clean.length)
		read = err_set(err, ERR_INVALID, SAY("Chưa gõ số nào.", "No number was typed."), NULL);
	if (read) {
		struct reading reading = { .at = str_text(&clean),
			.typed = str_text(&clean),
			.field_has_decimals = field_has_decimals,
			.err = err };
		read = read_number(&reading, out);
	}
	str_release(&clean);
	return read;
}
